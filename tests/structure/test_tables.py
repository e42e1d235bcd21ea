"""Tables are read with the names of their rows and columns, whatever format they came in."""

from __future__ import annotations

from decimal import Decimal

import pytest

from checker.model import Document
from checker.reading import read_bytes
from checker.structure.tables import Table, number, tables

HTML = """<html><body><h1>锦桥街道办事处工作年度报告</h1><p>办理申请的情况见下表，数字截至年底，供核对使用。</p>
<table>
<tr><td colspan="2" rowspan="3"></td><td colspan="4">申请人情况</td></tr>
<tr><td rowspan="2">自然人</td><td colspan="2">法人或其他组织</td><td rowspan="2">总计</td></tr>
<tr><td>商业企业</td><td>其他</td></tr>
<tr><td colspan="2">一、本年新收</td><td>5</td><td>1</td><td></td><td>6</td></tr>
<tr><td rowspan="3">三、办理结果</td><td>（一）予以公开</td><td>1,234</td><td>-</td><td>0</td><td>1,234</td></tr>
<tr><td>（二）部分公开</td><td>2</td><td>1</td><td>N/A</td><td>3</td></tr>
<tr><td>（七）总计</td><td>1236</td><td>1</td><td></td><td>1237</td></tr>
<tr><td colspan="2">四、结转下年度</td><td>0</td><td>0</td><td>0</td><td>0</td></tr>
</table></body></html>"""


def document(content: str, name: str = "draft.txt") -> Document:
    return read_bytes(content.encode(), name)


def only(content: str, name: str = "draft.txt") -> Table:
    (table,) = tables(document(content, name))
    return table


def texts(table: Table) -> list[list[str]]:
    return [[cell.text for cell in row] for row in table.cells]


def test_merged_heads_and_labels_become_paths() -> None:
    table = only(HTML, "page.html")
    assert table.columns == (
        "申请人情况/自然人",
        "申请人情况/法人或其他组织/商业企业",
        "申请人情况/法人或其他组织/其他",
        "申请人情况/总计",
    )
    assert table.rows == (
        "一、本年新收",
        "三、办理结果/(一)予以公开",
        "三、办理结果/(二)部分公开",
        "三、办理结果/(七)总计",
        "四、结转下年度",
    )
    assert texts(table)[1:3] == [["1,234", "-", "0", "1,234"], ["2", "1", "N/A", "3"]]


def test_cells_know_where_they_stand_in_the_document() -> None:
    page = document(HTML, "page.html")
    (table,) = tables(page)
    assert all(page.text[cell.start : cell.end] == cell.text for row in table.cells for cell in row)
    assert page.text[table.span.start : table.span.end].strip().endswith("四、结转下年度\t\t0\t0\t0\t0")


def test_what_names_a_table_holds_the_line_above_it() -> None:
    assert "办理申请的情况见下表" in only(HTML, "page.html").words


def test_lines_with_tabs_are_a_table_in_plain_text() -> None:
    content = "办理情况\n项目\t件数\t人数\n立案\t12\t30\n结案\t10\t\n以上。\n"
    table = only(content)
    assert (table.rows, table.columns) == (("立案", "结案"), ("件数", "人数"))
    assert texts(table) == [["12", "30"], ["10", ""]]


def test_an_empty_corner_keeps_its_column() -> None:
    assert only("\t件数\t人数\n立案\t12\t30\n").columns == ("件数", "人数")


def test_one_line_with_a_tab_is_no_table() -> None:
    assert tables(document("青禾县\t2025年\n全年办理案件12件。\n")) == ()


def test_markdown_tables_are_read() -> None:
    table = only("# 报告\n\n| 项目 | 件数 |\n| --- | ---: |\n| 立案 | 12 |\n| 合计 | **12** |\n", "draft.md")
    assert (table.rows, table.columns) == (("立案", "合计"), ("件数",))


def test_years_over_columns_are_names() -> None:
    table = only("项目\t2024\t2025\n立案\t12\t30\n结案\t10\t28\n")
    assert (table.rows, table.columns) == (("立案", "结案"), ("2024", "2025"))


def test_a_table_without_row_names() -> None:
    table = only("行政复议\t\t行政诉讼\t\n维持\t总计\t维持\t总计\n3\t4\t1\t2\n")
    assert (table.rows, table.columns) == (("",), ("行政复议/维持", "行政复议/总计", "行政诉讼/维持", "行政诉讼/总计"))


def test_a_table_without_a_head() -> None:
    table = only("立案\t12\n结案\t10\n")
    assert (table.rows, table.columns) == (("立案", "结案"), ("",))


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("12", 12),
        ("1,234.5", "1234.5"),
        ("１２", 12),
        ("-3", -3),
        ("(12)", -12),
        ("（12）", -12),
        ("3件", 3),
        ("98.4%", "98.4"),
        ("", 0),
        ("-", 0),
        ("—", 0),
        ("/", 0),
        ("N/A", 0),
        ("无", 0),
        ("<1", 0),
        ("1 234", 1234),
    ],
)
def test_numbers_as_cells_write_them(written: str, value: str | int) -> None:
    assert number(written) == Decimal(value)


@pytest.mark.parametrize("written", ["待补", "12至15", "1.2.3", "约12", "1,23"])
def test_words_are_no_numbers(written: str) -> None:
    assert number(written) is None
