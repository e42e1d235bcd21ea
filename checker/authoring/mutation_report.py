"""What became of the mutants, as a table for the terminal."""

from __future__ import annotations

from checker.authoring.mutation import Fate, MutantResult, MutationRun
from checker.reports.columns import Sheet, pad, width
from checker.reports.view import percent
from checker.rule import Pack
from checker.texts import Language, Text, text


def mutation_table(run: MutationRun, pack: Pack, language: Language, *, columns: int = 80, color: bool = False) -> str:
    """Return one line a rule (mutants noticed, of all), below it each that was not and what else has changed."""
    sheet = Sheet(columns, color)
    by_rule: dict[str, list[MutantResult]] = {}
    for result in run.results:
        by_rule.setdefault(result.rule, []).append(result)
    column = max((width(rule) for rule in (*by_rule, *(each.rule for each in run.untried))), default=0)
    for rule, results in by_rule.items():
        killed = sum(result.fate is Fate.KILLED for result in results)
        clean = not any(result.fate is Fate.SURVIVED for result in results)
        lead = f"{'√' if clean else '×'} {pad(rule, column)}  {killed}/{len(results)}  "
        sheet.put(pack.rule(rule).name.of(language), lead=lead, lead_style="good" if clean else "bad")
        for result in results:
            for line in _told(result):
                sheet.put(line.of(language), lead="- ", indent=4)
    for each in run.untried:
        reason = text(f"mutation.{each.why.value}", kind=each.kind)
        sheet.put(reason.of(language), lead=f"? {pad(each.rule, column)}  ", lead_style="warn")
    sheet.blank()
    sheet.put(_summary(run).of(language), style="strong")
    return sheet.text()


def _told(result: MutantResult) -> list[Text]:
    told = []
    if result.fate is not Fate.KILLED:
        told.append(
            text(
                f"mutation.{result.fate.value}",
                document=result.document,
                what=result.what,
                before=result.before.value,
                after=result.after.value,
                message=result.message,
            )
        )
    if result.collateral:
        shown = ", ".join(f"{each.rule} {each.before.value} → {each.after.value}" for each in result.collateral)
        told.append(text("mutation.collateral", document=result.document, what=result.what, changes=shown))
    return told


def _summary(run: MutationRun) -> Text:
    total = len(run.results)
    return text(
        "mutation.total",
        documents=len(run.documents),
        mutants=total,
        killed=run.killed,
        survived=run.survived,
        handed_on=text("mutation.total_handed_on", count=run.handed_on) if run.handed_on else "",
        score=percent(100 * run.killed / total) if total else 0,
        collateral=sum(bool(result.collateral) for result in run.results),
        untried=len(run.untried),
    )
