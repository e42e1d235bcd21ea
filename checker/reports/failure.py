"""A file about which there is no report, as a value that stands beside Report in a run over many files."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from checker.errors import CheckerError
from checker.frozen import dataclass
from checker.model import PackRef, Report, Severity, VerdictCode
from checker.reports import view
from checker.texts import Text, text


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


def path_of(result: Result) -> str:
    """Return the path of the file that *result* is about."""
    return result.path if isinstance(result, Failure) else result.document.path


def code_of(result: Result) -> VerdictCode:
    """Return the verdict; of what could not be read, that it cannot be judged."""
    return VerdictCode.CANNOT_JUDGE if isinstance(result, Failure) else result.verdict.code


def name_of(result: Result) -> Text:
    """Return what the verdict is called."""
    return text(f"report.verdict_{code_of(result)}") if isinstance(result, Failure) else result.verdict.name


def figures_of(result: Result) -> list[str]:
    """Return a line of an overview: coverage, its minimum, findings of MUST and SHOULD; dashes where there is none."""
    if isinstance(result, Failure) or result.verdict.code is VerdictCode.NOT_A_REPORT:
        return ["—"] * 4
    found = Counter(outcome.severity for outcome in view.findings(result))
    scores = (result.score.coverage, result.score.minimum)
    shown = ["—" if score is None else view.figure(score) for score in scores]
    return [*shown, str(found[Severity.MUST]), str(found[Severity.SHOULD])]


def reason_of(result: Result) -> Text:
    """Return the one reason for :func:`code_of`."""
    return result.reason if isinstance(result, Failure) else result.verdict.reason
