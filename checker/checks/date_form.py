"""Date form: a date is written as the rules for documents want it.

Parameters:
    date: ``published`` or ``signed``.
    form: the right form; the whole date must match. A concept.
    faults: the usual wrong forms, each with the concept that matches it and the words that name the fault.

Passes:  2026年1月5日
Fails:   二〇二六年一月五日      2026.1.5      2026年01月05日

A date that a page gives as one of its own data (成文日期：2026-01-05) is not written by the document and not judged;
nor is one that lost characters.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from checker.checks.result import Result
from checker.model import Correction, Span, State
from checker.rule import Rule
from checker.structure.analysis import Analysis
from checker.structure.bodies import is_whole
from checker.structure.dates import in_words, is_complete
from checker.texts import Text, text

KIND = "date_form"
SCHEMA: Mapping[str, Any] = {
    "type": "object",
    "properties": {
        "date": {"enum": ["published", "signed"]},
        "form": {"type": "string", "x-refers-to": "concept"},
        "faults": {
            "type": "array",
            "minItems": 1,
            "items": {
                "type": "object",
                "properties": {
                    "name": {"$ref": "#/$defs/text"},
                    "concept": {"type": "string", "x-refers-to": "concept"},
                },
                "required": ["name", "concept"],
                "additionalProperties": False,
            },
        },
    },
    "required": ["date", "form"],
    "additionalProperties": False,
}


def check(analysis: Analysis, rule: Rule) -> Result:
    """Hold the date against the right form."""
    role = rule.parameters["date"]
    name = text(f"date.{role}")
    why = text("date.why", date=name)
    fact = next((fact for fact in analysis.profile.dates if fact.role == role), None)
    if fact is None or fact.iso is None:
        said = text("date_form.none", date=name) if fact is None else text("date_form.damaged", date=name)
        return Result(State.NOT_APPLICABLE, said, why)
    start = analysis.normal.position(fact.evidence.start)
    if start and analysis.text[start - 1] in ":[":
        return Result(State.NOT_APPLICABLE, text("date_form.page", date=name), why)
    written = analysis.text[start : analysis.normal.position(fact.evidence.end)]
    if _is(analysis, rule.parameters["form"], written):
        return Result(State.PASS, text("date_form.right", date=name), why, (fact.evidence,))
    faults = (fault for fault in rule.parameters.get("faults", ()) if _is(analysis, fault["concept"], written))
    fault = next((Text(found["name"]["zh"], found["name"]["en"]) for found in faults), text("date_form.other"))
    message = text("date_form.wrong", date=name, quote=fact.evidence.quote, fault=fault)
    right = in_words(fact.iso)
    certain = is_complete(written) and _is(analysis, rule.parameters["form"], right)
    corrections = (Correction(Span(fact.evidence.start, fact.evidence.end), right),) if certain else ()
    return Result(State.FAIL, message, why, (fact.evidence,), corrections)


def _is(analysis: Analysis, concept: str, written: str) -> bool:
    return is_whole(analysis.template, analysis.template.vocabulary[concept].phrases, written)
