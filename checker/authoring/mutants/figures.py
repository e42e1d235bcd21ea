"""Arithmetic: one number of an equation that comes out right is changed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from checker.authoring.edits import Edit, edited
from checker.authoring.mutants.base import Good, Mutant
from checker.checks.arithmetic import evidence_of, relations
from checker.model import Evidence
from checker.regex import regex
from checker.rule import Rule
from checker.structure.figures import MILLION
from checker.structure.relations import Form, Relation
from checker.texts import text

_NUMBER = regex(r"\d[\d,]*(?:\.\d+)?")
_RATE = regex(r"[%％]\s*$")
_DIRECTLY = regex(r"[,(]?其中")
_FAR = Decimal(7)  # percentage points: no way of rounding explains them


def changed(good: Good, rule: Rule) -> Iterator[Mutant]:
    """Change one number after the other of every relation that the rule has confirmed."""
    analysis = good.analysis
    for relation in relations(analysis, rule):
        if not relation.holds:
            continue
        evidence = evidence_of(analysis, [relation])
        if relation.form is Form.PART:
            changes = _too_great(analysis.text, relation, evidence[-1])
        else:
            changes = number_changes(rule.parameters["relation"], evidence)
        for item, number, new in changes:
            start = item.start + number.start()
            edit = Edit(start, start + len(number.group()), new)
            yield Mutant(text("mutants.number", old=item.quote, new=new), edited(good.document, [edit]))


Change = tuple[Evidence, re.Match[str], str]


def _too_great(words: str, relation: Relation, item: Evidence) -> Iterator[Change]:
    """Yield the change that makes a part greater than all that it may be a part of.

    That is the number right before 其中; where other words stand between, any number of the same unit before it.
    """
    whole, part = relation.figures
    numbers = list(_NUMBER.finditer(item.quote))
    if numbers:
        wholes = [whole.value]
        if not _DIRECTLY.match(words, whole.end):
            begin = max(words.rfind(end, 0, part.start) for end in "。\n")
            others = re.finditer(rf"({_NUMBER.pattern}){re.escape(part.unit)}", words[begin + 1 : part.start])
            wholes += [int(Decimal(other[1].replace(",", "")) * MILLION) for other in others]
        yield item, numbers[-1], str(max(wholes) // MILLION + 1)


def number_changes(relation: str, evidence: Sequence[Evidence]) -> Iterator[Change]:
    """Yield the last number of each of *evidence* that may be changed, and what to, so that *relation* breaks."""
    read = [(item, hits[-1]) for item in evidence if (hits := list(_NUMBER.finditer(item.quote)))]
    rates = [(item, hit) for item, hit in read if _RATE.search(item.quote)]
    if relation in ("rate", "growth") and rates:
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
