"""One page of a PDF as pieces of lines with their places, in as few calls of PDFium as that takes.

PDFium gives the characters of a page in the order of its content stream, with line feeds and blanks of its own where
it sees gaps. Boxes are asked for at the ends of lines and around blanks only: a call for each character would cost
more than PDFium's whole work.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from ctypes import byref, c_double, c_float, c_ushort
from typing import Any

import pypdfium2.raw as pdfium

from checker.frozen import dataclass
from checker.reading.layout import NUMBER_ONLY, WIDE_GAP, Piece, sane
from checker.regex import regex

_LINE = regex(r"[^\r\n]+")
_BLANKS = regex(r"[ \t\u00a0]+")
_WIDE = regex(r"[\u2e80-\u9fff\uf900-\ufaff\uff01-\uff60\U00020000-\U0003ffff]")
_WIDE_RUN = regex(f"{_WIDE.pattern}+")
_DIGITS = regex(r"[0-9]+")
_DIGIT = 0.45  # of the size: the width that a digit has at least, more or less
_NARROWEST = 0.28  # of the size: the width that any other character has at least, more or less
_QUARTER = math.pi / 2
_ANGLES = 9
_FEW = 20  # characters that a page may have beside a picture and still be a scan
_MANY_PATHS = 60  # drawn outlines without text: letters that were turned into shapes
_PRIVATE = regex(r"[\ue000-\uf8ff\ufffd\x00-\x01\x03-\x08\x0e-\x1f]")
_GARBAGE = 0.2
_SAMPLE = 40
_SENSIBLE = "的，。、"
_FARTHEST = 1e5  # points, all edges together, up to which nothing is looked at closely
_NESTED = 3


_Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""


@dataclass(frozen=True, slots=True)
class PageText:
    """What a page shows. *is_scan*: a picture takes the place of its text. *is_garbled*: its fonts tell no characters.

    *pictures* counts pictures on a page with text, 0 where they were not looked for.
    """

    width: float
    height: float
    pieces: tuple[Piece, ...]
    is_scan: bool = False
    is_garbled: bool = False
    pictures: int = 0


def page_text(page: Any, *, has_pictures: bool) -> PageText:
    """Return what *page*, a handle of PDFium's, shows; *has_pictures*: the file holds some, on whichever page."""
    handle = pdfium.FPDFText_LoadPage(page)
    if not handle:
        return PageText(0, 0, (), is_scan=True)
    try:
        characters = _characters(handle)
        shown = len(characters) - characters.count(" ") - characters.count("\r") - characters.count("\n")
        if shown and _is_garbled(handle, characters, shown):
            return PageText(0, 0, (), is_garbled=True)
        pictures = paths = 0
        if has_pictures or not shown:
            area = pdfium.FPDF_GetPageWidthF(page) * pdfium.FPDF_GetPageHeightF(page)
            pictures, paths, covered = _drawn(page, area)
            if (shown < _FEW and covered) or (not shown and paths >= _MANY_PATHS):
                return PageText(0, 0, (), is_scan=True)
        if not shown:
            return PageText(0, 0, ())
        cutter = _Pieces(page, handle, characters)
        return PageText(cutter.width, cutter.height, tuple(cutter.all()), pictures=pictures)
    finally:
        pdfium.FPDFText_ClosePage(handle)


def _characters(handle: Any) -> str:
    """Return the characters of a page, exactly one for each of PDFium's indices."""
    count = pdfium.FPDFText_CountChars(handle)
    if count <= 0:
        return ""
    buffer = (c_ushort * (2 * count + 2))()
    written = pdfium.FPDFText_GetText(handle, 0, count, buffer)
    text = bytes(memoryview(buffer)[: max(written - 1, 0)]).decode("utf-16-le", "replace")
    if len(text) == count and "\ufffd" not in text:
        return text
    # Characters beyond the basic plane, or without any text, put the two counts apart.
    codes = (pdfium.FPDFText_GetUnicode(handle, index) for index in range(count))
    return "".join(chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else "\ufffd" for code in codes)


def _is_garbled(handle: Any, characters: str, shown: int) -> bool:
    """Return whether the fonts of a page do not say which characters their shapes are."""
    if sum(1 for _ in _PRIVATE.finditer(characters)) > shown * _GARBAGE:
        return True
    if sum(mark in characters for mark in _SENSIBLE) > 1:  # numbers of glyphs taken for characters hit none of them
        return False
    step = max(len(characters) // _SAMPLE, 1)
    sample = range(0, len(characters), step)
    unmapped = sum(pdfium.FPDFText_HasUnicodeMapError(handle, index) == 1 for index in sample)
    return bool(unmapped > len(sample) * _GARBAGE)


def _drawn(page: Any, area: float) -> tuple[int, int, bool]:
    """Return how many pictures and paths *page* has, and whether pictures cover a good part of it."""
    pictures = paths = 0
    covered = 0.0
    left, bottom, right, top = (c_float() for _ in range(4))
    for drawn in _objects(page):
        kind = pdfium.FPDFPageObj_GetType(drawn)
        paths += kind == pdfium.FPDF_PAGEOBJ_PATH
        if kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            pictures += 1
            if pdfium.FPDFPageObj_GetBounds(drawn, byref(left), byref(bottom), byref(right), byref(top)):
                covered += abs(right.value - left.value) * abs(top.value - bottom.value)
    return pictures, paths, pictures > 0 and covered > 0.3 * area


def _objects(page: Any) -> Iterator[Any]:
    """Yield the objects of *page*, looking into forms; a form inside another has matrices of its own, here ignored."""
    for index in range(pdfium.FPDFPage_CountObjects(page)):
        yield from _within(pdfium.FPDFPage_GetObject(page, index), _NESTED)


def _within(drawn: Any, depth: int) -> Iterator[Any]:
    yield drawn
    if depth and pdfium.FPDFPageObj_GetType(drawn) == pdfium.FPDF_PAGEOBJ_FORM:
        for index in range(pdfium.FPDFFormObj_CountObjects(drawn)):
            yield from _within(pdfium.FPDFFormObj_GetObject(drawn, index), depth - 1)


class _Pieces:
    """Cuts the characters of one page into pieces of lines."""

    def __init__(self, page: Any, handle: Any, characters: str) -> None:
        self._handle = handle
        self._characters = characters
        self._turn = self._turned()
        bounds = pdfium.FS_RECTF()
        pdfium.FPDF_GetPageBoundingBox(page, byref(bounds))
        self._bounds: _Box = sane(bounds.left), sane(bounds.top), sane(bounds.right), sane(bounds.bottom)
        sides = self._bounds[2] - self._bounds[0], self._bounds[1] - self._bounds[3]
        self.width, self.height = sides[::-1] if self._turn % 2 else sides
        self._loose = pdfium.FPDFText_GetLooseCharBox  # asked for thousands of times
        self._rect = pdfium.FS_RECTF()
        self._by_rect = byref(self._rect)

    def _turned(self) -> int:
        """Return by how many quarters of a circle most of the text is turned; how the page is shown does not matter."""
        step = max(len(self._characters) // _ANGLES, 1)
        angles = [
            -round(sane(pdfium.FPDFText_GetCharAngle(self._handle, index)) / _QUARTER) % 4
            for index in range(0, len(self._characters), step)
            if not self._characters[index].isspace()
        ]
        return max(set(angles), key=angles.count, default=0)

    def all(self) -> Iterator[Piece]:
        """Yield the pieces in the order of the content stream."""
        characters = self._characters
        for line in _LINE.finditer(characters):
            start, end = line.span()
            while start < end and characters[start].isspace():
                start += 1
            while start < end and characters[end - 1].isspace():
                end -= 1
            if start == end:
                continue
            first, final = self._box(start), self._box(end - 1)
            size = self._size_of(start, first, end - 1, final)
            blanks = list(_BLANKS.finditer(characters, start, end))
            if blanks:
                yield from self._with_blanks(start, end, blanks, (first, final, size))
            else:
                yield _piece(characters[start:end], first, final, size)

    def _with_blanks(
        self, start: int, end: int, blanks: Sequence[re.Match[str]], known: tuple[_Box, _Box, float]
    ) -> Iterator[Piece]:
        """Yield the pieces of a line with *blanks*, cut where one is too wide for a blank.

        Already *known* are the boxes of its first and last character and its size.
        """
        characters = self._characters
        first, final, size = known
        may_cut = not self._is_tight(start, end, size, final[2] - first[0])
        text: list[str] = []
        begin = start
        for blank in blanks:
            stop, following = blank.span()
            text.append(characters[begin:stop])
            begin = following
            if may_cut and self._is_cut(stop, following, size, text):
                yield _piece("".join(text), first, self._box(stop - 1), size)
                text, first = [], self._box(following)
            elif not self._is_seeming(stop, following):
                text.append(" ")
        text.append(characters[begin:end])
        yield _piece("".join(text), first, final, size)

    def _is_tight(self, start: int, end: int, size: float, width: float) -> bool:
        """Return whether the characters fill a line of *width* so that no wide gap finds room in it."""
        wide = sum(map(len, _WIDE_RUN.findall(self._characters, start, end)))
        digits = sum(map(len, _DIGITS.findall(self._characters, start, end)))
        least = wide + digits * _DIGIT + (end - start - wide - digits) * _NARROWEST
        return width - least * size < WIDE_GAP * size

    def _is_cut(self, stop: int, following: int, size: float, so_far: list[str]) -> bool:
        """Return whether the blank ``[stop, following)`` divides columns or cells."""
        gap = self._box(following)[0] - self._box(stop - 1)[2]
        return gap > WIDE_GAP * size and not NUMBER_ONLY.fullmatch("".join(so_far))

    def _is_seeming(self, stop: int, following: int) -> bool:
        """Return whether a blank is nothing but PDFium's way to see a gap next to a wide letter, no character."""
        if not (_is_wide(self._characters[stop - 1]) or _is_wide(self._characters[following])):
            return False
        if following - stop == 1:
            return bool(pdfium.FPDFText_IsGenerated(self._handle, stop) == 1)
        return all(pdfium.FPDFText_IsGenerated(self._handle, index) == 1 for index in range(stop, following))

    def _size_of(self, start: int, first: _Box, stop: int, last: _Box) -> float:
        """Return the size of the characters from *start* to *stop*, told by a wide one where there is any."""
        characters = self._characters
        if _is_wide(characters[start]):
            box = first
        elif _is_wide(characters[stop]):
            box = last
        elif wide := _WIDE.search(characters, start, stop):
            box = self._box(wide.start())
        else:
            return first[3] - first[1]
        width = box[2] - box[0]  # whatever the font says of its height
        return width if width > 0 else box[3] - box[1]

    def _box(self, index: int) -> _Box:
        """Return left, top, right, bottom of a character as a reader sees the page, in points from its upper left."""
        rect = self._rect
        if not self._turn and self._loose(self._handle, index, self._by_rect):
            left, top, right, bottom = rect.left, rect.top, rect.right, rect.bottom
            if right > left and top > bottom and -_FARTHEST < left + top + right + bottom < _FARTHEST:
                least_left, most_top = self._bounds[:2]
                return left - least_left, most_top - top, right - least_left, most_top - bottom
        return self._exact_box(index)

    def _exact_box(self, index: int) -> _Box:
        """Return the same for text that is turned, and where PDFium has no box with the room that the font gives."""
        edges = [c_double() for _ in range(4)]
        pdfium.FPDFText_GetCharBox(self._handle, index, *map(byref, edges))
        left, right, bottom, top = (edge.value for edge in edges)
        if not -_FARTHEST < left + top + right + bottom < _FARTHEST:
            left, top, right, bottom = map(sane, (left, top, right, bottom))
        least_left, most_top, most_right, least_bottom = self._bounds
        if not self._turn:
            return left - least_left, most_top - top, right - least_left, most_top - bottom
        if self._turn == 1:
            return bottom - least_bottom, left - least_left, top - least_bottom, right - least_left
        if self._turn == 2:
            return most_right - right, bottom - least_bottom, most_right - left, top - least_bottom
        return most_top - top, most_right - right, most_top - bottom, most_right - left


def _is_wide(character: str) -> bool:
    return "\u2e80" <= character <= "\u9fff" or _WIDE.match(character) is not None


def _piece(text: str, first: _Box, last: _Box, size: float) -> Piece:
    left, top, right, bottom = first
    others_left, others_top, others_right, others_bottom = last
    return Piece(
        text,
        left if left < others_left else others_left,
        top if top < others_top else others_top,
        right if right > others_right else others_right,
        bottom if bottom > others_bottom else others_bottom,
        size,
        abs(top - others_top) > max(size, abs(others_left - left) / 10),
    )
