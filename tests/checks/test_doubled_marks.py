"""Two marks in a row are pointed at with the words around them."""

from __future__ import annotations

import pytest

from checker.checks import doubled_marks
from checker.model import State

from .build import analysis_of, rule_of

RULE = rule_of("doubled_marks", marks="。,;:、!?", allowed=["!?"])


def found(content: str) -> list[str]:
    result = doubled_marks.check(analysis_of(content), RULE)
    return [result.message.zh, *(item.quote for item in result.evidence)] if result.state is State.FAIL else []


@pytest.mark.parametrize(
    "content", ["培训9期，评查120份。", "谁执法!?谁普法。", "培训9期，\n，评查120份。", "《甲》、《乙》。"]
)
def test_single_marks_and_allowed_runs_are_right(content: str) -> None:
    assert found(content) == []


def test_runs_are_shown_as_written_and_each_form_once() -> None:
    assert found("全县培训9期，，评查120份。。\n成效明显，。办结31件,,优秀28份。") == [
        "标点连用 4 处：“，，”、“。。”、“，。”、“,,”",
        "全县培训9期，，评查120份",
        "评查120份。。",
        "成效明显，。办结31件,",
        "。办结31件,,优秀28份。",
    ]


def test_spaces_and_noise_between_them_change_nothing() -> None:
    assert found("全县培训9期，◆ ，评查120份。")[1:] == ["全县培训9期，◆ ，评查120份"]


def test_in_a_table_only_the_cell_is_shown() -> None:
    table = "<tr><td>城管局</td><td>已办，，结</td></tr><tr><td>合计</td><td>无</td></tr>"
    title = "<p>青禾县2025年法治政府建设情况报告</p>"
    analysis = analysis_of(f"<html><body>{title}<table>{table}</table></body></html>", path="draft.html")
    result = doubled_marks.check(analysis, rule_of("doubled_marks", marks=",。"))
    assert [item.quote for item in result.evidence] == ["已办，，结"]
