"""Names of bodies: whether words name one, and which administrative level it belongs to."""

from __future__ import annotations

from functools import lru_cache

from checker.matching.phrases import SearchText, compile_phrases
from checker.model import Span
from checker.rule import Level, Template


class NotABody:
    """The answer for words that name no body at all."""


NOT_A_BODY = NotABody()


def level_of(name: str, template: Template) -> Level | NotABody | None:
    """Return the level of a body called *name*: by listed places, then by the longest ending of any level.

    None stands for a body whose level its name does not tell (a development zone).
    """
    stem = place_of(name, template)
    is_organ = stem != name
    for level in template.levels:
        if is_listed(stem, level, template):
            return level
    if stem.endswith(template.recognition.unranked):
        return None
    # 发展和改革委员会 is a body of its own: cutting its organ off leaves no place, so the whole name is asked again.
    for candidate in (stem, name):
        endings = [
            (len(ending), level)
            for level in template.levels
            for ending in level.endings
            if candidate.endswith(ending) and len(candidate) > len(ending)
        ]
        if endings:
            return max(endings, key=lambda pair: pair[0])[1]
    return None if is_organ else NOT_A_BODY


def place_of(name: str, template: Template) -> str:
    """Return *name* without the organ that it ends in: 青禾县人民政府 → 青禾县."""
    for organ in sorted(template.recognition.organs, key=len, reverse=True):
        if name.endswith(organ) and len(name) > len(organ):
            return name[: -len(organ)]
    return name


def is_listed(name: str, level: Level, template: Template) -> bool:
    """Whether the template lists the place of *name* at *level*."""
    place = place_of(name, template)
    return level.names is not None and place.endswith(template.vocabulary[level.names].phrases)


@lru_cache(maxsize=8)
def endings(organs: tuple[str, ...], levels: tuple[Level, ...]) -> tuple[str, ...]:
    """Return everything that names of bodies end in, longest first."""
    return tuple(sorted({*organs, *(ending for level in levels for ending in level.endings)}, key=len, reverse=True))


def find(template: Template, phrases: tuple[str, ...], words: str) -> Span | None:
    """Return the first hit of any of *phrases* in *words*."""
    pattern = compile_phrases(phrases, template.vocabulary)
    if pattern is None:
        return None
    hits = SearchText(words).find(pattern)
    return hits[0] if hits else None


def is_whole(template: Template, phrases: tuple[str, ...], words: str) -> bool:
    """Whether one of *phrases* matches the whole of *words*."""
    pattern = compile_phrases(phrases, template.vocabulary)
    return pattern is not None and pattern.fullmatch(SearchText(words).data) is not None
