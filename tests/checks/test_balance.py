"""Lengths and figures are counted and told; nothing is demanded."""

from __future__ import annotations

from typing import Any

from checker.checks import balance
from checker.model import State
from tests.checks.build import analysis_of, quotes, rule_of

TITLE = "雁滩镇2025年法治政府建设情况报告\n"
ACCOUNT = "一、主要举措和成效\n全年调解矛盾纠纷187件，开展普法活动38场。\n"
SHORT = "二、存在的不足\n人员不足。\n"


def result_of(content: str, **parameters: Any) -> Any:
    rule = rule_of(
        "balance", **{"section": "shortcomings", "account": "results", "share": 0.05, "figures": 2, **parameters}
    )
    return balance.check(analysis_of(content), rule)


def test_shares_and_figures_are_told() -> None:
    result = result_of(TITLE + ACCOUNT + "二、存在的不足\n人员不足，装备老旧，普法形式单一。\n")
    assert (result.state, result.message.zh) == (State.PASS, "不足 17 字，占全文 23.0%；每千字 87.0 个数字")


def test_a_short_part_is_told_as_information() -> None:
    result = result_of(TITLE + ACCOUNT + SHORT, share=0.5)
    assert result.state is State.PARTIAL
    assert result.message.zh == "不足只有 5 字，占全文 8.1%，篇幅很短（没有规定要求，仅供参考）"
    assert quotes(result.evidence) == [("match", "二、存在的不足\n人员不足。")]


def test_few_figures_are_told_as_information() -> None:
    words = "一、主要举措和成效\n已经按照《纲要（2021—2025年）》和2025年“12345”热线要求开展工作。\n"
    result = result_of(TITLE + words + SHORT)
    assert result.state is State.PARTIAL
    assert result.message.zh == "每千字只有 0.0 个数字，可核对的事实偏少（没有规定要求，仅供参考）"


def test_without_the_part_it_does_not_apply() -> None:
    assert result_of(TITLE + ACCOUNT).state is State.NOT_APPLICABLE
    assert result_of(TITLE + SHORT).state is State.NOT_APPLICABLE
