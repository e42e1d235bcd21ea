"""Facts: what is told can be checked: acts are named, their number is given, and there were enough of them.

Parameters:
    concept: what is counted, an act or an event (举办法治讲座).
    also: what is added to the numbers where it is told, but is not asked for (法治培训).
    sections: parts in which it counts; the whole report where left out.
    units: counting words that make a number one of such acts (期, 次); a number stands in the same clause.
    at_least: what must be there; less is a failure. Keys: ``facts`` (sentences that name one), ``figures`` (acts with a
        number), ``total`` (sum of the numbers).
    enough: what a good report has; less is partial. Same keys.
    absent: what to say where nothing is named, ``fail`` (default) or ``not_applicable``.

Passes:  units [期], at_least {total: 2}: 举办法治专题讲座2期。
Fails:   举办法治专题讲座1期。
A total is never held against a report that leaves a number out: 举办法治专题讲座 alone is not applicable.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from checker.checks.required import named_sections
from checker.checks.result import Result
from checker.frozen import dataclass
from checker.model import Span, State
from checker.rule import Rule
from checker.structure.analysis import Analysis
from checker.structure.quantities import number_beside
from checker.structure.region import Region, sections_region
from checker.structure.units import Unit
from checker.texts import Text, text

KIND = "facts"
_AMOUNT = {
    "type": "object",
    "properties": {key: {"type": "integer", "minimum": 1} for key in ("facts", "figures", "total")},
    "additionalProperties": False,
    "minProperties": 1,
}
SCHEMA: Mapping[str, Any] = {
    "type": "object",
    "properties": {
        "concept": {"type": "string", "x-refers-to": "concept"},
        "also": {"type": "string", "x-refers-to": "concept"},
        "sections": {"type": "array", "minItems": 1, "items": {"type": "string", "x-refers-to": "section"}},
        "units": {"type": "array", "minItems": 1, "items": {"type": "string", "minLength": 1}},
        "at_least": _AMOUNT,
        "enough": _AMOUNT,
        "absent": {"enum": ["fail", "not_applicable"]},
    },
    "required": ["concept", "units"],
    "anyOf": [{"required": ["at_least"]}, {"required": ["enough"]}],
    "additionalProperties": False,
}
_SHOWN = 3


@dataclass(frozen=True, slots=True)
class _Act:
    """One act as told: its sentence and how many of it there were, None where no number stands beside it."""

    unit: Unit
    number: float | None


def check(analysis: Analysis, rule: Rule) -> Result:
    """Count the acts and their numbers."""
    parameters = rule.parameters
    names = named_sections(analysis, parameters.get("sections", ()))
    region = sections_region(analysis, parameters.get("sections", ()))
    if not region:
        message = text("required.nowhere", sections=names)
        return Result(State.NOT_APPLICABLE, message, message)
    used: set[int] = set()
    acts = _acts(analysis, region, parameters["concept"], tuple(parameters["units"]), used)
    if acts and "also" in parameters and _count(acts)["total"] < parameters.get("at_least", {}).get("total", 0):
        acts += _acts(analysis, region, parameters["also"], tuple(parameters["units"]), used)
    if not acts:
        state = State(parameters.get("absent", "fail"))
        key = "facts.none" if state is State.FAIL else "facts.absent"
        return Result(state, text(key, name=rule.name, sections=names), text("required.why.nothing", sections=names))
    counted = _count(acts)
    summed = any("total" in parameters.get(key, {}) for key in ("at_least", "enough"))
    why = text("facts.why_total" if summed else "facts.why", **counted)
    evidence = tuple(analysis.evidence(Span(unit.start, unit.end)) for unit in _telling(acts))
    for state, key in ((State.FAIL, "at_least"), (State.PARTIAL, "enough")):
        short = [name for name, least in parameters.get(key, {}).items() if counted[name] < least]
        if short == ["total"] and counted["figures"] < len(acts):
            return Result(State.NOT_APPLICABLE, text("facts.unstated", name=rule.name), why, evidence)
        if short:
            return Result(state, _shortfall(rule, short[0], parameters[key][short[0]], counted), why, evidence)
    return Result(State.PASS, text("facts.found", name=rule.name, counted=why), why, evidence)


def _count(acts: Sequence[_Act]) -> dict[str, int]:
    numbers = [act.number for act in acts if act.number is not None]
    return {"facts": len({act.unit for act in acts}), "figures": len(numbers), "total": int(sum(numbers))}


def _shortfall(rule: Rule, name: str, least: int, counted: Mapping[str, int]) -> Text:
    return text(f"facts.short.{name}", name=rule.name, least=least, found=counted[name])


def _telling(acts: Sequence[_Act]) -> list[Unit]:
    """Return the sentences to show: those with a number first."""
    ordered = sorted(acts, key=lambda act: act.number is None)
    return list(dict.fromkeys(act.unit for act in ordered))[:_SHOWN]


def _acts(analysis: Analysis, region: Region, concept: str, units: tuple[str, ...], used: set[int]) -> list[_Act]:
    """Return each act with its number; a number in *used* belongs to another act."""
    words = analysis.text
    acts: list[_Act] = []
    for hit in region.hits(concept):
        unit = region.unit_at(hit.start)
        found = number_beside(words, hit, Span(unit.start, unit.end), units, used)
        if found is not None:
            used.add(found[0])
        acts.append(_Act(unit, None if found is None else found[1]))
    return acts
