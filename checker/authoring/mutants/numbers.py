"""Numbering: numbers are counted twice, skipped, exchanged or begun late, levels exchanged, marks written oddly."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from checker.authoring.edits import Edit, edited
from checker.authoring.mutants.base import Good, Mutant, replaced
from checker.frozen import dataclass
from checker.model import Span
from checker.regex import regex
from checker.rule import Rule
from checker.structure.analysis import Analysis
from checker.structure.numerals import NUMERALS, in_chinese, numeral
from checker.structure.outline import ITEM_RANK, Node
from checker.texts import text

_COUNTS = regex(rf"\d+|[{NUMERALS}]+")
_ODD_FORMS = (
    (re.compile(r"[一二三四五六七八九十]+(、)"), "."),
    (re.compile(r"\([一二三四五六七八九十]+(\))"), ")、"),
    (re.compile(r"\d+(\.)"), "、"),
)
_LEVELS = ("{}、", "（{}）", "{}.", "（{}）")  # by rank, the third and fourth in figures
_HEADINGS = 2  # ranks of 一、 and （一）
_QUOTED = 12


@dataclass(frozen=True, slots=True)
class Mark:
    """The number of a heading or item: ``node.mark[at:end]``; *form* is the mark without it, and its script."""

    node: Node
    number: int
    form: str
    at: int
    end: int

    @property
    def arabic(self) -> bool:
        """Whether it is written in figures."""
        return self.node.mark[self.at].isdigit()

    def edit(self, analysis: Analysis, number: int) -> Edit:
        """Return the edit that gives the mark another number."""
        place = Span(self.node.start + self.at, self.node.start + self.end)
        return replaced(analysis, place, str(number) if self.arabic else in_chinese(number))


_Row = Sequence[Mark]


def miscounted(good: Good, rule: Rule) -> Iterator[Mutant]:
    """Break the first and the last row of each form in each way that the rule is about."""
    by_form: dict[str, list[_Row]] = {}
    for row in _rows(good.analysis):
        by_form.setdefault(row[0].form, []).append(row)
    for rows in by_form.values():
        for row in dict.fromkeys((rows[0], rows[-1])):
            for fault, ways in _FAULTS.items():
                for way in ways if fault in rule.parameters["faults"] else ():
                    yield from _renumbered(good, row, way(row))


def _renumbered(good: Good, row: _Row, numbers: Sequence[int]) -> Iterator[Mutant]:
    changed = [(mark, number) for mark, number in zip(row, numbers, strict=False) if mark.number != number]
    if changed:
        first = changed[0][0]
        written = (str(number) if first.arabic else in_chinese(number) for _, number in changed)
        key = "mutants.count" if len(changed) == 1 else "mutants.counts"
        what = text(key, mark=first.node.mark + first.node.title[:_QUOTED], new="、".join(written))
        yield Mutant(what, edited(good.document, [mark.edit(good.analysis, number) for mark, number in changed]))


def _second_repeats(row: _Row) -> list[int]:
    """二 becomes 一: of an enumeration only where 三 follows, else the second 一 may begin another one."""
    is_heading = row[0].node.rank <= _HEADINGS
    return [1, 1, *range(3, len(row) + 1)] if is_heading or len(row) > 2 else []


def _last_repeats(row: _Row) -> list[int]:
    return [*range(1, len(row)), len(row) - 1] if len(row) > 2 else []


def _last_skips(row: _Row) -> list[int]:
    return [*range(1, len(row)), len(row) + 1]


def _second_skips(row: _Row) -> list[int]:
    return [1, *range(3, len(row) + 2)] if len(row) > 2 else []


def _exchanged(row: _Row) -> list[int]:
    return [*range(1, len(row) - 1), len(row), len(row) - 1]


def _late(row: _Row) -> list[int]:
    return list(range(2, len(row) + 2))


_FAULTS: dict[str, tuple[Callable[[_Row], list[int]], ...]] = {
    "repeated": (_second_repeats, _last_repeats),
    "missing": (_last_skips, _second_skips),
    "out_of_order": (_exchanged,),
    "begins": (_late,),
}


def misformed(good: Good, rule: Rule) -> Iterator[Mutant]:
    """Write one mark of each form as it should not be written: 一. for 一、, （一）、 for （一）, 1、 for 1."""
    analysis = good.analysis
    for form, new in _ODD_FORMS if "form" in rule.parameters["faults"] else ():
        node = next((node for node in analysis.nodes if form.fullmatch(node.mark)), None)
        sign = None if node is None else form.fullmatch(node.mark)
        if node is not None and sign is not None:
            edit = replaced(analysis, Span(node.start + sign.start(1), node.start + sign.end(1)), new)
            yield Mutant(text("mutants.form", mark=node.mark + node.title[:_QUOTED]), edited(good.document, [edit]))


def inverted(good: Good, rule: Rule) -> Iterator[Mutant]:
    """Let two levels exchange their marks: the lowest one that stands under 一、 or （一）, and the one above it."""
    nodes = good.analysis.nodes
    marks = [mark for node in nodes if node.rank < ITEM_RANK and (mark := mark_of(node)) is not None]
    nested = {(nodes[mark.node.parent].rank, mark.node.rank) for mark in marks if mark.node.parent >= 0}
    # 一、 and （一） would change what is a chapter, and break more than this.
    pairs = sorted((upper, lower) for upper, lower in nested if upper <= _HEADINGS < lower)
    if "inverted" not in rule.parameters["faults"] or not pairs:
        return
    upper, lower = pairs[-1]
    edits = []
    for mark in marks:
        place = Span(mark.node.start, mark.node.title_start)
        if mark.node.rank in pairs[-1]:
            rank = upper if mark.node.rank == lower else lower
            edits.append(replaced(good.analysis, place, _written(rank, mark.number)))
    what = text("mutants.levels", upper=_written(upper, 1), lower=_written(lower, 1))
    yield Mutant(what, edited(good.document, edits))


def _written(rank: int, number: int) -> str:
    return _LEVELS[rank - 1].format(number if rank > _HEADINGS else in_chinese(number))


def _rows(analysis: Analysis) -> list[_Row]:
    """Return the marks that count on from one under the same heading, two of them at least."""
    by_place: dict[tuple[int, int, str], list[Mark]] = {}
    for node in analysis.nodes:
        mark = mark_of(node)
        if mark is not None:
            by_place.setdefault((node.parent, node.rank, mark.form), []).append(mark)
    rows: list[list[Mark]] = []
    for marks in by_place.values():
        row: list[Mark] = []
        for mark in marks:
            if mark.number != len(row) + 1:
                row = []
            if mark.number == len(row) + 1:
                row.append(mark)
            if len(row) == 2:  # it is one from here on, and grows
                rows.append(row)
    return sorted((tuple(row) for row in rows), key=lambda row: row[0].node.start)


def mark_of(node: Node) -> Mark | None:
    """Return the number of a heading or item; None where it has none."""
    hit = _COUNTS.search(node.mark)
    number = None if hit is None else numeral(hit.group())
    if hit is None or number is None:
        return None
    script = "1" if hit.group().isdigit() else "一"
    return Mark(node, number, node.mark[: hit.start()] + script + node.mark[hit.end() :], *hit.span())
