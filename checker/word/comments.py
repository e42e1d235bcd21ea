"""What stands beside the text of an annotated document: a comment a place, one that sums up, each with its mark.

The mark at the end of a comment names what it is about, so that the next run knows its own comments whatever the
language; the comments of persons never end in one.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.engine import analyse
from checker.frozen import dataclass
from checker.model import Evidence, Outcome, Report, Role, Span, State
from checker.regex import regex
from checker.reports import corrections, view
from checker.rule import Pack
from checker.structure.analysis import Analysis
from checker.structure.sections import find_section
from checker.texts import Language, Text, text

MARK = regex(r"\[checker:[0-9a-z]+\]\s*\Z")
MOST_PLACES = 10
"""As many places of one finding get a comment of their own."""

_SUMMARY = "summary"


@dataclass(frozen=True, slots=True)
class Comment:
    """One comment: *span* of the original text and its paragraphs, of which the last is the mark."""

    span: Span
    lines: tuple[str, ...]


def comments(report: Report, pack: Pack, language: Language) -> list[Comment]:
    """Return the comments on *report*, made with *pack*, in the order of the places where they stand."""
    title = _title(report)
    made = [Comment(title, (*_summary(report, language), _mark(_SUMMARY)))]
    found = [*view.findings(report), *view.remarks(report)]
    if any(view.first_offset(outcome) < 0 for outcome in found):
        missing = _Missing(report, pack, title)
        for outcome in found:
            made += _on(report, outcome, missing, language)
    else:
        for outcome in found:
            made += _on(report, outcome, None, language)
    summary, *others = made
    return [summary, *sorted(others, key=lambda comment: comment.span.start)]


def _on(report: Report, outcome: Outcome, missing: _Missing | None, language: Language) -> Iterator[Comment]:
    """Yield the comments on one finding: the first says all, those at further places which it belongs to."""
    mark = _mark(outcome.fingerprint)
    places = sorted(_places(outcome), key=lambda item: item.start)
    lines = list(_lines(report, outcome, language))
    if not places and missing is not None:
        span, where = missing.place(outcome)
        yield Comment(span, (*lines, where.of(language), mark))
        return
    if len(places) > MOST_PLACES:
        lines.append(text("word.most", count=len(places), shown=MOST_PLACES).of(language))
    for number, item in enumerate(places[:MOST_PLACES]):
        if number:
            lines = [_head(outcome, language), text("word.again", number=number + 1, count=len(places)).of(language)]
        yield Comment(Span(item.start, item.end), (*lines, mark))


def _places(outcome: Outcome) -> list[Evidence]:
    matches = {(item.start, item.end): item for item in outcome.evidence if item.role is Role.MATCH}
    return list(matches.values())


def _head(outcome: Outcome, language: Language) -> str:
    severity = text(f"report.severity_{outcome.severity}").of(language)
    message = outcome.message.of(language) or outcome.name.of(language)
    if outcome.state is State.CANNOT_TELL:
        message = text("word.untold", message=message).of(language)
    return text("word.head", severity=severity, rule=outcome.rule, message=message).of(language)


def _lines(report: Report, outcome: Outcome, language: Language) -> Iterator[str]:
    yield _head(outcome, language)
    if outcome.basis:
        norms = text("word.joiner").of(language).join(view.cited(basis, language) for basis in outcome.basis)
        yield text("word.basis", norms=norms).of(language)
    if outcome.corrections:
        joiner = text("word.joiner").of(language)
        yield text("word.corrected", correction=joiner.join(corrections.told(report, outcome, language))).of(language)
    advice = outcome.advice.of(language)
    if advice:
        yield text("word.advice", advice=advice).of(language)
    nearest = next((item for item in outcome.evidence if item.role is Role.NEAR_MISS), None)
    if nearest is not None:
        yield text("word.nearest", quote=nearest.quote, place=view.place(nearest, language)).of(language)


def _summary(report: Report, language: Language) -> Iterator[str]:
    yield text("word.verdict", verdict=report.verdict.name, reason=report.verdict.reason).of(language)
    score = report.score
    if score.coverage is not None and score.minimum is not None:
        mean, weakest = view.figure(score.coverage), view.figure(score.minimum)
        yield text("word.coverage", mean=mean, weakest=weakest).of(language)
    counts = {"must": 0, "should": 0}
    for outcome in view.findings(report):
        counts[outcome.severity] += 1
    manual = sum(outcome.state is State.MANUAL for outcome in report.outcomes)
    yield text("word.counts", **counts, info=len(view.remarks(report)), manual=manual).of(language)
    yield text("word.pack", pack=f"{report.pack.id} {report.pack.version}").of(language)


def _mark(name: str) -> str:
    return f"[checker:{name}]"


def _title(report: Report) -> Span:
    title = report.profile.title
    if title is not None and title.evidence is not None:
        return Span(title.evidence.start, title.evidence.end)
    blocks = report.document.blocks
    return Span(blocks[0].start, blocks[0].end) if blocks else Span(0, len(report.document.text))


class _Missing:
    """Finds where something that is missing should stand: at its own part, else behind the part before it."""

    def __init__(self, report: Report, pack: Pack, title: Span) -> None:
        level, year = report.profile.level, report.profile.report_year
        self._analysis = analyse(
            report.document,
            pack.template,
            level=level.value if level else None,
            year=int(year.value) if year and year.value.isdigit() else None,
        )
        self._sections = pack.template.sections
        self._title = title

    def place(self, outcome: Outcome) -> tuple[Span, Text]:
        """Return the heading to comment on, else the title, and what that says of where the words should stand."""
        ids = [section.id for section in self._sections]
        own = ids.index(outcome.group) if outcome.group in ids else -1
        for number in range(own, -1, -1):
            heading = self._heading(number)
            if heading is not None:
                return heading, text("word.belongs") if number == own else text("word.missing")
        return self._title, text("word.nowhere")

    def _heading(self, number: int) -> Span | None:
        analysis = self._analysis
        found = find_section(analysis, self._sections[number])
        if not found.places:
            return _node(analysis, found.hollow[0]) if found.hollow else None
        place = found.places[0]
        node = place.node if place.node >= 0 else analysis.chapter(analysis.node_at(place.span.start))
        return _node(analysis, node) if node >= 0 else None


def _node(analysis: Analysis, node: int) -> Span:
    entry = analysis.nodes[node]
    return analysis.normal.original(Span(entry.start, entry.title_end))
