"""Forbidden: words or shapes of words that must not stand in the report.

Parameters:
    concept: what must not occur; its ``unless`` holds the exceptions.
    sections: only what stands in these sections is looked at; everywhere where left out.
    alone: only what makes up a whole ``sentence`` or a whole ``paragraph`` counts, not what is part of one.
    heads: headers, footers and watermarks are looked at, too; there ``alone`` asks for a whole line.
    corrections: list of ``{pattern, replacement}``: what a wrong form should read as, where that is certain. The first
        whose pattern matches the whole form is taken; ``\\1`` … ``\\9`` in the replacement are its groups. One that
        would change a figure is not taken.

Passes:  2026年1月29日召开会议
Fails:   2026129日召开会议        (a date that lost its 年 and 月)
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from checker.checks.result import Result
from checker.checks.slips import alike, same_figures
from checker.matching.phrases import matcher
from checker.matching.rewriting import rewritten
from checker.model import Correction, Evidence, Span, State
from checker.rule import Rule
from checker.structure.analysis import Analysis, evidence_at
from checker.structure.heads import heads
from checker.texts import text

KIND = "forbidden"
SCHEMA: Mapping[str, Any] = {
    "type": "object",
    "properties": {
        "concept": {"type": "string", "x-refers-to": "concept"},
        "sections": {"type": "array", "minItems": 1, "items": {"type": "string", "x-refers-to": "section"}},
        "alone": {"type": "string", "enum": ["sentence", "paragraph"]},
        "heads": {"type": "boolean", "x-stricter": "more"},
        "corrections": {
            "type": "array",
            "minItems": 1,
            "items": {
                "type": "object",
                "properties": {
                    "pattern": {"type": "string", "minLength": 1, "x-rewrite": "replacement"},
                    "replacement": {"type": "string"},
                },
                "required": ["pattern", "replacement"],
                "additionalProperties": False,
            },
        },
    },
    "required": ["concept"],
    "additionalProperties": False,
}
_SHOWN = 20
_CELL_ENDS = "\n\t"
_SENTENCE_END = "。;!?\n”)"


def check(analysis: Analysis, rule: Rule) -> Result:
    """Point at every place where the concept occurs."""
    why = text("forbidden.why")
    hits = analysis.hits(rule.parameters["concept"])
    if sections := set(rule.parameters.get("sections", ())):
        hits = tuple(hit for hit in hits if analysis.section_claims(analysis.node_at(hit.start)) & sections)
    if alone := rule.parameters.get("alone"):
        words = analysis.text
        if alone == "sentence":
            hits = tuple(hit for hit in hits if _is_alone(hit, _sentence(analysis, hit), words))
        else:
            hits = tuple(hit for hit in hits if _is_alone(hit, _line(words, hit), words))
    beside = _in_heads(analysis, rule) if rule.parameters.get("heads") else ()
    if not hits and not beside:
        return Result(State.PASS, text("forbidden.clean"), why)
    evidence = (*(analysis.evidence(hit) for hit in hits[:_SHOWN]), *beside)
    words = "、".join(dict.fromkeys(item.quote for item in evidence))
    key = "forbidden.found_in_heads" if beside else "forbidden.found"
    message = text(key, count=len(hits) + len(beside), words=words, heads=len(beside))
    return Result(State.FAIL, message, why, evidence, tuple(_corrections(analysis, rule, hits)))


def _in_heads(analysis: Analysis, rule: Rule) -> tuple[Evidence, ...]:
    normal, vocabulary = heads(analysis), analysis.template.vocabulary
    hits = matcher(vocabulary[rule.parameters["concept"]], vocabulary).spans(normal.searched)
    if rule.parameters.get("alone"):
        hits = tuple(hit for hit in hits if _is_alone(hit, _line(normal.text, hit), normal.text))
    return tuple(evidence_at(analysis.document, normal.original(_trimmed(normal.text, hit))) for hit in hits)


def _corrections(analysis: Analysis, rule: Rule, hits: Sequence[Span]) -> Iterator[Correction]:
    for hit in hits:
        for each in rule.parameters.get("corrections", ()):
            made = rewritten(analysis.text[hit.start : hit.end], each["pattern"], each["replacement"])
            if made is None:
                continue
            span = analysis.normal.original(hit)
            right = "".join(piece if isinstance(piece, str) else _kept(analysis, hit, piece) for piece in made.pieces)
            written = analysis.document.text[span.start : span.end]
            if right != written and same_figures(written, right):
                yield _within_one_line(Correction(span, right), written)
            break


def _within_one_line(correction: Correction, written: str) -> Correction:
    """Return *correction* without words that stay and stand in another line or cell; patterns see through both."""
    start, end = alike(written, correction.replacement)
    first = max(written.rfind(sign, 0, start) + 1 for sign in _CELL_ENDS)
    behind = len(written) - end
    last = len(written) - min(
        (at for sign in _CELL_ENDS if (at := written.find(sign, behind)) >= 0), default=len(written)
    )
    span = Span(correction.span.start + first, correction.span.end - last)
    return Correction(span, correction.replacement[first : len(correction.replacement) - last])


def _kept(analysis: Analysis, hit: Span, piece: Span) -> str:
    original = analysis.normal.original(Span(hit.start + piece.start, hit.start + piece.end))
    return analysis.document.text[original.start : original.end]


def _sentence(analysis: Analysis, hit: Span) -> tuple[int, int]:
    unit = analysis.units[bisect_right(analysis.units, hit.start, key=lambda unit: unit.start) - 1]
    return unit.start, unit.end


def _line(words: str, hit: Span) -> tuple[int, int]:
    end = words.find("\n", hit.end - 1)
    return words.rfind("\n", 0, hit.start) + 1, end if end >= 0 else len(words)


def _trimmed(words: str, hit: Span) -> Span:
    """Return *hit* without line ends, which a phrase may ask for at its edges."""
    found = words[hit.start : hit.end]
    return Span(hit.start + len(found) - len(found.lstrip("\n")), hit.end - len(found) + len(found.rstrip("\n")))


def _is_alone(hit: Span, around: tuple[int, int], words: str) -> bool:
    start, end = around
    return start == hit.start and not words[hit.end : end].strip(_SENTENCE_END)
