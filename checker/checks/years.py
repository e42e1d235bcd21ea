"""Years: the report year is the same wherever the document states it.

Parameters:
    concept: phrases that state the report year in the text (现将2025年度…报告如下).
    sections: sections whose headings may state it (一、2025年推进…的主要举措).

Passes:  title 2025, text 现将2025年…报告如下
Fails:   title 2025, text 现将2024年…报告如下
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from checker.checks.result import Result
from checker.matching.fold import fold
from checker.model import Evidence, Span, State
from checker.regex import regex
from checker.rule import Rule
from checker.structure.analysis import Analysis
from checker.texts import text

KIND = "years"
SCHEMA: Mapping[str, Any] = {
    "type": "object",
    "properties": {
        "concept": {"type": "string", "x-refers-to": "concept"},
        "sections": {"type": "array", "items": {"type": "string", "x-refers-to": "section"}},
    },
    "required": ["concept"],
    "additionalProperties": False,
}
_YEAR = regex(r"20\d\d(?=年)")


def check(analysis: Analysis, rule: Rule) -> Result:
    """Compare the years that the document states for itself."""
    year = analysis.profile.report_year
    why = text("years.why")
    if year is None:
        return Result(State.CANNOT_TELL, text("years.none"), why)
    stated = list(_stated(analysis, rule))
    wrong = [evidence for value, evidence in stated if value != year.value]
    if wrong:
        evidence = (*((year.evidence,) if year.evidence else ()), *wrong)
        others = "、".join(sorted({value for value, _ in stated if value != year.value}))
        return Result(State.FAIL, text("years.differ", year=year.value, others=others), why, evidence)
    if not stated and year.source != "title":
        return Result(State.PASS, text("years.once", year=year.value), why, (year.evidence,) if year.evidence else ())
    return Result(State.PASS, text("years.agree", year=year.value), why, tuple(e for _, e in stated[:2]))


def _stated(analysis: Analysis, rule: Rule) -> Iterator[tuple[str, Evidence]]:
    title = analysis.profile.title
    if title is not None and title.source == "title" and title.evidence is not None:
        for year in _YEAR.findall(fold(title.value))[:1]:
            yield year, title.evidence
    for span in analysis.hits(rule.parameters["concept"]):
        if year := _YEAR.search(analysis.text, span.start, span.end + 1):
            yield year.group(), analysis.evidence(span)
    sections = set(rule.parameters.get("sections", ()))
    for node, claims in zip(analysis.nodes, analysis.claims, strict=True):
        if (
            node.parent < 0
            and claims & sections
            and (year := _YEAR.search(analysis.text, node.start, node.title_end + 1))
        ):
            yield year.group(), analysis.evidence(Span(node.start, node.title_end))
