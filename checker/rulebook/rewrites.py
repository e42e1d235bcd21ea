"""Whether corrections can be made: a pattern that compiles and names no concept, a replacement of its groups."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from checker.errors import Problem
from checker.regex import regex
from checker.rulebook.phrases import meaning
from checker.rulebook.positions import KeyPath, YamlFile
from checker.rulebook.references import Marked
from checker.texts import text

MARK = "x-rewrite"
"""Marks the pattern of a correction; its value is the key beside it that holds the replacement."""

_CONCEPT = regex(r"<[^<>]*>")
_ESCAPE = regex(r"\\(?![0-9])")


def rewrite_problems(found: Iterable[Marked]) -> Iterator[Problem]:
    """Yield what is wrong with each correction."""
    for each in found:
        if each.mark == MARK and each.value:
            yield from _problems_of(each)


def _problems_of(each: Marked) -> Iterator[Problem]:
    from checker.matching.phrases import PhraseError
    from checker.matching.rewriting import groups_of, highest_group

    named = _CONCEPT.search(each.value)
    if named is not None:
        # Parentheses inside the concept would be counted as groups, out of the author's sight.
        message = text("rulebook.rewrite-concept", name=named.group())
        yield each.file.problem("concept-in-correction", message, each.path, offset=named.start())
        return
    try:
        groups = groups_of(each.value)
    except PhraseError as error:
        yield each.file.problem("bad-phrase", meaning(error), each.path, offset=error.offset)
        return
    path = (*each.path[:-1], str(each.meaning))
    replacement = _at(each.file, path)
    if not isinstance(replacement, str):
        return  # the schema has said so
    escape = _ESCAPE.search(replacement)
    if escape is not None:
        message = text("rulebook.rewrite-escape")
        yield each.file.problem("bad-replacement", message, path, offset=escape.start())
    elif highest_group(replacement) > groups:
        message = text("rulebook.rewrite-group", group=f"\\{highest_group(replacement)}", count=groups)
        yield each.file.problem("bad-replacement", message, path)


def _at(file: YamlFile, path: KeyPath) -> Any:
    value: Any = file.value
    for step in path:
        value = value.get(step) if isinstance(value, dict) else value[step] if isinstance(step, int) else None
    return value
