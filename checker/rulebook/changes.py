"""What an extending pack changes in the rules of its base: the changed rules, where every value comes from, and why.

A change overrides the keys that it writes: parameters key by key at any depth, messages state by state, the parts of a
condition one by one; a basis is added to those there are. Every change must change something and say why.
"""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from checker.errors import Problem
from checker.frozen import dataclass
from checker.rulebook.conditions import condition
from checker.rulebook.legal import asks_no_less, lowering, statute
from checker.rulebook.material import Compiled, Entry, Material
from checker.rulebook.plain import packed, unpacked
from checker.rulebook.positions import KeyPath, YamlFile
from checker.rulebook.validate import validate
from checker.texts import Text, text

if TYPE_CHECKING:
    from jsonschema import Draft202012Validator

DIRECT = ("name", "severity", "weight", "advice", "explanation")
_DEFAULTS = {"weight": 1}
_NOT_CHANGES = ("rule", "reason", "off")


@dataclass(frozen=True, slots=True)
class Step:
    """One value that a change sets: *field* as in ``Rule.origins``, *target* in the rule, *written* in the change."""

    field: str
    target: tuple[str, ...]
    written: KeyPath
    before: Any
    after: Any


@dataclass(frozen=True, slots=True)
class Changed:
    """A rule of the base as *change* leaves it, as plain data."""

    change: Entry
    rule: dict[str, Any]


class Changes:
    """Applies the changes of one pack to the rules of its base."""

    def __init__(
        self,
        material: Material,
        validator: Draft202012Validator,
        checks: Mapping[str, Draft202012Validator],
        file_number: Callable[[YamlFile], int],
    ) -> None:
        """Take the validator of one change, those of the check kinds, and the numbers under which files are kept."""
        self._material = material
        self._validator = validator
        self._checks = checks
        self._number = file_number
        self.problems: list[Problem] = []
        self.changed: dict[str, Changed] = {}
        for change in material.changes():
            self._take(change)

    def _take(self, change: Entry) -> None:
        rule = self._material.base_rules().get(change.string("rule"))
        # What names no rule, or a rule a second time, or breaks the schema has been reported as such.
        if rule is None or rule["value"]["id"] in self.changed or not self._validator.is_valid(change.value):
            return
        if rule.get("off"):
            message = text("rulebook.change-of-off", name=change.string("rule"))
            self.problems.append(change.problem("changes-nothing", message, "rule"))
            return
        self.changed[rule["value"]["id"]] = Changed(change, self._made(change, rule))

    def _made(self, change: Entry, rule: Compiled) -> dict[str, Any]:
        made = copy.deepcopy(dict(rule))
        origins = dict(word.split("=") for word in made["origins"].split())
        steps = [] if "off" in change.value else list(_steps(change.value, rule))
        file = self._number(change.file)
        # Of {month: 3, day: 1} it is enough that one of both is new.
        new = {step.target[:2] for step in steps if step.before != step.after}
        for step in steps:
            if step.before == step.after:
                if step.target[:2] not in new:
                    message = text("rulebook.changes-nothing", name=step.field)
                    self.problems.append(change.problem("changes-nothing", message, *step.written))
                continue
            at = [file, change.place(*step.written).line]
            # What was set inside a value that is replaced now is gone.
            origins = {name: place for name, place in origins.items() if not name.startswith(step.field + ".")}
            origins[step.field] = f"{at[0]}:{at[1]}"
            if step.field == "examples":
                lines = (change.place("examples", index).line for index in range(len(step.after)))
                made["examples"] = packed(zip(step.after, ([file, line] for line in lines), strict=True))
            else:
                _put(made["value"], step.target, step.after)
                made["changes"].append([step.field, step.before, step.after, change.value.get("reason"), *at])
        if "off" in change.value:
            reason, at = change.value["off"]["reason"], [file, change.place("off").line]
            made["off"] = reason
            origins["off"] = f"{at[0]}:{at[1]}"
            made["changes"].append(["off", None, None, reason, *at])
        made["origins"] = " ".join(f"{name}={place}" for name, place in origins.items())
        self.problems += self._useless(change, steps)
        self.problems += self._parameter_problems(change, made["value"])
        self.problems += self._guarded(change, rule, steps, made["value"])
        return made

    def _useless(self, change: Entry, steps: list[Step]) -> Iterator[Problem]:
        if "off" in change.value:
            for key in change.value:
                if key not in _NOT_CHANGES:
                    message = text("rulebook.change-of-off", name=change.string("rule"))
                    yield change.problem("changes-nothing", message, key, at_key=True)
        elif not steps:
            yield change.problem("changes-nothing", text("rulebook.change-without-values"))

    def _guarded(self, change: Entry, rule: Compiled, steps: list[Step], made: Mapping[str, Any]) -> Iterator[Problem]:
        norm = statute(rule["value"])
        if norm is None:
            return

        def refused(how: Text, *written: str | int) -> Problem:
            message = text("rulebook.legal", rule=rule["value"]["id"], norm=norm, how=how)
            return change.problem("legal-requirement", message, *written, hint=text("rulebook.legal.hint"))

        if "off" in change.value:
            yield refused(text("rulebook.legal.off"), "off")
        for step in steps:
            how = lowering(step.field, step.before, step.after)
            if how is not None:
                yield refused(how, *step.written)
        setting = [step for step in steps if step.target[0] == "check"]
        if not setting or self._parameter_problems(change, made):
            return
        check = rule["value"]["check"]
        schema: Any = self._checks[check["kind"]].schema
        if not asks_no_less(schema, check, made["check"]):
            yield refused(text("rulebook.legal.parameters", name=setting[0].field), *setting[0].written)
        elif "basis" not in change.value:
            # More than the norm asks for rests on something else, and whoever is told so must be told on what.
            message = text("rulebook.legal.no-basis", rule=rule["value"]["id"])
            yield change.problem("no-basis", message, "parameters", at_key=True)

    def _parameter_problems(self, change: Entry, value: Mapping[str, Any]) -> list[Problem]:
        if "parameters" not in change.value:
            return []
        check = dict(value["check"])
        validator = self._checks[check.pop("kind")]
        return validate(change.file, validator, check, (*change.path, "parameters"))


def _steps(change: Mapping[str, Any], compiled: Compiled) -> Iterator[Step]:
    rule = compiled["value"]
    for key in DIRECT:
        if key in change:
            yield Step(key, (key,), (key,), rule.get(key, _DEFAULTS.get(key)), change[key])
    for path, before, after in _leaves(rule["check"], change.get("parameters", {})):
        yield Step(".".join(("check", *path)), ("check", *path), ("parameters", *path), before, after)
    for state, message in change.get("messages", {}).items():
        before = rule.get("messages", {}).get(state)
        yield Step(f"messages.{state}", ("messages", state), ("messages", state), before, message)
    for key, after in condition(change).items():
        before = rule.get("when", {}).get(key)
        same = isinstance(before, list) and sorted(map(str, before)) == sorted(map(str, after))
        written = (key,) if key in change else ("when", key)
        yield Step(key, ("when", key), written, before, before if same else after)
    if "basis" in change:
        before = rule.get("basis", [])
        yield Step(
            "basis", ("basis",), ("basis",), before, before + [new for new in change["basis"] if new not in before]
        )
    if "examples" in change:
        before = [value for value, _ in unpacked(compiled["examples"])]
        yield Step("examples", ("examples",), ("examples",), before, change["examples"])


def _leaves(old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[tuple[tuple[str, ...], Any, Any]]:
    """Yield the path, the old and the new value of each value that *new* sets in *old*; lists and texts are values."""
    for key, after in new.items():
        before = old.get(key)
        if isinstance(before, dict) and isinstance(after, dict) and set(after) != {"zh", "en"}:
            for path, inner_before, inner_after in _leaves(before, after):
                yield (key, *path), inner_before, inner_after
        else:
            yield (key,), before, after


def _put(value: dict[str, Any], path: tuple[str, ...], new: Any) -> None:
    for step in path[:-1]:
        value = value.setdefault(step, {})
    value[path[-1]] = new
