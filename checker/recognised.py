"""Text that no file holds as text, because it was recognised in the picture of a page. Part of ``checker.model``."""

from __future__ import annotations

from collections.abc import Iterable

from checker.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Recognised:
    """Text that was recognised in the picture of *page*: ``Document.text[start:end]``, a block or a piece of furniture.

    *confidence* is that of its least sure line, 0 to 1.
    """

    start: int
    end: int
    page: int
    confidence: float


def pages_of(recognised: Iterable[Recognised]) -> tuple[int, ...]:
    """Return the numbers of the pages of which *recognised* text is, in order."""
    return tuple(sorted({each.page for each in recognised}))


def confidence_at(recognised: Iterable[Recognised], start: int, end: int) -> float | None:
    """Return how sure the text in ``[start, end)`` was recognised, at its least; None where none of it was."""
    return min((each.confidence for each in recognised if each.start < end and start < each.end), default=None)
