"""What outcomes are worth where text was recognised in pictures of pages: what is uncertain there stays open.

Recognition reads one character for another, and leaves lines out without a sign of it. So what fails may fail for that
alone, and is left open. What is met is met where its words are there: recognition does not invent sentences. But where
it was not sure of the very words that a pass rests on, or of any words of a document that must not hold something, that
is left open, too.
"""

from __future__ import annotations

from collections.abc import Iterable

from checker.frozen import replace
from checker.model import Document, Outcome, Role, Severity, State
from checker.reading.limits import listed
from checker.recognised import Recognised, pages_of
from checker.texts import Text, text

SURE = 0.9
"""From this confidence on recognised words are taken for what stands there."""


def weighed(document: Document, outcomes: Iterable[Outcome]) -> tuple[Outcome, ...]:
    """Return *outcomes* about *document*, of which pages were recognised, as far as they can be upheld.

    What is for information stays as it is; it decides nothing, and its places say that they were recognised.
    """
    pages = listed(pages_of(document.recognised))
    unsure = [each for each in document.recognised if each.confidence < SURE]
    return tuple(
        outcome if outcome.severity is Severity.INFO else _weighed(outcome, pages, unsure) for outcome in outcomes
    )


def _weighed(outcome: Outcome, pages: Text, unsure: list[Recognised]) -> Outcome:
    if outcome.state in (State.FAIL, State.PARTIAL):
        return _open(outcome, "ocr.maybe", pages=pages)
    if outcome.state is not State.PASS or not unsure:
        return outcome
    matches = [item for item in outcome.evidence if item.role is Role.MATCH]
    if not matches:
        absent = outcome.severity is Severity.MUST
        return _open(outcome, "ocr.unsure_absence", **_where(unsure)) if absent else outcome
    if all(item.confidence is not None and item.confidence < SURE for item in matches):
        under = [each for each in unsure if any(each.start < item.end and item.start < each.end for item in matches)]
        return _open(outcome, "ocr.unsure", **_where(under))
    return outcome


def _where(unsure: list[Recognised]) -> dict[str, object]:
    lowest = min(each.confidence for each in unsure)
    return {"pages": listed(pages_of(unsure)), "lowest": int(100 * lowest)}


def _open(outcome: Outcome, key: str, **values: object) -> Outcome:
    message = text(key, finding=outcome.message, **values)
    return replace(outcome, state=State.CANNOT_TELL, message=message, corrections=())
