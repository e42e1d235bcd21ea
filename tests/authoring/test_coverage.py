"""Coverage tells which outcomes the examples show and which phrases nothing has ever matched."""

from __future__ import annotations

from pathlib import Path

from checker.authoring.coverage import ConceptCoverage, Coverage, coverage_of, coverage_table
from checker.model import State

from . import packs


def test_states_and_phrases_are_counted_over_examples_and_documents(tmp_path: Path) -> None:
    pack = packs.demo(tmp_path)
    rules = [pack.rule("D-INSPECTION")]
    alone = coverage_of(pack, rules, [])
    assert alone == Coverage(
        states=(("D-INSPECTION", (State.PASS, State.FAIL)),),
        concepts=(
            ConceptCoverage("h_results", 1, ()),
            ConceptCoverage("done", 2, ("完成",)),
            ConceptCoverage("inspection", 2, ("<patrol>",)),
        ),
        texts=2,
    )
    report = packs.good(pack, packs.REPORT.replace("巡河96次", "完成巡查96次"))
    both = coverage_of(pack, rules, [report.analysis.normal.searched])
    assert ([concept.unmatched for concept in both.concepts], both.texts) == ([(), (), ()], 3)


def test_the_table_lists_what_was_never_matched() -> None:
    found = Coverage(
        states=(("D-INSPECTION", (State.PASS, State.FAIL)), ("D-2", ())),
        concepts=(ConceptCoverage("done", 2, ("完成",)), ConceptCoverage("h_results", 1, ())),
        texts=2,
    )
    assert (
        coverage_table(found, "zh")
        == """\
各规则的例子给出的结果
D-INSPECTION  通过 不满足
D-2           -

各词组中，例子和合格报告里出现过的写法（下面列出的没有出现过）
done       1/2
    - 完成
h_results  1/1

文本 2 篇，写法 3 种，出现过 2 种
"""
    )
