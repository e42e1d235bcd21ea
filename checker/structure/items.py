"""What a part of a report lists, item by item: under its headings, after 一是 二是, paragraph by paragraph."""

from __future__ import annotations

from collections.abc import Iterable

from checker.frozen import dataclass
from checker.model import Span
from checker.regex import regex
from checker.structure.analysis import Analysis, starting_in
from checker.structure.outline import ITEM_RANK
from checker.structure.place import Place
from checker.structure.units import Unit

_CLAUSE_END = regex(r"[,;。:!?\n]")


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that is listed: its sentences, and its head, which says what it is about.

    *heads* are the heading above it, where it has one, and the first clause of its text.
    """

    units: tuple[Unit, ...]
    heads: tuple[Span, ...]

    @property
    def span(self) -> Span:
        """From the head to the end."""
        return Span(min(self.heads[0].start, self.units[0].start), self.units[-1].end)


def items(analysis: Analysis, places: Iterable[Place], beside: Iterable[Span] = ()) -> tuple[Item, ...]:
    """Return what *places* list. Text in *beside* belongs to another part; items that say nothing are left out.

    An item says something where it has a heading of its own or a point of its place stands in it (``Place.points``);
    a sentence that only leads to what follows (主要表现在：) is none. Where one heading holds all, its own are taken.
    """
    elsewhere = tuple(beside)
    found: dict[int, Item] = {}
    for place in places:
        units = [unit for unit in place.units if not any(span.start <= unit.start < span.end for span in elsewhere)]
        for group, node in _groups(analysis, place, units):
            headed = node >= 0 and not analysis.nodes[node].sentence
            says = headed or any(starting_in(place.points, unit.start, unit.end) for unit in group)
            if says and not analysis.text[group[-1].start : group[-1].end].rstrip().endswith(":"):
                found.setdefault(group[0].start, Item(tuple(group), _heads(analysis, group[0], node)))
    return tuple(found[start] for start in sorted(found))


def _groups(analysis: Analysis, place: Place, units: list[Unit]) -> list[tuple[list[Unit], int]]:
    """Return the sentences of each item with its heading, -1 for none."""
    listed = _by_heading(analysis, units, place.node)
    while len(listed) == 1 and place.node >= 0:
        deeper = _by_heading(analysis, units, listed[0][1])
        if not deeper:
            break
        listed = deeper
    if listed:
        return listed
    paragraphs: list[list[Unit]] = [[]]
    for unit in units:
        paragraphs[-1].append(unit)
        if analysis.text[unit.end - 1] == "\n":
            paragraphs.append([])
    filled = [paragraph for paragraph in paragraphs if paragraph]
    return [(group, -1) for group in (filled if len(filled) > 1 else [[unit] for unit in units])]


def _by_heading(analysis: Analysis, units: Iterable[Unit], above: int) -> list[tuple[list[Unit], int]]:
    """Return the sentences under each of the headings right below *above*."""
    by_node: dict[int, list[Unit]] = {}
    for unit in units:
        by_node.setdefault(_topmost(analysis, unit.node, above), []).append(unit)
    return [(group, node) for node, group in by_node.items() if node >= 0]


def _topmost(analysis: Analysis, node: int, above: int) -> int:
    """Return the highest heading between *above* and *node*; where nothing is above, only enumerations (一是) count."""
    if above < 0:
        return node if node >= 0 and analysis.nodes[node].rank == ITEM_RANK else -1
    top = -1
    while node >= 0 and node != above:
        top, node = node, analysis.nodes[node].parent
    return top if node == above else -1


def _heads(analysis: Analysis, first: Unit, node: int) -> tuple[Span, ...]:
    start = first.start
    heads: list[Span] = []
    if node >= 0:
        heading = analysis.nodes[node]
        if first.start <= heading.start < first.end:
            start = heading.title_start  # the text begins with the mark: 一是
        else:
            heads.append(Span(heading.title_start, heading.title_end))
    end = _CLAUSE_END.search(analysis.text, start, first.end)
    return (*heads, Span(start, end.start() if end else first.end))
