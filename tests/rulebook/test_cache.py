"""The cache makes loading fast and never decides what is loaded."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any

import pytest

import checker
from checker.errors import PackError
from checker.rule import Pack
from checker.rulebook import cache, load_pack, loader

from .packs import CITY, PACK, RULES, TEMPLATE, write, write_city


def values(pack: Pack) -> tuple[Any, ...]:
    """Return everything in *pack*, comparable: a vocabulary is compared by identity."""
    template = pack.template
    return (
        pack.ref,
        pack.name,
        pack.rules,
        template.recognition,
        template.levels,
        template.sections,
        template.groups,
        dict(template.vocabulary),
    )


@pytest.fixture
def compiled(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Grows by one with every pack that is compiled from its files."""
    counted: list[int] = []
    real = loader._compile

    def counting(*arguments: Any) -> Any:
        counted.append(1)
        return real(*arguments)

    monkeypatch.setattr(loader, "_compile", counting)
    return counted


def entries(home: Path) -> list[Path]:
    return sorted((home / "checker").glob("*"))


def test_a_pack_from_the_cache_is_the_pack_from_its_files(
    tmp_path: Path, cache_home: Path, compiled: list[int]
) -> None:
    folder = write(tmp_path, rules=RULES.replace("section: work, words", "label: 路, section: work, words"))
    packs = [load_pack(folder), load_pack(folder), load_pack(folder, cache=False)]
    assert len(compiled) == 2
    assert values(packs[1]) == values(packs[0]) == values(packs[2])
    assert [path.suffix for path in entries(cache_home)] == [".json"]


def test_a_pack_from_the_cache_names_the_files_it_was_loaded_from(tmp_path: Path, compiled: list[int]) -> None:
    load_pack(write(tmp_path / "first"))
    second = load_pack(write(tmp_path / "second"))
    assert len(compiled) == 1
    assert second.rules[0].origin is not None
    assert second.rules[0].origin.path == str(tmp_path / "second" / "probe" / "rules.yaml")


def test_the_cache_holds_nothing_where_it_was_not_asked_to(tmp_path: Path, cache_home: Path) -> None:
    load_pack(write(tmp_path), cache=False)
    assert entries(cache_home) == []


def test_every_change_is_compiled_anew(tmp_path: Path, compiled: list[int], monkeypatch: pytest.MonkeyPatch) -> None:
    folder = write(tmp_path)
    load_pack(folder)
    write(tmp_path, rules=RULES.replace("修路", "铺路"))
    assert load_pack(folder).rules[0].parameters["words"] == ["铺路", "<bridge>"]
    write(tmp_path, rules=RULES, template=TEMPLATE.replace("修桥", "造桥"))
    assert load_pack(folder).template.vocabulary["bridge"].phrases == ("架桥", "造桥")
    monkeypatch.setattr(checker, "__version__", "0.1.1")
    load_pack(folder)
    from checker.checks.registry import CHECKS

    monkeypatch.delitem(CHECKS, "dated")
    load_pack(folder)
    assert len(compiled) == 5


def test_a_change_in_a_base_is_a_change_of_what_extends_it(tmp_path: Path, compiled: list[int]) -> None:
    folder = write_city(tmp_path, "changes:\n  - {rule: P-SOFT-01, weight: 7, reason: 因}\n")
    assert [load_pack(folder).rule("P-SOFT-01").severity for _ in range(2)] == ["should", "should"]
    assert len(compiled) == 2  # the base and what extends it, each once
    load_pack(tmp_path / "probe")
    assert len(compiled) == 2
    soft = tmp_path / "probe" / "soft.yaml"
    soft.write_text(soft.read_text(encoding="utf-8").replace("severity: should", "severity: info"), encoding="utf-8")
    rule = load_pack(folder).rule("P-SOFT-01")
    assert (rule.severity, rule.weight, len(compiled)) == ("info", 7.0, 4)


def test_a_pack_that_extends_another_is_the_same_from_the_cache(tmp_path: Path) -> None:
    folder = write_city(
        tmp_path, "changes:\n  - {rule: P-SOFT-01, off: {reason: 因}}\n", CITY + "vocabulary: {road: [路]}\n"
    )
    packs = [load_pack(folder), load_pack(folder), load_pack(folder, cache=False)]
    assert values(packs[1]) == values(packs[0]) == values(packs[2])
    assert packs[1].added == packs[2].added


def test_a_pack_with_a_missing_base_is_never_kept(tmp_path: Path, cache_home: Path) -> None:
    folder = write_city(tmp_path, pack=CITY.replace("extends: probe", "extends: ../gone"))
    with pytest.raises(PackError):
        load_pack(folder)
    assert entries(cache_home) == []


def test_a_broken_pack_is_never_kept(tmp_path: Path, cache_home: Path) -> None:
    folder = write(tmp_path, rules=RULES.replace("must", "msut"))
    for _ in range(2):
        with pytest.raises(PackError):
            load_pack(folder)
    assert entries(cache_home) == []


def test_a_file_that_is_not_read_is_reported_although_the_rest_is_cached(tmp_path: Path) -> None:
    folder = write(tmp_path)
    load_pack(folder)
    (folder / "more.yml").write_text(RULES, encoding="utf-8")
    with pytest.raises(PackError):
        load_pack(folder)


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: b"",
        lambda data: data[:-1],
        lambda data: data.replace("修路".encode(), "铺路".encode()),
        lambda data: b"0" * 64 + data[64:],
        lambda data: data[:65],
        lambda data: b"\xff" + data,
    ],
)
def test_a_damaged_entry_is_compiled_anew_and_replaced(
    tmp_path: Path, cache_home: Path, compiled: list[int], damage: Any
) -> None:
    folder = write(tmp_path)
    first = load_pack(folder)
    (entry,) = entries(cache_home)
    whole = entry.read_bytes()
    entry.write_bytes(damage(whole))
    assert values(load_pack(folder)) == values(first)
    assert entry.read_bytes() == whole
    assert len(compiled) == 2


def test_the_folder_is_for_the_user_alone(tmp_path: Path, cache_home: Path) -> None:
    load_pack(write(tmp_path))
    assert (cache_home / "checker").stat().st_mode & 0o777 == 0o700


def test_a_folder_that_others_can_enter_is_not_used(tmp_path: Path, cache_home: Path, compiled: list[int]) -> None:
    (cache_home / "checker").mkdir(mode=0o755)
    (cache_home / "checker").chmod(0o755)
    for _ in range(2):
        load_pack(write(tmp_path))
    assert len(compiled) == 2
    assert entries(cache_home) == []


def test_a_folder_of_somebody_else_is_not_used(
    tmp_path: Path, cache_home: Path, compiled: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "getuid", lambda: (cache_home.stat().st_uid) + 1)
    for _ in range(2):
        load_pack(write(tmp_path))
    assert len(compiled) == 2
    assert entries(cache_home) == []


@pytest.mark.parametrize("made", ["file", "link"])
def test_what_is_no_folder_is_not_used(tmp_path: Path, cache_home: Path, compiled: list[int], made: str) -> None:
    if made == "file":
        (cache_home / "checker").write_text("", encoding="utf-8")
    else:
        (tmp_path / "target").mkdir(mode=0o700)
        (cache_home / "checker").symlink_to(tmp_path / "target")
    for _ in range(2):
        load_pack(write(tmp_path))
    assert len(compiled) == 2


def test_a_cache_that_cannot_be_made_or_written_is_no_error(
    tmp_path: Path, cache_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", "/proc/nowhere")
    assert load_pack(write(tmp_path)).ref.id == "probe"
    monkeypatch.setenv("XDG_CACHE_HOME", str(cache_home))

    def full(*_: Any, **__: Any) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("tempfile.mkstemp", full)
    assert load_pack(write(tmp_path)).ref.id == "probe"
    assert entries(cache_home) == []


def test_without_a_cache_home_the_one_of_the_user_is_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path / "user"))
    for value in ("", "relative/path"):
        monkeypatch.setenv("XDG_CACHE_HOME", value)
        assert cache.folder() == tmp_path / "user" / ".cache" / "checker"


def test_only_the_latest_entries_are_kept(tmp_path: Path, cache_home: Path) -> None:
    for number in range(12):
        load_pack(write(tmp_path, pack=PACK.replace("1.2", f"1.{number}")))
    assert len(entries(cache_home)) == 8


def test_a_cached_pack_needs_neither_yaml_nor_json_schema(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = write(tmp_path)
    load_pack(folder)
    for name in ("yaml", "jsonschema"):
        monkeypatch.setitem(sys.modules, name, None)  # importing it would raise
    assert len(load_pack(folder).rules) == 1
