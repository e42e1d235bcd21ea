"""How the check of layouts speaks: properties, values with their units, what was demanded and what was found."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from checker.texts import Text, text

Value = str | float | bool
"""A property of something that is set."""

_MARGINS = ("left", "right")
_NAMED = 3  # different values that are told of one property
_SIZES = (42, 36, 26, 24, 22, 18, 16, 15, 14, 12, 10.5, 9)


def demanded(demands: Iterable[Mapping[str, Any]], role: str) -> Text:
    """Return what is demanded of *role*."""
    return joined(
        text("layout.demand", property=property_name(each, role), wanted=_wanted(each, role)) for each in demands
    )


def told(demand: Mapping[str, Any], values: Sequence[Value], role: str) -> Text:
    """Return what is wrong with *values*, each of something of *role* that is not as *demand* wants it."""
    counts: dict[str, tuple[Text, int]] = {}
    for each in values:
        value = value_name(demand["property"], each, role)
        counts[value.zh] = (value, counts.get(value.zh, (value, 0))[1] + 1)
    ordered = sorted(counts.values(), key=lambda each: -each[1])
    several = len(values) > 1
    found = joined(
        text("layout.times", value=value, count=count) if several else value for value, count in ordered[:_NAMED]
    )
    if len(ordered) > _NAMED:
        found = text("layout.and_others", found=found)
    return text("layout.fault", property=property_name(demand, role), wanted=_wanted(demand, role), found=found)


def property_name(demand: Mapping[str, Any], role: str) -> Text:
    """Return what users call the property of *role* that *demand* is about."""
    name = demand["property"]
    return text(f"layout.margin.{name}" if role == "page" and name in _MARGINS else f"layout.property.{name}")


def _wanted(demand: Mapping[str, Any], role: str) -> Text:
    name = demand["property"]
    if "one_of" in demand:
        return value_name(name, demand["one_of"][0], role)  # the others are other names of the same
    if "value" in demand:
        return value_name(name, demand["value"], role)
    return text("layout.range", low=value_name(name, demand["from"], role), high=value_name(name, demand["to"], role))


def value_name(name: str, value: Value, role: str) -> Text:
    """Return a value as people write it, with its unit."""
    if isinstance(value, bool):
        return text(f"layout.{'on' if value else 'off'}")
    if not isinstance(value, str):
        return _number(name, value, role)
    if name == "line":
        return text("layout.lines", number=value.lstrip("×"))
    return text(f"layout.place.{value}") if name == "place" else Text(value, value)


def _number(name: str, value: float, role: str) -> Text:
    number = f"{round(value, 1):g}"
    if name == "size" and value in _SIZES:
        return text("layout.size", name=text(f"layout.size.{value:g}"), number=number)
    if name == "lines":
        return Text(number, number)
    if role == "page":
        return text("layout.millimetres", number=number)
    return text("layout.points" if name in ("size", "line") else "layout.characters", number=number)


def joined(parts: Iterable[Text], zh: str = "、", en: str = ", ") -> Text:
    """Return *parts* as one list in a sentence."""
    listed = list(parts)
    return Text(zh.join(part.zh for part in listed), en.join(part.en for part in listed))
