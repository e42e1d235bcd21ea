"""How a compiled pack keeps what a check never looks at: as text inside its JSON, which hardly costs time to load."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any


def packed(examples: Iterable[tuple[Any, Sequence[int]]]) -> str:
    """Return examples, each with the number of its file and its line, as one string."""
    return json.dumps(list(examples), ensure_ascii=False, separators=(",", ":"))


def unpacked(written: str) -> list[tuple[Any, Sequence[int]]]:
    """Return what :func:`packed` has packed."""
    return [(value, at) for value, at in json.loads(written)]
