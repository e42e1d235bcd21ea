"""A document and a pack → outcomes. Which rules apply is decided here, what they find in ``checks``."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from checker.checks.registry import CHECKS, NEED_LAYOUT
from checker.checks.result import Result
from checker.frozen import replace
from checker.model import Correction, Kind, Outcome, Role, Severity, State
from checker.rule import Pack, Rule
from checker.structure.analyse import analyse
from checker.structure.analysis import Analysis
from checker.texts import Text, text

__all__ = ["MAY_BE_CUT", "analyse", "fingerprint", "needs_layout", "run", "run_rule"]

MAY_BE_CUT = 3
"""No check shows fewer places than this where it does not show all."""

_Doubt = tuple[str, dict[str, object]]
"""A key of the catalogue whose sentence takes ``{finding}``, and its other values."""


def needs_layout(pack: Pack) -> bool:
    """Return whether a rule of *pack* asks how a document is set: then it must be read with ``Limits.layout``."""
    return any(rule.off is None and rule.kind in NEED_LAYOUT for rule in pack.rules)


def run(pack: Pack, analysis: Analysis) -> tuple[Outcome, ...]:
    """Return one outcome for every rule of *pack*, in its order; of another kind of document nothing is asked."""
    if analysis.profile.kind is Kind.OTHER:
        reason = text("engine.other")
        return tuple(_outcome(rule, Result(State.NOT_APPLICABLE, reason, reason)) for rule in pack.rules)
    judging = _Judging(pack, analysis)
    return tuple(judging.outcome(rule) for rule in pack.rules)


def run_rule(rule: Rule, analysis: Analysis, pack: Pack | None = None) -> Outcome:
    """Return what *rule* says of the document, also where it is switched off.

    *pack* holds the rules that it may wait for; without it the rule is judged as if it waited for none.
    """
    return _judged(rule, analysis, None if pack is None else _Judging(pack, analysis))


class _Judging:
    """Judges the rules of a pack on one document, each once and after those it waits for; there is no circle."""

    def __init__(self, pack: Pack, analysis: Analysis) -> None:
        self._rules = {rule.id: rule for rule in pack.rules}
        self._analysis = analysis
        self._done: dict[str, Outcome] = {}

    def outcome(self, rule: Rule) -> Outcome:
        """Return what *rule* says."""
        # Without recursion: nobody bounds how many rules wait for each other in a row.
        pending = [rule]
        while pending:
            current = pending[-1]
            waits = () if current.off is not None else current.depends
            missing = [self._rules[other.rule] for other in waits if other.rule not in self._done]
            if missing and current.id not in self._done:
                pending += missing
                continue
            pending.pop()
            if current.id not in self._done:
                self._done[current.id] = self._judge(current)
        return self._done[rule.id]

    def _judge(self, rule: Rule) -> Outcome:
        if rule.off is None:
            return _judged(rule, self._analysis, self)
        reason = text("engine.off", reason=rule.off)
        return _outcome(rule, Result(State.NOT_APPLICABLE, reason, reason))

    def named(self, rule_id: str) -> Outcome:
        """Return what the rule *rule_id* says. Raises KeyError."""
        return self.outcome(self._rules[rule_id])


def _judged(rule: Rule, analysis: Analysis, judging: _Judging | None) -> Outcome:
    excluded = _excluded(rule, analysis)
    open_question = None
    if excluded is None and judging is not None and rule.depends:
        excluded, open_question = _waited(rule, judging)
    if excluded is not None:
        return _outcome(rule, Result(State.NOT_APPLICABLE, excluded, excluded))
    result = CHECKS[rule.kind].check(analysis, rule)
    if result.state in (State.FAIL, State.PARTIAL):
        # Kept requirements are kept at any level; only a failure needs to know whether the rule applies.
        doubt = _doubt(rule, analysis) or open_question
        if doubt is not None:
            key, values = doubt
            message = text(key, finding=result.message, **values)
            result = Result(State.CANNOT_TELL, message, result.why, result.evidence)
    severity = rule.severity
    if analysis.document.format in rule.info_in:
        if result.state in (State.FAIL, State.PARTIAL):
            result = replace(result, why=text("engine.info_in", why=result.why, format=analysis.document.format))
        severity = Severity.INFO
    return _outcome(rule, result, _year(analysis), severity)


def _excluded(rule: Rule, analysis: Analysis) -> Text | None:
    """Return the reason why *rule* does not apply, None where it does or may."""
    profile, document = analysis.profile, analysis.document
    if rule.kinds and profile.kind not in rule.kinds:
        return text("engine.kind", kind=text(f"engine.kind_{profile.kind}"))
    if rule.formats and document.format not in rule.formats:
        return text("engine.format", format=document.format)
    if rule.levels and profile.level is not None and profile.level.value not in rule.levels:
        return text("engine.level", level=_level_name(analysis, profile.level.value))
    year = _year(analysis)
    return None if year is None else _not_in(rule, year)


def _not_in(rule: Rule, year: int) -> Text | None:
    """Return why *rule* does not apply to reports on *year*: its own years, or those in which its norms hold."""
    if rule.since is not None and year < rule.since:
        return text("engine.since", year=rule.since)
    if rule.until is not None and year > rule.until:
        return text("engine.until", year=rule.until)
    if not rule.basis or any(basis.holds_in(year) for basis in rule.basis):
        return None
    later = [basis for basis in rule.basis if not replace(basis, repealed=None).holds_in(year)]
    if later:
        first = min(later, key=lambda basis: basis.in_force or "")
        return text("engine.not_in_force", norm=first.norm, day=first.in_force, year=year)
    last = max(rule.basis, key=lambda basis: basis.repealed or "")
    return text("engine.repealed", norm=last.norm, day=last.repealed, year=year)


def _waited(rule: Rule, judging: _Judging) -> tuple[Text | None, _Doubt | None]:
    """Return why *rule* does not apply for what other rules say, else the doubt where that is open."""
    doubt: _Doubt | None = None
    for other in rule.depends:
        outcome = judging.named(other.rule)
        said = outcome.state in other.states
        if not said and outcome.state in (State.CANNOT_TELL, State.MANUAL):
            doubt = "engine.rule_unknown", {"rule": outcome.rule, "name": outcome.name}
        elif said is other.absent:
            key = "engine.rule_state" if said else "engine.rule_no_state"
            return text(key, rule=outcome.rule, name=outcome.name, state=text(f"engine.state_{outcome.state}")), None
    return None, doubt


def _doubt(rule: Rule, analysis: Analysis) -> _Doubt | None:
    """Return what is to be said of a failure where it is not known whether *rule* applies."""
    if rule.levels and analysis.profile.level is None:
        return "engine.level_unknown", {}
    dated = bool(rule.basis) and all(basis.in_force or basis.repealed for basis in rule.basis)
    if (rule.since or rule.until or dated) and analysis.profile.report_year is None:
        return "engine.year_unknown", {}
    return None


def _year(analysis: Analysis) -> int | None:
    year = analysis.profile.report_year
    return None if year is None else int(year.value)


def _level_name(analysis: Analysis, level: str) -> Text:
    return next((entry.name for entry in analysis.template.levels if entry.id == level), Text(level, level))


def _outcome(rule: Rule, result: Result, year: int | None = None, severity: Severity | None = None) -> Outcome:
    """Return what *rule* says; of its bases those are cited that hold for a report on *year*.

    *severity* is that of the rule where it is not given.
    """
    return Outcome(
        rule=rule.id,
        name=rule.name,
        state=result.state,
        severity=severity or rule.severity,
        group=rule.group,
        weight=rule.weight,
        message=rule.messages[result.state].filled(finding=result.message)
        if result.state in rule.messages
        else result.message,
        advice=rule.advice,
        why=result.why,
        fingerprint=fingerprint(rule.id, result),
        evidence=result.evidence,
        basis=rule.basis if year is None else tuple(basis for basis in rule.basis if basis.holds_in(year)),
        related=rule.related,
        corrections=_in_order(result.corrections) if result.corrections else (),
    )


def _in_order(corrections: Sequence[Correction]) -> tuple[Correction, ...]:
    """Return *corrections* by place; of those that overlap, as titles inside titles do, the first."""
    kept: list[Correction] = []
    for each in sorted(corrections, key=lambda each: (each.span.start, each.span.end)):
        if not kept or each.span.start >= kept[-1].span.end:
            kept.append(each)
    return tuple(kept)


def fingerprint(rule_id: str, result: Result) -> str:
    """Name a finding so that it keeps its name when other parts of the document are edited.

    Checks show only the first of many places and tell their number, so that from ``MAY_BE_CUT`` places on the message
    is part of the name: one more place must not hide behind those that are known.
    """
    parts = [rule_id]
    matches = [item for item in result.evidence if item.role is not Role.NEAR_MISS]
    for item in matches:
        parts += [*item.heading, "".join(item.quote.split())]
    if len(matches) >= MAY_BE_CUT:
        parts.append(result.message.zh)
    return hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:16]
