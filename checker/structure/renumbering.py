"""Which numbers of headings and enumerations are certain to be wrong, and how the marks should read.

A number is certain where all the others of its series leave it no choice: one in the middle that differs (一 二 二 四,
一 二 八 四), one that comes twice or is left out once while all others follow each other (一 二 二, 一 二 四 五).
Nothing is certain where a mark may have been lost, where a page could not be read, or where another enumeration may
begin without its first mark.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from checker.model import Correction, Span
from checker.regex import regex
from checker.structure.analysis import Analysis
from checker.structure.numbering import Numbered, Series, odd_forms, series_of
from checker.structure.numerals import NUMERALS, in_chinese

_NUMBER = regex(rf"[{NUMERALS}]+|\d+|[①-⑳]")
_BEGINS_ANEW = regex(r"[。;:,、”)\n](?:一[是要来则]|首先|第一[,、是]|其一|一方面)")
_WIDE = str.maketrans("0123456789", "０１２３４５６７８９")
_ONE_OFF = (0, 2)  # steps of a number that comes twice, and of one that is left out


def renumbered(analysis: Analysis, wrong: Iterable[Numbered]) -> Iterator[Correction]:
    """Yield how the marks of the series that *wrong* belong to should read, in order, where that is certain."""
    if analysis.document.unread_pages:
        return
    found = {id(series): series for series in (series_of(analysis, mark) for mark in wrong)}
    for series in found.values():
        marks = _whole(analysis, series)
        if series.certain and _is_certain(analysis, marks):
            for number, mark in enumerate(marks, start=1):
                if mark.number != number:
                    yield from _with_number(analysis, mark, number)


def reformed(analysis: Analysis) -> Iterator[Correction]:
    """Yield how marks of an odd form should read: 1、 → 1. and （一）、 → （一）."""
    for mark in odd_forms(analysis):
        span = analysis.normal.original(Span(mark.node.start, mark.node.title_start))
        written = analysis.document.text[span.start : span.end]
        ends = {"first": "、", "third": "."}.get(mark.form, "")
        if written[-1] in "、.．":
            yield Correction(span, written[:-1] + ends)


def _whole(analysis: Analysis, series: Series) -> list[Numbered]:
    """Return the marks of *series*, with those of the one around it where that does not go on behind it.

    一 一 三 四 is a list with a wrong second number rather than a list inside a list that lacks one.
    """
    if series.around is None:
        return series.marks
    outer = series_of(analysis, series.around)
    return [*outer.marks, *series.marks] if outer.certain and outer.marks[-1] is series.around else series.marks


def _is_certain(analysis: Analysis, marks: Sequence[Numbered]) -> bool:
    numbers = [mark.number for mark in marks]
    if numbers[0] != 1:
        return False
    off = [place for place, number in enumerate(numbers) if number != place + 1]
    steps = [later - earlier for earlier, later in pairwise(numbers)]
    odd = [step for step in steps if step != 1]
    in_the_middle = len(off) == 1 and off[0] < len(numbers) - 1
    if not in_the_middle and not (len(odd) == 1 and odd[0] in _ONE_OFF):
        return False
    back = (pair for pair in pairwise(marks) if pair[1].number <= pair[0].number)
    return not any(_may_begin_anew(analysis, marks[0], *pair) for pair in back)


def _may_begin_anew(analysis: Analysis, first: Numbered, before: Numbered, here: Numbered) -> bool:
    """Whether *here* may belong to another enumeration than *first*, one whose own first mark is written otherwise."""
    if not here.form.startswith("item"):
        return False
    between = analysis.text[before.node.title_start : here.node.start]
    apart = "\n" in between and not (between.endswith("\n") and analysis.text[before.node.start - 1] == "\n")
    return apart or _BEGINS_ANEW.search(analysis.text, first.node.title_start, here.node.start) is not None


def _with_number(analysis: Analysis, mark: Numbered, number: int) -> Iterator[Correction]:
    found = _NUMBER.search(mark.node.mark)
    assert found is not None  # else it were no mark
    start = mark.node.start
    whole = analysis.normal.original(Span(start, mark.node.title_start))
    part = analysis.normal.original(Span(start + found.start(), start + found.end()))
    words = analysis.document.text
    right = _like(words[part.start], number)
    if right:
        yield Correction(whole, words[whole.start : part.start] + right + words[part.end : whole.end])


def _like(written: str, number: int) -> str:
    """Return *number* in the kind of figures that *written* is of; empty where there is none for it."""
    if written in NUMERALS:
        return in_chinese(number)
    if written.isdecimal():
        return str(number) if written.isascii() else str(number).translate(_WIDE)
    return chr(ord("①") + number - 1) if number <= 20 else ""
