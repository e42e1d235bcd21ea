"""YAML → plain values that remember where they stand, so that every mistake is shown at its line and column.

Built on the parser's events: aliases, tags and second documents are refused, duplicate keys are problems, and depth
and size have limits, so that no file can hang or flood the program. Plain scalars are read as in YAML 1.2 (``yes``,
``12:30`` and ``2024-01-01`` are text; ``true``, ``3`` and ``0.5`` are not).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from checker.errors import Problem
from checker.frozen import dataclass
from checker.regex import regex
from checker.rulebook.limits import MAX_BYTES, MAX_DEPTH
from checker.texts import Text, text

KeyPath = tuple[str | int, ...]

_LINE_BREAK = regex("\r\n|[\n\r\x85\u2028\u2029]")
_NOT_YAML = regex("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_INTEGER = regex(r"[-+]?(0|[1-9][0-9]{0,14})")
_DECIMAL = regex(r"[-+]?[0-9]{1,15}\.[0-9]{1,15}")
_WORDS = {"": None, "~": None, "null": None, "true": True, "True": True, "false": False, "False": False}


@dataclass(frozen=True, slots=True)
class Place:
    """A 1-based line and column, in code points."""

    line: int
    column: int


@dataclass(frozen=True, slots=True)
class YamlFile:
    """One parsed file: *value* as plain dicts, lists and scalars; *keys* and *values* say where each path stands."""

    path: str
    lines: tuple[str, ...]
    value: Any
    keys: Mapping[KeyPath, Place]
    values: Mapping[KeyPath, Place]

    def place(self, path: KeyPath, *, at_key: bool = False) -> Place:
        """Return where *path* stands, or the nearest thing around it."""
        first, second = (self.keys, self.values) if at_key else (self.values, self.keys)
        for length in range(len(path), -1, -1):
            found = first.get(path[:length]) or second.get(path[:length])
            if found:
                return found
        return Place(1, 1)

    def problem(
        self,
        code: str,
        message: Text,
        path: KeyPath,
        *,
        at_key: bool = False,
        hint: Text | None = None,
        offset: int = 0,
    ) -> Problem:
        """Return a problem at *path*; *offset* counts code points into a scalar that is written on one line."""
        place = self.place(path, at_key=at_key)
        if offset:
            place = self._inside(place, path, offset)
        return problem_at(self.path, self.lines, place, code, message, hint=hint)

    def _inside(self, place: Place, path: KeyPath, offset: int) -> Place:
        value: Any = self.value
        for step in path:
            value = value[step]
        written = self.lines[place.line - 1][place.column - 1 :]
        for quote in ("", "'", '"'):
            if written.startswith(quote + value):
                return Place(place.line, place.column + len(quote) + offset)
        return place  # escaped or folded over lines: the start is near enough


def problem_at(
    path: str, lines: tuple[str, ...], place: Place, code: str, message: Text, *, hint: Text | None = None
) -> Problem:
    """Return a problem with the two lines before it and the one after."""
    numbers = range(max(1, place.line - 2), min(len(lines), place.line + 1) + 1)
    source = tuple((number, lines[number - 1]) for number in numbers)
    return Problem(code, message, path, place.line, place.column, source, hint)


def read_yaml(path: str, data: bytes) -> tuple[YamlFile | None, list[Problem]]:
    """Parse one file. None where it cannot be used; duplicate keys are problems of a file that can.

    *path* is what problems are shown with. Reads nothing and raises nothing.
    """
    if len(data) > MAX_BYTES:
        return None, [Problem("too-large", text("rulebook.too-large", limit=MAX_BYTES // 1000), path)]
    try:
        content = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        hint = text("rulebook.not-utf8.hint")
        return None, [Problem("not-utf8", text("rulebook.not-utf8", encoding=_guess(data)), path, line, hint=hint)]
    lines = tuple(_LINE_BREAK.split(content))
    stray = _NOT_YAML.search(content)
    if stray:
        before = _LINE_BREAK.split(content[: stray.start()])
        message = text("rulebook.control-character", code=f"U+{ord(stray.group()):04X}")
        place = Place(len(before), len(before[-1]) + 1)
        return None, [problem_at(path, lines, place, "control-character", message)]
    return _parse(path, content, lines)


def _guess(data: bytes) -> Text:
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return Text("UTF-16", "UTF-16")
    try:
        data.decode("gb18030")
    except UnicodeDecodeError:
        return text("rulebook.encoding-unknown")
    return Text("GBK", "GBK")


def _parse(path: str, content: str, lines: tuple[str, ...]) -> tuple[YamlFile | None, list[Problem]]:
    import yaml

    from checker.rulebook.yaml_errors import explain

    composer = _Composer(path, lines)
    try:
        composer.read(yaml.parse(content, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)))
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
        place = Place(mark.line + 1, mark.column + 1) if mark else Place(1, 1)
        composer.problems.append(explain(path, lines, place, getattr(error, "problem", None) or str(error)))
        composer.usable = False
    if not composer.usable:
        return None, composer.problems
    if composer.root is None:
        return None, [*composer.problems, Problem("empty-file", text("rulebook.empty-file"), path)]
    return YamlFile(path, lines, composer.root, composer.keys, composer.values), composer.problems


@dataclass(slots=True)
class _Frame:
    path: KeyPath
    container: dict[str, Any] | list[Any]
    key: str | None = None  # read, and waiting for its value


class _Composer:
    """Turns events into values; one instance a file."""

    def __init__(self, path: str, lines: tuple[str, ...]) -> None:
        self.path = path
        self.lines = lines
        self.root: Any = None
        self.keys: dict[KeyPath, Place] = {}
        self.values: dict[KeyPath, Place] = {}
        self.problems: list[Problem] = []
        self.usable = True
        self.frames: list[_Frame] = []

    def read(self, events: Iterable[Any]) -> None:
        """Take events until the end, or until one that nothing after it can be trusted."""
        import yaml

        documents = 0
        for event in events:
            place = Place(event.start_mark.line + 1, event.start_mark.column + 1)
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    return self._refuse("second-document", place)
            elif isinstance(event, yaml.AliasEvent):
                self._refuse("alias", place, name=f"*{event.anchor}")
                self._scalar(None, place)
            elif isinstance(event, yaml.CollectionEndEvent):
                self.frames.pop()
            elif isinstance(event, yaml.NodeEvent):
                self._refuse_marks(event, place)
                if isinstance(event, yaml.ScalarEvent):
                    self._scalar(event, place)
                elif len(self.frames) >= MAX_DEPTH:
                    return self._refuse("too-deep", place, limit=MAX_DEPTH)
                elif self._expects_key():
                    return self._refuse("bad-key", place)
                else:
                    container: dict[str, Any] | list[Any] = {} if isinstance(event, yaml.MappingStartEvent) else []
                    self.frames.append(_Frame(self._put(container, place), container))
        return None

    def _refuse_marks(self, event: Any, place: Place) -> None:
        if event.anchor:
            self._refuse("alias", place, name="&" + event.anchor)
        if event.tag:
            self._refuse("tag", place, name=event.tag)

    def _expects_key(self) -> bool:
        return bool(self.frames) and isinstance(self.frames[-1].container, dict) and self.frames[-1].key is None

    def _scalar(self, event: Any, place: Place) -> None:
        if self._expects_key():
            self._key("" if event is None else event.value, place)
        elif event is None:
            self._put(None, place)
        else:
            plain = event.implicit[0] and event.style in (None, "")
            self._put(_resolve(event.value) if plain else event.value, place)

    def _key(self, key: str, place: Place) -> None:
        frame = self.frames[-1]
        path = (*frame.path, key)
        if key in frame.container:
            message = text("rulebook.duplicate-key", name=key, line=self.keys[path].line)
            self.problems.append(problem_at(self.path, self.lines, place, "duplicate-key", message))
        frame.key = key
        self.keys[path] = place

    def _put(self, value: Any, place: Place) -> KeyPath:
        path: KeyPath = ()
        if not self.frames:
            self.root = value
        else:
            frame = self.frames[-1]
            if isinstance(frame.container, list):
                path = (*frame.path, len(frame.container))
                frame.container.append(value)
            else:
                assert frame.key is not None  # a value follows its key
                path = (*frame.path, frame.key)
                frame.container[frame.key] = value
                frame.key = None
        self.values[path] = place
        return path

    def _refuse(self, code: str, place: Place, **values: object) -> None:
        message = text(f"rulebook.{code}", **values)
        self.problems.append(problem_at(self.path, self.lines, place, code, message))
        self.usable = False


def _resolve(value: str) -> str | int | float | bool | None:
    if value in _WORDS:
        return _WORDS[value]
    if _INTEGER.fullmatch(value):
        return int(value)
    if _DECIMAL.fullmatch(value):
        return float(value)
    return value
