"""What no schema can say: ids, references, phrases, years that exclude each other, examples that a rule must carry."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from checker.errors import Problem
from checker.model import Severity, State
from checker.rulebook.material import Entry, Material
from checker.rulebook.phrases import phrase_problems
from checker.rulebook.references import Marked, duplicate_problems, reference_problems
from checker.rulebook.schema import TEMPLATE_NEEDS
from checker.texts import text

_QUIET = {State.PASS.value, State.NOT_APPLICABLE.value}
_FIRING = {State.FAIL.value, State.PARTIAL.value, State.MANUAL.value}
_PLACEHOLDER = re.compile(r"\{\{|\}\}|\{finding\}")  # what the engine fills in; anything else would stop a run


def semantic_problems(material: Material, found: Sequence[Marked], template_id: str | None) -> list[Problem]:
    """Return every problem of the semantic pass.

    *found* are the marked strings of all files; *template_id* is the template that the pack asks for.
    """
    return [
        *duplicate_problems(material),
        *reference_problems(material, found),
        *phrase_problems(material, found),
        *_template_problems(material, template_id),
        *(problem for section in material.listed("sections") for problem in _section_problems(material, section)),
        *(problem for rule in material.rules() for problem in _rule_problems(rule)),
    ]


def _template_problems(material: Material, template_id: str | None) -> Iterator[Problem]:
    files = [file for file in material.template_files if isinstance(file.value, dict)]
    present = {key for file in files for key in file.value}
    if material.template_whole:
        for key in TEMPLATE_NEEDS:
            if key not in present:
                message = text("rulebook.missing-template-key", name=key)
                yield Problem("missing-key", message, files[0].path if files else str(template_id))
    for file in files:
        named = file.value.get("id")
        if isinstance(named, str) and named != template_id:
            message = text("rulebook.template-id", name=named, folder=str(template_id))
            yield file.problem("template-id", message, ("id",))


def _section_problems(material: Material, section: Entry) -> Iterator[Problem]:
    within = {each.string("id"): each.string("within") for each in material.listed("sections")}
    seen = [section.string("id")]
    while (outer := within.get(seen[-1])) and outer not in seen:
        seen.append(outer)
    if outer and outer == seen[0]:
        message = text("rulebook.section-circle", names=" → ".join([*seen, outer]))
        yield section.problem("section-circle", message, "within")


def _rule_problems(rule: Entry) -> Iterator[Problem]:
    since, until = rule.get("years", "since"), rule.get("years", "until")
    if isinstance(since, int) and isinstance(until, int) and since > until:
        yield rule.problem("years", text("rulebook.years", since=since, until=until), "years", "since")
    related = rule.get("related")
    if isinstance(related, list) and rule.string("id") in related:
        yield rule.problem("related-to-itself", text("rulebook.related-to-itself"), "related", at_key=True)
    yield from _example_problems(rule)
    yield from _message_problems(rule)


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
        for language, said in message.items() if isinstance(message, dict) else (("", message),):
            if isinstance(said, str) and set("{}") & set(_PLACEHOLDER.sub("", said)):
                steps = ("messages", state, language) if language else ("messages", state)
                yield rule.problem("bad-braces", text("rulebook.bad-braces"), *steps)
