"""A model of meaning for tests: it knows which words mean the same, and nothing else."""

from __future__ import annotations

from collections.abc import Sequence

from checker.matching.meaning import MeaningError
from checker.texts import Text


class FakeEncoder:
    """Two phrases are alike where each holds a word of one group of *groups*. *asked* counts how often it was used."""

    name = "fake 1"

    def __init__(self, *groups: Sequence[str]) -> None:
        self.groups = groups
        self.asked = 0

    def __call__(self) -> FakeEncoder:
        return self

    def cosines(self, queries: Sequence[str], texts: Sequence[str]) -> list[list[float]]:
        self.asked += 1
        return [[self._alike(query, each) for each in texts] for query in queries]

    def _alike(self, one: str, other: str) -> float:
        return 0.9 if any(_holds(one, group) and _holds(other, group) for group in self.groups) else 0.8


def _holds(words: str, group: Sequence[str]) -> bool:
    return any(word in words for word in group)


def broken() -> FakeEncoder:
    """Stand for a model that is installed and cannot be used."""
    raise MeaningError(Text("处理器太旧", "too old a processor"))
