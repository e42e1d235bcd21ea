"""A zipped pack → its YAML files in memory. A zip from elsewhere can do no harm: nothing is written to disk.

Every entry is looked at before any is unpacked: names that lead out of the pack, links, archives in the archive, too
many entries or bytes are problems, and then nothing is unpacked at all. What is no YAML is never unpacked. Sizes are
checked as declared and counted again while unpacking, because a header can say anything.
"""

from __future__ import annotations

import stat
import unicodedata
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from checker.errors import Problem
from checker.regex import regex
from checker.rulebook.limits import MAX_ARCHIVE, MAX_BYTES, MAX_ENTRIES, MAX_UNPACKED
from checker.texts import text

if TYPE_CHECKING:
    from zipfile import ZipFile, ZipInfo

_UTF8_NAME, _ENCRYPTED = 0x800, 0x1
_STORED, _DEFLATED = 0, 8  # all that ordinary programs write
_DRIVE = regex(r"[A-Za-z]:")
_ARCHIVES = (".zip", ".7z", ".rar", ".tar", ".tgz", ".gz", ".bz2", ".xz", ".zst", ".jar")
_YAML = (".yaml", ".yml")


def unpack(path: str, data: bytes) -> tuple[dict[str, bytes], list[Problem]]:
    """Return the YAML files of the archive *data* by their names in it, or what is wrong with it.

    *path* is what problems are shown with. Raises nothing for any bytes.
    """
    import struct
    import zlib
    from io import BytesIO
    from zipfile import BadZipFile, ZipFile

    if len(data) > MAX_ARCHIVE:
        return {}, [Problem("archive-too-large", text("rulebook.archive-too-large", limit=_mega(MAX_ARCHIVE)), path)]
    try:
        with ZipFile(BytesIO(data)) as archive:
            names, problems = _inspected(archive, path)
            return ({}, problems) if problems else _unpacked(archive, names, path)
    # What zipfile is known to raise for damaged archives; RuntimeError covers its NotImplementedError.
    except (BadZipFile, EOFError, OSError, OverflowError, RuntimeError, ValueError, struct.error, zlib.error):
        return {}, [Problem("bad-archive", text("rulebook.bad-archive"), path)]


def _inspected(archive: ZipFile, path: str) -> tuple[dict[str, ZipInfo], list[Problem]]:
    """Return the entries by name, folders left out, and what is wrong with any of them."""
    entries = archive.infolist()
    if len(entries) > MAX_ENTRIES:
        return {}, [Problem("too-many-files", text("rulebook.archive-too-many", limit=MAX_ENTRIES), path)]
    problems: list[Problem] = []
    if sum(entry.file_size for entry in entries) > MAX_UNPACKED:
        problems.append(Problem("archive-inflates", text("rulebook.archive-inflates", limit=_mega(MAX_UNPACKED)), path))
    named: dict[str, ZipInfo] = {}
    for entry in entries:
        name = _name(entry)
        shown = f"{path}/{entry.orig_filename if name is None else name}"
        wrong = ["archive-encoding"] if name is None else [*_faults(name, entry, named)]
        problems += [Problem(code, text(f"rulebook.{code}"), shown) for code in wrong]
        if name is not None and not name.endswith("/"):
            named[name] = entry
    return named, problems


def _name(entry: ZipInfo) -> str | None:
    """Return the name of *entry*, None where its encoding is not known. Some programs leave out the mark of UTF-8."""
    if entry.flag_bits & _UTF8_NAME:
        return entry.orig_filename
    try:
        return entry.orig_filename.encode("cp437").decode("utf-8")
    except UnicodeError:
        return None


def _faults(name: str, entry: ZipInfo, before: Mapping[str, ZipInfo]) -> Iterator[str]:
    steps = name.removesuffix("/").split("/")
    if name.startswith("/") or "\\" in name or _DRIVE.match(name) or any(step in ("", ".", "..") for step in steps):
        yield "archive-path"
    if any(unicodedata.category(character) in ("Cc", "Cf", "Cs", "Cn", "Co") for character in name):
        yield "archive-name"
    if name in before:
        yield "archive-twice"
    # The upper half holds the mode where the archive was made on a system that has one, else nothing.
    if stat.S_IFMT(entry.external_attr >> 16) not in (0, stat.S_IFREG, stat.S_IFDIR):
        yield "archive-link"
    if entry.flag_bits & _ENCRYPTED:
        yield "archive-encrypted"
    if entry.compress_type not in (_STORED, _DEFLATED):
        yield "archive-method"
    if name.lower().endswith(_ARCHIVES):
        yield "archive-nested"


def _unpacked(archive: ZipFile, entries: Mapping[str, ZipInfo], path: str) -> tuple[dict[str, bytes], list[Problem]]:
    files: dict[str, bytes] = {}
    left = MAX_UNPACKED
    for name, entry in entries.items():
        if not name.lower().endswith(_YAML):
            continue
        with archive.open(entry) as stream:
            files[name] = stream.read(MAX_BYTES + 1)
        left -= len(files[name])
        if left < 0:
            message = text("rulebook.archive-inflates", limit=_mega(MAX_UNPACKED))
            return {}, [Problem("archive-inflates", message, path)]
    return files, []


def _mega(size: int) -> int:
    return size // 1_000_000
