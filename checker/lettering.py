"""``checker letter``: drafts in, the letters that send them back out."""

from __future__ import annotations

from pathlib import Path

from checker import console
from checker.checking import Order, judged
from checker.errors import ExitCode, UsageError
from checker.model import Report, VerdictCode
from checker.outputs import Output, refuse_impossible
from checker.reports import view
from checker.rulebook.locate import home
from checker.texts import Language, text

_SUFFIXES = (".docx", ".txt")
_FINE = (VerdictCode.READY,)
_MOST = 100_000  # characters of a template


def run_letter(order: Order, output: Path | None, template: Path | None, language: Language) -> ExitCode:
    """Check the files of *order* and write the letters about them to *output*. Raises CheckerError for wrong usage.

    Returns 2 where a file could not be read, else 0: that a draft has to be revised is what letters are for.
    """
    from checker.api import load_pack
    from checker.word.letter import as_text, as_word, letter, parse

    if output is None or output.suffix.lower() not in _SUFFIXES:
        raise UsageError(text("letter.output"), where=None if output is None else str(output))
    refuse_impossible([Output("text", output)], [*order.files, *([] if template is None else [str(template)])])
    path = home("templates") / "letters" / f"return.{language}.txt" if template is None else template
    form = parse(_read(path), str(path))
    inputs, results = judged(order, language)
    refuse_impossible([Output("text", output)], inputs.paths)
    letters = []
    for result in results:
        if not isinstance(result, Report):
            continue  # why it could not be read has been told
        if view.findings(result) or result.verdict.code not in _FINE:
            letters.append(letter(form, result, language))
        else:
            console.say(text("letter.none", path=result.document.path), language)
    if letters:
        as_words = output.suffix.lower() == _SUFFIXES[0]
        set_as = load_pack(order.pack).template
        author = text("word.author").of(language)
        console.write(as_word(letters, set_as, author) if as_words else as_text(letters), output)
        console.say(text("letter.written", count=len(letters), path=output), language)
    return ExitCode.OK if all(isinstance(result, Report) for result in results) else ExitCode.CANNOT_JUDGE


def _read(path: Path) -> str:
    from checker.reading.encoding import decode
    from checker.reading.limits import DEFAULT
    from checker.reading.source import Source

    try:
        with path.open("rb") as file:
            data = file.read(_MOST)
    except OSError as error:
        raise UsageError(text("letter.unreadable", reason=error.strerror or str(error)), where=str(path)) from error
    return decode(Source(data, str(path), DEFAULT)).text
