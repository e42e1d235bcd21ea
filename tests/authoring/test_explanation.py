"""A rule explained tells what it asks, on what basis, where each value was written and which words it goes by."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from checker.authoring.explanation import explanation
from checker.authoring.explanation_text import code, draw, escaped, fenced, markdown
from checker.rule import Pack
from checker.rulebook import load_pack
from checker.texts import Text

from . import packs


@pytest.fixture
def pack(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Pack:
    home = packs.write(tmp_path)
    monkeypatch.chdir(home)
    return load_pack(home, cache=False)


def test_the_terminal_shows_everything_in_columns(pack: Pack) -> None:
    told = explanation(pack.rule("D-INSPECTION"), pack, "zh")
    assert (
        draw(told, "zh", columns=90)
        == """\
建议  写到巡河  D-INSPECTION

要求      要写到巡河。
适用      乡镇 · 2020 年度起
依据      各地做法 · 通行做法
建议      补写巡河次数。
提示语    不满足：没有写：{finding}
取值      check.concept = inspection  (demo rules.yaml:34)
          check.sections = [results]  (demo rules.yaml:34)
          severity = should  (demo rules.yaml:30)
          weight = 1  (没有写，按默认)
例子      〔有〕通过
          雁滩镇2025年水利工作报告
          一、主要成效
          巡河96次。
例子      〔无〕不满足
          雁滩镇2025年水利工作报告
          一、主要成效
          修渠3条。
词组      〔inspection〕
          巡河
          (巡查)
写在      计入“成效” · 检查方式 required · rules.yaml:28
各项出处  id              demo rules.yaml:28
          name            demo rules.yaml:29
          severity        demo rules.yaml:30
          group           demo rules.yaml:31
          levels          demo rules.yaml:32
          years           demo rules.yaml:33
          check.kind      demo rules.yaml:34
          check.concept   demo rules.yaml:34
          check.sections  demo rules.yaml:34
          basis           demo rules.yaml:35
          advice          demo rules.yaml:36
          explanation     demo rules.yaml:37
          messages.fail   demo rules.yaml:39
          examples        demo rules.yaml:40
"""
    )


def test_long_lists_and_examples_are_cut_in_the_terminal_and_whole_in_markdown(pack: Pack) -> None:
    told = explanation(pack.rule("D-GAPS"), pack, "zh")
    long = replace(
        told,
        examples=(replace(told.examples[0], lines=tuple(f"第{n}行" for n in range(10))),),
        words=(replace(told.words[0], phrases=tuple(f"词{n}" for n in range(20))),),
    )
    drawn, whole = draw(long, "zh"), markdown(long, "zh")
    assert ("……还有 2 条" in drawn, "第8行" in drawn) == (True, False)
    assert ("……还有 8 条" in drawn, "词12" in drawn) == (True, False)
    assert ("第9行" in whole, "词19" in whole, "还有" in whole) == (True, True, False)


def test_markdown_is_whole_and_in_the_language_asked_for(pack: Pack) -> None:
    told = explanation(pack.rule("D-CAUSES"), pack, "en")
    assert (
        markdown(told, "en")
        == """\
# Causes are told

`D-CAUSES` · should · Causes · all levels · all years

Causes must be told.

## Basis

- 《青禾县报告办法》 第三条 (unverified) · local rule

## Advice

Tell the causes.

## Values

Kind of check `content`

- `check.section`: `causes` (demo rules.yaml:19)
- `severity`: `should` (demo rules.yaml:17)
- `weight`: `1` (not written; the default)

## Example: 有 (met)

```text
雁滩镇2025年水利工作报告
一、存在的不足
人手不够，原因是编制少。
```

## Example: 无 (not met)

```text
雁滩镇2025年水利工作报告
一、存在的不足
人手不够。
```

## Words of `h_causes`

- `原因分析`

## Words of `cause`

- `由于`
- `原因是`

## Related

- [D-GAPS](D-GAPS.md) Gaps are told
"""
    )


def test_what_an_extending_pack_changed_is_told_with_its_reason(pack: Pack, tmp_path: Path) -> None:
    town = tmp_path / "town"
    town.mkdir()
    (town / "pack.yaml").write_text(
        "id: town\nversion: '1'\nname: {zh: 镇, en: Town}\nextends: ../demo\n", encoding="utf-8"
    )
    (town / "changes.yaml").write_text(
        "changes:\n  - rule: D-SLANG\n    reason: {zh: 本镇要求, en: our wish}\n    severity: should\n",
        encoding="utf-8",
    )
    extended = load_pack(town, cache=False)
    told = explanation(extended.rule("D-SLANG"), extended, "zh")
    severity = next(value for value in told.values if value.name == "severity")
    assert (severity.written, severity.where) == ("should", f"town {town / 'changes.yaml'}:4")
    assert told.changes == (f"severity 由“info”改为“should”（规则包 town，{town / 'changes.yaml'}:4）：本镇要求",)


def test_nothing_in_a_rule_can_break_out_of_markdown(pack: Pack) -> None:
    rule = replace(pack.rule("D-SLANG"), name=Text("# <b>甲</b> | `乙`", "-"), advice=Text("[x](y) *z*", "-"))
    lines = markdown(explanation(rule, pack, "zh"), "zh").splitlines()
    assert lines[0] == "# \\# \\<b\\>甲\\</b\\> \\| \\`乙\\`"
    assert "\\[x\\](y) \\*z\\*" in lines
    assert (code("a`b"), code("``")) == ("`` a`b ``", "``` `` ```")
    assert fenced(["```", "x"]) == ["````text", "```", "x", "````"]
    assert escaped("甲_乙") == "甲\\_乙"
