"""The command line: options in, exit code out. What it does is done elsewhere.

Exit codes of ``check``: 0 nothing at or above ``--fail-on``, 1 findings, 2 could not judge or wrong usage, 130
interrupted; with several files the worst wins. Errors are one sentence on standard error, never a traceback.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from typer.main import get_command

from checker.commandline import LANGUAGES, ClickUsageError, Command, Group, language_of, nearest, one_of, usage_error
from checker.errors import CheckerError, ExitCode, PackError, UsageError
from checker.model import Severity, State, VerdictCode
from checker.texts import Language, Text, text

if TYPE_CHECKING:
    from checker.reports.failure import Result, Results
    from checker.rule import Pack

PROGRAM = "checker"
DEFAULT_PACK = "default"
FAIL_ON: dict[str, tuple[Severity, ...]] = {
    "must": (Severity.MUST,),
    "should": (Severity.MUST, Severity.SHOULD),
    "never": (),
}

app = typer.Typer(cls=Group, rich_markup_mode=None, pretty_exceptions_enable=False)
rules = typer.Typer(cls=Group, rich_markup_mode=None)
app.add_typer(rules, name="rules")

LangOption = Annotated[str | None, typer.Option("--lang", metavar="zh|en")]
PackOption = Annotated[str, typer.Option("--pack", metavar="NAME|FOLDER")]
NoColorOption = Annotated[bool, typer.Option("--no-color")]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit code. *arguments* are those of the process unless given."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    language = language_of(given)
    _be_lenient(sys.stdout)
    _be_lenient(sys.stderr)
    try:
        result = get_command(app).main(
            # No arguments at all is wrong usage; the library expands wildcards on Windows only where it is given None.
            args=["--help"] if not given else None if arguments is None else given,
            prog_name=PROGRAM,
            standalone_mode=False,
            obj=language,
        )
        code = ExitCode.CANNOT_JUDGE if not given else ExitCode(result or 0)
    except PackError as error:
        code = _show_pack_error(error, language)
    except CheckerError as error:
        code = _show_error(error, language)
    except ClickUsageError as error:
        code = _show_error(usage_error(error), language)
    except (KeyboardInterrupt, typer.Abort):
        code = ExitCode.INTERRUPTED
    if code is ExitCode.INTERRUPTED:
        typer.echo(text("cli.interrupted").of(language), err=True)
    return int(code)


@app.callback(invoke_without_command=True)
def root(version: Annotated[bool, typer.Option("--version")] = False, lang: LangOption = None) -> int:
    """Hold what belongs to no command."""
    _check_language(lang)
    if version:
        from checker.api import tool_version

        _write(f"{PROGRAM} {tool_version()}\n")
    return ExitCode.OK


@app.command(cls=Command)
def check(
    ctx: typer.Context,
    files: Annotated[list[str] | None, typer.Argument(metavar="FILE...")] = None,
    *,
    format_: Annotated[str, typer.Option("--format", "-f", metavar="FORMAT")] = "text",
    output: Annotated[Path | None, typer.Option("--output", "-o", metavar="PATH")] = None,
    fail_on: Annotated[str, typer.Option("--fail-on", metavar="must|should|never")] = "must",
    level: Annotated[str | None, typer.Option("--level", metavar="LEVEL")] = None,
    year: Annotated[int | None, typer.Option("--year", metavar="YEAR")] = None,
    pack: PackOption = DEFAULT_PACK,
    explain: Annotated[str | None, typer.Option("--explain", metavar="RULE")] = None,
    verbose: Annotated[bool, typer.Option("--verbose", "-v")] = False,
    no_color: NoColorOption = False,
    lang: LangOption = None,
) -> int:
    """Check files and report on each."""
    from checker.api import load_pack
    from checker.inputs import collect
    from checker.reports.formats import FORMATS, Options

    _check_language(lang)
    language: Language = ctx.obj
    one_of("--format", format_, FORMATS)
    one_of("--fail-on", fail_on, FAIL_ON)
    if year is not None and not 1900 < year < 2200:
        raise UsageError(text("cli.bad_year", year=year))
    color = output is None and _color(no_color)
    if explain is not None:
        return _explain(explain, load_pack(pack), language, color)
    if not files:
        raise UsageError(text("cli.no_files"), hint=text("cli.see_help"))
    inputs = collect(files)
    if output is not None:
        _refuse_overwriting(output, inputs.paths)
    rule_pack = load_pack(pack)
    level_id = None if level is None else _level(level, rule_pack)
    if inputs.skipped:
        told = text("cli.skipped", count=len(inputs.skipped), names=", ".join(inputs.skipped[:5]))
        _say(told, language)
    results = [_judge(path, rule_pack, language, level=level_id, year=year, verbose=verbose) for path in inputs.paths]
    options = Options(
        language, inputs.several, width=_width(output), color=color, verbose=verbose, failures=output is not None
    )
    _write(FORMATS[format_](results, options), output, utf8=format_ != "text")
    return exit_code(results, fail_on)


@app.command(cls=Command)
def schema(
    name: Annotated[str, typer.Argument(metavar="report|rule")] = "report",
    lang: LangOption = None,
) -> int:
    """Print the JSON Schema of the report or of rule files."""
    _check_language(lang)
    one_of("schema", name, ("report", "rule"))
    if name == "rule":
        from checker.rulebook import rule_schema_json

        content = rule_schema_json()
    else:
        from checker.reports.json import schema_json

        content = schema_json()
    _write(content.rstrip("\n") + "\n", utf8=True)
    return ExitCode.OK


@rules.callback()
def rules_root(lang: LangOption = None) -> None:
    """Hold what belongs to all commands about rules."""
    _check_language(lang)


@rules.command("test", cls=Command)
def rules_test(
    ctx: typer.Context, *, pack: PackOption = DEFAULT_PACK, no_color: NoColorOption = False, lang: LangOption = None
) -> int:
    """Run the examples that the rules of a pack carry."""
    from checker.api import load_pack
    from checker.authoring.examples import run, table

    _check_language(lang)
    results = run(load_pack(pack))
    _write(table(results, ctx.obj, columns=_width(None), color=_color(no_color)))
    return ExitCode.FINDINGS if any(result.problem is not None for result in results) else ExitCode.OK


def exit_code(results: Results, fail_on: str) -> ExitCode:
    """Return the exit code for *results*: the worst of them, 2 before 1 before 0."""
    return max((_exit_code(result, FAIL_ON[fail_on]) for result in results), default=ExitCode.CANNOT_JUDGE)


def _exit_code(result: Result, counted: Sequence[Severity]) -> ExitCode:
    from checker.reports.failure import Failure

    if isinstance(result, Failure) or result.verdict.code in (VerdictCode.NOT_A_REPORT, VerdictCode.CANNOT_JUDGE):
        return ExitCode.CANNOT_JUDGE
    states = {outcome.state for outcome in result.outcomes if outcome.severity in counted}
    if states & {State.FAIL, State.PARTIAL}:
        return ExitCode.FINDINGS
    return ExitCode.CANNOT_JUDGE if State.CANNOT_TELL in states else ExitCode.OK


def _judge(path: str, pack: Pack, language: Language, *, level: str | None, year: int | None, verbose: bool) -> Result:
    """Return the report about one file, or why there is none; whatever happens, the run goes on."""
    from checker.api import check, tool_version
    from checker.inputs import STDIN
    from checker.reading import DEFAULT, read_bytes, read_path
    from checker.reports.failure import Failure

    try:
        if path == STDIN:
            document = read_bytes(sys.stdin.buffer.read(DEFAULT.file_bytes + 1), STDIN)
        else:
            document = read_path(Path(path))
        return check(document, pack, level=level, year=year)
    except CheckerError as error:
        problem = error
    except Exception as error:  # noqa: BLE001 - one draft that trips the program must not hide the other two hundred
        if verbose:
            import traceback

            traceback.print_exc()
        reason = f"{type(error).__name__}: {error}"
        problem = CheckerError(text("cli.internal", reason=reason), where=path, hint=text("cli.internal.hint"))
    failure = Failure(path, problem, pack.ref, tool_version())
    _show_error(problem, language)
    return failure


def _explain(rule_id: str, pack: Pack, language: Language, color: bool) -> int:
    from checker.reports.explain import explain

    known = {rule.id.casefold(): rule for rule in pack.rules}
    rule = known.get(rule_id.casefold())
    if rule is None:
        hint = nearest(rule_id, [rule.id for rule in pack.rules])
        raise UsageError(text("cli.unknown_value", option="--explain", value=rule_id), hint=hint)
    _write(explain(rule, pack, language, width=_width(None), color=color))
    return ExitCode.OK


def _check_language(lang: str | None) -> None:
    """Refuse an unknown language; which one to speak was told by ``language_of`` before parsing."""
    if lang is not None:
        one_of("--lang", lang, LANGUAGES)


def _level(level: str, pack: Pack) -> str:
    """Return the id of a level given by id or by name."""
    named = {name: entry.id for entry in pack.template.levels for name in (entry.name.zh, entry.name.en, entry.id)}
    one_of("--level", level, named)
    return named[level]


def _refuse_overwriting(output: Path, paths: Sequence[str]) -> None:
    if output.exists() and any(Path(path).exists() and output.samefile(path) for path in paths):
        raise UsageError(text("cli.output_is_input"), where=str(output))


def _color(no_color: bool) -> bool:
    if no_color or os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb" or not sys.stdout.isatty():
        return False
    return os.name != "nt" or "WT_SESSION" in os.environ  # the old Windows console prints escape sequences as they are


def _width(output: Path | None) -> int:
    if output is not None or not sys.stdout.isatty():
        return 100
    import shutil

    return max(60, min(shutil.get_terminal_size().columns, 120))


def _be_lenient(stream: object) -> None:
    """Let a character that the console's encoding lacks become a question mark instead of an error."""
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(errors="replace")


def _write(content: str, output: Path | None = None, *, utf8: bool = False) -> None:
    """Write to *output* in UTF-8, else to standard output: in UTF-8 for machines, in its own encoding for people."""
    # A file name that is no UTF-8 holds lone surrogates; written as \udcXX they stay readable, in JSON even exact.
    encoded = content.encode("utf-8", "backslashreplace")
    if output is not None:
        try:
            output.write_bytes(encoded)
        except OSError as error:
            reason = error.strerror or str(error)
            raise CheckerError(text("cli.cannot_write", reason=reason), where=str(output)) from error
        return
    try:
        if utf8:
            sys.stdout.buffer.write(encoded)
        else:
            sys.stdout.write(content)
        sys.stdout.flush()
    except BrokenPipeError:  # whoever reads has read enough; the exit code stays what it would have been
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _say(sentence: Text, language: Language) -> None:
    from checker.reports.columns import plain

    typer.echo(plain(sentence.of(language)), err=True)


def _show_error(error: CheckerError, language: Language) -> ExitCode:
    from checker.reports.columns import plain

    for line in error.lines(language):
        typer.echo(plain(line), err=True)
    return ExitCode.CANNOT_JUDGE


def _show_pack_error(error: PackError, language: Language) -> ExitCode:
    from checker.reports.problems import pack_error_lines

    color = sys.stderr.isatty() and not os.environ.get("NO_COLOR")
    for line in pack_error_lines(error, language, color):
        typer.echo(line, err=True)
    return ExitCode.CANNOT_JUDGE
