"""A pack and its template after parsing, before anything is known to be right: what the semantic pass looks at.

Every accessor tolerates values of the wrong type, because one broken entry must not hide the problems of the others.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from checker.errors import Problem
from checker.rule import Concept
from checker.rulebook.positions import KeyPath, Place, YamlFile
from checker.texts import Text


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

    def problem(self, code: str, message: Text, *steps: str | int, at_key: bool = False) -> Problem:
        """Return a problem at *steps* inside the entry."""
        return self.file.problem(code, message, (*self.path, *steps), at_key=at_key)


@dataclass(frozen=True, slots=True)
class Material:
    """Everything that was parsed.

    *rules_whole* and *template_whole* are False where a file is missing or could not be parsed: then the absence of
    an id proves nothing, and references are not followed.
    """

    pack: YamlFile | None
    rule_files: tuple[YamlFile, ...]
    template_files: tuple[YamlFile, ...]
    rules_whole: bool
    template_whole: bool

    def rules(self) -> Iterator[Entry]:
        """Yield the rules in file order."""
        for file in self.rule_files:
            yield from _items(file, "rules")

    def listed(self, key: str) -> Iterator[Entry]:
        """Yield the entries of the template's ``sections``, ``levels`` or ``groups``."""
        for file in self.template_files:
            yield from _items(file, key)

    def concepts(self) -> Iterator[Entry]:
        """Yield the entries of the vocabulary; the last step of the path is the name."""
        for file in self.template_files:
            vocabulary = file.value.get("vocabulary") if isinstance(file.value, dict) else None
            for name, value in vocabulary.items() if isinstance(vocabulary, dict) else ():
                yield Entry(file, ("vocabulary", name), value)

    def vocabulary(self) -> dict[str, Concept]:
        """Return the concepts as far as they are well formed, the first of each name."""
        found: dict[str, Concept] = {}
        for entry in self.concepts():
            name = str(entry.path[-1])
            phrases = entry.value if isinstance(entry.value, list) else entry.get("phrases")
            found.setdefault(name, Concept(name, _strings(phrases), _strings(entry.get("unless"))))
        return found


def _items(file: YamlFile, key: str) -> Iterator[Entry]:
    items = file.value.get(key) if isinstance(file.value, dict) else None
    for index, value in enumerate(items if isinstance(items, list) else []):
        if isinstance(value, dict):
            yield Entry(file, (key, index), value)


def _strings(value: Any) -> tuple[str, ...]:
    return tuple(item for item in value if isinstance(item, str)) if isinstance(value, list) else ()
