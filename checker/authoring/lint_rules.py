"""Warnings about rules: what they lack, what can never happen, what is said twice or in one language only."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from checker.authoring.examples import missing_examples
from checker.authoring.reach import unreachable
from checker.authoring.remarks import Remark, note, warning
from checker.authoring.sources import Source
from checker.matching.fold import fold
from checker.model import Severity
from checker.rule import Pack, Rule
from checker.rulebook.material import Entry
from checker.rulebook.positions import KeyPath, YamlFile
from checker.texts import text

_LANGUAGES = {"zh", "en"}


def rule_remarks(source: Source, pack: Pack) -> Iterator[Remark]:
    """Yield what is to be said of the rules that the pack defines or changes, and of its groups."""
    for rule in pack.rules:
        entry = source.entry(rule.id)
        if entry is None or rule.off is not None:
            continue
        # Of a rule that belongs to another pack only what was changed is this pack's matter.
        whole = entry.path[0] == "rules"
        if whole:
            yield from _lacking(rule, entry)
        if whole or entry.get("basis") is not None:
            yield from _basis(rule, entry)
        if whole or entry.get("examples") is not None:
            yield from _examples(rule, entry)
        if whole or entry.get("related") is not None:
            yield from _related(rule, entry, pack)
        for steps, message in unreachable(rule, pack):
            yield warning(entry.problem("unreachable", message, *steps, at_key=True))
    yield from _wording(source, pack)
    yield from _groups(source, pack)
    yield from _texts(source)


def _lacking(rule: Rule, entry: Entry) -> Iterator[Remark]:
    for key in missing_examples(rule):
        yield warning(entry.problem(f"no-{key}-example", text(f"examples.no_{key}"), "examples", at_key=True))
    if rule.explanation is None:
        yield note(entry.problem("no-explanation", text("lint.no_explanation"), "id"))


def _basis(rule: Rule, entry: Entry) -> Iterator[Remark]:
    if not rule.basis:
        yield warning(entry.problem("no-basis", text("lint.no_basis"), "id"))
    elif rule.severity is Severity.MUST and not any(basis.verified for basis in rule.basis):
        yield note(entry.problem("unverified-basis", text("lint.unverified"), "basis", at_key=True))


def _examples(rule: Rule, entry: Entry) -> Iterator[Remark]:
    seen: dict[tuple[object, ...], str] = {}
    for index, example in enumerate(rule.examples):
        words = "".join(fold(example.text).split())
        taken = (example.level, example.year, example.format, repr(example.layout))
        key = (words, *taken, example.previous, example.answer)
        if key in seen:
            message = text("lint.same_example", name=seen[key])
            yield warning(entry.problem("same-example", message, "examples", index, "text"))
        seen.setdefault(key, example.name)


def _related(rule: Rule, entry: Entry, pack: Pack) -> Iterator[Remark]:
    for index, other in enumerate(rule.related):
        named = pack.rule(other)
        # A pack that is extended knows nothing of the packs that extend it.
        is_own = named.origin is not None and named.origin.pack == pack.ref.id
        if is_own and rule.id not in named.related:
            message = text("lint.one_way", rule=rule.id, other=other)
            yield warning(entry.problem("one-way", message, "related", index))


def _wording(source: Source, pack: Pack) -> Iterator[Remark]:
    """Yield a pack without any MUST whose verdict would say that a document is fit although little was asked."""
    file = source.material.pack
    if file is None or pack.wording is not None:
        return
    if not any(rule.severity is Severity.MUST and rule.off is None for rule in pack.rules):
        yield note(file.problem("no-must", text("lint.no_must"), ("id",)))


def _groups(source: Source, pack: Pack) -> Iterator[Remark]:
    """Yield groups in which nothing counts although rules that may count are in them, and groups without rules."""
    scored: dict[str, list[Rule]] = {}
    for rule in pack.rules:
        if rule.off is None and rule.severity is not Severity.INFO:
            scored.setdefault(rule.group, []).append(rule)
    used = {rule.group for rule in pack.rules}
    for group, rules in scored.items():
        entry = source.entry(rules[0].id)
        if entry is not None and not any(rule.weight for rule in rules):
            yield warning(entry.problem("no-weight", text("lint.no_weight", group=group), "group"))
    for key in ("sections", "groups"):
        for entry in source.material.listed(key):
            if entry.string("id") not in used:
                yield note(entry.problem("empty-group", text("lint.empty_group", group=entry.string("id")), "id"))


def _texts(source: Source) -> Iterator[Remark]:
    """Yield sentences that stand there once for both languages."""
    for mark in source.marks:
        if mark.mark == "x-text":
            yield warning(mark.file.problem("one-language", text("lint.one_language"), mark.path))
    for file in _files(source):
        for path, value in _both(file.value, ()):
            if value["zh"] == value["en"] and not str(value["zh"]).isascii():
                yield warning(file.problem("same-language", text("lint.same_language"), (*path, "en")))


def _both(value: Any, path: KeyPath) -> Iterator[tuple[KeyPath, dict[str, Any]]]:
    """Yield each ``{zh, en}`` with its path."""
    if isinstance(value, dict):
        if set(value) == _LANGUAGES:
            yield path, value
        for key, item in value.items():
            yield from _both(item, (*path, key))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from _both(item, (*path, index))


def _files(source: Source) -> tuple[YamlFile, ...]:
    """Return the pack's own files that could be parsed."""
    material = source.material
    pack = () if material.pack is None else (material.pack,)
    return (*pack, *material.rule_files, *material.template_files)
