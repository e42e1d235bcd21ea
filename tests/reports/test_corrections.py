"""What a finding should read as is shown in every format, and offered to programs where they can use it."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from jsonschema import Draft4Validator, Draft202012Validator

from checker.model import Correction, Outcome, Report, Span
from checker.reports import corrections
from checker.reports.annotations import render_github, render_lines, render_rdjson
from checker.reports.html import render as html
from checker.reports.json import dump, schema
from checker.reports.junit import render as junit
from checker.reports.markdown import render as markdown
from checker.reports.sarif import render as sarif
from checker.reports.terminal import render as terminal

from .page import Page
from .samples import BLOCKED, CAUSES, TEXT

SARIF = json.loads((Path(__file__).parent / "schemas" / "sarif-2.1.0-rtm.5.json").read_text(encoding="utf-8"))


def correction(written: str, replacement: str, nth: int = 0) -> Correction:
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(written, start + 1)
    return Correction(Span(start, start + len(written)), replacement)


def report(*made: Correction, format_: str = "txt") -> Report:
    outcome = replace(CAUSES, corrections=made)
    return replace(BLOCKED, outcomes=(outcome,), document=replace(BLOCKED.document, format=format_))


WORDS = correction("执法力量不强", "执法力量不足")
MARK = correction("，", ",")


def shown(*made: Correction, most: int | None = corrections.SHOWN) -> tuple[list[tuple[str, str]], int]:
    about = report(*made)
    found = corrections.shown(about, about.outcomes[0], most)
    return [(pair.old, pair.new) for pair in found.pairs], found.more


def test_a_mark_is_shown_with_the_words_around_it_on_its_line() -> None:
    assert shown(MARK) == ([("件38件，其中调解", "件38件,其中调解")], 0)
    assert shown(WORDS) == ([("执法力量不强", "执法力量不足")], 0)
    assert shown(correction("云", "青"))[0] == [("云", "青")]
    assert shown(correction("。", ""))[0] == [("依法履职。全年办理", "依法履职全年办理")]


def test_of_many_the_first_different_ones_are_shown() -> None:
    same = [correction("年度", "年份", nth) for nth in range(3)]
    assert shown(WORDS, *same, most=2) == ([("执法力量不强", "执法力量不足"), ("年度", "年份")], 0)
    assert shown(WORDS, *same, most=1)[1] == 3
    assert len(shown(WORDS, *same, most=None)[0]) == 2


def test_people_read_what_it_becomes() -> None:
    about = report(WORDS)
    told = "“执法力量不强” → “执法力量不足”"
    assert f"改为    {told}" in terminal(about, "zh")
    assert told in markdown([about], "zh")
    assert f"改为：{told}" in junit([about], "zh")
    assert f"改为：{told}" in render_github([about], "zh")
    source = html([about], "zh")
    assert "<del>执法力量不强</del> → <ins>执法力量不足</ins>" in source
    assert any(line.startswith("改为") for line in Page(source).lines)
    assert "件38件<del>，</del>其中调解 → 件38件<ins>,</ins>其中调解" in html([report(MARK)], "zh")


def test_without_corrections_nothing_is_said_of_them() -> None:
    about = report()
    for words in (terminal(about, "zh"), markdown([about], "zh"), html([about], "zh"), dump([about], "zh")):
        assert "改为" not in words
        assert "fixes" not in words


def test_the_json_report_gives_each_with_its_place() -> None:
    value = json.loads(dump([report(WORDS, MARK)], "zh"))
    Draft202012Validator(schema()).validate(value)
    start = TEXT.index("执法力量不强")
    assert value["outcomes"][0]["fixes"][0] == {
        "quote": "执法力量不强",
        "start": start,
        "end": start + 6,
        "replacement": "执法力量不足",
    }


@pytest.mark.parametrize("format_", ["txt", "docx"])
def test_sarif_offers_them_as_one_change_where_the_file_is_the_text(format_: str) -> None:
    log = json.loads(sarif([report(WORDS, MARK, format_=format_)], "zh"))
    Draft4Validator(SARIF).validate(log)
    (result,) = log["runs"][0]["results"]
    if format_ == "docx":
        assert "fixes" not in result
        return
    (fix,) = result["fixes"]
    (change,) = fix["artifactChanges"]
    assert change["artifactLocation"] == {"uri": "drafts/yunxi.txt", "index": 0}
    first, second = change["replacements"]
    assert first["insertedContent"] == {"text": "执法力量不足"}
    assert (first["deletedRegion"]["startLine"], first["deletedRegion"]["charLength"]) == (5, 6)
    assert second["deletedRegion"]["charOffset"] == MARK.span.start


@pytest.mark.parametrize("format_", ["txt", "docx"])
def test_rdjson_suggests_them_in_bytes_where_the_file_is_the_text(format_: str) -> None:
    (diagnostic,) = json.loads(render_rdjson([report(WORDS, format_=format_)], "zh"))["diagnostics"]
    suggestion = {
        "range": {"start": {"line": 5, "column": 7}, "end": {"line": 5, "column": 25}},
        "text": "执法力量不足",
    }
    assert diagnostic.get("suggestions") == ([suggestion] if format_ == "txt" else None)


def test_one_line_a_finding_stays_one_line() -> None:
    assert render_lines([report(WORDS, MARK)], "zh").count("\n") == 1


def test_the_words_come_from_the_document_and_are_escaped() -> None:
    outcome: Outcome = replace(CAUSES, corrections=(Correction(Span(0, 2), "<script>alert(1)</script>"),))
    page = html([replace(BLOCKED, outcomes=(outcome,))], "zh")
    assert "<script>" not in page
