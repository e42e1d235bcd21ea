"""Similarity: how much of the report is last year's, and which of its figures are.

Parameters:
    sections: parts that are compared, each with the whole report of last year.
    most: the share of runs of five characters that a part may have in common with it, 0 to 1; more is a failure (0.5).
    passage: how many characters of copied text, punctuation aside, are shown as a passage (30).
    figures: whether sentences with figures that stand word for word in last year's report are reported (true).

Passes:  last year 全年调解纠纷187件。  this year 全年调解纠纷203件，成功率98.4%。
Fails:   last year 一是执法力量薄弱，…（一段）  this year the same paragraph
Without last year's report it does not apply. Whether copied text is wrong only a person can tell, so a rule of this
kind should be for information.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from checker.checks.result import Result
from checker.matching.similarity import Passage, Shingles
from checker.model import Kind, Span, State
from checker.rule import Rule
from checker.structure.analysis import Analysis
from checker.structure.quantities import figures_in
from checker.structure.region import sections_region
from checker.texts import Text, text

KIND = "similarity"
SCHEMA: Mapping[str, Any] = {
    "type": "object",
    "properties": {
        "sections": {"type": "array", "minItems": 1, "items": {"type": "string", "x-refers-to": "section"}},
        "most": {"type": "number", "minimum": 0, "maximum": 1},
        "passage": {"type": "integer", "minimum": 10},
        "figures": {"type": "boolean"},
    },
    "required": ["sections"],
    "additionalProperties": False,
}
_MOST = 0.5
_PASSAGE = 30
_SHOWN = 8
_SENTENCE = 12  # shorter sentences are stock phrases


def check(analysis: Analysis, rule: Rule) -> Result:
    """Compare the parts with last year's report."""
    previous = analysis.previous
    if previous is None:
        return Result(State.NOT_APPLICABLE, text("similarity.no_previous"), text("similarity.how"))
    if previous.profile.kind is Kind.OTHER:
        message = text("similarity.no_report", path=previous.document.path)
        return Result(State.NOT_APPLICABLE, message, text("similarity.how"))
    parameters = rule.parameters
    before = Shingles(previous.text)
    shares: list[tuple[Text, float]] = []
    copied: list[tuple[Span, Span]] = []
    for section_id in parameters["sections"]:
        section = analysis.template.section(section_id)
        # Headings are left out: they are much the same every year, and should be.
        told = [unit for unit in sections_region(analysis, [section_id]).units if not unit.is_title]
        if told:
            here = Shingles(analysis.text, [Span(unit.start, unit.end) for unit in told])
            shares.append((section.name, here.share(before)))
            copied += map(_pair, here.passages(before, parameters.get("passage", _PASSAGE)))
    stale = _stale(analysis, previous) if parameters.get("figures", True) else []
    copied = [pair for pair in copied if not any(_overlap(pair[0], here) for here, _ in stale)]
    over = [name for name, share in shares if share > parameters.get("most", _MOST)]
    shown = [*stale, *sorted(copied, key=lambda pair: pair[0].start - pair[0].end)][:_SHOWN]
    shown = sorted(dict(shown).items(), key=lambda pair: pair[0].start)
    message = _message(shares, over, len(stale))
    why = _side_by_side(analysis, previous, shown)
    if not over and not stale:
        return Result(State.PASS, message, why)
    lines = sorted({previous.evidence(there).line for _, there in shown})
    message = text("similarity.where", finding=message, lines="、".join(map(str, lines)))
    evidence = tuple(analysis.evidence(here) for here, _ in shown)
    return Result(State.FAIL if over else State.PARTIAL, message, why, evidence)


def _pair(passage: Passage) -> tuple[Span, Span]:
    return passage.here, passage.there


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _stale(analysis: Analysis, previous: Analysis) -> list[tuple[Span, Span]]:
    """Return the sentences with figures that stand word for word in last year's report, and where."""
    before = {_letters(previous, Span(unit.start, unit.end)): unit for unit in previous.units}
    found: list[tuple[Span, Span]] = []
    for unit in analysis.units:
        span = Span(unit.start, unit.end)
        letters = _letters(analysis, span)
        if len(letters) >= _SENTENCE and letters in before and figures_in(analysis.text[span.start : span.end]):
            found.append((span, Span(before[letters].start, before[letters].end)))
    return found


def _letters(analysis: Analysis, span: Span) -> str:
    return "".join(filter(str.isalnum, analysis.text[span.start : span.end]))


def _message(shares: Sequence[tuple[Text, float]], over: Sequence[Text], stale: int) -> Text:
    listed = [text("similarity.share", section=name, share=f"{share:.0%}") for name, share in shares]
    values = {"shares": _joined(listed), "sections": _joined(over), "stale": stale}
    if over and stale:
        return text("similarity.both", **values)
    if over:
        return text("similarity.copied", **values)
    return text("similarity.stale" if stale else "similarity.own", **values)


def _side_by_side(analysis: Analysis, previous: Analysis, pairs: Sequence[tuple[Span, Span]]) -> Text:
    if not pairs:
        return text("similarity.how")
    lines = [
        text(
            "similarity.pair",
            here=analysis.as_written(here),
            line=analysis.evidence(here).line,
            there=previous.as_written(there),
            other=previous.evidence(there).line,
        )
        for here, there in pairs
    ]
    return text("similarity.pairs", how=text("similarity.how"), pairs=_joined(lines, "\n"))


def _joined(texts: Sequence[Text], joiner: str | None = None) -> Text:
    return Text((joiner or "、").join(each.zh for each in texts), (joiner or ", ").join(each.en for each in texts))
