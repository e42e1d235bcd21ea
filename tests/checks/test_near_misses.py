"""For a part that is missing the heading most like it is shown: by words only where they agree, by meaning always."""

from __future__ import annotations

from checker.checks import content
from checker.checks.result import Result
from checker.matching.ranking import BY_TOKENS, Ranker, Semantic
from checker.model import Method, Rank, State
from tests.checks.build import analysis_of, quotes, rule_of
from tests.matching.fake import FakeEncoder

DRAFT = """青禾县2025年法治政府建设情况报告
一、成绩单
全年办理案件12件。
二、还欠的账
有的事拖得久。
三、路线图
来年会更好。
"""


def result_of(ranker: Ranker, draft: str = DRAFT) -> Result:
    return content.check(analysis_of(draft, ranker=ranker), rule_of("content", section="shortcomings"))


def test_words_show_a_heading_that_shares_enough() -> None:
    result = result_of(BY_TOKENS, DRAFT.replace("还欠的账", "不足在哪"))
    assert (result.state, quotes(result.evidence)) == (State.FAIL, [("near_miss", "二、不足在哪")])
    assert result.evidence[0].rank == Rank(Method.TOKENS, 1.0)
    assert result.why.zh == ("标题、正文段落和语句中都没有找到。哪些内容相近，按用词判断，只供查找，不影响结论")


def test_words_show_nothing_where_they_share_nothing() -> None:
    result = result_of(BY_TOKENS)
    assert (result.evidence, result.why.zh) == ((), "标题、正文段落和语句中都没有找到")


def test_meaning_shows_the_heading_under_another_name_and_the_state_stays() -> None:
    result = result_of(Ranker(Semantic.AUTO, FakeEncoder(("不足", "欠的账"))))
    assert (result.state, quotes(result.evidence)) == (State.FAIL, [("near_miss", "二、还欠的账")])
    assert result.evidence[0].rank == Rank(Method.SEMANTIC, 0.9)
    assert "按语义判断（fake 1）" in result.why.zh
