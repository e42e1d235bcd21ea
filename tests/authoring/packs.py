"""A small pack with real kinds of checks, on disk, and a report that is in order by it."""

from __future__ import annotations

from pathlib import Path

from checker.authoring.mutants import Good, good_of
from checker.reading import read_bytes
from checker.rule import Pack
from checker.rulebook import load_pack

PACK = """\
id: demo
version: '1.0'
name: {zh: 小报告, en: Small reports}
template: small
"""

TEMPLATE = """\
id: small
version: '1.0'
name: {zh: 小报告, en: Small report}
recognition:
  titles: {annual_report: ['.{0,30}<matter>报告']}
  openings: {annual_report: ['现将<matter>情况报告如下']}
  subject: matter
  organs: [人民政府]
levels:
  - {id: county, name: {zh: 县级, en: county}, endings: [县]}
  - {id: township, name: {zh: 乡镇, en: township}, endings: [镇]}
sections:
  - {id: results, name: {zh: 成效, en: Results}, weight: 3, headings: h_results, statements: done}
  - {id: gaps, name: {zh: 不足, en: Gaps}, weight: 2, headings: h_gaps, statements: gap, not_in: [plan]}
  - {id: causes, name: {zh: 原因, en: Causes}, weight: 1, headings: h_causes, within: gaps, statements: cause}
  - {id: plan, name: {zh: 安排, en: Plan}, weight: 2, headings: h_plan, statements: measure}
groups:
  - {id: form, name: {zh: 形式, en: Form}}
vocabulary:
  matter: [水利工作]
  h_results: [成效]
  h_gaps: [不足]
  h_causes: [原因分析]
  h_plan: [安排]
  done: ['\\d+[件次条]', 完成]
  gap: [不够, 缺少]
  cause: [由于, 原因是]
  measure: [加强, 完善]
  inspection: [巡河, <patrol>]
  patrol: [巡查]
  slang: [搞定]
"""

RULES = """\
rules:
  - id: D-GAPS
    name: {zh: 写明不足, en: Gaps are told}
    severity: must
    group: gaps
    check: {kind: content, section: gaps}
    basis: [{norm: 《青禾县报告办法》, article: 第三条, verified: true, rank: local}]
    advice: {zh: 补写不足。, en: Tell the gaps.}
    explanation: {zh: 要写明不足。, en: Gaps must be told.}
    related: [D-CAUSES]
    examples:
      - {name: 有, expect: pass, text: "雁滩镇2025年水利工作报告\\n一、存在的不足\\n人手不够。"}
      - {name: 无, expect: fail, text: "雁滩镇2025年水利工作报告\\n一、主要成效\\n巡河96次。"}

  - id: D-CAUSES
    name: {zh: 写明原因, en: Causes are told}
    severity: should
    group: causes
    check: {kind: content, section: causes}
    basis: [{norm: 《青禾县报告办法》, article: 第三条, verified: false, rank: local}]
    advice: {zh: 补写原因。, en: Tell the causes.}
    explanation: {zh: 要写明原因。, en: Causes must be told.}
    related: [D-GAPS]
    examples:
      - {name: 有, expect: pass, text: "雁滩镇2025年水利工作报告\\n一、存在的不足\\n人手不够，原因是编制少。"}
      - {name: 无, expect: fail, text: "雁滩镇2025年水利工作报告\\n一、存在的不足\\n人手不够。"}

  - id: D-INSPECTION
    name: {zh: 写到巡河, en: Inspections are told}
    severity: should
    group: results
    levels: [township]
    years: {since: 2020}
    check: {kind: required, concept: inspection, sections: [results]}
    basis: [{norm: 各地做法, verified: true, rank: practice}]
    advice: {zh: 补写巡河次数。, en: Tell how often.}
    explanation: {zh: 要写到巡河。, en: Inspections must be told.}
    messages:
      fail: {zh: "没有写：{finding}", en: "missing: {finding}"}
    examples:
      - {name: 有, expect: pass, text: "雁滩镇2025年水利工作报告\\n一、主要成效\\n巡河96次。"}
      - {name: 无, expect: fail, text: "雁滩镇2025年水利工作报告\\n一、主要成效\\n修渠3条。"}

  - id: D-SLANG
    name: {zh: 不用口语, en: No slang}
    severity: info
    group: form
    weight: 0.5
    check: {kind: forbidden, concept: slang}
    basis: [{norm: 各地做法, verified: true, rank: practice}]
    advice: {zh: 改用书面语。, en: Write formally.}
    explanation: {zh: 不用口语。, en: No slang.}
    examples:
      - {name: 书面, expect: pass, text: "雁滩镇2025年水利工作报告\\n一、主要成效\\n完成修渠3条。"}
      - {name: 口语, expect: fail, text: "雁滩镇2025年水利工作报告\\n一、主要成效\\n修渠3条，全部搞定。"}
"""

REPORT = """\
雁滩镇2025年水利工作报告
一、主要成效
全年修渠3条，巡河96次。
二、存在的不足
一是人手不够。二是缺少经费，原因是收入下降。
三、2026年安排
加强队伍建设。
雁滩镇人民政府
2026年1月20日
"""


def write(folder: Path, *, pack: str = PACK, rules: str = RULES, template: str = TEMPLATE) -> Path:
    """Write the pack into *folder*/demo, its template beside its rules, and return the folder of the pack."""
    home = folder / "demo"
    (home / "templates" / "small").mkdir(parents=True, exist_ok=True)
    (home / "pack.yaml").write_text(pack, encoding="utf-8")
    (home / "rules.yaml").write_text(rules, encoding="utf-8")
    (home / "templates" / "small" / "template.yaml").write_text(template, encoding="utf-8")
    return home


def demo(folder: Path, **parts: str) -> Pack:
    """Return the pack, written and loaded."""
    return load_pack(write(folder, **parts), cache=False)


def good(pack: Pack, text: str = REPORT) -> Good:
    """Return a report as mutation begins with it."""
    return good_of("report.txt", read_bytes(text.encode("utf-8"), "report.txt"), pack)
