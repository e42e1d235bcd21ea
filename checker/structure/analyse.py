"""Builds the :class:`Analysis` of a document, step by step."""

from __future__ import annotations

from checker.matching.phrases import SearchText, matcher
from checker.model import Document, Span
from checker.rule import Template
from checker.structure.analysis import Analysis
from checker.structure.normalise import normalise
from checker.structure.outline import outline
from checker.structure.profile import profile
from checker.structure.sections import claim
from checker.structure.units import units


def analyse(document: Document, template: Template, *, level: str | None = None, year: int | None = None) -> Analysis:
    """Recover outline, units and profile of *document*. *level* and *year* overrule what the document says."""
    normal = normalise(document)
    vocabulary = template.vocabulary
    headings = {section.headings for section in template.sections if section.headings}
    known = [matcher(vocabulary[name], vocabulary) for name in sorted(headings)]

    def heading_end(words: str) -> int:
        searched = SearchText(words)
        return max((span.end for one in known for span in one.spans(searched)[:1]), default=0)

    nodes = outline(document, normal, heading_end)
    cache: dict[str, tuple[Span, ...]] = {}

    def hits_in(concept: str, start: int, end: int) -> list[Span]:
        if concept not in cache:
            cache[concept] = matcher(vocabulary[concept], vocabulary).spans(normal.searched)
        return [hit for hit in cache[concept] if start <= hit.start < end]

    return Analysis(
        document=document,
        template=template,
        normal=normal,
        nodes=nodes,
        units=units(normal.text, nodes),
        claims=claim(template, nodes, hits_in),
        profile=profile(document, normal, nodes, template, level=level, year=year),
        _hits=cache,
    )
