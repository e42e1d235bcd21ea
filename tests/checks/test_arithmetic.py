"""Totals and their parts: what is added up, and what is left alone."""

from __future__ import annotations

import pytest

from checker.checks import arithmetic
from checker.model import State
from tests.checks.build import analysis_of, quotes, rule_of
from tests.checks.numbers import PARAMETERS, TITLE, WORDS, result_of, say

NOTHING = (State.NOT_APPLICABLE, "文中没有可以核对的分项与合计")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("立案19件，其中违法建设6件、占道经营5件、其他2件。", "6+5+2=13，文中写 19件，相差 6"),
        ("立案19件,其中违法建设6件,占道经营5件,其他2件.", "6+5+2=13，文中写 19件，相差 6"),
        ("立案1,219件。其中：违法建设806件；占道经营405件；其余9件。", "806+405+9=1220，文中写 1,219件，相差 1"),
        ("立案三十二件，分别为违法建设二十件、占道经营十一件。", "20+11=31，文中写 三十二件，相差 1"),
        ("两类案件共40件，其中民事28件、刑事15件。", "28+15=43，文中写 40件，相差 3"),
        ("清理文件127件，其中继续有效98件、修改12件、废止18件。", "98+12+18=128，文中写 127件，相差 1"),
        ("聘请法律顾问25家，其中内部3家，外部23家。", "3+23=26，文中写 25家，相差 1"),
        ("收到诉求466件，其中电话诉求414件、非电话诉求62件。", "414+62=476，文中写 466件，相差 10"),
        ("办理建议73件、提案88件，共151件。", "73+88=161，文中写 151件，相差 10"),
        (
            "投入1.2亿元，其中中央资金5000万元、省级资金3000万元、其他资金5000万元。",
            "5000万+3000万+5000万=13000万，文中写 1.2亿元，相差 0.1亿",
        ),
        (
            "调解245件，成功240件，成功率98%，其中家庭91件、邻里84件、其他80件。",
            "91+84+80=255，文中写 245件，相差 10",
        ),
        ("接访87批364人次，其中班子接访46批201人次，科室接访31批163人次。", "46+31=77，文中写 87批，相差 10"),
        ("立案9件，其中违法建设4件（当场处罚2件），占道经营3件，其他1件。", "4+3+1=8，文中写 9件，相差 1"),
        ("市县两级受理复议40件，审结38件，其中市级22件、县级17件。", "22+17=39，文中写 38件，相差 1"),
        ("立案200件，其中罚款120件，占60%，警告60件，占30%，其他10件，占5%。", "120+60+10=190，文中写 200件，相差 10"),
    ],
)
def test_a_list_that_is_complete_must_add_up(text: str, message: str) -> None:
    assert say("sum", text) == (State.FAIL, message)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "全年调解纠纷226件，其中镇级调解52件、村级调解164件，群众满意。",
            "52+164=216，文中写 226件，相差 10；没有列全的，应写明“等”",
        ),
        (
            "共排解纠纷498起。其中，镇调解室受理126件，村调解室受理307件，商圈调解室受理55件，未发生群体性事件。",
            "126+307+55=488，文中写 498起，相差 10；没有列全的，应写明“等”",
        ),
        (
            "录入执法信息30817件，其中日常巡查29204条，提醒告诫415条，行政处罚1098条。",
            "29204+415+1098=30717，文中写 30817件，相差 100；没有列全的，应写明“等”",
        ),
        (
            "修订预案47个（综合预案2个，专项预案28个，单位预案7个）。",
            "2+28+7=37，文中写 47个，相差 10；没有列全的，应写明“等”",
        ),
        (
            "立案35件，其中违法建设12件、占道经营5件、乱倒垃圾9件、违规停车8件，罚款6万元。",
            "12+5+9+8=34，文中写 35件，相差 1；没有列全的，应写明“等”",
        ),
        (
            "办理处罚案件13件，其中一般程序8件、简易程序4件，不予处罚21件。",
            "8+4=12，文中写 13件，相差 1；没有列全的，应写明“等”",
        ),
        (
            "受理86件；加上结转5件，审结82件，其中维持34件、驳回12件、撤销9件、终止28件。",
            "34+12+9+28=83，文中写 82件，相差 1；分项有重叠的，应予说明",
        ),
        (
            "发放资料120份，其中宪法资料80份、民法典资料50份。",
            "80+50=130，文中写 120份，相差 10；分项有重叠的，应予说明",
        ),
    ],
)
def test_a_list_that_only_looks_complete_is_to_be_looked_at(text: str, message: str) -> None:
    assert say("sum", text) == (State.PARTIAL, message)


@pytest.mark.parametrize(
    "text",
    [
        "立案19件，其中违法建设8件、占道经营6件、其他5件。",
        "立案19起，其中违法建设8件、占道经营11件。",  # 件 and 起 of one kind
        "新收34件，加上结转5件，审结36件，其中维持20件、驳回16件。",
        "调解263件，成功258件，成功率98.1%，其中家庭98件、邻里89件、土地41件、其他35件。",  # divides the first
        "向单位转派181件，其中转派县153件、转派市直20件，流转8件。",  # the list goes on after a comma
        "公布预案921个，其中县级47个（综合2个，专项28个，单位17个），镇级62个，村级812个。",
        "接访87批364人次，其中班子接访46批201人次，科室接访41批163人次。",
        "办理建议73件、提案88件，共161件。",
        "召开会议3次、学习5次、调研4次，共9次。",  # 5 and 4 alone
        "投入1.2亿元，其中中央资金5000万元、省级资金7000万元。",
        "新增6.1万户，其中企业1.5万户、个体4.7万户。",  # rounding
        "清理文件254件，其中废止87、修改26、失效141。",
        "表示满意240件，受理建议、提案40件、60件，其中农业30件、林业70件。",  # 40 and 60 together
    ],
)
def test_numbers_that_agree_in_one_reading_are_right(text: str) -> None:
    assert result_of("sum", text).state is State.PASS


@pytest.mark.parametrize(
    "text",
    [
        "没有数字。",
        "清理文件700余件，其中废止87件、修改26件、失效141件。",
        "清理文件700件，其中废止87件、修改26件、失效141件。",
        "审结63件，其中维持38件、驳回20件。",
        "审结15件，其中维持8件、驳回4件、撤销2件。",  # one of fifteen may be of a kind of its own
        "审结63件，其中维持38件、驳回24件。",  # two kinds of many
        "受理50件，审结40件，其中罚款30件、警告15件。",  # may be of the 50
        "受理86件；加上结转5件，审结82件，其中维持34件、驳回12件。",
        "市县两级受理复议40件，其中调解22件、终止17件。",
        "审结63件，其中维持38件、驳回20件、终止2件等。",
        "审结63件，其中主要是维持38件、驳回23件。",
        "审结63件，其中维持38件、驳回20余件、其他5件。",
        "审结63件（不含维持38件，驳回20件）。",
        "检查企业100家，其中涉企60家、涉农50家。",
        "查处案件12件15人，其中盗窃8件10人、诈骗3件4人。",
        "接访87批364人次，其中班子接访46批201人次，上门约见21批24人次，下村走访12批19人次。",
        "召开会议3次，全年开展检查，其中联合检查12次、其他检查5次。",
        "公布事项112项，其中办理社保36人、其他52人。",
        "推进高效办成一件事，其中线上12件、线下3件。",
        "举办活动8场次、培训20人，走访企业20家、商户30家，共发现问题60个。",
        "增长12%，其中东部增长8%、其他增长5%。",
        "受理案件940件，其中治安54件，结案31件；消防286件，结案140件。",
        "其中镇级52件、村级164件。",
        "新增主体1600家，其中企业400家，个体户1100家。",
    ],
)
def test_what_need_not_add_up_is_left_alone(text: str) -> None:
    assert say("sum", text) == NOTHING


def test_every_number_of_the_equation_is_pointed_at_and_shown() -> None:
    result = result_of("sum", "全镇共调解纠纷226件，其中镇级52件、村级164件、其他20件。")
    assert result.why.zh == "核对分项与合计：52+164+20=236"
    assert quotes(result.evidence) == [
        ("match", "全镇共调解纠纷226件"),
        ("match", "其中镇级52件"),
        ("match", "村级164件"),
        ("match", "其他20件"),
    ]


def test_what_was_compared_is_said_where_all_is_right() -> None:
    result = result_of("sum", "立案12件，其中罚款8件、警告4件。评查15份，其中许可6份、处罚9份。")
    assert (result.state, result.message.zh, result.why.zh) == (
        State.PASS,
        "核对 2 处，均相符",
        "核对分项与合计：8+4=12；6+9=15",
    )


def test_other_relations_tell_which_number_is_wrong() -> None:
    text = "调解纠纷226件，化解220件，化解率97.3%，其中镇级52件、村级164件、其他20件。镇级52件、村级164件，共216件。"
    assert say("sum", text) == (
        State.FAIL,
        "52+164+20=236，文中写 226件，相差 10（其余数字另有印证，先查“其他20件”，应为 10）",
    )


def test_many_findings_are_counted() -> None:
    text = "立案9件，其中罚款3件、其他5件。" * 4
    assert say("sum", text) == (State.FAIL, "；".join(["3+5=8，文中写 9件，相差 1"] * 3) + "；共 4 处")


def test_noise_in_the_source_is_passed_over_and_kept_in_the_quote() -> None:
    result = result_of("sum", "立案查处★１９件，其中罚款◆６件、\n其他１２件。")
    assert (result.message.zh, quotes(result.evidence)) == (
        "6+12=18，文中写 １９件，相差 1",
        [("match", "立案查处★１９件"), ("match", "其中罚款◆６件"), ("match", "其他１２件")],
    )


def test_a_report_on_one_line_is_read_alike() -> None:
    text = "一、主要举措和成效 全年立案9件，其中罚款3件、其他5件。二、下一步安排 将加强培训。"
    assert say("sum", text) == (State.FAIL, "3+5=8，文中写 9件，相差 1")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("处罚34件，其中一般程序43件。", "部分大于总数：43>34，多 9"),
        ("处罚34件，罚款2万元，其中一般程序43件。", "部分大于总数：43>34，多 9"),
        ("调解187件，调解成功197件。", "部分大于总数：197>187，多 10"),
        ("投入9000万元，其中省级资金1.2亿元。", "部分大于总数：1.2亿>9000万，多 3000万"),
    ],
)
def test_a_part_is_not_greater_than_its_whole(text: str, message: str) -> None:
    assert say("part", text) == (State.FAIL, message)


@pytest.mark.parametrize(
    "text",
    [
        "处罚34件，其中一般程序12件。",
        "受理71件，罚款2万元，审结63件。其中调解69件。",  # may be of the 71
        "受理71件，审结63件，审结率88.7%，其中调解69件。",
        "调解187件，调解成功183件。",
        "投入1.2亿元，其中省级资金9000万元。",
    ],
)
def test_a_smaller_part_is_right(text: str) -> None:
    assert result_of("part", text).state in (State.PASS, State.NOT_APPLICABLE)


def test_a_part_greater_than_the_number_right_before_it_may_be_of_another_and_is_to_be_looked_at() -> None:
    assert say("part", "受理71件，审结63件，其中调解69件。") == (
        State.PARTIAL,
        "“其中”的数大于紧接在前的 63件：69>63，多 6；说的是更前面的数的，应当写明",
    )


@pytest.mark.parametrize(
    "text",
    [
        "召开会议3次，全年开展检查，其中联合检查12次。",
        "召开会议3次，培训200人，其中外出培训5次。",
        "处罚30余件，其中一般程序43件。",
        "处罚34件，其中一般程序50余件。",
        "投资增长5.6%，其中制造业增长10%。",
        "处罚34件，其中涉及当事人43人。",
        "处罚34件，发现线索43条。",
        "办好一件实事，其中线上办理12件。",
    ],
)
def test_what_is_no_part_may_be_greater(text: str) -> None:
    assert say("part", text) == (State.NOT_APPLICABLE, "文中没有可以核对的部分与整体")


def test_words_may_be_left_out_of_a_rule() -> None:
    analysis = analysis_of(TITLE + "立案9件，其中罚款3件、其他5件。", WORDS)
    result = arithmetic.check(analysis, rule_of("arithmetic", relation="sum", measures="unit"))
    assert result.state is State.FAIL


def test_without_the_unit_there_is_no_figure() -> None:
    analysis = analysis_of(TITLE + "立案9件，其中罚款3件、其他5件。", {**WORDS, "unit": ["户"]})
    assert arithmetic.check(analysis, rule_of("arithmetic", relation="sum", **PARAMETERS)).state is State.NOT_APPLICABLE
