"""What no schema can say: ids, references, phrases, conditions that exclude each other, days, examples."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from checker.errors import Problem
from checker.model import Severity, State
from checker.regex import regex
from checker.rulebook.changes import Changed
from checker.rulebook.conditions import circle_problems, condition_problems, waited_for
from checker.rulebook.inherit import inheritance_problems
from checker.rulebook.layers import Layer
from checker.rulebook.material import Entry, Material
from checker.rulebook.phrases import phrase_problems
from checker.rulebook.plain import unpacked
from checker.rulebook.references import Marked, duplicate_problems, reference_problems
from checker.rulebook.rewrites import rewrite_problems
from checker.rulebook.rule_schema import DATE
from checker.texts import text

_QUIET = {State.PASS.value, State.NOT_APPLICABLE.value}
_FIRING = {State.FAIL.value, State.PARTIAL.value, State.MANUAL.value}
_PLACEHOLDER = regex(r"\{\{|\}\}|\{finding\}")  # what the engine fills in; anything else would stop a run


def semantic_problems(
    material: Material, layer: Layer, found: Sequence[Marked], changed: Mapping[str, Changed]
) -> list[Problem]:
    """Return every problem of the semantic pass.

    *found* are the marked strings of all files; *changed* are the rules of the base that the pack has changed, by id.
    """
    return [
        *duplicate_problems(material),
        *reference_problems(material, found),
        *phrase_problems(material, found),
        *rewrite_problems(found),
        *inheritance_problems(material, layer),
        *(problem for section in material.listed("sections") for problem in _section_problems(material, section)),
        *(problem for rule in material.rules() for problem in _rule_problems(rule, rule)),
        *(problem for each in changed.values() for problem in _changed_problems(each)),
        *_circles(material, changed),
    ]


def _changed_problems(changed: Changed) -> Iterator[Problem]:
    change = changed.change
    examples = [value for value, _ in unpacked(changed.rule["examples"])]
    shown = {"severity": changed.rule["value"]["severity"], "examples": examples}
    touched = {"severity", "examples"} & set(change.value)
    # Without examples of its own the change is judged by those of the rule it changes.
    yield from _rule_problems(change, Entry(change.file, change.path, shown if touched else {}))


def _circles(material: Material, changed: Mapping[str, Changed]) -> Iterator[Problem]:
    waits = {rule_id: waited_for(rule["value"]) for rule_id, rule in material.base_rules().items()}
    waits |= {rule_id: waited_for(each.rule["value"]) for rule_id, each in changed.items()}
    waits |= {rule.string("id"): waited_for(rule.value) for rule in material.rules()}
    own = {rule_id: each.change for rule_id, each in changed.items()}
    yield from circle_problems(waits, own | {rule.string("id"): rule for rule in material.rules()})


def _section_problems(material: Material, section: Entry) -> Iterator[Problem]:
    within = {each.string("id"): each.string("within") for each in material.listed("sections")}
    seen = [section.string("id")]
    while (outer := within.get(seen[-1])) and outer not in seen:
        seen.append(outer)
    if outer and outer == seen[0]:
        message = text("rulebook.section-circle", names=" → ".join([*seen, outer]))
        yield section.problem("section-circle", message, "within")


def _rule_problems(rule: Entry, shown: Entry) -> Iterator[Problem]:
    """Yield what is wrong with a rule or a change; *shown* has the severity and the examples that are in effect."""
    yield from condition_problems(rule)
    related = rule.get("related")
    if isinstance(related, list) and rule.string("id") in related:
        yield rule.problem("related-to-itself", text("rulebook.related-to-itself"), "related", at_key=True)
    yield from _example_problems(shown)
    yield from _message_problems(rule)
    basis = rule.get("basis")
    for index, value in enumerate(basis if isinstance(basis, list) else []):
        yield from _day_problems(Entry(rule.file, (*rule.path, "basis", index), value))


def _day_problems(basis: Entry) -> Iterator[Problem]:
    days: dict[str, date] = {}
    for key in ("in_force", "repealed"):
        written = basis.string(key)
        if not re.fullmatch(DATE, written):
            continue  # left out, or the schema has said so
        try:
            days[key] = date.fromisoformat(written)
        except ValueError:
            yield basis.problem("no-such-day", text("rulebook.no-such-day", day=written), key)
    if len(days) == 2 and days["repealed"] <= days["in_force"]:
        yield basis.problem("no-such-day", text("rulebook.repealed-before"), "repealed")


def _example_problems(rule: Entry) -> Iterator[Problem]:
    examples = rule.get("examples")
    if not isinstance(examples, list):
        return  # the schema has said so
    states = {str(example.get("expect")) for example in examples if isinstance(example, dict)}
    if rule.get("severity") == Severity.INFO.value and states >= _QUIET:
        return  # a remark on something that need not be there shows where it has nothing to say
    if not states & _QUIET:
        yield rule.problem("no-passing-example", text("rulebook.no-passing-example"), "examples", at_key=True)
    if not states & _FIRING:
        yield rule.problem("no-failing-example", text("rulebook.no-failing-example"), "examples", at_key=True)


def _message_problems(rule: Entry) -> Iterator[Problem]:
    messages = rule.get("messages")
    for state, message in messages.items() if isinstance(messages, dict) else ():
        # What was written once for both languages is told once.
        said: dict[str, str] = {}
        for language, sentence in message.items() if isinstance(message, dict) else ():
            if isinstance(sentence, str):
                said.setdefault(sentence, language)
        for sentence, language in said.items():
            if set("{}") & set(_PLACEHOLDER.sub("", sentence)):
                yield rule.problem("bad-braces", text("rulebook.bad-braces"), "messages", state, language)
