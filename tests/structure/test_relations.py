"""How numbers are compared, shown, and which of them is doubted."""

from __future__ import annotations

import pytest

from checker.matching.phrases import SearchText
from checker.structure.figures import Figure, figures
from checker.structure.relations import Form, Relation, Suspect, amount, is_rate, is_slip, number, show, suspect
from tests.structure.build import units

UNITS = units("件", "元", "户")


def one(text: str) -> Figure:
    (figure,) = figures(SearchText(text), UNITS)
    return figure


def all_of(text: str) -> tuple[Figure, ...]:
    return figures(SearchText(text), UNITS)


@pytest.mark.parametrize(
    ("part", "whole", "rate", "agrees"),
    [
        ("252件", "265件", "95.1%", True),
        ("252件", "265件", "95.2%", True),
        ("252件", "265件", "95.3%", False),
        ("1件", "3件", "33.3%", True),
        ("1件", "3件", "33.4%", True),
        ("1件", "3件", "33.5%", False),
        ("8件", "12件", "66%", True),
        ("8件", "12件", "67%", True),
        ("8件", "12件", "68%", False),
        ("31件", "31件", "100%", True),
        ("999件", "1000件", "100%", False),
        ("5078件", "5120件", "99.18%", True),
        ("5078件", "5120件", "98.18%", False),
        ("1.9万件", "189.3万件", "1%", True),
        ("4.68亿元", "1.56亿元", "300%", True),
        ("3件", "0件", "50%", False),
    ],
)
def test_a_rate_may_be_rounded_or_cut_off(part: str, whole: str, rate: str, agrees: bool) -> None:
    assert is_rate(amount(one(part)), amount(one(whole)), one(rate)) is agrees


def test_only_a_rate_of_growth_may_be_rounded_to_a_hundred() -> None:
    arguments = (amount(one("120件")), amount(one("119件")), one("100%"))
    assert (is_rate(*arguments), is_rate(*arguments, all_is_all=False)) == (False, True)


@pytest.mark.parametrize(
    ("value", "like", "shown"),
    [
        (348_000_000, "12件", "348"),
        (12_500_000, "3件", "12.5"),
        (12_500_000, "3.25件", "12.50"),
        (32_000_000_000, "1.1万件", "3.2万"),
        (32_500_000_000, "1.1万件", "3.25万"),
        (10_000_000_000_000, "1.2亿元", "0.1亿"),
        (-16_000_000, "7件", "-16"),
    ],
)
def test_a_result_is_shown_like_the_numbers_it_comes_from(value: int, like: str, shown: str) -> None:
    assert show(value, one(like)) == shown


def test_equations_show_plain_numbers() -> None:
    assert [number(figure) for figure in all_of("1,234件，三十二件，3.2万户")] == ["1234", "32", "3.2万"]


@pytest.mark.parametrize(
    ("written", "instead", "is_one"),
    [
        ("226", "216", True),
        ("246", "264", True),
        ("20", "220", True),
        ("1220", "120", True),
        ("226", "226", False),
        ("226", "317", False),
        ("226", "262", True),
        ("7", "17", False),
        ("3.2万", "3.7万", True),
    ],
)
def test_one_slip_of_the_hand(written: str, instead: str, is_one: bool) -> None:
    assert is_slip(written, instead) is is_one


def broken_sum(text: str) -> Relation:
    found = all_of(text)
    return Relation(Form.SUM, found, found[0], "", holds=False)


def test_the_number_that_nothing_confirms_is_doubted() -> None:
    broken = broken_sum("226件,52件,164件")
    total, _, other = broken.figures
    held = Relation(Form.RATE, (total, other), total, "")
    assert suspect(broken, [broken, held]) == Suspect(broken.figures[1], "62")


def test_a_doubted_total_is_given_the_sum() -> None:
    broken = broken_sum("226件,52件,164件")
    held = Relation(Form.SUM, broken.figures[1:], broken.figures[1], "")
    assert suspect(broken, [held]) == Suspect(broken.figures[0], "216")


def test_the_same_number_elsewhere_confirms_unless_it_is_small() -> None:
    broken = broken_sum("226件,52件,164件")
    elsewhere = all_of("52件,164件,7户")
    held = Relation(Form.SUM, elsewhere, elsewhere[0], "")
    assert suspect(broken, [held]) == Suspect(broken.figures[0], "216")
    small = broken_sum("12件,5件,6件")
    five, six = all_of("5件,6件")
    assert suspect(small, [Relation(Form.SUM, (five, six), five, "")]) is None


def test_nothing_is_doubted_where_two_numbers_may_be_wrong() -> None:
    broken = broken_sum("226件,52件,164件")
    assert suspect(broken, [Relation(Form.RATE, broken.figures[:1], broken.figures[0], "")]) is None


def test_a_part_that_is_no_greater_confirms_nothing() -> None:
    broken = broken_sum("226件,52件,164件")
    assert suspect(broken, [Relation(Form.PART, broken.figures[:2], broken.figures[0], "")]) is None
