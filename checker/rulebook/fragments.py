"""The pieces that the schemas of rule, pack and template files are made of."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from checker.texts import text

Schema = dict[str, Any]

NAME_ID = "^[a-z][a-z0-9]*([-_][a-z0-9]+)*$"
VERSION = r"^[0-9]+(\.[0-9A-Za-z]+)*$"
RANKS = ("party_reg", "law", "admin_reg", "nat_std", "policy", "local", "practice")


def described(name: str, schema: Schema) -> Schema:
    """Return *schema* with the two lines that the catalogue holds under *name*."""
    said = text(f"schema.{name}")
    return {"description": f"{said.zh}\n{said.en}", **schema}


def mapping(properties: Schema, required: Sequence[str]) -> Schema:
    """Return the schema of a mapping that has *properties* and no others."""
    return {
        "type": "object",
        "properties": properties,
        "required": list(required),
        "additionalProperties": False,
    }


def listed(items: Schema, *, minimum: int = 1, unique: bool = False) -> Schema:
    """Return the schema of a list with at least *minimum* items."""
    return {"type": "array", "items": items, "minItems": minimum, **({"uniqueItems": True} if unique else {})}


def string(pattern: str | None = None) -> Schema:
    """Return the schema of a text that is not empty, or that matches *pattern*."""
    return {"type": "string", "minLength": 1} if pattern is None else {"type": "string", "pattern": pattern}


def one_of(values: Sequence[str]) -> Schema:
    """Return the schema of a text that is one of *values*."""
    return {"type": "string", "enum": list(values)}


def refers(to: str) -> Schema:
    """Return the schema of the id of something of the sort *to*."""
    return {"type": "string", "minLength": 1, "x-refers-to": to}


def sentence() -> Schema:
    """Return the schema of a sentence in both languages, or in one that serves both."""
    # One string serves both languages: an author who writes no English is still understood.
    both = mapping({"zh": string(), "en": string()}, ["zh", "en"])
    return {**both, "type": ["string", "object"], "minLength": 1, "x-text": True}


def phrases() -> Schema:
    """Return the schema of a list of phrases."""
    return listed({"type": "string", "minLength": 1, "x-phrase": True})


def weight() -> Schema:
    """Return the schema of a weight."""
    return described("weight", {"type": "number", "minimum": 0})


def year() -> Schema:
    """Return the schema of a report year."""
    return {"type": "integer", "minimum": 2000, "maximum": 2100}


def formats() -> list[str]:
    """Return the ids of the formats that documents may be in."""
    from checker.reading.formats import FORMATS

    return sorted(FORMATS)
