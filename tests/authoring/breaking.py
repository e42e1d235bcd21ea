"""Reports broken by the mutators of one rule: what each says it did, and which lines it changed."""

from __future__ import annotations

from pathlib import Path

from checker.authoring.mutants import MUTATORS
from checker.model import Document

from . import packs

WORDS = """\
  year: ['20\\d\\d年']
  report: [报告]
  stated: ['现将20\\d\\d年']
  target: ['20\\d\\d年,?加强']
  dykes: [护堤]
  rates: [办结率]
  measure_word: [件|次|条]
  chinese_date: ['\\d{4}年\\d{1,2}月\\d{1,2}日']
"""
EXAMPLE = """\
  - id: D-TEST
    name: {{zh: 试验, en: Test}}
    severity: should
    group: results
    check: {check}
    advice: {{zh: 改。, en: Mend.}}
    examples:
      - {{name: 好, expect: pass, text: "雁滩镇2025年水利工作报告\\n一、主要成效\\n巡河96次。"}}
      - {{name: 坏, expect: {expect}, text: "{failing}"}}
"""


def changes(old: Document, new: Document) -> list[str]:
    """Return the lines that are new, each after a plus, and those that are gone, each after a minus."""
    before, after = old.text.split("\n"), new.text.split("\n")
    gone = [f"-{line}" for line in before if line not in after]
    return gone + [f"+{line}" for line in after if line not in before]


def broken(folder: Path, check: str, failing: str = "", expect: str = "fail", text: str = packs.REPORT) -> list[object]:
    """Return what each mutant of *text* says it is and which lines it changes."""
    failing = failing or "雁滩镇2025年水利工作报告\\n一、主要成效\\n修渠3条。"
    rule = EXAMPLE.format(check=check, expect=expect, failing=failing)
    pack = packs.demo(folder, rules="rules:\n" + rule, template=packs.TEMPLATE + WORDS)
    good, tested = packs.good(pack, text), pack.rule("D-TEST")
    return [
        (mutant.what.zh, changes(good.document, mutant.edited.document))
        for way in MUTATORS[tested.kind]
        for mutant in way.make(good, tested)
    ]
