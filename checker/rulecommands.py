"""The commands for authors of rules and their options, for Typer. What they do is done in ``authoring``."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from checker import console
from checker.commandline import (
    DEFAULT_PACK,
    Command,
    Group,
    LangOption,
    NoColorOption,
    PackOption,
    check_language,
)
from checker.errors import CheckerError, ExitCode, UsageError
from checker.options import one_of
from checker.texts import Language, text

if TYPE_CHECKING:
    from checker.authoring.coverage import Coverage
    from checker.authoring.examples import ExampleResult
    from checker.authoring.mutation import MutationRun
    from checker.rule import Pack

rules = typer.Typer(cls=Group, rich_markup_mode=None)


@rules.callback()
def root(lang: LangOption = None) -> None:
    """Hold what belongs to all commands about rules."""
    check_language(lang)


@rules.command("lint", cls=Command)
def lint(
    ctx: typer.Context,
    *,
    pack: PackOption = DEFAULT_PACK,
    format_: Annotated[str, typer.Option("--format", "-f", metavar="text|json|github")] = "text",
    strict: Annotated[bool, typer.Option("--strict")] = False,
    no_color: NoColorOption = False,
    lang: LangOption = None,
) -> int:
    """Tell everything that is wrong with a pack or not as it should be."""
    from checker.authoring.lint import lint as look
    from checker.authoring.lint_report import FORMATS, lint_text

    check_language(lang)
    one_of("--format", format_, ("text", *FORMATS))
    found = look(pack)
    if format_ == "text":
        console.write(lint_text(found, ctx.obj, color=console.color(no_color)))
    else:
        console.write(FORMATS[format_](found, ctx.obj), utf8=True)
    return found.exit_code(strict=strict)


@rules.command("test", cls=Command)
def test(
    ctx: typer.Context,
    *,
    pack: PackOption = DEFAULT_PACK,
    rule: Annotated[list[str] | None, typer.Option("--rule", metavar="RULE")] = None,
    coverage: Annotated[bool, typer.Option("--coverage")] = False,
    mutate: Annotated[bool, typer.Option("--mutate")] = False,
    documents: Annotated[Path | None, typer.Option("--documents", metavar="FOLDER")] = None,
    format_: Annotated[str, typer.Option("--format", "-f", metavar="text|json")] = "text",
    no_color: NoColorOption = False,
    lang: LangOption = None,
) -> int:
    """Run the examples that rules carry; on request measure them and break good reports."""
    from checker.api import load_pack
    from checker.authoring import examples
    from checker.authoring.documents import good_documents
    from checker.authoring.listing import rule_named

    check_language(lang)
    one_of("--format", format_, ("text", "json"))
    loaded = load_pack(pack)
    chosen = [rule_named(loaded, name, "--rule") for name in rule or ()] or list(loaded.rules)
    goods = good_documents(loaded, documents) if mutate or coverage else []
    results = [result for result in examples.run(loaded) if not rule or any(result.rule == r.id for r in chosen)]
    measured, broken = None, None
    if coverage:
        from checker.authoring.coverage import coverage_of

        measured = coverage_of(loaded, chosen, [good.analysis.normal.searched for good in goods])
    if mutate:
        from checker.authoring.mutation import mutate as break_them

        broken = break_them(loaded, goods, chosen)
    if format_ == "json":
        from checker.authoring.examples_report import examples_json

        console.write(examples_json(results, loaded, ctx.obj, coverage=measured, mutation=broken), utf8=True)
    else:
        _write_tables(ctx.obj, loaded, results, measured, broken, color=console.color(no_color))
    failed = any(result.problem is not None for result in results) or bool(broken and broken.survived)
    return ExitCode.FINDINGS if failed else ExitCode.OK


def _write_tables(
    language: Language,
    pack: Pack,
    results: list[ExampleResult],
    measured: Coverage | None,
    broken: MutationRun | None,
    *,
    color: bool,
) -> None:
    from checker.authoring.examples import table

    columns = console.width(None)
    console.write(table(results, language, columns=columns, color=color))
    if measured is not None:
        from checker.authoring.coverage import coverage_table

        console.write("\n" + coverage_table(measured, language, columns=columns, color=color))
    if broken is not None:
        from checker.authoring.mutation_report import mutation_table

        console.write("\n" + mutation_table(broken, pack, language, columns=columns, color=color))


@rules.command("explain", cls=Command)
def explain(
    ctx: typer.Context,
    rule: Annotated[str, typer.Argument(metavar="RULE")],
    *,
    pack: PackOption = DEFAULT_PACK,
    format_: Annotated[str, typer.Option("--format", "-f", metavar="text|markdown")] = "text",
    no_color: NoColorOption = False,
    lang: LangOption = None,
) -> int:
    """Explain a rule, with where each of its values was written and the words it goes by."""
    from checker.api import load_pack
    from checker.authoring.explanation import explanation
    from checker.authoring.explanation_text import draw, markdown
    from checker.authoring.listing import rule_named

    check_language(lang)
    one_of("--format", format_, ("text", "markdown"))
    loaded = load_pack(pack)
    told = explanation(rule_named(loaded, rule, "rules explain"), loaded, ctx.obj)
    if format_ == "markdown":
        console.write(markdown(told, ctx.obj), utf8=True)
    else:
        console.write(draw(told, ctx.obj, columns=console.width(None), color=console.color(no_color)))
    return ExitCode.OK


@rules.command("list", cls=Command)
def list_(
    ctx: typer.Context,
    *,
    pack: PackOption = DEFAULT_PACK,
    severity: Annotated[str | None, typer.Option("--severity", metavar="must|should|info")] = None,
    level: Annotated[str | None, typer.Option("--level", metavar="LEVEL")] = None,
    year: Annotated[int | None, typer.Option("--year", metavar="YEAR")] = None,
    kind: Annotated[str | None, typer.Option("--kind", metavar="KIND")] = None,
    group: Annotated[str | None, typer.Option("--group", metavar="GROUP")] = None,
    unverified: Annotated[bool, typer.Option("--unverified")] = False,
    format_: Annotated[str, typer.Option("--format", "-f", metavar="text|json|markdown")] = "text",
    no_color: NoColorOption = False,
    lang: LangOption = None,
) -> int:
    """List the rules of a pack."""
    from checker.api import load_pack
    from checker.authoring import listing

    check_language(lang)
    one_of("--format", format_, ("text", "json", "markdown"))
    loaded = load_pack(pack)
    asked = listing.Filter(severity, level, year, kind, group, unverified)
    found = listing.chosen(loaded, asked)
    if format_ == "json":
        console.write(listing.table_json(found), utf8=True)
    elif format_ == "markdown":
        console.write(listing.table_markdown(loaded, found, ctx.obj), utf8=True)
    else:
        color = console.color(no_color)
        console.write(listing.table(loaded, found, ctx.obj, columns=console.width(None), color=color))
    return ExitCode.OK


@rules.command("new", cls=Command)
def new(
    ctx: typer.Context,
    *,
    pack: PackOption = DEFAULT_PACK,
    file: Annotated[str | None, typer.Option("--file", metavar="NAME.yaml")] = None,
    id_: Annotated[str | None, typer.Option("--id", metavar="RULE")] = None,
    name: Annotated[str | None, typer.Option("--name", metavar="TEXT")] = None,
    name_en: Annotated[str | None, typer.Option("--name-en", metavar="TEXT")] = None,
    severity: Annotated[str | None, typer.Option("--severity", metavar="must|should|info")] = None,
    group: Annotated[str | None, typer.Option("--group", metavar="GROUP")] = None,
    kind: Annotated[str | None, typer.Option("--kind", metavar="KIND")] = None,
    concept: Annotated[str | None, typer.Option("--concept", metavar="NAME")] = None,
    word: Annotated[list[str] | None, typer.Option("--word", metavar="PHRASE")] = None,
    unless: Annotated[list[str] | None, typer.Option("--unless", metavar="PHRASE")] = None,
    section: Annotated[list[str] | None, typer.Option("--section", metavar="SECTION")] = None,
    set_: Annotated[list[str] | None, typer.Option("--set", metavar="NAME=VALUE")] = None,
    level: Annotated[list[str] | None, typer.Option("--level", metavar="LEVEL")] = None,
    since: Annotated[int | None, typer.Option("--since", metavar="YEAR")] = None,
    until: Annotated[int | None, typer.Option("--until", metavar="YEAR")] = None,
    norm: Annotated[str | None, typer.Option("--norm", metavar="TEXT")] = None,
    article: Annotated[str | None, typer.Option("--article", metavar="TEXT")] = None,
    rank: Annotated[str | None, typer.Option("--rank", metavar="RANK")] = None,
    verified: Annotated[bool, typer.Option("--verified")] = False,
    advice: Annotated[str | None, typer.Option("--advice", metavar="TEXT")] = None,
    advice_en: Annotated[str | None, typer.Option("--advice-en", metavar="TEXT")] = None,
    explanation: Annotated[str | None, typer.Option("--explanation", metavar="TEXT")] = None,
    explanation_en: Annotated[str | None, typer.Option("--explanation-en", metavar="TEXT")] = None,
    passing: Annotated[str | None, typer.Option("--passing", metavar="TEXT")] = None,
    failing: Annotated[str | None, typer.Option("--failing", metavar="TEXT")] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run")] = False,
    lang: LangOption = None,
) -> int:
    """Add a rule to a pack: asked for in a terminal, or from the options."""
    from checker.api import load_pack
    from checker.authoring import newrule
    from checker.authoring.asking import Given, draft_of
    from checker.reports.problems import problem_lines

    check_language(lang)
    language: Language = ctx.obj
    given = Given(
        id=id_,
        name=name,
        name_en=name_en,
        severity=severity,
        group=group,
        kind=kind,
        concept=concept,
        words=tuple(word or ()),
        unless=tuple(unless or ()),
        sections=tuple(section or ()),
        levels=tuple(level or ()),
        since=since,
        until=until,
        norm=norm,
        article=article,
        rank=rank,
        verified=verified,
        advice=advice,
        advice_en=advice_en,
        explanation=explanation,
        explanation_en=explanation_en,
        passing=passing,
        failing=failing,
        parameters=tuple(set_ or ()),
    )
    asker = _Terminal() if sys.stdin.isatty() and given.missing else None
    prepared = newrule.prepare(pack, draft_of(given, load_pack(pack), language, asker), file=file)
    console.write(newrule.shown(prepared, language))
    for remark in prepared.remarks:
        for line in problem_lines(remark.problem, language, label=f"problems.{remark.level}"):
            print(line, file=sys.stderr)
    if prepared.problems:
        for line in newrule.problem_lines(prepared, language):
            print(line, file=sys.stderr)
        raise UsageError(text("new.not_written"))
    if not dry_run:
        newrule.write_rule(prepared)
        console.say(newrule.summary(prepared), language)
    return ExitCode.OK


@rules.command("docs", cls=Command)
def docs(
    ctx: typer.Context,
    *,
    output: Annotated[Path, typer.Option("--output", "-o", metavar="FOLDER")],
    pack: PackOption = DEFAULT_PACK,
    lang: LangOption = None,
) -> int:
    """Write a catalogue of the rules as Markdown."""
    from checker.api import load_pack
    from checker.authoring.pages import pages

    check_language(lang)
    made = pages(load_pack(pack), ctx.obj)
    try:
        output.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        reason = error.strerror or str(error)
        raise CheckerError(text("cli.cannot_write", reason=reason), where=str(output)) from error
    for page in made:
        console.write(page.content, output / page.name)
    console.say(text("pages.written", count=len(made), folder=output), ctx.obj)
    return ExitCode.OK


class _Terminal:
    """A person at a terminal."""

    def line(self, question: str) -> str:
        """Put *question* and return the line that is typed. Raises KeyboardInterrupt where nothing more will come."""
        console.write(f"{question}\n> ")
        answer = sys.stdin.readline()
        if not answer:
            raise KeyboardInterrupt
        return answer.rstrip("\n")

    def lines(self, question: str) -> str:
        """Put *question* and return the lines up to an empty one."""
        told = [self.line(question)]
        while told[-1].strip():
            console.write("> ")
            told.append(sys.stdin.readline().rstrip("\n"))
        return "\n".join(told).strip("\n")
