"""Numbers of persons are found by length and check digit; messages show their first and last digits only."""

from __future__ import annotations

import pytest

from checker.checks import personal_data
from checker.model import State

from .build import analysis_of, rule_of

WORDS = {"near_words": ["账号|卡号", "身份证"], "counts": [r"\d(元|万|件|号)"]}
# Made up: born on 1 January 1900, a test card of sixteen digits, a mobile number that is all noughts.
IDENTITY = "110101190001010006"
OLD_IDENTITY = "110101500101001"
CARD = "6200000000000005"
MOBILE = "13900000000"


def found(what: str, content: str) -> list[str]:
    rule = rule_of("personal_data", what=what, near="near_words", unless="counts")
    result = personal_data.check(analysis_of(content, WORDS), rule)
    assert (result.state is State.FAIL) == bool(result.evidence)
    return [result.message.zh, *(item.quote for item in result.evidence)] if result.state is State.FAIL else []


@pytest.mark.parametrize(
    ("what", "content", "shown", "quote"),
    [
        ("identity", f"当事人（{IDENTITY}）", "出现身份证号码 1 处：110*************06", IDENTITY),
        ("identity", f"身份证号：{OLD_IDENTITY}", "出现身份证号码 1 处：110**********01", OLD_IDENTITY),
        ("identity", "公民11010119000101009x。", "出现身份证号码 1 处：110*************9x", "11010119000101009x"),
        ("mobile", f"电话：{MOBILE}。", "出现手机号码 1 处：139******00", MOBILE),
        ("mobile", "电话：+86 139 0000 0000", "出现手机号码 1 处：139******00", "139 0000 0000"),
        ("mobile", "手机139-0000-0000、", "出现手机号码 1 处：139******00", "139-0000-0000"),
        ("mobile", "手机１３９００００００００", "出现手机号码 1 处：139******00", "１３９００００００００"),
        ("bank_card", f"账号：{CARD}", "出现银行卡号 1 处：620***********05", CARD),
        ("bank_card", "卡号6200 0000 0000 0005", "出现银行卡号 1 处：620***********05", "6200 0000 0000 0005"),
    ],
)
def test_a_number_is_found_and_masked(what: str, content: str, shown: str, quote: str) -> None:
    told = found(what, content)
    assert told[0].replace("*", "") == shown.replace("*", "")
    assert "*" in told[0]
    assert told[1].endswith(quote)


@pytest.mark.parametrize(
    ("what", "content"),
    [
        ("identity", "编号110101190001010007"),  # wrong check digit
        ("identity", "编号110101190013010006"),  # no such month
        ("identity", "编号990101190001010006"),  # no such province
        ("identity", f"编号{OLD_IDENTITY}"),  # 15 digits without words
        ("identity", f"统一编码{IDENTITY}7"),
        ("identity", f"http://example.cn/{IDENTITY}.html"),
        ("mobile", "拨打12345热线、12348热线"),
        ("mobile", "咨询电话0999-5551234、5551234"),
        ("mobile", f"罚没款{MOBILE}元"),
        ("mobile", f"编号20{MOBILE}"),
        ("mobile", f"http://example.cn/{MOBILE}.html"),
        ("mobile", "139****0000"),
        ("bank_card", f"项目编码{CARD}"),  # no words beside it
        ("bank_card", "账号6200000000000006"),  # wrong check digit
        ("bank_card", "账号12345678"),
    ],
)
def test_other_numbers_raise_nothing(what: str, content: str) -> None:
    assert found(what, content) == []


def test_every_number_is_counted() -> None:
    told = found("mobile", "电话13900000000 13800000000，另有13700000000")
    assert told[0] == "出现手机号码 3 处：139******00、138******00、137******00"
    assert told[1:] == ["13900000000", "13800000000", "13700000000"]


def test_no_whole_number_stands_in_what_is_said() -> None:
    result = personal_data.check(analysis_of(f"电话{MOBILE}"), rule_of("personal_data", what="mobile"))
    said = [text for sentence in (result.message, result.why) for text in (sentence.zh, sentence.en)]
    assert [text for text in said if MOBILE in text] == []
