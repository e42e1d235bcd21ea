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
the report. Which measure answers which shortcoming, and which comes nearest to one without an answer, is told by
likeness (``matching.ranking``) and decides nothing.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from itertools import pairwise
from typing import Any

from checker.checks.result import Result
from checker.matching.ranking import Ranking
from checker.model import Evidence, Rank, Role, Span, State
from checker.regex import HAN, regex
from checker.rule import Rule
from checker.structure.analysis import Analysis
from checker.structure.items import Item, items
from checker.structure.place import Place
from checker.structure.sections import find_section
from checker.structure.units import Unit
from checker.texts import Text, text

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
_WORDS = regex(rf"{HAN}{{2,}}")
_ENOUGH_IN_HEAD = 1
_ENOUGH_IN_ALL = 3
_TOO_SHORT = 4
_IN_HEAD = 2  # how much more than elsewhere a word in the head weighs when measures are ranked
_SHOWN = 30  # characters of a passage in the list of links
_MOST = 100  # shortcomings and measures that are linked; what lists more is no report


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
    answered = [comparison.answers(item) for item in named]
    unanswered = [item for item, has_answer in zip(named, answered, strict=True) if not has_answer]
    why, nearest = _links(analysis, comparison, named[:_MOST], answered, why)
    values = {"shortcomings": shortcomings.name, "measures": measures.name, "count": len(named)}
    if not unanswered:
        return Result(State.PASS, text("response.all", **values), why)
    evidence: list[Evidence] = []
    for item in unanswered:
        evidence += (analysis.evidence(item.span), *nearest.get(item.span.start, ()))
    state = State.PARTIAL if len(unanswered) < len(named) else State.FAIL
    return Result(state, text("response.missing", unanswered=len(unanswered), **values), why, tuple(evidence))


def _extent(analysis: Analysis, place: Place) -> Span:
    """Return a place with the headings inside it."""
    start = place.span.start if place.node < 0 else analysis.nodes[place.node].title_end
    return Span(min(start, place.span.start), place.span.end)


def _links(
    analysis: Analysis, comparison: _Comparison, named: Sequence[Item], answered: Sequence[bool], why: Text
) -> tuple[Text, dict[int, tuple[Evidence]]]:
    """Return *why* with the measure for each shortcoming, and the nearest one to each that is not *answered*.

    The latter are kept by where the shortcoming starts.
    """
    ranking = comparison.ranked(named, acts=not all(answered))
    lines: list[Text] = []
    nearest: dict[int, tuple[Evidence]] = {}
    for row, (item, has_answer) in enumerate(zip(named, answered, strict=False)):
        best = ranking.best(row)
        near = None if best is None else (comparison.measures[best[0]], best[1])
        lines.append(_line(analysis, item, near, answered=has_answer))
        if near is not None and not has_answer:
            nearest[item.span.start] = (analysis.evidence(near[0], Role.NEAR_MISS, near[1]),)
    joined = Text("\n".join(line.zh for line in lines), "\n".join(line.en for line in lines))
    return text("response.links", why=why, how=ranking.how, links=joined), nearest


def _line(analysis: Analysis, item: Item, near: tuple[Span, Rank] | None, *, answered: bool) -> Text:
    values: dict[str, object] = {"item": _clipped(analysis, item.span), "line": _line_of(analysis, item.span)}
    if near is None:
        return text("response.link_short" if answered else "response.link_nothing", **values)
    measure, rank = near
    values |= {
        "measure": _clipped(analysis, measure),
        "there": _line_of(analysis, measure),
        "score": f"{rank.score:.2f}",
    }
    return text("response.link" if answered else "response.link_nearest", **values)


def _line_of(analysis: Analysis, span: Span) -> int:
    return analysis.document.line_column(analysis.normal.original(span).start)[0]


def _clipped(analysis: Analysis, span: Span) -> str:
    words = analysis.as_written(span)
    return words if len(words) <= _SHOWN else f"{words[:_SHOWN]}…"


class _Comparison:
    """The plan, ready to be held against one shortcoming after another."""

    def __init__(self, analysis: Analysis, parameters: Mapping[str, Any], plan: Sequence[Span], named: Span) -> None:
        self._analysis = analysis
        self._parameters = parameters
        self._plan = plan
        self._told = _told(analysis, parameters.get("generic"), (*plan, named))
        self._plan_content = self._content(plan)
        self._themes: Sequence[str] = parameters.get("themes", ())
        self._kept: dict[int, tuple[frozenset[str], frozenset[str]]] = {}
        self._speaking: dict[str, list[int]] = {}

    def answers(self, item: Item) -> bool:
        """Whether the plan speaks of what *item* speaks of, or *item* is too short to tell."""
        head, content = self._contents(item)
        return (
            len(content) < _TOO_SHORT
            or len(head & self._plan_content) >= _ENOUGH_IN_HEAD
            or len(content & self._plan_content) >= _ENOUGH_IN_ALL
            or any(self._occurs(theme, item.heads) and self._occurs(theme, self._plan) for theme in self._themes)
        )

    @cached_property
    def measures(self) -> Sequence[Span]:
        """The sentences of the plan that say something, without the marks that they begin with."""
        found: list[Span] = []
        for unit in self._planned():
            span = Span(unit.start, unit.end)
            if self._content([span]) and not self._words(span).endswith(":"):
                node = self._analysis.nodes[unit.node] if unit.node >= 0 else None
                marked = node is not None and unit.start <= node.start < unit.end
                found.append(Span(node.title_start, unit.end) if node is not None and marked else span)
            if len(found) == _MOST:
                break
        return found

    def _planned(self) -> Iterator[Unit]:
        """Yield the sentences of the plan in order, each once."""
        units = self._analysis.units
        position = 0
        for part in sorted(self._plan, key=lambda part: part.start):
            position = max(position, bisect_left(units, part.start, key=lambda unit: unit.start))
            while position < len(units) and units[position].start < part.end:
                yield units[position]
                position += 1

    def ranked(self, named: Sequence[Item], *, acts: bool) -> Ranking:
        """Return how near each measure comes to each of *named*. *acts*: somebody is to act on it."""
        wanted = [self._words(Span(item.heads[0].start, item.units[-1].end)) for item in named]
        passages = [self._words(measure) for measure in self.measures]
        return self._analysis.ranker.rank(wanted, passages, lambda: [self._shares(item) for item in named], acts=acts)

    def _shares(self, item: Item) -> list[float]:
        """Return for each measure which part of what *item* speaks of it has; words of the head weigh more."""
        head, content = self._contents(item)
        themes = [theme for theme in self._themes if self._occurs(theme, item.heads)]
        possible = max(_IN_HEAD * len(head) + len(content) + len(themes), 1)
        shares = [(_IN_HEAD * len(head & there) + len(content & there)) / possible for there in self._measured]
        for theme in themes:
            for measure in self._speaking_of(theme):
                shares[measure] += 1 / possible
        return shares

    @cached_property
    def _measured(self) -> list[frozenset[str]]:
        return [self._content([measure]) for measure in self.measures]

    def _speaking_of(self, theme: str) -> list[int]:
        """Return the numbers of the measures in which *theme* occurs."""
        if theme not in self._speaking:
            hits = [hit.start for part in self._plan for hit in self._analysis.hits_within(theme, part)]
            self._speaking[theme] = [
                number
                for number, measure in enumerate(self.measures)
                if any(measure.start <= hit < measure.end for hit in hits)
            ]
        return self._speaking[theme]

    def _words(self, span: Span) -> str:
        return " ".join(self._analysis.text[span.start : span.end].split())

    def _occurs(self, concept: str, spans: Sequence[Span]) -> bool:
        return any(self._analysis.hits_within(concept, span) for span in spans)

    def _contents(self, item: Item) -> tuple[frozenset[str], frozenset[str]]:
        """Return what tells the matter of the head of *item*, and that of all of it."""
        start = item.units[0].start
        if start not in self._kept:
            head = self._content(item.heads)
            self._kept[start] = head, head | self._content([Span(unit.start, unit.end) for unit in item.units])
        return self._kept[start]

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
