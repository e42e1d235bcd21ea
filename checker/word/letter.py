"""The letter that sends a draft back: a plain text with ``{fields}`` and one list, filled from a report.

A template is what a bureau writes itself. ``{name}`` is replaced; the lines between ``{items}`` and ``{/items}`` are
repeated for each finding, and a line in there whose fields are all empty is left out. A line that begins with ``# `` is
the title, one with ``@ `` the addressee, one with ``## `` a heading, one with ``> `` belongs to the signature; every
other line is a paragraph.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from checker.drafting.package import Form, Paragraph, word_document
from checker.errors import UsageError
from checker.frozen import dataclass
from checker.model import Evidence, Outcome, Page, Report, Role, Setting, Severity
from checker.options import nearest
from checker.regex import regex
from checker.reports import corrections, view
from checker.reports.columns import plain
from checker.rule import Template
from checker.texts import Language, text

_FIELD = regex(r"\{([^{}\n]*)\}")
_BEGIN, _FINISH = "{items}", "{/items}"
_ROLES = {"# ": "title", "@ ": "addressee", "## ": "heading1", "> ": "signature"}
_MOST_PLACES = 5
_PAGE = Page(210, 297, 37, 35, 28, 26)
_PLAIN = Setting(size=16, alignment="both", line=1.5, line_rule="auto")

FIELDS = ("issuer", "title", "year", "verdict", "reason", "path", "count", "must", "should", "pack")
ITEM_FIELDS = ("number", "severity", "rule", "name", "message", "place", "quote", "correction", "basis", "advice")


@dataclass(frozen=True, slots=True)
class LetterTemplate:
    """A template in three parts: the lines before the list, those of one item, those behind it."""

    opening: tuple[str, ...]
    item: tuple[str, ...]
    closing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph of a letter; *role* is one of :data:`checker.rule.ROLES`."""

    role: str
    text: str


def parse(template: str, path: str) -> LetterTemplate:
    """Return the template written as *template*; *path* is where. Raises UsageError with the place of a mistake."""
    lines = [plain(line) for line in template.splitlines()]
    marks = [(number, line.strip()) for number, line in enumerate(lines) if line.strip() in (_BEGIN, _FINISH)]
    if [mark for _, mark in marks] != [_BEGIN, _FINISH]:
        raise UsageError(text("letter.list"), where=path, hint=text("letter.list.hint", begin=_BEGIN, end=_FINISH))
    begin, end = (number for number, _ in marks)
    for number, line in enumerate(lines):
        if number not in (begin, end):
            known = (*ITEM_FIELDS, *FIELDS) if begin < number < end else FIELDS
            _check_fields(line, known, f"{path}:{number + 1}")
    return LetterTemplate(tuple(lines[:begin]), tuple(lines[begin + 1 : end]), tuple(lines[end + 1 :]))


def _check_fields(line: str, known: Sequence[str], where: str) -> None:
    for match in _FIELD.finditer(line):
        if match[1] not in known:
            raise UsageError(text("letter.field", field=match[0]), where=where, hint=nearest(match[1], known))


def letter(template: LetterTemplate, report: Report, language: Language) -> tuple[Line, ...]:
    """Return the letter about *report*: findings that must or should be mended, in the order of the report."""
    found = view.findings(report)
    values = _values(report, found, language)
    lines = [_line(line, values) for line in template.opening]
    for number, outcome in enumerate(found, start=1):
        item = {**values, **_item(number, report, outcome, language)}
        lines += [_line(line, item) for line in template.item if _says_something(line, item)]
    return (*lines, *(_line(line, values) for line in template.closing))


def as_text(letters: Sequence[Sequence[Line]]) -> str:
    """Return the letters as plain text, a form feed between two."""
    return "\f".join("".join(f"{line.text}\n" for line in lines) for lines in letters)


def as_word(letters: Sequence[Sequence[Line]], template: Template, author: str) -> bytes:
    """Return the letters as a Word document set as *template* sets its drafts."""
    draft = template.draft
    settings: Mapping[str, Setting] = {"body": _PLAIN} if draft is None else draft.settings
    form = Form(_PAGE if draft is None else draft.page, settings, None)
    paragraphs = [
        Paragraph(line.role if line.role in settings else "body", line.text, new_page=bool(number) and not place)
        for number, lines in enumerate(letters)
        for place, line in enumerate(lines)
    ]
    return word_document(paragraphs, form, author)


def _line(line: str, values: Mapping[str, str]) -> Line:
    for mark, role in _ROLES.items():
        if line.startswith(mark):
            return Line(role, _filled(line.removeprefix(mark), values))
    return Line("body", _filled(line, values))


def _filled(line: str, values: Mapping[str, str]) -> str:
    return _FIELD.sub(lambda match: values[match[1]], line)  # braces in values stay as they are


def _says_something(line: str, item: Mapping[str, str]) -> bool:
    names = [match[1] for match in _FIELD.finditer(line)]
    return not names or any(item[name] for name in names)


def _values(report: Report, found: Sequence[Outcome], language: Language) -> dict[str, str]:
    issuer, year = report.profile.issuer, report.profile.report_year
    values = {
        "issuer": text("letter.no_issuer").of(language) if issuer is None else issuer.value,
        "title": view.title_of(report, language),
        "year": "" if year is None else year.value,
        "verdict": report.verdict.name.of(language),
        "reason": report.verdict.reason.of(language),
        "path": report.document.path,
        "count": str(len(found)),
        "must": str(sum(outcome.severity is Severity.MUST for outcome in found)),
        "should": str(sum(outcome.severity is Severity.SHOULD for outcome in found)),
        "pack": f"{report.pack.id} {report.pack.version}",
    }
    return {name: plain(value) for name, value in values.items()}


def _item(number: int, report: Report, outcome: Outcome, language: Language) -> dict[str, str]:
    matches = [item for item in outcome.evidence if item.role is Role.MATCH]
    joiner = text("word.joiner").of(language)
    values = {
        "number": str(number),
        "severity": text(f"report.severity_{outcome.severity}").of(language),
        "rule": outcome.rule,
        "name": outcome.name.of(language),
        "message": outcome.message.of(language) or outcome.name.of(language),
        "place": joiner.join(_places(matches, language)) or text("letter.nowhere").of(language),
        "quote": joiner.join(dict.fromkeys(" ".join(item.quote.split()) for item in matches[:_MOST_PLACES])),
        "correction": joiner.join(corrections.told(report, outcome, language)),
        "basis": joiner.join(view.cited(basis, language) for basis in outcome.basis),
        "advice": outcome.advice.of(language),
    }
    return {name: plain(value) for name, value in values.items()}


def _places(matches: Sequence[Evidence], language: Language) -> Iterator[str]:
    for item in matches[:_MOST_PLACES]:
        above = view.heading_path(item)
        place = view.place(item, language)
        yield text("letter.place", place=place, heading=above).of(language) if above else place
    if len(matches) > _MOST_PLACES:
        yield text("letter.more", count=len(matches)).of(language)
