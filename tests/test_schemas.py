"""Everything written for programs is as its published schema says, and the schemas are closed."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from checker.cli import main
from checker.schemas import NAMES, schema_json
from checker.settings import DEFAULTS

ROOT = Path(__file__).resolve().parent.parent
COUNTY, TOWNSHIP = (str(ROOT / "seeds" / f"{name}.txt") for name in ("county_2025", "township_2024_empty_shortcomings"))


def validate(name: str, value: Any) -> None:
    Draft202012Validator(json.loads(schema_json(name))).validate(value)


def objects(schema: Any) -> Iterator[dict[str, Any]]:
    """Every schema of an object inside *schema*."""
    if isinstance(schema, dict):
        if "properties" in schema:
            yield schema
        for value in schema.values():
            yield from objects(value)
    elif isinstance(schema, list):
        for value in schema:
            yield from objects(value)


@pytest.mark.parametrize("name", NAMES)
def test_each_is_valid_named_and_closed(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema", name]) == 0
    schema = json.loads(capsys.readouterr().out)
    Draft202012Validator.check_schema(schema)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    if name != "rule":
        assert schema["$id"] == f"urn:checker:{name}:1"
        assert all(each["additionalProperties"] is False for each in objects(schema))


def test_an_unknown_one_is_told_with_the_nearest(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema", "exmaples"]) == 2
    assert "是不是“examples”？" in capsys.readouterr().err


def test_settings_are_as_their_schema_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "checker.yaml").write_text("fail_on: should\nlimits: {pages: 9}\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("CHECKER_YEAR", "2024")
    assert main(["config", "--format", "json"]) == 0
    value = json.loads(capsys.readouterr().out)
    validate("config", value)
    assert list(value) == list(DEFAULTS) == list(json.loads(schema_json("config"))["properties"])


def test_what_was_read_is_as_its_schema_says(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    empty = tmp_path / "a.txt"
    empty.write_bytes(b"")
    table = str(ROOT / "seeds" / "street_2025.docx")
    assert main(["read", COUNTY, table, str(empty), "--format", "json"]) == 2
    value = json.loads(capsys.readouterr().out)
    validate("reading", value)
    validate("reading", value[0])
    assert [each["document"]["format"] for each in value] == ["txt", "docx", "unreadable"]


def test_a_comparison_and_a_baseline_are_as_their_schemas_say(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["compare", COUNTY, TOWNSHIP, "--format", "json"]) == 1
    comparison = json.loads(capsys.readouterr().out)
    validate("comparison", comparison)
    assert comparison["new"]
    path = tmp_path / "baseline.json"
    assert main(["baseline", "write", TOWNSHIP, "-o", str(path)]) == 0
    validate("baseline", json.loads(path.read_text(encoding="utf-8")))
    assert main(["check", COUNTY, TOWNSHIP, "--baseline", str(path), "--format", "json"]) == 0
    capsys.readouterr()
    moved = path.read_text(encoding="utf-8").replace("township_2024_empty_shortcomings", "county_2025")
    path.write_text(moved, encoding="utf-8")
    main(["check", COUNTY, "--baseline", str(path), "--format", "json"])
    report = json.loads(capsys.readouterr().out)
    validate("report", report)
    assert {each["state"] for each in report["gone"]} <= {"fail", "partial"}
    assert report["gone"]


@pytest.mark.parametrize("more", [[], ["--coverage", "--mutate"]], ids=["plain", "measured"])
def test_the_results_of_examples_are_as_their_schema_says(more: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rules", "test", "--rule", "FZ-REF-DOCNO", "--rule", "FZ-CONT-C4", "--format", "json", *more]) == 0
    value = json.loads(capsys.readouterr().out)
    validate("examples", value)
    assert [rule["rule"] for rule in value["rules"]] == ["FZ-CONT-C4", "FZ-REF-DOCNO"]
    assert value["counts"]["broken"] == 0
    assert {each["problem"] for rule in value["rules"] for each in rule["examples"]} == {None}
    assert ({"coverage", "mutation"} <= set(value)) is bool(more)
    if more:
        assert value["mutation"]["mutants"] == len(value["mutation"]["results"]) > 0


def test_what_examples_lack_and_break_is_in_the_results(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from tests.rulebook.packs import PACK, TEMPLATE, write

    rules = """\
rules:
  - id: P-WORK-01
    name: {zh: 桥, en: Bridges}
    severity: should
    group: form
    check: {kind: forbidden, concept: bridge, corrections: [{pattern: 架桥, replacement: 修路}]}
    advice: {zh: 改, en: Mend}
    examples:
      - {name: 没写, expect: pass, text: 现将全年情况报告如下：无事。}
      - {name: 写了, expect: fail, text: 现将全年情况报告如下：无事。}
"""
    folder = write(tmp_path, PACK, rules, TEMPLATE)
    assert main(["rules", "test", "--pack", str(folder), "--format", "json"]) == 1
    value = json.loads(capsys.readouterr().out)
    validate("examples", value)
    (rule,) = value["rules"]
    assert [(each["got"], each["problem"] is None) for each in rule["examples"]] == [("pass", True), ("pass", False)]
    assert rule["lacking"] == ["没有写明改正结果的例子，请在一个不合格的例子里补写 corrected"]
    assert value["counts"] == {"rules": 1, "examples": 2, "broken": 1}


def test_what_lint_says_is_as_its_schema_says(capsys: pytest.CaptureFixture[str]) -> None:
    main(["rules", "lint", "--format", "json"])
    value = json.loads(capsys.readouterr().out)
    validate("lint", value)
    assert value["remarks"]
