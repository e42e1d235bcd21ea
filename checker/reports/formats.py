"""The output formats by name. A format is one function from results to text; its module is imported when asked for."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from checker.errors import UsageError
from checker.frozen import dataclass
from checker.model import Severity
from checker.reports.failure import Failure, Results
from checker.texts import Language, text

if TYPE_CHECKING:
    from datetime import datetime


@dataclass(frozen=True, slots=True)
class Options:
    """How to write: *several* files were asked for, of which *results* may hold but one.

    *width* (columns), *color* and *verbose* concern text; *failures*, whether text tells of files that could not be
    read, which a terminal has already been told. *fail_on* are the severities whose findings fail a gate; *time* (with
    its zone) is when the reports were made, which no format finds out by itself.
    """

    language: Language = "zh"
    several: bool = False
    width: int = 80
    color: bool = False
    verbose: bool = False
    failures: bool = True
    fail_on: tuple[Severity, ...] = (Severity.MUST,)
    time: datetime | None = None


def refuse_lacking(name: str) -> None:
    """Raise UsageError where the format *name* needs a library that is not installed: before any file is read."""
    from importlib.util import find_spec

    if name in NEEDS and find_spec(NEEDS[name]) is None:
        raise UsageError(text("formats.lacks", format=name, library=NEEDS[name]), hint=text("formats.lacks.hint"))


Render = Callable[[Results, Options], "str | bytes"]


def _text(results: Results, options: Options) -> str:
    from checker.reports.summary import render_failure, render_summary
    from checker.reports.terminal import render

    language, width, color = options.language, options.width, options.color
    parts = [
        render_failure(result, language, width=width, color=color)
        if isinstance(result, Failure)
        else render(result, language, width=width, color=color, verbose=options.verbose)
        for result in results
        if options.failures or not isinstance(result, Failure)
    ]
    if options.several or len(results) > 1:
        parts.append(render_summary(results, language, width=width, color=color))
    return f"\n{'─' * width}\n\n".join(parts)


def _line(results: Results, options: Options) -> str:
    from checker.reports.annotations import render_lines

    return render_lines(results, options.language)


def _json(results: Results, options: Options) -> str:
    from checker.reports.json import dump

    return dump(results, options.language, as_list=options.several)


def _html(results: Results, options: Options) -> str:
    from checker.reports.html import render

    return render(results, options.language, several=options.several, time=options.time)


def _markdown(results: Results, options: Options) -> str:
    from checker.reports.markdown import render

    return render(results, options.language, several=options.several, time=options.time)


def _xlsx(results: Results, options: Options) -> bytes:
    from checker.reports.xlsx import render

    return render(results, options.language)


def _sarif(results: Results, options: Options) -> str:
    from checker.reports.sarif import render

    return render(results, options.language, time=options.time)


def _junit(results: Results, options: Options) -> str:
    from checker.reports.junit import render

    return render(results, options.language, fail_on=options.fail_on, time=options.time)


def _github(results: Results, options: Options) -> str:
    from checker.reports.annotations import render_github

    return render_github(results, options.language)


def _rdjson(results: Results, options: Options) -> str:
    from checker.reports.annotations import render_rdjson

    return render_rdjson(results, options.language)


FORMATS: dict[str, Render] = {
    "text": _text,
    "line": _line,
    "html": _html,
    "markdown": _markdown,
    "xlsx": _xlsx,
    "json": _json,
    "sarif": _sarif,
    "junit": _junit,
    "github": _github,
    "rdjson": _rdjson,
}

FOR_PEOPLE = frozenset({"text", "line"})
"""Formats that a terminal shows as they are; the others are UTF-8 wherever they go."""

NEEDS = {"xlsx": "xlsxwriter"}
"""The library that a format needs and that is not installed with the program."""

BINARY = frozenset({"xlsx"})
"""Formats that are no text and have no place on a terminal."""

SUFFIXES = {
    ".txt": "text",
    ".html": "html",
    ".htm": "html",
    ".md": "markdown",
    ".xlsx": "xlsx",
    ".json": "json",
    ".sarif": "sarif",
}
"""The format that the name of a file asks for where none is given."""
