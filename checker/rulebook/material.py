"""A pack and its templates after parsing, before anything is known to be right: what the semantic pass looks at.

Every accessor tolerates values of the wrong type, because one broken entry must not hide the problems of the others.
What the pack extends has been compiled before and is right.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from checker.errors import Problem
from checker.frozen import dataclass
from checker.rulebook.positions import KeyPath, Place, YamlFile
from checker.texts import Text
from checker.vocabulary import Concept

Compiled = Mapping[str, Any]
"""A pack as plain data: what ``compile`` makes, ``cache`` keeps and ``build`` takes."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One mapping inside a file (a rule, a section, a concept …) and where it stands."""

    file: YamlFile
    path: KeyPath
    value: Any

    def get(self, *steps: str) -> Any:
        """Return what stands at *steps* inside the entry, or None."""
        value = self.value
        for step in steps:
            value = value.get(step) if isinstance(value, dict) else None
        return value

    def string(self, *steps: str) -> str:
        """Return the string at *steps*, or the empty string."""
        value = self.get(*steps)
        return value if isinstance(value, str) else ""

    def place(self, *steps: str | int) -> Place:
        """Return where *steps* stands."""
        return self.file.place((*self.path, *steps))

    def problem(
        self, code: str, message: Text, *steps: str | int, at_key: bool = False, hint: Text | None = None
    ) -> Problem:
        """Return a problem at *steps* inside the entry."""
        return self.file.problem(code, message, (*self.path, *steps), at_key=at_key, hint=hint)


@dataclass(frozen=True, slots=True)
class ParsedTemplate:
    """The files of one template that could be parsed; *extends* is the template below it, if any."""

    id: str
    extends: str | None
    files: tuple[YamlFile, ...]

    def listed(self, key: str) -> Iterator[Entry]:
        """Yield the entries of the list *key* (``sections``, ``levels`` …) of this template alone."""
        for file in self.files:
            yield from items(file, key)

    def concepts(self) -> Iterator[Entry]:
        """Yield the entries of the vocabulary; the last step of the path is the name."""
        for file in self.files:
            yield from concepts_of(file)


@dataclass(frozen=True, slots=True)
class Material:
    """Everything of one pack that was parsed, and *base*, what it extends.

    *templates* are the pack's own, the lowest first. *rules_whole* and *template_whole* are False where a file is
    missing or could not be parsed, here or below: then the absence of an id proves nothing, and references are not
    followed.
    """

    pack: YamlFile | None
    rule_files: tuple[YamlFile, ...]
    templates: tuple[ParsedTemplate, ...]
    rules_whole: bool
    template_whole: bool
    base: Compiled | None = None

    @property
    def template_files(self) -> tuple[YamlFile, ...]:
        """The files of all own templates."""
        return tuple(file for template in self.templates for file in template.files)

    def rules(self) -> Iterator[Entry]:
        """Yield the pack's own rules in file order."""
        for file in self.rule_files:
            yield from items(file, "rules")

    def changes(self) -> Iterator[Entry]:
        """Yield what the pack changes in rules of its base, in file order."""
        for file in self.rule_files:
            yield from items(file, "changes")

    def listed(self, key: str) -> Iterator[Entry]:
        """Yield the entries of the list *key* (``sections``, ``levels`` …) of all own templates."""
        for template in self.templates:
            yield from template.listed(key)

    def ids(self, key: str) -> list[str]:
        """Return the ids in the list *key* of the template in effect."""
        inherited = [] if self.base is None else [str(each["id"]) for each in self.base["template"].get(key, ())]
        return inherited + [entry.string("id") for entry in self.listed(key)]

    def base_rules(self) -> dict[str, Compiled]:
        """Return the rules of the base, by id."""
        return {} if self.base is None else {rule["value"]["id"]: rule for rule in self.base["rules"]}

    def base_vocabulary(self) -> dict[str, Concept]:
        """Return the concepts of the base."""
        vocabulary = {} if self.base is None else self.base["template"].get("vocabulary", {})
        return {name: _concept(name, value) for name, value in vocabulary.items()}

    def concepts(self) -> Iterator[Entry]:
        """Yield the own entries of the vocabulary: those of the templates, then those of ``pack.yaml``."""
        for template in self.templates:
            yield from template.concepts()
        if self.pack is not None:
            yield from concepts_of(self.pack)

    def vocabulary(self) -> dict[str, Concept]:
        """Return the concepts in effect as far as they are well formed; of two with one name the first."""
        found = self.base_vocabulary()
        for entry in self.concepts():
            name = str(entry.path[-1])
            if not adds(entry.value):
                found.setdefault(name, _concept(name, entry.value))
            elif name in found:
                found[name] = extended(found[name], entry.value)
        return found


def items(file: YamlFile, key: str) -> Iterator[Entry]:
    """Yield the mappings in the top-level list *key* of *file*."""
    listed = file.value.get(key) if isinstance(file.value, dict) else None
    for index, value in enumerate(listed if isinstance(listed, list) else []):
        if isinstance(value, dict):
            yield Entry(file, (key, index), value)


def concepts_of(file: YamlFile) -> Iterator[Entry]:
    """Yield the entries of the vocabulary in *file*; the last step of the path is the name."""
    vocabulary = file.value.get("vocabulary") if isinstance(file.value, dict) else None
    for name, value in vocabulary.items() if isinstance(vocabulary, dict) else ():
        yield Entry(file, ("vocabulary", name), value)


def adds(value: Any) -> bool:
    """Return whether an entry of the vocabulary adds to an inherited concept instead of defining one."""
    return isinstance(value, dict) and ("add" in value or "add_unless" in value)


def extended(concept: Concept, addition: Any) -> Concept:
    """Return *concept* with what *addition* adds."""
    return Concept(
        concept.name,
        (*concept.phrases, *_strings(addition.get("add"))),
        (*concept.unless, *_strings(addition.get("add_unless"))),
    )


def _concept(name: str, value: Any) -> Concept:
    if isinstance(value, dict):
        return Concept(name, _strings(value.get("phrases")), _strings(value.get("unless")))
    return Concept(name, _strings(value))


def _strings(value: Any) -> tuple[str, ...]:
    return tuple(item for item in value if isinstance(item, str)) if isinstance(value, list) else ()
