"""Word documents written part by part (ECMA-376): paragraphs set by role, comments beside them, page numbers.

Knows roles and settings, nothing of reports. The same input gives the same bytes: nothing is compressed and no time of
day is written.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from checker.drafting.styles import WORD, footer, ind, quoted, styles, text_height, twips
from checker.frozen import dataclass, replace
from checker.model import Page, Setting

_RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_EPOCH = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph; *comment* is what stands beside it, a paragraph each.

    Without *text* it is a blank line; a line feed in it breaks the line. *new_page*: it begins one. *right* is an
    indent of its own, in characters.
    """

    role: str
    text: str
    comment: tuple[str, ...] = ()
    new_page: bool = False
    right: float | None = None


@dataclass(frozen=True, slots=True)
class Form:
    """How a document is set: its paper, how each role is set, and the text of the page number, # for the number."""

    page: Page
    settings: Mapping[str, Setting]
    page_number: str | None = None


def word_document(paragraphs: Sequence[Paragraph], form: Form, author: str) -> bytes:
    """Return a .docx with *paragraphs*, set as *form* says; comments are by *author*."""
    comments = [paragraph.comment for paragraph in paragraphs if paragraph.comment]
    parts = {
        "word/document.xml": _document(paragraphs, form),
        "word/styles.xml": _HEAD + styles(form.settings, form.page),
        "word/settings.xml": _settings(),
    }
    if comments:
        parts["word/comments.xml"] = _comments(comments, author)
    if form.page_number:
        parts["word/footer1.xml"] = _HEAD + footer(form.page_number, form.settings, even=False)
        parts["word/footer2.xml"] = _HEAD + footer(form.page_number, form.settings, even=True)
    return _zipped({**_package(list(parts)), **parts})


def _document(paragraphs: Sequence[Paragraph], form: Form) -> str:
    body = "".join(_paragraphs(paragraphs, form))
    return f'{_HEAD}<w:document {WORD} xmlns:r="{_RELATIONSHIPS}"><w:body>{body}{_section(form)}</w:body></w:document>'


def _paragraphs(paragraphs: Sequence[Paragraph], form: Form) -> Iterator[str]:
    count = 0
    for paragraph in paragraphs:
        lines = [f'<w:t xml:space="preserve">{quoted(line)}</w:t>' for line in paragraph.text.split("\n") if line]
        words = f"<w:r>{'<w:br/>'.join(lines)}</w:r>" if lines else ""
        if paragraph.comment:
            words = (
                f'<w:commentRangeStart w:id="{count}"/>{words}<w:commentRangeEnd w:id="{count}"/>'
                f'<w:r><w:commentReference w:id="{count}"/></w:r>'
            )
            count += 1
        broken = "<w:pageBreakBefore/>" if paragraph.new_page else ""
        setting = form.settings.get(paragraph.role)
        own = "" if paragraph.right is None or setting is None else ind(replace(setting, right=paragraph.right))
        yield f'<w:p><w:pPr><w:pStyle w:val="{paragraph.role}"/>{broken}{own}</w:pPr>{words}</w:p>'


def _section(form: Form) -> str:
    page = form.page
    references = (
        '<w:footerReference w:type="default" r:id="footer1"/><w:footerReference w:type="even" r:id="footer2"/>'
        if form.page_number
        else ""
    )
    margins = "".join(
        f' w:{side}="{twips(value)}"'
        for side, value in (
            ("top", page.top),
            ("right", page.right),
            ("bottom", page.bottom),
            ("left", page.left),
            ("header", page.footer),
            ("footer", page.footer),
        )
    )
    return (
        f'<w:sectPr>{references}<w:pgSz w:w="{twips(page.width)}" w:h="{twips(page.height)}"/>'
        f'<w:pgMar{margins} w:gutter="0"/>{_grid(form)}</w:sectPr>'
    )


def _grid(form: Form) -> str:
    """Return the rules for lines; those for characters are in the styles, where every program understands them."""
    if form.page.lines is None:
        return ""
    return f'<w:docGrid w:type="lines" w:linePitch="{int(text_height(form.page) / form.page.lines * 20)}"/>'


def _settings() -> str:
    compatible = "http://schemas.microsoft.com/office/word"
    return (
        f"{_HEAD}<w:settings {WORD}><w:evenAndOddHeaders/>"
        '<w:drawingGridHorizontalSpacing w:val="160"/><w:characterSpacingControl w:val="compressPunctuation"/>'
        f'<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="{compatible}" w:val="15"/></w:compat>'
        '<w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/></w:settings>'
    )


def _comments(comments: Sequence[Sequence[str]], author: str) -> str:
    entries = []
    for number, sentences in enumerate(comments):
        inner = "".join(
            f'<w:p><w:pPr><w:pStyle w:val="comment"/></w:pPr><w:r><w:t xml:space="preserve">{quoted(sentence)}'
            "</w:t></w:r></w:p>"
            for sentence in sentences
        )
        entries.append(f'<w:comment w:id="{number}" w:author="{quoted(author)}" w:initials="c">{inner}</w:comment>')
    return f"{_HEAD}<w:comments {WORD}>{''.join(entries)}</w:comments>"


def _package(names: Sequence[str]) -> dict[str, str]:
    """Return the parts that say what the others are and how they hang together."""
    kinds = {name: name.removeprefix("word/").removesuffix(".xml").rstrip("12") for name in names}
    types = "".join(
        f'<Override PartName="/{name}" ContentType="{_TYPE}.{kind}{".main" if kind == "document" else ""}+xml"/>'
        for name, kind in kinds.items()
    )
    related = "".join(
        f'<Relationship Id="{name[5:-4]}" Type="{_RELATIONSHIPS}/{kind}" Target="{name[5:]}"/>'
        for name, kind in kinds.items()
        if kind != "document"
    )
    relationships = f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">'
    main = f'<Relationship Id="document" Type="{_RELATIONSHIPS}/officeDocument" Target="word/document.xml"/>'
    return {
        "[Content_Types].xml": f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types">'
        f'<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{types}</Types>',
        "_rels/.rels": f"{relationships}{main}</Relationships>",
        "word/_rels/document.xml.rels": f"{relationships}{related}</Relationships>",
    }


def _zipped(parts: Mapping[str, str]) -> bytes:
    from io import BytesIO
    from zipfile import ZIP_STORED, ZipFile, ZipInfo

    buffer = BytesIO()
    with ZipFile(buffer, "w", ZIP_STORED) as archive:
        for name, content in parts.items():
            entry = ZipInfo(name, _EPOCH)
            entry.create_system = 0  # what else is written differs between systems
            archive.writestr(entry, content.encode("utf-8"))
    return buffer.getvalue()
