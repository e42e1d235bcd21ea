"""What a format's reader hands over, and how it is put together block by block."""

from __future__ import annotations

import re

from checker.frozen import dataclass, field
from checker.model import Block, BlockKind, Layout, Span
from checker.recognised import Recognised
from checker.regex import regex
from checker.texts import Text

INVISIBLE = "\ufeff\u200b\u2060"
_SPACES = (
    "\t\n\v\f\r\x1c\x1d\x1e\x1f \x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u2028\u2029\u202f\u205f\u3000"
)
_NOTHING = _SPACES + INVISIBLE  # what str.strip() takes off, and what shows nothing either
CONTROLS = regex(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufdd0-\ufdef\ufffe\uffff]")
"""Characters that show nothing and that XML, workbooks and terminals cannot bear; line ends are not among them."""

STAND_IN = "\u200b"
"""Stands for each of :data:`CONTROLS`, so that offsets stay those of the source; phrases are matched across it."""

_LINE_END = regex(r"[\v\f\x85\u2028\u2029]")
_UNTIDY = regex(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufdd0-\ufdef\ufffe\uffff]")
PAGE_NUMBER = regex(
    r"[\s\-—–－―~·•.|]*(?:第|共|page)?\s*(?:\d{1,4}|[ivx]{1,6})\s*页?(?:\s*[/／,，|]?\s*(?:共|of)?\s*\d{1,4}\s*页?)?[\s\-—–－―~·•.|]*",
    re.IGNORECASE,
)
"""What stands in a line that is nothing but a page number."""


@dataclass(frozen=True, slots=True)
class Content:
    """A document without its name: offsets are code points of *text*."""

    text: str
    blocks: tuple[Block, ...]
    furniture: tuple[Span, ...] = ()
    notes: tuple[Text, ...] = ()
    unread_pages: tuple[int, ...] = ()
    layout: Layout | None = None
    left_out: tuple[str, ...] = ()
    page_breaks: tuple[tuple[int, int], ...] = ()
    heads: tuple[Span, ...] = ()
    recognised: tuple[Recognised, ...] = ()


def tidy(text: str) -> str:
    """Return *text* with every kind of line end as a line feed and a stand-in for each control character.

    One character stays one character, but for CR LF, which becomes one: what ``open()`` in text mode gives, too.
    """
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if _UNTIDY.search(text) is None:
        return text
    return CONTROLS.sub(STAND_IN, _LINE_END.sub("\n", text))


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Return ``[start, end)`` without blanks and invisible characters at its edges; empty where nothing is left."""
    piece = text[start:end]
    shorter = piece.strip(_NOTHING)
    if not shorter:
        return start, start
    start += piece.index(shorter)
    return start, start + len(shorter)


@dataclass(slots=True)
class Builder:
    """Collects blocks in reading order for formats whose text is made here: one line feed between any two."""

    pieces: list[str] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    furniture: list[Span] = field(default_factory=list)
    notes: list[Text] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)
    page_breaks: list[tuple[int, int]] = field(default_factory=list)
    heads: list[Span] = field(default_factory=list)
    recognised: list[Recognised] = field(default_factory=list)
    length: int = 0

    def add(
        self, kind: BlockKind, content: str, paragraph: int, level: int | None = None, page: int | None = None
    ) -> None:
        """Append a block; nothing where *content* is blank.

        The tabs of empty cells at the beginning of a table stand before its block, so that its columns can be told.
        """
        stripped = content.strip(_NOTHING)
        if not stripped:
            return
        lead = len(content) - len(content.lstrip("\t")) if kind is BlockKind.TABLE else 0
        self.pieces.append("\t" * lead + stripped if lead else stripped)
        start = self.length + lead
        end = start + len(stripped)
        self.length = end + 1
        self.blocks.append(Block(kind, start, end, paragraph, level, page))

    def add_furniture(self, content: str) -> None:
        """Append text that is kept but belongs to no block."""
        content = content.strip(_NOTHING)
        if content:
            self.pieces.append(content)
            self.furniture.append(Span(self.length, self.length + len(content)))
            self.length += len(content) + 1

    def add_head(self, content: str) -> None:
        """Append text of a header, footer or watermark."""
        before = len(self.furniture)
        self.add_furniture(content)
        self.heads += self.furniture[before:]

    def content(self, unread_pages: tuple[int, ...] = (), *, is_tidy: bool = False) -> Content:
        """Return what was collected; *is_tidy*: it is known to need no tidying, which saves looking."""
        text = "\n".join(self.pieces)
        if not is_tidy:
            text = tidy(text.replace("\r", "\n"))  # offsets stay: no CR LF is left
        return Content(
            text,
            tuple(self.blocks),
            tuple(self.furniture),
            tuple(self.notes),
            unread_pages,
            left_out=tuple(self.left_out),
            page_breaks=tuple(self.page_breaks),
            heads=tuple(self.heads),
            recognised=tuple(self.recognised),
        )
