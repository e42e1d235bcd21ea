"""Calculations that did not come out, laid out as small tables: each number with its words, the result, the claim.

What a rule calculated stands in its ``why`` (``6+5+2=13``), the numbers themselves are its evidence. Both are put
together by value; a number that is in the evidence but not in the calculation is what the text claims instead.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from checker.frozen import dataclass, replace
from checker.model import Evidence, Outcome, Role, State
from checker.regex import regex
from checker.texts import Language

_VALUE = r"\d+(?:\.\d+)?(?:万亿|[万亿])?"
_PIECES = regex(r"[：；;]|: ")
_CALCULATION = regex(rf"[(]*{_VALUE}%?(?:[-+÷×=<>≤≥≠→()]+{_VALUE}%?[)]*)+")
_SUM = regex(r"[\d.]+(?:\+[\d.]+)+=(?P<total>\d+(?:\.\d+)?)")
_QUOTED = regex(
    r"(?P<words>.*?)(?P<number>(?:\d{1,3}(?:[,，]\d{3})+|\d+)(?:\.\d+)?(?:万亿|[万亿])?)(?P<unit>\D*)", re.DOTALL
)
_SEPARATORS = "，,、；;：:。 \n"


@dataclass(frozen=True, slots=True)
class Row:
    """One number of an equation. *words* stand before *number*, *unit* after it; *claimed*: the text's own result."""

    evidence: Evidence
    words: str
    number: str
    unit: str
    claimed: bool = False

    @property
    def value(self) -> str:
        """Return the number as it stands in a calculation."""
        return re.sub("[,，]", "", self.number)


@dataclass(frozen=True, slots=True)
class Equation:
    """A calculation that did not come out. *total* and *difference* are known of a plain sum, None otherwise."""

    calculation: str
    rows: tuple[Row, ...]
    total: str | None = None
    difference: str | None = None


def equations(outcome: Outcome, language: Language) -> list[Equation]:
    """Return what *outcome* has calculated and found wrong, in the order of its ``why``."""
    if outcome.state not in (State.FAIL, State.PARTIAL):
        return []
    calculations = list(_calculations(outcome.why.of(language)))
    free = [row for item in outcome.evidence if item.role is Role.MATCH and (row := _row(item)) is not None]
    found = []
    for index, calculation in enumerate(calculations):
        rows = _rows(calculation, free, is_last=index == len(calculations) - 1)
        if rows:
            taken = {row.evidence for row in rows}
            free = [row for row in free if row.evidence not in taken]
            found.append(_equation(calculation, rows))
    return found


def _calculations(why: str) -> Iterator[str]:
    """Yield what stands between the colons and semicolons of a reason and is a calculation, nothing else."""
    for piece in map(str.strip, _PIECES.split(why)):
        if _CALCULATION.fullmatch(piece) and re.search(r"[=<>≤≥≠→]", piece):
            yield piece


def _row(evidence: Evidence) -> Row | None:
    """Return the quote split at its last number; None where it has none in digits."""
    # The last number is the one behind which no digit follows.
    split = next((found for found in _QUOTED.finditer(evidence.quote) if found.end() == len(evidence.quote)), None)
    if split is None:
        return None
    words = evidence.quote[: split.start("number")].strip(_SEPARATORS)
    return Row(evidence, words, split["number"], split["unit"].strip(_SEPARATORS))


def _rows(calculation: str, free: Sequence[Row], *, is_last: bool) -> tuple[Row, ...]:
    """Return the numbers of *calculation* in the order of the text, and the one that is claimed instead."""
    wanted = re.findall(_VALUE, calculation.partition("=")[0])
    taken = []
    for row in free:
        if row.value in wanted:
            wanted.remove(row.value)
            taken.append(row)
    if not taken:
        return ()
    others = [row for row in free if row not in taken]
    if others and not is_last:
        start = taken[0].evidence.start
        others = [min(others, key=lambda row: abs(row.evidence.start - start))]
    taken += [replace(row, claimed="=" in calculation) for row in others]
    return tuple(sorted(taken, key=lambda row: row.evidence.start))


def _equation(calculation: str, rows: tuple[Row, ...]) -> Equation:
    summed = _SUM.fullmatch(calculation)
    if summed is None:
        return Equation(calculation, rows)
    claimed = [row.value for row in rows if row.claimed]
    if len(claimed) != 1 or not re.fullmatch(r"\d+(?:\.\d+)?", claimed[0]):
        return Equation(calculation, rows, summed["total"])
    return Equation(calculation, rows, summed["total"], f"{Decimal(claimed[0]) - Decimal(summed['total']):+f}")
