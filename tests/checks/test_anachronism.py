"""What came after the report year is not claimed of it; plans and preparation are left alone."""

from __future__ import annotations

import pytest

from checker.checks.anachronism import check
from checker.model import State

from .build import quotes, rule_of
from .norms import citing

RULE = rule_of(
    "anachronism",
    not_in=["plan"],
    unless="future",
    claims="applied",
    revised="revised",
    preparing="preparing",
    drafting="drafting",
    awaiting="awaiting",
)
PLAN = "《乡道建设纲要（2021—2025年）》2021-08 才公布"


@pytest.mark.parametrize(
    ("content", "year", "quote", "said"),
    [
        ("落实《桥梁检测条例》，检测桥梁12座。", 2025, "落实《桥梁检测条例》", "《桥梁检测条例》2026-02-01 才施行"),
        ("桥梁检测条例施行后，检测桥梁12座。", 2025, "桥梁检测条例施行后", "《桥梁检测条例》2026-02-01 才施行"),
        ("落实《集市条例》。", 2025, "落实《集市条例》", "《集市条例》2026-02-01 才施行"),
        ("学习《桥梁检测条例》3次。", 2023, "学习《桥梁检测条例》3次", "《桥梁检测条例》2025-12-17 才公布"),
        ("依据新修订的《道路收费法》。", 2023, "依据新修订的《道路收费法》", "修订后的《道路收费法》2024-01-01 才施行"),
        ("用《乡道建设纲要（2021—2025年）》。", 2019, "用《乡道建设纲要（2021—2025年）》", PLAN),
        ("学习贯彻三届三次全会精神。", 2023, "三届三次", "三届三次会2024-07-15 才召开或开始"),
        ("学习贯彻三届二次、三次全会精神。", 2023, "三届二次、三次", "三届三次会2024-07-15 才召开或开始"),
    ],
)
def test_a_claim_of_something_later_is_pointed_at(content: str, year: int, quote: str, said: str) -> None:
    result = check(citing(content, year), RULE)
    assert (result.state, quotes(result.evidence)) == (State.FAIL, [("match", quote)])
    assert result.message.zh == f"报告年度是 {year} 年：{said}"


@pytest.mark.parametrize(
    ("content", "year"),
    [
        ("落实《桥梁检测条例》。", 2026),
        ("学习宣传《桥梁检测条例》。", 2025),
        ("组织学习，落实《桥梁检测条例》。", 2025),
        ("收到《桥梁检测条例》文本12份。", 2025),
        ("对照2026年2月1日施行后的《桥梁检测条例》，落实事项32项。", 2025),
        ("将落实《桥梁检测条例》。", 2025),
        ("对《桥梁检测条例（草案）》提出意见12条。", 2023),
        ("为《桥梁检测条例》立法征求意见12条。", 2023),
        ("落实《澜江市桥梁检测条例》。", 2019),
        ("落实《集市条例》。", 2019),  # a local norm of that name may be meant
        ("依据《道路收费法》收费。", 2023),  # it has long been in force
        ("依据新修订的《道路收费法》收费。", 2015),
        ("学习新修订的《道路收费法》。", 2023),
        ("依据新修订的《道路收费法》收费。", 2021),  # an earlier revision may be meant
        ("对照《乡道建设纲要（2021—2025年）》。", 2021),
        ("学习贯彻三届三次全会精神。", 2024),
        ("学习贯彻三届四次全会精神。", 2024),  # held in February, known when the report was written
        ("以优异成绩迎接三届五次全会。", 2024),
        ("学习贯彻三届一次、二次全会精神。", 2019),
        ("办理案件12件。", 2024),
    ],
)
def test_what_is_in_time_or_only_prepared_for_passes(content: str, year: int) -> None:
    result = check(citing(content, year), RULE)
    assert (result.state, result.evidence) == (State.PASS, ())


def test_the_plan_may_speak_of_what_comes_with_and_without_a_heading() -> None:
    headed = "全年检测12座。\n二、主要安排\n落实《桥梁检测条例》，加强培训。"
    opened = "全年检测12座。\n下一步,我镇将加强培训。完善制度，落实《桥梁检测条例》，开展检测。"
    assert [check(citing(each), RULE).state for each in (headed, opened)] == [State.PASS, State.PASS]


def test_a_report_on_one_line_with_half_width_marks_and_noise() -> None:
    result = check(citing("全年检测12座,落实《桥梁★检测 条例》,办理案件3件。", lines=False), RULE)
    assert quotes(result.evidence) == [("match", "落实《桥梁★检测 条例》")]


def test_all_places_are_shown_in_order_and_each_thing_is_said_once() -> None:
    result = check(citing("学习贯彻三届五次全会精神。落实《桥梁检测条例》。继续学习三届五次全会精神。"), RULE)
    assert quotes(result.evidence) == [("match", "三届五次"), ("match", "落实《桥梁检测条例》"), ("match", "三届五次")]
    assert result.message.zh.count("三届五次会") == 1


def test_without_a_report_year_it_cannot_be_told() -> None:
    assert check(citing("落实《桥梁检测条例》。", None), RULE).state is State.CANNOT_TELL
