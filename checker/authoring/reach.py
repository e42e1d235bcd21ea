"""Rules that can never say anything, or never anything good, as far as that can be told from how they are written."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from checker.authoring.uses import sections_of
from checker.rule import Pack, Rule, Section
from checker.texts import Text, text

_FIRST, _LAST = 2000, 2100  # report years that a rule may name

Blame = tuple[tuple[str | int, ...], Text]
"""The key to blame, as steps inside the rule, and what is wrong."""


def unreachable(rule: Rule, pack: Pack) -> Iterator[Blame]:
    """Yield why *rule*, or an outcome of it, is out of reach in *pack*."""
    yield from _years(rule)
    yield from _waits(rule, pack)
    for section in sections_of(rule, pack.template):
        if not _findable(section):
            yield ("check",), text("lint.no_way_to_section", section=section.name)
    check = _CHECKS.get(rule.kind)
    if check is not None:
        yield from check(rule, pack)


def _years(rule: Rule) -> Iterator[Blame]:
    years = range(rule.since or _FIRST, (rule.until or _LAST) + 1)
    if rule.basis and not any(basis.holds_in(year) for year in years for basis in rule.basis):
        yield ("basis",), text("lint.never_in_force")


def _waits(rule: Rule, pack: Pack) -> Iterator[Blame]:
    for other in rule.depends:
        awaited = pack.rule(other.rule)
        if awaited.off is not None and not other.absent:
            yield ("when",), text("lint.waits_for_off", rule=other.rule)
        if rule.levels and awaited.levels and not rule.levels & awaited.levels and not other.absent:
            yield ("when",), text("lint.waits_in_vain", rule=other.rule)


def _findable(section: Section) -> bool:
    by = (section.headings, section.openers, section.actors, section.within)
    return section.takes_unclaimed or any(name is not None for name in by)


def never_fails(rule: Rule) -> bool:
    """Whether nothing at all is a fault to *rule*: what it speaks of may be there or not, in any amount."""
    parameters = rule.parameters
    return rule.kind == "content" and bool(parameters.get("optional")) and not parameters.get("enough")


# By kind of check ---------------------------------------------------------------------------------------------------


def _date_limit(rule: Rule, _: Pack) -> Iterator[Blame]:
    days = {
        side: (limit["offset"], limit["month"], limit["day"])
        for side, limit in rule.parameters.items()
        if isinstance(limit, Mapping)
    }
    if len(days) == 2 and days["after"] >= days["before"]:
        yield ("check", "after"), text("lint.no_day")


def _expected(rule: Rule, _: Pack) -> Iterator[Blame]:
    wanted, there = rule.parameters.get("at_least", 0), len(rule.parameters["mentions"])
    if wanted > there:
        yield ("check", "at_least"), text("lint.too_many_wanted", wanted=wanted, there=there)


def _coverage(rule: Rule, pack: Pack) -> Iterator[Blame]:
    levels = rule.levels or {level.id for level in pack.template.levels}
    topics: list[Mapping[str, Any]] = rule.parameters["topics"]
    for index, topic in enumerate(topics):
        asked = {*topic.get("levels", levels), *topic.get("optional", ())}
        if not asked & levels:
            yield ("check", "topics", index), text("lint.topic_never_asked", topic=Text(**topic["name"]))
    least, enough = rule.parameters.get("at_least", 0), rule.parameters.get("enough", 1)
    if least > enough:
        yield ("check", "at_least"), text("lint.no_partial")


def _superseded(rule: Rule, pack: Pack) -> Iterator[Blame]:
    ids = rule.parameters.get("norms")
    norms = [norm for norm in pack.template.norms if ids is None or norm.id in ids]
    last = rule.until or _LAST
    if rule.parameters["by"] == "repealed":
        over = [norm for norm in norms if norm.repealed is not None and int(norm.repealed[:4]) <= last]
    else:
        over = [norm for norm in norms if norm.period is not None and norm.period[1] < last]
    if not over:
        yield ("check", "norms") if ids else ("check", "by"), text("lint.nothing_over")


def _amounts(rule: Rule, _: Pack) -> Iterator[Blame]:
    least, enough = rule.parameters.get("at_least", {}), rule.parameters.get("enough", {})
    shared = set(least) & set(enough) if isinstance(least, Mapping) and isinstance(enough, Mapping) else set()
    if any(least[key] >= enough[key] for key in shared):
        yield ("check", "enough"), text("lint.no_partial")


_CHECKS: dict[str, Callable[[Rule, Pack], Iterator[Blame]]] = {
    "date_limit": _date_limit,
    "expected": _expected,
    "coverage": _coverage,
    "superseded": _superseded,
    "content": _amounts,
    "facts": _amounts,
}
