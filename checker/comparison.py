"""Two reports about drafts of one document → what was resolved, what remains, what is new.

A finding is new where its rule found nothing before, found less (partly met is now not met) or found it only in other
places; it remains where every place of it was there before. Resolved is only what is met now: what is no longer asked,
waived or left to a person is listed as dropped, so that a draft that can no longer be judged resolves nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from checker.engine import MAY_BE_CUT
from checker.frozen import dataclass
from checker.model import Role, Severity, State, VerdictCode

_FINDINGS = (State.PARTIAL, State.FAIL, State.CANNOT_TELL)
_WORSE = {State.PARTIAL: 0, State.CANNOT_TELL: 1, State.FAIL: 2}


@dataclass(frozen=True, slots=True)
class Item:
    """What one rule said of one draft. *places* are the headings and words of its evidence, spaces left out."""

    rule: str
    name: str
    state: State
    severity: Severity
    message: str
    fingerprint: str
    places: frozenset[tuple[str, ...]] = frozenset()


@dataclass(frozen=True, slots=True)
class Side:
    """One report: the draft's path, its verdict, and what each rule said of it, in the order of the pack.

    *label* is what its pack calls the verdict, empty for the usual name.
    """

    path: str
    verdict: VerdictCode
    items: tuple[Item, ...] = ()
    label: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """What became of a finding: *before* and *after* are the two results; None where a report lacks the rule."""

    before: Item | None
    after: Item | None


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two reports and what lies between them, each list in the order of the pack."""

    old: Side
    new: Side
    added: tuple[Change, ...] = ()
    remaining: tuple[Change, ...] = ()
    resolved: tuple[Change, ...] = ()
    dropped: tuple[Change, ...] = ()


def side(report: Mapping[str, Any]) -> Side:
    """Return what a JSON report (``checker-report/1``, valid) says."""
    items = (
        Item(
            rule=outcome["rule"],
            name=outcome["name"],
            state=State(outcome["state"]),
            severity=Severity(outcome["severity"]),
            message=outcome["message"],
            fingerprint=outcome["fingerprint"],
            places=frozenset(
                (*item["heading"], "".join(item["quote"].split()))
                for item in outcome["evidence"]
                if item["role"] != Role.NEAR_MISS.value
            ),
        )
        for outcome in report["outcomes"]
    )
    verdict = report["verdict"]
    return Side(report["document"]["path"], VerdictCode(verdict["code"]), tuple(items), verdict.get("label", ""))


def compare(old: Side, new: Side) -> Comparison:
    """Compare two reports. Information counts too: the caller decides which severities matter."""
    before = {item.rule: item for item in old.items}
    after = {item.rule: item for item in new.items}
    lists: dict[str, list[Change]] = {"added": [], "remaining": [], "resolved": [], "dropped": []}
    for rule in {**after, **before}:
        change = Change(before.get(rule), after.get(rule))
        if where := _list(change):
            lists[where].append(change)
    return Comparison(old, new, **{name: tuple(changes) for name, changes in lists.items()})


def _list(change: Change) -> str | None:
    before, after = change.before, change.after
    was = before if before is not None and before.state in _FINDINGS else None
    if after is not None and after.state in _FINDINGS:
        return "remaining" if was is not None and _remains(was, after) else "added"
    if was is None:
        return None
    return "resolved" if after is not None and after.state is State.PASS else "dropped"


def _remains(before: Item, after: Item) -> bool:
    """Whether nothing was added to the finding *before*."""
    if _WORSE[after.state] > _WORSE[before.state]:
        return False
    if after.fingerprint == before.fingerprint:
        return True
    # A longer list may be cut off in the reports: what stands behind its end is not known.
    return bool(after.places) and len(before.places) < MAY_BE_CUT and after.places <= before.places
