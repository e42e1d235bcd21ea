"""Superseded: a norm is cited as a basis in a report on a year in which it was none any more.

Parameters:
    by: ``repealed`` - repealed or replaced before the report year began; ``period`` - a plan whose years were over.
    norms: ids of the norms that are looked at; all where left out.
    unless: concept of words that, in the same clause, show that the norm is spoken of as a thing of the past.

Passes:  report of 2025: 原《信访条例》已经废止
Fails:   report of 2025: 严格落实《信访条例》
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from checker.checks.result import Result
from checker.model import Span, State
from checker.rule import Norm, Rule
from checker.structure.analysis import Analysis
from checker.structure.citations import Mention, NormIndex, clause, first_day, norm_index
from checker.texts import Text, text

KIND = "superseded"
SCHEMA: Mapping[str, Any] = {
    "type": "object",
    "properties": {
        "by": {"enum": ["repealed", "period"]},
        "norms": {
            "type": "array",
            "minItems": 1,
            "uniqueItems": True,
            "items": {"type": "string", "x-refers-to": "norm"},
        },
        "unless": {"type": "string", "x-refers-to": "concept"},
    },
    "required": ["by"],
    "additionalProperties": False,
}
_SHOWN = 20


def check(analysis: Analysis, rule: Rule) -> Result:
    """Point at every norm that is cited although it was no basis any more."""
    parameters = rule.parameters
    index = norm_index(analysis.template.norms)
    ids = parameters.get("norms") or index.by_id
    wanted = [norm for norm in (index.by_id[each] for each in ids) if _may_be_over(norm, parameters["by"])]
    why = text("superseded.why")
    mentions = list(_current(analysis, index, wanted, parameters.get("unless")))
    if not mentions:
        return Result(State.PASS, text("superseded.clean"), why)
    year = analysis.profile.report_year
    evidence = tuple(analysis.evidence(mention.span) for mention in mentions)
    if year is None:
        return Result(State.CANNOT_TELL, text("years.none"), why, evidence[:_SHOWN])
    over = [each for each in mentions if _is_over(each.norm, parameters["by"], int(year.value))]
    if not over:
        return Result(State.PASS, text("superseded.clean"), why)
    said = [_said(norm, index, parameters["by"]) for norm in dict.fromkeys(each.norm for each in over)]
    message = Text("；".join(each.zh for each in said), "; ".join(each.en for each in said))
    return Result(State.FAIL, message, why, tuple(analysis.evidence(each.span) for each in over[:_SHOWN]))


def _current(analysis: Analysis, index: NormIndex, wanted: list[Norm], unless: str | None) -> Iterator[Mention]:
    for mention in index.mentions(analysis, wanted):
        around, span = clause(analysis.text, mention.span), mention.span
        # What the title itself says (2015年—2020年) does not show that the past is meant.
        sides = (Span(around.start, span.start), Span(span.end, around.end))
        if not any(analysis.hits_within(unless, side) for side in sides):
            yield mention


def _may_be_over(norm: Norm, by: str) -> bool:
    return norm.repealed is not None if by == "repealed" else norm.period is not None


def _is_over(norm: Norm, by: str, year: int) -> bool:
    # A norm that was in force on any day of the report year may have been applied in it.
    if by == "repealed":
        return norm.repealed is not None and first_day(norm.repealed) <= f"{year}-01-01"
    return norm.period is not None and norm.period[1] < year


def _said(norm: Norm, index: NormIndex, by: str) -> Text:
    successor = index.by_id[norm.successor].name if norm.successor else ""
    key = f"superseded.{by}" + ("_by" if successor else "")
    last = norm.period[1] if norm.period else ""
    return text(key, norm=norm.name, successor=successor, day=norm.repealed or "", last=last)
