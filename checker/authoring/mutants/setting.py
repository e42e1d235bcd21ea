"""Layout: everything of a role, or the first of it, is set otherwise than a demand allows, or is gone altogether."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from checker.authoring.edits import Edited
from checker.authoring.mutants.base import Good, Mutant
from checker.checks.layout import Item, found
from checker.checks.layout_words import Value, property_name, value_name
from checker.frozen import replace
from checker.model import Layout, Page, PageNumber, ParagraphLayout, Setting
from checker.rule import Rule
from checker.structure.analysis import Analysis
from checker.structure.roles import by_role
from checker.texts import text

_OTHER_NAME = "某体"  # no font
_PLACES = ("left", "center", "right")
_EDGES = {"outside", "inside"}
_STEPS = {"size": 0.5, "lines": 1.0}
_STEP = 0.1
_MULTIPLE = "×1.5"
_PAGE, _PAGE_NUMBER = "page", "page_number"
_FIELDS = {"text_width": "right", "text_height": "bottom"}


def reset(good: Good, rule: Rule) -> Iterator[Mutant]:
    """Give each property that is demanded each value just beyond what is allowed: everywhere, then in one place."""
    role, layout = rule.parameters["role"], good.document.layout
    if layout is None:
        return
    items = found(good.analysis, role)
    for demand in rule.parameters.get("demands", ()):
        name = demand["property"]
        known = [index for index, item in enumerate(items) if item.values.get(name) is not None]
        for value in _beyond(demand):
            for key, chosen in (("mutants.setting", known), ("mutants.setting_once", known[: len(known) > 1])):
                if chosen:
                    words = {"property": property_name(demand, role), "value": value_name(name, value, role)}
                    changes = {index: _fields(name, value, items[index]) for index in chosen}
                    changed = _with(good.analysis, layout, role, changes)
                    yield Mutant(text(key, role=text(f"layout.role.{role}"), **words), _set(good, changed))


def gone(good: Good, rule: Rule) -> Iterator[Mutant]:
    """Let nothing have the role that the document must have."""
    role, layout = rule.parameters["role"], good.document.layout
    if layout is None or not rule.parameters.get("required"):
        return
    if role == _PAGE_NUMBER:
        changed = replace(layout, page_numbers=())
    else:
        placed = {each.paragraph for each in by_role(good.analysis).get(role, ())}
        kept = (each for each in layout.paragraphs if each.paragraph not in placed)
        changed = replace(layout, paragraphs=tuple(kept))
    yield Mutant(text("mutants.setting_gone", role=text(f"layout.role.{role}")), _set(good, changed))


def _set(good: Good, layout: Layout) -> Edited:
    return Edited(replace(good.document, layout=layout), (), ())


def _beyond(demand: Mapping[str, Any]) -> Iterator[Value]:
    """Yield values that *demand* just does not allow."""
    name = demand["property"]
    if "one_of" in demand:
        wanted = demand["one_of"]
        if isinstance(wanted[0], bool):
            yield from (value for value in (True, False) if value not in wanted)
        elif name == "place":
            # To the left or right a page number may be at the outer edge, which depends on the page.
            other = _PLACES if not _EDGES & {*wanted} else ("center",)
            yield from (place for place in other if place not in wanted)
        else:
            yield _OTHER_NAME
        return
    step = demand.get("tolerance", 0) + _STEPS.get(name, _STEP)
    yield round(demand.get("from", demand.get("value")) - step, 2)
    yield round(demand.get("to", demand.get("value")) + step, 2)
    if name == "line":
        yield _MULTIPLE


def _fields(name: str, value: Value, item: Item) -> dict[str, Any]:
    """Return what has to be changed in the layout so that *item* has *value*."""
    if name == "place":
        return {"alignment": value, "first_line": 0.0, "left": 0.0}
    if isinstance(value, str | bool):
        return {"line": float(value[1:]), "line_rule": "auto"} if value == _MULTIPLE else {name: value}
    if name == "line":
        return {"line": value, "line_rule": "exact"}
    values = item.values
    if name in _FIELDS:
        margin = _FIELDS[name]
        return {margin: _number(values[margin]) + _number(values[name]) - value}
    return {"first_line": value - _number(values["left"])} if name == "indent" else {name: value}


def _number(value: Value | None) -> float:
    assert isinstance(value, int | float)  # known, and no name
    return value


def _with(analysis: Analysis, layout: Layout, role: str, changes: Mapping[int, dict[str, Any]]) -> Layout:
    """Return *layout* with *changes* to what has *role*, by its index among that."""
    if role == _PAGE:
        return replace(layout, pages=tuple(_page(page, changes.get(i, {})) for i, page in enumerate(layout.pages)))
    if role == _PAGE_NUMBER:
        numbers = (_page_number(number, changes.get(i, {})) for i, number in enumerate(layout.page_numbers))
        return replace(layout, page_numbers=tuple(numbers))
    placed = by_role(analysis)[role]
    by_place = {(placed[i].paragraph, placed[i].opening): fields for i, fields in changes.items()}
    return replace(layout, paragraphs=tuple(_paragraph(each, by_place) for each in layout.paragraphs))


def _page(page: Page, fields: Mapping[str, Any]) -> Page:
    return replace(page, **fields)


def _page_number(number: PageNumber, fields: Mapping[str, Any]) -> PageNumber:
    if "text" in fields:
        return replace(number, **fields)
    return replace(number, setting=_reset(number.setting, fields))


def _paragraph(paragraph: ParagraphLayout, changes: Mapping[tuple[int, bool], dict[str, Any]]) -> ParagraphLayout:
    opening = changes.get((paragraph.paragraph, True), {})
    whole = changes.get((paragraph.paragraph, False), {})
    return replace(
        paragraph, setting=_reset(paragraph.setting, whole), opening=_reset(paragraph.opening, opening or whole)
    )


def _reset(setting: Setting, fields: Mapping[str, Any]) -> Setting:
    return replace(setting, **fields)
