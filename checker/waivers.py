"""Waivers: findings that somebody accepts, with a reason, an owner and a last day, read from a YAML file.

waivers:
  - rule: FZ-DUTY-D1
    document: drafts/qinghe*.docx             # last parts of the path, or a SHA-256: then for this very version only
    pattern: 街道办事处负责人                 # text that every place of the finding contains
    fingerprint: 0123456789abcdef             # as the JSON report gives it
    reason: 街道主要负责人空缺，由副职主持工作
    owner: 张某
    expires: 2026-03-31                       # the last day; may be left out

At least one of document, pattern and fingerprint limits a waiver; all that are given must hold. A waived finding
stays in every report. What could not be told is never waived: nobody can accept what nobody knows.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any

from checker.engine import MAY_BE_CUT, fingerprint
from checker.errors import Problem, ReadError, WaiversError
from checker.frozen import dataclass, replace
from checker.model import Document, Outcome, Report, Role, State, Waiver
from checker.texts import Text, text

if TYPE_CHECKING:
    from checker.rule import Pack
    from checker.rulebook.positions import YamlFile

_SHA256 = "^[0-9a-f]{64}$"
_WORDS = {"type": "string", "pattern": r"\S"}
SCHEMA: dict[str, Any] = {
    "type": "object",
    "properties": {
        "waivers": {
            "type": "array",
            "items": {
                "type": "object",
                "properties": {
                    "rule": _WORDS,
                    "document": _WORDS,
                    "pattern": _WORDS,
                    "fingerprint": {"type": "string", "pattern": "^[0-9a-f]{16}$"},
                    "reason": _WORDS,
                    "owner": _WORDS,
                    "expires": {"type": "string", "pattern": "^20[0-9]{2}-[0-9]{2}-[0-9]{2}$"},
                },
                "required": ["rule", "reason", "owner"],
                "additionalProperties": False,
            },
        }
    },
    "required": ["waivers"],
    "additionalProperties": False,
}
_LIMITS = ("document", "pattern", "fingerprint")
_WAIVABLE = (State.FAIL, State.PARTIAL)


@dataclass(frozen=True, slots=True)
class Waivers:
    """What may be waived on *today* (YYYY-MM-DD)."""

    entries: tuple[Waiver, ...]
    today: str

    def hold(self, waiver: Waiver) -> bool:
        """Return whether *waiver* still holds."""
        return waiver.expires is None or self.today <= waiver.expires


def load_waivers(path: Path, pack: Pack, today: date) -> Waivers:
    """Return the waivers in the file at *path* for rules of *pack*.

    Raises ReadError for a file that cannot be read, WaiversError with every mistake in one that can.
    """
    from checker.rulebook.positions import read_yaml

    try:
        data = path.read_bytes()
    except OSError as error:
        raise ReadError(text("waivers.unreadable", reason=error.strerror or str(error)), where=str(path)) from error
    file, problems = read_yaml(str(path), data)
    if file is not None:
        problems = [*problems, *_problems(file, pack)]
    if file is None or problems:
        raise WaiversError(problems)
    entries = tuple(
        Waiver(**given, place=f"{path}:{file.place(('waivers', index)).line}")
        for index, given in enumerate(file.value["waivers"])
    )
    return Waivers(entries, today.isoformat())


def _problems(file: YamlFile, pack: Pack) -> list[Problem]:
    from jsonschema import Draft202012Validator

    from checker.checks.result import Result
    from checker.rulebook.validate import nearest, validate

    problems = validate(file, Draft202012Validator(SCHEMA), file.value)
    if problems:
        return problems
    rules = [rule.id for rule in pack.rules]
    nothing = Result(State.FAIL, Text("", ""), Text("", ""))
    for index, given in enumerate(file.value["waivers"]):
        path, rule = ("waivers", index), given["rule"]
        if rule not in rules:
            message = text("waivers.no_rule", rule=rule, pack=pack.ref.id)
            problems.append(file.problem("unknown-rule", message, (*path, "rule"), hint=nearest(rule, rules)))
        if not any(limit in given for limit in _LIMITS):
            hint = text("waivers.too_wide.hint")
            problems.append(file.problem("too-wide", text("waivers.too_wide", rule=rule), path, hint=hint))
        elif "document" not in given and given.get("fingerprint") == fingerprint(rule, nothing):
            message = text("waivers.bare_fingerprint", rule=rule, fingerprint=given["fingerprint"])
            hint = text("waivers.bare_fingerprint.hint")
            problems.append(file.problem("bare-fingerprint", message, (*path, "fingerprint"), hint=hint))
        try:
            date.fromisoformat(given.get("expires", "2000-01-01"))
        except ValueError:
            message = text("waivers.no_date", date=given["expires"])
            problems.append(file.problem("no-such-day", message, (*path, "expires")))
    return problems


def apply(
    waivers: Waivers, document: Document, outcomes: Sequence[Outcome]
) -> tuple[tuple[Outcome, ...], tuple[Text, ...]]:
    """Return *outcomes* with the waived ones in state WAIVED, and what is to be told of waivers that waive nothing."""
    notes: list[Text] = []
    judged = []
    for outcome in outcomes:
        given = [waiver for waiver in waivers.entries if _names(waiver, document, outcome)]
        judged.append(_applied(waivers, given, outcome, notes) if given else outcome)
    return tuple(judged), tuple(notes)


def _applied(waivers: Waivers, given: Sequence[Waiver], outcome: Outcome, notes: list[Text]) -> Outcome:
    if outcome.state is State.CANNOT_TELL:
        notes += [_told("undecided", waiver) for waiver in given]
    elif outcome.state is State.PASS:
        notes += [_told("unneeded", waiver) for waiver in given if waiver.document is not None]
    elif outcome.state in _WAIVABLE:
        touching = [waiver for waiver in given if _touches(waiver, outcome)]
        holding = [waiver for waiver in touching if waivers.hold(waiver)]
        used = _covering(holding, outcome)
        if used is not None:
            return replace(outcome, state=State.WAIVED, why=_why(used, outcome))
        notes += [_told("partly", waiver, fingerprint=outcome.fingerprint) for waiver in holding]
        notes += [
            _told("expired", waiver, day=waiver.expires, owner=waiver.owner)
            for waiver in touching
            if not waivers.hold(waiver)
        ]
    return outcome


def unmatched(waivers: Waivers, reports: Iterable[Report]) -> tuple[Waiver, ...]:
    """Return the waivers that touch no finding in any of *reports*, expired ones included."""
    found = [
        (report.document, outcome)
        for report in reports
        for outcome in report.outcomes
        if outcome.is_finding or outcome.state is State.WAIVED
    ]
    return tuple(
        waiver
        for waiver in waivers.entries
        if not any(_names(waiver, document, outcome) and _touches(waiver, outcome) for document, outcome in found)
    )


def _names(waiver: Waiver, document: Document, outcome: Outcome) -> bool:
    """Whether *waiver* is for this rule, document and finding, wherever in the document."""
    if waiver.rule != outcome.rule or waiver.fingerprint not in (None, outcome.fingerprint):
        return False
    wanted = waiver.document
    if wanted is None or wanted == document.sha256:
        return True
    return PurePosixPath(document.path.replace("\\", "/")).match(wanted.replace("\\", "/"))


def _touches(waiver: Waiver, outcome: Outcome) -> bool:
    """Whether *waiver* covers some place of the finding, or all of it."""
    return waiver.pattern is None or any(_contains(quote, waiver.pattern) for quote in _quotes(outcome))


def _covering(holding: Sequence[Waiver], outcome: Outcome) -> Waiver | None:
    """Return a waiver if *holding* cover every place of the finding; of very many places not all are known."""
    whole = next((waiver for waiver in holding if waiver.pattern is None), None)
    if whole is not None or not holding:
        return whole
    quotes = _quotes(outcome)
    if len(quotes) >= MAY_BE_CUT:
        return None
    covered = all(
        any(_contains(quote, waiver.pattern) for waiver in holding if waiver.pattern is not None) for quote in quotes
    )
    return holding[0] if covered else None


def _quotes(outcome: Outcome) -> list[str]:
    return [item.quote for item in outcome.evidence if item.role is Role.MATCH]


def _contains(quote: str, pattern: str) -> bool:
    """Whether *quote* contains *pattern*, however either is broken into lines."""
    return "".join(pattern.split()) in "".join(quote.split())


def _why(waiver: Waiver, outcome: Outcome) -> Text:
    until = Text("", "") if waiver.expires is None else text("waivers.until", day=waiver.expires)
    return text(
        "waivers.why",
        reason=waiver.reason,
        owner=waiver.owner,
        until=until,
        place=waiver.place,
        finding=outcome.message,
    )


def _told(what: str, waiver: Waiver, **values: object) -> Text:
    return text(f"waivers.{what}", rule=waiver.rule, place=waiver.place, **values)
