"""Values of options: which are known, and which one a person may have meant."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Literal, cast

from checker.errors import UsageError
from checker.texts import Language, Text, text

if TYPE_CHECKING:
    from checker.rule import Template

LANGUAGES = ("zh", "en")


def language_of(arguments: Sequence[str]) -> Language:
    """Return the language that *arguments* ask for; it is needed before they are parsed, for help and errors."""
    for index, argument in enumerate(arguments):
        value = argument.partition("=")[2] if argument.startswith("--lang=") else ""
        if argument == "--lang":
            value = "".join(arguments[index + 1 : index + 2])
        if value in LANGUAGES:
            return cast(Literal["zh", "en"], value)
    return "zh"


def one_of(option: str, value: str, known: Iterable[str]) -> str:
    """Return *value* if it is *known*. Raises UsageError with the nearest known value, or all of them."""
    known = list(known)
    if value in known:
        return value
    raise UsageError(text("cli.unknown_value", option=option, value=value), hint=nearest(value, known))


def level_id(option: str, level: str, template: Template) -> str:
    """Return the id of a level of *template* given by id or by name. Raises UsageError like :func:`one_of`."""
    named = {name: entry.id for entry in template.levels for name in (entry.name.zh, entry.name.en, entry.id)}
    return named[one_of(option, level, named)]


def nearest(value: str, known: Sequence[str]) -> Text:
    """Return the hint that names the known value most like *value*, or every known value."""
    from difflib import get_close_matches

    close = get_close_matches(value.casefold(), [name.casefold() for name in known], n=1, cutoff=0.5)
    if close:
        return text("cli.nearest", value=next(name for name in known if name.casefold() == close[0]))
    joiner = text("report.joiner")
    return text("cli.known", values=Text(joiner.zh.join(known), joiner.en.join(known)))
