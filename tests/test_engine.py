"""Which rules apply to a document: by kind, format, level and year, by norms in force, by what other rules say."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import pytest

from checker.checks.registry import CHECKS
from checker.checks.result import Result
from checker.engine import run, run_rule
from checker.model import Basis, Kind, Outcome, PackRef, State
from checker.rule import OtherRule, Pack, Rule
from checker.structure.analysis import Analysis
from checker.texts import Text

from .checks.build import analysis_of, rule_of, template_with, text

REPORT = "青禾县2025年法治政府建设情况报告\n一、主要举措和成效\n全年开展普法活动31场次。\n"
SUMMARY = REPORT.replace("报告", "总结")
UNDATED = "青禾县法治政府建设情况报告\n一、主要举措和成效\n开展普法活动。\n"
FINDINGS = frozenset({State.FAIL, State.PARTIAL, State.CANNOT_TELL})


@pytest.fixture(autouse=True)
def a_kind_that_says_what_it_is_told(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Register the kind ``says``; the ids of the rules that it was asked about are returned."""
    asked: list[str] = []

    def check(analysis: Analysis, rule: Rule) -> Result:
        asked.append(rule.id)
        return Result(State(rule.parameters["state"]), text("查得"), text("查过"))

    monkeypatch.setitem(CHECKS, "says", SimpleNamespace(KIND="says", SCHEMA={}, check=check))
    return asked


def rule(rule_id: str = "T-ONE", state: str = "fail", **fields: Any) -> Rule:
    return replace(rule_of("says", state=state), id=rule_id, **fields)


def pack(*rules: Rule) -> Pack:
    return Pack(PackRef("t", "1", "0" * 64), text("包"), template_with(), rules)


def said(outcome: Outcome) -> tuple[str, str]:
    return outcome.state.value, outcome.message.zh


def of(checked: Rule, content: str = REPORT, *, year: int | None = None, format: str = "txt") -> tuple[str, str]:
    analysis = analysis_of(content, year=year)
    return said(run_rule(checked, replace(analysis, document=replace(analysis.document, format=format))))


def test_a_rule_may_be_for_one_kind_of_document() -> None:
    checked = rule(kinds=frozenset({Kind.ANNUAL_REPORT}))
    assert [of(checked), of(checked, SUMMARY)] == [("fail", "查得"), ("not_applicable", "本项不适用于工作总结")]


def test_a_rule_may_be_for_some_formats() -> None:
    checked = rule(formats=frozenset({"docx", "pdf"}))
    assert [of(checked, format="docx"), of(checked, format="html")] == [
        ("fail", "查得"),
        ("not_applicable", "本项不适用于 html 格式的文件"),
    ]


# --- norms in force


def basis(name: str, in_force: str | None = None, repealed: str | None = None) -> Basis:
    return Basis(f"《{name}》", "", True, "law", in_force, repealed)


@pytest.mark.parametrize(
    ("bases", "year", "expected"),
    [
        ((basis("甲", "2019-04-15"),), 2018, "依据《甲》自 2019-04-15 起施行，不约束 2018 年度的报告"),
        ((basis("甲", "2019-04-15"),), 2019, "查得"),
        ((basis("甲", "2019-12-31"),), 2019, "查得"),
        ((basis("甲", "2020-01-01"),), 2019, "依据《甲》自 2020-01-01 起施行，不约束 2019 年度的报告"),
        ((basis("甲", None, "2024-06-01"),), 2023, "查得"),
        ((basis("甲", None, "2024-06-01"),), 2024, "依据《甲》自 2024-06-01 起废止，不约束 2024 年度的报告"),
        ((basis("甲", "2010-01-01", "2019-04-15"), basis("乙", "2019-04-15")), 2018, "查得"),
        (
            (basis("甲", "2010-01-01", "2018-04-15"), basis("乙", "2020-01-01")),
            2019,
            "依据《乙》自 2020-01-01 起施行，不约束 2019 年度的报告",
        ),
        (
            (basis("甲", "2010-01-01", "2018-04-15"), basis("乙", None, "2015-01-01")),
            2019,
            "依据《甲》自 2018-04-15 起废止，不约束 2019 年度的报告",
        ),
        ((basis("甲", "2030-01-01"), basis("乙")), 2019, "查得"),
        ((), 2019, "查得"),
    ],
)
def test_a_rule_holds_while_one_of_its_norms_does_in_the_report_year(
    bases: tuple[Basis, ...], year: int, expected: str
) -> None:
    state = "fail" if expected == "查得" else "not_applicable"
    assert of(rule(basis=bases), year=year) == (state, expected)


def test_only_norms_in_force_are_cited() -> None:
    old, new = basis("旧", None, "2020-01-01"), basis("新", "2020-01-01")
    checked = rule(basis=(old, new))
    cited = [run_rule(checked, analysis_of(REPORT, year=year)).basis for year in (2019, 2020)]
    assert cited == [(old,), (new,)]
    assert run_rule(checked, analysis_of(UNDATED)).basis == (old, new)


def test_a_failure_under_dated_norms_is_open_where_the_year_is_not_known() -> None:
    for bases, state in (
        ((basis("甲", "2019-04-15"),), "cannot_tell"),
        ((basis("甲", "2019-04-15"), basis("乙")), "fail"),
    ):
        assert run_rule(rule(basis=bases), analysis_of(UNDATED)).state == state
    assert run_rule(rule(state="pass", basis=(basis("甲", "2019-04-15"),)), analysis_of(UNDATED)).state is State.PASS


# --- other rules


@pytest.mark.parametrize(
    ("state", "waits", "expected"),
    [
        ("fail", OtherRule("T-TWO", FINDINGS), ("fail", "查得")),
        ("pass", OtherRule("T-TWO", FINDINGS), ("not_applicable", "“另一项”（T-TWO）的结果是通过，本项不适用")),
        ("pass", OtherRule("T-TWO", FINDINGS, absent=True), ("fail", "查得")),
        (
            "partial",
            OtherRule("T-TWO", FINDINGS, absent=True),
            ("not_applicable", "“另一项”（T-TWO）的结果是部分满足，本项不适用"),
        ),
        ("pass", OtherRule("T-TWO", frozenset({State.PASS})), ("fail", "查得")),
        (
            "manual",
            OtherRule("T-TWO", frozenset({State.FAIL})),
            ("cannot_tell", "查得；但“另一项”（T-TWO）尚无定论，不知本项是否适用"),
        ),
        (
            "cannot_tell",
            OtherRule("T-TWO", frozenset({State.FAIL}), absent=True),
            ("cannot_tell", "查得；但“另一项”（T-TWO）尚无定论，不知本项是否适用"),
        ),
        ("cannot_tell", OtherRule("T-TWO", frozenset({State.CANNOT_TELL})), ("fail", "查得")),
    ],
)
def test_a_rule_may_wait_for_what_another_says(state: str, waits: OtherRule, expected: tuple[str, str]) -> None:
    other = rule("T-TWO", state, name=text("另一项"))
    outcomes = run(pack(rule(depends=(waits,)), other), analysis_of(REPORT))
    assert [outcome.rule for outcome in outcomes] == ["T-ONE", "T-TWO"]
    assert said(outcomes[0]) == expected
    assert outcomes[1].state == state


def test_one_condition_that_does_not_hold_is_enough_whatever_else_is_open() -> None:
    waits = (OtherRule("T-TWO", frozenset({State.FAIL})), OtherRule("T-THREE", frozenset({State.FAIL})))
    outcomes = run(pack(rule(depends=waits), rule("T-TWO", "manual"), rule("T-THREE", "pass")), analysis_of(REPORT))
    assert outcomes[0].state is State.NOT_APPLICABLE


def test_a_rule_that_is_kept_is_kept_whatever_it_waits_for() -> None:
    waits = (OtherRule("T-TWO", frozenset({State.FAIL})),)
    outcomes = run(pack(rule(state="pass", depends=waits), rule("T-TWO", "cannot_tell")), analysis_of(REPORT))
    assert outcomes[0].state is State.PASS


def test_rules_are_judged_once_each_after_those_they_wait_for(a_kind_that_says_what_it_is_told: list[str]) -> None:
    waits = {name: (OtherRule(name, FINDINGS),) for name in ("T-B", "T-C")}
    rules = (rule("T-A", depends=waits["T-B"]), rule("T-B", depends=waits["T-C"]), rule("T-C"))
    outcomes = run(pack(*rules), analysis_of(REPORT))
    assert a_kind_that_says_what_it_is_told == ["T-C", "T-B", "T-A"]
    assert [outcome.rule for outcome in outcomes] == ["T-A", "T-B", "T-C"]


def test_any_number_of_rules_may_wait_in_a_row() -> None:
    rules = [rule(f"T-{number}", depends=(OtherRule(f"T-{number + 1}", FINDINGS),)) for number in range(2000)]
    outcomes = run(pack(*rules, rule("T-2000")), analysis_of(REPORT))
    assert {outcome.state for outcome in outcomes} == {State.FAIL}


def test_a_rule_alone_is_judged_with_the_rules_of_its_pack_at_hand() -> None:
    waiting = rule(depends=(OtherRule("T-TWO", FINDINGS),))
    whole = pack(waiting, rule("T-TWO", "pass"))
    analysis = analysis_of(REPORT)
    assert [run_rule(waiting, analysis, whole).state, run_rule(waiting, analysis).state] == [
        State.NOT_APPLICABLE,
        State.FAIL,
    ]


# --- switched off


def test_a_rule_switched_off_is_listed_with_the_reason(a_kind_that_says_what_it_is_told: list[str]) -> None:
    off = rule(off=Text("本市另有规定", "settled otherwise here"))
    waiting = rule("T-TWO", depends=(OtherRule("T-ONE", FINDINGS),))
    outcomes = run(pack(off, waiting), analysis_of(REPORT))
    assert [said(outcome) for outcome in outcomes] == [
        ("not_applicable", "规则包停用了本项：本市另有规定"),
        ("not_applicable", "“某事”（T-ONE）的结果是不适用，本项不适用"),
    ]
    assert a_kind_that_says_what_it_is_told == []


def test_the_examples_of_a_rule_switched_off_still_show_what_it_asks() -> None:
    off = rule(off=text("不用"))
    assert run_rule(off, analysis_of(REPORT), pack(off)).state is State.FAIL
