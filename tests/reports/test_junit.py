"""JUnit: a case for each rule, and a gate that reads it decides as the exit code does."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from lxml import etree

from checker.model import Severity, State, Verdict, VerdictCode
from checker.reports.junit import render
from checker.texts import Text

from .samples import BLOCKED, CAUSES, OTHER, READY, UNREADABLE

MUST, SHOULD, INFO = Severity.MUST, Severity.SHOULD, Severity.INFO
THRESHOLDS = {"must": (MUST,), "should": (MUST, SHOULD), "never": ()}


def parsed(*results: Any, fail_on: str = "must", language: Any = "zh") -> Any:
    return etree.fromstring(render(results, language, fail_on=THRESHOLDS[fail_on]).encode())


def judged(severity: Severity, state: State, fail_on: str) -> list[str]:
    report = replace(BLOCKED, outcomes=(replace(CAUSES, severity=severity, state=state),))
    return [child.tag for child in parsed(report, fail_on=fail_on).find(".//testcase")]


@pytest.mark.parametrize(
    ("severity", "state", "must", "should", "never"),
    [
        (MUST, State.PASS, [], [], []),
        (MUST, State.FAIL, ["failure"], ["failure"], ["system-out"]),
        (MUST, State.PARTIAL, ["failure"], ["failure"], ["system-out"]),
        (MUST, State.CANNOT_TELL, ["error"], ["error"], ["system-out"]),
        (SHOULD, State.FAIL, ["system-out"], ["failure"], ["system-out"]),
        (SHOULD, State.CANNOT_TELL, ["system-out"], ["error"], ["system-out"]),
        (INFO, State.FAIL, ["system-out"], ["system-out"], ["system-out"]),
        (MUST, State.WAIVED, ["skipped"], ["skipped"], ["skipped"]),
        (MUST, State.MANUAL, ["skipped"], ["skipped"], ["skipped"]),
        (MUST, State.NOT_APPLICABLE, ["skipped"], ["skipped"], ["skipped"]),
    ],
)
def test_a_state_becomes_a_result_by_the_threshold(
    severity: Severity, state: State, must: list[str], should: list[str], never: list[str]
) -> None:
    assert [judged(severity, state, threshold) for threshold in THRESHOLDS] == [must, should, never]


def test_every_rule_is_a_case_of_its_part_passes_included() -> None:
    cases = parsed(BLOCKED).findall("testsuite/testcase")
    assert [case.get("name").split(" ")[0] for case in cases] == [outcome.rule for outcome in BLOCKED.outcomes]
    assert {case.get("classname") for case in cases} == {
        *("demo.measures", "demo.gaps", "demo.duty", "demo.plans", "demo.general")
    }


@pytest.mark.parametrize("results", [[], [BLOCKED], [READY], [OTHER], [UNREADABLE], [BLOCKED, OTHER, UNREADABLE]])
@pytest.mark.parametrize("fail_on", list(THRESHOLDS))
def test_the_counts_are_those_of_the_cases(results: list[Any], fail_on: str) -> None:
    made = parsed(*results, fail_on=fail_on)
    for counted in [made, *made.findall("testsuite")]:
        found = {
            "tests": len(counted.findall(".//testcase")),
            "failures": len(counted.findall(".//failure")),
            "errors": len(counted.findall(".//error")),
            "skipped": len(counted.findall(".//skipped")),
        }
        assert {name: int(counted.get(name)) for name in found} == found


def test_what_was_not_judged_is_an_error_whatever_the_threshold() -> None:
    undecided = replace(READY, verdict=Verdict(VerdictCode.CANNOT_JUDGE, Text("没有可判定的", "")))
    for result in (OTHER, UNREADABLE, undecided):
        assert parsed(result, fail_on="never").get("errors") == "1"


def test_skipped_cases_say_why() -> None:
    skipped = parsed(BLOCKED).findall(".//skipped")
    assert [each.get("message") for each in skipped] == [
        "待人工确认：须由保密员确认。",
        "不适用：须由保密员确认。",
        "已豁免：要求 3 处，找到 1 处。",
    ]


def test_what_xml_cannot_hold_is_not_in_it() -> None:
    words = Text("<![CDATA[ ]]> & \x00\x0b\ufffe\ud800 <testcase name='x'/>", "")
    report = replace(BLOCKED, outcomes=(replace(CAUSES, message=words, name=words),), document=BLOCKED.document)
    (case,) = parsed(report).findall(".//testcase")
    assert case.get("name") == "D-CAUSE <![CDATA[ ]]> & ␀ \\ud800 <testcase name='x'/>"


def test_findings_of_the_baseline_do_not_fail() -> None:
    report = replace(BLOCKED, outcomes=(replace(CAUSES, known=True), replace(CAUSES, rule="D-NEW")))
    assert [[child.tag for child in case] for case in parsed(report).findall(".//testcase")] == [
        ["system-out"],
        ["failure"],
    ]
