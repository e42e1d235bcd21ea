"""What is wrong with a pack, and what is no error but not as it should be: all at once, each at its place.

Errors are what loading the pack reports. Warnings and notes are looked for in a pack that loads, because half a pack
would give false ones; switched-off rules and what other packs have written are left alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from checker.authoring.lint_rules import rule_remarks
from checker.authoring.lint_words import word_remarks
from checker.authoring.remarks import Level, Remark
from checker.authoring.sources import Source, read_source
from checker.errors import ExitCode
from checker.frozen import dataclass
from checker.rule import Pack


@dataclass(frozen=True, slots=True)
class LintRun:
    """Everything found in the pack *name*, in file order. *looked*: whether warnings were looked for."""

    name: str
    remarks: tuple[Remark, ...]
    looked: bool

    def count(self, level: Level) -> int:
        """How many remarks there are of *level*."""
        return sum(remark.level is level for remark in self.remarks)

    def exit_code(self, *, strict: bool) -> ExitCode:
        """Return 2 for errors, 1 for warnings where *strict*, else 0; notes never count."""
        if self.count(Level.ERROR):
            return ExitCode.CANNOT_JUDGE
        return ExitCode.FINDINGS if strict and self.count(Level.WARNING) else ExitCode.OK


def lint(name_or_path: str | Path) -> LintRun:
    """Look through a pack. Raises UsageError where there is none of that name."""
    source = read_source(name_or_path)
    if source.pack is None:
        errors = tuple(Remark(Level.ERROR, problem) for problem in source.problems)
        return LintRun(str(name_or_path), errors, looked=False)
    return LintRun(source.pack.ref.id, tuple(remarks(source, source.pack)), looked=True)


def remarks(source: Source, pack: Pack) -> Iterator[Remark]:
    """Yield the warnings and notes about *pack*, which loads, in file order."""
    found = [*rule_remarks(source, pack), *word_remarks(source, pack)]
    files = (*source.layer.files, *(file for template in source.layer.templates for file in template.files))
    rank = {file.shown: number for number, file in enumerate(files)}
    yield from sorted(
        found,
        key=lambda each: (rank.get(each.problem.path, -1), each.problem.line, each.problem.column, each.problem.code),
    )
