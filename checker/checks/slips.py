"""Slips of the pen: how two wordings differ, and whether one may be put for the other and touch nothing else."""

from __future__ import annotations

from checker.matching.fold import fold
from checker.regex import regex
from checker.structure.numerals import NUMERALS

_FEW = 3
_FIGURES = regex(r"\d+")


def difference(one: str, other: str) -> tuple[str, str]:
    """Return what stands in *one* and what in *other* between what they begin and end with alike."""
    start, end = alike(one, other)
    return one[start : len(one) - end], other[start : len(other) - end]


def alike(one: str, other: str) -> tuple[int, int]:
    """Return how many characters two wordings begin with alike, and with how many of the others they end alike."""
    shorter = min(len(one), len(other))
    start = next((i for i in range(shorter) if one[i] != other[i]), shorter)
    return start, next((i for i in range(shorter - start) if one[-1 - i] != other[-1 - i]), shorter - start)


def is_slip(written: str, right: str) -> bool:
    """Whether *written* is *right* with a few wrong characters, of equal length or inside it, and none a figure.

    What is lost or too much at an edge may belong to the words beside it.
    """
    if written == right:
        return False
    if len(written) == len(right):
        changed = [pair for pair in zip(written, right, strict=True) if pair[0] != pair[1]]
        few = len(changed) <= _FEW
        characters = "".join(map("".join, changed))
    else:
        lost, put = difference(written, right)
        few = all(alike(written, right)) and max(len(lost), len(put)) < _FEW
        characters = lost + put
    return few and not any(each.isdecimal() or each in NUMERALS for each in characters)


def same_figures(written: str, right: str) -> bool:
    """Whether both hold the same numbers in Arabic figures, in order; zeros before a number make no difference."""
    return _figures(written) == _figures(right)


def _figures(words: str) -> list[str]:
    # Not as numbers: nobody bounds how long a row of figures is.
    return [fold(figures).lstrip("0") for figures in _FIGURES.findall(words)]
