"""Forbidden words are pointed at everywhere, in some sections, or where they stand alone."""

from __future__ import annotations

from dataclasses import replace
from itertools import accumulate

import pytest

from checker.checks import forbidden
from checker.model import Span, State

from .build import analysis_of, rule_of

WORDS = {
    "request": ["以上报告.{0,4}请批示", "恳请.{0,20}"],
    "internal": [".?内部资料.{0,6}"],
    "blank": ["XX次"],
    "number": [r"[一-龥]{2,4}[\[(]\d{2,4}[\])]\d+号"],
}
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


@pytest.mark.parametrize(
    ("parameters", "expected"),
    [
        ({}, []),
        ({"heads": True}, ["内部资料", "理内部资料3份的办法"]),
        ({"heads": True, "alone": "paragraph"}, ["内部资料"]),
        ({"heads": True, "alone": "sentence"}, ["内部资料"]),
    ],
)
def test_headers_count_where_they_are_asked_for_each_line_once(
    parameters: dict[str, object], expected: list[str]
) -> None:
    lines = (TITLE.strip(), "调解31件。", "内部资料", "清理内部资料3份的办法", "内部资料")
    ends = list(accumulate(len(line) + 1 for line in lines))
    spans = tuple(Span(end - 1 - len(line), end - 1) for line, end in zip(lines, ends, strict=True))
    analysis = analysis_of(TITLE + "调解31件。", WORDS)
    document = replace(analysis.document, text="\n".join(lines), furniture=spans[2:], heads=spans[2:])
    found = forbidden.check(
        replace(analysis, document=document), rule_of("forbidden", concept="internal", **parameters)
    )
    assert [item.quote for item in found.evidence] == expected
    assert [(item.head, item.paragraph) for item in found.evidence] == [(True, None)] * len(expected)


NUMBER = {"pattern": r"(.+)[\[(](20\d\d)[\])]0*([1-9]\d*)号", "replacement": r"\1〔\2〕\3号"}


def corrections(content: str, *given: dict[str, str]) -> list[tuple[str, str]]:
    analysis = analysis_of(TITLE + content, WORDS)
    found = forbidden.check(analysis, rule_of("forbidden", concept="number", corrections=list(given))).corrections
    words = analysis.document.text
    return [(words[each.span.start : each.span.end], each.replacement) for each in found]


def test_a_wrong_form_is_corrected_with_what_its_pattern_captures() -> None:
    found = corrections("印发国发[2021]33号、国发（２０２１）０３３号文件。", NUMBER)
    assert found == [
        ("印发国发[2021]33号", "印发国发〔2021〕33号"),
        ("国发（２０２１）０３３号", "国发〔２０２１〕３３号"),
    ]


def test_noise_and_blanks_inside_what_is_captured_stay() -> None:
    assert corrections("国★发[2021] 3★3号", NUMBER) == [("国★发[2021] 3★3号", "国★发〔2021〕3★3号")]


def test_a_correction_stays_in_its_line_and_cell() -> None:
    table = "| 文件 | 日期 |\n| --- | --- |\n| 国发[2021]33号 | 1月 |\n"
    analysis = analysis_of(TITLE + "\n" + table, WORDS, path="draft.md")
    (found,) = forbidden.check(analysis, rule_of("forbidden", concept="number", corrections=[NUMBER])).corrections
    words = analysis.document.text
    assert (words[found.span.start : found.span.end], found.replacement) == ("国发[2021]33号", "国发〔2021〕33号")


def test_what_no_pattern_matches_whole_is_left_to_a_person() -> None:
    assert corrections("国发[21]33号", NUMBER) == []


def test_the_first_pattern_that_matches_is_taken() -> None:
    other = {"pattern": ".*", "replacement": "无"}
    assert [right for _, right in corrections("国发[2021]33号", NUMBER, other)] == ["国发〔2021〕33号"]


@pytest.mark.parametrize("replacement", [r"\1〔\2〕1\3号", r"\1〔\2〕号", "无"])
def test_a_correction_that_would_change_a_figure_is_not_taken(replacement: str) -> None:
    assert corrections("国发[2021]33号", {**NUMBER, "replacement": replacement}) == []
