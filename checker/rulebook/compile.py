"""Files → validated plain data, or every problem at once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import checker
from checker.errors import PackError, Problem
from checker.rulebook.locate import SourceFile
from checker.rulebook.material import Material
from checker.rulebook.positions import KeyPath, YamlFile, read_yaml
from checker.rulebook.references import marked
from checker.rulebook.schema import check_schemas, pack_schema, rules_schema, template_schema
from checker.rulebook.semantics import semantic_problems
from checker.rulebook.validate import validate, validate_rules
from checker.texts import text


def parse(files: Iterable[SourceFile]) -> tuple[list[YamlFile], list[Problem]]:
    """Return the files that could be parsed, and what is wrong with the YAML of all."""
    parsed: list[YamlFile] = []
    problems: list[Problem] = []
    for file in files:
        value, found = read_yaml(file.shown, file.data)
        problems += found
        if value is not None:
            parsed.append(value)
    return parsed, problems


def compile_pack(
    pack_files: Sequence[SourceFile],
    template_files: Sequence[SourceFile] | None,
    template_id: str | None,
    read_problems: Sequence[Problem],
) -> dict[str, Any]:
    """Return the pack as plain data that ``build`` takes. Raises PackError with all problems, in file order.

    *template_files* is None where no folder of that template exists; *read_problems* are what reading has found.
    """
    files, problems = parse(pack_files)
    templates, more = parse(template_files or ())
    problems = [*read_problems, *problems, *more]
    pack = next((file for file in files if file.path == pack_files[0].shown), None)
    material = Material(
        pack=pack,
        rule_files=tuple(file for file in files if file is not pack),
        template_files=tuple(templates),
        rules_whole=len(files) == len(pack_files) and not read_problems,
        template_whole=bool(template_files) and len(templates) == len(template_files or ()) and not read_problems,
    )
    checks = check_schemas()
    schemas = {"rules": rules_schema(list(checks)), "pack": pack_schema(), "template": template_schema()}
    problems += _schema_problems(material, schemas, checks)
    problems += _pack_problems(material, template_files, template_id)
    found = list(marked(material, schemas, checks))
    problems += semantic_problems(material, found, template_id)
    if problems:
        order = [file.shown for file in (*pack_files, *(template_files or ()))]
        raise PackError(_sorted(problems, order))
    for each in found:
        if each.mark == "x-text":
            _replace(each.file.value, each.path, {"zh": each.value, "en": each.value})
    return _plain(material, pack_files)


def _schema_problems(material: Material, schemas: Mapping[str, Any], checks: Mapping[str, Any]) -> list[Problem]:
    from jsonschema import Draft202012Validator

    validators = {kind: Draft202012Validator(schema) for kind, schema in checks.items()}
    of = {name: Draft202012Validator(schema) for name, schema in schemas.items()}
    problems = [] if material.pack is None else validate(material.pack, of["pack"], material.pack.value)
    for file in material.rule_files:
        problems += validate(file, of["rules"], file.value)
        problems += validate_rules(file, validators)
    for file in material.template_files:
        problems += validate(file, of["template"], file.value)
    return problems


def _pack_problems(
    material: Material, template_files: Sequence[SourceFile] | None, template_id: str | None
) -> list[Problem]:
    problems: list[Problem] = []
    pack = material.pack
    if pack is not None and isinstance(pack.value, dict):
        if template_id is not None and not template_files:
            message = text("rulebook.no-template", name=template_id)
            hint = text("rulebook.no-template.hint", name=template_id)
            problems.append(pack.problem("unknown-template", message, ("template",), hint=hint))
        wanted = pack.value.get("requires")
        if isinstance(wanted, str) and not _satisfied(wanted):
            message = text("rulebook.requires", wanted=wanted, version=checker.__version__)
            problems.append(pack.problem("requires", message, ("requires",)))
        if not any(True for _ in material.rules()) and material.rules_whole:
            problems.append(Problem("no-rules", text("rulebook.no-rules"), str(Path(pack.path).parent)))
    return problems


def _satisfied(wanted: str) -> bool:
    _, _, version = wanted.partition(">=")
    parts = version.strip().split(".")
    if not all(part.isdecimal() for part in parts):
        return True  # the schema has said that it cannot be read
    have = [int(part) for part in checker.__version__.split(".") if part.isdecimal()]
    need = [int(part) for part in parts]
    length = max(len(have), len(need))
    return have + [0] * (length - len(have)) >= need + [0] * (length - len(need))


def _sorted(problems: Iterable[Problem], order: Sequence[str]) -> list[Problem]:
    rank = {path: index for index, path in enumerate(order)}
    return sorted(problems, key=lambda each: (rank.get(each.path, -1), each.line, each.column, each.code))


def _replace(value: Any, path: KeyPath, new: Any) -> None:
    for step in path[:-1]:
        value = value[step]
    value[path[-1]] = new


def _plain(material: Material, pack_files: Sequence[SourceFile]) -> dict[str, Any]:
    assert material.pack is not None  # without it there were problems
    names = {file.shown: file.name for file in pack_files}
    template: dict[str, Any] = {}
    vocabulary: dict[str, Any] = {}
    for file in material.template_files:
        template |= file.value
        vocabulary |= file.value.get("vocabulary", {})
    return {
        "pack": material.pack.value,
        "template": {**template, "vocabulary": vocabulary},
        "rules": [
            {
                "value": rule.value,
                "file": names[rule.file.path],
                "line": rule.place().line,
                "examples": [rule.place("examples", index).line for index in range(len(rule.value["examples"]))],
            }
            for rule in material.rules()
        ],
    }
