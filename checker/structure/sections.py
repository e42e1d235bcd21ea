"""Where the parts of a report stand: under a heading, under another name, or without any heading.

A heading claims what stands under it. Where no heading does, an opening sentence may begin a passage; where the acting
person decides, single sentences are taken. A mention in a part that speaks of something else counts for nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from checker.model import Span
from checker.rule import Section, Template
from checker.structure.analysis import Analysis
from checker.structure.outline import ITEM_RANK, Node
from checker.structure.units import Unit

Hits = Callable[[str, int, int], Sequence[Span]]


class How(StrEnum):
    """In which form a part is there; from the plainest to the weakest."""

    CHAPTER = "chapter"  # a chapter of its own
    PART = "part"  # a heading inside another chapter
    THEMES = "themes"  # chapters by theme that no section claims
    PASSAGE = "passage"  # several sentences without a heading
    SENTENCE = "sentence"  # one sentence without a heading


@dataclass(frozen=True, slots=True)
class Place:
    """One stretch that speaks for a section. *units* are those that count; *points* what they say."""

    how: How
    span: Span
    units: tuple[Unit, ...]
    points: tuple[Span, ...]
    node: int = -1


@dataclass(frozen=True, slots=True)
class Found:
    """What stands for a section in a document. *hollow*: headings of the section with nothing that counts below."""

    places: tuple[Place, ...]
    hollow: tuple[int, ...]

    @property
    def points(self) -> tuple[Span, ...]:
        """All points, in order of the document, each once."""
        return tuple(sorted({point for place in self.places for point in place.points}, key=lambda span: span.start))

    @property
    def characters(self) -> int:
        """How many characters the counted units have."""
        return sum(end - start for start, end in {(u.start, u.end) for place in self.places for u in place.units})

    @property
    def how(self) -> How | None:
        """The plainest form found."""
        order = list(How)
        return min((place.how for place in self.places), key=order.index, default=None)


def claim(template: Template, nodes: Sequence[Node], hits_in: Hits) -> tuple[frozenset[str], ...]:
    """Return for each node which sections claim it, by its own heading or else by the one above."""
    claims: list[frozenset[str]] = []
    barred = {section.id: frozenset(section.not_in) for section in template.sections}
    for node in nodes:
        inherited = claims[node.parent] if node.parent >= 0 else frozenset()
        own: set[str] = set()
        if node.rank < ITEM_RANK:
            reach = min(node.title_end, node.title_start + (20 if node.sentence else 60))
            own = {
                section.id
                for section in template.sections
                if section.headings
                and hits_in(section.headings, node.title_start, reach)
                and not inherited & barred[section.id]
            }
        claims.append(frozenset(own) or inherited)
    return tuple(claims)


def find_section(analysis: Analysis, section: Section) -> Found:
    """Return where *section* stands in the document."""
    if section.within is not None:
        outer = find_section(analysis, analysis.template.section(section.within))
        units = [unit for place in outer.places for unit in place.units]
        units += [unit for unit in analysis.units if section.id in analysis.section_claims(unit.node)]
        return _found(_place(analysis, section, How.PART, tuple(dict.fromkeys(units))))
    headed, hollow = _headed(analysis, section)
    places = [*headed, *_themes(analysis, section), *_passages(analysis, section), *_by_actor(analysis, section)]
    return Found(tuple(places), hollow)


def _found(place: Place | None) -> Found:
    return Found((place,) if place else (), ())


def _headed(analysis: Analysis, section: Section) -> tuple[list[Place], tuple[int, ...]]:
    places: list[Place] = []
    hollow: list[int] = []
    for index, node in enumerate(analysis.nodes):
        claims = analysis.claims[index]
        above = analysis.section_claims(node.parent)
        if section.id not in claims or section.id in above:
            continue
        units = tuple(
            unit
            for unit in analysis.units
            if node.start <= unit.start < node.end
            and not unit.is_title
            and section.id in analysis.section_claims(unit.node)
        )
        how = How.CHAPTER if node.parent < 0 else How.PART
        place = _place(analysis, section, how, units, index)
        if place is None:
            hollow.append(index)
        else:
            places.append(place)
    return places, tuple(hollow)


def _themes(analysis: Analysis, section: Section) -> Iterable[Place]:
    """Chapters that no section claims, and the whole text where there is no chapter at all."""
    if not section.takes_unclaimed:
        return
    units = tuple(
        unit
        for unit in analysis.units
        if not unit.is_title and (unit.node >= 0 or not analysis.nodes) and not analysis.section_claims(unit.node)
    )
    place = _place(analysis, section, How.THEMES, units)
    if place is not None:
        yield place


def _passages(analysis: Analysis, section: Section) -> Iterable[Place]:
    """Stretches that an opening sentence begins: to the end of the smallest part, or to where another one opens."""
    if section.openers is None:
        return
    others = [other.openers for other in analysis.template.sections if other.openers and other is not section]
    position = -1
    for index, unit in enumerate(analysis.units):
        if unit.start < position or unit.is_title or not analysis.hits_in(section.openers, unit.start, unit.end):
            continue
        claims = analysis.section_claims(unit.node)
        if section.id in claims or claims & set(section.not_in):
            continue
        stretch = [unit]
        for later in analysis.units[index + 1 :]:
            leaves = _leaves(analysis, unit.node, later)
            if leaves or any(analysis.hits_in(opener, later.start, later.end) for opener in others):
                break
            stretch.append(later)
        position = stretch[-1].end
        if section.tail and _account_follows(analysis, position):
            continue
        counted = tuple(u for u in stretch if not u.is_title)
        place = _place(analysis, section, How.PASSAGE, counted)
        if place is not None:
            yield place if len(place.units) > 1 else Place(How.SENTENCE, place.span, place.units, place.points)


def _leaves(analysis: Analysis, node: int, unit: Unit) -> bool:
    """Whether *unit* stands outside the part that *node* opens; enumerations (一是) do not open parts."""
    home, there = _part(analysis, node), _part(analysis, unit.node)
    return home != there


def _part(analysis: Analysis, node: int) -> int:
    while node >= 0 and (analysis.nodes[node].rank == ITEM_RANK or analysis.nodes[node].sentence):
        node = analysis.nodes[node].parent
    return node


def _account_follows(analysis: Analysis, position: int) -> bool:
    """Whether a heading that no section claims, or that claims the account, comes after *position*."""
    account = {section.id for section in analysis.template.sections if section.takes_unclaimed}
    return any(
        node.start >= position
        and node.rank < ITEM_RANK
        and not node.sentence
        and (not analysis.claims[index] or analysis.claims[index] & account)
        for index, node in enumerate(analysis.nodes)
    )


def _by_actor(analysis: Analysis, section: Section) -> Iterable[Place]:
    """Sentences whose subject is the acting person, wherever an account is given."""
    if section.actors is None:
        return
    barred = set(section.not_in) | {section.id}
    previous: Unit | None = None
    for unit in analysis.units:
        named = bool(analysis.hits_in(section.actors, unit.start, unit.end))
        carried = previous is not None and previous.node == unit.node and previous.end == unit.start
        if (named or carried) and not unit.is_title and not analysis.section_claims(unit.node) & barred:
            place = _place(analysis, section, How.SENTENCE, (unit,))
            if place is not None:
                yield place
        previous = unit if named else None


def _place(analysis: Analysis, section: Section, how: How, units: tuple[Unit, ...], node: int = -1) -> Place | None:
    """Return the place that *units* make, None where none of them says anything that counts."""
    counted: list[Unit] = []
    points: list[Span] = []
    for unit in units:
        if section.unless is not None and analysis.hits_in(section.unless, unit.start, unit.end):
            continue
        counted.append(unit)
        points += analysis.hits_in(section.statements, unit.start, unit.end)
    if not points:
        return None
    return Place(how, Span(units[0].start, units[-1].end), tuple(counted), tuple(points), node)
