"""One tree of errors. Each knows its code, what happened, where, and what to do; each maps to an exit code.

Exceptions are for what cannot go on. What a run survives (a file that cannot be read among two hundred) is caught at
the edge, in ``cli``, and printed with :meth:`CheckerError.lines`; no traceback reaches a user.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum

from checker.frozen import dataclass
from checker.texts import Language, Text, text


class ExitCode(IntEnum):
    """Exit codes of ``checker check``."""

    OK = 0
    FINDINGS = 1
    CANNOT_JUDGE = 2
    INTERRUPTED = 130


class CheckerError(Exception):
    """Something that a user must know: *message* says what, *where* names the place, *hint* what to do."""

    code = "checker"

    def __init__(self, message: Text, *, where: str | None = None, hint: Text | None = None) -> None:
        super().__init__(message.en if where is None else f"{where}: {message.en}")
        self.message = message
        self.where = where
        self.hint = hint

    def lines(self, language: Language) -> list[str]:
        """Return what to print, first line first."""
        first = self.message.of(language) if self.where is None else f"{self.where}: {self.message.of(language)}"
        return [first] if self.hint is None else [first, "  " + self.hint.of(language)]


class UsageError(CheckerError):
    """The command line asks for something that does not exist or does not go together."""

    code = "usage"


class ReadError(CheckerError):
    """A file could not be read as a document (missing, encrypted, damaged, over a limit, of an unknown format)."""

    code = "read"


@dataclass(frozen=True, slots=True)
class Problem:
    """One mistake in a YAML file.

    *line* and *column* are 1-based and count code points; 0 where the place is unknown. *source* holds the lines of
    the file around it as ``(number, text)``. *code* is stable (``unknown-key``, ``duplicate-id`` …).
    """

    code: str
    message: Text
    path: str
    line: int = 0
    column: int = 0
    source: tuple[tuple[int, str], ...] = ()
    hint: Text | None = None


class PackError(CheckerError):
    """A rule pack or template cannot be used. Holds every problem found, in file order.

    ``reports.problems`` draws them with their source lines and a caret.
    """

    code = "pack"

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__(text("pack.broken", count=len(problems)))
        self.problems = tuple(problems)


class AnswersError(PackError):
    """A file of answers cannot be used. Holds every problem found, in file order, and is drawn like a broken pack."""

    code = "answers"

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__(problems)
        self.message = text("answers.broken", count=len(self.problems))


class WaiversError(PackError):
    """A file of waivers cannot be used. Holds every problem found, in file order, and is drawn like a broken pack."""

    code = "waivers"

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__(problems)
        self.message = text("waivers.broken", count=len(self.problems))


class SettingsError(PackError):
    """A file of settings cannot be used. Holds every problem found, in file order, and is drawn like a broken pack."""

    code = "settings"

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__(problems)
        self.message = text("settings.broken", count=len(self.problems))
