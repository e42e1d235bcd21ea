"""The document's own text as HTML: blocks as read, evidence marked, every mark linked to what was found there.

Offsets are code points into ``Document.text``. Furniture (navigation, share buttons) is left out, as in reading.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from checker.frozen import dataclass
from checker.model import Block, BlockKind, Heading, Report
from checker.reports.markup import Markup, join, tag

_DEEPEST = 4
_SOON = 6  # characters: what is marked so near for the same finding shows its number once
_SEPARATORS = "\n\t"


@dataclass(frozen=True, slots=True)
class Mark:
    """A marked range. *id* names it on the page; *href* and *label* lead back to the finding, where there is one.

    *look* is the class that it is drawn in: ``must``, ``should``, ``info``, ``near``, ``fact``.
    """

    start: int
    end: int
    id: str
    look: str
    href: str | None = None
    label: str = ""
    title: str = ""


class SourceText:
    """One document's text with its *marks*; those that stand in no block (see :attr:`placed`) cannot be shown.

    Headings of the outline get the ids ``{prefix}h0``, ``{prefix}h1`` … in order.
    """

    def __init__(self, report: Report, marks: Sequence[Mark], prefix: str) -> None:
        self._document = report.document
        self._prefix = prefix
        self._title = None if report.profile.title is None else report.profile.title.evidence
        clipped = [
            (mark, spot)
            for mark in marks
            if (spot := _clip(report.document.blocks, report.document.text, mark)) is not None
        ]
        self.placed = {mark.id for mark, _ in clipped}
        self._headings = {heading.start: index for index, heading in enumerate(report.outline)}
        self._outline = report.outline
        self._starts: dict[int, list[Mark]] = defaultdict(list)
        self._ends: dict[int, list[Mark]] = defaultdict(list)
        for mark, (start, end) in clipped:
            self._starts[start].append(mark)
            self._ends[end].append(mark)
        self._cuts = sorted({*self._starts, *self._ends, *self._headings})
        self._active = list(_active(self._cuts, clipped))

    def html(self) -> Markup:
        """Return the blocks, each an element of its own."""
        return join([self._block(block) for block in self._document.blocks])

    def _block(self, block: Block) -> Markup:
        if block.kind is BlockKind.TABLE:
            return self._table(block)
        heading = self._heading_of(block)
        if self._title is not None and block.start < self._title.end and self._title.start < block.end:
            look = "title"
        elif heading is not None:
            look = f"head level{min(heading.level, _DEEPEST)}"
        else:
            look = "item" if block.kind is BlockKind.LIST_ITEM else ""
        return tag("p", self._lines(block.start, block.end), class_=look or None)

    def _heading_of(self, block: Block) -> Heading | None:
        """Return the heading that *block* is; one that runs on into its text is none."""
        index = self._headings.get(block.start)
        if index is None:
            return None
        heading = self._outline[index]
        return heading if block.end - block.start <= len(heading.number) + len(heading.title) + 2 else None

    def _table(self, block: Block) -> Markup:
        lines = [list(self._split(*line, "\t")) for line in self._split(block.start, block.end, "\n")]
        columns = max(map(len, lines))
        rows = []
        for cells in lines:
            # Where cells are joined, or the last ones are empty, the text has fewer.
            missing = [tag("td")] * (columns - len(cells))
            rows.append(tag("tr", [tag("td", self._range(first, last)) for first, last in cells], missing))
        return tag("div", tag("table", tag("tbody", rows)), class_="grid")

    def _lines(self, start: int, end: int) -> Markup:
        parts: list[Markup] = []
        for first, last in self._split(start, end, "\n"):
            parts += [*([tag("br")] if parts else []), self._range(first, last)]
        return join(parts)

    def _split(self, start: int, end: int, separator: str) -> Iterator[tuple[int, int]]:
        while (stop := self._document.text.find(separator, start, end)) >= 0:
            yield start, stop
            start = stop + 1
        yield start, end

    def _range(self, start: int, end: int) -> Markup:
        """Return ``text[start:end]`` with its marks, whichever of them begin or end outside."""
        inside = self._cuts[bisect_right(self._cuts, start) : bisect_left(self._cuts, end)]
        points = [start, *inside, end]
        parts: list[Markup] = []
        for first, last in pairwise(points):
            active, following = self._over(first), self._over(last)
            parts += [join(self._anchors(first, active)), self._segment(first, last, active)]
            parts.append(join(self._back(last, following)))
        return join(parts)

    def _over(self, at: int) -> tuple[Mark, ...]:
        """Return the marks over the character at an offset."""
        index = bisect_right(self._cuts, at) - 1
        return self._active[index] if index >= 0 else ()

    def _anchors(self, at: int, active: Sequence[Mark]) -> Iterable[Markup]:
        """Yield the places to jump to at an offset, but that of the mark which is drawn there itself."""
        if at in self._headings:
            yield tag("span", id=f"{self._prefix}h{self._headings[at]}")
        for mark in self._starts.get(at, ()):
            if not active or mark is not active[0]:
                yield tag("span", id=mark.id)

    def _segment(self, start: int, end: int, active: Sequence[Mark]) -> Markup:
        shown = self._document.text[start:end]
        if not active or not shown:
            return join(shown)
        top = active[0]
        here = any(mark is top for mark in self._starts.get(start, ()))
        drawn = tag("mark", shown, id=top.id if here else None, class_=top.look, title=top.title or None)
        return drawn if top.href is None else tag("a", drawn, href=top.href, class_="ev")

    def _back(self, at: int, following: Sequence[Mark]) -> Iterable[Markup]:
        """Yield one link to each finding whose marks end at an offset and do not soon go on behind it."""
        nearby = self._cuts[bisect_left(self._cuts, at) : bisect_right(self._cuts, at + _SOON)]
        going_on = {mark.href for mark in following} | {
            mark.href for cut in nearby for mark in self._starts.get(cut, ())
        }
        for mark in self._ends.get(at, ()):
            if mark.href is not None and mark.href not in going_on:
                going_on.add(mark.href)
                yield tag("a", mark.label, href=mark.href, class_=f"back {mark.look}", title=mark.title or None)


def _clip(blocks: Sequence[Block], text: str, mark: Mark) -> tuple[int, int] | None:
    """Return the first and last offset of *mark* at which a block shows something; None where none does."""
    first = bisect_right(blocks, mark.start, key=lambda block: block.end)
    last = bisect_left(blocks, mark.end, key=lambda block: block.start) - 1
    if first > last:
        return None
    start, end = max(mark.start, blocks[first].start), min(mark.end, blocks[last].end)
    while start < end and text[start] in _SEPARATORS:
        start += 1
    while end > start and text[end - 1] in _SEPARATORS:
        end -= 1
    return (start, end) if start < end else None


_ORDER = {"must": 0, "should": 1, "info": 2, "near": 3, "fact": 4}


def _active(cuts: Sequence[int], clipped: Sequence[tuple[Mark, tuple[int, int]]]) -> Iterator[tuple[Mark, ...]]:
    """Yield for each cut the marks over the text behind it: the gravest first, of these the one that begins last."""
    waiting = sorted(clipped, key=lambda item: item[1][0])
    position = 0
    over: list[tuple[Mark, tuple[int, int]]] = []
    for cut in cuts:
        while position < len(waiting) and waiting[position][1][0] <= cut:
            over.append(waiting[position])
            position += 1
        over = [item for item in over if item[1][1] > cut]
        yield tuple(mark for mark, _ in sorted(over, key=lambda item: (_ORDER[item[0].look], -item[1][0])))
