from __future__ import annotations

from collections.abc import Sequence

import pytest

from checker.api import check, load_pack
from checker.model import State, VerdictCode
from checker.reading import Limits, read_bytes

from .build_pdf import (
    Draw,
    at,
    centred,
    lines,
    pdf,
    picture,
    raw_pdf,
    report,
    scan,
    slanted,
    without_character_map,
    wrapped,
)
from .shown import furniture, notes, refusal, shown, texts

ONE = "镇政府坚持制度先行，完善决策程序，规范执法行为，推动各项任务落到实处，群众满意度进一步提升。"
TWO = "全年办理行政复议答复12件，行政诉讼应诉3件，均按期办结，没有发生败诉的情形，较上年减少2件。"


def body(*pages: Draw | Sequence[Draw], rotation: int = 0) -> list[str]:
    return texts(read_bytes(pdf(*pages, rotation=rotation), "a.pdf"))


def test_lines_become_paragraphs_across_pages_and_page_numbers_are_furniture() -> None:
    paragraphs = ["一、主要举措和成效", ONE * 3, TWO * 3, ONE * 4, TWO * 2, "二、存在的不足", ONE]
    document = read_bytes(report("青禾镇人民政府2024年度工作报告", paragraphs), "a.pdf")
    assert texts(document) == ["青禾镇人民政府2024年度工作报告", *paragraphs]
    assert [block.page for block in document.blocks] == [1, 1, 1, 1, 1, 1, 2, 2]
    assert [block.paragraph for block in document.blocks] == list(range(1, 9))
    assert furniture(document) == ["— 1 —", "— 2 —"]
    assert (document.format, document.notes, document.unread_pages) == ("pdf", (), ())


@pytest.mark.parametrize("foot", ["{}", "第{}页", "- {} -", "·{}·", "第 {} 页 共 9 页", "{}/9", "Page {} of 9"])
def test_numbers_of_pages_are_known_in_their_shapes(foot: str) -> None:
    document = read_bytes(report("工作报告", [ONE * 12, TWO * 3], foot=foot.format), "a.pdf")
    assert texts(document) == ["工作报告", ONE * 12, TWO * 3]


def test_running_heads_and_feet_are_furniture() -> None:
    head = at(80, 812, "青禾镇政务公开 2025-01-20", 10)
    pages = [[head, lines(*wrapped(ONE * 4, TWO * 3)), at(80, 30, f"第{number}版 青禾镇", 9)] for number in (1, 2, 3)]
    document = read_bytes(pdf(*pages), "a.pdf")
    assert texts(document) == [ONE * 4, TWO * 3] * 3
    assert furniture(document)[:2] == ["青禾镇政务公开 2025-01-20", "第1版 青禾镇"]


def test_lines_that_many_pages_begin_with_are_text_where_nothing_sets_them_apart() -> None:
    assert body(*[lines(*wrapped(ONE * 4), top=800)] * 3) == [ONE * 4] * 3


def test_a_number_at_the_end_of_the_text_is_text() -> None:
    assert body(lines(*wrapped(ONE), "　　12", top=700)) == [ONE, "12"]


def test_columns_are_read_one_after_the_other() -> None:
    column = wrapped(ONE * 2, "一、小标题", TWO * 3, columns=14)
    page = [
        centred("青禾日报", 790),
        lines(*column, x=60, top=740, step=20, size=14),
        lines(*wrapped(TWO, columns=14), x=60 + 14 * 16, top=731, step=20, size=14),
    ]
    assert body(page) == ["青禾日报", ONE * 2, "一、小标题", TWO * 3, TWO]


def test_columns_are_told_apart_even_where_the_file_mixes_their_lines() -> None:
    column = wrapped(ONE * 2, TWO * 3, columns=14)
    page = [
        draw
        for index, line in enumerate(column)
        for draw in (
            lines(line, x=60, top=740 - 20 * index, size=14),
            lines(line, x=60 + 14 * 16, top=740 - 20 * index, size=14),
        )
    ]
    assert body(page) == [ONE * 2, TWO * 3] * 2


def test_a_table_keeps_its_rows() -> None:
    rows = [("事项", "数量", "备注"), ("行政复议", "12", "无"), ("行政诉讼", "3", "均已办结"), ("合计", "15", "")]
    cells = [
        at(x, 600 - 25 * i, t) for i, row in enumerate(rows) for x, t in zip((90, 250, 400), row, strict=True) if t
    ]
    document = read_bytes(pdf([lines(*wrapped(ONE)), *cells, lines(*wrapped(TWO), top=480)]), "a.pdf")
    assert shown(document) == [
        ("paragraph", None, ONE),
        ("table", None, "事项\t数量\t备注\n行政复议\t12\t无\n行政诉讼\t3\t均已办结\n合计\t15"),
        ("paragraph", None, TWO),
    ]


def test_a_title_on_two_lines_and_what_is_signed_stay_apart_from_the_text() -> None:
    page = [
        centred("青禾县人民政府关于2024年度法治工作情况和二", 770),
        centred("〇二五年打算的报告", 735),
        lines(*wrapped(ONE), top=680),
        lines("青禾县人民政府", "2025年1月20日", x=330, top=560),
    ]
    title = "青禾县人民政府关于2024年度法治工作情况和二〇二五年打算的报告"
    assert body(page) == [title, ONE, "青禾县人民政府", "2025年1月20日"]


def test_latin_words_stay_apart_and_numbers_together_where_a_line_ends() -> None:
    assert body(lines("　　" + "字" * 22 + " the", "rule of law" + "字" * 20 + "20", "25年")) == [
        "字" * 22 + " the rule of law" + "字" * 20 + "2025年"
    ]


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
def test_how_a_page_is_turned_for_showing_does_not_matter(rotation: int) -> None:
    assert body(lines(*wrapped(ONE * 2, TWO)), rotation=rotation) == [ONE * 2, TWO]


@pytest.mark.parametrize(("angle", "x", "y"), [(90, 595, 0), (180, 595, 842), (270, 0, 842)])
def test_text_that_is_turned_itself_is_read(angle: int, x: float, y: float) -> None:
    def turned(canvas: object) -> None:
        canvas.translate(x, y)  # type: ignore[attr-defined]
        canvas.rotate(angle)  # type: ignore[attr-defined]
        lines(*wrapped(ONE * 2, TWO), x=60, top=500)(canvas)  # type: ignore[arg-type]

    assert body(turned) == [ONE * 2, TWO]


def test_a_watermark_is_furniture() -> None:
    document = read_bytes(pdf([slanted("内部资料"), lines(*wrapped(ONE * 2, TWO))]), "a.pdf")
    assert (texts(document), furniture(document)) == ([ONE * 2, TWO], ["内部资料"])


def test_pages_that_are_pictures_are_named_and_their_numbers_kept() -> None:
    document = read_bytes(pdf([lines(*wrapped(ONE))], scan, [scan, centred("— 3 —", 45, 12)], lines(ONE[:20])), "a.pdf")
    assert document.unread_pages == (2, 3)
    assert notes(document) == ["第 2–3 页是图片，没有可读的文字，没有检查"]


def test_a_picture_beside_text_is_told() -> None:
    document = read_bytes(pdf([lines(*wrapped(ONE)), picture(100, 100, 200, 200)]), "a.pdf")
    assert (notes(document), document.unread_pages) == (["文中有 1 个图片或图表，其中的文字没有检查"], ())


def test_an_empty_page_is_no_unread_page() -> None:
    assert read_bytes(pdf(lines(ONE[:20]), []), "a.pdf").unread_pages == ()


def test_a_document_without_text_is_refused_for_what_it_is() -> None:
    assert refusal(pdf(scan, scan), "a.pdf") == "a.pdf: 各页都是图片，没有可读的文字（扫描件）"
    garbled = without_character_map(bytes(range(1, 61)) * 2)
    assert refusal(garbled, "a.pdf") == "a.pdf: 字体没有字符对照表，文字无法读出（只见乱码）"
    assert refusal(pdf([]), "a.pdf") == "a.pdf: 文件里没有读到文字"


def test_a_password_is_told_unless_it_is_only_for_changes() -> None:
    assert refusal(pdf(lines(ONE[:20]), password="geheim"), "a.pdf") == "a.pdf: 文件有打开密码，无法读取"
    assert texts(read_bytes(pdf(lines(ONE[:20]), password=""), "a.pdf")) == [ONE[:20]]


@pytest.mark.parametrize("data", [b"%PDF-1.7\n", b"%PDF-1.4\n" + b"\0" * 2000, pdf(lines("正文"))[:300]])
def test_half_a_file_is_damaged(data: bytes) -> None:
    assert refusal(data, "a.pdf") == "a.pdf: 文件已损坏：不是完整的 PDF"


def test_limits_have_a_sentence_each() -> None:
    data = pdf(*[lines(ONE[:20])] * 3)
    assert refusal(data, "a.pdf", Limits(pages=2)) == "a.pdf: 有 3 页，超过 2 页的上限"
    assert refusal(data, "a.pdf", Limits(seconds=-1)) == "a.pdf: 读取超过 -1 秒的上限，已停止"
    assert refusal(data, "a.pdf", Limits(characters=30)) == "a.pdf: 文字有 40 个字符，超过 30 个字符的上限"


def test_scripts_and_attachments_do_nothing() -> None:
    script = b"/OpenAction<</S/JavaScript/JS(app.alert\\(1\\);while\\(1\\);)>>"
    font = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
    data = raw_pdf(b"BT /F1 16 Tf 80 700 Td (Annual report 2024) Tj ET", font, script)
    assert texts(read_bytes(data, "a.pdf")) == ["Annual report 2024"]


def test_what_fails_in_a_document_with_unread_pages_cannot_be_told() -> None:
    data = pdf([centred("青禾镇人民政府2024年法治政府建设情况报告", 770), lines(*wrapped(ONE), top=700)], scan)
    found = check(read_bytes(data, "a.pdf"), load_pack())
    states = {outcome.state for outcome in found.outcomes if outcome.severity.value != "info"}
    assert State.CANNOT_TELL in states
    assert not states & {State.FAIL, State.PARTIAL}
    assert found.verdict.code is VerdictCode.CANNOT_JUDGE
    assert found.verdict.reason.zh == "第 2 页没有读到文字，缺少的内容可能写在其中，不能据此下结论。"
