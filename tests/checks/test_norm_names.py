"""Titles that are nearly right are pointed at; those of other norms are left alone."""

from __future__ import annotations

import pytest

from checker.checks.norm_names import check
from checker.model import State

from .build import quotes, rule_of
from .norms import citing

RULE = rule_of(
    "norm_names", ranks=["law", "admin_reg", "party_reg"], prefixes=["中华人民共和国"], confusable=["查察", "治制"]
)


@pytest.mark.parametrize(
    ("written", "right"),
    [
        ("路灯管理和养护责任规定", "路灯管理与养护责任规定"),  # another character
        ("路灯管理与养护责规定", "路灯管理与养护责任规定"),  # one lost
        ("路灯管理与养护的责任规定", "路灯管理与养护责任规定"),  # one added
        ("路灯管理养护责任规定", "路灯管理与养护责任规定"),
        ("路灯理管与养护责任规定", "路灯管理与养护责任规定"),  # two swapped
        ("路灯管理和养护责任办法", "路灯管理与养护责任规定"),  # listed as wrong
        ("道路养护发", None),  # the ending makes the norm
        ("道路养户法", "道路养护法"),
        ("中华人民共和国道路养户法", "道路养护法"),
        ("道路管护法", "道路养护法"),
    ],
)
def test_a_title_that_is_nearly_right_is_pointed_at(written: str, right: str | None) -> None:
    result = check(citing(f"落实《{written}》，办理案件12件。"), RULE)
    if right is None:
        assert (result.state, result.evidence) == (State.PASS, ())
        return
    assert result.state is State.FAIL
    assert quotes(result.evidence) == [("match", written)]
    assert f"应为《{right}》" in result.message.zh
    assert f"for 《{right}》" in result.message.en


def test_characters_that_are_easily_confused_count_for_every_rank() -> None:
    result = check(citing("落实《桥梁检测条例》《乡道法治检查纲要》。"), RULE)
    assert result.state is State.PASS
    result = check(citing("落实《渡口管理办法》《渡口管理办法（试行）》。"), RULE)
    assert result.state is State.PASS


@pytest.mark.parametrize(
    "written",
    [
        "路灯管理与养护责任规定",
        "路灯管理与养护责任规定（修订）",
        "路灯管理与养护责任实施细则",
        "澜江市路灯管理与养护责任规定",
        "青禾路灯管理与养护责任规定",
        "路灯管理与养护责任规定实施办法",
        "路灯管理与保养责任规定",  # two other characters: another matter
        "道路保养法",  # right, and listed as such
        "道路养护条例",
        "中华人民共和国道路养护法",
        "雁滩镇道路养护公约",
        "道",
    ],
)
def test_a_title_of_another_norm_is_left_alone(written: str) -> None:
    result = check(citing(f"落实《{written}》，办理案件12件。"), RULE)
    assert (result.state, result.evidence) == (State.PASS, ())


def test_every_place_is_shown_and_every_pair_named_once() -> None:
    analysis = citing("落实《道路养户法》。再学《道路养户法》，印发《<路灯管理和养护责任规定>的通知》。", lines=False)
    result = check(analysis, RULE)
    assert quotes(result.evidence) == [
        ("match", "道路养户法"),
        ("match", "道路养户法"),
        ("match", "路灯管理和养护责任规定"),
    ]
    assert result.message.zh == (
        "名称写错：《道路养户法》应为《道路养护法》；《路灯管理和养护责任规定》应为《路灯管理与养护责任规定》"
    )


def test_noise_inside_a_title_is_no_mistake_of_its_author() -> None:
    assert check(citing("落实《道路★养 护法》。"), RULE).state is State.PASS


def test_a_report_that_cites_nothing_passes() -> None:
    assert check(citing("办理案件12件。"), RULE).state is State.PASS
