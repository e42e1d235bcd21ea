"""Paragraph styles: which are headings, which number their paragraphs, which belong to a table of contents."""

from __future__ import annotations

import re

from lxml import etree

from checker.frozen import dataclass
from checker.reading.docx_names import ILVL, NUM_ID, NUM_PR, OUTLINE_LEVEL, PPR, child, child_value, number_of, w
from checker.regex import regex

_NAME, _BASED_ON = w("name"), w("basedOn")
_HEADING = regex(r"(?:heading|标题)\s*([1-9])", re.IGNORECASE)
_TITLE = regex(r"title|标题", re.IGNORECASE)
_CONTENTS = regex(r"(?:toc|目录|wpsoffice手动目录)\s*(?:heading|标题|\d)", re.IGNORECASE)
_STYLE = b"<w:style "
_STYLE_END = b"</w:style>"
_OTHER_STYLES = (b'w:type="table"', b'w:type="character"', b'w:type="numbering"')
_BODY = 9  # the outline level of text that is no heading


@dataclass(frozen=True, slots=True)
class ParagraphStyle:
    """What a style says of its paragraphs. *level* 1 to 9 of a heading; *instance* and *depth* name a numbering."""

    level: int | None = None
    instance: str | None = None
    depth: int | None = None
    is_title: bool = False
    is_contents: bool = False


def paragraph_styles_only(data: bytes) -> bytes:
    """Return the styles part *data* without styles of other kinds, as far as they are written as Word does.

    They make up most of it, above all in files made from the templates of Word 2013.
    """
    head, *styles = data.split(_STYLE)
    if not styles or _STYLE_END not in styles[-1]:
        return data
    styles[-1], _, tail = styles[-1].rpartition(_STYLE_END)
    styles[-1] += _STYLE_END
    return head + b"".join(_STYLE + style for style in styles if not style.startswith(_OTHER_STYLES)) + tail


class Styles:
    """The paragraph styles of one document, resolved when asked for."""

    def __init__(self, root: etree._Element | None) -> None:
        self._elements: dict[str, etree._Element] = {}
        self._resolved: dict[str | None, ParagraphStyle] = {}
        self._default: str | None = None
        for element in root.iterchildren(w("style")) if root is not None else ():
            if element.get(w("type")) == "paragraph":
                identity = element.get(w("styleId"), "")
                self._elements[identity] = element
                if element.get(w("default")) in ("1", "true", "on"):
                    self._default = identity

    def style(self, identity: str | None) -> ParagraphStyle:
        """Return the style *identity*, the default one for None; unknown ones say nothing."""
        found = self._resolved.get(identity)
        if found is None:
            found = self._resolved[identity] = self._resolve(identity or self._default)
        return found

    def _resolve(self, identity: str | None) -> ParagraphStyle:
        level: int | None = None
        instance: str | None = None
        depth: int | None = None
        is_title = is_contents = False
        seen: set[str] = set()
        while identity is not None and identity in self._elements and identity not in seen:
            seen.add(identity)
            element = self._elements[identity]
            name = child_value(element, _NAME)
            properties = child(element, PPR)
            if level is None:
                level = _outline_level(properties, name)
            numbering = child(properties, NUM_PR)
            if numbering is not None and instance is None:
                instance = child_value(numbering, NUM_ID) or None
                depth = number_of(child(numbering, ILVL))
            if len(seen) == 1:
                is_title, is_contents = bool(_TITLE.fullmatch(name)), bool(_CONTENTS.match(name))
            identity = child_value(element, _BASED_ON) or None
        return ParagraphStyle(None if level == _BODY + 1 else level, instance, depth, is_title, is_contents)


def _outline_level(properties: etree._Element | None, name: str) -> int | None:
    """Return the level that one style declares, 10 for text that is no heading, None where it says nothing."""
    declared = number_of(child(properties, OUTLINE_LEVEL))
    if declared is not None and 0 <= declared <= _BODY:
        return declared + 1
    named = _HEADING.fullmatch(name)
    return int(named.group(1)) if named else None
