"""The reports as a workbook: a sheet of files, one of findings with filters, one of coverage.

Every text is written as a string and never as a formula, a link or a number; one that a spreadsheet would take for a
formula when it is edited (``=``, ``+``, ``-``, ``@``) is marked as text. The same results give the same bytes.
"""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from checker.model import Outcome, Report, Role, Severity, VerdictCode
from checker.reports import corrections, view
from checker.reports.columns import plain
from checker.reports.columns import width as columns_of
from checker.reports.failure import Failure, Result, Results, code_of, name_of, path_of, reason_of
from checker.texts import Language, text

if TYPE_CHECKING:
    import xlsxwriter

_MOST = 32767  # characters that a cell holds
_RISKY = ("=", "+", "-", "@", "\t", "\r", "|", "%")
_QUOTES = 5
_FONT = "Microsoft YaHei"
_LINE = 15  # points
_MOST_LINES = 20
_FOR_PROGRAMS = frozenset({"sha256", "pack", "fingerprint"})
"""Columns that nobody reads: they are not wrapped."""
_LAST_ON_PAPER = frozenset({"manual", "advice"})
"""The last columns of each sheet that are printed."""

Cell = str | float | None
Columns = dict[str, int]
"""Titles of columns (keys of the catalogue) with their widths in characters."""

_FILES: Columns = {
    "path": 32,
    "verdict": 12,
    "reason": 44,
    "title": 40,
    "issuer": 20,
    "level": 8,
    "year": 8,
    "mean": 12,
    "weakest": 12,
    "must": 10,
    "should": 10,
    "manual": 12,
    "sha256": 20,
    "pack": 20,
}
_FINDINGS: Columns = {
    "path": 24,
    "number": 6,
    "severity": 8,
    "state": 10,
    "name": 22,
    "message": 44,
    "quote": 44,
    "corrected": 30,
    "advice": 44,
    "basis": 40,
    "group": 18,
    "rule": 20,
    "page": 6,
    "paragraph": 6,
    "line": 6,
    "heading": 28,
    "nearest": 36,
    "why": 40,
    "fingerprint": 20,
}
_COVERAGE: Columns = {
    "path": 32,
    "verdict": 12,
    "group": 30,
    "score": 8,
    "weight": 8,
    "met": 8,
    "counted": 8,
    "partial": 10,
    "failed": 10,
    "untold": 10,
    "not_applicable": 10,
    "manual": 12,
}


def render(results: Results, language: Language) -> bytes:
    """Return the workbook. Raises ImportError where the library that writes it is not installed."""
    import xlsxwriter

    buffer = io.BytesIO()
    settings = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    with xlsxwriter.Workbook(buffer, settings) as book:
        book.set_properties({"created": datetime(2000, 1, 1, tzinfo=UTC)})
        writer = _Writer(book, language)
        for result in results:
            writer.knows(result)
        writer.sheet("documents", _FILES, [writer.file(result) for result in results])
        writer.sheet("findings", _FINDINGS, [row for result in results for row in writer.findings(result)])
        writer.sheet("coverage", _COVERAGE, [row for result in results for row in writer.coverage(result)])
    return buffer.getvalue()


class _Writer:
    def __init__(self, book: xlsxwriter.Workbook, language: Language) -> None:
        self.book = book
        self.language = language
        line = {"bottom": 1, "bottom_color": "#DDE2E8"}
        body: dict[str, Any] = {"text_wrap": True, "valign": "top", "font_name": _FONT, "font_size": 10, **line}
        self.head = book.add_format({**body, "bold": True, "bottom_color": "#1D2530", "bg_color": "#EEF1F4"})
        self.body = book.add_format(body)
        self.counted = book.add_format({**body, "align": "center"})
        self.plain = book.add_format({**body, "text_wrap": False})
        self.inert = book.add_format({**body, "quote_prefix": True})
        self.tones = {
            self.say(key): book.add_format({**body, "bold": True, "font_color": color})
            for key, color in (
                ("report.severity_must", "#A5341A"),
                ("report.severity_should", "#855A00"),
                ("report.verdict_blocked", "#A5341A"),
                ("report.verdict_revise", "#855A00"),
                ("report.verdict_ready", "#0C6A5B"),
            )
        }

    def say(self, key: str, **values: object) -> str:
        return text(key, **values).of(self.language)

    def knows(self, result: Result) -> None:
        """Let what a pack calls its verdict have the colour of the usual word."""
        usual = self.tones.get(self.say(f"report.verdict_{code_of(result)}"))
        if usual is not None:
            self.tones.setdefault(name_of(result).of(self.language), usual)

    def sheet(self, name: str, columns: Columns, rows: Sequence[Sequence[Cell]]) -> None:
        """Write one sheet: its first row and column stay in sight, every column can be filtered."""
        sheet = self.book.add_worksheet(self.say(f"xlsx.{name}"))
        keys = list(columns)
        last = next((column for column, key in enumerate(keys) if key in _LAST_ON_PAPER), len(keys) - 1)
        for column, (key, width) in enumerate(columns.items()):
            sheet.set_column(column, column, width, None if key not in _FOR_PROGRAMS else self.plain)
            sheet.write_string(0, column, self.say(f"xlsx.{key}"), self.head)
        for number, row in enumerate(rows, start=1):
            # Not every program works out the height of wrapped text by itself.
            printed = zip(row[: last + 1], columns.values(), strict=False)
            texts = ((cell, width) for cell, width in printed if isinstance(cell, str))
            lines = max((-(-columns_of(cell[:_MOST]) // width) for cell, width in texts), default=1)
            sheet.set_row(number, _LINE * min(max(lines, 1), _MOST_LINES))
            for column, cell in enumerate(row):
                if isinstance(cell, str):
                    shown = plain(cell)[:_MOST]
                    usual = self.plain if keys[column] in _FOR_PROGRAMS else self.body
                    style = self.inert if shown.startswith(_RISKY) else self.tones.get(shown, usual)
                    sheet.write_string(number, column, shown, style)
                elif cell is not None:
                    sheet.write_number(number, column, cell, self.counted)
                else:
                    sheet.write_blank(number, column, None, self.body)
        sheet.freeze_panes(1, 1)
        sheet.autofilter(0, 0, max(len(rows), 1), len(columns) - 1)
        # Paper has room for what a person acts on; the rest is there to be filtered and looked up.
        sheet.print_area(0, 0, max(len(rows), 1), last)
        sheet.set_landscape()
        sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.5)
        sheet.set_footer("&C&P / &N")
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(0)

    def file(self, result: Result) -> list[Cell]:
        code = code_of(result)
        head: list[Cell] = [path_of(result), name_of(result).of(self.language), reason_of(result).of(self.language)]
        pack = "" if result.pack is None else f"{result.pack.id} {result.pack.version} {result.pack.sha256}"
        if isinstance(result, Failure):
            return [*head, *[None] * 10, pack]
        profile, score = result.profile, result.score
        facts = (profile.title, profile.issuer, profile.level, profile.report_year)
        shown: list[Cell] = [None if fact is None else view.shown(fact, self.language) for fact in facts]
        figures: list[Cell] = [None] * 5
        if code is not VerdictCode.NOT_A_REPORT:
            found = Counter(outcome.severity for outcome in view.findings(result))
            scores = [None if value is None else view.percent(value) for value in (score.coverage, score.minimum)]
            figures = [*scores, found[Severity.MUST], found[Severity.SHOULD], view.to_confirm(result)]
        return [*head, *shown, *figures, result.document.sha256, pack]

    def findings(self, result: Result) -> Iterator[list[Cell]]:
        """Yield a row for each finding and remark in document order; for a file without a verdict, one that says so."""
        code = code_of(result)
        if code in (VerdictCode.NOT_A_REPORT, VerdictCode.CANNOT_JUDGE):
            told = [name_of(result).of(self.language), None, reason_of(result).of(self.language)]
            yield [path_of(result), None, None, *told, *[None] * (len(_FINDINGS) - 6)]
        if not isinstance(result, Report) or code is VerdictCode.NOT_A_REPORT:
            return
        chapters = view.chapters(result, view.findings(result), self.language)
        found = [outcome for _, outcomes in chapters for outcome in outcomes]
        for number, outcome in enumerate([*found, *view.remarks(result)], start=1):
            yield self.finding(result, number, outcome)

    def finding(self, report: Report, number: int, outcome: Outcome) -> list[Cell]:
        matches = [item for item in outcome.evidence if item.role is Role.MATCH]
        near = [item for item in outcome.evidence if item.role is Role.NEAR_MISS]
        first = matches[0] if matches else None
        joiner = self.say("report.joiner")
        return [
            report.document.path,
            number,
            self.say(f"report.severity_{outcome.severity}"),
            self.say(f"report.state_{outcome.state}"),
            outcome.name.of(self.language),
            outcome.message.of(self.language),
            " / ".join(item.quote for item in matches[:_QUOTES]),
            " / ".join(corrections.told(report, outcome, self.language)),
            outcome.advice.of(self.language),
            joiner.join(view.cited(basis, self.language) for basis in outcome.basis),
            view.group_name(report, outcome.group, self.language),
            outcome.rule,
            None if first is None else first.page,
            None if first is None else first.paragraph,
            None if first is None else first.line,
            None if first is None else view.heading_path(first),
            " / ".join(item.quote for item in near[:_QUOTES]),
            outcome.why.of(self.language),
            outcome.fingerprint,
        ]

    def coverage(self, result: Result) -> Iterator[list[Cell]]:
        """Yield a row for each part of the template."""
        if isinstance(result, Failure):
            return
        tallies = view.tallies(result)
        for group in result.score.groups:
            tally = tallies[group.id]
            yield [
                result.document.path,
                result.verdict.name.of(self.language),
                group.name.of(self.language),
                None if group.coverage is None else view.percent(group.coverage),
                group.weight,
                tally.met,
                tally.counted,
                tally.partial,
                tally.failed,
                tally.untold,
                tally.not_applicable,
                tally.manual,
            ]
