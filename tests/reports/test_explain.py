"""A rule explained: what it asks, of whom, on what basis, what passes and what does not."""

from dataclasses import replace

from checker.model import Basis, PackRef, Severity, State
from checker.reports.columns import width
from checker.reports.explain import explain
from checker.rule import Example, Group, Level, Origin, Pack, Recognition, Rule, Section, Template
from checker.texts import Text
from checker.vocabulary import Concept

GAPS = Section("gaps", Text("存在的不足", "Shortcomings"), 2.0, headings="h_gaps")
TEMPLATE = Template(
    "demo-report",
    Text("示范报告", "Demo report"),
    "1",
    Recognition(titles={}, openings={}, not_titles=(), subject="subject", organs=(), unranked=()),
    (Level("county", Text("县级", "county")), Level("town", Text("乡镇", "town"))),
    (GAPS, Section("plans", Text("下一年度安排", "Plans"), 1.0)),
    (Group("dates", Text("日期", "Dates"), 1.0),),
    {"h_gaps": Concept("h_gaps", ("存在的?(不足|问题)", "短板"))},
)
RULE = Rule(
    "D-GAPS",
    Text("存在的不足", "Shortcomings"),
    Severity.MUST,
    "content",
    {"section": "gaps", "at_least": {"points": 1}},
    "gaps",
    2.0,
    Text("逐条写明不足。", "State each shortcoming."),
    levels=frozenset({"town"}),
    since=2019,
    basis=(Basis("示范县报告办法", "第七条", False, "local"),),
    explanation=Text("报告应当写明不足；只有标题不算。", "A report must tell its shortcomings; a heading is none."),
    related=("D-CAUSE", "D-PLANS"),
    examples=(
        Example("写明", State.PASS, "二、存在的不足\n\n一是执法力量不强。\n"),
        Example("空着", State.FAIL, "二、存在的不足\n三、下一年度安排\n"),
        Example("不适用", State.NOT_APPLICABLE, "略"),
    ),
    origin=Origin("demo", "rules/demo.yaml", 12),
)
PACK = Pack(PackRef("demo", "1.2.0", "0" * 64), Text("示范", "Demo"), TEMPLATE, (RULE,))


def test_shows_all_that_an_author_of_a_report_has_to_know() -> None:
    assert (
        explain(RULE, PACK, "zh")
        == """\
必须  存在的不足  D-GAPS

要求          报告应当写明不足；只有标题不算。
适用          乡镇 · 2019 年度起
依据          示范县报告办法 第七条（待核）
建议          逐条写明不足。
标题写法      〔存在的不足〕
              存在的?(不足|问题)
              短板
合格的例子    〔写明〕
              二、存在的不足
              一是执法力量不强。
不合格的例子  〔空着〕
              二、存在的不足
              三、下一年度安排
取值          check.section = gaps  (没有写，按默认)
              check.at_least = {points: 1}  (没有写，按默认)
              severity = must  (没有写，按默认)
              weight = 2  (没有写，按默认)
相关规则      D-CAUSE、D-PLANS
写在          规则包 demo · 计入“存在的不足” · 权重 2 · 检查方式 content ·
              rules/demo.yaml:12
"""
    )


def test_says_what_is_not_given() -> None:
    bare = replace(
        RULE,
        severity=Severity.INFO,
        parameters={"sections": ("plans",)},
        group="dates",
        advice=Text("", ""),
        levels=frozenset(),
        since=None,
        until=2024,
        basis=(),
        explanation=None,
        related=(),
        examples=(),
        origin=None,
    )
    assert (
        explain(bare, PACK, "en")
        == """\
info  Shortcomings  D-GAPS

applies to  all levels · 2024 and earlier
basis       none given
headings    [Plans]
            not known by headings
values      check.sections = [plans]  (not written; the default)
            severity = info  (not written; the default)
            weight = 2  (not written; the default)
written in  pack demo · scored under “Dates” · weight 2 · kind of check content
"""
    )


def test_names_both_ends_of_a_period() -> None:
    assert "适用          乡镇 · 2019 至 2024 年度\n" in explain(replace(RULE, until=2024), PACK, "zh")


def test_long_examples_are_cut_and_nothing_steers_the_terminal() -> None:
    text = "\x1b[2J甲" + "\n乙" * 20
    shown = explain(replace(RULE, examples=(Example("长", State.PASS, text),)), PACK, "zh", width=60)
    assert shown.count("乙\n") == 7
    assert "\n              …\n" in shown
    assert "\x1b" not in shown
    assert max(map(width, shown.splitlines())) <= 60
