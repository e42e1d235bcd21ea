"""Rows of placed text that make a table: cells side by side that stand under each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checker.reading.grid import Cell, table_text
from checker.reading.layout import Region, Row

_LONG = 60  # characters of a cell on one line; what is longer is prose with a gap in it
_ALIGNED = 1.0  # sizes


def tables(region: Region) -> Iterator[str | Region]:
    """Yield the parts of *region* in order: a table as text, or the rows between two tables."""
    begin = index = 0
    while index < len(region):
        end = _end_of_table(region, index)
        if end - index < 2:
            index += 1
            continue
        if begin < index:
            yield region[begin:index]
        yield _text(region[index:end])
        begin = index = end
    if begin < len(region):
        yield region[begin:]


def _end_of_table(region: Region, begin: int) -> int:
    """Return the index behind the table that begins at *begin*; that index itself where none does."""
    if not _has_cells(region[begin]):
        return begin
    end = begin + 1
    while end < len(region):
        row = region[end]
        if _has_cells(row):
            if not _aligned(region[end - 1], row) and not _aligned(region[begin], row):
                break
        elif not (end + 1 < len(region) and _has_cells(region[end + 1]) and _continues(region[begin], row)):
            break
        end += 1
    return end


def _has_cells(row: Row) -> bool:
    return len(row.pieces) > 1 and max(len(piece.text) for piece in row.pieces) <= _LONG


def _aligned(above: Row, below: Row) -> bool:
    """Return whether at least two cells of the rows stand under each other."""
    slack = _ALIGNED * below.size
    return (
        sum(
            any(
                abs(upper.left - cell.left) < slack
                or abs(upper.right - cell.right) < slack
                or abs(upper.left + upper.right - cell.left - cell.right) < 2 * slack
                for upper in above.pieces
            )
            for cell in below.pieces
        )
        > 1
    )


def _continues(head: Row, row: Row) -> bool:
    """Return whether a row of one piece is the second line of a cell that is not the first."""
    return row.left > head.pieces[0].right


def _text(part: Sequence[Row]) -> str:
    """Return the table with each cell under the widest row's cell that it is nearest to."""
    columns = [(cell.left + cell.right) / 2 for cell in max(part, key=lambda row: len(row.pieces)).pieces]
    grid: list[list[str]] = []
    for row in part:
        cells = [""] * len(columns)
        free = 0
        for number, piece in enumerate(row.pieces):
            last = len(columns) - (len(row.pieces) - number)
            middle = (piece.left + piece.right) / 2
            place = min(range(free, last + 1), key=lambda column: abs(columns[column] - middle))
            cells[place] = piece.text
            free = place + 1
        if len(row.pieces) == 1 and grid:
            place = next(index for index, cell in enumerate(cells) if cell)
            grid[-1][place] += cells[place]
        else:
            grid.append(cells)
    return table_text([[Cell(cell) for cell in cells] for cells in grid])
