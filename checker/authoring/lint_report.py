"""What lint has found, for a terminal, for programs, and for annotations in a code review."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from checker.authoring.lint import LintRun
from checker.authoring.remarks import Level, Remark
from checker.reports.problems import problem_lines
from checker.texts import Language, Text, text

_GITHUB = {Level.ERROR: "error", Level.WARNING: "warning", Level.NOTE: "notice"}


def lint_text(run: LintRun, language: Language, *, color: bool = False) -> str:
    """Return every remark with its place, the lines around it and a caret, then how many there are."""
    lines: list[str] = []
    for remark in run.remarks:
        lines += [*problem_lines(remark.problem, language, color, label=f"problems.{remark.level}"), ""]
    return "\n".join([*lines, _summary(run).of(language)]) + "\n"


def _summary(run: LintRun) -> Text:
    if not run.looked:
        return text("lint.broken", pack=run.name, errors=run.count(Level.ERROR))
    if not run.remarks:
        return text("lint.clean", pack=run.name)
    return text("lint.total", pack=run.name, warnings=run.count(Level.WARNING), notes=run.count(Level.NOTE))


def lint_json(run: LintRun, language: Language) -> str:
    """Return the remarks as one object: ``{schema, pack, counts, remarks: [{level, code, message, …}]}``."""
    value: dict[str, Any] = {
        "schema": "checker-lint/1",
        "pack": run.name,
        "complete": run.looked,
        "counts": {level.value: run.count(level) for level in Level},
        "remarks": [_plain(remark, language) for remark in run.remarks],
    }
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def _plain(remark: Remark, language: Language) -> dict[str, Any]:
    problem = remark.problem
    return {
        "level": remark.level.value,
        "code": problem.code,
        "path": problem.path,
        "line": problem.line or None,
        "column": problem.column or None,
        "message": problem.message.of(language),
        "hint": None if problem.hint is None else problem.hint.of(language),
    }


def lint_github(run: LintRun, language: Language) -> str:
    """Return one workflow command a remark, which shows it beside its line in a review."""
    return "".join(f"{_command(remark, language)}\n" for remark in run.remarks)


def _command(remark: Remark, language: Language) -> str:
    problem = remark.problem
    values = {"file": problem.path, "line": problem.line, "col": problem.column, "title": problem.code}
    shown = ",".join(f"{key}={_escaped(str(value), property_=True)}" for key, value in values.items() if value)
    hint = "" if problem.hint is None else f" ({problem.hint.of(language)})"
    return f"::{_GITHUB[remark.level]} {shown}::{_escaped(problem.message.of(language) + hint)}"


def _escaped(value: str, *, property_: bool = False) -> str:
    for sign, code in (
        ("%", "%25"),
        ("\r", "%0D"),
        ("\n", "%0A"),
        *(((":", "%3A"), (",", "%2C")) if property_ else ()),
    ):
        value = value.replace(sign, code)
    return value


FORMATS: dict[str, Callable[[LintRun, Language], str]] = {"text": lint_text, "json": lint_json, "github": lint_github}
