"""Another place of the same rank that acts in the text is pointed at; one that is only named is not."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from checker.checks import other_place
from checker.checks.result import Result
from checker.model import State

from .build import analysis_of, rule_of

WORDS = {
    "served": ["为"],
    "thrives": ["(经济社会)?(高质量)?发展"],
    "opens": ["[\n。](20\\d\\d年,)?", "20\\d\\d年,"],
    "acts": ["(党委|政府)?(坚持|高度重视|认真)"],
    "not_place": [".*(乡镇|辖区)", "(全|各|督促).*"],
    "with": ["联合|考察"],
}
PEERS = [
    {"levels": ["township", "street"], "endings": ["镇", "乡", "街道"]},
    {"levels": ["county"], "endings": ["县", "区"]},
]
FRAMES = [{"before": "served", "after": "thrives"}, {"before": "opens", "after": "acts"}]
TITLE = "榆埠县稻溪镇2025年法治政府建设情况报告\n"


def checked(content: str, title: str = TITLE, peers: Sequence[object] = PEERS) -> Result:
    rule = rule_of("other_place", peers=peers, frames=FRAMES, not_places="not_place", unless="with")
    return other_place.check(analysis_of(title + content, WORDS), rule)


@pytest.mark.parametrize(
    ("content", "name", "quote"),
    [
        ("稻溪镇依法行政，为芦汀镇经济社会高质量发展提供保障。", "芦汀镇", "为芦汀镇经济社会高质量发展"),
        ("全年调解31件。芦汀镇党委高度重视法治建设。", "芦汀镇", "芦汀镇党委高度重视"),
        ("2025年,柳浦街道坚持依法行政。", "柳浦街道", "2025年,柳浦街道坚持"),
        ("为砚川县芦汀镇发展提供保障。", "芦汀镇", "为砚川县芦汀镇发展"),
        ("为芦◆汀★镇经济社会发展提供保障。", "芦汀镇", "为芦◆汀★镇经济社会发展"),
    ],
    ids=["served", "acts", "after the year", "with its county", "noise"],
)
def test_a_place_that_acts_instead_of_the_issuer_is_told(content: str, name: str, quote: str) -> None:
    result = checked(content)
    assert (result.state, result.message.zh) == (
        State.FAIL,
        f"报告单位是稻溪镇，文中却以{name}作主语，疑似照抄",
    )
    assert [item.quote for item in result.evidence] == [quote]


@pytest.mark.parametrize(
    "content",
    [
        "2025年,稻溪镇坚持依法行政，为稻溪镇经济社会发展提供保障。",
        "稻溪镇依法行政，与芦汀镇联合执法4次，为芦汀镇发展提供支持。",
        "2025年,榆埠县坚持依法行政。",
        "2025年,督促镇认真落实，为全镇经济社会发展提供保障。",
        "2025年,竹屏村坚持民主管理。",
        "《为芦汀镇服务》获奖，芦汀镇坚持的做法得到推广。",
    ],
    ids=["the issuer", "a neighbour", "the county above", "verbs", "a village below", "inside a sentence"],
)
def test_places_that_are_only_named_raise_nothing(content: str) -> None:
    assert checked(content).state is State.PASS


def test_a_word_that_stands_elsewhere_by_itself_is_no_name() -> None:
    assert checked("2025年,组织镇认真落实。组织培训9期。").state is State.PASS
    assert checked("2025年,芦汀镇认真落实。组织培训9期。").state is State.FAIL


def test_a_county_may_name_its_towns() -> None:
    title = "青禾县2025年法治政府建设情况报告\n"
    assert checked("2025年,雁滩镇坚持依法行政，为雁滩镇发展提供保障。", title).state is State.PASS
    assert checked("2025年,砚川县坚持依法行政。", title).state is State.FAIL


def test_a_name_that_comes_more_often_than_the_issuer_is_left_to_a_person() -> None:
    result = checked("2025年,芦汀镇坚持依法行政。芦汀镇高度重视。芦汀镇认真落实。")
    assert (result.state, len(result.evidence)) == (State.MANUAL, 3)


def test_without_a_place_of_a_level_that_is_asked_nothing_is_said() -> None:
    assert checked("全年调解31件。", "2025年法治政府建设情况报告\n").state is State.NOT_APPLICABLE
    assert checked("为芦汀镇发展提供保障。", peers=PEERS[1:]).state is State.NOT_APPLICABLE
