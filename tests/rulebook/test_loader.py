"""What a pack that is right becomes, and that nothing about it is lost on the way."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from checker.model import Basis, Severity, State
from checker.rule import Example, Group, Level, Origin, OtherKind, Recognition, Rule, Section
from checker.rulebook import load_pack
from checker.texts import Text
from checker.vocabulary import Concept, Vocabulary

from .packs import PACK, RULES, TEMPLATE, write

FULL_RULE = """\
# a comment
rules:
  - id: P-DAY-01
    name: {zh: 日期, en: Date}
    severity: should
    group: form
    weight: 2.5
    levels: [town]
    years: {since: 2021, until: 2025}
    check: {kind: dated, before: '04-01'}
    basis:
      - {norm: 《试验规定》, article: 第三条, verified: true, rank: policy}
      - {norm: 通行做法, verified: false, rank: practice}
    messages:
      fail: {zh: '晚了：{finding}', en: 'late: {finding}'}
    advice: {zh: 早些, en: Be early}
    explanation: 为了及时
    related: [P-WORK-01]
    examples:
      - {name: 早, expect: pass, text: 三月, level: town, year: 2024}
      - name: 晚
        expect: partial
        text: |
          五月
"""


def test_a_rule_keeps_all_that_was_written_and_where_it_was_written(tmp_path: Path) -> None:
    folder = write(tmp_path)
    (folder / "later.yaml").write_text(FULL_RULE, encoding="utf-8")
    pack = load_pack(folder, cache=False)
    path = str(folder / "later.yaml")
    assert replace(pack.rule("P-DAY-01"), origins={}) == Rule(
        id="P-DAY-01",
        name=Text("日期", "Date"),
        severity=Severity.SHOULD,
        kind="dated",
        parameters={"before": "04-01"},
        group="form",
        weight=2.5,
        advice=Text("早些", "Be early"),
        levels=frozenset({"town"}),
        since=2021,
        until=2025,
        basis=(
            Basis("《试验规定》", "第三条", True, "policy"),
            Basis("通行做法", "", False, "practice"),
        ),
        messages={State.FAIL: Text("晚了：{finding}", "late: {finding}")},
        explanation=Text("为了及时", "为了及时"),
        related=("P-WORK-01",),
        examples=(
            Example("早", State.PASS, "三月", "town", 2024, Origin("probe", path, 20)),
            Example("晚", State.PARTIAL, "五月\n", None, None, Origin("probe", path, 21)),
        ),
        origin=Origin("probe", path, 3),
    )


def test_what_a_rule_leaves_out_has_its_default(tmp_path: Path) -> None:
    rule = load_pack(write(tmp_path), cache=False).rule("P-WORK-01")
    assert replace(rule, examples=(), origin=None, origins={}) == Rule(
        id="P-WORK-01",
        name=Text("写明工作", "Work is told"),
        severity=Severity.MUST,
        kind="mention",
        parameters={"section": "work", "words": ["修路", "<bridge>"]},
        group="work",
        weight=1.0,
        advice=Text("补写工作。", "补写工作。"),
    )


def test_a_text_in_one_language_inside_a_check_serves_both(tmp_path: Path) -> None:
    rules = RULES.replace("section: work, words", "label: 路, section: work, words")
    assert load_pack(write(tmp_path, rules=rules), cache=False).rules[0].parameters["label"] == {"zh": "路", "en": "路"}


def test_rules_come_in_the_order_of_files_and_lines(tmp_path: Path) -> None:
    folder = write(tmp_path)
    (folder / "a-first.yaml").write_text(RULES.replace("P-WORK-01", "P-EARLY-01"), encoding="utf-8")
    assert [rule.id for rule in load_pack(folder, cache=False).rules] == ["P-EARLY-01", "P-WORK-01"]


def test_a_template_keeps_all_that_was_written(tmp_path: Path) -> None:
    head, _, _ = TEMPLATE.partition("levels:")
    parts = """\
levels:
  - {id: town, name: 乡镇, endings: [镇], names: places, self_names: [我镇], is_body: true}
sections:
  - id: work
    name: {zh: 工作, en: Work}
    weight: 3
    headings: bridge
    takes_unclaimed: true
    openers: bridge
    tail: true
    statements: bridge
    unless: places
    actors: places
    mentions: bridge
    within: plan
    not_in: [plan]
  - {id: plan, name: 打算}
groups:
  - {id: form, name: 格式, weight: 0}
"""
    head = head.replace(
        "  organs: [公所]",
        "  organs: [公所]\n  not_titles: [通知]\n  unranked: [园]\n"
        "  others: [{id: notice, name: 通知, titles: [.*通知], openings: [各村]}]",
    )
    folder = write(tmp_path, template=head + parts)
    (folder / "templates" / "plain" / "words.yaml").write_text(
        "vocabulary:\n  bridge: [架桥]\n  places: {phrases: [芦滩, <bridge>镇], unless: [芦滩路]}\n", encoding="utf-8"
    )
    template = load_pack(folder, cache=False).template
    assert (template.id, template.version, template.name) == ("plain", "1", Text("简报", "Brief"))
    assert template.recognition == Recognition(
        titles={"annual_report": (".*简报",)},
        openings={"annual_report": ("现将…报告如下",)},
        not_titles=("通知",),
        subject="bridge",
        organs=("公所",),
        unranked=("园",),
        others=(OtherKind("notice", Text("通知", "通知"), (".*通知",), ("各村",)),),
    )
    assert template.levels == (Level("town", Text("乡镇", "乡镇"), ("镇",), "places", ("我镇",), is_body=True),)
    assert template.sections == (
        Section(
            id="work",
            name=Text("工作", "Work"),
            weight=3.0,
            headings="bridge",
            takes_unclaimed=True,
            openers="bridge",
            tail=True,
            statements="bridge",
            unless="places",
            actors="places",
            mentions="bridge",
            within="plan",
            not_in=("plan",),
        ),
        Section(id="plan", name=Text("打算", "打算"), weight=1.0),
    )
    assert template.groups == (Group("form", Text("格式", "格式"), 0.0),)
    assert isinstance(template.vocabulary, Vocabulary)
    assert dict(template.vocabulary) == {
        "bridge": Concept("bridge", ("架桥",)),
        "places": Concept("places", ("芦滩", "<bridge>镇"), ("芦滩路",)),
    }


def test_the_digest_of_a_pack_is_that_of_its_words_not_of_the_machine(tmp_path: Path) -> None:
    first = load_pack(write(tmp_path / "here"), cache=False).ref
    folder = write(tmp_path / "elsewhere")
    for path in folder.rglob("*.yaml"):
        path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    assert load_pack(folder, cache=False).ref == first
    assert (first.id, first.version, len(first.sha256)) == ("probe", "1.2", 64)


@pytest.mark.parametrize("changed", ["pack.yaml", "rules.yaml", "templates/plain/template.yaml"])
def test_the_digest_changes_with_every_file(tmp_path: Path, changed: str) -> None:
    folder = write(tmp_path)
    before = load_pack(folder, cache=False).ref.sha256
    with (folder / changed).open("a", encoding="utf-8") as stream:
        stream.write("# one more word\n")
    assert load_pack(folder, cache=False).ref.sha256 != before


def test_a_template_named_in_an_unusual_way_is_still_found(tmp_path: Path) -> None:
    folder = write(tmp_path, pack=PACK.replace("template: plain", '"template": "\\x70lain" # template: other'))
    assert load_pack(folder, cache=False).template.id == "plain"
