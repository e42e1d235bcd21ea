"""When a rule applies is data: ``when``, or the short keys ``levels`` and ``years``; mistakes in it are problems."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker.model import Basis, Kind, State
from checker.rule import OtherRule
from checker.rulebook import load_pack

from .packs import RULES, problems, said, write, write_city

SECOND = RULES.removeprefix("rules:\n").replace("P-WORK-01", "P-WORK-02")
FINDINGS = frozenset({State.FAIL, State.PARTIAL, State.CANNOT_TELL})


def rules_with(*lines: str) -> str:
    """Return two rules, the first with *lines* after its group."""
    return RULES.replace("group: work\n", "group: work\n" + "".join(f"    {line}\n" for line in lines)) + SECOND


def test_the_short_keys_and_when_say_the_same(tmp_path: Path) -> None:
    short = load_pack(write(tmp_path, rules=rules_with("levels: [town]", "years: {since: 2020}")), cache=False)
    rules = rules_with("when: {levels: [town], years: {since: 2020}}")
    long = load_pack(write(tmp_path, rules=rules), cache=False)
    assert [(rule.levels, rule.since, rule.until) for rule in (short.rules[0], long.rules[0])] == [
        (frozenset({"town"}), 2020, None)
    ] * 2


def test_a_condition_names_kinds_formats_and_other_rules(tmp_path: Path) -> None:
    rules = rules_with(
        "when:",
        "  kinds: [annual_report]",
        "  formats: [docx, pdf]",
        "  finding: {rule: P-WORK-02, states: [pass]}",
        "  no_finding: [{rule: P-WORK-02}, {rule: P-WORK-02, states: [manual]}]",
    )
    rule = load_pack(write(tmp_path, rules=rules), cache=False).rules[0]
    assert (rule.kinds, rule.formats) == (frozenset({Kind.ANNUAL_REPORT}), frozenset({"docx", "pdf"}))
    assert rule.depends == (
        OtherRule("P-WORK-02", frozenset({State.PASS})),
        OtherRule("P-WORK-02", FINDINGS, absent=True),
        OtherRule("P-WORK-02", frozenset({State.MANUAL}), absent=True),
    )
    assert {"kinds", "formats", "finding", "no_finding"} <= set(rule.origins)


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (
            ("levels: [town]", "when: {levels: [town], years: {since: 2020}}"),
            "rules.yaml:7:12 said-twice “levels”写了两次：when 里外只能写一处",
        ),
        (("when: {}",), "rules.yaml:6:11 empty “when”不能为空 | 什么情况下适用；几个条件要同时满足"),
        (
            ("when: {year: {since: 2020}}",),
            "rules.yaml:6:12 unknown-key 不认识的键“year” | 是否想写“years”？",
        ),
        (
            ("when: {years: {since: 2025, until: 2020}}",),
            "rules.yaml:6:27 years since（2025）晚于 until（2020），这条规则永远用不上",
        ),
        (
            ("when: {levels: [县]}",),
            "rules.yaml:6:21 unknown-level 没有名为“县”的层级 | 可用的有：town",
        ),
        (
            ("when: {formats: [dcox]}",),
            "rules.yaml:6:22 unknown-value “formats”的第 1 项的值“dcox”不可用 | 是否想写“docx”？",
        ),
        (
            ("when: {kinds: [other]}",),
            "rules.yaml:6:20 unknown-value “kinds”的第 1 项的值“other”不可用 | 可用的有：annual_report、work_summary",
        ),
        (
            ("when: {finding: {rule: P-WORK-03}}",),
            "rules.yaml:6:28 unknown-rule 没有名为“P-WORK-03”的规则 | 是否想写“P-WORK-02”？",
        ),
        (
            ("when: {finding: {states: [fail]}}",),
            "rules.yaml:6:21 missing-key “finding”缺少“rule”",
        ),
        (
            ("when: {no_finding: [{rule: P-WORK-02, states: [failed]}]}",),
            "rules.yaml:6:52 unknown-value “states”的第 1 项的值“failed”不可用 | 是否想写“fail”？",
        ),
        (
            ("when: {finding: P-WORK-02}",),
            "rules.yaml:6:21 wrong-type “finding”应为一组“键: 值”或列表（每项以“- ”开头），现在是文字",
        ),
        (
            ("when: {finding: {rule: P-WORK-01}}",),
            "rules.yaml:6:5 rule-circle 规则互相等待，无法判断先后：P-WORK-01 → P-WORK-01",
        ),
    ],
)
def test_a_condition_can_be_met_or_is_a_problem(tmp_path: Path, lines: tuple[str, ...], expected: str) -> None:
    assert said(problems(write(tmp_path, rules=rules_with(*lines)))) == [expected]


def test_rules_that_wait_for_each_other_are_a_circle(tmp_path: Path) -> None:
    second = SECOND.replace("group: work", "group: work\n    when: {no_finding: {rule: P-WORK-03}}")
    third = SECOND.replace("P-WORK-02", "P-WORK-03").replace(
        "group: work", "group: work\n    when: {finding: {rule: P-WORK-02}}"
    )
    assert said(problems(write(tmp_path, rules=RULES + second + third))) == [
        "rules.yaml:15:5 rule-circle 规则互相等待，无法判断先后：P-WORK-02 → P-WORK-03 → P-WORK-02"
    ]


def test_a_change_may_close_no_circle(tmp_path: Path) -> None:
    own = RULES.replace("P-WORK-01", "P-OWN-01").replace(
        "group: work", "group: work\n    when: {finding: {rule: P-SOFT-01}}"
    )
    changes = "changes:\n  - {rule: P-SOFT-01, reason: 因, when: {finding: {rule: P-OWN-01}}}\n"
    assert said(problems(write_city(tmp_path, changes + own))) == [
        "local.yaml:2:34 rule-circle 规则互相等待，无法判断先后：P-SOFT-01 → P-OWN-01 → P-SOFT-01"
    ]


def test_a_norm_has_days_on_which_it_begins_and_ends(tmp_path: Path) -> None:
    days = "basis: [{norm: 《试验条例》, verified: true, rank: law, in_force: 2019-04-15, repealed: 2024-01-01}]"
    rule = load_pack(write(tmp_path, rules=rules_with(days)), cache=False).rules[0]
    assert rule.basis == (Basis("《试验条例》", "", True, "law", "2019-04-15", "2024-01-01"),)


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        ("in_force: 2019-02-30", "rules.yaml:6:65 no-such-day 没有 2019-02-30 这一天"),
        (
            "in_force: 2019.4.15",
            "rules.yaml:6:65 bad-form “in_force”的写法“2019.4.15”不对 | 施行日期，如 2019-04-15",
        ),
        (
            "in_force: 2019-04-15, repealed: 2019-04-15",
            "rules.yaml:6:87 no-such-day 废止日期不晚于施行日期，这个依据从来没有效力",
        ),
    ],
)
def test_days_are_days_in_order(tmp_path: Path, days: str, expected: str) -> None:
    line = f"basis: [{{norm: 《试验条例》, verified: true, rank: law, {days}}}]"
    assert said(problems(write(tmp_path, rules=rules_with(line)))) == [expected]


def test_an_example_may_be_taken_for_another_format(tmp_path: Path) -> None:
    rules = RULES.replace("text: 全年无事。}", "text: 全年无事。, format: docx}")
    assert [example.format for example in load_pack(write(tmp_path, rules=rules), cache=False).rules[0].examples] == [
        None,
        "docx",
    ]
