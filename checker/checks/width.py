"""Width: Chinese text is punctuated with full-width marks.

Parameters:
    marks: the half-width marks that must not stand between Chinese characters, as one string (``,;:!?``).

Passes:  会议听取汇报，研究部署下一步工作。            1,200人次    12:30    GB/T 9704
Fails:   会议听取汇报,研究部署下一步工作。

Told once for a document: how many of each mark, and the first places. Figures, times, addresses and foreign words keep
their own marks, because only a mark with Chinese on both sides is looked at.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any

from checker.checks.result import Result
from checker.model import Correction, Span, State
from checker.rule import Rule
from checker.structure.analysis import Analysis, evidence_at
from checker.texts import text

KIND = "width"
SCHEMA: Mapping[str, Any] = {
    "type": "object",
    "properties": {"marks": {"type": "string", "pattern": "^[!\"'(),:;<>?\\[\\]]+$"}},
    "required": ["marks"],
    "additionalProperties": False,
}

_BEFORE = "”’》）〕)%％0123456789"
_AFTER = "“‘《（〔"
_AROUND = 6
_TO_FULL_WIDTH = 0xFEE0
_TURNED = "\"'<>"  # in Chinese these become pairs of marks, not wider ones
_SHOWN = 3


def check(analysis: Analysis, rule: Rule) -> Result:
    """Count the half-width marks between Chinese characters."""
    document = analysis.document
    found = _found(analysis, rule)
    why = text("width.why", marks=" ".join(rule.parameters["marks"]))
    if not found:
        return Result(State.PASS, text("width.right"), why)
    counts = Counter(hit.group() for hit in found)
    told = "、".join(f"{mark} {count}" for mark, count in counts.most_common())
    evidence = tuple(
        evidence_at(document, span, analysis.heading_path(analysis.node_at(analysis.normal.position(span.start))))
        for span in (_around(document.text, hit.start()) for hit in found[:_SHOWN])
    )
    corrections = tuple(_corrections(document.text, found))
    return Result(State.FAIL, text("width.found", count=len(found), marks=told), why, evidence, corrections)


def _corrections(words: str, found: Iterable[re.Match[str]]) -> Iterator[Correction]:
    """Yield each mark in full width; one beside a figure is left to a person, because it may belong to that."""
    for hit in found:
        if not words[hit.start() - 1].isdecimal() and hit.group() not in _TURNED:
            yield Correction(Span(*hit.span()), chr(ord(hit.group()) + _TO_FULL_WIDTH))


def _found(analysis: Analysis, rule: Rule) -> list[re.Match[str]]:
    document = analysis.document
    marks = _pattern(rule.parameters["marks"])
    return [
        hit
        for block in document.blocks
        for hit in marks.finditer(document.text, block.start, block.end)
        if _is_inside(document.text[max(block.start, hit.start() - 1) : min(block.end, hit.end() + 1)])
    ]


@lru_cache(maxsize=16)
def _pattern(marks: str) -> re.Pattern[str]:
    return re.compile(f"[{re.escape(marks)}]")


def _is_inside(around: str) -> bool:
    """Whether the mark in the middle of three characters has Chinese on both sides; a figure may stand before it."""
    if len(around) != 3:
        return False
    before, after = around[0], around[2]
    return (_is_chinese(before) or before in _BEFORE) and (_is_chinese(after) or after in _AFTER)


def _is_chinese(character: str) -> bool:
    return 0x4E00 <= ord(character) <= 0x9FFF


def _around(words: str, at: int) -> Span:
    """Return the words around the mark at *at*, within its line or cell."""
    begin = max(at - _AROUND, words.rfind("\n", 0, at) + 1, words.rfind("\t", 0, at) + 1)
    ends = [end for end in (words.find("\n", at), words.find("\t", at)) if end >= 0]
    return Span(begin, min(at + 1 + _AROUND, *ends, len(words)))
