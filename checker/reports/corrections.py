"""Corrections as people read them: what stands there and what it should read as, with a few words around a mark."""

from __future__ import annotations

from checker.frozen import dataclass
from checker.model import Correction, Document, Outcome, Report
from checker.texts import Language, text

SHOWN = 3
_SHORT = 4  # what is shorter says nothing without the words around it
_AROUND = 4


@dataclass(frozen=True, slots=True)
class Shown:
    """Corrections of one finding: *pairs* of what is written and what it becomes, and how many are not shown."""

    pairs: tuple[tuple[str, str], ...] = ()
    more: int = 0


def shown(report: Report, outcome: Outcome, most: int | None = SHOWN) -> Shown:
    """Return the corrections of *outcome*, at most *most* different ones."""
    pairs: dict[tuple[str, str], int] = {}
    for correction in outcome.corrections:
        said = pair(report.document, correction)
        pairs[said] = pairs.get(said, 0) + 1
    kept = tuple(pairs)[:most]
    return Shown(kept, len(outcome.corrections) - sum(pairs[said] for said in kept))


def told(report: Report, outcome: Outcome, language: Language, most: int | None = SHOWN) -> list[str]:
    """Return the corrections of *outcome* one by one, then how many there are besides."""
    found = shown(report, outcome, most)
    lines = [text("report.correction", old=old, new=new).of(language) for old, new in found.pairs]
    return [*lines, text("report.more_corrections", count=found.more).of(language)] if found.more else lines


def pair(document: Document, correction: Correction) -> tuple[str, str]:
    """Return what is written and what it becomes, on one line, with a few words around what is short."""
    words, span = document.text, correction.span
    written = words[span.start : span.end]
    before = after = ""
    if len(written) < _SHORT:
        before = words[max(0, span.start - _AROUND) : span.start].split("\n")[-1]
        after = words[span.end : span.end + _AROUND].split("\n")[0]
    return _line(before + written + after), _line(before + correction.replacement + after)


def _line(words: str) -> str:
    return " ".join(words.split())
