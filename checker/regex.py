"""``re.compile`` for the patterns at the top of a module: each is compiled when it is first used.

A run needs a third of the program's patterns, and compiling one that names characters beyond Latin takes as long as
reading a page. To type checkers it is ``re.compile``.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

__all__ = ["HAN", "NOT_HAN", "regex"]

# A Chinese character, and what is none, by Unicode's categories: a range of 20,000 characters takes a millisecond to
# compile. The numeral 〇 is left out, as it is no character of a name.
HAN = r"[^\W\d_a-zA-Z〇]"
NOT_HAN = r"[\W\d_a-zA-Z〇]"

_METHODS = ("finditer", "findall", "fullmatch", "match", "search", "split", "sub", "subn")


class _Regex:
    def __init__(self, pattern: Any, flags: int = 0) -> None:
        self.pattern = pattern
        self.flags = flags

    def __getattr__(self, name: str) -> Any:
        compiled = re.compile(self.pattern, self.flags)
        for method in _METHODS:
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)

    def __repr__(self) -> str:
        return f"regex({self.pattern!r})"


if TYPE_CHECKING:
    from re import compile as regex
else:
    regex = _Regex
