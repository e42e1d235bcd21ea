"""Answers of persons to the questions that no text answers, read from a YAML file.

answers:
  - rule: FZ-MANUAL-SUBMIT
    document: {path: drafts/qinghe.docx}      # or {sha256: …}: then for this very version only
    answer: yes                               # yes, no or not_applicable
    by: 张某
    date: 2026-02-10
    note: 2月9日报县委、县人大常委会          # may be left out
"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from checker.errors import AnswersError, Problem, ReadError
from checker.model import Answer
from checker.rule import Pack
from checker.rulebook.positions import YamlFile, read_yaml
from checker.rulebook.validate import nearest, validate
from checker.texts import text

KIND = "manual"
_WORDS = {"type": "string", "minLength": 1}
_DOCUMENT = {
    "type": "object",
    "properties": {"path": _WORDS, "sha256": {"type": "string", "pattern": "^[0-9a-f]{64}$"}},
    "additionalProperties": False,
    "minProperties": 1,
}
SCHEMA: dict[str, Any] = {
    "type": "object",
    "properties": {
        "answers": {
            "type": "array",
            "items": {
                "type": "object",
                "properties": {
                    "rule": _WORDS,
                    "document": _DOCUMENT,
                    "answer": {"enum": ["yes", "no", "not_applicable"]},
                    "by": _WORDS,
                    "date": {"type": "string", "pattern": "^20[0-9]{2}-[0-9]{2}-[0-9]{2}$"},
                    "note": {"type": "string"},
                },
                "required": ["rule", "document", "answer", "by", "date"],
                "additionalProperties": False,
            },
        }
    },
    "required": ["answers"],
    "additionalProperties": False,
}


def load_answers(path: Path, pack: Pack) -> tuple[Answer, ...]:
    """Return the answers in the file at *path* to questions of *pack*.

    Raises ReadError for a file that cannot be read, AnswersError with every mistake in one that can.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise ReadError(text("answers.unreadable", reason=error.strerror or str(error)), where=str(path)) from error
    file, problems = read_yaml(str(path), data)
    if file is not None:
        problems = [*problems, *_problems(file, pack)]
    if file is None or problems:
        raise AnswersError(problems)
    return tuple(
        Answer(
            rule=given["rule"],
            value=given["answer"],
            by=given["by"],
            date=given["date"],
            note=given.get("note", ""),
            sha256=given["document"].get("sha256"),
            path=given["document"].get("path"),
        )
        for given in file.value["answers"]
    )


def _problems(file: YamlFile, pack: Pack) -> list[Problem]:
    from jsonschema import Draft202012Validator

    problems = validate(file, Draft202012Validator(SCHEMA), file.value)
    if problems:
        return problems
    asked = [rule.id for rule in pack.rules if rule.kind == KIND]
    for index, given in enumerate(file.value["answers"]):
        if given["rule"] not in asked:
            message = text("answers.no_question", rule=given["rule"], pack=pack.ref.id)
            hint = nearest(given["rule"], asked)
            problems.append(file.problem("unknown-question", message, ("answers", index, "rule"), hint=hint))
        try:
            date.fromisoformat(given["date"])
        except ValueError:
            message = text("answers.no_date", date=given["date"])
            problems.append(file.problem("no-such-day", message, ("answers", index, "date")))
    return problems
