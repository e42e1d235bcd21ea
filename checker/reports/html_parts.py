"""The parts of an HTML report around its findings: facts, coverage, what was read, not checked, waived, passed."""

from __future__ import annotations

from collections.abc import Sequence

from checker.model import BlockKind, Evidence, Fact, GroupScore, Outcome, PackRef, Report, Severity, State
from checker.reports import view
from checker.reports.columns import clip
from checker.reports.failure import Result, code_of, name_of
from checker.reports.html_text import Mark
from checker.reports.icons import icon
from checker.reports.markup import Child, Markup, tag
from checker.texts import Language, text

_TABLE_COLUMNS = 60


class Parts:
    """Writes the parts about one *report*; *placed* are the ids of the marks that its text holds."""

    def __init__(self, report: Report, language: Language, prefix: str, placed: set[str]) -> None:
        self._report = report
        self._language = language
        self._prefix = prefix
        self._placed = placed

    def _say(self, key: str, **values: object) -> str:
        return text(key, **values).of(self._language)

    def section(self, name: str, *body: Child) -> Markup:
        """Return a section with its heading; *name* is its id and the key of its title."""
        title = tag("h2", self._say(f"html.{name}"))
        return tag("section", title, *body, id=f"{self._prefix}{name}", class_=f"part {name}")

    def facts(self) -> Markup:
        """Return what the document says of itself, and where."""
        report, profile = self._report, self._report.profile
        kind = tag("small", profile.kind_reason.of(self._language))
        rows = [
            self._fact("issuer", profile.issuer),
            self._fact("level", profile.level),
            self._fact("year", profile.report_year),
            *(self._date(index) for index in range(len(profile.dates))),
            self._entry(self._say("html.fact_kind"), self._say(f"html.kind_{profile.kind}"), kind, class_="wide"),
            self._entry(
                self._say("html.fact_file"),
                tag("span", report.document.path, class_="path"),
                tag(
                    "small",
                    self._say("html.file_told", format=report.document.format, count=len(report.document.text)),
                ),
                class_="wide",
            ),
        ]
        return tag("dl", rows, class_="facts", aria_label=self._say("html.facts"))

    def _entry(self, name: str, *body: Child, class_: str | None = None) -> Markup:
        return tag("div", tag("dt", name), tag("dd", *body), class_=class_)

    def _fact(self, name: str, fact: Fact | None) -> Markup:
        label = self._say(f"html.fact_{name}")
        if fact is None:
            return self._entry(label, tag("span", self._say("html.unknown"), class_="unknown"))
        source = self._say("html.from", source=view.known("source", fact.source, self._language))
        return self._entry(label, view.shown(fact, self._language), self._source(source, fact.evidence, name))

    def _date(self, index: int) -> Markup:
        date = self._report.profile.dates[index]
        value = date.iso or self._say("html.date_lost", quote=clip(date.evidence.quote, 30))
        place = view.place(date.evidence, self._language)
        return self._entry(
            view.known("date", date.role, self._language), value, self._source(place, date.evidence, f"date{index}")
        )

    def _source(self, told: str, evidence: Evidence | None, name: str) -> Markup:
        mark = f"{self._prefix}p-{name}"
        linked = tag("a", told, href=f"#{mark}") if evidence is not None and mark in self._placed else told
        return tag("small", linked)

    def coverage(self) -> Markup | None:
        """Return a bar for each part of the template; None where the document is not scored."""
        score = self._report.score
        if score.coverage is None or not score.groups:
            return None
        tallies = view.tallies(self._report)
        rows = [self._bar(group, tallies[group.id]) for group in score.groups]
        note = tag("p", self._say("html.coverage_note"), class_="note")
        return self.section("coverage", note, tag("table", tag("tbody", rows), class_="bars"))

    def _bar(self, group: GroupScore, tally: view.Tally) -> Markup:
        name = tag("th", group.name.of(self._language), scope="row")
        left_out = tally.not_applicable + tally.manual
        if group.coverage is None:
            told = self._say("html.left_out", count=left_out) if left_out else None
            nothing = tag("td", self._say("html.not_scored"), colspan=3, class_="nothing")
            return tag("tr", name, nothing, tag("td", told, class_="told"))
        weakest = group.coverage == self._report.score.minimum and group.coverage < 100
        tone = "good" if group.coverage >= 80 else "fair" if group.coverage >= 60 else "poor"
        filled = f"{view.percent(group.coverage):g}"
        bar = tag(
            "svg",
            tag("rect", width=100, height=8, class_="track"),
            tag("rect", width=filled, height=8, class_=tone),
            viewBox="0 0 100 8",
            preserveAspectRatio="none",
            aria_hidden="true",
        )
        counts = [
            (tally.partial, "html.partial"),
            (tally.failed, "html.failed"),
            (tally.untold, "html.untold"),
            (left_out, "html.left_out"),
        ]
        told = " · ".join(self._say(key, count=count) for count, key in counts if count)
        met = self._say("html.met_of", met=tally.met, counted=tally.counted)
        title = self._say("html.met_title", met=tally.met, counted=tally.counted)
        mark = tag("span", self._say("report.weakest"), class_="tag") if weakest else None
        return tag(
            "tr",
            name,
            tag("td", bar, class_="bar"),
            tag("td", view.figure(group.coverage), class_="figure"),
            tag("td", met, class_="met", title=title),
            tag("td", told, mark, class_="told"),
            class_="weakest" if weakest else None,
        )

    def manual(self) -> Markup | None:
        """Return the questions for a person, with room to tick the answer on paper."""
        found = view.questions(self._report)
        if not found:
            return None
        boxes = [tag("span", self._say(f"html.{answer}"), class_="box") for answer in ("yes", "no")]
        remark = tag("span", self._say("html.legend_info"), class_="tag info")
        items = [
            tag(
                "li",
                tag("p", outcome.message.of(self._language), remark if outcome.severity is Severity.INFO else None),
                tag("p", self._named(outcome), *boxes, class_="answer"),
            )
            for outcome in found
        ]
        return self.section("manual", tag("ul", items, class_="questions"))

    def read(self) -> Markup:
        """Return what the document was read as: headings, tables, what was left out, what could not be read."""
        document, outline = self._report.document, self._report.outline
        told = [self._say("html.extent", blocks=len(document.blocks), count=len(document.text))]
        if furniture := len(document.furniture) + len(document.left_out):
            told.append(self._say("html.furniture", count=furniture))
        if document.unread_pages:
            pages = self._say("report.joiner").join(map(str, document.unread_pages))
            told.append(self._say("html.unread", pages=pages))
        told += [note.of(self._language) for note in self._report.notes]
        headings = [
            tag(
                "li",
                tag("a", f"{heading.number}{heading.title}", href=f"#{self._prefix}h{index}"),
                tag("small", self._line(heading.start)),
                class_=f"level{min(heading.level, 4)}",
            )
            for index, heading in enumerate(outline)
        ]
        listed = tag("ol", headings, class_="outline") if headings else tag("p", self._say("html.no_outline"))
        return self.section(
            "read",
            tag("ul", [tag("li", each) for each in told], class_="notes"),
            tag("h3", self._say("html.outline", count=len(outline))),
            listed,
            self._tables(),
        )

    def _tables(self) -> Child:
        document = self._report.document
        tables = [block for block in document.blocks if block.kind is BlockKind.TABLE]
        if not tables:
            return None
        items = []
        for block in tables:
            rows = [row.split("\t") for row in document.text[block.start : block.end].split("\n")]
            start = clip(" | ".join(cell for cell in rows[0] if cell.strip()), _TABLE_COLUMNS)
            told = self._say("html.table", rows=len(rows), columns=max(map(len, rows)), start=start)
            items.append(tag("li", told, " ", tag("small", self._line(block.start))))
        return [tag("h3", self._say("html.tables", count=len(tables))), tag("ul", items, class_="notes")]

    def _line(self, offset: int) -> str:
        document = self._report.document
        block = document.block_at(offset)
        if block is not None and block.page is not None:
            return self._say("report.page", number=block.page)
        return self._say("report.line", number=document.line_column(offset)[0])

    def unchecked(self) -> Markup | None:
        """Return what was not checked, and why."""
        groups = [
            self._listed(key, self._in_state(state))
            for key, state in (("cannot_tell", State.CANNOT_TELL), ("not_applicable", State.NOT_APPLICABLE))
        ]
        return self.section("unchecked", groups) if any(groups) else None

    def waived(self) -> Markup | None:
        """Return the findings that somebody has accepted."""
        found = self._in_state(State.WAIVED)
        return self.section("waived", tag("ul", map(self._told, found), class_="told")) if found else None

    def passed(self) -> Markup | None:
        """Return what passed, folded, by part of the template."""
        found = self._in_state(State.PASS)
        if not found:
            return None
        by_group: dict[str, list[Outcome]] = {}
        for outcome in found:
            by_group.setdefault(outcome.group, []).append(outcome)
        parts = []
        for group, outcomes in by_group.items():
            name = view.group_name(self._report, group, self._language)
            parts.append(tag("h3", self._say("html.counted", name=name, count=len(outcomes))))
            parts.append(tag("ul", [self._passed(outcome) for outcome in outcomes], class_="told"))
        summary = tag("summary", tag("h2", self._say("html.passed", count=len(found))))
        return tag("details", summary, parts, class_="part passed", id=f"{self._prefix}passed")

    def _passed(self, outcome: Outcome) -> Markup:
        why = outcome.why.of(self._language)
        where = view.place(outcome.evidence[0], self._language) if outcome.evidence else ""
        told = " · ".join(filter(None, (outcome.message.of(self._language), why, where)))
        return tag("li", icon(State.PASS), self._named(outcome), tag("p", told))

    def _listed(self, key: str, found: Sequence[Outcome]) -> Child:
        if not found:
            return None
        head = self._say("html.counted", name=self._say(f"html.{key}"), count=len(found))
        return [tag("h3", head), tag("ul", map(self._told, found), class_="told")]

    def _told(self, outcome: Outcome) -> Markup:
        told = outcome.message.of(self._language) or outcome.why.of(self._language)
        if outcome.state is State.WAIVED:
            told = view.accepted(outcome, self._language)
        return tag("li", icon(outcome.state), self._named(outcome), tag("p", told))

    def _named(self, outcome: Outcome) -> Markup:
        return tag("span", outcome.name.of(self._language), " ", tag("code", outcome.rule), class_="named")

    def _in_state(self, state: State) -> list[Outcome]:
        return [outcome for outcome in self._report.outcomes if outcome.state is state]


def fact_marks(report: Report, prefix: str, language: Language) -> list[Mark]:
    """Return the marks for what the document says of itself."""
    profile = report.profile
    facts = {"issuer": profile.issuer, "level": profile.level, "year": profile.report_year}
    named = [
        (name, text(f"html.fact_{name}").of(language), fact.evidence)
        for name, fact in facts.items()
        if fact is not None and fact.evidence is not None
    ]
    for index, date in enumerate(profile.dates):
        named.append((f"date{index}", view.known("date", date.role, language), date.evidence))
    return [
        Mark(item.start, item.end, f"{prefix}p-{name}", "fact", title=title)
        for name, title, item in named
        if item is not None
    ]


def footer(pack: PackRef | None, tool: str, sha256: str | None, time: str | None, language: Language) -> Markup:
    """Return what was used to make a report, by which it can be made again."""

    def say(key: str) -> str:
        return text(f"html.{key}").of(language)

    rows: list[tuple[str, Child]] = []
    if sha256 is not None:
        rows.append((say("input"), tag("code", sha256)))
    if pack is not None:
        rows.append((say("pack"), [f"{pack.id} {pack.version} ", tag("code", pack.sha256)]))
    rows.append((say("tool"), tool))
    if time is not None:
        rows.append((say("time"), time))
    listed = [tag("div", tag("dt", name), tag("dd", value)) for name, value in rows]
    return tag("footer", tag("p", say("fine_print")), tag("dl", listed))


def decision(result: Result, language: Language) -> Markup:
    """Return the verdict's word with its drawing."""
    return tag("p", icon(code_of(result)), name_of(result).of(language), class_="decision")
