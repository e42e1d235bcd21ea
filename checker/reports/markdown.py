"""The report in Markdown (GitHub's), for pull requests, job summaries and messages.

Whatever comes from a document is escaped, so that it neither formats the text nor becomes a link, a picture or HTML.
"""

from __future__ import annotations

import re
from collections import Counter
from datetime import datetime

from checker.model import Evidence, Outcome, Report, Role, Severity, State, VerdictCode
from checker.regex import regex
from checker.reports import corrections, view
from checker.reports.columns import clip, plain
from checker.reports.failure import Failure, Result, Results, code_of, figures_of, name_of, path_of
from checker.reports.json import TOOL
from checker.reports.terminal import SYMBOLS
from checker.texts import Language, text

_SPECIAL = regex(
    r"[\\`*_{}\[\]<>|~&$]"  # everywhere
    r"|^[-+=#:]"  # where a line begins
    r"|(?<=:)/(?=/)|(?<=\bwww)\.",  # what GitHub makes a link of
    re.IGNORECASE,
)
_LIST_NUMBER = regex(r"^(\d+)([.)])(?=\s|$)")
_LONG = 200
_QUOTES = 3


def escape(body: str) -> str:
    """Return *body* on one line as text that Markdown shows as it stands."""
    return _LIST_NUMBER.sub(r"\1\\\2", _SPECIAL.sub(r"\\\g<0>", plain(body).strip()))


def render(results: Results, language: Language, *, several: bool = False, time: datetime | None = None) -> str:
    """Return the reports one after the other, a table of all of them first where there are *several*."""
    writer = _Writer(language, time)
    parts = [writer.overview(results)] if several or len(results) != 1 else []
    parts += [writer.failure(each) if isinstance(each, Failure) else writer.report(each) for each in results]
    return "\n---\n\n".join(parts)


class _Writer:
    def __init__(self, language: Language, time: datetime | None) -> None:
        self.language = language
        self.time = time

    def say(self, key: str, **values: object) -> str:
        return text(key, **values).of(self.language)

    def verdict(self, result: Result) -> str:
        symbol, word = SYMBOLS[code_of(result)][0], name_of(result).of(self.language)
        return escape(self.say("markdown.verdict", symbol=symbol, verdict=word))

    def overview(self, results: Results) -> str:
        keys = ("verdict", "file", "coverage", "minimum", "must", "should")
        lines = [f"# {self.say('html.several')}", ""]
        lines += self.table([self.say(f"summary.{key}") for key in keys], [self.row(result) for result in results])
        return "\n".join(lines) + "\n"

    def row(self, result: Result) -> list[str]:
        return [self.verdict(result), escape(path_of(result)), *map(escape, figures_of(result))]

    def table(self, heads: list[str], rows: list[list[str]]) -> list[str]:
        """Return a table; *rows* are escaped already."""
        lines = [heads, ["---"] * len(heads), *rows]
        return [f"| {' | '.join(line)} |" for line in lines]

    def failure(self, failure: Failure) -> str:
        lines = [f"# {self.verdict(failure)}　{escape(failure.path)}", ""]
        lines += [escape(failure.reason.of(self.language)), ""]
        if failure.error.hint is not None:
            lines += [escape(failure.error.hint.of(self.language)), ""]
        return "\n".join(lines)

    def report(self, report: Report) -> str:
        title = escape(view.title_of(report, self.language))
        lines = [f"# {self.verdict(report)}　{title}", ""]
        lines += [f"**{escape(report.verdict.reason.of(self.language))}**", ""]
        lines += [*self.facts(report), ""]
        if report.verdict.code is VerdictCode.NOT_A_REPORT:
            lines += [escape(report.profile.kind_reason.of(self.language)), ""]
        else:
            lines += [*self.coverage(report), *self.findings(report), *self.others(report)]
        lines += [f"- {escape(note.of(self.language))}" for note in report.notes]
        lines += [""] if report.notes else []
        return "\n".join([*lines, *self.footer(report)]) + "\n"

    def facts(self, report: Report) -> list[str]:
        profile = report.profile
        facts = (("issuer", profile.issuer), ("level", profile.level), ("year", profile.report_year))
        shown = [
            (
                self.say(f"html.fact_{name}"),
                self.say("html.unknown") if fact is None else view.shown(fact, self.language),
            )
            for name, fact in facts
        ]
        for date in profile.dates:
            value = date.iso or self.say("html.date_lost", quote=clip(date.evidence.quote, 30))
            shown.append((view.known("date", date.role, self.language), value))
        shown.append((self.say("html.fact_file"), report.document.path))
        return [f"- {self.field(label, value)}" for label, value in shown]

    def field(self, label: str, body: str) -> str:
        return self.say("markdown.field", label=label, body=escape(body))

    def coverage(self, report: Report) -> list[str]:
        score = report.score
        if score.coverage is None or score.minimum is None:
            return []
        tallies = view.tallies(report)
        rows = []
        for group in score.groups:
            tally = tallies[group.id]
            name = escape(group.name.of(self.language))
            weakest = group.coverage is not None and group.coverage == score.minimum and group.coverage < 100
            mark = self.say("report.weakest") if weakest else ""
            figure = "—" if group.coverage is None else escape(view.figure(group.coverage))
            met = "—" if group.coverage is None else f"{tally.met} / {tally.counted}"
            rows.append([name, figure, met, mark])
        heads = [self.say(f"markdown.{key}") for key in ("group", "coverage", "met")]
        found = Counter(outcome.severity for outcome in view.findings(report))
        total = self.say(
            "markdown.total",
            mean=view.figure(score.coverage),
            weakest=view.figure(score.minimum),
            must=found[Severity.MUST],
            should=found[Severity.SHOULD],
            manual=view.to_confirm(report),
        )
        return [f"## {self.say('html.coverage')}", "", *self.table([*heads, ""], rows), "", escape(total), ""]

    def findings(self, report: Report) -> list[str]:
        lines = [f"## {self.say('html.findings')}", ""]
        number = 0
        chapters = view.chapters(report, view.findings(report), self.language)
        for chapter, found in chapters:
            lines += [f"### {escape(chapter)}", ""]
            for outcome in found:
                number += 1
                lines += [*self.finding(number, outcome, report), ""]
        return lines if chapters else [*lines, self.say("html.none"), ""]

    def finding(self, number: int, outcome: Outcome, report: Report) -> list[str]:
        head = self.say(
            "markdown.finding",
            number=number,
            severity=self.say(f"report.severity_{outcome.severity}"),
            state=self.say(f"report.state_{outcome.state}"),
            name=escape(outcome.name.of(self.language)),
            rule=escape(outcome.rule),
        )
        lines = [head, "", escape(outcome.message.of(self.language)), ""]
        for role, label in ((Role.MATCH, "report.quote"), (Role.NEAR_MISS, "report.nearest")):
            items = [item for item in outcome.evidence if item.role is role]
            lines += [f"- {self.say(label)} {self.quote(item)}" for item in items[:_QUOTES]]
            if len(items) > _QUOTES:
                lines.append(f"- {self.say('report.more_places', count=len(items) - _QUOTES)}")
        lines += [
            f"- {self.field(self.say('report.corrected'), correction)}"
            for correction in corrections.told(report, outcome, self.language)
        ]
        if outcome.basis:
            cited = self.say("report.joiner").join(view.cited(basis, self.language) for basis in outcome.basis)
            lines.append(f"- {self.field(self.say('report.basis'), cited)}")
        if advice := outcome.advice.of(self.language):
            lines.append(f"- {self.field(self.say('report.advice'), advice)}")
        if outcome.state is State.CANNOT_TELL:
            lines.append(f"- {self.field(self.say('report.why'), outcome.why.of(self.language))}")
        return lines

    def quote(self, evidence: Evidence) -> str:
        where = [view.place(evidence, self.language), view.heading_path(evidence)]
        quoted = self.say("report.quoted", quote=clip(evidence.quote, _LONG))
        return f"{escape(quoted)} — {escape(' · '.join(filter(None, where)))}"

    def others(self, report: Report) -> list[str]:
        lines: list[str] = []
        listed = (
            ("html.manual", view.questions(report)),
            ("html.waived", [outcome for outcome in report.outcomes if outcome.state is State.WAIVED]),
            ("html.remarks", view.remarks(report)),
        )
        for key, found in listed:
            if found:
                lines += [f"## {self.say(key)}", "", *map(self.told, found), ""]
        states = Counter(outcome.state for outcome in report.outcomes)
        count, absent = states[State.PASS], states[State.NOT_APPLICABLE]
        return [*lines, self.say("markdown.passed", count=count, absent=absent), ""]

    def told(self, outcome: Outcome) -> str:
        named = escape(self.say("report.rule_named", name=outcome.name, rule=outcome.rule))
        told = outcome.message.of(self.language) or outcome.why.of(self.language)
        if outcome.state is State.WAIVED:
            told = view.accepted(outcome, self.language)
        return f"- {named} {escape(told)}"

    def footer(self, report: Report) -> list[str]:
        pack = f"{report.pack.id} {report.pack.version} {report.pack.sha256}"
        rows = [("input", report.document.sha256), ("pack", pack), ("tool", f"{TOOL} {report.tool_version}")]
        rows += [] if self.time is None else [("time", view.moment(self.time))]
        return [f"- {self.field(self.say(f'html.{key}'), value)}" for key, value in rows]
