"""Of the topics that are asked of its level, a report covers so many, and those it lacks are named."""

from __future__ import annotations

from typing import Any

from checker.checks import coverage
from checker.model import State
from tests.checks.build import analysis_of, quotes, rule_of

WORDS = {"publicity": ["普法"], "review": ["复议"], "drills": ["演练"], "joint": ["党委.*人民政府"]}


def topic(name: str, concept: str, **more: Any) -> dict[str, Any]:
    return {"id": concept, "name": {"zh": name, "en": name}, "concept": concept, **more}


TOPICS = [topic("普法", "publicity"), topic("复议", "review"), topic("应急", "drills")]
ALL = "全年开展普法活动38场。审结行政复议案件5件。开展应急演练2次。"


def say(
    account: str, *, title: str = "雁滩镇2025年法治政府建设情况报告", level: str | None = None, **parameters: Any
) -> tuple[State, str, list[tuple[str, str]]]:
    content = f"{title}\n一、主要举措和成效\n{account}\n二、主要安排\n加强普法和复议，推进演练。\n"
    rule = rule_of("coverage", **{"topics": TOPICS, "sections": ["results"], **parameters})
    result = coverage.check(analysis_of(content, WORDS, level=level), rule)
    return result.state, result.message.zh, quotes(result.evidence)


def test_all_topics_are_covered_and_each_is_shown_once() -> None:
    assert say(ALL + "又开展普法活动2场。") == (
        State.PASS,
        "3 项都写到了",
        [
            ("match", "全年开展普法活动38场。"),
            ("match", "审结行政复议案件5件。"),
            ("match", "开展应急演练2次。"),
        ],
    )


def test_missing_topics_are_named_and_the_plan_does_not_cover_them() -> None:
    assert say("全年开展普法活动38场。") == (
        State.PARTIAL,
        "3 项写到 1 项，没有写到：复议、应急",
        [("found", "全年开展普法活动38场。")],
    )


def test_less_than_the_least_share_is_a_failure() -> None:
    assert say("全年开展普法活动38场。", at_least=0.5)[0] is State.FAIL
    assert say("全年开展普法活动38场。审结复议案件5件。", at_least=0.5)[0] is State.PARTIAL


def test_nothing_covered_is_a_failure_whatever_the_least_share() -> None:
    assert say("全年办理案件8件。")[:2] == (State.FAIL, "3 项写到 0 项，没有写到：普法、复议、应急")


def test_enough_may_be_less_than_all() -> None:
    assert say("全年开展普法活动38场。审结复议案件5件。", enough=0.6)[:2] == (
        State.PASS,
        "3 项写到 2 项，没有写到：应急",
    )


def test_weights_decide_the_share() -> None:
    heavy = [topic("普法", "publicity", weight=8), topic("复议", "review"), topic("应急", "drills")]
    assert say("全年开展普法活动38场。", topics=heavy, enough=0.8)[0] is State.PASS


def test_only_the_topics_of_the_level_are_asked() -> None:
    topics = [
        topic("普法", "publicity"),
        topic("复议", "review", levels=["county"], optional=["township"]),
        topic("应急", "drills", levels=["county"]),
    ]
    account = "全年开展普法活动38场。"
    assert say(account, topics=topics, level="county")[:2] == (State.PARTIAL, "3 项写到 1 项，没有写到：复议、应急")
    assert say(account, topics=topics, level="township")[:2] == (State.PASS, "1 项都写到了；另可考虑：复议")
    assert say(account, topics=topics, level="street")[:2] == (State.PASS, "1 项都写到了")


def test_missing_and_optional_topics_are_told_apart() -> None:
    topics = [
        topic("普法", "publicity"),
        topic("应急", "drills"),
        topic("复议", "review", levels=["county"], optional=["street"]),
    ]
    assert say("全年开展普法活动3场。", topics=topics, level="street")[1] == (
        "2 项写到 1 项，没有写到：应急；另可考虑：复议"
    )


def test_a_level_that_cannot_be_told_leaves_open_whether_a_missing_topic_is_asked() -> None:
    topics = [topic("普法", "publicity"), topic("复议", "review", levels=["county"])]
    unknown = "2025年法治政府建设情况报告"
    assert say("全年开展普法活动38场。", topics=topics, title=unknown)[0] is State.CANNOT_TELL
    assert say(ALL, topics=topics, title=unknown)[0] is State.PASS


def test_a_level_of_which_nothing_is_asked() -> None:
    topics = [topic("复议", "review", levels=["county"])]
    assert say(ALL, topics=topics)[:2] == (State.NOT_APPLICABLE, "对这一级没有要求")


def test_it_may_hold_for_reports_of_a_certain_title_only() -> None:
    joint = "雁滩镇党委雁滩镇人民政府2025年法治政府建设情况报告"
    assert _with_title(joint) is State.PASS
    assert _with_title("雁滩镇2025年法治政府建设情况报告") is State.NOT_APPLICABLE


def _with_title(title: str) -> State:
    content = f"{title}\n一、主要举措和成效\n{ALL}\n"
    rule = rule_of("coverage", topics=TOPICS, sections=["results"], title="joint")
    return coverage.check(analysis_of(content, WORDS), rule).state


def test_without_the_part_it_does_not_apply() -> None:
    content = "雁滩镇2025年法治政府建设情况报告\n一、主要安排\n加强普法。\n"
    result = coverage.check(analysis_of(content, WORDS), rule_of("coverage", topics=TOPICS, sections=["results"]))
    assert (result.state, result.message.zh) == (State.NOT_APPLICABLE, "没有找到成效，本项无从检查")
