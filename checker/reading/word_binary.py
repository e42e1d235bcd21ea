"""The tables of a Word 97–2003 file: where its characters are stored and which properties they have ([MS-DOC]).

A file is a sequence of *pieces*, each a stretch of the stream WordDocument; properties of characters and paragraphs
stand in pages of 512 bytes, by position in that stream. Numbers in comments are sections of [MS-DOC] 12.3.
"""

from __future__ import annotations

import struct
from bisect import bisect_right
from collections.abc import Iterator
from itertools import pairwise

from checker.frozen import dataclass, field

MAGIC = 0xA5EC
OLDEST = 0x00C1  # Word 97
_ENCRYPTED, _TABLE_1 = 0x0100, 0x0200
_COUNTS = (
    0x4C  # of characters: main text, footnotes, headers, macros, comments, endnotes, text boxes, theirs in headers
)
_STYLES, _CHARACTERS, _PARAGRAPHS, _PIECES = 1, 12, 13, 33  # indices into FibRgFcLcb97 (2.5.6)
_PAGE = 512
_COMPRESSED = 0x40000000
_MOST_PIECES = 1_000_000

DELETED, INSERTED, HIDDEN = 0x0800, 0x0801, 0x083C
IN_TABLE, ROW_END, OUTLINE_LEVEL, LIST = 0x2416, 0x2417, 0x2640, 0x460B
_WANTED = frozenset((DELETED, INSERTED, HIDDEN, IN_TABLE, ROW_END, OUTLINE_LEVEL, LIST))
_OPERANDS = (1, 1, 2, 4, 2, 2, None, 3)  # bytes, by the highest bits of a property's code (2.2.5.1)
_DEFINE_TABLE, _CHANGE_TABS = 0xD608, 0xC615
_TITLE = 62


class NotUnderstoodError(Exception):
    """The file is no Word 97–2003 file, or damaged; the message is for developers."""


@dataclass(frozen=True, slots=True)
class Style:
    """What a paragraph style says: level of heading (1..9) and whether it is numbered."""

    level: int | None = None
    is_title: bool = False
    is_numbered: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """The properties of one paragraph."""

    style: Style = Style()
    in_table: bool = False
    is_row_end: bool = False
    level: int | None = None
    is_numbered: bool = False


@dataclass(frozen=True, slots=True)
class _Piece:
    first: int  # character
    last: int
    place: int  # byte in the stream
    width: int  # bytes a character


@dataclass(slots=True)
class WordFile:
    """The characters of a file, and what is known of them by their numbers.

    *counts* are those of the eight stories in the order of :data:`_COUNTS`. *deleted*, *inserted* and *hidden* are
    half-open ranges; *paragraphs* are the properties by the number of the character that ends a paragraph.
    """

    text: str
    counts: tuple[int, ...]
    deleted: list[tuple[int, int]] = field(default_factory=list)
    inserted: list[tuple[int, int]] = field(default_factory=list)
    hidden: list[tuple[int, int]] = field(default_factory=list)
    paragraphs: dict[int, Paragraph] = field(default_factory=dict)


def is_encrypted(stream: bytes) -> bool:
    """Return whether the stream WordDocument says that it is encrypted."""
    return len(stream) > 12 and bool(struct.unpack_from("<H", stream, 10)[0] & _ENCRYPTED)


def table_stream(stream: bytes) -> str:
    """Return the name of the stream that holds the tables. Raises NotUnderstoodError for other files."""
    if len(stream) < 0x200:
        raise NotUnderstoodError("too short")
    magic, version = struct.unpack_from("<HH", stream)
    if magic != MAGIC or version < OLDEST:
        raise NotUnderstoodError(f"magic {magic:#x}, version {version:#x}")
    return "1Table" if struct.unpack_from("<H", stream, 10)[0] & _TABLE_1 else "0Table"


def parse(stream: bytes, tables: bytes, most: int) -> WordFile:
    """Return what the streams WordDocument and 0Table or 1Table hold: *most* characters at most.

    Raises NotUnderstoodError.
    """
    try:
        return _parse(stream, tables, most)
    except (struct.error, IndexError) as error:
        raise NotUnderstoodError(str(error)) from error


def _parse(stream: bytes, tables: bytes, most: int) -> WordFile:
    counts = struct.unpack_from("<8i", stream, _COUNTS)
    if min(counts) < 0:
        raise NotUnderstoodError("negative count")
    pieces = list(_pieces(_table(stream, tables, _PIECES)))
    if pieces[-1].last > most:  # pieces may share their bytes, so that a small file can hold any number
        raise NotUnderstoodError("too many characters")
    texts: list[str] = []
    for piece in pieces:
        data = stream[piece.place : piece.place + (piece.last - piece.first) * piece.width]
        if len(data) < (piece.last - piece.first) * piece.width:
            raise NotUnderstoodError("a piece is cut off")
        # One code unit is one character here, so that positions hold; pairs are put together at the end.
        texts.append(data.decode("cp1252", "replace") if piece.width == 1 else _units(data))
    found = WordFile("".join(texts), counts)
    styles = list(_styles(_table(stream, tables, _STYLES)))
    by_place = sorted((piece for piece in pieces if piece.first < piece.last), key=lambda piece: piece.place)
    if any(after.place < piece.place + (piece.last - piece.first) * piece.width for piece, after in pairwise(by_place)):
        raise NotUnderstoodError("pieces share bytes")
    for start, end, data in _runs(stream, _table(stream, tables, _CHARACTERS), _character_properties):
        properties = dict(_properties(data))
        for code, ranges in ((DELETED, found.deleted), (INSERTED, found.inserted), (HIDDEN, found.hidden)):
            if properties.get(code, 0) & 1:
                ranges.extend(_characters(by_place, start, end))
    for start, end, data in _runs(stream, _table(stream, tables, _PARAGRAPHS), _paragraph_properties):
        if len(data) < 2:
            continue
        style = struct.unpack_from("<H", data)[0]
        known = styles[style] if style < len(styles) else Style()
        paragraph = _paragraph(known, dict(_properties(data[2:])))
        for _, last in _characters(by_place, start, end):
            found.paragraphs[last - 1] = paragraph
    return found


def _units(data: bytes) -> str:
    return "".join(map(chr, struct.unpack(f"<{len(data) // 2}H", data)))


def _paragraph(style: Style, properties: dict[int, int]) -> Paragraph:
    level = properties.get(OUTLINE_LEVEL)
    own_list = properties.get(LIST)
    return Paragraph(
        style=style,
        in_table=bool(properties.get(IN_TABLE)),
        is_row_end=bool(properties.get(ROW_END)),
        level=style.level if level is None else level + 1 if level < 9 else None,
        is_numbered=style.is_numbered if own_list is None else own_list not in (0, 0xF801),
    )


def _table(stream: bytes, tables: bytes, index: int) -> bytes:
    place, length = struct.unpack_from("<LL", stream, 0x9A + 8 * index)
    return tables[place : place + length]


def _pieces(clx: bytes) -> Iterator[_Piece]:
    """Yield the pieces in the order of the text (2.8.35, 2.9.38)."""
    at = 0
    while clx[at] == 1:  # properties that pieces refer to
        at += 3 + int(struct.unpack_from("<H", clx, at + 1)[0])
    if clx[at] != 2:
        raise NotUnderstoodError("no table of pieces")
    (length,) = struct.unpack_from("<L", clx, at + 1)
    table = clx[at + 5 : at + 5 + length]
    count = (len(table) - 4) // 12
    if not 0 < count <= _MOST_PIECES:
        raise NotUnderstoodError("no pieces")
    firsts = struct.unpack_from(f"<{count + 1}L", table)
    for index in range(count):
        (place,) = struct.unpack_from("<L", table, 4 * (count + 1) + 8 * index + 2)
        if firsts[index + 1] < firsts[index]:
            raise NotUnderstoodError("pieces out of order")
        if place & _COMPRESSED:
            yield _Piece(firsts[index], firsts[index + 1], (place & ~_COMPRESSED) // 2, 1)
        else:
            yield _Piece(firsts[index], firsts[index + 1], place, 2)


def _characters(pieces: list[_Piece], start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the ranges of characters stored in the bytes ``[start, end)``; *pieces* are ordered by place."""
    index = max(bisect_right(pieces, start, key=lambda piece: piece.place) - 1, 0)
    for piece in pieces[index:]:
        if piece.place >= end:
            return
        first = piece.first + max(start - piece.place, 0) // piece.width
        last = min(piece.last, piece.first + (end - piece.place) // piece.width)
        if first < last:
            yield first, last


def _runs(stream: bytes, table: bytes, properties: object) -> Iterator[tuple[int, int, bytes]]:
    """Yield (start, end, properties) for the bytes of the stream, page by page (2.8.5, 2.9.33)."""
    count = (len(table) - 4) // 8
    for (number,) in struct.iter_unpack("<L", table[4 * (count + 1) : 4 * (count + 1) + 4 * count]):
        place = (number & 0x3FFFFF) * _PAGE
        page = stream[place : place + _PAGE]
        if len(page) < _PAGE:
            raise NotUnderstoodError("a page is cut off")
        runs = page[-1]
        places = struct.unpack_from(f"<{runs + 1}L", page)
        for index in range(runs):
            data = properties(page, 4 * (runs + 1), index)  # type: ignore[operator]
            yield places[index], places[index + 1], data


def _character_properties(page: bytes, base: int, index: int) -> bytes:
    at = 2 * page[base + index]
    return page[at + 1 : at + 1 + page[at]] if at else b""


def _paragraph_properties(page: bytes, base: int, index: int) -> bytes:
    at = 2 * page[base + 13 * index]
    if not at:
        return b""
    if page[at]:
        return page[at + 1 : at + 2 * page[at]]
    return page[at + 2 : at + 2 + 2 * page[at + 1]]


def _properties(data: bytes) -> Iterator[tuple[int, int]]:
    """Yield (code, value) of the properties that matter, in order; later ones overrule."""
    at = 0
    while at + 2 < len(data):
        (code,) = struct.unpack_from("<H", data, at)
        at += 2
        length = _OPERANDS[code >> 13]
        if code == _DEFINE_TABLE:
            length = 1 + int.from_bytes(data[at : at + 2], "little")
        elif length is None:
            if code == _CHANGE_TABS and data[at] == 0xFF:
                return  # of a length that only its content tells, and after what matters here
            length = 1 + data[at]
        if code in _WANTED:
            yield code, int.from_bytes(data[at : at + length], "little")
        at += length


def _styles(table: bytes) -> Iterator[Style]:
    """Yield the styles by their index (2.9.271); a style has what the one it is based on has."""
    if len(table) < 6:
        return
    (header,) = struct.unpack_from("<H", table)
    count, base_length = struct.unpack_from("<HH", table, 2)
    at = 2 + header
    raw: list[tuple[Style, int]] = []
    for _ in range(min(count, 0x0FFE)):
        if at + 2 > len(table):
            break
        (length,) = struct.unpack_from("<H", table, at)
        raw.append(_style(table[at + 2 : at + 2 + length], base_length))
        at += 2 + length + length % 2
    for index, (own, _) in enumerate(raw):
        style, seen = own, {index}
        while style.level is None and not style.is_numbered and 0 <= raw[index][1] < len(raw):
            index = raw[index][1]  # noqa: PLW2901
            if index in seen:
                break
            seen.add(index)
            style = Style(raw[index][0].level, own.is_title, raw[index][0].is_numbered)
        yield style


def _style(data: bytes, base_length: int) -> tuple[Style, int]:
    """Return a style and the index of the one it is based on."""
    if len(data) < max(base_length, 10):
        return Style(), -1
    known, kind = struct.unpack_from("<HH", data)
    known &= 0x0FFF
    is_numbered = False
    if kind & 0xF == 1:  # a paragraph style
        at = base_length + 2 * int(struct.unpack_from("<H", data, base_length)[0]) + 4
        at += at % 2
        length = int.from_bytes(data[at : at + 2], "little")
        is_numbered = dict(_properties(data[at + 4 : at + 2 + length])).get(LIST, 0) not in (0, 0xF801)
    return Style(known if 1 <= known <= 9 else None, known == _TITLE, is_numbered), kind >> 4
