"""The command line: what it prints where, and the exit code that a gate relies on."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from typer.main import get_command

import checker.api
import checker.authoring.examples
from checker.authoring.examples import ExampleResult
from checker.checking import exit_code
from checker.cli import main
from checker.commandline import Group, help_key
from checker.commands import app
from checker.errors import PackError, Problem
from checker.model import Document, Kind, Report, Severity, State, Verdict, VerdictCode
from checker.reports.json import schema
from checker.texts import CATALOGUE, Text, text

from .reports.samples import BLOCKED, CAUSES, OTHER, READY, UNREADABLE

ROOT = Path(__file__).resolve().parent.parent
SEEDS = ROOT / "seeds"
GOOD, EMPTY = SEEDS / "county_2025.txt", SEEDS / "township_2024_empty_shortcomings.txt"
NEWS = SEEDS / "other_news_feature.txt"


class Run:
    """What one call of the program left behind."""

    def __init__(self, code: int, out: str, err: str) -> None:
        self.code, self.out, self.err = code, out, err


Check = Callable[..., Run]


@pytest.fixture
def run(capfd: pytest.CaptureFixture[str]) -> Check:
    def call(*arguments: object) -> Run:
        code = main([str(argument) for argument in arguments])
        captured = capfd.readouterr()
        return Run(code, captured.out, captured.err)

    return call


# --- exit codes


def judged(*states: tuple[Severity, State], verdict: VerdictCode = VerdictCode.REVISE) -> Report:
    outcomes = tuple(replace(CAUSES, severity=severity, state=state) for severity, state in states)
    return replace(BLOCKED, outcomes=outcomes, verdict=Verdict(verdict, Text("因", "why")))


MUST, SHOULD, INFO = Severity.MUST, Severity.SHOULD, Severity.INFO


@pytest.mark.parametrize(
    ("report", "must", "should", "never"),
    [
        (judged((MUST, State.PASS), verdict=VerdictCode.READY), 0, 0, 0),
        (judged((MUST, State.WAIVED), (MUST, State.MANUAL), (MUST, State.NOT_APPLICABLE)), 0, 0, 0),
        (judged((INFO, State.FAIL)), 0, 0, 0),
        (judged((SHOULD, State.FAIL)), 0, 1, 0),
        (judged((SHOULD, State.PARTIAL)), 0, 1, 0),
        (judged((SHOULD, State.CANNOT_TELL)), 0, 2, 0),
        (judged((SHOULD, State.CANNOT_TELL), (SHOULD, State.FAIL)), 0, 1, 0),
        (judged((MUST, State.PARTIAL)), 1, 1, 0),
        (judged((MUST, State.FAIL), verdict=VerdictCode.BLOCKED), 1, 1, 0),
        (judged((MUST, State.FAIL), (MUST, State.CANNOT_TELL), verdict=VerdictCode.BLOCKED), 1, 1, 0),
        (judged((MUST, State.CANNOT_TELL), verdict=VerdictCode.CANNOT_JUDGE), 2, 2, 2),
        (OTHER, 2, 2, 2),
        (UNREADABLE, 2, 2, 2),
    ],
)
def test_findings_count_from_fail_on_and_what_was_not_judged_always_does(
    report: Report, must: int, should: int, never: int
) -> None:
    assert [exit_code([report], threshold) for threshold in ("must", "should", "never")] == [must, should, never]


def test_the_worst_of_several_files_wins() -> None:
    assert exit_code([READY, BLOCKED, READY], "must") == 1
    assert exit_code([BLOCKED, UNREADABLE, READY], "must") == 2
    assert exit_code([READY, READY], "must") == 0


def test_no_result_is_no_pass() -> None:
    assert exit_code([], "never") == 2


# --- check, end to end


def test_a_report_in_order_is_ready(run: Check) -> None:
    done = run("check", GOOD)
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith("√ 可报送  ")
    assert str(GOOD) in done.out


def test_a_missing_part_blocks_and_is_shown_with_place_basis_and_advice(run: Check) -> None:
    done = run("check", EMPTY)
    assert (done.code, done.err) == (1, "")
    assert done.out.startswith("× 不可报送  ")
    for words in ("FZ-CONT-C2A", "“三、存在的不足”", "第12段", "依据", "建议"):
        assert words in done.out


def test_findings_never_fail_the_run_where_the_user_says_so(run: Check) -> None:
    assert run("check", EMPTY, "--fail-on", "never").code == 0


def test_what_is_no_report_is_said_to_be_something_else(run: Check) -> None:
    done = run("check", NEWS, "--fail-on", "never")
    assert done.code == 2
    assert done.out.startswith("○ 不是年度报告  ")


def test_english_on_request(run: Check) -> None:
    assert run("check", EMPTY, "--lang", "en").out.startswith("× BLOCKED  ")
    assert run("check", "--lang=en", "nowhere.txt").err.startswith("nowhere.txt: ")


def test_json_is_valid_and_one_object_for_one_file(run: Check) -> None:
    done = run("check", GOOD, "--format", "json")
    made = json.loads(done.out)
    Draft202012Validator(schema()).validate(made)
    assert (done.code, done.err, made["verdict"]["code"]) == (0, "", "ready")
    assert made["document"]["path"] == str(GOOD)


def test_every_file_is_reported_also_those_that_cannot_be_read(run: Check, tmp_path: Path) -> None:
    broken, missing = tmp_path / "empty.docx", tmp_path / "missing.txt"
    broken.write_bytes(b"")
    done = run("check", broken, GOOD, missing, NEWS, "-f", "json")
    made = json.loads(done.out)
    Draft202012Validator(schema()).validate(made)
    assert done.code == 2
    assert [(item["document"]["path"], item["verdict"]["code"]) for item in made] == [
        (str(broken), "cannot_judge"),
        (str(GOOD), "ready"),
        (str(missing), "cannot_judge"),
        (str(NEWS), "not_a_report"),
    ]
    assert [line for line in done.err.splitlines() if line.startswith(str(broken))]
    assert [line for line in done.err.splitlines() if line.startswith(str(missing))]


def test_several_files_end_in_a_table(run: Check, tmp_path: Path) -> None:
    missing = tmp_path / "missing.txt"
    done = run("check", GOOD, missing, EMPTY)
    assert done.code == 2
    assert "共 3 份：√ 可报送 1 · × 不可报送 1 · ? 无法判定 1\n" in done.out
    assert done.out.count(str(missing)) == 1  # in the table; what is wrong with it stands on standard error
    assert str(missing) in done.err


def test_a_folder_is_walked_in_order_and_leaves_out_what_is_no_document(run: Check, tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / ".hidden").mkdir()
    for name in ("b/two.txt", "one.TXT", ".hidden/three.txt", ".four.txt", "~$five.docx", "list.xlsx"):
        (tmp_path / name).write_bytes(GOOD.read_bytes())
    done = run("check", tmp_path, "-f", "json")
    paths = [Path(item["document"]["path"]).relative_to(tmp_path).as_posix() for item in json.loads(done.out)]
    assert (done.code, paths) == (0, ["one.TXT", "b/two.txt"])
    assert done.err == f"跳过 1 个不是文档的文件：{tmp_path / 'list.xlsx'}\n"


def test_a_folder_with_one_file_still_gives_a_list(run: Check, tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_bytes(GOOD.read_bytes())
    assert len(json.loads(run("check", tmp_path, "-f", "json").out)) == 1


def test_a_folder_without_documents_is_no_pass(run: Check, tmp_path: Path) -> None:
    done = run("check", tmp_path)
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith(f"{tmp_path}: 文件夹里没有可以检查的文档\n")


def test_a_file_named_twice_is_checked_once(run: Check) -> None:
    assert len(json.loads(run("check", GOOD, GOOD, "-f", "json").out)) == 1


def test_year_and_level_given_overrule_the_document(run: Check) -> None:
    for level in ("street", "街道"):
        made = json.loads(run("check", GOOD, "--year", "2031", "--level", level, "-f", "json").out)
        assert (made["document"]["report_year"], made["document"]["level"]) == (2031, "street")


def test_standard_input_is_a_file_like_any_other() -> None:
    done = started("check", "-", "-f", "json", given=GOOD.read_bytes())
    made = json.loads(done.stdout)
    assert (done.returncode, made["document"]["path"], made["verdict"]["code"]) == (0, "-", "ready")


def test_the_result_goes_to_a_file_on_request(run: Check, tmp_path: Path) -> None:
    output = tmp_path / "结果.txt"
    done = run("check", EMPTY, tmp_path / "missing.docx", "-o", output)
    assert (done.code, done.out) == (2, "")
    written = output.read_text(encoding="utf-8")
    assert written.startswith("× 不可报送")
    assert "? 无法判定  " + str(tmp_path / "missing.docx") in written
    assert "\x1b" not in written


def test_the_original_is_never_overwritten(run: Check, tmp_path: Path) -> None:
    draft = tmp_path / "draft.txt"
    draft.write_bytes(GOOD.read_bytes())
    (tmp_path / "link.txt").symlink_to(draft)
    done = run("check", draft, "-o", tmp_path / "link.txt")
    assert (done.code, done.out) == (2, "")
    assert "原件不可改动" in done.err
    assert draft.read_bytes() == GOOD.read_bytes()


def test_a_place_that_cannot_be_written_to_is_named(run: Check, tmp_path: Path) -> None:
    done = run("check", GOOD, "-o", tmp_path / "nowhere" / "out.txt")
    assert done.code == 2
    assert done.err.startswith(f"{tmp_path / 'nowhere' / 'out.txt'}: 无法写入：")


def test_the_same_file_gives_the_same_bytes() -> None:
    first, second = (started("check", EMPTY, "-f", "json").stdout for _ in range(2))
    assert first == second


# --- usage


@pytest.mark.parametrize(
    ("arguments", "sentence", "hint"),
    [
        (["check", "--format", "jsn", "a"], "--format 不认识“jsn”", "是不是“json”？"),
        (["check", "--fail-on", "info", "a"], "--fail-on 不认识“info”", "可用的有：must、should、never"),
        (["check", "--lang", "fr", "a"], "--lang 不认识“fr”", "可用的有：zh、en"),
        (["check", "--explain", "FZ-CONT-C2"], "--explain 不认识“FZ-CONT-C2”", "是不是“FZ-CONT-C2"),
        (["check", "--level", "countty", GOOD], "--level 不认识“countty”", "是不是“county”？"),
        (["check", "--year", "25", "a"], "--year 应是四位年份，不是 25", None),
        (["check", "--year", "now", "a"], "--year 的取值不对", "用 --help 查看用法"),
        (["check", "--formt", "json"], "没有 --formt 这个选项", "是不是“--format”？"),
        (["check", "a", "--format"], "选项 --format 的写法不对，可能缺少取值", "用 --help 查看用法"),
        (["check"], "没有指定要检查的文件", "用 --help 查看用法"),
        (["chek", "a"], "没有 chek 这个命令", "是不是“check”？"),
        (["rules", "tset"], "没有 tset 这个命令", "是不是“test”？"),
        (["schema", "reprot"], "schema 不认识“reprot”", "是不是“report”？"),
        (["schema", "report", "more"], "命令写法不对：", "用 --help 查看用法"),
    ],
)
def test_wrong_usage_is_one_sentence_and_what_to_do(
    run: Check, arguments: list[object], sentence: str, hint: str | None
) -> None:
    done = run(*arguments)
    first, *rest = done.err.splitlines()
    assert (done.code, done.out) == (2, "")
    assert first.startswith(sentence)
    assert [line.strip()[: len(hint or "")] for line in rest] == ([] if hint is None else [hint])


def test_an_unknown_pack_is_wrong_usage(run: Check) -> None:
    done = run("check", GOOD, "--pack", "nosuch")
    assert (done.code, done.out) == (2, "")
    assert "nosuch" in done.err


def test_a_broken_pack_shows_each_problem(run: Check, monkeypatch: pytest.MonkeyPatch) -> None:
    problem = Problem(
        "unknown-key", Text("没有 sevrity 这个键", "no key"), "rules.yaml", 3, 5, ((3, "    sevrity: must"),)
    )

    def broken(name: str) -> object:
        raise PackError([problem])

    monkeypatch.setattr(checker.api, "load_pack", broken)
    done = run("check", GOOD)
    assert (done.code, done.out) == (2, "")
    assert "rules.yaml:3:5" in done.err
    assert "没有 sevrity 这个键" in done.err


def test_a_fault_of_the_program_is_told_and_hides_no_other_file(run: Check, monkeypatch: pytest.MonkeyPatch) -> None:
    good = checker.api.check

    def check(document: Document, *rest: object, **options: object) -> Report:
        if document.path == str(EMPTY):
            raise ZeroDivisionError("\x1b[31mfault")
        return good(document, *rest, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(checker.api, "check", check)
    done = run("check", EMPTY, GOOD, "-f", "json")
    assert [item["verdict"]["code"] for item in json.loads(done.out)] == ["cannot_judge", "ready"]
    assert done.code == 2
    assert done.err.startswith(f"{EMPTY}: 检查时程序出错，此文件未被判断：ZeroDivisionError: ␛[31mfault\n")
    assert "Traceback" not in done.err
    assert "Traceback" in run("check", EMPTY, "--verbose").err


def test_an_interrupted_run_says_so(run: Check, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*arguments: object, **options: object) -> Report:
        raise KeyboardInterrupt

    monkeypatch.setattr(checker.api, "check", interrupted)
    done = run("check", GOOD)
    assert (done.code, done.out, done.err) == (130, "", "已中断，没有给出结论\n")


def test_whoever_stops_reading_hears_no_complaint() -> None:
    command = [sys.executable, "-m", "checker", "check", EMPTY, "--verbose"]
    reader, writer = os.pipe()
    os.close(reader)
    with os.fdopen(writer, "wb") as pipe:
        done = subprocess.run(command, cwd=ROOT, stdout=pipe, stderr=subprocess.PIPE, check=False)
    assert (done.returncode, done.stderr) == (1, b"")


# --- the rest


def test_no_colour_unless_a_terminal_reads(run: Check, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "\x1b" not in run("check", EMPTY).out
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("NO_COLOR", raising=False)
    assert "\x1b[1;31m" in run("check", EMPTY).out
    assert "\x1b" not in run("check", EMPTY, "--no-color").out
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b" not in run("check", EMPTY).out


def test_explains_a_rule(run: Check) -> None:
    done = run("check", "--explain", "fz-cont-c2a")
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith("必须  存在的不足  FZ-CONT-C2A\n")
    for words in ("（待核）", "标题写法", "合格的例子", "不合格的例子", "contents.yaml:"):
        assert words in done.out


def test_explains_where_every_value_of_a_rule_was_written(run: Check) -> None:
    done = run("rules", "explain", "fz-time-01-street", "--pack", "lanjiang")
    assert (done.code, done.err) == (0, "")
    places = {name: where for name, *where in map(str.split, done.out.partition("各项出处")[2].splitlines())}
    for name, pack, file in (("advice", "lanjiang", "changes.yaml"), ("severity", "fazhi", "title-and-dates.yaml")):
        assert places[name][0] == pack
        assert Path(places[name][1].partition(":")[0]).parts[-2:] == (pack, file)
    assert run("rules", "explain", "FZ-TIME-0").err.startswith("rules explain 不认识“FZ-TIME-0”")


def test_explains_where_the_parameters_of_a_rule_come_from(run: Check) -> None:
    for arguments in (["check", "--explain"], ["rules", "explain"]):
        told = "".join(run(*arguments, "FZ-TIME-01-STREET", "--pack", "lanjiang").out.split())  # lines are broken
        pattern = r"check\.before=\{month:3,day:1,offset:1\}\(fazhi[^()]+:\d+、month:lanjiang[^()]+:\d+\)"
        assert re.search(pattern, told), told


def test_lists_packs_and_shows_one(run: Check) -> None:
    listed = json.loads(run("packs", "list", "--format", "json").out)
    shown = json.loads(run("packs", "show", "lanjiang", "-f", "json").out)
    (found,) = [pack for pack in listed if pack["id"] == "lanjiang"]
    assert (found["rules"], found["problems"], found["place"]) == (len(shown["rules"]), 0, "installed")
    assert [base["id"] for base in found["extends"]] == ["fazhi"]
    assert run("packs", "list").out.count("lanjiang 1.0.0") == 1
    assert shown["sha256"] in run("packs", "show", "lanjiang", "--lang", "en").out
    assert run("packs", "show", "--format", "xml").code == 2


def test_a_pack_of_another_place_decides(run: Check, tmp_path: Path) -> None:
    draft = tmp_path / "draft.txt"
    draft.write_text(
        "澜江市水务局2025年度法治政府建设情况报告\n发布日期：2026-03-12\n2025年，市水务局办理案件12件。",
        encoding="utf-8",
    )
    for pack, state in (("default", None), ("lanjiang", "fail")):
        made = json.loads(run("check", draft, "--pack", pack, "-f", "json").out)
        states = {outcome["rule"]: outcome["state"] for outcome in made["outcomes"]}
        assert (states.get("LJ-TIME-01"), states["FZ-TIME-01"]) == (state, "pass")


@pytest.mark.parametrize(("problem", "code"), [(None, 0), (Text("应为 fail，实为 pass", "expected fail, got pass"), 1)])
def test_examples_of_rules_that_differ_fail_the_run(
    run: Check, monkeypatch: pytest.MonkeyPatch, problem: Text | None, code: int
) -> None:
    result = ExampleResult("D-1", Text("甲", "A"), "例", State.FAIL, State.PASS, problem)
    monkeypatch.setattr(checker.authoring.examples, "run", lambda pack: [result])
    done = run("rules", "test", "--lang", "en")
    assert (done.code, done.err) == (code, "")
    assert done.out.endswith(f"rules: 1, examples: 1, rules with problems: {code}\n")
    assert ("expected fail, got pass" in done.out) is bool(code)


def test_prints_its_schemas(run: Check) -> None:
    done = run("schema", "report")
    assert (done.code, json.loads(done.out)) == (0, schema())
    assert json.loads(run("schema", "rule").out)["$schema"]


def test_prints_its_version(run: Check) -> None:
    done = run("--version")
    assert (done.code, done.err) == (0, "")
    assert re.fullmatch(r"checker \d[\w.+]*\n", done.out)


def test_called_with_nothing_it_shows_help_but_judges_nothing(run: Check) -> None:
    done = run()
    assert (done.code, done.out) == (2, run("--help").out)
    assert run("--help").code == 0


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_command_and_option_has_help_in_both_languages(run: Check, language: str) -> None:
    commands: list[list[str]] = [[]]
    for path in commands:
        command = get_command(app)
        for name in path:
            assert isinstance(command, Group)
            command = command.commands[name]
        for parameter in command.params:
            assert help_key(path, parameter) in CATALOGUE
        if isinstance(command, Group):
            commands += [[*path, name] for name in command.commands]
        done = run(*path, "--help", "--lang", language)
        assert (done.code, done.err) == (0, "")
        assert done.out.startswith(text("help.usage").of("zh" if language == "zh" else "en"))
        assert not re.search(r"[\u4e00-\u9fff]" if language == "en" else r"Usage|Options", done.out)
    assert len(commands) == 22


def started(*arguments: object, given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "checker", *map(str, arguments)]
    return subprocess.run(command, cwd=ROOT, input=given, capture_output=True, check=False)


def test_a_console_without_chinese_gets_question_marks_and_machines_get_utf8() -> None:
    environment = {**os.environ, "PYTHONIOENCODING": "ascii"}
    text_run, json_run = (
        subprocess.run(
            [sys.executable, "-m", "checker", "check", GOOD, "-f", form],
            cwd=ROOT,
            env=environment,
            capture_output=True,
            check=False,
        )
        for form in ("text", "json")
    )
    assert (text_run.returncode, text_run.stderr) == (0, b"")
    assert text_run.stdout.startswith(b"? ???")
    assert json.loads(json_run.stdout.decode("utf-8"))["document"]["kind"] == Kind.ANNUAL_REPORT


@pytest.mark.skipif(sys.platform != "linux", reason="needs file names that are no UTF-8")
def test_a_file_name_that_is_no_utf8_harms_nothing(run: Check, tmp_path: Path) -> None:
    draft = tmp_path / os.fsdecode(b"\xb1\xa8.txt")
    draft.write_bytes(GOOD.read_bytes())
    assert run("check", draft).code == 0
    made = json.loads(run("check", draft, "-f", "json").out)
    assert made["document"]["path"] == str(draft)


def test_the_program_is_imported_without_what_one_check_does_not_need() -> None:
    heavy = ("lxml", "jsonschema", "yaml", "jieba", "rich", "zipfile")
    code = f"import sys, checker.cli; print([name for name in {heavy!r} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def test_text_and_json_tell_the_same_verdict(run: Check) -> None:
    for path in (GOOD, EMPTY, NEWS):
        made = json.loads(run("check", path, "-f", "json").out)
        shown = run("check", path).out
        word = text(f"report.verdict_{made['verdict']['code']}").zh
        assert shown[2:].startswith(word)
        assert made["verdict"]["reason"][:20] in shown


@pytest.mark.parametrize(
    ("files", "told"), [((GOOD,), "已写入 {path}：可报送"), ((GOOD, EMPTY), "已写入 {path}：共 2 份")]
)
def test_a_person_at_a_terminal_is_told_of_a_report_in_a_file(
    files: tuple[Path, ...], told: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, run: Check
) -> None:
    path = tmp_path / "a.html"
    assert run("check", *files, "-o", path).err == ""
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    assert run("check", *files, "-o", path).err == told.format(path=path) + "\n"
