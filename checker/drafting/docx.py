"""A blank draft as a Word document: guidance and basis as comments at what they are about."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checker.drafting.package import Form, Paragraph, word_document
from checker.drafting.plan import Line
from checker.drafting.styles import text_width
from checker.rule import Draft
from checker.texts import Language, text

_AUTHOR = "checker"
_DATE_LENGTH = 6.75  # characters of 2027年1月20日, half a character a digit, where the day may have one or two


def draft(lines: Sequence[Line], draft: Draft, language: Language) -> bytes:
    """Return *lines* set as the template's *draft* says; what is said beside them is in *language*."""
    form = Form(draft.page, draft.settings, draft.page_number)
    return word_document(tuple(_paragraphs(lines, form, language)), form, _AUTHOR)


def _paragraphs(lines: Sequence[Line], form: Form, language: Language) -> Iterator[Paragraph]:
    told = False
    before = ""
    for line in lines:
        # A blank line below the title and above the signature.
        if before == "title" or (line.role == "signature" and before != "signature"):
            yield Paragraph("body", "")
        notes = [note.of(language) for note in line.notes]
        if notes and not told:
            notes.insert(0, text("draft.remove").of(language))
            told = True
        right = _right(line, form) if line.role == "signature" else None
        yield Paragraph(line.role, _broken(line, form), tuple(notes), right=right)
        before = line.role


def _broken(line: Line, form: Form) -> str:
    """Return the words of *line*, broken where they may be only if they need more than one line."""
    size = form.settings[line.role].size if line.role in form.settings else None
    words = line.text.replace("\n", "")
    return line.text if size is not None and len(words) * size > text_width(form.page) else words


def _right(signature: Line, form: Form) -> float | None:
    """Return the indent that puts a signature above the middle of the date, as where a seal is put over both."""
    date = form.settings.get("date")
    if date is None or date.right is None:
        return None
    return max(date.right + (_DATE_LENGTH - len(signature.text)) / 2, 0)
