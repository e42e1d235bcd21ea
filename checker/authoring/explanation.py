"""One rule with everything an author wants to know of it, in one language, before it is drawn.

Where each value was written, what is unverified, the words it goes by with their concepts filled in one level deep.
"""

from __future__ import annotations

from checker.authoring.uses import concepts_of, named, one_level
from checker.frozen import dataclass
from checker.model import Severity
from checker.reports import provenance
from checker.reports.explain import applies
from checker.rule import Pack, Rule
from checker.texts import Language, Text, text
from checker.vocabulary import Concept


@dataclass(frozen=True, slots=True)
class Cited:
    """One basis: how it is cited, what sort of norm it is, whether somebody has compared it with the original."""

    citation: str
    rank: str
    verified: bool


@dataclass(frozen=True, slots=True)
class Shown:
    """One example: its *name*, what it must give, its *lines*."""

    name: str
    state: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Words:
    """One concept with its phrases, each filled in one level deep, and its exceptions."""

    name: str
    phrases: tuple[str, ...]
    unless: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """All that is told of one rule; empty strings and tuples where there is nothing to tell."""

    id: str
    name: str
    severity: Severity
    severity_name: str
    group: str
    kind: str
    asks: str
    off: str
    applies: str
    advice: str
    bases: tuple[Cited, ...]
    values: tuple[provenance.Value, ...]
    changes: tuple[str, ...]
    messages: tuple[tuple[str, str], ...]
    examples: tuple[Shown, ...]
    words: tuple[Words, ...]
    related: tuple[tuple[str, str], ...]
    origin: str
    origins: tuple[str, ...]


def explanation(rule: Rule, pack: Pack, language: Language) -> Explanation:
    """Return what there is to tell of *rule*."""
    names = {each.id: each.name for each in pack.rules}
    return Explanation(
        id=rule.id,
        name=rule.name.of(language),
        severity=rule.severity,
        severity_name=text(f"report.severity_{rule.severity}").of(language),
        group=group_name(rule.group, pack).of(language),
        kind=rule.kind,
        asks="" if rule.explanation is None else rule.explanation.of(language),
        off="" if rule.off is None else rule.off.of(language),
        applies=applies(rule, pack, language),
        advice=rule.advice.of(language),
        bases=tuple(
            Cited(provenance.cited(basis, language), text(f"rank.{basis.rank}").of(language), basis.verified)
            for basis in rule.basis
        ),
        values=tuple(provenance.values(rule, language)),
        changes=tuple(provenance.changes(rule, language)),
        messages=tuple(
            (text(f"engine.state_{state}").of(language), message.of(language))
            for state, message in rule.messages.items()
        ),
        examples=tuple(
            Shown(
                example.name,
                text(f"engine.state_{example.expect}").of(language),
                tuple(line.strip() for line in example.text.splitlines() if line.strip()),
            )
            for example in rule.examples
        ),
        words=tuple(_words(rule, pack)),
        related=tuple((other, names[other].of(language)) for other in rule.related if other in names),
        origin="" if rule.origin is None else provenance.place(rule.origin),
        origins=tuple(provenance.origins(rule)),
    )


def groups_of(pack: Pack) -> dict[str, Text]:
    """Return the names of what rules are scored under, sections first, by id."""
    sections = {section.id: section.name for section in pack.template.sections}
    return sections | {group.id: group.name for group in pack.template.groups}


def group_name(group: str, pack: Pack) -> Text:
    """Return the name of a section or group of the template."""
    return groups_of(pack).get(group, Text(group, group))


def _words(rule: Rule, pack: Pack) -> list[Words]:
    vocabulary = pack.template.vocabulary
    return [
        Words(
            concept.name,
            tuple(one_level(phrase, vocabulary) for phrase in concept.phrases),
            tuple(one_level(phrase, vocabulary) for phrase in concept.unless),
        )
        for concept in _told(rule, pack)
    ]


def _told(rule: Rule, pack: Pack) -> list[Concept]:
    """Return the concepts that *rule* names; where it names none, those by which its sections are found."""
    own = set(named(rule, "concept"))
    return [concept for concept in concepts_of(rule, pack) if not own or concept.name in own]
