"""Rates and the two numbers they come from: 受理265件,化解252件,化解率95.1%."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from checker.model import Span
from checker.regex import regex
from checker.structure.figures import CLAUSE_LENGTH, PERCENT, POINTS, Figure, Sentence, clause_start
from checker.structure.listings import is_idiom
from checker.structure.relations import (
    Form,
    Relation,
    amount,
    is_rate,
    number,
    part_relation,
    percentage,
    rate_relation,
)

_REACH = 8
_IS = regex(r"[均都]?(?:分别)?(?:达到了?|达|为|是|保持在|保持|:)?")
_BETWEEN = regex(r"[^\d,;。:()]{0,10}[,、(]?[^\d,;。:()]{0,14}")


def rates(
    text: str, sentence: Sentence, names: Sequence[Span], counts: Sequence[Span], barred: Sequence[Span]
) -> Iterator[Relation]:
    """Return what *sentence* claims of rates.

    *names*: where rates are named whose base is beyond dispute (办结率); *counts*: where that is named of which they
    are the rate (办结); the two belong together where they share a character. *barred*: words that let a rate rest on
    numbers which the sentence does not give (结转, 到期): a rate that cannot be derived is no contradiction then.
    """
    free = _last_in(barred, sentence.start, sentence.end) is None
    for index, rate in enumerate(sentence.figures):
        if rate.unit == PERCENT and rate.exact and index > 1:
            around = sentence.figures[max(index - _REACH, 0) : index + _REACH // 2]
            part = _counted(text, sentence.figures[max(index - _REACH, 0) : index], rate, names, counts)
            relation = None if part is None else _judge(text, around, part, rate)
            if relation is not None and (relation.holds or free):
                yield relation


def _counted(
    text: str, before: Sequence[Figure], rate: Figure, names: Sequence[Span], counts: Sequence[Span]
) -> Figure | None:
    """Return the figure that the named rate counts: it stands right before it and is named alike."""
    name = _last_in(names, rate.start - 24, rate.start)
    if name is None or not _IS.fullmatch(text, name.end, rate.start):
        return None
    end = name.start
    for part in [figure for figure in reversed(before) if figure.unit not in (PERCENT, POINTS)][:2]:
        if not part.exact or not part.unit or is_idiom(part) or not _BETWEEN.fullmatch(text, part.end, end):
            return None
        counted = _last_in(counts, clause_start(text, part), part.start)
        if counted is not None:
            shared = set(text[counted.start : counted.end]) & set(text[name.start : name.end].removesuffix("率"))
            return part if shared else None
        end = part.start  # 办结1872件,全部1934件,实办率96.8%
    return None


def _last_in(spans: Sequence[Span], start: int, end: int) -> Span | None:
    """Return the last of *spans* that lies in ``[start, end)``."""
    index = bisect_left(spans, end, key=lambda span: span.start) - 1
    while index >= 0 and spans[index].start >= start:
        if spans[index].end <= end:
            return spans[index]
        index -= 1
    return None


def _judge(text: str, figures: Sequence[Figure], part: Figure, rate: Figure) -> Relation | None:
    same = [figure for figure in figures if figure.kind == part.kind and figure.exact and not is_idiom(figure)]
    amounts = {figure.start: amount(figure) for figure in (part, *same)}
    for one in (part, *same):
        for whole in same:
            if one is not whole and is_rate(amounts[one.start], amounts[whole.start], rate):
                return rate_relation(one, whole, rate, holds=True)
    before = [figure for figure in same if figure.start < rate.start and figure is not part]
    for at in range(len(before) - 1):
        two = before[at : at + 2]
        if is_rate(amount(part), amount(*two), rate) and "其中" not in text[two[0].start - 16 : two[0].start]:
            return Relation(Form.RATE, (*two, part, rate), rate, _of_two(part, two, rate))
    # A number far smaller than the part is not what it is a part of, not even with a slip: the base is not given then.
    nearest = before[-1] if before and before[-1].value * 10 > part.value else None
    base = next((figure for figure in reversed(before) if figure.value >= part.value), nearest)
    return None if base is None else rate_relation(part, base, rate, holds=False)


def _of_two(part: Figure, wholes: Sequence[Figure], rate: Figure) -> str:
    added = "+".join(map(number, wholes))
    return f"{number(part)}÷({added})={percentage(amount(part), amount(*wholes), rate.decimals)}"


def subsets(text: str, sentence: Sentence, named: Sequence[Span]) -> Iterator[Relation]:
    """Return the claim that a number of successes, passes … is not greater than every number before it.

    *named*: where such a number is named (调解成功).
    """
    for index, part in enumerate(sentence.figures):
        if not part.exact or not part.unit or not index:
            continue
        name = _last_in(named, max(part.start - CLAUSE_LENGTH, 0), part.start)
        if name is None or name.end != part.start or name.start < clause_start(text, part):
            continue
        before = [
            figure
            for figure in sentence.figures[max(index - _REACH, 0) : index]
            if figure.kind == part.kind and not is_idiom(figure)
        ]
        if not before or not all(figure.exact for figure in before):
            continue
        whole = max(before, key=lambda figure: figure.value)
        over = part.value - part.slack > whole.value + whole.slack
        yield part_relation(whole, part, over=over)
