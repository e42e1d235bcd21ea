"""Web pages: the article in the middle, without the page around it. Nothing is fetched, no script runs.

Kept is the main text whole: headings, paragraphs, items, tables, with title and the line of date and source next to it.
Left out is what serves moving about the site; how much was left out is noted. ``html_parts`` cuts the page into parts,
``html_main`` says which of them are the article.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import Any

from lxml import etree

from checker.reading.content import Builder, Content
from checker.reading.html_main import main_parts
from checker.reading.html_parts import cut, text_of
from checker.reading.source import Source
from checker.regex import regex
from checker.texts import text

_TITLE_NAMES = frozenset(("articletitle", "og:title", "title", "dc.title"))
_TITLES = ("title", "meta")
_FRAMES = ("iframe", "frame")
_NOT_SHOWN = (
    "script",
    "style",
    "noscript",
    "template",
    "select",
    "textarea",
    "button",
    "svg",
    "object",
    "audio",
    "video",
    "canvas",
    "map",
)
_SCANS = 4  # how often the page may be looked through for lists of links, one inside the other
_LONG_TEXT = 200
_HIDES = regex(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)

_Finder = Callable[[etree._Element], Any]


def read(source: Source) -> Content:
    """Return the main text of the page *source*. Raises ReadError where its tags are too many or nested too deeply."""
    root = _parsed(source)
    builder = Builder()
    builder.notes.extend(source.decoded.notes)
    body = next(root.iter("body"), None) if root is not None else None
    if root is None or body is None:
        return builder.content()
    titles, frames = _emptied(root)
    hidden = _take_hidden(body)
    parts = cut(body, len(source.decoded.text) * _SCANS)
    chosen = main_parts(parts, titles)
    if chosen.is_guess:
        parts = cut(body, budget=0)
        chosen = main_parts(parts, titles)
    for index in chosen.parts:
        shape = parts.shapes[index]
        builder.add(shape.kind, parts.texts[index], len(builder.blocks) + 1, shape.level)
    if chosen.is_guess and builder.blocks:
        builder.notes.append(text("reading.note.no_main_text"))
        if frames:
            builder.notes.append(text("reading.note.frames", count=frames))
    kept = set(chosen.parts)
    builder.left_out = [part for index, part in enumerate(parts.texts) if part and index not in kept]
    if builder.left_out:
        builder.notes.append(text("reading.note.furniture", count=len(builder.left_out)))
    if hidden:
        builder.notes.append(text("reading.note.hidden", count=hidden))
    pictures = sum(count for index, count in parts.pictures.items() if index in kept)
    if pictures:
        builder.notes.append(text("reading.note.pictures", count=pictures))
    # The page was tidied when it was decoded; only a character given by its number can be untidy after that.
    return builder.content(is_tidy="&#" not in source.decoded.text)


def _parsed(source: Source) -> etree._Element | None:
    """Return the root of the page, None where there is nothing in it."""
    page = source.decoded.text
    if len(page) > source.limits.tags and page.count("<") > source.limits.tags:
        raise source.error("inflates")
    # huge_tree: old pages leave hundreds of tags open, which the usual bound of 256 levels would cut off in silence.
    parser = etree.HTMLParser(
        encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=True, recover=True
    )
    root: etree._Element | None = etree.fromstring(source.decoded.as_utf8(), parser)
    last = parser.error_log.last_error
    if last is not None and last.type == etree.ErrorTypes.ERR_RESOURCE_LIMIT:
        raise source.error("damaged", reason=text("reading.reason.nesting"))
    return root


def _emptied(root: etree._Element) -> tuple[list[str], int]:
    """Empty what is never shown; return what the head calls the page, and the number of frames in it."""
    titles: list[str] = []
    frames = 0
    for element in list(root.iter(*_TITLES, *_FRAMES, *_NOT_SHOWN)):
        tag = element.tag
        if tag == "title":
            titles.append(element.text or "")
        elif tag == "meta":
            if (element.get("name") or element.get("property") or "").lower() in _TITLE_NAMES:
                titles.append(element.get("content", ""))
        elif tag in _FRAMES:
            frames += 1
        else:
            _empty(element)
    return [title for title in titles if title.strip()], frames


def _take_hidden(body: etree._Element) -> int:
    """Empty what no reader sees and return how many long texts were hidden; short ones are menus and the like."""
    styles, marks, elements = _hiding()
    hiding = {style for style in set(styles(body)) if _HIDES.search(style)}
    if not hiding and not marks(body):
        return 0
    hidden = 0
    for element in elements(body):
        if element.get("hidden") is not None or element.get("style") in hiding:
            hidden += len(text_of(element)) > _LONG_TEXT and next(element.iterancestors("body"), None) is not None
            _empty(element)
    return hidden


@cache
def _hiding() -> tuple[_Finder, _Finder, _Finder]:
    """Return what finds the styles in a tree, the attributes ``hidden``, and the elements that have either."""
    paths = "descendant-or-self::*/@style", "descendant-or-self::*/@hidden", "descendant-or-self::*[@hidden or @style]"
    styles, marks, elements = (etree.XPath(path, smart_strings=False) for path in paths)
    return styles, marks, elements


def _empty(element: etree._Element) -> None:
    element.text = None
    for child in list(element):
        element.remove(child)
