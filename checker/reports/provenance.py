"""Where a rule comes from, as people read it: what extending packs changed and why, where each value was written."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from checker.frozen import dataclass
from checker.model import Basis
from checker.reports import view
from checker.reports.columns import pad, width
from checker.rule import Change, Origin, Pack, Rule
from checker.texts import Language, text

_STATES = ("pass", "partial", "fail", "cannot_tell", "manual", "not_applicable", "waived")


@dataclass(frozen=True, slots=True)
class Value:
    """One value of a rule: its *name* as in YAML, how it is *written*, and *where* (pack, file and line)."""

    name: str
    written: str
    where: str

    @property
    def line(self) -> str:
        """All of it on one line."""
        return f"{self.name} = {self.written}  ({self.where})"


def values(rule: Rule, language: Language) -> list[Value]:
    """Return the check's parameters and what else decides, each with the place it comes from."""
    told: dict[str, Any] = {f"check.{name}": value for name, value in rule.parameters.items()}
    told["severity"] = rule.severity.value
    told["weight"] = f"{rule.weight:g}"
    return [Value(name, _written(value, language), _where(rule, name, language)) for name, value in told.items()]


def _where(rule: Rule, name: str, language: Language) -> str:
    """Return where a value was written and, part by part, where an extending pack has changed something inside it."""
    parts: list[str] = []
    for field, origin in rule.origins.items():
        if field == name:
            parts.insert(0, f"{origin.pack} {place(origin)}")
        elif field.startswith(f"{name}."):
            parts.append(f"{field.removeprefix(f'{name}.')}: {origin.pack} {place(origin)}")
    # What is written nowhere is the value that rules have unless they say otherwise.
    return text("report.joiner").of(language).join(parts) or text("explain.default").of(language)


def _written(value: Any, language: Language) -> str:
    """Return *value* on one line; of sentences in two languages the right one."""
    if isinstance(value, list | tuple):
        return "[" + ", ".join(_written(item, language) for item in value) + "]"
    if isinstance(value, Mapping):
        if set(value) == {"zh", "en"}:
            return str(value[language])
        return "{" + ", ".join(f"{key}: {_written(item, language)}" for key, item in value.items()) + "}"
    return shown(value, language)


def changes(rule: Rule, language: Language) -> list[str]:
    """Return one line for each value that an extending pack has changed, the first change first."""
    return [change(each, language) for each in rule.changes]


def change(made: Change, language: Language) -> str:
    """Return what *made* changed, who did it where, and why."""
    what = (
        text("explain.switched_off")
        if made.field == "off"
        else text(
            "explain.changed", field=made.field, before=shown(made.before, language), after=shown(made.after, language)
        )
    )
    values = {"what": what, "pack": made.origin.pack, "place": place(made.origin), "reason": made.reason}
    return text("explain.change", **values).of(language)


def origins(rule: Rule) -> list[str]:
    """Return one line for each field of the rule: its name and where it was written, the pack first."""
    column = 2 + max((width(name) for name in rule.origins), default=0)
    return [f"{pad(name, column)}{origin.pack} {place(origin)}" for name, origin in rule.origins.items()]


def conditions(rule: Rule, pack: Pack, language: Language) -> list[str]:
    """Return what else than level and year must hold for *rule* to apply, one condition each."""
    joiner = text("report.joiner").of(language)
    parts = [text(f"engine.kind_{kind}").of(language) for kind in sorted(rule.kinds)]
    if rule.formats:
        parts.append(text("explain.formats", formats=joiner.join(sorted(rule.formats))).of(language))
    names = {each.id: each.name for each in pack.rules}
    for other in rule.depends:
        states = joiner.join(text(f"engine.state_{state}").of(language) for state in _STATES if state in other.states)
        key = "explain.unless_rule" if other.absent else "explain.where_rule"
        parts.append(text(key, rule=other.rule, name=names.get(other.rule, ""), states=states).of(language))
    return parts


def cited(basis: Basis, language: Language) -> str:
    """Return a norm with its article and the days from and until which it is in force."""
    days = [
        text(f"explain.{key}", day=day).of(language)
        for key, day in (("in_force", basis.in_force), ("repealed", basis.repealed))
        if day is not None
    ]
    return " ".join([view.cited(basis, language), *days])


def place(origin: Origin) -> str:
    """Return where something was written, as file and line."""
    return f"{origin.path}:{origin.line}"


def shown(value: Any, language: Language) -> str:
    """Return a value as written in YAML on one line; of a sentence in two languages the right one."""
    match value:
        case None:
            return text("explain.nothing").of(language)
        case {"zh": zh, "en": en}:
            return str(zh if language == "zh" else en)
        case {"norm": norm}:
            return " ".join(filter(None, (norm, value.get("article"))))
        case dict():
            return " ".join(f"{key}: {shown(item, language)}" for key, item in value.items())
        case list():
            return text("report.joiner").of(language).join(shown(item, language) for item in value)
    return str(value).lower() if isinstance(value, bool) else str(value)
