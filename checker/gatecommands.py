"""The commands around a gate and their options, for Typer: baselines, comparisons, settings. The work is elsewhere."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from checker.commandline import DEFAULT_PACK, Command, Group, LangOption, NoColorOption, PackOption, check_language
from checker.errors import ExitCode

baseline = typer.Typer(cls=Group, rich_markup_mode=None)

LevelOption = Annotated[str | None, typer.Option("--level", metavar="LEVEL")]
YearOption = Annotated[int | None, typer.Option("--year", metavar="YEAR")]


@baseline.callback()
def baseline_root(lang: LangOption = None) -> None:
    """Hold what belongs to all commands about baselines."""
    check_language(lang)


@baseline.command("write", cls=Command)
def baseline_write(
    ctx: typer.Context,
    files: Annotated[list[str] | None, typer.Argument(metavar="FILE...")] = None,
    *,
    output: Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE")] = None,
    level: LevelOption = None,
    year: YearOption = None,
    pack: PackOption = DEFAULT_PACK,
    lang: LangOption = None,
) -> ExitCode:
    """Record every finding as known."""
    from checker.baselining import write
    from checker.checking import Order

    check_language(lang)
    return write(Order(tuple(files or ()), level=level, year=year, pack=pack), output, ctx.obj)


@baseline.command("update", cls=Command)
def baseline_update(
    ctx: typer.Context,
    baseline: Annotated[Path, typer.Argument(metavar="BASELINE")],
    files: Annotated[list[str] | None, typer.Argument(metavar="FILE...")] = None,
    *,
    level: LevelOption = None,
    year: YearOption = None,
    pack: PackOption = DEFAULT_PACK,
    lang: LangOption = None,
) -> ExitCode:
    """Take out what is resolved."""
    from checker.baselining import update
    from checker.checking import Order

    check_language(lang)
    return update(Order(tuple(files or ()), level=level, year=year, pack=pack), baseline, ctx.obj)


def compare(
    ctx: typer.Context,
    files: Annotated[list[str] | None, typer.Argument(metavar="OLD NEW")] = None,
    *,
    format_: Annotated[str, typer.Option("--format", "-f", metavar="text|json")] = "text",
    fail_on: Annotated[str, typer.Option("--fail-on", metavar="must|should|never")] = "must",
    level: LevelOption = None,
    year: YearOption = None,
    pack: PackOption = DEFAULT_PACK,
    no_color: NoColorOption = False,
    lang: LangOption = None,
) -> ExitCode:
    """Compare two drafts."""
    from checker.checking import Order
    from checker.comparing import run_compare

    check_language(lang)
    order = Order(tuple(files or ()), fail_on=fail_on, level=level, year=year, pack=pack, no_color=no_color)
    return run_compare(order, format_, ctx.obj)


def config(
    ctx: typer.Context,
    *,
    format_: Annotated[str, typer.Option("--format", "-f", metavar="text|json")] = "text",
    lang: LangOption = None,
) -> ExitCode:
    """Show the settings."""
    from checker import console
    from checker.options import one_of
    from checker.reports.columns import Sheet, pad, plain
    from checker.reports.json import dumps
    from checker.settings import DEFAULTS, load
    from checker.texts import text

    check_language(lang)
    one_of("--format", format_, ("text", "json"))
    found = load()
    rows = [
        (name, found[name].value, found[name].source) if name in found else (name, value, "")
        for name, value in DEFAULTS.items()
    ]
    if format_ == "json":
        told = {name: {"value": value or None, "source": source or "default"} for name, value, source in rows}
        console.write(dumps(told), utf8=True)
        return ExitCode.OK
    sheet = Sheet(console.width(None), color=False)
    default, nothing = text("settings.default").of(ctx.obj), text("settings.none").of(ctx.obj)
    for name, value, source in rows:
        shown = pad(plain(value) or nothing, 24)
        sheet.put(f"{shown}  {plain(source) or default}", lead=pad(name, 10))
    console.write(sheet.text())
    return ExitCode.OK
