"""Settings as Word writes them: properties of paragraphs and characters, styles by role, footers."""

from __future__ import annotations

from collections.abc import Mapping
from math import floor

from checker.frozen import replace
from checker.model import Page, Setting

WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_TWIPS_IN_MM = 1440 / 25.4
_POINTS_IN_MM = 72 / 25.4
_ALIGNMENTS = {"left": "left", "center": "center", "right": "right", "both": "both", "distribute": "distribute"}
_RULES = {"exact": "exact", "at_least": "atLeast", "auto": "auto"}
# What Word calls its own styles, so that its outline and its buttons know them.
_NAMES = {"title": "Title", "body": "Normal", "heading1": "heading 1", "heading2": "heading 2"}
_NAMES |= {"heading3": "heading 3", "heading4": "heading 4", "signature": "Signature", "date": "Date"}
_NEXT = "body"


def quoted(words: str) -> str:
    """Return *words* as they stand between tags and in attributes."""
    from xml.sax.saxutils import escape

    return escape(words, {'"': "&quot;"})


def twips(millimetres: float | None) -> int:
    """Return a length in twentieths of a point."""
    return round((millimetres or 0) * _TWIPS_IN_MM)


def text_height(page: Page) -> float:
    """Return how many points of a page's height are for text."""
    return ((page.height or 0) - (page.top or 0) - (page.bottom or 0)) * _POINTS_IN_MM


def text_width(page: Page) -> float:
    """Return how many points of a page's width are for text."""
    return ((page.width or 0) - (page.left or 0) - (page.right or 0)) * _POINTS_IN_MM


def styles(settings: Mapping[str, Setting], page: Page) -> str:
    """Return the part with one style a role; that of ``body`` is the default."""
    body = settings["body"]
    defaults = (
        f"<w:docDefaults><w:rPrDefault>{run_properties(body)}</w:rPrDefault><w:pPrDefault/></w:docDefaults>"
        '<w:latentStyles w:defLockedState="0" w:defUIPriority="99" w:defSemiHidden="0" w:defUnhideWhenUsed="0"'
        ' w:defQFormat="0"/>'
    )
    made = "".join(
        _style(role, setting, _spread(page, setting) if setting.size == body.size else "")
        for role, setting in settings.items()
        if role != "page_number"
    )
    comment = (
        '<w:style w:type="paragraph" w:styleId="comment"><w:name w:val="annotation text"/>'
        '<w:rPr><w:sz w:val="20"/><w:szCs w:val="20"/></w:rPr></w:style>'
    )
    return f"<w:styles {WORD}>{defaults}{made}{comment}</w:styles>"


def _spread(page: Page, setting: Setting) -> str:
    """Return by how much characters are set closer or wider, so that a line holds as many as it is ruled for."""
    if page.characters is None or setting.size is None:
        return ""
    return f'<w:spacing w:val="{floor((text_width(page) / page.characters - setting.size) * 20)}"/>'


def _style(role: str, setting: Setting, spread: str) -> str:
    name = _NAMES.get(role, role)
    default = ' w:default="1"' if role == _NEXT else ""
    outline = f'<w:outlineLvl w:val="{int(role[-1]) - 1}"/>' if role.startswith("heading") else ""
    keep = "<w:keepNext/>" if outline else ""
    next_one = "" if role == _NEXT else f'<w:next w:val="{_NEXT}"/>'
    # Lines of an exact distance would else be put on the next rule of the page by some programs.
    loose = '<w:snapToGrid w:val="0"/>' if setting.line is not None else ""
    paragraph = f"{keep}{loose}{spacing(setting)}{ind(setting)}{jc(setting)}{outline}"
    return (
        f'<w:style w:type="paragraph"{default} w:styleId="{role}"><w:name w:val="{name}"/>{next_one}<w:qFormat/>'
        f"<w:pPr>{paragraph}</w:pPr>{run_properties(setting, spread)}</w:style>"
    )


def run_properties(setting: Setting, spread: str = "") -> str:
    """Return how the characters are set; *spread* is the ready property of how far apart."""
    pieces = []
    if setting.font or setting.latin:
        latin, chinese = quoted(setting.latin or setting.font or ""), quoted(setting.font or "")
        east = f' w:eastAsia="{chinese}"' if chinese else ""
        pieces.append(f'<w:rFonts w:ascii="{latin}"{east} w:hAnsi="{latin}" w:cs="{latin}"/>')
    if setting.bold is not None:
        pieces.append(f'<w:b w:val="{int(setting.bold)}"/>')
    pieces.append(spread)
    if setting.size is not None:
        half = round(setting.size * 2)
        pieces.append(f'<w:sz w:val="{half}"/><w:szCs w:val="{half}"/>')
    pieces.append('<w:lang w:val="en-US" w:eastAsia="zh-CN"/>')
    return f"<w:rPr>{''.join(pieces)}</w:rPr>"


def spacing(setting: Setting) -> str:
    """Return the distance of lines."""
    if setting.line is None:
        return ""
    rule = setting.line_rule or "exact"
    value = round(setting.line * (240 if rule == "auto" else 20))
    return f'<w:spacing w:before="0" w:after="0" w:line="{value}" w:lineRule="{_RULES[rule]}"/>'


def ind(setting: Setting) -> str:
    """Return the indents, in characters and, for programs that know none, in twips."""
    pieces = []
    for name, value in (("left", setting.left), ("right", setting.right)):
        if value is not None:
            pieces.append(_indent(name, value, setting.size))
    if setting.first_line is not None:
        name = "firstLine" if setting.first_line >= 0 else "hanging"
        pieces.append(_indent(name, abs(setting.first_line), setting.size))
    return f"<w:ind{''.join(pieces)}/>" if pieces else ""


def _indent(name: str, characters: float, size: float | None) -> str:
    return f' w:{name}Chars="{round(characters * 100)}" w:{name}="{round(characters * (size or 0) * 20)}"'


def jc(setting: Setting) -> str:
    """Return the alignment; page numbers choose theirs by the page."""
    alignment = _ALIGNMENTS.get(setting.alignment or "")
    return f'<w:jc w:val="{alignment}"/>' if alignment else ""


def footer(number: str, settings: Mapping[str, Setting], *, even: bool) -> str:
    """Return a footer with the page number, at the outer edge where the setting says so."""
    setting = settings.get("page_number", settings["body"])
    before, _, after = number.partition("#")
    if setting.alignment == "outside":
        left, right = (setting.left, None) if even else (None, setting.right)
        alignment = "left" if even else "right"
        setting = replace(setting, alignment=alignment, left=left, right=right)
    properties = run_properties(setting)
    fields = ("begin", "separate", "end")
    begin, separate, end = (f'<w:r>{properties}<w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in fields)
    field = (
        f'{begin}<w:r>{properties}<w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>{separate}'
        f"<w:r>{properties}<w:t>{2 if even else 1}</w:t></w:r>{end}"
    )
    around = [f'<w:r>{properties}<w:t xml:space="preserve">{quoted(words)}</w:t></w:r>' for words in (before, after)]
    line = round((setting.size or 0) * 26)
    spaced = f'<w:spacing w:before="0" w:after="0" w:line="{line}" w:lineRule="exact"/>' if line else ""
    first = Setting(size=setting.size, left=setting.left, right=setting.right, first_line=0)
    return (
        f"<w:ftr {WORD}><w:p><w:pPr>{spaced}{ind(first)}{jc(setting)}</w:pPr>"
        f"{around[0]}{field}{around[1]}</w:p></w:ftr>"
    )
