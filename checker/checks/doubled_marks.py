"""Doubled marks: no two marks of punctuation follow each other.

Parameters:
    marks: the marks, as one string, half width for those that have both widths.
    allowed: runs of marks that may stand (!?), whole.

Passes:  组织培训9期，评查案卷120份。
Fails:   组织培训9期，，评查案卷120份。。        工作成效明显，。

Between two marks there may also be a word that was lost, so that the advice is to look at the original.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any

from checker.checks.result import Result
from checker.model import Correction, Span, State
from checker.rule import Rule
from checker.structure.analysis import Analysis
from checker.structure.cells import within_cell
from checker.texts import text

KIND = "doubled_marks"
SCHEMA: Mapping[str, Any] = {
    "type": "object",
    "properties": {
        "marks": {"type": "string", "minLength": 2},
        "allowed": {"type": "array", "minItems": 1, "items": {"type": "string", "minLength": 2}},
    },
    "required": ["marks"],
    "additionalProperties": False,
}
_AROUND = 6
_SHOWN = 10


def check(analysis: Analysis, rule: Rule) -> Result:
    """Look for marks in a row."""
    found = _found(analysis, rule)
    why = text("doubled_marks.why", marks=rule.parameters["marks"])
    if not found:
        return Result(State.PASS, text("doubled_marks.none"), why)
    shown = [Span(*hit.span()) for hit in found[:_SHOWN]]
    written = "、".join(dict.fromkeys(f"“{analysis.as_written(span)}”" for span in shown))
    evidence = tuple(analysis.evidence(_around(analysis, span)) for span in shown)
    message = text("doubled_marks.found", count=len(found), marks=written)
    return Result(State.FAIL, message, why, evidence, tuple(_corrections(analysis, found)))


def _corrections(analysis: Analysis, found: Iterable[re.Match[str]]) -> Iterator[Correction]:
    """Yield one mark for two of the same; between different ones a word may be lost."""
    for hit in found:
        span = analysis.normal.original(Span(*hit.span()))
        written = analysis.document.text[span.start : span.end]
        if len(written) == 2 and written[0] == written[1]:
            yield Correction(span, written[0])


def _found(analysis: Analysis, rule: Rule) -> list[re.Match[str]]:
    allowed = set(rule.parameters.get("allowed", ()))
    return [hit for hit in _pattern(rule.parameters["marks"]).finditer(analysis.text) if hit.group() not in allowed]


@lru_cache(maxsize=8)
def _pattern(marks: str) -> re.Pattern[str]:
    return re.compile(f"[{re.escape(marks)}]{{2,}}")


def _around(analysis: Analysis, span: Span) -> Span:
    """Return the words around *span*, within its line or cell."""
    words = analysis.text
    begin = max(span.start - _AROUND, words.rfind("\n", 0, span.start) + 1)
    line_end = words.find("\n", span.end)
    end = min(span.end + _AROUND, line_end if line_end >= 0 else len(words))
    return within_cell(analysis, Span(begin, end), span)
