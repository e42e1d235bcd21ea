"""What headers, footers and watermarks say is kept beside the report: shown, searchable, and no part of its text."""

from __future__ import annotations

import pytest

from checker.model import Document
from checker.reading import read_bytes
from checker.reading.docx import read
from checker.reading.docx_trace import Trace
from checker.reading.limits import DEFAULT
from checker.reading.source import Source

from .build import docx, field, paragraph, row, run, table, with_heads
from .build_ofd import line, lines, ofd, page
from .build_pdf import centred, pdf, slanted, wrapped
from .build_pdf import lines as pdf_lines
from .shown import furniture, refusal, texts

BODY = paragraph("甲") + paragraph("正文")
PROSE = "镇政府坚持制度先行，完善决策程序，规范执法行为，推动各项任务落到实处，群众满意度进一步提升。"


def read_with(heads: dict[str, str], **how: object) -> Document:
    return read_bytes(with_heads(BODY, heads, **how), "a.docx")  # type: ignore[arg-type]


def heads_of(document: Document) -> list[str]:
    return [document.text[span.start : span.end] for span in document.heads]


def test_headers_and_footers_stand_beside_the_text() -> None:
    document = read_with({"header default": paragraph("征求意见稿"), "footer default": paragraph("青禾镇 制")})
    assert texts(document) == ["甲", "正文"]
    assert heads_of(document) == furniture(document) == ["征求意见稿", "青禾镇 制"]
    assert document.text == "甲\n正文\n征求意见稿\n青禾镇 制"


@pytest.mark.parametrize(
    ("title_page", "both_sides", "expected"),
    [
        (False, False, ["各页"]),
        (True, False, ["首页", "各页"]),
        (False, True, ["偶数页", "各页"]),
        (True, True, ["首页", "偶数页", "各页"]),
    ],
)
def test_only_what_word_shows_is_read(title_page: bool, both_sides: bool, expected: list[str]) -> None:
    heads = {
        "header first": paragraph("首页"),
        "header even": paragraph("偶数页"),
        "header default": paragraph("各页"),
    }
    assert heads_of(read_with(heads, title_page=title_page, both_sides=both_sides)) == expected


NUMBER = paragraph(run("— ") + field("PAGE", "3") + run(" —"))
FRAMED = f"<w:r><w:pict><v:textbox><w:txbxContent>{NUMBER}</w:txbxContent></v:textbox></w:pict></w:r>"


@pytest.mark.parametrize("footer", [NUMBER, paragraph(FRAMED), paragraph(f"{field('PAGE', '3')}<w:r><w:sym/></w:r>")])
def test_page_numbers_are_left_out(footer: str) -> None:
    document = read_with({"footer default": footer})
    assert (heads_of(document), document.text) == ([], "甲\n正文")
    assert [number.strip("— ") for number in document.left_out] == ["3"]


def test_a_word_beside_the_page_number_is_kept_with_it() -> None:
    footer = paragraph(run("内部资料　第") + field("PAGE", "3") + run("页"))
    assert heads_of(read_with({"footer default": footer})) == ["内部资料　第3页"]


def test_the_same_line_on_several_sides_is_kept_once() -> None:
    heads = {"header default": paragraph("机密") + paragraph(), "header even": paragraph("机密")}
    assert heads_of(read_with(heads, both_sides=True)) == ["机密"]


def test_watermarks_tables_and_boxes_are_read() -> None:
    watermark = '<w:r><w:pict><v:shape><v:textpath style="x" string="内部资料"/></v:shape></w:pict></w:r>'
    cells = table(row("青禾镇", "草稿"))
    assert heads_of(read_with({"header default": cells + paragraph(run("密级：机密") + watermark)})) == [
        "青禾镇\t草稿",
        "密级：机密",
        "内部资料",
    ]


def test_what_was_struck_or_hidden_in_a_header_is_not_read() -> None:
    struck = (
        f'<w:del w:id="1"><w:r><w:delText>机密</w:delText></w:r></w:del>{run("秘密", "<w:rPr><w:vanish/></w:rPr>")}'
    )
    assert heads_of(read_with({"header default": paragraph(struck + run("公开"))})) == ["公开"]


def test_a_header_that_is_not_there_is_passed_over_and_a_damaged_one_is_told() -> None:
    section = '<w:sectPr><w:headerReference w:type="default" r:id="r9"/></w:sectPr>'
    assert texts(read_bytes(docx(BODY + section), "a.docx")) == ["甲", "正文"]
    damaged = "<?xml version='1.0'?><w:hdr"
    assert (
        refusal(with_heads(BODY, {"header default": damaged}), "a.docx")
        == "a.docx: 文件已损坏：word/header0.xml 无法解析"
    )


def test_every_other_character_can_still_be_traced() -> None:
    trace = Trace()
    data = with_heads(BODY, {"header default": paragraph("机密")})
    content = read(Source(data, "a.docx", DEFAULT), trace)
    places = trace.places(content.text)
    assert places is not None
    assert [None if place is None else place.index for place in places] == [0, None, 1, 1, None, None, None]


def test_running_heads_and_watermarks_of_pages_are_told_apart_from_the_text() -> None:
    pages = [
        [pdf_lines(*wrapped(PROSE * 3)), centred("内部资料", 810, 10), slanted("未定稿请勿外传")] for _ in range(3)
    ]
    document = read_bytes(pdf(*pages), "a.pdf")
    assert {"内部资料", "未定稿请勿外传"} <= set(heads_of(document))
    assert texts(document) == [PROSE * 3] * 3
    fixed = page(lines(*wrapped(PROSE)), '<ofd:Template TemplateID="t"/>')
    document = read_bytes(ofd([fixed, fixed], templates={"t": line("内部资料", 60, 15)}), "a.ofd")
    assert set(heads_of(document)) == {"内部资料"}
