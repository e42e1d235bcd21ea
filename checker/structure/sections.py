"""Where the parts of a report stand: under a heading, under another name, or without any heading.

A heading claims what stands under it. Where no heading does, an opening sentence may begin a passage; where the acting
person decides, single sentences are taken. A mention in a part that speaks of something else counts for nothing.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from functools import cached_property

from checker.frozen import dataclass, replace
from checker.model import Span
from checker.regex import regex
from checker.rule import Section
from checker.structure.analysis import Analysis, starting_in
from checker.structure.bodies import NOT_A_BODY, endings, level_of
from checker.structure.outline import Node
from checker.structure.passages import BEGINS_WITH, part_of, passages
from checker.structure.place import How, Place, place_of
from checker.structure.units import Unit

_SURE = 3  # points under headings from which on nothing is looked for without one
_SAYS_SOMETHING = 8
_CN = "〇零一二三四五六七八九十"
_DATE_LINE = regex(rf"(?:20\d\d|[{_CN}]{{4}})年[\d{_CN}]*月[\d{_CN}]*日")
_SENTENCE_MARK = regex("[,。;:、]")


@dataclass(frozen=True)
class Found:
    """What stands for a section in a document. *hollow*: headings of the section with nothing that counts below."""

    places: tuple[Place, ...]
    hollow: tuple[int, ...]

    @cached_property
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


def find_section(analysis: Analysis, section: Section) -> Found:
    """Return where *section* stands in the document; looked for once, however many rules ask."""
    return analysis.once(f"section {section.id}", lambda: _find_section(analysis, section))


def _find_section(analysis: Analysis, section: Section) -> Found:
    if section.within is not None:
        outer = find_section(analysis, analysis.template.section(section.within))
        own = _own_headings(analysis, section)
        units = [unit for place in outer.places for unit in place.units]
        units += [u for u in analysis.units if not u.is_title and section.id in analysis.section_claims(u.node)]
        place = place_of(analysis, section, How.PART, tuple(dict.fromkeys(units)))
        return Found((*own, *((place,) if place else ())), ())
    headed, hollow = _headed(analysis, section)
    places = [*headed, *_themes(analysis, section)]
    if sum(len(place.points) for place in headed) < _SURE:
        places += [*passages(analysis, section), *_by_actor(analysis, section)]
    return Found(tuple(places), hollow)


def _own_headings(analysis: Analysis, section: Section) -> tuple[Place, ...]:
    """Return what stands under headings that name *section* alone: whatever is said there is said of it."""
    places: list[Place] = []
    for index, node in enumerate(analysis.nodes):
        if analysis.claims[index] == {section.id} and section.id not in analysis.section_claims(node.parent):
            units = _units_under(analysis, node, section)
            if units:
                span = Span(units[0].start, units[-1].end)
                places.append(Place(How.PART, span, units, tuple(Span(u.start, u.end) for u in units), index))
    return tuple(places)


def _units_under(analysis: Analysis, node: Node, section: Section) -> tuple[Unit, ...]:
    first = bisect_left(analysis.units, node.start, key=lambda unit: unit.start)
    last = bisect_left(analysis.units, node.end, lo=first, key=lambda unit: unit.start)
    return tuple(
        unit
        for unit in analysis.units[first:last]
        if not unit.is_title and section.id in analysis.section_claims(unit.node)
    )


def _headed(analysis: Analysis, section: Section) -> tuple[list[Place], tuple[int, ...]]:
    places: list[Place] = []
    hollow: list[int] = []
    for index, node in enumerate(analysis.nodes):
        claims = analysis.claims[index]
        above = analysis.section_claims(node.parent)
        if section.id not in claims or section.id in above:
            continue
        units = _of_actor(analysis, section, _units_under(analysis, node, section))
        how = How.CHAPTER if node.parent < 0 else How.PART
        place = place_of(analysis, section, how, units, index) or _in_other_words(analysis, section, how, units, index)
        if place is None:
            hollow.append(index)
        else:
            places.append(place)
    return places, tuple(hollow)


def _of_actor(analysis: Analysis, section: Section, units: tuple[Unit, ...]) -> tuple[Unit, ...]:
    """Return *units* without the sentences that begin with what somebody else did, where the acting person decides."""
    if section.actors is None or section.other_actors is None or not units:
        return units
    region = Span(units[0].start, units[-1].end)
    others = analysis.hits_within(section.other_actors, region)
    if not any(starting_in(others, unit.start, unit.start + BEGINS_WITH) for unit in units):
        return units
    actors = analysis.hits_within(section.actors, region)
    return tuple(
        unit
        for unit in units
        if starting_in(actors, unit.start, unit.end) or not starting_in(others, unit.start, unit.start + BEGINS_WITH)
    )


def _in_other_words(analysis: Analysis, section: Section, how: How, units: tuple[Unit, ...], node: int) -> Place | None:
    """Return what stands under a heading of the section in words that nobody thought of.

    Only for parts that may also stand without a heading: of them anything said is a point. What a person did, or what
    was achieved, is believed only in words that say so.
    """
    if section.openers is None or not units:
        return None
    region = Span(units[0].start, units[-1].end)
    disqualifying = analysis.hits_within(section.unless, region)
    counted = tuple(
        unit
        for unit in units
        if unit.end - unit.start >= _SAYS_SOMETHING
        and not starting_in(disqualifying, unit.start, unit.end)
        and not _signs(analysis, unit)
    )
    return Place(how, region, counted, tuple(Span(u.start, u.end) for u in counted), node) if counted else None


def _signs(analysis: Analysis, unit: Unit) -> bool:
    """Whether *unit* is a line with the name of a body or a date, as they stand below a text."""
    words = analysis.text[unit.start : unit.end].strip()
    if _DATE_LINE.fullmatch(words):
        return True
    template = analysis.template
    names = words.endswith(endings(template.recognition.organs, template.levels))
    return names and not _SENTENCE_MARK.search(words) and level_of(words, template) is not NOT_A_BODY


def _themes(analysis: Analysis, section: Section) -> Iterable[Place]:
    """Chapters that no section claims, and the whole text where there is no chapter at all."""
    if not section.takes_unclaimed:
        return
    unclaimed = [u for u in analysis.units if not u.is_title and not analysis.section_claims(u.node)]
    under_headings = tuple(unit for unit in unclaimed if part_of(analysis, unit.node) >= 0)
    # What stands before the first heading is a preamble, unless it is all the account there is.
    is_told = bool(under_headings) or any(section.id in claims for claims in analysis.claims)
    place = place_of(analysis, section, How.THEMES, under_headings if is_told else tuple(unclaimed))
    if place is not None:
        yield place


def _by_actor(analysis: Analysis, section: Section) -> Iterable[Place]:
    """Sentences whose subject is the acting person, wherever an account is given.

    What is done follows its subject. A sentence that names nobody goes on about the subject of the one before, if that
    one began with it and this one begins with what was done.
    """
    if section.actors is None:
        return
    barred = set(section.not_in) | {section.id}
    subject_of_last: Unit | None = None
    for unit in analysis.units:
        actors = analysis.hits_in(section.actors, unit.start, unit.end)
        carried = (
            not actors
            and subject_of_last is not None
            and subject_of_last.node == unit.node
            and subject_of_last.end == unit.start
            and not analysis.hits_in(section.other_actors, unit.start, unit.end)
        )
        if (actors or carried) and not unit.is_title and not analysis.section_claims(unit.node) & barred:
            place = place_of(analysis, section, How.SENTENCE, (unit,))
            begin = actors[0].start if actors else unit.start
            done = tuple(point for point in place.points if point.start >= begin) if place is not None else ()
            if place is not None and done and (actors or done[0].start - unit.start <= BEGINS_WITH):
                yield replace(place, points=done)
        is_subject = bool(actors) and actors[0].start - unit.start <= BEGINS_WITH
        subject_of_last = unit if is_subject else None
