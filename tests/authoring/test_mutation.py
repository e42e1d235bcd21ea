"""A report is broken one requirement at a time: the right rule notices, and no other does without a cause."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

import checker.authoring.mutation as room
from checker.authoring.collateral import Change
from checker.authoring.edits import Edit, edited
from checker.authoring.mutants import MUTATORS, Good, Mutant, Way
from checker.authoring.mutation import Fate, MutantResult, MutationRun, Untried, Why, mutate
from checker.authoring.mutation_report import mutation_table
from checker.frozen import replace
from checker.model import State
from checker.rule import Example, Pack, Rule
from checker.texts import Text

from . import packs


@pytest.fixture
def pack(tmp_path: Path) -> Pack:
    return packs.demo(tmp_path)


def told(run: MutationRun) -> list[tuple[str, str, Fate, State, tuple[Change, ...]]]:
    return [(each.rule, each.what.zh, each.fate, each.after, each.collateral) for each in run.results]


def test_what_is_broken_is_noticed_by_its_own_rule_and_by_what_belongs_to_it(pack: Pack) -> None:
    run = mutate(pack, [packs.good(pack)], pack.rules)
    assert told(run) == [
        ("D-GAPS", "删去“不足”一部分", Fate.KILLED, State.FAIL, ()),
        ("D-GAPS", "“不足”只留标题", Fate.KILLED, State.FAIL, ()),
        ("D-CAUSES", "删去说明“原因”的词语", Fate.KILLED, State.FAIL, ()),
        ("D-INSPECTION", "删去说明“写到巡河”的词语", Fate.KILLED, State.FAIL, ()),
        ("D-SLANG", "加入例子“口语”中有问题的句子", Fate.KILLED, State.FAIL, ()),
    ]
    assert (run.untried, run.documents) == ((), ("report.txt",))
    assert (run.killed, run.handed_on, run.survived) == (5, 0, 0)


def ways(monkeypatch: pytest.MonkeyPatch, kind: str, change: Edit, *, year: int | None = None) -> None:
    """Let the only way to break a rule of *kind* be *change*."""

    def make(good: Good, rule: Rule) -> Iterator[Mutant]:
        yield Mutant(Text("改", "changed"), edited(good.document, [change]), year=year)

    monkeypatch.setitem(MUTATORS, kind, (Way(make),))


def test_a_mutant_that_nobody_notices_survives(pack: Pack, monkeypatch: pytest.MonkeyPatch) -> None:
    ways(monkeypatch, "required", Edit(0, 0, ""))
    (result,) = mutate(pack, [packs.good(pack)], [pack.rule("D-INSPECTION")]).results
    assert (result.fate, result.before, result.after) == (Fate.SURVIVED, State.PASS, State.PASS)


def test_a_rule_that_changes_though_nothing_it_reads_was_touched_is_collateral(
    pack: Pack, monkeypatch: pytest.MonkeyPatch
) -> None:
    start = packs.REPORT.index("巡河")
    ways(monkeypatch, "required", Edit(start, start + 2, "修坝"))
    good = packs.good(pack)
    was = room.run

    def other_rules_waver(loaded: Pack, analysis: object) -> object:
        outcomes = was(loaded, analysis)  # type: ignore[arg-type]
        return tuple(replace(each, state=State.FAIL) if each.rule == "D-SLANG" else each for each in outcomes)

    monkeypatch.setattr(room, "run", other_rules_waver)
    (result,) = mutate(pack, [good], [pack.rule("D-INSPECTION")]).results
    assert (result.fate, result.collateral) == (Fate.KILLED, (Change("D-SLANG", State.PASS, State.FAIL),))


def test_a_document_that_is_no_report_any_more_is_noticed(pack: Pack, monkeypatch: pytest.MonkeyPatch) -> None:
    ways(monkeypatch, "required", Edit(0, len("雁滩镇2025年水利工作报告"), "关于放假的通知"))
    (result,) = mutate(pack, [packs.good(pack)], [pack.rule("D-INSPECTION")]).results
    assert (result.fate, result.after, result.collateral) == (Fate.KILLED, State.NOT_APPLICABLE, ())


def test_rules_that_follow_the_report_year_may_change_with_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    dated = packs.RULES.replace("weight: 0.5", "weight: 0.5\n    years: {since: 2025}")
    pack = packs.demo(tmp_path, rules=dated)
    start = packs.REPORT.index("2025")
    for year, collateral in ((2024, ()), (None, (Change("D-SLANG", State.PASS, State.NOT_APPLICABLE),))):
        ways(monkeypatch, "required", Edit(start, start + 4, "2024"), year=year)
        (result,) = mutate(pack, [packs.good(pack)], [pack.rule("D-INSPECTION")]).results
        assert result.collateral == collateral


def test_words_that_were_put_in_may_trouble_those_they_belong_to(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A fault that the example has too is no collateral; without an example only related rules may be troubled."""
    at = packs.REPORT.index("修渠")
    for donor, related, collateral in (
        (True, "", ()),
        (False, "", (Change("D-SLANG", State.PASS, State.FAIL),)),
        (False, "    related: [D-SLANG]\n", ()),
    ):
        rules = packs.RULES.replace("    messages:\n", related + "    messages:\n")
        pack = packs.demo(tmp_path / f"{donor}{bool(related)}", rules=rules)
        example = pack.rule("D-SLANG").examples[1] if donor else None

        def make(good: Good, rule: Rule, example: Example | None = example) -> Iterator[Mutant]:
            edit = Edit(at, at, "全部搞定，")
            yield Mutant(Text("改", "changed"), edited(good.document, [edit]), donor=example)

        monkeypatch.setitem(MUTATORS, "required", (Way(make),))
        (result,) = mutate(pack, [packs.good(pack)], [pack.rule("D-INSPECTION")]).results
        assert (donor, related, result.collateral) == (donor, related, collateral)


def test_where_no_good_report_offers_a_place_the_rules_own_examples_do(pack: Pack) -> None:
    county = packs.good(pack, packs.REPORT.replace("镇", "县"))
    run = mutate(pack, [county], [pack.rule("D-INSPECTION")])
    assert [(each.document, each.fate) for each in run.results] == [("D-INSPECTION · 有", Fate.KILLED)]


def test_a_rule_for_which_there_is_no_place_at_all_is_told(tmp_path: Path) -> None:
    alone = packs.demo(tmp_path, rules=packs.RULES.replace("一、主要成效\\n巡河96次。", "一、巡河成效\\n巡河。"))
    county = packs.good(alone, packs.REPORT.replace("镇", "县"))
    run = mutate(alone, [county], [alone.rule("D-INSPECTION")])
    assert (run.results, run.untried) == ((), (Untried("D-INSPECTION", "required", Why.NO_PLACE),))


def test_a_kind_without_a_mutator_is_told_and_never_counted(pack: Pack, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(MUTATORS, "required")
    run = mutate(pack, [packs.good(pack)], [pack.rule("D-INSPECTION")])
    assert (run.results, run.untried) == ((), (Untried("D-INSPECTION", "required", Why.NO_MUTATOR),))


def test_a_rule_to_which_nothing_is_a_fault_is_told(tmp_path: Path) -> None:
    optional = packs.RULES.replace("section: gaps}", "section: gaps, optional: true}")
    pack = packs.demo(tmp_path, rules=optional)
    run = mutate(pack, [packs.good(pack)], [pack.rule("D-GAPS")])
    assert (run.results, run.untried) == ((), (Untried("D-GAPS", "content", Why.NEVER_FAILS),))


def test_a_rule_that_is_switched_off_is_told(pack: Pack) -> None:
    off = replace(pack.rule("D-SLANG"), off=Text("不用", "not wanted"))
    without = replace(pack, rules=tuple(off if rule.id == off.id else rule for rule in pack.rules))
    run = mutate(without, [packs.good(without)], [off])
    assert (run.results, run.untried) == ((), (Untried("D-SLANG", "forbidden", Why.OFF),))


def test_a_fault_that_another_rule_is_to_find_first_is_handed_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Only where that rule finds it: a rule that falls silent with no other to speak has missed it."""
    when = "    when: {no_finding: {rule: D-INSPECTION, states: [fail]}}\n"
    waits = packs.RULES.replace("    weight: 0.5\n", "    weight: 0.5\n" + when)
    pack = packs.demo(tmp_path, rules=waits)
    start = packs.REPORT.index("巡河")
    ways(monkeypatch, "forbidden", Edit(start, start + 2, "修坝"))
    run = mutate(pack, [packs.good(pack)], [pack.rule("D-SLANG")])
    assert [(each.fate, each.after) for each in run.results] == [(Fate.HANDED_ON, State.NOT_APPLICABLE)]
    ways(monkeypatch, "forbidden", Edit(start, start + 2, "巡查"))
    run = mutate(pack, [packs.good(pack)], [pack.rule("D-SLANG")])
    assert [(each.fate, each.after) for each in run.results] == [(Fate.SURVIVED, State.PASS)]


def test_a_rule_that_finds_fault_already_is_not_broken_further(pack: Pack) -> None:
    good = packs.good(pack, packs.REPORT.replace("巡河96次", "搞定96次"))
    assert mutate(pack, [good], [pack.rule("D-INSPECTION"), pack.rule("D-SLANG")]).documents == ("report.txt",)
    assert [each.document for each in mutate(pack, [good], [pack.rule("D-SLANG")]).results] == ["D-SLANG · 书面"]


def test_the_table_names_survivors_collateral_and_what_was_not_tried(pack: Pack) -> None:
    what, said = Text("改了", "changed"), Text("没有出现", "not found")
    killed = MutantResult("D-GAPS", "a.txt", what, Fate.KILLED, State.PASS, State.FAIL, said)
    survived = MutantResult("D-SLANG", "a.txt", what, Fate.SURVIVED, State.PASS, State.PASS, said)
    hit = MutantResult(
        "D-GAPS", "b.txt", what, Fate.KILLED, State.PASS, State.FAIL, said, (Change("D-SLANG", State.PASS, State.FAIL),)
    )
    handed_on = MutantResult("D-GAPS", "c.txt", what, Fate.HANDED_ON, State.PASS, State.NOT_APPLICABLE, said)
    run = MutationRun(
        (killed, survived, hit, handed_on),
        (Untried("D-CAUSES", "content", Why.NO_PLACE), Untried("D-INSPECTION", "odd", Why.NO_MUTATOR)),
        ("a.txt", "b.txt"),
    )
    assert (
        mutation_table(run, pack, "zh", columns=100)
        == """\
√ D-GAPS        2/3  写明不足
    - 牵连：b.txt，改了：D-SLANG pass → fail
    - 由先行的规则发现：c.txt，改了（pass → not_applicable：没有出现）
× D-SLANG       0/1  不用口语
    - 没有发现：a.txt，改了（pass → pass：没有出现）
? D-CAUSES      没有试：合格报告和例子里都没有可破坏之处
? D-INSPECTION  没有试：检查方式 odd 还没有破坏的办法

合格报告 2 份，破坏 4 处，发现 2 处（50.0%），由先行的规则发现 1 处，没有发现 1 处；牵连 1 处；没有
试的规则 2 条
"""
    )
    others = tuple(Untried(rule, "content", why) for rule, why in (("D-GAPS", Why.OFF), ("D-SLANG", Why.NEVER_FAILS)))
    assert mutation_table(MutationRun((), others, ()), pack, "zh", columns=100).splitlines()[:2] == [
        "? D-GAPS   没有试：规则包停用了这条规则",
        "? D-SLANG  没有试：这条规则不会不通过，写与不写都可以",
    ]
