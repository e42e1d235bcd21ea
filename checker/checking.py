"""``checker check``: files in, reports out, and the exit code that a gate acts on.

Exit codes: 0 nothing at or above ``--fail-on``, 1 findings, 2 could not judge or wrong usage; with several files the
worst wins. Whatever happens to one file, the run goes on.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from checker import console
from checker.errors import CheckerError, ExitCode, ReadError, UsageError
from checker.frozen import dataclass, replace
from checker.model import Severity, State, VerdictCode
from checker.options import level_id, nearest, one_of
from checker.outputs import WORD, Output, refuse_impossible
from checker.texts import Language, Text, text

if TYPE_CHECKING:
    from checker.baseline import Baseline
    from checker.inputs import Inputs, Reader
    from checker.matching.ranking import Ranker
    from checker.model import Answer, Document
    from checker.reports.failure import Failure, Result, Results
    from checker.rule import Pack
    from checker.waivers import Waivers

DEFAULT_PACK = "default"
DEFAULT_SEMANTIC = "auto"
DEFAULT_OCR = "auto"
FAIL_ON: dict[str, tuple[Severity, ...]] = {
    "must": (Severity.MUST,),
    "should": (Severity.MUST, Severity.SHOULD),
    "never": (),
}


@dataclass(frozen=True, slots=True)
class Order:
    """What ``checker check`` is asked to do; the fields are its options."""

    files: tuple[str, ...]
    outputs: tuple[Output, ...] = (Output(),)
    fail_on: str = "must"
    level: str | None = None
    year: int | None = None
    pack: str = DEFAULT_PACK
    explain: str | None = None
    previous: Path | None = None
    answers: Path | None = None
    waivers: Path | None = None
    baseline: Path | None = None
    verbose: bool = False
    no_color: bool = False
    time: str | None = None
    limits: tuple[str, ...] = ()
    isolate: bool | None = None
    semantic: str = "off"
    ocr: str = "off"


@dataclass(frozen=True, slots=True)
class _Aids:
    """What every check of a run is given beside its document."""

    ranker: Ranker
    level: str | None = None
    previous: Document | None = None
    answers: tuple[Answer, ...] = ()
    waivers: Waivers | None = None
    baseline: Baseline | None = None


def run_check(order: Order, language: Language) -> ExitCode:
    """Check the files of *order*, write the reports, return the exit code. Raises CheckerError for wrong usage."""
    from checker.api import load_pack
    from checker.reports.formats import FOR_PEOPLE, FORMATS, Options

    one_of("--fail-on", order.fail_on, FAIL_ON)
    if order.year is not None and not 1900 < order.year < 2200:
        raise UsageError(text("cli.bad_year", year=order.year))
    color = console.color(order.no_color)
    time = None if order.time is None else _time(order.time)
    if order.explain is not None:
        return explain_rule(order.explain, load_pack(order.pack), language, option="--explain", color=color)
    inputs, results = judged(order, language)
    code = exit_code(results, order.fail_on)
    for output in order.outputs:
        options = Options(
            language,
            inputs.several or len(results) > 1,
            width=console.width(output.path),
            color=color and output.path is None,
            verbose=order.verbose,
            failures=output.path is not None,
            fail_on=FAIL_ON[order.fail_on],
            time=time,
        )
        try:
            if output.format == WORD:
                from checker.annotating import annotated

                content: str | bytes = annotated(results, order.pack, language, time)
            else:
                content = FORMATS[output.format](results, options)
            console.write(content, output.path, utf8=output.format not in FOR_PEOPLE)
            if output.path is not None and sys.stderr.isatty():
                console.say(_written(output.path, results), language)
        except CheckerError as error:  # the other reports are written all the same
            code = console.show_error(error, language)
    return code


def _written(path: Path, results: Results) -> Text:
    """Return what a person at a terminal is told of a report in a file: nothing else would say that it is there."""
    from checker.reports.failure import name_of

    if len(results) == 1:
        return text("cli.written", path=path, verdict=name_of(results[0]))
    return text("cli.written_several", path=path, count=len(results))


def judged(order: Order, language: Language) -> tuple[Inputs, list[Result]]:
    """Return which files *order* names, and the report about each draft. Raises CheckerError for wrong usage."""
    from checker.api import load_pack
    from checker.engine import needs_layout
    from checker.inputs import collect, limits_of, reader

    if not order.files:
        raise UsageError(text("cli.no_files"), hint=text("cli.see_help"))
    today = date.today() if order.time is None else _time(order.time).date()
    limits = limits_of(order.limits, order.ocr)
    inputs = collect(order.files)
    refuse_impossible(order.outputs, inputs.paths)
    pack = load_pack(order.pack)
    limits = replace(limits, layout=needs_layout(pack))
    level = None if order.level is None else level_id("--level", order.level, pack.template)
    if inputs.skipped:
        told = text("cli.skipped", count=len(inputs.skipped), names=", ".join(inputs.skipped[:5]))
        console.say(told, language)
    aids = _aids(order, pack, level, len(inputs.paths), today)
    judge = _Judge(pack, language, order, aids)
    with reader(inputs, limits, order.isolate) as read:
        results = [result for path in inputs.paths for result in judge.file(path, read)]
    if aids.waivers is not None:
        _tell_unmatched(aids.waivers, results, language)
    return inputs, results


def _tell_unmatched(waivers: Waivers, results: Results, language: Language) -> None:
    """Tell of waivers that no finding of the run needs: they are how such files rot."""
    from checker.model import Report
    from checker.waivers import unmatched

    for waiver in unmatched(waivers, [result for result in results if isinstance(result, Report)]):
        console.say(text("waivers.unmatched", rule=waiver.rule, place=waiver.place), language)


def exit_code(results: Results, fail_on: str) -> ExitCode:
    """Return the exit code for *results*: the worst of them, 2 before 1 before 0."""
    return max((_exit_code(result, FAIL_ON[fail_on]) for result in results), default=ExitCode.CANNOT_JUDGE)


def _exit_code(result: Result, counted: Sequence[Severity]) -> ExitCode:
    from checker.reports.failure import Failure

    if isinstance(result, Failure) or result.verdict.code in (VerdictCode.NOT_A_REPORT, VerdictCode.CANNOT_JUDGE):
        return ExitCode.CANNOT_JUDGE
    states = {outcome.state for outcome in result.outcomes if outcome.severity in counted and not outcome.known}
    if states & {State.FAIL, State.PARTIAL}:
        return ExitCode.FINDINGS
    return ExitCode.CANNOT_JUDGE if State.CANNOT_TELL in states else ExitCode.OK


def _aids(order: Order, pack: Pack, level: str | None, files: int, today: date) -> _Aids:
    """Read what is given beside the files: last year's report, answers, waivers, baseline. Raises CheckerError."""
    from checker.matching.ranking import Semantic, ranker

    aids = _Aids(ranker(one_of("--semantic", order.semantic, Semantic)), level)
    if order.previous is not None:
        if files > 1:
            raise UsageError(text("cli.previous_several"), hint=text("cli.previous_several.hint"))
        from checker.reading import read_path

        aids = replace(aids, previous=read_path(order.previous))
    if order.answers is not None:
        from checker.answers import load_answers

        aids = replace(aids, answers=load_answers(order.answers, pack))
    if order.waivers is not None:
        from checker.waivers import load_waivers

        aids = replace(aids, waivers=load_waivers(order.waivers, pack, today))
    if order.baseline is not None:
        from checker.baseline import load_baseline

        aids = replace(aids, baseline=load_baseline(order.baseline))
    return aids


@dataclass(frozen=True, slots=True)
class _Judge:
    """Checks the drafts of a run; whatever happens to one, the run goes on."""

    pack: Pack
    language: Language
    order: Order
    aids: _Aids

    def file(self, path: str, read: Reader) -> list[Result]:
        """Return the reports about the drafts in a file, or why there are none."""
        from checker.reading.source import Skipped

        try:
            found = list(read(path))
        except Exception as error:  # noqa: BLE001 - one draft that trips the program must not hide the other two hundred
            return [self._failure(path, self._fault(path, error))]
        skipped = [item.name for item in found if isinstance(item, Skipped)]
        if skipped:
            names = ", ".join(name.removeprefix(path) for name in skipped[:5])
            console.say(text("reading.in_bundle", name=path, count=len(skipped), names=names), self.language)
        return [self._draft(path, item) for item in found if not isinstance(item, Skipped)]

    def _draft(self, path: str, draft: Document | ReadError) -> Result:
        from checker.api import check

        if isinstance(draft, ReadError):
            return self._failure(draft.where or path, draft)
        aids = self.aids
        try:
            return check(
                draft,
                self.pack,
                level=aids.level,
                year=self.order.year,
                previous=aids.previous,
                answers=aids.answers,
                waivers=aids.waivers,
                baseline=aids.baseline,
                ranker=aids.ranker,
            )
        except CheckerError as error:
            return self._failure(draft.path, error)
        except Exception as error:  # noqa: BLE001
            return self._failure(draft.path, self._fault(draft.path, error))

    def _fault(self, path: str, error: Exception) -> CheckerError:
        """Return the error about a fault of the program."""
        if self.order.verbose:
            import traceback

            traceback.print_exception(error)
        reason = f"{type(error).__name__}: {error}"
        return CheckerError(text("cli.internal", reason=reason), where=path, hint=text("cli.internal.hint"))

    def _failure(self, path: str, error: CheckerError) -> Failure:
        import checker
        from checker.reports.failure import Failure

        console.show_error(error, self.language)
        return Failure(path, error, self.pack.ref, checker.__version__)


def explain_rule(rule_id: str, pack: Pack, language: Language, *, option: str, color: bool) -> ExitCode:
    """Explain a rule of *pack* on standard output; *option* is what named it. Raises UsageError for an unknown one."""
    from checker.reports.explain import explain

    known = {rule.id.casefold(): rule for rule in pack.rules}
    rule = known.get(rule_id.casefold())
    if rule is None:
        hint = nearest(rule_id, [rule.id for rule in pack.rules])
        raise UsageError(text("cli.unknown_value", option=option, value=rule_id), hint=hint)
    console.write(explain(rule, pack, language, width=console.width(None), color=color))
    return ExitCode.OK


def _time(value: str) -> datetime:
    """Return the time that is to stand in the reports: ``now``, or ISO 8601, of this place where no zone is given."""
    try:
        time = datetime.now() if value == "now" else datetime.fromisoformat(value)
    except ValueError:
        raise UsageError(text("cli.bad_time", value=value), hint=text("cli.bad_time.hint")) from None
    return time.astimezone().replace(microsecond=0) if time.tzinfo is None else time
