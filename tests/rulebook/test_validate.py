"""Each departure from the schema is one problem at its own line, column and key, with the nearest right word."""

from __future__ import annotations

from pathlib import Path

import pytest

from .packs import PACK, RULES, TEMPLATE, problems, said, write


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            "severity: must",
            "severty: must",
            [
                "rules.yaml:2:5 missing-key “rules”的第 1 项缺少“severity” | "
                "严重程度：must 必须（不满足则不可报送）、should 建议、info 提示",
                "rules.yaml:4:5 unknown-key 不认识的键“severty” | 是否想写“severity”？",
            ],
        ),
        (
            "severity: must",
            "severity: musst",
            ["rules.yaml:4:15 unknown-value “severity”的值“musst”不可用 | 是否想写“must”？"],
        ),
        (
            "severity: must",
            "severity: 严重",
            ["rules.yaml:4:15 unknown-value “severity”的值“严重”不可用 | 可用的有：must、should、info"],
        ),
        (
            "group: work",
            "group: work\n    wieght: 2",
            ["rules.yaml:6:5 unknown-key 不认识的键“wieght” | 是否想写“weight”？"],
        ),
        (
            "group: work",
            "group: work\n    Weight: 2",
            ["rules.yaml:6:5 unknown-key 不认识的键“Weight” | 是否想写“weight”？"],
        ),
        (
            "group: work",
            "group: work\n    weight: '2'",
            ["rules.yaml:6:13 wrong-type “weight”应为数字，现在是文字"],
        ),
        (
            "group: work",
            "group: work\n    weight: -1",
            ["rules.yaml:6:13 out-of-range “weight”不得小于 0 | 权重，0 或更大，默认 1"],
        ),
        (
            "group: work",
            "group: work\n    years: {since: 20214}",
            ["rules.yaml:6:20 out-of-range “since”不得大于 2100"],
        ),
        (
            "id: P-WORK-01",
            "id: p-work-1",
            ["rules.yaml:2:9 bad-form “id”的写法“p-work-1”不对 | 规则编号：大写字母和数字，用“-”分段，如 AB-TITLE-01"],
        ),
        (
            "    advice: 补写工作。\n",
            "",
            ["rules.yaml:2:5 missing-key “rules”的第 1 项缺少“advice” | 修改建议"],
        ),
        (
            "    advice: 补写工作。\n",
            "    advice:\n",
            ["rules.yaml:7:12 wrong-type “advice”应为文字或一组“键: 值”，现在是空"],
        ),
        (
            "    advice: 补写工作。\n",
            "    advice: {zh: 补写工作。}\n",
            ["rules.yaml:7:13 missing-key “advice”缺少“en”"],
        ),
        (
            "    severity: must\n    group: work\n",
            "",
            ["rules.yaml:2:5 missing-key “rules”的第 1 项缺少“severity”、“group”"],
        ),
        (
            "advice: 补写工作。",
            "advice: 补写工作。\n    basis: [{norm: 某规定, article: 24, verified: 是, rank: law}]",
            [
                "rules.yaml:8:34 wrong-type “article”应为文字，现在是整数 | 加上引号就是文字：'24'",
                "rules.yaml:8:48 wrong-type “verified”应为true 或 false，现在是文字 | 是否想写“true”？",
            ],
        ),
        (
            "advice: 补写工作。",
            "advice: 补写工作。\n    levels: [town, town]",
            ["rules.yaml:8:13 repeated-item “levels”里有重复的项 | 适用的层级；不写则全部适用"],
        ),
        (
            "advice: 补写工作。",
            "advice: 补写工作。\n    levels: []",
            ["rules.yaml:8:13 empty “levels”不能为空 | 适用的层级；不写则全部适用"],
        ),
        (
            "    check: {kind: mention, section: work, words: [修路, <bridge>]}",
            "    check: kind：mention",
            [
                "rules.yaml:6:12 wrong-type “check”应为一组“键: 值”，现在是文字 | "
                "键后面要用半角冒号加一个空格“: ”，不能用全角冒号“：”。"
            ],
        ),
        (
            "{name: 写了, expect: pass, text: 全年修路三条。}",
            "写了",
            [
                "rules.yaml:8:5 no-passing-example 示例里没有一个应当通过的（expect: pass 或 not_applicable）",
                "rules.yaml:9:9 wrong-type “examples”的第 1 项应为一组“键: 值”，现在是文字",
            ],
        ),
    ],
)
def test_a_rule_that_departs_from_the_schema(tmp_path: Path, old: str, new: str, expected: list[str]) -> None:
    assert RULES.count(old) == 1
    assert said(problems(write(tmp_path, rules=RULES.replace(old, new)))) == expected


@pytest.mark.parametrize(
    ("check", "expected"),
    [
        (
            "{kind: menton, section: work, words: [路]}",
            ["rules.yaml:6:19 unknown-value “kind”的值“menton”不可用 | 是否想写“mention”？"],
        ),
        (
            "{section: work, words: [路]}",
            ["rules.yaml:6:12 missing-key “check”缺少“kind” | 检查方式"],
        ),
        (
            "{kind: mention, section: work, word: [路]}",
            [
                "rules.yaml:6:12 missing-key “check”缺少“words”",
                "rules.yaml:6:43 unknown-key 不认识的键“word” | 是否想写“words”？",
            ],
        ),
        (
            "{kind: mention, section: work, words: [路], at_least: 0}",
            ["rules.yaml:6:65 out-of-range “at_least”不得小于 1"],
        ),
        (
            "{kind: mention, section: work, words: [路], label: {zh: 路}}",
            ["rules.yaml:6:62 missing-key “label”缺少“en”"],
        ),
        ("{kind: dated}", ["rules.yaml:6:12 missing-key “check”至少要写出其中一个：before、after"]),
        (
            "{kind: dated, before: 4月1日}",
            ["rules.yaml:6:34 bad-form “before”的写法“4月1日”不对 | 应符合 ^[0-9]{2}-[0-9]{2}$"],
        ),
        (
            "{kind: dated, before: '04-01', words: [路]}",
            ["rules.yaml:6:43 unknown-key 不认识的键“words” | 可用的有：after、by"],
        ),
        (
            "{kind: dated, before: '04-01', by: 0}",
            ["rules.yaml:6:47 out-of-range “by”不得小于 1"],
        ),
        (
            "{kind: dated, before: '04-01', by: [1]}",
            ["rules.yaml:6:47 wrong-type “by”应为整数或文字，现在是列表（每项以“- ”开头）"],
        ),
    ],
)
def test_the_parameters_of_a_check_are_those_of_its_kind(tmp_path: Path, check: str, expected: list[str]) -> None:
    rules = RULES.replace("{kind: mention, section: work, words: [修路, <bridge>]}", check)
    assert said(problems(write(tmp_path, rules=rules))) == expected


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            "  - {id: plan, name: 打算}",
            "  - {id: plan, name: 打算, hedings: bridge}",
            ["template.yaml:13:26 unknown-key 不认识的键“hedings” | 是否想写“headings”？"],
        ),
        (
            "  bridge: [架桥, 修桥]",
            "  bridge: 架桥\n  a<b>: [架桥]\n  空: []",
            [
                "template.yaml:17:11 wrong-type “bridge”应为列表（每项以“- ”开头）或一组“键: 值”，现在是文字",
                "template.yaml:18:3 bad-name 名称“a<b>”里不能有空格和尖括号",
                "template.yaml:19:6 empty “空”不能为空",
            ],
        ),
        (
            "  titles: {annual_report: [.*简报]}",
            "  titles: {anual_report: [.*简报]}",
            ["template.yaml:5:12 unknown-key 不认识的键“anual_report” | 是否想写“annual_report”？"],
        ),
        (
            "vocabulary:\n  bridge: [架桥, 修桥]",
            "vocabulary:\n  bridge: [架桥, 修桥]\nsection: []",
            [
                "template.yaml:18:1 unknown-key 不认识的键“section” | "
                "可用的有：extends、norms、meetings、other_norms、draft"
            ],
        ),
    ],
)
def test_a_template_that_departs_from_the_schema(tmp_path: Path, old: str, new: str, expected: list[str]) -> None:
    assert TEMPLATE.count(old) == 1
    assert said(problems(write(tmp_path, template=TEMPLATE.replace(old, new)))) == expected


def test_a_pack_file_that_departs_from_the_schema(tmp_path: Path) -> None:
    pack = PACK.replace("version: '1.2'", "version: 1.2").replace("name: {zh: 试验, en: Probe}", "nmae: 试验")
    assert said(problems(write(tmp_path, pack=pack))) == [
        "pack.yaml:1:1 missing-key 整个文件缺少“name” | 名称：{zh: 中文, en: English}，或只写一句",
        "pack.yaml:2:10 wrong-type “version”应为文字，现在是数字 | 加上引号就是文字：'1.2'",
        "pack.yaml:3:1 unknown-key 不认识的键“nmae” | 是否想写“name”？",
    ]


@pytest.mark.parametrize("whole", ["- a\n- b\n", "文字\n", "3\n"])
def test_a_file_of_the_wrong_shape_is_one_problem(tmp_path: Path, whole: str) -> None:
    found = problems(write(tmp_path, rules=whole))
    assert [each.code for each in found] == ["no-rules", "wrong-type"]
