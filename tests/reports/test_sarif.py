"""SARIF: valid against the official schema, every rule in it, places in code points."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft4Validator

from checker.model import Basis, Evidence, Gone, Severity, State
from checker.reports.sarif import render
from checker.texts import Text

from .samples import BLOCKED, CAUSES, CLASSIFIED, DUTY, FIGURES, MEASURES, OTHER, READY, UNREADABLE, quote

SCHEMA = json.loads((Path(__file__).parent / "schemas" / "sarif-2.1.0-rtm.5.json").read_text(encoding="utf-8"))
VALIDATOR = Draft4Validator(SCHEMA, format_checker=Draft4Validator.FORMAT_CHECKER)


def run(*results: Any, language: Any = "zh") -> dict[str, Any]:
    made = json.loads(render(results, language))
    VALIDATOR.validate(made)
    (only,) = made["runs"]
    return dict(only)


def test_the_schema_is_the_one_of_the_standard() -> None:
    Draft4Validator.check_schema(SCHEMA)
    assert not VALIDATOR.is_valid({"version": "2.1.0", "runs": [{"tool": {}}]})


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize(
    "results", [[], [BLOCKED], [READY], [OTHER], [UNREADABLE], [BLOCKED, READY, OTHER, UNREADABLE]]
)
def test_every_log_is_valid(results: list[Any], language: Any) -> None:
    run(*results, language=language)


def test_every_rule_is_listed_and_has_a_result() -> None:
    made = run(BLOCKED)
    rules = [rule["id"] for rule in made["tool"]["driver"]["rules"]]
    assert rules == [outcome.rule for outcome in BLOCKED.outcomes]
    assert [(entry["ruleId"], rules[entry["ruleIndex"]]) for entry in made["results"]] == [
        (rule, rule) for rule in rules
    ]


def test_states_become_kinds_and_only_failures_have_a_level() -> None:
    outcomes = [
        replace(CAUSES, rule=f"{severity}-{state}", state=state, severity=severity)
        for severity in Severity
        for state in State
    ]
    made = run(replace(BLOCKED, outcomes=tuple(outcomes)))
    told = {entry["ruleId"]: (entry["kind"], entry["level"], "suppressions" in entry) for entry in made["results"]}
    levels = {"must": "error", "should": "warning", "info": "note"}
    expected = {}
    for severity, level in levels.items():
        expected[f"{severity}-pass"] = ("pass", "none", False)
        expected[f"{severity}-partial"] = ("fail", level, False)
        expected[f"{severity}-fail"] = ("fail", level, False)
        expected[f"{severity}-not_applicable"] = ("notApplicable", "none", False)
        expected[f"{severity}-cannot_tell"] = ("open", "none", False)
        expected[f"{severity}-manual"] = ("review", "none", False)
        expected[f"{severity}-waived"] = ("fail", level, True)
    assert told == expected


def test_a_waiver_is_a_suppression_with_its_reason() -> None:
    waived = replace(CAUSES, state=State.WAIVED, why=Text("经局务会同意", "agreed"))
    (entry,) = run(replace(BLOCKED, outcomes=(waived,)))["results"]
    assert entry["suppressions"] == [{"kind": "external", "status": "accepted", "justification": "经局务会同意"}]


def test_offsets_are_code_points_also_beyond_the_first_plane() -> None:
    text = "𠀀𠀁\n甲𠀂乙"
    evidence = Evidence("𠀂", 4, 5, 2, 2, None, 2, ("一、甲", "（一）乙"))
    report = replace(
        BLOCKED,
        document=replace(BLOCKED.document, text=text, blocks=()),
        outcomes=(replace(FIGURES, evidence=(evidence,)),),
    )
    made = run(report)
    (location,) = made["results"][0]["locations"]
    assert made["columnKind"] == "unicodeCodePoints"
    assert location == {
        "physicalLocation": {
            "artifactLocation": {"uri": "drafts/yunxi.txt", "index": 0},
            "region": {
                "startLine": 2,
                "startColumn": 2,
                "endLine": 2,
                "endColumn": 3,
                "charOffset": 4,
                "charLength": 1,
                "snippet": {"text": "𠀂"},
            },
        },
        "logicalLocations": [
            {"name": "（一）乙", "fullyQualifiedName": "一、甲 › （一）乙", "kind": "section"},
        ],
        "message": {"text": "第2段 第2行 第2列"},
        "properties": {"paragraph": 2, "role": "match"},
    }


def test_what_is_missing_stands_at_the_title_and_the_nearest_miss_is_related() -> None:
    (entry,) = run(replace(BLOCKED, outcomes=(DUTY,)))["results"]
    assert entry["locations"][0]["physicalLocation"]["region"]["charOffset"] == 0
    assert [place["physicalLocation"]["region"]["charOffset"] for place in entry["relatedLocations"]] == [
        quote("并把第一责任人履职情况列入年度考核").start
    ]


def test_of_a_document_that_is_no_plain_text_places_point_into_its_text() -> None:
    made = run(BLOCKED, READY)
    assert [
        (artifact["location"]["uri"], artifact.get("mimeType"), artifact.get("parentIndex"))
        for artifact in made["artifacts"]
    ] == [
        ("drafts/yunxi.txt", "text/plain", None),
        ("drafts/qingshi.docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", None),
        ("drafts/qingshi.docx", "text/plain", 1),
    ]
    used = {entry["locations"][0]["physicalLocation"]["artifactLocation"]["index"] for entry in made["results"]}
    assert used == {0, 2}


def test_norms_are_taxonomies_and_rules_point_to_their_articles() -> None:
    made = run(BLOCKED)
    assert [(norm["name"], [taxon["id"] for taxon in norm["taxa"]]) for norm in made["taxonomies"]] == [
        ("示范县报告办法", ["第七条第二项", "第八条"]),
        ("示范县考核细则", ["示范县考核细则"]),
    ]
    duty = next(rule for rule in made["tool"]["driver"]["rules"] if rule["id"] == "D-DUTY")
    assert [relation["target"] for relation in duty["relationships"]] == [
        {"id": "第八条", "toolComponent": {"name": "示范县报告办法", "index": 0}},
        {"id": "示范县考核细则", "toolComponent": {"name": "示范县考核细则", "index": 1}},
    ]


def test_a_norm_cited_twice_is_one_relationship() -> None:
    basis = Basis("办法", "第一条", True, "local")
    (rule,) = run(replace(BLOCKED, outcomes=(replace(CAUSES, basis=(basis, basis)),)))["tool"]["driver"]["rules"]
    assert len(rule["relationships"]) == 1


def test_files_that_were_not_judged_are_told_and_make_the_run_unsuccessful() -> None:
    (done,) = run(READY)["invocations"]
    assert (done["executionSuccessful"], done["toolExecutionNotifications"]) == (True, [])
    (done,) = run(OTHER, UNREADABLE)["invocations"]
    assert done["executionSuccessful"] is False
    assert [(note["level"], note["message"]["text"]) for note in done["toolExecutionNotifications"]] == [
        ("error", "文档看来是通知，不是年度报告。"),
        ("error", "文件已损坏，无法打开\n请在 WPS 或 Word 中另存后重试"),
    ]


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        ("草稿/一 二.txt", "%E8%8D%89%E7%A8%BF/%E4%B8%80%20%E4%BA%8C.txt"),
        ("a\\b%.txt", "a/b%25.txt"),
        ("/srv/a.txt", "file:///srv/a.txt"),
        ("javascript:alert(1)", "javascript%3Aalert%281%29"),
        ("a\udce4.txt", "a%E4.txt"),
    ],
)
def test_paths_become_uris(path: str, uri: str) -> None:
    made = run(replace(READY, document=replace(READY.document, path=path)))
    assert made["artifacts"][0]["location"]["uri"] == uri


def test_without_a_baseline_nothing_is_said_of_one() -> None:
    assert not any("baselineState" in entry for entry in run(BLOCKED)["results"])


def test_with_a_baseline_every_result_says_what_became_of_it() -> None:
    known = replace(CAUSES, known=True)
    worse = replace(CAUSES, rule="D-WORSE", fingerprint="a" * 16)
    open_ = replace(CAUSES, rule="D-OPEN", state=State.CANNOT_TELL)
    gone = (Gone("D-WORSE", State.PARTIAL, "a" * 16), Gone("D-MEASURES", State.FAIL, "b" * 16))
    report = replace(BLOCKED, outcomes=(known, FIGURES, worse, open_, MEASURES, CLASSIFIED), gone=gone)
    made = run(report)
    states = [(entry["ruleId"], entry["kind"], entry["baselineState"]) for entry in made["results"]]
    assert states == [
        ("D-CAUSE", "fail", "unchanged"),
        ("D-FIGURES", "fail", "new"),
        ("D-WORSE", "fail", "updated"),
        ("D-OPEN", "open", "new"),
        ("D-MEASURES", "pass", "unchanged"),
        ("D-SECRET", "review", "unchanged"),
        ("D-MEASURES", "fail", "absent"),
    ]
    absent = made["results"][-1]
    assert made["tool"]["driver"]["rules"][absent["ruleIndex"]]["id"] == "D-MEASURES"
    assert absent["partialFingerprints"] == {"checkerFingerprint/v1": "b" * 16}
    assert (absent["level"], absent["message"]["text"]) == ("error", "基线里的这个问题已不存在")


def test_what_is_gone_with_its_rule_is_still_told() -> None:
    made = run(replace(BLOCKED, outcomes=(MEASURES,), gone=(Gone("D-OLD", State.FAIL, "c" * 16),)))
    assert (made["results"][-1]["ruleId"], made["results"][-1]["baselineState"]) == ("D-OLD", "absent")
    assert "ruleIndex" not in made["results"][-1]
