"""Wrong forms of fixed terms are pointed at with the right form; look-alikes are left alone."""

from __future__ import annotations

import pytest

from checker.checks.terms import check
from checker.model import State
from checker.texts import Text

from .build import analysis_of, quotes, rule_of

RULE = rule_of(
    "terms",
    terms=[
        {"right": "修路责任人", "wrong": ["修路任责人", "修路责人任?人"]},
        {"right": "大桥一号", "wrong": ["大桥.{0,4}号"], "unless": ["大桥一号", "大桥型号"]},
        {"right": "路长", "wrong": [r"\b路掌$"]},
    ],
)
TITLE = "雁滩镇2025年度法治政府建设工作报告\n"


def test_wrong_forms_are_named_with_the_right_ones() -> None:
    result = check(analysis_of(TITLE + "落实修路任责人，走大桥二号。又是修路任责人、修路责人人。"), RULE)
    assert result.state is State.FAIL
    assert quotes(result.evidence) == [
        ("match", "修路任责人"),
        ("match", "大桥二号"),
        ("match", "修路任责人"),
        ("match", "修路责人人"),
    ]
    assert result.message == Text(
        "用语写错：“修路任责人”应为“修路责任人”；“大桥二号”应为“大桥一号”；“修路责人人”应为“修路责任人”",
        "terms misspelt: “修路任责人” for “修路责任人”; “大桥二号” for “大桥一号”; “修路责人人” for “修路责任人”",
    )


@pytest.mark.parametrize("content", ["落实修路责任人。", "走大桥一号。", "大桥型号齐全。", "办理案件12件。"])
def test_right_forms_and_exceptions_pass(content: str) -> None:
    result = check(analysis_of(TITLE + content), RULE)
    assert (result.state, result.evidence) == (State.PASS, ())


def test_a_wrong_form_is_found_through_noise_and_on_one_line() -> None:
    result = check(analysis_of("雁滩镇2025年度法治政府建设工作报告 一、工作情况 落实修路 任★责人,办理案件12件。"), RULE)
    assert quotes(result.evidence) == [("match", "修路 任★责人")]


def test_a_phrase_that_looks_at_its_surroundings_still_names_its_term() -> None:
    rule = rule_of("terms", terms=[{"right": "甲", "wrong": ["乙"]}, {"right": "路长", "wrong": [r"\b路掌"]}])
    result = check(analysis_of(TITLE + "镇长和K路掌到场，一路掌灯。"), rule)
    assert (result.state, result.message.zh) == (State.FAIL, "用语写错：“路掌”应为“路长”")
    assert quotes(result.evidence) == [("match", "路掌")]
