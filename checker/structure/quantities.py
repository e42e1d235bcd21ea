"""The number that belongs to an act: 举办法治讲座2期, 组织3场法治讲座, 讲座两期."""

from __future__ import annotations

import re
from functools import lru_cache

from checker.model import Span
from checker.regex import regex
from checker.structure.numerals import numeral

_CLAUSE = regex(r"[,、;:。!?\n]")
_NO_COUNT_BEFORE = "第每各"
_EACH = "每"
_QUOTED = regex(r"《[^》]{0,80}》|“[^”]{0,40}”")
# What may not stand before is asked behind the first digit, so that the search jumps from digit to digit.
_FIGURE = regex(r"\d(?<![\d.第]\d)\d*(?:[.,]\d+)*(?![\d、.)\]〕年月日号])", re.ASCII)


def number_beside(
    text: str, hit: Span, sentence: Span, units: tuple[str, ...], used: set[int]
) -> tuple[int, float] | None:
    """Return place and value of the number with one of *units* in the clause of *hit*, None where there is none.

    The next number is taken, else the last before it; numbers whose place is in *used* belong to something else.
    Ordinals (第2期) and rates (每季度1期) are no such numbers.
    """
    start = max((mark.end() for mark in _CLAUSE.finditer(text, sentence.start, hit.start)), default=sentence.start)
    after = _CLAUSE.search(text, hit.end, sentence.end)
    end = after.start() if after else sentence.end
    numbers = [
        (found.start(), value)
        for found in _quantities(units).finditer(text, start, end)
        if found.start() not in used
        and text[found.start() - 1 : found.start()] not in tuple(_NO_COUNT_BEFORE)
        and _EACH not in text[start : found.start()]
        and (value := _value(found)) is not None
    ]
    following = [number for number in numbers if number[0] >= hit.start]
    return following[0] if following else numbers[-1] if numbers else None


@lru_cache(maxsize=64)
def _quantities(units: tuple[str, ...]) -> re.Pattern[str]:
    words = "|".join(map(re.escape, sorted(units, key=len, reverse=True)))
    number = r"\d+(?:\.\d+)?|[一二两三四五六七八九十]{1,3}"
    return re.compile(rf"(?<![\d.])(?P<n>{number})[余多]?(?P<wan>万)?[余多]?(?:{words})", re.ASCII)


def _value(found: re.Match[str]) -> float | None:
    written = found["n"].replace("两", "二")
    value: float | None = float(written) if written[0].isdigit() else numeral(written)
    return None if value is None else value * (10_000 if found["wan"] else 1)


def figures_in(text: str) -> int:
    """Return how many numbers *text* gives, without those in titles of works and quotations, years and ordinals."""
    return len(_FIGURE.findall(_QUOTED.sub("", text)))
