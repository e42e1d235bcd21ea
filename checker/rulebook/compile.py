"""A pack as read → validated plain data, or every problem at once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import checker
from checker.errors import PackError, Problem
from checker.matching.phrases import expand
from checker.matching.sought import sought
from checker.rulebook.changes import Changes
from checker.rulebook.home import PACK_FILE, SourceFile
from checker.rulebook.layers import Layer
from checker.rulebook.material import Compiled, Material, ParsedTemplate
from checker.rulebook.merge import Files, merged
from checker.rulebook.positions import KeyPath, YamlFile, read_yaml
from checker.rulebook.references import marked
from checker.rulebook.rule_schema import change_schema
from checker.rulebook.schema import check_schemas, pack_schema, rules_schema
from checker.rulebook.semantics import semantic_problems
from checker.rulebook.template_schema import template_schema
from checker.rulebook.validate import validate, validate_rules
from checker.rulebook.versions import at_least
from checker.texts import text


def compile_pack(layer: Layer, base: Compiled | None = None, base_problems: Sequence[Problem] = ()) -> dict[str, Any]:
    """Return the pack as plain data that ``build`` takes. Raises PackError with all problems, in file order.

    *base* is what the pack extends, compiled, or None where there is none or it is broken: then *base_problems* say
    why.
    """
    from jsonschema import Draft202012Validator

    material, problems = _parsed(layer, base)
    problems = [*layer.problems, *problems]
    checks = check_schemas()
    validators = {kind: Draft202012Validator(schema) for kind, schema in checks.items()}
    schemas = {"rules": rules_schema(list(checks)), "pack": pack_schema(), "template": template_schema()}
    problems += _schema_problems(material, schemas, validators)
    problems += _pack_problems(material)
    found = list(marked(material, schemas, checks))
    for each in found:
        if each.mark == "x-text":
            _replace(each.file.value, each.path, {"zh": each.value, "en": each.value})
    files = Files(layer, base)
    changes = Changes(material, Draft202012Validator(change_schema()), validators, files.number)
    problems += changes.problems
    problems += semantic_problems(material, layer, found, changes.changed)
    if problems or base_problems:
        order = [file.shown for file in (*layer.files, *(file for each in layer.templates for file in each.files))]
        raise PackError([*base_problems, *_sorted(problems, order)])
    return merged(material, changes.changed, files) | {"sought": _sought(material)}


def _sought(material: Material) -> dict[str, list[Any]]:
    """Return for each concept what its phrases look for, and what their exceptions do where there are any."""
    vocabulary = material.vocabulary()

    def of(phrases: Iterable[str]) -> list[Any]:
        found = sought(expand(phrase, vocabulary) for phrase in phrases)
        return [found.words, found.rest, found.needles, found.late]

    return {
        name: [of(phrases) for phrases in (concept.phrases, concept.unless) if phrases]
        for name, concept in vocabulary.items()
    }


def _parsed(layer: Layer, base: Compiled | None) -> tuple[Material, list[Problem]]:
    """Return the files that could be parsed, and what is wrong with the YAML of all."""
    problems: list[Problem] = []

    def parsed(files: Iterable[SourceFile]) -> list[YamlFile]:
        values: list[YamlFile] = []
        for file in files:
            value, found = read_yaml(file.shown, file.data)
            problems.extend(found)
            if value is not None:
                values.append(value)
        return values

    files = parsed(layer.files)
    named = next((file.shown for file in layer.files if file.name == PACK_FILE), None)
    pack = next((file for file in files if file.path == named), None)
    templates = tuple(ParsedTemplate(each.id, each.extends, tuple(parsed(each.files))) for each in layer.templates)
    complete = not layer.problems and (layer.extends is None or base is not None)
    whole = all(len(each.files) == len(read.files) for each, read in zip(templates, layer.templates, strict=True))
    found = layer.template_trouble is None and all(each.trouble is None for each in layer.templates)
    material = Material(
        pack=pack,
        rule_files=tuple(file for file in files if file is not pack),
        templates=templates,
        rules_whole=complete and len(files) == len(layer.files),
        template_whole=complete and whole and found and bool(templates or base),
        base=base,
    )
    return material, problems


def _schema_problems(material: Material, schemas: Mapping[str, Any], checks: Mapping[str, Any]) -> list[Problem]:
    from jsonschema import Draft202012Validator

    of = {name: Draft202012Validator(schema) for name, schema in schemas.items()}
    problems = [] if material.pack is None else validate(material.pack, of["pack"], material.pack.value)
    for file in material.rule_files:
        problems += validate(file, of["rules"], file.value)
        problems += validate_rules(file, checks)
    for file in material.template_files:
        problems += validate(file, of["template"], file.value)
    return problems


def _pack_problems(material: Material) -> list[Problem]:
    problems: list[Problem] = []
    pack = material.pack
    if pack is not None and isinstance(pack.value, dict):
        wanted = pack.value.get("requires")
        if isinstance(wanted, str) and not at_least(checker.__version__, wanted.partition(">=")[2].strip()):
            message = text("rulebook.requires", wanted=wanted, version=checker.__version__)
            problems.append(pack.problem("requires", message, ("requires",)))
        if not any(True for _ in material.rules()) and material.rules_whole and "extends" not in pack.value:
            problems.append(Problem("no-rules", text("rulebook.no-rules"), str(Path(pack.path).parent)))
    return problems


def _sorted(problems: Iterable[Problem], order: Sequence[str]) -> list[Problem]:
    rank = {path: index for index, path in enumerate(order)}
    return sorted(problems, key=lambda each: (rank.get(each.path, -1), each.line, each.column, each.code))


def _replace(value: Any, path: KeyPath, new: Any) -> None:
    for step in path[:-1]:
        value = value[step]
    value[path[-1]] = new
