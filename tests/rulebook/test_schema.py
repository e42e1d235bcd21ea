"""The schemas are those of the code: they name every field, agree with the loader, and those in rules/ are current."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from checker.errors import PackError
from checker.model import Basis, State
from checker.rule import (
    Example,
    Group,
    Level,
    Meeting,
    Norm,
    OtherKind,
    Recognition,
    Revision,
    Rule,
    Section,
    Template,
)
from checker.rulebook import load_pack, rule_schema_json, write_schemas
from checker.rulebook.schema import check_schemas, pack_schema, published
from checker.rulebook.template_schema import template_schema
from checker.texts import CATALOGUE
from checker.vocabulary import Concept

from .packs import PACK, RULES, TEMPLATE, write

SCHEMAS = Path(__file__).parents[2] / "rules" / "schema"


def names(kind: type) -> set[str]:
    return {field.name for field in fields(kind)} - {"origin"}


def test_the_schemas_beside_the_rules_are_current(
    tmp_path: Path, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.undo()  # the real check kinds
    written = write_schemas(tmp_path)
    stale = [path.name for path in written if path.read_bytes() != (SCHEMAS / path.name).read_bytes()]
    assert stale == [], (
        "write them anew: python -c 'from pathlib import Path; from checker.rulebook import write_schemas; "
        'write_schemas(Path("rules/schema"))\''
    )


def test_every_published_schema_is_itself_valid() -> None:
    for schema in published().values():
        Draft202012Validator.check_schema(schema)


def test_every_check_kind_has_a_closed_schema(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    kinds = check_schemas()
    assert kinds
    for schema in kinds.values():
        Draft202012Validator.check_schema(schema)
        assert (schema["type"], schema["additionalProperties"]) == ("object", False)
        assert "kind" not in schema.get("properties", {})


def test_every_field_of_a_template_can_be_written() -> None:
    properties = template_schema()["properties"]
    recognition = properties["recognition"]["properties"]
    assert set(properties) == names(Template) | {"extends"}
    assert set(recognition) == names(Recognition)
    assert set(recognition["others"]["items"]["properties"]) == names(OtherKind)
    assert set(properties["levels"]["items"]["properties"]) == names(Level)
    assert set(properties["sections"]["items"]["properties"]) == names(Section)
    assert set(properties["groups"]["items"]["properties"]) == names(Group)
    assert set(properties["vocabulary"]["additionalProperties"]["properties"]) == {
        *(names(Concept) - {"name", "found", "barred"}),
        "add",
        "add_unless",
    }
    norm = properties["norms"]["items"]["properties"]
    assert set(norm) == names(Norm)
    assert set(norm["revisions"]["items"]["properties"]) == names(Revision)
    assert set(properties["meetings"]["items"]["properties"]) == names(Meeting)


def test_every_field_of_a_rule_can_be_written() -> None:
    rule = published()["rules.schema.json"]["properties"]["rules"]["items"]["properties"]
    written_otherwise = {"kind": "check", "parameters": "check", "since": "years", "until": "years"}
    written_otherwise |= {"kinds": "when", "formats": "when", "depends": "when"}
    made_by_extending = {"off", "changes", "origins"}
    assert set(rule) == {written_otherwise.get(name, name) for name in names(Rule) - made_by_extending}
    assert set(rule["when"]["properties"]) == {"levels", "years", "kinds", "formats", "finding", "no_finding"}
    assert set(rule["basis"]["items"]["properties"]) == names(Basis)
    assert set(rule["examples"]["items"]["properties"]) == names(Example)
    assert set(rule["messages"]["properties"]) == {state.value for state in State} - {"waived"}


def test_every_description_is_a_line_of_chinese_and_one_of_english() -> None:
    said = [CATALOGUE[key] for key in CATALOGUE if key.startswith("schema.")]
    assert said
    assert [pair for pair in said if not all(pair) or any("\n" in text for text in pair)] == []


@pytest.mark.parametrize(
    "check",
    [
        "{kind: mention, section: work, words: [路]}",
        "{kind: mention, section: work, words: [路], label: 路}",
        "{kind: mention, section: work, words: [路], label: 3}",
        "{kind: mention, section: work}",
        "{kind: mention, before: '04-01'}",
        "{kind: dated, before: '04-01'}",
        "{kind: dated}",
        "{kind: other}",
        "{section: work}",
        "3",
    ],
)
def test_editors_and_the_loader_agree_about_a_check(tmp_path: Path, check: str) -> None:
    rules = RULES.replace("{kind: mention, section: work, words: [修路, <bridge>]}", check)
    assert editor_accepts("rules", rules) == loader_accepts(write(tmp_path, rules=rules))


@pytest.mark.parametrize("name", ["pack", "rules", "template"])
def test_editors_accept_what_is_right(name: str) -> None:
    assert editor_accepts(name, {"pack": PACK, "rules": RULES, "template": TEMPLATE}[name])


def test_the_schema_of_rule_files_is_published_as_text() -> None:
    assert yaml.safe_load(rule_schema_json()) == published()["rules.schema.json"]
    assert Draft202012Validator(pack_schema()).is_valid(yaml.safe_load(PACK))


def editor_accepts(name: str, text: str) -> bool:
    value: Any = yaml.safe_load(text)
    return bool(Draft202012Validator(published()[f"{name}.schema.json"]).is_valid(value))


def loader_accepts(folder: Path) -> bool:
    try:
        load_pack(folder, cache=False)
    except PackError:
        return False
    return True
