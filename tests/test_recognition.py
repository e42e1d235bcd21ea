"""A document of which pages were recognised is never ready, never blocked, and says where it may be wrong."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from checker.api import check, load_pack
from checker.cli import main
from checker.model import Document, Evidence, Outcome, Report, State, VerdictCode
from checker.reading import ocr, read_path
from checker.recognised import Recognised
from checker.reports import view
from checker.reports.json import report_json

SEEDS = Path(__file__).parent.parent / "seeds"
READY, FAILING = "county_2025.txt", "department_2024_no_plan.txt"


def recognised(file: str, confidence: float, doubtful: Sequence[Evidence] = ()) -> Document:
    """A sample as if page 2 had been its picture; the blocks with the *doubtful* quotes were recognised badly."""
    document = read_path(SEEDS / file)
    return replace(
        document,
        recognised=tuple(
            Recognised(
                block.start,
                block.end,
                2,
                0.7 if any(block.start < item.end and item.start < block.end for item in doubtful) else confidence,
            )
            for block in document.blocks
        ),
    )


def of_rule(report: Report, rule: str) -> Outcome:
    return next(outcome for outcome in report.outcomes if outcome.rule == rule)


def states(report: Report) -> dict[str, State]:
    return {outcome.rule: outcome.state for outcome in report.outcomes}


def test_what_is_met_with_confidence_is_met_and_yet_the_document_is_not_ready() -> None:
    plain = check(read_path(SEEDS / READY), load_pack())
    report = check(recognised(READY, 0.97), load_pack())
    assert plain.verdict.code is VerdictCode.READY
    assert states(report) == states(plain)
    assert report.verdict.code is VerdictCode.CANNOT_JUDGE
    assert report.verdict.reason.zh == ("第 2 页的文字由程序从图片识别，可能有错漏，请对照原件核对后由人下结论。")


def test_what_fails_is_left_open() -> None:
    plain = check(read_path(SEEDS / FAILING), load_pack())
    report = check(recognised(FAILING, 0.97), load_pack())
    open_now = {rule for rule, state in states(report).items() if state is State.CANNOT_TELL}
    failing = {
        outcome.rule
        for outcome in plain.outcomes
        if outcome.state in (State.FAIL, State.PARTIAL) and outcome.severity != "info"
    }
    assert "FZ-CONT-C4" in failing
    assert failing <= open_now
    told = of_rule(report, "FZ-CONT-C4")
    assert told.message.zh.startswith("第 2 页的文字由程序识别，可能有错漏，不能确定：")
    assert report.verdict.code is VerdictCode.CANNOT_JUDGE


def test_a_pass_that_rests_on_doubtful_words_alone_is_left_open() -> None:
    quotes = of_rule(check(read_path(SEEDS / READY), load_pack()), "FZ-CONT-C2B").evidence
    assert len({item.paragraph for item in quotes}) == 2
    outcome = of_rule(check(recognised(READY, 0.97, doubtful=quotes), load_pack()), "FZ-CONT-C2B")
    assert outcome.state is State.CANNOT_TELL
    assert outcome.message.zh.startswith("依据是把握不大的识别文字（第 2 页，把握 70%），须对照原件：")
    document = recognised(READY, 0.97, doubtful=quotes[:1])
    assert of_rule(check(document, load_pack()), "FZ-CONT-C2B").state is State.PASS


def test_what_must_not_stand_anywhere_may_stand_in_doubtful_words() -> None:
    sure, unsure = (check(recognised(READY, confidence), load_pack()) for confidence in (0.95, 0.85))
    assert states(sure)["FZ-SEC-01"] is State.PASS
    assert states(unsure)["FZ-SEC-01"] is State.CANNOT_TELL


def test_a_quote_says_how_sure_it_is() -> None:
    report = check(recognised(READY, 0.97), load_pack())
    quotes = [item for outcome in report.outcomes for item in outcome.evidence]
    assert {item.confidence for item in quotes if not item.head} == {0.97}
    assert view.place(quotes[0], "zh").endswith("（识别文字，把握 97%）")
    made = report_json(report, "zh")
    assert made["document"]["recognised_pages"] == [2]
    assert {item["confidence"] for outcome in made["outcomes"] for item in outcome["evidence"]} == {0.97}


def test_asking_for_it_without_the_extra_is_an_error(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(ocr, "installed", lambda: False)
    for command in ("check", "read"):
        assert main([command, str(SEEDS / READY), "--ocr", "on"]) == 2
        assert capsys.readouterr().err.splitlines() == [
            "没有安装文字识别组件，--ocr on 不能用",
            "  用 pip install 'checker[ocr]' 安装（约 370 MB），或者改用 --ocr auto",
        ]
    assert main(["check", str(SEEDS / READY), "--ocr", "of"]) == 2
    assert capsys.readouterr().err.splitlines() == ["--ocr 不认识“of”", "  是不是“off”？"]


def test_it_can_be_set_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(ocr, "installed", lambda: False)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "checker.yaml").write_text("ocr: on\n", encoding="utf-8")
    assert main(["read", str(SEEDS / READY)]) == 2
    assert "--ocr on" in capsys.readouterr().err
    monkeypatch.setenv("CHECKER_OCR", "off")
    assert main(["check", str(SEEDS / READY), "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["document"]["recognised_pages"] == []
