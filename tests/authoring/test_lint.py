"""Lint tells everything at once: errors of a pack that does not load, else what should be better."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from checker.authoring.lint import LintRun, lint
from checker.authoring.lint_report import lint_github, lint_json, lint_text
from checker.authoring.remarks import Level
from checker.errors import ExitCode, UsageError

from . import packs


def found(run: LintRun) -> list[str]:
    """Return each remark as ``level file:line:column code message``."""
    return [
        f"{each.level} {Path(each.problem.path).name}:{each.problem.line}:{each.problem.column} "
        f"{each.problem.code} {each.problem.message.zh}"
        for each in run.remarks
    ]


def looked(folder: Path, **parts: str) -> list[str]:
    """Return what lint says of a pack beyond what it says of the plain one."""
    return [each for each in found(lint(packs.write(folder, **parts))) if "empty-group" not in each]


def test_a_pack_that_is_as_it_should_be_raises_nothing(tmp_path: Path) -> None:
    assert looked(tmp_path) == []


def test_a_broken_pack_has_all_its_errors_told_and_nothing_else(tmp_path: Path) -> None:
    broken = packs.RULES.replace("severity: info", "severity: low").replace("section: causes", "section: couses")
    run = lint(packs.write(tmp_path, rules=broken))
    assert found(run) == [
        "error rules.yaml:19:37 unknown-section 没有名为“couses”的章节",
        "error rules.yaml:46:15 unknown-value “severity”的值“low”不可用",
    ]
    assert (run.looked, run.exit_code(strict=False)) == (False, ExitCode.CANNOT_JUDGE)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (
            "    basis: [{norm: 各地做法, verified: true, rank: practice}]\n    advice: {zh: 改用",
            "    advice: {zh: 改用",
            ["warning rules.yaml:44:9 no-basis 没有写明依据（basis）"],
        ),
        (
            "    explanation: {zh: 不用口语。, en: No slang.}\n",
            "",
            ["note rules.yaml:44:9 no-explanation 没有说明这条规则要求什么（explanation）"],
        ),
        (
            "verified: true, rank: local",
            "verified: false, rank: local",
            ["note rules.yaml:7:5 unverified-basis 这是必须项，依据却没有一条核对过原文（verified: true）"],
        ),
        (
            "{zh: 改用书面语。, en: Write formally.}",
            "改用书面语。",
            ["warning rules.yaml:51:13 one-language 只写了一种语言，两种语言会显示同一句话；请写成 {zh: …, en: …}"],
        ),
        (
            "{zh: 改用书面语。, en: Write formally.}",
            "{zh: 改用书面语。, en: 改用书面语。}",
            ["warning rules.yaml:51:30 same-language 中文和英文写得一样"],
        ),
        (
            "related: [D-GAPS]",
            "related: [D-GAPS, D-SLANG]",
            ["warning rules.yaml:23:23 one-way 这里把 D-SLANG 列为相关规则，D-SLANG 却没有列 D-CAUSES"],
        ),
        (
            '修渠3条，全部搞定。"}',
            '修渠3条，全部搞定。"}\n'
            '      - {name: 又, expect: fail, text: "雁滩镇2025年水利工作报告\\n一、主要成效\\n修渠3条， 全部搞定。"}',
            ["warning rules.yaml:56:39 same-example 与例子“口语”的内容相同"],
        ),
        (
            'expect: pass, text: "雁滩镇2025年水利工作报告\\n一、主要成效\\n完成修渠3条。"',
            'expect: not_applicable, text: "放假通知"',
            ["warning rules.yaml:53:5 no-passing-example 没有合格的例子，请补写一个"],
        ),
        (
            "years: {since: 2020}",
            "years: {until: 2019}",
            [],
        ),
    ],
)
def test_what_a_rule_lacks_or_says_twice_is_told(tmp_path: Path, old: str, new: str, said: list[str]) -> None:
    assert old in packs.RULES
    assert looked(tmp_path, rules=packs.RULES.replace(old, new)) == said


def test_a_pack_without_any_must_is_asked_what_its_verdict_means(tmp_path: Path) -> None:
    soft = packs.RULES.replace("severity: must", "severity: should")
    message = "没有必须项，结论却会说可报送；只检查一个方面的，用 verdict 写明怎样说"
    assert looked(tmp_path, rules=soft)[0] == f"note pack.yaml:1:5 no-must {message}"


def test_a_group_in_which_nothing_weighs_anything_has_no_score(tmp_path: Path) -> None:
    weightless = packs.RULES.replace("    group: causes\n", "    group: causes\n    weight: 0\n")
    message = "“causes”里的规则权重都是 0，这一部分不会计分"
    assert looked(tmp_path, rules=weightless) == [f"warning rules.yaml:18:12 no-weight {message}"]


def test_a_section_or_group_without_rules_is_noted(tmp_path: Path) -> None:
    assert found(lint(packs.write(tmp_path))) == ["note template.yaml:16:10 empty-group 没有规则计入“plan”"]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (
            "slang: [搞定]",
            "slang: [搞定]\n  idle: [闲置]",
            ["warning template.yaml:32:3 unused-concept 词组“idle”没有用到"],
        ),
        (
            "slang: [搞定]",
            "slang: [搞定, 法治 政府]",
            ["warning template.yaml:31:17 phrase-space 词句里的空格不起作用，比对时会去掉"],
        ),
        (
            "slang: [搞定]",
            "slang: [搞定, 二○二五]",
            ["warning template.yaml:31:16 phrase-folded “○”在比对时统一写作“〇”，请改为后者"],
        ),
        (
            "slang: [搞定]",
            "slang: [搞定, 國家]",
            ["warning template.yaml:31:15 phrase-folded “國”在比对时统一写作“国”，请改为后者"],
        ),
        (
            "slang: [搞定]",
            "slang: [搞定, ２０２５年]",
            ["warning template.yaml:31:15 phrase-folded “２”在比对时统一写作“2”，请改为后者"],
        ),
        (
            "slang: [搞定]",
            "slang: [搞定, 完成。二是]",
            ["warning template.yaml:31:15 phrase-crosses 词句跨过句末标点，只在两句紧挨着时才找得到"],
        ),
        (
            "slang: [搞定]",
            "slang: [搞定, ★重点]",
            ["warning template.yaml:31:15 phrase-dead 永远找不到：文中写成“★重点”也对不上"],
        ),
        (
            "slang: [搞定]",
            "slang: [搞定, '办妥|摆平\\x{200b}']",
            [],
        ),
        (
            "slang: [搞定]",
            "slang: [搞定, '(搞|办)定']",
            ["note template.yaml:31:11 phrase-contained 里面已含有“(搞|办)定”，不写“搞定”也找得到"],
        ),
        (
            "slang: [搞定]",
            "slang: ['(搞|办)定', 搞定]",
            ["warning template.yaml:31:21 phrase-repeated 与“(搞|办)定”重复"],
        ),
        (
            "slang: [搞定]",
            "slang: [搞定, 全部搞定了]",
            ["note template.yaml:31:15 phrase-contained 里面已含有“搞定”，不写“全部搞定了”也找得到"],
        ),
        # Filled in elsewhere (<patrol>, and what stands behind it), the longer one is not superfluous.
        ("patrol: [巡查]", "patrol: [巡查, 巡查河道]", []),
        (
            "slang: [搞定]",
            "slang: {phrases: [搞定], unless: [未搞定, 未搞定的]}",
            [],
        ),
        (
            "slang: [搞定]",
            "slang: [搞定, '[^，。；]{0,8}摆平', '摆平（全部）', '第\\d+条…8摆平', '^摆平$']",
            [],
        ),
    ],
)
def test_words_that_find_nothing_or_nothing_more_are_told(tmp_path: Path, old: str, new: str, said: list[str]) -> None:
    assert looked(tmp_path, template=packs.TEMPLATE.replace(old, new)) == said


def test_only_warnings_count_and_only_where_one_is_strict(tmp_path: Path) -> None:
    noted = lint(packs.write(tmp_path / "a"))
    warned = lint(packs.write(tmp_path / "b", rules=packs.RULES.replace("related: [D-GAPS]", "related: [D-SLANG]")))
    assert [run.exit_code(strict=strict) for run in (noted, warned) for strict in (False, True)] == [0, 0, 0, 1]
    assert (warned.count(Level.WARNING), warned.count(Level.NOTE)) == (2, 1)


def test_an_unknown_pack_is_wrong_usage() -> None:
    with pytest.raises(UsageError):
        lint("no-such-pack")


def test_an_extending_pack_answers_for_what_it_wrote_itself(tmp_path: Path) -> None:
    packs.write(tmp_path, rules=packs.RULES.replace("related: [D-GAPS]", "related: [D-SLANG]"))
    town = tmp_path / "town"
    town.mkdir()
    (town / "pack.yaml").write_text(
        "id: town\nversion: '1'\nname: {zh: 镇, en: Town}\nextends: demo\nvocabulary: {slang: {add: [摆 平]}}\n",
        encoding="utf-8",
    )
    (town / "changes.yaml").write_text(
        "changes:\n  - rule: D-INSPECTION\n    reason: {zh: 试, en: trial}\n    weight: 2\n", encoding="utf-8"
    )
    assert found(lint(town)) == [
        "warning pack.yaml:5:29 phrase-space 词句里的空格不起作用，比对时会去掉",
    ]


# Formats ------------------------------------------------------------------------------------------------------------


@pytest.fixture
def warned(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> LintRun:
    home = packs.write(tmp_path, rules=packs.RULES.replace("related: [D-GAPS]", "related: [D-GAPS, D-SLANG]"))
    monkeypatch.chdir(home)
    return lint(home)


def test_text_shows_place_lines_and_caret(warned: LintRun) -> None:
    first, *_, last = lint_text(warned, "zh").split("\n\n")
    assert first.splitlines() == [
        "rules.yaml:23:23 警告 [one-way] 这里把 D-SLANG 列为相关规则，D-SLANG 却没有列 D-CAUSES",
        "  21 |     advice: {zh: 补写原因。, en: Tell the causes.}",
        "  22 |     explanation: {zh: 要写明原因。, en: Causes must be told.}",
        "  23 |     related: [D-GAPS, D-SLANG]",
        "     |                       ^",
        "  24 |     examples:",
    ]
    assert last == "demo：警告 1 条，提示 1 条\n"


def test_text_of_a_clean_or_broken_pack_ends_in_one_sentence(tmp_path: Path) -> None:
    assert lint_text(LintRun("demo", (), looked=True), "zh") == "demo：没有发现问题\n"
    broken = lint(packs.write(tmp_path, rules="rules:\n  - {id: x}\n"))
    assert (
        lint_text(broken, "en")
        .splitlines()[-1]
        .endswith(f"errors: {len(broken.remarks)}. Warnings are looked for once these are mended.")
    )


def test_json_is_one_object(warned: LintRun) -> None:
    assert json.loads(lint_json(warned, "en")) == {
        "schema": "checker-lint/1",
        "pack": "demo",
        "complete": True,
        "counts": {"error": 0, "warning": 1, "note": 1},
        "remarks": [
            {
                "level": "warning",
                "code": "one-way",
                "path": "rules.yaml",
                "line": 23,
                "column": 23,
                "message": "D-SLANG is called related here, but does not call D-CAUSES so",
                "hint": None,
            },
            {
                "level": "note",
                "code": "empty-group",
                "path": "templates/small/template.yaml",
                "line": 16,
                "column": 10,
                "message": "no rule is scored under “plan”",
                "hint": None,
            },
        ],
    }


def test_github_gets_one_command_a_remark_that_nothing_can_break_out_of(warned: LintRun) -> None:
    from dataclasses import replace

    from checker.texts import Text

    assert lint_github(warned, "zh").splitlines() == [
        "::warning file=rules.yaml,line=23,col=23,title=one-way::"
        "这里把 D-SLANG 列为相关规则，D-SLANG 却没有列 D-CAUSES",
        "::notice file=templates/small/template.yaml,line=16,col=10,title=empty-group::没有规则计入“plan”",
    ]
    first = warned.remarks[0]
    odd = replace(first.problem, path="a,b:c.yaml", message=Text("甲\n::error::乙%", "-"), hint=Text("丙", "-"))
    run = replace(warned, remarks=(replace(first, problem=odd),))
    assert lint_github(run, "zh") == (
        "::warning file=a%2Cb%3Ac.yaml,line=23,col=23,title=one-way::甲%0A::error::乙%25 (丙)\n"
    )
