"""The outline is recovered from lines and from text that was put on one line."""

from __future__ import annotations

import pytest

from checker.api import load_pack
from checker.reading import read_bytes
from checker.structure.analyse import analyse

CHAPTERS = [
    (1, "一、", "主要举措和成效"),
    (2, "(一)", "健全制度体系,提升治理效能"),
    (3, "1.", "完善制度"),
    (3, "2.", "加强审核"),
    (2, "(二)", "规范行政执法"),
    (1, "二、", "存在的不足和原因"),
    (5, "一是", "执法力量薄弱,由于编制不足"),
    (5, "二是", "普法形式单一"),
    (1, "三、", "2026年工作安排"),
]
LINES = [
    "青禾县2025年法治政府建设情况报告",
    "2025年，青禾县依法行政，现将有关情况报告如下：",
    "一、主要举措和成效",
    "（一）健全制度体系，提升治理效能",
    "1.完善制度。制发文件6件，清理文件142件。",
    "2.加强审核。审核文件31件。",
    "（二）规范行政执法",
    "全年培训9期，评查案卷120份，第（三）项指标居全市第一、二位。",
    "二、存在的不足和原因",
    "一是执法力量薄弱，由于编制不足；二是普法形式单一。",
    "三、2026年工作安排",
    "2026年，我县将加强执法队伍建设，完善案卷评查。",
]


def outline(text: str) -> list[tuple[int, str, str]]:
    analysis = analyse(read_bytes(text.encode(), "report.txt"), load_pack().template)
    return [(node.rank, node.mark, node.title) for node in analysis.nodes]


def half_width(text: str) -> str:
    return text.translate(str.maketrans("，（）：；", ",():;"))


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("\n".join(LINES), id="lines"),
        pytest.param(half_width("\n".join(LINES)), id="half-width punctuation"),
        pytest.param("".join(LINES), id="one line"),
        pytest.param("　　".join(LINES), id="one line with wide spaces"),
        pytest.param("\n".join(f"★{line}◆" for line in LINES), id="noise"),
        pytest.param("\n".join(LINES).replace("（一）", "一）").replace("（二）", "二）"), id="lost brackets"),
    ],
)
def test_headings_are_found_in_every_form_of_the_text(text: str) -> None:
    found = [(rank, f"({mark}" if mark in ("一)", "二)") else mark, title) for rank, mark, title in outline(text)]
    assert found == CHAPTERS


def test_a_number_inside_a_sentence_is_no_heading() -> None:
    assert outline("青禾县在第一、二、三产业执法中，依照第（二）项和（一）类标准，增长3.5倍，居全市第1.") == []


def test_a_line_that_the_template_knows_is_a_heading_without_a_mark() -> None:
    text = (
        "雁滩镇2025年法治政府建设情况报告\n"
        + "雁滩镇全年调解纠纷九十六件，" * 6
        + "群众满意。\n存在的不足\n执法力量薄弱。"
    )
    assert outline(text) == [(1, "", "存在的不足")]


def test_numbers_that_repeat_or_jump_are_kept_for_the_checks_to_see() -> None:
    text = "一、主要成效\n已办结。\n二、存在不足\n薄弱。\n二、下一步安排\n加强。\n五、其他\n无。"
    assert [mark for _, mark, _ in outline(text)] == ["一、", "二、", "二、", "五、"]


def test_headings_that_the_format_declares_count_without_a_mark() -> None:
    text = (
        "# 雁滩镇2025年法治政府建设情况报告\n\n## 工作成效\n\n全年调解96件。\n\n"
        "### 规范执法\n\n办案12件。\n\n## 今后打算\n\n加强执法。\n"
    )
    analysis = analyse(read_bytes(text.encode(), "report.md"), load_pack().template)
    assert [(node.rank, node.title) for node in analysis.nodes] == [(1, "工作成效"), (2, "规范执法"), (1, "今后打算")]


PARTS = (
    "青禾县水利局2025年法治政府建设情况报告\n第一部分 工作情况\n一、规范执法\n全年办理案件12件，调解纠纷96件。\n"
    "二、制度建设\n制定文件3件，均已备案。\n第二部分 存在的问题\n"
    "一、执法力量薄弱\n持证人员大多是兼职，遇到复杂案件不会办。\n"
    "二、普法形式单一\n内容多年不变，群众不爱听。\n"
)


@pytest.mark.parametrize(
    "text",
    [
        PARTS,
        PARTS.replace("\n", " "),
        PARTS.replace("第一部分 ", "壹、").replace("第二部分 ", "贰、"),
        PARTS.replace("第一部分 ", "第一章　").replace("第二部分 ", "第二章　"),
    ],
    ids=["lines", "one line", "capitals", "chapters"],
)
def test_chapters_stand_below_the_parts_that_hold_them(text: str) -> None:
    document = read_bytes(text.encode(), "report.txt")
    nodes = analyse(document, load_pack().template).nodes
    assert [(node.title[:4], node.parent) for node in nodes] == [
        ("工作情况", -1),
        ("规范执法", 0),
        ("制度建设", 0),
        ("存在的问", -1),
        ("执法力量", 3),
        ("普法形式", 3),
    ]


def test_people_see_headings_as_they_are_written() -> None:
    analysis = analyse(read_bytes("\n".join(LINES).encode(), "report.txt"), load_pack().template)
    shown = [(heading.number, heading.title) for heading in analysis.headings()]
    assert shown[1] == ("（一）", "健全制度体系，提升治理效能")
    assert [title for _, title in shown][6] == "执法力量薄弱，由于编制不足"
    assert all(title == title.strip("。；，") for _, title in shown)
