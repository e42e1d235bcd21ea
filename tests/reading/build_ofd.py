"""OFD files (GB/T 33190-2016) as converters write them: a page a part, a text object a line."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from xml.sax.saxutils import escape

from .build import archive

_NAMESPACE = 'xmlns:ofd="http://www.ofdspec.org/2016"'
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
SIZE = 5.6  # of characters, in millimetres: 三号


def line(text: str, x: float, y: float, size: float = SIZE, *, more: str = "", deltas: str | None = None) -> str:
    """A text object of one line whose base line is at *y*; *deltas* replaces the distances between its characters."""
    widths = [size if ord(character) > 0x2000 else size / 2 for character in text]
    steps = deltas if deltas is not None else " ".join(f"{width:g}" for width in widths[:-1])
    return (
        f'<ofd:TextObject ID="1" Boundary="{x} {y - size} {sum(widths)} {size * 1.2}" Font="2" Size="{size}" {more}>'
        f'<ofd:TextCode X="0" Y="{size}"{f" DeltaX={chr(34)}{steps}{chr(34)}" if steps else ""}>{escape(text)}'
        "</ofd:TextCode></ofd:TextObject>"
    )


def lines(*texts: str, x: float = 28, top: float = 45, step: float = 10, size: float = SIZE) -> str:
    """*texts* under each other; wide spaces at the beginning of one move it to the right."""
    return "".join(
        line(bare, x + size * (len(text) - len(bare)), top + index * step, size)
        for index, text in enumerate(texts)
        if (bare := text.lstrip("　"))
    )


def page(content: str, before: str = "", area: str = "") -> str:
    return (
        f"{_HEAD}<ofd:Page {_NAMESPACE}>{area}{before}"
        f'<ofd:Content><ofd:Layer ID="9">{content}</ofd:Layer></ofd:Content></ofd:Page>'
    )


def ofd(
    pages: Sequence[str], *, templates: Mapping[str, str] | None = None, more: Mapping[str, str | bytes] | None = None
) -> bytes:
    """An OFD file of *pages*; what does not begin with a declaration is the content of one."""
    parts: dict[str, str | bytes] = {
        "OFD.xml": f'{_HEAD}<ofd:OFD {_NAMESPACE} Version="1.0"><ofd:DocBody><ofd:DocInfo/>'
        "<ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>"
    }
    listed = "".join(f'<ofd:Page ID="{n}" BaseLoc="Pages/Page_{n}/Content.xml"/>' for n in range(len(pages)))
    declared = "".join(f'<ofd:TemplatePage ID="{name}" BaseLoc="Tpls/{name}.xml"/>' for name in templates or {})
    parts["Doc_0/Document.xml"] = (
        f"{_HEAD}<ofd:Document {_NAMESPACE}><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 210 297"
        f"</ofd:PhysicalBox></ofd:PageArea>{declared}</ofd:CommonData><ofd:Pages>{listed}</ofd:Pages></ofd:Document>"
    )
    for number, content in enumerate(pages):
        parts[f"Doc_0/Pages/Page_{number}/Content.xml"] = content if content.startswith("<?xml") else page(content)
    for name, content in (templates or {}).items():
        parts[f"Doc_0/Tpls/{name}.xml"] = page(content)
    return archive({**parts, **(more or {})})
