"""The schema of blank drafts and of how an example is set."""

from __future__ import annotations

from checker.rule import ROLES
from checker.rulebook.fragments import (
    Schema,
    described,
    listed,
    mapping,
    one_of,
    refers,
    sentence,
    string,
    weight,
)

_FILLED = r"^([^{}]|\{(issuer|year|next)\})+$"
_MILLIMETRES = ("width", "height", "top", "bottom", "left", "right", "footer")
_RULED = ("lines", "characters")
_ALIGNMENTS = ("left", "center", "right", "both", "distribute", "outside")
_LINE_RULES = ("exact", "at_least", "auto")
_DEPTH = 3


def draft_schema(basis: Schema) -> Schema:
    """Return the schema of a template's ``draft``; *basis* is that of one basis."""
    properties = {
        "page": described("draft-page", _page()),
        "settings": described("draft-settings", _settings()),
        "page_number": described("draft-page-number", string()),
        "parts": described("draft-parts", listed(_part(_DEPTH, basis))),
    }
    return mapping(properties, ["page", "settings", "parts"])


def example_layout_schema() -> Schema:
    """Return the schema of the ``layout`` of an example."""
    properties = {
        "page": described("draft-page", _page()),
        "settings": described("draft-settings", _settings()),
        "page_number": described("draft-page-number", {"type": "string"}),
    }
    return mapping(properties, [])


def _page() -> Schema:
    sizes = {name: {"type": "number", "minimum": 0} for name in _MILLIMETRES}
    return mapping({**sizes, **{name: {"type": "integer", "minimum": 1} for name in _RULED}}, [])


def _settings() -> Schema:
    number: Schema = {"type": "number"}
    setting = {
        "font": string(),
        "latin": string(),
        "size": {"type": "number", "exclusiveMinimum": 0},
        "bold": {"type": "boolean"},
        "alignment": one_of(_ALIGNMENTS),
        "line": {"type": "number", "exclusiveMinimum": 0},
        "line_rule": one_of(_LINE_RULES),
        "first_line": number,
        "left": number,
        "right": number,
    }
    # Named one by one for editors and for hints, described once.
    named = mapping({role: {} for role in ROLES}, [])
    return {**named, "patternProperties": {f"^({'|'.join(ROLES)})$": mapping(setting, [])}}


def _part(depth: int, basis: Schema) -> Schema:
    filled = string(_FILLED)
    levels = listed(refers("level"), unique=True)
    properties = {
        "role": described("draft-role", one_of([role for role in ROLES if role != "page_number"])),
        "text": described("draft-text", filled),
        "blank": described("draft-blank", listed(filled)),
        "section": described("draft-section", refers("section")),
        "weight": described("draft-weight", weight()),
        "levels": described("levels", levels),
        "optional": described("draft-optional", levels),
        "guidance": described("draft-guidance", sentence()),
        "basis": described("basis", listed(basis)),
    }
    if depth > 1:
        properties["parts"] = described("draft-parts", listed(_part(depth - 1, basis)))
    return mapping(properties, ["role", "text"])
