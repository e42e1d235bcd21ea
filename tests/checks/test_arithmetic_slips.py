"""Correct sentences say nothing; one wrong digit in any of their numbers makes the check speak."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from tests.checks.numbers import spoken

CORRECT = [
    "立案查处案件46件，其中占道经营19件、违法建设11件、乱倒垃圾9件、其他7件。",
    "办理处罚案件17件，其中农村占地6件，水利管理4件，生态环境3件，其他4件。",
    "清理文件127件，其中继续有效98件、修改11件、废止13件、宣布失效5件。",
    "聘请法律顾问25家，其中内部2家，外部23家。",
    "办理建议73件、提案88件，共161件。",
    "收到诉求466件，其中电话诉求414件、非电话诉求52件。",
    "排查纠纷149件，分别为山林46件、邻里58件、家庭27件、土地18件。",
    "受理反映事项268件，办结265件，办结率98.9%。",
    "排查纠纷538起，调解成功529起，成功率达98.3%。",
    "开庭审理33件，负责人出庭33件，出庭应诉率100%。",
    "检查1846次，比上年减少1214次，下降39.7%。",
    "检查13425次，比上年的20938次下降35.9%。",
    "新收265件，同比增加53件，增长25%。",
    "合格率由92%上升至95.5%，提高3.5个百分点。",
]


def wrong_in_one_digit(text: str) -> Iterator[str]:
    """Return *text* with the first digit of each of its numbers changed, one at a time."""
    for number in re.finditer(r"\d[\d.]*", text):
        at = number.start()
        yield text[:at] + str(int(text[at]) % 9 + 1) + text[at + 1 :]


@pytest.mark.parametrize("text", CORRECT)
def test_correct_numbers_raise_nothing(text: str) -> None:
    assert spoken(text) == []


@pytest.mark.parametrize("text", [wrong for text in CORRECT for wrong in wrong_in_one_digit(text)])
def test_one_wrong_digit_is_found(text: str) -> None:
    assert spoken(text) != []
