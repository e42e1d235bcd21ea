"""JUnit XML: a suite for each document, a case for each rule, passes included.

A finding at or above the threshold is a failure, what could not be told an error, what does not apply, was waived or is
left to a person is skipped with its reason. Findings below the threshold or known from the baseline pass, and tell
themselves in ``system-out``. A file that could not be judged or is no report holds one more case that is an error: an
empty suite would be a pass.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from datetime import datetime

from checker.frozen import dataclass
from checker.model import Outcome, PackRef, Report, Role, Severity, State, VerdictCode
from checker.reports import corrections, view
from checker.reports.failure import Failure, Result, Results, code_of, path_of, reason_of
from checker.reports.json import TOOL
from checker.reports.markup import Child, Markup, lines, tag
from checker.texts import Language, text

_SKIPPED = (State.NOT_APPLICABLE, State.MANUAL, State.WAIVED)
_KINDS = ("failures", "errors", "skipped")


@dataclass(frozen=True, slots=True)
class _Case:
    """One test case and how it is counted; *kind* is empty for a pass."""

    markup: Markup
    kind: str = ""


def render(
    results: Results,
    language: Language,
    *,
    fail_on: Sequence[Severity] = (Severity.MUST,),
    time: datetime | None = None,
) -> str:
    """Return the suites for *results*; findings of the severities *fail_on* are failures."""
    writer = _Writer(language, frozenset(fail_on), time)
    suites = [writer.suite(result) for result in results]
    total = sum((count for _, count in suites), Counter[str]())
    whole = tag("testsuites", [suite for suite, _ in suites], name=TOOL, **_counts(total))
    # No text holds a bare "<": what is found here are the elements.
    broken = re.sub(r"<(?=/?testsuite\b|testcase\b|/testsuites\b)", "\n<", whole)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{broken}\n'


def _counts(count: Counter[str]) -> dict[str, str | int | bool | None]:
    return {"tests": count.total(), **{kind: count[kind] for kind in _KINDS}}


class _Writer:
    def __init__(self, language: Language, counted: frozenset[Severity], time: datetime | None) -> None:
        self.language = language
        self.counted = counted
        self.time = time

    def say(self, key: str, **values: object) -> str:
        return text(key, **values).of(self.language)

    def suite(self, result: Result) -> tuple[Markup, Counter[str]]:
        """Return one document's suite and how many cases of each kind it holds."""
        cases = []
        code = code_of(result)
        if code in (VerdictCode.NOT_A_REPORT, VerdictCode.CANNOT_JUDGE):
            cases.append(self.unjudged(result, code))
        if isinstance(result, Report):
            cases += [self.case(result, outcome) for outcome in result.outcomes]
        count = Counter(case.kind for case in cases)
        suite = tag(
            "testsuite",
            self.properties(result),
            [case.markup for case in cases],
            name=path_of(result),
            **_counts(count),
            time="0",
            timestamp=None if self.time is None else f"{self.time:%Y-%m-%dT%H:%M:%S}",
        )
        return suite, count

    def properties(self, result: Result) -> Markup:
        pairs = [("verdict", code_of(result).value), ("reason", reason_of(result).of(self.language))]
        pack: PackRef | None = result.pack
        if pack is not None:
            pairs += [("pack", f"{pack.id} {pack.version}"), ("pack.sha256", pack.sha256)]
        if isinstance(result, Report):
            pairs.append(("document.sha256", result.document.sha256))
            scores = (("coverage", result.score.coverage), ("coverage.minimum", result.score.minimum))
            pairs += [(name, view.figure(score)) for name, score in scores if score is not None]
        pairs.append(("version", result.tool_version))
        return tag("properties", [tag("property", name=name, value=value) for name, value in pairs])

    def unjudged(self, result: Result, code: VerdictCode) -> _Case:
        reason = reason_of(result).of(self.language)
        details = [reason]
        if isinstance(result, Failure) and result.error.hint is not None:
            details.append(result.error.hint.of(self.language))
        named = self.say("junit.verdict", verdict=self.say(f"report.verdict_{code}"))
        problem = tag("error", lines(*details), message=reason, type=code.value)
        return _Case(
            tag("testcase", problem, classname="verdict", name=named, file=path_of(result), time="0"), "errors"
        )

    def case(self, report: Report, outcome: Outcome) -> _Case:
        message = outcome.message.of(self.language)
        kind, body = self.judged(report, outcome, message)
        first = min((item.line for item in outcome.evidence if item.role is Role.MATCH), default=1)
        name = f"{outcome.rule} {outcome.name.of(self.language)}"
        classname = f"{report.pack.id}.{outcome.group}"
        case = tag("testcase", body, classname=classname, name=name, file=report.document.path, line=first, time="0")
        return _Case(case, kind)

    def judged(self, report: Report, outcome: Outcome, message: str) -> tuple[str, Child]:
        """Return how *outcome* is counted, and the element that says so."""
        state = outcome.state
        told = self.details(report, outcome, message)
        if state in _SKIPPED:
            reason = view.accepted(outcome, self.language) if state is State.WAIVED else message
            why = self.say("junit.skipped", state=self.say(f"report.state_{state}"), message=reason)
            return "skipped", tag("skipped", message=why)
        if state is State.PASS:
            return "", None
        if outcome.severity not in self.counted or outcome.known:
            return "", tag("system-out", told)
        if state is State.CANNOT_TELL:
            return "errors", tag("error", told, message=message, type=state.value)
        return "failures", tag("failure", told, message=message, type=outcome.severity.value)

    def details(self, report: Report, outcome: Outcome, message: str) -> Markup:
        told = [message]
        for item in outcome.evidence:
            if item.role is Role.FOUND:
                continue
            label = "report.quote" if item.role is Role.MATCH else "report.nearest"
            quoted = self.say("report.quoted", quote=item.quote)
            told.append(f"{self.say(label)} {quoted} {view.place(item, self.language)}")
        told += [
            self.say("line.corrected", correction=correction)
            for correction in corrections.told(report, outcome, self.language)
        ]
        told += [self.say("line.basis", basis=view.cited(basis, self.language)) for basis in outcome.basis]
        if advice := outcome.advice.of(self.language):
            told.append(self.say("line.advice", advice=advice))
        if why := outcome.why.of(self.language):
            told.append(self.say("line.why", why=why))
        return lines(*told)
