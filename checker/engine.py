"""A document and a pack → outcomes. Which rules apply is decided here, what they find in ``checks``."""

from __future__ import annotations

import hashlib
from dataclasses import replace

from checker.checks.registry import CHECKS
from checker.checks.result import Result
from checker.model import Kind, Outcome, Role, Severity, State
from checker.rule import Pack, Rule
from checker.structure.analyse import analyse
from checker.structure.analysis import Analysis
from checker.texts import Text, text

__all__ = ["analyse", "run", "run_rule"]


def run(pack: Pack, analysis: Analysis) -> tuple[Outcome, ...]:
    """Return one outcome for every rule of *pack*, in its order; of another kind of document nothing is asked."""
    if analysis.profile.kind is Kind.OTHER:
        reason = text("engine.other")
        return tuple(_outcome(rule, Result(State.NOT_APPLICABLE, reason, reason)) for rule in pack.rules)
    return tuple(run_rule(rule, analysis) for rule in pack.rules)


def run_rule(rule: Rule, analysis: Analysis) -> Outcome:
    """Return what *rule* says of the document."""
    excluded = _excluded(rule, analysis)
    if excluded is not None:
        return _outcome(rule, Result(State.NOT_APPLICABLE, excluded, excluded))
    result = CHECKS[rule.kind].check(analysis, rule)
    doubt = _doubt(rule, analysis)
    if doubt is not None and result.state in (State.FAIL, State.PARTIAL):
        # Kept requirements are kept at any level; only a failure needs to know whether the rule applies.
        result = Result(State.CANNOT_TELL, doubt.filled(finding=result.message), result.why, result.evidence)
    if analysis.document.format not in rule.info_in:
        return _outcome(rule, result)
    if result.state in (State.FAIL, State.PARTIAL):
        result = replace(result, why=text("engine.info_in", why=result.why, format=analysis.document.format))
    return _outcome(replace(rule, severity=Severity.INFO), result)


def _excluded(rule: Rule, analysis: Analysis) -> Text | None:
    """Return the reason why *rule* does not apply, None where it does or may."""
    level, year = analysis.profile.level, analysis.profile.report_year
    if rule.levels and level is not None and level.value not in rule.levels:
        return text("engine.level", level=_level_name(analysis, level.value))
    if year is not None and rule.since is not None and int(year.value) < rule.since:
        return text("engine.since", year=rule.since)
    if year is not None and rule.until is not None and int(year.value) > rule.until:
        return text("engine.until", year=rule.until)
    return None


def _doubt(rule: Rule, analysis: Analysis) -> Text | None:
    """Return a sentence with ``{finding}`` where it is not known whether *rule* applies."""
    if rule.levels and analysis.profile.level is None:
        return text("engine.level_unknown")
    if (rule.since or rule.until) and analysis.profile.report_year is None:
        return text("engine.year_unknown")
    return None


def _level_name(analysis: Analysis, level: str) -> Text:
    return next((entry.name for entry in analysis.template.levels if entry.id == level), Text(level, level))


def _outcome(rule: Rule, result: Result) -> Outcome:
    return Outcome(
        rule=rule.id,
        name=rule.name,
        state=result.state,
        severity=rule.severity,
        group=rule.group,
        weight=rule.weight,
        message=rule.messages[result.state].filled(finding=result.message)
        if result.state in rule.messages
        else result.message,
        advice=rule.advice,
        why=result.why,
        fingerprint=_fingerprint(rule, result),
        evidence=result.evidence,
        basis=rule.basis,
        related=rule.related,
    )


def _fingerprint(rule: Rule, result: Result) -> str:
    """Name a finding so that it keeps its name when other parts of the document are edited."""
    parts = [rule.id]
    for item in result.evidence:
        if item.role is Role.MATCH:
            parts += [*item.heading, "".join(item.quote.split())]
    return hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:16]
