"""Builds the :class:`Analysis` of a document, step by step."""

from __future__ import annotations

from collections.abc import Sequence

from checker.matching.phrases import SearchText, matcher
from checker.matching.ranking import BY_TOKENS, Ranker
from checker.model import Answer, Document, Span
from checker.rule import Template
from checker.structure.analysis import Analysis
from checker.structure.claims import claim
from checker.structure.normalise import normalise
from checker.structure.outline import outline
from checker.structure.profile import profile
from checker.structure.units import units
from checker.structure.unnamed import claim_by_contents

_SHORTEST_HEADING = 4
_GOES_ON = frozenset("是的,、:;。有为仍还尚得已将均也与和及进要方面职责情况工作")


def analyse(
    document: Document,
    template: Template,
    *,
    level: str | None = None,
    year: int | None = None,
    previous: Document | None = None,
    answers: tuple[Answer, ...] = (),
    ranker: Ranker = BY_TOKENS,
) -> Analysis:
    """Recover outline, units and profile of *document*. *level* and *year* overrule what the document says.

    *previous* is the report of the year before, which is analysed too; *answers* are kept for the checks that ask a
    person; *ranker* tells which passage comes nearest to what is missing.
    """
    normal = normalise(document)
    nodes = outline(document, normal, _TemplateHeadings(template))
    said = profile(document, normal, nodes, template, level=level, year=year)
    report_year = None if said.report_year is None else int(said.report_year.value)
    pieces = units(normal.text, nodes)
    return Analysis(
        document=document,
        template=template,
        normal=normal,
        nodes=nodes,
        units=pieces,
        claims=claim_by_contents(template, normal.searched, nodes, pieces, claim(template, nodes, report_year)),
        profile=said,
        previous=None if previous is None else analyse(previous, template),
        answers=answers,
        ranker=ranker,
    )


class _TemplateHeadings:
    """The headings that a template knows, for the outline."""

    def __init__(self, template: Template) -> None:
        vocabulary = template.vocabulary
        sections = [section for section in template.sections if section.headings]
        self._all = [matcher(vocabulary[section.headings or ""], vocabulary) for section in sections]
        # Only parts that may stand anywhere are believed without a mark; words such as 工作成效 begin many a sentence.
        self._alone = [
            matcher(vocabulary[section.headings or ""], vocabulary)
            for section in sections
            if section.openers is not None or section.actors is not None
        ]

    def end(self, words: str) -> int:
        searched = SearchText(words)
        return max((_run(one.spans(searched)) for one in self._all), default=0)

    def standing_alone(self, words: str) -> int:
        searched = SearchText(words)
        found = (one.spans(searched) for one in self._alone if one.begins(searched))
        end = max((_run(spans) for spans in found if spans and spans[0].start == 0), default=0)
        return end if end >= _SHORTEST_HEADING and words[end : end + 1] not in _GOES_ON else 0


def _run(hits: Sequence[Span]) -> int:
    """Return where the first of *hits* and those that touch it end (明年 + 工作打算), 0 for none."""
    end = 0
    for hit in hits:
        if end and hit.start > end:
            break
        end = hit.end
    return end
