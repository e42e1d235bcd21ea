"""Whole outputs of every text format, and what holds for all of them.

What is expected stands in ``expected/``, one file a format: the samples BLOCKED, OTHER and UNREADABLE in one run.
Of the HTML page it is what a reader sees; of the table of files and of READY, see the tests of the format.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from checker.reports import formats
from checker.reports.failure import Failure
from checker.reports.formats import BINARY, FORMATS, SUFFIXES, Options
from checker.texts import Text

from .page import Page
from .samples import BLOCKED, CAUSES, FIGURES, OTHER, READY, UNREADABLE, quote

EXPECTED = Path(__file__).parent / "expected"
NAMES = {
    "line": "lines.txt",
    "html": "html.txt",
    "markdown": "report.md",
    "sarif": "report.sarif",
    "junit": "junit.xml",
    "github": "github.txt",
    "rdjson": "rdjson.json",
}
RESULTS = [BLOCKED, OTHER, UNREADABLE]
TIME = datetime(2026, 1, 5, 10, 30, tzinfo=UTC)
TEXTS = sorted(set(FORMATS) - BINARY)


def written(name: str, results: Any, **options: Any) -> str:
    made = FORMATS[name](results, Options(**options))
    assert isinstance(made, str)
    return made


@pytest.mark.parametrize("name", sorted(NAMES))
def test_the_whole_output(name: str) -> None:
    made = written(name, RESULTS, several=True, time=TIME)
    if name == "html":
        made = "".join(f"{line}\n" for line in Page(made).lines)
    assert made == (EXPECTED / NAMES[name]).read_text(encoding="utf-8")


def test_every_format_has_a_whole_output_here_or_in_its_own_test() -> None:
    assert set(FORMATS) - set(NAMES) == {"text", "json", "xlsx"}


def test_suffixes_name_formats() -> None:
    assert set(SUFFIXES.values()) <= set(FORMATS)


@pytest.mark.parametrize("name", sorted(FORMATS))
@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_same_results_give_the_same_output(name: str, language: Any) -> None:
    options = Options(language, several=True)
    assert FORMATS[name](RESULTS, options) == FORMATS[name](list(RESULTS), options)


@pytest.mark.parametrize("name", sorted({"html", "markdown", "sarif", "junit"}))
def test_a_time_stands_in_a_report_only_where_it_was_given(name: str) -> None:
    assert "2026-01-05" in written(name, RESULTS, time=TIME)
    assert "2026-01-05" not in written(name, RESULTS)


STEERING = "\x1b]0;owned\x07\x1b[31m\x9b2J\x00\x08\x7f\u202e\u2066\u200b\u2028\U000e0041"
CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u2028\u2029\U000e0000-\U000e007f]")


@pytest.mark.parametrize("name", TEXTS)
@pytest.mark.parametrize("verbose", [False, True])
def test_nothing_that_steers_a_terminal_gets_through(name: str, verbose: bool) -> None:
    words = Text(STEERING, STEERING)
    text = BLOCKED.document.text.replace("38件", f"38件{STEERING}")
    evidence = replace(
        quote("38件"), quote=f"38件{STEERING}", end=quote("38件").end + len(STEERING), heading=(STEERING,)
    )
    outcome = replace(FIGURES, name=words, message=words, advice=words, why=words, evidence=(evidence,), rule=STEERING)
    hostile = replace(
        BLOCKED,
        document=replace(BLOCKED.document, path=f"{STEERING}.txt", text=text),
        outcomes=(outcome, replace(outcome, severity=CAUSES.severity)),
        notes=(words,),
    )
    failure = Failure(STEERING, replace_error(words), None, "0.1.0")
    made = written(name, [hostile, failure, OTHER], several=True, verbose=verbose)
    assert CONTROLS.search(made) is None
    assert "owned" in made


def replace_error(words: Text) -> Any:
    return type(UNREADABLE.error)(words, where=words.zh, hint=words)


@pytest.mark.parametrize("name", sorted(FORMATS))
def test_no_result_at_all_is_written_too(name: str) -> None:
    assert FORMATS[name]([], Options(several=True)) is not None


@pytest.mark.parametrize("name", TEXTS)
def test_names_of_files_that_are_no_unicode_are_written(name: str) -> None:
    report = replace(READY, document=replace(READY.document, path="drafts/\udce4.txt"))
    written(name, [report]).encode("utf-8", "backslashreplace")


def test_a_format_whose_library_is_missing_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(formats.NEEDS, "xlsx", "no_such_library")
    with pytest.raises(formats.UsageError) as caught:
        formats.refuse_lacking("xlsx")
    assert caught.value.lines("zh") == [
        "输出 xlsx 需要 no_such_library，这里没有安装",
        "  请运行 pip install 'checker[reports]'",
    ]
    formats.refuse_lacking("html")
