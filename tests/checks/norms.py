"""A register of invented norms for the tests of checks that look at what a report cites."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from checker.rule import Meeting, Norm, Norms, Revision
from checker.structure.analyse import analyse
from checker.structure.analysis import Analysis

from .build import Phrases, document_of, template_with, text

NORMS = Norms(
    (
        Norm("roads", "中华人民共和国道路养护法", "law", verified=True, short=("道路养护法",), in_force="2010-01-01"),
        Norm("lamps", "路灯管理与养护责任规定", "party_reg", verified=True, wrong=("路灯管理和养护责任办法",)),
        Norm("bridges", "桥梁检测条例", "admin_reg", verified=True, adopted="2025-12-17", in_force="2026-02-01"),
        Norm(
            "local",
            "集市条例",
            "admin_reg",
            verified=True,
            adopted="2025-12-17",
            in_force="2026-02-01",
            namesakes=True,
        ),
        Norm("ferries", "渡口管理办法", "policy", verified=True, repealed="2022-05-01", successor="ferry-law"),
        Norm("ferry-law", "渡口安全法", "law", verified=True, in_force="2022-05-01"),
        Norm("wells", "水井条例", "admin_reg", verified=True, repealed="2022-05-01"),
        Norm("plan-old", "乡道建设纲要（2015—2020年）", "policy", verified=True, period=(2015, 2020), successor="plan"),
        Norm("plan", "乡道建设纲要（2021—2025年）", "policy", verified=True, published="2021-08", period=(2021, 2025)),
        Norm(
            "tolls",
            "道路收费法",
            "law",
            verified=True,
            in_force="2001-01-01",
            revisions=(Revision("2015-03-01", "2015-05-01"), Revision("2023-09-01", "2024-01-01")),
        ),
    )
)
OTHER_NORMS = ("道路保养法",)
MEETINGS = (
    Meeting("third", text("三届三次会"), ("三届([一二三四]次[、和]?)*三次",), "2024-07-15", verified=True),
    Meeting("fourth", text("三届四次会"), ("三届([一二三四]次[、和]?)*四次",), "2025-02", verified=True),
    Meeting("fifth", text("三届五次会"), ("三届([一二三四]次[、和]?)*五次",), "2026-10-20", verified=True),
)
WORDS: Mapping[str, Phrases] = {
    "past": ["原《|废止|总结|取代|20(0|1)年"],
    "applied": ["落实|依据|施行(以来|后)"],
    "revised": ["新修订|修订后"],
    "preparing": ["学习|宣传|准备|起施行"],
    "drafting": ["草案|征求意见"],
    "awaiting": ["迎接"],
}


def citing(content: str, year: int | None = 2025, *, lines: bool = True) -> Analysis:
    """Return the analysis of a report on *year* whose first chapter says *content*."""
    report = f"雁滩镇{year or ''}年度法治政府建设工作报告\n一、工作情况\n{content}\n"
    template = replace(template_with(WORDS), norms=NORMS, meetings=MEETINGS, other_norms=OTHER_NORMS)
    return analyse(document_of(report if lines else report.replace("\n", " ")), template, year=year)
