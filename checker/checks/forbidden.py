"""Forbidden: words or shapes of words that must not stand in the report.

Parameters:
    concept: what must not occur; its ``unless`` holds the exceptions.
    sections: only what stands in these sections is looked at; everywhere where left out.
    alone: only what makes up a whole ``sentence`` or a whole ``paragraph`` counts, not what is part of one.

Passes:  2026年1月29日召开会议
Fails:   2026129日召开会议        (a date that lost its 年 and 月)
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from typing import Any

from checker.checks.result import Result
from checker.model import Span, State
from checker.rule import Rule
from checker.structure.analysis import Analysis
from checker.texts import text

KIND = "forbidden"
SCHEMA: Mapping[str, Any] = {
    "type": "object",
    "properties": {
        "concept": {"type": "string", "x-refers-to": "concept"},
        "sections": {"type": "array", "minItems": 1, "items": {"type": "string", "x-refers-to": "section"}},
        "alone": {"type": "string", "enum": ["sentence", "paragraph"]},
    },
    "required": ["concept"],
    "additionalProperties": False,
}
_SHOWN = 20
_SENTENCE_END = "。;!?\n”)"


def check(analysis: Analysis, rule: Rule) -> Result:
    """Point at every place where the concept occurs."""
    why = text("forbidden.why")
    hits = analysis.hits(rule.parameters["concept"])
    if sections := set(rule.parameters.get("sections", ())):
        hits = tuple(hit for hit in hits if analysis.section_claims(analysis.node_at(hit.start)) & sections)
    if alone := rule.parameters.get("alone"):
        hits = tuple(hit for hit in hits if _is_alone(analysis, hit, alone))
    if not hits:
        return Result(State.PASS, text("forbidden.clean"), why)
    evidence = tuple(analysis.evidence(hit) for hit in hits[:_SHOWN])
    words = "、".join(dict.fromkeys(item.quote for item in evidence))
    return Result(State.FAIL, text("forbidden.found", count=len(hits), words=words), why, evidence)


def _is_alone(analysis: Analysis, hit: Span, whole: str) -> bool:
    words = analysis.text
    if whole == "sentence":
        unit = analysis.units[bisect_right(analysis.units, hit.start, key=lambda unit: unit.start) - 1]
        start, end = unit.start, unit.end
    else:
        line_end = words.find("\n", hit.end - 1)
        start, end = words.rfind("\n", 0, hit.start) + 1, line_end if line_end >= 0 else len(words)
    return start == hit.start and not words[hit.end : end].strip(_SENTENCE_END)
