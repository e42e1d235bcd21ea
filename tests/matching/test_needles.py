"""A text without any needle of a pattern is never matched by it."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.api import load_pack
from checker.matching.needles import needles
from checker.matching.phrases import SearchText, compile_pattern, expand


@pytest.mark.parametrize(
    ("patterns", "expected"),
    [
        (["第一责任人"], ("第一责任人",)),
        (["存在(的)?(主要)?(问题|不足)"], ("存在",)),
        (["听取.{0,20}?汇报"], ("听取",)),
        (["甲+乙"], ("甲乙",)),
        (["(甲|乙丙)丁戊"], ("丁戊",)),
        (["[甲乙]丙?丁{2}"], ("丁",)),
        ([r"\d+件"], ("件",)),
        (["甲?"], ()),
        (["甲乙", "."], ()),
        (["(?m)^问题$"], ("问题",)),
        (["(?:甲|[乙丙])"], ()),
        ([r"\(市\)"], ("(市)",)),
    ],
)
def test_needles_of_a_pattern(patterns: list[str], expected: tuple[str, ...]) -> None:
    assert needles(patterns) == expected


ATOMS = st.sampled_from(["甲", "乙", "丙", "[甲乙]", ".", r"\d", "甲乙丙"])
QUANTIFIERS = st.sampled_from(["", "", "?", "*", "+", "{0,2}", "{2}", "??"])


def _nested(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    group = st.lists(inner, min_size=1, max_size=3).map(lambda parts: "(" + "|".join(parts) + ")")
    return st.lists(st.tuples(st.one_of(inner, group), QUANTIFIERS), min_size=1, max_size=3).map(
        lambda parts: "".join(f"(?:{atom}){quantifier}" for atom, quantifier in parts)
    )


@given(st.recursive(ATOMS, _nested, max_leaves=8), st.text("甲乙丙丁1", max_size=12))
def test_no_match_is_ever_skipped(pattern: str, text: str) -> None:
    words = needles([pattern])
    if words and re.search(pattern, text):
        assert any(word in text for word in words)


def test_every_shipped_concept_keeps_its_hits() -> None:
    vocabulary = load_pack().template.vocabulary
    for name in vocabulary:
        patterns = [expand(phrase, vocabulary) for phrase in vocabulary[name].phrases]
        words = needles(patterns)
        for phrase in vocabulary[name].phrases[:3]:
            sample = re.sub(r"[^\u4e00-\u9fff]", "", phrase)
            hit = SearchText(sample).find(compile_pattern("|".join(patterns)))
            assert not hit or not words or any(word in sample for word in words)
