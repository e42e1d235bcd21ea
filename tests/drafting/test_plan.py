"""The lines of a blank draft are those its level has, numbered, with guidance, share and basis beside them."""

from __future__ import annotations

import pytest

from checker.drafting.plan import Line, lines
from checker.errors import UsageError

from .small import template


def shown(level: str, year: int, issuer: str) -> list[str]:
    return [line.text for line in lines(template(), level, year, issuer)]


def beside(level: str, year: int, role_or_text: str) -> list[str]:
    (line,) = [line for line in lines(template(), level, year, "竹屏镇公所") if role_or_text in (line.role, line.text)]
    return [note.zh for note in line.notes]


def test_a_draft_has_the_parts_of_its_level_in_order_with_numbers() -> None:
    assert shown("town", 2026, "竹屏镇公所") == [
        "竹屏镇公所\n关于2026年修路情况的报告",
        "【】现将2026年情况报告如下：",
        "一、2026年做的事",
        "（一）修路",
        "【】。",
        "（二）架桥",
        "【】。",
        "（三）渡船",
        "【】。",
        "竹屏镇公所",
        "2027年【】",
    ]
    assert shown("bureau", 2025, "竹屏镇水利局")[2:9] == [
        "一、2025年做的事",
        "（一）修路",
        "【】。",
        "（二）渡船",
        "【】。",
        "二、2026年的事",
        "一是【】。",
    ]


def test_the_share_of_a_part_is_its_weight_among_those_that_the_level_has() -> None:
    assert beside("town", 2026, "（一）修路") == [
        "分量：约占全文的 56%，供安排篇幅参考，没有规定",
        "依据：《道路法》第三条",
    ]
    assert beside("town", 2026, "一、2026年做的事") == ["分量：约占全文的 89%，供安排篇幅参考，没有规定"]


def test_what_a_level_may_leave_out_is_said_so() -> None:
    made = lines(template(), "bureau", 2026, "竹屏镇水利局")
    assert [line.text for line in made if any("可以不写" in note.zh for note in line.notes)] == ["（二）渡船"]


def test_a_basis_that_was_not_verified_or_whose_period_is_over_is_told_as_such() -> None:
    assert beside("town", 2025, "（二）架桥")[1:] == ["依据：《修路规划》第二部分（条款待核）"]
    assert beside("town", 2026, "（二）架桥")[1:] == [
        "依据：《修路规划》第二部分（条款待核）（2021—2025年的文件，新文件印发后按新文件）"
    ]


def test_units_that_report_together_sign_one_below_the_other() -> None:
    made = lines(template(), "town", 2026, " 竹屏镇委员会  竹屏镇公所 ")
    assert made[0].text == "竹屏镇委员会 竹屏镇公所\n关于2026年修路情况的报告"
    assert made[-3:] == (Line("signature", "竹屏镇委员会"), Line("signature", "竹屏镇公所"), Line("date", "2027年【】"))


def test_a_template_without_a_draft_is_told_by_name() -> None:
    with pytest.raises(UsageError) as caught:
        lines(template(None), "town", 2026, "竹屏镇公所")
    assert caught.value.message.zh == "模板 roads 没有空白稿，不能用它写"
