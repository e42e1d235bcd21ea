"""A small pack that is right in every way, and what tests ask about the packs they break."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker.errors import PackError, Problem
from checker.rulebook import load_pack

PACK = """\
id: probe
version: '1.2'
name: {zh: 试验, en: Probe}
template: plain
requires: checker>=0.1
"""

RULES = """\
rules:
  - id: P-WORK-01
    name: {zh: 写明工作, en: Work is told}
    severity: must
    group: work
    check: {kind: mention, section: work, words: [修路, <bridge>]}
    advice: 补写工作。
    examples:
      - {name: 写了, expect: pass, text: 全年修路三条。}
      - {name: 没写, expect: fail, text: 全年无事。}
"""

TEMPLATE = """\
id: plain
version: '1'
name: {zh: 简报, en: Brief}
recognition:
  titles: {annual_report: [.*简报]}
  openings: {annual_report: [现将…报告如下]}
  subject: bridge
  organs: [公所]
levels:
  - {id: town, name: 乡镇, endings: [镇]}
sections:
  - {id: work, name: 工作, headings: bridge}
  - {id: plan, name: 打算}
groups:
  - {id: form, name: 格式}
vocabulary:
  bridge: [架桥, 修桥]
"""


def write(folder: Path, pack: str = PACK, rules: str = RULES, template: str = TEMPLATE) -> Path:
    """Write a pack into *folder*/probe, its template beside its rules, and return the folder of the pack."""
    home = folder / "probe"
    (home / "templates" / "plain").mkdir(parents=True, exist_ok=True)
    (home / "pack.yaml").write_text(pack, encoding="utf-8")
    (home / "rules.yaml").write_text(rules, encoding="utf-8")
    (home / "templates" / "plain" / "template.yaml").write_text(template, encoding="utf-8")
    return home


def problems(folder: Path) -> tuple[Problem, ...]:
    """Return every problem of the pack in *folder*, which must be broken."""
    with pytest.raises(PackError) as caught:
        load_pack(folder, cache=False)
    return caught.value.problems


def said(found: tuple[Problem, ...] | list[Problem], *, hints: bool = True) -> list[str]:
    """Return each problem as ``file:line:column code message | hint``."""
    return [
        f"{Path(each.path).name}:{each.line}:{each.column} {each.code} {each.message.zh}"
        + (f" | {each.hint.zh}" if hints and each.hint is not None else "")
        for each in found
    ]


def codes(found: tuple[Problem, ...] | list[Problem]) -> list[str]:
    """Return each problem as ``file:line:column code``."""
    return [f"{Path(each.path).name}:{each.line}:{each.column} {each.code}" for each in found]


CITY = """\
id: city
version: '1'
name: {zh: 市, en: City}
extends: probe
"""

LOCAL_RULES = """\
rules:
  - id: P-SOFT-01
    name: {zh: 提到桥, en: Bridges}
    severity: should
    group: work
    weight: 2
    levels: [town]
    years: {since: 2020}
    check: {kind: dated, before: '04-01', by: 3}
    basis: [{norm: 通行做法, verified: false, rank: practice}]
    messages: {fail: 晚了}
    advice: 早些。
    examples:
      - {name: 早, expect: pass, text: 三月}
      - {name: 晚, expect: fail, text: 五月}
  - id: P-LAW-01
    name: {zh: 法定期限, en: Legal limit}
    severity: must
    group: form
    levels: [town]
    years: {since: 2019, until: 2030}
    check: {kind: limit, at_least: 2, day: {month: 4, day: 1}, label: 限}
    basis: [{norm: 《试验条例》, article: 第三条, verified: true, rank: admin_reg}]
    advice: 早些。
    examples:
      - {name: 早, expect: pass, text: 三月}
      - {name: 晚, expect: fail, text: 五月}
"""


def write_city(folder: Path, rules: str = "rules: []\n", pack: str = CITY, template: str | None = None) -> Path:
    """Write the pack ``probe`` and, beside it, the pack ``city`` that extends it; return the folder of ``city``."""
    base = write(folder)
    (base / "soft.yaml").write_text(LOCAL_RULES, encoding="utf-8")
    home = folder / "city"
    home.mkdir(exist_ok=True)
    (home / "pack.yaml").write_text(pack, encoding="utf-8")
    (home / "local.yaml").write_text(rules, encoding="utf-8")
    if template is not None:
        (home / "templates" / "wider").mkdir(parents=True, exist_ok=True)
        (home / "templates" / "wider" / "template.yaml").write_text(template, encoding="utf-8")
    return home
