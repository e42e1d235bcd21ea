"""What a pattern can match: its whole language where that is small, else samples that try each of its alternatives.

Reads the RE2 patterns that phrases expand to. A pattern with something this module does not know (a class by name, a
flag) has neither; then nothing is said of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice, product

from checker.frozen import dataclass

_COMMON = "甲一1a,、:《"  # one of these is in almost every class
_CLASSES = {"d": "1", "n": "\n", "w": "a", "s": " ", "D": "甲", "W": "甲", "S": "甲", "t": "\t"}
_ANCHORS = frozenset("bBAz")
_MOST = 400
_REPEATED = 3


class UnknownPatternError(ValueError):
    """A pattern holds something that is not understood here."""


@dataclass(frozen=True, slots=True)
class _Sign:
    """One character; *exact*: that very one, else an example of those that will do."""

    sign: str
    exact: bool = True


@dataclass(frozen=True, slots=True)
class _Repeat:
    part: _Part
    least: int
    most: int | None


@dataclass(frozen=True, slots=True)
class _Sequence:
    parts: tuple[_Part, ...]


@dataclass(frozen=True, slots=True)
class _Choice:
    branches: tuple[_Part, ...]


@dataclass(frozen=True, slots=True)
class _Edge:
    """A place rather than a character: the edge of a line or of the text."""


_Part = _Edge | _Sign | _Repeat | _Sequence | _Choice


def branches(pattern: str) -> list[list[str]]:
    """Return for each alternative at the top of *pattern* the strings that try it. Raises UnknownPatternError."""
    part = _Parser(pattern).parsed()
    each = part.branches if isinstance(part, _Choice) else (part,)
    return [list(dict.fromkeys(_samples(branch))) for branch in each]


def language(pattern: str) -> list[str] | None:
    """Return every string that *pattern* matches; None where they are many, endless or not to be told."""
    try:
        words = list(islice(_words(_Parser(pattern).parsed()), _MOST + 1))
    except UnknownPatternError:
        return None
    return None if len(words) > _MOST else list(dict.fromkeys(words))


def crosses_line(pattern: str) -> bool:
    """Whether *pattern* needs a line end with something before and after it. Raises UnknownPatternError."""
    return any("\n" in sample.strip("\n") for branch in branches(pattern) for sample in branch)


def _words(part: _Part) -> Iterator[str]:
    """Yield the language of *part*. Raises UnknownPatternError where it is not made of plain characters."""
    match part:
        case _Sign(exact=True):
            yield part.sign
        case _Choice():
            for branch in part.branches:
                yield from _words(branch)
        case _Repeat(most=int(most)) if most <= _REPEATED:
            inner = list(islice(_words(part.part), _MOST + 1))
            for count in range(part.least, most + 1):
                yield from ("".join(each) for each in product(inner, repeat=count))
        case _Sequence():
            lists = [list(islice(_words(each), _MOST + 1)) for each in part.parts]
            yield from ("".join(each) for each in product(*lists))
        case _:
            raise UnknownPatternError


def _samples(part: _Part) -> list[str]:
    if isinstance(part, _Edge):
        return [""]
    if isinstance(part, _Sign):
        return [part.sign]
    if isinstance(part, _Choice):
        return [sample for branch in part.branches for sample in _samples(branch)][:_MOST]
    if isinstance(part, _Repeat):
        inner = _samples(part.part)
        counts = dict.fromkeys((part.least, max(part.least, 1)))
        return [sample * count for count in counts for sample in (inner if count else [""])][:_MOST]
    lists = [_samples(each) for each in part.parts]
    longest = max(map(len, lists), default=0)
    # Side by side rather than crossed: each alternative comes once, which is what is asked for.
    return ["".join(each[index % len(each)] for each in lists) for index in range(longest)] or [""]


class _Parser:
    def __init__(self, pattern: str) -> None:
        self.pattern = pattern
        self.at = 0

    def parsed(self) -> _Part:
        part = self.choice()
        if self.at < len(self.pattern):
            raise UnknownPatternError(self.pattern)
        return part

    def peek(self) -> str:
        return self.pattern[self.at : self.at + 1]

    def take(self, words: str = "") -> str:
        """Take the next character, or *words* if they come next; the empty string where they do not."""
        if words and not self.pattern.startswith(words, self.at):
            return ""
        taken = words or self.peek()
        self.at += len(taken)
        return taken

    def choice(self) -> _Part:
        found = [self.sequence()]
        while self.take("|"):
            found.append(self.sequence())
        return found[0] if len(found) == 1 else _Choice(tuple(found))

    def sequence(self) -> _Part:
        parts: list[_Part] = []
        while self.peek() not in ("", "|", ")"):
            parts.append(self.repeated(self.atom()))
        return parts[0] if len(parts) == 1 else _Sequence(tuple(parts))

    def atom(self) -> _Part:
        sign = self.take()
        if sign == "(":
            return self.group()
        if sign == "[":
            return _Sign(self.character_class(), exact=False)
        if sign == "\\":
            return self.escape()
        if sign == ".":
            return _Sign("甲", exact=False)
        if sign in "^$":
            return _Edge()
        if sign in "*+?{":
            raise UnknownPatternError(self.pattern)
        return _Sign(sign)

    def group(self) -> _Part:
        if self.take("?"):
            flags = ""
            while self.peek() in ("s", "m", "i", "U", "-"):
                flags += self.take()
            if "i" in flags:
                raise UnknownPatternError(self.pattern)
            if self.take(")"):
                return _Sequence(())
            if not self.take(":"):
                raise UnknownPatternError(self.pattern)
        part = self.choice()
        if not self.take(")"):
            raise UnknownPatternError(self.pattern)
        return part

    def escape(self) -> _Part:
        sign = self.take()
        if sign in ("p", "P"):
            name = self.take()
            if name == "{":
                name = "".join(iter(self.take, "}"))
            if (sign, name) != ("p", "Han"):
                raise UnknownPatternError(self.pattern)
            return _Sign("甲", exact=False)
        if sign in _ANCHORS:
            return _Edge()
        if sign in _CLASSES:
            return _Sign(_CLASSES[sign], exact=sign in "nt")
        if sign.isalnum() or not sign:
            raise UnknownPatternError(self.pattern)
        return _Sign(sign)

    def character_class(self) -> str:
        """Return a character that is in the class."""
        negated = bool(self.take("^"))
        members: list[tuple[str, str]] = []
        while (sign := self.take()) != "]" or not members:
            if not sign or (sign == "[" and self.peek() == ":"):
                raise UnknownPatternError(self.pattern)
            first = self.member(sign)
            last = first
            if self.peek() == "-" and self.pattern[self.at + 1 : self.at + 2] not in ("", "]"):
                self.take()
                last = self.member(self.take())
            members.append((first, last))
        if not negated:
            return members[0][0]
        for candidate in _COMMON:
            if not any(first <= candidate <= last for first, last in members):
                return candidate
        raise UnknownPatternError(self.pattern)

    def member(self, sign: str) -> str:
        if sign != "\\":
            return sign
        part = self.escape()
        if not isinstance(part, _Sign):
            raise UnknownPatternError(self.pattern)
        return part.sign

    def repeated(self, part: _Part) -> _Part:
        for sign, least, most in (("*", 0, None), ("+", 1, None), ("?", 0, 1)):
            if self.take(sign):
                self.take("?")
                return _Repeat(part, least, most)
        if not self.take("{"):
            return part
        bounds = "".join(self._until("}")).split(",")
        if not all(bound.isdigit() for bound in bounds if bound) or not bounds[0]:
            raise UnknownPatternError(self.pattern)
        self.take("?")
        least = int(bounds[0])
        return _Repeat(part, least, least if len(bounds) == 1 else int(bounds[1]) if bounds[1] else None)

    def _until(self, end: str) -> Iterator[str]:
        while (sign := self.take()) != end:
            if not sign:
                raise UnknownPatternError(self.pattern)
            yield sign


def contained(words: Sequence[str], others: Sequence[str]) -> bool:
    """Whether each of *words* holds one of *others*."""
    return all(any(other in word for other in others) for word in words)
