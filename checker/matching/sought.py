"""What a set of phrases looks for, worked out once, when a pack is compiled.

Most phrases of a rule book are lists of words with a few that may be left out: each stands for a handful of strings,
and a string is found without a pattern. What is left is one RE2 pattern, which is compiled and run only on texts that
hold one of its needles. Looking a string up costs a fraction of a microsecond; compiling a pattern and warming its
automaton costs a thousand.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

from checker.matching.syntax import NotFiniteError, Part, UnknownPatternError, alternatives, needles, parsed, words
from checker.vocabulary import Sought

_MOST = 200  # strings of one alternative: more cost more to keep than a pattern


def sought(patterns: Iterable[str]) -> Sought:
    """Return what finds any of *patterns* (RE2, expanded)."""
    strings: set[str] = set()
    late: set[str] = set()
    rest: list[str] = []
    known: frozenset[str] | None = frozenset()
    for pattern in patterns:
        for alternative in _alternatives(pattern):
            part = _parsed(alternative)
            found = _words(part)
            if found:
                late |= set(found) - strings if rest else set()
                strings |= set(found)
                continue
            rest.append(alternative)
            needed = needles(part) if part is not None else frozenset()
            known = known | needed if known is not None and needed and all(map(_is_word, needed)) else None
    return Sought(
        words=" ".join(sorted(strings)),
        rest="|".join(f"(?:{pattern})" for pattern in rest),
        needles=" ".join(_shortest(known or ())),
        late=" ".join(sorted(late)),
    )


def _parsed(pattern: str) -> Part | None:
    try:
        return parsed(pattern)
    except UnknownPatternError:
        return None


def _words(part: Part | None) -> tuple[str, ...]:
    """Return the strings that *part* stands for; none where they are too many, or not to be looked for as they are."""
    try:
        found = words(part, _MOST) if part is not None else ()
    except NotFiniteError:
        return ()
    return found if all(map(_is_word, found)) else ()


def _alternatives(pattern: str) -> tuple[str, ...]:
    try:
        return alternatives(pattern)
    except UnknownPatternError:
        return (pattern,)


def _is_word(found: str) -> bool:
    # Where a part of a text is searched alone, its line ends are not all where they were.
    return bool(found) and " " not in found and "\n" not in found[:2]


def _shortest(found: Collection[str]) -> list[str]:
    """Return *found* without what holds another of them: where it stands, so does the other."""
    return sorted(word for word in found if not any(other != word and other in word for other in found))
