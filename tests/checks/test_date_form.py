"""The date of signature is written in full in Arabic numerals; usual faults are named."""

from __future__ import annotations

import pytest

from checker.checks import date_form
from checker.checks.result import Result
from checker.model import State

from .build import analysis_of, rule_of

WORDS = {
    "right": [r"20\d\d年([1-9]|1[0-2])月([1-9]|[12]\d|3[01])日"],
    "chinese": ["二.{3}年.*日"],
    "padded": [r"20\d\d年(0\d月\d{1,2}|\d{1,2}月0\d)日"],
}
FAULTS = [
    {"name": {"zh": "用了汉字数字", "en": "is in Chinese numerals"}, "concept": "chinese"},
    {"name": {"zh": "多了0", "en": "has a surplus 0"}, "concept": "padded"},
]


def checked(date: str, line: str = "雁滩镇人民政府\n{date}\n") -> Result:
    content = "雁滩镇2025年法治政府建设情况报告\n全年调解纠纷96件，发放资料300份。\n" + line.format(date=date)
    return date_form.check(
        analysis_of(content, WORDS), rule_of("date_form", date="signed", form="right", faults=FAULTS)
    )


@pytest.mark.parametrize("date", ["2026年1月5日", "2026 年 1 月 5 日", "２０２６年１２月３１日"])
def test_the_right_form_passes_in_any_width(date: str) -> None:
    assert checked(date).state is State.PASS


@pytest.mark.parametrize(
    ("date", "fault"),
    [
        ("二〇二六年一月五日", "用了汉字数字"),
        ("二○二六年一月五日", "用了汉字数字"),
        ("2026年01月05日", "多了0"),
        ("2026.1.5", "写法不规范"),
    ],
)
def test_a_wrong_form_is_named(date: str, fault: str) -> None:
    result = checked(date)
    assert (result.state, result.message.zh) == (State.FAIL, f"成文日期“{date}”{fault}")
    assert [item.quote for item in result.evidence] == [date]
    (correction,) = result.corrections
    assert correction.replacement == "2026年1月5日"
    assert (correction.span.start, correction.span.end) == (result.evidence[0].start, result.evidence[0].end)


def test_a_date_that_may_have_lost_a_figure_is_left_to_a_person() -> None:
    result = checked("2026年1月5")
    assert (result.state, result.corrections) == (State.FAIL, ())


@pytest.mark.parametrize(
    ("date", "line", "said"),
    [
        ("", "雁滩镇人民政府\n{date}", "文中没有成文日期"),
        ("2026120", "雁滩镇人民政府\n{date}\n", "成文日期缺字，看不出写法"),
        ("2026-01-05", "成文日期：{date}\n", "成文日期是网页标注的，不是文中写的"),
    ],
)
def test_what_the_document_does_not_write_is_not_judged(date: str, line: str, said: str) -> None:
    result = checked(date, line)
    assert (result.state, result.message.zh) == (State.NOT_APPLICABLE, said)
