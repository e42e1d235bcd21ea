"""Which format some bytes are in, and which module reads it.

The bytes decide, not the name: a ``.doc`` that a web form made is often a page, a ``.wps`` often a .docx. Only
Markdown, which is plain text by its bytes, is known by its name. To add a format, give it a module with
``read(source) -> Content`` and name that module in :data:`FORMATS`.
"""

from __future__ import annotations

import re
from importlib import import_module
from typing import Protocol, cast

from checker.frozen import dataclass
from checker.reading.content import Content
from checker.reading.source import Source
from checker.regex import regex
from checker.texts import Text, text


class Reader(Protocol):
    """What a module that reads a format offers."""

    def read(self, source: Source) -> Content:
        """Return what *source* holds. Raises ReadError."""
        ...


@dataclass(frozen=True, slots=True)
class Format:
    """A format that is recognised; one without *module* is told by name and refused. *suffixes* are how it is saved."""

    id: str
    suffixes: tuple[str, ...]
    module: str | None = None

    @property
    def name(self) -> Text:
        """What users call it."""
        return text(f"reading.format.{self.id}")

    @property
    def reader(self) -> Reader | None:
        """The module that reads it, None where there is none yet."""
        return cast(Reader, import_module(self.module)) if self.module else None


_KNOWN = (
    Format("txt", (".txt", ".text"), "checker.reading.text"),
    Format("md", (".md", ".markdown"), "checker.reading.markdown"),
    Format("html", (".html", ".htm", ".shtml", ".xhtml"), "checker.reading.html"),
    Format("docx", (".docx", ".docm", ".dotx", ".dotm"), "checker.reading.docx"),
    Format("doc", (".doc", ".wps", ".dot", ".wpt"), "checker.reading.doc"),
    Format("pdf", (".pdf",), "checker.reading.pdf"),
    Format("ofd", (".ofd",), "checker.reading.ofd"),
    Format("rtf", (".rtf",), "checker.reading.libreoffice"),
    Format("odt", (".odt", ".ott"), "checker.reading.libreoffice"),
    Format("mhtml", (".mht", ".mhtml"), "checker.reading.mail"),
    Format("eml", (".eml",)),
    Format("word_xml", (), "checker.reading.libreoffice"),
    Format("xml", (".xml",)),
    Format("workbook", (".xlsx", ".xls", ".xlsm", ".et")),
    Format("slides", (".pptx", ".ppt", ".dps")),
    Format("image", (".png", ".jpg", ".jpeg", ".gif", ".bmp", ".tif", ".tiff", ".webp")),
    Format("zip", (".zip",)),
    Format("archive", (".rar", ".7z", ".gz")),
    Format("encrypted", ()),
    Format("ole", ()),
)
FORMATS = {known.id: known for known in _KNOWN}
BUNDLES = frozenset(("zip", "eml"))
"""Formats that may hold several drafts."""

_NO_DRAFTS = frozenset(("image", "archive", "workbook", "slides", "xml"))
DRAFTS = frozenset(suffix for known in _KNOWN if known.id not in _NO_DRAFTS for suffix in known.suffixes)
"""Endings of names under which drafts are saved; other formats are known only so that they can be refused by name."""

_BY_SUFFIX = {suffix: known for known in _KNOWN for suffix in known.suffixes}

_MAGIC = (
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "ole"),
    (b"{\\rtf", "rtf"),
    (b"\x89PNG\r\n", "image"),
    (b"\xff\xd8\xff", "image"),
    (b"GIF8", "image"),
    (b"II*\0", "image"),
    (b"MM\0*", "image"),
    (b"Rar!\x1a", "archive"),
    (b"7z\xbc\xaf\x27\x1c", "archive"),
    (b"\x1f\x8b\x08", "archive"),
)
_ZIP = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_OLE_ENTRIES = (
    ("EncryptedPackage", "encrypted"),
    ("WordDocument", "doc"),
    ("WpsDocument", "doc"),
    ("Workbook", "workbook"),
    ("PowerPoint Document", "slides"),
)
_ZIP_PARTS = (("ppt/", "slides"), ("xl/", "workbook"), ("word/", "docx"))

_HEAD = 64 * 1024
_TAG = (
    "html|head|body|title|meta|div|p|span|table|tbody|tr|td|h[1-6]|ul|ol|li|article|section|main|font|center|frameset"
    "|a|br|img"
)
# Patterns are compiled when they are needed, which for most texts is never.
_BEGINS_AS_PAGE = (  # atomic: many comments must not be tried in every partition
    rf"(?is)\s*(?>(?:<\?xml[^>]*>\s*|<!--.*?-->\s*|<%.*?%>\s*)*)(?:<!doctype\s+html|<(?:{_TAG})[\s>/])"
)
_CLOSING_TAG = rf"(?i)</(?:{_TAG})\s*>"
_WHOLE_PAGE = r"(?i)\s*(?:<!doctype\s+html|<html[\s>])"
_WORD_XML = r"http://schemas\.microsoft\.com/office/(?:word/2003/wordml|2006/xmlPackage)"
_MAIL_HEADER = (
    r"(?:[A-Za-z][\w-]*: ?[^\n]*\n(?:[ \t]+[^\n]*\n)*){2}"  # two of any name, the second as a check of the first
)
_MAIL_HEADERS = r"(?im)^(?:From|To|Date|Subject|MIME-Version|Content-Type|Received|Message-ID|Return-Path):"
_SENT = r"(?im)^(?:To|Cc|Bcc|Received|Delivered-To|Message-ID|Return-Path):"
_MULTIPART = r"(?im)^Content-Type:\s*multipart/"
_WEB_ARCHIVE = r"(?im)^(?:Content-Type:\s*multipart/related|Snapshot-Content-Location:)"
_HEADERS_END = regex(r"\n[ \t]*\n")
_MANY_TAGS = 5


def recognise(source: Source) -> Format:
    """Return the format that the bytes of *source* are in. Raises ReadError where they are in none that is known."""
    data = source.data
    for magic, format_id in _MAGIC:
        if data.startswith(magic):
            return FORMATS[_in_ole(data) if format_id == "ole" else format_id]
    if data.startswith(_ZIP):
        return FORMATS[_in_zip(source)]
    if b"%PDF-" in data[:1024]:
        return FORMATS["pdf"]
    if data.startswith(b"BM") and data[6:10] == b"\0\0\0\0":
        return FORMATS["image"]
    if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
        return FORMATS["image"]
    return FORMATS[_in_text(source)]


def mismatch(source: Source, found: Format) -> Text | None:
    """Return the note that the name of *source* promises another format than *found*; None where it does not."""
    promised = _BY_SUFFIX.get(source.suffix)
    if promised is None or promised is found:
        return None
    return text("reading.note.mismatch", suffix=source.suffix, format=found.name)


def _in_ole(data: bytes) -> str:
    for entry, format_id in _OLE_ENTRIES:
        if entry.encode("utf-16-le") in data:
            return format_id
    return "ole"


def _in_zip(source: Source) -> str:
    names = source.archive.names
    if "OFD.xml" in names:
        return "ofd"
    for folder, format_id in _ZIP_PARTS:
        if any(name.startswith(folder) for name in names):
            return format_id
    return "odt" if {"mimetype", "content.xml"} <= names else "zip"


def _in_text(source: Source) -> str:
    head = source.decoded.text[:_HEAD]
    named = _BY_SUFFIX.get(source.suffix)
    mail = _in_mail(head, named) if ":" in head[:80] else None
    if mail is not None:
        return mail
    markup = _in_markup(head, named) if "<" in head else None
    if markup is not None:
        return markup
    if named is FORMATS["md"]:
        return "md"
    return "txt"


def _in_mail(head: str, named: Format | None) -> str | None:
    """Return whether a text with the beginning *head* is a message or a web archive by its headers."""
    head = head.lstrip()
    if re.match(_MAIL_HEADER, head) is None:
        return None
    end = _HEADERS_END.search(head)
    headers = head[: end.start() if end else len(head)]
    known = len(re.findall(_MAIL_HEADERS, headers))
    is_message = known > 1 and (re.search(_SENT, headers) or re.search(_MULTIPART, headers))
    if named is FORMATS["eml"]:
        return "eml" if known else None
    if not is_message:
        return None
    return "mhtml" if re.search(_WEB_ARCHIVE, headers) and not re.search(_SENT, headers) else "eml"


def _in_markup(head: str, named: Format | None) -> str | None:
    """Return the format of a text with the beginning *head* as far as tags tell it; Markdown may hold tags, too."""
    if named is FORMATS["md"]:
        return "html" if re.match(_WHOLE_PAGE, head) else None
    if re.match(_BEGINS_AS_PAGE, head):
        return "html"
    if head.lstrip().startswith("<?xml") and "<html" not in head:
        return "word_xml" if re.search(_WORD_XML, head) else "xml"
    closing = sum(1 for _ in re.finditer(_CLOSING_TAG, head))
    return "html" if closing >= _MANY_TAGS or (closing and named is FORMATS["html"]) else None
