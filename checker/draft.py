"""``checker draft``: a blank draft for one unit, written to a new file or as Markdown to the screen."""

from __future__ import annotations

from pathlib import Path

from checker import console
from checker.errors import CheckerError, ExitCode, UsageError
from checker.frozen import dataclass
from checker.options import level_id
from checker.texts import Language, text

SUFFIXES = (".docx", ".md")


@dataclass(frozen=True, slots=True)
class DraftOrder:
    """What ``checker draft`` is asked to do; the fields are its options."""

    level: str | None
    year: int | None
    issuer: str | None
    pack: str
    output: Path | None = None


def run_draft(order: DraftOrder, language: Language) -> ExitCode:
    """Write the draft that *order* asks for and return the exit code. Raises CheckerError for wrong usage."""
    from checker.api import load_pack
    from checker.drafting import docx, markdown
    from checker.drafting.plan import lines

    level, year, issuer = _given(order)
    suffix = SUFFIXES[1] if order.output is None else order.output.suffix.lower()
    if suffix not in SUFFIXES:
        raise UsageError(text("draft.suffix", suffix=suffix), where=str(order.output))
    template = load_pack(order.pack).template
    made = lines(template, level_id("--level", level, template), year, issuer)
    if order.output is None:
        console.write(markdown.draft(made, language), utf8=True)
        return ExitCode.OK
    assert template.draft is not None  # or there would be no lines
    as_word = suffix == SUFFIXES[0]
    content = docx.draft(made, template.draft, language) if as_word else markdown.draft(made, language).encode()
    _write_new(order.output, content)
    console.say(text("draft.written"), language)
    return ExitCode.OK


def _given(order: DraftOrder) -> tuple[str, int, str]:
    """Return level, year and issuer. Raises UsageError where one is missing or the year is none."""
    for option, value in (("--level", order.level), ("--year", order.year), ("--issuer", order.issuer)):
        if value is None:
            raise UsageError(text("draft.missing", option=option), hint=text("cli.see_help"))
    assert order.level is not None and order.year is not None and order.issuer is not None
    if not 2000 <= order.year <= 2100:
        raise UsageError(text("cli.bad_year", year=order.year))
    return order.level, order.year, order.issuer


def _write_new(path: Path, content: bytes) -> None:
    """Write a file that is not there yet: what somebody has filled in is never overwritten."""
    try:
        with path.open("xb") as file:
            file.write(content)
    except FileExistsError:
        raise UsageError(text("draft.exists"), where=str(path), hint=text("draft.exists.hint")) from None
    except OSError as error:
        reason = error.strerror or str(error)
        raise CheckerError(text("cli.cannot_write", reason=reason), where=str(path)) from error
