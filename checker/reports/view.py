"""What every output format says in the same way: the order of findings, places, figures, labels."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from checker.frozen import dataclass
from checker.model import Basis, Document, Evidence, Fact, Outcome, Report, Role, Severity, State
from checker.texts import CATALOGUE, Language, text

if TYPE_CHECKING:
    from datetime import datetime

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


def questions(report: Report) -> list[Outcome]:
    """Return what is left to a person, that which the verdict mentions before mere information."""
    left = [outcome for outcome in report.outcomes if outcome.state is State.MANUAL]
    return sorted(left, key=lambda outcome: outcome.severity is Severity.INFO)


def to_confirm(report: Report) -> int:
    """Return how many questions for a person the verdict mentions: INFO decides nothing, answered or not."""
    return sum(outcome.severity is not Severity.INFO for outcome in questions(report))


def first_offset(outcome: Outcome) -> int:
    """Return where in the original text the outcome rests; -1 for what is missing, whatever came near it."""
    return min((item.start for item in outcome.evidence if item.role is Role.MATCH), default=-1)


def left_out(document: Document) -> list[str]:
    """Return what reading took for headers, footers, navigation and the like, as it stands in the file."""
    return [*(document.text[span.start : span.end] for span in document.furniture), *document.left_out]


def place(evidence: Evidence, language: Language) -> str:
    """Return where a quote stands, as a person would look for it: by page where there are pages, else by line.

    What was chosen among several by likeness is shown with its score.
    """
    if evidence.head:
        return text("report.head").of(language)
    parts = []
    if evidence.page is not None:
        parts.append(text("report.page", number=evidence.page))
    if evidence.paragraph is not None:
        parts.append(text("report.paragraph", number=evidence.paragraph))
    if evidence.page is None:
        parts += [text("report.line", number=evidence.line), text("report.column", number=evidence.column)]
    joiner = text("report.place_joiner").of(language)
    where = joiner.join(part.of(language) for part in parts)
    if evidence.confidence is not None:
        where = text("ocr.place", place=where, confidence=hundredths(evidence.confidence)).of(language)
    if evidence.rank is None:
        return where
    score = f"{evidence.rank.score:.2f}"
    return text("report.ranked", place=where, how=text(f"report.by_{evidence.rank.method}"), score=score).of(language)


def hundredths(confidence: float) -> int:
    """Return *confidence*, 0 to 1, in whole per cent; never more than it is."""
    return int(100 * confidence)


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


@dataclass(frozen=True, slots=True)
class Tally:
    """How many rules of one group count towards its coverage, and how many stay out of it."""

    met: int = 0
    partial: int = 0
    failed: int = 0
    untold: int = 0
    not_applicable: int = 0
    manual: int = 0

    @property
    def counted(self) -> int:
        """Return how many rules the coverage is made of."""
        return self.met + self.partial + self.failed + self.untold


_TALLIED = {
    State.PASS: "met",
    State.WAIVED: "met",
    State.PARTIAL: "partial",
    State.FAIL: "failed",
    State.CANNOT_TELL: "untold",
    State.NOT_APPLICABLE: "not_applicable",
    State.MANUAL: "manual",
}


def tallies(report: Report) -> dict[str, Tally]:
    """Return the count of rules by group id, for every group that is scored; INFO is not scored and not counted."""
    counts = {group.id: Counter[str]() for group in report.score.groups}
    for outcome in report.outcomes:
        if outcome.severity is not Severity.INFO and outcome.group in counts:
            counts[outcome.group][_TALLIED[outcome.state]] += 1
    return {group: Tally(**count) for group, count in counts.items()}


def group_name(report: Report, group: str, language: Language) -> str:
    """Return the name of a group, or its id where the report does not score it."""
    return next((each.name.of(language) for each in report.score.groups if each.id == group), group)


def chapters(report: Report, outcomes: Sequence[Outcome], language: Language) -> list[tuple[str, list[Outcome]]]:
    """Return *outcomes* in document order under the document's own chapters; what stands nowhere comes first."""
    first_heading = report.outline[0].start if report.outline else None
    by_chapter: dict[str, list[Outcome]] = {}
    for outcome in sorted(outcomes, key=lambda each: (first_offset(each), _SEVERITIES.index(each.severity))):
        matches = [item for item in outcome.evidence if item.role is Role.MATCH]
        if not matches:
            chapter = text("report.chapter_missing").of(language)
        else:
            first = min(matches, key=lambda item: item.start)
            before = first_heading is not None and first.start < first_heading
            own = text("report.chapter_opening" if before else "report.chapter_body").of(language)
            chapter = first.heading[0] if first.heading else own
        by_chapter.setdefault(chapter, []).append(outcome)
    return list(by_chapter.items())


def accepted(outcome: Outcome, language: Language) -> str:
    """Return why a waived finding was waived, by whom and until when, as its waiver says."""
    return outcome.why.of(language) or outcome.message.of(language)


def moment(time: datetime) -> str:
    """Return a time as a person reads it, to the minute, with its zone."""
    return time.isoformat(" ", "minutes")


def figure(coverage: float) -> str:
    """Return a coverage without a decimal that says nothing."""
    return f"{percent(coverage):g}"


def known(key: str, code: str, language: Language) -> str:
    """Return the word for a code of a document's facts (``date``, ``source``), or the code where there is none."""
    name = f"report.{key}_{code}"
    return text(name).of(language) if name in CATALOGUE else code


def title_of(report: Report, language: Language) -> str:
    """Return the document's title, or that there is none."""
    title = report.profile.title
    return text("report.untitled").of(language) if title is None else title.value
