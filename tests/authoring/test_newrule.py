"""A new rule is tried before it is written, and written without touching what is there."""

from __future__ import annotations

import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from checker.authoring.asking import Given, draft_of
from checker.authoring.draft import Draft, DraftExample, rule_yaml
from checker.authoring.newrule import NewRule, prepare, problem_lines, shown, summary, write_rule
from checker.authoring.placing import Addition
from checker.errors import CheckerError, PackError, UsageError
from checker.model import State
from checker.rule import Pack
from checker.rulebook import load_pack
from checker.texts import Text

from . import packs

DRAFT = Draft(
    id="D-DYKE-01",
    name=Text("写到护堤", "Dykes are told"),
    severity="should",
    group="results",
    kind="required",
    concept="d_dyke_01",
    words=("护堤", "堤防…8加固"),
    sections=("results",),
    levels=("township",),
    since=2020,
    norm="《青禾县报告办法》",
    article="第五条",
    rank="local",
    advice=Text("补写护堤情况。", "Tell of dykes."),
    explanation=Text("要写到护堤。", "Dykes must be told."),
    passing="雁滩镇2025年水利工作报告\n一、主要成效\n护堤2处，巡河96次。",
    failing="雁滩镇2025年水利工作报告\n一、主要成效\n巡河96次。",
)
RULE = """\
  - id: D-DYKE-01
    name: {zh: 写到护堤, en: Dykes are told}
    severity: should
    group: results
    levels: [township]
    years: {since: 2020}
    check: {kind: required, concept: d_dyke_01, sections: [results]}
    basis:
      - {norm: 《青禾县报告办法》, article: 第五条, verified: false, rank: local}
    advice: {zh: 补写护堤情况。, en: Tell of dykes.}
    explanation: {zh: 要写到护堤。, en: Dykes must be told.}
    examples:
      - name: 合格
        expect: pass
        level: township
        text: |
          雁滩镇2025年水利工作报告
          一、主要成效
          护堤2处，巡河96次。
      - name: 不合格
        expect: fail
        level: township
        text: |
          雁滩镇2025年水利工作报告
          一、主要成效
          巡河96次。
"""
CONCEPT = "  d_dyke_01: [护堤, 堤防…8加固]\n"


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = packs.write(tmp_path)
    monkeypatch.chdir(folder)
    return folder


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*.yaml"))}


def test_what_would_be_written_is_shown_and_nothing_is_written(home: Path) -> None:
    before = files(home)
    new = prepare(str(home), DRAFT)
    template = "templates/small/rules.yaml"
    assert (
        shown(new, "zh") == f"# {template}，第 1 行起\nvocabulary:\n{CONCEPT}\n# {home}/rules.yaml，第 57 行起\n{RULE}"
    )
    assert (new.problems, new.remarks) == ((), ())
    assert files(home) == before


def test_the_rule_and_its_concept_are_added_and_the_rest_stays_as_it_is(home: Path) -> None:
    before = files(home)
    new = prepare(str(home), DRAFT)
    write_rule(new)
    assert files(home) == {
        **before,
        "rules.yaml": before["rules.yaml"] + b"\n" + RULE.encode(),
        "templates/small/rules.yaml": b"vocabulary:\n" + CONCEPT.encode(),
    }
    assert summary(new).zh == f"已写入 {home / 'rules.yaml'}，第 57 行起"
    written = load_pack(home, cache=False).rule("D-DYKE-01")
    assert (written.origin.line if written.origin else None) == 57


@pytest.mark.parametrize(
    ("old", "new", "added"),
    [
        (packs.RULES.rstrip("\n"), packs.RULES.rstrip("\n"), "\n\n" + RULE),
        (packs.RULES, packs.RULES.replace("\n", "\r\n"), ("\n" + RULE).replace("\n", "\r\n")),
        (packs.RULES, packs.RULES + "# 到此为止\n", "\n" + RULE),
        (
            packs.RULES,
            "".join(line[2:] if line.startswith("  ") else line for line in packs.RULES.splitlines(keepends=True)),
            "\n" + "".join(line[2:] for line in RULE.splitlines(keepends=True)),
        ),
    ],
    ids=["no line end", "crlf", "comment", "indent"],
)
def test_the_form_of_the_file_is_kept(home: Path, old: str, new: str, added: str) -> None:
    (home / "rules.yaml").write_bytes(new.encode())
    write_rule(prepare(str(home), DRAFT))
    assert (home / "rules.yaml").read_bytes() == (new + added).encode()
    assert load_pack(home, cache=False).rule("D-DYKE-01").name == DRAFT.name


def test_another_file_may_be_named_and_is_made(home: Path) -> None:
    write_rule(prepare(str(home), DRAFT, file="dykes.yaml"))
    assert (home / "dykes.yaml").read_text(encoding="utf-8") == "rules:\n" + RULE
    assert (home / "templates/small/dykes.yaml").is_file()


def test_a_concept_that_is_there_may_be_used(home: Path) -> None:
    draft = replace(DRAFT, concept="slang", words=(), kind="forbidden", sections=(), passing=DRAFT.failing)
    draft = replace(draft, failing="雁滩镇2025年水利工作报告\n一、主要成效\n巡河96次，全部搞定。")
    new = prepare(str(home), draft)
    assert [addition.path.name for addition in new.additions] == ["rules.yaml"]
    assert "    check: {kind: forbidden, concept: slang}\n" in new.additions[0].words


def test_a_pack_that_extends_another_keeps_its_concept_in_pack_yaml(home: Path) -> None:
    town = home.parent / "town"
    town.mkdir()
    (town / "pack.yaml").write_text(
        "id: town\nversion: '1'\nname: {zh: 镇, en: Town}\nextends: demo\n", encoding="utf-8"
    )
    write_rule(prepare(str(town), DRAFT))
    assert (town / "pack.yaml").read_text(encoding="utf-8").endswith("extends: demo\n\nvocabulary:\n" + CONCEPT)
    assert (town / "more.yaml").read_text(encoding="utf-8") == "rules:\n" + RULE
    assert load_pack(town, cache=False).rule("D-DYKE-01").parameters["concept"] == "d_dyke_01"


def test_an_example_that_gives_something_else_stops_the_writing(home: Path) -> None:
    new = prepare(str(home), replace(DRAFT, passing=DRAFT.failing))
    assert [line.partition("：没有")[0] for line in problem_lines(new, "zh")] == ["“合格”：应为 pass，实为 fail"]


def test_a_failing_example_may_be_partial(home: Path) -> None:
    draft = replace(
        DRAFT,
        kind="coverage",
        concept=None,
        words=(),
        parameters={
            "topics": [
                {"id": "a", "name": {"zh": "渠", "en": "a"}, "concept": "done"},
                {"id": "b", "name": {"zh": "河", "en": "b"}, "concept": "inspection"},
            ]
        },
        failing="雁滩镇2025年水利工作报告\n一、主要成效\n修渠3条。",
    )
    new = prepare(str(home), draft)
    assert (new.problems, [result.expected for result in new.results]) == ((), [State.PASS, State.PARTIAL])


def test_lint_speaks_of_the_new_lines_alone(home: Path) -> None:
    (home / "rules.yaml").write_text(packs.RULES.replace("related: [D-GAPS]", "related: [D-SLANG]"), encoding="utf-8")
    new = prepare(str(home), replace(DRAFT, norm=None, advice=Text("补写。", "补写。")))
    assert [remark.problem.code for remark in new.remarks] == ["no-basis", "one-language"]


@pytest.mark.parametrize(
    ("draft", "first"),
    [
        (replace(DRAFT, severity="high"), "--severity 不认识“high”"),
        (replace(DRAFT, group="resultz"), "--group 不认识“resultz”"),
        (replace(DRAFT, kind="require"), "--kind 不认识“require”"),
        (replace(DRAFT, levels=("village",)), "--level 不认识“village”"),
        (replace(DRAFT, sections=("part",)), "--section 不认识“part”"),
        (replace(DRAFT, rank="rumour"), "--rank 不认识“rumour”"),
        (replace(DRAFT, id="D-SLANG"), "已有规则 D-SLANG"),
        (replace(DRAFT, concept="slang"), "已有词组“slang”"),
        (replace(DRAFT, concept="none", words=()), "--concept 不认识“none”"),
        (replace(DRAFT, concept=None), "给了词语，没有给词组的名称（--concept）"),
        (replace(DRAFT, kind="coverage"), "检查方式 coverage 还需要这些参数：topics"),
    ],
)
def test_what_the_pack_does_not_know_is_refused(home: Path, draft: Draft, first: str) -> None:
    with pytest.raises(UsageError) as caught:
        prepare(str(home), draft)
    assert caught.value.lines("zh")[0] == first


@pytest.mark.parametrize("file", ["pack.yaml", "../x.yaml", "x.yml", ".yaml"])
def test_a_file_that_can_hold_no_rules_is_refused(home: Path, file: str) -> None:
    with pytest.raises(UsageError):
        prepare(str(home), DRAFT, file=file)


@pytest.mark.parametrize(
    "content", ["rules: []\n", "rules: [{id: A-1}]\nchanges: []\n", "changes:\n  - {}\nrules: []\n", "- a\n", "a: [\n"]
)
def test_a_file_to_which_nothing_can_be_added_is_refused(home: Path, content: str) -> None:
    (home / "odd.yaml").write_text(content, encoding="utf-8")
    with pytest.raises((UsageError, PackError)):
        prepare(str(home), DRAFT, file="odd.yaml")


def test_a_phrase_that_would_break_the_pack_is_shown_like_any_error(home: Path) -> None:
    with pytest.raises(PackError) as caught:
        prepare(str(home), replace(DRAFT, words=("护堤(",)))
    assert [problem.code for problem in caught.value.problems] == ["bad-phrase"]


def test_an_archive_is_not_written_to(home: Path) -> None:
    archive = home.parent / "demo.zip"
    with zipfile.ZipFile(archive, "w") as made:
        for path in sorted(home.rglob("*.yaml")):
            made.write(path, path.relative_to(home).as_posix())
    with pytest.raises(UsageError) as caught:
        prepare(str(archive), DRAFT)
    assert caught.value.message.zh == "压缩包里的规则包不能改，请先解开"


def test_a_file_that_cannot_be_written_is_named(home: Path) -> None:
    lost = NewRule((Addition(home / "rules.yaml" / "x.yaml", "x", 1),), ())
    with pytest.raises(CheckerError) as caught:
        write_rule(lost)
    assert caught.value.lines("zh")[0].startswith(f"{home / 'rules.yaml' / 'x.yaml'}: 无法写入：")


def test_texts_are_quoted_where_they_must_be() -> None:
    draft = replace(DRAFT, name=Text("是: 否", "yes"), words=(), concept="slang", norm=None, explanation=None)
    words = rule_yaml(
        draft, (DraftExample("- 例 #1", State.PASS, "  缩进\t一行 "), DraftExample("true", State.FAIL, "甲\n\n乙"))
    )
    import yaml

    (read,) = yaml.safe_load(words)
    assert read["name"] == {"zh": "是: 否", "en": "yes"}
    assert [(example["name"], example["text"]) for example in read["examples"]] == [
        ("- 例 #1", "  缩进\t一行 "),
        ("true", "甲\n\n乙"),
    ]


# Asking -------------------------------------------------------------------------------------------------------------


class Answers:
    """Somebody who answers from a list and notes what was asked."""

    def __init__(self, *answers: str) -> None:
        self.answers = list(answers)
        self.asked: list[str] = []

    def line(self, question: str) -> str:
        self.asked.append(question)
        return self.answers.pop(0)

    def lines(self, question: str) -> str:
        return self.line(question)


@pytest.fixture
def pack(home: Path) -> Pack:
    return load_pack(home, cache=False)


def test_a_person_is_asked_for_everything_in_order_and_again_where_it_will_not_do(pack: Pack) -> None:
    person = Answers(
        "d-dyke",
        "D-DYKE-01",
        "写到护堤",
        "Dykes are told",
        "high",
        "should",
        "results",
        "required",
        "护堤\n堤防…8加固\n",
        "results",
        "township",
        "《青禾县报告办法》",
        "补写护堤情况。",
        "Tell of dykes.",
        "要写到护堤。",
        "Dykes must be told.",
        "第五条",
        "local",
        DRAFT.passing,
        DRAFT.failing,
    )
    assert draft_of(Given(), pack, "zh", person) == replace(DRAFT, since=None)
    assert person.asked[:2] == [
        "规则编号（例如 CITY-PLAN-01）",
        "不能用，请再填一次。规则编号（例如 CITY-PLAN-01）",
    ]
    assert person.asked[4] == "级别［must should info］"


def test_options_are_not_asked_for_again(pack: Pack) -> None:
    person = Answers("", "results", "", "", "", DRAFT.failing)
    given = Given(
        id="D-DYKE-01",
        name="写到护堤",
        name_en="Dykes are told",
        severity="should",
        group="results",
        kind="required",
        words=("护堤",),
        advice="补写。",
        passing="甲\\n乙",
        explanation="要写到。",
        explanation_en="It must.",
    )
    draft = draft_of(given, pack, "zh", Answers("results", "", "", "", DRAFT.failing))
    assert (draft.passing, draft.words, draft.sections, draft.levels, draft.norm) == (
        "甲\n乙",
        ("护堤",),
        ("results",),
        (),
        None,
    )
    assert draft.advice == Text("补写。", "补写。")
    del person


def test_without_a_person_what_is_missing_is_told(pack: Pack) -> None:
    with pytest.raises(UsageError) as caught:
        draft_of(Given(id="D-1", name="甲"), pack, "zh", None)
    assert caught.value.lines("zh")[0] == "还缺少：--severity --group --kind --advice --passing --failing"


WHOLE = Given(
    id="D-1", name="甲", severity="info", group="form", kind="manual", advice="改", passing="甲", failing="乙"
)


def test_parameters_are_read_as_yaml(pack: Pack) -> None:
    given = replace(WHOLE, parameters=("question={zh: 报送了吗, en: Sent}", "at_least=2"))
    assert draft_of(given, pack, "zh", None).parameters == {
        "question": {"zh": "报送了吗", "en": "Sent"},
        "at_least": 2,
    }


@pytest.mark.parametrize("written", ["at_least", "=2", "a=", "a=["])
def test_a_parameter_that_cannot_be_read_is_wrong_usage(pack: Pack, written: str) -> None:
    with pytest.raises(UsageError) as caught:
        draft_of(replace(WHOLE, parameters=(written,)), pack, "zh", None)
    assert caught.value.lines("zh")[0] == f"--set 应写成 名称=值，不是 {written}"


def test_an_id_that_is_none_is_wrong_usage(pack: Pack) -> None:
    with pytest.raises(UsageError) as caught:
        draft_of(replace(WHOLE, id="dyke"), pack, "zh", None)
    assert caught.value.lines("zh")[0] == "规则编号写法不对：dyke"
