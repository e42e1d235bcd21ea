"""What a rule refers to is read from the schema of its kind."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from checker.authoring.uses import Use, concepts_of, inner_names, named, one_level, sections_of, uses
from checker.rule import Pack

from . import packs


@pytest.fixture
def pack(tmp_path: Path) -> Pack:
    return packs.demo(tmp_path)


def test_names_are_found_with_their_place_however_deep(pack: Pack) -> None:
    rule = replace(
        pack.rule("D-SLANG"),
        kind="coverage",
        parameters={
            "topics": [{"id": "a", "name": {"zh": "甲", "en": "A"}, "concept": "slang", "levels": ["county"]}],
            "sections": ["results"],
            "title": "matter",
        },
    )
    assert uses(rule) == (
        Use(("topics", 0, "concept"), "concept", "slang"),
        Use(("topics", 0, "levels", 0), "level", "county"),
        Use(("sections", 0), "section", "results"),
        Use(("title",), "concept", "matter"),
    )
    assert (named(rule, "concept"), named(rule, "norm")) == (("slang", "matter"), ())
    assert [section.id for section in sections_of(rule, pack.template)] == ["results"]


def test_the_words_of_a_rule_are_its_own_and_those_of_its_sections(pack: Pack) -> None:
    assert [concept.name for concept in concepts_of(pack.rule("D-INSPECTION"), pack)] == [
        "inspection",
        "h_results",
        "done",
    ]
    assert [concept.name for concept in concepts_of(pack.rule("D-GAPS"), pack)] == ["h_gaps", "gap"]


def test_names_inside_phrases_are_filled_in_one_level_deep(pack: Pack) -> None:
    vocabulary = pack.template.vocabulary
    assert inner_names(vocabulary["inspection"]) == ("patrol",)
    assert [one_level(phrase, vocabulary) for phrase in vocabulary["inspection"].phrases] == ["巡河", "(巡查)"]
    assert one_level("<unknown>甲", vocabulary) == "<unknown>甲"
