"""Title: the title says what it must.

Parameters:
    parts: list of ``{name, concept}``; a title in which a concept does not occur lacks that part.

Passes:  柳浦街道2025年度法治政府建设情况报告
Fails:   柳浦街道法治政府建设情况            (no year, no 报告)
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from checker.checks.result import Result
from checker.matching.fold import fold
from checker.matching.phrases import SearchText, matcher
from checker.model import State
from checker.rule import Rule
from checker.structure.analysis import Analysis
from checker.texts import Text, text

KIND = "title"
SCHEMA: Mapping[str, Any] = {
    "type": "object",
    "properties": {
        "parts": {
            "type": "array",
            "minItems": 1,
            "items": {
                "type": "object",
                "properties": {
                    "name": {"$ref": "#/$defs/text"},
                    "concept": {"type": "string", "x-refers-to": "concept"},
                },
                "required": ["name", "concept"],
                "additionalProperties": False,
            },
        }
    },
    "required": ["parts"],
    "additionalProperties": False,
}


def check(analysis: Analysis, rule: Rule) -> Result:
    """Say which parts the title lacks."""
    names = {part["concept"]: Text(**part["name"]) for part in rule.parameters["parts"]}
    asked = text("title.why", parts=_listed(names.values()))
    title = analysis.profile.title
    if title is None or title.source != "title" or title.evidence is None:
        evidence = (title.evidence,) if title is not None and title.evidence is not None else ()
        return Result(State.FAIL, text("title.none"), asked, evidence)
    searched = SearchText(fold(title.value))
    vocabulary = analysis.template.vocabulary
    lacking = [name for concept, name in names.items() if not matcher(vocabulary[concept], vocabulary).spans(searched)]
    if lacking:
        return Result(State.FAIL, text("title.lacks", parts=_listed(lacking)), asked, (title.evidence,))
    return Result(State.PASS, text("title.complete"), asked, (title.evidence,))


def _listed(names: Any) -> Text:
    names = list(names)
    return Text("、".join(name.zh for name in names), ", ".join(name.en for name in names))
