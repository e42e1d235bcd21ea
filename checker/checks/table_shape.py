"""Table shape: a table is there and has the rows and columns that it must have.

Parameters:
    table: concepts that must all occur in what names the table: its head, its rows, the line above it.
    rows, columns: lists of ``{name, concept}``; each concept must occur in the name of some row or column. A name is
        the path through merged cells: ``三、本年度办理结果/(二)部分公开``.
    figures: whether every cell must hold a number; empty cells, dashes and N/A count as 0 (false).

Passes:  rows [新收, 总计]:  项目 | 自然人 | 总计 / 新收 | 5 | 5 / 总计 | 5 | 5
Fails:   项目 | 自然人 | 总计 / 新收 | 5 | 5        (no row 总计)
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from checker.checks.result import Result
from checker.matching.phrases import SearchText, matcher
from checker.model import Span, State
from checker.rule import Rule
from checker.structure.analysis import Analysis, evidence_at
from checker.structure.tables import Table, tables
from checker.texts import Text, text

KIND = "table_shape"
TABLE: Mapping[str, Any] = {
    "type": "array",
    "minItems": 1,
    "items": {"type": "string", "x-refers-to": "concept"},
}
_NAMED = {
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
SCHEMA: Mapping[str, Any] = {
    "type": "object",
    "properties": {"table": TABLE, "rows": _NAMED, "columns": _NAMED, "figures": {"type": "boolean"}},
    "required": ["table"],
    "additionalProperties": False,
}
_SHOWN = 5


def check(analysis: Analysis, rule: Rule) -> Result:
    """Say what the table lacks."""
    parameters = rule.parameters
    why = text("table.why")
    table = find_table(analysis, parameters["table"])
    if table is None:
        return Result(State.FAIL, text("table.missing", name=rule.name), why)
    lacking = [
        *_lacking(analysis, parameters.get("rows", ()), table.rows),
        *_lacking(analysis, parameters.get("columns", ()), table.columns),
    ]
    if lacking:
        whole = evidence_at(analysis.document, table.span)
        return Result(State.FAIL, text("table.lacks", parts=joined(lacking)), why, (whole,))
    wrong = [cell for row in table.cells for cell in row if cell.number is None] if parameters.get("figures") else []
    if wrong:
        evidence = tuple(evidence_at(analysis.document, Span(cell.start, cell.end)) for cell in wrong[:_SHOWN])
        return Result(State.FAIL, text("table.words", count=len(wrong)), why, evidence)
    return Result(State.PASS, text("table.complete", rows=len(table.rows), columns=len(table.columns)), why)


def find_table(analysis: Analysis, concepts: Iterable[str]) -> Table | None:
    """Return the first table in whose names all *concepts* occur."""
    wanted = list(concepts)
    found = analysis.once("tables", lambda: tables(analysis.document))
    return next((table for table in found if all(named(analysis, concept, (table.words,)) for concept in wanted)), None)


def named(analysis: Analysis, concept: str, names: Sequence[str]) -> list[int]:
    """Return the indices of those of *names* in which *concept* occurs."""
    vocabulary = analysis.template.vocabulary
    found = matcher(vocabulary[concept], vocabulary)
    return [index for index, name in enumerate(names) if found.spans(SearchText(name))]


def _lacking(analysis: Analysis, parts: Iterable[Mapping[str, Any]], names: Sequence[str]) -> list[Text]:
    return [Text(**part["name"]) for part in parts if not named(analysis, part["concept"], names)]


def joined(names: Sequence[Text]) -> Text:
    """Return *names* as a list within a sentence."""
    return Text("、".join(name.zh for name in names), ", ".join(name.en for name in names))
