"""Examples are run, and a rule that was never seen to pass or to fire is no tested rule."""

from __future__ import annotations

from dataclasses import replace

import pytest

import checker.authoring.examples as room
from checker.authoring.examples import ExampleResult, run, table
from checker.model import Outcome, PackRef, Severity, State
from checker.rule import Example, Origin, Pack, Recognition, Rule, Template
from checker.structure.analysis import Analysis
from checker.texts import Text

NAME, NOTHING = Text("甲", "A"), Text("", "")
TEMPLATE = Template(
    "t",
    NAME,
    "1",
    Recognition(titles={}, openings={}, not_titles=(), subject="subject", organs=(), unranked=()),
    (),
    (),
    (),
    {},
)


def example(name: str, expect: str, text: str) -> Example:
    return Example(name, State(expect), text, origin=Origin("demo", "rules/demo.yaml", 7))


def rule(rule_id: str, *examples: Example, severity: Severity = Severity.MUST) -> Rule:
    return Rule(
        rule_id,
        NAME,
        severity,
        "demo",
        {},
        "g",
        1.0,
        NOTHING,
        examples=examples,
        origin=Origin("demo", "rules/demo.yaml", 3),
    )


def pack(*rules: Rule) -> Pack:
    return Pack(PackRef("demo", "1", "0" * 64), NAME, TEMPLATE, rules)


@pytest.fixture(autouse=True)
def says_what_the_text_says(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a rule give each text the state that it names."""

    def analyse(document: object, template: object, **options: object) -> object:
        return document

    def run_rule(checked: Rule, analysis: Analysis, pack: Pack) -> Outcome:
        state = State(str(analysis.text).strip())  # type: ignore[attr-defined]
        because = Text("因为", "because")
        return Outcome(checked.id, NAME, state, checked.severity, "g", 1.0, because, NOTHING, because, "0")

    monkeypatch.setattr(room, "analyse", analyse)
    monkeypatch.setattr(room, "run_rule", run_rule)


PASSES, FAILS = example("好", "pass", "pass"), example("坏", "fail", "fail")


def test_examples_that_give_what_they_promise_are_no_problem() -> None:
    place = "rules/demo.yaml:7"
    assert run(pack(rule("R-1", PASSES, FAILS))) == [
        ExampleResult("R-1", NAME, "好", State.PASS, State.PASS, None, place),
        ExampleResult("R-1", NAME, "坏", State.FAIL, State.FAIL, None, place),
    ]


def test_an_example_that_gives_another_state_is_a_problem() -> None:
    results = run(pack(rule("R-1", PASSES, FAILS, example("错", "fail", "partial"))))
    assert results[2] == ExampleResult(
        "R-1",
        NAME,
        "错",
        State.FAIL,
        State.PARTIAL,
        Text("应为 fail，实为 partial：因为（因为）", "expected fail, got partial: because (because)"),
        "rules/demo.yaml:7",
    )


@pytest.mark.parametrize(
    ("examples", "severity", "problems"),
    [
        ((), Severity.MUST, ["没有合格的例子，请补写一个", "没有不合格的例子，请补写一个"]),
        ((PASSES,), Severity.SHOULD, ["没有不合格的例子，请补写一个"]),
        ((FAILS,), Severity.MUST, ["没有合格的例子，请补写一个"]),
        ((PASSES, example("半", "partial", "partial")), Severity.MUST, []),
        ((PASSES, example("人", "manual", "manual")), Severity.MUST, []),
        ((PASSES, example("无", "not_applicable", "not_applicable")), Severity.MUST, ["没有不合格的例子，请补写一个"]),
        ((PASSES, example("无", "not_applicable", "not_applicable")), Severity.INFO, []),
    ],
)
def test_a_rule_needs_an_example_that_passes_and_one_that_makes_it_speak_up(
    examples: tuple[Example, ...], severity: Severity, problems: list[str]
) -> None:
    results = run(pack(rule("R-1", *examples, severity=severity)))
    assert [result.problem.zh for result in results if result.problem is not None] == problems


def test_an_example_that_cannot_be_read_is_a_problem_not_an_end() -> None:
    results = run(pack(rule("R-1", PASSES, FAILS, example("空", "pass", ""))))
    assert [result.got for result in results] == [State.PASS, State.FAIL, None]
    assert results[2].problem is not None
    assert results[2].problem.zh.startswith("例子无法读取：")


def test_the_table_has_a_line_a_rule_and_says_where_to_look() -> None:
    results = run(pack(rule("R-1", PASSES, FAILS), rule("R-20", PASSES, replace(FAILS, text="pass"))))
    assert (
        table(results, "zh")
        == """\
√ R-1   2/2  甲
× R-20  1/2  甲
    - “坏”：应为 fail，实为 pass：因为（因为）
      rules/demo.yaml:7

规则 2 条，例子 4 个，有问题的规则 1 条
"""
    )
