"""Tables of a page: those that hold data become text with tabs; those that only lay the page out are no tables."""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree

from checker.reading.grid import Cell, table_text

_INNER_BLOCKS = ("p", "div", "br", "li", "h1", "h2", "h3", "h4", "h5", "h6")
_LONG_CELL = 200
_VERY_LONG_CELL = 600


@dataclass(frozen=True, slots=True)
class Table:
    """A table of data; *linked* counts the characters of *text* in its *links*."""

    caption: str
    text: str
    linked: int
    links: int
    pictures: int


def table_of(element: etree._Element) -> Table | None:
    """Return the table *element* as data, None where it lays out other content.

    It does where it holds a table, has a single cell, or a cell with prose of several lines or very long prose.
    """
    if next(element.iterdescendants("table"), None) is not None:
        return None
    cells = list(element.iter("td", "th"))
    if len(cells) < 2 or any(_is_prose(cell) for cell in cells):
        return None
    for inner in element.iter(*_INNER_BLOCKS):
        inner.tail = " " + (inner.tail or "")
    rows = [[_cell(cell) for cell in row.iterchildren("td", "th")] for row in element.iter("tr")]
    links = [_text(link).strip() for link in element.iter("a")]
    caption = next(element.iterchildren("caption"), None)
    return Table(
        caption=" ".join(_text(caption).split()) if caption is not None else "",
        text=table_text(rows),
        linked=sum(map(len, links)),
        links=len(links),
        pictures=sum(1 for _ in element.iter("img")),
    )


def _is_prose(cell: etree._Element) -> bool:
    length = sum(len(text.strip()) for text in cell.itertext())
    if length <= _LONG_CELL:
        return False
    return length > _VERY_LONG_CELL or sum(1 for _ in cell.iter(*_INNER_BLOCKS)) > 1


def _cell(element: etree._Element) -> Cell:
    return Cell(_text(element), _span(element, "colspan"), _span(element, "rowspan"))


def _text(element: etree._Element) -> str:
    return "".join(map(str, element.itertext()))


def _span(element: etree._Element, name: str) -> int:
    value = element.get(name, "").strip()
    return int(value) if value.isascii() and value.isdigit() and len(value) < 5 else 1
