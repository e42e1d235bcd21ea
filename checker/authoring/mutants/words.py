"""Required, coverage, expected, facts: what must be told is no longer told."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from checker.authoring.edits import Edit, Edited, edited
from checker.authoring.mutants.base import (
    FILLER,
    Good,
    Mutant,
    end_of_sentences,
    replaced,
    sentence_at,
    take_out,
    without_ends,
)
from checker.authoring.mutants.inserted import swapped
from checker.model import Span, State
from checker.regex import regex
from checker.rule import Rule
from checker.structure.analysis import Analysis
from checker.structure.region import sections_region
from checker.structure.sections import find_section
from checker.texts import Text, text

_CLAUSE = regex(r"[^,、;:。!?\n]+")


def unsaid(good: Good, rule: Rule) -> Iterator[Mutant]:
    """Take the words of the concept out of the sentences in which they count, where their absence is a fault."""
    concept = rule.parameters["concept"]
    if rule.parameters.get("absent") == State.NOT_APPLICABLE:
        return
    found = _without(good, rule, [concept, *filter(None, [rule.parameters.get("also")])])
    if found is not None:
        yield Mutant(text("mutants.words", name=rule.name), found)


def misplaced(good: Good, rule: Rule) -> Iterator[Mutant]:
    """Move the sentences that tell of the matter to the end of a part in which they do not count."""
    sections = rule.parameters.get("sections", ())
    if not sections:
        return
    places = [
        place
        for section in good.pack.template.sections
        if section.id not in sections and section.within is None
        for place in find_section(good.analysis, section).places
        if place.node >= 0
    ]
    if not places:
        return
    analysis, concept = good.analysis, rule.parameters["concept"]
    edits: list[Edit] = []
    moved: list[str] = []
    for unit in sections_region(analysis, sections).telling(concept):
        whole = sentence_at(analysis, unit.start, unit.end)
        headed = any(whole.start <= node.start < whole.end for node in analysis.nodes)
        if headed or any(place.span.start <= unit.start < place.span.end for place in places):
            continue
        place = without_ends(analysis, whole)
        if not any(edit.start <= place.start < edit.end for edit in edits):
            edits.append(Edit(place.start, place.end))
            moved.append(good.document.text[place.start : place.end])
    if not moved:
        return
    end = end_of_sentences(analysis, places[-1].units)
    if end is None:
        return
    edits.append(Edit(end, end, "".join(moved)))
    found = take_out(good, lambda now: _telling(now, rule, [concept]), first=edits, filler=FILLER)
    if found is not None and _has_parts(good, rule, found):
        yield Mutant(text("mutants.misplaced", name=rule.name), found)


def topics(good: Good, rule: Rule) -> Iterator[Mutant]:
    """Take single topics out, or as many as make the rest too few."""
    level = good.report_level
    asked = [topic for topic in rule.parameters["topics"] if level is None or level in topic.get("levels", [level])]
    total = sum(float(topic.get("weight", 1)) for topic in asked)
    allowed = 1 - float(rule.parameters.get("enough", 1))
    for first in range(len(asked)):
        chosen, share = [], 0.0
        for topic in asked[first:] + asked[:first]:
            if share > allowed + 1e-9:
                break
            chosen.append(topic)
            share += float(topic.get("weight", 1)) / total
        yield from _less(good, rule, [topic["concept"] for topic in chosen], [Text(**t["name"]) for t in chosen])


def retold(good: Good, rule: Rule) -> Iterator[Mutant]:
    """Let a part say what it says in a failing example, heading and all: a heading may tell of every topic alone."""
    for section, example, edits in swapped(good, rule, rule.parameters.get("sections", ()), headed=True):
        what = text("mutants.swapped", section=section.name, example=example.name)
        yield Mutant(what, edited(good.document, edits), donor=example)


def mentions(good: Good, rule: Rule) -> Iterator[Mutant]:
    """Take so many mentions out that the rest are too few."""
    wanted = rule.parameters["mentions"]
    present = [each for each in wanted if good.analysis.hits(each["concept"])]
    surplus = len(present) - rule.parameters.get("at_least", len(wanted))
    for first in range(len(present) if surplus >= 0 else 0):
        chosen = (present[first:] + present[:first])[: surplus + 1]
        yield from _less(good, rule, [each["concept"] for each in chosen], [Text(**each["name"]) for each in chosen])


def fewer(good: Good, rule: Rule) -> Iterator[Mutant]:
    """Lower the numbers of the acts until their sum is too small, or strike them where numbers are asked for."""
    wanted = {**rule.parameters.get("enough", {}), **rule.parameters.get("at_least", {})}
    least = wanted.get("total", wanted.get("figures"))
    if least is None:
        return
    analysis = good.analysis
    concepts = [rule.parameters["concept"], *filter(None, [rule.parameters.get("also")])]
    hits = _telling(analysis, rule, concepts)
    region = sections_region(analysis, rule.parameters.get("sections", ()))
    words = "|".join(map(re.escape, sorted(rule.parameters["units"], key=len, reverse=True)))
    number = re.compile(rf"(?<![\d.])(?:\d+(?:\.\d+)?|[一二两三四五六七八九十]{{1,3}})[余多]?万?(?=[余多]?(?:{words}))")
    edits: list[Edit] = []
    for unit in sorted({region.unit_at(hit.start) for hit in hits}, key=lambda each: each.start):
        for clause in _CLAUSE.finditer(analysis.text, unit.start, unit.end):
            acts = sum(clause.start() <= hit.start < clause.end() for hit in hits)
            numbers = list(number.finditer(analysis.text, *clause.span())) if acts else []
            if len(numbers) < acts:
                return  # nothing is held against a report that leaves a number out
            for found in numbers:
                new = ("1" if not edits and least > 1 else "0") if "total" in wanted else "多"
                edits.append(replaced(analysis, Span(*found.span()), new))
    if edits:
        yield Mutant(text("mutants.fewer", name=rule.name), edited(good.document, edits))


def slogans(good: Good, rule: Rule) -> Iterator[Mutant]:
    """Let the first part in which the matter counts say what it says in a failing example, and the others nothing."""
    concepts = [rule.parameters["concept"], *filter(None, [rule.parameters.get("also")])]
    for section, example, edits in swapped(good, rule, rule.parameters.get("sections", ())):
        change = take_out(good, lambda now: _telling(now, rule, concepts), first=edits, filler=FILLER)
        if change is not None and _has_parts(good, rule, change):
            yield Mutant(text("mutants.swapped", section=section.name, example=example.name), change, donor=example)


def unanswered(good: Good, rule: Rule) -> Iterator[Mutant]:
    """Let the measures be those of a failing example, which answer other shortcomings."""
    for section, example, edits in swapped(good, rule, [rule.parameters["measures"]]):
        what = text("mutants.swapped", section=section.name, example=example.name)
        yield Mutant(what, edited(good.document, edits), donor=example)


def _less(good: Good, rule: Rule, concepts: Sequence[str], names: Sequence[Text]) -> Iterator[Mutant]:
    found = _without(good, rule, concepts)
    if found is not None:
        name = Text("、".join(each.zh for each in names), ", ".join(each.en for each in names))
        yield Mutant(text("mutants.words", name=name), found)


def _without(good: Good, rule: Rule, concepts: Sequence[str]) -> Edited | None:
    found = take_out(good, lambda analysis: _telling(analysis, rule, concepts), filler=FILLER)
    # Where the part itself is gone with its words, another requirement was broken than this one.
    return found if found is None or _has_parts(good, rule, found) else None


def _has_parts(good: Good, rule: Rule, found: Edited) -> bool:
    sections = rule.parameters.get("sections", ())
    return bool(sections_region(good.analysed(found.document), sections))


def _telling(analysis: Analysis, rule: Rule, concepts: Sequence[str]) -> list[Span]:
    region = sections_region(analysis, rule.parameters.get("sections", ()))
    return [hit for concept in concepts for hit in region.hits(concept)]
