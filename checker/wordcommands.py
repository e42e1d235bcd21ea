"""The commands that write documents for the unit, for Typer: letters, corrections. What they do is done elsewhere."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from checker.commandline import DEFAULT_PACK, LangOption, PackOption, check_language
from checker.errors import ExitCode

OutputOption = Annotated[Path | None, typer.Option("--output", "-o", metavar="PATH")]
LevelOption = Annotated[str | None, typer.Option("--level", metavar="LEVEL")]
YearOption = Annotated[int | None, typer.Option("--year", metavar="YEAR")]


def letter(
    ctx: typer.Context,
    files: Annotated[list[str] | None, typer.Argument(metavar="FILE...")] = None,
    *,
    output: OutputOption = None,
    template: Annotated[Path | None, typer.Option("--template", metavar="FILE")] = None,
    level: LevelOption = None,
    year: YearOption = None,
    pack: PackOption = DEFAULT_PACK,
    lang: LangOption = None,
) -> ExitCode:
    """Write the letter that sends a draft back."""
    from checker.checking import Order
    from checker.lettering import run_letter

    check_language(lang)
    return run_letter(Order(tuple(files or ()), level=level, year=year, pack=pack), output, template, ctx.obj)


def fix(
    ctx: typer.Context,
    file: Annotated[str, typer.Argument(metavar="FILE")],
    *,
    output: OutputOption = None,
    pack: PackOption = DEFAULT_PACK,
    lang: LangOption = None,
) -> ExitCode:
    """Put slips right as tracked changes."""
    from checker.checking import Order
    from checker.fixing import run_fix

    check_language(lang)
    return run_fix(Order((file,), pack=pack), output, ctx.obj)
