"""The pack for the layout of official papers: it stands alone, its examples hold, our own drafts keep it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from checker.api import check, load_pack
from checker.authoring.examples import run
from checker.cli import main
from checker.drafting import docx
from checker.drafting.plan import lines
from checker.engine import needs_layout
from checker.model import Severity, State, VerdictCode
from checker.reading import Limits, read_bytes, read_path

from .drafting.filled import ISSUERS, filled_word

SEEDS = Path(__file__).parent.parent / "seeds"
ASKED = Limits(layout=True)
STANDARD = "GB/T 9704-2012《党政机关公文格式》"
# What the standard says of the place, or how its numbers are derived, is no more than a remark.
REMARKS = {
    "GW-TITLE-PLACE",
    "GW-LINE-SPACING",
    "GW-ADDRESSEE",
    "GW-NUMBERING",
    "GW-SIGNATURE",
    "GW-DATE",
    "GW-PAGE-NUMBER-FORM",
}


def draft(level: str) -> bytes:
    """Return the blank draft of *level* as a Word document."""
    template = load_pack().template
    assert template.draft is not None
    return docx.draft(lines(template, level, 2026, ISSUERS[level]), template.draft, "zh")


def findings(data: bytes) -> dict[str, str]:
    report = check(read_bytes(data, "a.docx", ASKED), load_pack("gongwen"))
    quiet = (State.PASS, State.NOT_APPLICABLE)
    return {outcome.rule: outcome.message.zh for outcome in report.outcomes if outcome.state not in quiet}


def test_every_example_gives_what_it_promises() -> None:
    results = run(load_pack("gongwen"))
    assert len(results) > 40
    assert [(each.rule, each.name, each.problem) for each in results if each.problem is not None] == []


def test_a_recommended_standard_is_never_a_must_and_a_remark_is_information() -> None:
    rules = load_pack("gongwen").rules
    assert {rule.id for rule in rules if rule.severity is Severity.INFO} == REMARKS
    assert {rule.severity for rule in rules} == {Severity.SHOULD, Severity.INFO}
    assert {(basis.norm, basis.rank) for rule in rules for basis in rule.basis} == {(STANDARD, "nat_std")}


@pytest.mark.parametrize("level", ISSUERS)
def test_our_own_drafts_keep_it_blank_and_filled_in(level: str) -> None:
    assert findings(draft(level)) == {}
    assert findings(filled_word(draft(level))) == {}


def test_a_document_that_was_read_without_its_layout_is_left_open() -> None:
    report = check(read_bytes(filled_word(draft("street")), "a.docx"), load_pack("gongwen"))
    assert {outcome.state for outcome in report.outcomes if outcome.rule != "GW-NUMBERING"} == {State.CANNOT_TELL}


def test_a_sample_is_told_of_what_it_sets_otherwise_and_of_nothing_else() -> None:
    report = check(read_path(SEEDS / "street_2025.docx", ASKED), load_pack("gongwen"))
    told = {outcome.rule: outcome.message.zh for outcome in report.outcomes if outcome.state is State.FAIL}
    assert told == {
        "GW-TITLE-FONT": "标题：字体应为小标宋体，实为宋体",
        "GW-PAGE-NUMBER-FORM": "页码：字体应为宋体，实为仿宋；字号应为四号（14 磅），实为三号（16 磅）；"
        "位置应为单页居右、双页居左，实为居中",
    }
    assert report.verdict.code is VerdictCode.REVISE


def test_formats_without_a_layout_are_no_pass() -> None:
    report = check(read_path(SEEDS / "street_2025.txt", ASKED), load_pack("gongwen"))
    asked = {outcome.state for outcome in report.outcomes if outcome.rule != "GW-NUMBERING"}
    assert asked == {State.NOT_APPLICABLE}
    assert report.verdict.code is VerdictCode.CANNOT_JUDGE


def test_only_parts_that_its_rules_ask_about_are_scored() -> None:
    report = check(read_path(SEEDS / "street_2025.docx", ASKED), load_pack("gongwen"))
    assert [group.id for group in report.score.groups] == ["paper", "heads", "words", "ending", "pages"]


def test_other_packs_read_no_layout() -> None:
    assert [needs_layout(load_pack(name)) for name in ("gongwen", "default")] == [True, False]


@pytest.mark.parametrize("isolation", ["--isolate", "--no-isolate"])
def test_the_layout_is_read_where_the_pack_is_named(isolation: str, capsys: pytest.CaptureFixture[str]) -> None:
    code = main(
        [
            "check",
            str(SEEDS / "street_2025.docx"),
            "--pack",
            "gongwen",
            "--format",
            "json",
            "--fail-on",
            "should",
            isolation,
        ]
    )
    report = json.loads(capsys.readouterr().out)
    assert (code, report["verdict"]["code"], report["pack"]["id"]) == (1, "revise", "gongwen")
