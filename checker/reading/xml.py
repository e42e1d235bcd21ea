"""XML parts of packed documents: no entities, no document type, no network, bounded depth and number of tags."""

from __future__ import annotations

from collections.abc import Callable

from lxml import etree

from checker.errors import ReadError
from checker.reading.source import Source
from checker.texts import text

_STRICT = b"http://purl.oclc.org/ooxml/"
_SAME_NAMES = (
    (
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    ),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    ),
    (b"http://purl.oclc.org/ooxml/officeDocument/math", b"http://schemas.openxmlformats.org/officeDocument/2006/math"),
    (b"http://purl.oclc.org/ooxml/drawingml/main", b"http://schemas.openxmlformats.org/drawingml/2006/main"),
)


def part(source: Source, name: str, cut: Callable[[bytes], bytes] | None = None) -> etree._Element:
    """Return the root of the XML part *name* in the archive of *source*; *cut* may leave out what need not be parsed.

    The names of strict Office Open XML (ISO/IEC 29500-1) are turned into the transitional ones that programs write.
    Raises ReadError where the part is missing, no well-formed XML, too deep, or has a document type, which no office
    program writes and which only entities need.
    """
    data = source.archive.read(name)
    return tree(source, name, data if cut is None else cut(data))


def tree(source: Source, name: str, data: bytes) -> etree._Element:
    """Return the root of *data*, the content of the XML part *name* of *source*. Raises ReadError as ``part`` does."""
    if len(data) > source.limits.tags and data.count(b"<") > source.limits.tags:
        raise source.error("inflates")
    if _STRICT in data:
        for strict, transitional in _SAME_NAMES:
            data = data.replace(strict, transitional)
    parser = etree.XMLParser(
        resolve_entities=False, load_dtd=False, no_network=True, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise _broken(source, name) from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise _broken(source, name)
    return root


def _broken(source: Source, name: str) -> ReadError:
    return source.error("damaged", reason=text("reading.reason.part", part=name))
