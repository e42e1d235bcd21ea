"""Tables: a number of an equation is changed, a cell holds words, a row or column has another name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any

from checker.authoring.edits import Edit, edited
from checker.authoring.mutants.base import FILLER, Good, Mutant, replaced
from checker.checks.table_equations import Trial, trials
from checker.checks.table_shape import find_table
from checker.rule import Rule
from checker.structure.tables import Cell, Table
from checker.texts import Text, text

_WORDS = "若干"
_At = tuple[int, int]


def unbalanced(good: Good, rule: Rule) -> Iterator[Mutant]:
    """Change the last number on each side of each equation, in every column or row, so that it holds no more."""
    table = find_table(good.analysis, rule.parameters["table"])
    for equation in rule.parameters["equations"] if table is not None else ():
        assert table is not None  # else there is nothing to go through
        for trial in trials(good.analysis, table, equation):
            for values in _breaks(table, trial, Decimal(str(equation.get("tolerance", 0)))) if trial.holds else ():
                edits = [_edit(table, at, value) for at, value in values.items()]
                at = next(iter(values))
                name = text("mutants.cell", place=_named(table, at), value=str(values[at]))
                yield Mutant(name, edited(good.document, edits))


def _breaks(table: Table, trial: Trial, tolerance: Decimal) -> Iterator[dict[_At, Decimal]]:
    """Yield what cells would have to hold, so that *trial* fails by a little more than *tolerance*."""
    left, right = ([_number(table, at) for at in side] for side in (trial.left, trial.right))
    off = tolerance + 1
    if trial.relation == "not_negative":
        yield {trial.left[-1]: -off}
    elif trial.relation == "implies":
        yield {trial.left[-1]: Decimal(1), **dict.fromkeys(trial.right, Decimal(0))}
    else:
        for wanted in _wrong_totals(trial.relation, right, off):
            yield {trial.left[-1]: left[-1] + wanted - sum(left)}
    if trial.relation == "equal":
        yield {trial.right[-1]: right[-1] + off}


def _wrong_totals(relation: str, right: Sequence[Decimal], off: Decimal) -> Iterator[Decimal]:
    """Yield sums of the left side that are wrong beside the numbers on the *right*."""
    other = sum(right, Decimal(0))
    if relation in ("equal", "at_most"):
        yield other + off
    if relation in ("equal", "at_least"):
        yield other - off
    if relation in ("between", "highest"):
        yield max(right) + off
    if relation in ("between", "lowest"):
        yield min(right) - off
    if relation == "not_average" and min(right) < max(right):
        yield other / len(right)


def worded(good: Good, rule: Rule) -> Iterator[Mutant]:
    """Put words in the place of the first number that the rule reads."""
    table = find_table(good.analysis, rule.parameters["table"])
    if table is None:
        return
    if "equations" in rule.parameters:
        made = (trial for each in rule.parameters["equations"] for trial in trials(good.analysis, table, each))
        at = next((trial.left[0] for trial in made), None)
    else:
        at = (0, 0) if rule.parameters.get("figures") else None
    if at is not None:
        edits = [_edit(table, at, _WORDS)]
        yield Mutant(text("mutants.cell", place=_named(table, at), value=_WORDS), edited(good.document, edits))


def renamed(good: Good, rule: Rule) -> Iterator[Mutant]:
    """Give each row and column that the table must have, and then the table itself, a name that says nothing."""
    analysis = good.analysis
    table = find_table(analysis, rule.parameters["table"])
    if table is None:
        return
    parts: list[Mapping[str, Any]] = [*rule.parameters.get("rows", ()), *rule.parameters.get("columns", ())]
    wanted = [(part["concept"], Text(**part["name"])) for part in parts]
    wanted += [(concept, rule.name) for concept in rule.parameters["table"]]
    begin = good.document.text[: table.span.start].rstrip().rfind("\n") + 1  # of the line above, which names it, too
    for concept, name in wanted:
        hits = analysis.hits(concept)
        spans = [hit for hit in hits if begin <= analysis.normal.origin[hit.start] < table.span.end]
        if spans:
            edits = [replaced(analysis, span, FILLER) for span in spans]
            yield Mutant(text("mutants.words", name=name), edited(good.document, edits))


def _number(table: Table, at: _At) -> Decimal:
    number = _cell(table, at).number
    assert number is not None  # the equation holds
    return number


def _cell(table: Table, at: _At) -> Cell:
    row, column = at
    return table.cells[row][column]


def _named(table: Table, at: _At) -> str:
    row, column = at
    return " × ".join(filter(None, (table.rows[row], table.columns[column])))


def _edit(table: Table, at: _At, new: Decimal | str) -> Edit:
    cell = _cell(table, at)
    return Edit(cell.start, cell.end, str(new))
