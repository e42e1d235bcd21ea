"""Outcomes become scores and the one verdict. No other code decides: every output shows what stands here."""

from __future__ import annotations

from collections.abc import Sequence

from checker.model import GroupScore, Kind, Outcome, Score, Severity, State, Verdict, VerdictCode, Wording
from checker.texts import Text, text

_POINTS = {State.PASS: 1.0, State.WAIVED: 1.0, State.PARTIAL: 0.5, State.FAIL: 0.0, State.CANNOT_TELL: 0.0}
"""What a state is worth. States that are missing here stay out of the denominator."""

_URGENCY = {State.FAIL: 0, State.PARTIAL: 1, State.CANNOT_TELL: 2}


def decide(
    kind: Kind,
    looks_like: Text | None,
    outcomes: Sequence[Outcome],
    *,
    unread_pages: Text | None = None,
    recognised_pages: Text | None = None,
    wording: Wording | None = None,
) -> Verdict:
    """Decide about a document, and give the one reason that decides.

    Where *unread_pages* (their numbers) could not be read, anything may stand there, and where *recognised_pages* were
    recognised in pictures, anything may be wrong or missing there: CANNOT_JUDGE. Else, in this order:
    another kind of document; a MUST that fails; a MUST that could not be judged; a MUST that is partly
    met or a SHOULD that is not met; ready. INFO changes nothing. Where nothing was judged at all, silence is no pass:
    the verdict is CANNOT_JUDGE. *wording* is that of a pack that judges one aspect only: its verdict says no more.
    """
    verdict = _barred(kind, looks_like, unread_pages, recognised_pages) or _judged(outcomes)
    return verdict if wording is None else _worded(verdict, wording)


def _judged(outcomes: Sequence[Outcome]) -> Verdict:
    deciding = [outcome for outcome in outcomes if outcome.severity is not Severity.INFO]
    must = [outcome for outcome in deciding if outcome.severity is Severity.MUST]
    if failed := [outcome for outcome in must if outcome.state is State.FAIL]:
        return Verdict(VerdictCode.BLOCKED, _reason(VerdictCode.BLOCKED, failed))
    if unjudged := [outcome for outcome in must if outcome.state is State.CANNOT_TELL]:
        return Verdict(VerdictCode.CANNOT_JUDGE, _reason(VerdictCode.CANNOT_JUDGE, unjudged))
    if findings := [outcome for outcome in deciding if outcome.is_finding]:
        return Verdict(VerdictCode.REVISE, _reason(VerdictCode.REVISE, findings))
    if not any(outcome.state in _POINTS for outcome in deciding):
        return Verdict(VerdictCode.CANNOT_JUDGE, text("verdict.nothing_judged"))
    return Verdict(VerdictCode.READY, _ready(deciding))


def _worded(verdict: Verdict, wording: Wording) -> Verdict:
    """Return *verdict* in the words of a pack that judges one aspect only; what was not judged needs none."""
    labels = {
        VerdictCode.READY: wording.ready,
        VerdictCode.REVISE: wording.revise,
        VerdictCode.BLOCKED: wording.blocked,
    }
    if verdict.code not in labels:
        return verdict
    reason = text("verdict.scoped", reason=verdict.reason, scope=wording.scope)
    return Verdict(verdict.code, reason, labels[verdict.code], wording.scope)


def _ready(deciding: Sequence[Outcome]) -> Text:
    """Return the sentence for a document in which nothing asks for action, with what persons accept or must confirm."""
    manual = sum(outcome.state is State.MANUAL for outcome in deciding)
    waived = sum(outcome.state is State.WAIVED for outcome in deciding)
    if waived:
        key = "verdict.ready_waived_manual" if manual else "verdict.ready_waived"
        return text(key, waived=waived, count=manual)
    return text("verdict.ready_manual", count=manual) if manual else text("verdict.ready")


def _barred(
    kind: Kind, looks_like: Text | None, unread_pages: Text | None, recognised_pages: Text | None
) -> Verdict | None:
    """Return the verdict where outcomes do not matter."""
    if unread_pages is not None:
        return Verdict(VerdictCode.CANNOT_JUDGE, text("verdict.unread_pages", pages=unread_pages))
    if recognised_pages is not None:
        return Verdict(VerdictCode.CANNOT_JUDGE, text("ocr.verdict", pages=recognised_pages))
    if kind is Kind.OTHER:
        reason = text("verdict.other_unknown") if looks_like is None else text("verdict.other", looks_like=looks_like)
        return Verdict(VerdictCode.NOT_A_REPORT, reason)
    return None


def score(kind: Kind, outcomes: Sequence[Outcome], groups: Sequence[tuple[str, Text, float]]) -> Score:
    """Score each group of (id, name, weight), their weighted mean and the weakest of them, 0..100.

    A pass and a waiver count 1, a partial 0.5, a failure and what could not be told 0, each with its rule's weight;
    what is not applicable or left to a person stays out, and so does INFO. A group in which nothing counts has
    coverage None. A document of another kind is not scored. Raises KeyError for an outcome of an unlisted group.
    """
    if kind is Kind.OTHER:
        return Score(None, None)
    reached = {group_id: 0.0 for group_id, _, _ in groups}
    possible = dict(reached)
    for outcome in outcomes:
        if outcome.severity is not Severity.INFO and outcome.state in _POINTS:
            reached[outcome.group] += _POINTS[outcome.state] * outcome.weight
            possible[outcome.group] += outcome.weight
    scored = tuple(
        GroupScore(group_id, name, 100 * reached[group_id] / possible[group_id] if possible[group_id] else None, weight)
        for group_id, name, weight in groups
    )
    counted = [(group.coverage, group.weight) for group in scored if group.coverage is not None]
    total = sum(weight for _, weight in counted)
    if not counted or not total:
        return Score(None, None, scored)
    mean = sum(coverage * weight for coverage, weight in counted) / total
    return Score(mean, min(coverage for coverage, _ in counted), scored)


def _reason(code: VerdictCode, deciding: Sequence[Outcome]) -> Text:
    first = min(
        deciding, key=lambda outcome: (outcome.severity is not Severity.MUST, _URGENCY[outcome.state], -outcome.weight)
    )
    sentence = text(
        "verdict.first",
        severity=text(f"verdict.first_{first.severity}"),
        name=first.name,
        rule=first.rule,
        state=text(f"verdict.first_{first.state}"),
    )
    if len(deciding) == 1:
        return text("verdict.alone", first=sentence)
    return text(f"verdict.more_{code}", first=sentence, count=len(deciding) - 1)
