"""The JSON report: keys, order, bytes; and every output valid against the published schema."""

import json
from copy import deepcopy
from dataclasses import replace
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from checker.errors import ReadError
from checker.model import Fact, Span, State, VerdictCode
from checker.reports.failure import Failure
from checker.reports.json import dump, failure_json, report_json, schema, unreadable_report_json
from checker.texts import Text

from .samples import BLOCKED, CAUSES, DOCUMENT, OTHER, READY, UNREADABLE

VALIDATOR = Draft202012Validator(schema())


def test_the_schema_is_a_schema() -> None:
    Draft202012Validator.check_schema(schema())


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("results", [[BLOCKED], [READY], [OTHER], [UNREADABLE], [BLOCKED, UNREADABLE, OTHER], []])
def test_every_output_is_valid(results: list[Any], language: Any) -> None:
    VALIDATOR.validate(json.loads(dump(results, language)))


def test_the_keys_stand_in_the_order_of_the_contract() -> None:
    made = report_json(BLOCKED, "zh")
    assert list(made) == [
        "schema",
        "tool",
        "pack",
        "template",
        "document",
        "verdict",
        "score",
        "outcomes",
        "counts",
        "notes",
    ]
    assert list(made["document"]) == [
        "path",
        "sha256",
        "format",
        "kind",
        "title",
        "report_year",
        "issuer",
        "level",
        "characters",
        "outline",
        "kind_reason",
        "looks_like",
        "dates",
        "unread_pages",
        "recognised_pages",
        "left_out",
    ]
    assert [list(part) for part in (made["outcomes"][0], made["outcomes"][0]["evidence"][0])] == [
        [
            "rule",
            "name",
            "state",
            "severity",
            "group",
            "message",
            "advice",
            "fingerprint",
            "evidence",
            "basis",
            "related",
            "why",
        ],
        ["quote", "start", "end", "line", "column", "page", "paragraph", "heading", "role"],
    ]


def test_a_report_says_all_that_is_known() -> None:
    made = report_json(BLOCKED, "zh")
    failing = made["outcomes"][2]
    head = {key: made[key] for key in ("schema", "tool", "pack", "template", "verdict", "notes")}
    assert head == {
        "schema": "checker-report/1",
        "tool": {"name": "checker", "version": "0.1.0"},
        "pack": {"id": "demo", "version": "1.2.0", "sha256": "ab" * 32},
        "template": {"id": "demo-report"},
        "verdict": {
            "code": "blocked",
            "reason": "必须项“不足的原因”未通过（D-CAUSE），另有 1 项必须项未通过。",
        },
        "notes": ["有 1 处数字疑似丢失。"],
    }
    outline = made["document"].pop("outline")
    assert outline[0] == {"level": 1, "number": "一、", "title": "主要举措和成效", "start": 24}
    assert made["document"] == {
        "path": "drafts/yunxi.txt",
        "sha256": "cd" * 32,
        "format": "txt",
        "kind": "annual_report",
        "title": "云溪县人民政府2023年度法治政府建设情况报告",
        "report_year": 2023,
        "issuer": "云溪县人民政府",
        "level": "county",
        "characters": len(BLOCKED.document.text),
        "kind_reason": "标题含年度与“报告”。",
        "looks_like": None,
        "dates": [
            {
                "role": "signed",
                "iso": "2024-02-08",
                "evidence": {
                    "quote": "2024年2月8日",
                    "start": 149,
                    "end": 158,
                    "line": 9,
                    "column": 1,
                    "page": None,
                    "paragraph": 9,
                    "heading": [],
                    "role": "match",
                },
            }
        ],
        "unread_pages": [],
        "recognised_pages": [],
        "left_out": [],
    }
    assert made["score"]["coverage"] == 43.3
    assert made["score"]["minimum"] == 0.0
    assert made["score"]["groups"][4] == {"id": "general", "name": "全文", "coverage": None, "weight": 1.0}
    assert failing == {
        "rule": "D-CAUSE",
        "name": "不足的原因",
        "state": "fail",
        "severity": "must",
        "group": "gaps",
        "message": "写了不足，没有写原因。",
        "advice": "对每条不足说明原因，例如制度、人员、经费上的原因。",
        "fingerprint": "0123456789abcdef",
        "evidence": [
            {
                "quote": "基层执法力量不强，部分干部学法不够。",
                "start": CAUSES.evidence[0].start,
                "end": CAUSES.evidence[0].end,
                "line": 5,
                "column": 1,
                "page": None,
                "paragraph": 5,
                "heading": ["二、存在的不足"],
                "role": "match",
            }
        ],
        "basis": [{"norm": "示范县报告办法", "article": "第七条第二项", "verified": True}],
        "related": ["D-GAPS"],
        "why": "在“二、存在的不足”中未见表示原因的词。",
    }
    assert made["counts"]["must"] == {
        "pass": 2,
        "partial": 0,
        "fail": 2,
        "not_applicable": 0,
        "cannot_tell": 0,
        "manual": 1,
        "waived": 0,
    }


def test_every_rule_is_listed_passes_included() -> None:
    assert [item["rule"] for item in report_json(BLOCKED, "zh")["outcomes"]] == [
        outcome.rule for outcome in BLOCKED.outcomes
    ]


def test_english_changes_the_words_and_nothing_else() -> None:
    zh, en = report_json(BLOCKED, "zh"), report_json(BLOCKED, "en")
    assert en["outcomes"][2]["message"] == "Shortcomings are told, their causes are not."
    assert [item["fingerprint"] for item in zh["outcomes"]] == [item["fingerprint"] for item in en["outcomes"]]


def test_one_file_gives_an_object_and_several_a_list() -> None:
    assert json.loads(dump([READY], "zh")) == report_json(READY, "zh")
    assert json.loads(dump([READY], "zh", as_list=True)) == [report_json(READY, "zh")]
    assert json.loads(dump([READY, UNREADABLE], "zh")) == [report_json(READY, "zh"), failure_json(UNREADABLE, "zh")]


def test_a_file_that_could_not_be_read_is_reported_in_the_same_shape() -> None:
    made = failure_json(UNREADABLE, "zh")
    assert list(made) == list(report_json(BLOCKED, "zh"))
    assert list(made["document"]) == list(report_json(BLOCKED, "zh")["document"])
    assert made["document"]["path"] == "drafts/broken.docx"
    assert made["document"]["format"] == "unreadable"
    assert made["verdict"] == {"code": "cannot_judge", "reason": "文件已损坏，无法打开"}
    assert made["outcomes"] == []
    assert made["notes"] == ["请在 WPS 或 Word 中另存后重试"]


def test_a_failure_without_a_pack_says_where_it_happened() -> None:
    made = unreadable_report_json(
        "a.docx", ReadError(Text("损坏", "is damaged"), where="a.docx, word/document.xml"), "en"
    )
    VALIDATOR.validate(made)
    assert (made["pack"], made["verdict"]["reason"]) == (None, "a.docx, word/document.xml: is damaged")


@pytest.mark.parametrize(
    ("coverage", "shown"),
    [(0.0, 0.0), (0.01, 0.1), (66.666, 66.7), (99.99, 99.9), (100.0, 100.0), (None, None)],
)
def test_only_what_is_complete_reads_a_hundred(coverage: float | None, shown: float | None) -> None:
    made = report_json(replace(READY, score=replace(READY.score, coverage=coverage)), "zh")
    assert made["score"]["coverage"] == shown


def test_the_same_report_gives_the_same_bytes() -> None:
    assert dump([BLOCKED, UNREADABLE], "zh") == dump([deepcopy(BLOCKED), UNREADABLE], "zh")


def test_what_a_document_holds_comes_back_unchanged() -> None:
    title = '</script>\x1b[31m"\\\u2028\x00𠮷'
    report = replace(READY, profile=replace(READY.profile, title=Fact(title, "title")))
    assert json.loads(dump([report], "zh"))["document"]["title"] == title


def test_what_was_not_read_is_told() -> None:
    text = DOCUMENT.text + "\n目录\n一、主要举措\t1"
    spans = (Span(len(DOCUMENT.text) + 1, len(text)),)
    document = replace(DOCUMENT, text=text, furniture=spans, left_out=("首页 政务公开",), unread_pages=(2, 5))
    made = report_json(replace(BLOCKED, document=document), "zh")
    told = {key: made["document"][key] for key in ("unread_pages", "left_out")}
    assert told == {"unread_pages": [2, 5], "left_out": ["目录\n一、主要举措\t1", "首页 政务公开"]}
    VALIDATOR.validate(made)


def test_a_report_from_before_that_was_told_is_still_valid() -> None:
    made = deepcopy(VALID)
    for key in ("unread_pages", "recognised_pages", "left_out"):
        del made["document"][key]
    VALIDATOR.validate(made)


VALID = report_json(BLOCKED, "zh")


def broken(change: str) -> dict[str, Any]:
    made = deepcopy(VALID)
    match change:
        case "unknown key":
            made["extra"] = 1
        case "unknown key in evidence":
            made["outcomes"][2]["evidence"][0]["extra"] = 1
        case "missing key":
            del made["document"]["dates"]
        case "unknown state":
            made["outcomes"][0]["state"] = "ok"
        case "coverage over a hundred":
            made["score"]["coverage"] = 101
        case "no reason":
            made["verdict"]["reason"] = ""
        case "year in words":
            made["document"]["report_year"] = "2023"
        case "unreadable yet judged":
            made["document"]["format"] = "unreadable"
    return made


@pytest.mark.parametrize(
    "change",
    [
        "unknown key",
        "unknown key in evidence",
        "missing key",
        "unknown state",
        "coverage over a hundred",
        "no reason",
        "year in words",
        "unreadable yet judged",
    ],
)
def test_the_schema_is_closed(change: str) -> None:
    assert VALIDATOR.is_valid(VALID)
    assert not VALIDATOR.is_valid(broken(change))


def test_an_unreadable_file_can_have_no_other_verdict() -> None:
    made = failure_json(Failure("a.txt", ReadError(Text("空", "empty"))), "zh")
    assert VALIDATOR.is_valid(made)
    assert not VALIDATOR.is_valid({**made, "verdict": {**made["verdict"], "code": "ready"}})


def test_the_schema_knows_the_states_and_verdicts_of_the_program() -> None:
    definitions = schema()["$defs"]
    assert definitions["outcome"]["properties"]["state"]["enum"] == [state.value for state in State]
    assert definitions["report"]["properties"]["verdict"]["properties"]["code"]["enum"] == [
        code.value for code in VerdictCode
    ]
