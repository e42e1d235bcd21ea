"""What an extending pack may not do: lower what a law, an administrative or a Party regulation demands.

A rule is *protected* while it is a MUST and one of its bases has such a rank. Raising it is allowed, and whatever can
be seen to ask for more; what cannot be told is refused, because a requirement must not be weakened by accident.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from checker.model import Severity
from checker.texts import Text, text

STATUTORY = frozenset({"party_reg", "law", "admin_reg"})
_RANGES = ("levels", "kinds", "formats")


def statute(rule: Mapping[str, Any]) -> str | None:
    """Return the norm, with its article, that protects *rule* (as plain data); None where none does."""
    if rule["severity"] != Severity.MUST.value:
        return None
    bases = (basis for basis in rule.get("basis", ()) if basis["rank"] in STATUTORY)
    return next((" ".join(filter(None, (basis["norm"], basis.get("article")))) for basis in bases), None)


def lowering(field: str, before: Any, after: Any) -> Text | None:
    """Return how giving *field* the value *after* lowers a protected rule; None where it does not.

    *field* is ``severity``, or a part of the condition. The check's own parameters: see :func:`asks_no_less`.
    """
    if field == "severity":
        return text("rulebook.legal.severity", before=before, after=after) if after != before else None
    if field in _RANGES and _narrower(before, after):
        return text("rulebook.legal.range", name=field)
    if field == "years" and _fewer_years(before or {}, after):
        return text("rulebook.legal.range", name=field)
    if field in ("finding", "no_finding"):
        return text("rulebook.legal.range", name=field)
    return None


def asks_no_less(schema: Mapping[str, Any], before: Any, after: Any) -> bool:
    """Return whether a check with the parameters *after* can be seen to ask at least as much as with *before*.

    The check's schema says so: ``x-stricter`` is ``more`` or ``less``, for mappings compared key by key as in
    ``x-order``. Whatever bears no such mark must stay as it is.
    """
    if before == after:
        return True
    mark = schema.get("x-stricter")
    if mark is not None and before is not None and after is not None:
        keys = schema.get("x-order")
        old, new = ([value[key] for key in keys] if keys else value for value in (before, after))
        return bool(new > old if mark == "more" else new < old)
    if not isinstance(before, dict) or not isinstance(after, dict) or set(before) != set(after):
        return False
    properties = schema.get("properties", {})
    return all(asks_no_less(properties.get(key, {}), before[key], after[key]) for key in before)


def _narrower(before: list[str] | None, after: list[str]) -> bool:
    return before is None or not set(before) <= set(after)


def _fewer_years(before: Mapping[str, int], after: Mapping[str, int]) -> bool:
    return after.get("since", 0) > before.get("since", 0) or after.get("until", 9999) < before.get("until", 9999)
