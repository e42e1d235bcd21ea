"""PDF files drawn line by line, with a font of Chinese that every viewer knows and no file embeds."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from io import BytesIO
from typing import Any
from xml.sax.saxutils import escape

from reportlab.lib.pagesizes import A4
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph, SimpleDocTemplate

FONT = "STSong-Light"
WIDTH, HEIGHT = A4
LEFT, TOP, RIGHT = 80.0, 760.0, 80.0 + 27 * 16

Draw = Callable[[Canvas], object]

pdfmetrics.registerFont(UnicodeCIDFont(FONT))


def pdf(*pages: Draw | Sequence[Draw], password: str | None = None, rotation: int = 0) -> bytes:
    """A PDF of A4 pages; each page is what its functions draw."""
    buffer = BytesIO()
    encryption = StandardEncryption(password) if password is not None else None
    canvas = Canvas(buffer, pagesize=A4, invariant=1, encrypt=encryption, pageCompression=0)
    for page in pages:
        canvas.setPageRotation(rotation)
        for draw in page if isinstance(page, Sequence) else (page,):
            draw(canvas)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def at(x: float, y: float, text: str, size: float = 16) -> Draw:
    """*text* on one line that begins at *x*, *y* (points from the lower left corner)."""

    def draw(canvas: Canvas) -> None:
        canvas.setFont(FONT, size)
        canvas.drawString(x, y, text)

    return draw


def lines(*texts: str, x: float = LEFT, top: float = TOP, step: float = 28, size: float = 16) -> Draw:
    """*texts* under each other; wide spaces at the beginning of one move it to the right, as an indentation does."""

    def draw(canvas: Canvas) -> None:
        for index, text in enumerate(texts):
            bare = text.lstrip("　")
            at(x + size * (len(text) - len(bare)), top - index * step, bare, size)(canvas)

    return draw


def wrapped(*paragraphs: str, columns: int = 27) -> list[str]:
    """*paragraphs* broken into lines of *columns* characters, the first line of each indented by two."""
    found: list[str] = []
    for paragraph in paragraphs:
        text = "　　" + paragraph
        found.extend(text[start : start + columns] for start in range(0, len(text), columns))
    return found


def centred(text: str, y: float, size: float = 22) -> Draw:
    def draw(canvas: Canvas) -> None:
        canvas.setFont(FONT, size)
        canvas.drawCentredString((LEFT + RIGHT) / 2, y, text)

    return draw


def slanted(text: str) -> Draw:
    """A watermark across the page."""

    def draw(canvas: Canvas) -> None:
        canvas.saveState()
        canvas.translate(200, 300)
        canvas.rotate(45)
        at(0, 0, text, 60)(canvas)
        canvas.restoreState()

    return draw


def picture(x: float, y: float, width: float, height: float) -> Draw:
    """A grey picture."""
    pixels = BytesIO(b"P5 2 2 255\n" + bytes((90, 120, 150, 180)))

    def draw(canvas: Canvas) -> None:
        canvas.drawImage(ImageReader(pixels), x, y, width, height)

    return draw


def scan(canvas: Canvas) -> None:
    """A page that is one picture."""
    picture(0, 0, WIDTH, HEIGHT)(canvas)


def without_character_map(codes: bytes) -> bytes:
    """A PDF whose font names glyphs by number and does not say which characters they are."""
    content = b"BT /F1 16 Tf 80 700 Td <" + codes.hex().encode() + b"> Tj ET"
    return raw_pdf(
        content,
        b"<</Type/Font/Subtype/Type0/BaseFont/ABCDEF+Unknown/Encoding/Identity-H/DescendantFonts[<</Type/Font"
        b"/Subtype/CIDFontType2/BaseFont/ABCDEF+Unknown/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)"
        b"/Supplement 0>>/DW 1000/FontDescriptor<</Type/FontDescriptor/FontName/ABCDEF+Unknown/Flags 4"
        b"/FontBBox[0 0 1000 1000]/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 700/StemV 80>>>>]>>",
    )


def raw_pdf(content: bytes, font: bytes, catalogue: bytes = b"") -> bytes:
    """A PDF of one page with *content* and *font* F1; *catalogue* holds more entries of its root."""
    objects = [
        b"<</Type/Catalog/Pages 2 0 R" + catalogue + b">>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(content), content),
        font,
    ]
    data = bytearray(b"%PDF-1.7\n")
    places: list[int] = []
    for number, item in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, item)
    start = len(data)
    data += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    data += b"".join(b"%010d 00000 n \n" % place for place in places)
    data += b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)
    return bytes(data)


def report(title: str, paragraphs: Sequence[str], *, columns: int = 27, foot: Any = None) -> bytes:
    """A report of several pages as an office program lays it out: a title, paragraphs, numbers of pages."""
    flow = wrapped(*paragraphs, columns=columns)
    first, rest = flow[:21], flow[21:]
    sheets: list[list[Draw]] = [[centred(title, 770), lines(*first, top=710)]]
    sheets += [[lines(*rest[start : start + 24])] for start in range(0, len(rest), 24)]
    for number, sheet in enumerate(sheets, 1):
        sheet.append(centred(foot(number) if foot else f"— {number} —", 45, 12))
    return pdf(*sheets)


def typeset(title: str, paragraphs: Sequence[str], *, head: str = "") -> bytes:
    """A report as an office program typesets it: A4, 三号, indented, justified, numbers of pages, perhaps a head."""
    title_style = ParagraphStyle(
        "t", fontName=FONT, fontSize=22, leading=34, alignment=1, wordWrap="CJK", spaceAfter=20
    )
    body_style = ParagraphStyle(
        "b", fontName=FONT, fontSize=16, leading=28, alignment=4, wordWrap="CJK", firstLineIndent=32
    )

    def furniture(canvas: Canvas, document: Any) -> None:
        centred(f"— {document.page} —", 50, 12)(canvas)
        if head:
            at(LEFT, 800, head, 10)(canvas)

    buffer = BytesIO()
    document = SimpleDocTemplate(
        buffer, pagesize=A4, leftMargin=79, rightMargin=74, topMargin=105, bottomMargin=99, invariant=1
    )
    flow = [Paragraph(escape(title), title_style)]
    flow += [Paragraph(escape(paragraph), body_style) for paragraph in paragraphs]
    document.build(flow, onFirstPage=furniture, onLaterPages=furniture)
    return buffer.getvalue()
