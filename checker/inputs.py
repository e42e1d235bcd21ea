"""What the user names on the command line → the files to be checked: paths, folders, ``-`` for standard input."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from checker.errors import UsageError
from checker.texts import text

STDIN = "-"

# Known to the readers only so that they can be refused by name: nobody drafts a report in them.
_NO_DRAFTS = frozenset({"image", "archive", "workbook", "slides", "xml"})


@dataclass(frozen=True, slots=True)
class Inputs:
    """The files to be checked, each once, as named or found.

    *several*: more than one was asked for, or a folder was. *skipped*: files in folders that are of no known format.
    """

    paths: tuple[str, ...]
    several: bool
    skipped: tuple[str, ...] = ()


def collect(names: Sequence[str]) -> Inputs:
    """Return the files that *names* stand for; folders are walked in order of name, hidden files left out.

    A file that does not exist is kept, so that it is reported with the others. Raises UsageError where there is no
    file at all: an empty folder is no pass.
    """
    paths: dict[str, None] = {}
    skipped: list[str] = []
    for name in names:
        if name != STDIN and Path(name).is_dir():
            for found in _walk(name):
                if found.suffix.lower() in _suffixes():
                    paths[str(found)] = None
                else:
                    skipped.append(str(found))
        else:
            paths[name] = None
    if not paths:
        raise UsageError(text("cli.empty_folder"), where=", ".join(names), hint=text("cli.empty_folder.hint"))
    return Inputs(tuple(paths), len(names) > 1 or any(Path(name).is_dir() for name in names), tuple(skipped))


def _walk(folder: str) -> Iterator[Path]:
    for parent, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        # Word and WPS keep a lock file ~$name beside an open document.
        yield from (Path(parent, name) for name in sorted(files) if not name.startswith((".", "~$")))


def _suffixes() -> frozenset[str]:
    from checker.reading.formats import FORMATS

    return frozenset(suffix for known in FORMATS.values() if known.id not in _NO_DRAFTS for suffix in known.suffixes)
