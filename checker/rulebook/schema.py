"""The JSON Schemas of rule files, pack files and template files, assembled so that they cannot drift from the code.

What a check kind takes comes from its module (``checks.registry``); states, severities and document kinds come from
the model. All schemas are closed. Marks that JSON Schema ignores are read by the semantic pass: ``x-refers-to`` (the
string is an id of that sort), ``x-phrase`` (it is a phrase), ``x-text`` (it stands for both languages) and
``x-stricter`` (which values ask for more, see ``legal``). Check kinds may refer to :func:`shared` as ``#/$defs/text``
and so on. A description holds two lines, 中文 and English.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from checker.model import Kind, Severity, State
from checker.texts import text

Schema = dict[str, Any]

RULE_ID = "^[A-Z][A-Z0-9]*(-[A-Z0-9]+)+$"
NAME_ID = "^[a-z][a-z0-9]*([-_][a-z0-9]+)*$"
DAY = r"^[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$"
VERSION = r"^[0-9]+(\.[0-9A-Za-z]+)*$"
DATE = r"^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$"
EXTENDS = r"^[^\s<>=]([^<>=]*[^\s<>=])?( *>= *[0-9]+(\.[0-9]+)*)?$"
REQUIRES = r"^checker *>= *[0-9]+(\.[0-9]+)*$"
RANKS = ("party_reg", "law", "admin_reg", "nat_std", "policy", "local", "practice")
STATES = tuple(state.value for state in State if state is not State.WAIVED)
TEMPLATE_NEEDS = ("id", "version", "name", "recognition", "levels", "sections")


def check_schemas() -> dict[str, Schema]:
    """Return the schema of each check kind's parameters, by kind, with the shared definitions."""
    from checker.checks.registry import CHECKS

    return {kind: {**CHECKS[kind].SCHEMA, "$defs": shared()} for kind in sorted(CHECKS)}


def shared() -> Schema:
    """Return the definitions that a check kind may refer to: ``text``, ``phrase``, ``phrases``, ``year``."""
    return {"text": _text(), "phrase": _phrases()["items"], "phrases": _phrases(), "year": _year()}


def rules_schema(kinds: Sequence[str]) -> Schema:
    """Return the schema of a rule file with the parameters of the checks left open."""
    check = {"type": "object", "properties": {"kind": _described("kind", _one_of(kinds))}, "required": ["kind"]}
    properties = {
        "rules": _described("rules", _list(_rule(check), minimum=0)),
        "changes": _described("changes", _list(change_schema())),
    }
    return {**_object(properties, []), "anyOf": [{"required": ["rules"]}, {"required": ["changes"]}]}


def pack_schema() -> Schema:
    """Return the schema of ``pack.yaml``."""
    properties = {
        "id": _described("pack-id", _string(NAME_ID)),
        "version": _described("version", _string(VERSION)),
        "name": _described("name", _text()),
        "template": _described("template", _string(NAME_ID)),
        "extends": _described("extends", _string(EXTENDS)),
        "vocabulary": _described("vocabulary-additions", _vocabulary()),
        "requires": _described("requires", _string(REQUIRES)),
    }
    either = [{"required": ["template"]}, {"required": ["extends"]}]
    return {**_object(properties, ["id", "version", "name"]), "anyOf": either}


def template_schema() -> Schema:
    """Return the schema of one file of a template; what all files together must hold is :data:`TEMPLATE_NEEDS`."""
    properties = {
        "id": _described("template-id", _string(NAME_ID)),
        "version": _described("version", _string(VERSION)),
        "name": _described("name", _text()),
        "extends": _described("extends-template", _string(NAME_ID)),
        "recognition": _described("recognition", _recognition()),
        "levels": _described("template-levels", _list(_level())),
        "sections": _described("sections", _list(_section())),
        "groups": _described("groups", _list(_group())),
        "vocabulary": _described("vocabulary", _vocabulary()),
        "norms": _described("norms", _list(_norm())),
        "meetings": _described("meetings", _list(_meeting())),
        "other_norms": _described("other-norms", _list(_string(), unique=True)),
    }
    return {**_object(properties, []), "minProperties": 1}


def published() -> dict[str, Schema]:
    """Return the schemas for editors, by file name: a rule's parameters depend on ``check.kind``."""
    checks = check_schemas()
    rules = rules_schema(list(checks))
    check = rules["properties"]["rules"]["items"]["properties"]["check"]
    check["allOf"] = [
        {
            "if": {"properties": {"kind": {"const": kind}}, "required": ["kind"]},
            "then": {
                **{key: value for key, value in schema.items() if key != "$defs"},
                "properties": {"kind": True, **schema.get("properties", {})},
            },
        }
        for kind, schema in checks.items()
    ]
    rules["$defs"] = shared()
    named = {"rules": rules, "pack": pack_schema(), "template": template_schema()}
    return {
        f"{name}.schema.json": {
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "$id": f"urn:checker:schema:{name}",
            "title": f"checker: {name}",
            **schema,
        }
        for name, schema in named.items()
    }


def rule_schema_json() -> str:
    """Return the published schema of rule files as JSON text."""
    return _json(published()["rules.schema.json"])


def write_schemas(folder: Path) -> list[Path]:
    """Write the published schemas into *folder* and return their paths. Raises OSError."""
    written = []
    for name, schema in published().items():
        path = folder / name
        path.write_text(_json(schema), encoding="utf-8", newline="\n")
        written.append(path)
    return written


def _json(schema: Schema) -> str:
    import json

    return json.dumps(schema, ensure_ascii=False, indent=1) + "\n"


# Fragments ------------------------------------------------------------------------------------------------------------


def _described(name: str, schema: Schema) -> Schema:
    said = text(f"schema.{name}")
    return {"description": f"{said.zh}\n{said.en}", **schema}


def _object(properties: Schema, required: Sequence[str]) -> Schema:
    return {
        "type": "object",
        "properties": properties,
        "required": list(required),
        "additionalProperties": False,
    }


def _list(items: Schema, *, minimum: int = 1, unique: bool = False) -> Schema:
    return {"type": "array", "items": items, "minItems": minimum, **({"uniqueItems": True} if unique else {})}


def _string(pattern: str | None = None) -> Schema:
    return {"type": "string", "minLength": 1} if pattern is None else {"type": "string", "pattern": pattern}


def _one_of(values: Sequence[str]) -> Schema:
    return {"type": "string", "enum": list(values)}


def _refers(to: str) -> Schema:
    return {"type": "string", "minLength": 1, "x-refers-to": to}


def _text() -> Schema:
    # One string serves both languages: an author who writes no English is still understood.
    both = _object({"zh": _string(), "en": _string()}, ["zh", "en"])
    return {**both, "type": ["string", "object"], "minLength": 1, "x-text": True}


def _phrases() -> Schema:
    return _list({"type": "string", "minLength": 1, "x-phrase": True})


def _weight() -> Schema:
    return _described("weight", {"type": "number", "minimum": 0})


def _year() -> Schema:
    return {"type": "integer", "minimum": 2000, "maximum": 2100}


def _formats() -> list[str]:
    from checker.reading.formats import FORMATS

    return sorted(FORMATS)


def _severity() -> Schema:
    return _described("severity", _one_of([severity.value for severity in Severity]))


def _levels() -> Schema:
    return _described("levels", _list(_refers("level"), unique=True))


def _years() -> Schema:
    years = {**_object({"since": _year(), "until": _year()}, []), "minProperties": 1}
    return _described("years", years)


def _messages() -> Schema:
    messages = {**_object({state: _text() for state in STATES}, []), "minProperties": 1}
    return _described("messages", messages)


def _rule(check: Schema) -> Schema:
    properties = {
        "id": _described("rule-id", _string(RULE_ID)),
        "name": _described("name", _text()),
        "severity": _severity(),
        "group": _described("group", _refers("group")),
        "weight": _weight(),
        "levels": _levels(),
        "years": _years(),
        "when": _described("when", _when()),
        "info_in": _described("info-in", _list(_one_of(_formats()), unique=True)),
        "check": _described("check", check),
        "basis": _described("basis", _list(_basis())),
        "messages": _messages(),
        "advice": _described("advice", _text()),
        "explanation": _described("explanation", _text()),
        "related": _described("related", _list(_refers("rule"), unique=True)),
        "examples": _described("examples", _list(_example())),
    }
    return _object(properties, ["id", "name", "severity", "group", "check", "advice", "examples"])


def change_schema() -> Schema:
    """Return the schema of one entry of ``changes``; parameters are checked once they are in the rule."""
    properties = {
        "rule": _described("changed-rule", _refers("inherited-rule")),
        "reason": _described("reason", _text()),
        "off": _described("off", _object({"reason": _described("reason", _text())}, ["reason"])),
        "severity": _severity(),
        "weight": _weight(),
        "parameters": _described("parameters", {"type": "object", "minProperties": 1}),
        "levels": _levels(),
        "years": _years(),
        "when": _described("when", _when()),
        "basis": _described("added-basis", _list(_basis())),
        "name": _described("name", _text()),
        "messages": _messages(),
        "advice": _described("advice", _text()),
        "explanation": _described("explanation", _text()),
        "examples": _described("changed-examples", _list(_example())),
    }
    return {**_object(properties, ["rule"]), "anyOf": [{"required": ["reason"]}, {"required": ["off"]}]}


def _when() -> Schema:
    kinds = [kind.value for kind in Kind if kind is not Kind.OTHER]
    other = _object(
        {"rule": _refers("rule"), "states": _list(_one_of(STATES), unique=True)},
        ["rule"],
    )
    others = {**other, "type": ["object", "array"], "items": other, "minItems": 1}
    properties = {
        "levels": _levels(),
        "years": _years(),
        "kinds": _described("kinds", _list(_one_of(kinds), unique=True)),
        "formats": _described("formats", _list(_one_of(_formats()), unique=True)),
        "finding": _described("finding", others),
        "no_finding": _described("no-finding", others),
    }
    return {**_object(properties, []), "minProperties": 1}


def _basis() -> Schema:
    properties = {
        "norm": _described("norm", _string()),
        "article": _described("article", _string()),
        "verified": _described("verified", {"type": "boolean"}),
        "rank": _described("rank", _one_of(RANKS)),
        "in_force": _described("basis-in-force", _string(DATE)),
        "repealed": _described("basis-repealed", _string(DATE)),
    }
    return _object(properties, ["norm", "verified", "rank"])


def _example() -> Schema:
    properties = {
        "name": _described("example-name", _string()),
        "expect": _described("expect", _one_of(STATES)),
        "text": _described("example-text", {"type": "string"}),
        "level": _described("example-level", _refers("level")),
        "year": _described("example-year", _year()),
        "format": _described("example-format", _one_of(_formats())),
        "previous": _described("example-previous", {"type": "string"}),
        "answer": _described("example-answer", _one_of(("yes", "no", "not_applicable"))),
    }
    return _object(properties, ["name", "expect", "text"])


def _recognition() -> Schema:
    kinds = {kind.value: _phrases() for kind in Kind if kind is not Kind.OTHER}
    other = {
        "id": _string(NAME_ID),
        "name": _text(),
        "titles": _described("titles", _phrases()),
        "openings": _described("openings", _phrases()),
    }
    properties = {
        "titles": _described("titles", _object(kinds, [])),
        "openings": _described("openings", _object(kinds, [])),
        "not_titles": _described("not-titles", _phrases()),
        "subject": _described("subject", _refers("concept")),
        "organs": _described("organs", _list(_string(), unique=True)),
        "unranked": _described("unranked", _list(_string(), unique=True)),
        "others": _described("others", _list(_object(other, ["id", "name"]))),
    }
    return _object(properties, ["titles", "openings", "subject", "organs"])


def _level() -> Schema:
    properties = {
        "id": _string(NAME_ID),
        "name": _text(),
        "endings": _described("endings", _list(_string(), unique=True)),
        "names": _described("level-names", _refers("concept")),
        "self_names": _described("self-names", _list(_string(), unique=True)),
        "clues": _described("level-clues", _refers("concept")),
        "is_body": _described("is-body", {"type": "boolean"}),
    }
    return _object(properties, ["id", "name"])


def _section() -> Schema:
    concepts = ("headings", "openers", "statements", "unless", "actors", "other_actors", "mentions")
    properties = {
        "id": _string(NAME_ID),
        "name": _text(),
        "weight": _weight(),
        **{concept: _described(f"section-{concept}", _refers("concept")) for concept in concepts},
        "takes_unclaimed": _described("takes-unclaimed", {"type": "boolean"}),
        "tail": _described("tail", {"type": "boolean"}),
        "within": _described("within", _refers("section")),
        "not_in": _described("not-in", _list(_refers("section"), unique=True)),
    }
    return _object(properties, ["id", "name"])


def _group() -> Schema:
    return _object({"id": _string(NAME_ID), "name": _text(), "weight": _weight()}, ["id", "name"])


def _vocabulary() -> Schema:
    phrases = _phrases()
    properties = {
        "phrases": phrases,
        "unless": _phrases(),
        "add": _described("add", _phrases()),
        "add_unless": _described("add-unless", _phrases()),
    }
    concept = {
        **_object(properties, []),
        "anyOf": [{"required": [key]} for key in ("phrases", "add", "add_unless")],
        "type": ["array", "object"],
        "items": phrases["items"],
        "minItems": 1,
    }
    return {"type": "object", "propertyNames": {"pattern": r"^[^<>\s]+$"}, "additionalProperties": concept}


def _norm() -> Schema:
    day = _string(DAY)
    names = _list(_string(), unique=True)
    revision = {"adopted": day, "in_force": day, "verified": _described("dates-verified", {"type": "boolean"})}
    properties = {
        "id": _described("norm-id", _string(NAME_ID)),
        "name": _described("norm-name", _string()),
        "rank": _described("rank", _one_of(RANKS)),
        "verified": _described("dates-verified", {"type": "boolean"}),
        "source": _described("norm-source", _string()),
        "short": _described("norm-short", names),
        "wrong": _described("norm-wrong", names),
        "issuer": _described("norm-issuer", _string()),
        "number": _described("norm-number", _string()),
        "adopted": _described("norm-adopted", day),
        "published": _described("norm-published", day),
        "in_force": _described("norm-in-force", day),
        "repealed": _described("norm-repealed", day),
        "successor": _described("norm-successor", _refers("norm")),
        "period": _described("norm-period", _object({"since": _year(), "until": _year()}, ["since", "until"])),
        "revisions": _described("norm-revisions", _list(_object(revision, ["verified"]))),
        "namesakes": _described("norm-namesakes", {"type": "boolean"}),
    }
    return _object(properties, ["id", "name", "rank", "verified"])


def _meeting() -> Schema:
    properties = {
        "id": _string(NAME_ID),
        "name": _described("name", _text()),
        "phrases": _described("meeting-phrases", _phrases()),
        "held": _described("meeting-held", _string(DAY)),
        "verified": _described("dates-verified", {"type": "boolean"}),
    }
    return _object(properties, ["id", "name", "phrases", "held", "verified"])
