"""Terms: fixed terms that are written wrong.

Parameters:
    terms: list of ``{right, wrong, unless}``: the right form, phrases for wrong ones, phrases for what is no mistake
        although a wrong form stands inside it.

Passes:  第一责任人
Fails:   第一人责任
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any

from checker.checks.result import Result
from checker.checks.slips import is_slip
from checker.matching.phrases import SearchText, compile_phrases
from checker.model import Correction, Span, State
from checker.rule import Rule
from checker.structure.analysis import Analysis
from checker.texts import Text, text
from checker.vocabulary import Vocabulary

KIND = "terms"
_PHRASES = {"type": "array", "minItems": 1, "items": {"type": "string", "minLength": 1, "x-phrase": True}}
SCHEMA: Mapping[str, Any] = {
    "type": "object",
    "properties": {
        "terms": {
            "type": "array",
            "minItems": 1,
            "items": {
                "type": "object",
                "properties": {"right": {"type": "string", "minLength": 1}, "wrong": _PHRASES, "unless": _PHRASES},
                "required": ["right", "wrong"],
                "additionalProperties": False,
            },
        }
    },
    "required": ["terms"],
    "additionalProperties": False,
}
_SHOWN = 20
_AROUND = 30


def check(analysis: Analysis, rule: Rule) -> Result:
    """Point at every wrong form and name the right one."""
    terms = rule.parameters["terms"]
    wrong: dict[str, tuple[str, list[Span]]] = {}
    found = list(_wrong(analysis, terms))
    for hit, right in found:
        wrong.setdefault(analysis.text[hit.start : hit.end], (right, []))[1].append(hit)
    why = text("terms.why", count=len(terms))
    if not wrong:
        return Result(State.PASS, text("terms.right"), why)
    pairs = [text("terms.pair", wrong=written, right=right) for written, (right, _) in wrong.items()]
    message = text("terms.wrong", pairs=Text("；".join(p.zh for p in pairs), "; ".join(p.en for p in pairs)))
    spans = sorted((span for _, places in wrong.values() for span in places), key=lambda span: span.start)
    evidence = tuple(map(analysis.evidence, spans[:_SHOWN]))
    return Result(State.FAIL, message, why, evidence, tuple(_corrections(analysis, found)))


def _corrections(analysis: Analysis, found: Iterable[tuple[Span, str]]) -> Iterator[Correction]:
    """Yield the right form where it differs by a few characters only, so that nothing around it is touched."""
    for hit, right in found:
        span = analysis.normal.original(hit)
        written = analysis.document.text[span.start : span.end]
        if is_slip(written, right):
            yield Correction(span, right)


def _wrong(analysis: Analysis, terms: Sequence[Mapping[str, Any]]) -> Iterator[tuple[Span, str]]:
    """Yield each wrong form with the right one."""
    known: dict[str, Mapping[str, Any]] = {}
    # One pattern finds them all, so that a clean report is read once; which term it was is asked of the few hits.
    for hit in analysis.normal.searched.find(_any_of(_all(terms), analysis.template.vocabulary)):
        written = analysis.text[hit.start : hit.end]
        if written not in known:
            known[written] = _term(analysis, terms, hit)
        if not _excused(analysis, tuple(known[written].get("unless", ())), hit):
            yield hit, known[written]["right"]


def _all(terms: Sequence[Mapping[str, Any]]) -> tuple[str, ...]:
    return tuple(phrase for term in terms for phrase in term["wrong"])


def _term(analysis: Analysis, terms: Sequence[Mapping[str, Any]], hit: Span) -> Mapping[str, Any]:
    """Return the term that *hit* is a wrong form of."""
    patterns = [_any_of(tuple(term["wrong"]), analysis.template.vocabulary) for term in terms]
    written = SearchText(analysis.text[hit.start : hit.end])
    for term, pattern in zip(terms, patterns, strict=True):
        if Span(0, hit.end - hit.start) in written.find(pattern):
            return term
    # A phrase may look at what stands around it; then only the whole text tells.
    searched = analysis.normal.searched
    return next(
        term
        for term, pattern in zip(terms, patterns, strict=True)
        if any(span.start < hit.end and hit.start < span.end for span in searched.find(pattern))
    )


def _excused(analysis: Analysis, phrases: tuple[str, ...], hit: Span) -> bool:
    """Whether *hit* lies inside something that is no mistake."""
    if not phrases:
        return False
    begin = max(0, hit.start - _AROUND)
    around = SearchText(analysis.text[begin : hit.end + _AROUND])
    right = around.find(_any_of(phrases, analysis.template.vocabulary))
    return any(begin + span.start <= hit.start and hit.end <= begin + span.end for span in right)


@lru_cache(maxsize=512)
def _any_of(phrases: tuple[str, ...], vocabulary: Vocabulary) -> Any:
    return compile_phrases(phrases, vocabulary)
