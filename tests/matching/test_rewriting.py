"""Patterns of corrections capture what is put back."""

from __future__ import annotations

import pytest

from checker.matching.phrases import PhraseError
from checker.matching.rewriting import groups_of, highest_group, rewritten
from checker.model import Span


def pieces(words: str, pattern: str, replacement: str) -> list[str] | None:
    made = rewritten(words, pattern, replacement)
    if made is None:
        return None
    return [piece if isinstance(piece, str) else words[piece.start : piece.end] for piece in made.pieces]


@pytest.mark.parametrize(
    ("words", "pattern", "replacement", "made"),
    [
        ("国发[2021]3号", r"(.+)\[(\d+)\](.+)", r"\1〔\2〕\3", ["国发", "〔", "2021", "〕", "3号"]),
        ("、等", "、等", "等", ["等"]),
        ("、", "、", "", []),
        ("甲乙", "(甲)(乙)", r"\2\1", ["乙", "甲"]),
        ("甲", "(甲)(乙)?", r"\1\2", ["甲"]),
        ("甲乙", "甲", "丙", None),
        ("好。坏", "好.坏", "坏", None),
    ],
)
def test_a_form_is_rewritten_where_all_of_it_matches(
    words: str, pattern: str, replacement: str, made: list[str] | None
) -> None:
    assert pieces(words, pattern, replacement) == made


def test_what_is_captured_is_a_place_in_the_words() -> None:
    made = rewritten("印发国发[2021]3号", r"(.+)\[(\d+)\].+", r"\2")
    assert made is not None
    assert made.pieces == (Span(5, 9),)


def test_groups_are_counted() -> None:
    assert groups_of(r"(甲|(乙))(?:丙)") == 2
    assert (highest_group(r"\1〔\3〕"), highest_group("〔〕")) == (3, 0)


@pytest.mark.parametrize("pattern", ["(甲", "<name>", "甲(?=乙)"])
def test_a_pattern_that_cannot_be_used_is_an_error(pattern: str) -> None:
    with pytest.raises(PhraseError):
        groups_of(pattern)
