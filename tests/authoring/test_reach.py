"""What can never happen is told, as far as the way a rule is written shows it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from checker.authoring.reach import unreachable
from checker.model import Basis, State
from checker.rule import Norm, Norms, OtherRule, Pack, Rule, Section
from checker.texts import Text

from . import packs

NAME = Text("甲", "A")


@pytest.fixture
def pack(tmp_path: Path) -> Pack:
    return packs.demo(tmp_path)


def told(rule: Rule, pack: Pack) -> list[tuple[str, str]]:
    return [(".".join(map(str, steps)), message.zh) for steps, message in unreachable(rule, pack)]


def of_kind(pack: Pack, kind: str, **parameters: Any) -> Rule:
    return replace(pack.rule("D-SLANG"), kind=kind, parameters=parameters)


def test_rules_that_can_happen_are_left_alone(pack: Pack) -> None:
    assert [told(rule, pack) for rule in pack.rules] == [[], [], [], []]


def test_a_rule_whose_norms_are_in_force_in_none_of_its_years_never_applies(pack: Pack) -> None:
    later = Basis("《护堤办法》", "", True, "local", in_force="2026-05-01")
    rule = replace(pack.rule("D-SLANG"), basis=(later,), until=2025)
    assert told(rule, pack) == [("basis", "所有依据在规则适用的年度里都没有施行，规则永远不适用")]
    assert told(replace(rule, until=2026), pack) == []


def test_what_waits_for_a_rule_that_is_switched_off_waits_in_vain(pack: Pack) -> None:
    off = replace(pack.rule("D-GAPS"), off=NAME)
    waiting = replace(pack.rule("D-SLANG"), depends=(OtherRule("D-GAPS", frozenset({State.FAIL})),))
    without = replace(pack, rules=tuple(off if rule.id == off.id else rule for rule in pack.rules))
    assert told(waiting, without) == [("when", "要等 D-GAPS 的结果，而它已停用，规则永远不适用")]
    elsewhere = replace(pack.rule("D-SLANG"), levels=frozenset({"county"}))
    waiting = replace(elsewhere, depends=(OtherRule("D-INSPECTION", frozenset({State.FAIL})),))
    assert told(waiting, pack) == [("when", "要等 D-INSPECTION 的结果，而两条规则没有共同适用的层级")]


def test_a_section_that_nothing_leads_to_is_never_found(pack: Pack) -> None:
    bare = Section("bare", Text("空", "bare"), 1.0)
    template = replace(pack.template, sections=(*pack.template.sections, bare))
    rule = of_kind(pack, "content", section="bare")
    message = "模板没有写怎样认出“空”这一部分，永远找不到"
    assert told(rule, replace(pack, template=template)) == [("check", message)]


@pytest.mark.parametrize(
    ("kind", "parameters", "said"),
    [
        (
            "date_limit",
            {
                "date": "signed",
                "after": {"month": 3, "day": 1, "offset": 1},
                "before": {"month": 3, "day": 1, "offset": 1},
            },
            [("check.after", "没有哪一天能同时满足 after 和 before")],
        ),
        (
            "expected",
            {"mentions": [{"name": {"zh": "甲", "en": "A"}, "concept": "slang"}], "at_least": 2},
            [("check.at_least", "要求 2 项，一共只列了 1 项，永远达不到")],
        ),
        (
            "coverage",
            {"topics": [{"id": "a", "name": {"zh": "甲", "en": "A"}, "concept": "slang", "levels": ["county"]}]},
            [("check.topics.0", "“甲”所列层级都不在规则适用的层级里，永远不问")],
        ),
        (
            "coverage",
            {"topics": [], "at_least": 0.8, "enough": 0.5},
            [("check.at_least", "at_least 不低于 enough，不会有“部分达到”")],
        ),
        (
            "content",
            {"section": "gaps", "at_least": {"points": 3}, "enough": {"points": 3}},
            [("check.enough", "at_least 不低于 enough，不会有“部分达到”")],
        ),
        ("content", {"section": "gaps", "at_least": {"points": 3}, "enough": {"points": 4}}, []),
        ("superseded", {"by": "repealed"}, [("check.by", "所列规范没有一件会过期或废止，规则永远通过")]),
        (
            "superseded",
            {"by": "period", "norms": ["kept"]},
            [("check.norms", "所列规范没有一件会过期或废止，规则永远通过")],
        ),
        ("superseded", {"by": "period", "norms": ["over"]}, []),
    ],
)
def test_parameters_that_exclude_an_outcome_are_told(
    pack: Pack, kind: str, parameters: dict[str, Any], said: list[tuple[str, str]]
) -> None:
    norms = Norms(
        [Norm("kept", "护堤办法", "local", True), Norm("over", "护堤规划", "local", True, period=(2021, 2025))]
    )
    with_norms = replace(pack, template=replace(pack.template, norms=norms))
    rule = replace(of_kind(pack, kind, **parameters), levels=frozenset({"township"}))
    assert told(rule, with_norms) == said
