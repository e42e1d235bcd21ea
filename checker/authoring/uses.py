"""What a rule refers to: the concepts, sections and norms that its parameters name, as the schemas mark them.

A new check kind needs no code here: ``x-refers-to`` in its schema says which strings name what.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from checker.checks.registry import CHECKS
from checker.frozen import dataclass
from checker.regex import regex
from checker.rule import Pack, Rule, Section, Template
from checker.vocabulary import Concept, Vocabulary

REFERENCE = regex(r"<([^<>]*)>")


@dataclass(frozen=True, slots=True)
class Use:
    """One string among the parameters of a rule: *path* leads to it, *sort* is what it names (``concept`` …)."""

    path: tuple[str | int, ...]
    sort: str
    name: str


def uses(rule: Rule) -> tuple[Use, ...]:
    """Return everything that the parameters of *rule* name, in order."""
    return tuple(_walk(CHECKS[rule.kind].SCHEMA, dict(rule.parameters), ()))


def named(rule: Rule, sort: str) -> tuple[str, ...]:
    """Return the names of one *sort* (``concept``, ``section``, ``norm``) that *rule* refers to, each once."""
    return tuple(dict.fromkeys(use.name for use in uses(rule) if use.sort == sort))


def _walk(schema: Mapping[str, Any], value: Any, path: tuple[str | int, ...]) -> Iterator[Use]:
    if isinstance(value, str):
        if "x-refers-to" in schema:
            yield Use(path, schema["x-refers-to"], value)
    elif isinstance(value, list | tuple):
        for index, item in enumerate(value):
            yield from _walk(schema.get("items", {}), item, (*path, index))
    elif isinstance(value, Mapping):
        for key, item in value.items():
            yield from _walk(schema.get("properties", {}).get(key, {}), item, (*path, key))


def sections_of(rule: Rule, template: Template) -> tuple[Section, ...]:
    """Return the sections of *template* that *rule* refers to, in the template's order."""
    names = named(rule, "section")
    return tuple(section for section in template.sections if section.id in names)


def concepts_of_section(section: Section) -> tuple[str, ...]:
    """Return the concepts by which *section* is found and counted, each once."""
    fields = (
        section.headings,
        section.hints,
        section.signs,
        section.openers,
        section.statements,
        section.unless,
        section.actors,
        section.other_actors,
        section.mentions,
        section.about,
    )
    return tuple(dict.fromkeys(name for name in fields if name is not None))


def concepts_of(rule: Rule, pack: Pack) -> tuple[Concept, ...]:
    """Return the concepts that *rule* names itself and those of the sections it names, each once."""
    names = [*named(rule, "concept")]
    for section in sections_of(rule, pack.template):
        names += concepts_of_section(section)
    vocabulary = pack.template.vocabulary
    return tuple(vocabulary[name] for name in dict.fromkeys(names) if name in vocabulary)


def inner_names(concept: Concept) -> tuple[str, ...]:
    """Return the concepts that the phrases of *concept* fill in (``<name>``), each once."""
    written = (*concept.phrases, *concept.unless)
    return tuple(dict.fromkeys(name for phrase in written for name in REFERENCE.findall(phrase)))


def one_level(phrase: str, vocabulary: Vocabulary) -> str:
    """Return *phrase* with each ``<name>`` replaced by the phrases of that concept as they are written."""

    def filled(reference: re.Match[str]) -> str:
        concept = vocabulary.get(reference[1])
        return reference[0] if concept is None else f"({'|'.join(concept.phrases)})"

    return REFERENCE.sub(filled, phrase)
