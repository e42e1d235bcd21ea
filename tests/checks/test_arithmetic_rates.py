"""Rates, growth, and indicators that are told twice."""

from __future__ import annotations

import pytest

from checker.model import State
from tests.checks.build import quotes
from tests.checks.numbers import result_of, say


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("受理265件，办结252件，办结率97.1%。", "252÷265=95.1%，文中写 97.1%，相差 2.0 个百分点"),
        ("受理265件，办结252件，办结率百分之九十七。", "252÷265=95.1%，文中写 百分之九十七，相差 1.9 个百分点"),
        ("受理31件，已化解30件，化解率100%。", "30÷31=96.8%，文中写 100%，相差 3.2 个百分点"),
        ("开庭审理17件，负责人出庭16件，出庭应诉率达100%。", "16÷17=94.1%，文中写 100%，相差 5.9 个百分点"),
        ("办结1872件，全部1934件，实办率97.79%。", "1872÷1934=96.79%，文中写 97.79%，相差 1.00 个百分点"),
        (
            "调解261件，其中镇级73件、村级158件，调解成功228件，成功率98.7%。",
            "228÷261=87.4%，文中写 98.7%，相差 11.3 个百分点",
        ),
        ("诉求2000件，其中咨询1500件，占85%。", "1500÷2000=75.0%，文中写 85%，相差 10.0 个百分点"),
    ],
)
def test_a_rate_comes_from_its_two_numbers(text: str, message: str) -> None:
    assert say("rate", text) == (State.FAIL, message)


@pytest.mark.parametrize(
    "text",
    [
        "受理265件，办结252件，办结率95.1%。",
        "受理265件，办结252件，办结率95%。",
        "受理265件，办结252件，办结率95.0%。",
        "受理1,265件；办结1,252件，办结率98.9%。",
        "立案41件，开庭33件，负责人出庭33件，出庭应诉率100%。",
        "新收58件，加上结转6件，办结60件，办结率93.8%。",
        "办理建议73件、提案88件，办结160件，办结率99.4%。",
        "诉求2000件，其中咨询1500件，占75%，投诉300件，占总数的15%。",
        "共办结5120件，其中“当天办”办结5078件，实办率99.18%；“上门办”办结4903件，实办率95.76%。",
    ],
)
def test_a_rate_that_comes_out_is_right(text: str) -> None:
    assert result_of("rate", text).state is State.PASS


@pytest.mark.parametrize(
    "text",
    [
        "受理265件，办结率97.1%。",
        "受理265件，办结252件，群众满意率99%。",
        "受理265件，办结252件，办结率95%以上。",
        "行政裁决案件2386件，调解组织化解纠纷61.8万件，调解成功率97.9%。",
        "行政复议3件均获维持，负责人出庭应诉1件，出庭率100%。",
        "受理约265件，办结252件，办结率97.1%。",
        "受理58件，办结55件，3件正在办理，办结率100%。",
        "受理50件，办结55件（含结转8件），办结率100%。",
        "办理建议24件，办结率、满意率均为100%。",
        "受理265件。考试合格率97.1%，办结率85%。",
        "审结案件265件。其中新类型52件，占31%。",
    ],
)
def test_a_rate_with_another_base_is_left_alone(text: str) -> None:
    assert say("rate", text) == (State.NOT_APPLICABLE, "文中没有可以核对的比率与其两个数")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("检查1846次，比上年减少1214次，下降49.7%。", "1214÷(1846+1214)=39.7%，文中写 49.7%，相差 10.0 个百分点"),
        (
            "落地资金6.24亿元，比去年同期增长4.68亿元，增长率200%。",
            "4.68亿÷(6.24亿-4.68亿)=300.0%，文中写 200%，相差 100.0 个百分点",
        ),
        ("新收265件，同比上升20%，同比增加53件。", "53÷(265-53)=25.0%，文中写 20%，相差 5.0 个百分点"),
        ("检查13425次，比上年的20938次下降25.9%。", "(20938-13425)÷20938=35.9%，文中写 25.9%，相差 10.0 个百分点"),
        ("企业从40家增加到50家，增长20%。", "(50-40)÷40=25.0%，文中写 20%，相差 5.0 个百分点"),
        ("企业从40家增加到50家，增加20家。", "50-40=10，文中写 20家，相差 10"),
        ("合格率由92%上升至95.5%，提高4.5个百分点。", "95.5-92=3.5，文中写 4.5个百分点，相差 1.0"),
        ("检查13425次，比上年的20938次增长35.9%。", "升降写反：13425<20938"),
        ("证明材料由46份减少到64份。", "升降写反：64>46"),
        ("企业从5.3万家增加到2025年的3.8万家。", "升降写反：3.8万<5.3万"),
        ("新收12件，比上年增加53件，增长25%。", "增加的数大于现有的数：12-53=-41"),
    ],
)
def test_a_change_comes_from_its_numbers(text: str, message: str) -> None:
    assert say("growth", text) == (State.FAIL, message)


@pytest.mark.parametrize(
    "text",
    [
        "检查1846次，比上年减少1214次，下降39.7%。",
        "落地资金6.24亿元，比去年同期增长4.68亿元，增长率300%。",
        "案件318件，同比下降2.75%，同比减少9件。",
        "案件0件，同比下降100%，同比减少1件。",
        "立案187.4万起，同比减少1.9万起、下降1%。",
        "新收3140件，比2024年增加520件，增幅为19.85%。",
        "检查13425次，比上年的20938次下降35.9%。",
        "企业从40家增加到50家，增长25%。",
        "合格率由92%上升至95.5%，提高3.5个百分点。",
        "事项由14项扩大到29项，材料由46份减少到16份。",
        "企业从40家增加到50家，年均增长8%。",
    ],
)
def test_a_change_that_comes_out_is_right(text: str) -> None:
    assert result_of("growth", text).state is State.PASS


@pytest.mark.parametrize(
    "text",
    [
        "案件318件，同比下降2.8%。",
        "受理940件，受案增加85件，上升9.9%，办结增加21件，上升4.2%。",
        "排名由12个上升到3个。",
        "办理环节由20个提升到5个。",
        "合格率98.2%，同比提高2个百分点。",
        "企业从40余家增加到30家。",
        "检查120次，处罚12件，下降20%。",
        "一季度12件，二季度15件，增长20%。",
    ],
)
def test_a_change_without_its_numbers_is_left_alone(text: str) -> None:
    assert say("growth", text) == (State.NOT_APPLICABLE, "文中没有可以核对的增减与增减率")


SAME = "全年共调解矛盾纠纷412件，成功405件。\n（二）加强治理。{}"


def test_one_indicator_has_one_value() -> None:
    result = result_of("same", SAME.format("全年调解矛盾纠纷421件。"))
    assert (result.state, result.message.zh) == (State.FAIL, "同一指标前后不一：412≠421，相差 9")
    assert quotes(result.evidence) == [("match", "全年共调解矛盾纠纷412件"), ("match", "全年调解矛盾纠纷421件")]


def test_the_same_value_told_twice_is_right() -> None:
    assert say("same", SAME.format("2025年，累计调解矛盾纠纷412起。")) == (State.PASS, "核对 1 处，均相符")


@pytest.mark.parametrize(
    "again",
    [
        "司法所调解矛盾纠纷96件。",  # an office counts its own
        "全年排查矛盾纠纷430件。",  # another act
        "2024年调解矛盾纠纷380件。",  # another year
        "1至6月，全年调解矛盾纠纷201件。",  # another period
        "全年调解矛盾纠纷400余件。",
        "全年调解劳动纠纷12件。",
        "坚持源头预防，全年调解矛盾纠纷96件。",  # whose number this is stands before it
    ],
)
def test_what_is_not_said_of_the_same_thing_may_differ(again: str) -> None:
    assert say("same", SAME.format(again)) == (State.NOT_APPLICABLE, "文中没有可以核对的同一指标的前后数字")
