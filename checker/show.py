"""``checker read``: what was read of each file, before any rule is asked."""

from __future__ import annotations

from checker import console
from checker.errors import ExitCode, ReadError, UsageError
from checker.frozen import dataclass
from checker.options import one_of
from checker.texts import Language, text

FORMATS = ("text", "json")


@dataclass(frozen=True, slots=True)
class ReadOrder:
    """What ``checker read`` is asked to do; the fields are its options."""

    files: tuple[str, ...]
    format: str = "text"
    pack: str = "default"
    verbose: bool = False
    no_color: bool = False
    limits: tuple[str, ...] = ()
    isolate: bool | None = None
    ocr: str = "off"


def run_read(order: ReadOrder, language: Language) -> ExitCode:
    """Show what was read; exit code 2 where a file, or a page of one, could not be. Raises CheckerError."""
    from checker.api import load_pack
    from checker.inputs import collect, limits_of, reader
    from checker.reading.source import Skipped
    from checker.reports.reading_view import Reading, Unread, dump, render
    from checker.structure.analyse import analyse

    one_of("--format", order.format, FORMATS)
    if not order.files:
        raise UsageError(text("cli.no_files"), hint=text("cli.see_help"))
    inputs = collect(order.files)
    template = load_pack(order.pack).template
    results: list[Reading | Unread] = []
    with reader(inputs, limits_of(order.limits, order.ocr), order.isolate) as read:
        for path in inputs.paths:
            for found in read(path):
                if isinstance(found, ReadError):
                    console.show_error(found, language)
                    results.append(Unread(found.where or path, found))
                elif not isinstance(found, Skipped):
                    analysis = analyse(found, template)
                    results.append(Reading(found, analysis.profile, analysis.headings()))
    if order.format == "json":
        content = dump(results, language, as_list=inputs.several or len(results) != 1)
    else:
        content = render(
            results,
            language,
            width=console.width(None),
            color=console.color(order.no_color),
            verbose=order.verbose,
        )
    console.write(content, utf8=order.format == "json")
    whole = all(isinstance(result, Reading) and not result.document.unread_pages for result in results)
    return ExitCode.OK if results and whole else ExitCode.CANNOT_JUDGE
