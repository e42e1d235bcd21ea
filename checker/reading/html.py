"""Web pages: the article in the middle, without the page around it. Nothing is fetched, no script runs.

Kept is the main text whole: headings, paragraphs, items, tables, with title and the line of date and source next to it.
Left out is what serves moving about the site; how much was left out is noted. ``html_parts`` cuts the page into parts,
``html_main`` says which of them are the article.
"""

from __future__ import annotations

import re

from lxml import etree

from checker.reading.content import Builder, Content
from checker.reading.html_main import Page, main_parts
from checker.reading.html_parts import cut, text_of
from checker.reading.source import Source
from checker.texts import text

_TITLE_NAMES = frozenset(("articletitle", "og:title", "title", "dc.title"))
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
_MAY_HIDE = ("none", "NONE", "idden", "IDDEN")
_HIDES = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


def read(source: Source) -> Content:
    """Return the main text of the page *source*. Raises ReadError where its tags are too many or nested too deeply."""
    root = _parsed(source)
    builder = Builder()
    builder.notes.extend(source.decoded.notes)
    body = next(root.iter("body"), None) if root is not None else None
    if root is None or body is None:
        return builder.content()
    titles = _titles(root)
    frames = sum(1 for _ in body.iter("iframe", "frame"))
    hidden = _take_hidden(body, source.decoded.text)
    parts, containers = cut(body, len(source.decoded.text) * _SCANS)
    chosen = main_parts(Page(parts, containers, titles))
    if chosen.is_guess:
        parts, containers = cut(body, budget=0)
        chosen = main_parts(Page(parts, containers, titles))
    kept = [parts[index] for index in chosen.parts]
    for part in kept:
        builder.add(part.kind, part.text, len(builder.blocks) + 1, part.level)
    if chosen.is_guess and builder.blocks:
        builder.notes.append(text("reading.note.no_main_text"))
        if frames:
            builder.notes.append(text("reading.note.frames", count=frames))
    chosen_parts = set(chosen.parts)
    builder.left_out = [part.text for index, part in enumerate(parts) if part.text and index not in chosen_parts]
    if builder.left_out:
        builder.notes.append(text("reading.note.furniture", count=len(builder.left_out)))
    if hidden:
        builder.notes.append(text("reading.note.hidden", count=hidden))
    pictures = sum(part.pictures for part in kept)
    if pictures:
        builder.notes.append(text("reading.note.pictures", count=pictures))
    return builder.content()


def _parsed(source: Source) -> etree._Element | None:
    """Return the root of the page, None where there is nothing in it."""
    page = source.decoded.text
    if page.count("<") > source.limits.tags:
        raise source.error("inflates")
    # huge_tree: old pages leave hundreds of tags open, which the usual bound of 256 levels would cut off in silence.
    parser = etree.HTMLParser(
        encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=True, recover=True
    )
    root: etree._Element | None = etree.fromstring(source.decoded.as_utf8(source.data), parser)
    last = parser.error_log.last_error
    if last is not None and last.type == etree.ErrorTypes.ERR_RESOURCE_LIMIT:
        raise source.error("damaged", reason=text("reading.reason.nesting"))
    return root


def _titles(root: etree._Element) -> list[str]:
    """Return what the head calls the page."""
    titles = [title.text or "" for title in root.iter("title")]
    titles += [
        meta.get("content", "")
        for meta in root.iter("meta")
        if (meta.get("name") or meta.get("property") or "").lower() in _TITLE_NAMES
    ]
    return [title for title in titles if title.strip()]


def _take_hidden(body: etree._Element, page: str) -> int:
    """Empty what no reader sees and return how many long texts were hidden; short ones are menus and the like."""
    for element in list(body.iter(*_NOT_SHOWN)):
        _empty(element)
    if not any(word in page for word in _MAY_HIDE):
        return 0
    hidden = 0
    for element in list(body.iter("*")):
        style = element.get("style")
        if element.get("hidden") is not None or (style is not None and _HIDES.search(style)):
            hidden += len(text_of(element)) > _LONG_TEXT and next(element.iterancestors("body"), None) is not None
            _empty(element)
    return hidden


def _empty(element: etree._Element) -> None:
    element.text = None
    for child in list(element):
        element.remove(child)
