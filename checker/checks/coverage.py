"""Coverage: of a list of topics, how many the report speaks of.

Parameters:
    topics: list of ``{id, name, concept, levels, optional, weight}``. *levels*: of which levels the topic is asked (all
        where left out); *optional*: levels at which its absence is only named; *weight*: its share (1).
    sections: parts in which it counts, headings included; the whole report where left out.
    title: a concept that the title must hold, else the rule does not apply (a joint report, say).
    at_least: the least share of the topics asked, 0 to 1 (0); less is a failure.
    enough: the share that a good report covers (1); less is partial.

Passes:  topics 普法, 复议: （一）开展普法活动38场。（二）审结行政复议案件55件。
Fails:   at_least 1: （一）开展普法活动38场。        (复议 is named as missing)
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from checker.checks.required import named_sections
from checker.checks.result import Result
from checker.matching.fold import fold
from checker.matching.phrases import SearchText, matcher
from checker.model import Role, Span, State
from checker.rule import Rule
from checker.structure.analysis import Analysis
from checker.structure.region import Region, sections_region
from checker.texts import Text, text

KIND = "coverage"
_SHARE = {"type": "number", "minimum": 0, "maximum": 1}
_LEVELS = {"type": "array", "minItems": 1, "uniqueItems": True, "items": {"type": "string", "x-refers-to": "level"}}
SCHEMA: Mapping[str, Any] = {
    "type": "object",
    "properties": {
        "topics": {
            "type": "array",
            "minItems": 1,
            "items": {
                "type": "object",
                "properties": {
                    "id": {"type": "string", "minLength": 1},
                    "name": {"$ref": "#/$defs/text"},
                    "concept": {"type": "string", "x-refers-to": "concept"},
                    "levels": _LEVELS,
                    "optional": _LEVELS,
                    "weight": {"type": "number", "exclusiveMinimum": 0},
                },
                "required": ["id", "name", "concept"],
                "additionalProperties": False,
            },
        },
        "sections": {"type": "array", "minItems": 1, "items": {"type": "string", "x-refers-to": "section"}},
        "title": {"type": "string", "x-refers-to": "concept"},
        "at_least": _SHARE,
        "enough": _SHARE,
    },
    "required": ["topics"],
    "additionalProperties": False,
}


def check(analysis: Analysis, rule: Rule) -> Result:
    """Say which topics are covered and which are missing."""
    parameters = rule.parameters
    sections = parameters.get("sections", ())
    why = text("coverage.why", sections=named_sections(analysis, sections))
    if "title" in parameters and not _titled(analysis, parameters["title"]):
        return Result(State.NOT_APPLICABLE, text("coverage.other_title"), why)
    region = sections_region(analysis, sections)
    if not region:
        message = text("required.nowhere", sections=named_sections(analysis, sections))
        return Result(State.NOT_APPLICABLE, message, why)
    level = analysis.profile.level.value if analysis.profile.level is not None else None
    asked = [topic for topic in parameters["topics"] if level is None or level in topic.get("levels", [level])]
    named = [topic for topic in parameters["topics"] if topic not in asked and level in topic.get("optional", ())]
    if not asked:
        return Result(State.NOT_APPLICABLE, text("coverage.none_asked"), why)
    places = {topic["id"]: _place(region, topic["concept"]) for topic in (*asked, *named)}
    covered = [topic for topic in asked if places[topic["id"]] is not None]
    found = [place for place in places.values() if place is not None]
    missing = [topic for topic in asked if topic not in covered]
    unasked = [topic for topic in named if places[topic["id"]] is None]
    share = sum(map(_weight, covered)) / sum(map(_weight, asked))
    message = _message(len(covered), len(asked), missing, unasked)
    if share >= parameters.get("enough", 1):
        return Result(State.PASS, message, why, tuple(map(analysis.evidence, found)))
    evidence = tuple(analysis.evidence(place, Role.FOUND) for place in found)
    if level is None and any("levels" in topic for topic in missing):
        return Result(State.CANNOT_TELL, text("engine.level_unknown", finding=message), why, evidence)
    state = State.PARTIAL if share >= parameters.get("at_least", 0) and covered else State.FAIL
    return Result(state, message, why, evidence)


def _titled(analysis: Analysis, concept: str) -> bool:
    title, vocabulary = analysis.profile.title, analysis.template.vocabulary
    return title is not None and bool(matcher(vocabulary[concept], vocabulary).spans(SearchText(fold(title.value))))


def _place(region: Region, concept: str) -> Span | None:
    """Return the first sentence that speaks of *concept*."""
    hit = region.first(concept)
    if hit is None:
        return None
    unit = region.unit_at(hit.start)
    return Span(unit.start, unit.end)


def _weight(topic: Mapping[str, Any]) -> float:
    return float(topic.get("weight", 1))


def _message(covered: int, asked: int, missing: Sequence[Any], unasked: Sequence[Any]) -> Text:
    if missing and unasked:
        key = "coverage.both"
    elif missing:
        key = "coverage.missing"
    else:
        key = "coverage.optional" if unasked else "coverage.complete"
    return text(key, covered=covered, asked=asked, missing=_listed(missing), unasked=_listed(unasked))


def _listed(topics: Sequence[Any]) -> Text:
    names = [Text(**topic["name"]) for topic in topics]
    return Text("、".join(name.zh for name in names), ", ".join(name.en for name in names))
