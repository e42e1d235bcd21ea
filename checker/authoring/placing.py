"""Where a new rule and its concept go, and the pack as it would be with them, before anything is written."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from checker.authoring.draft import Draft
from checker.errors import UsageError
from checker.frozen import dataclass
from checker.rule import Pack
from checker.rulebook import locate
from checker.rulebook.build import build_pack
from checker.rulebook.compile import compile_pack
from checker.rulebook.home import PACK_FILE, Files, Folder, SourceFile, shown, written
from checker.rulebook.layers import Layer, gather
from checker.rulebook.material import Compiled
from checker.rulebook.positions import YamlFile, read_yaml
from checker.texts import text


@dataclass(frozen=True, slots=True)
class Addition:
    """Words to be added at the end of a file, which is made where it is not there. *line* is where they will begin."""

    path: Path
    words: str
    line: int


@dataclass(frozen=True)
class _Overlaid(Folder):
    """A pack's folder with additions that are not written yet."""

    additions: Mapping[Path, Addition]

    def read(self) -> Files:
        """Return the files of the pack as they would be."""
        return self._laid(self.path, Folder.read(self))

    def template(self, template_id: str) -> tuple[str, Files] | None:
        """Return the template with its additions, wherever it lies."""
        lies = locate.template_of([Folder(self.path)], template_id)
        return None if lies is None else (lies[0], self._laid(Path(lies[0]), lies[1]))

    def _laid(self, folder: Path, files: Files) -> Files:
        found, problems = files
        known = {file.name: file for file in found}
        for path, addition in self.additions.items():
            if path.parent.absolute() == folder.absolute():
                old = known[path.name].data if path.name in known else b""
                known[path.name] = SourceFile(path.name, shown(path), old + addition.words.encode())
        names = sorted(known, key=lambda name: (name != PACK_FILE, name))
        return [known[name] for name in names], problems


def pack_folder(name_or_path: str | Path) -> Folder:
    """Return the folder of a pack that can be written to. Raises UsageError for an archive."""
    home = locate.pack_home(name_or_path)
    if not isinstance(home, Folder):
        raise UsageError(text("new.archive"), where=str(home.path))
    return home


def rule_addition(folder: Folder, pack: Pack, draft: Draft, file: str | None, words: str) -> Addition:
    """Return where the rule goes: into *file*, else to the rules of its group. Raises UsageError."""
    name = file or _file_of_group(folder, pack, draft.group)
    return _addition(folder.path / _checked(name), "rules", words)


def concept_addition(folder: Folder, file: str, words: str) -> Addition:
    """Return where the concept goes: *file* of the pack's own template, else its ``pack.yaml``. Raises UsageError."""
    template_id = written(folder.read()[0][:1], "template")
    lies = None if template_id is None else locate.template_of([folder], template_id)
    path = folder.path / PACK_FILE if lies is None else Path(lies[0]) / file
    return _addition(path, "vocabulary", words)


def with_additions(folder: Folder, additions: Mapping[Path, Addition]) -> tuple[Pack, Layer]:
    """Return the pack as it would be, and as read. Raises PackError with all problems where it would be broken."""
    layer = gather(_Overlaid(folder.path, additions))
    return build_pack(_compiled(layer), layer), layer


def _compiled(layer: Layer) -> Compiled:
    return compile_pack(layer, None if layer.base is None else _compiled(layer.base))


def write(addition: Addition) -> None:
    """Add the words to the file; what is in it stays byte for byte. Raises OSError."""
    addition.path.parent.mkdir(parents=True, exist_ok=True)
    with addition.path.open("ab") as stream:
        stream.write(addition.words.encode())


def _file_of_group(folder: Folder, pack: Pack, group: str) -> str:
    own = {file.name for file in folder.read()[0]}
    names = [
        Path(rule.origin.path).name
        for rule in pack.rules
        if rule.group == group and rule.origin is not None and rule.origin.pack == pack.ref.id
    ]
    return next((name for name in reversed(names) if name in own), "more.yaml")


def _checked(name: str) -> str:
    if Path(name).name != name or not name.endswith(".yaml") or name in (PACK_FILE, ".yaml"):
        raise UsageError(text("new.file_name", name=name))
    return name


def _addition(path: Path, key: str, words: str) -> Addition:
    """Return *words*, which are entries of the top-level *key* written two spaces in, as an addition to *path*."""
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return Addition(path, f"{key}:\n{words}", line=1)
    except OSError as error:
        raise UsageError(text("rulebook.unreadable", reason=error.strerror), where=str(path)) from None
    parsed, problems = read_yaml(str(path), data)
    if parsed is None or not isinstance(parsed.value, dict):
        reason = problems[0].message if problems else text("rulebook.empty-file")
        raise UsageError(text("new.unusable", reason=reason), where=str(path))
    begin = data.count(b"\n") + 2
    added = f"{key}:\n{words}"
    if key in parsed.value:
        added = _moved(words, _indent(parsed, key))
    if not data.endswith(b"\n"):
        added, begin = "\n" + added, begin + 1
    added = "\n" + added
    return Addition(path, added.replace("\n", "\r\n") if b"\r\n" in data else added, line=begin)


def _indent(file: YamlFile, key: str) -> int:
    """Return how far in the entries of *key* stand. Raises UsageError where nothing can be added at the end."""
    last = max((path for path in file.keys if len(path) == 1), key=lambda path: file.keys[path].line)
    value = file.value[key]
    first = (key, 0) if isinstance(value, list) else (key, next(iter(value), ""))
    place = file.place(first, at_key=isinstance(value, dict))
    before = file.lines[place.line - 1][: place.column - 1]
    is_block = not before.strip() if isinstance(value, dict) else before.rstrip().endswith("-")
    if last != (key,) or not value or not is_block:
        raise UsageError(text("new.not_at_end", name=key), where=file.path, hint=text("new.not_at_end.hint"))
    return len(before.rstrip()) - 1 if isinstance(value, list) else len(before)


def _moved(words: str, indent: int) -> str:
    """Return *words* with *indent* spaces instead of two."""
    return "".join(" " * indent + line[2:] if line.strip() else line for line in words.splitlines(keepends=True))
