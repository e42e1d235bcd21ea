"""Numbers with their units, as they stand in a report."""

from __future__ import annotations

import pytest

from checker.matching.fold import fold
from checker.matching.phrases import SearchText
from checker.structure.figures import Figure, clause_start, figures, sentences, spelled
from tests.structure.build import units

UNITS = units("人", "人次", "件", "起", "项", "个", "家", "份", "次", "批", "元", alike="件|起")


def read(text: str) -> tuple[Figure, ...]:
    return figures(SearchText(fold(text)), UNITS)


def told(text: str) -> list[tuple[float, str, bool]]:
    """Return value, unit and whether the number is exact."""
    return [(figure.value / 1_000_000, figure.unit, figure.exact) for figure in read(text)]


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("受理1234件", 1234, "件"),
        ("受理1,234件", 1234, "件"),
        ("受理１２３４件", 1234, "件"),
        ("受理1,234,567件", 1_234_567, "件"),
        ("下降12.5%", 12.5, "%"),
        ("下降１２．５％", 12.5, "%"),
        ("咨询3.2万人次", 32000, "人次"),
        ("投入1.5亿元", 150_000_000, "元"),
        ("新增1.47万亿元", 1_470_000_000_000, "元"),
        ("发放5千份", 5000, "份"),
        ("提高5个百分点", 5, "个百分点"),
        ("提高2百分点", 2, "个百分点"),
        ("共三十二起", 32, "起"),
        ("共一百零八件", 108, "件"),
        ("共一万五千二百人", 15200, "人"),
        ("占百分之五", 5, "%"),
        ("占百分之12.5", 12.5, "%"),
        ("来访两批", 2, "批"),
        ("案件数12件", 12, "件"),
    ],
)
def test_a_number_is_read_with_its_unit(text: str, value: float, unit: str) -> None:
    assert told(text) == [(value, unit, True)]


@pytest.mark.parametrize(
    "text",
    [
        "约30件",
        "近300万人次",
        "超5000家",
        "超过30件",
        "不少于20次",
        "30余件",
        "3万余人次",
        "20多万元",
        "10来个",
        "98%以上",
        "30件左右",
        "20次以内",
        "3-5件",
        "3至5件",
        "数十件",
        "数10件",
        "十余件",
        "上百人次",
        "几十家",
        "百余家",
    ],
)
def test_a_number_that_only_says_about_how_many_is_marked(text: str) -> None:
    assert [figure.exact for figure in read(text)] == [False]


def test_both_ends_of_a_range_are_marked() -> None:
    assert told("增长5%—5.5%") == [(5, "%", False), (5.5, "%", False)]


@pytest.mark.parametrize(
    "text",
    [
        "2025年12月31日",
        "第3次会议",
        "每3件抽查",
        "县政办〔2025〕32号",
        "《关于12件实事的通知》",
        "《三项制度》",
        "12345热线",
        "PM2.5浓度",
        "“12·4”国家宪法日",
        "4.15国家安全日",
        "千方百计",
        "推进A4纸",
        "15公顷",
        "1.2.3件",
    ],
)
def test_what_only_looks_like_a_number_of_things_is_left_out(text: str) -> None:
    assert told(text) == []


def test_a_bare_number_counts_where_a_list_goes_on() -> None:
    assert told("废止87、修改26、失效141") == [(87, "", True), (26, "", True), (141, "", True)]


def test_two_numbers_may_stand_side_by_side() -> None:
    assert told("接访12批30人次") == [(12, "批", True), (30, "人次", True)]


def test_a_number_with_spaces_inside_is_not_read_in_pieces() -> None:
    assert told("受理1 234件") == []


def test_the_longest_unit_counts_in_whatever_order_units_are_listed() -> None:
    assert told("培训300人次、80人") == [(300, "人次", True), (80, "人", True)]


def test_units_that_are_used_for_one_another_are_of_one_kind() -> None:
    cases, disputes, items = read("案件5件，纠纷6起，事项7项")
    assert (cases.kind == disputes.kind, cases.kind == items.kind) == (True, False)


def test_slack_is_half_of_the_last_digit_shown() -> None:
    assert [
        (figure.written, figure.slack, figure.scale, figure.decimals) for figure in read("3.2万件，12件，98.7%")
    ] == [
        ("3.2万", 500_000_000, 10_000, 1),
        ("12", 0, 1, 0),
        ("98.7", 50_000, 1, 1),
    ]


def test_a_figure_points_at_its_number_and_unit() -> None:
    text = fold("全年，共受理案件1,234件。")
    (figure,) = read(text)
    assert (text[figure.start : figure.end], text[clause_start(text, figure) : figure.start]) == (
        "1,234件",
        "共受理案件",
    )


@pytest.mark.parametrize(
    ("numeral", "value"),
    [
        ("五", 5),
        ("两", 2),
        ("十", 10),
        ("十二", 12),
        ("二十", 20),
        ("三百二十", 320),
        ("一百零八", 108),
        ("一千二百", 1200),
        ("一万五千", 15000),
        ("三亿二千万", 320_000_000),
        ("二〇二五", 2025),
        ("二十三百", None),
        ("一二十", None),
        ("", None),
    ],
)
def test_numbers_in_characters(numeral: str, value: int | None) -> None:
    assert spelled(numeral) == value


def test_sentences_hold_their_figures() -> None:
    text = fold("召开会议3次。没有数字。其中不算。调解5件；成功4件。\n检查7次")
    found = sentences(SearchText(text), UNITS)
    assert [(text[one.start : one.end], [figure.written for figure in one.figures]) for one in found] == [
        ("召开会议3次。", ["3"]),
        ("调解5件;成功4件。\n", ["5", "4"]),
        ("检查7次", ["7"]),
    ]


def test_a_sentence_goes_on_with_a_list_after_its_full_stop() -> None:
    text = fold("调解348起。其中，镇级91起。\n其中村级57起。\n立案3件，\n结案2件；\n移送1件")
    assert [len(one.figures) for one in sentences(SearchText(text), UNITS)] == [3, 3]
