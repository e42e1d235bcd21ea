"""``checker fix``: a Word document in, one with its slips put right as tracked changes out, and a list of them."""

from __future__ import annotations

from pathlib import Path

from checker import console
from checker.annotating import original
from checker.checking import Order, judged
from checker.errors import CheckerError, ExitCode, UsageError
from checker.model import Report
from checker.outputs import Output, refuse_impossible
from checker.reports.columns import plain
from checker.texts import Language, text


def run_fix(order: Order, output: Path | None, language: Language) -> ExitCode:
    """Put right the one file of *order* and write it to *output*. Raises CheckerError for what cannot be put right."""
    from checker.api import load_pack
    from checker.word.fix import fix

    if output is None or output.suffix.lower() != ".docx":
        raise UsageError(text("fix.output"), where=None if output is None else str(output))
    refuse_impossible([Output("docx", output)], order.files)
    _, results = judged(order, language)
    (result,) = results if len(results) == 1 else (None,)
    if result is not None and not isinstance(result, Report):
        return ExitCode.CANNOT_JUDGE  # why it could not be read has been told
    data = None if result is None else original(result)
    if result is None or data is None:
        raise CheckerError(text("fix.kind"), where=", ".join(order.files))
    content, changes = fix(data, result, load_pack(order.pack), language)
    lines = []
    for change in changes:
        line, column = result.document.line_column(change.span.start)
        place = text("report.line", number=line).of(language) + text("report.column", number=column).of(language)
        old = result.document.text[change.span.start : change.span.end]
        key = "fix.change" if change.made else "fix.not_made"
        said = text(key, place=place, old=old, new=change.replacement, rule=change.rule).of(language)
        lines.append(plain(said) + "\n")
    made = sum(change.made for change in changes)
    if made:
        console.write(content, output)
    console.write("".join(lines))
    console.say(text("fix.written", count=made, path=output) if made else text("fix.none"), language)
    return ExitCode.OK
