"""Word 97–2003 documents (.doc), which WPS writes as .wps, too: the final view of the text.

Read are body, tables, footnotes, endnotes and text boxes; headers and footers are left out, deleted and hidden text
too. The numbers that Word generates are not stored as text: a document that uses them is read by way of LibreOffice
where that is found, else without them, which is told. So is what this reader does not understand.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from io import BytesIO

import olefile

from checker.model import BlockKind
from checker.reading import libreoffice
from checker.reading.content import Builder, Content
from checker.reading.grid import Cell, is_frame, table_text
from checker.reading.source import Source
from checker.reading.word_binary import NotUnderstoodError, Paragraph, WordFile, is_encrypted, parse, table_stream
from checker.regex import regex
from checker.texts import text

_MAIN = "WordDocument"
_FIELD_BEGIN, _FIELD_RESULT, _FIELD_END = "\x13", "\x14", "\x15"
_ENDS = regex("[\r\x07\x0c]")
_LINE_BREAKS = regex("[\x0b\x0e]")
_SPECIAL = str.maketrans({"\x1e": "-", "\x1f": None, **dict.fromkeys("\x00\x01\x02\x03\x04\x05\x06\x08\x10\x11\x12")})
_PICTURES = regex("[\x01\x08]")
_PAIRS = regex("[\ud800-\udbff][\udc00-\udfff]")
_LONE = regex("[\ud800-\udfff]")
_CELL_END = "\x07"


def read(source: Source) -> Content:
    """Return what *source* shows. Raises ReadError where it is damaged, encrypted or over a limit."""
    try:
        word = _opened(source)
    except NotUnderstoodError as error:
        if libreoffice.found() is None:
            raise source.error("damaged", reason=text("reading.reason.doc")) from error
        return libreoffice.read(source)
    reader = _Reader(word)
    if reader.numbered and libreoffice.found() is not None:
        return libreoffice.read(source)
    return reader.content()


def _opened(source: Source) -> WordFile:
    try:
        with olefile.OleFileIO(BytesIO(source.data)) as ole:
            stream = ole.openstream(_MAIN).read()
            if is_encrypted(stream):
                raise source.error("encrypted")
            tables = ole.openstream(table_stream(stream)).read()
    except (OSError, ValueError, IndexError, OverflowError, KeyError, TypeError, AttributeError) as error:
        # olefile reports damage in all these ways, depending on which of the file's tables is hit.
        raise NotUnderstoodError(str(error)) from error
    return parse(stream, tables, source.limits.characters)


class _Reader:
    """Turns the characters of one file into blocks; *numbered* counts paragraphs whose number is not in the text."""

    def __init__(self, word: WordFile) -> None:
        self._word = word
        self._builder = Builder()
        self._paragraphs = 0
        self.numbered = 0
        self._pictures = 0
        self._shown = _without(word.text, [*word.deleted, *word.hidden])
        self._cells: list[list[str]] = []  # of the current row, each as lines
        self._rows: list[list[list[str]]] = []
        self._read()

    def content(self) -> Content:
        """Return the blocks with what must be told of them."""
        builder, word = self._builder, self._word
        for key, count in (
            ("numbers", self.numbered),
            ("revisions", len(word.deleted) + len(word.inserted)),
            ("comments", word.text.count("\x05", *self._stories()[4])),
            ("hidden", len(word.hidden)),
            ("pictures", self._pictures),
        ):
            if count:
                builder.notes.append(text(f"reading.note.{key}", count=count))
        return builder.content()

    def _stories(self) -> list[tuple[int, int]]:
        ranges: list[tuple[int, int]] = []
        start = 0
        for count in self._word.counts:
            ranges.append((start, min(start + count, len(self._word.text))))
            start = ranges[-1][1]
        return ranges

    def _read(self) -> None:
        body, footnotes, _, _, _, endnotes, boxes, _ = self._stories()
        for start, end in (body, boxes, footnotes, endnotes):
            for begin, stop in self._split(start, end):
                self._paragraph(begin, stop)
            self._end_table()

    def _split(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Yield the paragraphs and cells of one story, each with the character that ends it."""
        begin = start
        for mark in _ENDS.finditer(self._shown, start, end):
            yield begin, mark.end()
            begin = mark.end()
        if begin < end:
            yield begin, end

    def _paragraph(self, start: int, end: int) -> None:
        properties = self._word.paragraphs.get(end - 1, Paragraph())
        raw = _without_fields(self._shown[start:end])
        lines = [_plain(line) for line in _LINE_BREAKS.split(raw)]
        self._pictures += len(_PICTURES.findall(raw))
        lines = [line for line in lines if line.strip()]
        self.numbered += bool(properties.is_numbered and lines)
        if properties.in_table or raw.endswith(_CELL_END):
            self._cell(lines, properties, is_end=raw.endswith(_CELL_END))
            return
        self._end_table()
        self._emit(lines, properties)

    def _cell(self, lines: Sequence[str], properties: Paragraph, *, is_end: bool) -> None:
        if properties.is_row_end:
            self._rows.append(self._cells[:-1])  # the last one is still open
            self._cells = []
            return
        if not self._cells:
            self._cells.append([])
        self._cells[-1].extend(lines)
        if is_end:
            self._cells.append([])

    def _end_table(self) -> None:
        rows, self._rows = self._rows, []
        if self._cells:
            rows.append([cell for cell in self._cells if cell])
            self._cells = []
        if not rows:
            return
        if is_frame([[(len(cell), sum(map(len, cell))) for cell in row] for row in rows]):
            for line in (line for row in rows for cell in row for line in cell):
                self._emit([line], Paragraph())
            return
        content = table_text([[Cell(" ".join(cell)) for cell in row] for row in rows])
        if content:
            self._paragraphs += 1
            self._builder.add(BlockKind.TABLE, content, self._paragraphs)

    def _emit(self, lines: Sequence[str], properties: Paragraph) -> None:
        if not lines:
            return
        self._paragraphs += 1
        if properties.level is None and not properties.style.is_title:
            for line in lines:
                self._builder.add(BlockKind.PARAGRAPH, line, self._paragraphs)
        else:
            heading = "\n".join(line.strip() for line in lines)
            self._builder.add(BlockKind.HEADING, heading, self._paragraphs, properties.level)


def _without(content: str, ranges: Sequence[tuple[int, int]]) -> str:
    """Return *content* with the characters in *ranges* replaced by zeros, which show nothing; ends of cells stay."""
    if not ranges:
        return content
    characters = list(content)
    for start, end in ranges:
        for index in range(start, min(end, len(characters))):
            if characters[index] != _CELL_END:
                characters[index] = "\0"
    return "".join(characters)


def _without_fields(content: str) -> str:
    """Return *content* without the instructions of fields; their results stay."""
    if _FIELD_BEGIN not in content:
        return content.replace(_FIELD_RESULT, "").replace(_FIELD_END, "")
    kept: list[str] = []
    in_result: list[bool] = []
    for character in content:
        if character == _FIELD_BEGIN:
            in_result.append(False)
        elif character == _FIELD_RESULT:
            in_result[-1:] = [True] if in_result else []
        elif character == _FIELD_END:
            in_result[-1:] = []
        elif all(in_result):
            kept.append(character)
    return "".join(kept)


def _plain(line: str) -> str:
    line = line.rstrip("\r\x07\x0c").translate(_SPECIAL)
    if _LONE.search(line) is None:
        return line
    paired = _PAIRS.sub(lambda pair: pair.group().encode("utf-16-le", "surrogatepass").decode("utf-16-le"), line)
    return _LONE.sub("\ufffd", paired)
