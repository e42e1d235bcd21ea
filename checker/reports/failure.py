"""A file about which there is no report, as a value that stands beside Report in a run over many files."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from checker.errors import CheckerError
from checker.model import PackRef, Report
from checker.texts import Text


@dataclass(frozen=True, slots=True)
class Failure:
    """A file that could not be read or judged, and why. *pack* are the rules that would have been used."""

    path: str
    error: CheckerError
    pack: PackRef | None = None
    tool_version: str = ""

    @property
    def reason(self) -> Text:
        """Return what went wrong in one sentence, with its place where that says more than the path."""
        error = self.error
        if error.where is None or error.where == self.path:
            return error.message
        return Text(f"{error.where}: {error.message.zh}", f"{error.where}: {error.message.en}")


Result = Report | Failure
Results = Sequence[Result]
