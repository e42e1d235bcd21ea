"""Runs the examples that rules carry: each must give the state it promises, and each rule must be seen to fire.

A rule that no example passes, or none makes speak up, is untested: nobody knows whether it can do either. An INFO
rule about something that need not be there has nothing to say but that it does not apply.
"""

from __future__ import annotations

from itertools import zip_longest

from checker.correcting import Change, corrected, remaining
from checker.engine import analyse, run_rule
from checker.errors import CheckerError
from checker.frozen import dataclass, replace
from checker.model import Answer, Document, Outcome, Severity, State
from checker.reading import Limits, read_bytes
from checker.reports.columns import Sheet, pad, width
from checker.rule import Draft, Example, Pack, Rule
from checker.structure.analysis import Analysis
from checker.texts import Language, Text, text

_SPEAKS_UP = frozenset({State.FAIL, State.PARTIAL, State.CANNOT_TELL, State.MANUAL})


@dataclass(frozen=True, slots=True)
class ExampleResult:
    """What one example of *rule* gave. *problem* says what is wrong, None where it gave the state it promises.

    A missing example is a result too, with an empty name and no states.
    """

    rule: str
    rule_name: Text
    name: str
    expected: State | None
    got: State | None
    problem: Text | None
    place: str | None = None


def run(pack: Pack) -> list[ExampleResult]:
    """Run every example of every rule of *pack*, in its order."""
    return [result for rule in pack.rules for result in of_rule(rule, pack)]


def of_rule(rule: Rule, pack: Pack) -> list[ExampleResult]:
    """Run the examples of *rule*; those that it lacks come last."""
    results = [_run_one(rule, example, pack) for example in rule.examples]
    place = f"{rule.origin.path}:{rule.origin.line}" if rule.origin is not None else None
    lacking = (text(f"examples.no_{key}") for key in missing_examples(rule))
    return [*results, *(ExampleResult(rule.id, rule.name, "", None, None, problem, place) for problem in lacking)]


def missing_examples(rule: Rule) -> list[str]:
    """Return which examples *rule* lacks: ``passing``, ``failing``, ``corrected``."""
    expected = {example.expect for example in rule.examples}
    other = _SPEAKS_UP | {State.NOT_APPLICABLE} if rule.severity is Severity.INFO else _SPEAKS_UP
    present = {"passing": State.PASS in expected, "failing": bool(expected & other)}
    if "corrections" in rule.parameters:
        present["corrected"] = any(example.corrected is not None for example in rule.examples)
    return [key for key, is_there in present.items() if not is_there]


def document_of(example: Example, rule: Rule, draft: Draft | None = None) -> Document:
    """Return the text of *example* as a document; one with a layout as a Word document set like *draft*.

    Raises ReadError where it is none.
    """
    if example.layout is not None:
        from checker.drafting.sample import word_sample

        data = word_sample(example.text, draft, example.layout)
        return read_bytes(data, f"{rule.id}.docx", Limits(layout=True))
    document = read_bytes(example.text.encode("utf-8"), f"{rule.id}.txt")
    return document if example.format is None else replace(document, format=example.format)


def analysis_of(
    example: Example, rule: Rule, pack: Pack, *, level: str | None = None, year: int | None = None
) -> Analysis:
    """Return *example* as *rule* sees it; *level* and *year* stand in where it names none. Raises ReadError."""
    document = document_of(example, rule, pack.template.draft)
    previous = None if example.previous is None else read_bytes(example.previous.encode("utf-8"), "previous.txt")
    return analyse(
        document,
        pack.template,
        level=example.level or level,
        year=example.year or year,
        previous=previous,
        answers=_answers(rule, example, document),
    )


def _run_one(rule: Rule, example: Example, pack: Pack) -> ExampleResult:
    place = f"{example.origin.path}:{example.origin.line}" if example.origin is not None else None
    try:
        analysis = analysis_of(example, rule, pack)
    except CheckerError as error:
        unread = text("examples.unreadable", reason=error.message)
        return ExampleResult(rule.id, rule.name, example.name, example.expect, None, unread, place)
    outcome = run_rule(rule, analysis, pack)
    differs = text(
        "examples.differs",
        expected=example.expect.value,
        got=outcome.state.value,
        message=outcome.message,
        why=outcome.why,
    )
    problem = differs if outcome.state is not example.expect else _miscorrected(rule, example, pack, analysis, outcome)
    return ExampleResult(rule.id, rule.name, example.name, example.expect, outcome.state, problem, place)


def _miscorrected(rule: Rule, example: Example, pack: Pack, analysis: Analysis, outcome: Outcome) -> Text | None:
    """Return what is wrong with the corrections of *outcome*, None where they are as *example* says."""
    if example.corrected is None:
        return None
    document = analysis.document
    changes = [Change(rule.id, correction) for correction in outcome.corrections]
    right = corrected(document, changes)
    expected = document_of(replace(example, text=example.corrected), rule, pack.template.draft)
    if right.text != expected.text:
        lines = zip_longest(expected.text.split("\n"), right.text.split("\n"), fillvalue="")
        wanted, got = next(pair for pair in lines if pair[0] != pair[1])
        return text("examples.miscorrected", expected=wanted, got=got)
    after = run_rule(rule, analysis_of(replace(example, text=example.corrected), rule, pack), pack)
    left = remaining(document, changes, outcome, after)
    return text("examples.not_mended", written=left[0].correction.replacement) if left else None


def _answers(rule: Rule, example: Example, document: Document) -> tuple[Answer, ...]:
    if example.answer is None:
        return ()
    return (Answer(rule.id, example.answer, example.name, "2000-01-01", sha256=document.sha256),)


def table(results: list[ExampleResult], language: Language, *, columns: int = 80, color: bool = False) -> str:
    """Return one line a rule (examples that gave what they promise, of all), with what went wrong below it."""
    sheet = Sheet(columns, color)
    by_rule: dict[str, list[ExampleResult]] = {}
    for result in results:
        by_rule.setdefault(result.rule, []).append(result)
    column = max((width(rule) for rule in by_rule), default=0)
    for rule, group in by_rule.items():
        wrong = [result for result in group if result.problem is not None]
        ran = sum(result.expected is not None for result in group)
        right = sum(result.problem is None for result in group)
        lead = f"{'×' if wrong else '√'} {pad(rule, column)}  {right}/{ran}  "
        sheet.put(group[0].rule_name.of(language), lead=lead, lead_style="bad" if wrong else "good")
        for result in wrong:
            assert result.problem is not None  # chosen above
            name = text("examples.named", name=result.name).of(language) if result.name else ""
            sheet.put(name + result.problem.of(language), lead="- ", indent=4)
            if result.place is not None:
                sheet.put(result.place, indent=6, style="faint")
    broken = sum(any(result.problem for result in group) for group in by_rule.values())
    ran = sum(result.expected is not None for result in results)
    sheet.blank()
    sheet.put(text("examples.total", rules=len(by_rule), examples=ran, broken=broken).of(language), style="strong")
    return sheet.text()
