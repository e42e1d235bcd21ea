"""One page of a PDF as a picture, and the text that is recognised in it as pieces of lines with their places."""

from __future__ import annotations

import math
from ctypes import string_at
from typing import Any

import pypdfium2.raw as pdfium

from checker.reading import ocr
from checker.reading.layout import Piece
from checker.reading.pdf_page import PageText

_WHITE = 0xFFFFFFFF
_BYTES = 3  # of a pixel: blue, green, red
_NARROW = 0.5  # of the size: the width of a letter or digit


def recognised(page: Any) -> PageText:
    """Return what is recognised in the picture of *page*, a handle of PDFium's. Raises OcrError."""
    width, height = pdfium.FPDF_GetPageWidthF(page), pdfium.FPDF_GetPageHeightF(page)
    if not (math.isfinite(width) and math.isfinite(height) and min(width, height) > 0):
        return PageText(0, 0, (), is_scan=True)
    scale = ocr.SIDE / max(width, height)
    lines = ocr.recognise(_rendered(page, max(round(width * scale), 1), max(round(height * scale), 1)))
    return PageText(width, height, tuple(_piece(line, scale) for line in lines))


def _rendered(page: Any, width: int, height: int) -> Any:
    """Return *page* as an array of *height* rows of *width* pixels."""
    import numpy

    bitmap = pdfium.FPDFBitmap_CreateEx(width, height, pdfium.FPDFBitmap_BGR, None, 0)
    try:
        pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, _WHITE)
        pdfium.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, pdfium.FPDF_ANNOT)
        stride = pdfium.FPDFBitmap_GetStride(bitmap)
        data = string_at(pdfium.FPDFBitmap_GetBuffer(bitmap), stride * height)
    finally:
        pdfium.FPDFBitmap_Destroy(bitmap)
    rows = numpy.frombuffer(data, dtype=numpy.uint8).reshape(height, stride)
    return rows[:, : width * _BYTES].reshape(height, width, _BYTES)


def _piece(line: ocr.Line, scale: float) -> Piece:
    left, top, right, bottom = (edge / scale for edge in (line.left, line.top, line.right, line.bottom))
    letters = sum(_NARROW if ord(character) < 0x2000 else 1 for character in line.text)
    size = (right - left) / letters if letters else bottom - top  # boxes are higher than the characters in them
    return Piece(line.text, left, top, right, bottom, min(size, bottom - top), confidence=line.confidence)
