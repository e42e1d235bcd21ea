"""The packs that come with the program are right, and speak both languages."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

import checker
from checker.rulebook import load_pack, pack_names


@pytest.fixture(autouse=True)
def real_kinds(kinds: None, monkeypatch: pytest.MonkeyPatch, cache_home: Path) -> None:
    monkeypatch.undo()
    monkeypatch.setenv("XDG_CACHE_HOME", str(cache_home))


def test_every_shipped_pack_loads_and_the_default_is_one_of_them() -> None:
    shipped = {load_pack(name, cache=False).ref for name in pack_names()}
    assert shipped
    assert load_pack(cache=False).ref in shipped


def test_everything_said_to_a_reader_is_said_in_both_languages() -> None:
    pack = load_pack(cache=False)
    said = [
        (rule.id, text)
        for rule in pack.rules
        for text in (rule.name, rule.advice, rule.explanation, *rule.messages.values())
        if text is not None
    ]
    said += [(part.id, part.name) for part in (*pack.template.sections, *pack.template.groups, *pack.template.levels)]
    assert [name for name, text in said if text.zh == text.en] == []


def test_the_version_that_packs_may_ask_for_is_that_of_the_project() -> None:
    project = tomllib.loads((Path(__file__).parents[2] / "pyproject.toml").read_text(encoding="utf-8"))
    assert checker.__version__ == project["project"]["version"]
