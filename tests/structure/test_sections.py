"""Parts of a report are found where they stand, and a mention in the wrong place counts for nothing."""

from __future__ import annotations

import pytest

from checker.api import load_pack
from checker.reading import read_bytes
from checker.structure.analyse import analyse
from checker.structure.place import How
from checker.structure.sections import Found, find_section

TITLE = "雁滩镇2025年法治政府建设情况报告\n现将2025年法治政府建设情况报告如下：\n"


def find(section: str, text: str) -> Found:
    analysis = analyse(read_bytes((TITLE + text).encode(), "report.txt"), load_pack().template)
    return find_section(analysis, analysis.template.section(section))


ACCOUNT = "一、主要举措和成效\n全年调解纠纷96件，办理案件12件。\n"


@pytest.mark.parametrize(
    ("section", "text", "how"),
    [
        ("results", ACCOUNT, How.CHAPTER),
        ("results", "一、规范行政执法\n全年办理案件12件。\n二、化解矛盾\n调解纠纷96件。\n", How.THEMES),
        ("shortcomings", ACCOUNT + "二、存在的不足\n执法力量薄弱。\n", How.CHAPTER),
        ("shortcomings", ACCOUNT + "二、短板弱项\n普法形式单一。\n", How.CHAPTER),
        ("shortcomings", ACCOUNT + "（二）存在的问题\n普法形式单一。\n", How.PART),
        ("shortcomings", ACCOUNT + "但仍存在一些不足：一是力量薄弱；二是形式单一。\n", How.PASSAGE),
        ("duties", "一、党政主要负责人履行第一责任人职责情况\n书记主持召开会议4次。\n", How.CHAPTER),
        ("duties", ACCOUNT + "镇党委书记主持召开党委会研究法治工作3次。\n", How.SENTENCE),
        ("duties", ACCOUNT + "镇长认真履职。先后听取司法所汇报2次。\n", How.SENTENCE),
        ("plan", ACCOUNT + "二、2026年工作安排\n加强执法培训。\n", How.CHAPTER),
        ("plan", ACCOUNT + "二、存在问题和下一步打算\n力量薄弱。加强执法培训。\n", How.CHAPTER),
        ("plan", ACCOUNT + "下一步，我镇将加强执法培训。完善审核机制。\n", How.PASSAGE),
        ("causes", ACCOUNT + "二、存在的不足\n力量薄弱，主要原因是编制少。\n", How.PART),
        ("causes", ACCOUNT + "二、存在的不足\n力量薄弱。\n三、原因分析\n人员流动快。\n", How.PART),
    ],
)
def test_a_part_counts_for_what_it_is(section: str, text: str, how: How) -> None:
    assert find(section, text).how is how


@pytest.mark.parametrize(
    ("section", "text"),
    [
        pytest.param(
            "results", "一、主要举措和成效\n下一步将继续加强执法，要进一步完善制度。\n", id="a plan for an account"
        ),
        pytest.param("shortcomings", ACCOUNT + "督促企业针对存在的不足整改问题31个。\n", id="others' and remedied"),
        pytest.param("shortcomings", ACCOUNT + "二、下一步安排\n针对力量不足的问题，加强培训。\n", id="in the plan"),
        pytest.param("shortcomings", ACCOUNT + "但仍存在一些不足。\n", id="nothing named"),
        pytest.param(
            "duties", ACCOUNT + "认真落实《党政主要负责人履行推进法治建设第一责任人职责规定》。\n", id="a cited title"
        ),
        pytest.param("duties", ACCOUNT + "主要负责人做到亲自部署、亲自过问、亲自协调、亲自督办。\n", id="a slogan"),
        pytest.param(
            "duties", ACCOUNT + "二、下一步安排\n党政主要负责人主持召开会议研究法治工作。\n", id="an intention"
        ),
        pytest.param(
            "duties",
            "一、党政主要负责人履行第一责任人职责情况\n分管领导每月听取汇报，讲授法治课2场。\n副镇长主持召开会议4次。\n",
            id="what deputies did, under the heading of the head",
        ),
        pytest.param(
            "duties", "一、组织领导\n主要负责人将带头学法，计划主持召开会议4次。\n", id="an intention in the account"
        ),
        pytest.param(
            "plan",
            ACCOUNT + "对2018年底以前的文件进行清理，继续有效97件。健全依法决策机制，修订议事规则。\n",
            id="what goes on being in force",
        ),
        pytest.param("duties", ACCOUNT + "约谈企业主要负责人12人次，组织学习培训。\n", id="heads of businesses"),
        pytest.param(
            "plan",
            "一、规范执法\n下一步，将为新录用人员申办执法证。\n二、化解矛盾\n调解纠纷96件。\n",
            id="one local step",
        ),
        pytest.param(
            "causes",
            ACCOUNT + "由于连日降雨，及时启动预案。\n二、存在的不足\n力量薄弱。\n",
            id="a cause of something else",
        ),
    ],
)
def test_a_mention_in_the_wrong_place_counts_for_nothing(section: str, text: str) -> None:
    assert find(section, text).places == ()


def test_a_heading_with_nothing_below_is_told() -> None:
    found = find("shortcomings", ACCOUNT + "二、存在的不足\n三、下一步安排\n加强培训。\n")
    assert (found.places, len(found.hollow)) == ((), 1)
