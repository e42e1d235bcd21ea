"""A pack that extends another has all of it, changes what it says it changes, and knows where every value is from."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker.model import Basis, Severity, State
from checker.rule import Change, OtherRule
from checker.rulebook import load_pack
from checker.rulebook.limits import MAX_CHAIN
from checker.texts import Text
from checker.vocabulary import Concept

from .packs import CITY, LOCAL_RULES, PACK, RULES, TEMPLATE, codes, problems, said, write, write_city

CHANGES = """\
changes:
  - rule: P-SOFT-01
    severity: info
    weight: 0.5
    parameters:
      before: '03-01'
    levels: [town, city]
    messages: {partial: {zh: 差点, en: nearly}}
    basis: [{norm: 市里的办法, verified: false, rank: local}]
    advice: 三月前。
    reason: {zh: 本市更早, en: Earlier here}
"""
LEVEL = """\
id: wider
version: '1'
name: {zh: 宽, en: Wider}
extends: plain
levels:
  - {id: city, name: 市}
"""


def change(text: str) -> str:
    """Return a rule file that changes P-SOFT-01 as *text* (flow style) says."""
    return f"changes:\n  - {{rule: P-SOFT-01, reason: 因, {text}}}\n"


def law(text: str) -> str:
    """Return a rule file that changes P-LAW-01 as *text* (flow style) says."""
    return f"changes:\n  - {{rule: P-LAW-01, reason: 因, {text}}}\n"


# --- what is inherited and what is changed


def test_a_pack_has_the_rules_of_its_base_and_then_its_own(tmp_path: Path) -> None:
    pack = load_pack(write_city(tmp_path, RULES.replace("P-WORK-01", "P-OWN-01")), cache=False)
    base = load_pack(tmp_path / "probe", cache=False)
    assert [rule.id for rule in pack.rules] == ["P-WORK-01", "P-SOFT-01", "P-LAW-01", "P-OWN-01"]
    assert pack.rules[:3] == base.rules
    assert (pack.ref.id, pack.bases, pack.template.id) == ("city", (base.ref,), "plain")
    assert (pack.where, pack.templates) == (str(tmp_path / "city"), (str(tmp_path / "probe" / "templates" / "plain"),))


def test_a_change_overrides_what_it_writes_and_keeps_the_rest(tmp_path: Path) -> None:
    folder = write_city(tmp_path, CHANGES, CITY + "template: wider\n", LEVEL)
    rule = load_pack(folder, cache=False).rule("P-SOFT-01")
    before = load_pack(tmp_path / "probe", cache=False).rule("P-SOFT-01")
    assert (rule.severity, rule.original_severity, before.original_severity) == (
        Severity.INFO,
        Severity.SHOULD,
        Severity.SHOULD,
    )
    assert (rule.weight, rule.parameters, rule.levels) == (
        0.5,
        {"before": "03-01", "by": 3},
        frozenset({"town", "city"}),
    )
    assert rule.messages == {State.FAIL: Text("晚了", "晚了"), State.PARTIAL: Text("差点", "nearly")}
    assert rule.basis == (*before.basis, Basis("市里的办法", "", False, "local"))
    assert rule.advice == Text("三月前。", "三月前。")
    assert (rule.since, rule.name, rule.examples, rule.origin) == (2020, before.name, before.examples, before.origin)


def test_every_value_knows_where_it_was_written(tmp_path: Path) -> None:
    folder = write_city(tmp_path, CHANGES, CITY + "template: wider\n", LEVEL)
    rule = load_pack(folder, cache=False).rule("P-SOFT-01")
    places = {name: (origin.pack, Path(origin.path).name, origin.line) for name, origin in rule.origins.items()}
    assert places == {
        "id": ("probe", "soft.yaml", 2),
        "name": ("probe", "soft.yaml", 3),
        "severity": ("city", "local.yaml", 3),
        "group": ("probe", "soft.yaml", 5),
        "weight": ("city", "local.yaml", 4),
        "levels": ("city", "local.yaml", 7),
        "years": ("probe", "soft.yaml", 8),
        "check.kind": ("probe", "soft.yaml", 9),
        "check.before": ("city", "local.yaml", 6),
        "check.by": ("probe", "soft.yaml", 9),
        "basis": ("city", "local.yaml", 9),
        "messages.fail": ("probe", "soft.yaml", 11),
        "messages.partial": ("city", "local.yaml", 8),
        "advice": ("city", "local.yaml", 10),
        "examples": ("probe", "soft.yaml", 13),
    }


def test_every_change_knows_what_was_there_before_and_why_it_is_no_more(tmp_path: Path) -> None:
    folder = write_city(tmp_path, change("weight: 3, parameters: {by: 4}"))
    rule = load_pack(folder, cache=False).rule("P-SOFT-01")
    why = Text("因", "因")
    assert rule.changes == (
        Change("weight", 2, 3, why, rule.origins["weight"]),
        Change("check.by", 3, 4, why, rule.origins["check.by"]),
    )
    assert (rule.origins["weight"].path, rule.origins["weight"].line) == (str(folder / "local.yaml"), 2)


def test_a_rule_switched_off_stays_with_the_reason(tmp_path: Path) -> None:
    folder = write_city(tmp_path, "changes:\n  - {rule: P-SOFT-01, off: {reason: {zh: 不用, en: Not here}}}\n")
    rule = load_pack(folder, cache=False).rule("P-SOFT-01")
    assert rule.off == Text("不用", "Not here")
    assert rule.changes == (Change("off", None, None, Text("不用", "Not here"), rule.origins["off"]),)


def test_packs_extend_packs_that_extend_packs(tmp_path: Path) -> None:
    write_city(tmp_path, change("weight: 3"))
    district = tmp_path / "district"
    district.mkdir()
    pack = CITY.replace("id: city", "id: district").replace("extends: probe", "extends: ../city >= 1")
    (district / "pack.yaml").write_text(pack, encoding="utf-8")
    (district / "more.yaml").write_text(change("weight: 4, severity: must"), encoding="utf-8")
    loaded = load_pack(district, cache=False)
    rule = loaded.rule("P-SOFT-01")
    assert [ref.id for ref in loaded.bases] == ["city", "probe"]
    assert [(each.field, each.before, each.after, each.origin.pack) for each in rule.changes] == [
        ("weight", 2, 3, "city"),
        ("severity", "should", "must", "district"),
        ("weight", 3, 4, "district"),
    ]
    assert (rule.original_severity, rule.severity) == (Severity.SHOULD, Severity.MUST)


def test_examples_of_a_change_take_the_place_of_those_there_were(tmp_path: Path) -> None:
    rules = """\
changes:
  - rule: P-SOFT-01
    parameters: {before: '03-01'}
    examples:
      - {name: 早, expect: pass, text: 二月}
      - {name: 晚, expect: fail, text: 三月}
    reason: 因
"""
    rule = load_pack(write_city(tmp_path, rules), cache=False).rule("P-SOFT-01")
    assert [(example.text, example.origin and example.origin.line) for example in rule.examples] == [
        ("二月", 5),
        ("三月", 6),
    ]
    assert [each.field for each in rule.changes] == ["check.before"]
    assert rule.origins["examples"].pack == "city"


def test_a_condition_may_be_changed_part_by_part(tmp_path: Path) -> None:
    folder = write_city(tmp_path, change("years: {until: 2029}, when: {no_finding: {rule: P-WORK-01}}"))
    rule = load_pack(folder, cache=False).rule("P-SOFT-01")
    assert (rule.levels, rule.since, rule.until) == (frozenset({"town"}), None, 2029)
    assert rule.depends == (
        OtherRule("P-WORK-01", frozenset({State.FAIL, State.PARTIAL, State.CANNOT_TELL}), absent=True),
    )


# --- what is no change, and what is none of its business


@pytest.mark.parametrize(
    ("rules", "expected"),
    [
        (
            change("weight: 2"),
            ["local.yaml:2:42 changes-nothing “weight”与原来相同，没有改动什么"],
        ),
        (
            change("parameters: {before: '04-01', by: 4}"),
            ["local.yaml:2:55 changes-nothing “check.before”与原来相同，没有改动什么"],
        ),
        (
            change("levels: [town], years: {since: 2020}"),
            [
                "local.yaml:2:42 changes-nothing “levels”与原来相同，没有改动什么",
                "local.yaml:2:57 changes-nothing “years”与原来相同，没有改动什么",
            ],
        ),
        (
            change("basis: [{norm: 通行做法, verified: false, rank: practice}]"),
            ["local.yaml:2:41 changes-nothing “basis”与原来相同，没有改动什么"],
        ),
        (
            "changes:\n  - {rule: P-SOFT-01, reason: 因}\n",
            [
                "local.yaml:2:5 changes-nothing 没有写要改动什么：请写 severity、weight、parameters 等，或用 off 停用",
            ],
        ),
        (
            "changes:\n  - {rule: P-SOFT-01, weight: 3}\n",
            ["local.yaml:2:5 missing-key “changes”的第 1 项至少要写出其中一个：reason、off"],
        ),
        (
            "changes:\n  - {rule: P-SOFT-01, off: {}}\n",
            ["local.yaml:2:28 missing-key “off”缺少“reason” | 为什么这样改"],
        ),
        (
            "changes:\n  - {rule: P-SOFT-01, off: {reason: 因}, weight: 3}\n",
            ["local.yaml:2:41 changes-nothing 规则 P-SOFT-01 已停用，其他改动不起作用"],
        ),
        (
            change("weight: 3") + "  - {rule: P-SOFT-01, reason: 因, severity: must}\n",
            ["local.yaml:3:12 duplicate-id 对规则的改动“P-SOFT-01”重复定义，前一处在 {home}/local.yaml:2"],
        ),
        (
            "changes:\n  - {rule: P-SOFT-02, weight: 3, reason: 因}\n",
            ["local.yaml:2:12 unknown-inherited-rule 没有名为“P-SOFT-02”的可以改动的规则 | 是否想写“P-SOFT-01”？"],
        ),
        (
            RULES,
            [
                "local.yaml:2:9 duplicate-id 所继承的规则包或模板里已经有规则“P-WORK-01” | "
                "要改动那条规则，写在 changes 里；要另立一条，换一个编号。"
            ],
        ),
        (
            change("parameters: {befor: '03-01'}"),
            ["local.yaml:2:47 unknown-key 不认识的键“befor” | 可用的有：after"],
        ),
        (
            change("parameters: {before: soon}"),
            ["local.yaml:2:55 bad-form “before”的写法“soon”不对 | 应符合 ^[0-9]{{2}}-[0-9]{{2}}$"],
        ),
        (
            change("parameters: {by: brigde}"),
            ["local.yaml:2:51 unknown-concept 没有名为“brigde”的词组 | 是否想写“bridge”？"],
        ),
        (
            change("wieght: 3, severity: msut"),
            [
                "local.yaml:2:34 unknown-key 不认识的键“wieght” | 是否想写“weight”？",
                "local.yaml:2:55 unknown-value “severity”的值“msut”不可用 | 是否想写“must”？",
            ],
        ),
        (
            change("levels: [county], years: {since: 2025, until: 2021}"),
            [
                "local.yaml:2:43 unknown-level 没有名为“county”的层级 | 可用的有：town",
                "local.yaml:2:67 years since（2025）晚于 until（2021），这条规则永远用不上",
            ],
        ),
        (
            change("messages: {fail: '{words}'}"),
            ["local.yaml:2:51 bad-braces 花括号里只能写 {{finding}}（检查得出的话）；要写花括号本身，请写两个"],
        ),
        (
            change("examples: [{name: 早, expect: pass, text: 二月}]"),
            ["local.yaml:2:34 no-failing-example 示例里没有一个应当查出问题的（expect: fail、partial 或 manual）"],
        ),
    ],
)
def test_a_change_changes_something_there_is(tmp_path: Path, rules: str, expected: list[str]) -> None:
    folder = write_city(tmp_path, rules)
    assert said(problems(folder)) == [each.format(home=folder) for each in expected]


def test_what_a_lower_pack_has_switched_off_cannot_be_changed(tmp_path: Path) -> None:
    write_city(tmp_path, "changes:\n  - {rule: P-SOFT-01, off: {reason: 因}}\n")
    district = tmp_path / "district"
    district.mkdir()
    (district / "pack.yaml").write_text(CITY.replace("city", "district").replace("probe", "city"), encoding="utf-8")
    (district / "more.yaml").write_text(change("weight: 4"), encoding="utf-8")
    assert said(problems(district)) == ["more.yaml:2:12 changes-nothing 规则 P-SOFT-01 已停用，其他改动不起作用"]


def test_a_pack_that_extends_none_has_nothing_to_change(tmp_path: Path) -> None:
    folder = write(tmp_path)
    (folder / "more.yaml").write_text(change("weight: 4"), encoding="utf-8")
    assert codes(problems(folder)) == ["more.yaml:1:1 changes-without-base"]


# --- what the law demands


@pytest.mark.parametrize(
    ("rules", "column", "how"),
    [
        (law("severity: should"), 43, "不能从 must 改为 should"),
        (law("severity: info"), 43, "不能从 must 改为 info"),
        (law("years: {since: 2020, until: 2030}"), 40, "不能用 years 缩小适用范围"),
        (law("years: {since: 2019, until: 2029}"), 40, "不能用 years 缩小适用范围"),
        (law("when: {formats: [docx]}"), 49, "不能用 formats 缩小适用范围"),
        (law("when: {kinds: [work_summary]}"), 47, "不能用 kinds 缩小适用范围"),
        (law("when: {finding: {rule: P-WORK-01}}"), 49, "不能用 finding 缩小适用范围"),
        (law("parameters: {at_least: 1}"), 56, "改动 check.at_least 后看不出要求没有降低"),
        (law("parameters: {day: {month: 5}}"), 59, "改动 check.day.month 后看不出要求没有降低"),
        (law("parameters: {label: 期}"), 53, "改动 check.label 后看不出要求没有降低"),
    ],
)
def test_what_the_law_demands_is_never_lowered(tmp_path: Path, rules: str, column: int, how: str) -> None:
    found = problems(write_city(tmp_path, rules))
    assert said(found, hints=False) == [
        f"local.yaml:2:{column} legal-requirement 法定要求不得降低：P-LAW-01 依据《试验条例》 第三条，{how}"
    ]


def test_what_the_law_demands_is_never_switched_off(tmp_path: Path) -> None:
    found = problems(write_city(tmp_path, "changes:\n  - {rule: P-LAW-01, off: {reason: 因}}\n"))
    assert said(found) == [
        "local.yaml:2:27 legal-requirement 法定要求不得降低：P-LAW-01 依据《试验条例》 第三条，不能停用 | "
        "地方的不同要求，请在 rules 里另写一条规则并注明本地依据；个别文档的特殊情形，用豁免处理。"
    ]


def test_more_than_the_law_demands_may_be_asked_for_on_a_basis_of_its_own(tmp_path: Path) -> None:
    stricter = "parameters: {at_least: 3, day: {month: 3, day: 31}}"
    assert codes(problems(write_city(tmp_path, law(stricter)))) == ["local.yaml:2:33 no-basis"]
    local = ", basis: [{norm: 市里的办法, verified: false, rank: local}]"
    rule = load_pack(write_city(tmp_path, law(stricter + local)), cache=False).rule("P-LAW-01")
    assert rule.parameters == {"at_least": 3, "day": {"month": 3, "day": 31}, "label": {"zh": "限", "en": "限"}}


def test_a_legal_rule_may_be_widened_reweighted_and_reworded(tmp_path: Path) -> None:
    wider = "years: {since: 2018}, weight: 5, advice: 再早些, messages: {fail: '晚了：{finding}'}"
    rule = load_pack(write_city(tmp_path, law(wider)), cache=False).rule("P-LAW-01")
    assert (rule.since, rule.until, rule.weight, rule.advice.zh) == (2018, None, 5.0, "再早些")


def test_practice_may_be_raised_lowered_and_switched_off(tmp_path: Path) -> None:
    for severity in ("must", "info"):
        rule = load_pack(write_city(tmp_path, change(f"severity: {severity}")), cache=False).rule("P-SOFT-01")
        assert rule.severity == severity


# --- what is extended


@pytest.mark.parametrize(
    ("extends", "expected"),
    [
        (
            "prob",
            "pack.yaml:4:10 unknown-pack 没有名为“prob”的规则包 | 现有规则包：{names}；也可以写规则包文件夹的路径。",
        ),
        (
            "../nowhere",
            "pack.yaml:4:10 unknown-pack 没有名为“{folder}/../nowhere”的规则包 | "
            "现有规则包：{names}；也可以写规则包文件夹的路径。",
        ),
        (
            "..",
            "pack.yaml:4:10 unknown-pack {folder}/..：文件夹里没有 pack.yaml | "
            "规则包文件夹里要有 pack.yaml，写明 id、version、name 和 template。",
        ),
        ("probe>=1.3", "pack.yaml:4:10 requires 需要 probe 1.3 或更新的版本，现有的是 1.2"),
        ("city", "pack.yaml:4:10 extends-circle 互相继承成环：{folder} → {folder}"),
        (".", "pack.yaml:4:10 extends-circle 互相继承成环：{folder} → {folder}"),
        (
            "'<probe>'",
            "pack.yaml:4:10 bad-form “extends”的写法“<probe>”不对 | "
            "所继承的规则包：名称或路径，可以写最低版本，如 national>=1.0",
        ),
        ("[probe]", "pack.yaml:4:10 wrong-type “extends”应为文字，现在是列表（每项以“- ”开头）"),
    ],
)
def test_what_is_extended_exists_and_is_new_enough(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, extends: str, expected: str
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("checker.rulebook.locate.home", lambda what: tmp_path / "installed" / what)
    folder = write_city(tmp_path, pack=CITY.replace("extends: probe", f"extends: {extends}"))
    found = said(problems(folder.relative_to(tmp_path)))
    assert found[:1] == [expected.format(folder="city", names="city、probe")]
    assert len(found) == 1


@pytest.mark.parametrize(
    "extends", ["probe", "probe>=1.2", "'probe >= 1'", "../probe", "../probe >= 1.0", '"\\x70robe"']
)
def test_a_base_is_named_or_given_by_its_path(tmp_path: Path, extends: str) -> None:
    folder = write_city(tmp_path, pack=CITY.replace("extends: probe", f"extends: {extends}"))
    assert [ref.id for ref in load_pack(folder, cache=False).bases] == ["probe"]


def test_packs_that_extend_each_other_are_a_circle(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    folder = write_city(tmp_path)
    (tmp_path / "probe" / "pack.yaml").write_text(PACK + "extends: city\n", encoding="utf-8")
    assert said(problems(folder)) == ["pack.yaml:6:10 extends-circle 互相继承成环：city → probe → city"]


def test_the_number_of_packs_on_each_other_is_bounded(tmp_path: Path) -> None:
    below = "probe"
    write_city(tmp_path)
    for number in range(MAX_CHAIN + 1):
        folder = tmp_path / f"p{number}"
        folder.mkdir()
        pack = CITY.replace("city", folder.name).replace("extends: probe", f"extends: {below}")
        (folder / "pack.yaml").write_text(pack, encoding="utf-8")
        below = folder.name
    assert len(load_pack(tmp_path / f"p{MAX_CHAIN - 1}", cache=False).bases) == MAX_CHAIN
    assert [each.code for each in problems(tmp_path / f"p{MAX_CHAIN}")] == ["extends-too-deep"]


def test_two_packs_on_each_other_have_two_ids(tmp_path: Path) -> None:
    folder = write_city(tmp_path, pack=CITY.replace("id: city", "id: probe"))
    assert said(problems(folder)) == ["pack.yaml:1:5 duplicate-id 所继承的规则包也叫“probe”：两个规则包的 id 不能相同"]


def test_the_mistakes_of_a_base_come_first_and_make_nothing_else_unknown(tmp_path: Path) -> None:
    rules = change("weight: 4, severity: msut") + RULES.replace("P-WORK-01", "P-OWN-01").replace("[修路", "[<none>")
    folder = write_city(tmp_path, rules)
    (tmp_path / "probe" / "rules.yaml").write_text(RULES.replace("group: work", "group: wrok"), encoding="utf-8")
    assert codes(problems(folder)) == ["rules.yaml:5:12 unknown-group", "local.yaml:2:55 unknown-value"]


def test_a_base_that_cannot_be_read_is_told_alone(tmp_path: Path) -> None:
    folder = write_city(tmp_path, change("weight: 4"))
    (tmp_path / "probe" / "rules.yaml").write_bytes(b"\xff")
    assert codes(problems(folder)) == ["rules.yaml:1:0 not-utf8"]


def test_a_pack_needs_a_template_or_a_base(tmp_path: Path) -> None:
    assert said(problems(write(tmp_path, pack=PACK.replace("template: plain\n", "")))) == [
        "pack.yaml:1:1 missing-key 整个文件至少要写出其中一个：template、extends"
    ]


# --- vocabulary and templates


def test_a_pack_adds_phrases_and_concepts(tmp_path: Path) -> None:
    words = "vocabulary:\n  bridge: {add: [造桥], add_unless: [造桥梁]}\n  road: [<bridge>路]\n"
    pack = load_pack(write_city(tmp_path, pack=CITY + words), cache=False)
    assert dict(pack.template.vocabulary) == {
        "bridge": Concept("bridge", ("架桥", "修桥", "造桥"), ("造桥梁",)),
        "road": Concept("road", ("<bridge>路",)),
    }
    assert pack.added == (Concept("bridge", ("造桥",)), Concept("road", ("<bridge>路",)))


def test_a_template_extends_the_one_of_the_base(tmp_path: Path) -> None:
    more = """\
sections:
  - {id: money, name: 经费, headings: money}
groups:
  - {id: looks, name: 样子}
vocabulary:
  bridge: {add: [造桥]}
  money: [经费]
"""
    rules = RULES.replace("P-WORK-01", "P-OWN-01").replace("group: work", "group: looks")
    pack = load_pack(write_city(tmp_path, rules, CITY + "template: wider\n", LEVEL + more), cache=False)
    template = pack.template
    assert (template.id, template.recognition.subject) == ("wider", "bridge")
    assert [part.id for part in (*template.levels, *template.sections, *template.groups)] == [
        "town",
        "city",
        "work",
        "plan",
        "money",
        "form",
        "looks",
    ]
    assert template.vocabulary["bridge"].phrases == ("架桥", "修桥", "造桥")
    assert [Path(place).name for place in pack.templates] == ["wider", "plain"]


def test_a_template_may_extend_another_without_any_pack_being_extended(tmp_path: Path) -> None:
    folder = write(tmp_path, pack=PACK.replace("template: plain", "template: wider"))
    (folder / "templates" / "wider").mkdir()
    (folder / "templates" / "wider" / "t.yaml").write_text(LEVEL, encoding="utf-8")
    pack = load_pack(folder, cache=False)
    assert [level.id for level in pack.template.levels] == ["town", "city"]


@pytest.mark.parametrize(
    ("template", "expected"),
    [
        (
            LEVEL.replace("extends: plain", "extends: plian"),
            ["template.yaml:4:10 unknown-template 没有名为“plian”的模板"],
        ),
        (
            LEVEL.replace("extends: plain", "extends: wider"),
            ["template.yaml:4:10 extends-circle 互相继承成环：wider → wider"],
        ),
        (
            TEMPLATE.replace("id: plain", "id: wider"),
            [
                "pack.yaml:5:11 foreign-template 这个模板没有继承所继承规则包的模板："
                "请在 template.yaml 里写 extends: plain",
            ],
        ),
        (
            LEVEL.replace("id: city", "id: town"),
            ["template.yaml:6:10 duplicate-id 所继承的规则包或模板里已经有层级“town”"],
        ),
        (
            LEVEL + "groups: [{id: work, name: 又一个}]\n",
            ["template.yaml:7:15 duplicate-id 所继承的规则包或模板里已经有分组“work”"],
        ),
        (
            LEVEL + "recognition: {titles: {}, openings: {}, subject: bridge, organs: [所]}\n",
            ["template.yaml:7:1 inherited-key 继承的模板里不能再写“recognition”，它来自所继承的模板"],
        ),
        (
            LEVEL + "vocabulary: {bridge: [造桥]}\n",
            ["template.yaml:7:14 duplicate-id 所继承的规则包或模板里已经有词组“bridge”"],
        ),
        (
            LEVEL + "vocabulary: {brigde: {add: [造桥]}}\n",
            ["template.yaml:7:14 unknown-concept 所继承的模板里没有词组“brigde”，无从补充"],
        ),
        (
            LEVEL + "vocabulary: {bridge: {add: [造桥], unless: [桥头]}}\n",
            ["template.yaml:7:14 bad-addition add 是补充已有词组，phrases 和 unless 是另立词组，不能同时写"],
        ),
        (
            LEVEL + "vocabulary: {bridge: {add: [<road>]}, road: [路, <bridge>]}\n",
            ["template.yaml:7:14 concept-circle 词组互相引用成环：bridge → road → bridge"],
        ),
        (
            LEVEL + "vocabulary: {bridge: {add: ['造桥{9999}']}}\n",
            ["template.yaml:7:29 bad-phrase 短语里重复次数的写法不对"],
        ),
    ],
)
def test_a_template_adds_to_what_it_extends(tmp_path: Path, template: str, expected: list[str]) -> None:
    folder = write_city(tmp_path, pack=CITY + "template: wider\n", template=template)
    found = said(problems(folder), hints=False)
    assert found[: len(expected)] == expected
    assert len(found) == len(expected)


def test_an_addition_may_not_make_a_phrase_of_the_base_too_big(tmp_path: Path) -> None:
    folder = write_city(tmp_path, pack=CITY + f"vocabulary:\n  bridge: {{add: ['{'桥' * 9000}']}}\n")
    (tmp_path / "probe" / "templates" / "plain" / "more.yaml").write_text(
        "vocabulary:\n  many: ['" + "<bridge>" * 12 + "']\n", encoding="utf-8"
    )
    assert said(problems(folder)) == ["pack.yaml:6:3 phrase-too-big 补充后，词组“many”展开得太大，不能使用"]


def test_adding_needs_something_to_add_to(tmp_path: Path) -> None:
    words = TEMPLATE.replace("bridge: [架桥, 修桥]", "bridge: [架桥, 修桥]\n  road: {add: [修路]}")
    assert codes(problems(write(tmp_path, template=words))) == ["template.yaml:18:3 unknown-concept"]


def test_the_digest_covers_what_is_extended(tmp_path: Path) -> None:
    folder = write_city(tmp_path)
    before = load_pack(folder, cache=False).ref.sha256
    (tmp_path / "probe" / "soft.yaml").write_text(LOCAL_RULES + "# one more word\n", encoding="utf-8")
    assert load_pack(folder, cache=False).ref.sha256 != before
