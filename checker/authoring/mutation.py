"""Breaks good reports one requirement at a time and asks whether exactly the right rules notice.

A mutant is *killed* where its rule now fails, is partial or cannot tell (or the document is no longer taken for a
report at all, which no verdict lets pass); else it *survives*. *Collateral* is every other rule whose state has changed
although nothing that it reads was touched. What a rule reads is not declared a second time: it is the words of the
concepts and the parts that its parameters name, the evidence it gave, and the report year.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum

from checker.authoring.examples import document_of
from checker.authoring.mutants import MUTATORS, Good, Mutant, good_of
from checker.authoring.mutants.inserted import NOTICED, analysed
from checker.authoring.uses import named, sections_of
from checker.checks.registry import CHECKS
from checker.engine import analyse, run, run_rule
from checker.errors import CheckerError
from checker.frozen import dataclass
from checker.model import Kind, Outcome, Role, Span, State
from checker.rule import Pack, Rule
from checker.structure.analysis import Analysis
from checker.structure.sections import find_section
from checker.texts import Text


class Fate(StrEnum):
    """What became of a mutant."""

    KILLED = "killed"
    SURVIVED = "survived"


@dataclass(frozen=True, slots=True)
class Change:
    """A rule whose state has changed."""

    rule: str
    before: State
    after: State


@dataclass(frozen=True, slots=True)
class MutantResult:
    """What became of one mutant of *document*. *message* is what the rule said; *collateral* changed with no cause."""

    rule: str
    document: str
    what: Text
    fate: Fate
    before: State
    after: State
    message: Text
    collateral: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True)
class Untried:
    """A rule of which no mutant could be made: its kind has no mutator, or no good document offers a place for one."""

    rule: str
    kind: str
    has_mutator: bool


@dataclass(frozen=True, slots=True)
class MutationRun:
    """All results, and the rules that were not tried."""

    results: tuple[MutantResult, ...]
    untried: tuple[Untried, ...]
    documents: tuple[str, ...]

    @property
    def killed(self) -> int:
        """How many mutants were noticed."""
        return sum(result.fate is Fate.KILLED for result in self.results)

    @property
    def survivors(self) -> tuple[MutantResult, ...]:
        """The mutants that were not noticed."""
        return tuple(result for result in self.results if result.fate is Fate.SURVIVED)


def mutate(pack: Pack, goods: Sequence[Good], rules: Sequence[Rule]) -> MutationRun:
    """Break each of *goods* in every way that the kinds of *rules* know.

    A rule for which none of them offers a place (another level, another year, nothing of the sort in it) is tried on
    its own passing examples.
    """
    results: list[MutantResult] = []
    untried: list[Untried] = []
    for rule in rules:
        own = list(_of_rule(rule, goods)) or list(_of_rule(rule, _own(rule, pack)))
        results += own
        if not own:
            untried.append(Untried(rule.id, rule.kind, rule.kind in MUTATORS))
    return MutationRun(tuple(results), tuple(untried), tuple(good.name for good in goods))


def _own(rule: Rule, pack: Pack) -> Iterator[Good]:
    for example in rule.examples:
        if example.expect is State.PASS:
            try:
                document = document_of(example, rule, pack.template.draft)
            except CheckerError:
                continue  # the run of the examples says so
            name = f"{rule.id} · {example.name}"
            yield good_of(name, document, pack, level=example.level, year=example.year)


def _of_rule(rule: Rule, goods: Iterable[Good]) -> Iterator[MutantResult]:
    for good in goods:
        before = good.outcomes[rule.id].state
        if before in NOTICED or not _applies(rule, good):
            continue
        for way in MUTATORS.get(rule.kind, ()):
            if way.anywhere or before is State.PASS:
                for mutant in way.make(good, rule):
                    yield _judge(rule, good, mutant)


def _applies(rule: Rule, good: Good) -> bool:
    """Whether the conditions of *rule* hold: else its reason is the engine's and not that of its check."""
    return good.outcomes[rule.id].why == CHECKS[rule.kind].check(good.analysis, rule).why


def _judge(rule: Rule, good: Good, mutant: Mutant) -> MutantResult:
    document = mutant.edited.document
    analysis = analyse(
        document,
        good.pack.template,
        level=good.level,
        year=good.year,
        previous=mutant.previous,
        answers=mutant.answers,
    )
    outcomes = {outcome.rule: outcome for outcome in run(good.pack, analysis)}
    before, after = good.outcomes[rule.id], outcomes[rule.id]
    refused = analysis.profile.kind is Kind.OTHER
    noticed = refused or (after.state in NOTICED and after.state is not before.state)
    collateral = () if refused else tuple(_collateral(rule, good, mutant, analysis, outcomes))
    return MutantResult(
        rule=rule.id,
        document=good.name,
        what=mutant.what,
        fate=Fate.KILLED if noticed else Fate.SURVIVED,
        before=before.state,
        after=after.state,
        message=after.message,
        collateral=collateral,
    )


def _collateral(
    rule: Rule, good: Good, mutant: Mutant, analysis: Analysis, outcomes: Mapping[str, Outcome]
) -> Iterator[Change]:
    for other in good.pack.rules:
        before, after = good.outcomes[other.id], outcomes[other.id]
        if other.id != rule.id and before.state is not after.state:
            explained = (
                any(each.rule == rule.id for each in other.depends)
                or _reads(other, good.analysis, before, mutant.edited.touched)
                or _part_came_or_went(other, good, analysis)
                or _finds_what_was_put_in(rule, other, good, mutant, after)
                or _follows_the_year(other, good, mutant, after)
            )
            if not explained:
                yield Change(other.id, before.state, after.state)


def _reads(rule: Rule, analysis: Analysis, outcome: Outcome, touched: Sequence[Span]) -> bool:
    """Whether words were touched that *rule* goes by: its evidence, its concepts, the points of its parts."""
    template = analysis.template
    read = [Span(item.start, item.end) for item in outcome.evidence]
    spans = [hit for concept in named(rule, "concept") for hit in analysis.hits(concept)]
    for section in sections_of(rule, template):
        spans += find_section(analysis, section).points
    read += [analysis.normal.original(span) for span in spans]
    return _overlap(read, touched)


def _overlap(some: Iterable[Span], others: Sequence[Span]) -> bool:
    return any(one.start < other.end and other.start < one.end for one in some for other in others)


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
