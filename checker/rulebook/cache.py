"""Validated packs as JSON in the user's cache folder, because parsing and validating YAML takes most of a second.

A cache never decides anything: whatever is wrong with it (missing, damaged, not ours, not writable) means that the
pack is compiled anew. Only rules are kept here, never a document.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from checker.cachefolder import folder

_KEPT = 8  # the latest packs; each is some hundred kilobytes


def key(content: str, tool_version: str, kinds: Iterable[str]) -> str:
    """Return the key of a pack whose files have the digest *content*, for a program that knows the check *kinds*."""
    return hashlib.sha256("\n".join((content, tool_version, *sorted(kinds), _code_stamp())).encode()).hexdigest()


def _code_stamp() -> str:
    # While the program is being written its version stands still and what it accepts does not.
    # Schemas are made from these rooms; looking at their files is quicker than making them.
    package = Path(__file__).parent.parent
    rooms = (package / name for name in ("rulebook", "checks", "matching"))
    entries = sorted((entry for room in rooms for entry in os.scandir(room)), key=lambda entry: entry.path)
    stats = [entry.stat() for entry in entries if entry.name.endswith(".py")]
    return " ".join(f"{each.st_size}.{each.st_mtime_ns}" for each in stats)


def load(name: str) -> Any | None:
    """Return what was stored under *name*, or None."""
    place = folder()
    if place is None:
        return None
    try:
        digest, _, payload = (place / f"{name}.json").read_bytes().partition(b"\n")
        if hashlib.sha256(payload).hexdigest().encode() != digest:
            return None
        return json.loads(payload)
    except (OSError, ValueError):
        return None


def store(name: str, value: Any) -> None:
    """Keep *value* under *name* if that is possible; a reader sees all of it or nothing."""
    place = folder()
    if place is None:
        return
    import tempfile

    payload = json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
    with contextlib.suppress(OSError):
        handle, temporary = tempfile.mkstemp(dir=place, suffix=".part")
        try:
            with os.fdopen(handle, "wb") as stream:
                stream.write(hashlib.sha256(payload).hexdigest().encode() + b"\n" + payload)
            Path(temporary).replace(place / f"{name}.json")
        finally:
            Path(temporary).unlink(missing_ok=True)
        _prune(place)


def _prune(place: Path) -> None:
    latest = sorted(place.glob("*.json"), key=lambda path: path.stat().st_mtime_ns, reverse=True)
    for path in latest[_KEPT:]:
        path.unlink(missing_ok=True)
