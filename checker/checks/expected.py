"""Expected: a report on a certain year usually speaks of certain things (a meeting, a law that came into force).

Parameters:
    mentions: list of ``{name, concept}``.
    at_least: how many of them are enough; all where left out.

Passes:  every concept, or *at_least* of them, occurs somewhere in the report
Fails:   too few occur; partial where some do
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from checker.checks.result import Result
from checker.model import State
from checker.rule import Rule
from checker.structure.analysis import Analysis
from checker.texts import Text, text

KIND = "expected"
SCHEMA: Mapping[str, Any] = {
    "type": "object",
    "properties": {
        "mentions": {
            "type": "array",
            "minItems": 1,
            "items": {
                "type": "object",
                "properties": {
                    "name": {"$ref": "#/$defs/text"},
                    "concept": {"type": "string", "x-refers-to": "concept"},
                },
                "required": ["name", "concept"],
                "additionalProperties": False,
            },
        },
        "at_least": {"type": "integer", "minimum": 1},
    },
    "required": ["mentions"],
    "additionalProperties": False,
}


def check(analysis: Analysis, rule: Rule) -> Result:
    """Say which of the things are spoken of, and which are not."""
    names = {each["concept"]: Text(**each["name"]) for each in rule.parameters["mentions"]}
    hits = {concept: analysis.hits(concept) for concept in names}
    present = [concept for concept in names if hits[concept]]
    missing = [names[concept] for concept in names if not hits[concept]]
    why = text("expected.why", names=_listed(names.values()))
    evidence = tuple(analysis.evidence(hits[concept][0]) for concept in present)
    if len(present) >= rule.parameters.get("at_least", len(names)):
        found = _listed(names[concept] for concept in present)
        return Result(State.PASS, text("expected.found", names=found), why, evidence)
    state = State.PARTIAL if present else State.FAIL
    return Result(state, text("expected.missing", names=_listed(missing)), why, evidence)


def _listed(names: Iterable[Text]) -> Text:
    names = list(names)
    return Text("、".join(name.zh for name in names), ", ".join(name.en for name in names))
