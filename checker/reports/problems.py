"""Draws the problems of a rule pack: place and sentence, the lines around it, a caret under the spot, a hint.

Columns of the terminal are not code points: Chinese characters take two. What a file holds is untrusted, so control
and formatting characters are replaced before anything is printed.
"""

from __future__ import annotations

from unicodedata import category, combining, east_asian_width

from checker.errors import PackError, Problem
from checker.texts import Language, text

_TAB = "    "
_SHOWN = 100  # code points of a line; longer ones are cut around the column
_RED, _BOLD, _DIM, _OFF = "\x1b[31m", "\x1b[1m", "\x1b[2m", "\x1b[0m"


def pack_error_lines(error: PackError, language: Language, color: bool = False) -> list[str]:
    """Return what to print for a broken pack: every problem in file order, then how many there are."""
    drawn = [line for problem in error.problems for line in (*problem_lines(problem, language, color), "")]
    return [*drawn, error.message.of(language)]


def problem_lines(
    problem: Problem, language: Language, color: bool = False, *, label: str = "problems.error"
) -> list[str]:
    """Return what to print for one problem, first line first, without line ends.

    *label* is the catalogue's word for how much it weighs.
    """
    place = _clean(problem.path)
    if problem.line:
        place += f":{problem.line}"
    if problem.column:
        place += f":{problem.column}"
    word = text(label).of(language)
    message = _clean(problem.message.of(language))
    drawn = [f"{_style(place, _BOLD, color)} {_style(word, _RED, color)} [{problem.code}] {message}"]
    drawn += _source_lines(problem, color)
    if problem.hint is not None:
        drawn.append("  " + text("problems.hint", hint=_clean(problem.hint.of(language))).of(language))
    return drawn


def _source_lines(problem: Problem, color: bool) -> list[str]:
    if not problem.source:
        return []
    width = len(str(problem.source[-1][0]))
    start = max(0, problem.column - 1 - _SHOWN // 2)
    drawn: list[str] = []
    for number, line in problem.source:
        gutter = f"  {number:>{width}} | "
        cut = line[start : start + _SHOWN] if len(line) > _SHOWN else line
        drawn.append((_style(gutter, _DIM, color) + _clean(cut)).rstrip())
        if number == problem.line and problem.column:
            before = line[start : problem.column - 1] if len(line) > _SHOWN else line[: problem.column - 1]
            empty = " " * width
            caret = _style("^", _RED, color)
            drawn.append(_style(f"  {empty} | ", _DIM, color) + _padding(_clean(before)) + caret)
    return drawn


def _clean(line: str) -> str:
    # Cc and Cf hold escape sequences and the marks that turn the direction of text around.
    expanded = line.replace("\t", _TAB)
    return "".join("�" if category(each) in ("Cc", "Cf", "Cs") else each for each in expanded)


def _padding(before: str) -> str:
    # A full-width space under each wide character keeps the caret in place whatever the font makes of its width.
    return "".join(_blank(each) for each in before)


def _blank(character: str) -> str:
    if combining(character):
        return ""
    return "\u3000" if east_asian_width(character) in "WF" else " "


def _style(shown: str, code: str, color: bool) -> str:
    return f"{code}{shown}{_OFF}" if color else shown
