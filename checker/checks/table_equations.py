"""Table equations: the numbers of a table agree with each other.

Parameters:
    table: concepts that must all occur in what names the table.
    equations: list of ``{name, over, among, left, relation, right, tolerance}``.
        over: ``columns`` – the terms are rows, and the equation is tried in every column; ``rows`` – the reverse.
        among: only the columns (or rows) in whose name this concept occurs.
        left, right: terms, each a concept; a term stands for the sum of all rows (columns) in whose name it occurs.
        relation: ``equal`` (left sum = right sum), ``at_most``, ``at_least``, ``between`` (the least and the greatest
            right cell), ``lowest``, ``highest`` (left = least, greatest right cell), ``not_average`` (left is not
            merely the average of the right cells), ``implies`` (where left > 0, right > 0), ``not_negative`` (every
            left cell).
        tolerance: how far off is still right (0).

Passes:  over columns, left [新收, 结转], equal, right [办结, 转下年]:  新收 5 / 结转 1 / 办结 4 / 转下年 2
Fails:   新收 5 / 结转 1 / 办结 4 / 转下年 1
An empty cell, a dash and N/A are 0. Words in a cell make its equations impossible to judge. Where several equations
fail, the cell that most of them share, and that the fewest equations which hold, is named as the one to look at first.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any

from checker.checks.result import Result
from checker.checks.table_shape import TABLE, find_table, joined, named
from checker.frozen import dataclass
from checker.model import Span, State
from checker.rule import Rule
from checker.structure.analysis import Analysis, evidence_at
from checker.structure.tables import Table
from checker.texts import Text, text

KIND = "table_equations"
RELATIONS = (
    "equal",
    "at_most",
    "at_least",
    "between",
    "lowest",
    "highest",
    "not_average",
    "implies",
    "not_negative",
)
_TERMS = {"type": "array", "minItems": 1, "items": {"type": "string", "x-refers-to": "concept"}}
SCHEMA: Mapping[str, Any] = {
    "type": "object",
    "properties": {
        "table": TABLE,
        "equations": {
            "type": "array",
            "minItems": 1,
            "items": {
                "type": "object",
                "properties": {
                    "name": {"$ref": "#/$defs/text"},
                    "over": {"enum": ["columns", "rows"]},
                    "among": {"type": "string", "x-refers-to": "concept"},
                    "left": _TERMS,
                    "relation": {"enum": list(RELATIONS)},
                    "right": _TERMS,
                    "tolerance": {"type": "number", "minimum": 0},
                },
                "required": ["name", "over", "left", "relation"],
                "additionalProperties": False,
                "if": {"properties": {"relation": {"const": "not_negative"}}},
                "else": {"required": ["right"]},
            },
        },
    },
    "required": ["table", "equations"],
    "additionalProperties": False,
}
_SHOWN = 12
_LINES = 6
_SIGNS = {
    "equal": "=",
    "at_most": "≤",
    "at_least": "≥",
    "between": "∈",
    "lowest": "= min",
    "highest": "= max",
    "not_average": "≠ avg",
    "implies": "> 0 →",
    "not_negative": "≥ 0",
}
_At = tuple[int, int]  # row and column


@dataclass(frozen=True, slots=True)
class Trial:
    """One equation in one column or row: where its cells are, and whether it holds; None where a cell holds words."""

    name: Text
    place: str
    left: tuple[_At, ...]
    right: tuple[_At, ...]
    relation: str
    holds: bool | None

    @property
    def label(self) -> Text:
        """Its name with the column or row it was tried in."""
        return text("equations.label", name=self.name, place=self.place)


def check(analysis: Analysis, rule: Rule) -> Result:
    """Try every equation in every column or row that it is about."""
    table = find_table(analysis, rule.parameters["table"])
    if table is None:
        message = text("table.missing", name=rule.name)
        return Result(State.NOT_APPLICABLE, message, message)
    made: list[Trial] = []
    absent: list[Text] = []
    for equation in rule.parameters["equations"]:
        tried = list(trials(analysis, table, equation))
        made += tried
        if not tried:
            absent.append(Text(**equation["name"]))
    failed = [trial for trial in made if trial.holds is False]
    if failed:
        return _wrong(analysis, table, made, failed)
    why = text("equations.tried", tried=len(made))
    untried = list(dict.fromkeys([*absent, *(trial.label for trial in made if trial.holds is None)]))
    if untried:
        return Result(State.CANNOT_TELL, text("equations.untried", names=joined(untried)), why)
    return Result(State.PASS, text("equations.right", tried=len(made)), why)


def trials(analysis: Analysis, table: Table, equation: Mapping[str, Any]) -> Iterator[Trial]:
    """Yield *equation* for each line it is about; nothing where a term names no row (column) of the table."""
    by_column = equation["over"] == "columns"
    terms, lines = (table.rows, table.columns) if by_column else (table.columns, table.rows)
    sides = [[named(analysis, concept, terms) for concept in equation.get(side, ())] for side in ("left", "right")]
    if not all(indices for side in sides for indices in side):
        return
    for line in named(analysis, equation["among"], lines) if "among" in equation else range(len(lines)):
        left, right = (
            tuple((index, line) if by_column else (line, index) for index in sorted({i for term in side for i in term}))
            for side in sides
        )
        ours, theirs = ([table.cells[row][column].number for row, column in side] for side in (left, right))
        holds = _holds(equation["relation"], ours, theirs, Decimal(str(equation.get("tolerance", 0))))
        yield Trial(Text(**equation["name"]), lines[line] or str(line + 1), left, right, equation["relation"], holds)


def _holds(
    relation: str, left: Sequence[Decimal | None], right: Sequence[Decimal | None], tolerance: Decimal
) -> bool | None:
    lefts = [value for value in left if value is not None]
    rights = [value for value in right if value is not None]
    if len(lefts) < len(left) or len(rights) < len(right):
        return None
    total, other = sum(lefts, Decimal(0)), sum(rights, Decimal(0))
    least, greatest = min(rights, default=Decimal(0)), max(rights, default=Decimal(0))
    return {
        "equal": abs(total - other) <= tolerance,
        "at_most": total <= other + tolerance,
        "at_least": total >= other - tolerance,
        "between": least - tolerance <= total <= greatest + tolerance,
        "lowest": abs(total - least) <= tolerance,
        "highest": abs(total - greatest) <= tolerance,
        # Equal parts have themselves for an average; there it proves nothing.
        "not_average": least == greatest or abs(total - other / len(rights)) > tolerance,
        "implies": total <= 0 or other > 0,
        "not_negative": all(value >= -tolerance for value in lefts),
    }[relation]


def _wrong(analysis: Analysis, table: Table, made: Sequence[Trial], failed: Sequence[Trial]) -> Result:
    """Return the failure, with the cell to look at first where one stands out."""
    names = joined([trial.label for trial in failed])
    message = text("equations.wrong", count=len(failed), tried=len(made), names=names)
    places = [at for trial in failed for at in (*trial.left, *trial.right)]
    suspect = _suspect(made)
    if suspect is not None:
        row, column = suspect
        name = " × ".join(filter(None, (table.rows[row], table.columns[column])))
        value = table.cells[row][column].text or "0"
        message = text("equations.suspect", finding=message, place=name, value=value)
        places.insert(0, suspect)
    cells = [table.cells[row][column] for row, column in dict.fromkeys(places)]
    spans = [Span(cell.start, cell.end) for cell in cells if cell.text] or [table.span]
    evidence = tuple(evidence_at(analysis.document, span) for span in spans[:_SHOWN])
    why = [text("equations.line", label=trial.label, calculation=_written(table, trial)) for trial in failed[:_LINES]]
    return Result(State.FAIL, message, joined(why), evidence)


def _suspect(made: Sequence[Trial]) -> _At | None:
    """Return the cell in most failing and fewest holding equations, None where none stands out."""
    failing: Counter[_At] = Counter()
    holding: Counter[_At] = Counter()
    for trial in made:
        (failing if trial.holds is False else holding).update({*trial.left, *trial.right})
    ranked = sorted(failing, key=lambda at: (-failing[at], holding[at], at))
    first = ranked[0]
    tied = len(ranked) > 1 and (failing[first], holding[first]) == (failing[ranked[1]], holding[ranked[1]])
    return None if tied or failing[first] < 2 else first


def _written(table: Table, trial: Trial) -> str:
    """Return the equation as it stands in the table: ``5+1 = 4+1``."""
    left, right = (
        "+".join(table.cells[row][column].text or "0" for row, column in side) for side in (trial.left, trial.right)
    )
    return f"{left} {_SIGNS[trial.relation]} {right}".strip()
