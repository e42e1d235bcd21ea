"""Pages of placed text → paragraphs, tables and what belongs to the page itself (its number, running heads and feet).

A paragraph runs on from line to line, column to column and page to page. Where it ends is told as a reader of Chinese
sees it: by the indentation of the next line, a line that stops short of the margin, another size, a wider gap.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median

from checker.frozen import dataclass
from checker.model import BlockKind, Span
from checker.reading.content import PAGE_NUMBER, Builder
from checker.reading.layout import Piece, Region, Row, least, regions, rows
from checker.reading.tabular import tables
from checker.recognised import Recognised
from checker.regex import regex

_EDGE = 0.13  # of the page's height: above and below it stand heads and feet
_REPEATED = 0.3  # of all pages, for a line to be a running head
_SAME_PLACE = 4.0  # points
_APART = 1.9  # sizes from the text, at least: or else a line that many pages begin with may be text
_DIGITS = regex(r"\d+")
_INDENT = 1.2  # sizes
_SHORT = 2.6  # sizes: so far a full line may end from the margin, for the sake of punctuation
_OTHER_SIZE = 1.15
_FEW_LINES = 4  # of a whole column
_WIDER = 1.7  # times the usual distance of lines
_END = regex(r"[。！？；：!?;:…][”’」』）)]*$")
_LABEL = regex(
    r"(?:[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十]{1,3}[）)]|第[一二三四五六七八九十]{1,3}[章节部条])"
)
_UNBROKEN = regex(r"[0-9A-Za-z.,%℃（(《“\u2500-\u27bf]+")
_HYPHENS = "\x02\u00ad\ufffe"


@dataclass(frozen=True, slots=True)
class Page:
    """One page that was read; *number* counts from 1."""

    number: int
    width: float
    height: float
    pieces: Sequence[Piece]


_Furniture = tuple[str, int, float | None]  # with its page, and how sure it was recognised


@dataclass(frozen=True, slots=True)
class _Margins:
    """The column that a line stands in: its edges, the usual distance from line to line and size of characters."""

    left: float
    right: float
    pitch: float
    size: float


@dataclass(frozen=True, slots=True)
class _Line:
    row: Row
    margins: _Margins
    page: int

    @property
    def is_recognised(self) -> bool:
        return self.row.pieces[0].confidence is not None

    @property
    def is_full(self) -> bool:
        return self.margins.right - self.row.right <= _SHORT * self.row.size

    @property
    def indent(self) -> float:
        """How far it begins from the margin, in sizes."""
        return (self.row.left - self.margins.left) / max(self.row.size, 1.0)

    @property
    def is_title(self) -> bool:
        """Whether it is centred and larger than the text around it."""
        before, behind = self.row.left - self.margins.left, self.margins.right - self.row.right
        return self.row.size > _OTHER_SIZE * self.margins.size and abs(before - behind) <= 2 * self.row.size


@dataclass(frozen=True, slots=True)
class _Sorted:
    """A page in reading order, without what belongs to the page itself."""

    page: Page
    columns: tuple[Region, ...]
    furniture: tuple[tuple[str, float | None], ...]


def add_pages(builder: Builder, pages: Sequence[Page]) -> None:
    """Add what *pages* say to *builder*; paragraph numbers count the blocks from the first page on."""
    ordered = _without_furniture(pages)
    margins = _margins(ordered)
    writer = _Writer(builder)
    for page in ordered:
        for region in page.columns:
            column = _column_of(region, margins)
            for part in tables(region):
                if isinstance(part, str):
                    writer.table(part, page.page.number, least(row.confidence for row in region))
                else:
                    for row in part:
                        writer.line(_Line(row, column, page.page.number))
        writer.furniture(page)
    writer.end()


class _Writer:
    """Puts lines together into paragraphs and hands those to the builder."""

    def __init__(self, builder: Builder) -> None:
        self._builder = builder
        self._pieces: list[str] = []
        self._length = 0  # of all pieces but the last
        self._first: _Line | None = None
        self._last: _Line | None = None
        self._held: list[_Furniture] = []  # what waits for the end of a paragraph that runs over it
        self._confidences: list[tuple[int, float | None]] = []  # of the lines of the paragraph, with their pages

    def line(self, line: _Line) -> None:
        if self._last is not None and _goes_on(self._last, line):
            joint = _joint(self._pieces[-1], line.row.text)
            if self._pieces[-1][-1] in _HYPHENS:
                self._pieces[-1] = self._pieces[-1][:-1]
            self._length += len(self._pieces[-1])
            if line.page != self._last.page:
                self._builder.page_breaks.append((self._builder.length + self._length, line.page))
            self._pieces.append(joint)
        else:
            self.end()
            self._first = line
            self._length = 0
            self._pieces = [line.row.text]
        self._last = line
        if line.is_recognised:
            self._confidences.append((line.page, line.row.confidence))

    def table(self, content: str, page: int, confidence: float | None) -> None:
        self.end()
        self._builder.add(BlockKind.TABLE, content, len(self._builder.blocks) + 1, None, page)
        self._recognised(Span(self._builder.blocks[-1].start, self._builder.blocks[-1].end), page, confidence)

    def furniture(self, page: _Sorted) -> None:
        self._held.extend((text, page.page.number, confidence) for text, confidence in page.furniture)

    def _recognised(self, place: Span, page: int, confidence: float | None) -> None:
        if confidence is not None:
            self._builder.recognised.append(Recognised(place.start, place.end, page, confidence))

    def end(self) -> None:
        """End the current paragraph."""
        if self._first is not None:
            number = len(self._builder.blocks) + 1
            self._builder.add(BlockKind.PARAGRAPH, "".join(self._pieces), number, None, self._first.page)
            block = self._builder.blocks[-1]
            for page in dict.fromkeys(page for page, _ in self._confidences):
                lowest = least(confidence for other, confidence in self._confidences if other == page)
                self._recognised(Span(block.start, block.end), page, lowest)
        for content, page, confidence in self._held:
            self._builder.add_head(content)
            if not PAGE_NUMBER.fullmatch(content):  # which nobody reads, however badly it was recognised
                self._recognised(self._builder.heads[-1], page, confidence)
        self._held, self._first, self._last, self._confidences = [], None, None, []


def _goes_on(last: _Line, line: _Line) -> bool:
    """Return whether the paragraph of *last* goes on with *line*."""
    before, after = last.row, line.row
    if max(before.size, after.size) > _OTHER_SIZE * min(before.size, after.size):
        return False
    same_column = last.page == line.page and after.top > before.middle
    if same_column and after.middle - before.middle > _WIDER * last.margins.pitch:
        return False
    ended = _END.search(before.text) is not None
    if not _is_full(last, after):
        return False
    if line.indent < _INDENT:
        return not (ended and _LABEL.match(after.text))
    if ended:
        return False
    # What is indented begins a paragraph, unless it is the next line of a title.
    return line.is_title and last.is_title and same_column and not _LABEL.match(after.text)


def _is_full(last: _Line, after: Row) -> bool:
    """Return whether *last* ends where the margin, or an unbroken word at the beginning of the next line, made it."""
    if last.is_full:
        return True
    unbroken = _UNBROKEN.match(after.text)
    if unbroken is None:
        return False
    room = last.margins.right - last.row.right - (len(unbroken.group()) * 0.6 + 1) * last.row.size
    return room < last.row.size


def _joint(before: str, after: str) -> str:
    """Return *after* with a blank before it where two Latin words meet."""
    last, first = before[-1], after[0]
    apart = first.isascii() and (last.isascii() and (last.isalpha() or last in ",.;:)")) and first.isalnum()
    return " " + after if apart else after


def _margins(pages: Sequence[_Sorted]) -> list[_Margins]:
    """Return the columns of the document, those with most lines first."""
    found: dict[tuple[int, int], list[tuple[Page, Region]]] = {}
    for page in pages:
        for region in page.columns:
            edges = min(row.left for row in region), max(row.right for row in region)
            found.setdefault((round(edges[0] / 12), round(edges[1] / 12)), []).append((page.page, region))
    columns = sorted(found.values(), key=lambda parts: -sum(len(region) for _, region in parts))
    return [_margins_of(parts) for parts in columns]


def _margins_of(parts: Sequence[tuple[Page, Region]]) -> _Margins:
    lines = [row for _, region in parts for row in region]
    left, right = min(row.left for row in lines), max(row.right for row in lines)
    size = median(row.size for row in lines)
    steps = [below.middle - above.middle for _, region in parts for above, below in pairwise(region)]
    if len(lines) < _FEW_LINES:  # they need not reach the margin, which on most pages is as wide as the left one
        right = max(right, parts[0][0].width - left - 2 * size)
    return _Margins(left, right, max(median(steps) if steps else 2 * size, 1.0), size)


def _column_of(region: Region, margins: Sequence[_Margins]) -> _Margins:
    """Return the column with most lines that holds *region*; a page with few lines tells no margins itself."""
    left, right = min(row.left for row in region), max(row.right for row in region)
    slack = region[0].size
    return next(column for column in margins if column.left - slack <= left and right <= column.right + slack)


def _without_furniture(pages: Sequence[Page]) -> list[_Sorted]:
    """Return the pages in reading order, heads and feet apart."""
    edges = {page.number: list(_edges(page)) for page in pages}
    seen = Counter(key for rows in edges.values() for key in {_key(row, page_top) for row, page_top in rows})
    enough = max(2, _REPEATED * len(pages))
    return [_sorted(page, edges[page.number], seen, enough) for page in pages]


_Edge = tuple[Row, str]


def _edges(page: Page) -> Iterator[_Edge]:
    """Yield the rows in the upper and lower edge of *page*, from outside to inside, with the edge's name."""
    upright = [piece for piece in page.pieces if not piece.is_slanted]
    limit = page.height * _EDGE
    for name, found in (
        ("top", [piece for piece in upright if piece.middle < limit]),
        ("bottom", [piece for piece in upright if piece.middle > page.height - limit]),
    ):
        if found:
            ordered = rows(found)
            yield from ((row, name) for row in (ordered if name == "top" else ordered[::-1]))


def _key(row: Row, edge: str) -> tuple[str, str, int]:
    return edge, _DIGITS.sub("#", "".join(row.text.split())), round(row.middle / _SAME_PLACE)


def _inside(middle: float, row: Row, edge: str) -> bool:
    return middle > row.bottom if edge == "top" else middle < row.top


def _sorted(page: Page, edges: Sequence[_Edge], seen: Counter[tuple[str, str, int]], enough: float) -> _Sorted:
    left_out: list[Row] = []
    middles = [piece.middle for piece in page.pieces]
    for edge in ("top", "bottom"):
        for row in (row for row, name in edges if name == edge):
            apart = min(
                (abs(row.middle - middle) for middle in middles if _inside(middle, row, edge)), default=page.height
            )
            is_head = apart > _APART * row.size and seen[_key(row, edge)] >= enough
            if not (is_head or PAGE_NUMBER.fullmatch(row.text)):
                break
            left_out.append(row)
    taken = {id(piece) for row in left_out for piece in row.pieces}
    slanted = [(piece.text, piece.confidence) for piece in page.pieces if piece.is_slanted]
    kept = [piece for piece in page.pieces if id(piece) not in taken and not piece.is_slanted]
    furniture = (*((row.text, row.confidence) for row in left_out), *slanted)
    return _Sorted(page, tuple(regions(kept)), furniture)
