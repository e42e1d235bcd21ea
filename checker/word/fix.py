"""Mechanical corrections as tracked changes: what is struck stays in the file until a person accepts it.

Only text in plain runs of the main story is changed, never inside another person's tracked change, and never a figure.
What could not be changed is returned, too. Revisions have no date, so that the same input gives the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy

from lxml import etree

from checker.checks.corrections import CORRECTIONS
from checker.checks.result import Correction
from checker.checks.slips import alike
from checker.engine import analyse
from checker.errors import CheckerError
from checker.frozen import dataclass
from checker.model import Report, Span, State
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
class Change:
    """One correction of the text: *rule* found it, *span* of the original text reads *replacement* now if *made*."""

    rule: str
    span: Span
    replacement: str
    made: bool = True


@dataclass(frozen=True, slots=True)
class _Edit:
    """What stands between two boundaries is to read *new*; where nothing is *struck* that is only written there."""

    start: etree._Element
    end: etree._Element
    new: str
    struck: bool


def wanted(report: Report, pack: Pack) -> list[Change]:
    """Return what can be put right of what *report*, made with *pack*, finds, in order and without overlaps."""
    level, year = report.profile.level, report.profile.report_year
    analysis = analyse(
        report.document,
        pack.template,
        level=level.value if level else None,
        year=int(year.value) if year and year.value.isdecimal() else None,
    )
    rules = {rule.id: rule for rule in pack.rules}
    found: list[Change] = []
    for outcome in report.outcomes:
        rule = rules[outcome.rule]
        if outcome.state in (State.FAIL, State.PARTIAL) and rule.kind in CORRECTIONS:
            corrections: Iterator[Correction] = CORRECTIONS[rule.kind](analysis, rule)
            found += [Change(rule.id, each.span, each.replacement) for each in corrections]
    kept: list[Change] = []
    for change in sorted(found, key=lambda each: (each.span.start, each.span.end)):
        if not kept or change.span.start >= kept[-1].span.end:
            kept.append(change)
    return kept


def fix(original: bytes, report: Report, pack: Pack, language: Language) -> tuple[bytes, list[Change]]:
    """Return *original*, the Word document that *report* is about, with its slips put right, and what was changed.

    Raises ReadError for a damaged file, CheckerError for one that cannot be changed.
    """
    file = WordFile(original, report.document.path)
    places = file.places(report.document.text)
    if places is None:
        raise CheckerError(text("fix.kind"), where=report.document.path, hint=text("word.untraceable.hint"))
    root = file.main()
    story = Story(root, places)
    changes: list[Change] = []
    edits: list[_Edit] = []
    for change in wanted(report, pack):
        span, new = _least(report.document.text, change)
        ends = _ends(story, report.document.text, span)
        if ends is None:
            changes.append(Change(change.rule, change.span, change.replacement, made=False))
            continue
        start, end = etree.Element(_BOUNDARY), etree.Element(_BOUNDARY)
        first, last = ends
        if span.start == span.end:  # nothing is struck: both stand before the next character
            story.mark(first, first, (start, end), ())
        else:
            story.mark(first, last, (start,), (end,))
        changes.append(change)
        edits.append(_Edit(start, end, new, span.start < span.end))
    story.apply()
    identity = max((int(each.get(_ID, "")) for each in root.iter() if each.get(_ID, "").isdecimal()), default=0)
    for edit in edits:
        identity = _track(edit, identity, text("word.author").of(language))
    file.set_main(root)
    return file.content(), changes


def _least(words: str, change: Change) -> tuple[Span, str]:
    """Return the characters that really change, and what they become."""
    written = words[change.span.start : change.span.end]
    start, end = alike(written, change.replacement)
    new = change.replacement[start : len(change.replacement) - end]
    return Span(change.span.start + start, change.span.end - end), new


def _ends(story: Story, words: str, span: Span) -> tuple[Spot, Spot] | None:
    """Return the first and the last character to strike, the one to write before; None where that may not be done."""
    characters = range(span.start, max(span.end, span.start + 1))
    if any(offset >= len(words) or not VISIBLE.match(words[offset]) for offset in characters):
        return None
    spots = [spot for spot in map(story.spot, characters) if spot is not None]
    if len(spots) < len(characters) or any(not _may_change(spot) for spot in spots):
        return None
    return (spots[0], spots[-1]) if len({spot.host.getparent() for spot in spots}) == 1 else None


def _may_change(spot: Spot) -> bool:
    inside_revision = next(spot.host.iterancestors(INSERTED, MOVED_TO), None) is not None
    return spot.splits and not inside_revision and all(child.tag in (RPR, T) for child in spot.host)


def _track(edit: _Edit, identity: int, author: str) -> int:
    """Strike and write what *edit* says; return the last id used, which was *identity*."""
    start, end = edit.start, edit.end
    struck = list(_runs_between(start, end)) if edit.struck else []
    model = struck[0] if struck else next((run for each in end.itersiblings() for run in each.iter(R)), None)
    parent = end.getparent()
    assert parent is not None
    for run in struck:
        identity += 1
        deleted = etree.Element(_DELETED, {_ID: str(identity), w("author"): author})
        parent.insert(parent.index(run), deleted)
        deleted.append(run)
        for words in run.iterchildren(T):
            words.tag = _DELETED_TEXT
    if edit.new:
        identity += 1
        inserted = etree.Element(INSERTED, {_ID: str(identity), w("author"): author})
        run = etree.SubElement(inserted, R)
        properties = None if model is None else next(model.iterchildren(RPR), None)
        if properties is not None:
            run.append(deepcopy(properties))
        etree.SubElement(run, T, {_SPACE: "preserve"}).text = edit.new
        parent.insert(parent.index(end), inserted)
    for boundary in (start, end):
        parent.remove(boundary)
    return identity


def _runs_between(start: etree._Element, end: etree._Element) -> Iterator[etree._Element]:
    """Yield the runs with text; marks and references between them stay where they are."""
    for each in start.itersiblings():
        if each is end:
            return
        if each.tag == R and next(each.iterchildren(T), None) is not None:
            yield each
