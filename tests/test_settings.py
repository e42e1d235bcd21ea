"""Settings come from an option, else a variable, else checker.yaml, else the default; and a plain run pays nothing."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from checker.cli import main
from checker.errors import ReadError, SettingsError
from checker.settings import DEFAULTS, Setting, extended, load

SEED = Path(__file__).parent.parent / "seeds" / "township_2024_empty_shortcomings.txt"
FULL = """pack: packs/city
fail_on: should
format: json
lang: en
level: county
year: 2025
limits: {pages: 500, size: 20}
semantic: off
ocr: on
waivers: waivers.yaml
baseline: gate/baseline.json
"""


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "inner" / "deep"
    folder.mkdir(parents=True)
    monkeypatch.chdir(folder)
    for name in os.environ:
        if name.startswith("CHECKER_"):
            monkeypatch.delenv(name)
    return tmp_path


def write(folder: Path, content: str) -> Path:
    path = folder / "checker.yaml"
    path.write_text(content, encoding="utf-8")
    return path


def test_every_setting_knows_its_line_and_paths_start_at_the_file(here: Path) -> None:
    path = write(here, FULL)
    values = {
        "pack": str(here / "packs/city"),
        "fail_on": "should",
        "format": "json",
        "lang": "en",
        "level": "county",
        "year": "2025",
        "limits": "pages=500,size=20",
        "semantic": "off",
        "ocr": "on",
        "waivers": str(here / "waivers.yaml"),
        "baseline": str(here / "gate/baseline.json"),
    }
    assert list(values) == list(DEFAULTS)
    assert load({}) == {
        name: Setting(name, value, f"{path}:{line}") for line, (name, value) in enumerate(values.items(), start=1)
    }


def test_a_variable_wins_over_the_nearest_file(here: Path) -> None:
    write(here, "level: city\npack: other\n")
    write(here / "inner", "level: county\nyear: 2024\n")
    found = load({"CHECKER_LEVEL": "township", "CHECKER_PACK": "", "CHECKER_UNKNOWN": "x"})
    assert {name: setting.value for name, setting in found.items()} == {"level": "township", "year": "2024"}
    assert found["level"].source == "CHECKER_LEVEL"


def test_another_file_or_none_may_be_named(here: Path) -> None:
    write(here, "level: city\n")
    other = here / "other.yaml"
    other.write_text("year: 2023\n", encoding="utf-8")
    assert load({"CHECKER_CONFIG": "off"}) == {}
    assert list(load({"CHECKER_CONFIG": str(other)})) == ["year"]
    with pytest.raises(ReadError):
        load({"CHECKER_CONFIG": str(here / "none.yaml")})


@pytest.mark.skipif(os.name != "posix", reason="no such permissions")
def test_a_folder_that_anybody_may_write_decides_for_none_below_it(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(here, "fail_on: never\n")
    here.chmod(0o777)
    assert load({}) == {}
    monkeypatch.chdir(here)
    assert list(load({})) == ["fail_on"]


@pytest.mark.parametrize(
    ("content", "code", "line"),
    [
        ("fail-on: must\n", "unknown-key", 1),
        ("year: 2025\nfail_on: all\n", None, 2),
        ("limits: {page: 3}\n", "unknown-key", 1),
        ("limits: {pages: many}\n", None, 1),
        ("lang: fr\n", None, 1),
        ("semantic: no\n", None, 1),
        ("", "empty-file", 0),
    ],
)
def test_each_mistake_is_shown_at_its_line(here: Path, content: str, code: str | None, line: int) -> None:
    write(here, content)
    with pytest.raises(SettingsError) as caught:
        load({})
    (problem,) = caught.value.problems
    assert problem.line == line
    assert code in (None, problem.code)


def settings(**values: str) -> dict[str, Setting]:
    return {name: Setting(name, value) for name, value in values.items()}


@pytest.mark.parametrize(
    ("given", "wanted"),
    [
        (["check", "a.txt"], ["check", "--pack", "p", "--format", "json", "a.txt"]),
        (["check", "--pack", "q", "a.txt"], ["check", "--format", "json", "--pack", "q", "a.txt"]),
        (["check", "--pack=q", "-fline", "a.txt"], ["check", "--pack=q", "-fline", "a.txt"]),
        (["check", "-o", "a.html", "a.txt"], ["check", "--pack", "p", "-o", "a.html", "a.txt"]),
        (["check", "--", "--pack"], ["check", "--pack", "p", "--format", "json", "--", "--pack"]),
        (["compare", "a", "b"], ["compare", "--pack", "p", "a", "b"]),
        (["baseline", "write", "a"], ["baseline", "write", "--pack", "p", "a"]),
        (["rules", "test"], ["rules", "test"]),
        ([], []),
    ],
)
def test_what_is_set_becomes_an_option_where_none_is_given(given: list[str], wanted: list[str]) -> None:
    assert extended(given, settings(pack="p", format="json")) == wanted


def test_limits_become_one_option_each() -> None:
    wanted = ["check", "--limit", "pages=5", "--limit", "size=2", "a"]
    assert extended(["check", "a"], settings(limits="pages=5, size=2")) == wanted


def test_the_program_obeys(here: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(SEED)]) == 1
    capfd.readouterr()
    write(here, "fail_on: never\nformat: json\nlang: en\n")
    assert main(["check", str(SEED)]) == 0
    assert "Required item" in json.loads(capfd.readouterr().out)["verdict"]["reason"]
    monkeypatch.setenv("CHECKER_FAIL_ON", "must")
    assert main(["check", str(SEED), "--lang", "zh"]) == 1
    assert "必须项" in json.loads(capfd.readouterr().out)["verdict"]["reason"]
    assert main(["check", str(SEED), "--fail-on", "never", "-f", "line"]) == 0


def test_a_broken_file_ends_every_run_but_help(here: Path, capfd: pytest.CaptureFixture[str]) -> None:
    path = write(here, "fail_on: never\npak: city\n")
    assert main(["check", str(SEED)]) == 2
    told = capfd.readouterr()
    assert told.out == ""
    assert f"{path}:2:1" in told.err
    assert "pack" in told.err
    assert "设置文件不能使用：共 1 处错误" in told.err
    assert main(["check", "--help"]) == 0


def test_an_unknown_language_is_told(
    here: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("CHECKER_LANG", "fr")
    assert main(["check", str(SEED)]) == 2
    assert "CHECKER_LANG 不认识“fr”" in capfd.readouterr().err


def test_config_shows_values_and_where_they_come_from(
    here: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    path = write(here, "fail_on: should\nyear: 2025\n")
    monkeypatch.setenv("CHECKER_YEAR", "2024")
    assert main(["config", "--format", "json"]) == 0
    told = json.loads(capfd.readouterr().out)
    assert [told["fail_on"], told["year"], told["pack"], told["waivers"]] == [
        {"value": "should", "source": f"{path}:1"},
        {"value": "2024", "source": "CHECKER_YEAR"},
        {"value": "default", "source": "default"},
        {"value": None, "source": "default"},
    ]
    assert main(["config"]) == 0
    told_text = capfd.readouterr().out
    assert "CHECKER_YEAR" in told_text
    assert "默认" in told_text


def test_where_a_run_happens_changes_nothing(
    here: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    main(["check", str(SEED)])
    plain = capfd.readouterr()
    for name in ("GITHUB_ACTIONS", "GITLAB_CI", "CI"):
        monkeypatch.setenv(name, "true")
    main(["check", str(SEED)])
    assert capfd.readouterr() == plain
    monkeypatch.setenv("CHECKER_FORMAT", "github")
    main(["check", str(SEED)])
    assert capfd.readouterr().out.startswith("::error file=")


def test_a_plain_run_reads_no_yaml_and_loads_no_parser(here: Path) -> None:
    program = (
        "import sys; from checker.cli import main; main(['check', sys.argv[1]]);"
        "print([name for name in ('yaml', 'jsonschema', 'typer') if name in sys.modules])"
    )
    environment = {**os.environ, "PYTHONPATH": str(SEED.parent.parent), "PYTHONUTF8": "1"}
    command = [sys.executable, "-c", program, str(SEED)]
    told = [subprocess.check_output(command, env=environment, text=True, encoding="utf-8") for _ in range(2)]
    assert told[1].splitlines()[-1] == "[]"  # the first run may have made the cache of the pack
