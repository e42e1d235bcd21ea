"""The terminal report, as a reviewer sees it."""

import re
from dataclasses import replace

from checker.model import (
    DateFact,
    Evidence,
    Fact,
    GroupScore,
    Kind,
    Role,
    Score,
    Severity,
    State,
    Verdict,
    VerdictCode,
)
from checker.reports.columns import width
from checker.reports.formats import FORMATS, Options
from checker.reports.summary import render_failure, render_summary
from checker.reports.terminal import render
from checker.texts import Text

from .samples import BLOCKED, CAUSES, DUTY, FIGURES, OTHER, READY, UNREADABLE, quote, same

BLOCKED_ZH = """\
× 不可报送  云溪县人民政府2023年度法治政府建设情况报告
  必须项“不足的原因”未通过（D-CAUSE），另有 1 项必须项未通过。
  单位 云溪县人民政府（落款） · 层级 县级（正文） · 年度 2023（标题） ·
  成文 2024-02-08（第9段 第9行 第1列）
  drafts/yunxi.txt · 规则包 demo 1.2.0

  主要举措和成效    █████████████████···  87.5
  存在的不足和原因  ····················     0  ← 最弱
  第一责任人履职    ····················     0  ← 最弱
  下一年度安排      ████████████████████   100
  全文              ····················   — 未计分
  合计                                    43.3  最弱 0

须处理 3 项：必须 2 · 建议 1

 1. × 必须  第一责任人履职  D-DUTY
    没有找到主要负责人上一年度履行职责的内容。
    最接近  “并把第一责任人履职情况列入年度考核”
            第7段 第7行 第19列 · 三、下一年度主要安排
    依据    示范县报告办法 第八条（待核）
            示范县考核细则（待核）
    建议    单列一节，写明听取汇报、批示、督办的次数。

 2. × 必须  不足的原因  D-CAUSE
    写了不足，没有写原因。
    原文    “基层执法力量不强，部分干部学法不够。”
            第5段 第5行 第1列 · 二、存在的不足
    依据    示范县报告办法 第七条第二项
    建议    对每条不足说明原因，例如制度、人员、经费上的原因。

 3. ▲ 建议  事例与数据  D-FIGURES
    只有 1 处数据。
    原文    “38件”
            第3段 第3行 第19列 · 一、主要举措和成效 › （一）依法履职

信息      雷同（D-COPIED）：与上年报告有 12 句相同。
人工确认  1 项：涉密内容（D-SECRET）
已豁免    1 项：序号连续（D-FORMAT）
不适用    1 项：附表（D-TABLES）
已通过    2 项：主要举措和成效 1（第2段）、下一年度安排 1（第6至7段）
说明      有 1 处数字疑似丢失。
"""


def test_says_decision_reason_coverage_findings_and_what_was_not_counted() -> None:
    assert render(BLOCKED, "zh") == BLOCKED_ZH


def test_speaks_english() -> None:
    assert (
        render(replace(BLOCKED, outcomes=(DUTY,), notes=()), "en")
        == """\
× BLOCKED  云溪县人民政府2023年度法治政府建设情况报告
  Required item “Causes of shortcomings” is not met (D-CAUSE); further required
  items not met: 1.
  issuer 云溪县人民政府 (signature) · level county (body) · year 2023 (title) ·
  signed 2024-02-08 (paragraph 9, line 9, column 1)
  drafts/yunxi.txt · pack demo 1.2.0

  Measures and results     █████████████████···  87.5
  Shortcomings and causes  ····················     0  ← weakest
  Duties                   ····················     0  ← weakest
  Plans                    ████████████████████   100
  Whole text               ····················   — not scored
  total                                          43.3  weakest 0

To act on: 1 (must 1, should 0)

 1. × must  Duties of the first person responsible  D-DUTY
    Nothing tells what the leaders did in the year of the report.
    nearest  “并把第一责任人履职情况列入年度考核”
             paragraph 7, line 7, column 19 · 三、下一年度主要安排
    basis    示范县报告办法 第八条 (unverified)
             示范县考核细则 (unverified)
    advice   Add a part with figures.
"""
    )


def test_what_is_no_report_is_told_what_it_looks_like_and_gets_no_score() -> None:
    assert (
        render(OTHER, "zh")
        == """\
○ 不是年度报告  关于报送材料的通知
  文档看来是通知，不是年度报告。
  标题以“通知”结尾。
  单位未识别 · 层级未识别 · 年度未识别 · 日期未识别
  drafts/notice.html · 规则包 demo 1.2.0
"""
    )


def test_a_clean_report_is_short() -> None:
    groups = (READY.score.groups[0], READY.score.groups[3])
    assert (
        render(replace(READY, score=replace(READY.score, groups=groups)), "zh")
        == """\
√ 可报送  云溪县人民政府2023年度法治政府建设情况报告
  没有发现需要处理的问题。
  单位 云溪县人民政府（落款） · 层级 县级（正文） · 年度 2023（标题） ·
  成文 2024-02-08（第9段 第9行 第1列）
  drafts/qingshi.docx · 规则包 demo 1.2.0

  主要举措和成效  ████████████████████   100
  下一年度安排    ████████████████████   100
  合计                                   100  最弱 100

已通过    2 项：主要举措和成效 1（第2段）、下一年度安排 1（第6至7段）
"""
    )


def test_verbose_shows_each_pass_the_reasoning_and_the_outline() -> None:
    shown = render(replace(BLOCKED, outcomes=BLOCKED.outcomes[:3], notes=()), "zh", verbose=True)
    assert "    判断    在“二、存在的不足”中未见表示原因的词。\n" in shown
    assert shown.endswith(
        """\
已通过    1 项：主要举措和成效 1（第2段）
√ 主要举措和成效  D-MEASURES
  标题“一、主要举措和成效”。
  原文    “一、主要举措和成效”
          第2段 第2行 第1列

读到的大纲（4 个标题）
  一、主要举措和成效  第2行
    （一）依法履职  第3行
  二、存在的不足  第4行
  三、下一年度主要安排  第6行
"""
    )


def test_findings_stand_by_severity_then_place_and_the_missing_comes_first() -> None:
    def named(name: str, severity: Severity, *evidence: Evidence) -> object:
        return replace(CAUSES, rule=name, severity=severity, evidence=evidence)

    late, early = quote("2024年2月8日"), quote("一、主要举措和成效")
    outcomes = (
        named("S-EARLY", Severity.SHOULD, early),
        named("M-LATE", Severity.MUST, late),
        named("S-MISSING", Severity.SHOULD),
        named("M-EARLY", Severity.MUST, late, early),
        named("M-MISSING", Severity.MUST, replace(late, role=Role.NEAR_MISS)),
    )
    shown = render(replace(BLOCKED, outcomes=outcomes), "zh")
    assert re.findall(r"\b[MS]-[A-Z]+", shown) == ["M-MISSING", "M-EARLY", "M-LATE", "S-MISSING", "S-EARLY"]


def test_what_could_not_be_told_always_says_why() -> None:
    shown = render(replace(BLOCKED, outcomes=(replace(DUTY, state=State.CANNOT_TELL),)), "zh")
    assert " 1. ? 必须  第一责任人履职  D-DUTY\n" in shown
    assert "    判断    只在“三、下一年度主要安排”中提到。\n" in shown


def test_many_places_are_counted_and_long_quotes_cut_until_verbose_asks_for_all() -> None:
    long = replace(CAUSES.evidence[0], quote="甲乙丙丁戊己庚辛壬癸" * 30)
    report = replace(BLOCKED, outcomes=(replace(CAUSES, evidence=(long,) * 5),))
    short, full = render(report, "zh"), render(report, "zh", verbose=True)
    assert (short.count("第5段 第5行"), full.count("第5段 第5行")) == (3, 5)
    assert "            另有 2 处\n" in short
    assert "…”\n" in short
    assert "…”" not in full


def test_places_are_pages_where_there_are_pages() -> None:
    paged = replace(CAUSES, evidence=(replace(CAUSES.evidence[0], page=3, paragraph=41),))
    shown = render(replace(BLOCKED, outcomes=(paged, replace(paged, state=State.PASS))), "zh")
    assert "            第3页 第41段 · 二、存在的不足\n" in shown
    assert "已通过    1 项：存在的不足和原因 1（第3页）\n" in shown


def test_facts_that_are_unknown_or_damaged_say_so() -> None:
    profile = replace(
        BLOCKED.profile,
        title=None,
        issuer=None,
        level=Fact("county", "hearsay"),
        dates=(DateFact("stamped", None, quote("2024年2月8日")),),
    )
    lines = render(replace(BLOCKED, profile=profile), "zh").splitlines()
    assert lines[0] == "× 不可报送  （没有找到标题）"
    assert lines[2] == "  单位未识别 · 层级 county（hearsay） · 年度 2023（标题） ·"
    assert lines[3] == "  stamped“2024年2月8日”数字不全"


def test_a_section_that_is_nearly_complete_does_not_read_complete() -> None:
    score = Score(99.97, 99.97, (GroupScore("plans", same("安排"), 99.97, 1.0),))
    shown = render(replace(BLOCKED, score=score), "zh")
    assert "  安排  ███████████████████·  99.9  ← 最弱\n" in shown


def test_a_report_that_nothing_could_be_scored_in_shows_no_bars() -> None:
    unscored = replace(BLOCKED, score=replace(BLOCKED.score, coverage=None, minimum=None))
    assert "·····" not in render(unscored, "zh")


ESCAPES = re.compile(r"\x1b\[[0-9;]*m")


def test_colour_changes_nothing_but_colour() -> None:
    coloured = render(BLOCKED, "zh", color=True)
    assert coloured.startswith("\x1b[1;31m× 不可报送  \x1b[0m")
    assert ESCAPES.sub("", coloured) == BLOCKED_ZH


def test_every_line_keeps_to_the_width() -> None:
    for columns in (60, 72, 80, 120):
        for language in ("zh", "en"):
            for verbose in (False, True):
                lines = render(BLOCKED, language, width=columns, verbose=verbose).splitlines()
                assert [line for line in lines if width(line) > columns] == []


def test_no_text_of_a_document_can_steer_the_terminal() -> None:
    evil = "\x1b[2J\x1b]0;owned\x07\r\u202e"
    wicked = Text(evil, evil)
    evidence = Evidence(evil, 0, 1, 1, 1, None, 1, (evil,), Role.MATCH)
    outcome = replace(
        CAUSES, rule=evil, name=wicked, message=wicked, advice=wicked, why=wicked, evidence=(evidence,) * 4
    )
    profile = replace(
        BLOCKED.profile,
        kind_reason=wicked,
        title=Fact(evil, evil, evidence),
        issuer=Fact(evil, "title"),
        dates=(DateFact(evil, None, evidence), DateFact("signed", evil, evidence)),
    )
    report = replace(
        BLOCKED,
        document=replace(BLOCKED.document, path=evil),
        profile=profile,
        outline=(replace(BLOCKED.outline[0], title=evil, number=evil),),
        verdict=Verdict(VerdictCode.BLOCKED, wicked),
        score=Score(50.0, 50.0, (GroupScore("gaps", wicked, 50.0, 1.0),)),
        outcomes=(*(replace(outcome, state=state) for state in State), replace(outcome, severity=Severity.INFO)),
        notes=(wicked,),
        pack=replace(BLOCKED.pack, id=evil, version=evil),
    )
    other = replace(
        report,
        profile=replace(profile, kind=Kind.OTHER),
        verdict=Verdict(VerdictCode.NOT_A_REPORT, wicked),
    )
    unreadable = replace(UNREADABLE, path=evil)
    shown = FORMATS["text"]([report, other, unreadable], Options(verbose=True))
    assert set(re.findall(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", shown)) == {"\n"}
    assert "␛[2J" in shown


SUMMARY_ZH = """\
共 4 份：√ 可报送 1 · × 不可报送 1 · ○ 不是年度报告 1 · ? 无法判定 1

  结论           覆盖   最弱   必须   建议  文件
× 不可报送       43.3      0      2      1  drafts/yunxi.txt
√ 可报送          100    100      0      0  drafts/qingshi.docx
○ 不是年度报告      —      —      —      —  drafts/notice.html
? 无法判定          —      —      —      —  drafts/broken.docx
"""


def test_several_files_end_in_a_table() -> None:
    results = [BLOCKED, READY, OTHER, UNREADABLE]
    assert render_summary(results, "zh") == SUMMARY_ZH
    whole = FORMATS["text"](results, Options())
    assert whole.startswith(BLOCKED_ZH + "\n" + "─" * 80 + "\n\n√ 可报送")
    assert whole.endswith("─" * 80 + "\n\n" + SUMMARY_ZH)


def test_one_file_needs_no_table_unless_several_were_asked_for() -> None:
    assert FORMATS["text"]([BLOCKED], Options()) == BLOCKED_ZH
    assert "共 1 份：× 不可报送 1\n" in FORMATS["text"]([BLOCKED], Options(several=True))


def test_a_file_that_could_not_be_read_says_what_and_what_to_do() -> None:
    assert (
        render_failure(UNREADABLE, "zh")
        == """\
? 无法判定  drafts/broken.docx
  文件已损坏，无法打开
  请在 WPS 或 Word 中另存后重试
"""
    )


def test_a_terminal_that_has_been_told_of_a_failure_is_not_told_twice() -> None:
    assert FORMATS["text"]([UNREADABLE], Options(failures=False)) == ""
    assert FORMATS["text"]([UNREADABLE], Options(failures=True)) == render_failure(UNREADABLE, "zh")


def test_partial_info_and_figures_are_no_finding_of_the_table() -> None:
    report = replace(READY, outcomes=(replace(FIGURES, severity=Severity.INFO), FIGURES))
    assert render_summary([report], "en").splitlines()[-1] == (
        "√ READY           100      100      0       1  drafts/qingshi.docx"
    )
