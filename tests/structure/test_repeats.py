"""One indicator, told twice by the same unit."""

from __future__ import annotations

from checker.matching.fold import fold
from checker.matching.phrases import SearchText
from checker.model import Span
from checker.structure.figures import sentences
from checker.structure.repeats import repeats
from tests.structure.build import units

UNITS = units("件")
INDICATOR = "矛盾纠纷"


def told(text: str, this_year: str = "2025") -> list[tuple[str, bool]]:
    folded = fold(text)
    found = sentences(SearchText(folded), UNITS)
    at = [index for index in range(len(folded)) if folded.startswith(INDICATOR, index)]
    named = [Span(index, index + len(INDICATOR)) for index in at]
    return [(one.calculation, one.holds) for one in repeats(folded, found, named, ("全镇", "我镇"), this_year)]


def test_a_unit_is_known_by_how_it_speaks_of_itself() -> None:
    assert told("全镇共调解矛盾纠纷412件。我镇全年调解矛盾纠纷421件。") == [("412≠421", False)]


def test_a_number_may_follow_the_word_together() -> None:
    assert told("全镇调解矛盾纠纷共412件。（一）全镇共调解矛盾纠纷412件。") == [("412=412", True)]


def test_each_later_mention_is_held_against_the_first() -> None:
    assert told("全镇调解矛盾纠纷4件。" * 2 + "全镇调解矛盾纠纷5件。") == [("4=4", True), ("4≠5", False)]


def test_the_year_of_the_report_is_meant_where_none_is_named() -> None:
    text = "2025年调解矛盾纠纷412件。全年调解矛盾纠纷421件。"
    assert (told(text), told(text, "2024"), told(text, "")) == ([("412≠421", False)], [], [])


def test_numbers_of_different_scope_are_not_compared() -> None:
    assert told("全镇调解矛盾纠纷412件。司法所调解矛盾纠纷96件。为全镇调解矛盾纠纷3件。") == []
