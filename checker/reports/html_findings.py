"""Findings as HTML: what is wrong, the quote in its context, where, on what basis, what to do, what came near it."""

from __future__ import annotations

from collections.abc import Sequence

from checker.frozen import dataclass
from checker.model import Evidence, Outcome, Report, Role, Severity, State
from checker.reports import corrections, view
from checker.reports.equations import Equation, Row, equations
from checker.reports.html_text import Mark
from checker.reports.icons import icon
from checker.reports.markup import Child, Markup, tag
from checker.texts import Language, text

_CONTEXT = 28  # characters of context on each side of a quote
_GAP = 40  # quotes of one block that stand no farther apart are shown as one
_LONG = 240  # characters of one quote; what is longer is cut in its middle
_EXCERPTS = 4
_LINKS = 40
_LABELS = {Role.MATCH: "report.quote", Role.FOUND: "report.there", Role.NEAR_MISS: "report.nearest"}
_CORRECTIONS = 5


@dataclass(frozen=True, slots=True)
class Numbered:
    """A finding or remark with its number on the page."""

    number: int
    outcome: Outcome


def numbered(report: Report, language: Language) -> list[tuple[str, list[Numbered]]]:
    """Return findings by chapter and then remarks (under an empty chapter), numbered as they stand on the page."""
    count = 0
    groups = []
    chapters = [*view.chapters(report, view.findings(report), language), ("", view.remarks(report))]
    for chapter, outcomes in chapters:
        groups.append((chapter, [Numbered(count + index, outcome) for index, outcome in enumerate(outcomes, start=1)]))
        count += len(outcomes)
    return groups


def marks(numbered_: Sequence[Numbered], prefix: str, language: Language) -> list[Mark]:
    """Return the marks that the findings ask for in the text."""
    return [
        Mark(
            item.start,
            item.end,
            _mark_id(prefix, each.number, index),
            "near" if item.role is Role.NEAR_MISS else each.outcome.severity.value,
            f"#{prefix}f{each.number}",
            str(each.number),
            each.outcome.name.of(language),
        )
        for each in numbered_
        for index, item in enumerate(each.outcome.evidence)
        if item.role is not Role.FOUND
    ]


def _mark_id(prefix: str, number: int, index: int) -> str:
    return f"{prefix}m{number}-{index}"


class Findings:
    """Writes the findings of *report*; *placed* are the ids of the marks that its text holds."""

    def __init__(self, report: Report, language: Language, prefix: str, placed: set[str]) -> None:
        self._report = report
        self._language = language
        self._prefix = prefix
        self._placed = placed

    def _say(self, key: str, **values: object) -> str:
        return text(key, **values).of(self._language)

    def chapter(self, title: str, found: Sequence[Numbered]) -> Markup:
        """Return one chapter's findings under its title."""
        head = tag("h3", tag("span", title), tag("span", str(len(found)), class_="count"), class_="chapter")
        return tag("section", head, [self.card(each) for each in found], class_="found")

    def card(self, each: Numbered) -> Markup:
        """Return one finding."""
        outcome = each.outcome
        severity, state = outcome.severity.value, outcome.state.value
        told = [self._say("html.legend_info")]
        if outcome.severity is not Severity.INFO:
            told = [icon(state), self._say(f"report.severity_{severity}"), " · ", self._say(f"report.state_{state}")]
        head = tag(
            "header",
            tag("span", str(each.number), class_="number"),
            tag("span", told, class_="state"),
            tag("h4", outcome.name.of(self._language)),
            tag("span", self._say("html.known"), class_="tag known") if outcome.known else None,
            tag("code", outcome.rule, class_="rule"),
        )
        return tag(
            "article",
            head,
            tag("p", outcome.message.of(self._language), class_="message"),
            [self._equation(equation, each) for equation in equations(outcome, self._language)],
            self._excerpts(each, Role.MATCH),
            self._corrections(outcome),
            self._advice(outcome),
            self._basis(outcome),
            self._excerpts(each, Role.FOUND),
            self._excerpts(each, Role.NEAR_MISS),
            self._why(outcome),
            id=f"{self._prefix}f{each.number}",
            class_=f"finding {severity} {state}",
        )

    def _row(self, label: str, *body: Child, class_: str) -> Markup:
        return tag("div", tag("span", label, class_="label"), tag("div", *body), class_=f"row {class_}")

    def _corrections(self, outcome: Outcome) -> Markup | None:
        if not outcome.corrections:
            return None
        found = corrections.shown(self._report, outcome, _CORRECTIONS)
        listed = [tag("li", *_corrected(each)) for each in found.pairs]
        more = tag("p", self._say("report.more_corrections", count=found.more)) if found.more else None
        return self._row(self._say("report.corrected"), tag("ul", listed), more, class_="corrected")

    def _advice(self, outcome: Outcome) -> Markup | None:
        advice = outcome.advice.of(self._language)
        return self._row(self._say("report.advice"), tag("p", advice), class_="advice") if advice else None

    def _basis(self, outcome: Outcome) -> Markup | None:
        cited = []
        for basis in outcome.basis:
            mark = None if basis.verified else tag("span", self._say("html.unverified"), class_="tag")
            cited.append(tag("li", " ".join(filter(None, (basis.norm, basis.article))), mark))
        return self._row(self._say("report.basis"), tag("ul", cited), class_="basis") if cited else None

    def _why(self, outcome: Outcome) -> Markup:
        parts = [tag("p", line) for line in filter(None, outcome.why.of(self._language).split("\n"))]
        if outcome.related:
            rules = self._say("report.joiner").join(outcome.related)
            parts.append(tag("p", self._say("html.related", rules=rules)))
        parts.append(tag("p", self._say("html.fingerprint", fingerprint=outcome.fingerprint), class_="print"))
        # Where the program could not tell, its reasons are the finding.
        is_open = outcome.state is State.CANNOT_TELL
        return tag("details", tag("summary", self._say("html.why")), parts, class_="why", open=is_open)

    def _excerpts(self, each: Numbered, role: Role) -> Markup | None:
        items = [(index, item) for index, item in enumerate(each.outcome.evidence) if item.role is role and item.quote]
        if not items:
            return None
        excerpts = self._together(sorted(items, key=lambda pair: pair[1].start))
        shown = [self._excerpt(each, excerpt) for excerpt in excerpts[:_EXCERPTS]]
        rest = [pair for excerpt in excerpts[_EXCERPTS:] for pair in excerpt]
        label = self._say(_LABELS[role])
        return self._row(label, shown, self._further(each, rest), class_=role.value)

    def _together(self, items: Sequence[tuple[int, Evidence]]) -> list[list[tuple[int, Evidence]]]:
        """Return the quotes, those together that stand close in one block."""
        document = self._report.document
        groups: list[list[tuple[int, Evidence]]] = []
        for index, item in items:
            last = groups[-1][-1][1] if groups else None
            if last is not None and last.start <= item.start and item.end <= last.end:
                continue  # the same words, or a part of them
            near = last is not None and last.end <= item.start <= last.end + _GAP
            if last is not None and near and document.block_at(last.start) == document.block_at(item.start):
                groups[-1].append((index, item))
            else:
                groups.append([(index, item)])
        return groups

    def _excerpt(self, each: Numbered, items: Sequence[tuple[int, Evidence]]) -> Markup:
        """Return quotes in their context, and the place of the first."""
        document = self._report.document
        first, last = items[0][1], items[-1][1]
        start, end = self._around(first.start, last.end)
        low, high = max(first.start - _CONTEXT, start), min(last.end + _CONTEXT, end)
        parts: list[Child] = ["…" if low > start else None]
        position = low
        for _, item in items:
            parts += [document.text[position : item.start], tag("mark", _clipped(item.quote))]
            position = item.end
        parts += [document.text[position:high], "…" if high < end else None]
        return tag("figure", tag("blockquote", parts), tag("figcaption", self._place(each, *items[0])))

    def _around(self, start: int, end: int) -> tuple[int, int]:
        """Return where the context of a quote begins and ends: its block, or its line where no block holds it."""
        document = self._report.document
        block = document.block_at(start)
        if block is not None and start < block.end:
            return block.start, max(block.end, end)
        after = document.text.find("\n", end)
        return document.text.rfind("\n", 0, start) + 1, len(document.text) if after < 0 else after

    def _place(self, each: Numbered, index: int, item: Evidence) -> Child:
        where = tag("span", view.place(item, self._language))
        path = view.heading_path(item)
        link = self._link(each, index, self._say("html.in_text"))
        return [where, tag("span", path, class_="path") if path else None, link]

    def _link(self, each: Numbered, index: int, label: str) -> Markup | None:
        mark = _mark_id(self._prefix, each.number, index)
        return tag("a", label, href=f"#{mark}", class_="jump") if mark in self._placed else None

    def _further(self, each: Numbered, rest: Sequence[tuple[int, Evidence]]) -> Markup | None:
        if not rest:
            return None
        links = []
        for index, item in rest[:_LINKS]:
            place = view.place(item, self._language)
            links += [" ", self._link(each, index, place) or tag("span", place)]
        more = " …" if len(rest) > _LINKS else None
        return tag("p", self._say("html.more", count=len(rest)), links, more, class_="further")

    def _equation(self, equation: Equation, each: Numbered) -> Markup:
        rows = [self._number(row, each) for row in equation.rows if not row.claimed]
        if equation.total is None:
            calculation = tag("td", equation.calculation, colspan=2, class_="calculation")
            rows.append(tag("tr", tag("th", self._say("html.calculated"), scope="row"), calculation, class_="result"))
        else:
            summed = tag("td", equation.total, class_="figure")
            rows.append(tag("tr", tag("th", self._say("html.summed"), scope="row"), summed, tag("td"), class_="result"))
        rows += [self._number(row, each) for row in equation.rows if row.claimed]
        if equation.difference is not None:
            off = tag("td", equation.difference.replace("-", "−"), class_="figure")
            rows.append(tag("tr", tag("th", self._say("html.off"), scope="row"), off, tag("td"), class_="off"))
        return tag("table", tag("caption", self._say("html.equation")), tag("tbody", rows), class_="equation")

    def _number(self, row: Row, each: Numbered) -> Markup:
        index = each.outcome.evidence.index(row.evidence)
        words = [self._say("html.claimed"), tag("small", row.words)] if row.claimed else [row.words or "—"]
        link = self._link(each, index, self._say("html.in_text"))
        figure = tag("td", row.number, tag("small", row.unit), class_="figure")
        head = tag("th", words, scope="row")
        return tag("tr", head, figure, tag("td", link), class_="claimed" if row.claimed else None)


def _corrected(pair: corrections.Pair) -> list[Child]:
    old = [pair.before, tag("del", pair.written), pair.after]
    return [*old, " → ", pair.before, tag("ins", pair.right) if pair.right else None, pair.after]


def _clipped(quote: str) -> str:
    if len(quote) <= _LONG:
        return quote
    return f"{quote[: _LONG * 2 // 3]} …… {quote[-_LONG // 3 :]}"
