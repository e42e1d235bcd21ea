"""A page cut into parts: each heading, paragraph, item, table or stretch of text between two line breaks.

Parts know how much of them are links and which container (div, section, table cell …) they stand in, because that is
what tells an article from the page around it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from lxml import etree

from checker.frozen import dataclass, field
from checker.model import BlockKind
from checker.reading.html_table import table_of
from checker.regex import regex


class Shape(NamedTuple):
    """What a part is: its kind, and its level as a heading."""

    kind: BlockKind
    level: int | None = None


_PLAIN = Shape(BlockKind.PARAGRAPH)
_ITEM = Shape(BlockKind.LIST_ITEM)
_TABLE_SHAPE = Shape(BlockKind.TABLE)
_SHAPES = {
    **{f"h{level}": Shape(BlockKind.HEADING, level) for level in range(1, 7)},
    **dict.fromkeys(("li", "dt", "dd"), _ITEM),
}
_PARAGRAPHS = [
    "p",
    "pre",
    "address",
    "figure",
    "figcaption",
    "tr",
    "tbody",
    "thead",
    "tfoot",
    "caption",
    "details",
    "summary",
    "hr",
    "legend",
]
_CONTAINERS = [
    "body",
    "div",
    "section",
    "article",
    "main",
    "header",
    "footer",
    "nav",
    "aside",
    "td",
    "th",
    "form",
    "center",
    "blockquote",
    "fieldset",
    "ul",
    "ol",
    "dl",
]
_INLINE, _BREAK, _PARAGRAPH, _LINK, _IMAGE, _CONTAINER, _TABLE = range(7)
_ROLES = {
    **dict.fromkeys(_CONTAINERS, _CONTAINER),
    **dict.fromkeys((*_PARAGRAPHS, *_SHAPES), _PARAGRAPH),
    "table": _TABLE,
    "br": _BREAK,
    "a": _LINK,
    "img": _IMAGE,
}
_LONGEST_NAME = 200
_NAMING = frozenset(("class", "id", "role"))
_LISTS = frozenset(("ul", "ol", "dl"))
LIST_LINKS = 3
"""So many links in a row are a list."""

_FURNITURE_TAGS = frozenset(("nav", "footer", "header", "aside"))
_FURNITURE_NAME = regex(
    r"nav|menu|contentinfo|complementary|crumb|dqwz|share|footer|copyright|sidebar|toolbar|paginat|pager|qrcode|erweima|recommend|related|login"
    r"|search|banner|friend|gotop|backtop|skip-?link"
    r"|(?:^|[\s_-])(?:foot|header?|top|side|hot|links?|tools?|location|position|print|ewm|ads?|comments?|wza|lang)(?:$|[\s_-])",
    re.IGNORECASE,
)
_BLANKS = regex(r"[ \t\n\r\f]+")
_LINE_BREAK = "\v"  # stands for <br> in a heading until blanks are put together; no text has it


class Links(NamedTuple):
    """The links in one part: how many, and how many characters of its text are in them."""

    number: int
    characters: int


class Container(NamedTuple):
    """An element that holds parts: the index of the one around it (its own for the outermost), and how it is named."""

    parent: int
    suspect: bool


@dataclass(slots=True)
class Parts:
    """The parts of a page, in columns, because a page has many and most have nothing but text.

    *texts*, *shapes* and *owners* run along the parts; an owner is the index of the container that a part stands in,
    *suspects* are the parts named as furniture. A text is empty where a part is nothing but pictures.
    """

    texts: list[str] = field(default_factory=list)
    shapes: list[Shape] = field(default_factory=list)
    owners: list[int] = field(default_factory=list)
    suspects: set[int] = field(default_factory=set)
    links: dict[int, Links] = field(default_factory=dict)
    pictures: dict[int, int] = field(default_factory=dict)
    containers: list[Container] = field(default_factory=list)

    def add(self, text: str, shape: Shape, owner: int, links: int = 0, linked: int = 0) -> int:
        """Append a part and return its index."""
        index = len(self.texts)
        self.texts.append(text)
        self.shapes.append(shape)
        self.owners.append(owner)
        if links or linked:
            self.links[index] = Links(links, linked)
        return index


def cut(body: etree._Element, budget: int) -> Parts:
    """Return the parts under *body* in order; container number 0 is *body* itself.

    A list or bar of links is one part, which spares most of the work on a page full of them, as long as *budget*
    lasts: the number of characters that may be looked through to find such lists.
    """
    cutter = _Cutter(budget)
    cutter.walk(body)
    return cutter.parts


class _Cutter:
    """What has been cut so far, and the part that is being put together."""

    def __init__(self, budget: int) -> None:
        self.parts = Parts()
        self._open: list[int] = []  # the containers around what is cut, from the outermost
        self._blocks: list[tuple[Shape, bool, bool]] = []  # shape, named as furniture, verbatim
        self._pieces: list[str] = []
        self._linked = self._links = self._pictures = self._link_depth = 0
        self._budget = budget  # characters that may still be looked through for lists of links
        self._mixed: set[etree._Element] = set()  # elements that are known to hold more than inline tags

    def walk(self, body: etree._Element) -> None:
        """Cut all that is in *body*."""
        self._begin(body, body.tag, _CONTAINER)
        self._put(body.text)
        pieces = self._pieces
        stack: list[tuple[Iterator[etree._Element], etree._Element, int]] = [(iter(body), body, _CONTAINER)]
        while stack:
            children, parent, parent_role = stack[-1]
            for element in children:
                tag = element.tag
                role = _ROLES.get(tag, _INLINE)
                if role == _PARAGRAPH and not len(element) and tag != "pre":  # most of a page; the quickest way
                    if pieces or self._pictures:
                        self._flush()
                    if text := element.text:
                        self._take_paragraph(element, tag, text)
                elif not self._takes_whole(element, tag, role):
                    self._begin(element, tag, role)
                    self._put(element.text)
                    stack.append((iter(element), element, role))
                    break
                if tail := element.tail:
                    self._put(tail)
            else:
                stack.pop()
                self._end(parent_role)
                if stack:
                    self._put(parent.tail)

    def _takes_whole(self, element: etree._Element, tag: str, role: int) -> bool:
        """Take *element* with all that is in it where that can be done at once; return whether it was."""
        if role >= _CONTAINER:
            return self._takes_links(element, tag) if role == _CONTAINER else self._takes_table(element)
        text = self._plain_text(element) if len(element) else element.text or ""
        if text is None:
            return False
        if role == _INLINE:
            self._put(text)
        elif role == _LINK:
            self._links += 1
            self._linked += len(text.strip())
            self._pieces.append(text)
        elif role == _IMAGE:
            self._pictures += 1
        elif role == _BREAK:
            if self._blocks[-1][0].level is None:
                self._flush()
            else:
                self._pieces.append(_LINE_BREAK)
        elif tag == "pre":
            self._begin(element, tag, role)
            self._put(text)
            self._end(role)
        else:
            self._flush()
            self._take_paragraph(element, tag, text)
        return True

    def _take_paragraph(self, element: etree._Element, tag: str, text: str) -> None:
        """Take a paragraph of mere *text*; nothing is being put together."""
        if "\n" in text or "\t" in text or "  " in text:
            text = _BLANKS.sub(" ", text)
        text = text.strip()
        if text:
            parts = self.parts
            parts.texts.append(text)
            parts.shapes.append(_SHAPES.get(tag, _PLAIN))
            parts.owners.append(self._open[-1])
            if _is_suspect(element, tag):
                parts.suspects.add(len(parts.texts) - 1)

    def _plain_text(self, element: etree._Element) -> str | None:
        """Return the text of *element* where nothing but inline tags stand in it, else None."""
        if element in self._mixed:
            return None
        for inner in element.iterdescendants():
            if inner.tag in _ROLES:
                # Else thousands of tags inside each other would be looked through once for each of them.
                between = inner.getparent()
                while between is not None and between is not element:
                    self._mixed.add(between)
                    between = between.getparent()
                return None
        return text_of(element)

    def _takes_links(self, element: etree._Element, tag: str) -> bool:
        """Take a list or bar that is mostly links as one part."""
        suspect = _is_suspect(element, tag)
        if self._budget <= 0 or not (suspect or tag in _LISTS):
            return False
        text = " ".join(text_of(element).split())
        self._budget -= len(text)
        links = list(element.iter("a"))
        if len(links) < LIST_LINKS:
            return False
        linked = sum([len((text_of(link) if len(link) else link.text or "").strip()) for link in links])
        if linked * 2 <= len(text) or next(element.iter("h1", "h2"), None) is not None:
            return False
        self._flush()
        index = self.parts.add(text, _ITEM, self._open[-1], len(links), linked)
        if suspect:
            self.parts.suspects.add(index)
        return True

    def _takes_table(self, element: etree._Element) -> bool:
        """Take a table of data as one part."""
        table = table_of(element)
        if table is None:
            return False
        self._flush()
        if table.caption:
            self._add(table.caption, self._blocks[-1][0], 0)
        if table.text or table.pictures:
            self._add(table.text, _TABLE_SHAPE, table.pictures, table.links, table.linked)
        return True

    def _put(self, text: str | None) -> None:
        """Add *text* to the part at hand; line ends in it part only where they are shown as such."""
        if not text:
            return
        if not (self._pieces or self._links or self._pictures) and text.isspace():
            return  # blanks between two paragraphs, half of all that is put
        if self._link_depth:
            self._linked += len(text.strip())
        if "\n" in text and self._blocks[-1][2]:
            *before, text = text.split("\n")
            for line in before:
                self._pieces.append(line)
                self._flush()
        self._pieces.append(text)

    def _flush(self) -> None:
        """End the part at hand."""
        if not self._pieces and not self._pictures:
            return
        text = _shown("".join(self._pieces))
        if text or self._pictures:
            if _LINE_BREAK in text:
                text = "\n".join(line for piece in text.split(_LINE_BREAK) if (line := piece.strip()))
            self._add(text, self._blocks[-1][0], self._pictures, self._links, self._linked)
        self._pieces.clear()
        self._linked = self._links = self._pictures = 0

    def _add(self, text: str, shape: Shape, pictures: int, links: int = 0, linked: int = 0) -> None:
        index = self.parts.add(text, shape, self._open[-1], links, linked)
        if pictures:
            self.parts.pictures[index] = pictures
        if self._blocks[-1][1]:
            self.parts.suspects.add(index)

    def _begin(self, element: etree._Element, tag: str, role: int) -> None:
        if role == _LINK:
            self._link_depth += 1
            self._links += 1
        elif role:
            self._flush()
            suspect = _is_suspect(element, tag)
            if role == _PARAGRAPH:
                self._blocks.append((_SHAPES.get(tag, _PLAIN), suspect, tag == "pre"))
            else:
                containers = self.parts.containers
                containers.append(Container(self._open[-1] if self._open else 0, suspect))
                self._open.append(len(containers) - 1)
                self._blocks.append((_PLAIN, False, False))

    def _end(self, role: int) -> None:
        if role == _LINK:
            self._link_depth -= 1
        elif role:
            self._flush()
            self._blocks.pop()
            if role != _PARAGRAPH:
                self._open.pop()


def _is_suspect(element: etree._Element, tag: str) -> bool:
    """Return whether *element* says itself that it is furniture, by its tag, role or name."""
    if tag in _FURNITURE_TAGS:
        return True
    for attribute, name in element.items():  # noqa: SIM110 - most have none, and any() is slow at telling so
        if attribute in _NAMING and _is_furniture(name[:_LONGEST_NAME]):
            return True
    return False


def _shown(text: str) -> str:
    """Return *text* as a browser shows it, each run of blanks as one; wide spaces stay."""
    if "\n" in text or "\t" in text or (" " in text and "  " in text):
        text = _BLANKS.sub(" ", text)
    return text.strip()


@lru_cache(maxsize=2000)
def _is_furniture(name: str) -> bool:
    """Return whether a class, id or role is one of furniture; a site has few, and each often."""
    return _FURNITURE_NAME.search(name) is not None


def text_of(element: etree._Element) -> str:
    """Return the text of *element* with all that is in it."""
    return etree.tostring(element, method="text", encoding="unicode", with_tail=False)
