"""Paragraphs of text end with a full stop; titles, lists, tables and signatures need none."""

from __future__ import annotations

import pytest

from checker.checks import paragraph_end
from checker.checks.result import Result
from checker.model import State

from .build import analysis_of, rule_of

LONG = "全县组织执法人员培训9期，覆盖860人次。评查案卷120份，印发执法监督通知书7份，整改问题31个"


def checked(content: str, path: str = "draft.txt") -> Result:
    return paragraph_end.check(analysis_of(content, path=path), rule_of("paragraph_end", at_least=40))


def test_an_open_end_is_shown_with_its_last_words() -> None:
    result = checked(f"{LONG}。\n{LONG}\n{LONG}。")
    assert (result.state, result.message.zh) == (State.FAIL, "1 个段落末尾没有句号")
    assert [item.quote for item in result.evidence] == ["法监督通知书7份，整改问题31个"]


@pytest.mark.parametrize(
    "content",
    [
        f"{LONG}。",
        f"{LONG}：",
        f"{LONG}（责任单位：县司法局）",
        "青禾县组织执法人员培训",
        f"{LONG}。\n青禾县人民政府\n2026年1月5日",
        f"{LONG}。　　来源：青禾县水利局",
        "（一）坚持把法治政府建设摆在全局工作的突出位置，统筹谋划、统筹部署、统筹推进，全面提升依法行政能力和水平",
    ],
    ids=["stop", "colon", "bracket", "short", "signature", "source", "heading"],
)
def test_what_needs_no_stop_raises_nothing(content: str) -> None:
    assert checked(content).state is State.PASS


def test_lists_and_tables_are_left_alone() -> None:
    assert (
        checked(f"- {LONG}\n- {LONG}\n\n| 甲 | {LONG} |\n| --- | --- |\n| 乙 | {LONG} |\n", "draft.md").state
        is State.PASS
    )


def test_half_width_and_noise_are_read_alike() -> None:
    noisy = LONG.replace("，", ",").replace("培训", "培◆训")
    assert checked(f"{noisy}★★\n").state is State.FAIL
    assert checked(f"{noisy}。★★\n").state is State.PASS


def test_lines_cut_in_the_middle_cannot_be_judged() -> None:
    result = checked("\n".join([LONG] * 5))
    assert (result.state, result.evidence) == (State.NOT_APPLICABLE, ())
