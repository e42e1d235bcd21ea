"""Several reports in one run: which format goes where, and what is refused before a file is read."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from checker.cli import main, plain_order
from checker.errors import UsageError
from checker.outputs import Output, pair, refuse_impossible

ROOT = Path(__file__).resolve().parent.parent
GOOD = ROOT / "seeds" / "county_2025.txt"
EMPTY = ROOT / "seeds" / "township_2024_empty_shortcomings.txt"


def paired(*given: str) -> list[tuple[str, str | None]]:
    """Return the outputs that ``-f`` and ``-o`` ask for, *given* as on a command line."""
    names = {"-f": "format", "-o": "output"}
    options = [(names[option], value) for option, value in zip(given[::2], given[1::2], strict=True)]
    return [(output.format, None if output.path is None else str(output.path)) for output in pair(options)]


@pytest.mark.parametrize(
    ("given", "outputs"),
    [
        ((), [("text", None)]),
        (("-f", "json"), [("json", None)]),
        (("-f", "html", "-o", "a"), [("html", "a")]),
        (("-o", "a", "-f", "html"), [("html", "a")]),
        (("-f", "html", "-o", "a", "-f", "sarif", "-o", "b"), [("html", "a"), ("sarif", "b")]),
        (("-o", "a", "-f", "html", "-o", "b", "-f", "sarif"), [("html", "a"), ("sarif", "b")]),
        (("-f", "text", "-f", "sarif", "-o", "b"), [("text", None), ("sarif", "b")]),
        (("-f", "sarif", "-o", "b", "-f", "text"), [("sarif", "b"), ("text", None)]),
        (("-o", "a.html"), [("html", "a.html")]),
        (("-o", "a.HTM", "-o", "b.sarif"), [("html", "a.HTM"), ("sarif", "b.sarif")]),
        (("-o", "a.md"), [("markdown", "a.md")]),
        (("-o", "a.log"), [("text", "a.log")]),
        (("-f", "json", "-o", "a.html"), [("json", "a.html")]),
        (("-f", "json", "-o", "-"), [("json", None)]),
        (("-f", "json", "-f", "html"), [("json", None), ("html", None)]),
    ],
)
def test_a_path_belongs_to_the_format_before_it(given: tuple[str, ...], outputs: list[tuple[str, str | None]]) -> None:
    assert paired(*given) == outputs


def refused(*outputs: Output, inputs: tuple[str, ...] = ()) -> str:
    with pytest.raises(UsageError) as caught:
        refuse_impossible(outputs, inputs)
    return caught.value.message.zh


def test_what_cannot_be_written_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    draft = tmp_path / "draft.txt"
    draft.write_text("甲", encoding="utf-8")
    assert refused(Output("json"), Output("html")) == "有不止一种格式没有指定文件：json, html"
    assert refused(Output("jsn", tmp_path / "a")) == "--format 不认识“jsn”"
    assert refused(Output("json", tmp_path / "a"), Output("html", tmp_path / "." / "a")) == "两种格式写到了同一个文件"
    assert refused(Output("json", draft), inputs=(str(draft),)) == "--output 指向了要检查的文件，原件不可改动"
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)
    assert refused(Output("xlsx")) == "xlsx 不能显示在终端上"
    refuse_impossible([Output("xlsx", tmp_path / "a"), Output("text"), Output("json", tmp_path / "b")], (str(draft),))


def call(*arguments: object) -> int:
    return main([str(argument) for argument in arguments])


def test_one_run_writes_them_all(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    page, log, book = (tmp_path / name for name in ("a.html", "b.sarif", "c.xlsx"))
    assert call("check", EMPTY, "-f", "html", "-o", page, "-fsarif", f"--output={log}", "-o", book, "-f", "xlsx") == 1
    assert capfd.readouterr() == ("", "")
    assert page.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
    assert json.loads(log.read_text(encoding="utf-8"))["version"] == "2.1.0"
    assert book.read_bytes()[:2] == b"PK"


def test_one_of_them_may_go_to_standard_output(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    log = tmp_path / "b.sarif"
    assert call("check", GOOD, "-f", "line", "-f", "sarif", "-o", log, EMPTY) == 1
    out = capfd.readouterr().out
    assert out.startswith(f"{EMPTY}:")
    assert log.exists()


def test_an_output_that_cannot_be_written_does_not_keep_the_others_back(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    nowhere, log = tmp_path / "no" / "a.html", tmp_path / "b.json"
    assert call("check", GOOD, "-o", nowhere, "-o", log) == 2
    assert capfd.readouterr().err.startswith(f"{nowhere}: 无法写入：")
    assert json.loads(log.read_text(encoding="utf-8"))["verdict"]["code"] == "ready"


def test_two_formats_without_a_file_are_wrong_usage(capfd: pytest.CaptureFixture[str]) -> None:
    assert call("check", GOOD, "-f", "html", "-f", "json") == 2
    assert capfd.readouterr().err == (
        "有不止一种格式没有指定文件：html, json\n  在格式后面用 -o 指定文件，例如 -f html -o a.html\n"
    )


def test_the_full_parser_and_the_fast_path_agree(capfd: pytest.CaptureFixture[str]) -> None:
    arguments = ["check", str(EMPTY), "-f", "line"]
    order = plain_order(arguments)
    assert order is not None
    assert order.outputs == (Output("line"),)
    assert plain_order([*arguments, "-f", "json"]) is None
    assert call(*arguments) == 1
    fast = capfd.readouterr().out
    assert call(*arguments, "--no-color") == 1
    assert capfd.readouterr().out == fast


@pytest.mark.parametrize(
    ("time", "shown"),
    [("2026-01-05T10:30+08:00", "2026-01-05 10:30+08:00"), ("2026-01-05 10:30:59.5+00:00", "2026-01-05 10:30+00:00")],
)
def test_the_time_given_stands_in_the_report(time: str, shown: str, capfd: pytest.CaptureFixture[str]) -> None:
    assert call("check", GOOD, "-f", "markdown", "--time", time) == 0
    assert f"- 校核时间：{shown}\n" in capfd.readouterr().out


def test_a_time_of_no_zone_is_of_this_place_and_now_is_understood(capfd: pytest.CaptureFixture[str]) -> None:
    for time in ("2026-01-05T10:30", "now"):
        assert call("check", GOOD, "-f", "markdown", "--time", time) == 0
        assert "- 校核时间：20" in capfd.readouterr().out


def test_what_is_no_time_is_refused(capfd: pytest.CaptureFixture[str]) -> None:
    assert call("check", GOOD, "--time", "昨天") == 2
    assert capfd.readouterr().err.startswith("--time 看不懂“昨天”\n")
