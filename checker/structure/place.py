"""One stretch of text that speaks for a section: which of its sentences count, and what in them says so."""

from __future__ import annotations

from bisect import bisect_left
from enum import StrEnum

from checker.frozen import dataclass
from checker.model import Span
from checker.rule import Section
from checker.structure.analysis import Analysis, starting_in
from checker.structure.units import Unit


class How(StrEnum):
    """In which form a part is there; from the plainest to the weakest."""

    CHAPTER = "chapter"  # a chapter of its own
    PART = "part"  # a heading inside another chapter
    THEMES = "themes"  # chapters by theme that no section claims
    PASSAGE = "passage"  # several sentences without a heading
    SENTENCE = "sentence"  # one sentence without a heading


@dataclass(frozen=True, slots=True)
class Place:
    """One stretch that speaks for a section. *units* are those that count; *points* what they say."""

    how: How
    span: Span
    units: tuple[Unit, ...]
    points: tuple[Span, ...]
    node: int = -1


def place_of(analysis: Analysis, section: Section, how: How, units: tuple[Unit, ...], node: int = -1) -> Place | None:
    """Return the place that *units* make, None where none of them says anything that counts."""
    if not units:
        return None
    region = Span(min(unit.start for unit in units), max(unit.end for unit in units))
    statements = analysis.hits_within(section.statements, region)
    disqualifying = analysis.hits_within(section.unless, region)
    counted: list[Unit] = []
    points: list[Span] = []
    starts = [span.start for span in statements]
    for unit in units:
        if not starting_in(disqualifying, unit.start, unit.end):
            counted.append(unit)
            first = bisect_left(starts, unit.start)
            points += statements[first : bisect_left(starts, unit.end, first)]
    return Place(how, region, tuple(counted), tuple(points), node) if points else None
