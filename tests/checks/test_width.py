"""Half-width marks between Chinese characters are counted once for a document; figures keep theirs."""

from __future__ import annotations

import pytest

from checker.checks import width
from checker.model import State

from .build import analysis_of, rule_of

MARKS = ",;:!?"


def counted(content: str, marks: str = MARKS) -> list[str]:
    result = width.check(analysis_of(content), rule_of("width", marks=marks))
    return [result.message.zh, *(item.quote for item in result.evidence)] if result.state is State.FAIL else []


@pytest.mark.parametrize(
    "content",
    [
        "全县培训9期，覆盖1,260人次；评查120份。",
        "每日9:30开门，网址http://www.example.cn:8080/a,b。",
        "Word, Excel; 见GB/T 9704:2012。",
        "全县培训9期，",
        ",全县培训9期",
    ],
)
def test_figures_addresses_and_edges_keep_their_marks(content: str) -> None:
    assert counted(content) == []


def test_each_mark_is_counted_and_the_first_places_are_shown() -> None:
    found = counted("全县培训9期,覆盖860人次;评查120份,优秀28份。现报告如下:\n办结率100%,共31件。")
    assert found == [
        "汉字之间用了半角标点 4 处（, 3、; 1）",
        "全县培训9期,覆盖860人",
        "盖860人次;评查120份",
        "评查120份,优秀28份。",
    ]


def test_quotes_stay_in_their_line() -> None:
    assert counted("甲,乙\n丙")[1:] == ["甲,乙"]


def test_only_the_marks_asked_for_are_counted() -> None:
    assert counted("全县培训9期,覆盖860人次;评查120份。", ";")[0] == "汉字之间用了半角标点 1 处（; 1）"
    assert counted("一)培训(全县)", MARKS) == []


def test_a_document_without_them_passes() -> None:
    result = width.check(analysis_of("全县培训9期。"), rule_of("width", marks=MARKS))
    assert (result.state, result.evidence) == (State.PASS, ())
