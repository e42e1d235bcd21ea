"""Rules are listed, all or those asked for, for people, for programs and for pages."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from checker.authoring.listing import Filter, chosen, rule_named, table, table_json, table_markdown
from checker.authoring.pages import Page, pages
from checker.errors import UsageError
from checker.rule import Pack
from checker.rulebook import load_pack
from checker.texts import Text

from . import packs


@pytest.fixture
def pack(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Pack:
    home = packs.write(tmp_path)
    monkeypatch.chdir(home)
    return load_pack(home, cache=False)


@pytest.mark.parametrize(
    ("asked", "rules"),
    [
        (Filter(), ["D-GAPS", "D-CAUSES", "D-INSPECTION", "D-SLANG"]),
        (Filter(severity="must"), ["D-GAPS"]),
        (Filter(level="county"), ["D-GAPS", "D-CAUSES", "D-SLANG"]),
        (Filter(level="乡镇", kind="required"), ["D-INSPECTION"]),
        (Filter(year=2019), ["D-GAPS", "D-CAUSES", "D-SLANG"]),
        (Filter(kind="content"), ["D-GAPS", "D-CAUSES"]),
        (Filter(group="form"), ["D-SLANG"]),
        (Filter(group="形式"), ["D-SLANG"]),
        (Filter(unverified=True), ["D-CAUSES"]),
        (Filter(severity="must", unverified=True), []),
    ],
)
def test_each_condition_narrows_the_list(pack: Pack, asked: Filter, rules: list[str]) -> None:
    assert [rule.id for rule in chosen(pack, asked)] == rules


@pytest.mark.parametrize(
    ("asked", "first"),
    [
        (Filter(severity="most"), "--severity 不认识“most”"),
        (Filter(level="villag"), "--level 不认识“villag”"),
        (Filter(kind="contents"), "--kind 不认识“contents”"),
        (Filter(group="forms"), "--group 不认识“forms”"),
    ],
)
def test_what_nothing_has_is_wrong_usage(pack: Pack, asked: Filter, first: str) -> None:
    with pytest.raises(UsageError) as caught:
        chosen(pack, asked)
    assert caught.value.lines("zh")[0] == first


def test_a_rule_is_found_in_whatever_case_and_missed_with_a_hint(pack: Pack) -> None:
    assert rule_named(pack, "d-slang", "--rule").id == "D-SLANG"
    with pytest.raises(UsageError) as caught:
        rule_named(pack, "D-SLAN", "--rule")
    assert caught.value.lines("zh") == ["--rule 不认识“D-SLAN”", "  是不是“D-SLANG”？"]


def test_the_table_aligns_wide_characters(pack: Pack) -> None:
    rules = [pack.rules[0], replace(pack.rules[2], basis=()), replace(pack.rules[3], off=Text("不用", "unused"))]
    assert (
        table(pack, rules, "zh", columns=80)
        == """\
必须  D-GAPS        写明不足  content · 不足
建议  D-INSPECTION  写到巡河  required · 成效 · 2020– · 没有依据
信息  D-SLANG       不用口语  forbidden · 形式 · 已停用

列出 3 条，共 4 条
"""
    )


def test_json_holds_what_a_program_may_ask(pack: Pack) -> None:
    assert json.loads(table_json([pack.rule("D-INSPECTION")])) == [
        {
            "id": "D-INSPECTION",
            "name": {"zh": "写到巡河", "en": "Inspections are told"},
            "severity": "should",
            "kind": "required",
            "group": "results",
            "weight": 1.0,
            "levels": ["township"],
            "since": 2020,
            "until": None,
            "basis": [{"norm": "各地做法", "article": "", "rank": "practice", "verified": True}],
            "related": [],
            "off": False,
            "origin": {"pack": "demo", "path": "rules.yaml", "line": 28},
        }
    ]


def test_markdown_is_one_table(pack: Pack) -> None:
    assert (
        table_markdown(pack, [pack.rule("D-CAUSES")], "en")
        == """\
| rule | name | severity | group | years | basis |
| --- | --- | --- | --- | --- | --- |
| `D-CAUSES` | Causes are told | should | Causes |  | a basis is unverified |
"""
    )


def test_the_catalogue_has_an_index_by_group_and_a_page_a_rule(pack: Pack) -> None:
    made = pages(pack, "zh")
    assert [page.name for page in made] == ["index.md", "D-GAPS.md", "D-CAUSES.md", "D-INSPECTION.md", "D-SLANG.md"]
    assert made[0] == Page(
        "index.md",
        """\
# 规则目录

规则包：小报告（`demo` 1.0）

共 4 条规则，按计入的部分列出。

## 成效

| 编号 | 名称 | 级别 | 计入 | 年度 | 依据 |
| --- | --- | --- | --- | --- | --- |
| [D-INSPECTION](D-INSPECTION.md) | 写到巡河 | 建议 | 成效 | 2020– |  |

## 不足

| 编号 | 名称 | 级别 | 计入 | 年度 | 依据 |
| --- | --- | --- | --- | --- | --- |
| [D-GAPS](D-GAPS.md) | 写明不足 | 必须 | 不足 |  |  |

## 原因

| 编号 | 名称 | 级别 | 计入 | 年度 | 依据 |
| --- | --- | --- | --- | --- | --- |
| [D-CAUSES](D-CAUSES.md) | 写明原因 | 建议 | 原因 |  | 有未核对的依据 |

## 形式

| 编号 | 名称 | 级别 | 计入 | 年度 | 依据 |
| --- | --- | --- | --- | --- | --- |
| [D-SLANG](D-SLANG.md) | 不用口语 | 信息 | 形式 |  |  |
""",
    )


def test_the_catalogue_is_the_same_wherever_it_is_made(
    pack: Pack, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = pages(pack, "en")
    monkeypatch.chdir(tmp_path)
    assert pages(load_pack(tmp_path / "demo", cache=False), "en") == made
