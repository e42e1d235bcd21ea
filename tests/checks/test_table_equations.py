"""The numbers of a table agree; where they do not, the calculation is shown and the likeliest cell named."""

from __future__ import annotations

from typing import Any

import pytest

from checker.checks import table_equations
from checker.model import State
from tests.checks.build import analysis_of, quotes, rule_of

WORDS = {
    "applications": ["申请人"],
    "new": ["新收"],
    "carried": ["上年结转"],
    "leaves": ["办理结果/(予以|部分|不予)公开"],
    "closed": ["办理结果/总计"],
    "left_over": ["结转下年"],
    "groups": ["自然人|企业|其他"],
    "sum": ["总计$"],
    "people": ["自然人"],
    "one": ["^甲$"],
    "two": ["^乙$"],
    "nobody": ["没有这一行"],
}
TITLE = "雁滩镇2025年法治政府建设情况报告\n全年办理申请。\n"
TABLE = (
    "申请人\t\t自然人\t企业\t其他\t总计\n"
    "新收\t\t50\t10\t-\t60\n"
    "上年结转\t\t5\t1\t\t6\n"
    "办理结果\t予以公开\t30\t6\t0\t36\n"
    "\t部分公开\t10\t2\t0\t12\n"
    "\t不予公开\t8\t2\t0\t10\n"
    "\t总计\t48\t10\t0\t58\n"
    "结转下年\t\t7\t1\t0\t8\n"
)


def equation(name: str, left: list[str], relation: str, right: list[str] | None = None, **more: Any) -> dict[str, Any]:
    found = {"name": {"zh": name, "en": name}, "over": "columns", "left": left, "relation": relation, **more}
    return found if right is None else {**found, "right": right}


FLOW = equation("收办平衡", ["new", "carried"], "equal", ["closed", "left_over"])
RESULTS = equation("办理结果合计", ["closed"], "equal", ["leaves"])
ROWS = equation("横向合计", ["sum"], "equal", ["groups"], over="rows")


def result_of(table: str, *equations: dict[str, Any]) -> Any:
    rule = rule_of("table_equations", "申请表", table=["applications"], equations=list(equations))
    return table_equations.check(analysis_of(TITLE + table, WORDS), rule)


def test_a_table_that_adds_up_passes() -> None:
    result = result_of(TABLE, FLOW, RESULTS, ROWS)
    assert (result.state, result.message.zh, result.evidence) == (State.PASS, "15 处勾稽关系都成立", ())


def test_a_sum_that_is_wrong_is_shown_with_its_calculation() -> None:
    result = result_of(TABLE.replace("\t7\t1\t0\t8", "\t6\t1\t0\t8"), FLOW)
    assert (result.state, result.message.zh) == (State.FAIL, "4 处勾稽关系有 1 处不成立：收办平衡（自然人）")
    assert result.why.zh == "收办平衡（自然人）：50+5 = 48+6"
    assert quotes(result.evidence) == [("match", "50"), ("match", "5"), ("match", "48"), ("match", "6")]


@pytest.mark.parametrize(
    ("right", "wrong", "place"),
    [
        ("\t30\t6\t0\t36", "\t20\t6\t0\t36", "办理结果/予以公开 × 自然人（20）"),
        ("\t48\t10\t0\t58", "\t48\t12\t0\t58", "办理结果/总计 × 企业（12）"),
        ("\t50\t10\t-\t60", "\t50\t10\t-\t66", "新收 × 总计（66）"),
    ],
)
def test_the_cell_that_the_failing_equations_share_is_named(right: str, wrong: str, place: str) -> None:
    result = result_of(TABLE.replace(right, wrong), FLOW, RESULTS, ROWS)
    assert result.message.zh.endswith(f"；最先核对：{place}")
    assert result.evidence[0].quote == place[:-1].rpartition("（")[2]


def test_no_cell_is_named_where_one_equation_alone_fails() -> None:
    assert "最先核对" not in result_of(TABLE.replace("\t50\t10\t-\t60", "\t51\t10\t-\t60"), FLOW).message.zh


def test_an_equation_may_be_tried_in_some_columns_only() -> None:
    broken = TABLE.replace("\t7\t1\t0\t8", "\t7\t2\t0\t8")
    assert result_of(broken, FLOW).state is State.FAIL
    assert result_of(broken, {**FLOW, "among": "people"}).state is State.PASS


def test_words_in_a_cell_leave_its_equations_open() -> None:
    result = result_of(TABLE.replace("\t7\t1\t0\t8", "\t待补\t1\t0\t8"), FLOW)
    assert (result.state, result.message.zh) == (
        State.CANNOT_TELL,
        "表格缺行缺列或有文字，无法核对：收办平衡（自然人）",
    )


def test_a_row_that_is_not_there_leaves_the_equation_open() -> None:
    result = result_of(TABLE, RESULTS, equation("缺行", ["nobody"], "equal", ["closed"]))
    assert (result.state, result.message.zh) == (State.CANNOT_TELL, "表格缺行缺列或有文字，无法核对：缺行")


def test_a_failure_is_told_even_where_something_else_is_open() -> None:
    broken = TABLE.replace("\t7\t1\t0\t8", "\t待补\t2\t0\t8")
    assert result_of(broken, FLOW).state is State.FAIL


def test_a_table_that_is_not_there_is_left_to_its_own_rule() -> None:
    assert result_of("项目\t件数\n立案\t5\n结案\t5\n", FLOW).state is State.NOT_APPLICABLE


@pytest.mark.parametrize(
    ("relation", "one", "two", "holds"),
    [
        ("equal", "5", "5", True),
        ("equal", "5", "6", False),
        ("at_most", "5", "5", True),
        ("at_most", "6", "5", False),
        ("at_least", "5", "5", True),
        ("at_least", "4", "5", False),
        ("implies", "0", "0", True),
        ("implies", "-", "", True),
        ("implies", "3", "1", True),
        ("implies", "3", "0", False),
        ("not_negative", "0", "0", True),
        ("not_negative", "-1", "0", False),
    ],
)
def test_relations_between_two_cells(relation: str, one: str, two: str, holds: bool) -> None:
    right = None if relation == "not_negative" else ["two"]
    result = result_of(f"申请人\t件数\n甲\t{one}\n乙\t{two}\n丙\t9\n", equation("关系", ["one"], relation, right))
    assert result.state is (State.PASS if holds else State.FAIL)


@pytest.mark.parametrize(
    ("relation", "total", "holds"),
    [
        ("between", "3", True),
        ("between", "9", False),
        ("lowest", "2", True),
        ("lowest", "3", False),
        ("highest", "6", True),
        ("highest", "5", False),
        ("not_average", "4", False),
        ("not_average", "5", True),
    ],
)
def test_relations_to_several_cells(relation: str, total: str, holds: bool) -> None:
    table = f"申请人\t自然人\t企业\t其他\t总计\n新收\t2\t4\t6\t{total}\n其余\t1\t1\t1\t1\n"
    rule = equation("关系", ["sum"], relation, ["groups"], over="rows", among="new")
    assert result_of(table, rule).state is (State.PASS if holds else State.FAIL)


def test_equal_parts_have_themselves_for_an_average() -> None:
    table = "申请人\t自然人\t企业\t其他\t总计\n新收\t2\t2\t2\t2\n其余\t1\t1\t1\t1\n"
    assert result_of(table, equation("关系", ["sum"], "not_average", ["groups"], over="rows")).state is State.PASS


def test_a_tolerance_forgives_rounding() -> None:
    table = "申请人\t金额\n甲\t10.1\n乙\t10.15\n"
    assert result_of(table, equation("金额", ["one"], "equal", ["two"])).state is State.FAIL
    assert result_of(table, equation("金额", ["one"], "equal", ["two"], tolerance=0.1)).state is State.PASS


def test_empty_cells_beside_each_other_are_told_apart() -> None:
    table = "申请人\t自然人\t企业\t其他\t总计\n新收\t2\t\t\t3\n其余\t1\t1\t1\t3\n"
    result = result_of(table, ROWS)
    assert result.why.zh == "横向合计（新收）：3 = 2+0+0"
