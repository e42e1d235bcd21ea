"""What was taken over from last year's report is shown; whether that is wrong, a person must tell."""

from __future__ import annotations

from typing import Any

from checker.checks import similarity
from checker.model import State
from tests.checks.build import analysis_of, quotes, rule_of

TITLE = "雁滩镇{year}年法治政府建设情况报告\n"
MEDIATION = "全年调解各类矛盾纠纷187件，调解成功184件。"
SHORTCOMINGS = "一是综合执法队伍力量薄弱，法制审核人员配备不足，办案装备老旧。二是普法宣传形式单一，群众参与不够。"


def report(account: str, shortcomings: str, year: int = 2025) -> str:
    return f"{TITLE.format(year=year)}一、主要举措和成效\n{account}\n二、存在的不足\n{shortcomings}\n"


LAST = report(MEDIATION + "开展法治宣传活动38场。", SHORTCOMINGS, 2024)


def result_of(content: str, previous: str | None = LAST, **parameters: Any) -> Any:
    rule = rule_of("similarity", **{"sections": ["results", "shortcomings"], **parameters})
    return similarity.check(analysis_of(content, previous=previous), rule)


NEW = report("全年办理行政处罚案件12件，修订防汛预案6个。", "一是合同审核不够及时。二是数据共享滞后。")


def test_a_report_written_anew_passes() -> None:
    result = result_of(NEW)
    assert (result.state, result.message.zh) == (
        State.PASS,
        "与上一年度报告相同的文字：成效 0%、不足 0%",
    )


def test_a_part_taken_over_is_a_failure_and_shown_with_its_place_in_last_years_report() -> None:
    result = result_of(report("全年办理行政处罚案件12件，修订防汛预案6个。", SHORTCOMINGS))
    assert (result.state, result.message.zh) == (
        State.FAIL,
        "不足大部分沿用上一年度的文字；相同的文字：成效 0%、不足 100%；上年见第 5 行",
    )
    assert quotes(result.evidence) == [("match", SHORTCOMINGS.rstrip("。"))]
    assert "↔ 上年第 5 行" in result.why.zh


def test_how_much_is_too_much_is_a_parameter() -> None:
    half = report(
        "全年办理行政处罚案件12件，修订防汛预案6个。", SHORTCOMINGS[: len(SHORTCOMINGS) // 2] + "甲乙不足丙丁" * 9
    )
    assert result_of(half).state is State.PASS
    assert result_of(half, most=0.2).state is State.FAIL


def test_sentences_with_last_years_figures_are_pointed_at() -> None:
    result = result_of(
        report(MEDIATION + "全年办理行政处罚案件12件，修订防汛预案6个，组织演练11场。", "合同审核不够。")
    )
    assert result.state is State.PARTIAL
    assert quotes(result.evidence) == [("match", MEDIATION)]
    assert result.message.zh.startswith("1 句带数字的话与上一年度一字不差，请核对是否忘了更新")


def test_figures_may_be_left_alone() -> None:
    content = report(MEDIATION + "全年办理行政处罚案件12件，修订防汛预案6个，组织演练11场。", "合同审核不够。")
    assert result_of(content, figures=False).state is State.PASS


def test_stock_sentences_and_titles_of_works_hold_no_figures() -> None:
    stock = "全面对照《法治政府建设实施纲要（2021—2025年）》开展工作，已取得成效。"
    last = report(stock, "合同审核不够。", 2024)
    assert (
        result_of(report(stock + "全年办理行政处罚案件12件，修订防汛预案6个。" * 3, "数据滞后。"), last).state
        is State.PASS
    )


def test_without_last_years_report_it_does_not_apply() -> None:
    assert result_of(NEW, None).state is State.NOT_APPLICABLE


def test_something_that_is_no_report_is_not_compared() -> None:
    result = result_of(NEW, "近日，雁滩镇召开会议。\n会议要求抓好落实。\n")
    assert (result.state, result.message.zh) == (State.NOT_APPLICABLE, "用来比较的 last.txt 不是年度报告")


def test_a_copy_on_one_line_is_recognised() -> None:
    assert result_of(LAST.replace("2024", "2025").replace("\n", "")).state is State.FAIL
