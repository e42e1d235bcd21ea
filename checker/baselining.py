"""``checker baseline write|update``: files in, a baseline out."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from checker import console
from checker.baseline import Baseline, dump_baseline, load_baseline, recorded, updated
from checker.checking import Order, judged
from checker.errors import ExitCode, UsageError
from checker.frozen import replace
from checker.inputs import STDIN
from checker.model import Report, VerdictCode
from checker.outputs import Output, refuse_impossible
from checker.reports.failure import Result
from checker.texts import Language, text

_UNJUDGED = (VerdictCode.CANNOT_JUDGE, VerdictCode.NOT_A_REPORT)


def write(order: Order, output: Path | None, language: Language) -> ExitCode:
    """Check the files of *order* and write all their findings to *output*. Raises CheckerError for wrong usage."""
    if output is None:
        raise UsageError(text("baseline.no_output"), hint=text("baseline.no_output.hint"))
    if STDIN in order.files:
        raise UsageError(text("baseline.stdin"))
    refuse_impossible([Output("json", output)], order.files)
    inputs, results = judged(order, language)
    refuse_impossible([Output("json", output)], inputs.paths)
    judgeable = _judgeable(results)
    return _written(recorded(str(output.absolute().parent), judgeable), output, len(results) - len(judgeable), language)


def update(order: Order, path: Path, language: Language) -> ExitCode:
    """Check the files of *order*, by default all in the baseline at *path*, and take out of it what is resolved.

    Raises CheckerError for wrong usage or a broken baseline.
    """
    baseline = load_baseline(path)
    if not order.files:
        files = tuple(str(Path(baseline.folder, entry.path)) for entry in baseline.documents)
        order = replace(order, files=files)
    _, results = judged(order, language)
    judgeable = _judgeable(results)
    return _written(updated(baseline, judgeable), path, len(results) - len(judgeable), language)


def _judgeable(results: Sequence[Result]) -> list[Report]:
    return [result for result in results if isinstance(result, Report) and result.verdict.code not in _UNJUDGED]


def _written(baseline: Baseline, path: Path, left_out: int, language: Language) -> ExitCode:
    console.write(dump_baseline(baseline), path)
    findings = sum(len(entry.findings) for entry in baseline.documents)
    told = text("baseline.written", path=path, documents=len(baseline.documents), findings=findings)
    console.say(told, language)
    if left_out:
        console.say(text("baseline.left_out", count=left_out), language)
    return ExitCode.CANNOT_JUDGE if left_out else ExitCode.OK
