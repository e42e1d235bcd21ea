"""Attachments: what the note below the text lists, what is attached, and where the text speaks of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise, zip_longest

from checker.frozen import dataclass, replace
from checker.model import Span
from checker.regex import regex
from checker.structure.numerals import NUMERALS, numeral

_NUMBER = rf"\d{{1,2}}|[{NUMERALS}]{{1,2}}"
_LINE = regex(r"[^\n]+")
_NOTE = regex(rf"附件(?:{_NUMBER})?:(?P<names>[^\n]*)")
_RUN_IN = regex(r"(?<=[。!?”)])附件:(?P<names>\(?[1一](?:[.、)](?!\d))[^\n]+)")
_LAST_NAME = regex(r"[^\n。;,:]{2,30}[。;]?")
_HEAD = regex(rf"附件(?:{_NUMBER})?:?")
_ENTRY = regex(rf"(?<!\d)(?P<mark>\(?(?P<number>{_NUMBER})(?:[.、)]|\)[.、]?))(?!\d)")
_MENTION = regex(rf"[详参]?见附件(?:{_NUMBER})?")
_FILE = regex(r"\.(?:docx?|pdf|xlsx?|wps|et|ofd|zip|rar|7z|txt|pptx?|jpe?g|png)\b|下载", re.IGNORECASE)
_LONGEST_NAME = 70


@dataclass(frozen=True, slots=True)
class Listed:
    """One name of the note; *mark* is its number as written, empty where there is none."""

    mark: str
    number: int | None
    name: Span


@dataclass(frozen=True, slots=True)
class Attached:
    """The head of an attachment (附件1) and the line below it, which is its title."""

    head: Span
    title: Span | None


@dataclass(frozen=True, slots=True)
class Attachments:
    """All that a document shows of its attachments; *mention* is the first 见附件 of the text.

    Files that a page offers for download (附件：目录.docx) are none; where there are such, *mention* is None.
    """

    listed: tuple[Listed, ...]
    attached: tuple[Attached, ...]
    mention: Span | None


def find_attachments(words: str) -> Attachments:
    """Return what the normalised text *words* shows of attachments."""
    lines = [Span(*line.span()) for line in _LINE.finditer(words)]
    listed, end = _note(words, lines)
    mention = _MENTION.search(words)
    offered = mention is not None and _FILE.search(words) is not None
    return Attachments(
        listed=tuple(listed),
        attached=tuple(_attached(words, [line for line in lines if line.start >= end])),
        mention=Span(*mention.span()) if mention is not None and not offered else None,
    )


def _note(words: str, lines: list[Span]) -> tuple[list[Listed], int]:
    """Return what the note lists, and where it ends."""
    for index, line in enumerate(lines):
        note = _NOTE.fullmatch(words, line.start, line.end)
        if note is None or _FILE.search(note["names"]):
            continue
        listed = list(_entries(words, note.start("names"), line.end))
        end = line.end
        for later in lines[index + 1 :]:
            entry = _ENTRY.match(words, later.start, later.end)
            if entry is None or later.end - later.start > _LONGEST_NAME or _FILE.search(words, later.start, later.end):
                break
            listed += _entries(words, later.start, later.end)
            end = later.end
        if listed:
            return listed, end
    return _run_in(words)


def _run_in(words: str) -> tuple[list[Listed], int]:
    """Return what a note lists that stands behind a sentence, in a copy without lines.

    There only a mark tells where the last name ends: without one it is cut off.
    """
    note = _RUN_IN.search(words)
    if note is None or _FILE.search(words, note.start(), note.end()):
        return [], 0
    listed = list(_entries(words, note.start("names"), note.end()))
    last = listed[-1]
    name = _LAST_NAME.match(words, last.name.start, last.name.end)
    return [*listed[:-1], replace(last, name=Span(*name.span()))] if name is not None else listed[:-1], note.end()


def _entries(words: str, start: int, end: int) -> Iterator[Listed]:
    """Yield the names in one line: several with numbers, or one without."""
    marks = list(_ENTRY.finditer(words, start, end))
    if not marks or marks[0].start() > start:
        if end > start:
            yield Listed("", None, Span(start, end))
        return
    # A number inside a name is no mark: only the one that is due begins the next name.
    due = [marks[0]]
    for mark in marks[1:]:
        if numeral(mark["number"]) == (numeral(due[-1]["number"]) or 0) + 1:
            due.append(mark)
    edges = [*(mark.start() for mark in due), end]
    for mark, (_, stop) in zip(due, pairwise(edges), strict=True):
        yield Listed(mark["mark"], numeral(mark["number"]), Span(mark.end(), stop))


def _attached(words: str, lines: list[Span]) -> Iterator[Attached]:
    for line, title in zip_longest(lines, lines[1:]):
        is_head = _HEAD.fullmatch(words, line.start, line.end) is not None
        if is_head and (title is None or not _FILE.search(words, title.start, title.end)):
            yield Attached(line, title)
