"""The command line: arguments in, exit code out.

``checker check`` with plain options is what gates call hundreds of times, so it is parsed here without Typer, whose
import costs as much as a check. Help, errors, completion and every other command are Typer's.
Errors are one sentence on standard error, never a traceback.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence

from checker import console
from checker.checking import DEFAULT_OCR, DEFAULT_SEMANTIC, Order, run_check
from checker.errors import CheckerError, ExitCode, PackError
from checker.options import language_of
from checker.outputs import Output
from checker.settings import extended, load
from checker.texts import text

# Options of ``check`` that may be parsed here, each once, by name: what they set.
_PLAIN = {
    "--format": "format",
    "-f": "format",
    "--fail-on": "fail_on",
    "--pack": "pack",
    "--level": "level",
    "--semantic": "semantic",
    "--ocr": "ocr",
}
_DEFAULT = Order(files=())


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit code. *arguments* are those of the process unless given."""
    if arguments is None:
        # What a run makes, it mostly needs to its end: looking for garbage as often as usual finds none.
        gc.set_threshold(100_000)
    given = list(sys.argv[1:] if arguments is None else arguments)
    language = language_of(given)
    console.be_lenient(sys.stdout)
    console.be_lenient(sys.stderr)
    try:
        settings = {} if "--help" in given else load()
        if "lang" in settings and not any(argument.partition("=")[0] == "--lang" for argument in given):
            language = language_of(["--lang", settings["lang"].value])
        wanted = extended(given, settings)
        order = plain_order(wanted)
        if order is not None:
            code = run_check(order, language)
        else:
            from checker import commands

            code = commands.run(None if arguments is None and given and wanted == given else wanted, language)
            # No arguments at all is wrong usage, for which the help was shown.
            code = code if given else ExitCode.CANNOT_JUDGE
    except PackError as error:
        code = console.show_pack_error(error, language)
    except CheckerError as error:
        code = console.show_error(error, language)
    except KeyboardInterrupt:
        print(text("cli.interrupted").of(language), file=sys.stderr)
        code = ExitCode.INTERRUPTED
    if arguments is None:
        gc.freeze()  # the process ends here: what it holds need not be looked through once more
    return int(code)


def plain_order(arguments: Sequence[str]) -> Order | None:
    """Return what a plain ``check`` asks for; None for whatever needs the full parser."""
    if arguments[:1] != ["check"] or sys.platform == "win32":
        return None
    files: list[str] = []
    fields: dict[str, str] = {}
    rest = iter(arguments[1:])
    for argument in rest:
        if not argument.startswith("-") or argument == "-":
            files.append(argument)
        elif argument == "--lang":
            if next(rest, None) not in ("zh", "en"):
                return None
        elif argument in _PLAIN and _PLAIN[argument] not in fields:
            value = next(rest, "")
            if not value or value.startswith("-"):
                return None
            fields[_PLAIN[argument]] = value
        else:
            return None
    if not files:
        return None
    return Order(
        files=tuple(files),
        outputs=(Output(fields["format"]),) if "format" in fields else _DEFAULT.outputs,
        fail_on=fields.get("fail_on", _DEFAULT.fail_on),
        pack=fields.get("pack", _DEFAULT.pack),
        level=fields.get("level"),
        semantic=fields.get("semantic", DEFAULT_SEMANTIC),
        ocr=fields.get("ocr", DEFAULT_OCR),
    )
