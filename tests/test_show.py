"""``checker read``: what was read, in words and as JSON."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from checker.cli import main

from .reading.build import archive, docx, paragraph, row, table
from .reading.build_pdf import at, centred, lines, pdf, scan, wrapped

PROSE = "镇政府坚持制度先行，完善决策程序，规范执法行为，推动各项任务落到实处，群众满意度进一步提升。"
TITLE = "青禾镇人民政府2024年度法治政府建设情况报告"


@pytest.fixture
def partly_scanned(tmp_path: Path) -> Path:
    path = tmp_path / "报告.pdf"
    foot = at(280, 40, "— 1 —", 12)
    path.write_bytes(pdf([centred(TITLE, 770), lines("　　一、主要举措", *wrapped(PROSE), top=700), foot], scan))
    return path


def test_title_outline_furniture_and_unread_pages_are_shown(
    partly_scanned: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(partly_scanned.parent)
    assert main(["read", partly_scanned.name]) == 2
    assert capsys.readouterr().out.split("\n") == [
        TITLE,
        "  年度报告 · 单位 青禾镇人民政府（标题） · 层级 乡镇（标题） · 年度 2024（标题）",
        f"  PDF 文件 · 2 页 · 3 段 · {len(TITLE) + 6 + len(PROSE)} 字 · 报告.pdf",
        "",
        "大纲（1 个标题）",
        "  一、主要举措" + " " * 70 + "第1页 第2段",
        "",
        "略去的页眉、页脚、页码、导航等（1 处）",
        "  — 1 —",
        "",
        "注意  第 2 页是图片，没有可读的文字，没有检查",
        "",
    ]


def test_tables_and_every_paragraph_are_shown_on_request(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(docx(paragraph("工作安排") + table(*[row("事项", str(number)) for number in range(6)])))
    assert main(["read", str(path), "--lang", "en"]) == 0
    out = capsys.readouterr().out
    assert "  6 rows × 2 columns, paragraph 2, line 2, column 1\n      事项 │ 0\n" in out
    assert out.endswith("      事项 │ 3\n      …\n")
    assert main(["read", str(path), "--verbose"]) == 0
    out = capsys.readouterr().out
    assert "      事项 │ 5\n" in out
    assert "  第1段 第1行 第1列  工作安排\n" in out


def test_what_a_page_left_out_is_shown(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "a.html"
    menu = "<div class='nav'>" + "".join(f"<a href='/{number}'>栏目{number}</a>" for number in range(4)) + "</div>"
    path.write_text(f"<html><body>{menu}<div><p>{PROSE}</p><p>{PROSE}</p></div></body></html>", encoding="utf-8")
    assert main(["read", str(path)]) == 0
    assert "（1 处）\n  栏目0栏目1栏目2栏目3\n" in capsys.readouterr().out


def test_json_holds_places_and_text(partly_scanned: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["read", str(partly_scanned), "--format", "json"]) == 2
    answer = json.loads(capsys.readouterr().out)
    assert (answer["schema"], answer["document"]["unread_pages"]) == ("checker-reading/1", [2])
    assert answer["profile"]["report_year"] == "2024"
    assert answer["left_out"] == ["— 1 —"]
    place = {"start": len(TITLE) + 1, "line": 2, "column": 1, "page": 1, "paragraph": 2}
    assert answer["outline"] == [{"level": 1, "number": "一、", "title": "主要举措", **place}]
    assert [block["text"] for block in answer["blocks"]] == [TITLE, "一、主要举措", PROSE]


def test_files_that_cannot_be_read_stand_beside_the_others(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "a.zip"
    path.write_bytes(archive({"甲.docx": docx(paragraph("正文")), "乙.docx": b"", "图.png": b"x"}))
    assert main(["read", str(path), "-f", "json"]) == 2
    done = capsys.readouterr()
    answers = json.loads(done.out)
    assert [answer["document"]["path"] for answer in answers] == [f"{path}!/甲.docx", f"{path}!/乙.docx"]
    assert answers[1] == {
        "schema": "checker-reading/1",
        "document": {"path": f"{path}!/乙.docx", "format": "unreadable"},
        "notes": [f"{path}!/乙.docx: 文件是空的，没有任何内容", "  请核对是否选错文件，或重新导出"],
    }
    assert done.err.startswith(f"{path}!/乙.docx: 文件是空的")


def test_nothing_to_read_is_wrong_usage(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["read"]) == 2
    assert capsys.readouterr().err.startswith("没有指定要检查的文件")
