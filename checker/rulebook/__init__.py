"""YAML and JSON Schema → :class:`checker.rule.Pack`, with every mistake at its line and column."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from checker.rule import Pack

DEFAULT = "default"


def load_pack(name_or_path: str | Path = DEFAULT, *, cache: bool = True) -> Pack:
    """Return a rule pack that is ready to be run.

    *name_or_path*: the name of an installed pack, or a folder with a ``pack.yaml``; ``default`` is the pack named in
    ``rules/default.txt``. *cache* False neither reads nor writes the user's cache folder. Raises UsageError where
    there is no such pack, PackError with every problem at once where it is broken.
    """
    from checker.rulebook.loader import load

    return load(name_or_path, cache=cache)


def pack_names() -> list[str]:
    """Return the names of the installed packs, sorted."""
    from checker.rulebook import locate

    return locate.pack_names()


def rule_schema_json() -> str:
    """Return the JSON Schema of rule files, for editors, as JSON text."""
    from checker.rulebook import schema

    return schema.rule_schema_json()


def write_schemas(folder: Path) -> list[Path]:
    """Write the schemas of rule, pack and template files into *folder* and return their paths. Raises OSError."""
    from checker.rulebook import schema

    return schema.write_schemas(folder)
