"""What a pattern can match is told exactly where it is little, and tried piece by piece where it is much."""

from __future__ import annotations

import re

import pytest

from checker.authoring.patterns import branches, contained, crosses_line, language
from checker.matching.syntax import UnknownPatternError


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        ("甲", ["甲"]),
        ("甲乙|丙", ["甲乙", "丙"]),
        ("主要(工作)?(做法|成效)", ["主要工作做法", "主要工作成效", "主要做法", "主要成效"]),
        ("(?:甲|乙){1,2}", ["甲甲", "甲乙", "乙甲", "乙乙", "甲", "乙"]),
        (r"\(甲\)", ["(甲)"]),
        (r"甲\n", ["甲\n"]),
        ("[甲乙]", ["甲", "乙"]),
        ("[^甲]", None),
        ("[一-龥]", None),
        (r"\d件", None),
        ("甲.{0,20}?乙", None),
        ("甲+", None),
        ("^甲$", None),
        ("(?i)a", None),
        (r"\pL", None),
        ("(甲|乙|丙|丁|戊)(甲|乙|丙|丁|戊)(甲|乙|丙|丁|戊)(甲|乙|丙|丁|戊)", None),
    ],
)
def test_a_small_language_is_listed_whole(pattern: str, words: list[str] | None) -> None:
    assert language(pattern) == words


@pytest.mark.parametrize(
    "pattern",
    [
        "主要(工作)?(做法|成效)",
        r"20\d\d年(\d{1,2}月)?(底|末)?前.{0,16}?(?:完成|实现)",
        r"[^,。;]{0,8}(讲座|报告会)",
        "[一-龥]{2}县",
        r"(^|\n)20\d{5,6}\n",
        r"[-~]甲[)\]]",
        "(?s:.){0,5}甲{2,}乙*",
    ],
)
def test_every_sample_is_matched(pattern: str) -> None:
    samples = [sample for branch in branches(pattern) for sample in branch]
    assert samples
    assert [sample for sample in samples if not re.search(pattern.replace("(?s:.)", "[\\s\\S]"), sample)] == []


def test_each_alternative_is_tried() -> None:
    assert branches("甲(乙|丙)?|丁") == [["甲", "甲乙", "甲丙"], ["丁"]]


@pytest.mark.parametrize("pattern", ["甲(", "[甲", "*甲", "甲)", "甲{,2}", r"\pL", "(?=甲)", "[[:alpha:]]", r"\Q甲\E"])
def test_what_is_not_understood_is_said_to_be_so(pattern: str) -> None:
    with pytest.raises(UnknownPatternError):
        branches(pattern)


@pytest.mark.parametrize(
    ("pattern", "crosses"),
    [("甲\n乙", True), ("甲\n", False), ("(^|\n)甲", False), ("[^\n]甲", False), ("(甲|乙\n丙)", True)],
)
def test_a_sentence_end_counts_only_where_something_stands_on_both_sides(pattern: str, crosses: bool) -> None:
    assert crosses_line(pattern) is crosses


def test_words_are_contained_where_each_holds_another() -> None:
    assert contained(["推进甲", "甲乙"], ["甲"])
    assert not contained(["推进甲", "乙"], ["甲"])
