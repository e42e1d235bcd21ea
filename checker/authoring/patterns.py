"""What a pattern can match: its whole language where that is small, else samples that try each of its alternatives."""

from __future__ import annotations

from collections.abc import Sequence

from checker.matching.syntax import (
    Choice,
    Edge,
    NotFiniteError,
    Part,
    Repeat,
    Sign,
    UnknownPatternError,
    parsed,
    words,
)

_MOST = 400


def branches(pattern: str) -> list[list[str]]:
    """Return for each alternative at the top of *pattern* the strings that try it. Raises UnknownPatternError."""
    part = parsed(pattern)
    each = part.branches if isinstance(part, Choice) else (part,)
    return [list(dict.fromkeys(_samples(branch))) for branch in each]


def language(pattern: str) -> list[str] | None:
    """Return every string that *pattern* matches; None where they are many, endless or not to be told."""
    try:
        return list(words(parsed(pattern), _MOST))
    except (UnknownPatternError, NotFiniteError):
        return None


def crosses_line(pattern: str) -> bool:
    """Whether *pattern* needs a line end with something before and after it. Raises UnknownPatternError."""
    return any("\n" in sample.strip("\n") for branch in branches(pattern) for sample in branch)


def contained(inner: Sequence[str], others: Sequence[str]) -> bool:
    """Whether each of *inner* holds one of *others*."""
    return all(any(other in word for other in others) for word in inner)


def _samples(part: Part) -> list[str]:
    if isinstance(part, Edge):
        return [""]
    if isinstance(part, Sign):
        return [part.signs[0]]
    if isinstance(part, Choice):
        return [sample for branch in part.branches for sample in _samples(branch)][:_MOST]
    if isinstance(part, Repeat):
        inner = _samples(part.part)
        counts = dict.fromkeys((part.least, max(part.least, 1)))
        return [sample * count for count in counts for sample in (inner if count else [""])][:_MOST]
    lists = [_samples(each) for each in part.parts]
    longest = max(map(len, lists), default=0)
    # Side by side rather than crossed: each alternative comes once, which is what is asked for.
    return ["".join(each[index % len(each)] for each in lists) for index in range(longest)] or [""]
