"""Asks an author for what the options of ``checker rules new`` have not said."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Protocol

from checker.authoring.draft import Draft
from checker.authoring.newrule import default_concept
from checker.checks.registry import CHECKS
from checker.errors import UsageError
from checker.frozen import dataclass
from checker.model import Severity
from checker.rule import Pack
from checker.rulebook.fragments import RANKS
from checker.rulebook.rule_schema import RULE_ID
from checker.texts import Language, Text, text


class Asker(Protocol):
    """Where questions are put: a terminal, or a list of answers in a test."""

    def line(self, question: str) -> str:
        """Return the answer to *question* on one line."""
        ...

    def lines(self, question: str) -> str:
        """Return the answer to *question*, which an empty line ends."""
        ...


@dataclass(frozen=True, slots=True)
class Given:
    """What the options say; None and the empty tuple where they say nothing."""

    id: str | None = None
    name: str | None = None
    name_en: str | None = None
    severity: str | None = None
    group: str | None = None
    kind: str | None = None
    concept: str | None = None
    words: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    sections: tuple[str, ...] = ()
    levels: tuple[str, ...] = ()
    since: int | None = None
    until: int | None = None
    norm: str | None = None
    article: str | None = None
    rank: str | None = None
    verified: bool = False
    advice: str | None = None
    advice_en: str | None = None
    explanation: str | None = None
    explanation_en: str | None = None
    passing: str | None = None
    failing: str | None = None
    parameters: tuple[str, ...] = ()

    @property
    def missing(self) -> list[str]:
        """The options without which nothing can be written."""
        return [f"--{name}" for name in _NEEDED if not getattr(self, name)]


_NEEDED = ("id", "name", "severity", "group", "kind", "advice", "passing", "failing")


def draft_of(given: Given, pack: Pack, language: Language, asker: Asker | None) -> Draft:
    """Return the draft that the options and, where there is an *asker*, the answers make. Raises UsageError."""
    if asker is None and given.missing:
        raise UsageError(text("new.missing", options=" ".join(given.missing)), hint=text("new.missing.hint"))
    asked = _Asked(given, pack, language, asker)
    rule_id = asked.matching("id", re.compile(RULE_ID))
    name = asked.both("name")
    severity = asked.one_of("severity", [each.value for each in Severity])
    group = asked.one_of("group", [part.id for part in pack.template.sections] + [g.id for g in pack.template.groups])
    kind = asked.one_of("kind", sorted(CHECKS))
    words = asked.many("words")
    concept = given.concept or (default_concept(rule_id) if words else None)
    sections = asked.several("sections", [section.id for section in pack.template.sections])
    levels = asked.several("levels", [level.id for level in pack.template.levels])
    norm = asked.optional("norm")
    return Draft(
        id=rule_id,
        name=name,
        severity=severity,
        group=group,
        kind=kind,
        advice=asked.both("advice"),
        explanation=asked.optional_both("explanation"),
        concept=concept,
        words=words,
        unless=given.unless,
        sections=sections,
        levels=levels,
        since=given.since,
        until=given.until,
        norm=norm,
        article=asked.optional("article") if norm else given.article,
        rank=asked.one_of("rank", RANKS, default="practice") if norm else given.rank or "practice",
        verified=given.verified,
        parameters=_parameters(given.parameters),
        passing=asked.text("passing"),
        failing=asked.text("failing"),
    )


class _Asked:
    """Takes each value from the options, else from the person."""

    def __init__(self, given: Given, pack: Pack, language: Language, asker: Asker | None) -> None:
        self.given, self.pack, self.language, self.asker = given, pack, language, asker

    def question(self, name: str, **values: object) -> str:
        return text(f"new.ask.{name}", **values).of(self.language)

    def put(self, name: str, accepts: Callable[[str], bool], *, choices: Sequence[str] = ()) -> str:
        """Ask until the answer will do."""
        assert self.asker is not None  # without one everything needed was given
        told = self.question(name)
        if choices:
            told += text("new.ask.choices", choices=" ".join(choices)).of(self.language)
        while True:
            answer = self.asker.line(told).strip()
            if accepts(answer):
                return answer
            told = text("new.ask.again", question=self.question(name)).of(self.language)

    def matching(self, name: str, pattern: re.Pattern[str]) -> str:
        given: str | None = getattr(self.given, name)
        if given is not None or self.asker is None:
            if not given or not pattern.fullmatch(given):
                raise UsageError(text("new.bad_id", id=given or ""), hint=text("new.bad_id.hint"))
            return given
        return self.put(name, lambda answer: pattern.fullmatch(answer) is not None)

    def one_of(self, name: str, known: Sequence[str], *, default: str = "") -> str:
        given: str | None = getattr(self.given, name)
        if given is not None:
            return given  # what the pack does not know is refused with the nearest name later on
        if self.asker is None:
            return default
        return self.put(name, lambda each: each in known or (not each and bool(default)), choices=known) or default

    def both(self, name: str) -> Text:
        given: str | None = getattr(self.given, name)
        zh = given if given is not None or self.asker is None else self.put(name, bool)
        return Text(zh or "", self._english(name) or zh or "")

    def optional_both(self, name: str) -> Text | None:
        zh = self.optional(name)
        return None if not zh else Text(zh, self._english(name) or zh)

    def _english(self, name: str) -> str | None:
        english = f"{name}_en"
        given: str | None = getattr(self.given, english)
        return given if given is not None or self.asker is None else self.put(english, lambda _: True)

    def optional(self, name: str) -> str | None:
        given: str | None = getattr(self.given, name)
        if given is not None or self.asker is None:
            return given
        return self.put(name, lambda _: True) or None

    def many(self, name: str) -> tuple[str, ...]:
        given: tuple[str, ...] = getattr(self.given, name)
        # Whoever names a concept means one that is there.
        if given or self.asker is None or self.given.concept is not None:
            return given
        return tuple(line.strip() for line in self.asker.lines(self.question(name)).splitlines() if line.strip())

    def several(self, name: str, known: Sequence[str]) -> tuple[str, ...]:
        given: tuple[str, ...] = getattr(self.given, name)
        if given or self.asker is None:
            return given
        return tuple(self.put(name, lambda answer: set(answer.split()) <= set(known), choices=known).split())

    def text(self, name: str) -> str:
        given: str | None = getattr(self.given, name)
        if given is not None or self.asker is None:
            # On a command line a line break is most easily written as \n.
            words = given or ""
            return words if "\n" in words else words.replace("\\n", "\n")
        return self.asker.lines(self.question(name))


def _parameters(written: Sequence[str]) -> Mapping[str, Any]:
    """Return what ``--set name=value`` says, the values read as YAML. Raises UsageError."""
    import yaml

    parameters: dict[str, Any] = {}
    for each in written:
        name, equals, value = each.partition("=")
        try:
            parsed = yaml.safe_load(value)
        except yaml.YAMLError:
            parsed = None
        if not equals or not name or parsed is None:
            raise UsageError(text("new.bad_parameter", written=each), hint=text("new.parameters.hint", name="NAME"))
        parameters[name] = parsed
    return parameters
