"""Norms that were no basis any more in the report year are pointed at, unless the past is spoken of."""

from __future__ import annotations

import pytest

from checker.checks.superseded import check
from checker.model import State
from checker.texts import Text

from .build import quotes, rule_of
from .norms import citing

REPEALED = rule_of("superseded", by="repealed", unless="past")
PERIOD = rule_of("superseded", by="period", norms=["plan-old"], unless="past")


@pytest.mark.parametrize(
    ("year", "state"), [(2021, State.PASS), (2022, State.PASS), (2023, State.FAIL), (2025, State.FAIL)]
)
def test_a_norm_may_be_cited_in_every_year_in_which_it_was_in_force(year: int, state: State) -> None:
    assert check(citing("严格落实《渡口管理办法》，检查渡口12处。", year), REPEALED).state is state


def test_the_norm_that_replaced_it_is_named() -> None:
    result = check(citing("严格落实《渡口管理办法》《水井条例》。"), REPEALED)
    assert quotes(result.evidence) == [("match", "渡口管理办法"), ("match", "水井条例")]
    assert result.message == Text(
        "《渡口管理办法》自 2022-05-01 起已由《渡口安全法》取代；《水井条例》自 2022-05-01 起已不再是现行依据",
        "《渡口管理办法》 was replaced by 《渡口安全法》 from 2022-05-01; "
        "《水井条例》 has been no basis since 2022-05-01",
    )


@pytest.mark.parametrize(
    "content",
    [
        "对照原《渡口管理办法》办理的事项，逐件复核。",
        "《渡口管理办法》已被《渡口安全法》取代。",
        "落实《澜江市渡口管理办法》。",
        "落实《渡口安全法》。",
        "办理案件12件。",
    ],
)
def test_the_past_and_local_norms_are_left_alone(content: str) -> None:
    assert check(citing(content), REPEALED).state is State.PASS


def test_words_of_the_past_excuse_only_their_own_clause() -> None:
    assert check(citing("对旧制度作了总结，严格落实《渡口管理办法》。"), REPEALED).state is State.FAIL


@pytest.mark.parametrize(
    "written",
    [
        "《乡道建设纲要（2015—2020年）》",
        "《乡道建设纲要(20152020年)》",
        "《乡道建设纲要（2015年—2020年）》",
        "乡道建设纲要（2015-2020年）",
    ],
)
def test_a_plan_whose_years_are_over_is_pointed_at_however_its_years_are_written(written: str) -> None:
    result = check(citing(f"对照{written}，细化任务42项。", 2024), PERIOD)
    assert result.state is State.FAIL
    assert result.message.zh == "《乡道建设纲要（2015—2020年）》到 2020 年已经期满，现为《乡道建设纲要（2021—2025年）》"
    assert len(result.evidence) == 1


@pytest.mark.parametrize(
    ("content", "year"),
    [
        ("对照《乡道建设纲要（2015—2020年）》，细化任务42项。", 2020),
        ("对照《乡道建设纲要（2021—2025年）》，细化任务42项。", 2024),
        ("对照《乡道建设纲要》，细化任务42项。", 2024),
        ("完成《乡道建设纲要（2015—2020年）》实施总结。", 2021),
    ],
)
def test_a_plan_of_these_years_or_summed_up_passes(content: str, year: int) -> None:
    assert check(citing(content, year), PERIOD).state is State.PASS


def test_a_plan_that_nothing_followed_has_only_ended() -> None:
    rule = rule_of("superseded", by="period", norms=["plan"])
    result = check(citing("对照《乡道建设纲要（2021—2025年）》，细化任务42项。", 2026), rule)
    assert (result.state, result.message.zh) == (State.FAIL, "《乡道建设纲要（2021—2025年）》到 2025 年已经期满")


def test_without_a_report_year_it_cannot_be_told() -> None:
    result = check(citing("严格落实《渡口管理办法》。", None), REPEALED)
    assert (result.state, quotes(result.evidence)) == (State.CANNOT_TELL, [("match", "渡口管理办法")])
    assert check(citing("严格落实《渡口安全法》。", None), REPEALED).state is State.PASS


def test_it_is_found_in_a_report_on_one_line_with_half_width_marks() -> None:
    result = check(citing("严格落实《渡口管理办法》,检查渡口12处。", lines=False), REPEALED)
    assert quotes(result.evidence) == [("match", "渡口管理办法")]
