"""The shipped rules on form and publication raise nothing over a report that is in order, however it was copied."""

from __future__ import annotations

import pytest

from checker.api import load_pack
from checker.engine import analyse, run_rule
from checker.model import State
from checker.reading import read_bytes

GROUPS = ("form", "publication")
REPORT = """榆埠县稻溪镇2025年度法治政府建设情况报告
2025年，稻溪镇坚持以习近平新时代中国特色社会主义思想为指导，为全镇经济社会高质量发展提供法治保障。现将有关情况报告如下：
一、主要举措和成效
（一）加强组织领导。督促街道认真落实责任，组织镇党委认真学习，召开镇党委会议研究法治建设6次。近年来，约谈31人，\
逾期30件，近20余年经验得到推广；建成25年的老厂房完成改造。
（二）规范行政执法。依法保护商业秘密和国家秘密，开展保密审查；公示“双随机、一公开”结果，评定特等、一等、等级合格。\
清理G15线、S2线，执行1+X机制和“3+X”模式，占地3×4米。办理（2025）云01行初31号案件，罚没款13800000000元，\
拨打12345、12348热线1,260次，比例为15%～30%，每日9:30开门，“12·4”活动1场。
1.规范流程。制定流程图3张，统一编号110101200001010013。
2.强化监督。预案报请县政府批准；请示事项已批复。下发整改通知，要求“妥否，请批示”一类结语不再使用。
（三）化解纠纷。与芦汀镇联合开展排查，赴竹屏镇考察学习，毗邻的柳浦街道积极配合。张某诉芦汀镇政府一案胜诉。
3.健全网络。统一受理。
内部文件清理情况
全年清理内部资料12份，清理规范性文件31件，废止3件，继续有效28件，印发《关于印发〈稻溪镇执法规范〉的通知》（稻政发〔2025〕3号）。
二、存在的不足和原因
一是力量不足，主要原因是编制少；二是形式单一，由于投入不足。
三、2026年工作安排
一要加强培训。二要完善机制。三要强化宣传。
榆埠县稻溪镇人民政府
2026年1月5日
（此件公开发布）
"""
HALF_WIDTH = str.maketrans("，。：；（）", ",.:;()")


def findings(content: str, path: str) -> set[str]:
    """Return the rules of the two groups that find something."""
    pack = load_pack()
    analysis = analyse(read_bytes(content.encode(), path), pack.template)
    outcomes = (run_rule(rule, analysis, pack) for rule in pack.rules if rule.group in GROUPS)
    return {
        f"{each.rule} {each.message.zh}" for each in outcomes if each.state not in (State.PASS, State.NOT_APPLICABLE)
    }


@pytest.mark.parametrize("path", ["draft.txt", "draft.md"])
def test_a_report_in_order_raises_nothing(path: str) -> None:
    assert findings(REPORT, path) == set()


@pytest.mark.parametrize(
    "copied",
    [
        REPORT.replace("\n", ""),
        REPORT.replace("\n", "　　"),
        REPORT.replace("法治", "法■治").replace("培训", "培◆★训"),
        REPORT.replace("（", "(").replace("）", ")"),
    ],
    ids=["one line", "one line with gaps", "noise", "half-width brackets"],
)
def test_a_copy_of_it_raises_nothing(copied: str) -> None:
    assert findings(copied, "draft.txt") == set()


def test_half_width_punctuation_is_all_that_a_half_width_copy_is_told() -> None:
    assert {each.split()[0] for each in findings(REPORT.translate(HALF_WIDTH), "draft.txt")} == {"FZ-PUNC-WIDTH"}
