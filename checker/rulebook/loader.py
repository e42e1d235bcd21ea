"""A pack's name or place → the pack, through the cache."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import checker
from checker.checks.registry import CHECKS
from checker.errors import PackError, Problem
from checker.rule import Pack
from checker.rulebook import cache as kept
from checker.rulebook import locate
from checker.rulebook.build import build_pack
from checker.rulebook.layers import Layer, gather

if TYPE_CHECKING:
    from checker.rulebook.material import Compiled


def load(name_or_path: str | Path, *, cache: bool) -> Pack:
    """Return the pack. Raises UsageError where there is none, PackError with every problem of one that is broken."""
    layer = gather(locate.pack_home(name_or_path))
    return build_pack(_compiled(layer, cache=cache), layer)


def _compiled(layer: Layer, *, cache: bool) -> Compiled:
    # The digest covers what lies below, so that a change in a base is a change of every pack that extends it.
    key = kept.key(layer.digest, checker.__version__, CHECKS) if cache and layer.whole else None
    found: Compiled | None = kept.load(key) if key else None
    if found is not None:
        return found
    base: Compiled | None = None
    problems: Sequence[Problem] = ()
    if layer.base is not None:
        try:
            base = _compiled(layer.base, cache=cache)
        except PackError as error:
            problems = error.problems
    compiled = _compile(layer, base, problems)
    if key:
        kept.store(key, compiled)
    return compiled


def _compile(layer: Layer, base: Compiled | None, problems: Sequence[Problem]) -> dict[str, Any]:
    from checker.rulebook.compile import compile_pack

    return compile_pack(layer, base, problems)
