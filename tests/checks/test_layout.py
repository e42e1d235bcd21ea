"""Layout: what is set otherwise than demanded is told with what it is and how often; what nothing says is left open."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from checker.checks.layout import check
from checker.checks.result import Result
from checker.model import Block, BlockKind, Document, Layout, Page, PageNumber, ParagraphLayout, Setting, State
from checker.structure.analyse import analyse

from .build import document_of, quotes, rule_of, template_with

TITLE = "柳浦街道2025年法治政府建设情况报告"
BODY = (
    "全年办理行政处罚案件12件，评查案卷8份。",
    "全年组织执法人员培训3期，覆盖96人次。",
    "全年调解矛盾纠纷187件，成功184件。",
)
GOOD = Setting("仿宋", "Arial", 16.0, False, "both", 28.0, "exact", 2.0, 0.0, 0.0)
A4 = Page(210.0, 297.0, 37.0, 35.0, 28.0, 26.0)
NUMBER = PageNumber("odd", "— # —", replace(GOOD, font="宋体", size=14.0, alignment="right"))


def word(
    *settings: Setting, title: Setting = GOOD, pages: tuple[Page, ...] = (A4,), numbers: tuple[PageNumber, ...] = ()
) -> Document:
    """A Word document with a title and as many paragraphs of body as there are *settings*."""
    lines = [TITLE, *BODY[: len(settings)]]
    starts = [sum(len(line) + 1 for line in lines[:index]) for index in range(len(lines))]
    blocks = tuple(
        Block(BlockKind.PARAGRAPH, start, start + len(line), index)
        for index, (start, line) in enumerate(zip(starts, lines, strict=True), 1)
    )
    set_ = tuple(ParagraphLayout(index, setting, setting) for index, setting in enumerate((title, *settings), 1))
    return Document("a.docx", "docx", "0", "\n".join(lines), blocks, layout=Layout(pages, set_, numbers))


def found(document: Document, role: str, *demands: dict[str, Any], **more: Any) -> Result:
    parameters: dict[str, Any] = {"role": role, **({"demands": list(demands)} if demands else {}), **more}
    return check(analyse(document, template_with()), rule_of("layout", **parameters))


FANGSONG = {"property": "font", "one_of": ["仿宋", "仿宋_GB2312"]}
SIZE3 = {"property": "size", "value": 16}


# --- paragraphs


def test_paragraphs_set_as_demanded_pass() -> None:
    result = found(word(GOOD, replace(GOOD, font=" 仿宋_gb2312")), "body", FANGSONG, SIZE3)
    assert result == Result(State.PASS, result.message, result.why)
    assert result.message.zh == "正文的版面符合要求"
    assert result.why.zh == "看了正文（2 处）：字体应为仿宋、字号应为三号（16 磅）"


def test_what_is_set_otherwise_is_told_with_what_it_is_and_shown() -> None:
    result = found(word(GOOD, replace(GOOD, font="宋体"), GOOD), "body", FANGSONG)
    assert (result.state, result.message.zh) == (State.PARTIAL, "正文：字体应为仿宋，实为宋体")
    assert quotes(result.evidence) == [("match", BODY[1])]


def test_half_or_more_of_the_paragraphs_otherwise_is_a_failure_and_counts_are_told() -> None:
    bad = replace(GOOD, font="宋体", size=12.0)
    result = found(word(bad, replace(bad, font="黑体"), bad), "body", FANGSONG, SIZE3)
    assert result.state is State.FAIL
    assert (
        result.message.zh
        == "正文：字体应为仿宋，实为宋体（2 处）、黑体（1 处）；字号应为三号（16 磅），实为小四（12 磅）（3 处）"
    )
    assert result.message.en == (
        "body: font should be 仿宋, is 宋体 (2), 黑体 (1); size should be size 3 (16 pt), is small 4 (12 pt) (3)"
    )
    assert len(result.evidence) == 3


def test_what_nothing_says_is_left_open_only_where_nothing_is_known_at_all() -> None:
    unknown = replace(GOOD, font=None)
    assert found(word(unknown, GOOD), "body", FANGSONG).state is State.PASS
    result = found(word(unknown, unknown), "body", FANGSONG)
    assert (result.state, result.message.zh) == (State.CANNOT_TELL, "看不出正文的字体：文档没有写明")


@pytest.mark.parametrize(
    ("setting", "demand", "state"),
    [
        ({"line": 28.95}, {"property": "line", "from": 28, "to": 29}, State.PASS),
        ({"line": 30.0}, {"property": "line", "from": 28, "to": 29}, State.FAIL),
        ({"line": 1.5, "line_rule": "auto"}, {"property": "line", "from": 1, "to": 2}, State.FAIL),
        ({"first_line": 2.2}, {"property": "first_line", "value": 2, "tolerance": 0.3}, State.PASS),
        ({"first_line": 2.4}, {"property": "first_line", "value": 2, "tolerance": 0.3}, State.FAIL),
        ({"first_line": 0.0, "left": 2.0}, {"property": "indent", "value": 2}, State.PASS),
        ({"first_line": None, "left": None}, {"property": "indent", "value": 2}, State.CANNOT_TELL),
        ({"bold": True}, {"property": "bold", "one_of": [False]}, State.FAIL),
    ],
)
def test_numbers_are_compared_within_what_is_let_pass(
    setting: dict[str, Any], demand: dict[str, Any], state: State
) -> None:
    assert found(word(replace(GOOD, **setting)), "body", demand).state is state


def test_lines_by_their_number_are_told_as_such() -> None:
    result = found(word(replace(GOOD, line=1.5, line_rule="auto")), "body", {"property": "line", "from": 28, "to": 29})
    assert result.message.zh == "正文：行距应为28 磅至29 磅，实为1.5 倍行距"


@pytest.mark.parametrize(
    ("setting", "place"),
    [
        ({"alignment": "center"}, "center"),
        ({"alignment": "right"}, "right"),
        ({"alignment": "both", "first_line": 0.0}, "left"),
        ({"alignment": "left", "first_line": 4.5}, "left"),
        ({"alignment": "left", "size": 11.0, "first_line": 11.0}, "center"),
        ({"alignment": "left", "first_line": 18.0}, "right"),
    ],
)
def test_where_a_line_stands_is_judged_by_eye_not_by_how_it_got_there(setting: dict[str, Any], place: str) -> None:
    document = word(GOOD, title=replace(GOOD, **setting))
    states = {
        each: found(document, "title", {"property": "place", "one_of": [each]}).state
        for each in ("left", "center", "right")
    }
    assert [each for each, state in states.items() if state is State.PASS] == [place]


# --- pages and page numbers


def test_pages_are_measured_with_their_type_area() -> None:
    demands = (
        {"property": "left", "value": 28, "tolerance": 1},
        {"property": "text_width", "value": 156, "tolerance": 1},
    )
    assert found(word(GOOD), "page", *demands).state is State.PASS
    result = found(word(GOOD, pages=(A4, replace(A4, left=31.8))), "page", *demands)
    assert (result.state, result.evidence) == (State.FAIL, ())
    assert result.message.zh == "页面：左白边（订口）应为28 毫米，实为31.8 毫米；版心宽度应为156 毫米，实为152.2 毫米"


def test_a_page_on_its_side_is_only_asked_for_its_paper() -> None:
    lying = Page(210.0, 297.0, 20.0, 20.0, 20.0, 20.0, landscape=True)
    assert found(word(GOOD, pages=(A4, lying)), "page", {"property": "top", "value": 37}).state is State.PASS
    assert found(word(GOOD, pages=(lying,)), "page", {"property": "width", "value": 210}).state is State.PASS


def test_margins_that_the_file_does_not_name_are_left_open() -> None:
    result = found(word(GOOD, pages=(Page(),)), "page", {"property": "text_width", "value": 156})
    assert (result.state, result.message.zh) == (State.CANNOT_TELL, "看不出页面的版心宽度：文档没有写明")


def test_what_must_be_there_fails_where_it_is_not() -> None:
    assert found(word(GOOD, numbers=(NUMBER,)), "page_number", required=True).state is State.PASS
    result = found(word(GOOD), "page_number", required=True)
    assert (result.state, result.message.zh) == (State.FAIL, "没有页码")
    assert found(word(GOOD), "page_number", {"property": "size", "value": 14}).state is State.NOT_APPLICABLE


@pytest.mark.parametrize(
    ("pages", "alignment", "state"),
    [
        ("odd", "right", State.PASS),
        ("even", "left", State.PASS),
        ("all", "outside", State.PASS),
        ("odd", "left", State.FAIL),
        ("all", "right", State.FAIL),
        ("all", "center", State.FAIL),
    ],
)
def test_the_outer_edge_is_right_on_odd_and_left_on_even_pages(pages: str, alignment: str, state: State) -> None:
    number = PageNumber(pages, "— # —", replace(NUMBER.setting, alignment=alignment))
    demand = {"property": "place", "one_of": ["outside"]}
    assert found(word(GOOD, numbers=(number,)), "page_number", demand).state is state


# --- what cannot be judged


def test_other_formats_have_no_layout_and_say_which_they_are() -> None:
    result = found(document_of(TITLE + "\n" + BODY[0]), "body", FANGSONG)
    assert (result.state, result.message.zh) == (State.NOT_APPLICABLE, "版面只从 Word 文档（.docx）里读，这份是 txt")


def test_a_word_document_that_was_read_without_its_layout_is_no_pass() -> None:
    result = found(replace(word(GOOD), layout=None), "body", FANGSONG)
    assert (result.state, result.message.zh) == (State.CANNOT_TELL, "没有读取版面")


def test_a_role_that_nothing_has_is_not_applicable() -> None:
    result = found(word(GOOD), "heading1", FANGSONG)
    assert (result.state, result.message.zh) == (State.NOT_APPLICABLE, "没有一级标题")
