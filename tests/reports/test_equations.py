"""Failed calculations as tables: which numbers, in which order, what the text claims instead."""

from dataclasses import replace

import pytest

from checker.model import Evidence, Outcome, Role, State
from checker.reports.equations import Equation, Row, equations
from checker.texts import Text

from .samples import CAUSES


def judged(why: str, *quotes: str, state: State = State.FAIL, language: str = "zh") -> Outcome:
    evidence, start = [], 0
    for quote in quotes:
        evidence.append(Evidence(quote, start, start + len(quote), 1, start + 1))
        start += len(quote) + 1
    return replace(CAUSES, state=state, why=Text(why, why), evidence=tuple(evidence))


def shown(found: list[Equation]) -> list[tuple[object, ...]]:
    return [
        (
            equation.calculation,
            [(row.words, row.number, row.unit, row.claimed) for row in equation.rows],
            equation.total,
            equation.difference,
        )
        for equation in found
    ]


@pytest.mark.parametrize(
    ("outcome", "tables"),
    [
        (
            judged("核对分项与合计：6+5+2=13", "立案查处19件", "其中违法建设6件", "占道经营5件", "其他2件"),
            [
                (
                    "6+5+2=13",
                    [
                        ("立案查处", "19", "件", True),
                        ("其中违法建设", "6", "件", False),
                        ("占道经营", "5", "件", False),
                        ("其他", "2", "件", False),
                    ],
                    "13",
                    "+6",
                )
            ],
        ),
        (
            judged("compares parts and their totals: 52+164=216", "共1,226件", "镇级52件", "村级164件"),
            [
                (
                    "52+164=216",
                    [("共", "1,226", "件", True), ("镇级", "52", "件", False), ("村级", "164", "件", False)],
                    "216",
                    "+1010",
                )
            ],
        ),
        (
            judged("核对比率与其两个数：252÷265=95.1%", "受理265件", "办结252件", "办结率97.1%"),
            [
                (
                    "252÷265=95.1%",
                    [("受理", "265", "件", False), ("办结", "252", "件", False), ("办结率", "97.1", "%", True)],
                    None,
                    None,
                )
            ],
        ),
        (
            judged("核对同一指标的前后数字：38≠41", "复议案件38件", "复议案件41件"),
            [("38≠41", [("复议案件", "38", "件", False), ("复议案件", "41", "件", False)], None, None)],
        ),
        (
            judged("核对分项与合计：1.2万+0.5万=1.7万", "共1.9万件", "甲1.2万件", "乙0.5万件"),
            [
                (
                    "1.2万+0.5万=1.7万",
                    [("共", "1.9万", "件", True), ("甲", "1.2万", "件", False), ("乙", "0.5万", "件", False)],
                    None,
                    None,
                )
            ],
        ),
        (
            judged("核对部分与整体：43>34", "处罚案件34件", "其中一般程序43件"),
            [("43>34", [("处罚案件", "34", "件", False), ("其中一般程序", "43", "件", False)], None, None)],
        ),
    ],
)
def test_the_numbers_stand_in_the_order_of_the_text(outcome: Outcome, tables: list[tuple[object, ...]]) -> None:
    assert shown(equations(outcome, "zh")) == tables


def test_each_of_several_calculations_takes_its_own_numbers() -> None:
    outcome = judged(
        "核对分项与合计：20+3=23；8+6=14", "共36件", "维持20件", "撤销3件", "查处19件", "违建8件", "占道6件"
    )
    assert shown(equations(outcome, "zh")) == [
        ("20+3=23", [("共", "36", "件", True), ("维持", "20", "件", False), ("撤销", "3", "件", False)], "23", "+13"),
        ("8+6=14", [("查处", "19", "件", True), ("违建", "8", "件", False), ("占道", "6", "件", False)], "14", "+5"),
    ]


def test_each_row_knows_its_evidence() -> None:
    outcome = judged("核对：1+2=3", "共4件", "甲1件", "乙2件")
    (equation,) = equations(outcome, "zh")
    assert [row.evidence for row in equation.rows] == list(outcome.evidence)
    assert isinstance(equation.rows[0], Row)


@pytest.mark.parametrize(
    "outcome",
    [
        judged("核对：1+2=3", "共4件", "甲1件", "乙2件", state=State.PASS),
        judged("标题“一、主要举措”下有 3 处", "共4件"),
        judged("期限：<2025-03-01", "2025年3月2日"),
        judged("核对：1+2=3", "没有数字"),
        judged("核对：1+2=3", "共七件", "五件"),
        judged("", "共4件"),
        judged("核对：1+2=3"),
    ],
)
def test_what_is_no_failed_calculation_gives_no_table(outcome: Outcome) -> None:
    assert equations(outcome, "zh") == []


def test_near_misses_are_no_numbers_of_the_calculation() -> None:
    outcome = judged("核对：1+2=3", "甲1件", "乙2件")
    near = tuple(replace(item, role=Role.NEAR_MISS) for item in outcome.evidence)
    assert equations(replace(outcome, evidence=near), "zh") == []
