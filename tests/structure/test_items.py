"""What a part lists is told item by item, with what each item is about."""

from __future__ import annotations

import pytest

from checker.structure.items import items
from checker.structure.sections import find_section
from tests.checks.build import analysis_of

TITLE = "青禾县2025年法治政府建设情况报告\n一、存在的不足\n"


def listed(part: str) -> list[tuple[list[str], str]]:
    """Return the heads of each item and the end of its text."""
    analysis = analysis_of(TITLE + part)
    text = analysis.text
    plan = [place.span for place in find_section(analysis, analysis.template.section("plan")).places]
    found = items(analysis, find_section(analysis, analysis.template.section("shortcomings")).places, plan)
    return [
        (
            [text[head.start : head.end] for head in item.heads],
            text[item.span.end - 6 : item.span.end].strip("\n。;")[-4:],
        )
        for item in found
    ]


@pytest.mark.parametrize(
    "part",
    [
        "一是执法力量薄弱，人员少。原因是编制不够。二是普法形式单一。\n",
        "一是执法力量薄弱，人员少；\n原因是编制不够。\n二是普法形式单一。\n",
        "在看到成绩的同时，也存在不足：一是执法力量薄弱，人员少。原因是编制不够。二是普法形式单一。\n",
    ],
    ids=["in one paragraph", "in several", "after a lead"],
)
def test_an_enumeration_is_taken_apart(part: str) -> None:
    assert [heads for heads, _ in listed(part)] == [["执法力量薄弱"], ["普法形式单一"]]


def test_headings_come_with_the_first_clause_below_them() -> None:
    first = "（一）执法力量薄弱。全县执法证持有人不足，仅40人。原因是编制不够。\n"
    part = first + "（二）普法形式单一。以发资料为主，参与不足。\n"
    assert listed(part) == [
        (["执法力量薄弱", "全县执法证持有人不足"], "编制不够"),
        (["普法形式单一", "以发资料为主"], "参与不足"),
    ]


def test_paragraphs_are_items_where_nothing_is_numbered() -> None:
    part = "执法力量薄弱。人员不够。\n普法形式单一。\n"
    assert [heads for heads, _ in listed(part)] == [["执法力量薄弱"], ["普法形式单一"]]


def test_sentences_are_items_in_a_single_paragraph() -> None:
    assert [heads for heads, _ in listed("执法力量薄弱;普法形式单一。\n")] == [["执法力量薄弱"], ["普法形式单一"]]


def test_where_one_heading_holds_all_its_own_items_are_taken() -> None:
    part = "（一）主要不足\n一是执法力量薄弱。二是普法形式单一。\n"
    assert [heads for heads, _ in listed(part)] == [["执法力量薄弱"], ["普法形式单一"]]


def test_a_sentence_that_only_leads_on_is_no_item() -> None:
    part = "看到成绩，也看到薄弱环节：\n执法力量薄弱。\n普法形式单一。\n"
    assert [heads for heads, _ in listed(part)] == [["执法力量薄弱"], ["普法形式单一"]]


def test_what_belongs_to_the_plan_is_left_out() -> None:
    part = "一是执法力量薄弱。\n二是普法形式单一。\n下一步，我县将加强队伍建设，规范执法，不够的抓紧落实。\n"
    assert [heads for heads, _ in listed(part)] == [["执法力量薄弱"], ["普法形式单一"]]
