"""A table is found by its words and has what it must have."""

from __future__ import annotations

from typing import Any

from checker.checks import table_shape
from checker.model import State
from tests.checks.build import analysis_of, quotes, rule_of

WORDS = {"applications": ["申请人"], "new": ["新收"], "closed": ["办结"], "people": ["自然人"], "total": ["总计$"]}
TITLE = "雁滩镇2025年法治政府建设情况报告\n全年办理申请6件。\n"
TABLE = "申请人\t自然人\t总计\n新收\t5\t6\n办结\t5\t-\n"


def part(name: str, concept: str) -> dict[str, Any]:
    return {"name": {"zh": name, "en": name}, "concept": concept}


def result_of(written: str, **parameters: Any) -> Any:
    rule = rule_of("table_shape", "申请办理情况表", **{"table": ["applications"], **parameters})
    return table_shape.check(analysis_of(TITLE + written, WORDS), rule)


def test_a_complete_table_passes() -> None:
    result = result_of(TABLE, rows=[part("新收", "new"), part("办结", "closed")], columns=[part("总计", "total")])
    assert (result.state, result.message.zh) == (State.PASS, "表格齐全：2 行 2 列")


def test_what_is_missing_is_named() -> None:
    table = "申请人\t自然人\n新收\t5\n退回\t1\n"
    result = result_of(table, rows=[part("新收", "new"), part("办结", "closed")], columns=[part("总计", "total")])
    assert (result.state, result.message.zh) == (State.FAIL, "表格缺少：办结、总计")
    assert quotes(result.evidence) == [("match", table.rstrip("\n"))]


def test_a_table_that_is_not_there_is_a_failure() -> None:
    result = result_of("项目\t件数\n立案\t5\n结案\t5\n")
    assert (result.state, result.message.zh, result.evidence) == (
        State.FAIL,
        "没有找到表格：申请办理情况表",
        (),
    )


def test_of_several_tables_the_one_with_all_the_words_is_taken() -> None:
    other = "申请人\t件数\n来信\t5\n来电\t5\n中间一行。\n"
    assert result_of(other + TABLE, table=["applications", "people"], rows=[part("办结", "closed")]).state is State.PASS
    assert result_of(other + TABLE, rows=[part("办结", "closed")]).state is State.FAIL


def test_cells_may_have_to_hold_numbers() -> None:
    result = result_of(TABLE.replace("6", "待补"), figures=True)
    assert (result.state, result.message.zh) == (State.FAIL, "表格中有 1 处应填数字而没有填数字")
    assert quotes(result.evidence) == [("match", "待补")]
    assert result_of(TABLE, figures=True).state is State.PASS
