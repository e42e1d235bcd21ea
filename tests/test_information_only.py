"""In formats that copying damages by itself, a rule that says so is information only."""

from __future__ import annotations

from dataclasses import replace

import pytest

from checker.engine import run_rule
from checker.model import Outcome, Severity, State

from .checks.build import analysis_of, rule_of

RULE = replace(rule_of("pairs"), info_in=frozenset({"txt", "html"}))
DAMAGED = "青禾县2025年法治政府建设情况报告\n推行1+4+N”机制，办件31件。\n"


def outcome(path: str, content: str = DAMAGED) -> Outcome:
    return run_rule(RULE, analysis_of(content, path=path))


@pytest.mark.parametrize(("path", "severity"), [("draft.txt", Severity.INFO), ("draft.md", Severity.SHOULD)])
def test_the_format_decides_how_much_a_finding_weighs(path: str, severity: Severity) -> None:
    assert (outcome(path).state, outcome(path).severity) == (State.FAIL, severity)


def test_the_outcome_says_why_it_is_information_only() -> None:
    assert outcome("draft.txt").why.zh.endswith("txt 文本常在复制、转换时造成这类问题，本项只作提示")
    assert "只作提示" not in outcome("draft.md").why.zh
    assert "只作提示" not in outcome("draft.txt", DAMAGED.replace("1+4", "“1+4")).why.zh


def test_a_finding_keeps_its_name_in_every_format() -> None:
    assert outcome("draft.txt").fingerprint == outcome("draft.md").fingerprint
