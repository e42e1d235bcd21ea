"""Two drafts are compared finding by finding; nothing is resolved that is not met now."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from checker.cli import main
from checker.comparison import Comparison, Item, Side, compare
from checker.model import Severity, State, VerdictCode

SEEDS = Path(__file__).parent.parent / "seeds"
GOOD, LACKING = SEEDS / "county_2025.txt", SEEDS / "township_2024_empty_shortcomings.txt"
A, B = frozenset({("甲",)}), frozenset({("乙",)})


def item(state: State, places: frozenset[tuple[str, ...]] = frozenset(), fingerprint: str = "f") -> Item:
    return Item("R-1", "规则", state, Severity.MUST, "原话", fingerprint, places)


def side(*items: Item) -> Side:
    return Side("yunxi.txt", VerdictCode.REVISE, items)


def names(comparison: Comparison) -> list[str]:
    return [name for name in ("added", "remaining", "resolved", "dropped") if getattr(comparison, name)]


FAIL, PARTIAL, PASS = State.FAIL, State.PARTIAL, State.PASS


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (item(PASS), item(PASS), []),
        (item(PASS), item(FAIL), ["added"]),
        (None, item(FAIL), ["added"]),
        (item(FAIL), item(PASS), ["resolved"]),
        (item(FAIL), item(FAIL), ["remaining"]),
        (item(FAIL), item(PARTIAL), ["remaining"]),
        (item(PARTIAL), item(FAIL), ["added"]),
        (item(FAIL, A | B, "1"), item(FAIL, A, "2"), ["remaining"]),
        (item(FAIL, A, "1"), item(FAIL, A | B, "2"), ["added"]),
        (item(FAIL, A, "1"), item(FAIL, B, "2"), ["added"]),
        (item(FAIL, A, "1"), item(FAIL, frozenset(), "2"), ["added"]),
        (item(PARTIAL), item(State.CANNOT_TELL), ["added"]),
        (item(FAIL), item(State.NOT_APPLICABLE), ["dropped"]),
        (item(FAIL), item(State.WAIVED), ["dropped"]),
        (item(FAIL), None, ["dropped"]),
    ],
)
def test_each_finding_goes_to_one_list(before: Item | None, after: Item | None, expected: list[str]) -> None:
    assert names(compare(side(*filter(None, [before])), side(*filter(None, [after])))) == expected


def test_places_beyond_a_list_that_may_be_cut_are_not_taken_for_known() -> None:
    many = frozenset((str(number),) for number in range(3))
    assert names(compare(side(item(FAIL, many, "1")), side(item(FAIL, frozenset({("1",)}), "2")))) == ["added"]


def compared(capfd: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, Any]:
    code = main(["compare", *arguments, "--format", "json"])
    return code, json.loads(capfd.readouterr().out)


def test_the_command_compares_drafts_and_reports_alike(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    report = tmp_path / "old.json"
    main(["check", str(LACKING), "--format", "json", "-o", str(report)])
    new = tmp_path / "new.txt"
    new.write_bytes(LACKING.read_bytes() + "\n另有一句（没有写完。\n".encode())
    from_drafts = compared(capfd, str(LACKING), str(new))
    assert compared(capfd, str(report), str(new)) == from_drafts
    code, told = from_drafts
    assert code == 0
    assert [told["schema"], told["new_report"]["path"]] == ["checker-comparison/1", str(new)]
    assert told["remaining"]
    assert told["resolved"] == told["dropped"] == []
    assert [each["before"] for each in told["new"]] == ["pass"] * len(told["new"])


def test_a_worse_draft_fails_and_a_better_one_does_not(capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["compare", str(GOOD), str(LACKING)]) == 1
    assert "新增问题" in capfd.readouterr().out
    assert main(["compare", str(GOOD), str(LACKING), "--fail-on", "never"]) == 0
    assert main(["compare", str(LACKING), str(LACKING), "--fail-on", "should", "--lang", "en"]) == 0
    assert "New findings: 0" in capfd.readouterr().out


def test_a_draft_that_cannot_be_judged_resolves_nothing(capfd: pytest.CaptureFixture[str]) -> None:
    code, told = compared(capfd, str(LACKING), str(SEEDS / "other_news_feature.txt"))
    assert (code, told["resolved"]) == (2, [])
    assert told["dropped"]


def test_wrong_usage_is_told(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    broken = tmp_path / "a.json"
    broken.write_text("{}", encoding="utf-8")
    several = tmp_path / "b.json"
    several.write_text("[{}, {}]", encoding="utf-8")
    for arguments, told in [
        ([str(GOOD)], "要比较的是两份文件"),
        ([str(broken), str(GOOD)], "这不是 checker 的 JSON 检查结果"),
        ([str(several), str(GOOD)], "这里有 2 份"),
        ([str(GOOD), str(tmp_path / "none.json")], "检查结果读不出"),
        ([str(SEEDS), str(GOOD)], "比较要求每一边只有一份文档"),
    ]:
        assert main(["compare", *arguments]) == 2
        assert told in capfd.readouterr().err
