"""Units: the pieces of text that can each say one thing: a sentence, a clause ended by a semicolon, a title."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from checker.frozen import dataclass
from checker.regex import regex
from checker.structure.outline import Node

_END = regex(r"[。;!?\n]+[”)》]*")


@dataclass(frozen=True, slots=True)
class Unit:
    """``NormalText.text[start:end]``; *node* is the index of the deepest heading above it, -1 for none."""

    start: int
    end: int
    node: int
    is_title: bool


def units(text: str, nodes: Sequence[Node]) -> tuple[Unit, ...]:
    """Return the units of *text* in order; they cover it, but for empty ones."""
    cuts = {0, len(text)}
    cuts.update(end.end() for end in _END.finditer(text))
    titles: set[int] = set()
    for node in nodes:
        cuts.add(node.start)
        if not node.sentence:
            cuts.add(node.title_end)
            titles.add(node.start)
    edges = sorted(cuts)
    found: list[Unit] = []
    open_nodes: list[int] = []
    upcoming = 0
    for start, end in pairwise(edges):
        while upcoming < len(nodes) and nodes[upcoming].start <= start:
            open_nodes.append(upcoming)
            upcoming += 1
        while open_nodes and nodes[open_nodes[-1]].end <= start:
            open_nodes.pop()
        if text[start:end].strip("。;!?\n”)》"):
            found.append(Unit(start, end, open_nodes[-1] if open_nodes else -1, start in titles))
    return tuple(found)
