"""Required: the report speaks of a matter, in the parts where it counts and as something that was done.

Parameters:
    concept: what must occur.
    sections: parts in which it counts, headings included; the whole report where left out.
    unless: a sentence in which this concept occurs does not count (an intention, a demand on others).
    at_least: in how many sentences it must occur; less is a failure (1).
    enough: in how many a good report speaks of it; less is partial.

Passes:  sections [duties]: 镇党政主要负责人在年终述职中专题述法。
Fails:   三、2026年安排 / 完善述法制度。        (an intention, in a part that does not count)
Where none of the parts is there, the rule does not apply: their own rules say so.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import islice
from typing import Any

from checker.checks.result import Result
from checker.model import Role, Span, State
from checker.rule import Rule
from checker.structure.analysis import Analysis, starting_in
from checker.structure.region import Region, sections_region
from checker.structure.units import Unit
from checker.texts import Text, text

KIND = "required"
SCHEMA: Mapping[str, Any] = {
    "type": "object",
    "properties": {
        "concept": {"type": "string", "x-refers-to": "concept"},
        "sections": {"type": "array", "minItems": 1, "items": {"type": "string", "x-refers-to": "section"}},
        "unless": {"type": "string", "x-refers-to": "concept"},
        "at_least": {"type": "integer", "minimum": 1},
        "enough": {"type": "integer", "minimum": 1},
    },
    "required": ["concept"],
    "additionalProperties": False,
}
_SHOWN = 3


def check(analysis: Analysis, rule: Rule) -> Result:
    """Count the sentences that speak of the matter."""
    concept, sections = rule.parameters["concept"], rule.parameters.get("sections", ())
    names = named_sections(analysis, sections)
    region = sections_region(analysis, sections)
    if not region:
        message = text("required.nowhere", sections=names)
        return Result(State.NOT_APPLICABLE, message, message)
    least = rule.parameters.get("at_least", 1)
    enough = max(rule.parameters.get("enough", least), least)
    told = _sentences(region, concept, rule.parameters.get("unless"), enough)
    if not told:
        return _missing(analysis, rule, names)
    words = "、".join(dict.fromkeys(analysis.as_written(hit) for hit in told.values()))
    why = text("required.why", sections=names, words=words)
    evidence = tuple(analysis.evidence(Span(unit.start, unit.end)) for unit in list(told)[:_SHOWN])
    if len(told) >= enough:
        return Result(State.PASS, text("required.found", name=rule.name), why, evidence)
    if len(told) >= least:
        message = text("required.thin", name=rule.name, count=len(told), enough=enough)
        return Result(State.PARTIAL, message, why, evidence)
    message = text("required.few", name=rule.name, count=len(told), least=least)
    return Result(State.FAIL, message, why, evidence)


def _sentences(region: Region, concept: str, unless: str | None, wanted: int) -> dict[Unit, Span]:
    """Return the sentences that count, each with its first hit; where one is wanted, the first of them is enough."""
    if wanted == 1:
        first = region.first(concept)
        if first is None or unless is None:
            return {} if first is None else {region.unit_at(first.start): first}
    told: dict[Unit, Span] = {}
    counted = region.without(unless)
    for hit in counted.hits(concept):
        told.setdefault(counted.unit_at(hit.start), hit)
    return told


def _missing(analysis: Analysis, rule: Rule, names: Text) -> Result:
    """Return the failure, with what was said of the matter where it does not count."""
    why = text("required.why.nothing", sections=names)
    hits = analysis.hits(rule.parameters["concept"])
    if not hits:
        return Result(State.FAIL, text("required.missing", name=rule.name), why)
    units = (unit for unit in analysis.units if starting_in(hits, unit.start, unit.end))
    near = tuple(analysis.evidence(Span(unit.start, unit.end), Role.NEAR_MISS) for unit in islice(units, _SHOWN))
    return Result(State.FAIL, text("required.elsewhere", name=rule.name, sections=names), why, near)


def named_sections(analysis: Analysis, sections: Sequence[str]) -> Text:
    """Return the names of *sections* for a sentence; the whole report for none."""
    if not sections:
        return text("required.anywhere")
    names = [analysis.template.section(section).name for section in sections]
    return Text("、".join(name.zh for name in names), ", ".join(name.en for name in names))
