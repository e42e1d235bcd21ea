"""Where a rule comes from: what was changed by whom and why, when it applies, where each value stands."""

from dataclasses import replace

from checker.model import Basis, Kind, State
from checker.reports import provenance
from checker.reports.explain import explain
from checker.rule import Change, Origin, Origins, OtherRule
from checker.texts import Text

from .test_explain import PACK, RULE

CITY = Origin("city", "rules/city/changes.yaml", 4)
WHY = Text("本地少见", "rare here")
CHANGED = replace(
    RULE,
    off=Text("另有规定", "settled otherwise"),
    changes=(
        Change("severity", "must", "info", WHY, CITY),
        Change("check.before", None, {"month": 3, "day": 1}, WHY, CITY),
        Change("off", None, None, Text("另有规定", "settled otherwise"), Origin("district", "d.yaml", 7)),
    ),
    origins=Origins("id=12 severity=1:4", (("demo", "rules/demo.yaml"), ("city", "rules/city/changes.yaml"))),
)


def test_each_change_tells_what_who_where_and_why() -> None:
    assert provenance.changes(CHANGED, "zh") == [
        "severity 由“must”改为“info”（规则包 city，rules/city/changes.yaml:4）：本地少见",
        "check.before 由“无”改为“month: 3 day: 1”（规则包 city，rules/city/changes.yaml:4）：本地少见",
        "停用（规则包 district，d.yaml:7）：另有规定",
    ]


def test_values_are_shown_as_they_are_written() -> None:
    values = [
        None,
        True,
        0.5,
        [1, "二"],
        {"zh": "早", "en": "early"},
        [{"norm": "《办法》", "article": "第五条"}, {"norm": "惯例"}],
    ]
    assert [provenance.shown(value, "en") for value in values] == [
        "nothing",
        "true",
        "0.5",
        "1, 二",
        "early",
        "《办法》 第五条, 惯例",
    ]


def test_conditions_are_told_one_by_one() -> None:
    rule = replace(
        RULE,
        kinds=frozenset({Kind.ANNUAL_REPORT}),
        formats=frozenset({"pdf", "docx"}),
        depends=(
            OtherRule("D-GAPS", frozenset({State.FAIL, State.PARTIAL})),
            OtherRule("D-GONE", frozenset({State.PASS}), absent=True),
        ),
    )
    assert provenance.conditions(rule, PACK, "zh") == [
        "年度报告",
        "只用于 docx、pdf 文件",
        "“存在的不足”（D-GAPS）部分满足、不满足时才适用",
        "“”（D-GONE）通过时不适用",
    ]


def test_a_norm_is_cited_with_the_days_it_holds() -> None:
    basis = Basis("示范办法", "第七条", True, "local", "2024-01-01", "2026-01-01")
    assert provenance.cited(basis, "en") == "示范办法 第七条 (in force from 2024-01-01) (repealed from 2026-01-01)"


def test_an_explanation_shows_where_each_value_was_written_and_ends_in_changes() -> None:
    told = explain(CHANGED, PACK, "zh", width=120)
    assert "\n已停用        另有规定\n" in told
    assert told.endswith(
        """\
改动          severity 由“must”改为“info”（规则包 city，rules/city/changes.yaml:4）：本地少见
              check.before 由“无”改为“month: 3 day: 1”（规则包 city，rules/city/changes.yaml:4）：本地少见
              停用（规则包 district，d.yaml:7）：另有规定
"""
    )
    assert (
        """取值          check.section = gaps  (没有写，按默认)
              check.at_least = {points: 1}  (没有写，按默认)
              severity = must  (city rules/city/changes.yaml:4)
              weight = 2  (没有写，按默认)
"""
        in told
    )
    assert provenance.origins(CHANGED) == [
        "id        demo rules/demo.yaml:12",
        "severity  city rules/city/changes.yaml:4",
    ]
