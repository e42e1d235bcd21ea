"""``checker fix``: a Word document in, one with its slips put right as tracked changes out, and a list of them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from checker import console
from checker.annotating import original
from checker.checking import Order, judged
from checker.errors import CheckerError, ExitCode, UsageError
from checker.model import Document, Report
from checker.outputs import Output, refuse_impossible
from checker.reports import view
from checker.reports.columns import plain
from checker.reports.corrections import pair
from checker.structure.analysis import evidence_at
from checker.texts import Language, text

if TYPE_CHECKING:
    from checker.correcting import Change
    from checker.word.fix import Fixed


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
    fixed = fix(data, result, load_pack(order.pack), language)
    if fixed.made:
        console.write(fixed.content, output)
    lines = sorted(_lines(result.document, fixed, language), key=lambda line: line[0])
    console.write("".join(plain(line) + "\n" for _, line in lines))
    count = len(fixed.made)
    console.say(text("fix.written", count=count, path=output) if count else text("fix.none"), language)
    return ExitCode.OK


def _lines(document: Document, fixed: Fixed, language: Language) -> Iterator[tuple[int, str]]:
    """Yield what became of each correction, with its place."""
    for change in fixed.made:
        yield _line(document, change, language, "fix.change")
    for change in fixed.unreachable:
        yield _line(document, change, language, "fix.not_made", why=text("fix.unreachable"))
    for refused in fixed.refused:
        key = "overlaps" if refused.overlaps else "useless" if refused.because is None else "harmful"
        why = text(f"fix.{key}", rule=refused.because or "")
        yield _line(document, refused.change, language, "fix.not_made", why=why)


def _line(document: Document, change: Change, language: Language, key: str, **values: object) -> tuple[int, str]:
    correction = change.correction
    place = view.place(evidence_at(document, correction.span), language)
    shown = pair(document, correction)
    said = text(key, place=place, old=shown.old, new=shown.new, rule=change.rule, **values)
    return correction.span.start, said.of(language)
