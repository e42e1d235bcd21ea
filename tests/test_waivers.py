"""Waivers: what somebody accepts no longer counts, stays visible, and nothing else is accepted with it."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from checker.api import check, load_pack
from checker.cli import main
from checker.errors import ReadError, WaiversError
from checker.model import Document, Evidence, Outcome, Report, Role, Severity, State, VerdictCode, Waiver
from checker.reading import read_bytes
from checker.texts import Text
from checker.waivers import Waivers, apply, load_waivers, unmatched

SEEDS = Path(__file__).parent.parent / "seeds"
LACKING = SEEDS / "township_2024_empty_shortcomings.txt"
PERSON = "reason: 空缺岗位，已向县委报告\n    owner: 张某\n"
GOOD = f"""waivers:
  - rule: FZ-CONT-C1
    document: drafts/*.txt
    pattern: 执法 力量
    {PERSON}    expires: 2026-03-31
  - rule: FZ-CONT-C3
    fingerprint: 0123456789abcdef
    {PERSON}"""
Write = Callable[[str], Path]
TODAY = date(2026, 1, 5)


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def written(content: str) -> Path:
        path = tmp_path / "waivers.yaml"
        path.write_text(content, encoding="utf-8")
        return path

    return written


def same(words: str) -> Text:
    return Text(words, words)


def outcome(state: State = State.FAIL, *quotes: str, severity: Severity = Severity.MUST) -> Outcome:
    evidence = tuple(Evidence(quote, 0, len(quote), 1, 1, role=Role.MATCH) for quote in quotes)
    empty = same("")
    return Outcome(
        "R-1", same("规则"), state, severity, "g", 1.0, same("原话"), empty, empty, "f" * 16, evidence=evidence
    )


def waiver(**given: Any) -> Waiver:
    return Waiver(**{"rule": "R-1", "reason": "理由", "owner": "张某", "place": "w.yaml:2", **given})


DOCUMENT = Document("in/drafts/yunxi.txt", "txt", "ab" * 32, "", ())


def applied(found: Outcome, *given: Waiver, today: str = "2026-01-05") -> tuple[State, list[str]]:
    (judged,), notes = apply(Waivers(given, today), DOCUMENT, [found])
    return judged.state, [note.zh.split("：")[0].split("，见")[0] for note in notes]


def test_waivers_are_read_with_their_places(write: Write) -> None:
    path = write(GOOD)
    reason = "空缺岗位，已向县委报告"
    assert load_waivers(path, load_pack(), TODAY) == Waivers(
        (
            Waiver(
                "FZ-CONT-C1",
                reason,
                "张某",
                f"{path}:2",
                document="drafts/*.txt",
                pattern="执法 力量",
                expires="2026-03-31",
            ),
            Waiver("FZ-CONT-C3", reason, "张某", f"{path}:8", fingerprint="0123456789abcdef"),
        ),
        "2026-01-05",
    )


@pytest.mark.parametrize(
    ("right", "wrong", "problem"),
    [
        ("FZ-CONT-C1", "FZ-CONT-C9", ("unknown-rule", 2)),
        ("    document: drafts/*.txt\n    pattern: 执法 力量\n", "", ("too-wide", 2)),
        ("2026-03-31", "2026-02-30", ("no-such-day", 7)),
        ("2026-03-31", "soon", ("pattern", 7)),
        ("    owner: 张某\n", "", ("missing-key", 2)),
        ("空缺岗位，已向县委报告", '" "', ("pattern", 5)),
        ("owner:", "owners:", ("unknown-key", 6)),
        ("waivers:\n", "waivers: [\n", ("yaml", 2)),
    ],
)
def test_each_mistake_is_shown_at_its_line(write: Write, right: str, wrong: str, problem: tuple[str, int]) -> None:
    with pytest.raises(WaiversError) as caught:
        load_waivers(write(GOOD.replace(right, wrong, 1)), load_pack(), TODAY)
    assert problem[1] in [found.line for found in caught.value.problems]
    if problem[0] in ("unknown-rule", "too-wide", "no-such-day"):
        assert [found.code for found in caught.value.problems] == [problem[0]]


def test_the_fingerprint_of_nothing_needs_a_document(write: Write) -> None:
    report = checked()
    bare = next(found for found in report.outcomes if found.state is State.FAIL and not found.evidence)
    given = f"waivers:\n  - rule: {bare.rule}\n    fingerprint: {bare.fingerprint}\n    {PERSON}"
    with pytest.raises(WaiversError) as caught:
        load_waivers(write(given), load_pack(), TODAY)
    assert [found.code for found in caught.value.problems] == ["bare-fingerprint"]
    assert load_waivers(write(given + "    document: a.txt\n"), load_pack(), TODAY).entries


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(ReadError):
        load_waivers(tmp_path / "none.yaml", load_pack(), TODAY)


@pytest.mark.parametrize(
    ("given", "state"),
    [
        ({"document": "drafts/yunxi.txt"}, State.WAIVED),
        ({"document": "drafts/*.txt"}, State.WAIVED),
        ({"document": "drafts\\yunxi.txt"}, State.WAIVED),
        ({"document": "ab" * 32}, State.WAIVED),
        ({"document": "cd" * 32}, State.FAIL),
        ({"document": "other/*.txt"}, State.FAIL),
        ({"fingerprint": "f" * 16}, State.WAIVED),
        ({"fingerprint": "e" * 16}, State.FAIL),
        ({"pattern": "执法力量"}, State.WAIVED),
        ({"pattern": "执法队伍"}, State.FAIL),
        ({"pattern": "执法力量", "document": "other/*.txt"}, State.FAIL),
        ({"rule": "R-2", "document": "drafts/*.txt"}, State.FAIL),
    ],
)
def test_all_that_a_waiver_names_must_hold(given: dict[str, str], state: State) -> None:
    assert applied(outcome(State.FAIL, "基层执法\n力量不强"), waiver(**given))[0] is state


def test_a_pattern_waives_no_other_place() -> None:
    found = outcome(State.FAIL, "甲处", "乙处")
    assert applied(found, waiver(pattern="甲")) == (State.FAIL, ["豁免不能涵盖 R-1 的全部位置，问题保留"])
    assert applied(found, waiver(pattern="甲"), waiver(pattern="乙")) == (State.WAIVED, [])


def test_a_pattern_does_not_waive_where_more_places_may_be_cut_off() -> None:
    found = outcome(State.FAIL, "甲处", "甲处", "甲处")
    assert applied(found, waiver(pattern="甲"))[0] is State.FAIL
    assert applied(found, waiver(fingerprint="f" * 16)) == (State.WAIVED, [])


def test_a_pattern_waives_nothing_that_stands_nowhere() -> None:
    assert applied(outcome(State.FAIL), waiver(pattern="甲")) == (State.FAIL, [])


def test_the_last_day_still_holds_and_the_next_is_told() -> None:
    given = waiver(document="yunxi.txt", expires="2026-03-31")
    assert applied(outcome(), given, today="2026-03-31") == (State.WAIVED, [])
    assert applied(outcome(), given, today="2026-04-01") == (State.FAIL, ["豁免已过期，不再有效"])


def test_what_could_not_be_told_is_never_waived() -> None:
    given = waiver(document="yunxi.txt")
    assert applied(outcome(State.CANNOT_TELL), given) == (State.CANNOT_TELL, ["无法判定的项目不能豁免"])


def test_a_question_to_a_person_is_not_waived() -> None:
    assert applied(outcome(State.MANUAL), waiver(document="yunxi.txt")) == (State.MANUAL, [])


def test_a_waiver_that_a_passing_document_no_longer_needs_is_told() -> None:
    assert applied(outcome(State.PASS), waiver(document="yunxi.txt")) == (State.PASS, ["豁免已不需要"])


def checked(waivers: Waivers | None = None) -> Report:
    return check(read_bytes(LACKING.read_bytes(), str(LACKING)), load_pack(), waivers=waivers)


def everything(report: Report) -> Waivers:
    found = [each for each in report.outcomes if each.state in (State.FAIL, State.PARTIAL)]
    return Waivers(tuple(waiver(rule=each.rule, document=LACKING.name) for each in found), "2026-01-05")


def test_a_waived_must_does_not_block_and_the_verdict_says_so() -> None:
    plain = checked()
    assert plain.verdict.code is VerdictCode.BLOCKED
    given = everything(plain)
    report = checked(given)
    assert report.verdict.code is VerdictCode.READY
    assert "已豁免" in report.verdict.reason.zh
    assert len([each for each in report.outcomes if each.state is State.WAIVED]) == len(given.entries)
    assert {each.why.zh.split("（")[0] for each in report.outcomes if each.state is State.WAIVED} == {"已豁免：理由"}
    assert unmatched(given, [report]) == ()
    assert unmatched(given, []) == given.entries


def test_the_command_line_waives_shows_and_tells(write: Write, capfd: pytest.CaptureFixture[str]) -> None:
    entries = "".join(
        f"  - {{rule: {each.rule}, document: {LACKING.name}, reason: 已报告县委, owner: 李某}}\n"
        for each in everything(checked()).entries
    )
    idle = "  - {rule: FZ-CONT-C1, pattern: 从未出现的话, reason: 无, owner: 李某, expires: 2020-01-01}\n"
    path = write(f"waivers:\n{entries}{idle}")
    assert main(["check", str(LACKING), "--waivers", str(path), "--format", "json"]) == 0
    told = capfd.readouterr()
    report = json.loads(told.out)
    assert report["counts"]["must"]["waived"] > 0
    assert any("已报告县委" in each["why"] for each in report["outcomes"] if each["state"] == "waived")
    assert "豁免没有对上任何问题：FZ-CONT-C1" in told.err
    for format_ in ("text", "line", "html", "markdown", "sarif", "junit"):
        assert main(["check", str(LACKING), "--waivers", str(path), "--format", format_]) == 0
        if format_ != "line":
            assert "豁免" in capfd.readouterr().out


def test_a_broken_file_of_waivers_ends_the_run(write: Write, capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(LACKING), "--waivers", str(write(GOOD.replace("owner", "ovner")))]) == 2
    told = capfd.readouterr()
    assert told.out == ""
    assert "豁免文件不能使用：共 4 处错误" in told.err
