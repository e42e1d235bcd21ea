"""Findings one by one, for editors and code review: plain lines, GitHub annotations, reviewdog's rdjson.

Each finding stands at the first place that it rests on; what is missing stands at the title, else at the first line.
A file that could not be judged, or is no report, gets a line of its own: silence would read as a pass.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.frozen import dataclass
from checker.model import Document, Outcome, Report, Role, Severity, Span, VerdictCode
from checker.reports import corrections, view
from checker.reports.columns import plain
from checker.reports.failure import Results, code_of, path_of, reason_of
from checker.reports.json import ITS_OWN_TEXT, TOOL, dumps
from checker.texts import Language, text

LEVELS = {Severity.MUST: "error", Severity.SHOULD: "warning", Severity.INFO: "info"}
NO_RULE = "VERDICT"
"""What stands for the rule where a whole file could not be judged."""

_GITHUB = {"error": "error", "warning": "warning", "info": "notice"}


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in lines and columns, which count from 1; the end is exclusive. *bytes* are the columns in UTF-8."""

    line: int = 1
    column: int = 1
    end_line: int = 1
    end_column: int = 1
    bytes: tuple[int, int] = (1, 1)


@dataclass(frozen=True, slots=True)
class Annotation:
    """One finding at one spot. *level* is error, warning or info; *details* are corrections, advice and basis.

    *suggestions* are what should be written where; only for a file that is its own text.
    """

    path: str
    spot: Spot
    level: str
    rule: str
    name: str
    message: str
    details: tuple[str, ...] = ()
    suggestions: tuple[tuple[Spot, str], ...] = ()


def annotate(results: Results, language: Language) -> Iterator[Annotation]:
    """Yield every finding and remark, file by file; within a file MUST first."""
    for result in results:
        code = code_of(result)
        if code in (VerdictCode.NOT_A_REPORT, VerdictCode.CANNOT_JUDGE):
            name = text(f"report.verdict_{code}").of(language)
            yield Annotation(path_of(result), Spot(), "error", NO_RULE, name, reason_of(result).of(language))
        if isinstance(result, Report) and code is not VerdictCode.NOT_A_REPORT:
            for outcome in [*view.findings(result), *view.remarks(result)]:
                yield _annotation(result, outcome, language)


def _annotation(report: Report, outcome: Outcome, language: Language) -> Annotation:
    matches = [item for item in outcome.evidence if item.role is Role.MATCH]
    title = None if report.profile.title is None else report.profile.title.evidence
    where = min(matches, key=lambda item: item.start) if matches else title
    details = [
        text("line.corrected", correction=correction).of(language)
        for correction in corrections.told(report, outcome, language)
    ]
    if advice := outcome.advice.of(language):
        details.append(text("line.advice", advice=advice).of(language))
    if outcome.basis:
        cited = text("report.joiner").of(language).join(view.cited(basis, language) for basis in outcome.basis)
        details.append(text("line.basis", basis=cited).of(language))
    return Annotation(
        report.document.path,
        Spot() if where is None else _spot(report.document, Span(where.start, where.end)),
        LEVELS[outcome.severity],
        outcome.rule,
        outcome.name.of(language),
        outcome.message.of(language),
        tuple(details),
        tuple(
            (_spot(report.document, each.span), each.replacement)
            for each in outcome.corrections
            if report.document.format in ITS_OWN_TEXT
        ),
    )


def _spot(document: Document, span: Span) -> Spot:
    line, column = document.line_column(span.start)
    end_line, end_column = document.line_column(span.end)
    columns = [
        1 + len(document.text[offset - before + 1 : offset].encode("utf-8", "surrogatepass"))
        for offset, before in ((span.start, column), (span.end, end_column))
    ]
    return Spot(line, column, end_line, end_column, (columns[0], columns[1]))


def _told(each: Annotation, language: Language) -> str:
    return text("line.finding", name=each.name, message=each.message).of(language)


def render_lines(results: Results, language: Language) -> str:
    """Return ``path:line:column: level RULE name: message``, one finding a line, harmless in a terminal."""
    lines = [
        f"{each.path}:{each.spot.line}:{each.spot.column}: {each.level} {each.rule} " + _told(each, language)
        for each in annotate(results, language)
    ]
    return "".join(f"{plain(line)}\n" for line in lines)


def render_github(results: Results, language: Language) -> str:
    """Return workflow commands that annotate files; errors first, because GitHub shows but a few of each level."""
    found = sorted(annotate(results, language), key=lambda each: list(_GITHUB).index(each.level))
    return "".join(_command(each) for each in found)


def _command(each: Annotation) -> str:
    spot = each.spot
    properties = {
        "file": each.path,
        "line": spot.line,
        "endLine": spot.end_line,
        "col": spot.column,
        "endColumn": spot.end_column,
        "title": f"{each.rule} {each.name}",
    }
    written = ",".join(f"{key}={_property(str(value))}" for key, value in properties.items())
    message = "%0A".join(_data(part) for part in (each.message, *each.details))
    return f"::{_GITHUB[each.level]} {written}::{message}\n"


def _data(value: str) -> str:
    return plain(value).replace("%", "%25")


def _property(value: str) -> str:
    return _data(value).replace(":", "%3A").replace(",", "%2C")


def render_rdjson(results: Results, language: Language) -> str:
    """Return reviewdog's ``DiagnosticResult``; its columns count bytes of UTF-8, ends are exclusive."""
    diagnostics = [
        {
            "message": "\n".join((_told(each, language), *each.details)),
            "location": {
                "path": each.path,
                "range": _range(each.spot),
            },
            "severity": each.level.upper(),
            "code": {"value": each.rule},
            **_suggestions(each),
        }
        for each in annotate(results, language)
    ]
    return dumps({"source": {"name": TOOL}, "diagnostics": diagnostics})


def _range(spot: Spot) -> dict[str, object]:
    return {
        "start": {"line": spot.line, "column": spot.bytes[0]},
        "end": {"line": spot.end_line, "column": spot.bytes[1]},
    }


def _suggestions(each: Annotation) -> dict[str, object]:
    made = [{"range": _range(spot), "text": replacement} for spot, replacement in each.suggestions]
    return {"suggestions": made} if made else {}
