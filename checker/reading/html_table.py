"""Tables of a page: those that hold data become text with tabs; those that only lay the page out are no tables."""

from __future__ import annotations

from lxml import etree

from checker.frozen import dataclass
from checker.reading.grid import Cell, is_frame, table_text

_INNER_BLOCKS = ("p", "div", "br", "li", "h1", "h2", "h3", "h4", "h5", "h6")


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

    It does where it holds a table, or as ``grid.is_frame`` tells.
    """
    if next(element.iterdescendants("table"), None) is not None:
        return None
    rows = [list(row.iterchildren("td", "th")) for row in element.iter("tr")]
    if is_frame([[_extent(cell) for cell in row] for row in rows]):
        return None
    for inner in element.iter(*_INNER_BLOCKS):
        inner.tail = " " + (inner.tail or "")
    links = [_text(link).strip() for link in element.iter("a")]
    caption = next(element.iterchildren("caption"), None)
    return Table(
        caption=" ".join(_text(caption).split()) if caption is not None else "",
        text=table_text([[_cell(cell) for cell in row] for row in rows]),
        linked=sum(map(len, links)),
        links=len(links),
        pictures=sum(1 for _ in element.iter("img")),
    )


def _extent(cell: etree._Element) -> tuple[int, int]:
    """Return how many lines *cell* may hold, and how many characters."""
    length = sum(len(text.strip()) for text in cell.itertext())
    return sum(1 for _ in cell.iter(*_INNER_BLOCKS)), length


def _cell(element: etree._Element) -> Cell:
    return Cell(_text(element), _span(element, "colspan"), _span(element, "rowspan"))


def _text(element: etree._Element) -> str:
    return "".join(map(str, element.itertext()))


def _span(element: etree._Element, name: str) -> int:
    value = element.get(name, "").strip()
    return int(value) if value.isascii() and value.isdigit() and len(value) < 5 else 1
