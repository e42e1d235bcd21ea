"""Pairs: brackets, quotation marks and book-title marks stand in pairs and do not cross.

Parameters: none.

Passes:  印发《关于印发〈办法〉的通知》（青政办〔2025〕3号）
Fails:   按照1+4+N”的原则

A pair is looked for within one paragraph; a mark that is closed shortly after it (a title over two lines, a line that
was wrapped) is taken for closed. Numbers such as 一) and 1) that lack their first bracket are told once, as such.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from checker.checks.result import Result
from checker.frozen import dataclass
from checker.model import Correction, Span, State
from checker.regex import regex
from checker.rule import Rule
from checker.structure.analysis import Analysis
from checker.structure.cells import within_cell
from checker.structure.numerals import NUMERALS
from checker.texts import Text, text

KIND = "pairs"
SCHEMA: Mapping[str, Any] = {"type": "object", "properties": {}, "required": [], "additionalProperties": False}

_CLOSERS = {"《": "》", "“": "”", "‘": "’", "(": ")", "[": "]", "〔": "〕"}
_OPENERS = {closer: opener for opener, closer in _CLOSERS.items()}
_SIGN = regex(r"[《》“”‘’()\[\]〔〕\"]")
_MARKER = regex(rf"(?:^|(?<=[\n。;:,、!?]))(?:[{NUMERALS}]{{1,3}}|\d{{1,2}}|[A-Za-z])$")
_LATIN = regex(r"[A-Za-z]’[A-Za-z]|\d’")
_INCH = regex(r"\d")
_CLAUSE_END = regex(r"[。;:,!?\n]")
_LINE = regex(r"[^\n]+")
_TURNED = "“‘《"
_AROUND = 8
_NEAR = 30
_JOINED = 200
_MOST_OPEN = 40  # deeper than any text; without it a hostile one would take quadratic time
_SHOWN = 20


@dataclass(frozen=True, slots=True)
class _Lone:
    """A mark without its partner."""

    sign: str
    at: int

    @property
    def opens(self) -> bool:
        return self.sign in _CLOSERS

    @property
    def kind(self) -> str:
        return _OPENERS.get(self.sign, self.sign)


def check(analysis: Analysis, rule: Rule) -> Result:  # noqa: ARG001 - every kind takes a rule
    """Pair the marks of each paragraph."""
    lone, markers = _unpaired(analysis.text)
    why = text("pairs.why")
    if not lone and not markers:
        return Result(State.PASS, text("pairs.right"), why)
    groups = _grouped(analysis.text, lone)
    spans = [_around(analysis, group[0].at, group[-1].at) for group in groups[:_SHOWN]]
    spans += [Span(marker.start, _clause_end(analysis.text, marker.end)) for marker in markers[:_SHOWN]]
    shown = sorted(spans, key=lambda span: (span.start, span.end))[:_SHOWN]
    evidence = tuple(analysis.evidence(span) for span in shown)
    corrections = sorted(_corrections(analysis, groups, markers), key=lambda each: each.span.start)
    return Result(State.FAIL, _message(analysis, groups, markers), why, evidence, tuple(corrections))


def _corrections(analysis: Analysis, groups: list[list[_Lone]], markers: list[Span]) -> Iterator[Correction]:
    """Yield the marks that are turned the wrong way, and numbers such as 一) with both brackets."""
    for group in groups:
        if len(group) == 2 and group[0].kind in _TURNED and group[0].opens == group[1].opens:
            wrong = group[1] if group[0].opens else group[0]
            right = _CLOSERS[wrong.kind] if wrong.opens else wrong.kind
            yield Correction(analysis.normal.original(Span(wrong.at, wrong.at + 1)), right)
    for marker in markers:
        span = analysis.normal.original(marker)
        written = analysis.document.text[span.start : span.end]
        if all(sign in NUMERALS for sign in written[:-1]):
            yield Correction(span, f"（{written[:-1]}）")


def _message(analysis: Analysis, groups: list[list[_Lone]], markers: list[Span]) -> Text:
    parts: list[Text] = []
    if groups:
        told = [_told(analysis, group) for group in groups[:_SHOWN]]
        faults = Text("；".join(part.zh for part in told), "; ".join(part.en for part in told))
        parts.append(text("pairs.found", count=len(groups), faults=faults))
    if markers:
        words = "、".join(dict.fromkeys(analysis.as_written(marker) for marker in markers))
        parts.append(text("pairs.markers", count=len(markers), words=words))
    return Text("；".join(part.zh for part in parts), "; ".join(part.en for part in parts))


def _told(analysis: Analysis, group: list[_Lone]) -> Text:
    sign = analysis.as_written(Span(group[0].at, group[0].at + 1))
    words = analysis.as_written(_around(analysis, group[0].at, group[-1].at))
    if len(group) > 1:
        return text("pairs.turned", sign=sign, words=words)
    if group[0].sign == '"':
        return text("pairs.odd", words=words)
    return text("pairs.unclosed" if group[0].opens else "pairs.unopened", sign=sign, words=words)


def _unpaired(words: str) -> tuple[list[_Lone], list[Span]]:
    """Return the marks without partner, in order, and the numbers that lack their first bracket."""
    lone: list[_Lone] = []
    markers: list[Span] = []
    for line in _LINE.finditer(words):
        lone += _in_paragraph(words, *line.span(), markers)
    return _not_joined(words, sorted(lone, key=lambda each: each.at)), markers


def _in_paragraph(words: str, start: int, end: int, markers: list[Span]) -> Iterator[_Lone]:
    open_marks: list[_Lone] = []
    for hit in _SIGN.finditer(words, start, end):
        sign, at = hit.group(), hit.start()
        if sign == '"':
            sign = _straight(words, at, open_marks)
        if sign in _CLOSERS or sign == '"':
            open_marks.append(_Lone(sign, at))
            if len(open_marks) > _MOST_OPEN:
                yield open_marks.pop(0)
        elif sign:
            match = next((i for i in reversed(range(len(open_marks))) if _closes(sign, open_marks[i])), None)
            if match is not None and not _breaks_title(words, open_marks[match], at):
                yield from open_marks[match + 1 :]
                del open_marks[match:]
            elif sign == ")" and (marker := _MARKER.search(words, max(start, at - 4), at)):
                markers.append(Span(marker.start(), at + 1))
            elif not (sign == "’" and _LATIN.search(words, at - 1, at + 2)):
                yield _Lone(sign, at)
    yield from open_marks


def _straight(words: str, at: int, open_marks: list[_Lone]) -> str:
    """Return what a straight quotation mark is here: a closing mark, one that opens, or nothing (inches)."""
    if any(each.sign in '“"' for each in open_marks):
        return "”"
    return "" if at and _INCH.match(words[at - 1]) else '"'


def _closes(sign: str, opened: _Lone) -> bool:
    return opened.sign == _OPENERS.get(sign) or (sign == "”" and opened.sign == '"')


def _breaks_title(words: str, opened: _Lone, at: int) -> bool:
    """Whether a sentence ends in between, which no title survives."""
    return opened.sign == "《" and "。" in words[opened.at : at]


def _not_joined(words: str, lone: list[_Lone]) -> list[_Lone]:
    """Return *lone* without those that are closed a line or two later."""
    joined: set[_Lone] = set()
    open_marks: list[_Lone] = []
    for each in lone:
        if each.opens:
            open_marks.append(each)
            continue
        partner = _opened_near(open_marks, each)
        if partner is not None and "\n" in words[partner.at : each.at]:
            open_marks.remove(partner)
            joined |= {partner, each}
    return [each for each in lone if each not in joined]


def _opened_near(open_marks: list[_Lone], closer: _Lone) -> _Lone | None:
    for opened in reversed(open_marks):
        if closer.at - opened.at > _JOINED:
            return None
        if opened.sign == _OPENERS.get(closer.sign):
            return opened
    return None


def _grouped(words: str, lone: list[_Lone]) -> list[list[_Lone]]:
    """Put two marks together that are one slip: a pair whose one mark is turned the wrong way."""
    groups: list[list[_Lone]] = []
    for each in lone:
        if groups and len(groups[-1]) == 1 and _are_one_slip(words, groups[-1][0], each):
            groups[-1].append(each)
        else:
            groups.append([each])
    return groups


def _are_one_slip(words: str, first: _Lone, second: _Lone) -> bool:
    if first.kind != second.kind or (first.opens and not second.opens) or second.at - first.at > _NEAR:
        return False
    between = words[first.at + 1 : second.at]
    return first.kind not in between and _CLOSERS.get(first.kind, first.kind) not in between


def _around(analysis: Analysis, first: int, last: int) -> Span:
    """Return the words around the marks, within their paragraph or cell and, before them, their clause."""
    words = analysis.text
    begin = max([first - _AROUND, words.rfind("\n", 0, first) + 1])
    for stop in _CLAUSE_END.finditer(words, begin, first):
        begin = stop.end()
    return within_cell(analysis, Span(begin, _clause_end(words, last + 1, _AROUND)), Span(first, last + 1))


def _clause_end(words: str, start: int, longest: int = 2 * _AROUND) -> int:
    stop = _CLAUSE_END.search(words, start, start + longest)
    return stop.start() if stop else min(start + longest, len(words))
