"""Headers, footers and watermarks of a Word document: what they say, page numbers apart.

They are no part of the report, but what must not be published often stands there and nowhere else: a degree of secrecy,
内部资料, a mark that the text is a draft. Only those are read that Word shows: a first page's where the section has
one of its own, an even page's where the document tells its two sides apart.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from lxml import etree

from checker.reading import xml
from checker.reading.content import PAGE_NUMBER, Builder
from checker.reading.docx_body import Body
from checker.reading.docx_names import child, is_on, w
from checker.reading.docx_numbering import Numbering
from checker.reading.docx_prepare import prepare
from checker.reading.docx_styles import Styles
from checker.reading.source import Source
from checker.regex import regex

SECTION = w("sectPr")
REFERENCES = (w("headerReference"), w("footerReference"))
_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_WATERMARK = "{urn:schemas-microsoft-com:vml}textpath"
_WORDS = regex(rb"<w:t(?: [^>]*)?>([^<]*)</w:t>")
_MAY_SAY_MORE = (b"textpath", b"<w:sym", b"w:numPr", b"Fallback")


def used(
    sections: Iterable[etree._Element], by_id: Mapping[str, str], *, both_sides: bool
) -> Iterator[tuple[str, str]]:
    """Yield (kind, path) of each header and footer that *sections* show, in order, each once.

    *by_id* gives the paths of parts by the id that a section calls them; *both_sides*: even pages have their own.
    """
    seen: set[tuple[str, str]] = set()
    for section in sections:
        for reference in section.iterchildren(*REFERENCES):
            kind, name = reference.get(w("type"), "default"), by_id.get(reference.get(_ID, ""))
            if name is None or (kind, name) in seen or not _is_shown(kind, section, both_sides=both_sides):
                continue
            seen.add((kind, name))
            yield kind, name


def tells_sides_apart(settings: etree._Element | None) -> bool:
    """Return whether even pages have headers and footers of their own; *settings* is the part of that name."""
    return is_on(child(settings, w("evenAndOddHeaders")))


def words(source: Source, names: Iterable[str], styles: Styles) -> Iterator[str]:
    """Yield what the parts *names* say, line by line, each line once. Raises ReadError where one is damaged."""
    told: set[str] = set()
    for name in dict.fromkeys(names):
        if name not in source.archive.names:
            continue
        data = source.archive.read(name)
        for line in _number(data) or _lines(xml.tree(source, name, data), styles):
            if line not in told:
                told.add(line)
                yield line


def _is_shown(kind: str, section: etree._Element, *, both_sides: bool) -> bool:
    if kind == "first":
        return is_on(child(section, w("titlePg")))
    return kind != "even" or both_sides


def _number(data: bytes) -> list[str] | None:
    """Return the page number that the part *data* is nothing but, as most are; None where it may say more.

    That is seen without parsing the part.
    """
    if any(mark in data for mark in _MAY_SAY_MORE) or b"<w:p" not in data:
        return None
    text = b"".join(_WORDS.findall(data)).decode("utf-8", "replace").strip()
    return [text] if PAGE_NUMBER.fullmatch(text) else None


def _lines(root: etree._Element, styles: Styles) -> Iterator[str]:
    found = prepare(root)
    found.has_pages = False
    builder = Builder()
    Body(builder, styles, Numbering(None)).read(root, found)
    for piece in builder.pieces:
        yield from filter(None, map(str.strip, piece.split("\n")))
    for watermark in root.iter(_WATERMARK):
        if shown := watermark.get("string", "").strip():
            yield " ".join(shown.split())
