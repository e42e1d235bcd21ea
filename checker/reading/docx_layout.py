"""How a Word document is laid out: its pages, its paragraphs, its page numbers. Read only where it is asked for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from lxml import etree

from checker.frozen import dataclass, replace
from checker.model import Layout, Page, PageNumber
from checker.reading import docx_heads, xml
from checker.reading.docx_format import Formats
from checker.reading.docx_names import FALLBACK, FIELD_MARK, FIELD_MARK_TYPE, PPR, P, R, T, child, w
from checker.reading.source import Source
from checker.regex import regex

_SIZE, _MARGINS, _GRID = w("pgSz"), w("pgMar"), w("docGrid")
_INSTRUCTION, _SIMPLE_FIELD, _FRAME = w("instrText"), w("fldSimple"), w("framePr")
_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_PAGE_FIELD = regex(r"^\s*PAGE\b", re.IGNORECASE)
_TWIPS_IN_MM = 1440 / 25.4
_POINTS_IN_MM = 72 / 25.4
_NUMBER = "#"
_SIDES = {"inside": "inside", "outside": "outside", "left": "left", "right": "right", "center": "center"}


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts that a layout is in: paths in the archive, *by_id* those that sections refer to."""

    styles: str | None
    theme: str | None
    settings: str | None
    by_id: dict[str, str]


def read(source: Source, body: etree._Element, parts: Parts, shown: Iterable[tuple[int, etree._Element]]) -> Layout:
    """Return the layout of the document with *body*; *shown* are its paragraphs with their numbers.

    Raises ReadError where a part is damaged.
    """
    formats = Formats(_part(source, parts.styles), _part(source, parts.theme))
    settings = _part(source, parts.settings)
    sections = list(body.iter(docx_heads.SECTION))
    # Shapes and notes have been taken out of the body and are no part of its text.
    paragraphs = tuple(formats.paragraph(element, number) for number, element in shown if _is_in(body, element))
    return Layout(
        pages=tuple(_page(section) for section in sections),
        paragraphs=paragraphs,
        page_numbers=tuple(_page_numbers(source, sections, parts, formats, settings)),
    )


def _part(source: Source, name: str | None) -> etree._Element | None:
    return xml.part(source, name) if name is not None and name in source.archive.names else None


def _is_in(body: etree._Element, element: etree._Element) -> bool:
    return any(parent is body for parent in element.iterancestors())


def _page(section: etree._Element) -> Page:
    size, margins = child(section, _SIZE), child(section, _MARGINS)
    width, height = _millimetres(size, "w"), _millimetres(size, "h")
    landscape = width is not None and height is not None and width > height
    gutter = _millimetres(margins, "gutter") or 0
    left = _millimetres(margins, "left")
    page = Page(
        width=height if landscape else width,
        height=width if landscape else height,
        top=_absolute(_millimetres(margins, "top")),
        bottom=_absolute(_millimetres(margins, "bottom")),
        left=None if left is None else round(left + gutter, 2),
        right=_millimetres(margins, "right"),
        footer=_millimetres(margins, "footer"),
        landscape=landscape,
    )
    return replace(page, lines=_ruled_lines(section, page))


def _millimetres(element: etree._Element | None, name: str) -> float | None:
    value = element.get(w(name)) if element is not None else None
    return round(int(value) / _TWIPS_IN_MM, 2) if value is not None and re.fullmatch(r"-?\d{1,6}", value) else None


def _absolute(value: float | None) -> float | None:
    return None if value is None else abs(value)  # negative where text may run into the header


def _ruled_lines(section: etree._Element, page: Page) -> int | None:
    grid = child(section, _GRID)
    pitch = grid.get(w("linePitch"), "") if grid is not None and grid.get(w("type")) not in (None, "default") else ""
    if not pitch.isdigit() or not int(pitch) or None in (page.height, page.top, page.bottom):
        return None
    height = ((page.height or 0) - (page.top or 0) - (page.bottom or 0)) * _POINTS_IN_MM
    return int(height / (int(pitch) / 20) + 0.05)


def _page_numbers(
    source: Source,
    sections: Iterable[etree._Element],
    parts: Parts,
    formats: Formats,
    settings: etree._Element | None,
) -> Iterator[PageNumber]:
    """Yield each page number once, however many sections have it."""
    both_sides = docx_heads.tells_sides_apart(settings)
    for kind, name in docx_heads.used(sections, parts.by_id, both_sides=both_sides):
        pages = {"even": "even", "first": "first"}.get(kind, "odd" if both_sides else "all")
        root = _part(source, name)
        if root is not None:
            yield from _numbers_in(root, pages, formats)


def _numbers_in(root: etree._Element, pages: str, formats: Formats) -> Iterator[PageNumber]:
    """Yield the page numbers of a header or footer; a shape in it has paragraphs of its own."""
    pieces: dict[etree._Element, list[str]] = {}
    runs: dict[etree._Element, etree._Element] = {}
    open_fields: list[list[str]] = []  # of each open field its instruction, and whether its result has begun
    for element in root.iter(FIELD_MARK, _INSTRUCTION, _SIMPLE_FIELD, T):
        paragraph = next(element.iterancestors(P), None)
        if paragraph is None or next(element.iterancestors(FALLBACK), None) is not None:
            continue
        words = pieces.setdefault(paragraph, [])
        if element.tag == FIELD_MARK:
            _follow(element, open_fields)
        elif element.tag == _INSTRUCTION:
            if open_fields:
                open_fields[-1][0] += element.text or ""
        elif element.tag == _SIMPLE_FIELD:
            if _PAGE_FIELD.match(element.get(w("instr"), "")):
                words.append(_NUMBER)
                runs.setdefault(paragraph, next(element.iter(R), element))
        elif next(element.iterancestors(_SIMPLE_FIELD), None) is not None:
            continue
        elif any(_PAGE_FIELD.match(instruction) for instruction, _ in open_fields):
            if _NUMBER not in words:
                words.append(_NUMBER)
                runs.setdefault(paragraph, next(element.iterancestors(R), element))
        elif all(begun for _, begun in open_fields):
            words.append(element.text or "")
    for paragraph, run in runs.items():
        setting = formats.run_setting(run, paragraph)
        placed = _side(paragraph) or setting.alignment
        yield PageNumber(pages, " ".join("".join(pieces[paragraph]).split()), replace(setting, alignment=placed))


def _follow(mark: etree._Element, open_fields: list[list[str]]) -> None:
    kind = mark.get(FIELD_MARK_TYPE)
    if kind == "begin":
        open_fields.append(["", ""])
    elif open_fields and kind == "separate":
        open_fields[-1][1] = "begun"
    elif open_fields and kind == "end":
        open_fields.pop()


def _side(paragraph: etree._Element) -> str | None:
    """Return where the frame or shape that *paragraph* is in stands on the page; None where it is in none."""
    frame = child(child(paragraph, PPR), _FRAME)
    if frame is not None:
        return _SIDES.get(frame.get(w("xAlign"), ""))
    for anchor in paragraph.iterancestors(_DRAWING + "anchor"):
        for place in anchor.iterfind(f"{_DRAWING}positionH/{_DRAWING}align"):
            return _SIDES.get(place.text or "")
    return None
