from __future__ import annotations

import pytest

from checker.reading import read_bytes

from .build import docx, level, numbered, paragraph, style, styled
from .shown import shown, texts

REPORT_LEVELS = (
    level(0, "chineseCountingThousand", "%1、")
    + level(1, "chineseCountingThousand", "（%2）")
    + level(2, "decimal", "%3.")
    + level(3, "decimalEnclosedCircle", "%4")
)


def abstract(identity: int, levels: str, more: str = "") -> str:
    return f'<w:abstractNum w:abstractNumId="{identity}">{more}{levels}</w:abstractNum>'


def instance(identity: int, of: int, overrides: str = "") -> str:
    return f'<w:num w:numId="{identity}"><w:abstractNumId w:val="{of}"/>{overrides}</w:num>'


def starting_at(index: int, start: int) -> str:
    return f'<w:lvlOverride w:ilvl="{index}"><w:startOverride w:val="{start}"/></w:lvlOverride>'


def numbers(numbering: str, *paragraphs: tuple[int, int]) -> list[str]:
    """The texts of paragraphs "x" that are numbered by (instance, level)."""
    body = "".join(numbered("x", which, depth) for which, depth in paragraphs)
    return [text.removesuffix("x") for text in texts(read_bytes(docx(body, numbering=numbering), "a.docx"))]


def test_the_headings_of_a_report_get_the_numbers_that_word_shows() -> None:
    body = (
        numbered("主要举措和成效", 1)
        + numbered("强化领导", 1, 1)
        + numbered("完善制度", 1, 1)
        + numbered("修订规则", 1, 2)
        + numbered("第一步", 1, 3)
        + paragraph("没有编号")
        + numbered("规范执法", 1, 1)
        + numbered("重新计数", 1, 2)
        + numbered("存在的不足", 1)
        + numbered("力量不足", 1, 1)
    )
    data = docx(body, numbering=abstract(0, REPORT_LEVELS) + instance(1, 0))
    assert texts(read_bytes(data, "a.docx")) == [
        "一、主要举措和成效",
        "（一）强化领导",
        "（二）完善制度",
        "1. 修订规则",
        "① 第一步",
        "没有编号",
        "（三）规范执法",
        "1. 重新计数",
        "二、存在的不足",
        "（一）力量不足",
    ]


def test_levels_above_are_part_of_a_number() -> None:
    levels = level(0, "chineseCounting", "第%1章") + level(1, "decimal", "%1.%2") + level(2, "lowerLetter", "%1.%2.%3)")
    numbering = abstract(0, levels) + instance(1, 0)
    assert numbers(numbering, (1, 0), (1, 1), (1, 2), (1, 2), (1, 0), (1, 1)) == [
        "第一章 ",
        "一.1 ",
        "一.1.a) ",
        "一.1.b) ",
        "第二章 ",
        "二.1 ",
    ]


def test_a_legal_number_is_decimal_throughout() -> None:
    levels = level(0, "chineseCounting", "%1、") + level(1, "decimal", "%1.%2", more="<w:isLgl/>")
    assert numbers(abstract(0, levels) + instance(1, 0), (1, 0), (1, 1)) == ["一、", "1.1 "]


def test_a_level_above_that_was_never_used_shows_its_start() -> None:
    levels = level(0, "decimal", "%1.", start=3) + level(1, "decimal", "%1.%2.")
    assert numbers(abstract(0, levels) + instance(1, 0), (1, 1), (1, 1), (1, 0)) == ["3.1. ", "3.2. ", "3. "]


def test_a_bullet_or_empty_level_above_prints_nothing() -> None:
    levels = level(0, "bullet", "\uf06c") + level(1, "none", "") + level(2, "decimal", "%1%2%3)")
    assert numbers(abstract(0, levels) + instance(1, 0), (1, 0), (1, 1), (1, 2)) == ["", "", "1) "]


def test_numbers_start_where_the_list_says() -> None:
    levels = level(0, "decimal", "%1.", start=5)
    without_start = '<w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>'
    numbering = abstract(0, levels) + abstract(1, without_start) + instance(1, 0) + instance(2, 1)
    assert numbers(numbering, (1, 0), (1, 0), (2, 0), (2, 0)) == ["5. ", "6. ", "0. ", "1. "]


def test_instances_of_one_list_count_on_unless_one_starts_anew() -> None:
    numbering = (
        abstract(0, REPORT_LEVELS)
        + instance(1, 0)
        + instance(2, 0)
        + instance(3, 0, starting_at(0, 1))
        + instance(4, 0)
    )
    assert numbers(numbering, (1, 0), (2, 0), (3, 0), (3, 0), (4, 0), (1, 0)) == [
        "一、",
        "二、",
        "一、",
        "二、",
        "三、",
        "四、",
    ]


@pytest.mark.parametrize(
    ("restart", "expected"),
    [
        ("", ["一、", "（一）", "1. ", "（二）", "1. ", "二、", "（一）", "1. "]),
        ('<w:lvlRestart w:val="0"/>', ["一、", "（一）", "1. ", "（二）", "2. ", "二、", "（一）", "3. "]),
        ('<w:lvlRestart w:val="1"/>', ["一、", "（一）", "1. ", "（二）", "2. ", "二、", "（一）", "1. "]),
    ],
    ids=["after any level above", "never", "after the first level"],
)
def test_a_level_says_after_which_it_starts_anew(restart: str, expected: list[str]) -> None:
    levels = (
        level(0, "chineseCounting", "%1、")
        + level(1, "chineseCounting", "（%2）")
        + level(2, "decimal", "%3.", more=restart)
    )
    numbering = abstract(0, levels) + instance(1, 0)
    assert numbers(numbering, (1, 0), (1, 1), (1, 2), (1, 1), (1, 2), (1, 0), (1, 1), (1, 2)) == expected


def test_an_instance_may_replace_a_level() -> None:
    replaced = f'<w:lvlOverride w:ilvl="0">{level(0, "upperRoman", "%1)", start=4)}</w:lvlOverride>'
    assert numbers(abstract(0, REPORT_LEVELS) + instance(1, 0, replaced), (1, 0), (1, 1)) == ["IV) ", "（一）"]


def test_what_follows_the_number_is_a_gap_where_a_reader_sees_one() -> None:
    levels = (
        level(0, "decimal", "%1.", more='<w:suff w:val="nothing"/>')
        + level(1, "decimal", "%2.", more='<w:suff w:val="space"/>')
        + level(2, "chineseCounting", "%3、", more='<w:suff w:val="space"/>')
    )
    assert numbers(abstract(0, levels) + instance(1, 0), (1, 0), (1, 1), (1, 2)) == ["1.", "1. ", "一、"]


def test_a_number_of_a_newer_program_is_read_in_its_plain_form() -> None:
    newer = (
        '<w:lvl w:ilvl="0"><w:start w:val="7"/><mc:AlternateContent><mc:Choice Requires="w14">'
        '<w:numFmt w:val="custom" w:format="001, 002, 003, ..."/></mc:Choice>'
        '<mc:Fallback><w:numFmt w:val="decimalZero"/></mc:Fallback></mc:AlternateContent>'
        '<w:lvlText w:val="%1"/></w:lvl>'
    )
    assert numbers(abstract(0, newer) + instance(1, 0), (1, 0)) == ["07 "]


def test_a_list_that_a_numbering_style_defines_is_found_through_it() -> None:
    numbering = (
        abstract(0, "", '<w:numStyleLink w:val="gov"/>')
        + abstract(1, REPORT_LEVELS, '<w:styleLink w:val="gov"/>')
        + instance(1, 0)
        + instance(2, 1)
    )
    assert numbers(numbering, (1, 0), (2, 0), (1, 1)) == ["一、", "二、", "（一）"]


def test_bullets_make_list_items_and_leave_no_mark_in_the_text() -> None:
    numbering = abstract(0, level(0, "bullet", "\uf06c")) + instance(1, 0)
    assert shown(read_bytes(docx(numbered("条目", 1) + paragraph("段"), numbering=numbering), "a.docx")) == [
        ("list_item", None, "条目"),
        ("paragraph", None, "段"),
    ]


def test_styles_number_their_paragraphs() -> None:
    levels = level(0, "chineseCounting", "%1、", more='<w:pStyle w:val="h1"/>') + level(
        1, "chineseCounting", "（%2）", more='<w:pStyle w:val="h2"/>'
    )
    by_style = '<w:numPr><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="{}"/>'
    styles = (
        style("h1", "heading 1", properties=by_style.format(0))
        + style("h2", "heading 2", properties=by_style.format(1))
        + style("plain", "无编号", based_on="h1", properties='<w:numPr><w:numId w:val="0"/></w:numPr>')
    )
    body = (
        styled("举措", "h1")
        + styled("决策", "h2")
        + styled("执法", "h2")
        + styled("前言", "plain")
        + styled("附录", "h1", '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>')
        + styled("下移", "h1", '<w:numPr><w:ilvl w:val="1"/></w:numPr>')
        + styled("不足", "h1")
    )
    data = docx(body, styles=styles, numbering=abstract(0, levels) + instance(1, 0))
    assert shown(read_bytes(data, "a.docx")) == [
        ("heading", 1, "一、举措"),
        ("heading", 2, "（一）决策"),
        ("heading", 2, "（二）执法"),
        ("heading", 1, "前言"),
        ("heading", 1, "附录"),
        ("heading", 1, "（三）下移"),
        ("heading", 1, "二、不足"),
    ]


def test_an_empty_numbered_paragraph_is_counted_but_not_shown() -> None:
    assert numbers(abstract(0, REPORT_LEVELS) + instance(1, 0), (1, 0)) == ["一、"]
    body = numbered("甲", 1) + numbered("", 1) + numbered("乙", 1)
    data = docx(body, numbering=abstract(0, REPORT_LEVELS) + instance(1, 0))
    assert texts(read_bytes(data, "a.docx")) == ["一、甲", "三、乙"]


@pytest.mark.parametrize(
    "numbering",
    [
        "",
        instance(1, 9),
        abstract(0, ""),
        abstract(0, "") + instance(1, 0),
        abstract(0, REPORT_LEVELS) + instance(2, 0),
    ],
)
def test_numbering_that_is_not_defined_numbers_nothing(numbering: str) -> None:
    assert texts(read_bytes(docx(numbered("甲", 1, 8), numbering=numbering), "a.docx")) == ["甲"]


def test_nonsense_in_a_definition_does_no_harm() -> None:
    levels = (
        '<w:lvl w:ilvl="x"/><w:lvl w:ilvl="42"/>'
        '<w:lvl w:ilvl="0"><w:start w:val="viele"/><w:lvlText w:val="%1%9%x."/></w:lvl>'
    )
    body = numbered("甲", 1) + paragraph("乙", '<w:numPr><w:ilvl w:val="-1"/><w:numId w:val="1"/></w:numPr>')
    data = docx(body, numbering=abstract(0, levels) + instance(1, 0))
    assert texts(read_bytes(data, "a.docx")) == ["0%x. 甲", "乙"]
