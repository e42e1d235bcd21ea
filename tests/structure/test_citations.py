"""What a text cites: titles without their qualifiers, the norms they name, clauses and days."""

from __future__ import annotations

import pytest

from checker.model import Span
from checker.rule import Norm
from checker.structure.citations import (
    Title,
    bare,
    citations,
    citations_of,
    clause,
    first_day,
    latest_year,
    norm_index,
    reduce_title,
)
from tests.checks.norms import NORMS, citing

YEARS = ("2021", "2025")


@pytest.mark.parametrize(
    ("written", "title"),
    [
        ("道路养护法", Title("道路养护法", None, draft=False)),
        ("道路养护法(2023年修订)", Title("道路养护法", None, draft=False)),
        ("桥梁检测办法(试行)(2024年版)", Title("桥梁检测办法", None, draft=False)),
        ("道路养护法(草案)", Title("道路养护法", None, draft=True)),
        ("道路养护法(征求意见稿)", Title("道路养护法", None, draft=True)),
        ("乡道建设纲要(2021-2025年)", Title("乡道建设纲要", YEARS, draft=False)),
        ("乡道建设纲要(2021-2025)", Title("乡道建设纲要", YEARS, draft=False)),
        ("乡道建设纲要(2021年-2025年)", Title("乡道建设纲要", YEARS, draft=False)),
        ("乡道建设纲要(2021至2025年)", Title("乡道建设纲要", YEARS, draft=False)),
        ("乡道建设纲要(20212025年)", Title("乡道建设纲要", YEARS, draft=False)),
        ("乡道建设纲要2021-2025年)", Title("乡道建设纲要", YEARS, draft=False)),
        ("(试行)", Title("", None, draft=False)),
    ],
)
def test_a_title_is_stripped_of_its_qualifiers_and_years(written: str, title: Title) -> None:
    assert reduce_title(written) == title


def test_titles_inside_titles_are_cited_too() -> None:
    text = "印发《关于落实<桥梁检测条例>的通知》和《道路养护法》。《未完"
    assert [(cited.title.core, text[cited.span.start : cited.span.end]) for cited in citations(text)] == [
        ("关于落实<桥梁检测条例>的通知", "关于落实<桥梁检测条例>的通知"),
        ("桥梁检测条例", "桥梁检测条例"),
        ("道路养护法", "道路养护法"),
    ]


def test_titles_are_found_in_full_width_half_width_and_noisy_text() -> None:
    analysis = citing("落实《道路 养护★法（修订）》,执行《乡道建设纲要（2021—2025年）》。")
    assert [cited.title for cited in citations_of(analysis)] == [
        Title("道路养护法", None, draft=False),
        Title("乡道建设纲要", YEARS, draft=False),
    ]


def test_a_clause_ends_at_the_nearest_comma_or_sentence_end() -> None:
    text = "开展培训,落实《甲》规定。完成评估"
    place = Span(text.index("甲"), text.index("甲") + 1)
    found = clause(text, place)
    assert text[found.start : found.end] == "落实《甲》规定"
    assert clause("甲", Span(0, 1)) == Span(0, 1)


def test_a_clause_without_commas_is_not_looked_for_without_end() -> None:
    text = "字" * 500 + "甲" + "字" * 5
    assert clause(text, Span(500, 501)) == Span(300, 506)


def test_years_in_titles_and_periods_are_no_years_of_the_sentence() -> None:
    analysis = citing("2024年起对照《乡道建设纲要（2021年—2025年）》和2021-2027年计划。2026年完成。")
    start = analysis.text.index("2024")
    assert latest_year(analysis, Span(start, analysis.text.index("2026"))) == 2024
    assert latest_year(analysis, Span(start, len(analysis.text))) == 2026
    assert latest_year(analysis, Span(start, start + 2)) == 0


@pytest.mark.parametrize(
    ("written", "day"), [("2024", "2024-01-01"), ("2024-04", "2024-04-01"), ("2024-04-07", "2024-04-07")]
)
def test_a_day_that_is_not_known_is_the_first_it_may_be(written: str, day: str) -> None:
    assert first_day(written) == day


def named(written: str) -> Norm | None:
    return norm_index(NORMS).norm(reduce_title(written))


def test_a_title_names_a_norm_only_where_no_other_is_meant() -> None:
    found = {each: norm.id if (norm := named(each)) else None for each in (
        "道路养护法", "中华人民共和国道路养护法", "乡道建设纲要(2015-2020年)", "乡道建设纲要(20212025年)",
        "乡道建设纲要", "乡道建设纲要(2026-2030年)", "澜江市桥梁检测条例",
    )}  # fmt: skip
    assert found == {
        "道路养护法": "roads",
        "中华人民共和国道路养护法": "roads",
        "乡道建设纲要(2015-2020年)": "plan-old",
        "乡道建设纲要(20212025年)": "plan",
        "乡道建设纲要": None,
        "乡道建设纲要(2026-2030年)": None,
        "澜江市桥梁检测条例": None,
    }


@pytest.mark.parametrize(
    ("content", "found"),
    [
        ("落实《桥梁检测条例》。", ["桥梁检测条例"]),
        ("落实桥梁检测条例。", ["桥梁检测条例"]),
        ("落实乡道建设纲要（2021-2025年）。", ["乡道建设纲要(2021-2025年)"]),
        ("落实《澜江市桥梁检测条例》。", []),
        ("落实澜江市桥梁检测条例。", []),
        ("落实桥梁检测条例实施办法。", []),
        ("落实《关于实施桥梁检测条例的意见》。", []),
        ("落实中华人民共和国道路养护法。", ["中华人民共和国道路养护法"]),
        ("落实集市条例。", []),
    ],
)
def test_norms_are_mentioned_with_and_without_title_marks(content: str, found: list[str]) -> None:
    analysis = citing(content)
    mentions = norm_index(NORMS).mentions(analysis, NORMS)
    assert [analysis.text[each.span.start : each.span.end] for each in mentions] == found


def test_no_wanted_norm_no_mention() -> None:
    assert list(norm_index(NORMS).mentions(citing("落实《桥梁检测条例》。"), ())) == []


def test_a_name_is_looked_for_at_every_place() -> None:
    assert list(bare("甲乙条例、丙省甲乙条例、甲乙条例(2021-2025年)", "甲乙条例")) == [
        (Span(0, 4), None),
        (Span(12, 28), YEARS),
    ]
