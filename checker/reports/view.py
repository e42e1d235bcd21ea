"""What every output format says in the same way: the order of findings, places, figures, labels."""

from __future__ import annotations

from checker.model import Basis, Evidence, Fact, Outcome, Report, Role, Severity
from checker.texts import Language, text

HEADING_SEPARATOR = " › "

_SEVERITIES = list(Severity)


def findings(report: Report) -> list[Outcome]:
    """Return the outcomes that ask somebody to act, MUST before SHOULD, then by their place in the document.

    What stands nowhere (a part that is missing) comes first. INFO asks nobody to act: see :func:`remarks`.
    """
    found = [outcome for outcome in report.outcomes if outcome.is_finding and outcome.severity is not Severity.INFO]
    return sorted(found, key=lambda outcome: (_SEVERITIES.index(outcome.severity), first_offset(outcome)))


def remarks(report: Report) -> list[Outcome]:
    """Return what INFO rules found, by place in the document."""
    found = [outcome for outcome in report.outcomes if outcome.is_finding and outcome.severity is Severity.INFO]
    return sorted(found, key=first_offset)


def first_offset(outcome: Outcome) -> int:
    """Return where in the original text the outcome rests; -1 for what is missing, whatever came near it."""
    return min((item.start for item in outcome.evidence if item.role is Role.MATCH), default=-1)


def place(evidence: Evidence, language: Language) -> str:
    """Return where a quote stands, as a person would look for it: by page where there are pages, else by line."""
    parts = []
    if evidence.page is not None:
        parts.append(text("report.page", number=evidence.page))
    if evidence.paragraph is not None:
        parts.append(text("report.paragraph", number=evidence.paragraph))
    if evidence.page is None:
        parts += [text("report.line", number=evidence.line), text("report.column", number=evidence.column)]
    joiner = text("report.place_joiner").of(language)
    return joiner.join(part.of(language) for part in parts)


def heading_path(evidence: Evidence) -> str:
    """Return the headings above a quote, outermost first."""
    return HEADING_SEPARATOR.join(evidence.heading)


def cited(basis: Basis, language: Language) -> str:
    """Return a norm with its article, and a mark where nobody has verified it."""
    mark = "" if basis.verified else text("report.unverified").of(language)
    return f"{' '.join(filter(None, (basis.norm, basis.article)))}{mark}"


def shown(fact: Fact, language: Language) -> str:
    """Return a fact's value as a person reads it."""
    return fact.value if fact.name is None else fact.name.of(language)


def percent(value: float) -> float:
    """Return a coverage with one decimal; only what is complete reads 100, only what is empty reads 0."""
    rounded = round(value, 1)
    if rounded == 100 and value < 100:
        return 99.9
    return 0.1 if rounded == 0 and value > 0 else rounded
