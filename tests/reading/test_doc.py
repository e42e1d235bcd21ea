"""The two files were saved by LibreOffice as Word 97–2003 documents."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from checker.errors import ReadError
from checker.reading import Limits, libreoffice, read_bytes, read_path

from .build import ole
from .shown import notes, refusal, shown, texts

FILES = Path(__file__).parent / "files"
MIXED, NUMBERED = FILES / "mixed.doc", FILES / "numbered.doc"


@pytest.fixture
def alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """No LibreOffice on the machine."""
    monkeypatch.setattr(libreoffice, "found", lambda: None)


def test_the_final_view_is_read_with_tables_fields_and_footnotes(alone: None) -> None:
    document = read_path(MIXED)
    assert shown(document) == [
        ("heading", None, "标题行"),
        ("heading", 1, "一、大标题"),
        ("heading", 1, "（一）小标题"),
        ("paragraph", None, "前插入的后𠮷𠮷字"),
        ("paragraph", None, "看得见"),
        ("paragraph", None, "第二行"),
        ("paragraph", None, "于2025年印发"),
        ("table", None, "事项\t数量\n\t12\t无\n甲 乙\t3\t均胜诉"),
        ("paragraph", None, "末段 abcé"),
        ("paragraph", None, "脚注文字"),
    ]
    assert [block.paragraph for block in document.blocks] == [1, 2, 3, 4, 5, 5, 6, 7, 8, 9]
    assert (document.format, notes(document)) == (
        "doc",
        [
            "文中有 2 处修订尚未接受或拒绝，按全部接受后的内容检查",
            "文中有 1 处隐藏文字，读者看不到，没有检查",
        ],
    )


def test_a_wps_file_is_the_same_format(alone: None) -> None:
    assert read_bytes(MIXED.read_bytes(), "报告.wps").notes == read_path(MIXED).notes


def test_numbers_that_are_not_stored_are_told_where_nothing_can_make_them(alone: None) -> None:
    document = read_path(NUMBERED)
    assert texts(document) == ["主要举措", "正文", "不足"]
    assert notes(document) == [
        "有 2 段使用自动编号，编号没有存成文字，未读到；安装 LibreOffice 或另存为 .docx 后可读到"
    ]


def test_a_file_without_its_tables_is_damaged(alone: None) -> None:
    broken = "a.doc: 文件已损坏：不是 Word 97—2003 格式，或内部结构不完整"
    assert refusal(ole("WordDocument"), "a.doc") == broken
    data = MIXED.read_bytes()
    assert refusal(data.replace(b"\xec\xa5", b"\xdc\xa5"), "a.doc") == broken


def test_an_encrypted_file_is_told_as_such(alone: None) -> None:
    data = bytearray(MIXED.read_bytes())
    data[data.index(b"\xec\xa5") + 11] |= 1
    assert refusal(bytes(data), "a.doc") == "a.doc: 文件有打开密码，无法读取"


def test_more_characters_than_the_limit_are_refused(alone: None) -> None:
    with pytest.raises(ReadError):
        read_path(MIXED, Limits(characters=20))


@pytest.mark.parametrize("seed", range(20))
def test_damage_anywhere_gives_an_error_or_a_text(seed: int, alone: None) -> None:
    chance = random.Random(seed)
    data = bytearray(MIXED.read_bytes())
    for _ in range(30):
        data[chance.randrange(len(data))] = chance.randrange(256)
    try:
        shown(read_bytes(bytes(data), "a.doc"))
    except ReadError as error:
        assert error.lines("zh")
