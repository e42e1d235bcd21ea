"""The words that the tests of arithmetic use, and one call that says what a text's numbers give."""

from __future__ import annotations

from checker.checks import arithmetic
from checker.checks.result import Result
from checker.model import State
from tests.checks.build import analysis_of, rule_of

WORDS = {
    "unit": ["人", "人次", "件", "起", "条", "项", "个", "家", "份", "次", "场次", "批", "元", "户"],
    "cases": ["件|起|条"],
    "overlapping": ["涉(企|农)|党员"],
    "remainder": ["继续有效"],
    "rate": ["(办结|化解|成功|出庭应诉|合格|实办)率"],
    "count": ["办结|化解|成功|出庭|合格"],
    "other_base": ["结转|到期|正在"],
    "subset": ["成功|合格"],
    "indicator": ["行政复议案件|矛盾纠纷|人大代表建议"],
}
PARAMETERS = {
    "measures": "unit",
    "alike": ["cases"],
    "overlapping": "overlapping",
    "remainders": "remainder",
    "rates": "rate",
    "counts": "count",
    "other_base": "other_base",
    "subsets": "subset",
    "indicators": "indicator",
}
RELATIONS = ("sum", "part", "rate", "growth", "same")
TITLE = "柳浦街道2025年度法治政府建设情况报告\n"


def result_of(relation: str, text: str) -> Result:
    rule = rule_of("arithmetic", relation=relation, **PARAMETERS)
    return arithmetic.check(analysis_of(TITLE + text, WORDS), rule)


def say(relation: str, text: str) -> tuple[State, str]:
    """Return the state and the Chinese sentence."""
    result = result_of(relation, text)
    return result.state, result.message.zh


def spoken(text: str) -> list[str]:
    """Return which relations find fault with *text*."""
    return [relation for relation in RELATIONS if result_of(relation, text).state in (State.FAIL, State.PARTIAL)]
