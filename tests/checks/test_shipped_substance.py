"""The shipped rules on what a report tells: their examples, and what they say of the sample documents."""

from __future__ import annotations

import pytest

from checker.api import check, load_pack
from checker.authoring.examples import run
from checker.reading import read_path
from checker.rulebook import pack_names
from tests.test_seeds import SEEDS

KINDS = {"required", "coverage", "facts", "response", "similarity", "balance", "manual", "table_equations"}
IN_ORDER = [
    "county_2025.txt",
    "street_2025.txt",
    "street_2025.docx",
    "township_2024_one_line.txt",
    "township_2025_duties_inside.txt",
    "township_2025_page.html",
    "department_2025.txt",
    "department_2025.md",
    "city_2025_thematic.txt",
    "province_2025.txt",
]


def test_every_example_gives_what_it_promises() -> None:
    packs = [load_pack(name) for name in pack_names()]
    kinds = {rule.id: rule.kind for pack in packs for rule in pack.rules}
    results = [result for pack in packs for result in run(pack) if kinds[result.rule] in KINDS]
    assert {kinds[result.rule] for result in results} == KINDS
    assert [(result.rule, result.name, result.problem) for result in results if result.problem is not None] == []


@pytest.mark.parametrize("file", IN_ORDER)
def test_a_report_in_order_is_not_accused(file: str) -> None:
    pack = load_pack()
    report = check(read_path(SEEDS / file), pack)
    kinds = {rule.id: rule.kind for rule in pack.rules}
    findings = [outcome.rule for outcome in report.outcomes if outcome.is_finding and kinds[outcome.rule] in KINDS]
    assert findings == []


def test_a_report_compared_with_itself_is_all_copied() -> None:
    seed = read_path(SEEDS / "county_2025.txt")
    report = check(seed, load_pack(), previous=seed)
    assert [outcome.state.value for outcome in report.outcomes if outcome.rule == "FZ-DUP-01"] == ["fail"]
