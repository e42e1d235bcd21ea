"""``checker check -f docx``: the draft with comments, in its own layout where it is a Word document."""

from __future__ import annotations

from datetime import datetime

from checker.errors import CheckerError, UsageError
from checker.model import Report
from checker.reports.failure import Failure, Results
from checker.texts import Language, text


def annotated(results: Results, pack: str, language: Language, time: datetime | None) -> bytes:
    """Return the one document of *results*, checked with the pack named *pack*, with comments. Raises CheckerError."""
    from checker.api import load_pack
    from checker.word.annotate import annotate

    if len(results) != 1:
        raise UsageError(text("word.one", count=len(results)), hint=text("word.one.hint"))
    (result,) = results
    if isinstance(result, Failure):
        raise CheckerError(text("word.no_report"), where=result.path)
    return annotate(result, load_pack(pack), language, original=original(result), time=time)


def original(report: Report) -> bytes | None:
    """Return the Word document that *report* is about; None where it is none, or not the file it was any more."""
    import hashlib
    from pathlib import Path

    from checker.reading import read_file

    path = Path(report.document.path)
    if report.document.format != "docx" or not path.is_file():
        return None
    data = read_file(path)
    return data if hashlib.sha256(data).hexdigest() == report.document.sha256 else None
