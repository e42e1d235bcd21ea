"""Words without which a pattern cannot match, so that most texts need not be searched for it at all.

``x in text`` costs a microsecond; compiling a pattern and warming its automaton costs a thousand. Needles are
worked out once, when a pack is compiled, and only ever used to skip: a pattern without needles is always searched.
"""

from __future__ import annotations

from collections.abc import Iterable

_SPECIAL = "\\^$.[]|()?*+{}"
_MOST = 40  # more alternatives than this cost more to look for than they save


def needles(patterns: Iterable[str]) -> tuple[str, ...]:
    """Return words of which at least one stands in every text that one of *patterns* (RE2) matches; () for unknown."""
    found: set[str] = set()
    for pattern in patterns:
        words = _Parser(pattern).alternatives()
        if not words:
            return ()
        found |= words
    kept = {word for word in found if not any(other != word and other in word for other in found)}
    return tuple(sorted(kept)) if len(kept) <= _MOST else ()


class _Parser:
    """Reads as much of a pattern as is needed to know its words; what it does not know has none."""

    def __init__(self, pattern: str) -> None:
        self._pattern = pattern
        self._at = 0

    def alternatives(self) -> set[str]:
        """Return the words of the alternatives up to the end or a closing bracket; empty where one has none."""
        words = self._sequence()
        known = bool(words)
        while self._peek() == "|":
            self._at += 1
            more = self._sequence()
            known = known and bool(more)
            words = words | more
        return words if known else set()

    def _peek(self) -> str:
        return self._pattern[self._at : self._at + 1]

    def _sequence(self) -> set[str]:
        """Return the best words of a sequence: those of the part whose shortest word is longest."""
        best: set[str] = set()
        literal = ""
        while (character := self._peek()) and character not in "|)":
            words, exact = self._atom()
            optional, repeated = self._quantifier()
            if exact and not optional and not repeated:
                literal += exact
                continue
            best = _better(best, {literal} if literal else set())
            literal = exact if exact and not optional else ""
            if not optional:
                best = _better(best, words)
        return _better(best, {literal} if literal else set())

    def _atom(self) -> tuple[set[str], str]:
        """Read one atom; return its words and, where it is a single character, that character."""
        character = self._pattern[self._at]
        self._at += 1
        if character == "(":
            flags = self._pattern[self._at : self._at + 1] == "?"
            if flags:
                colon = self._pattern.find(":", self._at)
                close = self._pattern.find(")", self._at)
                if colon < 0 or (0 <= close < colon):  # (?m): flags for what follows
                    self._at = close + 1
                    return set(), ""
                self._at = colon + 1
            words = self.alternatives()
            self._at += 1
            return words, ""
        if character == "[":
            self._skip_class()
            return set(), ""
        if character == "\\":
            escaped = self._pattern[self._at : self._at + 1]
            self._at += 1
            return set(), "" if escaped.isalnum() else escaped
        return set(), "" if character in _SPECIAL or character == "\n" else character

    def _skip_class(self) -> None:
        self._at += self._peek() == "^"
        self._at += self._peek() == "]"
        while self._peek() not in ("]", ""):
            self._at += 1 + (self._peek() == "\\")
        self._at += 1

    def _quantifier(self) -> tuple[bool, bool]:
        """Read what follows an atom; return whether it may be missing and whether it may come twice."""
        character = self._peek()
        optional = repeated = False
        if character in ("?", "*", "+"):
            optional, repeated = character != "+", character != "?"
            self._at += 1
        elif character == "{" and (close := self._pattern.find("}", self._at)) > 0:
            least = self._pattern[self._at + 1 : close].partition(",")[0]
            optional, repeated = not least.isdigit() or int(least) == 0, True
            self._at = close + 1
        else:
            return False, False
        self._at += self._peek() in ("?", "+") and bool(self._peek())
        return optional, repeated


def _better(one: set[str], other: set[str]) -> set[str]:
    """Return the set whose shortest word is longer; the smaller one of equals."""
    if not one or not other:
        return one or other
    return max(one, other, key=lambda words: (min(map(len, words)), -len(words)))
