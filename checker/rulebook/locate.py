"""Where packs and templates are found, and their files as read.

Installed ones lie in ``checker/data/{rules,templates}`` of the wheel, or in ``rules/`` and ``templates/`` beside the
package in a checkout. Any other folder may be given by its path.
"""

from __future__ import annotations

import hashlib
import re
import stat
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import checker
from checker.errors import Problem, UsageError
from checker.rulebook.limits import MAX_BYTES, MAX_FILES
from checker.texts import Text, text

DEFAULT = "default"
PACK_FILE = "pack.yaml"

_NAME = re.compile(r"[\w-]+")
_TEMPLATE_LINE = re.compile(r"^template:[ \t]+[\"']?([a-z0-9_-]+)[\"']?[ \t\r]*(?:#.*)?$", re.MULTILINE)
_TEMPLATE_KEY = re.compile(r"template[\"']?[ \t]*:")


@dataclass(frozen=True, slots=True)
class SourceFile:
    """One YAML file: *name* in its folder, *shown* for people (relative to the working directory if below it)."""

    name: str
    shown: str
    data: bytes


def home(what: str) -> Path:
    """Return the folder of the installed *what*: ``rules`` or ``templates``."""
    package = Path(checker.__file__).resolve().parent
    inside = package / "data" / what
    return inside if inside.is_dir() else package.parent / what


def pack_names() -> list[str]:
    """Return the names of the installed packs, sorted."""
    rules = home("rules")
    return sorted(path.parent.name for path in rules.glob(f"*/{PACK_FILE}")) if rules.is_dir() else []


def is_name(word: str) -> bool:
    """Return whether *word* can be the name of a folder of ours, and leads nowhere else."""
    return _NAME.fullmatch(word) is not None


def pack_folder(name_or_path: str | Path) -> Path:
    """Return the folder of a pack given by name, by folder or by its ``pack.yaml``. Raises UsageError.

    ``default`` is the pack that ``rules/default.txt`` names. A bare name means an installed pack first.
    """
    if isinstance(name_or_path, str) and is_name(name_or_path):
        name_or_path = _default_name() if name_or_path == DEFAULT else name_or_path
        installed = home("rules") / name_or_path
        if (installed / PACK_FILE).is_file():
            return installed
    path = Path(name_or_path)
    if path.name == PACK_FILE and path.is_file():
        path = path.parent
    if (path / PACK_FILE).is_file():
        return path
    if path.is_dir():
        raise UsageError(text("rulebook.no-pack-file"), where=str(path), hint=text("rulebook.no-pack-file.hint"))
    names, joiner = pack_names() or ["-"], text("rulebook.joiner")
    hint = text("rulebook.no-pack.hint", names=Text(joiner.zh.join(names), joiner.en.join(names)))
    raise UsageError(text("rulebook.no-pack", name=str(name_or_path)), hint=hint)


def _default_name() -> str:
    path = home("rules") / "default.txt"
    try:
        return path.read_text(encoding="utf-8").strip()
    except OSError as error:
        raise UsageError(text("rulebook.no-default", reason=error.strerror), where=str(path)) from None


def template_folder(pack: Path, template: str) -> Path | None:
    """Return the folder of *template* for a pack: beside its rules, beside its folder, or installed."""
    places = (pack / "templates", pack.parent / "templates", home("templates"))
    return next((place / template for place in places if (place / template).is_dir()), None)


def template_named(files: Sequence[SourceFile]) -> str | None:
    """Return the template that ``pack.yaml`` names, as far as that can be told without parsing YAML, else None."""
    data = next((file.data for file in files if file.name == PACK_FILE), b"")
    content = data.decode("utf-8", "replace")
    found = _TEMPLATE_LINE.findall(content)
    return found[0] if len(found) == len(_TEMPLATE_KEY.findall(content)) == 1 else None


def read_files(folder: Path) -> tuple[list[SourceFile], list[Problem]]:
    """Return the YAML files of *folder* by name, ``pack.yaml`` first, and what stands there but cannot be read."""
    files: list[SourceFile] = []
    problems: list[Problem] = []
    try:
        entries = sorted(folder.iterdir(), key=lambda path: (path.name != PACK_FILE, path.name))
        for path in entries:
            if path.name.startswith((".", "~")):
                continue
            if path.suffix == ".yaml":
                _read(path, files, problems)
            elif path.suffix.lower() in (".yaml", ".yml"):
                problems.append(Problem("file-name", text("rulebook.file-name"), shown(path)))
            elif path.is_dir() and path.name != "templates" and any(path.glob("*.yaml")):
                problems.append(Problem("stray-folder", text("rulebook.stray-folder"), shown(path)))
    except OSError as error:
        problems.append(Problem("unreadable", text("rulebook.unreadable", reason=error.strerror), shown(folder)))
    if len(files) > MAX_FILES:
        problems.append(Problem("too-many-files", text("rulebook.too-many-files", limit=MAX_FILES), shown(folder)))
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


def shown(path: Path) -> str:
    """Return *path* as people are shown it: relative to the working directory where it lies below."""
    absolute = path.absolute()
    working = Path.cwd()
    return str(absolute.relative_to(working)) if absolute.is_relative_to(working) else str(absolute)


def digest(pack: Sequence[SourceFile], template: Sequence[SourceFile]) -> str:
    """Return the SHA-256 of what a pack and its template say, whatever the machine, folder or line endings."""
    whole = hashlib.sha256()
    for part, files in (("pack", pack), ("template", template)):
        for file in sorted(files, key=lambda each: each.name):
            content = hashlib.sha256(file.data.removeprefix(b"\xef\xbb\xbf").replace(b"\r\n", b"\n"))
            whole.update(f"{part}/{file.name}\n{content.hexdigest()}\n".encode())
    return whole.hexdigest()
