"""The main story of a Word document as a place to mark: characters are found, runs split, markers put between them.

Markers go where the characters are: inside hyperlinks, insertions, content controls and cells. Where Word allows none
(inside text boxes, formulas, ruby) they go around the run that holds the thing, and for notes around their reference.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from copy import deepcopy

from lxml import etree

from checker.frozen import dataclass, field
from checker.reading.docx_names import ENDNOTE_REFERENCE, FOOTNOTE_REFERENCE, TC, TR, R, T, w
from checker.reading.docx_trace import MAIN, SOURCES, Place, offsets

RPR = w("rPr")
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_BLANK = " \t\n\r"
_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_HOSTS = (R, _MATH + "oMath", _MATH + "oMathPara")
_REFERENCES = {"footnotes": FOOTNOTE_REFERENCE, "endnotes": ENDNOTE_REFERENCE}

Cut = tuple[int, int]
"""A place in a run: before the child with that number, or after so many characters of it."""

_FRONT: Cut = (-1, 0)
_BACK: Cut = (1 << 30, 0)


@dataclass(slots=True)
class Markers:
    """What goes in at one place: first what ends there, then what begins."""

    ends: list[etree._Element] = field(default_factory=list)
    starts: list[etree._Element] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Spot:
    """A character: the outermost run or formula around it and, where that may be split, where it begins and ends."""

    host: etree._Element
    before: Cut = _FRONT
    after: Cut = _BACK

    @property
    def splits(self) -> bool:
        """Whether the character can be had alone."""
        return self.before != _FRONT


class Story:
    """The tree under *root* with the places of its characters. Marks are collected, then put in all at once."""

    def __init__(self, root: etree._Element, places: Sequence[Place | None]) -> None:
        self.root = root
        self._places = places
        self._sources = list(root.iter(*SOURCES))
        self._numbers = {host: number for number, host in enumerate(root.iter(*_HOSTS))}
        self._marks: dict[etree._Element, dict[Cut, Markers]] = {}

    def spot(self, offset: int) -> Spot | None:
        """Return where the character of the text at *offset* stands; None for blanks and what Word generates."""
        place = self._places[offset] if 0 <= offset < len(self._places) else None
        if place is None:
            return None
        if place.part != MAIN:
            return self._reference(place)
        return None if place.index is None else self._of(place.index, place.ordinal)

    def _of(self, index: int, ordinal: int) -> Spot | None:
        element = self._sources[index]
        run = element.getparent()
        host = next((each for each in reversed(list(element.iterancestors())) if each.tag in _HOSTS), None)
        if host is None or run is None:
            return None
        if host is not run or run.tag != R:
            return Spot(host)
        number = run.index(element)
        if element.tag != T:
            return Spot(run, (number, 0), (number + 1, 0))
        at = list(offsets(element.text or ""))[ordinal]
        return Spot(run, (number, at), (number, at + 1))

    def _reference(self, place: Place) -> Spot | None:
        for reference in self.root.iter(_REFERENCES[place.part]):
            if reference.get(w("id")) == place.note:
                return Spot(list(reference.iterancestors(R))[-1])
        return None

    def span(self, start: int, end: int) -> tuple[Spot, Spot] | None:
        """Return the first and the last character of ``[start, end)`` that can be marked, of one row of a table.

        None where there is none: the stretch is blank or generated.
        """
        found = [spot for spot in map(self.spot, _both_ends(start, end, self._places)) if spot is not None]
        if not found:
            return None
        first, last = found[0], found[-1]
        if _cell(first) is not _cell(last) and _row(first) is not _row(last):
            inside = [spot for spot in map(self.spot, range(start, end)) if spot and _cell(spot) is _cell(first)]
            last = inside[-1]
        in_order = self._numbers[first.host] <= self._numbers[last.host]
        return (first, last) if in_order else (first, first)  # a box or a note may hang before what it follows here

    def near(self, offset: int) -> tuple[Spot, Spot] | None:
        """Return the next character at or behind *offset* that can be marked, else the last one before it."""
        behind = (self.spot(each) for each in range(max(offset, 0), len(self._places)))
        before = (self.spot(each) for each in range(min(offset, len(self._places)) - 1, -1, -1))
        found = next((spot for spots in (behind, before) for spot in spots if spot is not None), None)
        return None if found is None else (found, found)

    def mark(self, first: Spot, last: Spot, start: Iterable[etree._Element], end: Iterable[etree._Element]) -> None:
        """Put *start* before *first* and *end* behind *last*, when :meth:`apply` is called."""
        self._marks.setdefault(first.host, {}).setdefault(first.before, Markers()).starts.extend(start)
        self._marks.setdefault(last.host, {}).setdefault(last.after, Markers()).ends.extend(end)

    def apply(self) -> None:
        """Split runs where marks were asked for and put these in."""
        for host, cuts in self._marks.items():
            _insert(host, cuts)
        self._marks = {}


def _both_ends(start: int, end: int, places: Sequence[Place | None]) -> list[int]:
    """Return the offsets of the first and the last character in the stretch that have a source of their own."""
    markable = [
        offset
        for offset in range(max(start, 0), min(end, len(places)))
        if (place := places[offset]) is not None and (place.index is not None or place.part != MAIN)
    ]
    return [markable[0], markable[-1]] if markable else []


def _cell(spot: Spot) -> etree._Element | None:
    return next(spot.host.iterancestors(TC), None)


def _row(spot: Spot) -> etree._Element | None:
    return next(spot.host.iterancestors(TR), None)


def _insert(host: etree._Element, cuts: dict[Cut, Markers]) -> None:
    parent = host.getparent()
    assert parent is not None
    groups = _split(host, cuts)
    tail, host.tail = host.tail, None
    new: list[etree._Element] = []
    for markers, run in groups:
        if markers is not None:
            new += [*markers.ends, *markers.starts]
        if run is not None:
            new.append(run)
    at = parent.index(host)
    parent.remove(host)
    for number, element in enumerate(new):
        parent.insert(at + number, element)
    new[-1].tail = tail


def _split(run: etree._Element, cuts: dict[Cut, Markers]) -> list[tuple[Markers | None, etree._Element | None]]:
    """Return the pieces of *run* and the markers between them, in order."""
    last = len(run)
    ordered: dict[Cut, list[Markers]] = {}
    contents = [number for number, child in enumerate(run) if child.tag != RPR]
    for cut, markers in cuts.items():
        ordered.setdefault(_plain(run, cut, contents), []).append(markers)
    result: list[tuple[Markers | None, etree._Element | None]] = []
    begun = _FRONT
    for cut in [*sorted(ordered), (last + 1, 0)]:
        if cut > begun and cut > _FRONT and begun < (last, 0):
            whole = begun == _FRONT and cut >= (last, 0)
            result.append((None, run if whole else _part(run, begun, cut)))
        result += [(markers, None) for markers in ordered.get(cut, ())]
        begun = max(begun, cut)
    return result


def _plain(run: etree._Element, cut: Cut, contents: Sequence[int]) -> Cut:
    """Return *cut* as the front, the back, or a place between two characters or children."""
    number, at = cut
    if cut in (_FRONT, _BACK):
        return _FRONT if cut == _FRONT else (len(run), 0)
    if at and not (run[number].text or "")[at:]:
        number, at = number + 1, 0
    if at == 0 or not (run[number].text or "")[:at]:
        if not contents or number <= contents[0]:
            return _FRONT
        if number > contents[-1]:
            return (len(run), 0)
        at = 0
    return number, at


def _part(run: etree._Element, begun: Cut, end: Cut) -> etree._Element:
    """Return a run with what stands in *run* from *begun* to *end*, set as *run* is."""
    made = etree.Element(run.tag, {str(name): str(value) for name, value in run.attrib.items()})
    for number, child in enumerate(run):
        if child.tag == RPR:
            made.insert(0, deepcopy(child))
            continue
        if (number + 1, 0) <= begun or (number, 0) >= end:
            continue
        piece = deepcopy(child)
        piece.tail = None
        low = begun[1] if begun[0] == number else 0
        high = end[1] if end[0] == number else None
        if low or high is not None:
            piece.text = _kept(piece, low, high)
        made.append(piece)
    return made


def _kept(piece: etree._Element, low: int, high: int | None) -> str:
    """Return the characters of *piece* that are kept; blanks that were shown inside are shown at an edge, too."""
    whole = piece.text or ""
    kept = whole[low:high]
    if piece.get(_SPACE) != "preserve":
        if not low:
            kept = kept.lstrip(_BLANK)
        if high is None:
            kept = kept.rstrip(_BLANK)
        if kept != kept.strip(_BLANK):
            piece.set(_SPACE, "preserve")
    return kept
