"""Tables as text: cells apart by tabs, rows by line feeds, one column where a cell spans several kept empty."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

_MOST_COLUMNS = 1000  # what a page may claim to span


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: its text on one line, how many columns and rows it spans."""

    text: str
    columns: int = 1
    rows: int = 1


def table_text(rows: Iterable[Sequence[Cell]]) -> str:
    """Return the table with each text in the column where a reader sees it; empty rows are left out.

    A cell that spans several columns or rows is written once, in the first of them.
    """
    lines: list[str] = []
    taken: dict[int, int] = {}  # column -> rows for which a cell from above still fills it
    for row in rows:
        texts: list[str] = []
        starts: list[tuple[int, Cell]] = []
        for cell in row:
            _skip_taken(texts, taken)
            starts.append((len(texts), cell))
            columns = min(max(cell.columns, 1), _MOST_COLUMNS)
            texts.extend((" ".join(cell.text.split()), *[""] * (columns - 1)))
        taken = {column: count - 1 for column, count in taken.items() if count > 1}
        for start, cell in starts:
            if cell.rows > 1:
                taken.update(dict.fromkeys(range(start, start + min(cell.columns, _MOST_COLUMNS)), cell.rows - 1))
        line = "\t".join(texts).rstrip()
        if line.strip():
            lines.append(line)
    return "\n".join(lines)


def _skip_taken(texts: list[str], taken: dict[int, int]) -> None:
    while len(texts) in taken:
        texts.append("")
