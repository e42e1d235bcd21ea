"""Corrections as people read them: what stands there and what it should read as, with a few words around a mark."""

from __future__ import annotations

from checker.frozen import dataclass
from checker.model import Correction, Document, Outcome, Report
from checker.texts import Language, text

SHOWN = 3
_AROUND = 4  # characters on each side of a mark, which says nothing without them


@dataclass(frozen=True, slots=True)
class Pair:
    """What is *written*, what it becomes (*right*), and what stands *before* and *after* it."""

    written: str
    right: str
    before: str = ""
    after: str = ""

    @property
    def old(self) -> str:
        """The words as they are."""
        return f"{self.before}{self.written}{self.after}"

    @property
    def new(self) -> str:
        """The words as they should be."""
        return f"{self.before}{self.right}{self.after}"


@dataclass(frozen=True, slots=True)
class Shown:
    """Corrections of one finding that differ, and how many are not shown."""

    pairs: tuple[Pair, ...] = ()
    more: int = 0


def shown(report: Report, outcome: Outcome, most: int | None = SHOWN) -> Shown:
    """Return the corrections of *outcome*, at most *most* different ones."""
    pairs: dict[Pair, int] = {}
    for correction in outcome.corrections:
        said = pair(report.document, correction)
        pairs[said] = pairs.get(said, 0) + 1
    kept = tuple(pairs)[:most]
    return Shown(kept, len(outcome.corrections) - sum(pairs[said] for said in kept))


def told(report: Report, outcome: Outcome, language: Language, most: int | None = SHOWN) -> list[str]:
    """Return the corrections of *outcome* one by one, then how many there are besides."""
    found = shown(report, outcome, most)
    lines = [text("report.correction", old=each.old, new=each.new).of(language) for each in found.pairs]
    return [*lines, text("report.more_corrections", count=found.more).of(language)] if found.more else lines


def pair(document: Document, correction: Correction) -> Pair:
    """Return *correction* on one line, with a few words around it where it is marks alone."""
    words, span = document.text, correction.span
    written = words[span.start : span.end]
    if any(character.isalnum() for character in written):
        return Pair(_line(written), _line(correction.replacement))
    before = words[max(0, span.start - _AROUND) : span.start]
    after = words[span.end : span.end + _AROUND]
    return Pair(written, correction.replacement, _head(before[::-1])[::-1], _head(after))


def _head(words: str) -> str:
    return words.split("\n", 1)[0].split("\t", 1)[0]


def _line(words: str) -> str:
    return " ".join(words.split())
