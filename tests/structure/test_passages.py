"""A report without headings is read as a person reads it: account, shortcomings, plan, each in its own words."""

from __future__ import annotations

import pytest

from checker.api import check, load_pack
from checker.reading import read_bytes

TITLE = "青禾县水务局2025年度法治政府建设情况报告\n县委、县政府：\n"
LEAD = "2025年，县水务局坚持以习近平法治思想为指导，扎实推进依法治水。现将有关情况报告如下。\n"
ACCOUNT = (
    "局党组书记、局长林明安主持召开党组会4次，专题研究河道采砂执法、行政复议应诉等工作，听取法规股汇报3次。\n"
    "全年办理取水许可46件，编制水土保持方案批复31件，审批时限压缩一半。{step}"
    "制定规范性文件1件，清理4件，聘请法律顾问审查合同28份。\n"
    "开展河道采砂、水土保持专项执法6次，出动执法人员412人次，立案查处18件，罚款43.6万元，未发生行政复议和诉讼。\n"
    "结合世界水日开展普法宣传11场，发放资料6200份。\n"
)
END = "\n特此报告。\n青禾县水务局\n2026年1月16日\n"
SHORTCOMINGS = [
    "工作中也有让人不满意的地方。一些乡镇水管员不懂执法程序，取证材料不完整；法制审核由一人兼任，重大案件审核时间短。其背后是人员编制少、培训少。",
    "对照上级要求，我局还有不少欠账。执法装备陈旧，记录仪只有4台，主要因为经费没有列入预算。普法内容几年不变，群众不爱听。",
    "必须承认，依法行政的弦绷得还不够紧。个别股室先办事后补手续，根子在对程序的认识不到位。案卷文书质量不高。",
    "但执法力量不足的老毛病没有根治，全县11条河流只有6名执法人员，由于编制受限多年没有招录。合同审查流于形式。",
    "执法力量依然薄弱，6名执法人员要管11条河流，编制多年没有增加。部分干部程序意识不强，先办事后补手续。普法形式单一，群众参与度低，原因是没有专项经费。",
    "静下来想，问题也不少：案卷不规范，证据链不完整；宣传走过场；监管跟不上。这些都与人手少、学习不够有关。",
    "一年工作下来，深感差距明显。法制审核人员不足，基层执法不敢碰硬，因为缺少专业培训。",
    "美中不足的是，水行政执法与公安、检察衔接不顺，线索移送少，原因在于没有建立联席机制。信息公开不及时。",
    "客观地讲，我们的执法水平与群众期待还有距离，表现为案件办理周期长、文书说理不充分，究其原因是业务骨干流失。",
    "法治建设的短板同样存在，如执法记录不全、审核把关不严，主要原因是责任没有压实。",
    "分析一年的工作，主要有三个方面的不足。其一，执法人员素质参差不齐；其二，审核不严；其三，宣传面窄。造成这些不足的原因是培训少。",
]
PLANS = [
    "明年打算从三件事做起。充实执法队伍，6月底前招录4人。修订案卷标准，每季度评查一次。把普法送进工地和村组，全年不少于20场。",
    "2026年，我们准备抓好以下几项工作：一是补充执法人员4名；二是完善法制审核流程；三是开展以案释法12场。",
    "针对这些不足，我局将着力充实执法队伍，健全法制审核机制，开展普法宣传，严格规范公正文明执法。",
    "2026年是“十五五”开局之年。县水务局要以更实的举措推进依法治水：补充执法人员，修订自由裁量基准，建立行刑衔接联席会议制度。",
    "接下来，重点做好三件事：补齐执法装备，规范案卷制作，建立行刑衔接机制。",
    "新的一年，继续推进依法治水。执法人员全员轮训，案卷季度评查，普法进工地。完善联席会议制度。",
    "面向2026年，县水务局拟从队伍、制度、宣传三方面发力，招录执法人员4名，制定审核规程，开展以案释法。",
    "今后，我局将持续强化依法行政，健全制度，规范执法，提升干部法治素养。",
    "下步，把法制审核做实，把执法队伍配强，把普法做活，力争案卷合格率100%。",
    "为此，2026年拟招录执法人员4名，年内完成轮训；修订审核办法，上半年印发；建立行刑衔接联席会议，每季度召开一次。",
    "我们将以此次报告为契机，抓好整改提升：配齐法制审核人员，规范案卷，拓展普法渠道。",
]
CONTENTS = ("FZ-CONT-C1", "FZ-CONT-C2A", "FZ-CONT-C2B", "FZ-CONT-C3", "FZ-CONT-C4")


def lacking(*parts: str, step: str = "") -> set[str]:
    text = TITLE + LEAD + ACCOUNT.format(step=step) + "".join(parts) + END
    outcomes = check(read_bytes(text.encode(), "report.txt"), load_pack()).outcomes
    return {each.rule[-3:].strip("-") for each in outcomes if each.rule in CONTENTS and each.state.value == "fail"}


@pytest.mark.parametrize(("shortcomings", "plan"), list(zip(SHORTCOMINGS, PLANS, strict=True)))
@pytest.mark.parametrize("between", ["\n", ""], ids=["paragraphs", "run together"])
def test_all_parts_are_found(shortcomings: str, plan: str, between: str) -> None:
    assert lacking(shortcomings, between, plan) == set()


@pytest.mark.parametrize("shortcomings", SHORTCOMINGS)
def test_a_plan_that_is_not_there_is_missed(shortcomings: str) -> None:
    assert lacking(shortcomings) == {"C4"}


@pytest.mark.parametrize("plan", PLANS)
def test_shortcomings_that_are_not_there_are_missed(plan: str) -> None:
    assert {"C2A", "C2B"} <= lacking(plan)


def test_one_step_inside_the_account_is_no_plan() -> None:
    assert lacking(SHORTCOMINGS[0], step="下一步，将为新录用的3名人员申办执法证。") == {"C4"}


@pytest.mark.parametrize(
    "others",
    [
        "从抽查情况看，取水单位在守法方面存在以下问题：一是计量设施不完善；二是台账不规范；三是节水意识淡薄。",
        "市局督察指出3个方面问题：执法装备不足；案卷不规范；宣传面窄。以上问题均已整改到位。",
    ],
)
def test_what_others_lack_and_what_is_remedied_are_no_shortcomings(others: str) -> None:
    assert {"C2A", "C2B"} <= lacking(others, "\n", PLANS[1])
