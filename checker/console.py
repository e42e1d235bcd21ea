"""Standard output, standard error and the files that are written: what every command uses."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from checker.errors import CheckerError, ExitCode, PackError
from checker.texts import Language, Text, text


def color(no_color: bool) -> bool:
    """Whether to colour standard output."""
    if no_color or os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb" or not sys.stdout.isatty():
        return False
    return os.name != "nt" or "WT_SESSION" in os.environ  # the old Windows console prints escape sequences as they are


def width(output: Path | None) -> int:
    """Return how many columns a text for people may use."""
    if output is not None or not sys.stdout.isatty():
        return 100
    import shutil

    return max(60, min(shutil.get_terminal_size().columns, 120))


def be_lenient(stream: object) -> None:
    """Let a character that the console's encoding lacks become a question mark instead of an error."""
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(errors="replace")


def write(content: str | bytes, output: Path | None = None, *, utf8: bool = False) -> None:
    """Write to *output* in UTF-8, else to standard output: in UTF-8 for machines, in its own encoding for people."""
    # A file name that is no UTF-8 holds lone surrogates; written as \udcXX they stay readable, in JSON even exact.
    encoded = content if isinstance(content, bytes) else content.encode("utf-8", "backslashreplace")
    if output is not None:
        try:
            output.write_bytes(encoded)
        except OSError as error:
            reason = error.strerror or str(error)
            raise CheckerError(text("cli.cannot_write", reason=reason), where=str(output)) from error
        return
    try:
        if utf8 or isinstance(content, bytes):
            sys.stdout.buffer.write(encoded)
        else:
            sys.stdout.write(content)
        sys.stdout.flush()
    except BrokenPipeError:  # whoever reads has read enough; the exit code stays what it would have been
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def say(sentence: Text, language: Language) -> None:
    """Tell *sentence* on standard error."""
    from checker.reports.columns import plain

    print(plain(sentence.of(language)), file=sys.stderr)


def show_error(error: CheckerError, language: Language) -> ExitCode:
    """Tell *error* on standard error; return the exit code for it."""
    from checker.reports.columns import plain

    for line in error.lines(language):
        print(plain(line), file=sys.stderr)
    return ExitCode.CANNOT_JUDGE


def show_pack_error(error: PackError, language: Language) -> ExitCode:
    """Draw every problem of a broken pack on standard error; return the exit code for it."""
    from checker.reports.problems import pack_error_lines

    color = sys.stderr.isatty() and not os.environ.get("NO_COLOR")
    for line in pack_error_lines(error, language, color):
        print(line, file=sys.stderr)
    return ExitCode.CANNOT_JUDGE
