"""Lists the packs on the search path, and shows what one of them has and what it changes in those it extends."""

from __future__ import annotations

import json
from collections import Counter

from checker.errors import CheckerError, PackError
from checker.frozen import dataclass
from checker.model import Severity
from checker.reports import provenance
from checker.reports.columns import Sheet, pad, width
from checker.rule import Change, Pack, Rule
from checker.rulebook import found_packs, load_pack
from checker.rulebook.home import shown as shown_path
from checker.rulebook.locate import Found
from checker.texts import Language, text


@dataclass(frozen=True, slots=True)
class Listed:
    """A pack on the search path. *pack* is None for one that cannot be used, and *problems* says how much is wrong.

    *hidden*: another pack of this name is found before it.
    """

    name: str
    place: str
    path: str
    hidden: bool
    pack: Pack | None
    problems: int = 0


def listed() -> list[Listed]:
    """Return every pack on the search path, in the order in which a name is looked for."""
    return [_listed(each) for each in found_packs()]


def _listed(found: Found) -> Listed:
    pack, problems = None, 0
    try:
        pack = load_pack(found.path)
    except PackError as error:
        problems = len(error.problems)
    except CheckerError:
        problems = 1
    return Listed(found.name, found.place, shown_path(found.path), found.hidden, pack, problems)


def table(packs: list[Listed], language: Language, *, columns: int = 80, color: bool = False) -> str:
    """Return one paragraph a pack: id, version, name; what it extends, how many rules it has, where it lies."""
    sheet = Sheet(columns, color)
    column = 2 + max((width(_head(each)) for each in packs), default=0)
    for each in packs:
        if each.pack is None:
            told = text("packs.broken", count=each.problems).of(language)
            sheet.put(told, lead=pad(_head(each), column), lead_style="bad")
        else:
            sheet.put(each.pack.name.of(language), lead=pad(_head(each), column), lead_style="strong")
            facts = [text("packs.rules", count=len(each.pack.rules)).of(language), *_extends(each.pack, language)]
            sheet.put(" · ".join(facts), indent=column)
        where = text(f"packs.place_{each.place}", path=each.path).of(language)
        hidden = [text("packs.hidden", name=each.name).of(language)] if each.hidden else []
        sheet.put(" · ".join([where, *hidden]), indent=column, style="faint")
    if not packs:
        sheet.put(text("packs.none").of(language))
    return sheet.text()


def _head(each: Listed) -> str:
    return each.name if each.pack is None else f"{each.pack.ref.id} {each.pack.ref.version}"


def _extends(pack: Pack, language: Language) -> list[str]:
    if not pack.bases:
        return []
    base = pack.bases[0]
    return [text("packs.extends", base=f"{base.id} {base.version}").of(language)]


def table_json(packs: list[Listed]) -> str:
    """Return the list as JSON text."""
    return _json([_listed_json(each) for each in packs])


def _listed_json(each: Listed) -> dict[str, object]:
    found: dict[str, object] = {"place": each.place, "path": each.path, "hidden": each.hidden}
    if each.pack is None:
        return {"id": each.name, **found, "problems": each.problems}
    return {**_head_json(each.pack), **found, "rules": len(each.pack.rules), "problems": 0}


def _head_json(pack: Pack) -> dict[str, object]:
    return {
        "id": pack.ref.id,
        "version": pack.ref.version,
        "name": {"zh": pack.name.zh, "en": pack.name.en},
        "extends": [{"id": base.id, "version": base.version, "sha256": base.sha256} for base in pack.bases],
    }


def own_rules(pack: Pack) -> list[Rule]:
    """Return the rules that *pack* itself defines."""
    return [rule for rule in pack.rules if rule.origin is None or rule.origin.pack == pack.ref.id]


def own_changes(pack: Pack) -> list[tuple[Rule, Change]]:
    """Return what *pack* itself changes in rules of the packs it extends."""
    return [(rule, change) for rule in pack.rules for change in rule.changes if change.origin.pack == pack.ref.id]


def shown(pack: Pack, language: Language, *, columns: int = 80, color: bool = False) -> str:
    """Return what *pack* has: where it lies, what it extends, its rules, changes with their reasons, and its words."""
    sheet = Sheet(columns, color)
    labels = {key: text(f"packs.label_{key}").of(language) for key in _LABELS}
    column = 2 + max(map(width, labels.values()))

    def put(key: str, bodies: list[str]) -> None:
        lead = pad(labels[key], column)
        for body in bodies:
            sheet.put(body, lead=lead, lead_style="faint")
            lead = " " * column

    sheet.put(f"{pack.ref.id} {pack.ref.version}  {pack.name.of(language)}", style="strong")
    sheet.blank()
    put("where", [pack.where])
    put("extends", [f"{base.id} {base.version}  sha256 {base.sha256}" for base in pack.bases])
    put("templates", [pack.template.id, *pack.templates])
    put("sha256", [pack.ref.sha256])
    own = own_rules(pack)
    counts = text("packs.counted", count=len(pack.rules), own=len(own), severities=_severities(pack.rules, language))
    put("rules", [counts.of(language)])
    put("verdict", _verdict(pack, language))
    put("own", [f"{_severity(rule, language)}  {rule.id}  {rule.name.of(language)}" for rule in own])
    put(
        "changes",
        [
            text("packs.change", rule=rule.id, name=rule.name, what=provenance.change(change, language)).of(language)
            for rule, change in own_changes(pack)
        ],
    )
    joiner = text("report.joiner").of(language)
    put("words", [f"{concept.name}: {joiner.join(concept.phrases)}" for concept in pack.added])
    return sheet.text()


_LABELS = ("where", "extends", "templates", "sha256", "rules", "verdict", "own", "changes", "words")


def _verdict(pack: Pack, language: Language) -> list[str]:
    """Return what the verdicts of a pack that judges one aspect only are called, and what that aspect is."""
    wording = pack.wording
    if wording is None:
        return []
    words = [words.of(language) for words in (wording.ready, wording.revise, wording.blocked) if words is not None]
    return [wording.scope.of(language), text("report.joiner").of(language).join(words)]


def _severity(rule: Rule, language: Language) -> str:
    return text(f"report.severity_{rule.severity}").of(language)


def _severities(rules: tuple[Rule, ...], language: Language) -> str:
    counted = Counter(rule.severity for rule in rules if rule.off is None)
    parts = [f"{text(f'report.severity_{severity}').of(language)} {counted[severity]}" for severity in Severity]
    off = sum(rule.off is not None for rule in rules)
    return " · ".join([*parts, *([text("packs.off", count=off).of(language)] if off else [])])


def shown_json(pack: Pack) -> str:
    """Return what *pack* has as JSON text."""
    return _json(
        {
            **_head_json(pack),
            "path": pack.where,
            "sha256": pack.ref.sha256,
            "template": {"id": pack.template.id, "version": pack.template.version, "paths": list(pack.templates)},
            "rules": [_rule_json(rule) for rule in pack.rules],
            "changes": [
                {
                    "rule": rule.id,
                    "field": change.field,
                    "before": change.before,
                    "after": change.after,
                    "reason": {"zh": change.reason.zh, "en": change.reason.en},
                    "path": change.origin.path,
                    "line": change.origin.line,
                }
                for rule, change in own_changes(pack)
            ],
            "vocabulary": {concept.name: list(concept.phrases) for concept in pack.added},
        }
    )


def _rule_json(rule: Rule) -> dict[str, object]:
    return {
        "id": rule.id,
        "name": {"zh": rule.name.zh, "en": rule.name.en},
        "severity": rule.severity.value,
        "original_severity": rule.original_severity.value,
        "off": rule.off is not None,
        "pack": None if rule.origin is None else rule.origin.pack,
    }


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"
