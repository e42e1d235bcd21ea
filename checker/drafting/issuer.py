"""Names of issuing bodies as they are given on the command line."""

from __future__ import annotations

from checker.errors import UsageError
from checker.regex import regex
from checker.rule import Level, Template
from checker.structure.bodies import level_of
from checker.texts import Text, text

LONGEST = 60
# What names hold: Chinese characters, letters, digits, brackets and dots between words.
_NOT_IN_NAMES = regex(r"[^\u3007\u3400-\u9fff\U00020000-\U0002fa1fA-Za-z0-9（）()·、 ]")
_BETWEEN = regex(r"[\s、]+")


def checked(issuer: str, level: str, template: Template) -> tuple[str, ...]:
    """Return the bodies that *issuer* names, more than one where they report together.

    Raises UsageError where it is empty, too long, holds what no name holds, or names a body of another level.
    """
    name = " ".join(issuer.split())
    if not name:
        raise UsageError(text("draft.no_issuer"))
    if len(name) > LONGEST:
        raise UsageError(text("draft.long_issuer", count=len(name), limit=LONGEST))
    odd = _NOT_IN_NAMES.search(name)
    if odd is not None:
        raise UsageError(text("draft.odd_issuer", name=name, sign=odd.group()))
    names = tuple(part for part in _BETWEEN.split(name) if part)
    if not names:
        raise UsageError(text("draft.no_issuer"))
    wanted = next(each for each in template.levels if each.id == level)
    for each in names:
        found = level_of(each, template)
        if isinstance(found, Level) and found is not wanted and not _rivals(found, wanted):
            known = Text(wanted.name.zh, wanted.id), Text(found.name.zh, found.id)
            message = text("draft.other_level", name=each, wanted=known[0], found=known[1])
            raise UsageError(message, hint=text("draft.other_level.hint", level=found.id))
    return names


def _rivals(found: Level, wanted: Level) -> bool:
    """Whether names do not tell the two apart: 市 may be a city or a county-level one."""
    return found.clues is not None and wanted.clues is not None
