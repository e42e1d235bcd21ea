"""Settings that need not be given each time: from variables, and from ``checker.yaml`` in this folder or above it.

An option on the command line wins over a variable (``CHECKER_PACK``), a variable over the file, the file over the
default. What is set becomes an option where the command does not have it already, so that every command treats it
alike. A run without variables and without a file costs as many looks at the disk as there are folders above this one.

checker.yaml:
    pack: rules/city          # a path is looked for from the file's folder
    fail_on: should
    format: sarif
    lang: en
    level: county
    year: 2025
    limits: {pages: 500}
    semantic: off
    ocr: off
    waivers: waivers.yaml
    baseline: baseline.json

``CHECKER_CONFIG`` names another file; ``off`` reads none.
"""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from checker.errors import ReadError, SettingsError
from checker.frozen import dataclass
from checker.options import LANGUAGES, one_of
from checker.texts import text

if TYPE_CHECKING:
    from checker.rulebook.positions import YamlFile

NAME = "checker.yaml"
VARIABLE = "CHECKER_"
WHICH = "CHECKER_CONFIG"
OFF = "off"
DEFAULTS = {
    "pack": "default",
    "fail_on": "must",
    "format": "text",
    "lang": "zh",
    "level": "",
    "year": "",
    "limits": "",
    "semantic": "auto",
    "ocr": "auto",
    "waivers": "",
    "baseline": "",
}
_PATHS = ("waivers", "baseline")
_JUDGING = ("pack", "level", "year")
_COMMANDS: dict[tuple[str, ...], tuple[str, ...]] = {
    ("check",): (*_JUDGING, "fail_on", "format", "limits", "semantic", "ocr", "waivers", "baseline"),
    ("read",): ("ocr",),
    ("compare",): (*_JUDGING, "fail_on"),
    ("baseline", "write"): _JUDGING,
    ("baseline", "update"): _JUDGING,
}
_OPTIONS = {"limits": ("--limit",), "format": ("--format", "-f", "--output", "-o")}


@dataclass(frozen=True, slots=True)
class Setting:
    """One value, and where it comes from: a variable, ``file:line``, or empty for the default."""

    name: str
    value: str
    source: str = ""


def load(environment: Mapping[str, str] = os.environ) -> dict[str, Setting]:
    """Return what is set, by name; what has its default is left out.

    Raises ReadError, SettingsError for a file that cannot be used, UsageError for a language that nothing knows. What
    other variables hold is judged as options are.
    """
    path = _file(environment)
    found = {} if path is None else _from_file(path)
    for variable, value in environment.items():
        if variable.startswith(VARIABLE) and value and variable != WHICH:
            name = variable[len(VARIABLE) :].lower()
            if name == "lang":  # the language of errors too: it cannot wait until options are judged
                one_of(variable, value, LANGUAGES)
            if name in DEFAULTS:
                found[name] = Setting(name, value, variable)
    return found


def extended(arguments: Sequence[str], settings: Mapping[str, Setting]) -> list[str]:
    """Return *arguments* with options for what is set and not given."""
    given = list(arguments)
    for command, names in _COMMANDS.items():
        if tuple(given[: len(command)]) == command:
            added = [part for name in names if name in settings for part in _option(settings[name], given)]
            return [*command, *added, *given[len(command) :]]
    return given


def _option(setting: Setting, given: Sequence[str]) -> list[str]:
    option = "--" + setting.name.replace("_", "-")
    names = _OPTIONS.get(setting.name, (option,))
    before = given[: given.index("--")] if "--" in given else given
    if any(argument.partition("=")[0] in names or _short(argument, names) for argument in before):
        return []
    if setting.name == "limits":
        return [part for limit in setting.value.split(",") for part in (names[0], limit.strip())]
    return [option, setting.value]


def _short(argument: str, names: Sequence[str]) -> bool:
    """Whether *argument* is a short option with its value: ``-fjson``."""
    return not argument.startswith("--") and argument[:2] in names


def _file(environment: Mapping[str, str]) -> Path | None:
    given = environment.get(WHICH)
    if given:
        return None if given == OFF else Path(given)
    try:
        here = os.getcwd()  # noqa: PTH109 - a path object costs more than the looks
    except OSError:  # the folder is gone
        return None
    folder = here
    while True:
        path = os.path.join(folder, NAME)  # noqa: PTH118
        # Anybody can put a file into a folder such as /tmp; it must not decide for the folders below.
        if os.path.isfile(path) and (folder == here or not os.stat(folder).st_mode & 0o002):  # noqa: PTH113, PTH116
            return Path(path)
        parent = os.path.dirname(folder)  # noqa: PTH120
        if parent == folder:
            return None
        folder = parent


def _from_file(path: Path) -> dict[str, Setting]:
    from jsonschema import Draft202012Validator

    from checker.rulebook.positions import read_yaml
    from checker.rulebook.validate import validate

    try:
        data = path.read_bytes()
    except OSError as error:
        raise ReadError(text("settings.unreadable", reason=error.strerror or str(error)), where=str(path)) from error
    file, problems = read_yaml(str(path), data)
    if file is not None:
        problems = [*problems, *validate(file, Draft202012Validator(_schema()), file.value)]
    if file is None or problems:
        raise SettingsError(problems)
    return {name: Setting(name, _value(name, file, path), f"{path}:{_line(file, name)}") for name in file.value}


def _line(file: YamlFile, name: str) -> int:
    return file.place((name,), at_key=True).line


def _value(name: str, file: YamlFile, path: Path) -> str:
    value = file.value[name]
    if name == "limits":
        return ",".join(f"{limit}={number}" for limit, number in value.items())
    if name in _PATHS or (name == "pack" and ("/" in value or "\\" in value)):
        return str(path.parent / value)
    return str(value)


def _schema() -> dict[str, object]:
    from checker.checking import FAIL_ON
    from checker.inputs import LIMITS
    from checker.matching.ranking import Semantic
    from checker.reading.ocr import Ocr
    from checker.reports.formats import FORMATS

    words = {"type": "string", "minLength": 1}
    limits = {name: {"type": "integer", "minimum": 1} for name in LIMITS}
    return {
        "type": "object",
        "properties": {
            "pack": words,
            "fail_on": {"enum": list(FAIL_ON)},
            "format": {"enum": list(FORMATS)},
            "lang": {"enum": list(LANGUAGES)},
            "level": words,
            "year": {"type": "integer", "minimum": 1901, "maximum": 2199},
            "limits": {"type": "object", "properties": limits, "additionalProperties": False},
            "semantic": {"enum": [each.value for each in Semantic]},
            "ocr": {"enum": [each.value for each in Ocr]},
            "waivers": words,
            "baseline": words,
        },
        "additionalProperties": False,
    }
