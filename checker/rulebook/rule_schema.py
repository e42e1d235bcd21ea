"""The schemas of a rule and of a change to one."""

from __future__ import annotations

from checker.model import Kind, Severity, State
from checker.rulebook.draft_schema import example_layout_schema
from checker.rulebook.fragments import (
    RANKS,
    Schema,
    described,
    formats,
    listed,
    mapping,
    one_of,
    refers,
    sentence,
    string,
    weight,
    year,
)

RULE_ID = "^[A-Z][A-Z0-9]*(-[A-Z0-9]+)+$"
DATE = r"^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$"
STATES = tuple(state.value for state in State if state is not State.WAIVED)


def rule_schema(check: Schema) -> Schema:
    """Return the schema of a rule whose ``check`` is as *check* says."""
    properties = {
        "id": described("rule-id", string(RULE_ID)),
        "name": described("name", sentence()),
        "severity": _severity(),
        "group": described("group", refers("group")),
        "weight": weight(),
        "levels": _levels(),
        "years": _years(),
        "when": described("when", _when()),
        "info_in": described("info-in", listed(one_of(formats()), unique=True)),
        "check": described("check", check),
        "basis": described("basis", listed(basis_schema())),
        "messages": _messages(),
        "advice": described("advice", sentence()),
        "explanation": described("explanation", sentence()),
        "related": described("related", listed(refers("rule"), unique=True)),
        "examples": described("examples", listed(_example())),
    }
    return mapping(properties, ["id", "name", "severity", "group", "check", "advice", "examples"])


def change_schema() -> Schema:
    """Return the schema of one entry of ``changes``; parameters are checked once they are in the rule."""
    properties = {
        "rule": described("changed-rule", refers("inherited-rule")),
        "reason": described("reason", sentence()),
        "off": described("off", mapping({"reason": described("reason", sentence())}, ["reason"])),
        "severity": _severity(),
        "weight": weight(),
        "parameters": described("parameters", {"type": "object", "minProperties": 1}),
        "levels": _levels(),
        "years": _years(),
        "when": described("when", _when()),
        "basis": described("added-basis", listed(basis_schema())),
        "name": described("name", sentence()),
        "messages": _messages(),
        "advice": described("advice", sentence()),
        "explanation": described("explanation", sentence()),
        "examples": described("changed-examples", listed(_example())),
    }
    return {**mapping(properties, ["rule"]), "anyOf": [{"required": ["reason"]}, {"required": ["off"]}]}


def _severity() -> Schema:
    return described("severity", one_of([severity.value for severity in Severity]))


def _levels() -> Schema:
    return described("levels", listed(refers("level"), unique=True))


def _years() -> Schema:
    years = {**mapping({"since": year(), "until": year()}, []), "minProperties": 1}
    return described("years", years)


def _messages() -> Schema:
    messages = {**mapping({state: sentence() for state in STATES}, []), "minProperties": 1}
    return described("messages", messages)


def _when() -> Schema:
    kinds = [kind.value for kind in Kind if kind is not Kind.OTHER]
    other = mapping(
        {"rule": refers("rule"), "states": listed(one_of(STATES), unique=True)},
        ["rule"],
    )
    others = {**other, "type": ["object", "array"], "items": other, "minItems": 1}
    properties = {
        "levels": _levels(),
        "years": _years(),
        "kinds": described("kinds", listed(one_of(kinds), unique=True)),
        "formats": described("formats", listed(one_of(formats()), unique=True)),
        "finding": described("finding", others),
        "no_finding": described("no-finding", others),
    }
    return {**mapping(properties, []), "minProperties": 1}


def basis_schema() -> Schema:
    """Return the schema of one basis."""
    properties = {
        "norm": described("norm", string()),
        "article": described("article", string()),
        "verified": described("verified", {"type": "boolean"}),
        "rank": described("rank", one_of(RANKS)),
        "in_force": described("basis-in-force", string(DATE)),
        "repealed": described("basis-repealed", string(DATE)),
    }
    return mapping(properties, ["norm", "verified", "rank"])


def _example() -> Schema:
    properties = {
        "name": described("example-name", string()),
        "expect": described("expect", one_of(STATES)),
        "text": described("example-text", {"type": "string"}),
        "corrected": described("example-corrected", {"type": "string"}),
        "level": described("example-level", refers("level")),
        "year": described("example-year", year()),
        "format": described("example-format", one_of(formats())),
        "layout": described("example-layout", example_layout_schema()),
        "previous": described("example-previous", {"type": "string"}),
        "answer": described("example-answer", one_of(("yes", "no", "not_applicable"))),
    }
    return mapping(properties, ["name", "expect", "text"])
