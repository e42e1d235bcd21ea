"""Versions as numbers between dots: 1.2 is 1.2.0 and older than 1.10."""

from __future__ import annotations

from checker.regex import regex

_LEADING = regex(r"[0-9]{0,9}")


def at_least(have: str, need: str) -> bool:
    """Return whether the version *have* is *need* or newer. Of a part such as ``3rc1`` the leading number counts."""
    one, other = _numbers(have), _numbers(need)
    length = max(len(one), len(other))
    return one + [0] * (length - len(one)) >= other + [0] * (length - len(other))


def _numbers(version: str) -> list[int]:
    parts = (_LEADING.match(part) for part in version.split("."))
    return [int(part[0]) if part is not None and part[0] else 0 for part in parts]
