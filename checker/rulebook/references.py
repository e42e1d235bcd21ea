"""Ids and the words that refer to them: what is defined twice, what is named and defined nowhere.

Which strings refer to what is said by the schemas (``x-refers-to``), so that a new check kind needs no code here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from checker.errors import Problem
from checker.frozen import dataclass
from checker.rulebook.material import Entry, Material, ParsedTemplate
from checker.rulebook.positions import KeyPath, YamlFile
from checker.rulebook.validate import nearest
from checker.texts import text

MARKS = ("x-refers-to", "x-phrase", "x-rewrite", "x-text")


@dataclass(frozen=True, slots=True)
class Marked:
    """A string that its schema marks: *mark* is one of :data:`MARKS`, *meaning* the mark's value."""

    file: YamlFile
    path: KeyPath
    value: str
    mark: str
    meaning: Any


def marked(material: Material, schemas: Mapping[str, Any], checks: Mapping[str, Any]) -> Iterator[Marked]:
    """Yield every marked string of all files; *schemas* are by sort of file, *checks* by kind."""
    if material.pack is not None:
        yield from _Walk(material.pack, schemas["pack"]).marks(material.pack.value, ())
    for file in material.rule_files:
        yield from _Walk(file, schemas["rules"]).marks(file.value, ())
    for rule in material.rules():
        schema = checks.get(rule.string("check", "kind"))
        if schema is not None:
            yield from _Walk(rule.file, schema).marks(rule.get("check"), (*rule.path, "check"))
    base = material.base_rules()
    for change in material.changes():
        rule_id = change.string("rule")
        if rule_id in base:
            walk = _Walk(change.file, checks[base[rule_id]["value"]["check"]["kind"]])
            yield from walk.marks(change.get("parameters"), (*change.path, "parameters"))
    for file in material.template_files:
        yield from _Walk(file, schemas["template"]).marks(file.value, ())


@dataclass(frozen=True, slots=True)
class _Walk:
    """Follows a schema through the values of one file."""

    file: YamlFile
    root: Mapping[str, Any]

    def marks(self, value: Any, path: KeyPath, schema: Any = None) -> Iterator[Marked]:
        """Yield the marked strings of *value*, which stands at *path* and under *schema* (the root's if None)."""
        schema = self.root if schema is None else schema
        if not isinstance(schema, Mapping):
            return
        if isinstance(value, str):
            for mark in MARKS:
                if mark in schema:
                    yield Marked(self.file, path, value, mark, schema[mark])
        elif isinstance(value, list):
            for index, item in enumerate(value):
                yield from self.marks(item, (*path, index), schema.get("items", False))
        elif isinstance(value, dict):
            properties, others = schema.get("properties", {}), schema.get("additionalProperties", False)
            for key, item in value.items():
                yield from self.marks(item, (*path, key), properties.get(key, others))
        if "$ref" in schema:
            name = schema["$ref"].removeprefix("#/$defs/")
            yield from self.marks(value, path, self.root.get("$defs", {}).get(name, False))
        for branches in ("allOf", "anyOf", "oneOf"):
            for branch in schema.get(branches, ()):
                yield from self.marks(value, path, branch)


def reference_problems(material: Material, found: Iterable[Marked]) -> Iterator[Problem]:
    """Yield what refers to nothing. Nothing is said where a file could not be read and may define it."""
    known = _known(material)
    for each in found:
        names = known.get(str(each.meaning)) if each.mark == "x-refers-to" else None
        if names is not None and each.value and each.value not in names:
            what = text(f"rulebook.sort.{each.meaning}")
            message = text("rulebook.unknown-reference", what=what, name=each.value)
            hint = nearest(each.value, dict.fromkeys(filter(None, names)))
            yield each.file.problem(f"unknown-{each.meaning}", message, each.path, hint=hint)


def _known(material: Material) -> dict[str, list[str]]:
    known: dict[str, list[str]] = {}
    if material.template_whole:
        sections = material.ids("sections")
        known["section"] = sections
        known["group"] = sections + material.ids("groups")
        known["level"] = material.ids("levels")
        known["concept"] = list(material.vocabulary())
        known["norm"] = material.ids("norms")
    base = list(material.base_rules())
    if material.base is not None:
        known["inherited-rule"] = base
    if material.rules_whole:
        known["rule"] = base + [entry.string("id") for entry in material.rules()]
    return known


def duplicate_problems(material: Material) -> Iterator[Problem]:
    """Yield what is defined a second time: rules, concepts, parts of a template, names of a rule's examples."""
    yield from _twice("rule", ((rule.string("id"), rule, ("id",)) for rule in material.rules()))
    yield from _twice("change", ((change.string("rule"), change, ("rule",)) for change in material.changes()))
    for template in material.templates:
        yield from _twice("concept", ((str(entry.path[-1]), entry, ()) for entry in template.concepts()), at_key=True)
        for sort, keys in (
            ("level", ("levels",)),
            ("norm", ("norms",)),
            ("meeting", ("meetings",)),
            ("group", ("sections", "groups")),
        ):
            parts = [entry for key in keys for entry in template.listed(key)]
            yield from _twice(sort, ((entry.string("id"), entry, ("id",)) for entry in parts))
        yield from _template_keys(template)
    for rule in [*material.rules(), *material.changes()]:
        examples = rule.get("examples")
        entries = [
            Entry(rule.file, (*rule.path, "examples", index), value)
            for index, value in enumerate(examples if isinstance(examples, list) else [])
        ]
        yield from _twice("example", ((entry.string("name"), entry, ("name",)) for entry in entries))


def _template_keys(template: ParsedTemplate) -> Iterator[Problem]:
    keys = (
        (key, Entry(file, (key,), None), ())
        for file in template.files
        if isinstance(file.value, dict)
        for key in file.value
        if key != "vocabulary"
    )
    yield from _twice("key", keys, at_key=True)


def _twice(
    sort: str, named: Iterable[tuple[str, Entry, tuple[str, ...]]], *, at_key: bool = False
) -> Iterator[Problem]:
    first: dict[str, Entry] = {}
    for name, entry, steps in named:
        if not name:
            continue
        if name not in first:
            first[name] = entry
            continue
        other = first[name]
        place = f"{other.file.path}:{other.place().line}"
        message = text("rulebook.duplicate-id", what=text(f"rulebook.sort.{sort}"), name=name, place=place)
        yield entry.file.problem("duplicate-id", message, (*entry.path, *steps), at_key=at_key)
