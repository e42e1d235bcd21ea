"""Where a pack lives: a folder, or a zip archive that is only ever looked at in memory. Both give the same files.

A pack's YAML files lie beside its ``pack.yaml``; a template is a folder below ``templates/``, which lies inside the
pack or beside it.
"""

from __future__ import annotations

import re
import stat
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Protocol

from checker.errors import Problem
from checker.frozen import dataclass
from checker.rulebook.limits import MAX_ARCHIVE, MAX_BYTES, MAX_FILES
from checker.texts import text

PACK_FILE = "pack.yaml"
_TEMPLATES = "templates"
_LAYOUT = "rules"  # packs that lie in a folder of this name have their templates in one beside it


@dataclass(frozen=True, slots=True)
class SourceFile:
    """One YAML file: *name* in its folder, *shown* for people (relative to the working directory if below it)."""

    name: str
    shown: str
    data: bytes


Files = tuple[list[SourceFile], list[Problem]]
"""The YAML files of a folder by name, ``pack.yaml`` first, and what stands there but cannot be read."""


class Home(Protocol):
    """Where a pack lives."""

    @property
    def path(self) -> Path:
        """The folder or archive on disk."""
        ...

    def read(self) -> Files:
        """Return the files of the pack."""
        ...

    def template(self, template_id: str) -> tuple[str, Files] | None:
        """Return where the template lies that comes with the pack, and its files; None where it has none."""
        ...


@dataclass(frozen=True, slots=True)
class Folder:
    """A pack that lies open in a folder."""

    path: Path

    def read(self) -> Files:
        """Return the files of the pack."""
        return read_folder(self.path)

    def template(self, template_id: str) -> tuple[str, Files] | None:
        """Look inside the pack, then beside it, then beside the folder ``rules`` that it lies in."""
        parent = self.path.absolute().parent
        places = [self.path, parent, *([parent.parent] if parent.name == _LAYOUT else [])]
        return next((found for place in places if (found := template_in(place / _TEMPLATES, template_id))), None)


@dataclass(frozen=True, slots=True)
class Zip:
    """A pack in an archive: its *entries* by name, and the folder *root* in it (ends in ``/`` or is empty)."""

    path: Path
    entries: Mapping[str, bytes]
    root: str
    problems: tuple[Problem, ...] = ()

    @property
    def is_pack(self) -> bool:
        """Whether there is a ``pack.yaml`` in it."""
        return self.root + PACK_FILE in self.entries

    def read(self) -> Files:
        """Return the files of the pack, and of what else is in the archive that which would be overlooked."""
        files, problems = self._in(self.root)
        known = (f"{self.root}{_TEMPLATES}/", f"{_folder(self.root)}{_TEMPLATES}/")
        for name in self.entries:
            beside = name.startswith(self.root) and "/" not in name.removeprefix(self.root)
            if not beside and not name.startswith(known) and not _hidden(*name.split("/")):
                problems.append(Problem("stray-folder", text("rulebook.stray-folder"), self._shown(name)))
        return files, [*self.problems, *problems]

    def template(self, template_id: str) -> tuple[str, Files] | None:
        """Look inside the pack, then beside it in the archive; what lies around the archive is none of its own."""
        for place in (self.root, _folder(self.root)):
            folder = f"{place}{_TEMPLATES}/{template_id}/"
            if any(name.startswith(folder) for name in self.entries):
                return self._shown(folder.rstrip("/")), self._in(folder)
        return None

    def _in(self, folder: str) -> Files:
        names = [name.removeprefix(folder) for name in self.entries if name.startswith(folder)]
        files: list[SourceFile] = []
        problems: list[Problem] = []
        for name in sorted(names, key=lambda name: (name != PACK_FILE, name)):
            if "/" in name or _hidden(name):
                continue
            if name.endswith(".yaml"):
                files.append(SourceFile(name, self._shown(folder + name), self.entries[folder + name]))
            else:
                problems.append(Problem("file-name", text("rulebook.file-name"), self._shown(folder + name)))
        return _bounded(files, problems, self._shown(folder.rstrip("/")))

    def _shown(self, name: str) -> str:
        return f"{shown(self.path)}/{name}".rstrip("/")


def open_zip(path: Path) -> Zip:
    """Return the pack in the archive at *path*; what is wrong with it is among its problems. Raises OSError."""
    from checker.rulebook.archive import unpack

    with path.open("rb") as stream:
        entries, problems = unpack(shown(path), stream.read(MAX_ARCHIVE + 1))
    packs = [name for name in entries if name.rpartition("/")[2] == PACK_FILE and name.count("/") <= 1]
    roots = sorted((name.removesuffix(PACK_FILE) for name in packs), key=len)
    if not roots and not problems:
        problems = [Problem("no-pack-file", text("rulebook.no-pack-file.zip"), shown(path))]
    return Zip(path, entries, roots[0] if roots else "", tuple(problems))


def read_folder(folder: Path) -> Files:
    """Return the YAML files of *folder*."""
    files: list[SourceFile] = []
    problems: list[Problem] = []
    try:
        for path in sorted(folder.iterdir(), key=lambda path: (path.name != PACK_FILE, path.name)):
            if _hidden(path.name):
                continue
            if path.suffix == ".yaml":
                _read(path, files, problems)
            elif path.suffix.lower() in (".yaml", ".yml"):
                problems.append(Problem("file-name", text("rulebook.file-name"), shown(path)))
            elif path.is_dir() and path.name != _TEMPLATES and any(path.glob("*.yaml")):
                problems.append(Problem("stray-folder", text("rulebook.stray-folder"), shown(path)))
    except OSError as error:
        problems.append(Problem("unreadable", text("rulebook.unreadable", reason=error.strerror), shown(folder)))
    return _bounded(files, problems, shown(folder))


def template_in(places: Path, template_id: str) -> tuple[str, Files] | None:
    """Return the template that lies in the folder *places*, None where there is none."""
    folder = places / template_id
    return (shown(folder), read_folder(folder)) if folder.is_dir() else None


def shown(path: Path) -> str:
    """Return *path* as people are shown it: relative to the working directory where it lies below."""
    absolute = path.absolute()
    working = Path.cwd()
    return str(absolute.relative_to(working)) if absolute.is_relative_to(working) else str(absolute)


def written(files: Sequence[SourceFile], key: str) -> str | None:
    """Return the text that stands at the top-level *key* of one of *files*, None where there is none.

    YAML is parsed only where the key is written in an unusual way: a pack from the cache needs no parser.
    """
    name = key.encode()
    plain = re.compile(rb"^%b:[ \t]+[\"']?([\w./~>= -]*[\w])[\"']?[ \t\r]*(?:#.*)?$" % name, re.MULTILINE)
    anyhow = re.compile(rb"%b[\"']?[ \t]*:" % name)
    for file in files:
        escaped = file.name == PACK_FILE and b"\\" in file.data
        if name not in file.data and not escaped:
            continue
        keys = anyhow.findall(file.data)
        values = plain.findall(file.data)
        if len(keys) == len(values) == 1:
            return bytes(values[0]).decode()
        if keys or escaped:
            found = _parsed(file, key)
            if found is not None:
                return found
    return None


def _parsed(file: SourceFile, key: str) -> str | None:
    from checker.rulebook.positions import read_yaml

    parsed, _ = read_yaml(file.shown, file.data)
    value = parsed.value.get(key) if parsed is not None and isinstance(parsed.value, dict) else None
    return value if isinstance(value, str) else None


def _hidden(*steps: str) -> bool:
    return any(step.startswith((".", "~", "__MACOSX")) for step in steps)


def _folder(root: str) -> str:
    """Return the folder around *root* in an archive."""
    return root.rstrip("/").rpartition("/")[0]


def _bounded(files: list[SourceFile], problems: list[Problem], where: str) -> Files:
    if len(files) > MAX_FILES:
        problems.append(Problem("too-many-files", text("rulebook.too-many-files", limit=MAX_FILES), where))
        del files[MAX_FILES:]
    return files, problems


def _read(path: Path, files: list[SourceFile], problems: list[Problem]) -> None:
    try:
        if not stat.S_ISREG(path.stat().st_mode):  # a pipe would wait for ever
            problems.append(Problem("not-a-file", text("rulebook.not-a-file"), shown(path)))
            return
        with path.open("rb") as stream:
            files.append(SourceFile(path.name, shown(path), stream.read(MAX_BYTES + 1)))
    except OSError as error:
        problems.append(Problem("unreadable", text("rulebook.unreadable", reason=error.strerror), shown(path)))
