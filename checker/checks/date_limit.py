"""Date limit: the day of publication or signature keeps a limit that counts from the report year.

Parameters:
    date: ``published`` or ``signed``.
    before: the day must be earlier than this one; ``{month, day, offset}``, offset 1 is the year after the report year.
    after: the day must be later than this one; same keys.

Passes:  report of 2025, before {month: 4, day: 1, offset: 1}: 发布日期：2026-02-10
Fails:   发布日期：2026-04-15
On the very day of ``before`` it is partly met: 之前 does not include that day, but is often read as if it did.
A document that shows no such date is left to a person (manual); a date that lost characters cannot be told.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from checker.checks.result import Result
from checker.model import State
from checker.rule import Rule
from checker.structure.analysis import Analysis
from checker.texts import text

KIND = "date_limit"
_DAY = {
    "type": "object",
    "properties": {
        "month": {"type": "integer", "minimum": 1, "maximum": 12},
        "day": {"type": "integer", "minimum": 1, "maximum": 31},
        "offset": {"type": "integer", "minimum": -5, "maximum": 5},
    },
    "required": ["month", "day", "offset"],
    "additionalProperties": False,
}
_ORDER = ["offset", "month", "day"]
SCHEMA: Mapping[str, Any] = {
    "type": "object",
    "properties": {
        "date": {"enum": ["published", "signed"]},
        "before": {**_DAY, "x-stricter": "less", "x-order": _ORDER},
        "after": {**_DAY, "x-stricter": "more", "x-order": _ORDER},
    },
    "required": ["date"],
    "anyOf": [{"required": ["before"]}, {"required": ["after"]}],
    "additionalProperties": False,
}
_SIGNS = {"before": "<", "after": ">"}


def check(analysis: Analysis, rule: Rule) -> Result:
    """Compare the date with its limits."""
    role = rule.parameters["date"]
    name = text(f"date.{role}")
    year = analysis.profile.report_year
    if year is None:
        return Result(State.CANNOT_TELL, text("years.none"), text("date.why", date=name))
    asked_for = [side for side in _SIGNS if side in rule.parameters]
    limits = {side: _day(rule.parameters[side], int(year.value)) for side in asked_for}
    asked = text("date.asked", limits="、".join(f"{_SIGNS[side]} {day}" for side, day in limits.items()))
    fact = next((fact for fact in analysis.profile.dates if fact.role == role), None)
    if fact is None:
        return Result(State.MANUAL, text("date.none", date=name), asked)
    if fact.iso is None:
        return Result(
            State.CANNOT_TELL, text("date.damaged", date=name, quote=fact.evidence.quote), asked, (fact.evidence,)
        )
    day = date.fromisoformat(fact.iso)
    if "before" in limits and day >= limits["before"]:
        on_the_day = day == limits["before"]
        message = text(
            "date.on_the_day" if on_the_day else "date.late", date=name, day=fact.iso, limit=limits["before"]
        )
        return Result(State.PARTIAL if on_the_day else State.FAIL, message, asked, (fact.evidence,))
    if "after" in limits and day <= limits["after"]:
        message = text("date.early", date=name, day=fact.iso, limit=limits["after"])
        return Result(State.FAIL, message, asked, (fact.evidence,))
    return Result(State.PASS, text("date.kept", date=name, day=fact.iso), asked, (fact.evidence,))


def _day(limit: Mapping[str, int], year: int) -> date:
    return date(year + limit["offset"], limit["month"], limit["day"])
