"""Passages: parts without a heading, known by the sentence that opens them, or by what several in a row say."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from checker.matching.phrases import SearchText, finder_of
from checker.regex import regex
from checker.rule import Section
from checker.structure.analysis import Analysis
from checker.structure.outline import ITEM_RANK, Node
from checker.structure.place import How, Place, place_of
from checker.structure.units import Unit

BEGINS_WITH = 12  # characters before the subject of a sentence
_BEGINS_WITH_YEAR = regex(r"(?:(?:展望|面向|进入|迈入|步入|到|为此,?|对此,?|因此,?|在))?(20\d\d)年(?!\d*月\d*日)")
_IN_A_ROW = 3
_FEW = 2


def passages(analysis: Analysis, section: Section) -> Iterator[Place]:
    """Yield the stretches that speak for *section* without a heading of their own.

    Where no sentence opens one by its words, and no heading names the section: several sentences in a row that say what
    the section says; for one that comes last (``Section.tail``), what is intended after the other parts have begun.
    """
    if section.openers is None:
        return
    openings = [unit for unit in analysis.units if not unit.is_title and opens(analysis, section, unit)]
    found = list(_from(analysis, section, openings))
    if not found and not any(section.id in claims for claims in analysis.claims):
        found = list(
            _from(analysis, section, _intentions(analysis, section)) if section.tail else _rows(analysis, section)
        )
    yield from found


def _from(analysis: Analysis, section: Section, openings: Sequence[Unit]) -> Iterator[Place]:
    """Yield what *openings* begin: to the end of the smallest part, or to where another section opens."""
    others = [other for other in analysis.template.sections if other.openers and other is not section]
    position = -1
    for unit in openings:
        claims = analysis.section_claims(unit.node)
        if unit.start < position or section.id in claims or claims & set(section.not_in):
            continue
        stretch = [unit]
        is_cut = False
        index = bisect_left(analysis.units, unit.end, key=lambda each: each.start)
        for later in analysis.units[index:]:
            is_cut = any(opens(analysis, other, later) for other in others)
            if is_cut or _leaves(analysis, unit.node, later):
                break
            stretch.append(later)
        position = stretch[-1].end
        counted = tuple(each for each in stretch if not each.is_title)
        if section.tail and (account_follows(analysis, position) or _is_account(analysis, section, counted, is_cut)):
            continue
        place = place_of(analysis, section, How.PASSAGE, counted)
        if place is not None:
            yield place if len(place.units) > 1 else Place(How.SENTENCE, place.span, place.units, place.points)


def opens(analysis: Analysis, section: Section, unit: Unit) -> bool:
    """Whether *unit* opens a passage of *section*: by its words, or because it begins with the year that comes next."""
    if analysis.hits_in(section.openers, unit.start, unit.end):
        return True
    if not section.tail or analysis.profile.report_year is None:
        return False
    year = _BEGINS_WITH_YEAR.match(analysis.text, unit.start)
    return year is not None and int(year[1]) == int(analysis.profile.report_year.value) + 1


def _is_account(analysis: Analysis, section: Section, units: Sequence[Unit], is_cut: bool) -> bool:
    """Whether what is intended is one step inside an account that goes on: most of *units* only tell what was done.

    Plans have numbers as well; so the account must say that it is one, or another part must follow it (*is_cut*).
    """
    account = _account(analysis)
    if account is None:
        return False
    told = [
        unit
        for unit in units
        if analysis.hits_in(account.statements, unit.start, unit.end)
        and not analysis.hits_in(account.unless, unit.start, unit.end)
        and not analysis.hits_in(section.signs, unit.start, unit.end)
    ]
    sure = sum(bool(analysis.hits_in(section.unless, unit.start, unit.end)) for unit in units)
    return len(told) >= _FEW and 2 * len(told) >= len(units) and (is_cut or sure >= _FEW)


def _intentions(analysis: Analysis, section: Section) -> list[Unit]:
    """Return the sentences that say what is intended, after another part that may stand anywhere has begun."""
    account = _account(analysis)
    others = [each for each in analysis.template.sections if each.openers and each is not section]
    begun = False
    found: list[Unit] = []
    for unit in analysis.units:
        begun = begun or any(
            other.id in analysis.section_claims(unit.node) or opens(analysis, other, unit) for other in others
        )
        if (
            begun
            and not unit.is_title
            and account is not None
            and analysis.hits_in(account.unless, unit.start, unit.end)
            and analysis.hits_in(section.statements, unit.start, unit.end)
            and not any(analysis.hits_in(other.statements, unit.start, unit.end) for other in others)
        ):
            found.append(unit)
    return found


def _rows(analysis: Analysis, section: Section) -> Iterator[Place]:
    """Yield stretches of sentences in a row that each say what the section says, after the first third of the text.

    Not those that an exception stands beside (``Section.unless``, the exceptions of the openers and of the hints): what
    was found at somebody else's, or has been remedied.
    """
    row: list[Unit] = []
    before: Unit | None = None
    first = bisect_left(analysis.units, len(analysis.text) // 3, key=lambda unit: unit.start)
    for unit in (*analysis.units[first:], None):
        if unit is not None and _says(analysis, section, unit):
            row.append(unit)
            continue
        beside = [each for each in (before, unit) if each is not None]
        if len(row) >= _IN_A_ROW and not any(_is_exception(analysis, section, each) for each in beside):
            place = place_of(analysis, section, How.PASSAGE, tuple(row))
            if place is not None:
                yield place
        row, before = [], unit


def _says(analysis: Analysis, section: Section, unit: Unit) -> bool:
    """Whether *unit* says what the section says, in a part where that counts."""
    return (
        not unit.is_title
        and not analysis.section_claims(unit.node) & set(section.not_in)
        and bool(analysis.hits_in(section.statements, unit.start, unit.end))
        and not analysis.hits_in(section.unless, unit.start, unit.end)
    )


def _is_exception(analysis: Analysis, section: Section, unit: Unit) -> bool:
    if analysis.hits_in(section.unless, unit.start, unit.end):
        return True
    words = SearchText(analysis.text[unit.start : unit.end])
    return any(
        finder_of(found.concept, found.vocabulary).first(words) and not found.spans(words)
        for found in analysis.matchers(section.openers, section.hints)
    )


def _account(analysis: Analysis) -> Section | None:
    return next((section for section in analysis.template.sections if section.takes_unclaimed), None)


def _leaves(analysis: Analysis, node: int, unit: Unit) -> bool:
    """Whether *unit* stands outside the part that *node* opens."""
    return part_of(analysis, node) != part_of(analysis, unit.node)


def part_of(analysis: Analysis, node: int) -> int:
    """Return the index of the part that *node* belongs to; enumerations and numbered sentences open no part."""
    while node >= 0:
        entry = analysis.nodes[node]
        if entry.rank < 3 or (entry.rank < ITEM_RANK and not entry.sentence):
            break
        node = entry.parent
    return node


def account_follows(analysis: Analysis, position: int) -> bool:
    """Whether a heading that no section claims, or that claims the account, comes after *position*."""
    account = {section.id for section in analysis.template.sections if section.takes_unclaimed}
    return any(
        node.start >= position
        and node.rank < ITEM_RANK
        and not node.sentence
        and (not analysis.claims[index] or analysis.claims[index] & account)
        and not _tells_of_actor(analysis, node)
        for index, node in enumerate(analysis.nodes)
    )


def _tells_of_actor(analysis: Analysis, node: Node) -> bool:
    """Whether what stands under *node* begins with what an acting person did: a part of its own, under another name."""
    first = bisect_left(analysis.units, node.title_end, key=lambda unit: unit.start)
    opening = next((unit for unit in analysis.units[first:] if not unit.is_title), None)
    if opening is None or opening.start >= node.end:
        return False
    return any(
        hit.start - opening.start <= BEGINS_WITH
        for section in analysis.template.sections
        for hit in analysis.hits_in(section.actors, opening.start, opening.end)[:1]
    )
