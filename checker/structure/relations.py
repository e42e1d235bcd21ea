"""Relations between figures: what was calculated, what the text says instead, and which number is most likely wrong."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from checker.frozen import dataclass
from checker.structure.figures import MILLION, Figure

_POWERS = {10**4: "万", 10**8: "亿", 10**12: "万亿"}
_TENTH = MILLION // 10
_TELLING = 20 * MILLION  # smaller numbers are the same by chance


class Form(StrEnum):
    """What a relation is about."""

    SUM = "sum"  # parts add up to a total
    PART = "part"  # a part is not greater than its whole
    RATE = "rate"  # a rate comes from two numbers
    GROWTH = "growth"  # a rate of growth comes from two numbers
    NEGATIVE = "negative"  # what has risen by a number is not less than that
    DIRECTION = "direction"  # a number that "rises" becomes greater
    POINTS = "points"  # a difference of two rates, in percentage points
    SAME = "same"  # one indicator has one value


@dataclass(frozen=True, slots=True)
class Relation:
    """An equation or comparison that a text claims. *figures*: all its numbers in order; *stated*: the claimed result.

    *calculation* is what the numbers give (``91+247=338``), *difference* how far *stated* is from that, both free
    of language. *certain* is False where the claim itself has to be guessed: a list that only looks complete.
    """

    form: Form
    figures: tuple[Figure, ...]
    stated: Figure
    calculation: str
    difference: str = ""
    holds: bool = True
    certain: bool = True

    def __hash__(self) -> int:
        """Return a hash of what tells most relations apart."""
        return hash((self.stated, self.calculation))


@dataclass(frozen=True, slots=True)
class Suspect:
    """The one number that nothing else confirms; *instead* is what it must be, None where that is not clear."""

    figure: Figure
    instead: str | None


@dataclass(frozen=True, slots=True)
class Amount:
    """A value that may be off by *slack* to either side, both in millionths: a figure or what was made of several."""

    value: int
    slack: int

    def __add__(self, other: Amount) -> Amount:
        return Amount(self.value + other.value, self.slack + other.slack)

    def __sub__(self, other: Amount) -> Amount:
        return Amount(self.value - other.value, self.slack + other.slack)


def number(figure: Figure) -> str:
    """Return the number of *figure* as it stands in an equation: 1,234 as 1234, 三十二 as 32, 3.2万 as it is."""
    return show(figure.value, figure)


def amount(*figures: Figure) -> Amount:
    """Return the sum of *figures*."""
    return Amount(sum(figure.value for figure in figures), sum(figure.slack for figure in figures))


def is_rate(part: Amount, whole: Amount, rate: Figure, *, all_is_all: bool = True) -> bool:
    """Whether *part* of *whole* makes *rate*, a figure in per cent, rounded or cut off.

    After rounding a rate with decimals may be off by 0.1 points, one without by less than 1 point. *all_is_all*: 100%
    means every one.
    """
    low, high = whole.value - whole.slack, whole.value + whole.slack
    if low <= 0:
        return False
    tolerance = _TENTH + MILLION // (2 * 10**rate.decimals) if rate.decimals else MILLION - 1
    if all_is_all and rate.value == 100 * MILLION:
        tolerance = 0
    hundred = 100 * MILLION
    lowest = (part.value - part.slack) * hundred // high
    highest = -(-(part.value + part.slack) * hundred // low)
    return lowest - tolerance <= rate.value <= highest + tolerance


def percentage(part: Amount, whole: Amount, decimals: int) -> str:
    """Return *part* of *whole* in per cent, with one digit after the point at least."""
    return f"{part.value * 100 / whole.value:.{max(decimals, 1)}f}%"


def points_off(part: Amount, whole: Amount, rate: Figure) -> str:
    """Return how far *rate* is from *part* of *whole*, in percentage points."""
    return f"{abs(part.value * 100 / whole.value - rate.value / MILLION):.{max(rate.decimals, 1)}f}"


def rate_relation(part: Figure, whole: Figure, rate: Figure, *, holds: bool) -> Relation:
    """Return the relation that *part* of *whole* makes *rate*."""
    one, all_ = amount(part), amount(whole)
    calculation = f"{number(part)}÷{number(whole)}={percentage(one, all_, rate.decimals)}"
    numbers = tuple(sorted((part, whole, rate), key=lambda figure: figure.start))
    return Relation(Form.RATE, numbers, rate, calculation, points_off(one, all_, rate), holds)


def part_relation(whole: Figure, part: Figure, *, over: bool) -> Relation:
    """Return the relation that *part* is not greater than *whole*; *over*: it is."""
    difference = show(part.value - whole.value, whole) if over else ""
    written = f"{number(part)}{'>' if over else '≤'}{number(whole)}"
    return Relation(Form.PART, (whole, part), part, written, difference, holds=not over)


def show(value: int, like: Figure) -> str:
    """Return *value* (millionths) written like the number of *like*: in 万 or 亿, with as many digits at least."""
    power = _POWERS.get(like.scale, "")
    unit = MILLION * (like.scale if power else 1)
    whole, rest = divmod(abs(value), unit)
    digits = f"{rest * 10**8 // unit:08d}".rstrip("0").ljust(like.decimals, "0")
    return f"{'-' if value < 0 else ''}{whole}{'.' if digits else ''}{digits}{power}"


def is_slip(written: str, instead: str) -> bool:
    """Whether one slip of the hand turns *instead* into *written*: a digit wrong, left out or added, two exchanged.

    Of a number with one digit nothing can be left out.
    """
    if len(written) == len(instead):
        wrong = [index for index in range(len(written)) if written[index] != instead[index]]
        if len(wrong) != 2:
            return len(wrong) == 1
        first, second = wrong
        return second == first + 1 and written[first] == instead[second] and written[second] == instead[first]
    longer, shorter = sorted((written, instead), key=len, reverse=True)
    left_out = (longer[:index] + longer[index + 1 :] for index in range(len(longer)))
    return len(shorter) > 1 and shorter in left_out


def suspect(broken: Relation, relations: Iterable[Relation]) -> Suspect | None:
    """Return the one number of *broken* that no relation which holds confirms; None where the others leave it open.

    A number is confirmed where it, or the same number of the same unit elsewhere, takes part in a relation that holds.
    """
    confirmed = {
        (figure.value, figure.kind)
        for relation in relations
        if relation.holds and relation.form not in (Form.PART, Form.DIRECTION)
        for figure in relation.figures
        if figure.value >= _TELLING or figure in broken.figures
    }
    doubtful = [figure for figure in broken.figures if (figure.value, figure.kind) not in confirmed]
    if len(doubtful) != 1:
        return None
    figure = doubtful[0]
    needed = needed_instead(broken, figure)
    return Suspect(figure, None if needed is None else show(needed, figure))


def needed_instead(broken: Relation, figure: Figure) -> int | None:
    """Return the value (millionths) of *figure* that would make the sum *broken* come out; None where none would."""
    if broken.form is not Form.SUM:
        return None
    total = sum(part.value for part in broken.figures if part is not broken.stated)
    needed = total if figure is broken.stated else figure.value + broken.stated.value - total
    return needed if needed > 0 else None
