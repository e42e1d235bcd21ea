"""Pieces of lines on a page → lines in the order in which a person reads them: columns, rows, cells.

For formats that place text on pages instead of telling its order (PDF, OFD). Columns of prose are told from columns of
a table by their lines: those of prose fill the width, those of a table do not.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from checker.frozen import dataclass
from checker.regex import regex

WIDE_GAP = 1.2
"""A gap of so many times the size of the characters lies between columns or cells, not between words."""

NUMBER_ONLY = regex(r"[（(\[]?(?:[一二三四五六七八九十百]+|\d{1,3}|[a-zA-Z])[)）\]、.．]|[•·●■◆➢]")
"""What may stand alone before a wide gap without being a cell: the number or mark of an item."""

_GUTTER = 0.8
_FEWEST_LINES = 4  # that make a column
_FEWEST_CHARACTERS = 8  # in a line of a column, on average
_FILLED = 0.7  # of a column's width; a line that long is filled
_MOSTLY = 0.5  # of a column's lines are filled
_MOST_PIECES = 3000  # on one page, up to which columns are looked for
_DEEPEST = 40
_FARTHEST = 1e6  # points: a hundred times the largest page that PDF allows


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text on one line, with its box in points from the page's upper left corner.

    *size* is that of its characters. *is_slanted*: it stands neither upright nor lying, as watermarks do. *confidence*
    is how sure it was recognised in a picture, 0 to 1, None where it was text.
    """

    text: str
    left: float
    top: float
    right: float
    bottom: float
    size: float
    is_slanted: bool = False
    confidence: float | None = None

    @property
    def middle(self) -> float:
        """The height of its middle."""
        return (self.top + self.bottom) / 2


@dataclass(frozen=True, slots=True)
class Row:
    """The pieces that stand side by side, from left to right, with the box around them and their text in one."""

    pieces: tuple[Piece, ...]
    text: str
    left: float
    top: float
    right: float
    bottom: float
    size: float

    @property
    def middle(self) -> float:
        """The height of its middle."""
        return (self.top + self.bottom) / 2

    @property
    def confidence(self) -> float | None:
        """How sure the least sure of its pieces was recognised, None where all were text."""
        return least(piece.confidence for piece in self.pieces)


Region = tuple[Row, ...]
"""Rows that follow each other in one column of a page."""


def least(confidences: Iterable[float | None]) -> float | None:
    """Return the least of *confidences* that are known, None where none is."""
    return min((each for each in confidences if each is not None), default=None)


def sane(value: float) -> float:
    """Return *value*, or 0 for what is no place on any page: a damaged file may hold infinity, or no number at all."""
    return value if -_FARTHEST < value < _FARTHEST else 0.0


def regions(pieces: Sequence[Piece]) -> list[Region]:
    """Return the columns of a page in reading order; a page without columns is one region."""
    if not pieces:
        return []
    if len(pieces) > _MOST_PIECES or not _side_by_side(pieces):
        return [rows(pieces)]
    return [rows(part) for part in _cut(list(pieces), _DEEPEST)]


def rows(pieces: Sequence[Piece]) -> Region:
    """Return *pieces* as rows from top to bottom; what overlaps in height by half stands in one row."""
    found: list[list[Piece]] = []
    for piece in sorted(pieces, key=lambda piece: (piece.middle, piece.left)):
        first = found[-1][0] if found else None
        if (
            first is not None
            and first.top <= piece.middle <= first.bottom
            and piece.top <= first.middle <= piece.bottom
        ):
            found[-1].append(piece)
        else:
            found.append([piece])
    return tuple(map(_row, found))


def glued(pieces: Sequence[Piece]) -> list[Piece]:
    """Return *pieces* with those joined that follow each other on one line without a gap: some files place each letter.

    A blank is put where two Latin letters stand apart.
    """
    found: list[list[Piece]] = []
    for piece in pieces:
        last = found[-1][-1] if found else None
        if last is not None and _touches(last, piece):
            found[-1].append(piece)
        else:
            found.append([piece])
    return [_joined(run) if len(run) > 1 else run[0] for run in found]


def _touches(last: Piece, piece: Piece) -> bool:
    gap = piece.left - last.right
    return (
        not (last.is_slanted or piece.is_slanted)
        and last.top <= piece.middle <= last.bottom
        and max(last.size, piece.size) <= 1.5 * min(last.size, piece.size)
        and -0.6 * last.size < gap < 0.8 * last.size
    )


def _joined(run: Sequence[Piece]) -> Piece:
    texts = [run[0].text]
    for last, piece in pairwise(run):
        apart = piece.left - last.right > 0.2 * last.size and last.text.isascii() and piece.text.isascii()
        texts.append(" " + piece.text if apart else piece.text)
    return Piece(
        "".join(texts),
        min(piece.left for piece in run),
        min(piece.top for piece in run),
        max(piece.right for piece in run),
        max(piece.bottom for piece in run),
        max(piece.size for piece in run),
    )


def _row(pieces: list[Piece]) -> Row:
    if len(pieces) == 1:
        only = pieces[0]
        return Row((only,), only.text, only.left, only.top, only.right, only.bottom, only.size)
    pieces.sort(key=lambda piece: piece.left)
    return Row(
        pieces=tuple(pieces),
        text=" ".join(piece.text for piece in pieces),
        left=pieces[0].left,
        top=min(piece.top for piece in pieces),
        right=max(piece.right for piece in pieces),
        bottom=max(piece.bottom for piece in pieces),
        size=max(piece.size for piece in pieces),
    )


def _side_by_side(pieces: Sequence[Piece]) -> bool:
    """Return whether any two neighbours overlap in height without standing under each other."""
    ordered = sorted(pieces, key=lambda piece: piece.top)
    return any(
        below.top < above.bottom and (below.left >= above.right or below.right <= above.left)
        for above, below in pairwise(ordered)
    )


def _cut(pieces: list[Piece], depth: int) -> list[list[Piece]]:
    """Cut between columns, else at the widest gap between lines; what no column needs is left in one part."""
    columns = _columns(pieces)
    if columns is not None:
        left, right = columns
        return [*_cut(left, depth - 1), *_cut(right, depth - 1)]
    halves = _halves(pieces) if depth > 0 else None
    if halves is None:
        return [pieces]
    upper, lower = (_cut(half, depth - 1) for half in halves)
    if len(upper) == len(lower) == 1:
        return [pieces]
    return [*upper, *lower]


def _columns(pieces: list[Piece]) -> tuple[list[Piece], list[Piece]] | None:
    """Return the pieces left and right of the widest gap that runs through all of them between two columns of prose."""
    if len(pieces) < 2 * _FEWEST_LINES:
        return None
    size = sorted(piece.size for piece in pieces)[len(pieces) // 2]
    ordered = sorted(pieces, key=lambda piece: piece.left)
    gaps: list[tuple[float, float]] = []
    right = ordered[0].right
    for piece in ordered[1:]:
        if piece.left - right > _GUTTER * size:
            gaps.append((piece.left - right, piece.left))
        right = max(right, piece.right)
    for _, edge in sorted(gaps, reverse=True):
        sides = [piece for piece in pieces if piece.left < edge], [piece for piece in pieces if piece.left >= edge]
        if _is_prose(sides[0]) and _is_prose(sides[1]) and _overlap(*sides):
            return sides
    return None


def _is_prose(pieces: Sequence[Piece]) -> bool:
    lines = len(pieces)
    if lines < _FEWEST_LINES or sum(len(piece.text) for piece in pieces) < _FEWEST_CHARACTERS * lines:
        return False
    width = max(piece.right for piece in pieces) - min(piece.left for piece in pieces)
    return sum(piece.right - piece.left >= _FILLED * width for piece in pieces) >= _MOSTLY * lines


def _overlap(one: Sequence[Piece], other: Sequence[Piece]) -> bool:
    """Return whether two columns stand beside each other for half of the shorter one."""
    tops = min(piece.top for piece in one), min(piece.top for piece in other)
    bottoms = max(piece.bottom for piece in one), max(piece.bottom for piece in other)
    shorter = min(bottoms[0] - tops[0], bottoms[1] - tops[1])
    return min(bottoms) - max(tops) >= shorter / 2


def _halves(pieces: list[Piece]) -> tuple[list[Piece], list[Piece]] | None:
    """Return the pieces above and below the widest gap between lines."""
    ordered = sorted(pieces, key=lambda piece: piece.top)
    best, widest = 0, 0.0
    bottom = ordered[0].bottom
    for index, piece in enumerate(ordered[1:], 1):
        if piece.top - bottom > widest:
            best, widest = index, piece.top - bottom
        bottom = max(bottom, piece.bottom)
    return (ordered[:best], ordered[best:]) if best else None
