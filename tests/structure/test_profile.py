"""What a document says it is, is taken from where it stands."""

from __future__ import annotations

import pytest

from checker.api import load_pack
from checker.model import Kind, Profile
from checker.reading import read_bytes
from checker.structure.analyse import analyse

BODY = (
    "\n一、主要举措和成效\n全年制发文件6件，培训860人次。\n二、存在的不足\n执法力量薄弱。\n三、下一步安排\n加强培训。\n"
)


def profile(text: str, **overrides: object) -> Profile:
    return analyse(read_bytes(text.encode(), "report.txt"), load_pack().template, **overrides).profile  # type: ignore[arg-type]


def facts(text: str) -> tuple[str, str | None, str | None, str | None]:
    found = profile(text)
    issuer, level, year = found.issuer, found.level, found.report_year
    return (
        found.kind.value,
        year.value if year else None,
        issuer.value if issuer else None,
        level.value if level else None,
    )


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("青禾县人民政府关于2025年法治政府建设情况的报告", ("2025", "青禾县人民政府", "county")),
        ("青禾县水利局2025年度法治政府建设工作报告", ("2025", "青禾县水利局", "department")),
        ("2025年雁滩镇法治政府建设情况报告", ("2025", "雁滩镇", "township")),
        ("青禾县自然资源和规划局2025年度法治政府建设情况报告", ("2025", "青禾县自然资源和规划局", "department")),
        (
            "屏北区人民政府柳浦街道办事处关于2025年度法治政府建设情况的报告",
            ("2025", "屏北区人民政府柳浦街道办事处", "street"),
        ),
        ("青禾县发展和改革委员会2025年法治政府建设年度报告", ("2025", "青禾县发展和改革委员会", "department")),
        ("《青禾县人民政府2025年度法治政府建设情况报告》", ("2025", "青禾县人民政府", "county")),
        ("青禾县人民政府\n关于2025年度法治政府建设情况的报告", ("2025", "青禾县人民政府", "county")),
        (
            "首页 > 政务公开 > 年度报告\n青禾县人民政府2025年度法治政府建设情况报告",
            ("2025", "青禾县人民政府", "county"),
        ),
        ("关于2025年法治工作情况暨2026年工作要点的报告\n青禾县教育局", ("2025", "青禾县教育局", "department")),
        ("云岭省人民政府2025年法治政府建设情况报告", ("2025", "云岭省人民政府", "province")),
        ("重庆市2025年法治政府建设情况报告", ("2025", "重庆市", "province")),
        ("海宁市人民政府2025年法治政府建设情况报告", ("2025", "海宁市人民政府", "county")),
        ("杭州市人民政府2025年法治政府建设情况报告", ("2025", "杭州市人民政府", "city")),
    ],
)
def test_the_title_names_year_issuer_and_level(head: str, expected: tuple[str, str, str]) -> None:
    assert facts(head + "\n2025年，依法行政取得成效。" + BODY) == ("annual_report", *expected)


def test_a_report_without_a_title_is_known_by_its_opening_and_signature() -> None:
    text = "县委、县政府：\n现将我镇2025年法治政府建设情况报告如下：" + BODY + "青禾县雁滩镇人民政府\n2026年1月20日\n"
    assert facts(text) == ("annual_report", "2025", "青禾县雁滩镇人民政府", "township")


@pytest.mark.parametrize(
    ("title", "opening", "issuer"),
    [
        ("市水务局", "现将砚川市水务局2025年度法治政府建设情况公布如下。", "砚川市水务局"),
        ("县司法局", "2025年，青禾县司法局认真履职。", "青禾县司法局"),
        ("县司法局", "2025年，全局认真履职。", "县司法局"),
        ("镇宁县司法局", "现将安远省镇宁县司法局2025年度法治政府建设情况公布如下。", "镇宁县司法局"),
    ],
)
def test_an_issuer_without_its_place_is_named_in_full_elsewhere(title: str, opening: str, issuer: str) -> None:
    assert facts(f"{title}2025年度法治政府建设年度报告\n{opening}" + BODY)[2] == issuer


def test_a_city_on_no_list_is_told_by_how_it_speaks_of_its_towns() -> None:
    title = "澜江市人民政府2025年法治政府建设情况报告\n2025年，全市依法行政。"
    assert facts(title + "各镇（街道）均已配备法律顾问。" + BODY)[3] == "county"
    assert facts(title + "各县（市、区）均已配备法律顾问。" + BODY)[3] == "city"


def test_a_work_summary_is_known_as_such() -> None:
    assert facts("柳浦街道2025年度法治政府建设工作总结\n2025年，依法行政。" + BODY)[0] == "work_summary"


@pytest.mark.parametrize(
    "head",
    [
        "关于报送2025年度法治政府建设情况报告的通知",
        "关于做好2025年度法治政府建设年度报告\n报送和公开工作的通知",
        "县政府常务会议听取2025年度法治政府建设情况汇报",
        "青禾县发布2025年法治政府建设年度报告",
        "雁滩镇党委书记2025年履行推进法治建设第一责任人职责情况报告",
        "青禾县2025年政府工作报告",
        "青禾县司法局2025年政府信息公开工作年度报告",
        "青禾县法治政府建设实施方案",
        "关于法治政府建设督察反馈意见整改落实情况的报告",
    ],
)
def test_what_only_speaks_of_reports_is_no_report(head: str) -> None:
    assert profile(head + "\n各单位要认真总结一年来的工作，按时报送有关材料，确保内容真实准确。\n").kind is Kind.OTHER


@pytest.mark.parametrize("mark", ["一、", "（一）", "第一部分 ", "1."])
def test_a_heading_right_below_the_title_is_no_part_of_it(mark: str) -> None:
    title = "雁滩镇人民政府关于2025年法治政府建设情况的报告"
    found = profile(f"{title}\n{mark}党政主要负责人履行推进法治建设第一责任人职责情况\n主持会议4次。\n")
    assert (found.kind, found.title and found.title.value) == (Kind.ANNUAL_REPORT, title)


def test_level_and_year_may_be_overruled() -> None:
    found = profile("雁滩镇2025年法治政府建设情况报告\n2025年，依法行政。" + BODY, level="county", year=2024)
    assert (found.level and found.level.value, found.report_year and found.report_year.source) == ("county", "option")


def test_facts_are_told_as_the_document_writes_them() -> None:
    found = profile("雁滩镇２０２５年法治政府建设情况报告（公开稿）\n２０２５年，依法行政。" + BODY)
    assert found.title and found.title.value == "雁滩镇２０２５年法治政府建设情况报告（公开稿）"
    assert found.report_year and found.report_year.value == "2025"


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("发布日期：2026-02-10 来源：县司法局\n", [("published", "2026-02-10")]),
        ("澜江网 www.lanjiang.example 2026-03-20 来源：市司法局\n", [("published", "2026-03-20")]),
    ],
)
def test_dates_of_publication_stand_above_the_text(text: str, dates: list[tuple[str, str]]) -> None:
    found = profile("雁滩镇2025年法治政府建设情况报告\n" + text + "2025年，依法行政。" + BODY)
    assert [(date.role, date.iso) for date in found.dates] == dates


@pytest.mark.parametrize(
    ("signature", "iso"),
    [
        ("雁滩镇人民政府\n2026年1月20日\n", "2026-01-20"),
        ("雁滩镇人民政府\n二〇二六年一月二十日\n（此件公开发布）\n", "2026-01-20"),
        ("雁滩镇人民政府2026年1月20日", "2026-01-20"),
        ("雁滩镇人民政府\n2026120\n", None),
        ("雁滩镇人民政府\n2026年2月30日\n", None),
    ],
)
def test_the_date_of_signature_stands_at_the_end(signature: str, iso: str | None) -> None:
    found = profile("雁滩镇2025年法治政府建设情况报告\n2025年，依法行政。" + BODY + signature)
    assert [(date.role, date.iso) for date in found.dates] == [("signed", iso)]


@pytest.mark.parametrize(
    "first_heading",
    [
        "一、党政主要负责人履行推进法治建设第一责任人职责情况",
        "第一部分 述法情况",
        "（一）履行第一责任人职责情况",
        "1.落实督察整改情况",
        "壹、法治督察整改情况",
    ],
)
def test_a_first_heading_below_the_title_is_no_part_of_it(first_heading: str) -> None:
    text = f"青禾县财政局2025年法治政府建设年度报告\n{first_heading}\n局长主持召开会议4次，听取汇报2次。\n"
    assert profile(text).kind is Kind.ANNUAL_REPORT
