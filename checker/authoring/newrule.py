"""Writes a new rule into a pack, if the pack would be right with it and its two examples give what they promise."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from checker.authoring.draft import Draft, DraftExample, concept_yaml, rule_yaml
from checker.authoring.examples import ExampleResult, of_rule
from checker.authoring.lint import remarks
from checker.authoring.placing import Addition, concept_addition, pack_folder, rule_addition, with_additions, write
from checker.authoring.remarks import Remark
from checker.authoring.sources import source_of
from checker.checks.registry import CHECKS
from checker.errors import CheckerError, UsageError
from checker.frozen import dataclass
from checker.model import Severity, State
from checker.options import one_of
from checker.rule import Pack
from checker.rulebook import load_pack
from checker.rulebook.fragments import RANKS
from checker.rulebook.home import shown as shown_path
from checker.rulebook.layers import Layer
from checker.texts import Language, Text, text

_SPEAKS_UP = (State.FAIL, State.PARTIAL, State.CANNOT_TELL, State.MANUAL)


@dataclass(frozen=True, slots=True)
class NewRule:
    """What would be written, what the examples of the new rule gave, and what lint says of the new lines."""

    additions: tuple[Addition, ...]
    results: tuple[ExampleResult, ...]
    remarks: tuple[Remark, ...] = ()

    @property
    def problems(self) -> tuple[ExampleResult, ...]:
        """The examples that do not give what they should."""
        return tuple(result for result in self.results if result.problem is not None)


def prepare(name_or_path: str, draft: Draft, *, file: str | None = None) -> NewRule:
    """Return what writing *draft* into a pack would mean; nothing is written.

    Raises UsageError for what the pack does not know, PackError with all problems where it would be broken.
    """
    folder = pack_folder(name_or_path)
    pack = load_pack(name_or_path)
    _check(draft, pack)
    rule_words = rule_yaml(draft, _examples(draft, State.FAIL))
    place = rule_addition(folder, pack, draft, file, rule_words)
    additions = [place]
    if draft.words:
        additions.append(concept_addition(folder, place.path.name, concept_yaml(draft)))
    trial, layer = with_additions(folder, {each.path: each for each in additions})
    said = of_rule(trial.rule(draft.id), trial)[1].got
    if said in _SPEAKS_UP and said is not State.FAIL:
        # What counts as a failure here is partial or left to a person: the example says which.
        additions[0] = rule_addition(folder, pack, draft, file, rule_yaml(draft, _examples(draft, said)))
        trial, layer = with_additions(folder, {each.path: each for each in additions})
    results = tuple(of_rule(trial.rule(draft.id), trial))
    return NewRule(tuple(additions), results, tuple(_remarks(additions, trial, layer)))


def _remarks(additions: Sequence[Addition], trial: Pack, layer: Layer) -> Iterator[Remark]:
    """Yield what lint says of the lines that would be new."""
    begins = {shown_path(each.path): each.line for each in additions}
    for remark in remarks(source_of(layer, trial), trial):
        if remark.problem.line >= begins.get(remark.problem.path, remark.problem.line + 1):
            yield remark


def write_rule(new: NewRule) -> None:
    """Write what has been prepared, the concept before the rule that names it. Raises CheckerError."""
    for addition in reversed(new.additions):
        try:
            write(addition)
        except OSError as error:
            reason = error.strerror or str(error)
            raise CheckerError(text("cli.cannot_write", reason=reason), where=str(addition.path)) from error


def shown(new: NewRule, language: Language) -> str:
    """Return what would be written, file by file."""
    parts = []
    for addition in reversed(new.additions):
        head = text("new.into", path=addition.path, line=addition.line).of(language)
        parts.append(f"# {head}\n{addition.words.replace(chr(13), '').strip(chr(10))}\n")
    return "\n".join(parts)


def problem_lines(new: NewRule, language: Language) -> list[str]:
    """Return why nothing is written, one line for each example that is not right."""
    lines = []
    for result in new.problems:
        assert result.problem is not None  # chosen above
        name = text("examples.named", name=result.name).of(language) if result.name else ""
        lines.append(name + result.problem.of(language))
    return lines


def _examples(draft: Draft, failing: State) -> tuple[DraftExample, ...]:
    level = draft.levels[0] if draft.levels else None
    return (
        DraftExample(text("new.passing").zh, State.PASS, draft.passing, level),
        DraftExample(text("new.failing").zh, failing, draft.failing, level),
    )


def _check(draft: Draft, pack: Pack) -> None:
    """Refuse what the pack does not know before its files are looked at. Raises UsageError."""
    one_of("--severity", draft.severity, [severity.value for severity in Severity])
    one_of("--kind", draft.kind, sorted(CHECKS))
    one_of("--rank", draft.rank, RANKS)
    template = pack.template
    sections = [section.id for section in template.sections]
    one_of("--group", draft.group, [*sections, *(group.id for group in template.groups)])
    for level in draft.levels:
        one_of("--level", level, [each.id for each in template.levels])
    for section in draft.sections:
        one_of("--section", section, sections)
    if any(rule.id == draft.id for rule in pack.rules):
        raise UsageError(text("new.known_rule", id=draft.id))
    if draft.words and not draft.concept:
        raise UsageError(text("new.no_concept_name"))
    if draft.words and draft.concept in template.vocabulary:
        raise UsageError(text("new.known_concept", name=draft.concept), hint=text("new.known_concept.hint"))
    if draft.concept and not draft.words:
        one_of("--concept", draft.concept, list(template.vocabulary))


def default_concept(rule_id: str) -> str:
    """Return the name of the concept that goes with a rule unless it is given another one."""
    return rule_id.lower().replace("-", "_")


def path_of(new: NewRule) -> Path:
    """Return the file that holds the rule."""
    return new.additions[0].path


def summary(new: NewRule) -> Text:
    """Return the sentence that tells what was written."""
    return text("new.written", path=path_of(new), line=new.additions[0].line)
