"""A Word document opened for change: chosen parts are replaced or added, every other stays byte for byte.

(ECMA-376 Part 2: content types, relationships.)
"""

from __future__ import annotations

import posixpath
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from lxml import etree

from checker.reading import DEFAULT, Limits, xml
from checker.reading.docx import main_part, read, related_parts
from checker.reading.docx_trace import Place, Trace
from checker.reading.source import Source

_RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPES = "[Content_Types].xml"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_EPOCH = (1980, 1, 1, 0, 0, 0)


class WordFile:
    """One document in memory; *text* is what a reader sees of it."""

    def __init__(self, data: bytes, name: str, limits: Limits = DEFAULT) -> None:
        """Read *data*. Raises ReadError for what is no sound Word document."""
        self._source = Source(data, name, limits)
        self._data = data
        self._trace = Trace()
        self.text = read(self._source, self._trace).text
        self._main = main_part(self._source)
        self._changed: dict[str, bytes] = {}

    def places(self, text: str) -> tuple[Place | None, ...] | None:
        """Return where the characters of *text* stand, which may differ from the document's by its blanks.

        None where it differs by more, or the document is of a kind that is not changed here: in the strict form of
        the format, a template, or with macros.
        """
        strict = _STRICT in self._source.archive.read(self._main)
        usual = f"{_TYPE}.document.main+xml".encode() in self._source.archive.read(_TYPES)
        return self._trace.places(text) if usual and not strict else None

    def main(self) -> etree._Element:
        """Return a new tree of the part with the text."""
        return xml.part(self._source, self._main)

    def set_main(self, root: etree._Element) -> None:
        """Replace the part with the text."""
        self._changed[self._main] = _bytes(root)

    def related(self, kind: str) -> etree._Element | None:
        """Return a new tree of the part of *kind* (``comments``), None where there is none."""
        name = related_parts(self._source, self._main).get(kind)
        return None if name is None or name not in self._source.archive.names else xml.part(self._source, name)

    def set_related(self, kind: str, root: etree._Element) -> None:
        """Replace the part of *kind*, or add it with its type and its relationship."""
        name = related_parts(self._source, self._main).get(kind)
        if name is None or name not in self._source.archive.names:
            name = self._add(kind)
        self._changed[name] = _bytes(root)

    def _add(self, kind: str) -> str:
        folder, main = posixpath.split(self._main)
        names = self._source.archive.names
        free = (f"{kind}{count or ''}.xml" for count in range(len(names) + 1))
        file = next(file for file in free if posixpath.join(folder, file) not in names)
        name = posixpath.join(folder, file)
        types = xml.part(self._source, _TYPES)
        etree.SubElement(
            types,
            f"{{{_PACKAGE}/content-types}}Override",
            {"PartName": f"/{name}", "ContentType": f"{_TYPE}.{kind}+xml"},
        )
        self._changed[_TYPES] = _bytes(types)
        relationships = posixpath.join(folder, "_rels", f"{main}.rels")
        if relationships in names:
            root = xml.part(self._source, relationships)
        else:
            root = etree.fromstring(f'<Relationships xmlns="{_PACKAGE}/relationships"/>')
        taken = {each.get("Id") for each in root}
        identity = next(f"rId{number}" for number in range(1, len(taken) + 2) if f"rId{number}" not in taken)
        etree.SubElement(
            root,
            f"{{{_PACKAGE}/relationships}}Relationship",
            {"Id": identity, "Type": f"{_RELATIONSHIPS}/{kind}", "Target": file},
        )
        self._changed[relationships] = _bytes(root)
        return name

    def content(self) -> bytes:
        """Return the whole document with what was changed; the same changes give the same bytes."""
        buffer = BytesIO()
        waiting = dict(self._changed)
        with ZipFile(BytesIO(self._data)) as old, ZipFile(buffer, "w", ZIP_DEFLATED) as new:
            for entry in old.infolist():
                name = entry.filename.replace("\\", "/").lstrip("/")
                changed = waiting.pop(name, None)
                kept = _like(entry, name if changed is not None else entry.filename)
                new.writestr(kept, self._source.archive.read(name) if changed is None else changed)
            for name, data in waiting.items():
                new.writestr(_like(ZipInfo(name, _EPOCH), name, ZIP_DEFLATED), data)
        return buffer.getvalue()


def _like(entry: ZipInfo, name: str, method: int | None = None) -> ZipInfo:
    """Return a new entry for *name* that is set as *entry* is."""
    kept = ZipInfo(name, entry.date_time)
    kept.compress_type = entry.compress_type if method is None else method
    kept.external_attr, kept.create_system = entry.external_attr, entry.create_system
    return kept


def _bytes(root: etree._Element) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
