"""A Word document made of a document's text: its paragraphs, headings and tables, character for character."""

from __future__ import annotations

from io import BytesIO
from xml.sax.saxutils import escape

from checker.model import Block, BlockKind, Document
from checker.reading.content import CONTROLS

_WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_EPOCH = (1980, 1, 1, 0, 0, 0)
_BORDERS = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)
_STYLES = (
    f'{_HEAD}<w:styles {_WORD}><w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="28"/>'
    '<w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>'
    '<w:spacing w:line="420" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults></w:styles>'
)
_SECTION = (
    '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1588" w:header="851" w:footer="992" w:gutter="0"/>'
    "</w:sectPr>"
)


def word_document(document: Document) -> bytes:
    """Return a .docx whose visible characters are those of *document*, in its order; furniture is left grey."""
    pieces: list[str] = []
    at = 0
    for block in document.blocks:
        pieces += _outside(document.text[at : block.start])
        pieces.append(_block(document.text[block.start : block.end], block))
        at = block.end
    pieces += _outside(document.text[at:])
    body = "".join(pieces) or "<w:p/>"
    return _zipped(f"{_HEAD}<w:document {_WORD}><w:body>{body}{_SECTION}</w:body></w:document>")


def _outside(text: str) -> list[str]:
    """Return what belongs to no block, a paragraph a line."""
    grey = '<w:rPr><w:color w:val="808080"/></w:rPr>'
    return [_paragraph(line, run=grey) for line in text.split("\n") if line.strip()]


def _block(text: str, block: Block) -> str:
    if block.kind is BlockKind.TABLE:
        return _table(text)
    level = "" if block.level is None else f'<w:outlineLvl w:val="{block.level - 1}"/>'
    bold = "" if block.level is None else "<w:rPr><w:b/></w:rPr>"
    # A line that the reader joined to another one stays a line of the same paragraph.
    return _paragraph(text, level, bold)


def _paragraph(text: str, properties: str = "", run: str = "") -> str:
    lines = "<w:br/>".join(_words(line) for line in text.split("\n"))
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r>{run}{lines}</w:r></w:p>"


def _words(text: str) -> str:
    return "<w:tab/>".join(
        f'<w:t xml:space="preserve">{escape(CONTROLS.sub("", piece))}</w:t>' for piece in text.split("\t")
    )


def _table(text: str) -> str:
    rows = [line.split("\t") for line in text.split("\n")]
    columns = max(map(len, rows))
    grid = '<w:gridCol w:w="1500"/>' * columns
    made = "".join(
        f"<w:tr>{''.join(_cell(words) for words in [*row, *[''] * (columns - len(row))])}</w:tr>" for row in rows
    )
    borders = f'<w:tblPr><w:tblW w:w="5000" w:type="pct"/><w:tblBorders>{_BORDERS}</w:tblBorders></w:tblPr>'
    return f"<w:tbl>{borders}<w:tblGrid>{grid}</w:tblGrid>{made}</w:tbl><w:p/>"


def _cell(words: str) -> str:
    return f'<w:tc><w:tcPr><w:tcW w:w="0" w:type="auto"/></w:tcPr>{_paragraph(words)}</w:tc>'


def _zipped(document: str) -> bytes:
    from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

    relationships = f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">'
    parts = {
        "[Content_Types].xml": f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{_TYPE}.document.main+xml"/>'
        f'<Override PartName="/word/styles.xml" ContentType="{_TYPE}.styles+xml"/></Types>',
        "_rels/.rels": f'{relationships}<Relationship Id="rId1" Type="{_RELATIONSHIPS}/officeDocument"'
        ' Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f'{relationships}<Relationship Id="rId1" Type="{_RELATIONSHIPS}/styles"'
        ' Target="styles.xml"/></Relationships>',
        "word/document.xml": document,
        "word/styles.xml": _STYLES,
    }
    buffer = BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            entry = ZipInfo(name, _EPOCH)
            entry.compress_type = ZIP_DEFLATED
            entry.create_system = 0
            archive.writestr(entry, content.encode("utf-8", "replace"))
    return buffer.getvalue()
