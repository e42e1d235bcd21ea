"""The baseline: findings that a gate knew before, so that it stops what is new.

A known finding is shown as known and does not count for the exit code; the verdict is what it would be without, because
a document with known failures is no better for it. The file names rules and fingerprints, never a word of a draft::

    {"schema": "checker-baseline/1",
     "documents": [{"path": "drafts/qinghe.docx", "sha256": "…",
                    "findings": [{"rule": "FZ-CONT-C1", "state": "fail", "fingerprint": "…"}]}]}

Paths are relative to the folder of the file. A finding is known in its own document only: what no document says has the
same fingerprint in all of them. What has become worse is new, and what could not be told is never known.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from checker.errors import CheckerError, ReadError
from checker.frozen import dataclass, replace
from checker.model import Document, Gone, Outcome, Report, State
from checker.texts import Text, text

SCHEMA_ID = "checker-baseline/1"
_STATES = (State.PARTIAL, State.FAIL)  # from better to worse
_FINDING = {
    "type": "object",
    "properties": {
        "rule": {"type": "string"},
        "state": {"enum": [state.value for state in _STATES]},
        "fingerprint": {"type": "string", "pattern": "^[0-9a-f]{16}$"},
    },
    "required": ["rule", "state", "fingerprint"],
    "additionalProperties": False,
}
_DOCUMENT = {
    "type": "object",
    "properties": {
        "path": {"type": "string"},
        "sha256": {"type": "string"},
        "findings": {"type": "array", "items": _FINDING},
    },
    "required": ["path", "sha256", "findings"],
    "additionalProperties": False,
}
SCHEMA: dict[str, Any] = {
    "type": "object",
    "properties": {"schema": {"const": SCHEMA_ID}, "documents": {"type": "array", "items": _DOCUMENT}},
    "required": ["schema", "documents"],
    "additionalProperties": False,
}


@dataclass(frozen=True, slots=True)
class Known:
    """One known finding."""

    rule: str
    state: State
    fingerprint: str


@dataclass(frozen=True, slots=True)
class KnownDocument:
    """What is known of the document at *path*, which is relative to the baseline's folder and has slashes."""

    path: str
    sha256: str
    findings: tuple[Known, ...] = ()


@dataclass(frozen=True, slots=True)
class Baseline:
    """A baseline whose file stands, or is to stand, in *folder*."""

    folder: str
    documents: tuple[KnownDocument, ...] = ()

    def of(self, document: Document) -> tuple[Known, ...]:
        """Return what is known of *document*: of the file at its path, whatever it says today, or of its very bytes."""
        path = self.relative(document.path)
        return tuple(
            known
            for entry in self.documents
            if entry.path == path or entry.sha256 == document.sha256
            for known in entry.findings
        )

    def relative(self, path: str) -> str:
        """Return how the baseline calls the document at *path*."""
        try:
            return os.path.relpath(path, self.folder).replace("\\", "/")
        except ValueError:  # on another drive
            return str(Path(path).absolute()).replace("\\", "/")


def schema_json() -> str:
    """Return the JSON Schema (draft 2020-12) of the file, as JSON text."""
    import json

    head = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "urn:checker:baseline:1",
        "title": SCHEMA_ID,
        "description": "What `checker baseline write` writes.",
    }
    return json.dumps({**head, **SCHEMA}, ensure_ascii=False, indent=2) + "\n"


def load_baseline(path: Path) -> Baseline:
    """Return the baseline at *path*. Raises ReadError where it cannot be read, CheckerError where it is none."""
    import json

    from jsonschema import Draft202012Validator

    try:
        value = json.loads(path.read_bytes())
    except OSError as error:
        raise ReadError(text("baseline.unreadable", reason=error.strerror or str(error)), where=str(path)) from error
    except json.JSONDecodeError as error:
        where = f"{path}:{error.lineno}:{error.colno}"
        raise CheckerError(text("baseline.no_json"), where=where, hint=text("baseline.hint")) from error
    except (UnicodeDecodeError, RecursionError) as error:
        raise CheckerError(text("baseline.no_json"), where=str(path), hint=text("baseline.hint")) from error
    wrong = next(iter(Draft202012Validator(SCHEMA).iter_errors(value)), None)
    if wrong is not None:
        message = text("baseline.broken", place=wrong.json_path)
        raise CheckerError(message, where=str(path), hint=text("baseline.hint"))
    return Baseline(str(path.absolute().parent), tuple(_document(entry) for entry in value["documents"]))


def _document(entry: dict[str, Any]) -> KnownDocument:
    findings = (Known(each["rule"], State(each["state"]), each["fingerprint"]) for each in entry["findings"])
    return KnownDocument(entry["path"], entry["sha256"], tuple(findings))


def dump_baseline(baseline: Baseline) -> str:
    """Return the file's content; documents in order of path, so that a change shows as few lines as it has."""
    import json

    documents = [
        {
            "path": entry.path,
            "sha256": entry.sha256,
            "findings": [
                {"rule": known.rule, "state": known.state.value, "fingerprint": known.fingerprint}
                for known in entry.findings
            ],
        }
        for entry in sorted(baseline.documents, key=lambda entry: entry.path)
    ]
    return json.dumps({"schema": SCHEMA_ID, "documents": documents}, ensure_ascii=False, indent=1) + "\n"


def mark(
    baseline: Baseline, document: Document, outcomes: Sequence[Outcome]
) -> tuple[tuple[Outcome, ...], tuple[Gone, ...], tuple[Text, ...]]:
    """Return *outcomes* with the known ones marked, what is gone, and notes: how many are known, how many gone."""
    known = baseline.of(document)
    marked = tuple(
        replace(outcome, known=True, message=text("baseline.known", finding=outcome.message))
        if any(_covers(each, outcome) for each in known)
        else outcome
        for outcome in outcomes
    )
    notes = []
    if count := sum(outcome.known for outcome in marked):
        notes.append(text("baseline.counted", count=count))
    kept = {(each.rule, each.fingerprint) for each in _kept(known, outcomes)}
    gone = tuple(each for each in known if (each.rule, each.fingerprint) not in kept)
    if gone:
        notes.append(text("baseline.gone", count=len(gone)))
    return marked, tuple(Gone(each.rule, each.state, each.fingerprint) for each in gone), tuple(notes)


def recorded(folder: str, reports: Iterable[Report]) -> Baseline:
    """Return a baseline in which every finding of *reports* is known that can be."""
    empty = Baseline(folder)
    return Baseline(folder, tuple(_recorded(empty, report) for report in reports))


def updated(baseline: Baseline, reports: Iterable[Report]) -> Baseline:
    """Return *baseline* without what is gone from *reports*. Nothing becomes known, other documents stay as they are.

    A document that could not be judged keeps what is known of it.
    """
    by_path = {baseline.relative(report.document.path): report for report in reports}
    return replace(baseline, documents=tuple(_updated(entry, by_path.get(entry.path)) for entry in baseline.documents))


def _recorded(baseline: Baseline, report: Report) -> KnownDocument:
    found = (
        Known(each.rule, each.state, each.fingerprint)
        for each in sorted(report.outcomes, key=lambda outcome: outcome.rule)
        if each.state in _STATES
    )
    return KnownDocument(baseline.relative(report.document.path), report.document.sha256, tuple(found))


def _updated(entry: KnownDocument, report: Report | None) -> KnownDocument:
    if report is None:
        return entry
    kept = _kept(entry.findings, report.outcomes)
    return replace(entry, sha256=report.document.sha256, findings=kept)


def _kept(known: Iterable[Known], outcomes: Iterable[Outcome]) -> tuple[Known, ...]:
    """Return what of *known* is still there, as good as it is by now, or was not judged."""
    now = {outcome.rule: outcome for outcome in outcomes}
    kept = []
    for each in known:
        outcome = now.get(each.rule)
        if outcome is None:
            continue
        if outcome.state not in (*_STATES, State.PASS):
            kept.append(each)
        elif _covers(each, outcome):
            kept.append(replace(each, state=outcome.state))
    return tuple(kept)


def _covers(known: Known, outcome: Outcome) -> bool:
    """Whether *outcome* is the known finding, and no worse."""
    return (
        outcome.state in _STATES
        and (known.rule, known.fingerprint) == (outcome.rule, outcome.fingerprint)
        and _STATES.index(outcome.state) <= _STATES.index(known.state)
    )
