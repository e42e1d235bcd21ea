"""Tables of a document with the names of their rows and columns, and the numbers in their cells.

A table comes as text: cells apart by tabs, rows by line feeds, a cell that spans several rows or columns written in the
first of them (``reading.grid``); Markdown writes pipes instead. Plain text has no tables, but neighbouring lines with
tabs are read as one. The rows above the first number are the head, the columns before it name the rows; both may have
several levels, and the name of a row or column is the path through them: ``三、本年度办理结果/(二)部分公开``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from checker.frozen import dataclass
from checker.matching.fold import fold
from checker.model import Block, BlockKind, Document, Span
from checker.regex import regex

_NOTHING = frozenset({"", "-", "--", "/", "\\", "〇", "无", "n/a", "na", "nil", "<1", "*"})
_NUMBER = regex(r"[-+]?\d{1,3}(?:,\d{3})+(?:\.\d+)?|[-+]?\d+(?:\.\d+)?")
_UNITS = regex(r"(?:件|条|次|个|项|人|宗|份|起|元|万元|%)$")
_SPACE = regex(r"\s+")
_PIPE_RULE = regex(r"[\s|:-]+")
_YEAR = regex(r"(?:19|20)\d\d")
_BRACKETED = regex(r"\((\d[\d,.]*)\)")


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: ``Document.text[start:end]``, empty where start equals end."""

    text: str
    start: int
    end: int

    @property
    def number(self) -> Decimal | None:
        """The number in the cell; 0 for an empty one, a dash or N/A; None for words."""
        return number(self.text)


@dataclass(frozen=True, slots=True)
class Table:
    """The numbers of a table: ``cells[row][column]`` with ``rows[row]`` and ``columns[column]`` for their names.

    *words* is all that names it: its head, the names of its rows, and the line above it. *span* is where it stands in
    ``Document.text``.
    """

    span: Span
    words: str
    rows: tuple[str, ...]
    columns: tuple[str, ...]
    cells: tuple[tuple[Cell, ...], ...]


def number(written: str) -> Decimal | None:
    """Return the number that a cell holds: ``1,234`` → 1234, ``(12)`` → -12, ``-`` → 0, ``3件`` → 3; None for words."""
    plain = _SPACE.sub("", fold(written)).casefold()
    if plain in _NOTHING:
        return Decimal(0)
    plain = _UNITS.sub("", plain)
    if bracketed := _BRACKETED.fullmatch(plain):
        plain = "-" + bracketed[1]
    return Decimal(plain.replace(",", "")) if _NUMBER.fullmatch(plain) else None


def tables(document: Document) -> tuple[Table, ...]:
    """Return the tables of *document* in order."""
    return tuple(table for caption, grid in _grids(document) if (table := _table(caption, grid)) is not None)


def _grids(document: Document) -> Iterator[tuple[str, list[list[Cell]]]]:
    """Yield each table as rows of cells, with the line above it."""
    above = ""
    lines: list[Block] = []
    for block in document.blocks:
        text = document.text[block.start : block.end]
        if block.kind is BlockKind.TABLE:
            yield above, [*_rows(document.text, _line_start(document.text, block.start), block.end)]
        elif block.kind is BlockKind.PARAGRAPH and "\t" in _line(document.text, block):
            lines.append(block)
            continue
        if len(lines) > 1:
            yield above, _plain(document.text, lines)
        lines = []
        above = text
    if len(lines) > 1:
        yield above, _plain(document.text, lines)


def _plain(text: str, lines: Sequence[Block]) -> list[list[Cell]]:
    return [row for line in lines for row in _rows(text, _line_start(text, line.start), _line_end(text, line.end))]


def _line(text: str, block: Block) -> str:
    return text[_line_start(text, block.start) : _line_end(text, block.end)]


def _line_start(text: str, place: int) -> int:
    return text.rfind("\n", 0, place) + 1


def _line_end(text: str, place: int) -> int:
    end = text.find("\n", place)
    return len(text) if end < 0 else end


def _rows(text: str, start: int, end: int) -> Iterator[list[Cell]]:
    for line in text[start:end].split("\n"):
        if "\t" not in line and line.lstrip().startswith("|"):
            if _PIPE_RULE.fullmatch(line) is None:
                inner = line.strip().removeprefix("|").removesuffix("|")
                yield _cells(inner, start + line.index(inner) if inner else start, "|")
        elif line.strip():
            yield _cells(line, start, "\t")
        start += len(line) + 1


def _cells(line: str, start: int, mark: str) -> list[Cell]:
    cells: list[Cell] = []
    for piece in line.split(mark):
        words = piece.strip()
        begin = start + (piece.index(words) if words else 0)
        cells.append(Cell(words, begin, begin + len(words)))
        start += len(piece) + 1
    return cells


def _table(caption: str, grid: list[list[Cell]]) -> Table | None:
    width = max((len(row) for row in grid), default=0)
    if len(grid) < 2 or width < 2:
        return None
    end = grid[-1][-1].end
    padded = [[*row, *(Cell("", row[-1].end, row[-1].end) for _ in range(width - len(row)))] for row in grid]
    head = next((index for index, row in enumerate(padded) if _has_figures(row, first=index == 0)), 1)
    head_rows, body = padded[:head], padded[head:]
    labels = next((index for index in range(width) if any(_is_figure(row[index]) for row in body)), min(1, width - 1))
    columns = tuple(map(_path, zip(*_spread(head_rows), strict=True)))[labels:] if head else ("",) * (width - labels)
    rows = _row_paths([[cell.text for cell in row[:labels]] for row in body])
    words = "\n".join((_plain_words(caption), *columns, *rows, *(cell.text for row in head_rows for cell in row)))
    return Table(
        span=Span(grid[0][0].start, end),
        words=_plain_words(words),
        rows=rows,
        columns=columns,
        cells=tuple(tuple(row[labels:]) for row in body),
    )


def _has_figures(row: Sequence[Cell], *, first: bool) -> bool:
    """Whether *row* holds figures; years over the columns of the first row are names."""
    return any(_is_figure(cell) and not (first and _YEAR.fullmatch(fold(cell.text))) for cell in row)


def _is_figure(cell: Cell) -> bool:
    return bool(cell.text) and cell.number is not None and fold(cell.text).strip() not in ("〇", "无")


def _spread(head: Sequence[Sequence[Cell]]) -> list[list[str]]:
    """Return the texts of a head with a cell that spans several columns repeated in each of them.

    An empty cell belongs to the one on its left, unless it stands below one that spans several rows.
    """
    spread: list[list[str]] = []
    held = [False] * len(head[0])  # whether a cell from above fills this column
    for row in head:
        texts: list[str] = []
        for column, cell in enumerate(row):
            texts.append(cell.text or ("" if held[column] or not texts else texts[-1]))
        held = [bool(cell.text) or was for cell, was in zip(row, held, strict=True)]
        spread.append(texts)
    return spread


def _row_paths(labels: Sequence[Sequence[str]]) -> tuple[str, ...]:
    """Return the name of each row; a label holds for the rows below it until another stands at its level or above."""
    current: list[str] = []
    names: list[str] = []
    for row in labels:
        named = [column for column, label in enumerate(row) if label]
        if named:
            first = named[0]
            current = [*current[:first], *([""] * (first - len(current))), *row[first:]]
        names.append(_path(current))
    return tuple(names)


def _path(texts: Iterable[str]) -> str:
    return "/".join(dict.fromkeys(filter(None, map(_plain_words, texts))))


def _plain_words(words: str) -> str:
    """Return *words* in one spelling, without spaces: what names are searched in."""
    return "\n".join(_SPACE.sub("", line) for line in fold(words).split("\n"))
