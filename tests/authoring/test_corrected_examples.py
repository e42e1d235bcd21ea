"""An example shows what a rule corrects, and is held to it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from checker.api import load_pack
from checker.authoring.examples import missing_examples, of_rule
from checker.authoring.lint import lint
from checker.rule import Example, Pack, Rule
from tests.rulebook.packs import PACK, TEMPLATE, write

HEAD = "青禾县2025年法治政府建设情况报告\n"
WRITTEN = HEAD + "贯彻国办发[2023]27号文件，评查案卷120份。"


@pytest.fixture(scope="module")
def pack() -> Pack:
    return load_pack("default")


def problems(pack: Pack, corrected: str, *, written: str = WRITTEN, replacement: str | None = None) -> list[str]:
    """What is wrong with an example of the rule about document numbers."""
    rule = pack.rule("FZ-REF-DOCNO")
    given = next(example for example in rule.examples if example.corrected is not None)
    example: Example = replace(given, text=written, corrected=corrected)
    parameters = dict(rule.parameters)
    if replacement is not None:
        parameters["corrections"] = [{**parameters["corrections"][0], "replacement": replacement}]
    changed: Rule = replace(rule, examples=(*rule.examples[:1], example), parameters=parameters)
    return [result.problem.zh for result in of_rule(changed, pack) if result.problem is not None]


def test_an_example_reads_after_correction_as_it_says(pack: Pack) -> None:
    assert problems(pack, HEAD + "贯彻国办发〔2023〕27号文件，评查案卷120份。") == []


def test_the_line_that_reads_otherwise_is_told(pack: Pack) -> None:
    assert problems(pack, HEAD + "贯彻国办发〔2023〕28号文件，评查案卷120份。") == [
        "改正后应为“贯彻国办发〔2023〕28号文件，评查案卷120份。”，实际为“贯彻国办发〔2023〕27号文件，评查案卷120份。”"
    ]


def test_what_is_corrected_is_found_no_more(pack: Pack) -> None:
    again = HEAD + "贯彻国办发(2023)27号文件，评查案卷120份。"
    assert problems(pack, again, replacement=r"\1(\2)\3") == ["改成“贯彻国办发(2023)27号”以后，规则仍然查出问题"]


def test_a_rule_that_corrects_shows_it_in_an_example(pack: Pack) -> None:
    rule = pack.rule("FZ-REF-DOCNO")
    plain = tuple(replace(example, corrected=None) for example in rule.examples)
    assert missing_examples(rule) == []
    assert missing_examples(replace(rule, examples=plain)) == ["corrected"]


def test_lint_tells_of_a_correction_that_no_example_shows(tmp_path: Path) -> None:
    rules = """\
rules:
  - id: P-WORK-01
    name: {zh: 桥, en: Bridges}
    severity: should
    group: form
    check: {kind: forbidden, concept: bridge, corrections: [{pattern: 架桥, replacement: 修桥}]}
    advice: {zh: 改, en: Mend}
    examples:
      - {name: 没写, expect: pass, text: 全年无事。}
      - {name: 写了, expect: fail, text: 全年架桥三座。}
"""
    folder = write(tmp_path, PACK, rules, TEMPLATE)
    codes = [remark.problem.code for remark in lint(folder).remarks]
    assert "no-corrected-example" in codes
