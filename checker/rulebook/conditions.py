"""When a rule applies: one form for the short keys ``levels`` and ``years`` and for ``when``, and circles of rules.

A rule may wait for what another rule says (``when.finding``), so the order in which rules are judged is a graph, and a
circle in it is a mistake.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from checker.errors import Problem
from checker.model import State
from checker.rulebook.material import Entry
from checker.texts import text

SHORT = ("levels", "years")
OTHER_RULES = ("finding", "no_finding")
FINDINGS = (State.FAIL, State.PARTIAL, State.CANNOT_TELL)  # what is meant where no state is named


def condition(value: Mapping[str, Any]) -> dict[str, Any]:
    """Return the condition of a valid rule or change: what ``when`` says, with the short keys in it.

    Of the rules it waits for it holds lists of ``{rule, states}``, whichever way they were written.
    """
    when = {key: value[key] for key in SHORT if key in value} | dict(value.get("when", {}))
    for key in OTHER_RULES:
        if key in when:
            others = when[key] if isinstance(when[key], list) else [when[key]]
            when[key] = [{"states": [state.value for state in FINDINGS], **other} for other in others]
    return when


def canonical(value: Mapping[str, Any]) -> dict[str, Any]:
    """Return a valid rule with its whole condition under ``when``."""
    when = condition(value)
    return {key: item for key, item in value.items() if key not in (*SHORT, "when")} | ({"when": when} if when else {})


def condition_problems(rule: Entry) -> Iterator[Problem]:
    """Yield what is said twice, and years that exclude each other."""
    for key in SHORT:
        if rule.get(key) is not None and rule.get("when", key) is not None:
            yield rule.problem("said-twice", text("rulebook.said-twice", name=key), "when", key, at_key=True)
    for steps in (("years",), ("when", "years")):
        since, until = rule.get(*steps, "since"), rule.get(*steps, "until")
        if isinstance(since, int) and isinstance(until, int) and since > until:
            yield rule.problem("years", text("rulebook.years", since=since, until=until), *steps, "since")


def circle_problems(waits: Mapping[str, list[str]], own: Mapping[str, Entry]) -> Iterator[Problem]:
    """Yield each circle of rules that wait for each other, once, at a rule or change in *own*.

    *waits* says for which rules each rule waits. A circle without an entry in *own* was reported with the base.
    """
    done: set[str] = set()
    for start in waits:
        trail: list[tuple[str, Iterator[str]]] = [] if start in done else [(start, iter(waits[start]))]
        while trail:
            name = next(trail[-1][1], None)
            names = [step for step, _ in trail]
            if name is None:
                done.add(trail.pop()[0])
            elif name in names:
                circle = names[names.index(name) :]
                entry = next((own[each] for each in circle if each in own), None)
                if entry is not None:
                    message = text("rulebook.rule-circle", names=" → ".join([*circle, name]))
                    yield entry.problem("rule-circle", message, "when", at_key=True)
            elif name in waits and name not in done:
                trail.append((name, iter(waits[name])))


def waited_for(value: Any) -> list[str]:
    """Return the ids of the rules that a rule waits for; tolerates any value."""
    when = value.get("when") if isinstance(value, dict) else None
    found: list[str] = []
    for key in OTHER_RULES:
        others = when.get(key) if isinstance(when, dict) else None
        listed = others if isinstance(others, list) else [others]
        named = (other.get("rule") for other in listed if isinstance(other, dict))
        found += [rule for rule in named if isinstance(rule, str)]
    return found
