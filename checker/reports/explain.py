"""One rule, explained to the person who has to meet it: what it asks, on what basis, and what passes."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from checker.model import State
from checker.reports import provenance
from checker.reports.columns import Sheet, pad, width
from checker.rule import Pack, Rule, Section
from checker.texts import Language, Text, text

_LABELS = (
    "off",
    "asks",
    "applies",
    "basis",
    "advice",
    "headings",
    "passing",
    "failing",
    "related",
    "origin",
    "changes",
    "values",
)
_EXAMPLE_LINES = 8


def explain(rule: Rule, pack: Pack, language: Language, *, width: int = 80, color: bool = False) -> str:
    """Return the explanation of *rule* as lines of at most *width* columns; each value with where it was written."""
    return _Explanation(rule, pack, language, Sheet(width, color)).render()


def applies(rule: Rule, pack: Pack, language: Language) -> str:
    """Return to which levels, years and documents *rule* applies, on one line."""

    def say(what: str, **values: object) -> str:
        return text(f"explain.{what}", **values).of(language)

    joiner = text("report.joiner").of(language)
    names = [level.name.of(language) for level in pack.template.levels if level.id in rule.levels]
    years = {
        (False, False): "all_years",
        (True, False): "since",
        (False, True): "until",
        (True, True): "between",
    }[rule.since is not None, rule.until is not None]
    parts = [joiner.join(names) if rule.levels else say("all_levels"), say(years, since=rule.since, until=rule.until)]
    parts += provenance.conditions(rule, pack, language)
    if rule.info_in:
        parts.append(say("info_in", formats=joiner.join(sorted(rule.info_in))))
    return " · ".join(parts)


class _Explanation:
    def __init__(self, rule: Rule, pack: Pack, language: Language, sheet: Sheet) -> None:
        self.rule, self.pack, self.language, self.sheet = rule, pack, language, sheet
        self.joiner = text("report.joiner").of(language)
        self.column = 2 + max(width(self.say(label)) for label in _LABELS)

    def say(self, what: str, **values: object) -> str:
        return text(f"explain.{what}", **values).of(self.language)

    def field(self, label: str, bodies: Iterable[str]) -> None:
        lead = pad(self.say(label), self.column)
        for body in bodies:
            self.sheet.put(body, lead=lead, lead_style="faint")
            lead = " " * self.column

    def render(self) -> str:
        rule, language = self.rule, self.language
        group = next((part.name for part in self.groups() if part.id == rule.group), Text(rule.group, rule.group))
        head = text(f"report.severity_{rule.severity}").of(language)
        self.sheet.put(f"{rule.name.of(language)}  {rule.id}", lead=f"{head}  ", lead_style="strong", style="strong")
        self.sheet.blank()
        if rule.off is not None:
            self.field("off", [rule.off.of(language)])
        if rule.explanation is not None:
            self.field("asks", [rule.explanation.of(language)])
        self.field("applies", [applies(rule, self.pack, language)])
        self.field("basis", [provenance.cited(basis, language) for basis in rule.basis] or [self.say("no_basis")])
        self.field("advice", filter(None, [rule.advice.of(language)]))
        for section in self.sections():
            self.field("headings", self.headings(section))
        self.examples("passing", frozenset({State.PASS}))
        self.examples("failing", frozenset({State.FAIL, State.PARTIAL, State.CANNOT_TELL, State.MANUAL}))
        self.field("values", [value.line for value in provenance.values(rule, language)])
        self.field("related", filter(None, [self.joiner.join(rule.related)]))
        values = {"group": group, "weight": f"{rule.weight:g}", "kind": rule.kind}
        values["pack"] = self.pack.ref.id if rule.origin is None else rule.origin.pack
        origin = "" if rule.origin is None else f" · {provenance.place(rule.origin)}"
        self.field("origin", [self.say("written", **values) + origin])
        self.field("changes", provenance.changes(rule, language))
        return self.sheet.text()

    def groups(self) -> list[Any]:
        return [*self.pack.template.sections, *self.pack.template.groups]

    def sections(self) -> list[Section]:
        """Return the sections of the template that the rule's parameters name."""
        named = {
            item
            for value in self.rule.parameters.values()
            for item in (value if isinstance(value, list | tuple) else [value])
            if isinstance(item, str)
        }
        return [section for section in self.pack.template.sections if section.id in named]

    def headings(self, section: Section) -> list[str]:
        """Return the section and the phrases of headings that claim it, one a line."""
        concept = self.pack.template.vocabulary.get(section.headings or "")
        phrases = concept.phrases if concept is not None else (self.say("no_headings"),)
        return [self.say("headings_of", section=section.name), *phrases]

    def examples(self, label: str, states: frozenset[State]) -> None:
        for example in self.rule.examples:
            if example.expect in states:
                lines = [line.strip() for line in example.text.splitlines() if line.strip()]
                cut = ["…"] if len(lines) > _EXAMPLE_LINES else []
                self.field(label, [self.say("example", name=example.name), *lines[:_EXAMPLE_LINES], *cut])
