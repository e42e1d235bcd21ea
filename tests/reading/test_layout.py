from __future__ import annotations

from checker.reading.layout import Piece, regions
from checker.reading.limits import listed
from checker.reading.tabular import tables


def piece(text: str, left: float, top: float, size: float = 10) -> Piece:
    return Piece(text, left, top, left + size * len(text), top + size, size)


def shape(*pieces: Piece) -> list[list[str]]:
    return [[row.text for row in region] for region in regions(pieces)]


def test_pieces_side_by_side_make_a_row_whatever_their_order() -> None:
    assert shape(piece("丙", 0, 20), piece("乙", 50, 2), piece("甲", 0, 0)) == [["甲 乙", "丙"]]


def test_columns_of_short_cells_are_no_columns() -> None:
    cells = [piece(text, 60 * column, 15 * row) for row in range(6) for column, text in enumerate("甲乙")]
    assert shape(*cells) == [["甲 乙"] * 6]


def test_columns_of_prose_are_read_down() -> None:
    prose = "十个字的一行字十个字"
    pieces = [piece(prose, 120 * column, 15 * row + 4 * column) for row in range(5) for column in (0, 1)]
    assert shape(piece("题目横跨两栏的一行字在上面的这里", 0, -40), *pieces) == [
        ["题目横跨两栏的一行字在上面的这里"],
        [prose] * 5,
        [prose] * 5,
    ]


def test_too_many_pieces_are_read_as_rows() -> None:
    assert len(regions([piece("字", 20 * (index % 2), 15 * (index // 2)) for index in range(4000)])) == 1


def test_the_second_line_of_a_cell_belongs_to_it() -> None:
    (region,) = regions(
        [piece("甲", 0, 0), piece("说明", 60, 0), piece("继续", 60, 12), piece("乙", 0, 24), piece("完", 60, 24)]
    )
    assert list(tables(region)) == ["甲\t说明继续\n乙\t完"]


def test_one_row_is_no_table() -> None:
    (region,) = regions([piece("联系人", 0, 0), piece("电话", 60, 0), piece("下一行", 0, 20)])
    assert [part for part in tables(region) if isinstance(part, str)] == []


def test_page_numbers_are_written_as_ranges() -> None:
    assert (listed([1]).zh, listed([1, 3, 4, 5, 9]).zh, listed([2, 3]).en) == ("1", "1、3–5、9", "2–3")
