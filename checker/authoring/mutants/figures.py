"""Arithmetic: one number of an equation that comes out right is changed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from checker.authoring.edits import Edit, edited
from checker.authoring.mutants.base import Good, Mutant
from checker.model import Evidence, State
from checker.rule import Rule
from checker.texts import text

_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
_RATE = re.compile(r"[%％]\s*$")
_FAR = Decimal(7)  # percentage points: no way of rounding explains them


def changed(good: Good, rule: Rule) -> Iterator[Mutant]:
    """Change one number after the other of what the rule has confirmed."""
    outcome = good.outcomes[rule.id]
    if outcome.state is not State.PASS:
        return
    for item, number, new in number_changes(rule.parameters["relation"], outcome.evidence):
        start = item.start + number.start()
        edit = Edit(start, start + len(number.group()), new)
        yield Mutant(text("mutants.number", old=item.quote, new=new), edited(good.document, [edit]))


Change = tuple[Evidence, re.Match[str], str]


def number_changes(relation: str, evidence: Sequence[Evidence]) -> Iterator[Change]:
    """Yield the last number of each of *evidence* that may be changed, and what to, so that *relation* breaks."""
    read = [(item, hits[-1]) for item in evidence if (hits := list(_NUMBER.finditer(item.quote)))]
    rates = [(item, hit) for item, hit in read if _RATE.search(item.quote)]
    if relation == "part":
        # The part stands last, and becomes greater than the whole.
        greatest = max((_value(hit) for _, hit in read), default=Decimal(0))
        for item, hit in read[1:]:
            yield item, hit, str(greatest + 1)
    elif relation in ("rate", "growth") and rates:
        for item, hit in rates:
            value = _value(hit)
            yield item, hit, str(value - _FAR if value > 2 * _FAR else value + _FAR)
    elif relation == "growth":
        if len(read) > 1 and _value(read[0][1]) != _value(read[1][1]):
            # What rises falls when its two numbers change places; one of them changed far enough does the same.
            (item, hit), (_, other) = read[1], read[0]
            yield item, hit, str(2 * _value(other) - _value(hit)) if _value(hit) < 2 * _value(other) else "0"
    else:
        for item, hit in read:
            yield item, hit, str(_value(hit) + _step(hit))


def _value(number: re.Match[str]) -> Decimal:
    return Decimal(number.group().replace(",", ""))


def _step(number: re.Match[str]) -> Decimal:
    """Return one, or five of the last digit after a point: less than that may be rounding."""
    decimals = len(number.group().partition(".")[2])
    return Decimal(5).scaleb(-decimals) if decimals else Decimal(1)
