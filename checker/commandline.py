"""What the command line says of itself: help and usage errors, in the user's language, from the catalogue.

Help of the option ``--fail-on`` of ``checker check`` is the catalogue's ``help.check.fail_on``, or ``help.fail_on``
where it means the same in every command.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Any

import typer
from typer.core import TyperCommand, TyperGroup

from checker.errors import UsageError
from checker.options import LANGUAGES, nearest, one_of
from checker.texts import CATALOGUE, Language, text

_WIDTH = 88
ORDER = "checker.order"
DEFAULT_PACK = "default"

LangOption = Annotated[str | None, typer.Option("--lang", metavar="zh|en")]
PackOption = Annotated[str, typer.Option("--pack", metavar="NAME|FOLDER|ZIP")]
NoColorOption = Annotated[bool, typer.Option("--no-color")]

# Typer exports but this one of its usage errors; the class that all of them share is its parent.
ClickUsageError: type[Exception] = typer.BadParameter.__mro__[1]


def check_language(lang: str | None) -> None:
    """Refuse an unknown language; which one to speak was told by ``language_of`` before parsing."""
    if lang is not None:
        one_of("--lang", lang, LANGUAGES)


def usage_error(error: Any) -> UsageError:
    """Return the usage error of the library that parses the command line as one of ours."""
    option = getattr(error, "option_name", None)
    kind = type(error).__name__
    if kind == "NoSuchOption":
        options = [name for parameter in error.ctx.command.params for name in parameter.opts] if error.ctx else []
        return UsageError(text("cli.no_option", option=option), hint=nearest(str(option), [*options, "--help"]))
    if kind == "BadOptionUsage":
        return UsageError(text("cli.bad_option", option=option), hint=text("cli.see_help"))
    if kind == "BadParameter" and getattr(error, "param", None) is not None:
        return UsageError(text("cli.bad_value", option=error.param.opts[0]), hint=text("cli.see_help"))
    return UsageError(text("cli.bad_usage", reason=error.format_message()), hint=text("cli.see_help"))


class Command(TyperCommand):
    """A command whose help comes from the catalogue."""

    def get_help(self, ctx: Any) -> str:
        """Return the help text in the language that ``ctx.obj`` names."""
        return _help(self, ctx)


class OrderedCommand(Command):
    """A command that knows in which order its options were given: ``ctx.meta[ORDER]`` holds their names."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Parse the arguments, having noted their order."""
        _, _, order = self.make_parser(ctx).parse_args(args=list(args))
        ctx.meta[ORDER] = [parameter.name for parameter in order]
        return super().parse_args(ctx, args)


class Group(TyperGroup):
    """A group of commands whose help and errors come from the catalogue."""

    def get_help(self, ctx: Any) -> str:
        """Return the help text in the language that ``ctx.obj`` names."""
        return _help(self, ctx)

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """Return the command that *args* begin with. Raises UsageError with the nearest name."""
        known = self.list_commands(ctx)
        if not ctx.resilient_parsing and args and args[0] not in known and not args[0].startswith("-"):
            raise UsageError(text("cli.no_command", command=args[0]), hint=nearest(args[0], known))
        return super().resolve_command(ctx, args)


def help_key(path: Sequence[str], parameter: Any) -> str:
    """Return the catalogue's key for the help of an option or argument of the command at *path*."""
    name = max(parameter.opts, key=len).lstrip("-").replace("-", "_")
    own = ".".join(["help", *path, name])
    return own if own in CATALOGUE else f"help.{name}"


def _help(command: Any, ctx: Any) -> str:
    from checker.reports.columns import Sheet, pad, width

    language: Language = ctx.obj or "zh"
    path = ctx.command_path.split()[1:]
    arguments = [item for item in command.params if item.param_type_name == "argument"]
    options = [item for item in command.get_params(ctx) if item.param_type_name == "option"]
    commands = {} if not isinstance(command, Group) else command.commands
    sheet = Sheet(_WIDTH, color=False)

    pieces = [ctx.command_path, text("help.options").of(language)]
    pieces += [text("help.command").of(language)] if commands else [item.metavar for item in arguments]
    sheet.put(" ".join(pieces), lead=text("help.usage").of(language))
    sheet.blank()
    for paragraph in text(".".join(["help", *path])).of(language).split("\n"):
        sheet.put(paragraph)
    rows = [
        ("help.commands", [(name, text(f"help.{'.'.join([*path, name])}").of(language)) for name in commands]),
        ("help.arguments", [(item.metavar, text(help_key(path, item)).of(language)) for item in arguments]),
        ("help.options_of", [(_declared(item), text(help_key(path, item)).of(language)) for item in options]),
    ]
    for title, entries in rows:
        if entries:
            sheet.blank()
            sheet.put(text(title).of(language))
            column = 2 + max(width(name) for name, _ in entries)
            for name, told in entries:
                sheet.put(told.split("\n")[0], lead=pad(name, column), indent=2)
    return sheet.text().rstrip("\n")


def _declared(option: Any) -> str:
    names = ", ".join(sorted(option.opts, key=len))
    return names if option.is_flag else f"{names} {option.metavar or option.name.upper()}"
