from __future__ import annotations

import codecs
import random

import pytest

from checker.reading import read_bytes

from .shown import notes, refusal

SIMPLIFIED = (
    "青禾镇2024年度工作报告\n　　全镇坚持制度先行，完善决策程序，规范执法行为，各项任务落到实处。\n一、主要举措"
)
TRADITIONAL = (
    "青禾鎮2024年度工作報告\n　　全鎮堅持制度先行，完善決策程序，規範執法行為，各項任務落到實處。\n一、主要舉措"
)


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "gbk", "gb18030", "utf-16", "utf-16-le", "utf-16-be", "utf-32"]
)
@pytest.mark.parametrize("text", [SIMPLIFIED, TRADITIONAL], ids=["simplified", "traditional"])
def test_the_text_is_the_same_in_every_encoding(encoding: str, text: str) -> None:
    document = read_bytes(text.encode(encoding), "a.txt")
    assert (document.text, document.notes) == (text, ())


def test_big5_is_told_from_gb18030_which_decodes_it_too() -> None:
    document = read_bytes(TRADITIONAL.encode("big5"), "a.txt")
    assert (document.text, document.notes) == (TRADITIONAL, ())


@pytest.mark.parametrize("mark", [codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE])
def test_a_byte_order_mark_decides(mark: bytes) -> None:
    encoding = "utf-16-le" if mark == codecs.BOM_UTF16_LE else "utf-16-be"
    assert read_bytes(mark + "报告".encode(encoding), "a.txt").text == "报告"


@pytest.mark.parametrize("encoding", ["gb18030", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("text", ["报告", "一、主要举措", "镇", "青禾镇人民政府关于二〇二四年度工作的报告"])
def test_few_characters_are_enough(encoding: str, text: str) -> None:
    assert read_bytes(text.encode(encoding), "a.txt").text == text


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_latin_text_in_two_bytes_is_known_by_its_zero_bytes(encoding: str) -> None:
    assert read_bytes("Annual report 2024".encode(encoding), "a.txt").text == "Annual report 2024"


def test_damaged_utf8_is_still_utf8_and_the_lines_with_damage_are_told() -> None:
    lines = [line.encode() for line in SIMPLIFIED.split("\n")]
    lines[1] = lines[1][:30] + b"\xff" + lines[1][31:]
    document = read_bytes(b"\n".join(lines), "a.txt")
    lost = document.text.count("\ufffd")
    assert lost > 0
    assert document.text.split("\n")[2] == "一、主要举措"
    assert notes(document) == [f"有 {lost} 处字符无法识别（第 2 行），以“\ufffd”代替，请核对原文"]


def test_only_the_first_lines_with_damage_are_listed() -> None:
    data = "\n".join(["全镇各项工作平稳有序推进\ufffd。"] * 9).encode()
    assert notes(read_bytes(data, "a.txt")) == [
        "有 9 处字符无法识别（第 1, 2, 3, 4, 5 … 行），以“\ufffd”代替，请核对原文"
    ]


def test_an_encoding_that_is_a_guess_is_told() -> None:
    rare = "".join(map(chr, range(0x5600, 0x5640)))
    document = read_bytes(rare.encode("gb18030"), "a.txt")
    assert document.text == rare
    assert notes(document) == ["文字编码不能确定，按 GB18030 读取，如有乱码请另存为 UTF-8"]


@pytest.mark.parametrize("seed", range(5))
def test_random_bytes_are_no_text(seed: int) -> None:
    assert refusal(random.Random(seed).randbytes(4000), "a.txt") == "a.txt: 不认识的文件格式，也不是文本文件"


def test_counting_bytes_are_no_text() -> None:
    assert refusal(bytes(range(256)) * 8, "a.bin") == "a.bin: 不认识的文件格式，也不是文本文件"
    assert refusal(b"\x01\x02\x03\x00" * 100, "a.bin") == "a.bin: 不认识的文件格式，也不是文本文件"
