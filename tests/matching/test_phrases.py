"""Phrases are what rule authors write; they run in linear time and stay inside a sentence."""

from __future__ import annotations

import pytest

from checker.matching.phrases import PhraseError, SearchText, compile_pattern, expand, matcher
from checker.vocabulary import Concept, Vocabulary

VOCABULARY = Vocabulary(
    {
        "leader": Concept("leader", ("主要负责[人同]", "县长"), ("《[^》]{0,30}》", "副县长")),
        "act": Concept("act", ("<leader>…8听取",)),
        "loop": Concept("loop", ("<pool>",)),
        "pool": Concept("pool", ("<loop>",)),
    }
)


def found(phrases: tuple[str, ...], text: str, unless: tuple[str, ...] = ()) -> list[str]:
    concept = Concept("c", phrases, unless)
    return [text[span.start : span.end] for span in matcher(concept, VOCABULARY).spans(SearchText(text))]


def test_a_gap_is_bounded_and_ends_with_the_sentence() -> None:
    assert found(("听取…4汇报",), "听取专题汇报;听取执法监督工作汇报。听取。汇报") == ["听取专题汇报"]
    assert found(("听取…汇报",), "听取执法监督工作汇报。听取。汇报") == ["听取执法监督工作汇报"]


def test_a_concept_is_named_inside_a_phrase() -> None:
    assert found(("<act>",), "县长专题听取汇报") == ["县长专题听取"]


def test_punctuation_may_be_written_full_width_and_stands_for_itself() -> None:
    assert found(("县（市、区）",), "各县(市、区)政府") == ["县(市、区)"]


def test_a_hit_that_begins_inside_an_exception_does_not_count() -> None:
    text = "副县长出席,县长主持,《主要负责人职责规定》,主要负责人听取"
    assert found(("主要负责[人同]", "县长"), text, ("《[^》]{0,30}》", "副县长")) == ["县长", "主要负责人"]


def test_hits_are_code_points_beyond_the_basic_plane_too() -> None:
    assert found(("听取",), "𠀀𠀀听取") == ["听取"]


def test_white_space_in_a_phrase_is_left_out_as_it_is_in_the_text() -> None:
    assert found(("第一 责任人",), "第一责任人") == ["第一责任人"]


@pytest.mark.parametrize(
    ("phrase", "message", "offset"),
    [
        ("第<nobody>", "没有名为“nobody”的词组", 1),
        ("<loop>", "词组互相引用成环：loop → pool → loop", 0),
        ("听取…0汇报", "间隔“…0”应在 1 到 200 之间", 2),
    ],
)
def test_what_cannot_be_expanded_is_told_with_its_place(phrase: str, message: str, offset: int) -> None:
    with pytest.raises(PhraseError) as caught:
        expand(phrase, VOCABULARY)
    assert (caught.value.message.zh, caught.value.offset if phrase != "<loop>" else 0) == (message, offset)


@pytest.mark.parametrize("pattern", ["(甲", "(?=甲)", r"(甲)\1", "甲{2000}"])
def test_what_a_linear_engine_cannot_do_is_refused(pattern: str) -> None:
    with pytest.raises(PhraseError):
        compile_pattern(pattern)


def test_nested_repetition_ends() -> None:
    assert found(("(甲+)+乙",), "甲" * 5000) == []
