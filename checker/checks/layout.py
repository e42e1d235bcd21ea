"""Layout: pages, paragraphs of one role or page numbers are set as they should be.

Parameters:
    role: ``page``, or one of the roles of paragraphs (``title``, ``heading1``, ``body``, ``page_number`` …).
    demands: list of ``{property, one_of}`` (names of the same, the one to tell first), ``{property, value, tolerance}``
        or ``{property, from, to}``: what a property must be. Numbers are millimetres on pages, points for ``size`` and
        ``line``, characters for indents.
    required: whether the document must have something of that role at all.

Passes:  role body, size 16: every paragraph of the body is set in 16 points.
Fails:   one of two such paragraphs is set in 12 points.

Only a format that has a layout, read with it, can be judged. What nothing says (a font that no style names) is not
judged either. A page that lies on its side is only asked for its paper.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from checker.checks.layout_words import Value, demanded, joined, property_name, told
from checker.checks.result import Result
from checker.frozen import dataclass
from checker.model import Evidence, Page, PageNumber, Setting, Span, State
from checker.rule import ROLES, Rule
from checker.structure.analysis import Analysis, evidence_at
from checker.structure.roles import Placed, by_role
from checker.texts import Text, text

KIND = "layout"
_PAPER = ("width", "height")
_OF_PAGES = (*_PAPER, "top", "bottom", "left", "right", "footer", "lines", "text_width", "text_height")
_OF_WORDS = ("font", "latin", "size", "bold", "line", "first_line", "left", "right", "indent", "place", "text")
SCHEMA: Mapping[str, Any] = {
    "type": "object",
    "properties": {
        "role": {"type": "string", "enum": ["page", *ROLES]},
        "demands": {
            "type": "array",
            "minItems": 1,
            "items": {
                "type": "object",
                "properties": {
                    "property": {"type": "string", "enum": list(dict.fromkeys([*_OF_PAGES, *_OF_WORDS]))},
                    "one_of": {
                        "type": "array",
                        "minItems": 1,
                        "uniqueItems": True,
                        "items": {"type": ["string", "boolean"]},
                    },
                    "value": {"type": "number"},
                    "tolerance": {"type": "number", "exclusiveMinimum": 0},
                    "from": {"type": "number"},
                    "to": {"type": "number"},
                },
                "required": ["property"],
                "anyOf": [{"required": ["one_of"]}, {"required": ["value"]}, {"required": ["from", "to"]}],
                "additionalProperties": False,
            },
        },
        "required": {"type": "boolean"},
    },
    "required": ["role"],
    "anyOf": [{"required": ["demands"]}, {"required": ["required"]}],
    "additionalProperties": False,
}
_FORMAT = "docx"
_SHOWN = 10
_QUOTED = 40
_USUAL_LINE = 28.0  # characters, where the page does not tell
_NEAR_MIDDLE = 2.0
_INDENTED = 6.0  # characters from the left edge from which words no longer seem to begin there
_MARGIN = 0.005  # numbers come from rounded units


@dataclass(frozen=True, slots=True)
class Item:
    """Something that is set: its properties, None where nothing says them, and where it stands."""

    values: Mapping[str, Value | None]
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class _Fault:
    demand: Mapping[str, Any]
    item: Item
    value: Value


def check(analysis: Analysis, rule: Rule) -> Result:
    """Compare how everything of the role is set with what is demanded."""
    role, demands = rule.parameters["role"], rule.parameters.get("demands", ())
    named = text(f"layout.role.{role}")
    layout = analysis.document.layout
    if layout is None:
        known = analysis.document.format == _FORMAT
        message = text("layout.unread" if known else "layout.format", format=analysis.document.format)
        return Result(State.CANNOT_TELL if known else State.NOT_APPLICABLE, message, message)
    items = found(analysis, role)
    if not items:
        message = text("layout.none", role=named)
        return Result(State.FAIL if rule.parameters.get("required") else State.NOT_APPLICABLE, message, message)
    why = text(
        "layout.why" if demands else "layout.there", role=named, count=len(items), demands=demanded(demands, role)
    )
    faults = [fault for item in items for demand in demands if (fault := _fault(demand, item)) is not None]
    if faults:
        return _faulty(analysis, role, items, faults, why)
    unknown = [demand for demand in demands if all(item.values.get(demand["property"]) is None for item in items)]
    if unknown:
        message = text("layout.unknown", role=named, properties=joined(property_name(each, role) for each in unknown))
        return Result(State.CANNOT_TELL, message, why)
    return Result(State.PASS, text("layout.right", role=named), why)


def _faulty(analysis: Analysis, role: str, items: Sequence[Item], faults: Sequence[_Fault], why: Text) -> Result:
    wrong = {id(fault.item) for fault in faults}
    spans = list(dict.fromkeys(fault.item.span for fault in faults if fault.item.span is not None))
    sentences = [told(demand, [fault.value for fault in of_one], role) for demand, of_one in _by_demand(faults)]
    message = text("layout.found", role=text(f"layout.role.{role}"), faults=joined(sentences, "；", "; "))
    state = State.PARTIAL if len(wrong) * 2 < len(items) else State.FAIL
    return Result(state, message, why, tuple(_quote(analysis, span) for span in spans[:_SHOWN]))


def _quote(analysis: Analysis, span: Span) -> Evidence:
    end = min(span.end, span.start + _QUOTED)
    node = analysis.node_at(analysis.normal.position(span.start))
    return evidence_at(analysis.document, Span(span.start, end), analysis.heading_path(node))


def _by_demand(faults: Iterable[_Fault]) -> list[tuple[Mapping[str, Any], list[_Fault]]]:
    grouped: dict[int, tuple[Mapping[str, Any], list[_Fault]]] = {}
    for fault in faults:
        grouped.setdefault(id(fault.demand), (fault.demand, []))[1].append(fault)
    return list(grouped.values())


# What is there -------------------------------------------------------------------------------------------------------


def found(analysis: Analysis, role: str) -> list[Item]:
    """Return everything of *role* in order: pages, page numbers, or paragraphs; nothing without a layout."""
    layout = analysis.document.layout
    if layout is None:
        return []
    if role == "page":
        return [Item(_page(page)) for page in layout.pages]
    if role == "page_number":
        return [Item(_number(number)) for number in layout.page_numbers]
    width = next((_page(page)["text_width"] for page in layout.pages if not page.landscape), None)
    return [Item(_words(placed, width), placed.span) for placed in by_role(analysis).get(role, ())]


def _page(page: Page) -> dict[str, Value | None]:
    values: dict[str, Value | None] = {name: getattr(page, name, None) for name in _OF_PAGES}
    values["text_width"] = _between(page.width, page.left, page.right)
    values["text_height"] = _between(page.height, page.top, page.bottom)
    return {name: value for name, value in values.items() if not page.landscape or name in _PAPER}


def _between(whole: float | None, one: float | None, other: float | None) -> float | None:
    return None if whole is None or one is None or other is None else round(whole - one - other, 2)


def _number(number: PageNumber) -> dict[str, Value | None]:
    side = {"odd": "right", "even": "left"}.get(number.pages)
    outside = number.setting.alignment == side
    values = _setting(number.setting)
    return {**values, "text": number.text, "place": "outside" if outside else number.setting.alignment}


def _words(placed: Placed, text_width: Value | None) -> dict[str, Value | None]:
    return {**_setting(placed.setting), "place": _place(placed, text_width)}


def _setting(setting: Setting) -> dict[str, Value | None]:
    values: dict[str, Value | None] = {name: getattr(setting, name, None) for name in _OF_WORDS}
    if setting.first_line is not None and setting.left is not None:
        values["indent"] = setting.first_line + setting.left
    if setting.line_rule == "auto" and setting.line is not None:
        values["line"] = f"×{setting.line:g}"  # depends on the font: no number of points
    return values


def _place(placed: Placed, text_width: Value | None) -> str | None:
    """Return where on its line a paragraph stands to the eye; many are pushed there with blanks."""
    setting = placed.setting
    if setting.alignment in ("center", "right"):
        return setting.alignment
    if setting.first_line is None or setting.left is None or setting.size is None:
        return None
    start = setting.first_line + setting.left
    if start < _INDENTED:
        return "left"
    line = text_width * 72 / 25.4 / setting.size if isinstance(text_width, float) else _USUAL_LINE
    middle = start + (placed.span.end - placed.span.start) / 2
    return "center" if abs(middle - line / 2) <= _NEAR_MIDDLE else "right"


# What it should be ---------------------------------------------------------------------------------------------------


def _fault(demand: Mapping[str, Any], item: Item) -> _Fault | None:
    value = item.values.get(demand["property"])
    if value is None or _is_kept(demand, value):
        return None
    return _Fault(demand, item, value)


def _is_kept(demand: Mapping[str, Any], value: Value) -> bool:
    if "one_of" in demand:
        return _plain(value) in [_plain(each) for each in demand["one_of"]]
    if isinstance(value, str):
        return False
    low, high = demand.get("from", demand.get("value")), demand.get("to", demand.get("value"))
    margin = demand.get("tolerance", 0) + _MARGIN
    return bool(low - margin <= value <= high + margin)


def _plain(value: Value) -> Value:
    """Return a name of a font as programs compare them: whatever its width and case, with or without blanks."""
    if not isinstance(value, str):
        return value
    return "".join(unicodedata.normalize("NFKC", value).casefold().split()).lstrip("@")
