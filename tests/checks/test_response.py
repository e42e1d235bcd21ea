"""Each shortcoming has a measure that speaks of the same thing; where that cannot be told, nobody is accused."""

from __future__ import annotations

from typing import Any

import pytest

from checker.checks import response
from checker.model import State
from tests.checks.build import analysis_of, quotes, rule_of

WORDS = {
    "stock": ["加强|完善|工作|不足|不够|薄弱|单一|问题|全面|推进"],
    "staff": ["力量|队伍|编制"],
    "terms": ["合同审查"],
}
TITLE = "青禾县2025年法治政府建设情况报告\n"


def result_of(shortcomings: str, plan: str, **parameters: Any) -> Any:
    content = f"{TITLE}一、存在的不足\n{shortcomings}\n二、主要安排\n{plan}\n"
    rule = rule_of("response", **{"shortcomings": "shortcomings", "measures": "plan", "generic": "stock", **parameters})
    return response.check(analysis_of(content, WORDS), rule)


CONTRACTS, DATA = "一是村级合同审查不够，有的先签后审。", "二是执法数据共享不够，重复录入多。"


def test_a_shortcoming_is_answered_in_the_same_words() -> None:
    result = result_of(CONTRACTS + DATA, "一是加强合同审核。二是推进系统数据对接。")
    assert (result.state, result.message.zh, result.evidence) == (
        State.PASS,
        "不足写了 2 条，在安排里都有对应",
        (),
    )


def test_the_shortcomings_without_an_answer_are_pointed_at() -> None:
    result = result_of(CONTRACTS + DATA, "一是加强合同审核。二是开展宪法宣传周活动。")
    assert (result.state, result.message.zh) == (
        State.PARTIAL,
        "不足写了 2 条，其中 1 条在安排里没有看到对应的措施",
    )
    assert quotes(result.evidence) == [("match", "二是执法数据共享不够，重复录入多。")]


def test_none_answered_is_a_failure() -> None:
    assert result_of(CONTRACTS + DATA, "开展宪法宣传周活动，推进文化广场建设。").state is State.FAIL


def test_stock_phrases_answer_nothing() -> None:
    plan = "全面加强各项工作，完善工作，推进工作。"
    assert result_of("一是全面推进内部审计不够，薄弱问题多。", plan).state is State.FAIL
    assert result_of("一是全面推进内部审计不够，薄弱问题多。", plan, generic="staff").state is State.PASS


def test_a_theme_bridges_different_words() -> None:
    shortcoming, plan = "一是基层执行力量薄弱，年龄偏大。", "配齐专职队伍，开展岗位练兵。"
    assert result_of(shortcoming, plan).state is State.FAIL
    assert result_of(shortcoming, plan, themes=["staff"]).state is State.PASS


def test_a_theme_that_only_the_cause_names_bridges_nothing() -> None:
    shortcoming = "一是数据录入重复不够便捷。原因是技术队伍缺人。"
    assert result_of(shortcoming, "配齐调解队伍，开展岗位练兵。", themes=["staff"]).state is State.FAIL


def test_the_whole_text_of_a_shortcoming_may_be_answered() -> None:
    shortcoming = "一是形式较为单一。青年群众参与偏少，短视频产品缺乏，传播不足。"
    assert result_of(shortcoming, "开展短视频创作，吸引青年群众参与。").state is State.PASS
    assert result_of(shortcoming, "开展岗位练兵，吸引青年。").state is State.FAIL


def test_a_shortcoming_too_short_to_tell_is_left_alone() -> None:
    assert result_of("一是效能不足。", "开展宪法宣传周活动。").state is State.PASS


def test_headings_of_the_plan_count() -> None:
    assert result_of(CONTRACTS, "（一）加强合同管理。\n开展培训，落实责任。").state is State.PASS


@pytest.mark.parametrize(
    ("content", "absent"),
    [
        (f"{TITLE}一、存在的不足\n一是执法力量薄弱。\n", "安排"),
        (f"{TITLE}一、主要安排\n加强队伍建设。\n", "不足"),
    ],
)
def test_without_both_parts_it_does_not_apply(content: str, absent: str) -> None:
    rule = rule_of("response", shortcomings="shortcomings", measures="plan")
    result = response.check(analysis_of(content, WORDS), rule)
    assert (result.state, result.message.zh) == (State.NOT_APPLICABLE, f"没有找到{absent}，无从对应")


@pytest.mark.parametrize("change", [str.strip, lambda text: text.replace("\n", "")], ids=["lines", "one line"])
def test_copied_texts_are_read_alike(change: Any) -> None:
    content = f"{TITLE}一、存在的不足\n{CONTRACTS}{DATA}\n二、主要安排\n一是加强合同审核。二是开展宪法宣传周活动。\n"
    rule = rule_of("response", shortcomings="shortcomings", measures="plan", generic="stock")
    result = response.check(analysis_of(change(content), WORDS), rule)
    assert quotes(result.evidence) == [("match", "二是执法数据共享不够，重复录入多。")]


def test_words_are_stricter_than_pairs_of_characters() -> None:
    # 山林权属 and 森林权益 share the pair 林权, which is no word.
    shortcoming, plan = "一是山林权属争议调处不够。", "开展森林权益培训。"
    assert result_of(shortcoming, plan).state is State.PASS
    assert result_of(shortcoming, plan, match="words").state is State.FAIL


def test_terms_are_kept_whole_in_words() -> None:
    shortcoming, plan = "一是村级合同审查不够，先签后审现象多。", "开展合同宣传。"
    assert result_of(shortcoming, plan, match="words").state is State.PASS
    assert result_of(shortcoming, plan, match="words", terms="terms").state is State.FAIL
