"""Blank drafts and the setting of examples: validated plain values → the values of :mod:`checker.rule`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from checker.model import Basis, Page, Setting
from checker.rule import Draft, DraftPart, ExampleLayout
from checker.texts import Text

Plain = Mapping[str, Any]


def build_draft(value: Plain, basis: Callable[[Plain], Basis]) -> Draft:
    """Return the draft that *value*, which fits the schema, describes; *basis* makes one from its plain form.

    What a role does not say it has from ``body``.
    """
    body = value["settings"].get("body", {})
    return Draft(
        parts=tuple(_built(part, basis) for part in value["parts"]),
        page=Page(**value["page"]),
        settings={role: Setting(**{**body, **setting}) for role, setting in value["settings"].items()},
        page_number=value.get("page_number"),
    )


def _built(value: Plain, basis: Callable[[Plain], Basis]) -> DraftPart:
    guidance = value.get("guidance")
    return DraftPart(
        role=value["role"],
        text=value["text"],
        blank=tuple(value.get("blank", ())),
        section=value.get("section"),
        weight=float(value.get("weight", 0)),
        levels=frozenset(value.get("levels", ())),
        optional=frozenset(value.get("optional", ())),
        guidance=None if guidance is None else Text(guidance["zh"], guidance["en"]),
        basis=tuple(basis(each) for each in value.get("basis", ())),
        parts=tuple(_built(part, basis) for part in value.get("parts", ())),
    )


def build_example_layout(value: Plain) -> ExampleLayout:
    """Return the layout of an example."""
    return ExampleLayout(value.get("page", {}), value.get("settings", {}), value.get("page_number"))
