"""Many files at a glance: one line each with its verdict, and what a file that could not be read gets to say."""

from __future__ import annotations

from collections import Counter

from checker.model import Severity, VerdictCode
from checker.reports import view
from checker.reports.columns import Sheet, pad, plain, width
from checker.reports.failure import Failure, Result, Results, code_of, name_of, path_of
from checker.reports.terminal import SYMBOLS
from checker.texts import Language, text

_FIGURES = ("coverage", "minimum", "must", "should")


def render_failure(failure: Failure, language: Language, *, width: int = 80, color: bool = False) -> str:
    """Return what there is to say of a file that could not be read or judged."""
    sheet = Sheet(width, color)
    symbol, style = SYMBOLS[VerdictCode.CANNOT_JUDGE]
    lead = f"{symbol} {text('report.verdict_cannot_judge').of(language)}  "
    sheet.put(failure.path, lead=lead, lead_style=f"strong {style}", style="strong")
    sheet.put(failure.reason.of(language), indent=2)
    if failure.error.hint is not None:
        sheet.put(failure.error.hint.of(language), indent=2)
    return sheet.text()


def render_summary(results: Results, language: Language, *, width: int = 80, color: bool = False) -> str:
    """Return a table with one line a file (verdict, coverage, findings) and how many there are of each verdict."""
    sheet = Sheet(width, color)
    codes = Counter(code_of(result) for result in results)
    words = {code_of(result): name_of(result).of(language) for result in results}
    parts = [f"{SYMBOLS[code][0]} {words[code]} {codes[code]}" for code in VerdictCode if codes[code]]
    head = text("summary.files", count=len(results)).of(language)
    sheet.put_parts([head + parts[0], *parts[1:]] if parts else [head], " · ", style="strong")
    sheet.blank()
    _table(sheet, results, language)
    return sheet.text()


def _table(sheet: Sheet, results: Results, language: Language) -> None:
    titles = [text(f"summary.{name}").of(language) for name in _FIGURES]
    columns = [max(width(title), 5) for title in titles]
    usual = [text(f"report.verdict_{code}").of(language) for code in VerdictCode]
    own = [name_of(result).of(language) for result in results]
    first = max(width(word) for word in [*usual, *own, text("summary.verdict").of(language)])
    heads = [_right(title, column) for title, column in zip(titles, columns, strict=True)]
    verdict_title = pad(text("summary.verdict").of(language), first)
    line = "  ".join([f"  {verdict_title}", *heads, text("summary.file").of(language)])
    sheet.lines.append(sheet.paint("faint", line))
    for result, word in zip(results, own, strict=True):
        symbol, style = SYMBOLS[code_of(result)]
        verdict = sheet.paint(style, f"{symbol} {pad(word, first)}")
        cells = [_right(cell, column) for cell, column in zip(_figures(result), columns, strict=True)]
        sheet.lines.append("  ".join([verdict, *cells, plain(path_of(result))]))


def _figures(result: Result) -> list[str]:
    if isinstance(result, Failure) or result.verdict.code is VerdictCode.NOT_A_REPORT:
        return ["—"] * len(_FIGURES)
    found = Counter(outcome.severity for outcome in view.findings(result))
    scores = ["—" if value is None else view.figure(value) for value in (result.score.coverage, result.score.minimum)]
    return [*scores, str(found[Severity.MUST]), str(found[Severity.SHOULD])]


def _right(cell: str, columns: int) -> str:
    return " " * (columns - width(cell)) + cell
