"""Forbidden words are pointed at everywhere, in some sections, or where they stand alone."""

from __future__ import annotations

import pytest

from checker.checks import forbidden
from checker.model import State

from .build import analysis_of, rule_of

WORDS = {"request": ["以上报告.{0,4}请批示", "恳请.{0,20}"], "internal": [".?内部资料.{0,6}"], "blank": ["XX次"]}
TITLE = "雁滩镇2025年法治政府建设情况报告\n"


def quotes(content: str, **parameters: object) -> list[str]:
    result = forbidden.check(analysis_of(TITLE + content, WORDS), rule_of("forbidden", **parameters))
    assert (result.state is State.FAIL) == bool(result.evidence)
    return [item.quote for item in result.evidence]


def test_every_place_is_shown() -> None:
    assert quotes("召开会议XX次，培训ＸＸ次。", concept="blank") == ["XX次", "ＸＸ次"]


def test_only_the_sections_asked_for_are_looked_at() -> None:
    content = "一、工作情况\n召开会议XX次。\n二、存在的问题\n只召开会议XX次。\n"
    assert len(quotes(content, concept="blank")) == 2
    assert len(quotes(content, concept="blank", sections=["shortcomings"])) == 1


@pytest.mark.parametrize(
    "content", ["调解31件。以上报告妥，请批示。", "以上报告，请批示", "调解31件；恳请拨付经费。\n"]
)
def test_a_whole_sentence_counts_with_its_stop_or_without(content: str) -> None:
    assert len(quotes(content, concept="request", alone="sentence")) == 1


@pytest.mark.parametrize("content", ["镇里恳请拨付经费。", "以上报告，请批示，已获同意。"])
def test_a_part_of_a_sentence_does_not_count(content: str) -> None:
    assert quotes(content, concept="request", alone="sentence") == []


def test_a_whole_paragraph_counts_and_a_sentence_in_one_does_not() -> None:
    assert quotes("（内部资料）\n调解31件。", concept="internal", alone="paragraph") == ["（内部资料）"]
    assert quotes("清理内部资料3份。内部资料管好。", concept="internal", alone="paragraph") == []
