"""YAML and JSON Schema → :class:`checker.rule.Pack`, with every mistake at its line and column."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from checker.rule import Pack
    from checker.rulebook.locate import Found

DEFAULT = "default"


def load_pack(name_or_path: str | Path = DEFAULT, *, cache: bool = True) -> Pack:
    """Return a rule pack that is ready to be run.

    *name_or_path*: the name of a pack on the search path (working directory, user's folder, installation), a folder
    with a ``pack.yaml``, or a zip archive of one; ``default`` is the installed pack named in ``rules/default.txt``. A
    pack that extends another comes with all it has from there. *cache* False neither reads nor writes the user's cache
    folder. Raises UsageError where there is no such pack, PackError with every problem at once where it is broken.
    """
    from checker.rulebook.loader import load

    return load(name_or_path, cache=cache)


def found_packs() -> list[Found]:
    """Return every pack on the search path, in the order in which a name is looked for."""
    from checker.rulebook import locate

    return locate.found()


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
