"""Target year: a part of the report speaks of the year that it must speak of.

Parameters:
    section: id of the section.
    offset: report year plus this is the right year (1: the year after).
    concept: phrases by which its sentences set a target year (2026年，我镇将).

Passes:  report of 2025: 三、2026年主要安排
Fails:   report of 2025: 三、2025年主要安排
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from checker.checks.result import Result
from checker.model import State
from checker.rule import Rule
from checker.structure.analysis import Analysis
from checker.structure.sections import find_section
from checker.structure.targets import stated_years
from checker.texts import text

KIND = "target_year"
SCHEMA: Mapping[str, Any] = {
    "type": "object",
    "properties": {
        "section": {"type": "string", "x-refers-to": "section"},
        "offset": {"type": "integer", "minimum": -5, "maximum": 5},
        "concept": {"type": "string", "x-refers-to": "concept"},
    },
    "required": ["section", "offset", "concept"],
    "additionalProperties": False,
}


def check(analysis: Analysis, rule: Rule) -> Result:
    """Say which years the section sets itself, and whether they are right."""
    section = analysis.template.section(rule.parameters["section"])
    found = find_section(analysis, section)
    year = analysis.profile.report_year
    why = text("target_year.why")
    if not found.places:
        return Result(State.NOT_APPLICABLE, text("target_year.no_section", section=section.name), why)
    if year is None:
        return Result(State.CANNOT_TELL, text("years.none"), why)
    due = int(year.value) + int(rule.parameters["offset"])
    stated = list(stated_years(analysis, found, rule.parameters["concept"]))
    # A plan may look further ahead; only a year that is over, or the report year itself, is a mistake.
    wrong = [span for value, span in stated if value < due]
    if wrong:
        shown = sorted({value for value, _ in stated if value < due})
        message = text("target_year.wrong", section=section.name, due=due, found="、".join(map(str, shown)))
        return Result(State.FAIL, message, why, tuple(map(analysis.evidence, wrong[:3])))
    message = text("target_year.right" if stated else "target_year.unstated", section=section.name, due=due)
    return Result(State.PASS, message, why, tuple(analysis.evidence(span) for _, span in stated[:1]))
