"""What the schema cannot say: ids, references, phrases, years, examples, braces."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker.rulebook import load_pack

from .packs import PACK, RULES, TEMPLATE, codes, problems, said, write

RULE = RULES.removeprefix("rules:\n")


def test_what_is_defined_twice_names_the_first_place(tmp_path: Path) -> None:
    template = TEMPLATE.replace("- {id: form, name: 格式}", "- {id: plan, name: 格式}").replace(
        "levels:\n", "levels:\n  - {id: town, name: 镇}\n"
    )
    folder = write(tmp_path, template=template)
    (folder / "second.yaml").write_text(RULES, encoding="utf-8")
    (folder / "templates" / "plain" / "words.yaml").write_text(
        "name: 又名\nvocabulary:\n  road: [修路]\n  bridge: [架桥]\n", encoding="utf-8"
    )
    home, words = str(folder), str(folder / "templates" / "plain")
    assert said(problems(folder)) == [
        f"second.yaml:2:9 duplicate-id 规则“P-WORK-01”重复定义，前一处在 {home}/rules.yaml:2",
        f"template.yaml:11:10 duplicate-id 层级“town”重复定义，前一处在 {words}/template.yaml:10",
        f"template.yaml:16:10 duplicate-id 分组“plan”重复定义，前一处在 {words}/template.yaml:14",
        f"words.yaml:1:1 duplicate-id 键“name”重复定义，前一处在 {words}/template.yaml:3",
        f"words.yaml:4:3 duplicate-id 词组“bridge”重复定义，前一处在 {words}/template.yaml:18",
    ]


def test_two_examples_of_one_rule_have_two_names(tmp_path: Path) -> None:
    folder = write(tmp_path, rules=RULES.replace("name: 没写", "name: 写了"))
    assert said(problems(folder)) == [
        f"rules.yaml:10:16 duplicate-id 示例“写了”重复定义，前一处在 {folder}/rules.yaml:9"
    ]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("group: work", "group: wrok", "rules.yaml:5:12 unknown-group 没有名为“wrok”的分组 | 是否想写“work”？"),
        (
            "group: work",
            "group: work\n    levels: [县]",
            "rules.yaml:6:14 unknown-level 没有名为“县”的层级 | 可用的有：town",
        ),
        (
            "group: work",
            "group: work\n    related: [P-WORK-02]",
            "rules.yaml:6:15 unknown-rule 没有名为“P-WORK-02”的规则 | 是否想写“P-WORK-01”？",
        ),
        (
            "section: work",
            "section: form",
            "rules.yaml:6:37 unknown-section 没有名为“form”的章节 | 可用的有：work、plan",
        ),
        (
            "{kind: mention, section: work, words: [修路, <bridge>]}",
            "{kind: dated, before: '04-01', by: brigde}",
            "rules.yaml:6:47 unknown-concept 没有名为“brigde”的词组 | 是否想写“bridge”？",
        ),
        (
            "text: 全年无事。}",
            "text: 全年无事。, level: city}",
            "rules.yaml:10:54 unknown-level 没有名为“city”的层级 | 可用的有：town",
        ),
    ],
)
def test_a_rule_names_only_what_there_is(tmp_path: Path, old: str, new: str, expected: str) -> None:
    assert RULES.count(old) == 1
    assert said(problems(write(tmp_path, rules=RULES.replace(old, new)))) == [expected]


def test_a_rule_may_be_scored_in_a_group_and_name_another_rule(tmp_path: Path) -> None:
    second = RULE.replace("P-WORK-01", "P-WORK-02").replace("group: work", "group: form\n    related: [P-WORK-01]")
    assert len(load_pack(write(tmp_path, rules=RULES + second), cache=False).rules) == 2


def test_a_template_names_only_what_there_is(tmp_path: Path) -> None:
    template = (
        TEMPLATE.replace("subject: bridge", "subject: road")
        .replace("endings: [镇]", "names: towns")
        .replace("name: 打算}", "name: 打算, openers: road, within: wrok, not_in: [work, plans]}")
    )
    assert said(problems(write(tmp_path, template=template))) == [
        "template.yaml:7:12 unknown-concept 没有名为“road”的词组 | 可用的有：bridge",
        "template.yaml:10:33 unknown-concept 没有名为“towns”的词组 | 可用的有：bridge",
        "template.yaml:13:35 unknown-concept 没有名为“road”的词组 | 可用的有：bridge",
        "template.yaml:13:49 unknown-section 没有名为“wrok”的章节 | 是否想写“work”？",
        "template.yaml:13:70 unknown-section 没有名为“plans”的章节 | 是否想写“plan”？",
    ]


def test_sections_that_lie_inside_each_other_are_a_circle(tmp_path: Path) -> None:
    template = TEMPLATE.replace("name: 打算}", "name: 打算, within: work}").replace(
        "headings: bridge}", "headings: bridge, within: plan}"
    )
    assert said(problems(write(tmp_path, template=template))) == [
        "template.yaml:12:52 section-circle 章节互相套在里面，永远找不到：work → plan → work",
        "template.yaml:13:34 section-circle 章节互相套在里面，永远找不到：plan → work → plan",
    ]


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("'<brigde>再架'", "rules.yaml:6:51 unknown-concept 没有名为“brigde”的词组 | 是否想写“bridge”？"),
        ("全年<road>", "rules.yaml:6:53 unknown-concept 没有名为“road”的词组 | 可用的有：bridge"),
        ("修路…999", "rules.yaml:6:53 bad-phrase 间隔“…999”应在 1 到 200 之间"),
        ("(修路", "rules.yaml:6:51 bad-phrase 短语里的括号“(”和“)”不成对"),
        ("修路)", "rules.yaml:6:51 bad-phrase 短语里的括号“(”和“)”不成对"),
        ("'[修路'", "rules.yaml:6:51 bad-phrase 短语里的方括号“[”和“]”不成对"),
        ("'*修路'", "rules.yaml:6:51 bad-phrase 短语里的“?”“*”“+”前面没有文字；要符号本身，请写全角的"),
        ("'修{9999}'", "rules.yaml:6:51 bad-phrase 短语里重复次数的写法不对"),
        ("'[路-修]'", "rules.yaml:6:51 bad-phrase 短语里方括号中的范围不对"),
        ("'修\\路'", "rules.yaml:6:51 bad-phrase 短语里“\\”后面跟了不认识的字符"),
        ("修(?!路)", "rules.yaml:6:51 bad-phrase 短语里“(?”这种写法不能用（没有向前、向后看）"),
        ("(修)?(路)?", "rules.yaml:6:51 empty-phrase 短语可以什么都不匹配：每个部分都是可有可无的"),
    ],
)
def test_a_phrase_can_be_used_or_is_a_problem(tmp_path: Path, phrase: str, expected: str) -> None:
    found = problems(write(tmp_path, rules=RULES.replace("修路, <bridge>", phrase)))
    assert said(found) == [expected]


def test_concepts_may_use_each_other_but_not_in_a_circle(tmp_path: Path) -> None:
    words = "  road: [<lane>]\n  lane: [小路, <path>]\n  path: [<road>]\n  own: [<own>]\n  all: [<road>, <bridge>]\n"
    assert said(problems(write(tmp_path, template=TEMPLATE + words))) == [
        "template.yaml:18:3 concept-circle 词组互相引用成环：road → lane → path → road",
        "template.yaml:21:3 concept-circle 词组互相引用成环：own → own",
    ]


def test_a_concept_may_be_used_by_what_it_excludes(tmp_path: Path) -> None:
    words = "  road: {phrases: [路], unless: [<road>边, 旧<bridge>]}\n"
    assert "road" in load_pack(write(tmp_path, template=TEMPLATE + words), cache=False).template.vocabulary


def test_concepts_that_double_each_other_are_measured_before_they_are_filled_in(tmp_path: Path) -> None:
    doubled = "".join(f"  d{level}: [<d{level - 1}><d{level - 1}>]\n" for level in range(1, 41))
    found = problems(write(tmp_path, template=TEMPLATE + "  d0: [路]\n" + doubled))
    assert {each.code for each in found} == {"phrase-too-big"}
    assert found[0].message.zh == "短语连同引用的词组展开后超过 100000 个字"


def test_years_that_exclude_each_other(tmp_path: Path) -> None:
    rules = RULES.replace("group: work", "group: work\n    years: {since: 2024, until: 2021}")
    assert said(problems(write(tmp_path, rules=rules))) == [
        "rules.yaml:6:20 years since（2024）晚于 until（2021），这条规则永远用不上"
    ]


def test_a_rule_is_not_related_to_itself(tmp_path: Path) -> None:
    rules = RULES.replace("group: work", "group: work\n    related: [P-WORK-01]")
    assert said(problems(write(tmp_path, rules=rules))) == ["rules.yaml:6:5 related-to-itself 规则不能与自己相关"]


@pytest.mark.parametrize(
    ("severity", "states", "expected"),
    [
        ("must", ("pass", "fail"), []),
        ("must", ("pass", "partial"), []),
        ("must", ("pass", "manual"), []),
        ("must", ("not_applicable", "manual"), []),
        ("info", ("pass", "not_applicable"), []),
        ("must", ("pass", "not_applicable"), ["no-failing-example"]),
        ("info", ("pass", "pass"), ["no-failing-example"]),
        ("must", ("pass", "cannot_tell"), ["no-failing-example"]),
        ("must", ("fail", "partial"), ["no-passing-example"]),
        ("must", ("cannot_tell", "cannot_tell"), ["no-failing-example", "no-passing-example"]),
    ],
)
def test_a_rule_shows_where_it_is_silent_and_where_it_speaks_up(
    tmp_path: Path, severity: str, states: tuple[str, str], expected: list[str]
) -> None:
    rules = RULES.replace("must", severity).replace("expect: pass", f"expect: {states[0]}")
    folder = write(tmp_path, rules=rules.replace("expect: fail", f"expect: {states[1]}"))
    if expected:
        assert codes(problems(folder)) == [f"rules.yaml:8:5 {code}" for code in expected]
    else:
        assert len(load_pack(folder, cache=False).rules[0].examples) == 2


@pytest.mark.parametrize(
    ("message", "column"),
    [
        ("'缺{words}'", 22),
        ("{zh: '缺', en: '{0.__class__}'}", 36),
        ("'缺{finding!r}'", 22),
        ("'缺{'", 22),
    ],
)
def test_braces_in_a_message_hold_nothing_that_the_check_does_not_say(
    tmp_path: Path, message: str, column: int
) -> None:
    folder = write(tmp_path, rules=RULES.replace("group: work", f"group: work\n    messages: {{fail: {message}}}"))
    assert codes(problems(folder)) == [f"rules.yaml:6:{column} bad-braces"]


def test_braces_in_a_message_may_hold_what_the_check_says(tmp_path: Path) -> None:
    message = "{zh: '缺{finding}', en: 'no {{braces}} here'}"
    folder = write(tmp_path, rules=RULES.replace("group: work", f"group: work\n    messages: {{fail: {message}}}"))
    said_of = load_pack(folder, cache=False).rules[0].messages["fail"]
    assert (said_of.zh, said_of.en) == ("缺{finding}", "no {{braces}} here")


def test_a_template_has_all_its_parts_in_some_file(tmp_path: Path) -> None:
    head, _, _ = TEMPLATE.partition("recognition:")
    found = problems(write(tmp_path, template=head))
    assert said([each for each in found if each.code == "missing-key"]) == [
        "template.yaml:0:0 missing-key 模板的各个文件里都没有“recognition”",
        "template.yaml:0:0 missing-key 模板的各个文件里都没有“levels”",
        "template.yaml:0:0 missing-key 模板的各个文件里都没有“sections”",
    ]


def test_the_id_of_a_template_is_the_name_of_its_folder(tmp_path: Path) -> None:
    assert said(problems(write(tmp_path, template=TEMPLATE.replace("id: plain", "id: plian")))) == [
        "template.yaml:1:5 template-id 模板的 id 是“plian”，与文件夹名“plain”不一致"
    ]


def test_a_pack_that_needs_a_newer_program_says_so(tmp_path: Path) -> None:
    found = problems(write(tmp_path, pack=PACK.replace("checker>=0.1", "checker>=99.0")))
    assert codes(found) == ["pack.yaml:5:11 requires"]


@pytest.mark.parametrize("wanted", ["checker>=0", "checker >= 0.1.0", "checker>=0.0.99"])
def test_a_pack_that_needs_an_older_program_is_used(tmp_path: Path, wanted: str) -> None:
    assert load_pack(write(tmp_path, pack=PACK.replace("checker>=0.1", wanted)), cache=False).ref.id == "probe"


def test_a_pack_without_a_rule_is_broken(tmp_path: Path) -> None:
    assert codes(problems(write(tmp_path, rules="rules: []\n"))) == ["probe:0:0 no-rules"]


def test_all_problems_of_all_files_come_at_once_in_the_order_of_files(tmp_path: Path) -> None:
    folder = write(
        tmp_path,
        pack=PACK.replace("id: probe", "id: Probe"),
        rules=RULES.replace("must", "msut").replace("group: work", "group: wrok"),
        template=TEMPLATE.replace("{id: plan, name: 打算}", "{id: plan}"),
    )
    assert codes(problems(folder)) == [
        "pack.yaml:1:5 bad-form",
        "rules.yaml:4:15 unknown-value",
        "rules.yaml:5:12 unknown-group",
        "template.yaml:13:5 missing-key",
    ]


def test_a_file_that_cannot_be_parsed_makes_nothing_else_unknown(tmp_path: Path) -> None:
    folder = write(tmp_path, template=TEMPLATE.replace("id: plain", "id：plain"))
    (folder / "second.yaml").write_text("rules：\n  - id: P-WORK-02\n", encoding="utf-8")
    assert codes(problems(folder)) == ["second.yaml:1:6 yaml-syntax", "template.yaml:1:3 yaml-syntax"]
