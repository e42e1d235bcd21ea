"""Markdown: the text as it stands in the file; blocks leave out the marks that make headings, items and quotes.

Known are ATX and setext headings, bullet and numbered items, quotes, pipe tables, fenced code, front matter and HTML
comments (CommonMark 0.31, GFM tables). A line is a block, because drafts are written a paragraph a line; the number
of an item belongs to its text, as it does for a reader. Marks inside a line (``**``) stay.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.frozen import dataclass
from checker.model import Block, BlockKind, Span
from checker.reading.content import Content, trimmed
from checker.reading.source import Source
from checker.regex import regex

_ATX = regex(r" {0,3}(#{1,6})(?=[ \t\u3000]|$)")
_CLOSING = regex(r"(?:^|[ \t])#+$")
_SETEXT = regex(r" {0,3}(=+|-+)[ \t]*$")
_QUOTE = regex(r"(?:[ \t]{0,3}>[ \t]?)+")
_BULLET = regex(r"[ \t]*[-*+][ \t]+(?:\[[ xX]\][ \t]+)?")
_NUMBERED = regex(r"[ \t]*\d{1,9}[.)][ \t]+")
_FENCE = regex(r" {0,3}(`{3,}|~{3,})")
_COMMENT = regex(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_EMPHASIS = regex(r"(\*{1,3}|_{1,3})(?=\S)(.+?)(?<=\S)\1$")


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    end: int
    text: str


_Part = tuple[BlockKind, int, int, int | None]
"""Kind, start, end and level of what will be a block."""


def read(source: Source) -> Content:
    """Return the blocks of *source*. Paragraph numbers count the blocks."""
    text = source.decoded.text
    comments = [Span(*comment.span()) for comment in _COMMENT.finditer(text)]
    # Comments become blanks of the same length, so that places stay those of the source.
    visible = _COMMENT.sub(lambda comment: re.sub(r"[^\n]", " ", comment.group()), text) if comments else text
    lines = list(_lines(visible))
    body, furniture = _front_matter(lines)
    blocks: list[Block] = []
    for kind, begin, limit, level in _parts(lines, body, furniture):
        start, end = trimmed(visible, begin, limit)
        if start < end:
            blocks.append(Block(kind, start, end, len(blocks) + 1, level))
    places = sorted([*comments, *furniture], key=lambda span: span.start)
    return Content(text, tuple(blocks), tuple(places), source.decoded.notes)


def _lines(text: str) -> Iterator[_Line]:
    start = 0
    for line in text.split("\n"):
        yield _Line(start, start + len(line), line)
        start += len(line) + 1


def _front_matter(lines: list[_Line]) -> tuple[int, list[Span]]:
    """Return the index of the first line of the body, and the front matter where there is one."""
    if lines and lines[0].text.rstrip() == "---":
        for index, line in enumerate(lines[1:], 1):
            if line.text.rstrip() in ("---", "..."):
                return index + 1, [Span(lines[0].start, line.end)]
    return 0, []


def _parts(lines: list[_Line], index: int, furniture: list[Span]) -> Iterator[_Part]:
    """Yield (kind, start, end, level) from line *index* on; add marks that show nothing to *furniture*."""
    fence = ""
    while index < len(lines):
        line = lines[index]
        index += 1
        fenced = _FENCE.match(line.text)
        if fenced and (not fence or fenced.group(1).startswith(fence)):
            fence = "" if fence else fenced.group(1)
            furniture.append(Span(line.start, line.end))
            continue
        if fence:
            yield BlockKind.PARAGRAPH, line.start, line.end, None
            continue
        if "|" in line.text and index < len(lines) and _delimits(lines[index].text):
            last = index
            while last + 1 < len(lines) and "|" in lines[last + 1].text:
                last += 1
            yield BlockKind.TABLE, line.start, lines[last].end, None
            index = last + 1
            continue
        underline = _SETEXT.match(lines[index].text) if index < len(lines) else None
        part = _part(line)
        if part is None:
            furniture.append(Span(line.start, line.end))
        elif underline and part[0] is BlockKind.PARAGRAPH and line.text.strip():
            furniture.append(Span(lines[index].start, lines[index].end))
            index += 1
            yield BlockKind.HEADING, part[1], part[2], 1 if underline.group(1)[0] == "=" else 2
        else:
            yield part


def _delimits(text: str) -> bool:
    """Return whether *text* is the line under the head of a pipe table, as in ``|---|:-:|``."""
    return "|" in text and "-" in text and not text.strip("|:- \t")


def _is_rule(text: str) -> bool:
    marks = "".join(text.split())
    return len(marks) > 2 and marks[0] in "-*_" and not marks.strip(marks[0])


def _part(line: _Line) -> _Part | None:
    """Return the block that one line makes, None for a rule across the page."""
    if _is_rule(line.text):
        return None
    quote = _QUOTE.match(line.text)
    start = line.start + (quote.end() if quote else 0)
    text = line.text[start - line.start :]
    if heading := _ATX.match(text):
        content = text[heading.end() :].rstrip()
        closing = _CLOSING.search(content[-8:])
        end = len(content) - (len(closing.group()) if closing else 0)
        start += heading.end()
        return _bare(line, BlockKind.HEADING, start, start + end, len(heading.group(1)))
    if bullet := _BULLET.match(text):
        return _bare(line, BlockKind.LIST_ITEM, start + bullet.end(), line.end, None)
    if _NUMBERED.match(text):
        return BlockKind.LIST_ITEM, start, line.end, None
    return _bare(line, BlockKind.PARAGRAPH, start, line.end, None)


def _bare(line: _Line, kind: BlockKind, start: int, end: int, level: int | None) -> _Part:
    """Return the block without the emphasis that the whole of it stands in, as of a heading typed ``**一、…**``."""
    content = line.text[start - line.start : end - line.start]
    stripped = content.strip()
    emphasis = _EMPHASIS.match(stripped)
    if emphasis and emphasis.group(1) not in emphasis.group(2):
        start += content.index(stripped) + len(emphasis.group(1))
        end = start + len(emphasis.group(2))
    return kind, start, end, level
