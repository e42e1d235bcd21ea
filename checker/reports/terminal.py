"""The report in a terminal: the decision and its one reason first, then where, why and what to write back."""

from __future__ import annotations

from collections.abc import Sequence

from checker.model import Evidence, Fact, Outcome, Profile, Report, Role, Severity, State, VerdictCode
from checker.reports import corrections, view
from checker.reports.columns import Sheet, clip, pad, width
from checker.texts import CATALOGUE, Language, text

SYMBOLS = {
    VerdictCode.READY: ("√", "good"),
    VerdictCode.REVISE: ("▲", "warn"),
    VerdictCode.BLOCKED: ("×", "bad"),
    VerdictCode.NOT_A_REPORT: ("○", "other"),
    VerdictCode.CANNOT_JUDGE: ("?", "warn"),
}
_STATES = {
    State.FAIL: ("×", "bad"),
    State.PARTIAL: ("▲", "warn"),
    State.CANNOT_TELL: ("?", "warn"),
    State.PASS: ("√", "good"),
}
_MATCHES_SHOWN = 3
_QUOTE_LINES = 2
_NAMED = 6  # as many rules that do not apply are named; more are counted
_BAR = 20
_FINDING_LABELS = ("quote", "nearest", "corrected", "why", "basis", "advice")
_EVIDENCE = ((Role.MATCH, "quote", _MATCHES_SHOWN), (Role.FOUND, "there", 0), (Role.NEAR_MISS, "nearest", 1))
_LIST_LABELS = ("remark", "manual", "waived", "not_applicable", "passed", "notes")


def render(report: Report, language: Language, *, width: int = 80, color: bool = False, verbose: bool = False) -> str:
    """Return the report as lines of at most *width* columns; *verbose* adds the outline, passes and all evidence."""
    return _Writer(report, language, Sheet(width, color), verbose).render()


class _Writer:
    def __init__(self, report: Report, language: Language, sheet: Sheet, verbose: bool) -> None:
        self.report = report
        self.language = language
        self.sheet = sheet
        self.verbose = verbose
        self.finding_column = 2 + max(width(self.say(label)) for label in _FINDING_LABELS)
        self.list_column = 2 + max(width(self.say(label)) for label in _LIST_LABELS)

    def say(self, what: str, **values: object) -> str:
        return text(f"report.{what}", **values).of(self.language)

    def known(self, key: str, code: str) -> str:
        """Return the word for a code of a document's facts, or the code where the catalogue has none."""
        return self.say(f"{key}_{code}") if f"report.{key}_{code}" in CATALOGUE else code

    def render(self) -> str:
        self.head()
        if self.report.verdict.code is not VerdictCode.NOT_A_REPORT:
            self.coverage()
            self.findings()
            self.lists()
        for note in self.report.notes:
            lead = pad(self.say("notes"), self.list_column)
            self.sheet.put(note.of(self.language), lead=lead, lead_style="faint")
        if self.verbose:
            self.outline()
        return self.sheet.text()

    def head(self) -> None:
        report, sheet = self.report, self.sheet
        symbol, style = SYMBOLS[report.verdict.code]
        title = self.say("untitled") if report.profile.title is None else report.profile.title.value
        sheet.put(
            title,
            lead=f"{symbol} {report.verdict.name.of(self.language)}  ",
            lead_style=f"strong {style}",
            style="strong",
        )
        sheet.put(report.verdict.reason.of(self.language), indent=2)
        if report.verdict.code is VerdictCode.NOT_A_REPORT:
            sheet.put(report.profile.kind_reason.of(self.language), indent=2)
        sheet.put_parts(self.profile(report.profile), " · ", indent=2, style="faint")
        pack = f"{report.pack.id} {report.pack.version}"
        sheet.put(self.say("source", path=report.document.path, pack=pack), indent=2, style="faint")

    def profile(self, profile: Profile) -> list[str]:
        parts = [
            self.fact("issuer", profile.issuer),
            self.fact("level", profile.level),
            self.fact("year", profile.report_year),
        ]
        for date in profile.dates:
            role = self.known("date", date.role)
            if date.iso is None:
                parts.append(self.say("date_incomplete", role=role, quote=clip(date.evidence.quote, 30)))
            else:
                parts.append(self.say("date", role=role, iso=date.iso, place=view.place(date.evidence, self.language)))
        if not profile.dates:
            parts.append(self.say("date_unknown"))
        return parts

    def fact(self, name: str, fact: Fact | None) -> str:
        if fact is None:
            return self.say(f"{name}_unknown")
        return self.say(name, value=view.shown(fact, self.language), source=self.known("source", fact.source))

    def coverage(self) -> None:
        score, sheet = self.report.score, self.sheet
        if score.coverage is None or score.minimum is None:
            return
        sheet.blank()
        room = max(20, min(40, sheet.width - 46))
        names = [clip(group.name.of(self.language), room) for group in score.groups]
        column = max(width(name) for name in [*names, self.say("total")])
        length = max(8, min(_BAR, sheet.width - column - 24))
        for name, group in zip(names, score.groups, strict=True):
            lead = f"  {pad(name, column)}  "
            if group.coverage is None:
                sheet.lines.append(lead + sheet.paint("faint", f"{'·' * length}   — {self.say('not_scored')}"))
                continue
            weakest = group.coverage == score.minimum < 100
            style = "good" if group.coverage >= 80 else "warn" if group.coverage >= 60 else "bad"
            filled = int(view.percent(group.coverage) * length / 100)
            bar = sheet.paint(style, "█" * filled) + sheet.paint("faint", "·" * (length - filled))
            mark = sheet.paint("strong", "  ← " + self.say("weakest")) if weakest else ""
            sheet.lines.append(f"{lead}{bar} {view.figure(group.coverage):>5}{mark}")
        total = self.say("weakest_is", figure=view.figure(score.minimum))
        lead = f"  {pad(self.say('total'), column)}  "
        sheet.lines.append(
            f"{lead}{' ' * length} {sheet.paint('strong', f'{view.figure(score.coverage):>5}')}  {total}"
        )

    def findings(self) -> None:
        found = view.findings(self.report)
        self.sheet.blank()
        if not found:
            return
        must = sum(outcome.severity is Severity.MUST for outcome in found)
        heading = self.say("findings", count=len(found), must=must, should=len(found) - must)
        self.sheet.put(heading, style="strong")
        for number, outcome in enumerate(found, start=1):
            self.finding(f"{number:2}. ", outcome)

    def finding(self, lead: str, outcome: Outcome) -> None:
        symbol, style = _STATES[outcome.state]
        indent = len(lead)
        word = self.say(f"severity_{outcome.severity}")
        title = f"{outcome.name.of(self.language)}  {outcome.rule}"
        self.sheet.blank()
        self.sheet.put(title, lead=f"{lead}{symbol} {word}  ", lead_style=f"strong {style}", style="strong")
        self.sheet.put(outcome.message.of(self.language), indent=indent)
        self.evidence(outcome, indent)
        self.field("corrected", *self.corrections(outcome), indent=indent)
        if self.verbose or outcome.state is State.CANNOT_TELL:
            self.field("why", *outcome.why.of(self.language).split("\n"), indent=indent)
        self.field("basis", *(view.cited(basis, self.language) for basis in outcome.basis), indent=indent)
        self.field("advice", outcome.advice.of(self.language), indent=indent)

    def evidence(self, outcome: Outcome, indent: int) -> None:
        for role, label, most in _EVIDENCE:
            if role is Role.FOUND and not self.verbose:
                continue
            items = [evidence for evidence in outcome.evidence if evidence.role is role]
            shown = items if self.verbose else items[:most]
            for evidence in shown:
                self.quote(label, evidence, indent)
            if len(items) > len(shown):
                more = self.say("more_places", count=len(items) - len(shown))
                self.sheet.put(more, indent=indent + self.finding_column, style="faint")

    def corrections(self, outcome: Outcome) -> list[str]:
        most = None if self.verbose else corrections.SHOWN
        return corrections.told(self.report, outcome, self.language, most) if outcome.corrections else []

    def quote(self, label: str, evidence: Evidence, indent: int) -> None:
        room = self.sheet.width - indent - self.finding_column
        quoted = evidence.quote if self.verbose else clip(evidence.quote, _QUOTE_LINES * room - 8)
        if quoted:
            self.field(label, self.say("quoted", quote=quoted), indent=indent)
        where = [view.place(evidence, self.language), view.heading_path(evidence)]
        self.sheet.put(" · ".join(filter(None, where)), indent=indent + self.finding_column, style="faint")

    def field(self, label: str, *bodies: str, indent: int) -> None:
        """Write each body under one label of a finding; nothing where there is nothing to say."""
        lead = pad(self.say(label), self.finding_column)
        for body in filter(None, bodies):
            self.sheet.put(body, lead=lead, lead_style="faint", indent=indent)
            lead = " " * self.finding_column

    def lists(self) -> None:
        self.sheet.blank()
        for outcome in view.remarks(self.report):
            told = self.say("remarked", name=outcome.name, rule=outcome.rule, message=outcome.message)
            self.sheet.put(told, lead=pad(self.say("remark"), self.list_column), lead_style="faint")
            if self.verbose:
                self.evidence(outcome, self.list_column)
                self.field("corrected", *self.corrections(outcome), indent=self.list_column)
        for state in (State.MANUAL, State.WAIVED, State.NOT_APPLICABLE):
            found = [outcome for outcome in self.report.outcomes if outcome.state is state]
            folded = state is State.NOT_APPLICABLE and not self.verbose and len(found) > _NAMED
            self.counted(state.value, len(found), [] if folded else [self.named(outcome) for outcome in found])
            if folded:
                lead = pad(self.say(state.value), self.list_column)
                self.sheet.put(self.say("folded", count=len(found)), lead=lead)
        passed = [outcome for outcome in self.report.outcomes if outcome.state is State.PASS]
        self.counted("passed", len(passed), self.passed_groups(passed))
        if self.verbose:
            for outcome in passed:
                self.passed(outcome)
            self.sheet.blank()

    def counted(self, label: str, count: int, parts: Sequence[str]) -> None:
        """Write one list with its length; nothing where it is empty."""
        if parts:
            head, *rest = parts
            lead = pad(self.say(label), self.list_column)
            self.sheet.put_parts([self.say("counted", count=count) + head, *rest], self.say("joiner"), lead=lead)

    def named(self, outcome: Outcome) -> str:
        return self.say("rule_named", name=outcome.name, rule=outcome.rule)

    def passed_groups(self, passed: Sequence[Outcome]) -> list[str]:
        names = {group.id: group.name.of(self.language) for group in self.report.score.groups}
        by_group: dict[str, list[Outcome]] = {}
        for outcome in passed:
            by_group.setdefault(outcome.group, []).append(outcome)
        parts = []
        for group, outcomes in by_group.items():
            where = self.extent(outcomes)
            key = "passed_group_at" if where else "passed_group"
            parts.append(self.say(key, name=names.get(group, group), count=len(outcomes), where=where))
        return parts

    def extent(self, outcomes: Sequence[Outcome]) -> str:
        """Return from which to which page, or else paragraph, the evidence reaches."""
        matches = [item for outcome in outcomes for item in outcome.evidence if item.role is Role.MATCH]
        for unit in ("page", "paragraph"):
            numbers = [number for item in matches if (number := getattr(item, unit)) is not None]
            if numbers and min(numbers) == max(numbers):
                return self.say(unit, number=numbers[0])
            if numbers:
                return self.say(f"{unit}s", first=min(numbers), last=max(numbers))
        return ""

    def passed(self, outcome: Outcome) -> None:
        symbol, style = _STATES[State.PASS]
        self.sheet.put(f"{outcome.name.of(self.language)}  {outcome.rule}", lead=f"{symbol} ", lead_style=style)
        for line in outcome.why.of(self.language).split("\n"):
            self.sheet.put(line, indent=2)
        self.evidence(outcome, 2)

    def outline(self) -> None:
        self.sheet.blank()
        self.sheet.put(self.say("outline", count=len(self.report.outline)), style="strong")
        for heading in self.report.outline:
            line, _ = self.report.document.line_column(heading.start)
            place = text("report.line", number=line).of(self.language)
            self.sheet.put(f"{heading.number}{heading.title}  {place}", indent=2 * heading.level)
