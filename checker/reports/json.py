"""The JSON report, ``checker-report/1``: a view of Report whose keys, order and bytes are a contract.

Keys that the contract does not name stand after those that it does. Texts are in the language asked for; offsets are
code points into the original text; coverage is 0..100 with one decimal. ``report.schema.json`` describes all of it.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any, cast

from checker.errors import CheckerError
from checker.model import (
    Correction,
    DateFact,
    Document,
    Evidence,
    Fact,
    Gone,
    Outcome,
    PackRef,
    Profile,
    Rank,
    Report,
    Score,
    Severity,
    State,
    Verdict,
    VerdictCode,
)
from checker.recognised import pages_of
from checker.regex import regex
from checker.reports.failure import Failure, Results
from checker.reports.view import left_out, percent
from checker.texts import Language

# Outside strings, JSON holds none of these: C1 controls, marks of direction, line separators, invisible tags.
_STEERING = regex("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\U000e0000-\U000e007f]")

SCHEMA_ID = "checker-report/1"
TOOL = "checker"
ITS_OWN_TEXT = ("txt", "md")
"""Formats of documents whose text is the file: only there can a program put right what a place in the text names."""


def schema_json() -> str:
    """Return the JSON Schema (draft 2020-12) of one report or a list of them, as JSON text."""
    return Path(__file__).with_name("report.schema.json").read_text(encoding="utf-8")


def schema() -> dict[str, Any]:
    """Return that schema as a value."""
    return cast("dict[str, Any]", json.loads(schema_json()))


def dump(results: Results, language: Language, *, as_list: bool = False) -> str:
    """Return one object for one result, a list for several or where *as_list* asks for it; ends with a newline."""
    objects = [
        failure_json(result, language) if isinstance(result, Failure) else report_json(result, language)
        for result in results
    ]
    answer = objects[0] if len(objects) == 1 and not as_list else objects
    return dumps(answer)


def dumps(value: Any) -> str:
    """Return *value* as indented JSON that is safe to print: what could steer a terminal is written as \\u escapes."""
    return _STEERING.sub(_escaped, json.dumps(value, ensure_ascii=False, allow_nan=False, indent=2)) + "\n"


def _escaped(match: re.Match[str]) -> str:
    return json.dumps(match[0])[1:-1]


def report_json(report: Report, language: Language) -> dict[str, Any]:
    """Return the report as the contract's object."""
    document, profile = report.document, report.profile
    return {
        "schema": SCHEMA_ID,
        "tool": {"name": TOOL, "version": report.tool_version},
        "pack": _pack(report.pack),
        "template": {"id": report.template},
        "document": {
            "path": document.path,
            "sha256": document.sha256,
            "format": document.format,
            "kind": profile.kind.value,
            "title": _value(profile.title),
            "report_year": None if profile.report_year is None else int(profile.report_year.value),
            "issuer": _value(profile.issuer),
            "level": _value(profile.level),
            "characters": len(document.text),
            "outline": [
                {"level": heading.level, "number": heading.number, "title": heading.title, "start": heading.start}
                for heading in report.outline
            ],
            **_profile(profile, language),
            "unread_pages": list(document.unread_pages),
            "recognised_pages": list(pages_of(document.recognised)),
            "left_out": left_out(document),
        },
        "verdict": _verdict(report.verdict, language),
        "score": _score(report.score, language),
        "outcomes": [_outcome(outcome, document, language) for outcome in report.outcomes],
        "counts": report.counts(),
        "notes": [note.of(language) for note in report.notes],
        **({} if report.gone is None else {"gone": [_gone(each) for each in report.gone]}),
    }


def _gone(gone: Gone) -> dict[str, Any]:
    return {"rule": gone.rule, "state": gone.state.value, "fingerprint": gone.fingerprint}


def failure_json(failure: Failure, language: Language) -> dict[str, Any]:
    """Return a file that could not be read or judged as an object of the same keys: format ``unreadable``."""
    hint = failure.error.hint
    return {
        "schema": SCHEMA_ID,
        "tool": {"name": TOOL, "version": failure.tool_version},
        "pack": None if failure.pack is None else _pack(failure.pack),
        "template": None,
        "document": {
            "path": failure.path,
            "sha256": None,
            "format": "unreadable",
            "kind": None,
            "title": None,
            "report_year": None,
            "issuer": None,
            "level": None,
            "characters": None,
            "outline": [],
            "kind_reason": None,
            "looks_like": None,
            "dates": [],
            "unread_pages": [],
            "recognised_pages": [],
            "left_out": [],
        },
        "verdict": {"code": VerdictCode.CANNOT_JUDGE.value, "reason": failure.reason.of(language)},
        "score": _score(Score(None, None), language),
        "outcomes": [],
        "counts": {severity.value: {state.value: 0 for state in State} for severity in Severity},
        "notes": [] if hint is None else [hint.of(language)],
    }


def unreadable_report_json(path: str, error: CheckerError, language: Language) -> dict[str, Any]:
    """Return :func:`failure_json` for a file of which nothing but its path is known."""
    return failure_json(Failure(path, error), language)


def _verdict(verdict: Verdict, language: Language) -> dict[str, Any]:
    told = {"label": verdict.label, "scope": verdict.scope}
    own = {key: words.of(language) for key, words in told.items() if words is not None}
    return {"code": verdict.code.value, "reason": verdict.reason.of(language), **own}


def _pack(pack: PackRef) -> dict[str, Any]:
    return {"id": pack.id, "version": pack.version, "sha256": pack.sha256}


def _value(fact: Fact | None) -> str | None:
    return None if fact is None else fact.value


def _profile(profile: Profile, language: Language) -> dict[str, Any]:
    return {
        "kind_reason": profile.kind_reason.of(language),
        "looks_like": None if profile.looks_like is None else profile.looks_like.of(language),
        "dates": [_date(date) for date in profile.dates],
    }


def _date(date: DateFact) -> dict[str, Any]:
    return {"role": date.role, "iso": date.iso, "evidence": _evidence(date.evidence)}


def _score(score: Score, language: Language) -> dict[str, Any]:
    return {
        "coverage": _percent(score.coverage),
        "minimum": _percent(score.minimum),
        "groups": [
            {
                "id": group.id,
                "name": group.name.of(language),
                "coverage": _percent(group.coverage),
                "weight": group.weight,
            }
            for group in score.groups
        ],
    }


def _percent(value: float | None) -> float | None:
    return None if value is None else percent(value)


def _outcome(outcome: Outcome, document: Document, language: Language) -> dict[str, Any]:
    return {
        "rule": outcome.rule,
        "name": outcome.name.of(language),
        "state": outcome.state.value,
        "severity": outcome.severity.value,
        "group": outcome.group,
        "message": outcome.message.of(language),
        "advice": outcome.advice.of(language),
        "fingerprint": outcome.fingerprint,
        "evidence": [_evidence(evidence) for evidence in outcome.evidence],
        "basis": [
            {"norm": basis.norm, "article": basis.article, "verified": basis.verified} for basis in outcome.basis
        ],
        "related": list(outcome.related),
        "why": outcome.why.of(language),
        **({"known": True} if outcome.known else {}),
        **({"fixes": [_fix(each, document) for each in outcome.corrections]} if outcome.corrections else {}),
    }


def _fix(correction: Correction, document: Document) -> dict[str, Any]:
    start, end = correction.span.start, correction.span.end
    return {"quote": document.text[start:end], "start": start, "end": end, "replacement": correction.replacement}


def _evidence(evidence: Evidence) -> dict[str, Any]:
    return {
        "quote": evidence.quote,
        "start": evidence.start,
        "end": evidence.end,
        "line": evidence.line,
        "column": evidence.column,
        "page": evidence.page,
        "paragraph": evidence.paragraph,
        "heading": list(evidence.heading),
        "role": evidence.role.value,
        **({} if evidence.rank is None else {"rank": _rank(evidence.rank)}),
        **({"head": True} if evidence.head else {}),
        **({} if evidence.confidence is None else {"confidence": round(evidence.confidence, 3)}),
    }


def _rank(rank: Rank) -> dict[str, Any]:
    return {"method": rank.method.value, "score": rank.score}
