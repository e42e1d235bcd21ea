"""A matter is told where it counts, as something that was done."""

from __future__ import annotations

from typing import Any

import pytest

from checker.checks import required
from checker.model import State
from tests.checks.build import analysis_of, quotes, rule_of

WORDS = {"reporting": ["述法"], "intention": ["将|完善"]}
REPORT = """青禾县2025年法治政府建设情况报告
一、主要举措和成效
全年开展普法活动38场。{results}
二、党政主要负责人履行第一责任人职责情况
县长主持会议3次。{duties}
三、存在的不足
执法力量薄弱。
四、主要安排
加强队伍建设。{plan}
"""


def say(content: str, **parameters: Any) -> tuple[State, str, list[tuple[str, str]]]:
    result = required.check(
        analysis_of(content, WORDS), rule_of("required", "述法情况", concept="reporting", **parameters)
    )
    return result.state, result.message.zh, quotes(result.evidence)


def report(results: str = "", duties: str = "", plan: str = "") -> str:
    return REPORT.format(results=results, duties=duties, plan=plan)


def test_one_sentence_in_the_right_part_is_enough() -> None:
    told = report(duties="县长在年终述职时专题述法。另有3名局长书面述法。")
    assert say(told, sections=["duties"]) == (
        State.PASS,
        "写到了述法情况",
        [("match", "县长在年终述职时专题述法。")],
    )


def test_a_matter_that_is_never_mentioned_is_missing() -> None:
    assert say(report(), sections=["duties"]) == (State.FAIL, "没有写到述法情况", [])


def test_what_the_plan_promises_is_shown_as_a_near_miss() -> None:
    assert say(report(plan="完善述法制度。"), sections=["results", "duties"]) == (
        State.FAIL,
        "述法情况没有写在成效、履职里，只在别处提到，不能算做过的事",
        [("near_miss", "完善述法制度。")],
    )


def test_without_sections_the_whole_report_counts() -> None:
    assert say(report(plan="完善述法制度。"))[0] is State.PASS


def test_an_intention_inside_the_account_does_not_count() -> None:
    told = report(duties="完善述法制度,落实主要负责人责任。")
    assert say(told, sections=["duties"], unless="intention")[0] is State.FAIL
    assert say(told, sections=["duties"])[0] is State.PASS


def test_an_intention_does_not_hide_the_account_beside_it() -> None:
    told = report(duties="完善述法制度。县长现场述法。")
    assert say(told, sections=["duties"], unless="intention")[2] == [("match", "县长现场述法。")]


def test_a_heading_counts_where_something_stands_under_it() -> None:
    filled = "青禾县2025年法治政府建设情况报告\n一、工作情况\n（一）述法情况\n全年开展活动3次。\n"
    hollow = "青禾县2025年法治政府建设情况报告\n一、工作情况\n（一）述法情况\n（二）普法情况\n全年开展活动3次。\n"
    assert [say(content, sections=["results"])[0] for content in (filled, hollow)] == [State.PASS, State.FAIL]


@pytest.mark.parametrize(
    ("sentences", "state", "message"),
    [
        (1, State.FAIL, "述法情况写得太少：只有 1 句，应有 2 句"),
        (2, State.PARTIAL, "述法情况写得少：只有 2 句（写 3 句为宜）"),
        (3, State.PASS, "写到了述法情况"),
    ],
)
def test_more_sentences_may_be_asked(sentences: int, state: State, message: str) -> None:
    told = report(duties="县长述法，县长再次述法。" * sentences)
    assert say(told, sections=["duties"], at_least=2, enough=3)[:2] == (state, message)


def test_a_part_that_is_not_there_is_left_to_its_own_rule() -> None:
    content = "青禾县2025年法治政府建设情况报告\n一、主要举措和成效\n全年开展述法2次。\n"
    assert say(content, sections=["duties"]) == (State.NOT_APPLICABLE, "没有找到履职，本项无从检查", [])


@pytest.mark.parametrize(
    "content",
    [
        report(duties="县长专题述法。").replace("\n", ""),
        report(duties="县长专题述法。").replace("。", "."),
        report(duties="县长专★题述 法。"),
    ],
    ids=["one line", "half width", "noise"],
)
def test_copied_texts_are_read_alike(content: str) -> None:
    assert say(content, sections=["duties"])[0] is State.PASS


def test_it_says_what_was_found() -> None:
    result = required.check(
        analysis_of(report(duties="县长述法。"), WORDS), rule_of("required", concept="reporting", sections=["duties"])
    )
    assert result.why.zh == "在履职里找到：述法"
