"""What reports of a year usually speak of is looked for anywhere in the text."""

from __future__ import annotations

from checker.checks.expected import check
from checker.model import State
from checker.texts import Text

from .build import analysis_of, quotes, rule_of

MENTIONS = [
    {"name": {"zh": "修路", "en": "roads"}, "concept": "roads"},
    {"name": {"zh": "架桥", "en": "bridges"}, "concept": "bridges"},
]
WORDS = {"roads": ["修路"], "bridges": ["架桥"]}
TITLE = "雁滩镇2025年度法治政府建设工作报告\n"


def test_all_are_spoken_of() -> None:
    result = check(analysis_of(TITLE + "全年修路3条，架桥1座。", WORDS), rule_of("expected", mentions=MENTIONS))
    assert (result.state, result.message) == (State.PASS, Text("已写到：修路、架桥", "spoken of: roads, bridges"))
    assert quotes(result.evidence) == [("match", "修路"), ("match", "架桥")]


def test_some_are_spoken_of() -> None:
    result = check(analysis_of(TITLE + "全年架 桥1座。", WORDS), rule_of("expected", mentions=MENTIONS))
    assert (result.state, result.message) == (State.PARTIAL, Text("没有写到：修路", "not spoken of: roads"))
    assert quotes(result.evidence) == [("match", "架 桥")]


def test_none_is_spoken_of() -> None:
    result = check(analysis_of(TITLE + "全年无事。", WORDS), rule_of("expected", mentions=MENTIONS, at_least=1))
    assert (result.state, result.message.zh, result.evidence) == (State.FAIL, "没有写到：修路、架桥", ())


def test_some_may_be_enough() -> None:
    rule = rule_of("expected", mentions=MENTIONS, at_least=1)
    assert check(analysis_of(TITLE + "全年架桥1座。", WORDS), rule).state is State.PASS
