"""Word documents (.docx, .docm): the final view of the text, with the numbers that Word generates.

Read are body, tables, text boxes, then footnotes and endnotes; what headers, footers and watermarks say is kept as
furniture, and so is a table of contents. Tracked changes are read as if accepted. Pages are those of the last time Word
laid the document out; a document in which none is stored has no page numbers, because explicit breaks alone do not tell
the page.
"""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterable, Iterator

from lxml import etree

from checker.frozen import replace
from checker.model import Layout
from checker.reading import xml
from checker.reading.content import PAGE_NUMBER, Builder, Content
from checker.reading.docx_body import Body
from checker.reading.docx_names import w
from checker.reading.docx_numbering import Numbering
from checker.reading.docx_prepare import Prepared, prepare
from checker.reading.docx_styles import Styles, paragraph_styles_only
from checker.reading.docx_trace import MAIN, Trace
from checker.reading.source import Source
from checker.texts import Text, text

_USUAL_MAIN_PART = "word/document.xml"
_HEADS = (w("headerReference"), w("footerReference"))
_RELATIONSHIPS = "{http://schemas.openxmlformats.org/package/2006/relationships}"


def read(source: Source, trace: Trace | None = None) -> Content:
    """Return what *source* shows; *trace* takes down where it came from.

    Raises ReadError where the file is damaged, encrypted or over a limit.
    """
    main = main_part(source)
    root = xml.part(source, main)
    body = root.find(w("body"))
    if body is None:
        raise source.error("damaged", reason=text("reading.reason.part", part=main))
    if trace is not None:
        trace.enter(MAIN, root)
    found = prepare(root)
    parts = related_parts(source, main)
    builder = Builder()
    styles = Styles(_optional(source, parts.get("styles"), paragraph_styles_only))
    reader = Body(builder, styles, Numbering(_optional(source, parts.get("numbering"))), trace)
    reader.read(body, found)
    for kind, wanted in (("footnotes", found.footnotes), ("endnotes", found.endnotes)):
        notes = _optional(source, parts.get(kind)) if wanted else None
        if notes is not None:
            if trace is not None:
                trace.enter(kind, notes)
            in_notes = prepare(notes)
            in_notes.has_pages = False
            for note in _in_order(notes, wanted):
                if trace is not None:
                    trace.note = note.get(w("id"), "")
                reader.read(note, in_notes)
    if next(body.iter(*_HEADS), None) is not None:
        _add_heads(_heads(source, main, body, styles), builder, trace)
    builder.notes.extend(_notes(found))
    content = builder.content()
    return replace(content, layout=_layout(source, main, body, reader)) if source.limits.layout else content


def _heads(source: Source, main: str, body: etree._Element, styles: Styles) -> Iterator[str]:
    """Yield what headers, footers and watermarks say, line by line."""
    from checker.reading import docx_heads

    by_id = {identity: target for _, identity, target in _references(source, _relationships_of(main))}
    has_even = any(reference.get(w("type")) == "even" for reference in body.iter(*_HEADS))
    settings = _optional(source, related_parts(source, main).get("settings")) if has_even else None
    both_sides = docx_heads.tells_sides_apart(settings)
    shown = docx_heads.used(body.iter(docx_heads.SECTION), by_id, both_sides=both_sides)
    yield from docx_heads.words(source, (name for _, name in shown), styles)


def _add_heads(lines: Iterable[str], builder: Builder, trace: Trace | None) -> None:
    """Add *lines* as furniture; page numbers are left out."""
    if trace is not None:
        trace.leave()
    for line in lines:
        if PAGE_NUMBER.fullmatch(line):
            builder.left_out.append(line)
            continue
        builder.add_head(line)
        if trace is not None:
            trace.add([(None, line)])


def _layout(source: Source, main: str, body: etree._Element, reader: Body) -> Layout:
    """Return how the document is laid out."""
    from checker.reading import docx_layout

    parts = related_parts(source, main)
    by_id = {identity: target for _, identity, target in _references(source, _relationships_of(main))}
    where = docx_layout.Parts(parts.get("styles"), parts.get("theme"), parts.get("settings"), by_id)
    return docx_layout.read(source, body, where, reader.shown)


def main_part(source: Source) -> str:
    """Return the path of the part with the text; some programs call it document2.xml, and only the package tells."""
    if _USUAL_MAIN_PART in source.archive.names or "_rels/.rels" not in source.archive.names:
        return _USUAL_MAIN_PART
    return _targets(source, "_rels/.rels").get("officeDocument", _USUAL_MAIN_PART)


def related_parts(source: Source, main: str) -> dict[str, str]:
    """Return the paths of the parts that *main* refers to, by the last word of their relationship's type."""
    relationships = _relationships_of(main)
    if relationships in source.archive.names:
        return _targets(source, relationships)
    folder = posixpath.dirname(main)
    return {kind: f"{folder}/{kind}.xml" for kind in ("styles", "numbering", "footnotes", "endnotes")}


def _relationships_of(part: str) -> str:
    folder, name = posixpath.split(part)
    return f"{folder}/_rels/{name}.rels"


def _targets(source: Source, relationships: str) -> dict[str, str]:
    targets: dict[str, str] = {}
    for kind, _, target in _references(source, relationships):
        targets.setdefault(kind, target)
    return targets


def _references(source: Source, relationships: str) -> Iterator[tuple[str, str, str]]:
    """Yield the last word of the type, the id and the path of each part that the part *relationships* names."""
    if relationships not in source.archive.names:
        return
    folder = posixpath.dirname(posixpath.dirname(relationships))
    for relationship in xml.part(source, relationships).iterchildren(_RELATIONSHIPS + "Relationship"):
        if relationship.get("TargetMode") != "External":
            kind = relationship.get("Type", "").rsplit("/", 1)[-1]
            target = posixpath.normpath(posixpath.join("/", folder, relationship.get("Target", "")))
            yield kind, relationship.get("Id", ""), target.lstrip("/")


def _optional(source: Source, name: str | None, cut: Callable[[bytes], bytes] | None = None) -> etree._Element | None:
    return xml.part(source, name, cut) if name is not None and name in source.archive.names else None


def _in_order(notes: etree._Element, wanted: list[str]) -> Iterator[etree._Element]:
    by_id = {note.get(w("id"), ""): note for note in notes}
    return (by_id[identity] for identity in dict.fromkeys(wanted) if identity in by_id)


def _notes(found: Prepared) -> Iterator[Text]:
    """Say what stands in the document that its text does not show."""
    for count, key in (
        (found.revisions, "revisions"),
        (found.comments, "comments"),
        (found.hidden, "hidden"),
        (found.pictures, "pictures"),
        (found.embedded, "embedded"),
    ):
        if count:
            yield text(f"reading.note.{key}", count=count)
