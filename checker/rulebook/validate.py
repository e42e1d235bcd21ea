"""Errors of JSON Schema → problems that say in one sentence what is wrong at which line, and what would be right."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import get_close_matches
from itertools import groupby
from typing import TYPE_CHECKING, Any

from checker.errors import Problem
from checker.rulebook.positions import KeyPath, YamlFile
from checker.texts import Text, text

if TYPE_CHECKING:
    from jsonschema import Draft202012Validator
    from jsonschema.exceptions import ValidationError

_LISTED = 16  # more names than this help nobody
_YES_NO = {
    **dict.fromkeys(("yes", "y", "on", "是", "对", "1"), "true"),
    **dict.fromkeys(("no", "n", "off", "否", "不", "0"), "false"),
}
_LIMITS = {
    "minimum": "too-small",
    "exclusiveMinimum": "not-above",
    "maximum": "too-large-number",
    "exclusiveMaximum": "not-below",
    "minLength": "too-few",
    "minItems": "too-few",
    "minProperties": "too-few",
    "maxLength": "too-many",
    "maxItems": "too-many",
    "maxProperties": "too-many",
}


def validate(file: YamlFile, validator: Draft202012Validator, instance: Any, base: KeyPath = ()) -> list[Problem]:
    """Return what *validator* says of *instance*, which stands at *base* in *file*."""
    return _all_problems(file, validator.iter_errors(instance), base)


def validate_rules(file: YamlFile, checks: Mapping[str, Draft202012Validator]) -> list[Problem]:
    """Return what is wrong with the parameters of each rule's check, against the schema of its own kind."""
    problems: list[Problem] = []
    for path, check in _checks(file.value):
        validator = checks.get(check["kind"]) if isinstance(check.get("kind"), str) else None
        if validator is not None:
            parameters = {key: value for key, value in check.items() if key != "kind"}
            problems += validate(file, validator, parameters, path)
    return problems


def _checks(value: Any) -> Iterator[tuple[KeyPath, dict[str, Any]]]:
    rules = value.get("rules") if isinstance(value, dict) else None
    for index, rule in enumerate(rules if isinstance(rules, list) else []):
        if isinstance(rule, dict) and isinstance(rule.get("check"), dict):
            yield ("rules", index, "check"), rule["check"]


def nearest(name: str, known: Iterable[str]) -> Text:
    """Return a hint that names what *name* was probably meant to be, or what there is."""
    names = list(known)
    close = get_close_matches(name, names, n=1, cutoff=0.6) or get_close_matches(name.lower(), names, n=1, cutoff=0.6)
    if close:
        return text("rulebook.did-you-mean", name=close[0])
    if not names:
        return text("rulebook.none-known")
    return text("rulebook.known", names=listed(names[:_LISTED] + ["…"] * (len(names) > _LISTED)))


def listed(names: Iterable[str]) -> Text:
    """Return *names* as a list in a sentence."""
    shown = list(names)
    joiner = text("rulebook.joiner")
    return Text(joiner.zh.join(shown), joiner.en.join(shown))


def _all_problems(file: YamlFile, errors: Iterable[ValidationError], base: KeyPath) -> list[Problem]:
    # What one mapping lacks is one problem, although the library yields an error per key.
    problems: list[Problem] = []
    lacking: dict[KeyPath, list[ValidationError]] = {}
    for error in errors:
        if error.validator == "required":
            lacking.setdefault((*base, *error.absolute_path), []).append(error)
        else:
            problems += _problems(file, error, base)
    return problems + [_missing_keys(file, group, path) for path, group in lacking.items()]


def _problems(file: YamlFile, error: ValidationError, base: KeyPath) -> Iterator[Problem]:
    path = (*base, *error.absolute_path)
    schema: Mapping[str, Any] = error.schema if isinstance(error.schema, dict) else {}
    match error.validator:
        case "additionalProperties" | "unevaluatedProperties":
            yield from _unknown_keys(file, error.instance, schema, path)
        case "anyOf" | "oneOf" if error.context:
            yield from _alternatives(file, error, path, base)
        case _:
            yield _value_problem(file, error, schema, path)


def _unknown_keys(file: YamlFile, instance: Any, schema: Mapping[str, Any], path: KeyPath) -> Iterator[Problem]:
    properties = list(schema.get("properties", {}))
    known = [key for key in properties if key not in instance] or properties
    for key in instance:
        if key not in properties:
            message = text("rulebook.unknown-key", name=key)
            # A full-width space looks like indentation and is part of the key.
            hint = nearest(key, known) if key == key.strip() else text("rulebook.yaml.hint-indent")
            yield file.problem("unknown-key", message, (*path, key), at_key=True, hint=hint)


def _missing(error: ValidationError) -> list[str]:
    # The library yields one error per missing key, and names the key only in its message.
    required = error.validator_value if isinstance(error.validator_value, list) else []
    return [key for key in required if error.message.startswith(repr(key))]


def _missing_keys(file: YamlFile, errors: Sequence[ValidationError], path: KeyPath) -> Problem:
    keys = list(dict.fromkeys(key for error in errors for key in _missing(error)))
    message = text("rulebook.missing-key", names=listed(f"“{key}”" for key in keys), where=_label(path))
    schema = errors[0].schema
    properties = schema.get("properties", {}) if isinstance(schema, dict) else {}
    hint = _description(properties.get(keys[0])) if len(keys) == 1 else None
    return file.problem("missing-key", message, path, hint=hint)


def _alternatives(file: YamlFile, error: ValidationError, path: KeyPath, base: KeyPath) -> Iterator[Problem]:
    context = sorted(error.context or (), key=lambda each: each.schema_path[0])
    branches = [list(group) for _, group in groupby(context, key=lambda each: each.schema_path[0])]
    if all(each.validator == "required" and not each.path for branch in branches for each in branch):
        keys = [key for branch in branches for each in branch for key in _missing(each)]
        message = text("rulebook.one-of-keys", names=listed(dict.fromkeys(keys)), where=_label(path))
        yield file.problem("missing-key", message, path)
        return
    # The branch whose type fits is the one that was meant.
    fitting = [branch for branch in branches if not any(e.validator == "type" and not e.path for e in branch)]
    if fitting:
        meant = min(fitting, key=len)
        yield from _all_problems(file, meant, base)
        return
    wanted = [each.validator_value for branch in branches for each in branch if each.validator == "type"]
    yield _wrong_type(file, error.instance, wanted, path)


def _value_problem(file: YamlFile, error: ValidationError, schema: Mapping[str, Any], path: KeyPath) -> Problem:
    if error.validator == "type":
        wanted = error.validator_value
        return _wrong_type(file, error.instance, wanted if isinstance(wanted, list) else [wanted], path)
    if error.validator == "pattern" and "propertyNames" in error.absolute_schema_path:
        message = text("rulebook.bad-name", name=_shown(error.instance))
        return file.problem("bad-name", message, (*path, str(error.instance)), at_key=True)
    code, message = _violation(str(error.validator), error.validator_value, error.instance, _label(path))
    hint = _description(schema)
    if error.validator == "enum" and isinstance(error.validator_value, list):
        hint = nearest(str(error.instance), [each for each in error.validator_value if isinstance(each, str)])
    elif error.validator == "pattern" and hint is None:
        hint = text("rulebook.pattern", pattern=error.validator_value)
    return file.problem(code, message, path, hint=hint)


def _violation(validator: str, limit: Any, value: Any, name: Text) -> tuple[str, Text]:
    """Return code and sentence for a value of the right type that is not as its schema wants it."""
    if validator == "enum":
        return "unknown-value", text("rulebook.unknown-value", name=name, value=_shown(value))
    if validator == "pattern":
        return "bad-form", text("rulebook.bad-form", name=name, value=_shown(value))
    if validator == "uniqueItems":
        return "repeated-item", text("rulebook.repeated-item", name=name)
    if validator not in _LIMITS:
        return "invalid", text("rulebook.invalid", name=name, what=validator)
    if limit == 1 and _LIMITS[validator] == "too-few":
        return "empty", text("rulebook.empty", name=name)
    return "out-of-range", text(f"rulebook.{_LIMITS[validator]}", name=name, limit=limit)


def _wrong_type(file: YamlFile, value: Any, wanted: Sequence[Any], path: KeyPath) -> Problem:
    names = [text(f"rulebook.type.{name}") for name in dict.fromkeys(wanted)]
    either = text("rulebook.or")
    expected = Text(either.zh.join(name.zh for name in names), either.en.join(name.en for name in names))
    message = text(
        "rulebook.wrong-type", name=_label(path), expected=expected, actual=text(f"rulebook.type.{_type(value)}")
    )
    hint = None
    if isinstance(value, str) and "：" in value and "object" in wanted:
        hint = text("rulebook.yaml.hint-wide-colon")
    elif isinstance(value, str) and "boolean" in wanted and value.lower() in _YES_NO:
        hint = text("rulebook.did-you-mean", name=_YES_NO[value.lower()])
    elif isinstance(value, int | float) and "string" in wanted:
        hint = text("rulebook.quote-it", value=_shown(value))
    return file.problem("wrong-type", message, path, hint=hint)


def _type(value: Any) -> str:
    for kind, name in ((bool, "boolean"), (str, "string"), (int, "integer"), (float, "number"), (dict, "object")):
        if isinstance(value, kind):
            return name
    return "array" if isinstance(value, list) else "null"


def _shown(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    shown = str(value)
    return shown if len(shown) <= 60 else shown[:59] + "…"


def _label(path: KeyPath) -> Text:
    """Return how to call what stands at *path*."""
    if not path:
        return text("rulebook.whole-file")
    last = path[-1]
    if isinstance(last, str):
        return Text(f"“{last}”", f"“{last}”")
    parent = next((step for step in reversed(path[:-1]) if isinstance(step, str)), "")
    return text("rulebook.item", parent=parent, number=last + 1)


def _description(schema: Any) -> Text | None:
    said = schema.get("description") if isinstance(schema, dict) else None
    if not isinstance(said, str):
        return None
    lines = said.split("\n")
    return Text(lines[0], lines[1] if len(lines) == 2 else lines[0])
