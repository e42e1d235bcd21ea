"""Title, years, target_year, date_limit: what a report states of itself is left out or changed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import partial
from typing import Any

from checker.authoring.edits import Edit, edited
from checker.authoring.mutants.base import Good, Mutant, replaced, take_out
from checker.matching.fold import fold
from checker.matching.phrases import SearchText, matcher
from checker.model import Fact, Span
from checker.regex import regex
from checker.rule import Rule
from checker.structure.analysis import Analysis
from checker.structure.numerals import in_chinese
from checker.structure.sections import find_section
from checker.texts import Text, text

_YEAR = regex(r"20\d\d(?=年)")
_NUMBERS = regex(r"\d+|[〇○零一二三四五六七八九十]+")
_DIGITS = "〇一二三四五六七八九"


def parts(good: Good, rule: Rule) -> Iterator[Mutant]:
    """Take one part after the other out of the title."""
    for part in rule.parameters["parts"]:
        found = take_out(good, partial(_in_title, concept=part["concept"]))
        if found is not None:
            yield Mutant(text("mutants.title", part=Text(**part["name"])), found)


def stated(good: Good, rule: Rule) -> Iterator[Mutant]:
    """Change the year in each place but the title that states it, then in the title."""
    analysis = good.analysis
    spans = list(analysis.hits(rule.parameters["concept"]))
    wanted = set(rule.parameters.get("sections", ()))
    for node, claims in zip(analysis.nodes, analysis.claims, strict=True):
        if node.parent < 0 and claims & wanted:
            spans.append(Span(node.start, node.title_end))
    title = _title_span(analysis)
    elsewhere = [span for span in spans if title is None or not title.start <= span.start < title.end]
    told = [mutant for span in elsewhere for mutant in _a_year_less(good, span, "mutants.year")]
    yield from told
    if told and title is not None and good.report_year is not None:
        for mutant in _a_year_less(good, title, "mutants.title_year"):
            yield Mutant(mutant.what, mutant.edited, year=good.report_year - 1)


def plan_year(good: Good, rule: Rule) -> Iterator[Mutant]:
    """Let each place that names the year of the plan name the report year; where none does, its heading."""
    analysis, year = good.analysis, good.report_year
    if year is None:
        return
    section = good.pack.template.section(rule.parameters["section"])
    due = year + int(rule.parameters["offset"])
    places = find_section(analysis, section).places
    spans = [Span(node.start, node.title_end) for p in places if p.node >= 0 for node in [analysis.nodes[p.node]]]
    headings = list(spans)
    for place in places:
        for unit in place.units:
            spans += analysis.hits_in(rule.parameters["concept"], unit.start, unit.end)
    found = False
    for span in dict.fromkeys(spans):
        years = [hit for hit in _YEAR.finditer(analysis.text, span.start, span.end + 1) if int(hit.group()) >= due]
        edits = [replaced(analysis, Span(*hit.span()), str(due - 1)) for hit in years]
        if edits:
            found = True
            yield Mutant(_told("mutants.plan_year", analysis, span), edited(good.document, edits))
    for heading in headings[:1] if not found else ():
        node = next(each for each in analysis.nodes if each.start == heading.start)
        at = analysis.normal.origin[node.title_start]
        change = edited(good.document, [Edit(at, at, f"{due - 1}年")])
        yield Mutant(_told("mutants.plan_year", analysis, heading), change)


def moved(good: Good, rule: Rule) -> Iterator[Mutant]:
    """Move the date to the limit itself, and a hundred days beyond."""
    year = good.report_year
    fact = next((each for each in good.analysis.profile.dates if each.role == rule.parameters["date"]), None)
    if year is None or fact is None or fact.iso is None:
        return
    for side, sign in (("before", 1), ("after", -1)):
        if side in rule.parameters:
            limit = _day(rule.parameters[side], year)
            for day in (limit, limit + sign * timedelta(days=100)):
                evidence = fact.evidence
                edit = Edit(evidence.start, evidence.end, _rewritten(evidence.quote, day))
                yield Mutant(text("mutants.date", day=day.isoformat()), edited(good.document, [edit]))


def misdated(good: Good, rule: Rule) -> Iterator[Mutant]:
    """Write the date in Chinese numerals, with zeros before month and day, and in figures alone."""
    fact = next((each for each in good.analysis.profile.dates if each.role == rule.parameters["date"]), None)
    if fact is None or fact.iso is None:
        return
    day = date.fromisoformat(fact.iso)
    year = "".join(_DIGITS[int(sign)] for sign in str(day.year))
    padded = f"{day.year}年{day.month:02}月{day.day:02}日"
    forms = (f"{year}年{in_chinese(day.month)}月{in_chinese(day.day)}日", padded, f"{day.year}.{day.month}.{day.day}")
    for form in forms:
        if form != fact.evidence.quote:
            edit = Edit(fact.evidence.start, fact.evidence.end, form)
            yield Mutant(text("mutants.date", day=form), edited(good.document, [edit]))


def _in_title(analysis: Analysis, concept: str) -> list[Span]:
    span = _title_span(analysis)
    if span is None:
        return []
    vocabulary = analysis.template.vocabulary
    words = analysis.text[span.start : span.end]
    # A title may run over two lines, which are one to the check.
    kept = [index for index, sign in enumerate(words) if sign != "\n"]
    searched = SearchText("".join(words[index] for index in kept))
    hits = matcher(vocabulary[concept], vocabulary).spans(searched)
    return [Span(span.start + kept[hit.start], span.start + kept[hit.end - 1] + 1) for hit in hits]


def _title_span(analysis: Analysis) -> Span | None:
    title: Fact | None = analysis.profile.title
    if title is None or title.source != "title" or title.evidence is None:
        return None
    position = analysis.normal.position
    return Span(position(title.evidence.start), position(title.evidence.end))


def _a_year_less(good: Good, span: Span, key: str) -> Iterator[Mutant]:
    analysis = good.analysis
    hit = _YEAR.search(analysis.text, span.start, span.end + 1)
    if hit is not None:
        edit = replaced(analysis, Span(*hit.span()), str(int(hit.group()) - 1))
        yield Mutant(_told(key, analysis, span), edited(good.document, [edit]))


def _told(key: str, analysis: Analysis, span: Span) -> Text:
    return text(key, quote=analysis.as_written(span)[:40])


def _day(limit: dict[str, Any], year: int) -> date:
    return date(year + limit["offset"], limit["month"], limit["day"])


def _rewritten(quote: str, day: date) -> str:
    """Return *quote* with its year, month and day replaced, in the figures it is written in."""
    values = iter((day.year, day.month, day.day))
    padded = "-" in quote or any(number.startswith("0") for number in _NUMBERS.findall(quote))

    def one(number: re.Match[str]) -> str:
        value = next(values)
        if fold(number[0]).isdigit():
            return f"{value:02}" if padded else str(value)
        return "".join(_DIGITS[int(sign)] for sign in str(value)) if value > 99 else in_chinese(value)

    return _NUMBERS.sub(one, quote, count=3)
