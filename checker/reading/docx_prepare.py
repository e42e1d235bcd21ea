"""A Word part made ready for reading: only what the final view shows is left in the tree, and what went is counted.

Left are insertions, results of fields, the first choice of alternate content; gone are deletions, the old places of
moves, hidden runs, fallbacks. Text boxes are taken out of the paragraphs that they are anchored in and read after them.
"""

from __future__ import annotations

from itertools import islice

from lxml import etree

from checker.frozen import dataclass, field
from checker.reading.docx_names import (
    BREAK,
    CARRIAGE_RETURN,
    CHOICE,
    DELETED,
    ENDNOTE_REFERENCE,
    FALLBACK,
    FIELD_MARK,
    FIELD_MARK_TYPE,
    FOOTNOTE_REFERENCE,
    INSERTED,
    MATH_TEXT,
    MOVED_FROM,
    MOVED_TO,
    NO_BREAK_HYPHEN,
    PICTURES,
    POSITION_TAB,
    PPR,
    RENDERED_PAGE_BREAK,
    SYMBOL,
    TAB,
    TEXT_BOX,
    TR,
    VAL,
    P,
    R,
    is_on,
    w,
)

_RPR, _TRPR, _VANISH = w("rPr"), w("trPr"), w("vanish")
_COMMENT, _EMBEDDED, _RUBY_TEXT = w("commentReference"), w("altChunk"), w("rt")
_GALLERY, _SDT = w("docPartGallery"), w("sdt")
_CONTENTS = "Table of Contents"
_LOOKED_AT = (
    CHOICE,
    DELETED,
    ENDNOTE_REFERENCE,
    FALLBACK,
    FIELD_MARK,
    FOOTNOTE_REFERENCE,
    INSERTED,
    MOVED_FROM,
    MOVED_TO,
    RENDERED_PAGE_BREAK,
    TEXT_BOX,
    _VANISH,
    _COMMENT,
    _EMBEDDED,
    _RUBY_TEXT,
    _GALLERY,
    *PICTURES,
)
_MARKS = (
    TAB,
    BREAK,
    CARRIAGE_RETURN,
    NO_BREAK_HYPHEN,
    POSITION_TAB,
    SYMBOL,
    FIELD_MARK,
    RENDERED_PAGE_BREAK,
    MATH_TEXT,
)  # what else counts in a line beside its text


@dataclass(slots=True)
class Prepared:
    """What was found in one part. Sets hold elements of its tree.

    *marks* are the tags of what is to be looked at in a line beside its text, none in most documents.
    *joined*: paragraphs whose mark is deleted, so that they run into the next one. *contents*: paragraphs of a table of
    contents. *boxes*: text boxes by the paragraph they hang on. *loose*: field marks without their other half.
    """

    marks: tuple[str, ...] = ()
    joined: set[etree._Element] = field(default_factory=set)
    contents: set[etree._Element] = field(default_factory=set)
    boxes: dict[etree._Element, list[etree._Element]] = field(default_factory=dict)
    loose: set[etree._Element] = field(default_factory=set)
    footnotes: list[str] = field(default_factory=list)
    endnotes: list[str] = field(default_factory=list)
    has_pages: bool = False
    revisions: int = 0
    comments: int = 0
    hidden: int = 0
    pictures: int = 0
    embedded: int = 0


def prepare(root: etree._Element) -> Prepared:
    """Change the tree under *root* as told above and return what was found."""
    found = Prepared(marks=tuple({element.tag for element in root.iter(*_MARKS)}))
    by_tag: dict[str, list[etree._Element]] = {}
    for element in root.iter(*_LOOKED_AT):
        by_tag.setdefault(element.tag, []).append(element)
    if not by_tag:
        return found
    for tag in (INSERTED, DELETED, MOVED_TO, MOVED_FROM):
        found.revisions += len(by_tag.get(tag, ()))
    _take_alternatives(by_tag)
    _take_deletions(by_tag, found)
    _take_hidden(by_tag, found)
    for element in by_tag.get(_RUBY_TEXT, ()):
        _remove(element)
    for gallery in by_tag.get(_GALLERY, ()):
        control = next(gallery.iterancestors(_SDT), None)
        if gallery.get(VAL) == _CONTENTS and control is not None:
            found.contents.update(control.iter(P))
    kept = _still_in(root, by_tag)
    found.has_pages = bool(kept.get(RENDERED_PAGE_BREAK))
    found.comments = len(kept.get(_COMMENT, ()))
    found.embedded = len(kept.get(_EMBEDDED, ()))
    found.pictures = sum(len(kept.get(tag, ())) for tag in PICTURES)
    found.footnotes = [element.get(w("id"), "") for element in kept.get(FOOTNOTE_REFERENCE, ())]
    found.endnotes = [element.get(w("id"), "") for element in kept.get(ENDNOTE_REFERENCE, ())]
    _take_boxes(kept.get(TEXT_BOX, []), found)
    _pair_fields(kept.get(FIELD_MARK, []), found)
    return found


def _remove(element: etree._Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _still_in(root: etree._Element, by_tag: dict[str, list[etree._Element]]) -> dict[str, list[etree._Element]]:
    """Return the elements whose chain of parents still ends in *root*."""
    if not any(by_tag.get(tag) for tag in (DELETED, MOVED_FROM, FALLBACK, CHOICE, _VANISH)):
        return by_tag
    kept: dict[str, list[etree._Element]] = {}
    for element in root.iter(*_LOOKED_AT):
        kept.setdefault(element.tag, []).append(element)
    return kept


def _take_alternatives(by_tag: dict[str, list[etree._Element]]) -> None:
    for choice in by_tag.get(CHOICE, ()):
        for other in list(choice.itersiblings(CHOICE, FALLBACK)):
            _remove(other)


def _take_deletions(by_tag: dict[str, list[etree._Element]], found: Prepared) -> None:
    """Remove what is deleted or moved away; among properties the mark stands for a whole row or a paragraph's end."""
    for element in (*by_tag.get(DELETED, ()), *by_tag.get(MOVED_FROM, ())):
        around = [parent.tag for parent in islice(element.iterancestors(), 2)]
        if around == [_TRPR, TR]:
            _remove(next(element.iterancestors(TR)))
        elif around == [_RPR, PPR]:
            found.joined.update(islice(element.iterancestors(P), 1))
        else:
            _remove(element)


def _take_hidden(by_tag: dict[str, list[etree._Element]], found: Prepared) -> None:
    for element in by_tag.get(_VANISH, ()):
        if is_on(element) and [parent.tag for parent in islice(element.iterancestors(), 2)] == [_RPR, R]:
            found.hidden += 1
            _remove(next(element.iterancestors(R)))


def _take_boxes(boxes: list[etree._Element], found: Prepared) -> None:
    """Take boxes out from the innermost, so that each hangs on the nearest paragraph around it."""
    for box in reversed(boxes):
        for anchor in islice(box.iterancestors(P), 1):
            found.boxes.setdefault(anchor, []).insert(0, box)
        _remove(box)


def _pair_fields(marks: list[etree._Element], found: Prepared) -> None:
    """Find field marks that have no other half: text behind them must not be taken for an instruction.

    Marks pair up inside one story: the body, or one text box.
    """
    open_marks: dict[etree._Element | None, list[list[etree._Element]]] = {}
    for mark in marks:
        stack = open_marks.setdefault(_story(mark), [])
        kind = mark.get(FIELD_MARK_TYPE)
        if kind == "begin":
            stack.append([mark])
        elif not stack:
            found.loose.add(mark)
        elif kind == "end":
            stack.pop()
        else:
            stack[-1].append(mark)
    for stack in open_marks.values():
        for unclosed in stack:
            found.loose.update(unclosed)


def _story(mark: etree._Element) -> etree._Element | None:
    """Return the top of the tree that *mark* is in; boxes have been taken out by now and are trees of their own."""
    top: etree._Element | None = None
    for top in mark.iterancestors():  # noqa: B007
        pass
    return top
