"""Regions: the sentences of a document in which something may count, searched without the rest.

A sentence belongs to a region because of where it stands (``structure.sections``): what a plan intends is no account,
and what the account says of a shortcoming is no shortcoming.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate

from checker.frozen import dataclass, field
from checker.matching.phrases import SearchText, matcher
from checker.model import Span
from checker.structure.analysis import Analysis
from checker.structure.sections import find_section
from checker.structure.units import Unit


@dataclass(frozen=True)
class Region:
    """Units of a document in order, with a text of their own in which concepts are searched.

    Each unit begins a new line there, so that no phrase reaches from one into the next. Offsets that go in and come out
    are those of the document's normalised text.
    """

    analysis: Analysis
    units: tuple[Unit, ...]
    _searched: SearchText
    _starts: tuple[int, ...]
    _hits: dict[str, tuple[Span, ...]] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.units)

    def hits(self, concept: str) -> tuple[Span, ...]:
        """Return where *concept* occurs, in order. Raises KeyError for an unknown concept."""
        if concept not in self._hits:
            vocabulary = self.analysis.template.vocabulary
            spans = matcher(vocabulary[concept], vocabulary).spans(self._searched)
            self._hits[concept] = tuple(map(self._placed, spans))
        return self._hits[concept]

    def first(self, concept: str) -> Span | None:
        """Return where *concept* occurs first, None where it does not: cheaper than all hits where it often does."""
        if concept in self._hits:
            return next(iter(self._hits[concept]), None)
        vocabulary = self.analysis.template.vocabulary
        hit = matcher(vocabulary[concept], vocabulary).first(self._searched)
        return None if hit is None else self._placed(hit)

    def telling(self, concept: str) -> tuple[Unit, ...]:
        """Return the units in which *concept* occurs, in order, each once."""
        return tuple(dict.fromkeys(self.unit_at(hit.start) for hit in self.hits(concept)))

    def without(self, concept: str | None) -> Region:
        """Return the region without the units in which *concept* occurs; for None the region itself."""
        barred = set() if concept is None else set(self.telling(concept))
        return region_of(self.analysis, (unit for unit in self.units if unit not in barred)) if barred else self

    def unit_at(self, position: int) -> Unit:
        """Return the unit of the region that holds *position*."""
        return self.units[bisect_right(self.units, position, key=lambda unit: unit.start) - 1]

    def _placed(self, found: Span) -> Span:
        line = bisect_right(self._starts, found.start) - 1
        unit = self.units[line]
        moved = unit.start - self._starts[line]
        return Span(found.start + moved, min(found.end + moved, unit.end))


def region_of(analysis: Analysis, units: Iterable[Unit]) -> Region:
    """Return the region of *units*, which are brought into order, each once."""
    by_start = {unit.start: unit for unit in units}
    ordered = tuple(by_start[start] for start in sorted(by_start))
    lines = [analysis.text[unit.start : unit.end].rstrip("\n") for unit in ordered]
    starts = tuple(accumulate((len(line) + 1 for line in lines), initial=0))[:-1]
    return Region(analysis, ordered, SearchText("\n".join(lines), analysis.normal.searched), starts)


def sections_region(analysis: Analysis, section_ids: Sequence[str]) -> Region:
    """Return what counts for any of the sections, with the headings above it; the whole document for none.

    A heading under which nothing counts is left out: it promises only.
    """
    return analysis.once(f"region {' '.join(sorted(section_ids))}", lambda: _sections_region(analysis, section_ids))


def _sections_region(analysis: Analysis, section_ids: Sequence[str]) -> Region:
    if not section_ids:
        return region_of(analysis, analysis.units)
    told = [
        unit
        for section_id in section_ids
        for place in find_section(analysis, analysis.template.section(section_id)).places
        for unit in place.units
    ]
    filled: set[int] = set()
    for node in {unit.node for unit in told}:
        above = node
        while above >= 0 and above not in filled:
            filled.add(above)
            above = analysis.nodes[above].parent
    titles = (unit for unit in analysis.units if unit.is_title and unit.node in filled)
    return region_of(analysis, (*told, *titles))
