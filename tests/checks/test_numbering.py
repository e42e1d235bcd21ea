"""Numbers of headings and enumerations follow each other; what copying loses is no slip."""

from __future__ import annotations

from dataclasses import replace

import pytest

from checker.checks import numbering
from checker.model import State

from .build import analysis_of, rule_of

TITLE = "青禾县2025年法治政府建设情况报告\n"
SLIPS = ["repeated", "missing", "out_of_order", "begins"]


def slips(content: str, faults: list[str] | None = None) -> list[str]:
    """Return the message's parts and the quotes of a report with *content*."""
    result = numbering.check(analysis_of(TITLE + content), rule_of("numbering", faults=faults or SLIPS))
    assert (result.state is State.FAIL) == bool(result.evidence)
    if result.state is not State.FAIL:
        return []
    return [result.message.zh.partition("：")[2], *(item.quote for item in result.evidence)]


@pytest.mark.parametrize(
    "content",
    [
        "一、工作情况\n（一）规范执法。\n（二）化解纠纷。\n二、存在的问题\n（一）力量不足。\n",
        "一、工作情况\n（一）规范执法\n1.开展培训9期。\n（二）化解纠纷\n2.调解纠纷31件。\n3.建成站点4个。\n",
        "一、工作情况\n1.开展培训9期。\n2.调解纠纷31件。\n",
        "一、工作情况\n一是抓学习。二是抓培训。\n二、存在的问题\n一是不细。二是不实。三是不快。\n",
        "一、工作情况\n一是抓学习，其中（1）读书4次；（2）讲座2场。二是抓培训。\n",
        "第一部分 工作情况\n一、规范执法\n二、化解纠纷\n第二部分 存在的问题\n一、力量不足\n",
        "一、工作情况\n其一是抓学习；二是抓培训；三是抓考核。\n",
        "一、工作情况\n1.开展培训：1.理论；2.实务。\n2.调解纠纷31件。\n",
        "一、工作情况\n一）规范执法\n（二）化解纠纷\n",
        "１．开展培训9期。\n２．调解纠纷31件。\n",
    ],
    ids=[
        "levels",
        "running on through subsections",
        "a level left out",
        "enumerations begin anew in each chapter",
        "a list inside an enumeration",
        "chapters begin anew in each part",
        "other words for first",
        "a list inside a numbered heading",
        "a lost bracket",
        "full-width figures",
    ],
)
def test_numbers_that_follow_each_other_are_right(content: str) -> None:
    assert slips(content) == []


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("一是抓学习。二是抓培训。二是抓考核。\n", ["“二是”重复", "二是抓培训", "二是抓考核"]),
        ("一是抓学习。三是抓考核。\n", ["“一是”之后直接是“三是”，中间缺号", "一是抓学习", "三是抓考核"]),
        ("一、学习\n好。\n三、考核\n好。\n", ["“一、”之后直接是“三、”，中间缺号", "一、学习", "三、考核"]),
        (
            "（一）学习。\n（二）培训。\n（一）考核。\n",
            ["“（二）”之后是“（一）”，次序不对", "（二）培训", "（一）考核"],
        ),
        ("一、学习\n（二）培训。\n（三）考核。\n", ["从“（二）”开始，前面缺号", "（二）培训"]),
        ("一、学习\n二、培训\n二、考核\n", ["“二、”重复", "二、培训", "二、考核"]),
        ("1.学习。\n2.培训。\n2.考核。\n", ["“2.”重复", "2.培训", "2.考核"]),
    ],
)
def test_a_slip_is_told_with_the_mark_before_it(content: str, told: list[str]) -> None:
    assert slips(content) == told


def test_several_slips_are_told_together() -> None:
    found = slips("一、学习\n一是读书。一是讲座。三是研讨。\n三、考核\n好。\n")
    assert found[0] == "“一是”之后直接是“三是”，中间缺号；“一、”之后直接是“三、”，中间缺号"


@pytest.mark.parametrize(
    "content",
    [
        "一、工作情况\n培训9期。\n党政主要负责人履职情况\n主持会议4次。\n三、存在的问题\n力量不足。\n",
        "一、工作情况\n培训9期。\n二 存在的问题\n力量不足。\n三、下一步\n加强培训。\n",
        "一是抓学习，其次抓培训，三是抓考核。\n",
        "一、工作情况：培训9期。二存在的问题：力量不足。三、下一步打算：加强培训。\n",
        "工作情况\n培训9期。\n二、存在的问题\n力量不足。\n",
        "来源：青禾县司法局\n工作情况\n培训9期。\n二、存在的问题\n力量不足。\n",
        "一、工作情况\n1.培训9期。\n（2）调解31件。\n3.建成站点4个。\n",
        "一、工作情况\n（一）培训。\n青禾县人民政府\n2026年1月5日\n附件1\n统计口径说明\n一、范围\n二、来源\n",
        "一、工作情况\n二、存在的问题\n一、工作情况\n培训9期。\n二、存在的问题\n力量不足。\n",
    ],
    ids=[
        "a heading without its mark",
        "a mark of another form",
        "another word",
        "a mark inside a line without its sign",
        "the first heading without its mark",
        "the first heading below who has published the report",
        "figures in brackets",
        "an attachment",
        "a table of contents",
    ],
)
def test_a_lost_mark_is_no_gap(content: str) -> None:
    assert slips(content) == []


LOST = "“一、”之后直接是“三、”，中间缺号"


@pytest.mark.parametrize(
    "content",
    [
        "一、工作情况\n（一）培训。\n（二）调解。\n（三）评查。\n三、下一步\n加强培训。\n",
        "一、工作情况\n一是培训。二是调解。三是评查。\n三、下一步\n加强培训。\n",
        "一、工作情况\n1.培训。\n2.调解。\n三、下一步\n加强培训。\n",
        "一、工作情况\n其次、最后都是常用的词。\n三、下一步\n加强培训。\n",
        "一、工作情况\n（一）培训。\n青禾县评查情况（单位：件）\n三、下一步\n加强培训。\n",
    ],
    ids=["a lower level", "an enumeration", "figures", "words of an enumeration", "the caption of a table"],
)
def test_what_has_its_place_elsewhere_does_not_stand_for_a_lost_number(content: str) -> None:
    assert slips(content) == [LOST, "一、工作情况", "三、下一步"]


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("二、工作情况\n培训9期。\n三、下一步\n加强培训。\n", ["从“二、”开始，前面缺号", "二、工作情况"]),
        (
            "来源：青禾县司法局\n二、工作情况\n培训9期。\n三、下一步\n加强培训。\n",
            ["从“二、”开始，前面缺号", "二、工作情况"],
        ),
        ("一、工作情况\n2.培训9期。\n3.调解31件。\n", ["从“2.”开始，前面缺号", "2.培训9期"]),
    ],
    ids=["below the title", "below who has published the report", "figures that go on"],
)
def test_numbers_that_do_not_begin_with_one_are_told(content: str, told: list[str]) -> None:
    assert slips(content) == told


def test_a_single_figure_may_be_anything() -> None:
    assert slips("一、工作情况\n3.培训9期。\n全年无事故。\n") == []


def test_headings_in_the_middle_of_a_line_follow_each_other() -> None:
    assert slips("一、工作情况（一）规范执法。培训9期。（二）化解纠纷。调解31件。二、存在的问题力量不足。") == []
    assert slips("一、工作情况。一、二季度培训9期。三、四季度评查120份。二、存在的问题。力量不足。") == []


def test_a_number_that_is_lost_in_the_middle_of_a_line_is_told_behind_a_whole_sentence() -> None:
    line = "一、工作情况（一）规范执法。培训9期。（二）化解纠纷。调解31件。三、存在的问题力量不足。"
    assert slips(line)[0] == LOST
    assert slips(line.replace("三、", "二、").replace("（一）", "（二）", 1).replace("（二）化解", "（三）化解"))[
        0
    ] == ("从“（二）”开始，前面缺号")


def test_enumerations_in_the_middle_of_a_line_are_counted() -> None:
    assert slips("一、工作情况 一是抓学习;二是抓培训;二是抓考核。二、存在的问题力量不足。")[0] == "“二是”重复"


def test_noise_inside_the_marks_changes_nothing() -> None:
    assert slips("一◆、学习\n二★、培训\n") == []
    assert slips("一◆是抓学习。二是抓培训。二★是抓考核。\n")[0] == "“二★是”重复"


def test_marks_in_tables_are_not_counted() -> None:
    table = "| 序号 | 事项 |\n| --- | --- |\n| 1.普法 | 9场 |\n| 1.执法 | 3场 |\n"
    result = numbering.check(
        analysis_of("一、工作情况\n\n" + table, path="draft.md"), rule_of("numbering", faults=SLIPS)
    )
    assert (result.state, result.why.zh) == (State.PASS, "逐个核对标题和“一是、二是”的序号，共 1 个")


def test_levels_turned_round_are_told_where_asked() -> None:
    content = "一、工作情况\n1.规范执法\n（一）培训9期。\n（二）评查120份。\n2.化解纠纷\n（一）排查310件。\n"
    assert slips(content) == []
    assert slips(content, ["inverted"])[0] == "“（一）”写在“1.”之下，层次颠倒；“（一）”写在“2.”之下，层次颠倒"


def test_each_odd_form_is_told_once() -> None:
    content = "一、工作情况\n（一）、执法\n1、培训9期。\n2、评查120份。\n（二）、纠纷\n"
    assert slips(content, ["form"]) == ["“（一）、”不是规范写法；“1、”不是规范写法", "（一）、执法", "1、培训9期"]


def test_a_document_without_numbers_is_not_asked() -> None:
    result = numbering.check(analysis_of(TITLE + "全年培训9期。"), rule_of("numbering", faults=SLIPS))
    assert (result.state, result.message.zh) == (State.NOT_APPLICABLE, "没有序号")


def corrections(content: str, faults: list[str] | None = None) -> list[tuple[str, str]]:
    """What the marks of a report with *content* are and should be."""
    analysis = analysis_of(TITLE + content)
    found = numbering.check(analysis, rule_of("numbering", faults=faults or SLIPS)).corrections
    words = analysis.document.text
    return [(words[each.span.start : each.span.end], each.replacement) for each in found]


@pytest.mark.parametrize(
    ("content", "right"),
    [
        ("一是抓学习。二是抓培训。二是抓考核。\n", [("二是", "三是")]),
        ("一是抓学习。二是抓培训。二是抓考核。三是通报。\n", [("二是", "三是"), ("三是", "四是")]),
        ("一是抓学习。二是抓培训。二是抓考核。四是通报。\n", [("二是", "三是")]),
        ("一是抓学习。一是抓培训。三是抓考核。四是通报。\n", [("一是", "二是")]),
        ("一是抓学习。二是抓培训。八是抓考核。四是通报。\n", [("八是", "三是")]),
        ("一是抓学习。三是抓培训。四是抓考核。\n", [("三是", "二是"), ("四是", "三是")]),
        ("一、学习\n好。\n二、培训\n好。\n四、考核\n好。\n", [("四、", "三、")]),
        ("（一）学习。\n（二）培训。\n（二）考核。\n", [("（二）", "（三）")]),
        ("1.学习。\n2.培训。\n2.考核。\n", [("2.", "3.")]),
        ("１．学习。\n２．培训。\n２．考核。\n", [("２．", "３．")]),
        ("一◆、学习\n二★、培训\n二★、考核\n", [("二★、", "三★、")]),
    ],
)
def test_a_number_that_the_others_leave_no_choice_is_corrected(content: str, right: list[tuple[str, str]]) -> None:
    assert corrections(content) == right


@pytest.mark.parametrize(
    "content",
    [
        "（一）学习。\n（二）培训。\n（一）考核。\n",
        "一、学习\n（二）培训。\n（三）考核。\n",
        "一是抓学习。二是抓培训。五是抓考核。\n",
        "一是抓学习。三是抓考核。二是抓培训。\n",
        "一是抓学习。二是抓培训。二是抓考核。二是通报。\n",
        "一是抓学习。二是抓培训。\n抓考核。二是通报。\n",
        "一是抓学习。首先读书，二是讲座。二是抓培训。\n",
    ],
    ids=[
        "turned round at the end",
        "begins with two",
        "two are missing",
        "two changed places",
        "twice the same",
        "apart, in another paragraph",
        "another list that begins in other words",
    ],
)
def test_where_there_is_a_choice_a_person_decides(content: str) -> None:
    assert slips(content)
    assert corrections(content) == []


def test_nothing_is_renumbered_where_a_page_could_not_be_read() -> None:
    analysis = analysis_of(TITLE + "一是抓学习。二是抓培训。二是抓考核。\n")
    unread = replace(analysis, document=replace(analysis.document, unread_pages=(2,)))
    assert numbering.check(unread, rule_of("numbering", faults=SLIPS)).corrections == ()


def test_odd_forms_are_corrected_at_every_mark() -> None:
    content = "一、工作情况\n（一）、执法\n1、培训9期。\n2、评查120份。\n（二）、纠纷\n（1）、排查。\n"
    right = [("（一）、", "（一）"), ("1、", "1."), ("2、", "2."), ("（二）、", "（二）"), ("（1）、", "（1）")]
    assert corrections(content, ["form"]) == right
