"""Numbering: headings and enumerations (一、 （一） 1. （1） 一是) are counted without slips.

Parameters:
    faults: which slips are told: ``repeated`` (二是 … 二是), ``missing`` (一、 … 三、), ``out_of_order`` (三、 … 二、,
        or a second 一、 where nothing new begins), ``begins`` (the first one is not number one), ``inverted`` (a level
        written below a lower one: 1. above （一）), ``form`` (1、 for 1. and the like).

Passes:  一、 （一） （二） 二、 （一）      1. 2. that run on through （一） （二）      一、 straight to 1.
Fails:   一是抓学习。二是抓培训。二是抓考核。
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from checker.checks.result import Result
from checker.model import Span, State
from checker.rule import Rule
from checker.structure.analysis import Analysis
from checker.structure.numbering import Numbered, Slip, numbered, slips
from checker.structure.outline import Node
from checker.structure.renumbering import reformed, renumbered
from checker.texts import Text, text

KIND = "numbering"
_FAULTS = ["repeated", "missing", "out_of_order", "begins", "inverted", "form"]
SCHEMA: Mapping[str, Any] = {
    "type": "object",
    "properties": {
        "faults": {"type": "array", "minItems": 1, "uniqueItems": True, "items": {"type": "string", "enum": _FAULTS}}
    },
    "required": ["faults"],
    "additionalProperties": False,
}
_COUNTED = frozenset({"repeated", "missing", "out_of_order"})  # what a number can be certain to be instead of
_SHOWN = 10


def check(analysis: Analysis, rule: Rule) -> Result:
    """Count the marks of the document."""
    count = len(numbered(analysis))
    why = text("numbering.why", count=count)
    if not count:
        return Result(State.NOT_APPLICABLE, text("numbering.none"), why)
    found = [slip for slip in slips(analysis) if slip.kind in rule.parameters["faults"]]
    if not found:
        return Result(State.PASS, text("numbering.right"), why)
    told = [_told(analysis, slip) for slip in found[:_SHOWN]]
    faults = Text("；".join(each.zh for each in told), "; ".join(each.en for each in told))
    nodes = dict.fromkeys(node for slip in found[:_SHOWN] for node in _shown(slip))
    evidence = tuple(analysis.evidence(Span(node.start, node.title_end)) for node in nodes)
    message = text("numbering.found", count=len(found), faults=faults)
    corrections = [*renumbered(analysis, [slip.here for slip in found if slip.kind in _COUNTED])]
    if any(slip.kind == "form" for slip in found):
        corrections += reformed(analysis)
    return Result(State.FAIL, message, why, evidence, tuple(corrections))


def _shown(slip: Slip) -> Iterator[Node]:
    if slip.before is not None:
        yield slip.before.node
    yield slip.here.node


def _told(analysis: Analysis, slip: Slip) -> Text:
    before = _mark(analysis, slip.before) if slip.before else ""
    return text(f"numbering.{slip.kind}", mark=_mark(analysis, slip.here), before=before)


def _mark(analysis: Analysis, one: Numbered) -> str:
    return analysis.as_written(Span(one.node.start, one.node.title_start)).rstrip(",，")
