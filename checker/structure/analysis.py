"""One document as checks see it: its normalised text, outline, units, profile, and where each concept occurs."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from checker.frozen import dataclass, field, replace
from checker.matching.phrases import Matcher, SearchText, matcher
from checker.matching.ranking import BY_TOKENS, Ranker
from checker.model import Answer, Document, Evidence, Heading, Profile, Rank, Role, Span
from checker.recognised import confidence_at
from checker.rule import Template
from checker.structure.normalise import NormalText
from checker.structure.outline import ITEM_RANK, Node
from checker.structure.units import Unit

_T = TypeVar("_T")
_AROUND_TITLE = "。：；、，．:;,. "


@dataclass(frozen=True)
class Analysis:
    """A document with everything that was recovered from it. Offsets point into the normalised text.

    *claims* holds, for each node, the ids of the sections that its own heading or those above it claim. *previous* is
    the report of the year before, *answers* what persons have said of this document, where either was given. *ranker*
    tells which of several passages comes nearest to what is looked for.
    """

    document: Document
    template: Template
    normal: NormalText
    nodes: tuple[Node, ...]
    units: tuple[Unit, ...]
    claims: tuple[frozenset[str], ...]
    profile: Profile
    previous: Analysis | None = None
    answers: tuple[Answer, ...] = ()
    ranker: Ranker = BY_TOKENS
    _hits: dict[tuple[str, int, int], tuple[Span, ...]] = field(default_factory=dict)
    _kept: dict[str, Any] = field(default_factory=dict)

    def once(self, key: str, make: Callable[[], _T]) -> _T:
        """Return what *make* works out from this document, worked out once for all who ask under the same *key*."""
        if key not in self._kept:
            self._kept[key] = make()
        kept: _T = self._kept[key]
        return kept

    @property
    def text(self) -> str:
        """The normalised text."""
        return self.normal.text

    def hits(self, concept: str) -> tuple[Span, ...]:
        """Return where *concept* occurs in the whole text, in order. Raises KeyError for an unknown concept."""
        return self.hits_within(concept, Span(0, len(self.text)))

    def hits_within(self, concept: str | None, region: Span) -> tuple[Span, ...]:
        """Return where *concept* occurs inside *region*, in order; none for None.

        Only the region is searched, so a part of a report costs no more than its length.
        """
        if concept is None:
            return ()
        key = (concept, region.start, region.end)
        found = self._hits.get(key)
        if found is None:
            vocabulary = self.template.vocabulary
            found = matcher(vocabulary[concept], vocabulary).spans(self._searched(region), region.start)
            self._hits[key] = found
        return found

    def _searched(self, region: Span) -> SearchText:
        if region.end - region.start == len(self.text):
            return self.normal.searched
        return self.once(
            f"text {region.start} {region.end}",
            lambda: SearchText(self.text[region.start : region.end], self.normal.searched),
        )

    def hits_in(self, concept: str | None, start: int, end: int) -> tuple[Span, ...]:
        """Return those hits in the whole text that begin in ``[start, end)``; none for None."""
        return () if concept is None else starting_in(self.hits(concept), start, end)

    def matchers(self, *concepts: str | None) -> tuple[Matcher, ...]:
        """Return what finds each of *concepts*, None left out."""
        vocabulary = self.template.vocabulary
        return tuple(matcher(vocabulary[concept], vocabulary) for concept in concepts if concept is not None)

    def node_at(self, position: int) -> int:
        """Return the index of the deepest heading above *position*, -1 for none."""
        index = bisect_right(self.units, position, key=lambda unit: unit.start) - 1
        return self.units[index].node if index >= 0 else -1

    def section_claims(self, node: int) -> frozenset[str]:
        """Return the sections that claim what stands under *node* (-1: nothing claims it)."""
        return self.claims[node] if node >= 0 else frozenset()

    def chapter(self, node: int) -> int:
        """Return the index of the chapter that *node* belongs to, -1 for none."""
        while node >= 0 and self.nodes[node].parent >= 0:
            node = self.nodes[node].parent
        return node

    def heading_path(self, node: int) -> tuple[str, ...]:
        """Return the titles from the chapter down to *node*, with their marks; enumerations (一是) are left out."""
        path: list[str] = []
        while node >= 0:
            entry = self.nodes[node]
            if entry.rank < ITEM_RANK:
                path.append(self.as_written(Span(entry.start, entry.title_end)))
            node = entry.parent
        return tuple(reversed(path))

    def as_written(self, span: Span) -> str:
        """Return the original text of *span* on one line."""
        original = self.normal.original(span)
        return " ".join(self.document.text[original.start : original.end].split())

    def evidence(self, span: Span, role: Role = Role.MATCH, rank: Rank | None = None) -> Evidence:
        """Return the quote at *span*, its place in the original, and its *rank* where it was chosen among several."""
        text = self.normal.text
        start, end = span.start, span.end
        while start < end and text[start] == "\n":
            start += 1
        while end > start and text[end - 1] == "\n":
            end -= 1
        node = self.node_at(start)
        found = evidence_at(self.document, self.normal.original(Span(start, end)), self.heading_path(node), role)
        return found if rank is None else replace(found, rank=rank)

    def headings(self) -> tuple[Heading, ...]:
        """Return the outline for a person."""
        return tuple(
            Heading(
                node.rank,
                self.as_written(Span(node.start, node.title_start)),
                self.as_written(Span(node.title_start, node.title_end)).strip(_AROUND_TITLE),
                self.normal.origin[node.start],
            )
            for node in self.nodes
        )


def starting_in(hits: Sequence[Span], start: int, end: int) -> tuple[Span, ...]:
    """Return those of the ordered *hits* that begin in ``[start, end)``."""
    if not hits or hits[-1].start < start or hits[0].start >= end:
        return ()
    first = bisect_left(hits, start, key=lambda hit: hit.start)
    last = bisect_left(hits, end, lo=first, key=lambda hit: hit.start)
    return tuple(hits[first:last])


def evidence_at(document: Document, span: Span, heading: tuple[str, ...] = (), role: Role = Role.MATCH) -> Evidence:
    """Return the quote at *span* of the original text with its place."""
    line, column = document.line_column(span.start)
    head = any(each.start <= span.start < each.end for each in document.heads)
    block = None if head else document.block_at(span.start)
    return Evidence(
        quote=document.text[span.start : span.end],
        start=span.start,
        end=span.end,
        line=line,
        column=column,
        page=None if head else document.page_at(span.start),
        paragraph=block.paragraph if block else None,
        heading=heading,
        role=role,
        head=head,
        confidence=confidence_at(document.recognised, span.start, span.end) if document.recognised else None,
    )
