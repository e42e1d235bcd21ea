"""PDF files: the text of their pages, put together into paragraphs. No script runs, nothing is fetched.

Pages that show no text (scans), or whose fonts do not say which characters their shapes are, cannot be read; they are
named, so that nothing that may stand there is taken for missing. Where ``Limits.ocr`` gives time for it and the extra
is installed, they are rendered and their text is recognised. Attached files are counted.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock
from time import monotonic
from typing import Any

import pypdfium2.raw as pdfium

from checker.reading.content import Builder, Content
from checker.reading.limits import listed
from checker.reading.paging import Page, add_pages
from checker.reading.pdf_page import PageText, page_text
from checker.reading.source import Source
from checker.regex import regex
from checker.texts import Text, text

_PICTURE = regex(rb"/Image\b|/Subtype\s*/Im")
_ONE_AT_A_TIME = Lock()  # PDFium may be used by one thread only


def read(source: Source) -> Content:
    """Return what *source* shows. Raises ReadError where it is damaged, encrypted, over a limit or without any text."""
    with _ONE_AT_A_TIME, _opened(source) as document:
        pages = list(_pages(source, document))
        attached = max(pdfium.FPDFDoc_GetAttachmentCount(document), 0)
        failure = _recognise(source, document, pages) if source.limits.ocr else None
    scans = tuple(number for number, page in enumerate(pages, 1) if page.is_scan)
    garbled = tuple(number for number, page in enumerate(pages, 1) if page.is_garbled)
    if not any(page.pieces for page in pages) and (scans or garbled):
        raise source.error("scanned" if scans else "no_character_map")
    builder = Builder()
    add_pages(
        builder,
        [Page(number, page.width, page.height, page.pieces) for number, page in enumerate(pages, 1) if page.pieces],
    )
    for key, numbers in (("scans", scans), ("garbled", garbled)):
        if numbers:
            builder.notes.append(text(f"reading.note.{key}", pages=listed(numbers)))
    if builder.recognised:
        done = sorted({each.page for each in builder.recognised})
        lowest = int(100 * min(each.confidence for each in builder.recognised))
        builder.notes.append(text("ocr.note", pages=listed(done), lowest=lowest))
    if failure is not None:
        builder.notes.append(text("ocr.failed", pages=listed(sorted((*scans, *garbled))), reason=failure))
    pictures = sum(page.pictures for page in pages)
    if pictures:
        builder.notes.append(text("reading.note.pictures", count=pictures))
    if attached:
        builder.notes.append(text("reading.note.embedded", count=attached))
    return builder.content(unread_pages=tuple(sorted((*scans, *garbled))))


@contextmanager
def _opened(source: Source) -> Iterator[Any]:
    document = pdfium.FPDF_LoadMemDocument64(source.data, len(source.data), None)
    if not document:
        error = pdfium.FPDF_GetLastError()
        if error in (pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY):
            raise source.error("encrypted")
        raise source.error("damaged", reason=text("reading.reason.pdf"))
    try:
        yield document
    finally:
        pdfium.FPDF_CloseDocument(document)


def _pages(source: Source, document: Any) -> Iterator[PageText]:
    count = pdfium.FPDF_GetPageCount(document)
    if count > source.limits.pages:
        raise source.error("too_many_pages", count=count, limit=source.limits.pages)
    has_pictures = _PICTURE.search(source.data) is not None
    characters = 0
    for index in range(count):
        source.check_time()
        page = pdfium.FPDF_LoadPage(document, index)
        if not page:
            raise source.error("damaged", reason=text("reading.reason.page", page=index + 1))
        try:
            found = page_text(page, has_pictures=has_pictures)
        finally:
            pdfium.FPDF_ClosePage(page)
        characters += sum(len(piece.text) for piece in found.pieces)
        if characters > source.limits.characters:
            raise source.error("too_long", count=characters, limit=source.limits.characters)
        yield found


def _recognise(source: Source, document: Any, pages: list[PageText]) -> Text | None:
    """Put what is recognised in the pictures of unread *pages* in their place; return why some were left, if any."""
    from checker.reading import ocr, pdf_picture

    unread = [index for index, page in enumerate(pages) if page.is_scan or page.is_garbled]
    if not unread or not ocr.installed():
        return None
    deadline = monotonic() + source.limits.ocr
    for index in unread:
        if monotonic() > deadline:
            return text("ocr.took_too_long", limit=f"{source.limits.ocr:g}")
        page = pdfium.FPDF_LoadPage(document, index)
        try:
            found = pdf_picture.recognised(page)
        except ocr.OcrError as error:
            return error.message
        finally:
            pdfium.FPDF_ClosePage(page)
        if found.pieces:  # else the picture may show what nobody recognises, and the page stays unread
            pages[index] = found
    return None
