"""What must not be published is found in headers, footers and watermarks; nothing there becomes part of the report."""

from __future__ import annotations

import pytest

from checker.api import check, load_pack
from checker.model import Document, Report, State
from checker.reading import read_bytes
from checker.word.annotate import annotate

from .reading.build import docx, field, paragraph, run, with_heads
from .reading.build_pdf import typeset

TITLE = "青禾县雁滩镇人民政府2025年法治政府建设情况报告"
TEXT = ("2025年，雁滩镇党委主要负责人主持研究法治建设5次，全镇调解纠纷96件。", "雁滩镇人民政府", "2026年1月20日")
BODY = "".join(map(paragraph, (TITLE, *TEXT)))
RULES = ("FZ-SEC-01", "FZ-SEC-INTERNAL", "FZ-SEC-DRAFT", "FZ-PLACEHOLDER", "FZ-REQ-01")


def word(**heads: str) -> Document:
    return read_bytes(with_heads(BODY, {f"{place} default": content for place, content in heads.items()}), "a.docx")


def failed(report: Report) -> dict[str, list[str]]:
    found = {outcome.rule: outcome for outcome in report.outcomes if outcome.rule in RULES}
    assert set(found) == set(RULES)
    return {rule: [item.quote for item in found[rule].evidence] for rule in RULES if found[rule].state is State.FAIL}


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("机密★1年", {"FZ-SEC-01": ["机密★1年"]}),
        ("密级：秘密", {"FZ-SEC-01": ["密级：秘密"]}),
        ("机密", {"FZ-SEC-01": ["机密"]}),
        ("内部资料　注意保存", {"FZ-SEC-INTERNAL": ["内部资料　注意保存"]}),
        ("征求意见稿", {"FZ-SEC-DRAFT": ["征求意见稿"]}),
        ("（第二稿）", {"FZ-SEC-DRAFT": ["（第二稿）"]}),
        ("××镇人民政府", {"FZ-PLACEHOLDER": ["××镇"]}),
        ("妥否，请批示。", {"FZ-REQ-01": ["妥否，请批示"]}),
    ],
)
def test_a_mark_in_a_header_is_told(header: str, expected: dict[str, list[str]]) -> None:
    report = check(word(header=paragraph(header)), load_pack())
    assert failed(report) == expected


@pytest.mark.parametrize("header", ["雁滩镇人民政府", "送审稿", "保守国家秘密", "内部资料管理规定汇编", "意见箱"])
def test_other_words_in_a_header_are_not(header: str) -> None:
    assert failed(check(word(header=paragraph(header)), load_pack())) == {}


def test_the_place_is_no_page_and_no_paragraph() -> None:
    document = word(header=paragraph("机密"), footer=paragraph(run("— ") + field("PAGE", "1") + run(" —")))
    (outcome,) = [each for each in check(document, load_pack()).outcomes if each.rule == "FZ-SEC-01"]
    assert outcome.message.zh == "有密级标识：出现 1 处：机密（其中 1 处在页眉、页脚或水印里）"
    (item,) = outcome.evidence
    assert (item.page, item.paragraph, item.heading, item.head) == (None, None, (), True)
    assert document.text[item.start : item.end] == "机密"


def test_the_report_is_the_same_with_a_running_head_and_without() -> None:
    plain = check(read_bytes(docx(BODY), "a.docx"), load_pack())
    running = check(word(header=paragraph("2023年雁滩镇工作总结")), load_pack())
    assert running.profile == plain.profile
    assert running.outline == plain.outline
    assert [each.state for each in running.outcomes] == [each.state for each in plain.outcomes]


def test_the_running_head_of_a_pdf_is_looked_at_too() -> None:
    pdf = typeset(TITLE, [*TEXT[:1] * 12, *TEXT[1:]], head="内部资料")
    report = check(read_bytes(pdf, "a.pdf"), load_pack())
    assert failed(report) == {"FZ-SEC-INTERNAL": ["内部资料"]}
    assert report.profile.title is not None
    assert report.profile.title.value == TITLE


def test_a_comment_on_a_header_stands_in_the_text_which_alone_can_have_one() -> None:
    data = with_heads(BODY, {"header default": paragraph("机密")})
    report = check(read_bytes(data, "a.docx"), load_pack())
    annotated = read_bytes(annotate(report, load_pack(), "zh", original=data), "a.docx")
    assert annotated.text == report.document.text
    assert any("批注" in note.zh for note in annotated.notes)
