"""Names of places inside longer words: those in the name of a body, and the shape of a name that is looked for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from checker.regex import HAN
from checker.rule import Level, Template

_LETTER = r"[\x{4e00}-\x{9fff}]"  # the same for RE2, to which \p{Han} is forty ranges


def places_in(words: str, template: Template) -> list[str]:
    """Return the places in the name of a body, from the highest: 青禾县雁滩镇人民政府 → 青禾县, 雁滩镇."""
    organs, place = _patterns(template.recognition.organs, template.levels)
    return [name for piece in organs.split(words) for name in place.findall(piece)]


@lru_cache(maxsize=8)
def _patterns(organs: tuple[str, ...], levels: tuple[Level, ...]) -> tuple[re.Pattern[str], re.Pattern[str]]:
    place = rf"(?:中共)?({HAN}{{2,8}}?(?:{_alternatives(_endings(levels))}))"
    return re.compile(_alternatives(organs)), re.compile(place)


def place_pattern(endings: Sequence[str], levels: Iterable[Level], group: str) -> str:
    """Return an RE2 pattern for a name that ends in one of *endings*, as *group*; higher places may stand before it."""
    above = _alternatives(ending for ending in _endings(levels) if len(ending) == 1)
    return rf"(?:{_LETTER}{{2,3}}(?:{above}))?(?P<{group}>{_LETTER}{{2,3}}?(?:{_alternatives(endings)}))"


def stem(name: str, endings: Sequence[str]) -> str:
    """Return *name* without the ending that it has."""
    ending = next((ending for ending in sorted(endings, key=len, reverse=True) if name.endswith(ending)), "")
    return name.removesuffix(ending)


def _endings(levels: Iterable[Level]) -> set[str]:
    return {ending for level in levels if not level.is_body for ending in level.endings}


def _alternatives(endings: Iterable[str]) -> str:
    return "|".join(sorted(map(re.escape, endings), key=lambda ending: (-len(ending), ending)))
