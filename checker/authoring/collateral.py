"""Which rules have changed their mind about a broken report without a cause.

A rule may change where what it reads was changed. What it reads is not declared a second time: it is the words of the
concepts and the parts that its parameters name, the evidence it gave, the numbers it has compared, the layout it has
looked at, and the report year.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from checker.authoring.mutants import NOTICED, Good, Mutant
from checker.authoring.mutants.inserted import analysed
from checker.authoring.uses import named, sections_of
from checker.checks import arithmetic, layout, table_equations
from checker.checks.table_shape import find_table
from checker.engine import analyse, run_rule
from checker.frozen import dataclass
from checker.model import Outcome, Role, Span, State
from checker.rule import Rule
from checker.structure.analysis import Analysis
from checker.structure.sections import find_section


@dataclass(frozen=True, slots=True)
class Change:
    """A rule whose state has changed."""

    rule: str
    before: State
    after: State


def collateral(
    rule: Rule, good: Good, mutant: Mutant, analysis: Analysis, outcomes: Mapping[str, Outcome]
) -> Iterator[Change]:
    """Yield the rules other than *rule* that say something else of *mutant* than of *good*, for no reason.

    *analysis* and *outcomes* are those of the mutant.
    """
    for other in good.pack.rules:
        before, after = good.outcomes[other.id], outcomes[other.id]
        if other.id != rule.id and before.state is not after.state:
            explained = (
                any(each.rule == rule.id for each in other.depends)
                or _reads(other, good, mutant)
                or _is_set_otherwise(other, good.analysis, analysis)
                or _part_came_or_went(other, good, analysis)
                or _finds_what_was_put_in(rule, other, good, mutant, after)
                or _follows_the_year(other, good, mutant, after)
            )
            if not explained:
                yield Change(other.id, before.state, after.state)


def _reads(rule: Rule, good: Good, mutant: Mutant) -> bool:
    """Whether words were touched that *rule* goes by: its evidence, its concepts, its parts, its numbers."""
    analysis = good.analysis
    read = [Span(item.start, item.end) for item in good.outcomes[rule.id].evidence]
    spans = [hit for concept in named(rule, "concept") for hit in analysis.hits(concept)]
    for section in sections_of(rule, analysis.template):
        spans += find_section(analysis, section).points
    read += [analysis.normal.original(span) for span in spans]
    if _overlap(read, mutant.edited.touched):
        return True
    # Of what was compared the evidence shows a part only; a cell that was empty is compared, too.
    numbers = list(_NUMBERS[rule.kind](analysis, rule)) if rule.kind in _NUMBERS else []
    filled = {edit.start for edit in mutant.edited.edits if edit.start == edit.end}
    return _overlap(numbers, mutant.edited.touched) or any(span.start == span.end in filled for span in numbers)


def _figures(analysis: Analysis, rule: Rule) -> Iterator[Span]:
    for relation in arithmetic.relations(analysis, rule):
        for figure in relation.figures:
            yield analysis.normal.original(Span(figure.start, figure.end))


def _cells(analysis: Analysis, rule: Rule) -> Iterator[Span]:
    table = find_table(analysis, rule.parameters["table"])
    for equation in rule.parameters["equations"] if table is not None else ():
        assert table is not None  # else there is nothing to go through
        for trial in table_equations.trials(analysis, table, equation):
            for row, column in (*trial.left, *trial.right):
                yield Span(table.cells[row][column].start, table.cells[row][column].end)


_NUMBERS: dict[str, Callable[[Analysis, Rule], Iterator[Span]]] = {"arithmetic": _figures, "table_equations": _cells}


def _overlap(some: Iterable[Span], others: Sequence[Span]) -> bool:
    return any(one.start < other.end and other.start < one.end for one in some for other in others)


def _is_set_otherwise(rule: Rule, before: Analysis, after: Analysis) -> bool:
    """Whether any property that *rule* asks about has another value than it had."""
    if rule.kind != layout.KIND:
        return False
    names = [demand["property"] for demand in rule.parameters.get("demands", ())]
    old, new = (
        [[item.values.get(name) for name in names] for item in layout.found(analysis, rule.parameters["role"])]
        for analysis in (before, after)
    )
    return old != new


def _part_came_or_went(rule: Rule, good: Good, analysis: Analysis) -> bool:
    """Whether a part that *rule* looks into has gone, or is there only now."""
    return any(
        bool(find_section(good.analysis, section).places) != bool(find_section(analysis, section).places)
        for section in sections_of(rule, good.pack.template)
    )


def _finds_what_was_put_in(rule: Rule, other: Rule, good: Good, mutant: Mutant, after: Outcome) -> bool:
    """Whether the words put in are what *other* rightly speaks of.

    A fault in words taken from an example must be one there too, or lie between those words and the report's own; other
    words may only trouble rules that are declared to be related.
    """
    quotes = [Span(item.start, item.end) for item in after.evidence if item.role is Role.MATCH]
    new = [quote for quote in quotes if _overlap([quote], mutant.edited.inserted)]
    if not new:
        return False
    if mutant.donor is None:
        return other.id in rule.related or rule.id in other.related
    if after.state not in NOTICED or len(new) < len(quotes):
        return True
    example = analysed(mutant.donor, rule, good)
    return example is not None and run_rule(other, example, good.pack).state is after.state


def _follows_the_year(rule: Rule, good: Good, mutant: Mutant, after: Outcome) -> bool:
    """Whether the document would have got the same answer had it been read as a report on the year now stated."""
    if mutant.year is None:
        return False
    as_if = analyse(good.document, good.pack.template, level=good.level, year=mutant.year)
    return run_rule(rule, as_if, good.pack).state is after.state
