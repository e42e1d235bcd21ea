"""A new rule as an author describes it, and as YAML in the form of the files it goes into."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from checker.checks.registry import CHECKS
from checker.errors import UsageError
from checker.frozen import dataclass, field
from checker.model import State
from checker.regex import regex
from checker.texts import Text, text

_PLAIN_LINE = regex(r"[^\s\x00-\x1f\x7f\u0085\u2028\u2029\ufeff]([^\n\x00-\x1f\x7f\u0085\u2028\u2029\ufeff]*\S)?")


@dataclass(frozen=True, slots=True)
class DraftExample:
    """One example: what the rule must say of *text*."""

    name: str
    expect: State
    text: str
    level: str | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """One rule to be written. *words* make a new concept named *concept*; without words it must be there already.

    *parameters* are those of the check besides the ones that name the concept and the sections.
    """

    id: str
    name: Text
    severity: str
    group: str
    kind: str
    advice: Text
    passing: str
    failing: str
    concept: str | None = None
    words: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    sections: tuple[str, ...] = ()
    levels: tuple[str, ...] = ()
    since: int | None = None
    until: int | None = None
    norm: str | None = None
    article: str | None = None
    rank: str = "practice"
    verified: bool = False
    explanation: Text | None = None
    parameters: Mapping[str, Any] = field(default_factory=dict)


def check_of(draft: Draft) -> dict[str, Any]:
    """Return the mapping under ``check``. Raises UsageError for a parameter that the kind needs and nobody gave."""
    schema = CHECKS[draft.kind].SCHEMA
    given = {**_named(draft, schema), **draft.parameters}
    missing = [key for key in schema.get("required", ()) if key not in given]
    if missing:
        message = text("new.parameters", kind=draft.kind, names=", ".join(missing))
        raise UsageError(message, hint=text("new.parameters.hint", name=missing[0]))
    return {"kind": draft.kind, **given}


def _named(draft: Draft, schema: Mapping[str, Any]) -> dict[str, Any]:
    """Return the parameters that name the concept and the sections, by what the kind's schema refers to."""
    named: dict[str, Any] = {}
    required = schema.get("required", ())
    sections = list(draft.sections)
    for key, value in schema.get("properties", {}).items():
        if value.get("x-refers-to") == "concept" and draft.concept and (key in required or key == "concept"):
            named.setdefault(key, draft.concept)
        elif value.get("x-refers-to") == "section" and key in required and sections:
            named[key] = sections.pop(0)
    items = schema.get("properties", {}).get("sections", {}).get("items", {})
    if sections and items.get("x-refers-to") == "section":
        named["sections"] = sections
    return named


def rule_yaml(draft: Draft, examples: tuple[DraftExample, ...], indent: int = 2) -> str:
    """Return the rule as an item of a list whose dash stands after *indent* spaces."""
    lines = [f"- id: {_scalar(draft.id)}", f"  name: {_scalar(_both(draft.name))}", f"  severity: {draft.severity}"]
    lines.append(f"  group: {_scalar(draft.group)}")
    if draft.levels:
        lines.append(f"  levels: {_flow(list(draft.levels))}")
    years = {key: year for key, year in (("since", draft.since), ("until", draft.until)) if year is not None}
    if years:
        lines.append(f"  years: {_flow(years)}")
    lines.append(f"  check: {_flow(check_of(draft))}")
    if draft.norm:
        article = {"article": draft.article} if draft.article else {}
        basis = {"norm": draft.norm, **article, "verified": draft.verified, "rank": draft.rank}
        lines += ["  basis:", f"    - {_flow(basis)}"]
    lines.append(f"  advice: {_scalar(_both(draft.advice))}")
    if draft.explanation is not None:
        lines.append(f"  explanation: {_scalar(_both(draft.explanation))}")
    lines.append("  examples:")
    for example in examples:
        lines += [f"    - name: {_scalar(example.name)}", f"      expect: {example.expect}"]
        lines += [f"      level: {example.level}"] if example.level else []
        lines += _block("      text", example.text)
    return "".join(f"{' ' * indent}{line}\n" if line else "\n" for line in lines)


def concept_yaml(draft: Draft, indent: int = 2) -> str:
    """Return the new concept as an entry of ``vocabulary``; the empty string where there are no words."""
    if not draft.words:
        return ""
    head = " " * indent + f"{_scalar(draft.concept or '')}:"
    if not draft.unless:
        return f"{head} {_flow(list(draft.words))}\n"
    lists = (("phrases", draft.words), ("unless", draft.unless))
    return f"{head}\n" + "".join(f"{' ' * (indent + 2)}{key}: {_flow(list(words))}\n" for key, words in lists)


def _both(words: Text) -> dict[str, str] | str:
    """Return a sentence in both languages; one that is the same in both is written once."""
    return words.zh if words.zh == words.en else {"zh": words.zh, "en": words.en}


def _flow(value: Any) -> str:
    import yaml

    written = yaml.safe_dump(value, allow_unicode=True, default_flow_style=True, sort_keys=False, width=10**9)
    return written.rstrip("\n")


def _scalar(value: Any) -> str:
    """Return *value*, which may be a lone string: after one of those the library ends the document."""
    return _flow(value).removesuffix("...").rstrip("\n")


def _block(key: str, words: str) -> list[str]:
    """Return a text as a block that can be read and edited, or quoted where a block would not keep it as it is."""
    lines = words.strip("\n").split("\n")
    if not all(_PLAIN_LINE.fullmatch(line) for line in lines):
        return [f"{key}: {_quoted(words)}"]
    space = " " * (len(key) - len(key.lstrip()) + 2)
    return [f"{key}: |", *(space + line for line in lines)]


def _quoted(words: str) -> str:
    import json

    return json.dumps(words, ensure_ascii=False)
