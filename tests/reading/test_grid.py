from __future__ import annotations

import pytest

from checker.reading.grid import Cell, table_text


def plain(*texts: str) -> list[Cell]:
    return [Cell(text) for text in texts]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([plain("事项", "数量"), plain("备案", "12")], "事项\t数量\n备案\t12"),
        ([plain("甲\n 乙", "\t丙")], "甲 乙\t丙"),
        ([plain("", "")], ""),
        ([plain("", "甲"), plain("乙", "")], "\t甲\n乙"),
        ([[Cell("合计", columns=3), Cell("9")]], "合计\t\t\t9"),
        ([[Cell("镇", rows=2), Cell("1")], plain("2"), plain("街", "3")], "镇\t1\n\t2\n街\t3"),
        ([[Cell("甲"), Cell("乙", rows=2), Cell("丙")], plain("丁", "戊")], "甲\t乙\t丙\n丁\t\t戊"),
        ([[Cell("甲", columns=2, rows=2), Cell("乙")], plain("丙")], "甲\t\t乙\n\t\t丙"),
        ([[Cell("甲", columns=0, rows=0), Cell("乙")]], "甲\t乙"),
    ],
)
def test_each_text_stands_in_the_column_where_a_reader_sees_it(rows: list[list[Cell]], expected: str) -> None:
    assert table_text(rows) == expected


def test_spans_that_no_table_has_cost_nothing() -> None:
    rows = [[Cell("甲", columns=9999, rows=9999), Cell("乙")] for _ in range(2000)]
    assert table_text(rows).count("\n") == 1999
