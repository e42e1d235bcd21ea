"""Parts whose headings do not name them: told by a hint in the heading, and by what stands below it.

Headings are written to be read, and no list of them is ever whole: 正视问题，靶向改进; 还有哪些欠账; 把账还上. Where no
heading names a section, a chapter is taken for it if its sentences say what those of the section say, and few of them
what an account says. A word in the heading that belongs to the matter (a *hint*) lets less be enough.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from checker.frozen import dataclass
from checker.matching.phrases import SearchText, finder_of, matcher
from checker.model import Span
from checker.rule import Section, Template
from checker.structure.analysis import starting_in
from checker.structure.outline import ITEM_RANK, Node
from checker.structure.units import Unit

Claims = tuple[frozenset[str], ...]

_SAYS_SOMETHING = 6
_MANY = 3  # sentences that are enough without a hint


@dataclass(frozen=True, slots=True)
class _Told:
    """How many sentences of a part say something, how many say what the section does, what an account says only."""

    all: int
    own: int
    account: int
    signs: int


def claim_by_contents(
    template: Template, searched: SearchText, nodes: Sequence[Node], units: Sequence[Unit], claims: Claims
) -> Claims:
    """Return *claims* with those of chapters that no heading names; the same where every section has a heading.

    *searched* is the normalised text.
    """
    for section in template.sections:
        if section.openers is not None and not any(section.id in claimed for claimed in claims):
            claims = _with(section, _Reader(template, searched, nodes, units, claims), claims)
    return claims


def _with(section: Section, reader: _Reader, claims: Claims) -> Claims:
    found = set(reader.parts(section))
    if not found:
        return claims
    claimed = list(claims)
    for index, node in enumerate(reader.nodes):
        above = node.parent >= 0 and node.parent in found
        if above and claims[index] == claims[node.parent]:
            found.add(index)
        if index in found:
            claimed[index] = frozenset({section.id})
    return tuple(claimed)


class _Reader:
    def __init__(
        self, template: Template, searched: SearchText, nodes: Sequence[Node], units: Sequence[Unit], claims: Claims
    ) -> None:
        self.template = template
        self.searched = searched
        self.pieces: dict[Span, SearchText] = {}
        self.nodes = nodes
        self.units = units
        self.claims = claims
        self.account = next((section for section in template.sections if section.takes_unclaimed), None)

    def parts(self, section: Section) -> Iterator[int]:
        """Yield the headings of parts that are told to be *section*; none stands below another."""
        barred = frozenset(section.not_in)
        taken_until = -1
        for index, node in enumerate(self.nodes):
            above = self.claims[node.parent] if node.parent >= 0 else frozenset()
            named = self.claims[index] - above or self.claims[index] & barred
            if named or node.start < taken_until or node.rank == ITEM_RANK or node.sentence:
                continue
            hinted = bool(self._hits(section.hints, Span(node.title_start, node.title_end)))
            is_chapter = node.parent < 0 and index > 0 and (hinted or not self._excepted(section, node))
            if (is_chapter or (hinted and not section.tail)) and self._is(section, index, hinted):
                yield index
                taken_until = node.end

    def _is(self, section: Section, index: int, hinted: bool) -> bool:
        after = section.tail and self._after_another(section, index)
        if section.tail and (not (hinted or after) or self._account_after(index)):
            return False
        told = self._told(section, self.nodes[index], 1 if hinted else _MANY - 1)
        if told is None:
            return False
        # Without any number, and after the shortcomings, what reads as an order is one.
        is_order = after and not told.account and told.own > 1
        if section.tail and not (told.signs or is_order):
            return False
        if hinted:
            return told.own >= told.account
        enough = _MANY - 1 if not told.account and self._before_last(index) else _MANY
        return told.own >= enough and told.own > 2 * told.account and 2 * told.own >= told.all

    def _before_last(self, index: int) -> bool:
        """Whether the next chapter is of a section that comes last."""
        last = {section.id for section in self.template.sections if section.tail}
        end = self.nodes[index].end
        claimed = (claims for node, claims in zip(self.nodes, self.claims, strict=True) if node.start >= end)
        return bool(next(claimed, frozenset()) & last)

    def _excepted(self, section: Section, node: Node) -> bool:
        """Whether the heading has a hint that is one of the exceptions: it speaks of somebody else's problems."""
        if section.hints is None:
            return False
        vocabulary = self.template.vocabulary
        title = self._piece(Span(node.title_start, node.title_end))
        return finder_of(vocabulary[section.hints], vocabulary).first(title) is not None

    def _after_another(self, section: Section, index: int) -> bool:
        """Whether a part of another section that may stand anywhere, as *section* may, comes before *index*."""
        others = {other.id for other in self.template.sections if other.openers is not None and other is not section}
        return any(claimed & others for claimed in self.claims[:index])

    def _account_after(self, index: int) -> bool:
        """Whether a chapter that nothing claims, or the account does, comes after the part of *index*."""
        account = self.account.id if self.account is not None else ""
        end = self.nodes[index].end
        return any(
            node.start >= end and node.parent < 0 and not node.sentence and (not claimed or account in claimed)
            for node, claimed in zip(self.nodes, self.claims, strict=True)
        )

    def _told(self, section: Section, node: Node, least: int) -> _Told | None:
        """Return what the sentences below *node* say, None where fewer than *least* say what the section does."""
        region = Span(node.title_end, node.end)
        own = self._hits(section.statements, region)
        if not own:
            return None
        for inner in self.template.sections:
            if inner.within == section.id:
                own = tuple(sorted((*own, *self._hits(inner.statements, region)), key=lambda hit: hit.start))
        first = bisect_left(self.units, node.title_end, key=lambda unit: unit.start)
        last = bisect_left(self.units, node.end, lo=first, key=lambda unit: unit.start)
        units = [unit for unit in self.units[first:last] if unit.end - unit.start >= _SAYS_SOMETHING]
        says = [unit for unit in units if starting_in(own, unit.start, unit.end)]
        unless = self._hits(section.unless, region) if len(says) >= least else ()
        says = [unit for unit in says if not starting_in(unless, unit.start, unit.end)]
        if len(says) < least:
            return None
        done = self._hits(self.account.statements, region) if self.account is not None else ()
        intended = self._hits(self.account.unless, region) if self.account is not None else ()
        account = sum(
            bool(starting_in(done, unit.start, unit.end)) and not starting_in(intended, unit.start, unit.end)
            for unit in units
            if unit not in says
        )
        signs = self._hits(section.signs, Span(node.title_start, node.end))
        return _Told(len(units), len(says), account, len(signs))

    def _hits(self, concept: str | None, region: Span) -> tuple[Span, ...]:
        if concept is None or region.start >= region.end:
            return ()
        vocabulary = self.template.vocabulary
        return matcher(vocabulary[concept], vocabulary).spans(self._piece(region), region.start)

    def _piece(self, region: Span) -> SearchText:
        if region not in self.pieces:
            self.pieces[region] = SearchText(self.searched.text[region.start : region.end], self.searched)
        return self.pieces[region]
