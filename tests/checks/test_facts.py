"""Acts are told so that they can be checked; a number that was left out is never held against a total."""

from __future__ import annotations

from typing import Any

import pytest

from checker.checks import facts
from checker.model import State
from tests.checks.build import analysis_of, quotes, rule_of

WORDS = {"lecture": ["讲座"], "study": ["学法"], "act": ["听取|批示|主持"]}
UNITS = ["期", "次", "场次", "件"]


def result_of(sentences: str, **parameters: Any) -> Any:
    account = f"一、主要举措和成效\n全年开展活动9件。{sentences}\n"
    content = f"青禾县2025年法治政府建设情况报告\n{account}二、主要安排\n加强讲座3期。\n"
    rule = rule_of("facts", "法治讲座", **{"sections": ["results"], "units": UNITS, **parameters})
    return facts.check(analysis_of(content, WORDS), rule)


def lectures(sentences: str) -> State:
    state: State = result_of(sentences, concept="lecture", at_least={"total": 2}, absent="not_applicable").state
    return state


def test_the_numbers_are_added_up() -> None:
    result = result_of("3月开展法治讲座1期。9月组织2场次法治讲座。", concept="lecture", at_least={"total": 3})
    assert (result.state, result.message.zh) == (State.PASS, "法治讲座：2 句写到，2 处写明数量，合计 3")
    assert quotes(result.evidence) == [("match", "3月开展法治讲座1期。"), ("match", "9月组织2场次法治讲座。")]


def test_a_total_that_is_stated_and_too_small_is_a_failure() -> None:
    result = result_of("开展法治讲座1期。", concept="lecture", at_least={"total": 2})
    assert (result.state, result.message.zh) == (State.FAIL, "法治讲座合计 1，少于 2")
    assert quotes(result.evidence) == [("match", "开展法治讲座1期。")]


@pytest.mark.parametrize(
    "sentence",
    [
        "开展法治讲座。",
        "开展法治讲座1期。另外开展青年讲座。",
        "每季度开展讲座1期。",
        "开展讲座，参加者1件不落。",
        "开展第1期讲座。",
        "开展多次讲座。",
    ],
)
def test_a_number_that_is_left_out_is_not_held_against_the_report(sentence: str) -> None:
    assert lectures(sentence) is State.NOT_APPLICABLE


@pytest.mark.parametrize(
    "sentence",
    [
        "开展讲座2期。",
        "开展讲座两期。",
        "开展讲座十二期。",
        "组织3场次讲座。",
        "开展讲座20余期。",
        "讲座1.2万期。",
        "开展讲座 2 期。",
    ],
)
def test_numbers_are_read_however_they_are_written(sentence: str) -> None:
    assert lectures(sentence) is State.PASS


def test_each_number_belongs_to_one_act() -> None:
    assert lectures("开展讲座和青年讲座1期。") is State.NOT_APPLICABLE


def test_what_is_not_told_may_be_left_alone_or_a_failure() -> None:
    assert lectures("办理案件5件。") is State.NOT_APPLICABLE
    result = result_of("办理案件5件。", concept="lecture", at_least={"facts": 1})
    assert (result.state, result.message.zh) == (State.FAIL, "成效里没有法治讲座")


def test_other_acts_add_to_the_total_where_it_falls_short() -> None:
    parameters = {"concept": "lecture", "also": "study", "at_least": {"total": 2}, "absent": "not_applicable"}
    assert result_of("开展讲座1期。会前学法6次。", **parameters).state is State.PASS
    assert result_of("会前学法1次。", **parameters).state is State.NOT_APPLICABLE
    assert result_of("开展讲座1期。组织学法。", **parameters).state is State.NOT_APPLICABLE


def test_acts_may_count_without_a_number() -> None:
    parameters = {"concept": "act", "at_least": {"facts": 1}}
    assert result_of("多次听取汇报，全年主持会议。", **parameters).state is State.PASS
    assert result_of("办理案件5件。", **parameters).state is State.FAIL


def test_figures_may_be_wished_for() -> None:
    parameters = {"concept": "act", "enough": {"figures": 1}}
    result = result_of("多次听取汇报，全年主持会议。", **parameters)
    assert (result.state, result.message.zh) == (State.PARTIAL, "法治讲座：写明数量的有 0 处，宜有 1 处以上")
    assert result_of("听取汇报4次。", **parameters).state is State.PASS


def test_sentences_with_a_number_are_shown_first() -> None:
    result = result_of("全年主持会议。全年听取汇报4次。", concept="act", at_least={"facts": 1})
    assert quotes(result.evidence) == [("match", "全年听取汇报4次。"), ("match", "全年主持会议。")]


def test_without_the_part_it_does_not_apply() -> None:
    content = "青禾县2025年法治政府建设情况报告\n一、主要安排\n加强讲座3期。\n"
    rule = rule_of("facts", sections=["results"], concept="lecture", units=UNITS, at_least={"facts": 1})
    assert facts.check(analysis_of(content, WORDS), rule).state is State.NOT_APPLICABLE


@pytest.mark.parametrize(
    "content",
    [
        "青禾县2025年法治政府建设情况报告一、主要举措和成效全年开展法治讲座1期。二、主要安排加强讲座3期。",
        "青禾县2025年法治政府建设情况报告\n一、主要举措和成效\n全年开展法治讲座１期.\n二、主要安排\n加强讲座3期.\n",
        "青禾县2025年法治政府建设情况报告\n一、主要举措和成效\n全年开展法治讲◆座 1 期。\n二、主要安排\n加强讲座3期。\n",
    ],
    ids=["one line", "half width", "noise"],
)
def test_copied_texts_are_read_alike(content: str) -> None:
    rule = rule_of("facts", sections=["results"], concept="lecture", units=UNITS, at_least={"total": 2})
    assert facts.check(analysis_of(content, WORDS), rule).state is State.FAIL
