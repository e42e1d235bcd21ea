"""Parts are known under headings that nobody listed, and without any, by what stands there; and only then."""

from __future__ import annotations

import pytest

from checker.api import load_pack
from checker.reading import read_bytes
from checker.structure.analyse import analyse
from checker.structure.place import How
from checker.structure.sections import find_section

OPENING = "雁滩镇2025年法治政府建设情况报告\n现将2025年法治政府建设情况报告如下：\n"
ACCOUNT = (
    "一、夯实基础抓队伍\n全年举办法治培训6期，培训执法人员84人次。制定文件3件，均已备案。\n"
    "二、严格执法守底线\n全年办理案件12件，调解纠纷96件，审查合同31份。\n"
)
LACKS = (
    "（一）基层执法力量薄弱。持证人员大多是兼职，遇到复杂案件不会办。\n"
    "（二）普法形式单一。原因是没有专门的普法经费，内容多年不变。\n"
)
PLAN = "一是配齐法制审核人员，6月底前完成。二是完善案卷评查制度，每季度评查一次。三是开展以案释法巡讲。\n"


def how(section: str, text: str) -> How | None:
    analysis = analyse(read_bytes((OPENING + text).encode(), "report.txt"), load_pack().template)
    return find_section(analysis, analysis.template.section(section)).how


@pytest.mark.parametrize(
    "heading",
    [
        "正视问题，靶向改进",
        "检视问题及症结",
        "坚持刀刃向内，找准短板弱项",
        "我们还有哪些欠账",
        "差在哪里",
        "制约发展的瓶颈",
        "工作中的痛点与堵点",
        "清醒认识当前面临的困难",
        "反思",
        "基层反映强烈的几个难点",
        "群众还不满意的地方",
        "坚持问题导向，在补短板上明方向",
        "回头看一看",
    ],
)
def test_shortcomings_are_known_under_any_heading(heading: str) -> None:
    assert how("shortcomings", ACCOUNT + f"三、{heading}\n" + LACKS + "四、2026年工作安排\n" + PLAN) is How.CHAPTER


@pytest.mark.parametrize(
    "heading",
    [
        "2026年怎么干",
        "2026年，我们这样做",
        "展望2026年",
        "来年怎么办",
        "前行的方向",
        "以实干开新局",
        "接续奋斗",
        "改进的路子",
        "对症下药",
        "把账还上",
        "往后的路",
    ],
)
def test_a_plan_is_known_under_any_heading(heading: str) -> None:
    assert how("plan", ACCOUNT + "三、存在的不足\n" + LACKS + f"四、{heading}\n" + PLAN) is How.CHAPTER
    assert how("plan", ACCOUNT + "三、存在的不足\n" + LACKS + f"第四部分　{heading}\n" + PLAN) is How.CHAPTER


@pytest.mark.parametrize(
    ("section", "text"),
    [
        pytest.param(
            "shortcomings",
            ACCOUNT
            + "三、检查中发现的问题\n部分餐馆消防通道不畅，从业人员法律意识不强。个别工地防护不到位。已责令整改。\n"
            + "四、下一步安排\n"
            + PLAN,
            id="what an inspection found at others'",
        ),
        pytest.param(
            "shortcomings",
            ACCOUNT + "三、督察反馈问题整改情况\n去年反馈的法律顾问配备不足问题已整改到位。4个问题全部销号。\n",
            id="what was remedied",
        ),
        pytest.param(
            "shortcomings",
            ACCOUNT + "三、坚持问题导向\n全年解决群众反映的问题120个，化解信访积案6件，调解纠纷31件。\n",
            id="an account under a word of the matter",
        ),
        pytest.param(
            "plan",
            ACCOUNT + "三、健全机制明方向\n建立联席会议制度，印发工作规程，推行清单管理。\n四、存在的不足\n" + LACKS,
            id="an account before the shortcomings",
        ),
        pytest.param(
            "plan",
            ACCOUNT + "三、存在的不足\n" + LACKS + "四、改进成效\n已完成整改，累计培训84人次，修订制度6项。\n",
            id="an account after the shortcomings",
        ),
    ],
)
def test_a_heading_that_only_sounds_like_it_claims_nothing(section: str, text: str) -> None:
    assert how(section, text) is None
