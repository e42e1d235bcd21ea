"""Which reports one run writes: pairs of ``-f FORMAT`` and ``-o PATH`` as they stand on the command line."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from checker.errors import UsageError
from checker.frozen import dataclass
from checker.options import one_of
from checker.texts import text

STDOUT = "-"
WORD = "docx"
"""The format that needs the file itself, and so is written by ``word`` and for one file at a time."""


@dataclass(frozen=True, slots=True)
class Output:
    """One report to be written: in which format, and to which file; None is standard output."""

    format: str = "text"
    path: Path | None = None


def pair(given: Iterable[tuple[str, str]]) -> tuple[Output, ...]:
    """Return the outputs that options ask for; *given* are they in their order, as (``format`` or ``output``, value).

    A path belongs to the format before it, else to the one behind it; a path without a format is written in the one
    that its name ends in, else as text. A format without a path goes to standard output.
    """
    from checker.reports.formats import SUFFIXES

    pairs: list[dict[str, str]] = []
    for option, value in given:
        if pairs and option not in pairs[-1]:
            pairs[-1][option] = value
        else:
            pairs.append({option: value})
    outputs = []
    for each in pairs:
        path = None if each.get("output", STDOUT) == STDOUT else Path(each["output"])
        by_name = "text" if path is None else {**SUFFIXES, ".docx": WORD}.get(path.suffix.lower(), "text")
        outputs.append(Output(each.get("format", by_name), path))
    return tuple(outputs) or (Output(),)


def refuse_impossible(outputs: Sequence[Output], inputs: Sequence[str]) -> None:
    """Raise UsageError where *outputs* cannot all be written, or would overwrite one of the files *inputs*."""
    from checker.reports.formats import BINARY, FORMATS, refuse_lacking

    for output in outputs:
        one_of("--format", output.format, (*FORMATS, WORD))
        refuse_lacking(output.format)
    on_stdout = [output.format for output in outputs if output.path is None]
    if len(on_stdout) > 1:
        raise UsageError(text("cli.two_on_stdout", formats=", ".join(on_stdout)), hint=text("cli.two_on_stdout.hint"))
    if len(inputs) > 1 and any(output.format == WORD for output in outputs):
        raise UsageError(text("word.one", count=len(inputs)), hint=text("word.one.hint"))
    if {*BINARY, WORD}.intersection(on_stdout) and sys.stdout.isatty():
        raise UsageError(text("cli.binary_on_terminal", format=on_stdout[0]), hint=text("cli.two_on_stdout.hint"))
    paths = [output.path.resolve() for output in outputs if output.path is not None]
    for path in paths:
        if paths.count(path) > 1:
            raise UsageError(text("cli.same_output"), where=str(path))
        if path.exists() and any(Path(name).exists() and path.samefile(name) for name in inputs):
            raise UsageError(text("cli.output_is_input"), where=str(path))
