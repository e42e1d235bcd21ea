"""Corrections that rule authors write: a pattern for the wrong form, and what it should read as.

The pattern is a phrase without ``<names>``; it must match the whole wrong form. The replacement names what the
pattern has captured: ``\\1`` is what stands between the first parentheses. What is captured is put back as the
document writes it, so that the width of its characters and blanks inside it stay.

Example: ``(.+)[\\[(](20\\d\\d)[\\])](\\d+号)`` → ``\\1〔\\2〕\\3``.
"""

from __future__ import annotations

from functools import lru_cache

import re2

from checker.frozen import dataclass
from checker.matching.phrases import as_lines, expand, rejected
from checker.model import Span
from checker.regex import regex

_GROUP = regex(r"\\([0-9])")
_OPTIONS = re2.Options()
_OPTIONS.log_errors = False


@dataclass(frozen=True, slots=True)
class Rewrite:
    """What :func:`rewritten` makes of a match: pieces in order, words to be written or places to be kept."""

    pieces: tuple[str | Span, ...]


@lru_cache(maxsize=512)
def compile_rewrite(pattern: str) -> re2._Regexp:
    """Return the RE2 object for *pattern*, which captures. Raises PhraseError."""
    try:
        return re2.compile(expand(pattern, {}).encode(), _OPTIONS)
    except re2.error as error:
        raise rejected(error) from None


def highest_group(replacement: str) -> int:
    """Return the highest number that *replacement* names, 0 for none."""
    return max((int(number) for number in _GROUP.findall(replacement)), default=0)


def groups_of(pattern: str) -> int:
    """Return how many groups *pattern* captures. Raises PhraseError."""
    return int(compile_rewrite(pattern).groups)


def rewritten(words: str, pattern: str, replacement: str) -> Rewrite | None:
    """Return what *words* (normalised) should read as, None where *pattern* does not match all of them.

    Places in the answer point into *words*. Raises PhraseError for a pattern that does not compile.
    """
    data = as_lines(words).encode("utf-8", "surrogatepass")
    match = compile_rewrite(pattern).fullmatch(data)
    if match is None:
        return None
    pieces: list[str | Span] = []
    position = 0
    for group in _GROUP.finditer(replacement):
        pieces.append(replacement[position : group.start()])
        position = group.end()
        start, end = match.span(int(group.group(1)))
        if start >= 0:  # a group inside an alternative may have captured nothing
            before = len(data[:start].decode("utf-8", "surrogatepass"))
            pieces.append(Span(before, before + len(data[start:end].decode("utf-8", "surrogatepass"))))
    pieces.append(replacement[position:])
    return Rewrite(tuple(piece for piece in pieces if piece != ""))
