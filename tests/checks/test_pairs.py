"""Brackets and quotation marks stand in pairs; each slip is pointed at once and leaves the others alone."""

from __future__ import annotations

import pytest

from checker.checks import pairs
from checker.model import State

from .build import analysis_of, rule_of


def lone(content: str) -> list[str]:
    """Return the message and the quotes; nothing where all is in pairs."""
    analysis = analysis_of(content)
    result = pairs.check(analysis, rule_of("pairs"))
    assert (result.state is State.FAIL) == bool(result.evidence)
    return [result.message.zh, *(item.quote for item in result.evidence)] if result.state is State.FAIL else []


@pytest.mark.parametrize(
    "content",
    [
        "印发《关于印发〈青禾县执法规范〉的通知》（青政办〔2025〕3号）。",
        "印发《关于印发《青禾县执法规范》的通知》(青政办[2025]3号)。",
        "推行“一窗受理、‘一网’通办”，办件31件。",
        "推行「一窗受理」和『一网通办』。",
        '推行"一窗受理"和“一网通办"。',
        "转发《关于规范行政执法\n工作的通知》。",
        "字体：【大\n中\n小】",
        "（一）培训\n分为1.甲；2.乙。",
        'It’s said, 购置55"屏幕2块。',
        "（一件事。两件事。）",
    ],
    ids=[
        "nested",
        "half width",
        "single",
        "corner",
        "straight",
        "two lines",
        "web page",
        "marks",
        "Latin",
        "sentences",
    ],
)
def test_pairs_are_right_in_every_width(content: str) -> None:
    assert lone(content) == []


@pytest.mark.parametrize(
    ("content", "told", "quote"),
    [
        ("推行1+4+N”机制，办件31件。", "“推行1+4+N”机制”里的 ” 没有前一半", "推行1+4+N”机制"),
        ("推行“1+4+N机制，办件31件。", "“推行“1+4+N机制”里的 “ 没有另一半", "推行“1+4+N机制"),
        ("印发执法规范》，培训9期。", "“印发执法规范》”里的 》 没有前一半", "印发执法规范》"),
        ("印发《执法规范。培训9期，印发手册。", "“印发《执法规范”里的 《 没有另一半", "印发《执法规范"),
        ("培训9期(860人次，评查120份。", "“培训9期(860人次”里的 ( 没有另一半", "培训9期(860人次"),
        ("青政办〔2025）3号文件。", "“青政办〔2025）3号文”里的 〔 没有另一半；", "青政办〔2025）3号文件"),
        ("开展“法治体检“活动。", "“开展“法治体检“活动”里的 “ 方向不对", "开展“法治体检“活动"),
        ("开展”法治体检“活动。", "“开展”法治体检“活动”里的 ” 方向不对", "开展”法治体检“活动"),
        ('推行"一窗受理，办件31件。', '“推行"一窗受理”里的直引号不成对', '推行"一窗受理'),
    ],
)
def test_the_lone_mark_is_pointed_at(content: str, told: str, quote: str) -> None:
    found = lone(content)
    assert quote in found[1:] or any(quote.startswith(each) for each in found[1:])
    if not told.endswith("；"):
        assert found == [f"括号、引号或书名号有 1 处不成对：{told}", quote]


def test_a_title_ends_with_its_sentence() -> None:
    found = lone("印发《执法规范。评查120份。印发《普法手册》，培训9期。")
    assert found[1:] == ["印发《执法规范"]


def test_one_slip_does_not_hide_or_make_another_in_one_long_line() -> None:
    found = lone("推行1+4+N”机制，开展“法治体检”，落实“三项制度”，推进“法律进企业。公布《目录》（第2版）。办件31件。")
    assert found[1:] == ["推行1+4+N”机制", "推进“法律进企业"]


def test_numbers_without_their_first_bracket_are_told_once() -> None:
    found = lone(
        "一、主要举措\n一)坚持领导,统筹推进\n培训9期。\n(二)规范执法\n三）化解纠纷\n调解31件：1)村级；2)镇级。"
    )
    assert found == [
        "序号缺前括号 4 处：一)、三）、1)、2)",
        "一)坚持领导",
        "三）化解纠纷",
        "1)村级",
        "2)镇级",
    ]


def test_noise_between_the_marks_changes_nothing() -> None:
    assert lone("推行“1+4◆★+N”机制★，印发《执■法规范》。") == []
    assert lone("推行1+4◆+N★”机制。")[1:] == ["推行1+4◆+N★”机制"]


def test_nothing_to_pair_is_right() -> None:
    result = pairs.check(analysis_of("全年培训9期。"), rule_of("pairs"))
    assert (result.state, result.message.zh) == (State.PASS, "括号、引号、书名号成对")


def test_a_text_of_nothing_but_marks_is_told_in_full_and_shown_in_part() -> None:
    result = pairs.check(analysis_of("甲" + "(" * 3000 + "乙" * 40 + "》" * 3000), rule_of("pairs"))
    assert (result.state, len(result.evidence)) == (State.FAIL, 20)
    assert "3000 处" in result.message.zh


def test_in_a_table_only_the_cell_is_shown() -> None:
    rows = (("城管局", "88", "推行“扫码入企“"), ("合计", "119", ""))
    table = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
    title = "<p>青禾县2025年法治政府建设情况报告</p>"
    analysis = analysis_of(f"<html><body>{title}<table>{table}</table></body></html>", path="draft.html")
    result = pairs.check(analysis, rule_of("pairs"))
    assert [item.quote for item in result.evidence] == ["推行“扫码入企“"]
    assert [(each.replacement) for each in result.corrections] == ["”"]
