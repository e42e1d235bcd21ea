"""Growth: 比上年增加6件,增长15%; 1846次,比上年的2010次下降8.2%; 由58条减少到21条; 从47%提升至73%,提高26个百分点."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from checker.regex import regex
from checker.structure.figures import MILLION, PERCENT, POINTS, Figure, Sentence
from checker.structure.listings import is_idiom
from checker.structure.relations import (
    Amount,
    Form,
    Relation,
    amount,
    is_rate,
    number,
    percentage,
    points_off,
    show,
)

_UP = "增长|增加|上升|扩大|增|多"
_DOWN = "下降|减少|降低|回落|压减|精简|减|少|降"
_RISE = "提高|提升"  # of a rank or a time it may mean that the number falls
# One character a step, so that no text can be read in two ways and a failing match stays linear.
_THAN = r"(?:[同环比相较与上一去前年初度期的总量数净]|20\d\d)*"
_CHANGE = regex(
    rf"[,、(]?{_THAN}(?:(?P<up>{_UP}|{_RISE})|(?P<down>{_DOWN}))(?:了|到了)?(?:率|幅度|幅|速)?(?:为|是|达到?|约)?"
)
_RATE_NAME = regex(r"[,、(]?(?:同比)?(?:(?P<up>增长率|增幅|增速|涨幅)|(?P<down>降幅|下降率|减幅|降率))(?:为|是|达到?)?")
_BASE = regex(r"[,、(]?(?=[^,]{0,20}[比较与年])(?:[同比相较与上一去前年度期的为是仅]|20\d\d)+")
_TO = regex(
    rf"[^\d,;:。()]{{0,6}}?(?:(?P<up>{_UP}|{_RISE})|(?P<down>{_DOWN}|压缩|缩短|缩减))(?:到了?|至|为)"
    r"(?:20\d\d年的?)?[^\d,;:。()]{0,6}"
)
_FROM = regex(r"[从由][^,;:。()]{0,20}$")
_NEAR = 40
_RANKED = regex(r"排名|位次|名次|位列|排位")


def growth(text: str, sentence: Sentence) -> Iterator[Relation]:
    """Return what *sentence* claims of changes: their size, their rate and their direction."""
    figures = sentence.figures
    for index, (one, two) in enumerate(pairwise(figures)):
        if two.start - one.end > _NEAR or not (one.exact and two.exact and one.unit):
            continue
        if is_idiom(one) or is_idiom(two):
            continue
        third = figures[index + 2] if index + 2 < len(figures) else None
        if third is not None and (third.start - two.end > _NEAR or not third.exact):
            third = None
        if one.kind == two.kind:
            yield from _from_to(text, one, two, third)
            if third is not None and third.unit == PERCENT and one.unit != PERCENT:
                yield from _by_difference(text, one, two, third)
                yield from _against_base(text, one, two, third)
        elif two.unit == PERCENT and third is not None and third.kind == one.kind:
            yield from _by_difference(text, one, third, two)


def _way(found: re.Match[str] | None) -> int:
    """Return 1 for a rise, -1 for a fall, 0 for neither."""
    if found is None:
        return 0
    return 1 if found["up"] else -1


def _change(text: str, start: int, end: int) -> int:
    return _way(_CHANGE.fullmatch(text, start, end) or _RATE_NAME.fullmatch(text, start, end))


def _by_difference(text: str, now: Figure, difference: Figure, rate: Figure) -> Iterator[Relation]:
    """``now``, a change by ``difference``, at ``rate``; the two latter in either order."""
    first, second = sorted((difference, rate), key=lambda figure: figure.start)
    ways = {_change(text, now.end, first.start), _change(text, first.end, second.start)}
    if len(ways) != 1 or 0 in ways:
        return
    way = ways.pop()
    changed = amount(difference)
    base = amount(now) - changed if way > 0 else amount(now) + changed
    written = f"({number(now)}{'-' if way > 0 else '+'}{number(difference)})"
    yield from _rate(changed, base, rate, f"{number(difference)}÷{written}", (now, first, second))


def _against_base(text: str, now: Figure, base: Figure, rate: Figure) -> Iterator[Relation]:
    """``now``, against ``base`` of the year before, at ``rate``."""
    way = _change(text, base.end, rate.start)
    if not way or not _BASE.fullmatch(text, now.end, base.start):
        return
    if way * (now.value - base.value) < 0:
        yield _direction(base, now, (now, base, rate))
        return
    greater, less = (now, base) if way > 0 else (base, now)
    calculation = f"({number(greater)}-{number(less)})÷{number(base)}"
    yield from _rate(amount(greater) - amount(less), amount(base), rate, calculation, (now, base, rate))


def _rate(
    changed: Amount, base: Amount, rate: Figure, calculation: str, figures: tuple[Figure, ...]
) -> Iterator[Relation]:
    if base.value <= base.slack:
        now, *others = figures
        difference = next((figure for figure in others if figure.kind == now.kind), now)
        if now.value + now.slack < difference.value - difference.slack:
            less = show(now.value - difference.value, now)
            yield Relation(Form.NEGATIVE, figures, now, f"{number(now)}-{number(difference)}={less}", holds=False)
        return
    holds = is_rate(changed, base, rate, all_is_all=False)
    calculation = f"{calculation}={percentage(changed, base, rate.decimals)}"
    yield Relation(Form.GROWTH, figures, rate, calculation, points_off(changed, base, rate), holds)


def _from_to(text: str, old: Figure, new: Figure, third: Figure | None) -> Iterator[Relation]:
    """``从 old 增加到 new``, and what follows it."""
    found = _TO.fullmatch(text, old.end, new.start)
    if found is None or not _FROM.search(text[max(old.start - 24, 0) : old.start]):
        return
    way = _way(found)
    turned = way * (new.value - old.value) < 0
    improves = found["up"] in _RISE.split("|") and old.unit != PERCENT
    if turned and not improves and not _RANKED.search(text[max(old.start - 24, 0) : old.start]):
        yield _direction(old, new, (old, new))
        return
    if turned or improves or third is None:
        return
    if not turned:
        yield Relation(Form.DIRECTION, (old, new), new, f"{number(old)}→{number(new)}")
    if _change(text, new.end, third.start) != way:
        return
    greater, less = (new, old) if way > 0 else (old, new)
    changed = amount(greater) - amount(less)
    written = f"{number(greater)}-{number(less)}"
    if third.unit == PERCENT and old.unit != PERCENT:
        yield from _rate(changed, amount(old), third, f"({written})÷{number(old)}", (old, new, third))
    elif third.unit == (POINTS if old.unit == PERCENT else old.unit):
        off = abs(changed.value - third.value)
        form = Form.POINTS if third.unit == POINTS else Form.SUM
        yield Relation(
            form,
            (old, new, third),
            third,
            f"{written}={show(changed.value, third)}",
            show(off, third),
            holds=off <= max(changed.slack + third.slack, MILLION // 10 if third.unit == POINTS else 0),
        )


def _direction(old: Figure, new: Figure, figures: Sequence[Figure]) -> Relation:
    sign = "<" if new.value < old.value else ">"
    return Relation(Form.DIRECTION, tuple(figures), new, f"{number(new)}{sign}{number(old)}", holds=False)
