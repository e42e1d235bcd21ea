"""Content: a part of the report is there, wherever and under whatever name it stands, and says something.

Parameters:
    section: id of a section of the template.
    at_least: what must be found (``points``, ``characters``); less is a failure.
    enough: what a good report has; less is partial. Same keys.
    of_each: another section, each of whose items should have a point of this one; those without are named.
    due: years that the section must be for: *concept* finds where it names one, *offset* is that of the year due to the
        report year. Where two places or more name a year and each an earlier one, it is the section of another report.
    optional: nothing found is not applicable instead of a failure.

Passes:  二、存在的不足 / 一是执法力量不足，二是普法形式单一。
Fails:   二、存在的不足 / 三、下一步安排 …           (a heading with nothing under it)
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import islice
from typing import Any

from checker.checks.result import Result
from checker.model import Evidence, Role, Span, State
from checker.rule import Rule, Section
from checker.structure.analysis import Analysis, starting_in
from checker.structure.items import items
from checker.structure.outline import Node
from checker.structure.place import How, Place
from checker.structure.sections import Found, find_section
from checker.structure.targets import stated_years
from checker.texts import Text, text

KIND = "content"

_NUMBER = {"type": "integer", "minimum": 0, "x-stricter": "more"}
_AMOUNT = {
    "type": "object",
    "properties": {"points": _NUMBER, "characters": _NUMBER},
    "additionalProperties": False,
}
SCHEMA: Mapping[str, Any] = {
    "type": "object",
    "properties": {
        "section": {"type": "string", "x-refers-to": "section"},
        "at_least": _AMOUNT,
        "enough": _AMOUNT,
        "of_each": {"type": "string", "x-refers-to": "section"},
        "due": {
            "type": "object",
            "properties": {
                "offset": {"type": "integer", "minimum": -5, "maximum": 5},
                "concept": {"type": "string", "x-refers-to": "concept"},
            },
            "required": ["offset", "concept"],
            "additionalProperties": False,
        },
        "optional": {"type": "boolean"},
    },
    "required": ["section"],
    "additionalProperties": False,
}

_SHOWN = 3
_WORDS_SHOWN = 6
_HEAD = 24
_TWICE = 2  # one year that is wrong may be a slip
_LIKE = 50  # percent
_SAYS_MUCH = 60  # characters, and
_SAYS_MANY = 3  # sentences; less is too little to be about something else


def check(analysis: Analysis, rule: Rule) -> Result:
    """Say whether the section is there, and in which form."""
    parameters = rule.parameters
    section = analysis.template.section(parameters["section"])
    found = find_section(analysis, section)
    why = _why(analysis, found)
    if not found.places or _short(found, {"points": 1} | parameters.get("at_least", {})):
        if parameters.get("optional"):
            return Result(State.NOT_APPLICABLE, text("content.optional", section=section.name), why)
        return _missing(analysis, section, found, why)
    if _off_topic(analysis, section, found):
        evidence = _shown(analysis, found, Role.NEAR_MISS)
        return Result(State.FAIL, text("content.off_topic", section=section.name), why, evidence)
    outdated = _outdated(analysis, found, parameters.get("due"))
    if outdated is not None:
        return Result(State.FAIL, outdated[0], why, outdated[1])
    assert found.how is not None  # there is a place
    evidence = _shown(analysis, found)
    values = {"section": section.name, "how": text(f"content.how.{found.how}"), "points": len(found.points)}
    if _short(found, parameters.get("enough", {})):
        return Result(State.PARTIAL, text("content.thin", characters=found.characters, **values), why, evidence)
    message = text("content.found", **values)
    if "of_each" in parameters:
        message = _shares(analysis, found, analysis.template.section(parameters["of_each"]), message)
    return Result(State.PASS, message, why, evidence)


def _shares(analysis: Analysis, found: Found, other: Section, message: Text) -> Text:
    """Return *message* with how many items of *other* have a point; where one is for all of them, nothing is added."""
    listed = items(analysis, find_section(analysis, other).places)
    without = [
        item
        for item in listed
        if not any(unit.start <= point.start < unit.end for unit in item.units for point in found.points)
    ]
    if not without or len(without) == len(listed):
        return message
    named = "、".join(analysis.as_written(item.heads[0])[:_HEAD] for item in without[:_SHOWN])
    counts = {"listed": len(listed), "having": len(listed) - len(without), "named": named}
    return text("content.of_each", said=message, other=other.name, **counts)


def _short(found: Found, wanted: Mapping[str, int]) -> bool:
    return len(found.points) < wanted.get("points", 0) or found.characters < wanted.get("characters", 0)


def _off_topic(analysis: Analysis, section: Section, found: Found) -> bool:
    """Whether nothing of what is said, which is more than a phrase, is about what the section is about."""
    sentences = {unit for place in found.places for unit in place.units}
    if section.about is None or found.characters < _SAYS_MUCH or len(sentences) < _SAYS_MANY:
        return False
    return not any(analysis.hits_in(section.about, place.span.start, place.span.end) for place in found.places)


def _outdated(
    analysis: Analysis, found: Found, due: Mapping[str, Any] | None
) -> tuple[Text, tuple[Evidence, ...]] | None:
    """Return what to say where the section is for an earlier year throughout, None where it is not."""
    year = analysis.profile.report_year
    if due is None or year is None:
        return None
    wanted = int(year.value) + int(due["offset"])
    stated = {span: named for named, span in stated_years(analysis, found, due["concept"])}
    if len(stated) < _TWICE or max(stated.values()) >= wanted:
        return None
    shown = "、".join(map(str, sorted(set(stated.values()))))
    return text("content.outdated", due=wanted, found=shown), tuple(map(analysis.evidence, list(stated)[:_SHOWN]))


def _missing(analysis: Analysis, section: Section, found: Found, why: Text) -> Result:
    if found.hollow:
        node = analysis.nodes[found.hollow[0]]
        title = analysis.evidence(Span(node.start, node.title_end))
        return Result(State.FAIL, text("content.hollow", section=section.name, title=title.quote), why, (title,))
    if found.places:
        evidence = _shown(analysis, found, Role.NEAR_MISS)
        return Result(State.FAIL, text("content.too_little", section=section.name), why, evidence)
    evidence, how = _near_misses(analysis, section)
    if how is not None:
        why = text("content.why.ranked", why=why, how=how)
    return Result(State.FAIL, text("content.missing", section=section.name), why, evidence)


def _near_misses(analysis: Analysis, section: Section) -> tuple[tuple[Evidence, ...], Text | None]:
    """Return the closest things there are, and how they were ranked.

    They are sentences that name the matter, the last of them, because that is where a part without heading is told;
    else the heading most like the name of the section.
    """
    mentions = analysis.hits(section.mentions) if section.mentions else ()
    sentences: list[Span] = []
    for mention in mentions:
        unit = next((u for u in analysis.units if u.start <= mention.start < u.end), None)
        if unit is not None and Span(unit.start, unit.end) not in sentences:
            sentences.append(Span(unit.start, unit.end))
    if sentences:
        return tuple(analysis.evidence(sentence, Role.NEAR_MISS) for sentence in sentences[-2:]), None
    headings = [node for node in analysis.nodes if node.title and not node.sentence]
    if not headings:
        return (), None
    ranking = analysis.ranker.rank(
        [section.name.zh], [node.title for node in headings], lambda: [_shared(section, headings)], acts=True
    )
    best = ranking.best(0)
    if best is None:
        return (), None
    heading, rank = headings[best[0]], best[1]
    return (analysis.evidence(Span(heading.start, heading.title_end), Role.NEAR_MISS, rank),), ranking.how


def _shared(section: Section, headings: Sequence[Node]) -> list[float]:
    """Return how much each heading has in common with the name of *section*; what is hardly like it, nothing."""
    from rapidfuzz import fuzz

    scores = [fuzz.partial_ratio(node.title, section.name.zh) for node in headings]
    return [score / 100 if score >= _LIKE else 0.0 for score in scores]


def _shown(analysis: Analysis, found: Found, role: Role = Role.MATCH) -> tuple[Evidence, ...]:
    """Return what to show: the headings, else the first sentences that count."""
    spans: list[Span] = []
    for place in found.places:
        if place.node >= 0:
            node = analysis.nodes[place.node]
            spans.append(Span(node.start, node.title_end))
        elif place.how is not How.THEMES:
            spans += _telling(place)
    if not spans:
        spans = [span for place in found.places for span in _telling(place)]
    return tuple(analysis.evidence(span, role) for span in spans[:_SHOWN])


def _telling(place: Place) -> list[Span]:
    """Return the first sentences of *place* that hold a point."""
    points = sorted(place.points, key=lambda point: point.start)
    units = (unit for unit in place.units if starting_in(points, unit.start, unit.end))
    return [Span(unit.start, unit.end) for unit in islice(units, 2)]


def _why(analysis: Analysis, found: Found) -> Text:
    if not found.places:
        return text("content.why.nothing")
    words: dict[str, None] = {}
    for point in found.points:
        words[analysis.as_written(point)] = None
        if len(words) == _WORDS_SHOWN:
            break
    return text("content.why.found", points=len(found.points), characters=found.characters, words="、".join(words))
