"""Text that two documents share, by shingles: runs of a few characters that occur in both.

Spaces, punctuation and marks are left out first, so that a changed comma hides nothing.
"""

from __future__ import annotations

from collections.abc import Iterable

from checker.frozen import dataclass
from checker.model import Span

_MOST_PLACES = 16  # of one shingle that are followed; stock phrases stand everywhere


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch that stands in both texts; each span is of its own text, punctuation included."""

    here: Span
    there: Span
    characters: int


class Shingles:
    """A text without its punctuation, with the places of every run of *size* characters."""

    def __init__(self, text: str, spans: Iterable[Span] | None = None, *, size: int = 5) -> None:
        whole = [Span(0, len(text))] if spans is None else list(spans)
        kept = [place for span in whole for place in range(span.start, span.end) if text[place].isalnum()]
        self.size = size
        self.origin = kept
        self.letters = "".join(text[place] for place in kept)
        self.places: dict[str, list[int]] = {}
        for start in range(len(self.letters) - size + 1):
            self.places.setdefault(self.letters[start : start + size], []).append(start)

    def share(self, other: Shingles) -> float:
        """Return which part of the runs here stands in *other* too, 0 to 1; 0 for a text shorter than a run."""
        count = len(self.letters) - self.size + 1
        if count <= 0:
            return 0.0
        return sum(len(starts) for run, starts in self.places.items() if run in other.places) / count

    def passages(self, other: Shingles, at_least: int) -> list[Passage]:
        """Return the longest stretches of *at_least* characters that stand in *other*, from left to right."""
        found: list[Passage] = []
        start = 0
        while start <= len(self.letters) - max(self.size, at_least):
            inside_number = start > 0 and self.letters[start - 1].isdigit() and self.letters[start].isdigit()
            length, there = (0, 0) if inside_number else self._longest(other, start)
            if length >= at_least:
                here = Span(self.origin[start], self.origin[start + length - 1] + 1)
                place = Span(other.origin[there], other.origin[there + length - 1] + 1)
                found.append(Passage(here, place, length))
                start += length
            else:
                start += 1
        return found

    def _longest(self, other: Shingles, start: int) -> tuple[int, int]:
        """Return length and place of the longest run from *start* that stands in *other*."""
        best, place = 0, 0
        for there in other.places.get(self.letters[start : start + self.size], ())[:_MOST_PLACES]:
            length = self.size
            while (
                start + length < len(self.letters)
                and there + length < len(other.letters)
                and self.letters[start + length] == other.letters[there + length]
            ):
                length += 1
            if length > best:
                best, place = length, there
        while best and (_cuts_number(self.letters, start + best) or _cuts_number(other.letters, place + best)):
            best -= 1
        return best, place


def _cuts_number(letters: str, place: int) -> bool:
    return place < len(letters) and letters[place - 1].isdigit() and letters[place].isdigit()
