"""Which sections claim what stands under each heading: by its own words, or by those of the heading above."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

from checker.matching.phrases import SearchText, matcher
from checker.regex import regex
from checker.rule import Template
from checker.structure.outline import ITEM_RANK, Node

_TITLE_REACH = 60
_SENTENCE_REACH = 20  # a numbered sentence is a heading only by how it begins


_BEGINS_WITH_YEAR = regex(r"(?:展望|谋划|面向|关于|奋进|对)?(20\d\d)年")


def claim(template: Template, nodes: Sequence[Node], year: int | None = None) -> tuple[frozenset[str], ...]:
    """Return for each node which sections claim it, by its own heading or else by the one above.

    *year* is the one reported on: a chapter that begins with the year after it (2026年怎么干) is of the sections that
    come last (``Section.tail``), whatever else its heading says.
    """
    claims: list[frozenset[str]] = []
    barred = {section.id: frozenset(section.not_in) for section in template.sections}
    named = _named_by_heading(template, nodes)
    last = {section.id for section in template.sections if section.tail}
    for index, node in enumerate(nodes):
        inherited = claims[node.parent] if node.parent >= 0 else frozenset()
        own = frozenset(section for section in named[index] if not inherited & barred[section])
        if not own and year is not None and node.parent < 0 and not node.sentence:
            begins = _BEGINS_WITH_YEAR.match(node.title)
            own = frozenset(last) if begins is not None and int(begins[1]) == year + 1 else own
        claims.append(own or inherited)
    return tuple(claims)


def _named_by_heading(template: Template, nodes: Sequence[Node]) -> list[set[str]]:
    """Return for each node the sections whose headings its title matches; all titles are searched in one go."""
    titles = [
        "" if node.rank == ITEM_RANK else node.title[: _SENTENCE_REACH if node.sentence else _TITLE_REACH]
        for node in nodes
    ]
    starts = list(accumulate((len(title) + 1 for title in titles), initial=0))
    searched = SearchText("\n".join(titles))
    named: list[set[str]] = [set() for _ in nodes]
    for section in template.sections:
        if section.headings is not None:
            for hit in matcher(template.vocabulary[section.headings], template.vocabulary).spans(searched):
                named[bisect_right(starts, hit.start) - 1].add(section.id)
    return named
