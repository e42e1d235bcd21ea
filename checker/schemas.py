"""The JSON Schemas that ``checker schema`` prints: of everything the program writes for programs, and of rule files."""

from __future__ import annotations

from pathlib import Path

_FILES = ("report", "reading", "config", "comparison", "examples", "lint")
NAMES = ("report", "rule", *_FILES[1:], "baseline")
"""``report`` of check, ``reading`` of read, ``rule`` of rule files, the others of what they are called after."""


def schema_json(name: str) -> str:
    """Return the schema *name*, one of :data:`NAMES`, as JSON text."""
    if name in _FILES:
        path = Path(__file__).with_name("reports") / f"{name}.schema.json"
        return path.read_text(encoding="utf-8")
    if name == "rule":
        from checker.rulebook import rule_schema_json

        return rule_schema_json()
    from checker.baseline import schema_json as of_baseline

    return of_baseline()
