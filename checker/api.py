"""The public API: read, load a pack, check."""

from __future__ import annotations

from typing import TYPE_CHECKING

import checker
from checker.engine import analyse, run
from checker.frozen import replace
from checker.matching.ranking import BY_TOKENS, Ranker
from checker.model import Answer, Document, Kind, Outcome, Report, Severity, State
from checker.reading.limits import listed
from checker.recognised import pages_of
from checker.rule import Group, Pack, Section
from checker.rulebook import load_pack
from checker.texts import Text, text
from checker.verdict import decide, score

if TYPE_CHECKING:
    from checker.baseline import Baseline
    from checker.waivers import Waivers

__all__ = ["check", "load_pack"]


def check(
    document: Document,
    pack: Pack,
    *,
    level: str | None = None,
    year: int | None = None,
    previous: Document | None = None,
    answers: tuple[Answer, ...] = (),
    waivers: Waivers | None = None,
    baseline: Baseline | None = None,
    ranker: Ranker = BY_TOKENS,
) -> Report:
    """Return the report about *document*.

    *level* (an id of the template's levels) and *year* overrule what the document says of itself. *previous* is the
    report of the year before, with which rules of kind ``similarity`` compare; *answers* settle rules of kind
    ``manual``; *waivers* are findings that somebody accepts; those of *baseline* are marked as known, which
    changes neither verdict nor score. *ranker* (``matching.ranking.ranker``) tells which passage comes nearest to what
    is missing, and changes neither state nor verdict. A document that is no report of the template's type is not
    scored. What fails in a document of which pages could not be read, or were recognised in pictures, is left open.
    Pure; raises nothing for any document but MeaningError where a *ranker* must ask for meaning and cannot.
    """
    analysis = analyse(
        document, pack.template, level=level, year=year, previous=previous, answers=answers, ranker=ranker
    )
    profile = analysis.profile
    unread = listed(document.unread_pages) if document.unread_pages else None
    outcomes = run(pack, analysis)
    if unread is not None:
        outcomes = tuple(_if_all_was_read(outcome, unread) for outcome in outcomes)
    recognised = listed(pages_of(document.recognised)) if document.recognised else None
    if document.recognised:
        from checker import recognition

        outcomes = recognition.weighed(document, outcomes)
    template = pack.template
    told: tuple[Text, ...] = ()
    if waivers is not None:
        from checker.waivers import apply

        outcomes, told = apply(waivers, document, outcomes)
    marked, gone = outcomes, None
    if baseline is not None:
        from checker.baseline import mark

        marked, gone, known = mark(baseline, document, outcomes)
        told += known
    # A template may serve several packs; parts of which none of this one's rules speaks are none of its score.
    asked = {rule.group for rule in pack.rules}
    parts: list[Section | Group] = [*template.sections, *template.groups]
    groups = [(part.id, part.name, part.weight) for part in parts if part.id in asked]
    notes: list[Text] = list(document.notes)
    if profile.kind is Kind.WORK_SUMMARY:
        notes.append(text("verdict.work_summary"))
    if profile.kind is not Kind.OTHER:
        if profile.level is None:
            notes.append(text("note.no_level"))
        if profile.report_year is None:
            notes.append(text("note.no_year"))
    return Report(
        document=document,
        profile=profile,
        outline=analysis.headings(),
        pack=pack.ref,
        template=pack.template.id,
        verdict=decide(
            profile.kind,
            profile.looks_like,
            outcomes,
            unread_pages=unread,
            recognised_pages=recognised,
            wording=pack.wording,
        ),
        score=score(profile.kind, outcomes, groups),
        outcomes=marked,
        notes=(*notes, *told),
        tool_version=checker.__version__,
        gone=gone,
    )


def _if_all_was_read(outcome: Outcome, unread: Text) -> Outcome:
    """Return *outcome* as it stands while pages *unread* may hold what is missing."""
    if outcome.state not in (State.FAIL, State.PARTIAL) or outcome.severity is Severity.INFO:
        return outcome
    message = text("verdict.maybe_unread", pages=unread, finding=outcome.message)
    return replace(outcome, state=State.CANNOT_TELL, message=message, corrections=())
