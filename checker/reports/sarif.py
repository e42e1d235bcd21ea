"""SARIF 2.1.0: one run over all documents, with every rule, passes and waivers included.

Places are regions in Unicode code points. Of a document that is no plain text they point into the text as read, an
artifact inside the document's; its URI is the document's, so that a place names a file that exists.
Norms are taxonomies, their articles taxa, and each rule points to those that it rests on.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any
from urllib.parse import quote

from checker.model import Basis, Document, Evidence, Gone, Outcome, Report, Role, Severity, Span, State, VerdictCode
from checker.reports import corrections, view
from checker.reports.columns import plain
from checker.reports.failure import Failure, Result, Results, code_of, path_of, reason_of
from checker.reports.json import ITS_OWN_TEXT, TOOL, dumps
from checker.texts import Language, text

SCHEMA_URI = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
FINGERPRINT = "checkerFingerprint/v1"

_LEVELS = {Severity.MUST: "error", Severity.SHOULD: "warning", Severity.INFO: "note"}
_FOUND = (State.FAIL, State.PARTIAL)
_KINDS = {
    State.PASS: "pass",
    State.PARTIAL: "fail",
    State.FAIL: "fail",
    State.WAIVED: "fail",
    State.CANNOT_TELL: "open",
    State.MANUAL: "review",
    State.NOT_APPLICABLE: "notApplicable",
}
_MIME = {
    "txt": "text/plain",
    "md": "text/markdown",
    "html": "text/html",
    "mhtml": "multipart/related",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "doc": "application/msword",
    "pdf": "application/pdf",
    "ofd": "application/ofd",
    "rtf": "application/rtf",
    "odt": "application/vnd.oasis.opendocument.text",
}

Object = dict[str, Any]


def render(results: Results, language: Language, *, time: datetime | None = None) -> str:
    """Return the log of one run; *time* (ISO 8601) is when it ended, where that is known."""
    return dumps({"$schema": SCHEMA_URI, "version": "2.1.0", "runs": [_Run(results, language).run(time)]})


class _Run:
    def __init__(self, results: Results, language: Language) -> None:
        self.results = results
        self.language = language
        self.reports = [result for result in results if isinstance(result, Report)]
        self.rules = _rules(self.reports)
        self.norms = _norms(self.rules.values())
        self.rule_index = {rule: index for index, rule in enumerate(self.rules)}
        self.norm_index = {norm: index for index, norm in enumerate(self.norms)}
        self.artifacts: list[Object] = []

    def say(self, key: str, **values: object) -> str:
        return text(key, **values).of(self.language)

    def message(self, *told: str) -> Object:
        """Return a message; SARIF wants one that says something."""
        body = "\n".join(plain(each) for each in told if each)
        return {"text": body or self.say("sarif.nothing")}

    def run(self, time: datetime | None) -> Object:
        found = [entry for result in self.results for entry in self.result_entries(result)]
        run: Object = {
            "tool": {"driver": self.driver()},
            "language": {"zh": "zh-CN", "en": "en"}[self.language],
            "columnKind": "unicodeCodePoints",
            "invocations": [self.invocation(time)],
            "artifacts": self.artifacts,
            "results": found,
        }
        if self.norms:
            run["taxonomies"] = [self.taxonomy(norm, articles) for norm, articles in self.norms.items()]
        return run

    def driver(self) -> Object:
        versions = {result.tool_version for result in self.results if result.tool_version}
        packs = {pack.sha256: pack for result in self.results if (pack := result.pack) is not None}
        driver: Object = {"name": TOOL, "fullDescription": {"text": self.say("sarif.about")}}
        if versions:
            driver["version"] = max(versions)
        driver["rules"] = [self.rule(outcome) for outcome in self.rules.values()]
        used = [{"id": pack.id, "version": pack.version, "sha256": pack.sha256} for pack in packs.values()]
        if self.norms:
            named = enumerate(self.norms)
            driver["supportedTaxonomies"] = [{"name": norm, "index": index} for index, norm in named]
        driver["properties"] = {"packs": used}
        return driver

    def rule(self, outcome: Outcome) -> Object:
        rule: Object = {
            "id": outcome.rule,
            "shortDescription": self.message(outcome.name.of(self.language)),
            "defaultConfiguration": {"level": _LEVELS[outcome.severity]},
            "properties": {"tags": [outcome.group, outcome.severity.value], "weight": outcome.weight},
        }
        if advice := outcome.advice.of(self.language):
            rule["help"] = self.message(advice)
        if outcome.basis:
            rule["relationships"] = [self.relationship(basis) for basis in _distinct(outcome.basis)]
        return rule

    def relationship(self, basis: Basis) -> Object:
        component = {"name": basis.norm, "index": self.norm_index[basis.norm]}
        return {"target": {"id": _article(basis), "toolComponent": component}, "kinds": ["relevant"]}

    def taxonomy(self, norm: str, articles: dict[str, Basis]) -> Object:
        taxa = [
            {"id": article, "properties": {"verified": basis.verified, "rank": basis.rank}}
            for article, basis in articles.items()
        ]
        return {"name": norm, "shortDescription": {"text": self.say("sarif.norms")}, "taxa": taxa}

    def invocation(self, time: datetime | None) -> Object:
        notes = [note for result in self.results for note in self.notifications(result)]
        invocation: Object = {
            "executionSuccessful": all(isinstance(result, Report) for result in self.results),
            "toolExecutionNotifications": notes,
        }
        if time is not None:
            invocation["endTimeUtc"] = time.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        return invocation

    def notifications(self, result: Result) -> list[Object]:
        """Return what has to be told of a whole document: that it was not judged, and the notes on its reading."""
        where = [{"physicalLocation": {"artifactLocation": {"uri": _uri(path_of(result))}}}]
        code = code_of(result)
        found = []
        if code in (VerdictCode.NOT_A_REPORT, VerdictCode.CANNOT_JUDGE):
            hint = result.error.hint if isinstance(result, Failure) else None
            told = (reason_of(result).of(self.language), "" if hint is None else hint.of(self.language))
            found.append({"level": "error", "message": self.message(*told), "locations": where})
        if isinstance(result, Report):
            found += [
                {"level": "note", "message": self.message(note.of(self.language)), "locations": where}
                for note in result.notes
            ]
        return found

    def result_entries(self, result: Result) -> list[Object]:
        """Return one entry for every rule, after noting the document among the artifacts."""
        if isinstance(result, Failure):
            self.artifacts.append({"location": {"uri": _uri(result.path)}})
            return []
        index = self.add_artifacts(result)
        entries = [self.entry(result, outcome, index) for outcome in result.outcomes]
        worse = {(outcome.rule, outcome.fingerprint) for outcome in result.outcomes if outcome.state in _FOUND}
        gone = [each for each in result.gone or () if (each.rule, each.fingerprint) not in worse]
        return [*entries, *(self.absent(result, each, index) for each in gone)]

    def add_artifacts(self, report: Report) -> int:
        """Note *report*'s document; return the index of the artifact into which its places point."""
        document, score = report.document, report.score
        uri = {"uri": _uri(document.path)}
        artifact: Object = {"location": uri, "hashes": {"sha-256": document.sha256}}
        if document.format in _MIME:
            artifact["mimeType"] = _MIME[document.format]
        artifact["properties"] = {
            "verdict": report.verdict.code.value,
            "reason": report.verdict.reason.of(self.language),
            "coverage": None if score.coverage is None else view.percent(score.coverage),
            "minimum": None if score.minimum is None else view.percent(score.minimum),
            **({} if report.verdict.label is None else {"label": report.verdict.label.of(self.language)}),
        }
        self.artifacts.append(artifact)
        if document.format not in ITS_OWN_TEXT:
            described = {"text": self.say("sarif.as_read")}
            parent = len(self.artifacts) - 1
            inner = {"location": uri, "parentIndex": parent, "mimeType": "text/plain", "description": described}
            self.artifacts.append(inner)
        return len(self.artifacts) - 1

    def entry(self, report: Report, outcome: Outcome, artifact: int) -> Object:
        kind = _KINDS[outcome.state]
        entry: Object = {
            "ruleId": outcome.rule,
            "ruleIndex": self.rule_index[outcome.rule],
            "kind": kind,
            "level": _LEVELS[outcome.severity] if kind == "fail" else "none",
            "message": self.message(outcome.message.of(self.language)),
            "locations": [],
        }
        matches = [item for item in outcome.evidence if item.role is Role.MATCH]
        near = [item for item in outcome.evidence if item.role is Role.NEAR_MISS]
        entry["locations"] = (
            [self.location(report, matches[0], artifact)] if matches else [self.whole(report, artifact)]
        )
        if related := [*matches[1:], *near]:
            entry["relatedLocations"] = [
                {"id": number, **self.location(report, item, artifact)} for number, item in enumerate(related, start=1)
            ]
        entry["partialFingerprints"] = {FINGERPRINT: outcome.fingerprint}
        if outcome.state is State.WAIVED:
            reason = plain(view.accepted(outcome, self.language))
            entry["suppressions"] = [{"kind": "external", "status": "accepted", "justification": reason}]
        if report.gone is not None:
            entry["baselineState"] = _baseline_state(outcome, report.gone)
        if outcome.corrections and report.document.format in ITS_OWN_TEXT:
            entry["fixes"] = [self.fix(report, outcome, artifact)]
        entry["properties"] = {"state": outcome.state.value, "why": plain(outcome.why.of(self.language))}
        return entry

    def absent(self, report: Report, gone: Gone, artifact: int) -> Object:
        """Return the entry of a finding of the baseline that is there no more."""
        entry: Object = {
            "ruleId": gone.rule,
            "kind": "fail",
            "message": {"text": self.say("sarif.gone")},
            "locations": [self.whole(report, artifact)],
            "partialFingerprints": {FINGERPRINT: gone.fingerprint},
            "baselineState": "absent",
            "properties": {"state": gone.state.value},
        }
        if gone.rule in self.rules:  # else the rules have changed since
            entry["ruleIndex"] = self.rule_index[gone.rule]
            entry["level"] = _LEVELS[self.rules[gone.rule].severity]
        return entry

    def fix(self, report: Report, outcome: Outcome, artifact: int) -> Object:
        """Return all corrections of a finding as one change; only a file that is its own text can be changed so."""
        document = report.document
        replacements = [
            {
                "deletedRegion": _region(document, each.span),
                "insertedContent": {"text": each.replacement},
            }
            for each in outcome.corrections
        ]
        located = {"uri": _uri(document.path), "index": artifact}
        change = {"artifactLocation": located, "replacements": replacements}
        told = corrections.told(report, outcome, self.language)
        return {"description": self.message(*told), "artifactChanges": [change]}

    def whole(self, report: Report, artifact: int) -> Object:
        """Return the place of what stands nowhere: the title, else the first line."""
        title = report.profile.title
        if title is not None and title.evidence is not None:
            return self.location(report, title.evidence, artifact)
        located = {"uri": _uri(report.document.path), "index": artifact}
        return {"physicalLocation": {"artifactLocation": located, "region": {"startLine": 1}}}

    def location(self, report: Report, item: Evidence, artifact: int) -> Object:
        document = report.document
        region = {**_region(document, Span(item.start, item.end)), "snippet": {"text": item.quote}}
        physical = {"artifactLocation": {"uri": _uri(document.path), "index": artifact}, "region": region}
        location: Object = {"physicalLocation": physical}
        if item.heading:
            path = view.HEADING_SEPARATOR.join(item.heading)
            logical = {"name": item.heading[-1], "fullyQualifiedName": path, "kind": "section"}
            location["logicalLocations"] = [logical]
        location["message"] = {"text": view.place(item, self.language)}
        places = {"page": item.page, "paragraph": item.paragraph}
        known = {name: number for name, number in places.items() if number is not None}
        if known:
            location["properties"] = {**known, "role": item.role.value}
        return location


def _baseline_state(outcome: Outcome, gone: Sequence[Gone]) -> str:
    """Return what became of *outcome* since the baseline; what asks nobody to act is as good as it was."""
    if outcome.known or not outcome.is_finding:
        return "unchanged"
    worse = any((each.rule, each.fingerprint) == (outcome.rule, outcome.fingerprint) for each in gone)
    return "updated" if worse and outcome.state in _FOUND else "new"


def _region(document: Document, span: Span) -> Object:
    line, column = document.line_column(span.start)
    end_line, end_column = document.line_column(span.end)
    return {
        "startLine": line,
        "startColumn": column,
        "endLine": end_line,
        "endColumn": end_column,
        "charOffset": span.start,
        "charLength": span.end - span.start,
    }


def _rules(reports: Sequence[Report]) -> dict[str, Outcome]:
    """Return one outcome of each rule, in the pack's order: the gravest, for a format may lower the severity."""
    severities = list(Severity)
    rules: dict[str, Outcome] = {}
    for report in reports:
        for outcome in report.outcomes:
            known = rules.get(outcome.rule)
            # A rule that does not apply in one year cites fewer norms than in another.
            if known is None or _gravity(outcome, severities) < _gravity(known, severities):
                rules[outcome.rule] = outcome
    return rules


def _gravity(outcome: Outcome, severities: Sequence[Severity]) -> tuple[int, int]:
    return severities.index(outcome.severity), -len(outcome.basis)


def _norms(outcomes: Any) -> dict[str, dict[str, Basis]]:
    norms: dict[str, dict[str, Basis]] = {}
    for outcome in outcomes:
        for basis in outcome.basis:
            norms.setdefault(basis.norm, {}).setdefault(_article(basis), basis)
    return norms


def _article(basis: Basis) -> str:
    return basis.article or basis.norm


def _distinct(bases: Sequence[Basis]) -> list[Basis]:
    return list({(basis.norm, basis.article): basis for basis in bases}.values())


def _uri(path: str) -> str:
    """Return a path as a URI reference: relative as it was given, absolute with its scheme."""
    encoded = quote(path.replace("\\", "/").encode("utf-8", "surrogateescape"), safe="/")
    return f"file://{encoded}" if encoded.startswith("/") else encoded
