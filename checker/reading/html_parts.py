"""A page cut into parts: each heading, paragraph, item, table or stretch of text between two line breaks.

Parts know how much of them are links and which container (div, section, table cell …) they stand in, because that is
what tells an article from the page around it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from checker.frozen import dataclass
from checker.model import BlockKind
from checker.reading.html_table import table_of

_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_ITEMS = ("li", "dt", "dd")
_KINDS = {**dict.fromkeys(_HEADINGS, BlockKind.HEADING), **dict.fromkeys(_ITEMS, BlockKind.LIST_ITEM)}
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
_INLINE, _BREAK, _PARAGRAPH, _CONTAINER, _TABLE, _LINK, _IMAGE = range(7)
_ROLES = {
    **dict.fromkeys(_CONTAINERS, _CONTAINER),
    **dict.fromkeys((*_PARAGRAPHS, *_ITEMS, *_HEADINGS), _PARAGRAPH),
    "table": _TABLE,
    "br": _BREAK,
    "a": _LINK,
    "img": _IMAGE,
}
_LISTS = frozenset(("ul", "ol", "dl"))
LIST_LINKS = 3
"""So many links in a row are a list."""

_DEPTH = 20  # inline tags inside each other that are taken at once
_FURNITURE_TAGS = frozenset(("nav", "footer", "header", "aside"))
_FURNITURE_NAME = re.compile(
    r"nav|menu|contentinfo|complementary|crumb|dqwz|share|footer|copyright|sidebar|toolbar|paginat|pager|qrcode|erweima|recommend|related|login"
    r"|search|banner|friend|gotop|backtop|skip-?link"
    r"|(?:^|[\s_-])(?:foot|header?|top|side|hot|links?|tools?|location|position|print|ewm|ads?|comments?|wza|lang)(?:$|[\s_-])",
    re.IGNORECASE,
)
_BLANKS = re.compile(r"[ \t\n\r\f]+")
_LINE_BREAK = "\v"  # stands for <br> in a heading until blanks are put together; no text has it


@dataclass(slots=True)
class Part:
    """One part of a page. *linked* counts the characters of *text* in its *links*; *container* is an index."""

    text: str
    kind: BlockKind
    level: int | None
    container: int
    linked: int
    links: int
    pictures: int
    suspect: bool

    @property
    def is_links(self) -> bool:
        """Whether more of it is link than text."""
        return self.linked * 2 > len(self.text)


@dataclass(frozen=True, slots=True)
class Container:
    """An element that holds parts: the index of the one around it (its own for the outermost), and how it is named."""

    parent: int
    suspect: bool


def cut(body: etree._Element, budget: int) -> tuple[list[Part], list[Container]]:
    """Return the parts under *body* in order, and the containers; number 0 is *body* itself.

    A list or bar of links is one part, which spares most of the work on a page full of them, as long as *budget*
    lasts: the number of characters that may be looked through to find such lists.
    """
    cutter = _Cutter(budget)
    cutter.open(body, _CONTAINER)
    cutter.put(body.text)
    stack: list[tuple[Iterator[etree._Element], etree._Element, int]] = [(iter(body), body, _CONTAINER)]
    while stack:
        children, parent, parent_role = stack[-1]
        for element in children:
            role = _ROLES.get(element.tag, _INLINE)
            if cutter.takes_whole(element, role):
                cutter.put(element.tail)
                continue
            cutter.open(element, role)
            cutter.put(element.text)
            stack.append((iter(element), element, role))
            break
        else:
            stack.pop()
            cutter.close(parent_role)
            if stack:
                cutter.put(parent.tail)
    return cutter.parts, cutter.containers


class _Cutter:
    """What has been cut so far, and the part that is being put together."""

    def __init__(self, budget: int) -> None:
        self.parts: list[Part] = []
        self.containers: list[Container] = []
        self._open: list[int] = []
        self._blocks: list[tuple[BlockKind, int | None, bool, bool]] = []  # kind, level, named as furniture, verbatim
        self._pieces: list[str] = []
        self._linked = self._links = self._pictures = self._link_depth = 0
        self._budget = budget  # characters that may still be looked through for lists of links

    def takes_whole(self, element: etree._Element, role: int) -> bool:
        """Take *element* with all that is in it where that can be done at once; return whether it was."""
        if role == _CONTAINER:
            return self._takes_links(element)
        if role == _TABLE:
            return self._takes_table(element)
        text = _plain_text(element)
        if text is None:
            return False
        if role == _PARAGRAPH:
            self._take_paragraph(element, text)
        elif role == _INLINE:
            self.put(text)
        elif role == _LINK:
            self._links += 1
            self._linked += len(text.strip())
            self._pieces.append(text)
        elif role == _IMAGE:
            self._pictures += 1
        elif self._blocks[-1][1] is None:
            self.flush()
        else:
            self._pieces.append(_LINE_BREAK)
        return True

    def _take_paragraph(self, element: etree._Element, text: str) -> None:
        tag = element.tag
        if tag == "pre":
            self.open(element, _PARAGRAPH)
            self.put(text)
            self.close(_PARAGRAPH)
            return
        self.flush()
        if text := _shown(text):
            kind = _KINDS.get(tag, BlockKind.PARAGRAPH)
            suspect = _is_suspect(element, tag)
            self.parts.append(Part(text, kind, _HEADINGS.get(tag), self._open[-1], 0, 0, 0, suspect))

    def _takes_links(self, element: etree._Element) -> bool:
        """Take a list or bar that is mostly links as one part."""
        tag = element.tag
        suspect = _is_suspect(element, tag)
        if self._budget <= 0 or not (suspect or tag in _LISTS):
            return False
        text = " ".join(text_of(element).split())
        self._budget -= len(text)
        links = list(element.iter("a"))
        if len(links) < LIST_LINKS or next(element.iter("h1", "h2"), None) is not None:
            return False
        linked = sum(len((text_of(link) if len(link) else link.text or "").strip()) for link in links)
        if linked * 2 <= len(text):
            return False
        self.flush()
        self.parts.append(Part(text, BlockKind.LIST_ITEM, None, self._open[-1], linked, len(links), 0, suspect))
        return True

    def _takes_table(self, element: etree._Element) -> bool:
        """Take a table of data as one part."""
        table = table_of(element)
        if table is None:
            return False
        self.flush()
        self._pictures = table.pictures
        if table.caption:
            self._add(table.caption, 0, 0)
        if table.text or table.pictures:
            self._add(table.text, table.linked, table.links, BlockKind.TABLE)
        self._pictures = 0
        return True

    def put(self, text: str | None) -> None:
        """Add *text* to the current part; line ends in it part only where they are shown as such."""
        if not text:
            return
        if self._link_depth:
            self._linked += len(text.strip())
        if "\n" in text and self._blocks[-1][3]:
            *before, text = text.split("\n")
            for line in before:
                self._pieces.append(line)
                self.flush()
        self._pieces.append(text)

    def flush(self) -> None:
        """End the current part."""
        if not self._pieces and not self._pictures:
            return
        text = _shown("".join(self._pieces))
        if text or self._pictures:
            if _LINE_BREAK in text:
                text = "\n".join(line for piece in text.split(_LINE_BREAK) if (line := piece.strip()))
            self._add(text, self._linked, self._links)
        self._pieces.clear()
        self._linked = self._links = self._pictures = 0

    def _add(self, text: str, linked: int, links: int, table: BlockKind | None = None) -> None:
        kind, level, suspect, _ = self._blocks[-1]
        self.parts.append(Part(text, table or kind, level, self._open[-1], linked, links, self._pictures, suspect))

    def open(self, element: etree._Element, role: int) -> None:
        """Begin *element*."""
        if role == _LINK:
            self._link_depth += 1
            self._links += 1
        elif role:
            self.flush()
            tag = element.tag
            suspect = _is_suspect(element, tag)
            if role == _PARAGRAPH:
                self._blocks.append((_KINDS.get(tag, BlockKind.PARAGRAPH), _HEADINGS.get(tag), suspect, tag == "pre"))
            else:
                self.containers.append(Container(self._open[-1] if self._open else 0, suspect))
                self._open.append(len(self.containers) - 1)
                self._blocks.append((BlockKind.PARAGRAPH, None, False, False))

    def close(self, role: int) -> None:
        """End an element of *role*."""
        if role == _LINK:
            self._link_depth -= 1
        elif role:
            self.flush()
            self._blocks.pop()
            if role != _PARAGRAPH:
                self._open.pop()


def _shown(text: str) -> str:
    """Return *text* as a browser shows it, each run of blanks as one; wide spaces stay."""
    if "\n" in text or "  " in text or "\t" in text:
        text = _BLANKS.sub(" ", text)
    return text.strip()


def text_of(element: etree._Element) -> str:
    """Return the text of *element* with all that is in it."""
    return etree.tostring(element, method="text", encoding="unicode", with_tail=False)


def _plain_text(element: etree._Element, depth: int = _DEPTH) -> str | None:
    """Return the text of *element* where nothing but inline tags stand in it, else None. Quicker than itertext()."""
    text = element.text or ""
    for child in element:
        if child.tag in _ROLES or not depth:
            return None
        if len(child):
            inner = _plain_text(child, depth - 1)
            if inner is None:
                return None
            text += inner
        elif child.text:
            text += child.text
        if child.tail:
            text += child.tail
    return text


def _is_suspect(element: etree._Element, tag: str) -> bool:
    """Return whether *element* says itself that it is furniture, by its tag, role or name."""
    if tag in _FURNITURE_TAGS:
        return True
    for attribute in ("class", "id", "role"):
        name = element.get(attribute)
        if name and _FURNITURE_NAME.search(name):
            return True
    return False
