"""The sample documents yield what seeds/manifest.yaml says of them."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from checker.api import check, load_pack
from checker.model import Report
from checker.reading import read_path

SEEDS = Path(__file__).parent.parent / "seeds"
DOCUMENTS: list[dict[str, Any]] = yaml.safe_load((SEEDS / "manifest.yaml").read_text(encoding="utf-8"))["documents"]
each_document = pytest.mark.parametrize("entry", DOCUMENTS, ids=lambda entry: entry["file"])


@cache
def report_on(file: str) -> Report:
    return check(read_path(SEEDS / file), load_pack())


@each_document
def test_the_document_is_recognised_for_what_it_is(entry: dict[str, Any]) -> None:
    profile = report_on(entry["file"]).profile
    facts = {"year": profile.report_year, "level": profile.level, "issuer": profile.issuer}
    found = {"kind": profile.kind.value} | {key: fact.value if fact else None for key, fact in facts.items()}
    expected = {key: str(entry[key]) for key in ("kind", "year", "level", "issuer") if key in entry}
    assert {key: found[key] for key in expected} == expected


@each_document
def test_each_rule_says_what_a_careful_reader_says(entry: dict[str, Any]) -> None:
    states = {outcome.rule: outcome.state.value for outcome in report_on(entry["file"]).outcomes}
    expected = entry.get("states", {})
    assert {rule: states[rule] for rule in expected} == expected


@each_document
def test_the_verdict_is_the_right_one(entry: dict[str, Any]) -> None:
    assert report_on(entry["file"]).verdict.code.value == entry["verdict"]


@each_document
def test_every_quote_stands_in_the_document_at_the_place_given(entry: dict[str, Any]) -> None:
    report = report_on(entry["file"])
    text = report.document.text
    for outcome in report.outcomes:
        for item in outcome.evidence:
            assert text[item.start : item.end] == item.quote
            before = text[: item.start]
            assert (item.line, item.column) == (before.count("\n") + 1, item.start - (before.rfind("\n") + 1) + 1)


def test_every_file_of_the_folder_is_in_the_manifest() -> None:
    files = {path.name for path in SEEDS.iterdir() if path.is_file() and path.name != "manifest.yaml"}
    assert files == {entry["file"] for entry in DOCUMENTS}
