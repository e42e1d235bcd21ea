"""A number belongs to the act beside it, in its own clause."""

from __future__ import annotations

import pytest

from checker.model import Span
from checker.structure.quantities import figures_in, number_beside


def number(sentence: str, act: str = "讲座") -> float | None:
    start = sentence.index(act)
    found = number_beside(
        sentence, Span(start, start + len(act)), Span(0, len(sentence)), ("期", "场次", "场"), used=set()
    )
    return None if found is None else found[1]


@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        ("举办讲座2期", 2),
        ("举办讲座两期", 2),
        ("举办讲座十二场", 12),
        ("组织3场次法治讲座", 3),
        ("讲座20余期", 20),
        ("讲座1.2万场", 12000),
        ("讲座2期3场", 2),
        ("5场培训讲座2期", 2),
        ("举办讲座,培训2期", None),
        ("培训2期,举办讲座", None),
        ("举办第2期讲座", None),
        ("每季度举办讲座1期", None),
        ("各1期讲座", None),
        ("举办讲座2件", None),
        ("举办讲座", None),
    ],
)
def test_the_number_beside_an_act(sentence: str, value: float | None) -> None:
    assert number(sentence) == value


def test_a_number_that_is_used_is_passed_over() -> None:
    assert number_beside("讲座2期", Span(0, 2), Span(0, 4), ("期",), used={2}) is None


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("调解187件,成功184件,率98.4%", 3),
        ("1,234件", 1),
        ("《纲要(2021-2025年)》", 0),
        ("2025年1月29日召开", 0),
        ("“12345”热线", 0),
        ("国发〔2024〕5号", 0),
        ("第3次会议", 0),
        ("1.加强2、落实(3)推进", 0),
        ("", 0),
    ],
)
def test_figures_are_counted_without_titles_years_and_ordinals(text: str, count: int) -> None:
    assert figures_in(text) == count
