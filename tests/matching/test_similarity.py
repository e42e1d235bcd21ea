"""Shared text is found however its punctuation was changed, and no number is cut in two."""

from __future__ import annotations

import pytest

from checker.matching.similarity import Passage, Shingles
from checker.model import Span


def passages(here: str, there: str, at_least: int = 6) -> list[tuple[str, str]]:
    found = Shingles(here).passages(Shingles(there), at_least)
    return [(here[each.here.start : each.here.end], there[each.there.start : each.there.end]) for each in found]


def test_a_text_shares_all_of_itself_and_nothing_of_another() -> None:
    one, other = Shingles("全镇调解矛盾纠纷一百余件"), Shingles("修订防汛地质灾害应急预案")
    assert (one.share(one), one.share(other)) == (1.0, 0.0)


def test_the_share_counts_runs_of_five() -> None:
    assert Shingles("一二三四五六甲乙丙丁").share(Shingles("一二三四五六")) == pytest.approx(2 / 6)


def test_a_text_shorter_than_a_run_shares_nothing() -> None:
    assert Shingles("一二三四").share(Shingles("一二三四")) == 0.0


def test_punctuation_and_spaces_hide_nothing() -> None:
    assert passages("去年，全镇调解 矛盾纠纷。", "全镇调解矛盾、纠纷；") == [
        ("全镇调解 矛盾纠纷", "全镇调解矛盾、纠纷")
    ]


def test_the_longest_of_several_places_is_taken() -> None:
    here, there = "全镇调解矛盾纠纷成功", "全镇调解矛盾信访。又全镇调解矛盾纠纷成功。"
    assert passages(here, there) == [("全镇调解矛盾纠纷成功", "全镇调解矛盾纠纷成功")]


def test_passages_come_one_after_another() -> None:
    here = "全镇调解矛盾纠纷甲乙开展普法宣传活动"
    there = "开展普法宣传活动丙丁全镇调解矛盾纠纷"
    assert Shingles(here).passages(Shingles(there), 6) == [
        Passage(Span(0, 8), Span(10, 18), 8),
        Passage(Span(10, 18), Span(0, 8), 8),
    ]


@pytest.mark.parametrize(
    ("here", "there", "shared"),
    [
        ("办结率93%以上事项一次办", "办结率91.83%以上事项一次办", [("%以上事项一次办"[1:], "%以上事项一次办"[1:])]),
        ("全镇调解矛盾纠纷12", "全镇调解矛盾纠纷125", [("全镇调解矛盾纠纷", "全镇调解矛盾纠纷")]),
    ],
)
def test_numbers_are_not_cut_in_two(here: str, there: str, shared: list[tuple[str, str]]) -> None:
    assert passages(here, there) == shared


def test_only_the_given_parts_are_compared() -> None:
    text = "全镇调解矛盾纠纷。开展普法宣传活动。"
    part = Shingles(text, [Span(9, 18)])
    assert part.letters == "开展普法宣传活动"
    assert part.passages(Shingles(text), 6)[0].here == Span(9, 17)


def test_repetition_without_end_is_no_burden() -> None:
    assert [each.characters for each in Shingles("甲" * 20000).passages(Shingles("甲" * 20000), 30)] == [20000]
