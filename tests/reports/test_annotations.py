"""Annotations: columns that programs count, escapes that they undo, and no silence about what was not judged."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest

from checker.model import Evidence, Role, State, Verdict, VerdictCode
from checker.reports.annotations import render_github, render_lines, render_rdjson
from checker.texts import Text

from .samples import BLOCKED, CAUSES, DUTY, FIGURES, READY

TEXT = "标题\n前𠀀语有误\n完"


def about(*outcomes: Any, path: str = "a.txt") -> Any:
    document = replace(BLOCKED.document, path=path, text=TEXT, blocks=())
    profile = replace(BLOCKED.profile, title=None)
    return replace(BLOCKED, document=document, profile=profile, outcomes=outcomes)


def at(start: int, end: int, line: int, column: int, role: Role = Role.MATCH) -> Evidence:
    return Evidence(TEXT[start:end], start, end, line, column, role=role)


def ranges(report: Any) -> list[Any]:
    return [each["location"]["range"] for each in json.loads(render_rdjson([report], "zh"))["diagnostics"]]


def test_columns_of_rdjson_count_bytes_and_its_ends_are_exclusive() -> None:
    report = about(replace(FIGURES, evidence=(at(6, 8, 2, 4),)))
    assert ranges(report) == [{"start": {"line": 2, "column": 11}, "end": {"line": 2, "column": 17}}]


def test_columns_of_lines_and_github_count_characters() -> None:
    report = about(replace(FIGURES, evidence=(at(6, 8, 2, 4),)))
    assert render_lines([report], "zh") == "a.txt:2:4: warning D-FIGURES 事例与数据：只有 1 处数据。\n"
    assert "line=2,endLine=2,col=4,endColumn=6," in render_github([report], "zh")


def test_a_finding_may_end_on_another_line() -> None:
    report = about(replace(FIGURES, evidence=(at(6, 10, 2, 4),)))
    assert ranges(report) == [{"start": {"line": 2, "column": 11}, "end": {"line": 3, "column": 4}}]


def test_the_first_place_of_several_is_taken_whatever_came_near() -> None:
    evidence = (at(0, 1, 1, 1, Role.NEAR_MISS), at(9, 10, 3, 1), at(3, 4, 2, 1))
    assert render_lines([about(replace(FIGURES, evidence=evidence))], "zh").startswith("a.txt:2:1: ")


def test_what_is_missing_stands_at_the_title_else_at_the_first_line() -> None:
    assert render_lines([about(DUTY)], "zh").startswith("a.txt:1:1: error D-DUTY ")
    titled = replace(BLOCKED, outcomes=(DUTY,))
    assert "line=1,endLine=1,col=1,endColumn=24," in render_github([titled], "zh")


def test_what_passed_or_asks_nobody_to_act_is_not_told() -> None:
    states = (State.PASS, State.WAIVED, State.MANUAL, State.NOT_APPLICABLE)
    silent = about(*(replace(CAUSES, state=state) for state in states))
    assert [render_lines([each], "zh") + render_github([each], "zh") for each in (READY, silent)] == ["", ""]
    assert json.loads(render_rdjson([READY], "zh"))["diagnostics"] == []


@pytest.mark.parametrize("code", list(VerdictCode))
def test_a_file_without_a_verdict_on_its_content_is_an_error(code: VerdictCode) -> None:
    report = replace(READY, verdict=Verdict(code, Text("因为", "because")))
    told = code in (VerdictCode.NOT_A_REPORT, VerdictCode.CANNOT_JUDGE)
    assert (": error VERDICT " in render_lines([report], "zh")) is told


def test_github_is_told_the_gravest_first() -> None:
    commands = render_github([replace(BLOCKED, outcomes=(FIGURES,)), replace(BLOCKED, outcomes=(CAUSES,))], "zh")
    assert [line.split(" ")[0] for line in commands.splitlines()] == ["::error", "::warning"]


def test_a_message_cannot_begin_a_command_of_its_own() -> None:
    words = Text("坏\n::error::假\r100%", "")
    outcome = replace(CAUSES, name=Text("甲:乙,丙", ""), message=words, advice=words, basis=())
    hostile = about(replace(outcome, evidence=(at(6, 8, 2, 4),)), path="a,b:%.txt")
    assert render_github([hostile], "zh") == (
        "::error file=a%2Cb%3A%25.txt,line=2,endLine=2,col=4,endColumn=6,title=D-CAUSE 甲%3A乙%2C丙"
        "::坏 ::error::假 100%25%0A建议：坏 ::error::假 100%25\n"
    )
