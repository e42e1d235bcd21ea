"""Qualified names of WordprocessingML (ECMA-376 Part 1, clause 17) and its neighbours, as lxml writes them."""

from __future__ import annotations

from lxml import etree

_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_COMPATIBILITY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"


def w(name: str) -> str:
    """Return the qualified form of the WordprocessingML name *name*."""
    return _WORD + name


VAL = w("val")
P, PPR, R, T, TBL, TR, TC = w("p"), w("pPr"), w("r"), w("t"), w("tbl"), w("tr"), w("tc")
STYLE, OUTLINE_LEVEL, NUM_PR, NUM_ID, ILVL = w("pStyle"), w("outlineLvl"), w("numPr"), w("numId"), w("ilvl")
FIELD_MARK, FIELD_MARK_TYPE = w("fldChar"), w("fldCharType")
BREAK, BREAK_TYPE, CARRIAGE_RETURN, TAB, POSITION_TAB = w("br"), w("type"), w("cr"), w("tab"), w("ptab")
NO_BREAK_HYPHEN, SYMBOL = w("noBreakHyphen"), w("sym")
RENDERED_PAGE_BREAK, PAGE_BREAK_BEFORE = w("lastRenderedPageBreak"), w("pageBreakBefore")
INSERTED, DELETED, MOVED_TO, MOVED_FROM = w("ins"), w("del"), w("moveTo"), w("moveFrom")
TEXT_BOX, FOOTNOTE_REFERENCE, ENDNOTE_REFERENCE = w("txbxContent"), w("footnoteReference"), w("endnoteReference")
ALTERNATE_CONTENT = _COMPATIBILITY + "AlternateContent"
CHOICE, FALLBACK = _COMPATIBILITY + "Choice", _COMPATIBILITY + "Fallback"
MATH_TEXT = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
PICTURES = (
    "{http://schemas.openxmlformats.org/drawingml/2006/main}blip",
    "{urn:schemas-microsoft-com:vml}imagedata",
    "{http://schemas.openxmlformats.org/drawingml/2006/chart}chart",
    "{http://schemas.openxmlformats.org/drawingml/2006/diagram}relIds",
)


def is_on(element: etree._Element | None) -> bool:
    """Return whether a switch such as ``<w:vanish/>`` is there and not turned off."""
    return element is not None and element.get(VAL) not in ("0", "false", "off")


def number_of(element: etree._Element | None) -> int | None:
    """Return the ``w:val`` of *element* as a number, None where there is none."""
    value = element.get(VAL) if element is not None else None
    return int(value) if value is not None and value.isascii() and value.lstrip("-").isdigit() else None


def child(element: etree._Element | None, name: str) -> etree._Element | None:
    """Return the first child with the qualified name *name*, None where there is none."""
    return next(element.iterchildren(name), None) if element is not None else None


def child_value(element: etree._Element | None, name: str) -> str:
    """Return the ``w:val`` of the first child with the qualified name *name*, empty where there is none."""
    found = child(element, name)
    return found.get(VAL, "") if found is not None else ""
