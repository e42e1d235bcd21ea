"""Each way of breaking a report breaks one thing, in the place where a person would."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker.authoring.mutants import MUTATORS
from checker.authoring.mutants.figures import number_changes
from checker.checks.registry import CHECKS
from checker.model import Evidence

from . import packs
from .breaking import EXAMPLE, WORDS, broken, changes


def test_a_part_is_taken_out_or_emptied_and_the_signature_stays(tmp_path: Path) -> None:
    gaps = ["-一是人手不够。二是缺少经费，原因是收入下降。"]
    assert broken(tmp_path, "{kind: content, section: gaps}") == [
        ("删去“不足”一部分", ["-二、存在的不足", *gaps, "-三、2026年安排", "+二、2026年安排"]),
        ("“不足”只留标题", gaps),
    ]
    plan = "加强队伍建设。"
    assert broken(tmp_path, "{kind: content, section: plan}") == [
        ("删去“安排”一部分", ["-三、2026年安排", f"-{plan}"]),
        ("“安排”只留标题", [f"-{plan}"]),
    ]


def test_of_a_part_inside_another_only_its_words_go(tmp_path: Path) -> None:
    assert broken(tmp_path, "{kind: content, section: causes}") == [
        (
            "删去说明“原因”的词语",
            ["-一是人手不够。二是缺少经费，原因是收入下降。", "+一是人手不够。二是缺少经费，这方面收入下降。"],
        )
    ]


def test_what_need_not_be_there_cannot_be_missed(tmp_path: Path) -> None:
    assert broken(tmp_path, "{kind: content, section: gaps, optional: true}") == []


def test_a_title_loses_its_parts(tmp_path: Path) -> None:
    parts = "{name: {zh: 年份, en: year}, concept: year}, {name: {zh: 文种, en: kind}, concept: report}"
    check = f"{{kind: title, parts: [{parts}]}}"
    assert broken(tmp_path, check) == [
        ("标题中去掉“年份”", ["-雁滩镇2025年水利工作报告", "+雁滩镇水利工作报告"]),
        ("标题中去掉“文种”", ["-雁滩镇2025年水利工作报告", "+雁滩镇2025年水利工作"]),
    ]


def test_years_are_put_back_where_they_are_stated(tmp_path: Path) -> None:
    text = packs.REPORT.replace("一、主要成效", "现将2025年情况报告如下：\n一、2025年主要成效")
    assert broken(tmp_path, "{kind: years, concept: stated, sections: [results]}", text=text) == [
        ("“现将2025年”中的年份改早一年", ["-现将2025年情况报告如下：", "+现将2024年情况报告如下："]),
        ("“一、2025年主要成效”中的年份改早一年", ["-一、2025年主要成效", "+一、2024年主要成效"]),
        (
            "标题“雁滩镇2025年水利工作报告”中的年份改早一年",
            ["-雁滩镇2025年水利工作报告", "+雁滩镇2024年水利工作报告"],
        ),
    ]


def test_a_plan_is_made_to_name_the_report_year(tmp_path: Path) -> None:
    check = "{kind: target_year, section: plan, offset: 1, concept: target}"
    assert broken(tmp_path, check) == [("“三、2026年安排”写成报告年度", ["-三、2026年安排", "+三、2025年安排"])]
    unnamed = packs.REPORT.replace("三、2026年安排", "三、下步安排")
    assert broken(tmp_path, check, text=unnamed) == [
        ("“三、下步安排”写成报告年度", ["-三、下步安排", "+三、2025年下步安排"])
    ]


@pytest.mark.parametrize(
    ("written", "limit", "beyond"),
    [
        ("2026年1月20日", "2026年3月1日", "2026年6月9日"),
        ("2026年01月20日", "2026年03月01日", "2026年06月09日"),
        ("二〇二六年一月二十日", "二〇二六年三月一日", "二〇二六年六月九日"),
    ],
)
def test_dates_move_to_the_limit_and_beyond_in_the_form_they_have(
    tmp_path: Path, written: str, limit: str, beyond: str
) -> None:
    check = "{kind: date_limit, date: signed, before: {month: 3, day: 1, offset: 1}}"
    text = packs.REPORT.replace("2026年1月20日", written)
    assert broken(tmp_path, check, text=text) == [
        ("日期改为 2026-03-01", [f"-{written}", f"+{limit}"]),
        ("日期改为 2026-06-09", [f"-{written}", f"+{beyond}"]),
    ]


def test_dates_are_written_in_other_forms(tmp_path: Path) -> None:
    assert broken(tmp_path, "{kind: date_form, date: signed, form: chinese_date}") == [
        ("日期改为 二〇二六年一月二十日", ["-2026年1月20日", "+二〇二六年一月二十日"]),
        ("日期改为 2026年01月20日", ["-2026年1月20日", "+2026年01月20日"]),
        ("日期改为 2026.1.20", ["-2026年1月20日", "+2026.1.20"]),
    ]


def test_what_must_not_be_there_is_taken_from_the_failing_example(tmp_path: Path) -> None:
    failing = "雁滩镇2025年水利工作报告\\n一、主要成效\\n修渠3条。全部搞定，群众满意。"
    assert broken(tmp_path, "{kind: forbidden, concept: slang}", failing) == [
        ("加入例子“坏”中有问题的句子", ["+全部搞定，群众满意。"])
    ]


def test_in_a_report_on_one_line_the_sentence_is_put_behind_another(tmp_path: Path) -> None:
    failing = "雁滩镇2025年水利工作报告\\n一、主要成效\\n修渠3条。全部搞定，群众满意。"
    text = packs.REPORT.replace("\n", " ")
    (told,) = broken(tmp_path, "{kind: forbidden, concept: slang}", failing, text=text)
    new = text.replace("巡河96次。", "巡河96次。全部搞定，群众满意。")
    assert told == ("加入例子“坏”中有问题的句子", [f"-{text}", f"+{new}"])


def test_an_example_that_would_not_fail_in_this_report_lends_nothing(tmp_path: Path) -> None:
    assert broken(tmp_path, "{kind: forbidden, concept: slang}", "雁滩镇2025年水利工作报告\\n修渠3条。") == []


def test_what_must_be_told_is_left_unsaid_or_told_where_it_does_not_count(tmp_path: Path) -> None:
    text = packs.REPORT.replace("巡河96次。", "巡河96次。护堤2处，用工9人。")
    line = "全年修渠3条，巡河96次。护堤2处，用工9人。"
    assert broken(tmp_path, "{kind: required, concept: dykes, sections: [results]}", text=text) == [
        ("删去说明“试验”的词语", [f"-{line}", "+全年修渠3条，巡河96次。这方面2处，用工9人。"]),
        (
            "把说明“试验”的句子移到不算数的部分",
            [f"-{line}", "-加强队伍建设。", "+全年修渠3条，巡河96次。", "+加强队伍建设。护堤2处，用工9人。"],
        ),
    ]


def test_a_part_that_would_vanish_with_its_words_is_another_requirement(tmp_path: Path) -> None:
    text = packs.REPORT.replace("全年修渠3条，巡河96次。", "完成护堤。")
    told = broken(tmp_path, "{kind: required, concept: done, sections: [results]}", text=text)
    assert told == []


def test_topics_and_mentions_are_left_out_until_too_few_are_left(tmp_path: Path) -> None:
    first, second = "name: {zh: 修渠, en: a}, concept: done", "name: {zh: 巡河, en: b}, concept: inspection"
    topics = f"topics: [{{id: a, {first}}}, {{id: b, {second}}}]"
    assert [what for what, _ in broken(tmp_path, f"{{kind: coverage, {topics}}}")] == [  # type: ignore[misc]
        "删去说明“修渠”的词语",
        "删去说明“巡河”的词语",
    ]
    assert [what for what, _ in broken(tmp_path, f"{{kind: coverage, {topics}, enough: 0.5}}")] == [  # type: ignore[misc]
        "删去说明“修渠、巡河”的词语",
        "删去说明“巡河、修渠”的词语",
    ]
    mentions = f"mentions: [{{{first}}}, {{{second}}}]"
    assert [what for what, _ in broken(tmp_path, f"{{kind: expected, {mentions}, at_least: 1}}")] == [  # type: ignore[misc]
        "删去说明“修渠、巡河”的词语",
        "删去说明“巡河、修渠”的词语",
    ]


def test_numbers_of_acts_are_lowered_until_they_are_too_small(tmp_path: Path) -> None:
    check = "{kind: facts, concept: inspection, sections: [results], units: [次], at_least: {total: 2}, "
    check += "absent: not_applicable}"
    failing = "雁滩镇2025年水利工作报告\\n一、主要成效\\n巡河1次。"
    line = "全年修渠3条，巡河96次。"
    assert broken(tmp_path, check, failing) == [
        ("把“试验”的数字改小或删去", [f"-{line}", "+全年修渠3条，巡河1次。"]),
        ("“成效”换成例子“坏”中的写法", [f"-{line}", "+巡河1次。"]),
    ]


def test_fixed_terms_are_written_in_their_wrong_form(tmp_path: Path) -> None:
    check = "{kind: terms, terms: [{right: 巡河, wrong: ['寻[河何]', 循河]}]}"
    line = "全年修渠3条，巡河96次。"
    failing = "雁滩镇2025年水利工作报告\\n一、主要成效\\n循河96次。"
    assert broken(tmp_path, check, failing) == [
        ("“巡河”误写成“循河”", [f"-{line}", "+全年修渠3条，循河96次。"]),
        ("加入例子“坏”中有问题的句子", ["+循河96次。"]),
    ]


def test_one_number_of_an_equation_is_changed(tmp_path: Path) -> None:
    text = packs.REPORT.replace("巡河96次", "调解纠纷9件，其中镇级4件、村级5件")
    failing = "雁滩镇2025年水利工作报告\\n一、主要成效\\n修渠3条。"
    told = broken(tmp_path, "{kind: arithmetic, relation: sum, measures: measure_word}", failing, text=text)
    assert [what for what, _ in told] == [  # type: ignore[misc]
        "“调解纠纷9件”中的数改为 10",
        "“其中镇级4件”中的数改为 5",
        "“村级5件”中的数改为 6",
    ]


def test_marks_are_lost_doubled_and_narrowed(tmp_path: Path) -> None:
    line = "全年修渠3条，巡河96次。"
    text = packs.REPORT.replace(line, "印发《护堤办法》，修渠，巡河。")
    assert broken(tmp_path, "{kind: pairs}", text=text) == [
        ("“《护堤办法》”缺后一半符号", ["-印发《护堤办法》，修渠，巡河。", "+印发《护堤办法，修渠，巡河。"])
    ]
    assert broken(tmp_path, '{kind: doubled_marks, marks: ",。"}', text=text) == [
        (
            "“办法》，修渠，巡河。”中的标点误为“，，”",
            ["-印发《护堤办法》，修渠，巡河。", "+印发《护堤办法》，修渠，，巡河。"],
        ),
        (
            "“一是人手不够。二是缺少经费”中的标点误为“。。”",
            ["-一是人手不够。二是缺少经费，原因是收入下降。", "+一是人手不够。。二是缺少经费，原因是收入下降。"],
        ),
    ]
    assert broken(tmp_path, '{kind: width, marks: ","}', text=text) == [
        ("“办法》，修渠，巡河。”中的标点误为“,”", ["-印发《护堤办法》，修渠，巡河。", "+印发《护堤办法》，修渠,巡河。"])
    ]


def test_amounts_shrink_and_last_years_report_was_the_same(tmp_path: Path) -> None:
    text = packs.REPORT.replace("全年修渠", "全年" + "完成维护任务，" * 30 + "修渠")
    told = broken(tmp_path, "{kind: balance, section: gaps, account: results, share: 0.06, figures: 2}", text=text)
    assert [what for what, _ in told] == ["“不足”只留一句", "“成效”中的数字都换成“若干”"]  # type: ignore[misc]
    assert broken(tmp_path, "{kind: similarity, sections: [results]}") == [("上一年度报告与本报告相同", [])]


def test_a_question_is_answered_with_no(tmp_path: Path) -> None:
    check = "{kind: manual, question: {zh: 报送了吗？, en: Sent?}}"
    assert broken(tmp_path, check, expect="manual") == [("人工答复“否”", [])]


@pytest.mark.parametrize(
    ("relation", "quotes", "told"),
    [
        ("sum", ["共9件", "镇级4件", "三十件"], ["共9件 → 10", "镇级4件 → 5"]),
        ("sum", ["共1.2万件"], ["共1.2万件 → 1.7"]),
        ("rate", ["受理100件", "办结95件", "办结率95%"], ["办结率95% → 88"]),
        ("rate", ["占5％"], ["占5％ → 12"]),
        ("growth", ["46件", "增加6件", "增长15%"], ["增长15% → 8"]),
        ("growth", ["由46条", "减少到16条"], ["减少到16条 → 76"]),
        ("growth", ["由10条", "增加到36条"], ["增加到36条 → 0"]),
        ("same", ["调解9件", "调解9件"], ["调解9件 → 10", "调解9件 → 10"]),
    ],
)
def test_numbers_change_so_that_no_rounding_explains_them(relation: str, quotes: list[str], told: list[str]) -> None:
    evidence = [Evidence(quote, 0, len(quote), 1, 1) for quote in quotes]
    assert [f"{item.quote} → {new}" for item, _, new in number_changes(relation, evidence)] == told


@pytest.mark.parametrize(
    ("sentence", "new"),
    [
        ("受理纠纷1126件，审结1,048件，其中调解341件。", "1049"),
        ("受理纠纷1126件，审结1,048件，审结率93%，其中调解341件。", "1127"),
    ],
)
def test_a_part_becomes_greater_than_all_it_may_be_a_part_of(tmp_path: Path, sentence: str, new: str) -> None:
    text = packs.REPORT.replace("全年修渠3条，巡河96次。", sentence)
    failing = "雁滩镇2025年水利工作报告\\n一、主要成效\\n修渠3条。"
    told = broken(tmp_path, "{kind: arithmetic, relation: part, measures: measure_word}", failing, text=text)
    assert told == [
        (f"“其中调解341件”中的数改为 {new}", [f"-{sentence}", f"+{sentence.replace('341', new)}"]),
    ]


NORMS = """\
norms:
  - {id: dykes, name: 护堤督察规定, rank: party_reg, verified: true}
"""


def test_titles_of_norms_get_a_character_that_is_easily_confused(tmp_path: Path) -> None:
    line = "落实《护堤督察规定》，完成加固3次。"
    template = packs.TEMPLATE + WORDS + NORMS
    check = "{kind: norm_names, ranks: [party_reg], confusable: [察查]}"
    rule = EXAMPLE.format(check=check, expect="fail", failing="雁滩镇2025年水利工作报告\\n落实《护堤督查规定》。")
    pack = packs.demo(tmp_path, rules="rules:\n" + rule, template=template)
    good, tested = packs.good(pack, packs.REPORT.replace("全年修渠3条，巡河96次。", line)), pack.rule("D-TEST")
    told = [
        (mutant.what.zh, changes(good.document, mutant.edited.document))
        for way in MUTATORS["norm_names"]
        for mutant in way.make(good, tested)
    ]
    assert told == [
        ("“护堤督察规定”误写成“护堤督查规定”", [f"-{line}", f"+{line.replace('督察', '督查')}"]),
        ("加入例子“坏”中有问题的句子", ["+落实《护堤督查规定》。"]),
    ]


def test_measures_are_those_of_another_report(tmp_path: Path) -> None:
    failing = "雁滩镇2025年水利工作报告\\n二、存在的不足\\n闸门检修不够。\\n三、2026年安排\\n完善食堂。"
    assert broken(tmp_path, "{kind: response, shortcomings: gaps, measures: plan}", failing) == [
        ("“安排”换成例子“坏”中的写法", ["-加强队伍建设。", "+完善食堂。"])
    ]


def test_the_longest_paragraph_loses_its_end(tmp_path: Path) -> None:
    line = "一是人手不够。二是缺少经费，原因是收入下降。"
    told = broken(tmp_path, "{kind: paragraph_end, at_least: 20}")
    assert told == [("“费，原因是收入下降。”缺句号", [f"-{line}", f"+{line[:-1]}"])]


def test_every_way_belongs_to_a_kind_that_exists() -> None:
    assert set(MUTATORS) <= set(CHECKS)
