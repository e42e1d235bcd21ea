"""The list of attachments is well written and agrees with what is attached."""

from __future__ import annotations

import pytest

from checker.checks import attachments
from checker.model import State

from .build import analysis_of, rule_of

BODY = "青禾县2025年法治政府建设情况报告\n全年办结行政复议案件55件。\n"
SIGNED = "青禾县人民政府\n2026年1月5日\n"


def faults(content: str) -> list[str]:
    result = attachments.check(analysis_of(BODY + content), rule_of("attachments"))
    assert result.state in (State.PASS, State.FAIL)
    return [result.message.zh, *(item.quote for item in result.evidence)] if result.state is State.FAIL else []


@pytest.mark.parametrize(
    "content",
    [
        f"附件：重大行政决策事项目录\n{SIGNED}",
        f"附件：1.决策事项目录\n2.法律顾问名册\n{SIGNED}",
        f"附件：1.决策事项目录 2.法律顾问名册\n{SIGNED}",
        f"附件:１．决策事项目录\n　　２．法律顾问名册\n{SIGNED}",
        f"附件：1.决策事项目录\n2.法律顾问名册\n{SIGNED}附件1\n青禾县决策事项目录\n甲\n附件2\n法律顾问名册\n乙\n",
        "全年评查案卷8份。附件：1.决策事项目录 2.法律顾问名册 青禾县人民政府 2026年1月5日\n",
        f"附件：2025年“12·4”活动统计表（1至12月）\n{SIGNED}附件\n2025年“12·4”活动统计表\n",
    ],
)
def test_a_list_in_order_passes(content: str) -> None:
    assert faults(content) == []


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (
            f"附件：1、决策事项目录\n2、法律顾问名册\n{SIGNED}",
            ["附件说明的序号“1、”应写成“1.”", "决策事项目录"],
        ),
        (f"附件：1.决策事项目录\n3.法律顾问名册\n{SIGNED}", ["附件说明的序号不连续", "决策事项目录"]),
        (
            "全年评查案卷8份。附件：1、决策事项目录；2、法律顾问名册。青禾县人民政府 2026年1月5日\n",
            [
                "附件说明的序号“1、”应写成“1.”；附件名称“决策事项目录；”后不应有标点；"
                "附件名称“法律顾问名册。”后不应有标点",
                "决策事项目录；",
                "法律顾问名册。",
            ],
        ),
        (f"附件：决策事项目录。\n{SIGNED}", ["附件名称“决策事项目录。”后不应有标点", "决策事项目录。"]),
        (
            f"附件：决策事项目录\n{SIGNED}附件1\n决策事项目录\n甲\n附件2\n法律顾问名册\n",
            ["附件说明列出 1 个，后面附有 2 个", "附件2"],
        ),
        (
            f"附件：决策事项目录\n{SIGNED}附件\n法律顾问名册\n",
            ["附件说明写作“决策事项目录”，附件标题是“法律顾问名册”", "法律顾问名册"],
        ),
        (f"{SIGNED}附件\n法律顾问名册\n", ["正文后有 1 个附件，但没有附件说明", "附件"]),
        (f"清单详见附件2。\n{SIGNED}", ["文中写有“详见附件2”，但没有附件说明和附件", "详见附件2"]),
    ],
)
def test_each_fault_is_told_with_its_place(content: str, told: list[str]) -> None:
    assert faults(content) == told


@pytest.mark.parametrize(
    "content",
    [
        SIGNED,
        f"{SIGNED}附件：决策事项目录.docx\n",
        f"清单见附件。\n{SIGNED}附件下载：\n1.目录.pdf\n",
        "全年评查案卷8份。附件：1.决策事项目录.docx 2.法律顾问名册.pdf\n",
        "全年评查案卷8份，印发通知及附件：1.5米以下围栏的标准。\n",
    ],
)
def test_a_report_without_attachments_of_its_own_is_not_asked(content: str) -> None:
    result = attachments.check(analysis_of(BODY + content), rule_of("attachments"))
    assert (result.state, result.message.zh) == (State.NOT_APPLICABLE, "没有附件")
