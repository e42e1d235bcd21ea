"""Whether a list of parts is complete, where the text does not say so in as many words."""

from __future__ import annotations

from collections.abc import Sequence

from checker.regex import HAN, regex
from checker.structure.figures import MILLION
from checker.structure.listings import Listing
from checker.structure.relations import Relation, is_slip, number, show

_OPPOSITES = frozenset(
    frozenset(pair) for pair in (("内", "外"), ("男", "女"), ("新", "旧"), ("上", "下"), ("已", "未"), ("", "非"))
)
_SHARE = 20  # one of so many is nearer than chance
_LEVEL = regex(rf"{HAN}{{1,3}}级")


def looks_complete(broken: Relation, listing: Listing, head: str, *, directly: bool) -> bool:
    """Whether a list that does not say so seems to be complete, so that a number is wrong rather than a part left out.

    *head*: the words before the total; *directly*: the list stands right behind it. A part left out mostly makes a
    small difference, a slip of the hand a round one; but who tells a total part by part does not leave out a single
    one of many.
    """
    total, items = broken.stated, listing.items
    summed = sum(item.value for item in items)
    needed = [(total, show(summed, total))]
    needed += [(item, show(item.value + total.value - summed, item)) for item in items]
    slips = [figure.written for figure, instead in needed if is_slip(number(figure), instead)]
    if summed > total.value:
        return _is_over(listing, total.value, summed, has_slip=bool(slips), directly=directly)
    if listing.totals[-1] is not total:
        return False
    digit = min(MILLION * figure.scale // 10**figure.decimals for figure in broken.figures)
    if listing.in_brackets and len(items) > 2:
        return 2 * summed >= total.value
    return bool(slips) and _is_all_but(listing, total.value, total.value - summed, digit, head)


def _is_over(listing: Listing, total: int, summed: int, *, has_slip: bool, directly: bool) -> bool:
    """Whether parts that make more than *total* are of that total, and of no greater number before it."""
    greatest = max(figure.value for figure in listing.totals)
    if summed <= greatest:
        return directly and has_slip and _SHARE * (summed - total) <= total
    likely = not listing.by_comma or len(_affix(listing.labels)) > 1
    return has_slip or (likely and summed <= 2 * greatest)


def _is_all_but(listing: Listing, total: int, missing: int, digit: int, head: str) -> bool:
    """Whether parts that make less than *total*, by one slip, are all there are; *digit* is the last one written."""
    count = len(listing.items)
    if 10 * missing > total:
        return count > 2 and 5 * missing <= 3 * total and missing % (100 * digit) == 0
    by_one = missing == digit and not listing.by_comma
    affix = _affix(listing.labels)
    of_one_kind = len(affix) > (1 if by_one else 2) and not head.endswith(affix[-2:])
    if of_one_kind or all(_LEVEL.match(label) for label in listing.labels):
        return True
    return count > 2 and (missing >= 9 * digit or (by_one and _SHARE * missing <= total))


def are_opposed(labels: Sequence[str]) -> bool:
    """Whether two labels are opposites, so that there is no third: 内部、外部; 电话、非电话."""
    if len(labels) != 2:
        return False
    begin = len(_shared(labels))
    rests = [label[begin:] for label in labels]
    end = len(_shared([rest[::-1] for rest in rests]))
    return frozenset(rest[: len(rest) - end] for rest in rests) in _OPPOSITES


def _affix(labels: Sequence[str]) -> str:
    """Return how all the words of the parts end, or else begin: 镇级调解、村级调解 → 级调解."""
    if len(set(labels)) < len(labels):
        return ""
    end = _shared([label[::-1] for label in labels])[::-1]
    return end if len(end) > 1 else _shared(labels)


def _shared(words: Sequence[str]) -> str:
    """Return the longest beginning that all *words* share."""
    first, last = min(words), max(words)
    length = next((at for at, pair in enumerate(zip(first, last, strict=False)) if pair[0] != pair[1]), len(first))
    return first[:length]
