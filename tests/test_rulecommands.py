"""``checker rules``: what each command prints where, and its exit code."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from checker.cli import main

from .authoring import packs

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(capfd: pytest.CaptureFixture[str]) -> Run:
    def call(*arguments: object) -> tuple[int, str, str]:
        code = main(["rules", *map(str, arguments)])
        captured = capfd.readouterr()
        return code, captured.out, captured.err

    return call


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return packs.write(tmp_path)


def test_lint_ends_with_a_code_that_a_gate_can_use(run: Run, home: Path) -> None:
    assert run("lint", "--pack", home, "--strict")[0] == 0
    (home / "rules.yaml").write_text(packs.RULES.replace("related: [D-GAPS]", "related: [D-SLANG]"), encoding="utf-8")
    assert [run("lint", "--pack", home)[0], run("lint", "--pack", home, "--strict")[0]] == [0, 1]
    code, out, err = run("lint", "--pack", home, "--format", "json")
    assert (code, json.loads(out)["counts"], err) == (0, {"error": 0, "warning": 2, "note": 1}, "")
    assert run("lint", "--pack", home, "-f", "github")[1].startswith("::warning file=")
    (home / "rules.yaml").write_text("rules: 3\n", encoding="utf-8")
    code, out, err = run("lint", "--pack", home)
    assert (code, "错误" in out, err) == (2, True, "")
    assert run("lint", "--pack", home, "-f", "xml")[2].startswith("--format 不认识“xml”")


def test_the_packs_that_are_shipped_have_no_errors(run: Run) -> None:
    for pack in ("fazhi", "lanjiang"):
        assert run("lint", "--pack", pack)[0] == 0


def test_examples_are_run_for_all_rules_or_some(run: Run, home: Path) -> None:
    assert run("test", "--pack", home)[1].endswith("规则 4 条，例子 8 个，有问题的规则 0 条\n")
    code, out, err = run("test", "--pack", home, "--rule", "d-slang", "--rule", "D-GAPS")
    assert (code, out.splitlines()[-1], err) == (0, "规则 2 条，例子 4 个，有问题的规则 0 条", "")
    assert run("test", "--pack", home, "--rule", "D-SLAN")[2].startswith("--rule 不认识“D-SLAN”")


def test_on_request_examples_are_measured_and_good_reports_broken(run: Run, home: Path, tmp_path: Path) -> None:
    reports = tmp_path / "reports"
    reports.mkdir()
    (reports / "good.txt").write_text(packs.REPORT, encoding="utf-8")
    code, out, err = run("test", "--pack", home, "--coverage", "--mutate", "--documents", reports)
    assert (code, err) == (0, "")
    assert "文本 7 篇，写法 12 种，出现过 9 种\n" in out
    assert out.endswith("合格报告 1 份，破坏 5 处，发现 5 处（100.0%），没有发现 0 处；牵连 0 处；没有试的规则 0 条\n")
    assert run("test", "--pack", home, "--mutate", "--documents", tmp_path / "none")[0] == 2


def test_a_survivor_fails_the_run(run: Run, home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from checker.authoring.edits import edited
    from checker.authoring.mutants import MUTATORS, Mutant, Way
    from checker.texts import Text

    unchanged = Way(lambda good, rule: iter([Mutant(Text("没改", "unchanged"), edited(good.document, ()))]))
    monkeypatch.setitem(MUTATORS, "required", (unchanged,))
    (tmp_path / "reports").mkdir()
    (tmp_path / "reports" / "good.txt").write_text(packs.REPORT, encoding="utf-8")
    code, out, _ = run("test", "--pack", home, "--mutate", "--documents", tmp_path / "reports")
    assert (code, "没有发现：good.txt，没改" in out) == (1, True)


def test_a_rule_is_explained_for_the_terminal_or_as_markdown(run: Run, home: Path) -> None:
    assert run("explain", "d-slang", "--pack", home)[1].startswith("信息  不用口语  D-SLANG\n")
    assert run("explain", "D-SLANG", "--pack", home, "-f", "markdown", "--lang", "en")[1].startswith("# No slang\n")
    assert run("explain", "D-SLAN", "--pack", home)[2].startswith("rules explain 不认识“D-SLAN”")
    assert run("explain", "D-SLANG", "--pack", home, "-f", "html")[0] == 2


def test_rules_are_listed_in_each_format(run: Run, home: Path) -> None:
    assert run("list", "--pack", home, "--severity", "must")[1].endswith("列出 1 条，共 4 条\n")
    found = json.loads(run("list", "--pack", home, "--level", "county", "--year", 2025, "-f", "json")[1])
    assert [rule["id"] for rule in found] == ["D-GAPS", "D-CAUSES", "D-SLANG"]
    assert run("list", "--pack", home, "--unverified", "-f", "markdown")[1].count("\n") == 3
    assert run("list", "--pack", home, "--kind", "odd")[2].startswith("--kind 不认识“odd”")


def test_a_catalogue_is_written_to_a_folder(run: Run, home: Path, tmp_path: Path) -> None:
    folder = tmp_path / "deep" / "pages"
    assert run("docs", "--pack", home, "-o", folder) == (0, "", f"已在 {folder} 写入 5 个文件\n")
    first = {path.name: path.read_bytes() for path in folder.iterdir()}
    run("docs", "--pack", home, "-o", folder)
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == first
    assert run("docs", "--pack", home, "-o", home / "rules.yaml")[0] == 2
    assert run("docs", "--pack", home)[0] == 2


NEW = (
    *("--id", "D-DYKE-01", "--name", "写到护堤", "--name-en", "Dykes", "--severity", "should", "--group", "results"),
    *("--kind", "required", "--word", "护堤", "--section", "results", "--norm", "《办法》", "--rank", "local"),
    *("--advice", "补写。", "--advice-en", "Add it.", "--explanation", "要写。", "--explanation-en", "It must."),
    *("--passing", "雁滩镇2025年水利工作报告\\n一、主要成效\\n护堤2处，巡河96次。"),
)
FAILING = ("--failing", "雁滩镇2025年水利工作报告\\n一、主要成效\\n巡河96次。")


def test_a_rule_is_tried_shown_and_written(run: Run, home: Path) -> None:
    before = (home / "rules.yaml").read_bytes()
    code, out, err = run("new", "--pack", home, *NEW, *FAILING, "--dry-run")
    assert (code, "  - id: D-DYKE-01\n" in out, err) == (0, True, "")
    assert (home / "rules.yaml").read_bytes() == before
    code, shown, err = run("new", "--pack", home, *NEW, *FAILING)
    assert (code, shown, err) == (0, out, f"已写入 {home / 'rules.yaml'}，第 57 行起\n")
    assert run("test", "--pack", home, "--rule", "D-DYKE-01")[0] == 0
    assert run("lint", "--pack", home, "--strict")[0] == 0


def test_a_rule_that_does_not_do_what_its_examples_say_is_not_written(run: Run, home: Path) -> None:
    before = (home / "rules.yaml").read_bytes()
    code, _, err = run("new", "--pack", home, *NEW, "--failing", NEW[-1])
    assert (code, "\n“不合格”：应为 fail，实为 pass：" in err) == (2, True)
    assert err.splitlines()[-1] == "没有写入：例子与规则不符"
    assert (home / "rules.yaml").read_bytes() == before


def test_warnings_about_a_new_rule_are_told_and_it_is_written(run: Run, home: Path) -> None:
    one_language = [each for each in NEW if each not in ("--name-en", "Dykes")]
    code, _, err = run("new", "--pack", home, *one_language, *FAILING)
    assert (code, err.count("警告 [one-language]"), err.count("已写入")) == (0, 1, 1)


class Typed(io.StringIO):
    """What a person types at a terminal."""

    def isatty(self) -> bool:
        return True


def test_at_a_terminal_what_is_missing_is_asked_for(run: Run, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    answers = ["township", "第五条", *FAILING[1].split("\\n"), ""]
    monkeypatch.setattr(sys, "stdin", Typed("\n".join(answers) + "\n"))
    code, out, _ = run("new", "--pack", home, *NEW)
    assert (code, "适用层级，空格分开（不填为全部）［county township］\n> " in out) == (0, True)
    assert "    levels: [township]\n" in (home / "rules.yaml").read_text(encoding="utf-8")


def test_whoever_stops_answering_interrupts(run: Run, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", Typed(""))
    before = (home / "rules.yaml").read_bytes()
    assert run("new", "--pack", home)[0] == 130
    assert (home / "rules.yaml").read_bytes() == before
    monkeypatch.setattr(sys, "stdin", io.StringIO(""))
    assert run("new", "--pack", home)[2].startswith("还缺少：--id")
