"""Breaks good reports one requirement at a time and asks whether exactly the right rules notice.

A mutant is *killed* where its rule now fails, is partial or cannot tell (or the document is no longer taken for a
report at all, which no verdict lets pass); else it *survives*. Where the rule waits for another one that has found the
fault instead, it is *handed on*, which is counted apart. *Collateral* is every other rule whose state has changed
without a cause (``authoring.collateral``).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum

from checker.authoring.collateral import Change, collateral
from checker.authoring.examples import document_of
from checker.authoring.mutants import MUTATORS, NOTICED, Good, Mutant, good_of
from checker.authoring.reach import never_fails
from checker.checks.registry import CHECKS
from checker.engine import analyse, run
from checker.errors import CheckerError
from checker.frozen import dataclass
from checker.model import Kind, Outcome, State
from checker.rule import Pack, Rule
from checker.texts import Text


class Fate(StrEnum):
    """What became of a mutant."""

    KILLED = "killed"
    HANDED_ON = "handed_on"
    SURVIVED = "survived"


class Why(StrEnum):
    """Why no mutant of a rule could be made."""

    OFF = "off"  # the pack has switched it off
    NEVER_FAILS = "never_fails"  # nothing is a fault to it
    NO_MUTATOR = "no_mutator"  # nobody has said how its kind is broken
    NO_PLACE = "no_place"  # no good document offers a place for it


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
    """A rule of which no mutant could be made."""

    rule: str
    kind: str
    why: Why


@dataclass(frozen=True, slots=True)
class MutationRun:
    """All results, and the rules that were not tried."""

    results: tuple[MutantResult, ...]
    untried: tuple[Untried, ...]
    documents: tuple[str, ...]

    @property
    def killed(self) -> int:
        """How many mutants were noticed."""
        return self._count(Fate.KILLED)

    @property
    def handed_on(self) -> int:
        """How many were left to a rule that found them."""
        return self._count(Fate.HANDED_ON)

    @property
    def survived(self) -> int:
        """How many were not noticed."""
        return self._count(Fate.SURVIVED)

    def _count(self, fate: Fate) -> int:
        return sum(result.fate is fate for result in self.results)


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
            untried.append(Untried(rule.id, rule.kind, _why_not(rule)))
    return MutationRun(tuple(results), tuple(untried), tuple(good.name for good in goods))


def _why_not(rule: Rule) -> Why:
    if rule.off is not None:
        return Why.OFF
    if never_fails(rule):
        return Why.NEVER_FAILS
    return Why.NO_PLACE if rule.kind in MUTATORS else Why.NO_MUTATOR


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
    analysis = analyse(
        mutant.edited.document,
        good.pack.template,
        level=good.level,
        year=good.year,
        previous=mutant.previous,
        answers=mutant.answers,
    )
    outcomes = {outcome.rule: outcome for outcome in run(good.pack, analysis)}
    refused = analysis.profile.kind is Kind.OTHER
    return MutantResult(
        rule=rule.id,
        document=good.name,
        what=mutant.what,
        fate=Fate.KILLED if refused else _fate(rule, good, outcomes),
        before=good.outcomes[rule.id].state,
        after=outcomes[rule.id].state,
        message=outcomes[rule.id].message,
        collateral=() if refused else tuple(collateral(rule, good, mutant, analysis, outcomes)),
    )


def _fate(rule: Rule, good: Good, outcomes: Mapping[str, Outcome]) -> Fate:
    if _notices(rule.id, good, outcomes):
        return Fate.KILLED
    waits_for = (other.rule for other in rule.depends if other.absent)
    gives_way = outcomes[rule.id].state is State.NOT_APPLICABLE
    handed_on = gives_way and any(_notices(other, good, outcomes) for other in waits_for)
    return Fate.HANDED_ON if handed_on else Fate.SURVIVED


def _notices(rule_id: str, good: Good, outcomes: Mapping[str, Outcome]) -> bool:
    after = outcomes[rule_id].state
    return after in NOTICED and after is not good.outcomes[rule_id].state
