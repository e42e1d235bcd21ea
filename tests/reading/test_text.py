from __future__ import annotations

from checker.model import Block, BlockKind
from checker.reading import read_bytes

from .shown import notes, shown, texts


def test_each_line_that_shows_something_is_a_paragraph_and_is_numbered() -> None:
    document = read_bytes("关于工作的报告\n\n　　青禾镇坚持制度先行。  \n \t\n落款".encode(), "a.txt")
    assert document.text == "关于工作的报告\n\n　　青禾镇坚持制度先行。  \n \t\n落款"
    assert document.blocks == (
        Block(BlockKind.PARAGRAPH, 0, 7, 1),
        Block(BlockKind.PARAGRAPH, 11, 21, 2),
        Block(BlockKind.PARAGRAPH, 27, 29, 3),
    )
    assert (document.format, document.notes, document.furniture) == ("txt", (), ())


def test_every_kind_of_line_end_becomes_a_line_feed() -> None:
    document = read_bytes("甲\r\n乙\r丙\n丁\f戊\u2028己\x85庚\x0b辛".encode(), "a.txt")
    assert document.text == "甲\n乙\n丙\n丁\n戊\n己\n庚\n辛"
    assert texts(document) == list("甲乙丙丁戊己庚辛")


def test_control_characters_give_way_to_an_invisible_stand_in_and_places_stay() -> None:
    document = read_bytes("法\0治政府\x1b[31m建设\ufffe".encode(), "a.txt")
    assert document.text == "法\u200b治政府\u200b[31m建设\u200b"
    assert shown(document) == [("paragraph", None, "法\u200b治政府\u200b[31m建设")]
    assert notes(document) == ["有 3 个不可见的控制字符，检查时已忽略"]


def test_a_line_of_invisible_characters_is_blank() -> None:
    assert texts(read_bytes("甲\n\u200b\ufeff \u3000\n乙".encode(), "a.txt")) == ["甲", "乙"]


def test_standard_input_is_read_like_a_file_without_a_name() -> None:
    document = read_bytes("青禾镇工作报告".encode(), "-")
    assert (document.path, document.format, texts(document)) == ("-", "txt", ["青禾镇工作报告"])


def test_tags_mentioned_in_a_text_do_not_make_it_a_page() -> None:
    text = "网页中的 <p> 与 </p> 须成对出现。"
    assert shown(read_bytes(text.encode(), "a.txt")) == [("paragraph", None, text)]
