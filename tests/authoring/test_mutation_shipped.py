"""Every way of breaking the sample documents is noticed by the shipped packs, by the right rule and no other."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker.api import load_pack
from checker.authoring.documents import good_documents
from checker.authoring.mutation import Fate, MutationRun, Why, mutate

SEEDS = Path(__file__).parent.parent.parent / "seeds"


def told(run: MutationRun) -> list[tuple[str, str, str, Fate, object]]:
    """Return what became of the mutants that were not simply killed."""
    return [
        (each.rule, each.document, each.what.zh, each.fate, each.collateral)
        for each in run.results
        if each.fate is not Fate.KILLED or each.collateral
    ]


@pytest.mark.parametrize("name", ["gongwen", "xxgk-tables-example"])
def test_layouts_and_tables_are_tried_on_every_rule(name: str) -> None:
    pack = load_pack(name)
    goods = [good for good in good_documents(pack, SEEDS) if good.document.format == "docx"]
    run = mutate(pack, goods, pack.rules)
    assert (told(run), run.untried) == ([], ())
    assert {result.rule for result in run.results} == {rule.id for rule in pack.rules}


def test_a_rule_of_a_city_gives_way_to_the_law() -> None:
    pack = load_pack("lanjiang")
    goods = [good for good in good_documents(pack, SEEDS) if good.report_level == "department"]
    run = mutate(pack, goods, [pack.rule("LJ-TIME-01")])
    assert [(each.fate, each.collateral) for each in run.results] == [(Fate.KILLED, ()), (Fate.HANDED_ON, ())]


@pytest.mark.slow
def test_whatever_is_broken_in_a_report_is_noticed_by_the_right_rule() -> None:
    pack = load_pack("fazhi")
    run = mutate(pack, good_documents(pack, SEEDS), pack.rules)
    assert told(run) == []
    assert [(each.rule, each.why) for each in run.untried] == [("FZ-CONT-C5", Why.NEVER_FAILS)]
