"""An annotated Word document: the original with a comment at what each finding speaks of, or one made of the text.

A second run replaces the comments of the first and touches nobody else's. Comments have no date unless one is given,
so that the same document and rules give the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime

from lxml import etree

from checker.errors import CheckerError
from checker.model import Report
from checker.reading.docx_names import P, R, T, w
from checker.reading.docx_trace import Place
from checker.reports.columns import plain
from checker.rule import Pack
from checker.texts import CATALOGUE, Language, text
from checker.word.comments import MARK, Comment, comments
from checker.word.package import WordFile
from checker.word.plain import word_document
from checker.word.story import RPR, Story

_START, _END, _REFERENCE, _COMMENT = map(w, ("commentRangeStart", "commentRangeEnd", "commentReference", "comment"))
_ID, _AUTHOR = w("id"), w("author")
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def annotate(
    report: Report, pack: Pack, language: Language, *, original: bytes | None = None, time: datetime | None = None
) -> bytes:
    """Return a .docx with comments on *report*, made with *pack*.

    *original* is the Word document that the report is about; without it, or where it cannot be changed, the document
    is made of its text, and the comment at the title says so. Raises ReadError where *original* is damaged.
    """
    said = comments(report, pack, language)
    seen = report.document.text
    if original is not None:
        file = WordFile(original, report.document.path)
        places = file.places(seen)
        if places is not None:
            return _with_comments(file, places, said, language, time)
    file = WordFile(word_document(report.document), report.document.path)
    places = file.places(seen)
    if places is None:
        raise CheckerError(text("word.untraceable"), where=report.document.path, hint=text("word.untraceable.hint"))
    summary, *others = said
    note = text("word.from_text").of(language)
    said = [Comment(summary.span, (*summary.lines[:-1], note, summary.lines[-1])), *others]
    return _with_comments(file, places, said, language, time)


def _with_comments(
    file: WordFile,
    places: Sequence[Place | None],
    said: Sequence[Comment],
    language: Language,
    time: datetime | None,
) -> bytes:
    root = file.main()
    story = Story(root, places)
    part = file.related("comments")
    if part is None:
        part = etree.Element(w("comments"), nsmap={"w": w("")[1:-1]})
    taken = {each.get(_ID, "") for each in part.iterchildren(_COMMENT)}
    own = {each.get(_ID, ""): each for each in part.iterchildren(_COMMENT) if _is_own(each)}
    for each in own.values():
        part.remove(each)
    _remove(root, set(own))
    identities = _free(taken - set(own))
    for comment in said:
        span = story.span(comment.span.start, comment.span.end) or story.near(comment.span.start)
        if span is None:
            raise CheckerError(text("word.untraceable"), hint=text("word.untraceable.hint"))
        identity = next(identities)
        start, end = etree.Element(_START, {_ID: identity}), etree.Element(_END, {_ID: identity})
        run = etree.Element(R)
        etree.SubElement(run, _REFERENCE, {_ID: identity})
        story.mark(*span, (start,), (end, run))
        part.append(_comment(identity, comment.lines, language, time))
    story.apply()
    file.set_main(root)
    file.set_related("comments", part)
    return file.content()


def _is_own(comment: etree._Element) -> bool:
    """Whether a run of this program made *comment*, in whatever language."""
    paragraphs = ["".join(each.text or "" for each in paragraph.iter(T)) for paragraph in comment.iter(P)]
    return comment.get(_AUTHOR) in CATALOGUE["word.author"] and bool(paragraphs) and bool(MARK.search(paragraphs[-1]))


def _free(taken: set[str]) -> Iterator[str]:
    number = 0
    while True:
        if str(number) not in taken:
            yield str(number)
        number += 1


def _remove(root: etree._Element, identities: set[str]) -> None:
    """Take the markers of the comments *identities* out, and the runs that held nothing else."""
    for element in list(root.iter(_START, _END, _REFERENCE)):
        parent = element.getparent()
        if parent is None or element.get(_ID, "") not in identities:
            continue
        parent.remove(element)
        above = parent.getparent()
        if parent.tag == R and above is not None and all(child.tag == RPR for child in parent):
            above.remove(parent)


def _comment(identity: str, lines: Sequence[str], language: Language, time: datetime | None) -> etree._Element:
    attributes = {
        _ID: identity,
        _AUTHOR: text("word.author").of(language),
        w("initials"): text("word.initials").of(language),
    }
    if time is not None:
        attributes[w("date")] = time.isoformat(timespec="seconds")
    comment = etree.Element(_COMMENT, attributes)
    for line in lines:
        run = etree.SubElement(etree.SubElement(comment, P), R)
        words = etree.SubElement(run, T, {_SPACE: "preserve"})
        words.text = plain(line)
    return comment
