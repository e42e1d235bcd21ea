"""A correction is made where it mends what it should and breaks nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from checker.api import check, load_pack
from checker.correcting import Change, Refused, corrected, edits, tried, wanted
from checker.model import Block, BlockKind, Correction, Document, Report, Span
from checker.reading import read_bytes
from checker.rule import Pack

TITLE = "云溪县人民政府2025年度法治政府建设情况报告\n"


@pytest.fixture(scope="module")
def pack() -> Pack:
    return load_pack("default")


def document_of(words: str, *spans: tuple[int, int]) -> Document:
    kind = BlockKind.PARAGRAPH
    blocks = tuple(Block(kind, start, end, number) for number, (start, end) in enumerate(spans, 1))
    return Document("a.txt", "txt", "0" * 64, words, blocks)


def report_of(content: str, pack: Pack) -> Report:
    return check(read_bytes((TITLE + content).encode(), "a.txt"), pack)


def change(report: Report, written: str, replacement: str, rule: str) -> Change:
    start = report.document.text.index(written)
    return Change(rule, Correction(Span(start, start + len(written)), replacement))


def edited(words: str, replacement: str) -> list[tuple[int, int, str]]:
    document = document_of(words, (0, len(words)))
    made = edits(document, Correction(Span(0, len(words)), replacement))
    return [(edit.span.start, edit.span.end, edit.new) for edit in made]


@pytest.mark.parametrize(
    ("written", "replacement", "made"),
    [
        ("国办发[2023]27号", "国办发〔2023〕27号", [(3, 4, "〔"), (8, 9, "〕")]),
        ("2026.1.05", "2026年1月5日", [(4, 5, "年"), (6, 8, "月"), (9, 9, "日")]),
        ("2026 年 01 月", "2026年1月", [(7, 8, "")]),
        ("国发 [20 21]", "国发〔20 21〕", [(3, 4, "〔"), (9, 10, "〕")]),
        ("一)", "（一）", [(0, 0, "（"), (1, 2, "）")]),
        ("、等", "等", [(0, 1, "")]),
        ("、", "", [(0, 1, "")]),
    ],
)
def test_only_what_differs_is_touched_and_blanks_stay(
    written: str, replacement: str, made: list[tuple[int, int, str]]
) -> None:
    assert edited(written, replacement) == made


def test_whatever_stands_in_the_text_moves_with_it() -> None:
    document = replace(
        document_of("一)甲\n2026.1.5\n尾", (0, 3), (4, 12), (13, 14)),
        furniture=(Span(13, 14),),
        page_breaks=((13, 2),),
    )
    changes = [
        Change("A-1", Correction(Span(0, 2), "（一）")),
        Change("A-2", Correction(Span(4, 12), "2026年1月5日")),
    ]
    after = corrected(document, changes)
    assert after.text == "（一）甲\n2026年1月5日\n尾"
    assert [after.text[block.start : block.end] for block in after.blocks] == ["（一）甲", "2026年1月5日", "尾"]
    assert [after.text[span.start : span.end] for span in after.furniture] == ["尾"]
    assert [(after.text[offset], page) for offset, page in after.page_breaks] == [("尾", 2)]


def told(result: tuple[Sequence[Change], Sequence[Refused]]) -> tuple[list[str], list[tuple[str, str | None]]]:
    kept, refused = result
    return (
        [each.correction.replacement for each in kept],
        [(each.change.correction.replacement, each.because) for each in refused],
    )


def test_what_findings_ask_for_is_fine(pack: Pack) -> None:
    report = report_of("全年调解纠纷96件，落实国办发[2023]27号文件。一是抓学习。二是抓培训。二是抓考核。\n", pack)
    changes, overlapping = wanted(report)
    assert overlapping == []
    assert told(tried(report, pack, changes)) == (["落实国办发〔2023〕27号", "三是"], [])


def test_one_that_mends_nothing_is_refused_and_the_others_are_made(pack: Pack) -> None:
    report = report_of("全年调解纠纷96件，落实国办发[2023]27号、国办发(2022)2号文件，建设法制政府。\n", pack)
    changes = [
        change(report, "国办发[2023]27号", "国办发(2023)27号", "FZ-REF-DOCNO"),
        change(report, "国办发(2022)2号", "国办发〔2022〕2号", "FZ-REF-DOCNO"),
        change(report, "法制政府", "法治政府", "FZ-REF-TERM"),
    ]
    assert told(tried(report, pack, changes)) == (["国办发〔2022〕2号", "法治政府"], [("国办发(2023)27号", None)])


def test_one_that_breaks_another_rule_is_refused_with_that_rule(pack: Pack) -> None:
    report = report_of("全年调解纠纷96件，建设法制政府。一是抓学习。二是抓培训。三是抓考核。\n", pack)
    changes = [change(report, "法制政府。一是抓学习。二是", "法治政府。一是抓学习。一是", "FZ-REF-TERM")]
    assert told(tried(report, pack, changes)) == ([], [("法治政府。一是抓学习。一是", "FZ-FMT-SEQ")])


def test_one_more_place_of_a_known_finding_is_new(pack: Pack) -> None:
    report = report_of("全年调解纠纷96件，落实国办发[2023]27号文件，建设法制政府，参照国办发〔2022〕2号文件。\n", pack)
    changes = [
        change(report, "法制政府，参照国办发〔2022〕2号", "法治政府，参照国办发(2022)2号", "FZ-REF-TERM"),
    ]
    assert told(tried(report, pack, changes))[1] == [("法治政府，参照国办发(2022)2号", "FZ-REF-DOCNO")]


def test_a_remark_on_a_term_that_is_legible_again_is_no_fault(pack: Pack) -> None:
    report = report_of("全年调解纠纷96件。县委书记落实法治建设第一人责任，主持会议、听取汇报。\n", pack)
    changes, _ = wanted(report)
    assert told(tried(report, pack, changes)) == (["第一责任人"], [])


def test_a_remark_on_the_changed_words_themselves_is(pack: Pack) -> None:
    report = report_of("全年调解纠纷96件，建设法制政府，走访企业、商户40家。\n", pack)
    changes = [change(report, "法制政府，走访企业、商户", "法治政府，走访企业、等", "FZ-REF-TERM")]
    assert told(tried(report, pack, changes))[1] == [("法治政府，走访企业、等", "FZ-PUNC-ETC")]


def test_one_that_makes_another_document_of_it_is_refused(pack: Pack) -> None:
    report = report_of("全年调解纠纷96件，建设法制政府。\n", pack)
    changes = [change(report, "云溪县人民政府2025年度", "云溪县人民政府2024年度", "FZ-REF-TERM")]
    assert told(tried(report, pack, changes)) == ([], [("云溪县人民政府2024年度", None)])


def test_of_two_that_overlap_the_first_is_made_and_the_other_told(pack: Pack) -> None:
    report = report_of("全年调解纠纷96件，建设法制政府。\n", pack)
    outcomes = tuple(
        replace(outcome, corrections=(Correction(Span(0, 3), "甲"), *outcome.corrections))
        if outcome.rule == "FZ-REF-TERM"
        else outcome
        for outcome in report.outcomes
    )
    first = replace(report, outcomes=outcomes)
    again = replace(
        first,
        outcomes=(
            *(each for each in outcomes if each.corrections),
            *(
                replace(each, rule="X-1", corrections=(Correction(Span(2, 4), "乙"),))
                for each in outcomes
                if each.corrections
            ),
        ),
    )
    changes, refused = wanted(again)
    assert [each.correction.replacement for each in changes] == ["甲", "法治政府"]
    assert [(each.change.rule, each.overlaps) for each in refused] == [("X-1", True)]
