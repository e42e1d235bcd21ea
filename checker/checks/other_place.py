"""Other place: no other place of the same rank acts in the report, as happens where a text was taken over.

Parameters:
    peers: places that may be taken for each other: the levels of the issuer, and what names of its peers end in.
        Reports of other levels are not asked.
    frames: what stands before and behind a name that acts (为…经济社会发展, sentence begin…坚持以), as concepts.
    not_places: words that end like a place and are none (乡镇, 辖区). A concept.
    unless: words that clear every name in their sentence (联合, 对口帮扶). A concept.

Passes:  与芦汀镇联合开展执法检查                    in a report of 稻溪镇: a neighbour is named
Fails:   为芦汀镇经济社会高质量发展提供保障          in a report of 稻溪镇: the other town has taken its place

Only names inside a frame are looked at, so that neighbours, places below the issuer, courts and titles raise nothing.
Names that occur more often than the issuer's own are left to a person: the issuer may have been misread.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import islice
from typing import Any

import re2

from checker.checks.result import Result
from checker.frozen import dataclass
from checker.matching.fold import fold
from checker.matching.phrases import expand
from checker.model import Span, State
from checker.rule import Level, Rule
from checker.structure.analysis import Analysis
from checker.structure.bodies import is_whole, level_of
from checker.structure.places import place_pattern, places_in, stem
from checker.texts import text
from checker.vocabulary import Vocabulary

KIND = "other_place"
_CONCEPT = {"type": "string", "x-refers-to": "concept"}
_PEERS = {
    "type": "object",
    "properties": {
        "levels": {"type": "array", "minItems": 1, "items": {"type": "string", "x-refers-to": "level"}},
        "endings": {"type": "array", "minItems": 1, "items": {"type": "string", "minLength": 1}},
    },
    "required": ["levels", "endings"],
    "additionalProperties": False,
}
_FRAME = {
    "type": "object",
    "properties": {"before": _CONCEPT, "after": _CONCEPT},
    "required": ["before", "after"],
    "additionalProperties": False,
}
SCHEMA: Mapping[str, Any] = {
    "type": "object",
    "properties": {
        "peers": {"type": "array", "minItems": 1, "items": _PEERS},
        "frames": {"type": "array", "minItems": 1, "items": _FRAME},
        "not_places": _CONCEPT,
        "unless": _CONCEPT,
    },
    "required": ["peers", "frames", "not_places"],
    "additionalProperties": False,
}

_SENTENCE_END = "。;!?\n"
_SHOWN = 10
_MOST_LOOKED_AT = 200
Frames = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class _Own:
    """The issuer's place, all names by which the document calls its issuer, and what names of its peers end in."""

    name: str
    names: str
    endings: tuple[str, ...]


def check(analysis: Analysis, rule: Rule) -> Result:
    """Look for names of other places in the frames."""
    parameters = rule.parameters
    own = _own(analysis, parameters["peers"], parameters["not_places"])
    if own is None:
        unknown = text("other_place.unknown")
        return Result(State.NOT_APPLICABLE, unknown, unknown)
    why = text("other_place.why", own=own.name)
    frames = tuple((frame["before"], frame["after"]) for frame in parameters["frames"])
    found = [
        (span, name)
        for span, name in _framed(analysis, frames, own.endings)
        if stem(name, own.endings) not in own.names
        and not _is(analysis, parameters["not_places"], name)
        and _is_name(analysis.text, name, own.endings)
        and not _cleared(analysis, parameters.get("unless"), span.end - 1)
    ]
    if not found:
        return Result(State.PASS, text("other_place.none"), why)
    names = dict.fromkeys(name for _, name in found)
    said = {"names": "、".join(names), "own": own.name}
    evidence = tuple(analysis.evidence(span) for span, _ in found[:_SHOWN])
    often = max(analysis.text.count(stem(own.name, own.endings)), 1)
    if all(analysis.text.count(name) > often for name in names):
        return Result(State.MANUAL, text("other_place.often", **said), why, evidence)
    return Result(State.FAIL, text("other_place.found", **said), why, evidence)


def _own(analysis: Analysis, peers: Sequence[Mapping[str, Any]], not_places: str) -> _Own | None:
    """Return the issuer's own place; None where it is unknown or of a level that is not asked."""
    issuer, title = analysis.profile.issuer, analysis.profile.title
    if issuer is None:
        return None
    template = analysis.template
    words = fold(issuer.value)
    places = [name for name in places_in(words, template) if not _is(analysis, not_places, name)]
    if not places:
        return None
    level = level_of(places[-1], template)
    for group in peers:
        if isinstance(level, Level) and level.id in group["levels"]:
            names = f"{words}\n{fold(title.value) if title else ''}"
            return _Own(places[-1], names, tuple(sorted(group["endings"], key=len, reverse=True)))
    return None


def _framed(analysis: Analysis, frames: Frames, endings: tuple[str, ...]) -> Iterator[tuple[Span, str]]:
    """Yield the words of each frame that holds a name, with that name."""
    if not any(ending in analysis.text for ending in endings):
        return
    data, template = analysis.normal.searched.data, analysis.template
    hits = _pattern(template.vocabulary, template.levels, frames, endings).finditer(data)
    for hit in islice(hits, _MOST_LOOKED_AT):
        start, end = (len(data[:offset].decode("utf-8", "surrogatepass")) for offset in hit.span())
        while analysis.text[start] in _SENTENCE_END:
            start += 1
        name = next(group for group in hit.groupdict().values() if group)
        yield Span(start, end), name.decode("utf-8", "surrogatepass")


@lru_cache(maxsize=16)
def _pattern(
    vocabulary: Vocabulary, levels: tuple[Level, ...], frames: Frames, endings: tuple[str, ...]
) -> re2._Regexp:
    """Return one pattern for all frames, in each of which the name is a group."""
    framed = (
        expand(f"<{before}>", vocabulary)
        + place_pattern(endings, levels, f"name{index}")
        + expand(f"<{after}>", vocabulary)
        for index, (before, after) in enumerate(frames)
    )
    return re2.compile("|".join(framed).encode())


def _is_name(words: str, name: str, endings: Sequence[str]) -> bool:
    """Whether *name* is one word: what stands before its ending is a word of its own nowhere (组织 in 组织镇)."""
    own = stem(name, endings)
    return words.count(own) == sum(words.count(own + ending) for ending in endings)


def _cleared(analysis: Analysis, concept: str | None, position: int) -> bool:
    unit = analysis.units[bisect_right(analysis.units, position, key=lambda unit: unit.start) - 1]
    return bool(analysis.hits_in(concept, unit.start, unit.end))


def _is(analysis: Analysis, concept: str, name: str) -> bool:
    return is_whole(analysis.template, analysis.template.vocabulary[concept].phrases, name)
