"""The walk through one story of a Word document: paragraphs and tables in order become blocks."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from checker.frozen import dataclass, field
from checker.model import BlockKind
from checker.reading.content import Builder
from checker.reading.docx_names import (
    ALTERNATE_CONTENT,
    BREAK,
    BREAK_TYPE,
    CARRIAGE_RETURN,
    CHOICE,
    FALLBACK,
    FIELD_MARK,
    FIELD_MARK_TYPE,
    ILVL,
    INSERTED,
    MATH_TEXT,
    MOVED_TO,
    NO_BREAK_HYPHEN,
    NUM_ID,
    NUM_PR,
    OUTLINE_LEVEL,
    PAGE_BREAK_BEFORE,
    PPR,
    RENDERED_PAGE_BREAK,
    STYLE,
    SYMBOL,
    TBL,
    TC,
    TR,
    VAL,
    P,
    R,
    T,
    child,
    child_value,
    is_on,
    number_of,
    w,
)
from checker.reading.docx_numbering import Numbering
from checker.reading.docx_prepare import Prepared
from checker.reading.docx_styles import ParagraphStyle, Styles
from checker.reading.docx_trace import Source, Trace
from checker.reading.grid import Cell, is_frame, table_text

_WRAPPERS = frozenset(
    (w("sdt"), w("sdtContent"), w("customXml"), w("smartTag"), INSERTED, MOVED_TO, ALTERNATE_CONTENT, CHOICE, FALLBACK)
)
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_BLANK = " \t\n\r"
# Check boxes of forms; other symbols are decoration of a private font.
_SYMBOLS = {"F052": "☑", "F053": "☒", "F054": "☒", "F0A3": "☐", "F0A8": "☐", "F0FC": "✓", "F0FD": "☒", "F0FE": "☑"}


@dataclass(slots=True)
class _Line:
    """One line of a paragraph while it is read, and the page on which its text begins."""

    pieces: list[str] = field(default_factory=list)
    page: int | None = None
    sources: list[Source] = field(default_factory=list)  # filled only where a trace is asked for

    @property
    def text(self) -> str:
        return "".join(self.pieces)

    def is_blank(self) -> bool:
        """Whether it shows nothing."""
        return not any(piece and not piece.isspace() for piece in self.pieces)


class Body:
    """Reads stories of one document, one after the other, into a builder.

    Paragraph numbers count the paragraphs that show text; a table counts as one. A paragraph with line breaks in it
    becomes a block a line, all with the paragraph's number, but for a heading, which stays one. *shown* holds the
    paragraphs that show text, each with its number.
    """

    def __init__(self, builder: Builder, styles: Styles, numbering: Numbering, trace: Trace | None = None) -> None:
        self._builder = builder
        self._trace = trace
        self._styles = styles
        self._numbering = numbering
        self._found = Prepared()
        self._page: int | None = None
        self._has_text = False
        self._page_is_due = False  # an explicit break was passed, which Word stores once more where the page begins
        self._fields: list[bool] = []  # for each open field, whether its result has begun
        self._carried: list[_Line] = []
        self._paragraphs = 0
        self.shown: list[tuple[int, etree._Element]] = []

    def read(self, story: etree._Element, found: Prepared) -> None:
        """Add the blocks of *story*, a part of a tree that gave *found* when it was prepared."""
        self._found = found
        self._page = 1 if found.has_pages else None
        self._story(story)

    def _story(self, story: etree._Element) -> None:
        outer = self._fields, self._carried
        self._fields, self._carried = [], []
        for element in _within(story, P, TBL):
            if element.tag == P:
                self._paragraph(element)
            else:
                self._table(element)
        self._emit(self._carried, None, self._styles.style(None))
        self._fields, self._carried = outer

    def _paragraph(self, paragraph: etree._Element) -> None:
        properties = _properties(paragraph)
        lines = self._lines(paragraph, properties, self._carried)
        self._carried = []
        before = self._paragraphs
        if paragraph in self._found.joined:
            self._carried = lines
        else:
            style = self._styles.style(child_value(properties, STYLE) or None)
            self._emit(lines, properties, style, is_contents=paragraph in self._found.contents)
        if self._paragraphs > before:
            self.shown.append((self._paragraphs, paragraph))
        for box in self._found.boxes.get(paragraph, ()):
            self._story(box)

    def _emit(
        self,
        lines: list[_Line],
        properties: etree._Element | None,
        style: ParagraphStyle,
        *,
        is_contents: bool = False,
    ) -> None:
        kind, prefix = self._label(properties, style)  # an empty paragraph is counted, too
        shown = [line for line in lines if not line.is_blank()]
        if not shown:
            return
        self._paragraphs += 1
        if prefix:
            shown[0].pieces.insert(0, prefix)
        self._record(prefix, shown)
        if is_contents or style.is_contents:
            for line in shown:
                self._builder.add_furniture(line.text)
            return
        level = _level(properties, style)
        if level is None and not style.is_title:
            for line in shown:
                self._builder.add(kind, line.text, self._paragraphs, None, line.page)
        else:
            heading = "\n".join(line.text.strip() for line in shown)
            self._builder.add(BlockKind.HEADING, heading, self._paragraphs, level, shown[0].page)

    def _record(self, prefix: str, lines: list[_Line]) -> None:
        if self._trace is not None:
            self._trace.add([(None, prefix), *(source for line in lines for source in line.sources)])

    def _label(self, properties: etree._Element | None, style: ParagraphStyle) -> tuple[BlockKind, str]:
        """Return the kind of a paragraph that is no heading and the number before it, which is counted on."""
        instance, depth = style.instance, style.depth
        direct = child(properties, NUM_PR)
        if direct is not None:
            level = number_of(child(direct, ILVL))
            own = child_value(direct, NUM_ID)
            instance, depth = (own, level or 0) if own else (instance, depth if level is None else level)
        if instance is None or instance == "0":  # 0 takes a paragraph out of the numbering of its style
            return BlockKind.PARAGRAPH, ""
        label = self._numbering.label(instance, depth, child_value(properties, STYLE) or None)
        if label is None:
            return BlockKind.PARAGRAPH, ""
        return (BlockKind.LIST_ITEM if label.is_bullet else BlockKind.PARAGRAPH), label.text

    def _lines(self, paragraph: etree._Element, properties: etree._Element | None, begun: list[_Line]) -> list[_Line]:
        """Return the lines of *paragraph*; the first goes on with the last of *begun*."""
        if self._has_text and is_on(child(properties, PAGE_BREAK_BEFORE)):
            self._break_page()
        lines = begun or [_Line()]
        if self._trace is None and not self._found.marks:
            pieces = [_as_shown(element) for element in paragraph.iter(T)]
            self._has_text = self._has_text or any(pieces)
            lines[-1].pieces += pieces
        else:
            self._add_marked(lines, paragraph)
        return lines

    def _add_marked(self, lines: list[_Line], paragraph: etree._Element) -> None:
        """Add the text of *paragraph* to *lines* with what breaks, tabs, fields and the like make of it."""
        for element in paragraph.iter(T, *self._found.marks):
            tag = element.tag
            if tag == FIELD_MARK:
                self._field_mark(element)
            elif tag == RENDERED_PAGE_BREAK:
                if self._page is not None and not self._page_is_due:
                    self._page += 1
                self._page_is_due = False
            elif not all(self._fields):
                continue  # the instruction of a field
            elif tag in (T, MATH_TEXT):
                self._put(lines[-1], _as_shown(element), element)
            elif tag == SYMBOL:
                self._put(lines[-1], _SYMBOLS.get(element.get(w("char"), "").upper(), ""), element)
            elif tag in (BREAK, CARRIAGE_RETURN):
                if element.get(BREAK_TYPE) == "page":
                    self._break_page()
                lines.append(_Line())
            elif tag == NO_BREAK_HYPHEN:
                self._put(lines[-1], "-", element)
            elif _is_in_run(element):
                self._put(lines[-1], "\t", element)

    def _put(self, line: _Line, content: str, element: etree._Element) -> None:
        if line.page is None and self._page is not None and content.strip():
            line.page = self._page
            self._page_is_due = False
        self._has_text = self._has_text or bool(content)
        line.pieces.append(content)
        if self._trace is not None:
            line.sources.append((element, content))

    def _break_page(self) -> None:
        if self._page is not None:
            self._page += 1
            self._page_is_due = True

    def _field_mark(self, mark: etree._Element) -> None:
        if mark in self._found.loose:
            return
        kind = mark.get(FIELD_MARK_TYPE)
        if kind == "begin":
            self._fields.append(False)
        elif kind == "end":
            self._fields.pop()
        else:
            self._fields[-1] = True

    def _table(self, table: etree._Element) -> None:
        """Add a table; one that only frames long texts is read as those texts."""
        rows = list(_within(table, TR))
        cells = [list(_within(row, TC)) for row in rows]
        if is_frame([[_extent(cell) for cell in row_cells] for row_cells in cells]):
            for row_cells in cells:
                for cell in row_cells:
                    self._story(cell)
            return
        pages: list[int] = []
        grid = [
            [*_skipped(row), *(self._cell(cell, pages) for cell in row_cells)]
            for row, row_cells in zip(rows, cells, strict=True)
        ]
        content = table_text(grid)
        if content:
            self._paragraphs += 1
            self._builder.add(BlockKind.TABLE, content, self._paragraphs, None, pages[0] if pages else None)
        for paragraph in table.iter(P):
            for box in self._found.boxes.get(paragraph, ()):
                self._story(box)

    def _cell(self, cell: etree._Element, pages: list[int]) -> Cell:
        properties = child(cell, w("tcPr"))
        merged = child(properties, w("vMerge"))
        columns = number_of(child(properties, w("gridSpan"))) or 1
        if merged is not None and merged.get(VAL) != "restart":
            return Cell("", columns)
        texts: list[str] = []
        for paragraph in cell.iter(P):
            own = _properties(paragraph)
            lines = self._lines(paragraph, own, [])
            _, prefix = self._label(own, self._styles.style(child_value(own, STYLE) or None))
            texts.append(prefix + " ".join(line.text for line in lines))
            self._record(prefix, lines)
            pages.extend(line.page for line in lines if line.page is not None)
        return Cell(" ".join(texts), columns)


def _properties(paragraph: etree._Element) -> etree._Element | None:
    first = paragraph[0] if len(paragraph) else None  # where it stands in every file that keeps to the standard
    if first is None or first.tag == PPR:
        return first
    return next(paragraph.iterchildren(PPR), None)


def _level(properties: etree._Element | None, style: ParagraphStyle) -> int | None:
    own = number_of(child(properties, OUTLINE_LEVEL))
    if own is None:
        return style.level
    return own + 1 if 0 <= own < 9 else None


def _as_shown(element: etree._Element) -> str:
    """Return the text of *element*; white space at its edges counts only where the file says so."""
    content = element.text
    if not content:
        return ""
    if (content[0] in _BLANK or content[-1] in _BLANK) and element.get(_SPACE) != "preserve":
        content = content.strip(_BLANK)
    return content.replace("\n", " ") if "\n" in content else content


def _is_in_run(element: etree._Element) -> bool:
    parent = element.getparent()
    return parent is not None and parent.tag == R  # elsewhere w:tab is a tab stop


def _extent(cell: etree._Element) -> tuple[int, int]:
    """Return how many paragraphs with text *cell* holds, and how many characters."""
    lengths = [sum(len(text.text or "") for text in paragraph.iter(T)) for paragraph in cell.iter(P)]
    return sum(length > 0 for length in lengths), sum(lengths)


def _skipped(row: etree._Element) -> list[Cell]:
    """Return the empty place before the first cell of *row* where it begins further right."""
    columns = number_of(child(child(row, w("trPr")), w("gridBefore"))) or 0
    return [Cell("", columns)] if columns > 0 else []


def _within(parent: etree._Element, *tags: str) -> Iterator[etree._Element]:
    """Yield the children of *parent* with one of *tags* in order, looking through content controls and the like."""
    open_iterators = [iter(parent)]
    while open_iterators:
        for element in open_iterators[-1]:
            if element.tag in tags:
                yield element
            elif element.tag in _WRAPPERS:
                open_iterators.append(iter(element))
                break
        else:
            open_iterators.pop()
