"""What phrases look for is told apart: words that are looked up, and a pattern that is run where a needle stands."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.api import load_pack
from checker.matching.phrases import Finder, SearchText, compile_pattern, expand, matcher
from checker.matching.sought import sought
from checker.model import Span
from checker.vocabulary import Concept, Vocabulary


@pytest.mark.parametrize(
    ("patterns", "words", "rest", "needles"),
    [
        (["第一责任人"], "第一责任人", "", ""),
        (["存在(的)?(问题|不足)"], "存在不足 存在的不足 存在的问题 存在问题", "", ""),
        (["听取.{0,20}?汇报"], "", "(?:听取.{0,20}?汇报)", "听取 汇报"),
        (["甲+乙"], "", "(?:甲+乙)", "甲 乙"),
        (["(甲|乙丙)丁戊"], "乙丙丁戊 甲丁戊", "", ""),
        (["[甲乙]丙?丁{2}"], "乙丁丁 乙丙丁丁 甲丁丁 甲丙丁丁", "", ""),
        ([r"\d+件"], "", r"(?:\d+件)", "件"),
        (["甲?"], "", "(?:甲?)", ""),
        (["甲乙", "."], "甲乙", "(?:.)", ""),
        (["(?m)^问题$"], "", "(?:(?m)^问题$)", "问题"),
        (["甲|乙.丙|丁"], "丁 甲", "(?:乙.丙)", "乙"),
        ([r"\(市\)"], "(市)", "", ""),
        (["甲\n乙"], "", "(?:甲\n乙)", ""),
        ([r"\pL件"], "", r"(?:\pL件)", ""),
    ],
)
def test_phrases_are_words_and_a_rest(patterns: list[str], words: str, rest: str, needles: str) -> None:
    found = sought(patterns)
    assert (found.words, found.rest) == (words, rest)
    assert set(found.needles.split()) <= set(needles.split())
    assert bool(found.needles) == bool(needles)


ATOMS = st.sampled_from(["甲", "乙", "丙", "[甲乙]", ".", r"\d", "甲乙丙"])
QUANTIFIERS = st.sampled_from(["", "", "?", "*", "+", "{0,2}", "{2}", "??"])
TEXTS = st.text("甲乙丙丁1。", max_size=12)


def _nested(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    group = st.lists(inner, min_size=1, max_size=3).map(lambda parts: "(" + "|".join(parts) + ")")
    return st.lists(st.tuples(st.one_of(inner, group), QUANTIFIERS), min_size=1, max_size=3).map(
        lambda parts: "".join(f"(?:{atom}){quantifier}" for atom, quantifier in parts)
    )


PATTERNS = st.recursive(ATOMS, _nested, max_leaves=8)


@given(PATTERNS, TEXTS)
def test_what_a_pattern_would_find_is_found(pattern: str, text: str) -> None:
    searched = SearchText(text)
    finder = Finder(sought([pattern]))
    hits = searched.find(compile_pattern(pattern))
    found = finder.spans(searched)
    assert bool(found) == bool(hits)
    assert [hit.start for hit in found[:1]] == [hit.start for hit in hits[:1]]
    assert finder.first(searched) == next(iter(found), None)
    assert finder.begins(searched) or not found or found[0].start > 0


@given(st.lists(PATTERNS, min_size=1, max_size=3), TEXTS)
def test_hits_are_in_order_apart_and_true(patterns: list[str], text: str) -> None:
    searched = SearchText(text)
    found = Finder(sought(patterns)).spans(searched)
    whole = re.compile("|".join(f"(?:{pattern})" for pattern in patterns))
    assert all(whole.fullmatch(searched.lines, hit.start, hit.end) for hit in found)
    assert all(one.end <= other.start for one, other in pairwise(found))


@given(st.lists(PATTERNS, min_size=1, max_size=3), TEXTS, st.integers(0, 12), st.integers(0, 12))
def test_a_piece_of_a_text_is_searched_as_if_it_stood_alone(
    patterns: list[str], text: str, one: int, other: int
) -> None:
    piece = text[min(one, other) : max(one, other)]
    finder = Finder(sought(patterns))
    assert finder.spans(SearchText(piece, SearchText(text))) == finder.spans(SearchText(piece))


def test_a_search_goes_on_where_the_last_hit_ended() -> None:
    finder = Finder(sought(["甲乙", "乙.丙", "丙.丁"]))
    assert finder.spans(SearchText("甲乙1丙2丁")) == [Span(0, 2), Span(3, 6)]
    assert finder.spans(SearchText("乙1丙2丁甲乙")) == [Span(0, 3), Span(5, 7)]


def test_the_longest_word_counts_and_a_word_before_a_pattern_that_is_listed_after_it() -> None:
    text = SearchText("主持全体会,主持召开会")
    assert Finder(sought(["主持", "主持召开", "主持.{0,4}会"])).spans(text) == [Span(0, 2), Span(6, 10)]
    assert Finder(sought(["主持.{0,4}会", "主持", "主持召开"])).spans(text) == [Span(0, 5), Span(6, 11)]
    assert Finder(sought(["主持.{0,4}会", "主持"])).first(text) == Span(0, 5)


def test_a_word_with_a_sentence_end_inside_is_one_word() -> None:
    text = SearchText("甲乙。丙丁")
    assert Finder(sought(["甲乙.丁", "甲乙\n丙", "甲乙(?s:.){2,3}丁"])).spans(text) == [Span(0, 5)]
    assert Finder(sought(["甲乙\n丙"])).words == ("甲乙\n丙",)


def test_words_beyond_the_basic_plane_are_found_where_they_stand() -> None:
    finder = Finder(sought(["𠀀乙", "𠀁"]))
    assert finder.spans(SearchText("甲𠀀乙𠀁")) == [Span(1, 3), Span(3, 4)]


def test_what_a_pack_keeps_finds_what_its_phrases_find() -> None:
    vocabulary = load_pack().template.vocabulary
    bare = Vocabulary({name: Concept(name, each.phrases, each.unless) for name, each in vocabulary.items()})
    for name, concept in vocabulary.items():
        sample = SearchText("。".join(re.sub(r"[^\u4e00-\u9fff0-9,]", "", phrase) for phrase in concept.phrases[:6]))
        assert matcher(concept, vocabulary).spans(sample) == matcher(bare[name], bare).spans(sample), name
        for phrase in concept.phrases[:3]:
            if not concept.unless and sample.find(compile_pattern(expand(phrase, vocabulary))):
                assert matcher(concept, vocabulary).spans(sample), phrase
