"""The output formats by name. A format is one function from results to text; its module is imported when asked for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from checker.reports.failure import Failure, Results
from checker.texts import Language


@dataclass(frozen=True, slots=True)
class Options:
    """How to write: *several* files were asked for, of which *results* may hold but one.

    *width* (columns), *color* and *verbose* concern text; *failures*, whether text tells of files that could not be
    read, which a terminal has already been told.
    """

    language: Language = "zh"
    several: bool = False
    width: int = 80
    color: bool = False
    verbose: bool = False
    failures: bool = True


def _json(results: Results, options: Options) -> str:
    from checker.reports.json import dump

    return dump(results, options.language, as_list=options.several)


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


FORMATS: dict[str, Callable[[Results, Options], str]] = {"text": _text, "json": _json}
