"""Balance, similarity: a part becomes very short, the account loses its figures, the report is last year's."""

from __future__ import annotations

from collections.abc import Iterator

from checker.authoring.edits import edited
from checker.authoring.mutants.base import Good, Mutant, replaced
from checker.model import Span
from checker.regex import regex
from checker.rule import Rule
from checker.structure.region import sections_region
from checker.structure.sections import find_section
from checker.texts import text

_DIGITS = regex(r"\d[\d.,]*")


def shortened(good: Good, rule: Rule) -> Iterator[Mutant]:
    """Leave of the part that is measured its shortest telling sentence, if that is short enough."""
    section = good.pack.template.section(rule.parameters["section"])
    points = find_section(good.analysis, section).points
    whole = sections_region(good.analysis, [section.id]).units
    told = [unit for unit in whole if not unit.is_title]
    telling = [unit for unit in told if any(unit.start <= point.start < unit.end for point in points)]
    if not telling:
        return
    kept = min(telling, key=lambda unit: unit.end - unit.start)
    gone = sum(unit.end - unit.start for unit in told if unit is not kept)
    left = sum(unit.end - unit.start for unit in whole) - gone
    if left < rule.parameters["share"] * (len(good.analysis.text) - gone):
        edits = [replaced(good.analysis, Span(unit.start, unit.end)) for unit in told if unit is not kept]
        yield Mutant(text("mutants.shortened", section=section.name), edited(good.document, edits))


def without_figures(good: Good, rule: Rule) -> Iterator[Mutant]:
    """Put words in the place of the figures of the account."""
    section = good.pack.template.section(rule.parameters["account"])
    edits = [
        replaced(good.analysis, Span(*hit.span()), "若干")
        for unit in sections_region(good.analysis, [section.id]).units
        for hit in _DIGITS.finditer(good.analysis.text, unit.start, unit.end)
    ]
    if edits:
        yield Mutant(text("mutants.figures", section=section.name), edited(good.document, edits))


def copied(good: Good, _: Rule) -> Iterator[Mutant]:
    """Let last year's report have been the same."""
    yield Mutant(text("mutants.copied"), edited(good.document, ()), previous=good.document)
