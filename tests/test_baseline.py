"""The baseline: what was known before stops no gate, whatever is new or worse does, and no verdict gets better."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from checker.api import check, load_pack
from checker.baseline import Baseline, Known, KnownDocument, dump_baseline, load_baseline, mark, recorded, updated
from checker.cli import main
from checker.errors import CheckerError, ReadError
from checker.model import Document, Outcome, Report, Severity, State
from checker.reading import read_bytes
from checker.texts import Text

SEED = Path(__file__).parent.parent / "seeds" / "township_2024_empty_shortcomings.txt"
Write = Callable[[str], Path]


def same(words: str) -> Text:
    return Text(words, words)


def outcome(state: State, rule: str = "R-1", fingerprint: str = "f" * 16) -> Outcome:
    empty = same("")
    return Outcome(
        rule, same("规则"), state, Severity.MUST, "g", 1.0, same("缺少内容"), empty, empty, fingerprint=fingerprint
    )


DOCUMENT = Document("/drafts/in/yunxi.txt", "txt", "ab" * 32, "", ())


def baseline(state: State = State.FAIL, path: str = "in/yunxi.txt", sha256: str = "cd" * 32) -> Baseline:
    return Baseline("/drafts", (KnownDocument(path, sha256, (Known("R-1", state, "f" * 16),)),))


def marked(given: Baseline, found: Outcome) -> tuple[bool, list[str]]:
    (result,), _, notes = mark(given, DOCUMENT, [found])
    return result.known, [note.zh.split("，")[0] for note in notes]


def report(words: str, path: str = "drafts/yunxi.txt", known: Baseline | None = None) -> Report:
    return check(read_bytes(words.encode(), path), load_pack(), baseline=known)


COUNTED, GONE = ["基线中已有的问题 1 项"], ["基线中的问题有 1 项已不存在"]


@pytest.mark.parametrize(
    ("given", "found", "expected"),
    [
        (baseline(), outcome(State.FAIL), (True, COUNTED)),
        (baseline(), outcome(State.PARTIAL), (True, COUNTED)),
        (baseline(State.PARTIAL), outcome(State.FAIL), (False, GONE)),
        (baseline(), outcome(State.FAIL, fingerprint="e" * 16), (False, GONE)),
        (baseline(), outcome(State.PASS), (False, GONE)),
        (baseline(), outcome(State.CANNOT_TELL), (False, [])),
        (baseline(), outcome(State.WAIVED), (False, [])),
        (baseline(), outcome(State.FAIL, rule="R-2"), (False, GONE)),
        (baseline(path="in/other.txt"), outcome(State.FAIL), (False, [])),
        (baseline(path="elsewhere.txt", sha256="ab" * 32), outcome(State.FAIL), (True, COUNTED)),
    ],
)
def test_a_finding_is_known_in_its_document_while_it_is_no_worse(
    given: Baseline, found: Outcome, expected: tuple[bool, list[str]]
) -> None:
    assert marked(given, found) == expected


def test_a_known_finding_says_so_and_changes_neither_verdict_nor_score() -> None:
    words = SEED.read_text(encoding="utf-8")
    plain = report(words)
    known = report(words, known=recorded(str(Path.cwd()), [plain]))
    assert (known.verdict, known.score) == (plain.verdict, plain.score)
    failing = [each for each in known.outcomes if each.state in (State.FAIL, State.PARTIAL)]
    assert failing
    assert all(each.known and each.message.zh.startswith("【基线已有】") for each in failing)


def test_fingerprints_survive_edits_elsewhere() -> None:
    lines = SEED.read_text(encoding="utf-8").split("\n")
    before = report("\n".join(lines))
    place = next(index for index, line in enumerate(lines) if line.startswith("一、")) + 1
    lines.insert(place, "全年召开协调会十二次，走访企业三十家。")
    after = report("\n".join(lines))
    assert after.document.text != before.document.text
    assert [(each.rule, each.state) for each in after.outcomes] == [(each.rule, each.state) for each in before.outcomes]
    found = {each.rule: each.fingerprint for each in before.outcomes if each.is_finding}
    assert found == {each.rule: each.fingerprint for each in after.outcomes if each.is_finding}


def test_one_more_place_than_is_shown_is_a_new_finding() -> None:
    words = SEED.read_text(encoding="utf-8")
    first = report(words.replace("。", "。(甲。", 30))
    second = report(words.replace("。", "。(甲。", 31))
    pairs = {each.rule: each.fingerprint for each in first.outcomes if len(each.evidence) >= 20}
    assert pairs
    now = {each.rule: each.fingerprint for each in second.outcomes}
    assert all(now[rule] != fingerprint for rule, fingerprint in pairs.items())


def test_a_baseline_is_written_and_read_back(tmp_path: Path) -> None:
    given = replace(baseline(), folder=str(tmp_path))
    path = tmp_path / "b.json"
    path.write_text(dump_baseline(given), encoding="utf-8")
    assert load_baseline(path) == given


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("{", "b.json:1:2: 基线不是正确的 JSON"),
        ('{"schema": "checker-baseline/1"}', "b.json: 基线的 $ 不合规定"),
        (
            '{"schema": "checker-baseline/1", "documents": [{"path": "a", "sha256": "b", "findings": [1]}]}',
            "b.json: 基线的 $.documents[0].findings[0] 不合规定",
        ),
    ],
)
def test_a_broken_baseline_is_told_at_its_place(tmp_path: Path, content: str, told: str) -> None:
    path = tmp_path / "b.json"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(CheckerError) as caught:
        load_baseline(path)
    assert caught.value.lines("zh")[0].endswith(told)


def test_a_baseline_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(ReadError):
        load_baseline(tmp_path / "none.json")


def test_an_update_only_takes_out() -> None:
    plain = report(SEED.read_text(encoding="utf-8"))
    path = Baseline(str(Path.cwd())).relative("drafts/yunxi.txt")
    given = recorded(str(Path.cwd()), [plain])
    (entry,) = given.documents
    gone = Known("R-GONE", State.FAIL, "0" * 16)
    other = KnownDocument("drafts/other.txt", "ef" * 32, (gone,))
    less = replace(entry, findings=(entry.findings[0], gone))
    assert updated(replace(given, documents=(less, other)), [plain]).documents == (
        replace(less, path=path, findings=(entry.findings[0],)),
        other,
    )


@pytest.fixture
def drafts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "drafts").mkdir()
    (tmp_path / "drafts" / "a.txt").write_bytes(SEED.read_bytes())
    return tmp_path


def test_a_gate_stops_what_is_new(drafts: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "drafts/a.txt"]) == 1
    assert main(["baseline", "write", "drafts", "-o", "b.json"]) == 0
    written = (drafts / "b.json").read_text(encoding="utf-8")
    assert [entry["path"] for entry in json.loads(written)["documents"]] == ["drafts/a.txt"]
    capfd.readouterr()
    assert main(["check", "drafts/a.txt", "--baseline", "b.json", "-f", "json"]) == 0
    told = json.loads(capfd.readouterr().out)
    assert told["verdict"]["code"] == "blocked"
    assert any("不计入退出码" in note for note in told["notes"])
    assert any(each.get("known") for each in told["outcomes"])
    assert "failures" not in written

    (drafts / "drafts" / "copy.txt").write_bytes(SEED.read_bytes().replace("。".encode(), "；".encode(), 1))
    assert main(["check", "drafts/copy.txt", "--baseline", "b.json"]) == 1
    assert main(["check", "drafts/a.txt", "--baseline", "b.json", "-f", "junit"]) == 0
    assert 'failures="0"' in capfd.readouterr().out


def test_the_baseline_follows_the_file_not_the_working_directory(drafts: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert main(["baseline", "write", "drafts/a.txt", "-o", "b.json"]) == 0
    (drafts / "drafts" / "a.txt").write_bytes(SEED.read_bytes() + b"\n")
    monkeypatch.chdir(drafts / "drafts")
    assert main(["check", "a.txt", "--baseline", "../b.json"]) == 0


def test_update_checks_the_documents_of_the_baseline(drafts: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["baseline", "write", "drafts/a.txt", "-o", "b.json"]) == 0
    before = load_baseline(drafts / "b.json")
    (entry,) = before.documents
    more = replace(entry, findings=(*entry.findings, Known("R-GONE", State.FAIL, "0" * 16)))
    (drafts / "b.json").write_text(dump_baseline(replace(before, documents=(more,))), encoding="utf-8")
    assert main(["baseline", "update", "b.json"]) == 0
    assert load_baseline(drafts / "b.json") == before
    (drafts / "drafts" / "a.txt").unlink()
    assert main(["baseline", "update", "b.json"]) == 2
    assert load_baseline(drafts / "b.json") == before


def test_wrong_usage_is_told(drafts: Path, capfd: pytest.CaptureFixture[str]) -> None:
    for arguments, told in [
        (["write", "drafts"], "没有指定写到哪个文件"),
        (["write", "-", "-o", "b.json"], "标准输入的文档没有路径"),
        (["write", "drafts/a.txt", "-o", "drafts/a.txt"], "原件不可改动"),
        (["update", "none.json"], "基线读不出"),
    ]:
        assert main(["baseline", *arguments]) == 2
        assert told in capfd.readouterr().err
    (drafts / "b.json").write_text("[]", encoding="utf-8")
    assert main(["check", "drafts", "--baseline", "b.json"]) == 2
