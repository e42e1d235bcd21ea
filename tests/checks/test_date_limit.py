"""A day is held against a limit that counts from the report year; what the document does not show is left open."""

from __future__ import annotations

import pytest

from checker.checks import date_limit
from checker.model import State
from tests.checks.build import analysis_of, quotes, rule_of

APRIL = {"month": 4, "day": 1, "offset": 1}


@pytest.mark.parametrize(
    ("day", "state", "message"),
    [
        ("2026-03-31", State.PASS, "发布日期 2026-03-31 符合期限"),
        ("2026-04-01", State.PARTIAL, "发布日期 2026-04-01 正是期限当天，“之前”不含当天，请核对"),
        ("2026-04-02", State.FAIL, "发布日期 2026-04-02 不早于期限 2026-04-01"),
    ],
)
def test_before_does_not_include_the_day_but_is_often_read_as_if_it_did(day: str, state: State, message: str) -> None:
    content = f"青禾县2025年法治政府建设情况报告\n发布日期：{day}\n全年办理案件12件。\n"
    result = date_limit.check(analysis_of(content), rule_of("date_limit", date="published", before=APRIL))
    assert (result.state, result.message.zh) == (state, message)
    assert quotes(result.evidence) == [("match", day)]


def test_without_a_date_a_person_is_asked() -> None:
    analysis = analysis_of("青禾县2025年法治政府建设情况报告\n全年办理案件12件。\n")
    result = date_limit.check(analysis, rule_of("date_limit", date="published", before=APRIL))
    assert (result.state, result.message.zh) == (State.MANUAL, "文中没有发布日期，请人工核对")
