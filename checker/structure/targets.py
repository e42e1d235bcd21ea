"""Which years a part sets itself: in its heading, and in sentences that say when something is to be done."""

from __future__ import annotations

from collections.abc import Iterator

from checker.model import Span
from checker.regex import regex
from checker.structure.analysis import Analysis
from checker.structure.sections import Found

_YEAR = regex(r"20\d\d(?=年)")


def stated_years(analysis: Analysis, found: Found, concept: str) -> Iterator[tuple[int, Span]]:
    """Yield each year that *found* sets itself, with where it says so; *concept* finds such sentences."""
    for place in found.places:
        if place.node >= 0:
            node = analysis.nodes[place.node]
            # A heading for two years (2025年情况和2026年安排) states the later one for the plan.
            if years := _YEAR.findall(analysis.text, node.start, node.title_end + 1):
                yield max(map(int, years)), Span(node.start, node.title_end)
        for unit in place.units:
            for hit in analysis.hits_in(concept, unit.start, unit.end):
                if year := _YEAR.search(analysis.text, hit.start, hit.end + 1):
                    yield int(year.group()), Span(unit.start, unit.end)
