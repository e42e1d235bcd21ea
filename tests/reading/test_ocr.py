"""Pictures of pages are recognised where that is asked for and installed; what comes of it is marked as such."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from typing import Any

import pytest
from pypdfium2 import PdfDocument
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from checker.errors import ReadError
from checker.reading import Limits, ocr, pdf_picture, read_bytes
from checker.reading.ocr import Line, Ocr, OcrError
from checker.recognised import Recognised

from .build_pdf import lines, pdf, scan, typeset, wrapped
from .shown import notes, refusal, texts

PROSE = "镇政府坚持制度先行，完善决策程序，规范执法行为，推动各项任务落到实处，群众满意度进一步提升。"
ASKED = Limits(ocr=60.0)
SCANNED = "a.pdf: 各页都是图片，没有可读的文字（扫描件）"


def scanned(data: bytes) -> bytes:
    """The pages of a PDF as pictures, as a scanner makes them."""
    buffer = BytesIO()
    canvas = Canvas(buffer, invariant=1)
    with PdfDocument(data) as document:
        for page in document:
            width, height = page.get_size()
            canvas.setPageSize((width, height))
            picture = page.render(scale=150 / 72, grayscale=True).to_pil()
            canvas.drawImage(ImageReader(picture), 0, 0, width, height)
            canvas.showPage()
    canvas.save()
    return buffer.getvalue()


@pytest.fixture
def recogniser(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Let a test say what is recognised, page by page; the extra need not be there."""

    def use(*pages: Sequence[Line] | OcrError) -> None:
        answers = iter(pages)

        def recognise(picture: tuple[int, int]) -> list[Line]:
            assert max(picture) == ocr.SIDE
            answer = next(answers)
            if isinstance(answer, OcrError):
                raise answer
            return list(answer)

        monkeypatch.setattr(ocr, "installed", lambda: True)
        monkeypatch.setattr(ocr, "recognise", recognise)
        monkeypatch.setattr(pdf_picture, "_rendered", lambda page, width, height: (width, height))

    return use


def page_of(*rows: tuple[str, float]) -> list[Line]:
    """Rows of a page from its left margin on, 32 pixels a character, each with its confidence."""
    return [
        Line(words, 180, 240 + 70 * index, 180 + 32 * len(words), 280 + 70 * index, confidence)
        for index, (words, confidence) in enumerate(rows)
    ]


def test_what_is_recognised_is_read_in_its_place_and_marked(recogniser: Any) -> None:
    recogniser(page_of(("一、主要举措", 0.99), ("二、存在的不足", 0.875)))
    document = read_bytes(pdf([lines(*wrapped(PROSE))], scan), "a.pdf", ASKED)
    assert texts(document) == [PROSE, "一、主要举措", "二、存在的不足"]
    assert [block.page for block in document.blocks] == [1, 2, 2]
    second, third = document.blocks[1:]
    assert document.recognised == (
        Recognised(second.start, second.end, 2, 0.99),
        Recognised(third.start, third.end, 2, 0.875),
    )
    assert document.unread_pages == ()
    assert notes(document) == ["第 2 页是图片，文字由程序识别，可能有错漏（把握最低 87%），请对照原件"]


def test_lines_of_one_paragraph_are_as_sure_as_the_least_of_them(recogniser: Any) -> None:
    full = PROSE[:40]
    recogniser(page_of(*[(full, 0.99 - index / 100) for index in range(5)], ("完。", 0.99)))
    document = read_bytes(pdf(scan), "a.pdf", ASKED)
    assert texts(document) == [full * 5 + "完。"]
    assert [each.confidence for each in document.recognised] == [0.95]


def test_a_page_number_need_not_be_sure(recogniser: Any) -> None:
    number = Line("-1-", 680, 1950, 730, 1975, 0.3)
    recogniser([*page_of((PROSE[:30], 0.98)), number])
    document = read_bytes(pdf(scan), "a.pdf", ASKED)
    assert texts(document) == [PROSE[:30]]
    assert [each.confidence for each in document.recognised] == [0.98]


def test_nothing_is_recognised_unless_asked_for(recogniser: Any) -> None:
    recogniser()
    assert refusal(pdf(scan), "a.pdf") == SCANNED


def test_without_the_extra_a_scan_is_what_it_was(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ocr, "installed", lambda: False)
    assert refusal(pdf(scan), "a.pdf", ASKED) == SCANNED


def test_a_picture_in_which_nothing_is_recognised_stays_unread(recogniser: Any) -> None:
    recogniser([], page_of((PROSE[:30], 0.98)))
    document = read_bytes(pdf(scan, scan), "a.pdf", ASKED)
    assert (document.unread_pages, [block.page for block in document.blocks]) == ((1,), [2])
    assert notes(document)[0] == "第 1 页是图片，没有可读的文字，没有检查"


def test_pages_for_which_it_fails_or_has_no_time_stay_unread(recogniser: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    from checker.texts import Text

    recogniser(page_of((PROSE[:30], 0.98)), OcrError(Text("坏了", "broken")))
    document = read_bytes(pdf(scan, scan, scan), "a.pdf", ASKED)
    assert (document.unread_pages, notes(document)[-1]) == ((2, 3), "第 2–3 页没有识别：坏了")
    recogniser()
    monkeypatch.setattr("checker.reading.pdf.monotonic", iter([0.0, 61.0]).__next__)
    with pytest.raises(ReadError):
        read_bytes(pdf(scan), "a.pdf", ASKED)


@pytest.mark.parametrize(("asked", "expected"), [(Ocr.OFF, 0.0), (Ocr.AUTO, 600.0)])
def test_automatic_costs_nothing_where_there_is_none(
    asked: Ocr, expected: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ocr, "installed", lambda: False)
    assert ocr.seconds(asked) == expected
    with pytest.raises(OcrError, match="--ocr on"):
        ocr.seconds(Ocr.ON)


@pytest.mark.skipif(not ocr.installed(), reason="the extra 'ocr' is not installed")
@pytest.mark.filterwarnings("default")  # of the libraries that it is built on
def test_a_scanned_report_is_recognised_as_it_was_written() -> None:
    title = "青禾县雁滩镇人民政府关于2025年度法治政府建设情况的报告"
    written = ["一、主要举措", "全年办理行政复议案件12件，开展执法培训3期。", "雁滩镇人民政府", "2026年1月20日"]
    document = read_bytes(scanned(typeset(title, written)), "a.pdf", Limits(ocr=600.0))

    def plain(words: str) -> str:
        return "".join(words.split()).translate(str.maketrans("，。、（）", ",.,()"))

    assert [plain(text) for text in texts(document)] == [plain(text) for text in (title, *written)]
    assert {each.page for each in document.recognised} == {1}
    assert min(each.confidence for each in document.recognised) > 0.8
