"""The HTML report: one file without scripts, for a screen of any width and for A4 paper.

Whatever a document holds passes :mod:`checker.reports.markup`; a content security policy forbids the page to run or to
load anything, should that ever fail. The same results give the same bytes.
"""

from __future__ import annotations

import base64
import hashlib
from collections import Counter
from datetime import datetime
from functools import lru_cache
from pathlib import Path

from checker.model import Report, Severity, VerdictCode
from checker.reports import view
from checker.reports.failure import Failure, Result, Results, code_of, figures_of, name_of, path_of
from checker.reports.html_findings import Findings, Numbered, marks, numbered
from checker.reports.html_parts import Parts, decision, fact_marks, footer
from checker.reports.html_text import SourceText
from checker.reports.icons import icon, sprite
from checker.reports.json import TOOL
from checker.reports.markup import Child, Markup, style, tag
from checker.texts import Language, text


def render(results: Results, language: Language, *, several: bool = False, time: datetime | None = None) -> str:
    """Return the page about *results*: a table of all of them first where there are *several*.

    Without a *time* the page says nothing of when it was made.
    """
    return _Page(language, time).page(results, several=several or len(results) != 1)


@lru_cache(maxsize=1)
def _sheet() -> str:
    return Path(__file__).with_name("report.css").read_text(encoding="utf-8")


@lru_cache(maxsize=1)
def _policy() -> str:
    digest = base64.b64encode(hashlib.sha256(_sheet().encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


LANGUAGE_TAGS: dict[Language, str] = {"zh": "zh-CN", "en": "en"}


class _Page:
    def __init__(self, language: Language, time: datetime | None) -> None:
        self.language = language
        self.time = None if time is None else view.moment(time)

    def say(self, key: str, **values: object) -> str:
        return text(key, **values).of(self.language)

    def page(self, results: Results, *, several: bool) -> str:
        title = self.say("html.several") if several else self.title(results[0])
        articles = [self.article(result, f"d{index}") for index, result in enumerate(results, start=1)]
        head = tag(
            "head",
            tag("meta", charset="utf-8"),
            tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
            tag("meta", http_equiv="Content-Security-Policy", content=_policy()),
            tag("meta", name="referrer", content="no-referrer"),
            tag("meta", name="color-scheme", content="light"),
            tag("title", title),
            style(_sheet()),
        )
        body = tag("body", sprite(), self.overview(results) if several else None, articles)
        return f"<!DOCTYPE html>\n{tag('html', head, body, lang=LANGUAGE_TAGS[self.language])}\n"

    def title(self, result: Result) -> str:
        verdict = name_of(result).of(self.language)
        return self.say("html.title", verdict=verdict, title=self.name(result))

    def name(self, result: Result) -> str:
        return result.path if isinstance(result, Failure) else view.title_of(result, self.language)

    def overview(self, results: Results) -> Markup:
        """Return one line a file, and how many there are of each verdict."""
        codes = Counter(code_of(result) for result in results)
        words = {code_of(result): name_of(result).of(self.language) for result in results}
        counts = [
            tag("span", icon(code), words[code], f" {codes[code]}", class_=f"v-{code}")
            for code in VerdictCode
            if codes[code]
        ]
        keys = ("summary.verdict", "summary.file", "summary.coverage", "summary.minimum", "summary.must")
        heads = [tag("th", self.say(key), scope="col") for key in (*keys, "summary.should")]
        rows = [self.line(result, f"d{index}") for index, result in enumerate(results, start=1)]
        return tag(
            "section",
            tag("h1", self.say("html.several")),
            tag("p", self.say("html.files", count=len(results)), counts, class_="counts"),
            tag("table", tag("thead", tag("tr", heads)), tag("tbody", rows), class_="files"),
            class_="overview",
        )

    def line(self, result: Result, anchor: str) -> Markup:
        code = code_of(result)
        name = None if isinstance(result, Failure) else tag("small", path_of(result))
        return tag(
            "tr",
            tag("td", icon(code), name_of(result).of(self.language), class_=f"verdict v-{code}"),
            tag("td", tag("a", self.name(result), href=f"#{anchor}"), name),
            [tag("td", figure, class_="figure") for figure in figures_of(result)],
        )

    def article(self, result: Result, anchor: str) -> Markup:
        if isinstance(result, Failure):
            return self.failure(result, anchor)
        return self.report(result, anchor)

    def failure(self, failure: Failure, anchor: str) -> Markup:
        code = VerdictCode.CANNOT_JUDGE
        hint = failure.error.hint
        head = tag(
            "header",
            tag("p", self.say("html.kicker"), class_="kicker"),
            tag("h1", failure.path, class_="path"),
            tag(
                "div",
                decision(failure, self.language),
                tag("p", failure.reason.of(self.language), class_="reason"),
                class_="ruling",
            ),
            None if hint is None else tag("p", hint.of(self.language), class_="hint"),
            class_="masthead",
        )
        foot = footer(failure.pack, f"{TOOL} {failure.tool_version}", None, self.time, self.language)
        return tag("article", head, foot, id=anchor, class_=f"report v-{code}")

    def report(self, report: Report, anchor: str) -> Markup:
        prefix = f"{anchor}-"
        judged = report.verdict.code is not VerdictCode.NOT_A_REPORT
        groups = numbered(report, self.language) if judged else []
        every = [each for _, found in groups for each in found]
        marked = [*marks(every, prefix, self.language), *fact_marks(report, prefix, self.language)]
        source = SourceText(report, marked, prefix)
        parts = Parts(report, self.language, prefix, source.placed)
        found = self.found(Findings(report, self.language, prefix, source.placed), groups, parts) if judged else None
        text_ = self.text(source, prefix, marked=judged)
        body = [
            self.masthead(report, parts, prefix),
            parts.coverage(),
            tag("div", tag("div", found, class_="left") if judged else None, text_, class_="desk"),
            parts.read(),
            [parts.unchecked(), parts.waived(), parts.passed()] if judged else None,
        ]
        tool = f"{TOOL} {report.tool_version}"
        foot = footer(report.pack, tool, report.document.sha256, self.time, self.language)
        return tag("article", body, foot, id=anchor, class_=f"report v-{report.verdict.code}")

    def masthead(self, report: Report, parts: Parts, prefix: str) -> Markup:
        code = report.verdict.code
        return tag(
            "header",
            tag("p", self.say("html.kicker"), class_="kicker"),
            tag("h1", view.title_of(report, self.language)),
            tag(
                "div",
                decision(report, self.language),
                tag("p", report.verdict.reason.of(self.language), class_="reason"),
                class_="ruling",
            ),
            self.figures(report, prefix) if code is not VerdictCode.NOT_A_REPORT else None,
            parts.facts(),
            class_="masthead",
        )

    def figures(self, report: Report, prefix: str) -> Markup:
        """Return the few large numbers."""
        found = Counter(outcome.severity for outcome in view.findings(report))
        manual = view.to_confirm(report)
        score = report.score
        cells: list[tuple[str, str, str]] = [
            ("must", str(found[Severity.MUST]), "findings"),
            ("should", str(found[Severity.SHOULD]), "findings"),
            ("to_confirm", str(manual), "manual"),
        ]
        if score.coverage is not None and score.minimum is not None:
            cells += [("mean", view.figure(score.coverage), "coverage")]
            cells += [("weakest", view.figure(score.minimum), "coverage")]
        shown = [
            tag("a", tag("b", value), tag("span", self.say(f"html.{name}")), href=f"#{prefix}{target}", class_=name)
            for name, value, target in cells
            if target != "manual" or manual
        ]
        return tag("nav", shown, class_="figures", aria_label=self.say("html.contents"))

    def found(self, findings: Findings, groups: list[tuple[str, list[Numbered]]], parts: Parts) -> Child:
        """Return the findings by chapter, the questions for a person, and the remarks."""
        *chapters, (_, remarks) = groups
        listed: Child = [findings.chapter(chapter, each) for chapter, each in chapters]
        if not chapters:
            listed = tag("p", icon(VerdictCode.READY), self.say("html.none"), class_="none")
        noted = parts.section("remarks", [findings.card(each) for each in remarks]) if remarks else None
        return [parts.section("findings", listed), parts.manual(), noted]

    def text(self, source: SourceText, prefix: str, *, marked: bool) -> Markup:
        """Return the document's text; where findings are *marked* in it, with what the marks mean."""
        looks = [
            tag("mark", self.say(f"html.legend_{look}"), class_=look) for look in ("must", "should", "info", "near")
        ]
        return tag(
            "aside",
            tag("h2", self.say("html.text")),
            tag("p", [tag("span", look) for look in looks], class_="legend") if marked else None,
            tag("div", source.html(), class_="source", lang="zh-CN", tabindex=0),
            id=f"{prefix}text",
            class_="text",
        )
