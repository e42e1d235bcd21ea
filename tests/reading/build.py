"""Small files in every format, made in memory: enough of each to be what its program writes."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from io import BytesIO
from xml.sax.saxutils import escape

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMESPACES = (
    f'xmlns:w="{WORD}" xmlns:r="{RELATIONSHIPS}"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    ' xmlns:v="urn:schemas-microsoft-com:vml"'
)
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_TYPES = (
    _HEAD + '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/word/document.xml"'
    ' ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)


def run(text: str, properties: str = "") -> str:
    """A run of text."""
    return f'<w:r>{properties}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def paragraph(content: str = "", properties: str = "") -> str:
    """A paragraph of plain *content*, or of ready XML where that begins with ``<``."""
    inner = content if content.startswith("<") else run(content) if content else ""
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{inner}</w:p>"


def styled(content: str, style: str, properties: str = "") -> str:
    return paragraph(content, f'<w:pStyle w:val="{style}"/>{properties}')


def numbered(content: str, instance: int, level: int = 0) -> str:
    return paragraph(content, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{instance}"/></w:numPr>')


def cell(*paragraphs: str, properties: str = "") -> str:
    inner = "".join(item if item.startswith("<") else paragraph(item) for item in paragraphs or ("",))
    return f"<w:tc>{f'<w:tcPr>{properties}</w:tcPr>' if properties else ''}{inner}</w:tc>"


def row(*cells: str, properties: str = "") -> str:
    inner = "".join(item if item.startswith("<w:tc>") else cell(item) for item in cells)
    return f"<w:tr>{f'<w:trPr>{properties}</w:trPr>' if properties else ''}{inner}</w:tr>"


def table(*rows: str) -> str:
    return f"<w:tbl><w:tblPr/>{''.join(rows)}</w:tbl>"


def style(identity: str, name: str, *, based_on: str = "", properties: str = "", default: bool = False) -> str:
    """A paragraph style."""
    return (
        f'<w:style w:type="paragraph" w:styleId="{identity}" w:default="{int(default)}">'
        f'<w:name w:val="{name}"/>'
        + (f'<w:basedOn w:val="{based_on}"/>' if based_on else "")
        + (f"<w:pPr>{properties}</w:pPr>" if properties else "")
        + "</w:style>"
    )


def level(index: int, number_format: str, text: str, *, start: int = 1, more: str = "") -> str:
    """One level of a list definition."""
    return (
        f'<w:lvl w:ilvl="{index}"><w:start w:val="{start}"/><w:numFmt w:val="{number_format}"/>{more}'
        f'<w:lvlText w:val="{escape(text)}"/></w:lvl>'
    )


def abstract_numbering() -> str:
    """A list whose instance 1 numbers headings 一、."""
    levels = level(0, "chineseCounting", "%1、")
    instance = '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    return f'<w:abstractNum w:abstractNumId="0">{levels}</w:abstractNum>{instance}'


def field(instruction: str, result: str) -> str:
    """A field with its result."""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve">{instruction}</w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run(result)}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def part(root: str, content: str) -> str:
    """A part of a Word document whose root is ``w:root``."""
    return f"{_HEAD}<w:{root} {NAMESPACES}>{content}</w:{root}>"


def docx(
    body: str, *, numbering: str = "", styles: str = "", footnotes: str = "", more: Mapping[str, str] | None = None
) -> bytes:
    """A Word document. *body* is what stands in ``w:body``; the others are what stands in the roots of their parts."""
    parts = {
        "[Content_Types].xml": _TYPES,
        "_rels/.rels": _relationships({"officeDocument": "word/document.xml"}),
        "word/document.xml": part("document", f"<w:body>{body}<w:sectPr/></w:body>"),
    }
    related = {"numbering": numbering, "styles": styles, "footnotes": footnotes}
    parts["word/_rels/document.xml.rels"] = _relationships(
        {name: f"{name}.xml" for name, xml in related.items() if xml}
    )
    parts.update({f"word/{name}.xml": part(name, xml) for name, xml in related.items() if xml})
    return archive({**parts, **(more or {})})


def archive(parts: Mapping[str, str | bytes]) -> bytes:
    """A zip archive of *parts*."""
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in parts.items():
            packed.writestr(name, content)
    return buffer.getvalue()


def ole(*entries: str) -> bytes:
    """The head of an OLE compound file with the names of its *entries*."""
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504 + b"".join(entry.encode("utf-16-le") for entry in entries)


def _relationships(targets: Mapping[str, str]) -> str:
    inner = "".join(
        f'<Relationship Id="r{index}" Type="{RELATIONSHIPS}/{kind}" Target="{target}"/>'
        for index, (kind, target) in enumerate(targets.items())
    )
    return f'{_HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{inner}</Relationships>'


def with_heads(body: str, heads: Mapping[str, str], *, title_page: bool = False, both_sides: bool = False) -> bytes:
    """A Word document with two sections that both have *heads*: contents by place and kind, ``header default``."""
    kinds = [key.split() for key in heads]
    references = "".join(
        f'<w:{place}Reference w:type="{kind}" r:id="r{index}"/>' for index, (place, kind) in enumerate(kinds)
    )
    targets = "".join(
        f'<Relationship Id="r{index}" Type="{RELATIONSHIPS}/{place}" Target="{place}{index}.xml"/>'
        for index, (place, _) in enumerate(kinds)
    )
    parts = {
        f"word/{place}{index}.xml": content if content.startswith("<?xml") else part(place[:1] + "dr", content)
        for index, ((place, _), content) in enumerate(zip(kinds, heads.values(), strict=True))
    }
    if both_sides:
        targets += f'<Relationship Id="s" Type="{RELATIONSHIPS}/settings" Target="settings.xml"/>'
        parts["word/settings.xml"] = part("settings", "<w:evenAndOddHeaders/>")
    root = "http://schemas.openxmlformats.org/package/2006/relationships"
    parts["word/_rels/document.xml.rels"] = f'<Relationships xmlns="{root}">{targets}</Relationships>'
    section = f"<w:sectPr>{references}{'<w:titlePg/>' if title_page else ''}</w:sectPr>"
    return docx(f"{body}<w:p><w:pPr>{section}</w:pPr></w:p>{section}", more=parts)
