"""Mechanical corrections as tracked changes: what is struck stays in the file until a person accepts it.

What findings say should be put right is written where it mends what it should and breaks nothing (``correcting``).
Only text in plain runs of the main story is changed, never inside another person's tracked change. What is not changed
is returned, too. Revisions have no date, so that the same input gives the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy

from lxml import etree

from checker.correcting import Change, Edit, Refused, corrected, edits, tried, wanted
from checker.errors import CheckerError
from checker.frozen import dataclass
from checker.model import Document, Report, Span
from checker.reading.docx_names import INSERTED, MOVED_TO, R, T, w
from checker.reading.docx_trace import VISIBLE
from checker.rule import Pack
from checker.texts import Language, text
from checker.word.package import WordFile
from checker.word.story import RPR, Spot, Story

_DELETED, _DELETED_TEXT, _ID = w("del"), w("delText"), w("id")
_BOUNDARY = "boundary"  # stands in the tree for a moment only
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


@dataclass(frozen=True, slots=True)
class Fixed:
    """A corrected document: its bytes, the changes that are in it, what was *refused*, what was *unreachable*.

    Unreachable is what stands where nothing may be changed.
    """

    content: bytes
    made: tuple[Change, ...]
    refused: tuple[Refused, ...]
    unreachable: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class _Anchor:
    """Where an edit goes: from *first* to *last*, or, where nothing is struck, behind the one or before the other."""

    first: Spot | None
    last: Spot | None
    edit: Edit


@dataclass(frozen=True, slots=True)
class _Marked:
    """Boundaries in the tree around what *anchor* says."""

    start: etree._Element
    end: etree._Element
    anchor: _Anchor


def fix(original: bytes, report: Report, pack: Pack, language: Language) -> Fixed:
    """Return *original*, the Word document that *report*, made with *pack*, is about, with its slips put right.

    Raises ReadError for a damaged file, CheckerError for one that cannot be changed.
    """
    file = WordFile(original, report.document.path)
    places = file.places(report.document.text)
    if places is None:
        raise CheckerError(text("fix.kind"), where=report.document.path, hint=text("word.untraceable.hint"))
    root = file.main()
    story = Story(root, places)
    asked, overlapping = wanted(report)
    anchors = {change: _anchors(story, report.document, change) for change in asked}
    unreachable = tuple(change for change, found in anchors.items() if found is None)
    made, refused = tried(report, pack, [change for change, found in anchors.items() if found is not None])
    marked = [_mark(story, anchor) for change in made for anchor in anchors[change] or ()]
    story.apply()
    identity = max((int(each.get(_ID, "")) for each in root.iter() if each.get(_ID, "").isdecimal()), default=0)
    for each in marked:
        identity = _track(each, identity, text("word.author").of(language))
    file.set_main(root)
    content = file.content()
    expected = corrected(report.document, made).text
    if _visible(WordFile(content, report.document.path).text) != _visible(expected):
        raise CheckerError(text("fix.differs"), where=report.document.path, hint=text("cli.internal.hint"))
    return Fixed(content, tuple(made), (*overlapping, *refused), unreachable)


def _visible(words: str) -> str:
    return "".join(words.split())


def _anchors(story: Story, document: Document, change: Change) -> list[_Anchor] | None:
    """Return where the edits of *change* go, None where one of them may not be made."""
    anchors: list[_Anchor] = []
    for edit in edits(document, change.correction):
        anchor = _anchor(story, document.text, edit, change.correction.span)
        if anchor is None:
            return None
        anchors.append(anchor)
    return anchors


def _anchor(story: Story, words: str, edit: Edit, within: Span) -> _Anchor | None:
    if edit.span.start == edit.span.end:
        at = edit.span.start
        behind = at > within.start
        spot = story.spot(at - 1 if behind else at)
        if spot is None or not _may_change(spot):
            return None
        return _Anchor(spot, None, edit) if behind else _Anchor(None, spot, edit)
    visible = [offset for offset in range(edit.span.start, edit.span.end) if VISIBLE.match(words[offset])]
    spots = [spot for spot in map(story.spot, visible) if spot is not None]
    if len(spots) < len(visible) or any(not _may_change(spot) for spot in spots):
        return None
    return _Anchor(spots[0], spots[-1], edit) if len({spot.host.getparent() for spot in spots}) == 1 else None


def _mark(story: Story, anchor: _Anchor) -> _Marked:
    start, end = etree.Element(_BOUNDARY), etree.Element(_BOUNDARY)
    if anchor.first is None:
        assert anchor.last is not None  # one of them is there
        story.mark(anchor.last, anchor.last, (start, end), ())
    elif anchor.last is None:
        story.mark(anchor.first, anchor.first, (), (start, end))
    else:
        story.mark(anchor.first, anchor.last, (start,), (end,))
    return _Marked(start, end, anchor)


def _may_change(spot: Spot) -> bool:
    inside_revision = next(spot.host.iterancestors(INSERTED, MOVED_TO), None) is not None
    return spot.splits and not inside_revision and all(child.tag in (RPR, T) for child in spot.host)


def _track(marked: _Marked, identity: int, author: str) -> int:
    """Strike and write what *marked* says; return the last id used, which was *identity*."""
    start, end, new = marked.start, marked.end, marked.anchor.edit.new
    struck = list(_runs_between(start, end))
    model = struck[0] if struck else _beside(start, end, behind=marked.anchor.first is None)
    parent = end.getparent()
    assert parent is not None
    for run in struck:
        identity += 1
        deleted = etree.Element(_DELETED, {_ID: str(identity), w("author"): author})
        parent.insert(parent.index(run), deleted)
        deleted.append(run)
        for words in run.iterchildren(T):
            words.tag = _DELETED_TEXT
    if new:
        identity += 1
        inserted = etree.Element(INSERTED, {_ID: str(identity), w("author"): author})
        run = etree.SubElement(inserted, R)
        properties = None if model is None else next(model.iterchildren(RPR), None)
        if properties is not None:
            run.append(deepcopy(properties))
        etree.SubElement(run, T, {_SPACE: "preserve"}).text = new
        parent.insert(parent.index(end), inserted)
    for boundary in (start, end):
        parent.remove(boundary)
    return identity


def _beside(start: etree._Element, end: etree._Element, *, behind: bool) -> etree._Element | None:
    """Return the run behind *end*, or the one before *start*: what is written is set like it."""
    others = end.itersiblings() if behind else start.itersiblings(preceding=True)
    return next((run for each in others for run in each.iter(R)), None)


def _runs_between(start: etree._Element, end: etree._Element) -> Iterator[etree._Element]:
    """Yield the runs with text; marks and references between them stay where they are."""
    for each in start.itersiblings():
        if each is end:
            return
        if each.tag == R and next(each.iterchildren(T), None) is not None:
            yield each
