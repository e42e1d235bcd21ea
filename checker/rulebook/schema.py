"""The JSON Schemas of rule files, pack files and template files, assembled so that they cannot drift from the code.

What a check kind takes comes from its module (``checks.registry``); states, severities and document kinds come from
the model. All schemas are closed. Marks that JSON Schema ignores are read by the semantic pass: ``x-refers-to`` (the
string is an id of that sort), ``x-phrase`` (it is a phrase), ``x-rewrite`` (it is the pattern of a correction, the
value is the key of its replacement), ``x-text`` (it stands for both languages) and
``x-stricter`` (which values ask for more, see ``legal``). Check kinds may refer to :func:`shared` as ``#/$defs/text``
and so on. A description holds two lines, 中文 and English.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from checker.rulebook.fragments import (
    NAME_ID,
    VERSION,
    Schema,
    described,
    listed,
    mapping,
    one_of,
    phrases,
    sentence,
    string,
    year,
)
from checker.rulebook.rule_schema import change_schema, rule_schema
from checker.rulebook.template_schema import template_schema, vocabulary_schema

EXTENDS = r"^[^\s<>=]([^<>=]*[^\s<>=])?( *>= *[0-9]+(\.[0-9]+)*)?$"
REQUIRES = r"^checker *>= *[0-9]+(\.[0-9]+)*$"


def check_schemas() -> dict[str, Schema]:
    """Return the schema of each check kind's parameters, by kind, with the shared definitions."""
    from checker.checks.registry import CHECKS

    return {kind: {**CHECKS[kind].SCHEMA, "$defs": shared()} for kind in sorted(CHECKS)}


def shared() -> Schema:
    """Return the definitions that a check kind may refer to: ``text``, ``phrase``, ``phrases``, ``year``."""
    return {"text": sentence(), "phrase": phrases()["items"], "phrases": phrases(), "year": year()}


def rules_schema(kinds: Sequence[str]) -> Schema:
    """Return the schema of a rule file with the parameters of the checks left open."""
    check = {"type": "object", "properties": {"kind": described("kind", one_of(kinds))}, "required": ["kind"]}
    properties = {
        "rules": described("rules", listed(rule_schema(check), minimum=0)),
        "changes": described("changes", listed(change_schema())),
    }
    return {**mapping(properties, []), "anyOf": [{"required": ["rules"]}, {"required": ["changes"]}]}


def pack_schema() -> Schema:
    """Return the schema of ``pack.yaml``."""
    properties = {
        "id": described("pack-id", string(NAME_ID)),
        "version": described("version", string(VERSION)),
        "name": described("name", sentence()),
        "template": described("template", string(NAME_ID)),
        "extends": described("extends", string(EXTENDS)),
        "vocabulary": described("vocabulary-additions", vocabulary_schema()),
        "requires": described("requires", string(REQUIRES)),
        "verdict": described("verdict", _wording()),
    }
    either = [{"required": ["template"]}, {"required": ["extends"]}]
    return {**mapping(properties, ["id", "version", "name"]), "anyOf": either}


def _wording() -> Schema:
    words = {code: described(f"verdict-{code}", sentence()) for code in ("ready", "revise", "blocked")}
    return mapping({"scope": described("verdict-scope", sentence()), **words}, ["scope", "ready"])


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
