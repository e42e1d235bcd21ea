"""Files made to hang, flood or trick a reader get one clear error, or are read harmlessly."""

from __future__ import annotations

import struct
import zipfile
from io import BytesIO

import pytest

from checker.reading import Limits, read_bytes

from .build import WORD, archive, docx, paragraph, part
from .shown import refusal, texts

DAMAGED = "a.docx: 文件已损坏："
INFLATES = "a.docx: 文件解压或展开后大得不正常，为安全起见没有读取"
PROSE = "镇政府坚持制度先行，完善决策程序，规范执法行为，推动各项任务落到实处。"
LAUGHS = '<!DOCTYPE x [<!ENTITY a "哈哈哈哈">' + "".join(
    f'<!ENTITY {chr(98 + index)} "{f"&{chr(97 + index)};" * 10}">' for index in range(9)
)


def word(document: str) -> bytes:
    return archive({"word/document.xml": document})


def test_a_zip_bomb_is_refused_by_its_declared_size() -> None:
    assert refusal(docx(paragraph("正文" * 5000)), "a.docx", Limits(unpacked_bytes=10_000)) == INFLATES


def test_a_part_that_is_packed_too_tightly_is_refused() -> None:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as packed:
        packed.writestr("word/document.xml", b" " * (11 * 1024 * 1024))
    assert refusal(buffer.getvalue(), "a.docx") == INFLATES


def test_all_parts_together_are_bounded() -> None:
    data = docx(paragraph("正文"), styles="<!-- " + "x" * 9000 + "-->")
    assert texts(read_bytes(data, "a.docx", Limits(unpacked_bytes=20_000))) == ["正文"]
    assert refusal(data, "a.docx", Limits(unpacked_bytes=9_500)) == INFLATES


def test_a_declared_size_that_lies_is_found_out() -> None:
    data = docx(paragraph("正文" * 5000))
    size = len(part("document", f"<w:body>{paragraph('正文' * 5000)}<w:sectPr/></w:body>").encode())
    assert data.count(struct.pack("<L", size)) == 2
    lying = data.replace(struct.pack("<L", size), struct.pack("<L", 100))
    assert refusal(lying, "a.docx") == f"{DAMAGED}word/document.xml 无法解析"


def test_a_directory_too_long_to_list_is_refused_unseen() -> None:
    data = bytearray(docx(paragraph("正文")))
    end = data.rfind(b"PK\x05\x06")
    data[end + 12 : end + 16] = struct.pack("<L", 200 * 1024 * 1024)
    assert refusal(bytes(data), "a.docx") == INFLATES


def test_too_many_tags_are_refused() -> None:
    limits = Limits(tags=100)
    assert refusal(docx(paragraph("字") * 50), "a.docx", limits) == INFLATES
    assert refusal(b"<p>x" * 101, "a.html", limits) == INFLATES.replace("docx", "html")


@pytest.mark.parametrize("kept", [4, 40, 200, -30, -1])
def test_a_truncated_archive_is_damaged(kept: int) -> None:
    assert refusal(docx(paragraph("正文"))[:kept], "a.docx") == f"{DAMAGED}压缩结构不完整"


def test_a_directory_that_does_not_hold_together_is_damaged() -> None:
    data = bytearray(docx(paragraph("正文")))
    entry = data.find(b"PK\x01\x02")
    data[entry : entry + 4] = b"oops"
    assert refusal(bytes(data), "a.docx") == f"{DAMAGED}压缩结构不完整"


def test_damage_inside_a_part_is_told() -> None:
    data = bytearray(docx(paragraph("正文" * 500)))
    middle = data.find(b"word/document.xml") + 60
    data[middle : middle + 40] = b"\xff" * 40
    assert refusal(bytes(data), "a.docx") == f"{DAMAGED}word/document.xml 无法解析"


@pytest.mark.parametrize(
    ("document", "reason"),
    [
        ("", "word/document.xml 无法解析"),
        ("kein XML", "word/document.xml 无法解析"),
        (part("document", "<w:body>") + "<", "word/document.xml 无法解析"),
        (part("document", ""), "word/document.xml 无法解析"),
        (f"<w:document xmlns:w='{WORD}'>" + "<w:sdt>" * 200_000, "word/document.xml 无法解析"),
        (
            LAUGHS
            + f"]><w:document xmlns:w='{WORD}'><w:body>{paragraph('<w:r><w:t>&j;</w:t></w:r>')}</w:body></w:document>",
            "word/document.xml 无法解析",
        ),
        (
            f"<!DOCTYPE x [<!ENTITY f SYSTEM 'file:///etc/hostname'>]><w:document xmlns:w='{WORD}'><w:body>"
            f"{paragraph('<w:r><w:t>&f;</w:t></w:r>')}</w:body></w:document>",
            "word/document.xml 无法解析",
        ),
    ],
    ids=["empty", "no xml", "unclosed", "no body", "too deep", "billion laughs", "external entity"],
)
def test_xml_that_no_office_program_writes_is_damaged(document: str, reason: str) -> None:
    assert refusal(word(document), "a.docx") == DAMAGED + reason


def test_a_word_archive_without_its_text_is_damaged() -> None:
    assert refusal(archive({"word/styles.xml": "<s/>"}), "a.docx") == f"{DAMAGED}缺少 word/document.xml"


def test_encrypted_parts_are_told_as_such() -> None:
    data = bytearray(docx(paragraph("正文")))
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(signature)
        while at >= 0:
            data[at + offset] |= 1
            at = data.find(signature, at + 4)
    assert refusal(bytes(data), "a.docx") == "a.docx: 文件有打开密码，无法读取"


def test_a_way_of_packing_that_office_formats_do_not_know_is_damage() -> None:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_LZMA) as packed:
        packed.writestr("word/document.xml", part("document", "<w:body/>"))
    assert refusal(buffer.getvalue(), "a.docx") == f"{DAMAGED}word/document.xml 无法解析"


def test_separators_of_windows_do_no_harm() -> None:
    data = archive({"word\\document.xml": part("document", f"<w:body>{paragraph('正文')}</w:body>")})
    assert texts(read_bytes(data, "a.docx")) == ["正文"]


def test_paths_that_lead_out_of_the_archive_lead_nowhere() -> None:
    relationships = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="r" Type="x/styles" Target="../../../../etc/passwd"/>'
        '<Relationship Id="s" Type="x/numbering" TargetMode="External" Target="http://example.invalid/"/></Relationships>'
    )
    document = part("document", f"<w:body>{paragraph('正文')}</w:body>")
    data = archive({"word/document.xml": document, "word/_rels/document.xml.rels": relationships})
    assert texts(read_bytes(data, "a.docx")) == ["正文"]


def test_tables_in_tables_are_read_without_recursion_to_the_end() -> None:
    def nested(depth: int) -> str:
        return "<w:tbl><w:tr><w:tc>" * depth + paragraph("底") + "</w:tc></w:tr></w:tbl>" * depth

    assert texts(read_bytes(docx(nested(80)), "a.docx")) == ["底"]
    assert refusal(docx(nested(90)), "a.docx") == f"{DAMAGED}word/document.xml 无法解析"


def test_a_page_nested_too_deeply_is_told_and_never_cut_off() -> None:
    assert texts(read_bytes(("<div>" * 1900 + PROSE).encode(), "a.html")) == [PROSE]
    deep = "<div>" * 200_000 + PROSE + "</div>" * 200_000
    assert refusal(deep.encode(), "a.html") == "a.html: 文件已损坏：标签嵌套过深"


def test_entities_of_a_page_are_neither_expanded_nor_fetched() -> None:
    page = LAUGHS.replace("DOCTYPE x", "DOCTYPE html") + f"]><html><body><p>&j;{PROSE}</p></body></html>"
    assert texts(read_bytes(page.encode(), "a.html"))[-1] == f"&j;{PROSE}"
    page = f"<!DOCTYPE html [<!ENTITY f SYSTEM 'file:///etc/hostname'>]><html><body><p>&f;{PROSE}</p></body></html>"
    assert texts(read_bytes(page.encode(), "a.html"))[-1] == f"&f;{PROSE}"


@pytest.mark.parametrize(
    "page",
    [
        "<" * 200_000,
        "&" * 200_000,
        "<!--" * 50_000,
        "<p " + "a=b " * 50_000,
        "<ul><li>" * 900 + "、" * 50_000,
        "<span>" * 1500 + "<i/>" * 5_000,
        "<table>" + "<tr><td rowspan=9999 colspan=9999>x</td><td>y</td></tr>" * 2_000,
    ],
    ids=["less", "ampersands", "comments", "attributes", "lists", "spans", "cells"],
)
def test_pages_made_of_one_thing_are_read(page: str) -> None:
    assert texts(read_bytes(f"<html><body><p>{PROSE}</p>{page}".encode(), "a.html"))[0] == PROSE
