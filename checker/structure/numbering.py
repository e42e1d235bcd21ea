"""Whether the numbers of headings and enumerations follow each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checker.frozen import dataclass, field
from checker.regex import regex
from checker.structure.analysis import Analysis
from checker.structure.gaps import Gaps, in_table
from checker.structure.numerals import NUMERALS, numeral
from checker.structure.outline import ITEM_RANK, Node

_MARK = regex(
    rf"第(?P<part>[{NUMERALS}]+)(?:部分|章)|\(?(?P<second>[{NUMERALS}]+)\)|\((?P<fourth>\d+)\)|(?P<circled>[①-⑳])"
    rf"|(?P<first>[{NUMERALS}]+)[、.]|(?P<third>\d+)[、.]|第?(?P<item>[{NUMERALS}]+)(?P<word>[是来则要])"
)
_ORDER = {"part": 0, "first": 1, "second": 2, "third": 3, "fourth": 4, "circled": 4}
_DEEPEST = 5
_MOST_OPEN = 40  # deeper than any text; without it a hostile one would take quadratic time
_HEADINGS = frozenset({"part", "first", "second"})
_ODD_FORM = regex(rf"\d+、|\(?[{NUMERALS}]+\)[、.]|\(\d+\)[、.]|[{NUMERALS}]+\.")
_WHOLE = regex(r"[。!?][”)》]{0,2}")


@dataclass(frozen=True, slots=True)
class Numbered:
    """A mark with its *number* and *form*: ``part``, ``first`` (一、) to ``fourth``, ``circled``, ``item 是`` …"""

    node: Node
    form: str
    number: int

    @property
    def order(self) -> int:
        """0 for the highest form."""
        return _ORDER.get(self.form, _DEEPEST)


@dataclass(frozen=True, slots=True)
class Slip:
    """What is wrong with *here*, compared with the mark *before* it of the same form.

    *kind*: ``repeated``, ``missing``, ``out_of_order``, ``begins`` (not with one), ``inverted`` (*before* is a mark
    of a lower level that *here* stands under) or ``form``.
    """

    kind: str
    here: Numbered
    before: Numbered | None = None


@dataclass(slots=True)
class Series:
    """Marks that count one thing after the other.

    *certain*: no mark that counts with them can have been lost. *around* is the last mark before them of an open series
    of the same form, inside which this one would stand, if its first mark is not just a wrong number of that series.
    """

    marks: list[Numbered] = field(default_factory=list)
    certain: bool = True
    around: Numbered | None = None


@dataclass(frozen=True, slots=True)
class _Counted:
    """The slips of a document, and for the place of each mark the series it belongs to."""

    slips: list[Slip]
    series: dict[int, Series]


def numbered(analysis: Analysis) -> list[Numbered]:
    """Return the marks of *analysis* that count something, in order; those in tables are left out."""
    return [each for each in _read(analysis) if each is not None]


def _read(analysis: Analysis) -> tuple[Numbered | None, ...]:
    """Return for each heading what its mark counts, None where it counts nothing."""
    return analysis.once("numbered", lambda: tuple(_one(analysis, node) for node in analysis.nodes))


def slips(analysis: Analysis) -> list[Slip]:
    """Return what is wrong with the numbers, in order of the document; marks of an odd form come last.

    Numbers may begin anew or run on wherever a higher mark stands between. Copies lose marks: a number is missing only
    if neither its words nor a line that may be the heading stands in the gap. In the middle of a line the number of a
    heading is judged only behind a whole sentence or another heading; elsewhere the outline itself relies on it.
    """
    return _counted(analysis).slips


def series_of(analysis: Analysis, mark: Numbered) -> Series:
    """Return the marks that *mark* is counted with."""
    return _counted(analysis).series[mark.node.start]


def _counted(analysis: Analysis) -> _Counted:
    return analysis.once("slips of numbers", lambda: _count(analysis))


def _count(analysis: Analysis) -> _Counted:
    count = _Count(analysis)
    found = list(count.slips())
    first_odd: dict[str, Numbered] = {}
    for each in odd_forms(analysis):
        first_odd.setdefault(each.form, each)
    return _Counted([*found, *(Slip("form", each) for each in first_odd.values())], count.series)


def _one(analysis: Analysis, node: Node) -> Numbered | None:
    mark = _MARK.match(node.mark)
    if mark is None or in_table(analysis, node.start):
        return None
    form = "item" if mark["item"] else mark.lastgroup or ""
    number = numeral(mark[form])
    return None if number is None else Numbered(node, f"item {mark['word']}" if mark["item"] else form, number)


class _Count:
    """Walks through the marks; the open enumerations lie on a stack, the innermost on top."""

    def __init__(self, analysis: Analysis) -> None:
        self._analysis = analysis
        self._text = analysis.text
        self._open: list[Numbered] = []
        self._closed: dict[str, int] = {}
        self.series: dict[int, Series] = {}
        self._titles: set[tuple[str, int, str]] = set()
        self._gaps = Gaps(analysis)
        self._below = {node.title_end for node in analysis.nodes if node.rank < ITEM_RANK}
        self._following = _following(numbered(analysis))
        chapters = (one for one in zip(analysis.nodes, analysis.claims, strict=True) if one[0].parent < 0)
        self._known = {node.start for node, claims in chapters if claims}

    def slips(self) -> Iterator[Slip]:
        """Yield what is wrong, in order of the document."""
        for node, here in zip(self._analysis.nodes, _read(self._analysis), strict=True):
            if here is None:
                if not node.mark:
                    self._close(next((i for i, each in enumerate(self._open) if each.order > node.rank), None))
                continue
            yield from self._next(here)
            self._titles.add((here.form, here.number, node.title))

    def _next(self, here: Numbered) -> Iterator[Slip]:
        same = [index for index, each in enumerate(self._open) if each.form == here.form]
        continued = next((i for i in reversed(same) if self._open[i].number + 1 == here.number), None)
        if continued is not None:
            self._gaps.in_turn.add(here.node.start)
            self._close(continued + 1)
            self._join(self._open[continued], here)
            self._open[continued] = here
            return
        anew = here.number == 1 and (not same or here.form not in _HEADINGS)
        runs_on = not same and self._closed.get(here.form) == here.number - 1
        if anew or runs_on:
            self._gaps.in_turn.add(here.node.start)
            if here.form in _HEADINGS and any(_DEEPEST > each.order > here.order for each in self._open):
                yield Slip("inverted", here, self._open[-1])
            self._open.append(here)
            self._join(None, here)
            self.series[here.node.start].around = self._open[same[-1]] if same else None
            if len(self._open) > _MOST_OPEN:
                del self._open[0]
            return
        before = self._open[same[-1]] if same else None
        if not (here.order == _DEEPEST or self._is_sure(here)):
            # What does not fit there is taken for no mark, but may be one.
            if before is not None:
                self.series[before.node.start].certain = False
            return
        if same:
            self._close(same[-1] + 1)
            self._open[same[-1]] = here
        else:
            self._open.append(here)
        self._join(before, here)
        slip = self._slip(here, before)
        if slip is not None:
            yield slip
        else:
            self.series[here.node.start].certain = False

    def _join(self, before: Numbered | None, here: Numbered) -> None:
        """Count *here* with the mark *before* it, alone where there is none."""
        series = Series() if before is None else self.series[before.node.start]
        series.marks.append(here)
        self.series[here.node.start] = series

    def _close(self, first: int | None) -> None:
        if first is not None:
            self._closed.update((each.form, each.number) for each in self._open[first:])
            del self._open[first:]

    def _slip(self, here: Numbered, before: Numbered | None) -> Slip | None:
        start, is_item = here.node.start, here.order == _DEEPEST
        if before is None:
            # Only headings and 一是 are sure to belong together; a "3." that no "4." follows may be anything.
            since = self._open[-2].node.title_end if len(self._open) > 1 else self._gaps.begin
            counts = here.form in _HEADINGS or here.form == "item 是" or self._goes_on(here)
            lost = counts and not self._gaps.may_hold(range(1, here.number), since, start, words=is_item)
            return Slip("begins", here) if lost else None
        since = before.node.title_end
        if here.number > before.number:
            missing = range(before.number + 1, here.number)
            held = self._gaps.may_hold(missing, since, start, words=is_item)
            return None if held else Slip("missing", here, before)
        if here.number == before.number and here.number > 1:
            return Slip("repeated", here, before)
        known = (here.form, here.number, here.node.title) in self._titles  # a table of contents, a text given twice
        if known or (not is_item and self._gaps.headings(since, start)):
            return None
        return Slip("repeated" if here.number == before.number else "out_of_order", here, before)

    def _goes_on(self, here: Numbered) -> bool:
        """Whether the next mark of the same form under the same heading has the next number, or the one before."""
        following = self._following[here.node.start]
        return following is not None and abs(following - here.number) == 1

    def _is_sure(self, here: Numbered) -> bool:
        """Whether a mark that may be of a heading is one: it begins a line, or a heading behind a whole sentence."""
        start = here.node.start
        if not start or self._text[start - 1] == "\n":
            return True
        if here.form not in _HEADINGS or self._text[here.node.title_start] in NUMERALS:  # 一、二季度
            return False
        if start in self._analysis.normal.gaps or start in self._below or start in self._known:
            return True
        return any(_WHOLE.fullmatch(self._text, start - length, start) for length in range(1, min(start, 3) + 1))


def _following(marks: Sequence[Numbered]) -> dict[int, int | None]:
    """Return, by where a mark begins, the number of the next one of its form under the same heading."""
    following: dict[int, int | None] = {}
    next_numbers: dict[tuple[int, str], int] = {}
    for mark in reversed(marks):
        row = (mark.node.parent, mark.form)
        following[mark.node.start] = next_numbers.get(row)
        next_numbers[row] = mark.number
    return following


def odd_forms(analysis: Analysis) -> list[Numbered]:
    """Return the marks that are not written as they should be: 1、 for 1. and the like."""
    return [each for each in numbered(analysis) if _ODD_FORM.fullmatch(each.node.mark)]
