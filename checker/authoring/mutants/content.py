"""Content: the part is taken out, or its heading is left with nothing below."""

from __future__ import annotations

from collections.abc import Iterator

from checker.authoring.edits import Edit, Edited
from checker.authoring.mutants.base import FILLER, Good, Mutant, below, signature, take_out
from checker.authoring.mutants.numbers import mark_of
from checker.model import Span
from checker.rule import Rule, Section
from checker.structure.analysis import Analysis
from checker.structure.sections import find_section
from checker.texts import text


def removed(good: Good, rule: Rule) -> Iterator[Mutant]:
    """Take the section out with its headings; headings after it close up."""
    section = _section(good, rule, inner=False)
    if section is None:
        return
    found = take_out(good, lambda analysis: _whole(analysis, section))
    if found is not None:
        closed = take_out(good, lambda analysis: _whole(analysis, section), first=_renumbered(good.analysis, found))
        if closed is not None:
            yield Mutant(text("mutants.removed", section=section.name), closed)


def emptied(good: Good, rule: Rule) -> Iterator[Mutant]:
    """Leave the headings of the section and take out what stands below them."""
    section = _section(good, rule, inner=False)
    if section is None or not any(place.node >= 0 for place in find_section(good.analysis, section).places):
        return
    found = take_out(good, lambda analysis: _below(analysis, section))
    if found is not None:
        yield Mutant(text("mutants.emptied", section=section.name), found)


def unsaid(good: Good, rule: Rule) -> Iterator[Mutant]:
    """Take out the words by which a section counts that stands inside another one."""
    section = _section(good, rule, inner=True)
    if section is None:
        return
    found = take_out(good, lambda analysis: find_section(analysis, section).points, filler=FILLER)
    if found is not None:
        yield Mutant(text("mutants.unsaid", section=section.name), found)


def _section(good: Good, rule: Rule, *, inner: bool) -> Section | None:
    """Return the section that *rule* demands, if it stands inside another one or not, as *inner* says."""
    section = good.pack.template.section(rule.parameters["section"])
    fits = (section.within is not None) == inner
    return section if fits and not rule.parameters.get("optional") else None


def _whole(analysis: Analysis, section: Section) -> Iterator[Span]:
    last = signature(analysis)
    for place in find_section(analysis, section).places:
        if place.node >= 0:
            node = analysis.nodes[place.node]
            yield Span(node.start, min(max(node.body, place.span.end), last))
        else:
            yield from below(analysis, place, last)


def _below(analysis: Analysis, section: Section) -> Iterator[Span]:
    last = signature(analysis)
    for place in find_section(analysis, section).places:
        yield from below(analysis, place, last)


def _renumbered(analysis: Analysis, found: Edited) -> list[Edit]:
    """Return the edits that close up the numbers after headings that *found* has taken out."""
    gone = {
        index
        for index, node in enumerate(analysis.nodes)
        if any(span.start <= analysis.normal.origin[node.start] < span.end for span in found.touched)
    }
    edits = []
    for index, node in enumerate(analysis.nodes):
        mark = mark_of(node)
        if index in gone or mark is None:
            continue
        before = sum(
            other.parent == node.parent and other.rank == node.rank and mark_of(other) is not None
            for place, other in enumerate(analysis.nodes[:index])
            if place in gone
        )
        if 0 < before < mark.number:
            edits.append(mark.edit(analysis, mark.number - before))
    return edits
