"""The drafts that come with the program: blank they never pass, filled in they do, at every level and in both forms."""

from __future__ import annotations

import pytest

from checker.api import check, load_pack
from checker.drafting import docx, markdown
from checker.drafting.plan import lines
from checker.model import Report, State
from checker.reading import read_bytes

from .filled import BLANK, ISSUERS, filled, filled_word

CONTENTS = ("FZ-CONT-C1", "FZ-CONT-C2A", "FZ-CONT-C2B", "FZ-CONT-C3", "FZ-CONT-C4")
each_level = pytest.mark.parametrize("level", ISSUERS)


def drafts(level: str) -> dict[str, bytes]:
    """Return the blank drafts of *level* by file name."""
    template = load_pack().template
    made = lines(template, level, 2026, ISSUERS[level])
    assert template.draft is not None
    return {"a.md": markdown.draft(made, "zh").encode(), "a.docx": docx.draft(made, template.draft, "zh")}


def reports(documents: dict[str, bytes]) -> list[Report]:
    return [check(read_bytes(data, name), load_pack()) for name, data in documents.items()]


def about(report: Report) -> tuple[str, ...]:
    facts = (report.profile.level, report.profile.issuer, report.profile.report_year)
    return (report.verdict.code.value, report.profile.kind.value, *(fact.value for fact in facts if fact is not None))


@each_level
def test_a_blank_draft_says_what_it_is_and_is_blocked(level: str) -> None:
    expected = ("blocked", "annual_report", level, ISSUERS[level], "2026")
    assert [about(report) for report in reports(drafts(level))] == [expected] * 2


@each_level
def test_nothing_in_a_blank_draft_is_taken_for_contents(level: str) -> None:
    for report in reports(drafts(level)):
        states = {outcome.rule: outcome.state for outcome in report.outcomes}
        assert [states[rule] for rule in (*CONTENTS, "FZ-PLACEHOLDER")] == [State.FAIL] * 6


@each_level
def test_one_blank_left_open_keeps_a_draft_from_being_ready(level: str) -> None:
    whole = filled(drafts(level)["a.md"].decode())
    left_open = whole.replace("全年未发生被申请行政复议案件", f"全年行政复议案件{BLANK}件")
    assert left_open != whole
    assert [about(report)[0] for report in reports({"a.md": left_open.encode()})] != ["ready"]


@each_level
def test_a_filled_draft_is_ready(level: str) -> None:
    blank = drafts(level)
    whole = {"a.md": filled(blank["a.md"].decode()).encode(), "a.docx": filled_word(blank["a.docx"])}
    assert [about(report)[0] for report in reports(whole)] == ["ready"] * 2


@each_level
def test_every_heading_has_guidance_and_a_basis(level: str) -> None:
    made = lines(load_pack().template, level, 2026, ISSUERS[level])
    headings = [line for line in made if line.role.startswith(("title", "heading"))]
    assert len(headings) > 10
    assert [line.text for line in headings if not any("依据：" in note.zh for note in line.notes)] == []
    assert [line.text for line in headings if line.notes[0].zh.startswith(("依据", "分量"))] == []


def test_levels_are_asked_for_what_they_do() -> None:
    template = load_pack().template
    legislation = [
        level
        for level in ISSUERS
        if any("政府立法" in line.text for line in lines(template, level, 2026, ISSUERS[level]))
    ]
    assert legislation == ["province", "city"]
