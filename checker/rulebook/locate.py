"""Where packs are looked for by name: the working directory, the user's folder, the installation, in that order.

Installed ones lie in ``checker/data/{rules,templates}`` of the wheel, or in ``rules/`` and ``templates/`` beside the
package in a checkout. Anything else may be given by its path. The default pack is always an installed one: what
happens to lie in the working directory must not judge in its place unless it was asked for.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

import checker
from checker.errors import UsageError
from checker.frozen import dataclass
from checker.regex import regex
from checker.rulebook.home import PACK_FILE, Files, Folder, Home, open_zip, template_in
from checker.texts import Text, text

DEFAULT = "default"
HERE, USER, INSTALLED = "here", "user", "installed"

_NAME = regex(r"[\w-]+")
_ZIP = ".zip"


@dataclass(frozen=True, slots=True)
class Found:
    """A pack on the search path: its *name* there, which *place* that is, and whether an earlier one hides it."""

    name: str
    place: str
    path: Path
    hidden: bool


def home(what: str) -> Path:
    """Return the folder of the installed *what*: ``rules`` or ``templates``."""
    package = Path(checker.__file__).resolve().parent
    inside = package / "data" / what
    return inside if inside.is_dir() else package.parent / what


def user_folder() -> Path | None:
    """Return the folder of the user's own packs, whether it exists or not; None for a user without a home."""
    base = os.environ.get("XDG_CONFIG_HOME", "")
    try:
        return (Path(base) if Path(base).is_absolute() else Path.home() / ".config") / "checker" / "packs"
    except RuntimeError:
        return None


def places() -> list[tuple[str, Path]]:
    """Return the search path: what each place is, and its folder."""
    user = user_folder()
    installed = home("rules")
    # In a checkout the folder in the working directory is the installed one.
    here = [(HERE, folder) for folder in (Path("rules"), Path()) if not _same(folder, installed)]
    return [*here, *([] if user is None else [(USER, user)]), (INSTALLED, installed)]


def _same(one: Path, other: Path) -> bool:
    return one.exists() and other.exists() and one.samefile(other)


def pack_names() -> list[str]:
    """Return the names of the installed packs, sorted."""
    return sorted(path.name for path in _packs_in(home("rules")))


def found() -> list[Found]:
    """Return every pack on the search path, in its order, then by name."""
    packs: list[Found] = []
    for place, folder in places():
        for path in _packs_in(folder):
            name = path.name if path.is_dir() else path.stem
            packs.append(Found(name, place, path, any(name == other.name for other in packs)))
    return packs


def _packs_in(folder: Path) -> Iterator[Path]:
    try:
        paths = sorted(folder.iterdir())
    except OSError:  # most places do not exist, and one that cannot be entered holds nothing for us
        return
    for path in paths:
        if not path.name.startswith((".", "~")) and ((path / PACK_FILE).is_file() or _zipped_pack(path)):
            yield path


def _zipped_pack(path: Path) -> bool:
    if path.suffix != _ZIP or not path.is_file():
        return False
    if path.parent != Path():
        return True  # what lies among packs is meant to be one
    try:
        return open_zip(path).is_pack
    except OSError:
        return False


def is_name(word: str) -> bool:
    """Return whether *word* can be the name of a folder of ours, and leads nowhere else."""
    return _NAME.fullmatch(word) is not None


def pack_home(name_or_path: str | Path, *, first: Sequence[Path] = ()) -> Home:
    """Return where the pack lives that is given by name, by folder, by its ``pack.yaml`` or as a zip archive.

    ``default`` is the pack that ``rules/default.txt`` names. A bare name means a pack on the search path first, after
    the folders *first*. Raises UsageError.
    """
    if isinstance(name_or_path, str) and is_name(name_or_path):
        named = _named(name_or_path, first)
        if named is not None:
            return named
    path = Path(name_or_path)
    if path.name == PACK_FILE and path.is_file():
        path = path.parent
    if (path / PACK_FILE).is_file():
        return Folder(path)
    if path.is_dir():
        raise UsageError(text("rulebook.no-pack-file"), where=str(path), hint=text("rulebook.no-pack-file.hint"))
    if path.is_file():
        try:
            return open_zip(path)
        except OSError as error:
            raise UsageError(text("rulebook.unreadable", reason=error.strerror), where=str(path)) from None
    raise UsageError(text("rulebook.no-pack", name=str(name_or_path)), hint=_known())


def _named(name: str, first: Sequence[Path]) -> Home | None:
    if name == DEFAULT:
        name = _default_name()
        folders = [home("rules")]
    else:
        folders = [*first, *(folder for _, folder in places())]
    for folder in folders:
        if (folder / name / PACK_FILE).is_file():
            return Folder(folder / name)
        archive = folder / f"{name}{_ZIP}"
        if archive.is_file():
            return pack_home(archive)
    return None


def _known() -> Text:
    names, joiner = list(dict.fromkeys(pack.name for pack in found())) or ["-"], text("rulebook.joiner")
    return text("rulebook.no-pack.hint", names=Text(joiner.zh.join(names), joiner.en.join(names)))


def _default_name() -> str:
    path = home("rules") / "default.txt"
    try:
        return path.read_text(encoding="utf-8").strip()
    except OSError as error:
        raise UsageError(text("rulebook.no-default", reason=error.strerror), where=str(path)) from None


def template_of(homes: Sequence[Home], template_id: str) -> tuple[str, Files] | None:
    """Return where a template lies and its files: with one of *homes*, among the user's, or installed; else None."""
    for each in homes:
        own = each.template(template_id)
        if own is not None:
            return own
    user = user_folder()
    common = [*([] if user is None else [user / "templates"]), home("templates")]
    return next((lies for folder in common if (lies := template_in(folder, template_id))), None)
