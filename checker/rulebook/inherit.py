"""What may be said only by a pack or template that extends another, or only by one that does not."""

from __future__ import annotations

from collections.abc import Iterator

from checker.errors import Problem
from checker.rulebook.layers import Layer, Trouble
from checker.rulebook.material import Entry, Material, ParsedTemplate, adds
from checker.rulebook.positions import YamlFile
from checker.rulebook.template_schema import TEMPLATE_NEEDS
from checker.rulebook.validate import nearest
from checker.rulebook.versions import at_least
from checker.texts import text

EXTENDING_NEEDS = ("id", "version", "name")
_NOT_INHERITED = ("recognition",)
_LISTS = (("level", "levels"), ("norm", "norms"), ("meeting", "meetings"), ("group", "sections"), ("group", "groups"))


def inheritance_problems(material: Material, layer: Layer) -> Iterator[Problem]:
    """Yield what is wrong with what the pack and its templates extend, and with what they say about it."""
    if material.pack is not None:
        yield from _pack_problems(material.pack, material, layer)
    yield from _rule_problems(material, layer)
    yield from _template_problems(material, layer)
    yield from _vocabulary_problems(material)


def _pack_problems(pack: YamlFile, material: Material, layer: Layer) -> Iterator[Problem]:
    for key, trouble in (("extends", layer.trouble), ("template", layer.template_trouble)):
        if trouble is not None:
            yield _told(pack, trouble, key)
    value = pack.value if isinstance(pack.value, dict) else {}
    if isinstance(value.get("extends"), str) and layer.extends is None:
        yield pack.problem("odd-key", text("rulebook.odd-key", name="extends"), ("extends",), at_key=True)
    if material.base is None:
        return
    base = material.base["pack"]
    if layer.wanted is not None and not at_least(base["version"], layer.wanted):
        message = text("rulebook.base-version", wanted=layer.wanted, name=base["id"], version=base["version"])
        yield pack.problem("requires", message, ("extends",))
    if value.get("id") in [each["id"] for each in material.base["packs"]]:
        message = text("rulebook.same-id", name=value["id"])
        yield pack.problem("duplicate-id", message, ("id",))


def _told(file: YamlFile, trouble: Trouble, key: str) -> Problem:
    return file.problem(trouble.code, trouble.message, (key,), hint=trouble.hint)


def _rule_problems(material: Material, layer: Layer) -> Iterator[Problem]:
    if layer.extends is None:
        for file in material.rule_files:
            if isinstance(file.value, dict) and "changes" in file.value:
                yield file.problem(
                    "changes-without-base", text("rulebook.changes-without-base"), ("changes",), at_key=True
                )
    inherited = material.base_rules()
    for rule in material.rules():
        if rule.string("id") in inherited:
            message = text("rulebook.inherited-id", what=text("rulebook.sort.rule"), name=rule.string("id"))
            yield rule.problem("duplicate-id", message, "id", hint=text("rulebook.inherited-rule.hint"))


def _template_problems(material: Material, layer: Layer) -> Iterator[Problem]:
    below = {key: list(material.base["template"].get(key, ())) for _, key in _LISTS} if material.base else {}
    known = {key: {str(each["id"]) for each in values} for key, values in below.items()}
    for template, read in zip(material.templates, layer.templates, strict=True):
        for file in template.files:
            if isinstance(file.value, dict) and "extends" in file.value:
                if read.trouble is not None:
                    yield _told(file, read.trouble, "extends")
                elif read.extends is None:
                    yield file.problem("odd-key", text("rulebook.odd-key", name="extends"), ("extends",), at_key=True)
        yield from _key_problems(material, template)
        for sort, key in _LISTS:
            seen = (
                known.get("sections", set()) | known.get("groups", set()) if sort == "group" else known.get(key, set())
            )
            entries = list(template.listed(key))
            if material.template_whole:
                yield from (_inherited(entry, sort) for entry in entries if entry.string("id") in seen)
        for _, key in _LISTS:
            known.setdefault(key, set()).update(entry.string("id") for entry in template.listed(key))


def _inherited(entry: Entry, sort: str) -> Problem:
    message = text("rulebook.inherited-id", what=text(f"rulebook.sort.{sort}"), name=entry.string("id"))
    return entry.problem("duplicate-id", message, "id", hint=text("rulebook.inherited-part.hint"))


def _key_problems(material: Material, template: ParsedTemplate) -> Iterator[Problem]:
    files = [file for file in template.files if isinstance(file.value, dict)]
    if material.template_whole:
        present = {key for file in files for key in file.value}
        for key in TEMPLATE_NEEDS if template.extends is None else EXTENDING_NEEDS:
            if key not in present:
                message = text("rulebook.missing-template-key", name=key)
                yield Problem("missing-key", message, files[0].path if files else template.id)
    for file in files:
        named = file.value.get("id")
        if isinstance(named, str) and named != template.id:
            message = text("rulebook.template-id", name=named, folder=template.id)
            yield file.problem("template-id", message, ("id",))
        for key in _NOT_INHERITED if template.extends is not None else ():
            if key in file.value:
                yield file.problem("inherited-key", text("rulebook.inherited-key", name=key), (key,), at_key=True)


def _vocabulary_problems(material: Material) -> Iterator[Problem]:
    """Concepts are defined once; above that they are added to, which needs something to add to."""
    known = set(material.base_vocabulary())
    sources = [list(template.concepts()) for template in material.templates]
    own = {id(file) for file in material.template_files}
    sources.append([entry for entry in material.concepts() if id(entry.file) not in own])
    for entries in sources:
        for entry in entries:
            name = str(entry.path[-1])
            if adds(entry.value) and ("phrases" in entry.value or "unless" in entry.value):
                yield entry.problem("bad-addition", text("rulebook.bad-addition"), at_key=True)
            elif adds(entry.value) and name not in known and material.template_whole:
                message = text("rulebook.nothing-to-add-to", name=name)
                yield entry.problem("unknown-concept", message, at_key=True, hint=nearest(name, known))
            elif not adds(entry.value) and name in known and material.template_whole:
                message = text("rulebook.inherited-id", what=text("rulebook.sort.concept"), name=name)
                hint = text("rulebook.inherited-concept.hint")
                yield entry.problem("duplicate-id", message, at_key=True, hint=hint)
        known |= {str(entry.path[-1]) for entry in entries}
