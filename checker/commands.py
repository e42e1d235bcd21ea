"""The commands and their options, for Typer. What they do is done elsewhere."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer
from typer.main import get_command

import checker
from checker import console
from checker.checking import DEFAULT_OCR, DEFAULT_PACK, DEFAULT_SEMANTIC
from checker.commandline import (
    ORDER,
    ClickUsageError,
    Command,
    Group,
    LangOption,
    NoColorOption,
    OrderedCommand,
    PackOption,
    check_language,
    usage_error,
)
from checker.errors import ExitCode
from checker.gatecommands import baseline as baselines
from checker.gatecommands import compare, config
from checker.options import one_of
from checker.outputs import pair
from checker.rulecommands import rules
from checker.texts import Language
from checker.wordcommands import fix, letter

PROGRAM = "checker"
PLAIN_FORMATS = ("text", "json")

app = typer.Typer(cls=Group, rich_markup_mode=None, pretty_exceptions_enable=False)
app.add_typer(rules, name="rules")
app.add_typer(baselines, name="baseline")
app.command("compare", cls=Command)(compare)
app.command("config", cls=Command)(config)
packs = typer.Typer(cls=Group, rich_markup_mode=None)
app.add_typer(packs, name="packs")
app.command("letter", cls=Command)(letter)
app.command("fix", cls=Command)(fix)

OcrOption = Annotated[str, typer.Option("--ocr", metavar="off|auto|on")]
PlainFormatOption = Annotated[str, typer.Option("--format", "-f", metavar="text|json")]


def run(arguments: Sequence[str] | None, language: Language) -> ExitCode:
    """Parse and run a command. *arguments* None are those of the process. Raises CheckerError, KeyboardInterrupt."""
    given = ["--help"] if arguments is not None and not arguments else arguments
    try:
        result = get_command(app).main(
            # The library expands wildcards on Windows only where it is given no arguments.
            args=None if given is None else list(given),
            prog_name=PROGRAM,
            standalone_mode=False,
            obj=language,
        )
    except ClickUsageError as error:
        raise usage_error(error) from None
    except typer.Abort:
        raise KeyboardInterrupt from None
    return ExitCode(result or 0)


@app.callback(invoke_without_command=True)
def root(version: Annotated[bool, typer.Option("--version")] = False, lang: LangOption = None) -> int:
    """Hold what belongs to no command."""
    check_language(lang)
    if version:
        console.write(f"{PROGRAM} {checker.__version__}\n")
    return ExitCode.OK


@app.command(cls=OrderedCommand)
def check(
    ctx: typer.Context,
    files: Annotated[list[str] | None, typer.Argument(metavar="FILE...")] = None,
    *,
    format_: Annotated[list[str] | None, typer.Option("--format", "-f", metavar="FORMAT")] = None,
    output: Annotated[list[str] | None, typer.Option("--output", "-o", metavar="PATH")] = None,
    fail_on: Annotated[str, typer.Option("--fail-on", metavar="must|should|never")] = "must",
    level: Annotated[str | None, typer.Option("--level", metavar="LEVEL")] = None,
    year: Annotated[int | None, typer.Option("--year", metavar="YEAR")] = None,
    pack: PackOption = DEFAULT_PACK,
    explain: Annotated[str | None, typer.Option("--explain", metavar="RULE")] = None,
    previous: Annotated[Path | None, typer.Option("--previous", metavar="FILE")] = None,
    answers: Annotated[Path | None, typer.Option("--answers", metavar="FILE")] = None,
    waivers: Annotated[Path | None, typer.Option("--waivers", metavar="FILE")] = None,
    baseline: Annotated[Path | None, typer.Option("--baseline", metavar="FILE")] = None,
    verbose: Annotated[bool, typer.Option("--verbose", "-v")] = False,
    time: Annotated[str | None, typer.Option("--time", metavar="now|TIME")] = None,
    limit: Annotated[list[str] | None, typer.Option("--limit", metavar="NAME=NUMBER")] = None,
    watch: Annotated[bool, typer.Option("--watch")] = False,
    isolate: Annotated[bool | None, typer.Option("--isolate/--no-isolate")] = None,
    semantic: Annotated[str, typer.Option("--semantic", metavar="off|auto|on")] = DEFAULT_SEMANTIC,
    ocr: OcrOption = DEFAULT_OCR,
    no_color: NoColorOption = False,
    lang: LangOption = None,
) -> int:
    """Check files and report on each."""
    from checker.checking import Order, run_check

    check_language(lang)
    order = Order(
        files=tuple(files or ()),
        outputs=pair(_in_order(ctx, format_=format_ or [], output=output or [])),
        fail_on=fail_on,
        level=level,
        year=year,
        pack=pack,
        explain=explain,
        previous=previous,
        answers=answers,
        waivers=waivers,
        baseline=baseline,
        verbose=verbose,
        no_color=no_color,
        time=time,
        limits=tuple(limit or ()),
        isolate=isolate,
        semantic=semantic,
        ocr=ocr,
    )
    if watch:
        from checker.watching import watch as watch_files

        watch_files(order, ctx.obj)
    return run_check(order, ctx.obj)


@app.command(cls=Command)
def read(
    ctx: typer.Context,
    files: Annotated[list[str] | None, typer.Argument(metavar="FILE...")] = None,
    *,
    format_: PlainFormatOption = "text",
    pack: PackOption = DEFAULT_PACK,
    verbose: Annotated[bool, typer.Option("--verbose", "-v")] = False,
    limit: Annotated[list[str] | None, typer.Option("--limit", metavar="NAME=NUMBER")] = None,
    isolate: Annotated[bool | None, typer.Option("--isolate/--no-isolate")] = None,
    ocr: OcrOption = DEFAULT_OCR,
    no_color: NoColorOption = False,
    lang: LangOption = None,
) -> int:
    """Show what was read of each file."""
    from checker.show import ReadOrder, run_read

    check_language(lang)
    order = ReadOrder(tuple(files or ()), format_, pack, verbose, no_color, tuple(limit or ()), isolate, ocr)
    return run_read(order, ctx.obj)


@app.command(cls=Command)
def draft(
    ctx: typer.Context,
    *,
    level: Annotated[str | None, typer.Option("--level", metavar="LEVEL")] = None,
    year: Annotated[int | None, typer.Option("--year", metavar="YEAR")] = None,
    issuer: Annotated[str | None, typer.Option("--issuer", metavar="NAME")] = None,
    output: Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE")] = None,
    pack: PackOption = DEFAULT_PACK,
    lang: LangOption = None,
) -> int:
    """Write a blank draft."""
    from checker.draft import DraftOrder, run_draft

    check_language(lang)
    return run_draft(DraftOrder(level, year, issuer, pack, output), ctx.obj)


@app.command(cls=Command)
def schema(
    name: Annotated[str, typer.Argument(metavar="NAME")] = "report",
    lang: LangOption = None,
) -> int:
    """Print the JSON Schema of what the program writes for programs, or of rule files."""
    from checker.schemas import NAMES, schema_json

    check_language(lang)
    one_of("schema", name, NAMES)
    console.write(schema_json(name).rstrip("\n") + "\n", utf8=True)
    return ExitCode.OK


@packs.callback()
def packs_root(lang: LangOption = None) -> None:
    """Hold what belongs to all commands about packs."""
    check_language(lang)


@packs.command("list", cls=Command)
def packs_list(
    ctx: typer.Context, *, format_: PlainFormatOption = "text", no_color: NoColorOption = False, lang: LangOption = None
) -> int:
    """List the packs on the search path."""
    from checker.authoring.packs import listed, table, table_json

    check_language(lang)
    one_of("--format", format_, PLAIN_FORMATS)
    found = listed()
    if format_ == "json":
        console.write(table_json(found), utf8=True)
    else:
        console.write(table(found, ctx.obj, columns=console.width(None), color=console.color(no_color)))
    return ExitCode.OK


@packs.command("show", cls=Command)
def packs_show(
    ctx: typer.Context,
    pack: Annotated[str, typer.Argument(metavar="NAME|FOLDER|ZIP")] = DEFAULT_PACK,
    *,
    format_: PlainFormatOption = "text",
    no_color: NoColorOption = False,
    lang: LangOption = None,
) -> int:
    """Show what a pack has and what it changes."""
    from checker.api import load_pack
    from checker.authoring.packs import shown, shown_json

    check_language(lang)
    one_of("--format", format_, PLAIN_FORMATS)
    found = load_pack(pack)
    if format_ == "json":
        console.write(shown_json(found), utf8=True)
    else:
        console.write(shown(found, ctx.obj, columns=console.width(None), color=console.color(no_color)))
    return ExitCode.OK


def _in_order(ctx: typer.Context, **values: list[str]) -> list[tuple[str, str]]:
    """Return the values of options that may be repeated as (option, value), in the order they were given."""
    waiting = {name: iter(given) for name, given in values.items()}
    return [(name.rstrip("_"), next(waiting[name])) for name in ctx.meta[ORDER] if name in waiting]
