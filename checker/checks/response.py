"""Response: every shortcoming that is named has a measure in the plan that speaks of the same thing.

Parameters:
    shortcomings: section whose items are the shortcomings.
    measures: section that must answer them.
    generic: words that tell nothing of the matter (加强, 工作, 不足); they are left out before anything is compared.
    themes: concepts that hold what shortcomings and measures of one matter are called (执法力量薄弱 – 建强队伍).
    match: ``bigrams`` (default) compares pairs of characters, ``words`` the words that the tokeniser cuts.
    terms: concept of words that the tokeniser must keep whole; only for ``words``.

Passes:  不足：一是村级合同审查不到位。  安排：出台村级合同“先审后签”办法。
Fails:   不足：一是村级合同审查不到位。二是执法数据没有共享。  安排：出台村级合同“先审后签”办法。
A shortcoming is answered where its head (heading, first clause) shares a pair of characters with the plan, where its
whole text shares three, or where its head and the plan speak of one theme. Passages that share a word share a pair of
characters, so pairs accuse less; one that holds less than four pairs is too short to tell and is not held against
the report.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Any

from checker.checks.result import Result
from checker.model import Span, State
from checker.rule import Rule
from checker.structure.analysis import Analysis
from checker.structure.items import Item, items
from checker.structure.sections import Place, find_section
from checker.texts import text

KIND = "response"
_SECTION = {"type": "string", "x-refers-to": "section"}
_CONCEPT = {"type": "string", "x-refers-to": "concept"}
SCHEMA: Mapping[str, Any] = {
    "type": "object",
    "properties": {
        "shortcomings": _SECTION,
        "measures": _SECTION,
        "generic": _CONCEPT,
        "themes": {"type": "array", "minItems": 1, "items": _CONCEPT},
        "match": {"enum": ["bigrams", "words"]},
        "terms": _CONCEPT,
    },
    "required": ["shortcomings", "measures"],
    "additionalProperties": False,
}
_WORDS = re.compile(r"[\u4e00-\u9fff]{2,}")
_ENOUGH_IN_HEAD = 1
_ENOUGH_IN_ALL = 3
_TOO_SHORT = 4


def check(analysis: Analysis, rule: Rule) -> Result:
    """Name the shortcomings that no measure answers."""
    template = analysis.template
    shortcomings = template.section(rule.parameters["shortcomings"])
    measures = template.section(rule.parameters["measures"])
    plan = [_extent(analysis, place) for place in find_section(analysis, measures).places]
    named = items(analysis, find_section(analysis, shortcomings).places, plan)
    why = text("response.why", shortcomings=shortcomings.name, measures=measures.name)
    if not named or not plan:
        absent = measures.name if named else shortcomings.name
        return Result(State.NOT_APPLICABLE, text("response.nothing", section=absent), why)
    comparison = _Comparison(analysis, rule.parameters, plan, Span(named[0].span.start, named[-1].span.end))
    unanswered = [item for item in named if not comparison.answers(item)]
    values = {"shortcomings": shortcomings.name, "measures": measures.name, "count": len(named)}
    if not unanswered:
        return Result(State.PASS, text("response.all", **values), why)
    evidence = tuple(analysis.evidence(item.span) for item in unanswered)
    state = State.PARTIAL if len(unanswered) < len(named) else State.FAIL
    return Result(state, text("response.missing", unanswered=len(unanswered), **values), why, evidence)


def _extent(analysis: Analysis, place: Place) -> Span:
    """Return a place with the headings inside it."""
    start = place.span.start if place.node < 0 else analysis.nodes[place.node].title_end
    return Span(min(start, place.span.start), place.span.end)


class _Comparison:
    """The plan, ready to be held against one shortcoming after another."""

    def __init__(self, analysis: Analysis, parameters: Mapping[str, Any], plan: Sequence[Span], named: Span) -> None:
        self._analysis = analysis
        self._parameters = parameters
        self._plan = plan
        self._told = _told(analysis, parameters.get("generic"), (*plan, named))
        self._plan_content = self._content(plan)

    def answers(self, item: Item) -> bool:
        """Whether the plan speaks of what *item* speaks of, or *item* is too short to tell."""
        head = self._content(item.heads)
        content = head | self._content([Span(unit.start, unit.end) for unit in item.units])
        return (
            len(content) < _TOO_SHORT
            or len(head & self._plan_content) >= _ENOUGH_IN_HEAD
            or len(content & self._plan_content) >= _ENOUGH_IN_ALL
            or any(
                self._occurs(theme, item.heads) and self._occurs(theme, self._plan)
                for theme in self._parameters.get("themes", ())
            )
        )

    def _occurs(self, concept: str, spans: Sequence[Span]) -> bool:
        return any(self._analysis.hits_within(concept, span) for span in spans)

    def _content(self, spans: Sequence[Span]) -> frozenset[str]:
        """Return what tells the matter of *spans*: pairs of characters, or words."""
        told = "\n".join(self._told[span.start : span.end] for span in spans)
        if self._parameters.get("match") == "words":
            from checker.matching.tokens import content_words

            terms = self._parameters.get("terms")
            return content_words(told, self._analysis.template.vocabulary[terms].phrases if terms else ())
        return frozenset(pair for run in _WORDS.findall(told) for pair in map("".join, pairwise(run)))


def _told(analysis: Analysis, generic: str | None, spans: Sequence[Span]) -> str:
    """Return the text with the generic words of *spans* blanked out, so that places stay what they are."""
    hits = {hit for span in spans for hit in analysis.hits_within(generic, span)}
    pieces: list[str] = []
    position = 0
    for hit in sorted(hits, key=lambda hit: hit.start):
        if hit.start >= position:
            pieces += (analysis.text[position : hit.start], "\n" * (hit.end - hit.start))
            position = hit.end
    return "".join((*pieces, analysis.text[position:]))
