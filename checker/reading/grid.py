"""Tables as text: cells apart by tabs, rows by line feeds, one column where a cell spans several kept empty."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from checker.frozen import dataclass

_MOST_COLUMNS = 100  # up to which spans are believed: a page may claim thousands in every cell


_LONG = 200
_VERY_LONG = 600


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: its text on one line, how many columns and rows it spans."""

    text: str
    columns: int = 1
    rows: int = 1


def is_frame(rows: Sequence[Sequence[tuple[int, int]]]) -> bool:
    """Return whether a table lays out prose rather than data; each cell is given as (lines, characters).

    It does where it has one column, or a cell with long prose of several lines or very long prose.
    """
    return all(len(row) <= 1 for row in rows) or any(
        characters > _VERY_LONG or (lines > 1 and characters > _LONG) for row in rows for lines, characters in row
    )


def table_text(rows: Iterable[Sequence[Cell]]) -> str:
    """Return the table with each text in the column where a reader sees it; empty rows are left out.

    A cell that spans several columns or rows is written once, in the first of them.
    """
    lines: list[str] = []
    taken: dict[int, int] = {}  # column -> rows for which a cell from above still fills it
    for row in rows:
        texts: list[str] = []
        spanned: dict[int, int] = {}
        for cell in row:
            while len(texts) in taken:
                texts.append("")
            start = len(texts)
            width = max(min(cell.columns, _MOST_COLUMNS - start), 1)
            texts.extend((" ".join(cell.text.split()), *[""] * (width - 1)))
            if cell.rows > 1:
                spanned.update((column, cell.rows) for column in range(start, min(start + width, _MOST_COLUMNS)))
        taken = {column: count - 1 for column, count in {**taken, **spanned}.items() if count > 1}
        line = "\t".join(texts).rstrip()
        if line:
            lines.append(line)
    return "\n".join(lines)
