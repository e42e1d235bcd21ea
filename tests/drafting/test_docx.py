"""A draft in Word: what is read back is what was written, set by role, with comments where they belong."""

from __future__ import annotations

import zipfile
from io import BytesIO

from lxml import etree

from checker.drafting.docx import draft
from checker.drafting.package import Form, Paragraph, word_document
from checker.drafting.plan import lines
from checker.model import BlockKind
from checker.reading import Limits, read_bytes

from .small import DRAFT, PAGE, SETTINGS, template

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def made(issuer: str = "竹屏镇公所") -> bytes:
    return draft(lines(template(), "town", 2026, issuer), DRAFT, "zh")


def part(data: bytes, name: str) -> etree._Element:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return etree.fromstring(archive.read(name))


def words(element: etree._Element) -> str:
    return "".join(text.text or "" for text in element.iter(W + "t"))


def test_what_is_read_back_is_what_was_written() -> None:
    document = read_bytes(made(), "a.docx")
    shown = [(block.kind, block.level, document.text[block.start : block.end]) for block in document.blocks]
    assert shown[:5] == [
        (BlockKind.HEADING, None, "竹屏镇公所关于2026年修路情况的报告"),
        (BlockKind.PARAGRAPH, None, "【】现将2026年情况报告如下："),
        (BlockKind.HEADING, 1, "一、2026年做的事"),
        (BlockKind.HEADING, 2, "（一）修路"),
        (BlockKind.PARAGRAPH, None, "【】。"),
    ]
    assert [text for _, _, text in shown[-2:]] == ["竹屏镇公所", "2027年【】"]


def test_the_same_input_gives_the_same_bytes() -> None:
    assert made() == made()


def test_every_part_is_well_formed_and_declared() -> None:
    with zipfile.ZipFile(BytesIO(made())) as archive:
        names = archive.namelist()
        for name in names:
            etree.fromstring(archive.read(name))
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    types = part(made(), "[Content_Types].xml")
    declared = {element.get("PartName", "").lstrip("/") for element in types} - {""}
    assert declared == {name for name in names if name.startswith("word/") and "_rels" not in name}
    related = part(made(), "word/_rels/document.xml.rels")
    assert {f"word/{element.get('Target')}" for element in related} == declared - {"word/document.xml"}


def test_each_comment_stands_at_what_it_is_about_and_the_first_says_to_remove_them() -> None:
    data = made()
    comments = {each.get(W + "id"): words(each) for each in part(data, "word/comments.xml")}
    at = {}
    for paragraph in part(data, "word/document.xml").iter(W + "p"):
        for reference in paragraph.iter(W + "commentReference"):
            at[words(paragraph)] = comments[reference.get(W + "id")]
    assert at == {
        "竹屏镇公所关于2026年修路情况的报告": "报送前请填完【】处，并删去全部批注。写明年份。",
        "一、2026年做的事": "分量：约占全文的 89%，供安排篇幅参考，没有规定",
        "（一）修路": "分量：约占全文的 56%，供安排篇幅参考，没有规定依据：《道路法》第三条",
        "（二）架桥": "分量：约占全文的 22%，供安排篇幅参考，没有规定"
        "依据：《修路规划》第二部分（条款待核）（2021—2025年的文件，新文件印发后按新文件）",
        "（三）渡船": "分量：约占全文的 11%，供安排篇幅参考，没有规定",
    }
    assert len(comments) == len(at)


def test_a_title_is_broken_only_where_one_line_does_not_hold_it() -> None:
    breaks = [
        len(list(part(made(issuer), "word/document.xml").iter(W + "br")))
        for issuer in ("竹屏镇公所", "竹屏镇委员会 竹屏镇公所")
    ]
    assert breaks == [0, 1]


def test_each_signature_stands_above_the_middle_of_the_date() -> None:
    def rights(issuer: str) -> list[str | None]:
        document = read_bytes(made(issuer), "a.docx", Limits(layout=True))
        assert document.layout is not None
        signed = [each.setting.right for each in document.layout.paragraphs[-1 - issuer.count(" ") - 1 : -1]]
        return [None if right is None else f"{right:g}" for right in signed]

    assert rights("竹屏镇公所") == ["4.88"]
    assert rights("竹屏镇委员会 竹屏镇公所") == ["4.38", "4.88"]
    assert rights("竹屏镇农田水利道路桥梁建设委员会") == ["0"]


def test_words_of_users_stay_words() -> None:
    content = '<w:p/>&amp; "甲"\n乙'
    data = word_document([Paragraph("body", content, ("<b>&",))], Form(PAGE, SETTINGS), 'x"y')
    assert read_bytes(data, "a.docx").text == '<w:p/>&amp; "甲"\n乙'
    (comment,) = part(data, "word/comments.xml")
    assert (comment.get(W + "author"), words(comment)) == ('x"y', "<b>&")


def test_page_numbers_stand_at_the_outer_edge() -> None:
    data = made()
    odd, even = (part(data, f"word/footer{number}.xml") for number in (1, 2))
    shown = [(next(each.iter(W + "jc")).get(W + "val"), words(each)) for each in (odd, even)]
    assert shown == [("right", "— 1 —"), ("left", "— 2 —")]
    assert part(data, "word/settings.xml").find(W + "evenAndOddHeaders") is not None
