"""What the user names on the command line → the drafts to be checked: paths, folders, ``-`` for standard input.

An archive or a message counts for the drafts in it. Where several drafts are read, another process does it, so that one
that breaks it costs nothing but itself; one draft is read here, because starting a process takes longer than that.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from checker.errors import ReadError, UsageError
from checker.frozen import dataclass, replace
from checker.options import one_of
from checker.reading.limits import DEFAULT, OCR_SECONDS, Limits
from checker.texts import text

if TYPE_CHECKING:
    from checker.model import Document
    from checker.reading.source import Skipped

STDIN = "-"
_BUNDLES = (".zip", ".eml")
_MEGABYTE = 1024 * 1024
# Limits as a user gives them: the field of Limits, and what one unit of it is.
LIMITS = {
    "size": ("file_bytes", _MEGABYTE),
    "pages": ("pages", 1),
    "characters": ("characters", 1),
    "ratio": ("ratio", 1),
    "seconds": ("seconds", 1),
    "memory": ("memory_bytes", _MEGABYTE),
    "files": ("files", 1),
}


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
    from checker.reading.formats import DRAFTS

    paths: dict[str, None] = {}
    skipped: list[str] = []
    for name in names:
        if name != STDIN and Path(name).is_dir():
            for found in _walk(name):
                if found.suffix.lower() in DRAFTS:
                    paths[str(found)] = None
                else:
                    skipped.append(str(found))
        else:
            paths[name] = None
    if not paths:
        raise UsageError(text("cli.empty_folder"), where=", ".join(names), hint=text("cli.empty_folder.hint"))
    return Inputs(tuple(paths), len(names) > 1 or any(Path(name).is_dir() for name in names), tuple(skipped))


class Reader(Protocol):
    """Reads one file that the user named."""

    def __call__(self, path: str) -> Iterator[Document | ReadError | Skipped]:
        """Yield what the file holds: one document or error, or several and what is no draft for a bundle."""
        ...


@contextmanager
def reader(inputs: Inputs, limits: Limits = DEFAULT, isolate: bool | None = None) -> Iterator[Reader]:
    """Return what reads *inputs*: in another process where *isolate* says so, by default where there are several."""
    if isolate is None:
        isolate = inputs.several or inputs.paths[0].lower().endswith(_BUNDLES)
    if not isolate:
        yield lambda path: _read_here(path, limits)
        return
    from checker.reading.isolation import Isolated

    with Isolated(limits) as other:
        yield (
            lambda path: (
                other.read_bytes(_standard_input(limits), path) if path == STDIN else other.read_path(Path(path))
            )
        )


def _read_here(path: str, limits: Limits) -> Iterator[Document | ReadError | Skipped]:
    from checker.reading import read_file, read_source
    from checker.reading.formats import BUNDLES, recognise
    from checker.reading.source import Source

    try:
        data = _standard_input(limits) if path == STDIN else read_file(Path(path), limits)
        source = Source(data, path, limits)
        if not data or recognise(source).id not in BUNDLES:
            yield read_source(source)
            return
    except ReadError as error:
        yield error
        return
    from checker.reading.bundles import read_each  # which one draft does not need

    yield from read_each(source)


def _standard_input(limits: Limits) -> bytes:
    return sys.stdin.buffer.read(limits.file_bytes + 1)


def limits_of(given: Sequence[str], ocr: str = "off") -> Limits:
    """Return the limits with *given* changes, each ``pages=500``; *ocr* as ``--ocr`` has it.

    Raises UsageError for what is no limit, OcrError where recognising is asked for and not installed.
    """
    limits = DEFAULT if ocr == "off" else replace(DEFAULT, ocr=_seconds(ocr))
    for item in given:
        name, _, value = item.partition("=")
        if name not in LIMITS or not value.isascii() or not value.isdigit() or not 0 < int(value) < 10**12:
            raise UsageError(text("cli.bad_limit", value=item, names=", ".join(LIMITS)))
        field, unit = LIMITS[name]
        changed: dict[str, Any] = {field: int(value) * unit}
        limits = replace(limits, **changed)
    if limits.file_bytes > limits.unpacked_bytes:
        limits = replace(limits, unpacked_bytes=2 * limits.file_bytes)
    return limits


def _seconds(ocr: str) -> float:
    if ocr == "auto":  # as nearly every run has it: whether it can be done is seen at the first picture
        return OCR_SECONDS
    from checker.reading.ocr import Ocr, seconds

    return seconds(Ocr(one_of("--ocr", ocr, [each.value for each in Ocr])))


def _walk(folder: str) -> Iterator[Path]:
    for parent, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        # Word and WPS keep a lock file ~$name beside an open document.
        yield from (Path(parent, name) for name in sorted(files) if not name.startswith((".", "~$")))
