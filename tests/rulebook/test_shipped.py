"""The packs that come with the program are right, and speak both languages."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

import checker
from checker.authoring.examples import run
from checker.rulebook import load_pack, pack_names


@pytest.fixture(autouse=True)
def real_kinds(kinds: None, monkeypatch: pytest.MonkeyPatch, cache_home: Path) -> None:
    monkeypatch.undo()
    monkeypatch.setenv("XDG_CACHE_HOME", str(cache_home))


def test_every_shipped_pack_loads_and_the_default_is_one_of_them() -> None:
    shipped = {load_pack(name, cache=False).ref for name in pack_names()}
    assert shipped
    assert load_pack(cache=False).ref in shipped


@pytest.mark.parametrize("name", pack_names())
def test_everything_said_to_a_reader_is_said_in_both_languages(name: str) -> None:
    pack = load_pack(name, cache=False)
    said = [
        (rule.id, text)
        for rule in pack.rules
        for text in (
            rule.name,
            rule.advice,
            rule.explanation,
            rule.off,
            *rule.messages.values(),
            *(change.reason for change in rule.changes),
        )
        if text is not None
    ]
    said += [(part.id, part.name) for part in (*pack.template.sections, *pack.template.groups, *pack.template.levels)]
    assert [name for name, text in said if text.zh == text.en] == []


def test_the_pack_of_a_city_changes_what_it_says_and_no_more() -> None:
    national, city = load_pack("fazhi", cache=False), load_pack("lanjiang", cache=False)
    assert city.bases == (national.ref,)
    assert [rule.id for rule in city.rules] == [*(rule.id for rule in national.rules), "LJ-TIME-01", "LJ-C1-01"]
    changed = {rule.id: [change.field for change in rule.changes] for rule in city.rules if rule.changes}
    assert changed == {
        "FZ-REF-OLD-MARKET": ["off"],
        "FZ-TITLE-01": ["weight"],
        "FZ-TIME-01-STREET": ["advice", "explanation", "check.before.month", "basis"],
    }
    same = [rule.id for rule in city.rules[: len(national.rules)] if rule == national.rule(rule.id)]
    assert same == [rule.id for rule in national.rules if rule.id not in changed]


@pytest.mark.parametrize("name", pack_names())
def test_every_example_of_a_shipped_pack_gives_what_it_promises(name: str) -> None:
    results = run(load_pack(name, cache=False))
    assert results
    assert [(result.rule, result.name, result.problem) for result in results if result.problem is not None] == []


def test_the_version_that_packs_may_ask_for_is_that_of_the_project() -> None:
    project = tomllib.loads((Path(__file__).parents[2] / "pyproject.toml").read_text(encoding="utf-8"))
    assert checker.__version__ == project["project"]["version"]
