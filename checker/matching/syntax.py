"""Reads RE2 patterns as far as phrases use their syntax: what strings they match, and what must stand in each.

A pattern with something this module does not know (a class by name, a flag that changes letters) has no answer; then
nothing is concluded from it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product

from checker.frozen import dataclass

_COMMON = "甲一1a,、:《"  # one of these is in almost every class
_CLASSES = {"d": "1", "n": "\n", "w": "a", "s": " ", "D": "甲", "W": "甲", "S": "甲", "t": "\t"}
_ANCHORS = frozenset("bBAz")
_REPEATED = 3
_WIDEST_CLASS = 40  # characters; a class of more is no list of alternatives
_NEEDLES = 40  # more alternatives than this cost more to look for than they save


class UnknownPatternError(ValueError):
    """A pattern holds something that is not understood here."""


class NotFiniteError(ValueError):
    """A pattern matches endlessly many strings, or more than were asked for."""


@dataclass(frozen=True, slots=True)
class Sign:
    """One character out of *signs*; *exact*: any of those and no other, else one example of what will do."""

    signs: tuple[str, ...]
    exact: bool = True


@dataclass(frozen=True, slots=True)
class Repeat:
    """A part that comes *least* to *most* times; None: without end."""

    part: Part
    least: int
    most: int | None


@dataclass(frozen=True, slots=True)
class Series:
    """Parts one after the other."""

    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several parts."""

    branches: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Edge:
    """A place rather than a character: the edge of a line or of the text."""


Part = Edge | Sign | Repeat | Series | Choice


def parsed(pattern: str) -> Part:
    """Return the structure of *pattern*. Raises UnknownPatternError."""
    return _Parser(pattern).parsed()


def alternatives(pattern: str) -> tuple[str, ...]:
    """Return the alternatives at the top of *pattern*, in order. Raises UnknownPatternError."""
    parser = _Parser(pattern)
    parser.parsed()
    # A flag holds for what follows it, so what stands around it cannot be taken apart.
    return (pattern,) if parser.has_flags else parser.top


def words(part: Part, most: int) -> tuple[str, ...]:
    """Return every string that *part* matches, each once. Raises NotFiniteError for more than *most* strings."""
    found: list[str]
    match part:
        case Sign(exact=True):
            found = list(part.signs)
        case Choice():
            found = [word for branch in part.branches for word in words(branch, most)]
        case Repeat(most=int(times)) if times <= _REPEATED:
            inner = words(part.part, most)
            # The longer first, as most often meant: 的? is a word that may be left out.
            counts = range(times, part.least - 1, -1)
            found = ["".join(each) for count in counts for each in product(inner, repeat=count)]
        case Series():
            found = [""]
            for each in part.parts:
                found = [before + after for before in found for after in words(each, most)]
                if len(found) > most:
                    raise NotFiniteError
        case _:
            raise NotFiniteError
    if len(found) > most:
        raise NotFiniteError
    return tuple(dict.fromkeys(found))


def needles(part: Part) -> frozenset[str]:
    """Return strings of which at least one stands in whatever *part* matches; none where that is not known."""
    try:
        found = frozenset(words(part, _NEEDLES))
    except NotFiniteError:
        pass
    else:
        return frozenset() if "" in found else found
    match part:
        case Choice():
            each = [needles(branch) for branch in part.branches]
            found = frozenset().union(*each) if all(each) else frozenset()
            return found if len(found) <= _NEEDLES else frozenset()
        case Repeat():
            return needles(part.part) if part.least else frozenset()
        case Series():
            return _telling([*_runs(part.parts), *(needles(each) for each in part.parts)])
    return frozenset()


def _runs(parts: Sequence[Part]) -> Iterator[frozenset[str]]:
    """Yield the strings of neighbouring parts that are finite together, each run as long as may be."""
    run: tuple[str, ...] = ("",)
    for each in parts:
        try:
            inner = words(each, _NEEDLES)
        except NotFiniteError:
            yield frozenset(run)
            run = ("",)
            continue
        if len(run) * len(inner) > _NEEDLES:
            yield frozenset(run)
            run = ("",)
        run = tuple(before + after for before in run for after in inner)
    yield frozenset(run)


def _telling(candidates: Sequence[frozenset[str]]) -> frozenset[str]:
    """Return the candidate whose shortest string is longest, the smallest of those; one with "" tells nothing."""
    known = [each for each in candidates if each and "" not in each]
    return max(known, key=lambda each: (min(map(len, each)), -len(each)), default=frozenset())


class _Parser:
    def __init__(self, pattern: str) -> None:
        self.pattern = pattern
        self.at = 0
        self.has_flags = False
        self.top: tuple[str, ...] = ()

    def parsed(self) -> Part:
        begins = [0]
        found = [self.sequence()]
        while self.take("|"):
            begins.append(self.at)
            found.append(self.sequence())
        if self.at < len(self.pattern):
            raise UnknownPatternError(self.pattern)
        ends = [begin - 1 for begin in begins[1:]] + [self.at]
        self.top = tuple(self.pattern[begin:end] for begin, end in zip(begins, ends, strict=True))
        return _one(found)

    def peek(self) -> str:
        return self.pattern[self.at : self.at + 1]

    def take(self, sign: str = "") -> str:
        """Take the next character, or *sign* if it comes next; the empty string where it does not."""
        if sign and self.peek() != sign:
            return ""
        taken = self.peek()
        self.at += 1
        return taken

    def choice(self) -> Part:
        found = [self.sequence()]
        while self.take("|"):
            found.append(self.sequence())
        return _one(found)

    def sequence(self) -> Part:
        parts: list[Part] = []
        while self.peek() not in ("", "|", ")"):
            parts.append(self.repeated(self.atom()))
        return parts[0] if len(parts) == 1 else Series(tuple(parts))

    def atom(self) -> Part:
        sign = self.take()
        if sign == "(":
            return self.group()
        if sign == "[":
            return self.character_class()
        if sign == "\\":
            return self.escape()
        if sign == ".":
            return Sign(("甲",), exact=False)
        if sign in "^$":
            return Edge()
        if sign in "*+?{":
            raise UnknownPatternError(self.pattern)
        return Sign((sign,))

    def group(self) -> Part:
        if self.take("?"):
            flags = ""
            while self.peek() in ("s", "m", "i", "U", "-"):
                flags += self.take()
            if "i" in flags:
                raise UnknownPatternError(self.pattern)
            self.has_flags = self.has_flags or bool(flags)
            if self.take(")"):
                return Series(())
            if not self.take(":"):
                raise UnknownPatternError(self.pattern)
        part = self.choice()
        if not self.take(")"):
            raise UnknownPatternError(self.pattern)
        return part

    def escape(self) -> Part:
        sign = self.take()
        if sign in ("p", "P"):
            name = self.take()
            if name == "{":
                name = "".join(self._until("}"))
            if (sign, name) != ("p", "Han"):
                raise UnknownPatternError(self.pattern)
            return Sign(("甲",), exact=False)
        if sign in _ANCHORS:
            return Edge()
        if sign in _CLASSES:
            return Sign((_CLASSES[sign],), exact=sign in "nt")
        if sign.isalnum() or not sign:
            raise UnknownPatternError(self.pattern)
        return Sign((sign,))

    def character_class(self) -> Sign:
        """Read a class: its members where they are few and all known, else an example."""
        negated = bool(self.take("^"))
        members: list[tuple[str, str]] = []
        listed = not negated
        while (sign := self.take()) != "]" or not members:
            if not sign or (sign == "[" and self.peek() == ":"):
                raise UnknownPatternError(self.pattern)
            first, exact = self.member(sign)
            last = first
            if self.peek() == "-" and self.pattern[self.at + 1 : self.at + 2] not in ("", "]"):
                self.take()
                last, _ = self.member(self.take())
            listed = listed and exact and ord(last) - ord(first) < _WIDEST_CLASS
            members.append((first, last))
        if listed:
            signs = (chr(code) for first, last in members for code in range(ord(first), ord(last) + 1))
            return Sign(tuple(dict.fromkeys(signs)))
        if not negated:
            return Sign((members[0][0],), exact=False)
        for candidate in _COMMON:
            if not any(first <= candidate <= last for first, last in members):
                return Sign((candidate,), exact=False)
        raise UnknownPatternError(self.pattern)

    def member(self, sign: str) -> tuple[str, bool]:
        """Return a character of a class, and whether it stands for itself alone."""
        if sign != "\\":
            return sign, True
        part = self.escape()
        if not isinstance(part, Sign):
            raise UnknownPatternError(self.pattern)
        return part.signs[0], part.exact

    def repeated(self, part: Part) -> Part:
        for sign, least, most in (("*", 0, None), ("+", 1, None), ("?", 0, 1)):
            if self.take(sign):
                self.take("?")
                return Repeat(part, least, most)
        if not self.take("{"):
            return part
        bounds = "".join(self._until("}")).split(",")
        if not all(bound.isdigit() for bound in bounds if bound) or not bounds[0]:
            raise UnknownPatternError(self.pattern)
        self.take("?")
        least = int(bounds[0])
        return Repeat(part, least, least if len(bounds) == 1 else int(bounds[1]) if bounds[1] else None)

    def _until(self, end: str) -> Iterator[str]:
        while (sign := self.take()) != end:
            if not sign:
                raise UnknownPatternError(self.pattern)
            yield sign


def _one(branches: Sequence[Part]) -> Part:
    return branches[0] if len(branches) == 1 else Choice(tuple(branches))
