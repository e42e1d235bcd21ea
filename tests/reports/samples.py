"""Reports made by hand: what the tests of the output formats show."""

from __future__ import annotations

from dataclasses import replace

from checker.errors import ReadError
from checker.model import (
    Basis,
    Block,
    BlockKind,
    DateFact,
    Document,
    Evidence,
    Fact,
    GroupScore,
    Heading,
    Kind,
    Outcome,
    PackRef,
    Profile,
    Report,
    Role,
    Score,
    Severity,
    State,
    Verdict,
    VerdictCode,
)
from checker.reports.failure import Failure
from checker.texts import Text

LINES = [
    "云溪县人民政府2023年度法治政府建设情况报告",
    "一、主要举措和成效",
    "（一）依法履职。全年办理行政复议案件38件，其中调解结案9件。",
    "二、存在的不足",
    "基层执法力量不强，部分干部学法不够。",
    "三、下一年度主要安排",
    "2024年，将开展执法人员轮训四期，并把第一责任人履职情况列入年度考核。",
    "云溪县人民政府",
    "2024年2月8日",
]
TEXT = "\n".join(LINES)
PACK = PackRef("demo", "1.2.0", "ab" * 32)


def same(words: str) -> Text:
    return Text(words, words)


def blocks(text: str) -> tuple[Block, ...]:
    made, start = [], 0
    for number, line in enumerate(text.split("\n"), start=1):
        made.append(Block(BlockKind.PARAGRAPH, start, start + len(line), number))
        start += len(line) + 1
    return tuple(made)


DOCUMENT = Document("drafts/yunxi.txt", "txt", "cd" * 32, TEXT, blocks(TEXT))


def quote(words: str, *heading: str, role: Role = Role.MATCH, page: int | None = None) -> Evidence:
    start = TEXT.index(words)
    line, column = DOCUMENT.line_column(start)
    return Evidence(words, start, start + len(words), line, column, page, line, heading, role)


CAUSES = Outcome(
    "D-CAUSE",
    Text("不足的原因", "Causes of shortcomings"),
    State.FAIL,
    Severity.MUST,
    "gaps",
    2.0,
    Text("写了不足，没有写原因。", "Shortcomings are told, their causes are not."),
    Text("对每条不足说明原因，例如制度、人员、经费上的原因。", "Give the cause of each shortcoming."),
    Text("在“二、存在的不足”中未见表示原因的词。", "No words of cause in “二、存在的不足”."),
    "0123456789abcdef",
    (quote("基层执法力量不强，部分干部学法不够。", "二、存在的不足"),),
    (Basis("示范县报告办法", "第七条第二项", True, "local"),),
    ("D-GAPS",),
)
DUTY = Outcome(
    "D-DUTY",
    Text("第一责任人履职", "Duties of the first person responsible"),
    State.FAIL,
    Severity.MUST,
    "duty",
    1.0,
    Text(
        "没有找到主要负责人上一年度履行职责的内容。",
        "Nothing tells what the leaders did in the year of the report.",
    ),
    Text("单列一节，写明听取汇报、批示、督办的次数。", "Add a part with figures."),
    Text("只在“三、下一年度主要安排”中提到。", "Mentioned only among next year's plans."),
    "123456789abcdef0",
    (quote("并把第一责任人履职情况列入年度考核", "三、下一年度主要安排", role=Role.NEAR_MISS),),
    (Basis("示范县报告办法", "第八条", False, "local"), Basis("示范县考核细则", "", False, "practice")),
)
FIGURES = Outcome(
    "D-FIGURES",
    Text("事例与数据", "Facts and figures"),
    State.PARTIAL,
    Severity.SHOULD,
    "measures",
    1.0,
    Text("只有 1 处数据。", "Only one figure is given."),
    Text("", ""),
    Text("要求 3 处，找到 1 处。", "3 asked for, 1 found."),
    "23456789abcdef01",
    (quote("38件", "一、主要举措和成效", "（一）依法履职"),),
)
MEASURES = Outcome(
    "D-MEASURES",
    Text("主要举措和成效", "Measures and results"),
    State.PASS,
    Severity.MUST,
    "measures",
    3.0,
    Text("已写明。", "Told."),
    Text("", ""),
    Text("标题“一、主要举措和成效”。", "Heading “一、主要举措和成效”."),
    "3456789abcdef012",
    (quote("一、主要举措和成效"),),
)
PLANS = replace(
    MEASURES,
    rule="D-PLANS",
    name=Text("下一年度安排", "Plans for next year"),
    group="plans",
    why=Text("标题“三、下一年度主要安排”。", "Heading “三、下一年度主要安排”."),
    evidence=(quote("三、下一年度主要安排"), quote("2024年，将开展执法人员轮训四期")),
)
CLASSIFIED = replace(
    DUTY,
    rule="D-SECRET",
    name=Text("涉密内容", "Classified content"),
    state=State.MANUAL,
    group="general",
    message=Text("须由保密员确认。", "A security officer must confirm."),
    evidence=(),
    basis=(),
)
TABLES = replace(
    CLASSIFIED, rule="D-TABLES", name=Text("附表", "Tables"), state=State.NOT_APPLICABLE, severity=Severity.SHOULD
)
COPIED = replace(
    FIGURES,
    rule="D-COPIED",
    name=Text("雷同", "Copied text"),
    severity=Severity.INFO,
    state=State.FAIL,
    message=Text("与上年报告有 12 句相同。", "12 sentences stand in last year's report."),
)
FORMAT = replace(
    FIGURES, rule="D-FORMAT", name=Text("序号连续", "Numbering"), state=State.WAIVED, message=Text("", ""), evidence=()
)

NAMES = {
    "measures": Text("主要举措和成效", "Measures and results"),
    "gaps": Text("存在的不足和原因", "Shortcomings and causes"),
    "duty": Text("第一责任人履职", "Duties"),
    "plans": Text("下一年度安排", "Plans"),
    "general": Text("全文", "Whole text"),
}

BLOCKED = Report(
    DOCUMENT,
    Profile(
        Kind.ANNUAL_REPORT,
        Text("标题含年度与“报告”。", "The title names a year and “报告”."),
        None,
        Fact(LINES[0], "title", quote(LINES[0])),
        Fact("2023", "title", quote("2023")),
        Fact("云溪县人民政府", "signature", quote("云溪县人民政府")),
        Fact("county", "body", None, Text("县级", "county")),
        (DateFact("signed", "2024-02-08", quote("2024年2月8日")),),
    ),
    (
        Heading(1, "一、", "主要举措和成效", TEXT.index("一、")),
        Heading(2, "（一）", "依法履职", TEXT.index("（一）")),
        Heading(1, "二、", "存在的不足", TEXT.index("二、")),
        Heading(1, "三、", "下一年度主要安排", TEXT.index("三、")),
    ),
    PACK,
    "demo-report",
    Verdict(
        VerdictCode.BLOCKED,
        Text(
            "必须项“不足的原因”未通过（D-CAUSE），另有 1 项必须项未通过。",
            "Required item “Causes of shortcomings” is not met (D-CAUSE); further required items not met: 1.",
        ),
    ),
    Score(
        43.3333333,
        0.0,
        (
            GroupScore("measures", NAMES["measures"], 87.5, 3.0),
            GroupScore("gaps", NAMES["gaps"], 0.0, 2.0),
            GroupScore("duty", NAMES["duty"], 0.0, 2.0),
            GroupScore("plans", NAMES["plans"], 100.0, 2.0),
            GroupScore("general", NAMES["general"], None, 1.0),
        ),
    ),
    (MEASURES, FIGURES, CAUSES, DUTY, PLANS, CLASSIFIED, TABLES, COPIED, FORMAT),
    (Text("有 1 处数字疑似丢失。", "Digits seem to be lost in 1 place."),),
    "0.1.0",
)

READY = replace(
    BLOCKED,
    document=replace(DOCUMENT, path="drafts/qingshi.docx", format="docx"),
    verdict=Verdict(VerdictCode.READY, Text("没有发现需要处理的问题。", "Nothing was found that asks for action.")),
    score=Score(100.0, 100.0, tuple(replace(group, coverage=100.0) for group in BLOCKED.score.groups)),
    outcomes=(MEASURES, PLANS),
    notes=(),
)

OTHER = Report(
    replace(DOCUMENT, path="drafts/notice.html", format="html"),
    Profile(
        Kind.OTHER,
        Text("标题以“通知”结尾。", "The title ends in “通知”."),
        Text("通知", "a notice"),
        Fact("关于报送材料的通知", "title"),
    ),
    (),
    PACK,
    "demo-report",
    Verdict(
        VerdictCode.NOT_A_REPORT,
        Text("文档看来是通知，不是年度报告。", "The document looks like a notice, not like an annual report."),
    ),
    Score(None, None),
    (replace(MEASURES, state=State.NOT_APPLICABLE, evidence=()),),
    (),
    "0.1.0",
)

UNREADABLE = Failure(
    "drafts/broken.docx",
    ReadError(
        Text("文件已损坏，无法打开", "the file is damaged and cannot be opened"),
        where="drafts/broken.docx",
        hint=Text("请在 WPS 或 Word 中另存后重试", "save it again in Word or WPS and try once more"),
    ),
    PACK,
    "0.1.0",
)
