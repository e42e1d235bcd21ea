"""Totals and what they are made of: 共226件,其中镇级62件、村级164件; 建议73件、提案88件,共161件.

Whatever reading makes the numbers agree is taken for the one that was meant: another total before the list, a shorter
list. Only where every reading fails is something said: with certainty where the text shows that the list is complete
(其他, 分别为, 三类, or a second row of numbers that adds up), as a matter to look at where it only looks complete.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise

from checker.frozen import replace
from checker.model import Span
from checker.regex import regex
from checker.structure.complete import are_opposed, looks_complete
from checker.structure.figures import Figure, Sentence
from checker.structure.listings import Listing, is_idiom, step, without_brackets
from checker.structure.relations import (
    Amount,
    Form,
    Relation,
    amount,
    is_rate,
    number,
    part_relation,
    rate_relation,
    show,
)

_TOTALS = frozenset(
    comma + word for comma in ("", ",", "、") for word in ("共", "共计", "合计", "总计", "总共", "一共")
)
_FURTHER = 3
_HEAD = 9
_DIRECTLY = regex(r"[,(]?其中(?:包括|包含|有)?[:,]?")


def sums(
    text: str,
    sentences: Sequence[Sentence],
    lists: Sequence[Listing],
    overlapping: Sequence[Span],
    remainders: Sequence[Span],
) -> Iterator[Relation]:
    """Return the totals that are claimed, those that lists divide first.

    *overlapping*: where words stand that name parts which may share members (涉企); *remainders*: where words stand
    that name what is left when all other parts are taken away (继续有效): a list with one of them is complete.
    """
    for listing in lists:
        if len(listing.items) > 1 and not listing.is_open and all(item.exact for item in listing.items):
            overlap, remainder = (_within(listing, words) for words in (overlapping, remainders))
            yield from _divided(text, listing, overlap=overlap, remainder=remainder)
    for sentence in sentences:
        yield from _added(text, sentence.figures)


def _within(listing: Listing, words: Sequence[Span]) -> bool:
    index = bisect_left(words, listing.start, key=lambda word: word.start)
    return index < len(words) and words[index].start < listing.items[-1].start


def parts(text: str, lists: Sequence[Listing]) -> Iterator[Relation]:
    """Return the claims that a part (其中…) is not greater than its whole.

    A part that is greater than the number right before it, but not than one before that, may be of the other.
    """
    for listing in lists:
        total = listing.total
        if not listing.among or total is None or not total.exact:
            continue
        greatest = max(
            (figure for figure in listing.totals if figure.exact and figure.unit == total.unit),
            key=lambda figure: figure.value,
        )
        directly = _DIRECTLY.fullmatch(text, total.end, listing.start) is not None
        # What follows a comma may be no part any more.
        for part in listing.items[:1] if listing.by_comma else listing.items:
            if not part.exact or part.unit != total.unit:
                continue
            if _is_over(part, greatest) or part.value <= total.value:
                yield part_relation(total, part, over=_is_over(part, greatest))
            elif directly and _is_over(part, total):
                yield replace(part_relation(total, part, over=True), certain=False)


def _is_over(part: Figure, whole: Figure) -> bool:
    return part.value - part.slack > whole.value + whole.slack


def shares(text: str, lists: Sequence[Listing]) -> Iterator[Relation]:
    """Return the claims of what share an item has of the total (占)."""
    for listing in lists:
        for part, rate in listing.shares:
            wholes = [figure for figure in listing.totals if figure.exact and figure.value > 0]
            if not (part.exact and rate.exact):
                continue
            whole = next((figure for figure in reversed(wholes) if is_rate(amount(part), amount(figure), rate)), None)
            # Over a full stop the base may be a number that stands before.
            alone = len(wholes) == 1 and listing.total is wholes[0] and "。" not in text[wholes[0].end : part.start]
            if whole is not None or alone:
                yield rate_relation(part, whole or wholes[0], rate, holds=whole is not None)


def _divided(text: str, listing: Listing, *, overlap: bool, remainder: bool) -> Iterator[Relation]:
    directly = listing.total is not None and _DIRECTLY.fullmatch(text, listing.total.end, listing.start) is not None
    main = _sum(listing.items, listing.further, listing.totals, listing.total, directly=directly)
    if main is None:
        return
    if main.holds:
        yield main
        return
    closed = listing.is_closed or are_opposed(listing.labels) or (remainder and len(listing.items) > 2)
    if listing.companions:
        # 12批30人次,其中A 6批16人次,B 2批3人次: where neither row adds up the list leaves something out.
        second = _sum(listing.companions, (), listing.companion_totals, None, directly=False)
        if second is None:
            return
        closed = True
    same_unit = all(item.unit in ("", main.stated.unit) for item in listing.items)
    if closed and same_unit:
        yield main
    elif closed or (not overlap and looks_complete(main, listing, _head(text, main.stated), directly=directly)):
        yield replace(main, certain=False)


def _head(text: str, total: Figure) -> str:
    return text[max(total.start - _HEAD, 0) : total.start]


def _sum(
    items: Sequence[Figure],
    further: Sequence[Figure],
    totals: Sequence[Figure],
    total: Figure | None,
    *,
    directly: bool,
) -> Relation | None:
    """Return the reading that comes out right, else the plainest one; None where there is none.

    *directly*: the list stands right behind *total*, so that two numbers which it divides together end with that.
    """
    possible = (*items, *further[:_FURTHER])
    for count in range(len(possible), 1, -1):
        parts = possible[:count]
        summed = amount(*parts)
        fitting = next((one for one in reversed(totals) if one.exact and _agree(summed, one)), None)
        if fitting is not None and all(part.exact for part in parts):
            return _relation(parts, fitting, holds=True)
    all_ = amount(*items).value
    for one, two in pairwise(totals):
        if one.exact and two.exact and one.value + two.value == all_ and (two is total or not directly):
            return Relation(Form.SUM, (one, two, *items), two, _written(items, all_))
    if total is None or not total.exact:
        return None
    # 263件,成功258件,其中…: the total that is meant is the one that is nearly right.
    nearest = min(
        (one for one in totals if one.exact), key=lambda one: (abs(one.value - all_), one is not total), default=total
    )
    return _relation(items, nearest, holds=False)


def _agree(summed: Amount, total: Figure) -> bool:
    return abs(summed.value - total.value) <= summed.slack + total.slack


def _relation(parts: Sequence[Figure], total: Figure, *, holds: bool) -> Relation:
    summed = amount(*parts).value
    numbers = tuple(sorted((total, *parts), key=lambda figure: figure.start))
    difference = show(abs(summed - total.value), total)
    return Relation(Form.SUM, numbers, total, _written(parts, summed), difference, holds)


def _written(parts: Sequence[Figure], summed: int) -> str:
    finest = max(parts, key=lambda part: (part.decimals, -part.scale))
    return f"{'+'.join(map(number, parts))}={show(summed, finest)}"


def _added(text: str, figures: Sequence[Figure]) -> Iterator[Relation]:
    """A total that follows its parts: 建议73件、提案88件,共161件."""
    for index, total in enumerate(figures):
        if index < 2 or text[figures[index - 1].end : total.start] not in _TOTALS:
            continue
        parts, by_comma = _chain(text, figures[:index], total.kind)
        if len(parts) < 2 or not total.exact or not all(part.exact for part in parts):
            continue
        fitting = next((parts[at:] for at in range(len(parts) - 1) if _agree(amount(*parts[at:]), total)), None)
        if fitting is not None:
            yield _relation(fitting, total, holds=True)
        elif not by_comma:
            yield _relation(parts, total, holds=False)


def _chain(text: str, figures: Sequence[Figure], kind: str) -> tuple[list[Figure], bool]:
    """Return the figures of *kind* that stand side by side at the end of *figures*; whether commas set them apart."""
    parts: list[Figure] = []
    by_comma = False
    end: int | None = None
    for figure in reversed(figures):
        if figure.kind != kind or is_idiom(figure):
            break
        if end is not None:
            found = step(without_brackets(text[figure.end : end]))
            if found is None:
                break
            by_comma = by_comma or found["mark"] in ",;"
        parts.insert(0, figure)
        end = figure.start
    return parts, by_comma
