"""Manual: a question that only a person can answer, with room for the answer.

Parameters:
    question: what is asked.

Passes:  an answer ``yes`` for this rule and this document was given (--answers FILE).
Fails:   an answer ``no``.
Without an answer the state is manual, whatever the document says; an answer about another version of it counts for
nothing, and is told. The answer ``not_applicable`` is taken as it is.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePath
from typing import Any

from checker.checks.result import Result
from checker.model import Answer, Document, State
from checker.rule import Rule
from checker.structure.analysis import Analysis
from checker.texts import Text, text

KIND = "manual"
SCHEMA: Mapping[str, Any] = {
    "type": "object",
    "properties": {"question": {"$ref": "#/$defs/text"}},
    "required": ["question"],
    "additionalProperties": False,
}
_STATES = {"yes": State.PASS, "no": State.FAIL, "not_applicable": State.NOT_APPLICABLE}


def check(analysis: Analysis, rule: Rule) -> Result:
    """Return what a person has answered, or that somebody must."""
    question = Text(**rule.parameters["question"])
    why = text("manual.why", question=question)
    given = [answer for answer in analysis.answers if answer.rule == rule.id]
    valid = [answer for answer in given if _concerns(answer, analysis.document)]
    if valid:
        return _answered(valid[-1], question, why)
    if any(_same_path(answer, analysis.document) for answer in given):
        return Result(State.MANUAL, text("manual.outdated", question=question), why)
    return Result(State.MANUAL, text("manual.open", question=question), why)


def _answered(answer: Answer, question: Text, why: Text) -> Result:
    note = text("manual.note", note=answer.note) if answer.note else Text("", "")
    value = text(f"manual.{answer.value}")
    message = text("manual.answered", question=question, by=answer.by, date=answer.date, answer=value, note=note)
    return Result(_STATES[answer.value], message, why)


def _concerns(answer: Answer, document: Document) -> bool:
    """Whether *answer* is about *document*; where it names a version, about this version."""
    return answer.sha256 == document.sha256 if answer.sha256 is not None else _same_path(answer, document)


def _same_path(answer: Answer, document: Document) -> bool:
    """Whether the path of *answer* is the end of the document's: folders before it may differ between machines."""
    if answer.path is None:
        return False
    wanted = PurePath(answer.path.replace("\\", "/")).parts
    return bool(wanted) and PurePath(document.path.replace("\\", "/")).parts[-len(wanted) :] == wanted
