"""Paragraph end: a paragraph of text ends with a full stop or another mark that ends a sentence.

Parameters:
    at_least: shorter paragraphs are left alone, in characters; they may be titles, labels or lines of a list.

Passes:  全年办结行政复议案件55件，未发生败诉案件。
Fails:   全年办结行政复议案件55件，未发生败诉案件

Only text is looked at: no title, no heading, no table, no list, and nothing from the signature on. Where many
paragraphs lack it the lines of the document are cut in the middle, and nothing can be said of paragraphs.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from checker.checks.result import Result
from checker.model import BlockKind, Span, State
from checker.regex import regex
from checker.rule import Rule
from checker.structure.analysis import Analysis
from checker.texts import text

KIND = "paragraph_end"
SCHEMA: Mapping[str, Any] = {
    "type": "object",
    "properties": {"at_least": {"type": "integer", "minimum": 10, "maximum": 200}},
    "required": ["at_least"],
    "additionalProperties": False,
}

_LINE = regex(r"[^\n]+")
_OPEN_END = regex(r"[\w%,、]$")
_SENTENCE = regex(r"[。;!?]")
_FEW = 3
_SHARE = 4
_TAIL = 16
_SHOWN = 10


def check(analysis: Analysis, rule: Rule) -> Result:
    """Look at the last character of each paragraph."""
    paragraphs = list(_paragraphs(analysis, rule.parameters["at_least"]))
    lacking = [line for line in paragraphs if _OPEN_END.search(analysis.text, line.start, line.end)]
    why = text("paragraph_end.why", count=len(paragraphs))
    if not lacking:
        return Result(State.PASS, text("paragraph_end.right"), why)
    if len(lacking) > _FEW and len(lacking) * _SHARE > len(paragraphs):
        return Result(State.NOT_APPLICABLE, text("paragraph_end.cut"), why)
    evidence = tuple(analysis.evidence(Span(line.end - _TAIL, line.end)) for line in lacking[:_SHOWN])
    return Result(State.FAIL, text("paragraph_end.found", count=len(lacking)), why, evidence)


def _paragraphs(analysis: Analysis, at_least: int) -> Iterator[Span]:
    """Yield the paragraphs of text between the first and the last sentence of the document."""
    words = analysis.text
    titles = {node.start: node.title_end for node in analysis.nodes if not node.sentence}
    signed = [analysis.normal.position(fact.evidence.start) for fact in analysis.profile.dates if fact.role == "signed"]
    last = signed[0] if signed else len(words)
    for line in _LINE.finditer(words, 0, last):
        start, end = line.span()
        if end - start < at_least or end >= last or titles.get(start, start) >= end:
            continue
        stops = list(_SENTENCE.finditer(words, start, end))
        # What follows the last sentence and has no comma is a signature or a source, not a sentence.
        if stops and ("," in words[stops[-1].end() : end] or stops[-1].end() == end) and _is_text(analysis, start):
            yield Span(start, end)


def _is_text(analysis: Analysis, start: int) -> bool:
    block = analysis.document.block_at(analysis.normal.origin[start])
    return block is not None and block.kind is BlockKind.PARAGRAPH
