"""How a Word document is set is read as Word would show it, and only where it is asked for."""

from __future__ import annotations

import pytest

from checker.errors import ReadError
from checker.model import Layout, Page, PageNumber, ParagraphLayout, Setting
from checker.reading import Limits, read_bytes

from .build import RELATIONSHIPS, docx, paragraph, part, run, style, table

ASKED = Limits(layout=True)
PLAIN = Setting(None, None, 10.0, False, "left", 1.0, "auto", 0.0, 0.0, 0.0)
THEME = (
    '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:themeElements><a:fontScheme>'
    '<a:majorFont><a:latin typeface="Major"/><a:ea typeface="大标题"/></a:majorFont>'
    '<a:minorFont><a:latin typeface="Minor"/><a:ea typeface=""/><a:font script="Hans" typeface="小正文"/></a:minorFont>'
    "</a:fontScheme></a:themeElements></a:theme>"
)


def layout(data: bytes) -> Layout:
    found = read_bytes(data, "a.docx", ASKED).layout
    assert found is not None
    return found


def settings(body: str, **parts: str) -> list[Setting]:
    return [each.setting for each in layout(docx(body, **parts)).paragraphs]


def with_parts(body: str, parts: dict[str, str], *, styles: str = "") -> bytes:
    """A document with further parts, each related by its kind (the name without its number) and named by its id."""
    kinds = {"styles": styles} if styles else {}
    related = "".join(
        f'<Relationship Id="{name}" Type="{RELATIONSHIPS}/{name.rstrip("0123456789")}" Target="{name}.xml"/>'
        for name in (*kinds, *parts)
    )
    relationships = f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{related}'
    more = {f"word/{name}.xml": content for name, content in parts.items()}
    return docx(body, styles=styles, more={**more, "word/_rels/document.xml.rels": f"{relationships}</Relationships>"})


def fonts(east: str, size: int | None = None) -> str:
    half = f'<w:sz w:val="{size * 2}"/>' if size else ""
    return f'<w:rPr><w:rFonts w:eastAsia="{east}"/>{half}</w:rPr>'


def test_nothing_is_read_where_nobody_asks() -> None:
    assert read_bytes(docx(paragraph("甲")), "a.docx").layout is None
    assert read_bytes("甲".encode(), "a.txt", ASKED).layout is None


def test_where_nothing_is_said_word_shows_its_defaults() -> None:
    assert layout(docx(paragraph("甲"))) == Layout((Page(),), (ParagraphLayout(1, PLAIN, PLAIN),))


# --- characters


def test_the_place_goes_before_its_style_and_that_before_the_defaults() -> None:
    styles = (
        f"<w:docDefaults><w:rPrDefault>{fonts('底', 9)}</w:rPrDefault></w:docDefaults>"
        f'<w:style w:type="paragraph" w:styleId="a" w:default="1"><w:name w:val="Normal"/>{fonts("默", 12)}</w:style>'
        f'<w:style w:type="paragraph" w:styleId="b"><w:name w:val="b"/><w:basedOn w:val="a"/>{fonts("式")}</w:style>'
        f'<w:style w:type="character" w:styleId="c"><w:name w:val="c"/>{fonts("字", 20)}</w:style>'
    )
    styled = '<w:pStyle w:val="b"/>'
    body = (
        paragraph("甲")
        + paragraph("甲", styled)
        + paragraph(run("甲", '<w:rPr><w:rStyle w:val="c"/></w:rPr>'), styled)
        + paragraph(run("甲", fonts("此", 16)), styled)
        + paragraph("甲", '<w:pStyle w:val="unknown"/>')
    )
    found = [(each.font, each.size) for each in settings(body, styles=styles)]
    assert found == [("默", 12.0), ("式", 12.0), ("字", 20.0), ("此", 16.0), ("底", 9.0)]


def test_styles_based_on_each_other_in_a_circle_end() -> None:
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{one}"><w:basedOn w:val="{other}"/>{fonts(one)}</w:style>'
        for one, other in (("甲", "乙"), ("乙", "甲"))
    )
    assert [each.font for each in settings(paragraph("字", '<w:pStyle w:val="甲"/>'), styles=styles)] == ["甲"]


def test_fonts_of_a_theme_are_told_by_name() -> None:
    def themed(name: str) -> str:
        return paragraph(run("字", f'<w:rPr><w:rFonts w:eastAsiaTheme="{name}" w:eastAsia="别的"/></w:rPr>'))

    body = themed("majorEastAsia") + themed("minorEastAsia")
    found = layout(with_parts(body, {"theme1": THEME})).paragraphs
    assert [each.setting.font for each in found] == ["大标题", "小正文"]
    assert [each.setting.font for each in layout(docx(body)).paragraphs] == [None, None]


def test_a_paragraph_is_set_as_most_of_its_chinese_and_opens_as_its_first() -> None:
    runs = (
        run("（一）建章立制。", fonts("楷体", 16))
        + run("全年印发文件三件。" * 2, fonts("仿宋", 15))
        + run("Z" * 99, fonts("其他"))
    )
    (found,) = layout(docx(paragraph(runs))).paragraphs
    assert (found.setting.font, found.setting.size) == ("仿宋", 15.0)
    assert (found.opening.font, found.opening.size) == ("楷体", 16.0)


def test_deleted_words_and_formats_count_for_nothing() -> None:
    gone = '<w:del><w:r><w:rPr><w:rFonts w:eastAsia="旧"/></w:rPr><w:delText>旧的旧的</w:delText></w:r></w:del>'
    changed = (
        '<w:r><w:rPr><w:rFonts w:eastAsia="新"/><w:rPrChange><w:rPr><w:rFonts w:eastAsia="旧"/></w:rPr></w:rPrChange>'
        "</w:rPr><w:t>字</w:t></w:r>"
    )
    assert [each.font for each in settings(paragraph(gone + changed))] == ["新"]


# --- paragraphs


@pytest.mark.parametrize(
    ("indent", "first", "left", "right"),
    [
        ('w:firstLineChars="200"', 2.0, 0.0, 0.0),
        ('w:firstLineChars="200" w:firstLine="123"', 2.0, 0.0, 0.0),
        ('w:firstLine="640"', 2.0, 0.0, 0.0),
        ('w:firstLineChars="0" w:firstLine="640"', 2.0, 0.0, 0.0),
        ('w:left="640" w:hanging="320"', -1.0, 2.0, 0.0),
        ('w:startChars="100" w:endChars="400"', 0.0, 1.0, 4.0),
    ],
)
def test_indents_are_told_in_characters(indent: str, first: float, left: float, right: float) -> None:
    (found,) = settings(paragraph(run("字", fonts("仿宋", 16)), f"<w:ind {indent}/>"))
    assert (found.first_line, found.left, found.right) == (first, left, right)


@pytest.mark.parametrize(("words", "first", "right"), [("　　字", 2.0, 0.0), ("字　　", 0.0, 2.0), ("  字", 1.0, 0.0)])
def test_blanks_at_the_edges_indent_as_well(words: str, first: float, right: float) -> None:
    (found,) = settings(paragraph(words))
    assert (found.first_line, found.right) == (first, right)


def test_the_indent_of_a_numbered_or_tabbed_paragraph_is_not_known() -> None:
    numbered = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="3"/></w:numPr>'
    unnumbered = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>'
    styles = style("n", "n", properties=numbered)
    body = "".join(
        [
            paragraph("字", numbered),
            paragraph("\t字"),
            paragraph("字", '<w:pStyle w:val="n"/>'),
            paragraph("字", f'<w:pStyle w:val="n"/>{unnumbered}'),
        ]
    )
    assert [each.first_line for each in settings(body, styles=styles)] == [None, None, None, 0.0]


@pytest.mark.parametrize(
    ("spacing", "line", "rule"),
    [
        ('w:line="579" w:lineRule="exact"', 28.95, "exact"),
        ('w:line="560" w:lineRule="atLeast"', 28.0, "at_least"),
        ('w:line="360" w:lineRule="auto"', 1.5, "auto"),
        ('w:line="360"', 1.5, "auto"),
        ('w:before="100"', 1.0, "auto"),
    ],
)
def test_the_distance_of_lines_is_told_in_points_or_in_lines(spacing: str, line: float, rule: str) -> None:
    (found,) = settings(paragraph("字", f"<w:spacing {spacing}/>"))
    assert (found.line, found.line_rule) == (line, rule)


def test_paragraphs_bear_the_numbers_of_their_blocks_and_only_those_of_the_text_are_there() -> None:
    box = f"<w:r><w:drawing><wps:wsp><w:txbxContent>{paragraph('框')}</w:txbxContent></wps:wsp></w:drawing></w:r>"
    body = (
        paragraph("甲")
        + paragraph()
        + table("<w:tr><w:tc><w:p><w:r><w:t>表</w:t></w:r></w:p></w:tc><w:tc><w:p/></w:tc></w:tr>")
    )
    data = docx(body + paragraph(run("乙") + box) + paragraph("丙"))
    document = read_bytes(data, "a.docx", ASKED)
    assert document.layout is not None
    numbers = {block.paragraph: document.text[block.start : block.end] for block in document.blocks}
    assert [numbers[each.paragraph] for each in document.layout.paragraphs] == ["甲", "乙", "丙"]


# --- pages


def section(inner: str) -> str:
    return paragraph("字", f"<w:sectPr>{inner}</w:sectPr>")


def test_each_section_has_its_paper_and_margins_in_millimetres() -> None:
    upright = (
        '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="-2098" w:right="1474" w:bottom="1984" w:left="1304"'
        ' w:gutter="283" w:footer="1417"/><w:docGrid w:type="lines" w:linePitch="579"/>'
    )
    lying = '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>'
    assert layout(docx(section(upright) + section(lying))).pages == (
        Page(210.01, 297.0, 37.01, 35.0, 27.99, 26.0, 24.99, 22),
        Page(210.01, 297.0, landscape=True),
        Page(),
    )


# --- page numbers

BEGIN, SEPARATE, END = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end"))
FIELD = f"{BEGIN}<w:r><w:instrText>{{}}</w:instrText></w:r>{SEPARATE}{run('7', fonts('宋体', 14))}{END}"
IN_PIECES = FIELD.format("PA</w:instrText><w:instrText>GE")
SIMPLE = f'<w:fldSimple w:instr=" PAGE ">{run("7", fonts("宋体", 14))}</w:fldSimple>'
RIGHT = '<w:jc w:val="right"/>'


def numbers(footers: dict[str, str], *, both_sides: bool = False, title_page: bool = False) -> tuple[PageNumber, ...]:
    """Return the page numbers of a document with *footers* by type."""
    references = "".join(
        f'<w:footerReference w:type="{kind}" r:id="footer{index}"/>' for index, kind in enumerate(footers)
    )
    parts = {f"footer{index}": part("ftr", content) for index, content in enumerate(footers.values())}
    if both_sides:
        parts["settings"] = part("settings", "<w:evenAndOddHeaders/>")
    title = "<w:titlePg/>" if title_page else ""
    return layout(with_parts(section(references + title) + section(references + title), parts)).page_numbers


@pytest.mark.parametrize(
    "field",
    [FIELD.format(" PAGE  \\* MERGEFORMAT "), SIMPLE, IN_PIECES],
)
def test_a_page_number_is_told_with_the_words_around_it(field: str) -> None:
    footer = paragraph(run("— ") + field + run(" —"), RIGHT)
    setting = Setting("宋体", None, 14.0, False, "right", 1.0, "auto", 0.0, 0.0, 0.0)
    assert numbers({"default": footer}) == (PageNumber("all", "— # —", setting),)


def test_a_footer_without_the_number_of_the_page_has_none() -> None:
    assert numbers({"default": paragraph(FIELD.format(" NUMPAGES ") + run("共"))}) == ()


def test_the_total_of_pages_is_no_page_number_but_may_stand_beside_it() -> None:
    footer = paragraph(run("第") + FIELD.format("PAGE") + run("页共") + FIELD.format("NUMPAGES") + run("页"))
    assert [each.text for each in numbers({"default": footer})] == ["第#页共7页"]


def test_odd_and_even_pages_count_where_the_document_tells_them_apart() -> None:
    footers = {"default": paragraph(SIMPLE, RIGHT), "even": paragraph(SIMPLE), "first": paragraph(SIMPLE)}

    def shown(**how: bool) -> list[tuple[str, str | None]]:
        return [(each.pages, each.setting.alignment) for each in numbers(footers, **how)]

    assert shown() == [("all", "right")]
    assert shown(both_sides=True) == [("odd", "right"), ("even", "left")]
    assert shown(title_page=True) == [("all", "right"), ("first", "left")]


def test_a_number_in_a_frame_or_a_shape_stands_where_that_does() -> None:
    framed = paragraph(SIMPLE, '<w:framePr w:xAlign="outside"/>')
    drawing = 'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    place = "<wp:positionH><wp:align>center</wp:align></wp:positionH>"
    box = f"<w:txbxContent>{paragraph(SIMPLE)}</w:txbxContent>"
    choice = f"<mc:Choice><w:drawing><wp:anchor {drawing}>{place}{box}</wp:anchor></w:drawing></mc:Choice>"
    shape = f"<w:r><mc:AlternateContent>{choice}<mc:Fallback>{box}</mc:Fallback></mc:AlternateContent></w:r>"
    found = [numbers({"default": footer}) for footer in (framed, paragraph(shape, RIGHT))]
    assert [[each.setting.alignment for each in each_footer] for each_footer in found] == [["outside"], ["center"]]


def test_a_damaged_part_is_an_error_as_ever() -> None:
    with pytest.raises(ReadError) as caught:
        layout(with_parts(paragraph("字"), {"theme1": "<a:theme"}))
    assert "word/theme1.xml" in caught.value.message.zh
