"""The HTML page: every link has its target, marks stand where the evidence is, the page cannot run anything."""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import replace
from typing import Any

import pytest

from checker.model import Block, BlockKind, Evidence, Outcome, Report, Severity, Span, State, VerdictCode
from checker.reports.html import render
from checker.texts import Text

from .page import Page
from .samples import BLOCKED, CAUSES, COPIED, DOCUMENT, FIGURES, LINES, OTHER, READY, UNREADABLE, blocks


def page(*results: Any, language: Any = "zh", **options: Any) -> Page:
    return Page(render(results, language, **options))


def source_of(made: Page) -> list[str]:
    """Return the lines of the document's text."""
    lines = made.lines
    return lines[lines.index("必须 建议 提示 最接近的文字") + 1 : lines.index("读到的内容")]


def found(*evidence: Evidence, base: Outcome = FIGURES) -> Outcome:
    return replace(base, evidence=evidence)


def about(text: str, *outcomes: Outcome, made: tuple[Block, ...] | None = None, **changes: Any) -> Report:
    document = replace(DOCUMENT, text=text, blocks=blocks(text) if made is None else made, **changes)
    profile = replace(BLOCKED.profile, title=None, issuer=None, report_year=None, dates=())
    return replace(BLOCKED, document=document, profile=profile, outline=(), outcomes=outcomes, notes=())


def at(text: str, words: str, start: int = 0) -> Evidence:
    start = text.index(words, start)
    return Evidence(words, start, start + len(words), 1, start + 1)


# --- links


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize(
    "results", [[BLOCKED], [READY], [OTHER], [UNREADABLE], [], [BLOCKED, READY, OTHER, UNREADABLE]]
)
def test_every_link_leads_to_a_place_on_the_page_and_every_place_is_there_once(results: Any, language: Any) -> None:
    made = page(*results, language=language)
    assert len(made.ids) == len(set(made.ids))
    assert {link.removeprefix("#") for link in made.links} <= set(made.ids)
    assert all(link.startswith("#") for link in made.links)


def test_findings_and_their_marks_lead_to_one_another() -> None:
    made = page(BLOCKED)
    assert made.marked == {
        "d1-p-issuer": "云溪县人民政府",
        "d1-p-year": "2023",
        "d1-m2-0": "38件",
        "d1-m3-0": "基层执法力量不强，部分干部学法不够。",
        "d1-m1-0": "并把第一责任人履职情况列入年度考核",
        "d1-p-date0": "2024年2月8日",
    }
    assert {"#d1-m1-0", "#d1-m2-0", "#d1-m3-0", "#d1-m4-0", "#d1-f1", "#d1-f2", "#d1-f3", "#d1-f4"} <= set(made.links)


def test_evidence_that_stands_in_no_block_is_quoted_but_not_linked() -> None:
    text = "首页\n一、甲\n乙"
    made = page(about(text, found(at(text, "首页")), made=blocks(text)[1:]))
    assert "首页" in made.lines
    assert [link for link in made.links if "-m1-" in link] == []


# --- the text


@pytest.mark.parametrize(
    ("text", "words", "shown", "marked"),
    [
        ("甲乙丙丁", ["乙丙"], "甲 乙丙1丁", {"d1-m1-0": "乙丙"}),
        ("甲乙丙丁", ["甲乙丙", "乙丙丁"], "甲 乙丙丁1", {"d1-m1-0": "甲", "d1-m1-1": "乙丙"}),
        ("甲乙丙丁", ["甲乙丙丁", "乙丙"], "甲 乙丙丁1", {"d1-m1-0": "甲", "d1-m1-1": "乙丙"}),
        ("甲，乙，丙", ["甲", "乙", "丙"], "甲，乙，丙1", {"d1-m1-0": "甲", "d1-m1-1": "乙", "d1-m1-2": "丙"}),
        ("甲。这里隔开很远。乙", ["甲", "乙"], "甲1。这里隔开很远。乙1", {"d1-m1-0": "甲", "d1-m1-1": "乙"}),
    ],
)
def test_marks_may_overlap_and_a_number_ends_each_group(
    text: str, words: list[str], shown: str, marked: dict[str, str]
) -> None:
    made = page(about(text, found(*(at(text, each) for each in words))))
    assert [line.replace(" ", "") for line in source_of(made)] == [shown.replace(" ", "")]
    assert made.marked == marked


def test_the_gravest_of_several_findings_is_drawn() -> None:
    text = "甲乙丙"
    must = found(at(text, "乙"), base=CAUSES)
    made = page(about(text, found(at(text, "甲乙丙")), must))
    looks = [attributes["class"] for tag, attributes in made.tags if tag == "mark" and "id" in attributes]
    assert (made.marked, looks) == ({"d1-m1-0": "甲", "d1-m2-0": "乙"}, ["should", "must"])


def test_a_mark_over_several_paragraphs_begins_in_one_and_ends_in_another() -> None:
    text = "甲乙\n丙\n丁戊"
    made = page(about(text, found(Evidence("乙\n丙\n丁", 1, 6, 1, 2))))
    assert [line.replace(" ", "") for line in source_of(made)] == ["甲乙", "丙", "丁1戊"]
    assert made.marked == {"d1-m1-0": "乙"}


def test_a_mark_that_begins_between_paragraphs_begins_with_the_next() -> None:
    text = "甲\n乙"
    assert page(about(text, found(Evidence("\n乙", 1, 3, 1, 2)))).marked == {"d1-m1-0": "乙"}


def test_tables_are_tables_and_their_cells_are_marked() -> None:
    text = "指标\t本年\n案件\t38\n\t人次"
    made = page(about(text, found(at(text, "38\n\t人次")), made=(Block(BlockKind.TABLE, 0, len(text), 1),)))
    assert [line.replace(" ", "") for line in source_of(made)] == ["指标本年", "案件38", "人次1"]
    assert [tag for tag, _ in made.tags].count("td") >= 6
    assert made.marked == {"d1-m1-0": "38"}
    assert "3 行 2 列：指标 | 本年 第1行" in made.lines


def test_every_row_of_a_table_is_as_long_as_the_longest() -> None:
    text = "案件\n新收\t办结\t备注"
    made = page(about(text, made=(Block(BlockKind.TABLE, 0, len(text), 1),)))
    assert [tag for tag, _ in made.tags].count("td") >= 6


def test_lines_inside_a_paragraph_stay_lines() -> None:
    text = "甲\n乙"
    made = page(about(text, made=(Block(BlockKind.PARAGRAPH, 0, 3, 1),)))
    assert ("br", {}) in made.tags


def test_furniture_is_counted_and_not_shown() -> None:
    text = "首页\n正文在此"
    made = page(about(text, made=blocks(text)[1:], furniture=(Span(0, 2),)))
    assert source_of(made) == ["正文在此"]
    assert "略去与正文无关的内容 1 处（导航、按钮等）" in made.lines


def test_pages_that_could_not_be_read_are_told() -> None:
    made = page(about("甲", unread_pages=(2, 5)))
    assert "未能读出的页：2、5" in made.lines


def test_headings_of_the_outline_are_places_to_jump_to() -> None:
    made = page(BLOCKED)
    assert [identity for identity in made.ids if identity.startswith("d1-h")] == ["d1-h0", "d1-h1", "d1-h2", "d1-h3"]
    looks = [attributes.get("class") for tag, attributes in made.tags if tag == "p"]
    assert looks.count("head level1") == 3
    assert "title" in looks


# --- findings


def test_quotes_that_stand_close_together_are_one_excerpt() -> None:
    text = "前言。" + "共226件，其中镇级52件、村级164件。" + "完" * 60 + "又有9件。"
    made = page(about(text, found(*(at(text, each) for each in ("共226件", "其中镇级52件", "村级164件", "又有9件")))))
    first = "前言。共226件，其中镇级52件、村级164件。"
    assert next(line for line in made.lines if line.startswith(first)) == f"{first}{'完' * 27}…"
    assert f"…{'完' * 28}又有9件。" in made.lines


def test_the_same_words_are_quoted_once() -> None:
    made = page(about("甲乙丙", found(at("甲乙丙", "乙"), at("甲乙丙", "乙"), at("甲乙丙", "乙"))))
    assert made.lines.count("甲乙丙") == 1


def test_what_stands_in_many_places_is_quoted_a_few_times_and_then_linked() -> None:
    text = "\n".join(f"第{number}处甲" for number in range(1, 8))
    evidence = [at(text, "甲", text.index(f"第{number}处")) for number in range(1, 8)]
    made = page(about(text, found(*evidence)))
    further = next(line for line in made.lines if line.startswith("另有"))
    assert further.startswith("另有 3 处： 第1行")
    assert {f"#d1-m1-{index}" for index in range(7)} <= set(made.links)


def test_a_long_quote_is_cut_in_its_middle() -> None:
    text = "始" + "中" * 500 + "终"
    made = page(about(text, found(at(text, text))))
    (line,) = [line for line in made.lines if "……" in line]
    assert (line[0], line[-1]) == ("始", "终")
    assert len(line) < 260


def test_what_could_not_be_told_shows_its_reasons_unfolded() -> None:
    def is_open(state: State) -> bool:
        made = page(replace(BLOCKED, outcomes=(replace(CAUSES, state=state),)))
        return any(tag == "details" and "open" in attributes for tag, attributes in made.tags)

    assert (is_open(State.CANNOT_TELL), is_open(State.FAIL)) == (True, False)


def test_a_failed_calculation_is_a_table_whose_numbers_are_linked() -> None:
    text = "全年立案19件，其中违建8件、占道6件。"
    evidence = [at(text, each) for each in ("全年立案19件", "其中违建8件", "占道6件")]
    outcome = replace(found(*evidence, base=CAUSES), why=Text("核对分项与合计：8+6=14", ""))
    made = page(about(text, outcome))
    start = made.lines.index("不相符的数")
    assert made.lines[start : start + 6] == [
        "不相符的数",
        "其中违建 8 件 看原文",
        "占道 6 件 看原文",
        "相加得 14",
        "文中写 全年立案 19 件 看原文",
        "相差 +5",
    ]


def test_findings_stand_in_document_order_under_their_chapters_and_what_is_missing_first() -> None:
    made = page(BLOCKED)
    heads = ("应有而没有找到 1", "一、主要举措和成效 1", "二、存在的不足 1")
    numbers = ("1 必须 · 不满足", "2 建议 · 部分满足", "3 必须 · 不满足")
    places = [made.lines.index(each) for pair in zip(heads, numbers, strict=True) for each in pair]
    assert places == sorted(places)


def test_a_report_in_order_says_so() -> None:
    made = page(READY)
    assert "没有需要处理的问题。" in made.lines
    assert not any("须人工确认" in line for line in made.lines if line.startswith("须人工"))


def test_remarks_have_numbers_of_their_own_behind_the_findings() -> None:
    made = page(replace(BLOCKED, outcomes=(CAUSES, COPIED)))
    assert [line for line in made.lines if re.match(r"\d (必须 ·|建议 ·|提示)", line)] == ["1 必须 · 不满足", "2 提示"]


# --- the page


def test_the_verdict_is_told_by_word_drawing_and_colour() -> None:
    drawn = set()
    for code in VerdictCode:
        made = page(replace(READY, verdict=replace(READY.verdict, code=code)))
        drawn.add(next(attributes["href"] for tag, attributes in made.tags if tag == "use"))
        assert any("v-" + code in (attributes.get("class") or "") for tag, attributes in made.tags if tag == "article")
    assert len(drawn) == len(VerdictCode)


def test_bars_are_as_long_as_the_coverage() -> None:
    made = page(BLOCKED)
    bars = [attributes for tag, attributes in made.tags if tag == "rect" and attributes.get("class") != "track"]
    assert [(bar["width"], bar["class"]) for bar in bars] == [
        ("87.5", "good"),
        ("0", "poor"),
        ("0", "poor"),
        ("100", "good"),
    ]


def test_several_files_begin_with_a_table_and_a_single_one_only_where_several_were_asked_for() -> None:
    made = page(BLOCKED, UNREADABLE, OTHER)
    assert made.lines[:2] == ["校核报告汇总", "共 3 份 不可报送 1 不是年度报告 1 无法判定 1"]
    assert made.links[:3] == ["#d1", "#d2", "#d3"]
    assert page(BLOCKED).lines[0] == "校核报告"
    assert page(BLOCKED, several=True).lines[0] == "校核报告汇总"


def test_a_file_that_could_not_be_read_says_why_and_what_to_do() -> None:
    made = page(UNREADABLE)
    assert made.lines[:5] == [
        "校核报告",
        "drafts/broken.docx",
        "无法判定",
        "文件已损坏，无法打开",
        "请在 WPS 或 Word 中另存后重试",
    ]


def test_of_what_is_no_report_nothing_is_judged_but_its_text_is_shown() -> None:
    made = page(OTHER)
    assert "须处理的问题" not in made.lines
    assert "要求覆盖" not in made.lines
    assert LINES[4] in made.lines


def test_english_on_request() -> None:
    made = page(BLOCKED, language="en")
    assert made.tags[0] == ("html", {"lang": "en"})
    assert {"BLOCKED", "Coverage", "Findings", "Missing 1", "The text", "What was not checked"} <= set(made.lines)
    assert page(BLOCKED).tags[0] == ("html", {"lang": "zh-CN"})


def test_the_policy_lets_the_page_run_and_load_nothing_but_its_own_style() -> None:
    source = render([BLOCKED], "zh")
    (sheet,) = re.findall(r"<style>(.*?)</style>", source, re.DOTALL)
    digest = base64.b64encode(hashlib.sha256(sheet.encode()).digest()).decode()
    policy = next(
        attributes["content"] for tag, attributes in Page(source).tags if "http-equiv" in attributes and tag == "meta"
    )
    assert policy == f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    assert "url(" not in sheet
    assert "@import" not in sheet


def test_no_element_or_attribute_runs_or_loads_anything() -> None:
    made = page(BLOCKED, READY, OTHER, UNREADABLE)
    names = {name for _, attributes in made.tags for name in attributes}
    assert {name for name in names if name.startswith("on") or name in ("style", "src")} == set()
    assert {tag for tag, _ in made.tags} & {
        "script",
        "img",
        "iframe",
        "object",
        "embed",
        "form",
        "link",
        "base",
    } == set()


def test_severities_are_known_to_the_style() -> None:
    (sheet,) = re.findall(r"<style>(.*?)</style>", render([BLOCKED], "zh"), re.DOTALL)
    for severity in Severity:
        assert f"mark.{severity}" in sheet


def test_findings_of_the_baseline_are_marked() -> None:
    made = page(replace(BLOCKED, outcomes=(replace(CAUSES, known=True),)))
    assert "不足的原因" in made.lines
    assert any("基线中已有" in line for line in made.lines)
    assert not any("基线中已有" in line for line in page(BLOCKED).lines)


def test_waived_findings_say_why_they_were_waived() -> None:
    waived = replace(CAUSES, state=State.WAIVED, why=Text("已豁免：经局务会同意（张某，至 2026-03-31 止）", ""))
    made = page(replace(BLOCKED, outcomes=(waived,)))
    start = made.lines.index("已豁免的问题")
    assert made.lines[start + 1 : start + 3] == ["不足的原因 D-CAUSE", "已豁免：经局务会同意（张某，至 2026-03-31 止）"]


def test_questions_are_counted_as_the_verdict_counts_them_and_information_comes_last() -> None:
    asked = replace(CAUSES, state=State.MANUAL, name=Text("问", ""))
    aside = replace(asked, severity=Severity.INFO, name=Text("附带", ""))
    made = page(replace(READY, outcomes=(aside, asked)))
    assert any("1 须人工确认" in line for line in made.lines)
    start = made.lines.index("须人工确认")
    assert [line for line in made.lines[start + 1 : start + 5] if "D-CAUSE" in line] == [
        "问 D-CAUSE 是 否",
        "附带 D-CAUSE 是 否",
    ]
    assert "写了不足，没有写原因。 提示" in made.lines
    assert not any("须人工确认" in line for line in page(replace(READY, outcomes=(aside,))).lines[:10])
