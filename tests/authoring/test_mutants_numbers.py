"""Numbers of headings and items are broken in each way that a rule about them tells apart."""

from __future__ import annotations

from pathlib import Path

from . import packs
from .breaking import broken

HEADS = ["一、主要成效", "二、存在的不足", "三、2026年安排"]
ITEMS = "一是人手不够。二是缺少经费，原因是收入下降。"


def heads(*numbers: str) -> list[str]:
    """Return the headings that change, and what they become with *numbers*."""
    new = [number + head[1:] for number, head in zip(numbers, HEADS, strict=True)]
    return [f"-{old}" for old in HEADS if old not in new] + [f"+{head}" for head in new if head not in HEADS]


def test_rows_of_numbers_are_miscounted_once_for_each_fault(tmp_path: Path) -> None:
    check = "{kind: numbering, faults: [repeated, missing, out_of_order, begins]}"
    assert broken(tmp_path, check) == [
        ("“二、存在的不足”的序号误为“一”", heads("一", "一", "三")),
        ("“三、2026年安排”的序号误为“二”", heads("一", "二", "二")),
        ("“三、2026年安排”的序号误为“四”", heads("一", "二", "四")),
        ("从“二、存在的不足”起的序号误为“三、四”", heads("一", "三", "四")),
        ("从“二、存在的不足”起的序号误为“三、二”", heads("一", "三", "二")),
        ("从“一、主要成效”起的序号误为“二、三、四”", heads("二", "三", "四")),
        ("“二是缺少经费,原因是收入下降”的序号误为“三”", [f"-{ITEMS}", f"+{ITEMS.replace('二是', '三是')}"]),
        (
            "从“一是人手不够”起的序号误为“二、一”",
            [f"-{ITEMS}", "+二是人手不够。一是缺少经费，原因是收入下降。"],
        ),
        (
            "从“一是人手不够”起的序号误为“二、三”",
            [f"-{ITEMS}", "+二是人手不够。三是缺少经费，原因是收入下降。"],
        ),
    ]


def test_figures_are_miscounted_too(tmp_path: Path) -> None:
    text = packs.REPORT.replace("全年修渠3条，巡河96次。", "1.修渠3条。\n2.巡河96次。")
    told = broken(tmp_path, "{kind: numbering, faults: [missing]}", text=text)
    assert ("“2.巡河96次”的序号误为“3”", ["-2.巡河96次。", "+3.巡河96次。"]) in told


def test_one_mark_of_each_form_is_written_as_it_should_not_be(tmp_path: Path) -> None:
    text = packs.REPORT.replace("全年修渠3条，巡河96次。", "（一）工程\n1.修渠3条。")
    assert broken(tmp_path, "{kind: numbering, faults: [form]}", text=text) == [
        ("“一、主要成效”的序号换成不规范的写法", ["-一、主要成效", "+一.主要成效"]),
        ("“(一)工程”的序号换成不规范的写法", ["-（一）工程", "+（一)、工程"]),
        ("“1.修渠3条”的序号换成不规范的写法", ["-1.修渠3条。", "+1、修渠3条。"]),
    ]


def test_levels_exchange_their_marks_where_one_stands_under_the_other(tmp_path: Path) -> None:
    check = "{kind: numbering, faults: [inverted]}"
    assert broken(tmp_path, check) == []
    text = packs.REPORT.replace(
        "全年修渠3条，巡河96次。", "（一）工程\n1.修渠3条。\n2.护堤2处。\n（二）巡查\n巡河96次。"
    )
    assert broken(tmp_path, check, text=text) == [
        (
            "“（一）”和“1.”两级序号对调",
            [f"-{line}" for line in ("（一）工程", "1.修渠3条。", "2.护堤2处。", "（二）巡查")]
            + [f"+{line}" for line in ("1.工程", "（一）修渠3条。", "（二）护堤2处。", "2.巡查")],
        )
    ]
