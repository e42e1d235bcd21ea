"""Personal data: numbers that belong to a person and must not be made public.

Parameters:
    what: ``identity`` (numbers of identity cards), ``mobile`` (mobile telephones), ``bank_card``.
    near: words that must stand shortly before a number that by itself could be something else: bank cards, and old
        identity numbers of 15 digits, which have no check digit. A concept.
    unless: what shows that a number counts something (元) or names a document; a hit that begins in the number or
        right behind it clears it. A concept.

Passes:  拨打12345热线      0771-5551234      罚没款13800000000元
Fails:   联系人手机13900000000

Messages show the first and last digits only; the evidence is the text itself and holds the number as it stands there.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any

from checker.checks.result import Result
from checker.frozen import dataclass
from checker.model import Span, State
from checker.regex import regex
from checker.rule import Rule
from checker.structure.analysis import Analysis
from checker.texts import text

KIND = "personal_data"
SCHEMA: Mapping[str, Any] = {
    "type": "object",
    "properties": {
        "what": {"type": "string", "enum": ["identity", "mobile", "bank_card"]},
        "near": {"type": "string", "x-refers-to": "concept"},
        "unless": {"type": "string", "x-refers-to": "concept"},
    },
    "required": ["what"],
    "additionalProperties": False,
}

_ALONE = r"(?<![\dA-Za-z.\-/_=])"
_OVER = r"(?![\dA-Za-z_/]|[.\-]\w)"
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECK_DIGITS = "10X98765432"
# The first two digits: the province where the number was given out.
_REGIONS = frozenset(
    str(code)
    for codes in (range(11, 16), range(21, 24), range(31, 38), range(41, 47), range(50, 55), range(61, 66))
    for code in codes
)
_LONG = regex(r"\d(?:[- ]?\d){9,}[- ]?[\dXx]")
_NEAR = 24
_SHOWN = 10


@dataclass(frozen=True, slots=True)
class _Number:
    """How one sort of number looks; *is_one* decides, *sure* tells that no words are needed beside it."""

    pattern: re.Pattern[str]
    is_one: Callable[[str], bool]
    sure: bool


def _is_identity(digits: str) -> bool:
    total = sum(int(digit) * weight for digit, weight in zip(digits[:17], _WEIGHTS, strict=True))
    return digits[:2] in _REGIONS and _is_day(digits[6:14]) and _CHECK_DIGITS[total % 11] == digits[17].upper()


def _is_old_identity(digits: str) -> bool:
    return digits[:2] in _REGIONS and _is_day("19" + digits[6:12])


def _is_day(digits: str) -> bool:
    try:
        return date(int(digits[:4]), int(digits[4:6]), int(digits[6:])) >= date(1900, 1, 1)
    except ValueError:
        return False


def _is_card(digits: str) -> bool:
    """Whether the last digit is the right check digit (Luhn)."""
    values = [int(digit) * (2 if index % 2 else 1) for index, digit in enumerate(reversed(digits))]
    return sum(value // 10 + value % 10 for value in values) % 10 == 0


def _is_mobile(digits: str) -> bool:
    return len(digits.removeprefix("86")) == 11


_NUMBERS: Mapping[str, tuple[_Number, ...]] = {
    "identity": (
        _Number(re.compile(rf"{_ALONE}[1-6]\d{{16}}[\dXx]{_OVER}"), _is_identity, sure=True),
        _Number(re.compile(rf"{_ALONE}[1-6]\d{{14}}{_OVER}"), _is_old_identity, sure=False),
    ),
    "mobile": (
        _Number(re.compile(rf"{_ALONE}(?:\+?86[- ]?)?1[3-9]\d([- ]?)\d{{4}}\1\d{{4}}{_OVER}"), _is_mobile, sure=True),
    ),
    "bank_card": (
        _Number(re.compile(rf"{_ALONE}[1-9]\d{{3}}(?: ?\d{{4}}){{3}}(?: ?\d{{1,3}})?{_OVER}"), _is_card, sure=False),
    ),
}


def check(analysis: Analysis, rule: Rule) -> Result:
    """Look for numbers of the kind asked for."""
    what = rule.parameters["what"]
    name = text(f"personal_data.{what}")
    why = text("personal_data.why", what=name)
    found = list(_found(analysis, rule))
    if not found:
        return Result(State.PASS, text("personal_data.none", what=name), why)
    shown = "、".join(dict.fromkeys(_masked(analysis.text[span.start : span.end]) for span in found[:_SHOWN]))
    evidence = tuple(analysis.evidence(span) for span in found[:_SHOWN])
    return Result(State.FAIL, text("personal_data.found", what=name, count=len(found), shown=shown), why, evidence)


def _found(analysis: Analysis, rule: Rule) -> Iterator[Span]:
    near, unless = rule.parameters.get("near"), rule.parameters.get("unless")
    runs = analysis.once("long numbers", lambda: list(_LONG.finditer(analysis.text)))
    for number in _NUMBERS[rule.parameters["what"]]:
        # A little of what follows is looked at too: it may show that the number goes on.
        for hit in (hit for run in runs for hit in number.pattern.finditer(analysis.text, run.start(), run.end() + 2)):
            start, end = hit.span()
            if not number.is_one(re.sub(r"[^\dXx]", "", hit.group())):
                continue
            if not number.sure and not analysis.hits_in(near, start - _NEAR, start):
                continue
            if not analysis.hits_in(unless, start, end + 1):
                yield Span(start, end)


def _masked(number: str) -> str:
    digits = re.sub(r"^\+?86(?=.{11})|[^\dXx]", "", number)
    return digits[:3] + "*" * (len(digits) - 5) + digits[-2:]
