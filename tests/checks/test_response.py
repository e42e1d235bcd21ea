"""Each shortcoming has a measure that speaks of the same thing; where that cannot be told, nobody is accused."""

from __future__ import annotations

from typing import Any

import pytest

from checker.checks import response
from checker.checks.result import Result
from checker.engine import fingerprint
from checker.matching.ranking import BY_TOKENS, Ranker, Semantic
from checker.model import Method, Rank, State
from tests.checks.build import analysis_of, quotes, rule_of
from tests.matching.fake import FakeEncoder, broken

WORDS = {
    "stock": ["加强|完善|工作|不足|不够|薄弱|单一|问题|全面|推进"],
    "staff": ["力量|队伍|编制"],
    "terms": ["合同审查"],
}
TITLE = "青禾县2025年法治政府建设情况报告\n"


def result_of(shortcomings: str, plan: str, ranker: Ranker = BY_TOKENS, **parameters: Any) -> Any:
    content = f"{TITLE}一、存在的不足\n{shortcomings}\n二、主要安排\n{plan}\n"
    rule = rule_of("response", **{"shortcomings": "shortcomings", "measures": "plan", "generic": "stock", **parameters})
    return response.check(analysis_of(content, WORDS, ranker=ranker), rule)


def lines_of(result: Result) -> list[str]:
    """Return which measure is shown for each shortcoming."""
    return result.why.zh.split("\n")[1:]


CONTRACTS, DATA = "一是村级合同审查不够，有的先签后审。", "二是执法数据共享不够，重复录入多。"


def test_a_shortcoming_is_answered_in_the_same_words() -> None:
    result = result_of(CONTRACTS + DATA, "一是加强合同审核。二是推进系统数据对接。")
    assert (result.state, result.message.zh, result.evidence) == (
        State.PASS,
        "不足写了 2 条，在安排里都有对应",
        (),
    )


def test_the_shortcomings_without_an_answer_are_pointed_at() -> None:
    result = result_of(CONTRACTS + DATA, "一是加强合同审核。二是开展宪法宣传周活动。")
    assert (result.state, result.message.zh) == (
        State.PARTIAL,
        "不足写了 2 条，其中 1 条在安排里没有看到对应的措施",
    )
    assert quotes(result.evidence) == [("match", "二是执法数据共享不够，重复录入多。")]


def test_none_answered_is_a_failure() -> None:
    assert result_of(CONTRACTS + DATA, "开展宪法宣传周活动，推进文化广场建设。").state is State.FAIL


def test_stock_phrases_answer_nothing() -> None:
    plan = "全面加强各项工作，完善工作，推进工作。"
    assert result_of("一是全面推进内部审计不够，薄弱问题多。", plan).state is State.FAIL
    assert result_of("一是全面推进内部审计不够，薄弱问题多。", plan, generic="staff").state is State.PASS


def test_a_theme_bridges_different_words() -> None:
    shortcoming, plan = "一是基层执行力量薄弱，年龄偏大。", "配齐专职队伍，开展岗位练兵。"
    assert result_of(shortcoming, plan).state is State.FAIL
    assert result_of(shortcoming, plan, themes=["staff"]).state is State.PASS


def test_a_theme_that_only_the_cause_names_bridges_nothing() -> None:
    shortcoming = "一是数据录入重复不够便捷。原因是技术队伍缺人。"
    assert result_of(shortcoming, "配齐调解队伍，开展岗位练兵。", themes=["staff"]).state is State.FAIL


def test_the_whole_text_of_a_shortcoming_may_be_answered() -> None:
    shortcoming = "一是形式较为单一。青年群众参与偏少，短视频产品缺乏，传播不足。"
    assert result_of(shortcoming, "开展短视频创作，吸引青年群众参与。").state is State.PASS
    assert result_of(shortcoming, "开展岗位练兵，吸引青年。").state is State.FAIL


def test_a_shortcoming_too_short_to_tell_is_left_alone() -> None:
    assert result_of("一是效能不足。", "开展宪法宣传周活动。").state is State.PASS


def test_headings_of_the_plan_count() -> None:
    assert result_of(CONTRACTS, "（一）加强合同管理。\n开展培训，落实责任。").state is State.PASS


@pytest.mark.parametrize(
    ("content", "absent"),
    [
        (f"{TITLE}一、存在的不足\n一是执法力量薄弱。\n", "安排"),
        (f"{TITLE}一、主要安排\n加强队伍建设。\n", "不足"),
    ],
)
def test_without_both_parts_it_does_not_apply(content: str, absent: str) -> None:
    rule = rule_of("response", shortcomings="shortcomings", measures="plan")
    result = response.check(analysis_of(content, WORDS), rule)
    assert (result.state, result.message.zh) == (State.NOT_APPLICABLE, f"没有找到{absent}，无从对应")


@pytest.mark.parametrize("change", [str.strip, lambda text: text.replace("\n", "")], ids=["lines", "one line"])
def test_copied_texts_are_read_alike(change: Any) -> None:
    content = f"{TITLE}一、存在的不足\n{CONTRACTS}{DATA}\n二、主要安排\n一是加强合同审核。二是开展宪法宣传周活动。\n"
    rule = rule_of("response", shortcomings="shortcomings", measures="plan", generic="stock")
    result = response.check(analysis_of(change(content), WORDS), rule)
    assert quotes(result.evidence) == [("match", "二是执法数据共享不够，重复录入多。")]


def test_words_are_stricter_than_pairs_of_characters() -> None:
    # 山林权属 and 森林权益 share the pair 林权, which is no word.
    shortcoming, plan = "一是山林权属争议调处不够。", "开展森林权益培训。"
    assert result_of(shortcoming, plan).state is State.PASS
    assert result_of(shortcoming, plan, match="words").state is State.FAIL


def test_terms_are_kept_whole_in_words() -> None:
    shortcoming, plan = "一是村级合同审查不够，先签后审现象多。", "开展合同宣传。"
    assert result_of(shortcoming, plan, match="words").state is State.PASS
    assert result_of(shortcoming, plan, match="words", terms="terms").state is State.FAIL


TOLLS, PLAN = "二是收费随意，监管不够。", "一是加强合同审核。二是推进文化广场落实。三是规范“一张单子管到底”。"
SAME = FakeEncoder(("收费", "单子"), ("合同",))


def test_each_shortcoming_is_shown_with_the_measure_that_shares_most() -> None:
    result = result_of(CONTRACTS + DATA, "一是推进系统数据对接。二是加强村级合同审核。")
    assert lines_of(result) == [
        "“一是村级合同审查不够，有的先签后审。”（第3行） → “加强村级合同审核。”（第5行，0.55）",
        "“二是执法数据共享不够，重复录入多。”（第3行） → “推进系统数据对接。”（第5行，0.14）",
    ]


def test_where_words_tell_nothing_nothing_is_shown_as_near() -> None:
    result = result_of(CONTRACTS + TOLLS, PLAN)
    assert quotes(result.evidence) == [("match", "二是收费随意，监管不够。")]
    assert lines_of(result)[1] == "“二是收费随意，监管不够。”（第3行） 没有看到对应的措施"


def test_what_is_too_short_to_be_compared_is_shown_as_that() -> None:
    assert lines_of(result_of("一是效能不足。", "开展宪法宣传周活动。")) == [
        "“一是效能不足。”（第3行） 文字太少，没有比对"
    ]


def test_meaning_shows_the_nearest_measure_and_changes_nothing_else() -> None:
    by_words, by_meaning = (
        result_of(CONTRACTS + TOLLS, PLAN, Ranker(semantic, SAME)) for semantic in (Semantic.OFF, Semantic.AUTO)
    )
    assert by_words.state is State.PARTIAL
    assert (by_meaning.state, by_meaning.message) == (by_words.state, by_words.message)
    assert quotes(by_meaning.evidence) == [
        ("match", "二是收费随意，监管不够。"),
        ("near_miss", "规范“一张单子管到底”。"),
    ]
    assert [item.rank for item in by_meaning.evidence] == [None, Rank(Method.SEMANTIC, 0.9)]
    assert fingerprint("R", by_meaning) == fingerprint("R", by_words)
    assert by_meaning.why.zh.split("\n") == [
        "逐条比对不足与安排说的是不是同一件事（去掉“加强”“工作”之类的套话以后看用词）。"
        "哪些内容相近，按语义判断（fake 1），只供查找，不影响结论：",
        "“一是村级合同审查不够，有的先签后审。”（第3行） → “加强合同审核。”（第5行，0.90）",
        "“二是收费随意，监管不够。”（第3行） 没有看到对应的措施，最接近的是“规范“一张单子管到底”。”（第5行，0.90）",
    ]


def test_where_all_is_answered_nobody_asks_for_meaning_unless_it_is_wanted() -> None:
    plan = "一是加强合同审核。二是推进系统数据对接。"
    for semantic, asked in ((Semantic.AUTO, 0), (Semantic.ON, 1)):
        model = FakeEncoder(("合同",), ("数据",))
        assert result_of(CONTRACTS + DATA, plan, Ranker(semantic, model)).state is State.PASS
        assert model.asked == asked


def test_a_model_that_cannot_be_used_does_not_end_the_check() -> None:
    result = result_of(CONTRACTS + TOLLS, PLAN, Ranker(Semantic.AUTO, broken))
    assert "按用词判断（处理器太旧）" in result.why.zh
    assert quotes(result.evidence) == [("match", "二是收费随意，监管不够。")]


def test_sentences_that_only_lead_to_what_follows_are_no_measures() -> None:
    plan = "2026年，重点做好以下几件收费大事：\n一是加强合同审核。"
    result = result_of(TOLLS, plan, Ranker(Semantic.AUTO, FakeEncoder(("收费",))))
    assert "以下几件" not in result.why.zh
