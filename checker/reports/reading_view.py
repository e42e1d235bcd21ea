"""What was read of a document, as a person and as a program sees it: so that a reading error shows for what it is.

JSON (``checker-reading/1``): offsets are code points into the document's text; ``left_out`` is what was taken for the
furniture of a page and is no part of that text.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from checker.errors import CheckerError
from checker.frozen import dataclass
from checker.model import Block, BlockKind, Document, Evidence, Fact, Heading, Profile
from checker.reports import view
from checker.reports.columns import Sheet, clip, pad, width
from checker.texts import CATALOGUE, Language, text

SCHEMA_ID = "checker-reading/1"
_ROWS_SHOWN = 4
_FURNITURE_SHOWN = 12
_TEXT_SHOWN = 60


@dataclass(frozen=True, slots=True)
class Reading:
    """A document with what was recognised in it, before any rule is asked."""

    document: Document
    profile: Profile
    outline: tuple[Heading, ...]


@dataclass(frozen=True, slots=True)
class Unread:
    """A file that could not be read, and why."""

    path: str
    error: CheckerError


Result = Reading | Unread


def render(
    results: Sequence[Result], language: Language, *, width: int, color: bool = False, verbose: bool = False
) -> str:
    """Return *results* as lines of at most *width* columns; *verbose* also shows every paragraph."""
    parts = [
        _Writer(result, language, Sheet(width, color), verbose).render()
        for result in results
        if isinstance(result, Reading)
    ]
    return f"\n{'─' * width}\n\n".join(parts)


def dump(results: Sequence[Result], language: Language, *, as_list: bool) -> str:
    """Return one object for one result, a list for several or where *as_list* asks for it; ends with a newline."""
    objects = [_json(result, language) for result in results]
    answer = objects[0] if len(objects) == 1 and not as_list else objects
    return json.dumps(answer, ensure_ascii=False, indent=2) + "\n"


def place(document: Document, offset: int) -> Evidence:
    """Return where *offset* stands in *document*."""
    line, column = document.line_column(offset)
    block = document.block_at(offset)
    return Evidence("", offset, offset, line, column, document.page_at(offset), block.paragraph if block else None)


class _Writer:
    def __init__(self, reading: Reading, language: Language, sheet: Sheet, verbose: bool) -> None:
        self.document = reading.document
        self.profile = reading.profile
        self.headings = reading.outline
        self.language = language
        self.sheet = sheet
        self.verbose = verbose

    def say(self, key: str, **values: object) -> str:
        return text(key, **values).of(self.language)

    def where(self, offset: int) -> str:
        return view.place(place(self.document, offset), self.language)

    def render(self) -> str:
        self.head()
        self.outline()
        self.tables()
        self.furniture()
        if self.verbose:
            self.paragraphs()
        if self.document.notes:
            self.sheet.blank()
        for note in self.document.notes:
            self.sheet.put(note.of(self.language), lead=self.say("read.note"), lead_style="strong warn")
        return self.sheet.text()

    def head(self) -> None:
        document, sheet = self.document, self.sheet
        sheet.put(
            self.say("report.untitled") if self.profile.title is None else self.profile.title.value, style="strong"
        )
        facts = [self.say(f"read.kind_{self.profile.kind}")]
        facts += [
            self.fact(name, fact)
            for name, fact in (
                ("issuer", self.profile.issuer),
                ("level", self.profile.level),
                ("year", self.profile.report_year),
            )
        ]
        sheet.put_parts(facts, " · ", indent=2)
        paragraphs = len({block.paragraph for block in document.blocks})
        pages = max((block.page or 0 for block in document.blocks), default=0)
        size = (
            [self.say(f"reading.format.{document.format}")] if f"reading.format.{document.format}" in CATALOGUE else []
        )
        size += [self.say("read.pages", count=max(pages, *document.unread_pages, 0))] if pages else []
        size += [
            self.say("read.paragraphs", count=paragraphs),
            self.say("read.characters", count=sum(block.end - block.start for block in document.blocks)),
        ]
        sheet.put_parts([*size, document.path], " · ", indent=2, style="faint")

    def fact(self, name: str, fact: Fact | None) -> str:
        if fact is None:
            return self.say(f"report.{name}_unknown")
        source = f"report.source_{fact.source}"
        named = self.say(source) if source in CATALOGUE else fact.source
        return self.say(f"report.{name}", value=view.shown(fact, self.language), source=named)

    def outline(self) -> None:
        self.section("read.outline", len(self.headings))
        for heading in self.headings:
            room = max(self.sheet.width - 2 * heading.level - 18, 20)
            title = clip(heading.number + heading.title, room)
            indent = "  " * heading.level
            self.sheet.lines.append(
                f"{indent}{pad(title, room)}  {self.sheet.paint('faint', self.where(heading.start))}".rstrip()
            )

    def section(self, key: str, count: int) -> None:
        self.sheet.blank()
        self.sheet.put(self.say(key, count=count), style="strong")

    def tables(self) -> None:
        found = [block for block in self.document.blocks if block.kind is BlockKind.TABLE]
        if not found:
            return
        self.section("read.tables", len(found))
        for block in found:
            rows = _rows(self.document, block)
            columns = max(map(len, rows))
            self.sheet.put(
                self.say("read.table", rows=len(rows), columns=columns, place=self.where(block.start)), indent=2
            )
            for row in rows if self.verbose else rows[:_ROWS_SHOWN]:
                self.sheet.put(clip(" │ ".join(row), self.sheet.width - 6), indent=6, style="faint")
            if not self.verbose and len(rows) > _ROWS_SHOWN:
                self.sheet.put("…", indent=6, style="faint")

    def furniture(self) -> None:
        found = view.left_out(self.document)
        if not found:
            return
        self.section("read.furniture", len(found))
        shown = found if self.verbose else found[:_FURNITURE_SHOWN]
        for content in shown:
            self.sheet.put(clip(" ".join(content.split()), self.sheet.width - 4), indent=2, style="faint")
        if len(shown) < len(found):
            self.sheet.put(self.say("read.more", count=len(found) - len(shown)), indent=2, style="faint")

    def paragraphs(self) -> None:
        self.section("read.text", len(self.document.blocks))
        column = max((width(self.where(block.start)) for block in self.document.blocks), default=0) + 2
        for block in self.document.blocks:
            content = " ".join(self.document.text[block.start : block.end].split())
            self.sheet.put(
                clip(content, 2 * _TEXT_SHOWN), lead=pad(self.where(block.start), column), lead_style="faint", indent=2
            )


def _rows(document: Document, block: Block) -> list[list[str]]:
    return [line.split("\t") for line in document.text[block.start : block.end].split("\n")]


def _json(result: Result, language: Language) -> dict[str, Any]:
    if isinstance(result, Unread):
        lines = result.error.lines(language)
        return {"schema": SCHEMA_ID, "document": {"path": result.path, "format": "unreadable"}, "notes": lines}
    document, profile = result.document, result.profile
    return {
        "schema": SCHEMA_ID,
        "document": {
            "path": document.path,
            "sha256": document.sha256,
            "format": document.format,
            "characters": len(document.text),
            "unread_pages": list(document.unread_pages),
        },
        "profile": {
            "kind": profile.kind.value,
            "kind_reason": profile.kind_reason.of(language),
            "title": _value(profile.title),
            "report_year": _value(profile.report_year),
            "issuer": _value(profile.issuer),
            "level": _value(profile.level),
        },
        "outline": [
            {
                "level": heading.level,
                "number": heading.number,
                "title": heading.title,
                **_place(document, heading.start),
            }
            for heading in result.outline
        ],
        "blocks": [
            {
                "kind": block.kind.value,
                "level": block.level,
                **_place(document, block.start),
                "end": block.end,
                "text": document.text[block.start : block.end],
            }
            for block in document.blocks
        ],
        "tables": [
            {**_place(document, block.start), "rows": _rows(document, block)}
            for block in document.blocks
            if block.kind is BlockKind.TABLE
        ],
        "left_out": view.left_out(document),
        "notes": [note.of(language) for note in document.notes],
    }


def _value(fact: Fact | None) -> str | None:
    return None if fact is None else fact.value


def _place(document: Document, offset: int) -> dict[str, int | None]:
    found = place(document, offset)
    return {
        "start": offset,
        "line": found.line,
        "column": found.column,
        "page": found.page,
        "paragraph": found.paragraph,
    }
