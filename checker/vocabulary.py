"""The words of a template: named groups of phrases, and what they look for in a text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from checker.frozen import dataclass, field


@dataclass(frozen=True, slots=True)
class Sought:
    """What a set of phrases looks for: some *words*, and whatever *rest*, an RE2 pattern, matches ("" for nothing).

    *needles*: words of which one stands in every text that *rest* matches; none where that is not known. *late*: those
    words that are listed after a pattern. Words are written with spaces between, which costs least to keep and to read.
    """

    words: str
    rest: str = ""
    needles: str = ""
    late: str = ""


@dataclass(frozen=True, slots=True)
class Concept:
    """A named group of phrases; a hit that begins inside a hit of *unless* does not count.

    *found*, *barred*: what the two look for, where that was worked out when the pack was compiled.
    """

    name: str
    phrases: tuple[str, ...]
    unless: tuple[str, ...] = ()
    found: Sought | None = field(default=None, compare=False)
    barred: Sought | None = field(default=None, compare=False)


class Vocabulary(Mapping[str, Concept]):
    """The concepts of a template by name. Compared by identity, so that compiled phrases can be kept beside it."""

    __slots__ = ("_concepts",)
    __hash__ = object.__hash__

    def __init__(self, concepts: Mapping[str, Concept]) -> None:
        self._concepts = dict(concepts)

    def __getitem__(self, name: str) -> Concept:
        return self._concepts[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._concepts)

    def __len__(self) -> int:
        return len(self._concepts)

    def __eq__(self, other: object) -> bool:
        return self is other
