"""What findings say should be put right, tried out on the text: a correction that mends nothing, or breaks something,
is refused.

Nothing here knows of files. A correction is tried by checking the corrected text: the finding must be gone at that
place, no rule may find anything that it did not find before, and the document must still say the same of itself.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate

from checker.api import check
from checker.engine import MAY_BE_CUT
from checker.frozen import dataclass, replace
from checker.model import Correction, Document, Fact, Outcome, Report, Role, Severity, Span, State
from checker.rule import Pack

_HARM = {State.PARTIAL: 1, State.CANNOT_TELL: 2, State.FAIL: 3}  # every other state asks nobody to act
_CORRECTED = (State.FAIL, State.PARTIAL)


@dataclass(frozen=True, slots=True)
class Change:
    """A *correction* that the rule with the id *rule* asks for."""

    rule: str
    correction: Correction


@dataclass(frozen=True, slots=True)
class Refused:
    """A *change* that is not made. *because* is the rule that would find something new, None where nothing is mended.

    *overlaps*: another change touches the same words.
    """

    change: Change
    because: str | None = None
    overlaps: bool = False


@dataclass(frozen=True, slots=True)
class Edit:
    """The words at *span* of the original text become *new*; an empty span is a place where *new* is written."""

    span: Span
    new: str


def wanted(report: Report) -> tuple[list[Change], list[Refused]]:
    """Return what the findings of *report* say should be put right, in order, and what overlaps with that."""
    found = [
        Change(outcome.rule, correction)
        for outcome in report.outcomes
        if outcome.state in _CORRECTED
        for correction in outcome.corrections
    ]
    kept: list[Change] = []
    refused: list[Refused] = []
    for change in sorted(found, key=lambda each: (each.correction.span.start, each.correction.span.end)):
        if not kept or change.correction.span.start >= kept[-1].correction.span.end:
            kept.append(change)
        elif change.correction != kept[-1].correction:  # two rules may ask for the same
            refused.append(Refused(change, overlaps=True))
    return kept, refused


def edits(document: Document, correction: Correction) -> list[Edit]:
    """Return the characters that really change, in order; blanks are neither struck nor written."""
    from difflib import SequenceMatcher

    start = correction.span.start
    written = [
        (start + offset, character)
        for offset, character in enumerate(document.text[start : correction.span.end])
        if not character.isspace()
    ]
    right = "".join(correction.replacement.split())
    words = "".join(character for _, character in written)
    ends = [offset for offset, _ in written]
    made = []
    for tag, first, last, begin, end in SequenceMatcher(None, words, right, autojunk=False).get_opcodes():
        if tag == "equal":
            continue
        if first < last:
            span = Span(ends[first], ends[last - 1] + 1)
        else:  # behind the character before it, so that it is written where that one is
            at = ends[first - 1] + 1 if first else start
            span = Span(at, at)
        made.append(Edit(span, right[begin:end]))
    return made


def corrected(document: Document, changes: Iterable[Change]) -> Document:
    """Return *document* with *changes*, which are in order and do not overlap."""
    made = [edit for change in changes for edit in edits(document, change.correction)]
    shift = _Shift(made)
    pieces: list[str] = []
    position = 0
    for edit in made:
        pieces += (document.text[position : edit.span.start], edit.new)
        position = edit.span.end
    return replace(
        document,
        text="".join((*pieces, document.text[position:])),
        blocks=tuple(
            replace(block, start=shift.start(block.start), end=shift.end(block.end)) for block in document.blocks
        ),
        furniture=tuple(Span(shift.start(span.start), shift.end(span.end)) for span in document.furniture),
        page_breaks=tuple((shift.start(offset), page) for offset, page in document.page_breaks),
    )


def remaining(document: Document, changes: Sequence[Change], before: Outcome, after: Outcome) -> list[Change]:
    """Return those of *changes*, all of one rule, that left something to be found where they were made.

    *before* is what the rule says of *document*, *after* what it says once *changes* are made.
    """
    shift = _Shift([edit for change in changes for edit in edits(document, change.correction)])
    return [change for change in changes if not _is_gone(change, before, after, shift)]


class _Shift:
    """Where places of a text are once edits have been made, and where they were before."""

    def __init__(self, made: Sequence[Edit]) -> None:
        self._starts = [edit.span.start for edit in made]
        self._ends = [edit.span.end for edit in made]
        grown = [len(edit.new) - (edit.span.end - edit.span.start) for edit in made]
        self._grown = list(accumulate(grown, initial=0))
        self._new_ends = [edit.span.end + total for edit, total in zip(made, self._grown[1:], strict=True)]

    def start(self, offset: int) -> int:
        """Return where *offset* is now; what is written there stands behind it."""
        made = bisect_right(self._ends, offset)
        while made and self._starts[made - 1] == offset:
            made -= 1
        return offset + self._grown[made]

    def end(self, offset: int) -> int:
        """Return where *offset* is now; what is written there stands before it."""
        return offset + self._grown[bisect_right(self._ends, offset)]

    def before(self, offset: int) -> int:
        """Return about where *offset* of the new text was."""
        return offset - self._grown[bisect_right(self._new_ends, offset)]


def tried(report: Report, pack: Pack, changes: Sequence[Change]) -> tuple[list[Change], list[Refused]]:
    """Return those of *changes* that mend what they should and break nothing, and the others, both in order.

    *report* was made with *pack*. The changes are tried together; where that fails by rule, then by halves.
    """
    trial = _Trial(report, pack)
    trial.take(changes)
    return trial.kept, sorted(trial.refused, key=lambda each: each.change.correction.span.start)


class _Trial:
    """Takes changes that are fine beside those taken before."""

    def __init__(self, report: Report, pack: Pack) -> None:
        self.kept: list[Change] = []
        self.refused: list[Refused] = []
        self._before = report
        self._pack = pack

    def take(self, changes: Sequence[Change]) -> None:
        """Take all of *changes*, or those of its parts that are fine."""
        if not changes:
            return
        tried = sorted((*self.kept, *changes), key=lambda each: each.correction.span.start)
        wrong = self._wrong(tried, changes)
        if wrong is None:
            self.kept = tried
            return
        if len(changes) == 1:
            self.refused.append(Refused(changes[0], because=wrong or None))
            return
        rules = list(dict.fromkeys(each.rule for each in changes))
        if len(rules) > 1:
            for rule in rules:
                self.take([each for each in changes if each.rule == rule])
            return
        middle = len(changes) // 2
        self.take(changes[:middle])
        self.take(changes[middle:])

    def _wrong(self, tried: Sequence[Change], new: Sequence[Change]) -> str | None:
        """Return which rule speaks against *tried*, None where none does; empty where *new* mend nothing."""
        before = self._before
        made = [edit for change in tried for edit in edits(before.document, change.correction)]
        shift = _Shift(made)
        after = self._checked(corrected(before.document, tried))
        if not _says_the_same(before, after):
            return ""
        by_rule = {outcome.rule: outcome for outcome in after.outcomes}
        for outcome in before.outcomes:
            now = by_rule[outcome.rule]
            if _is_worse(outcome, now, shift) and (now.severity is not Severity.INFO or _is_about(now, tried, shift)):
                return outcome.rule
        old = {outcome.rule: outcome for outcome in before.outcomes}
        gone = all(_is_gone(change, old[change.rule], by_rule[change.rule], shift) for change in new)
        return None if gone else ""

    def _checked(self, document: Document) -> Report:
        profile = self._before.profile
        level, year = _given(profile.level), _given(profile.report_year)
        return check(document, self._pack, level=level, year=None if year is None else int(year))


def _given(fact: Fact | None) -> str | None:
    return fact.value if fact is not None and fact.source == "option" else None


def _says_the_same(before: Report, after: Report) -> bool:
    def said(report: Report) -> list[object]:
        profile = report.profile
        facts = (profile.level, profile.report_year, profile.issuer)
        return [profile.kind, *(None if fact is None else fact.value for fact in facts)]

    return said(before) == said(after)


def _is_worse(before: Outcome, after: Outcome, shift: _Shift) -> bool:
    """Whether *after* finds something that *before* does not."""
    if after.state is not before.state:
        return _HARM.get(after.state, 0) > _HARM.get(before.state, 0)
    known = _places(before)
    if not after.is_finding or not known:
        return False
    # Of many places only the first are shown; those behind them are not new.
    last = known[-1].start if len(known) >= MAY_BE_CUT else None
    for place in _places(after):
        was = Span(shift.before(place.start), shift.before(place.end))
        if (last is None or was.start <= last) and not any(_touch(was, each) for each in known):
            return True
    return False


def _is_about(outcome: Outcome, changes: Sequence[Change], shift: _Shift) -> bool:
    """Whether *outcome* is about the very words that were changed.

    A remark on what stands around them is no fault of the change: where a term is legible again, more is asked of the
    sentence that it stands in.
    """
    spans = [_after(change, shift) for change in changes]
    return any(_lies_in(place, span) for place in _places(outcome) for span in spans) or any(
        _touch(correction.span, span) for correction in outcome.corrections for span in spans
    )


def _after(change: Change, shift: _Shift) -> Span:
    span = change.correction.span
    return Span(shift.start(span.start), shift.end(span.end))


def _is_gone(change: Change, before: Outcome, after: Outcome, shift: _Shift) -> bool:
    """Whether the rule has nothing to say of the place of *change* any more."""
    if after.state not in _CORRECTED:
        return True
    span = _after(change, shift)
    places = _places(after)
    asked_again = any(_touch(each.span, span) for each in after.corrections)
    still_shown = any(_lies_in(place, span) for place in places)
    the_same = after.message == before.message and [shift.before(place.start) for place in places] == [
        place.start for place in _places(before)
    ]
    return not asked_again and not still_shown and not the_same


def _places(outcome: Outcome) -> list[Span]:
    found = (Span(item.start, item.end) for item in outcome.evidence if item.role is Role.MATCH)
    return sorted(found, key=lambda span: (span.start, span.end))


def _lies_in(place: Span, span: Span) -> bool:
    return span.start <= place.start and place.end <= span.end


def _touch(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end
