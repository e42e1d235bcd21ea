"""``checker compare OLD NEW``: two drafts, or two JSON reports, in; what changed, out."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from checker import console
from checker.checking import FAIL_ON, Order, judged
from checker.comparison import Change, Comparison, Item, Side, compare, side
from checker.errors import CheckerError, ExitCode, ReadError, UsageError
from checker.frozen import replace
from checker.model import VerdictCode
from checker.options import one_of
from checker.reports.columns import Sheet, plain
from checker.reports.failure import Failure
from checker.reports.json import dumps, report_json
from checker.texts import Language, text

FORMATS = ("text", "json")
SCHEMA_ID = "checker-comparison/1"
_LISTS = ("added", "remaining", "resolved", "dropped")
_STYLES = {"added": "bad", "remaining": "warn", "resolved": "good", "dropped": "faint"}
_UNJUDGED = (VerdictCode.CANNOT_JUDGE, VerdictCode.NOT_A_REPORT)


def run_compare(order: Order, format_: str, language: Language) -> ExitCode:
    """Compare the two files of *order* and write the result to standard output.

    Returns FINDINGS for a new finding at or above ``--fail-on``, CANNOT_JUDGE where the new draft could not be judged.
    Raises CheckerError for wrong usage, and for a draft that cannot be read.
    """
    one_of("--fail-on", order.fail_on, FAIL_ON)
    one_of("--format", format_, FORMATS)
    if len(order.files) != 2:
        raise UsageError(text("compare.two"), hint=text("cli.see_help"))
    old, new = (_side(name, order, language) for name in order.files)
    comparison = compare(old, new)
    if format_ == "json":
        console.write(render_json(comparison), utf8=True)
    else:
        color = console.color(order.no_color)
        console.write(render(comparison, language, width=console.width(None), color=color))
    if new.verdict in _UNJUDGED:
        return ExitCode.CANNOT_JUDGE
    counted = FAIL_ON[order.fail_on]
    added = any(change.after is not None and change.after.severity in counted for change in comparison.added)
    return ExitCode.FINDINGS if added else ExitCode.OK


def _side(name: str, order: Order, language: Language) -> Side:
    if Path(name).suffix.lower() == ".json":
        return side(_report(Path(name)))
    _, results = judged(replace(order, files=(name,)), language)
    if len(results) != 1:
        raise UsageError(text("compare.one", count=len(results)), where=name)
    if isinstance(results[0], Failure):
        raise results[0].error
    return side(report_json(results[0], language))


def _report(path: Path) -> dict[str, Any]:
    import json

    from jsonschema import Draft202012Validator

    from checker.reports.json import schema

    try:
        value = json.loads(path.read_bytes())
    except OSError as error:
        raise ReadError(text("compare.unreadable", reason=error.strerror or str(error)), where=str(path)) from error
    except (ValueError, RecursionError) as error:
        raise CheckerError(text("compare.no_report"), where=str(path)) from error
    if isinstance(value, list) and len(value) != 1:
        raise UsageError(text("compare.one", count=len(value)), where=str(path))
    report = value[0] if isinstance(value, list) else value
    if not Draft202012Validator(schema()).is_valid(report) or not isinstance(report, dict):
        raise CheckerError(text("compare.no_report"), where=str(path))
    return report


def render(comparison: Comparison, language: Language, *, width: int, color: bool) -> str:
    """Return the comparison as text: both verdicts, then each list with its length."""

    def say(key: str, **values: object) -> str:
        return text(key, **values).of(language)

    sheet = Sheet(width, color)
    for key, each in (("compare.old", comparison.old), ("compare.new", comparison.new)):
        verdict = plain(each.label) or say(f"report.verdict_{each.verdict}")
        sheet.put(say(key, path=plain(each.path), verdict=verdict), style="strong")
    for name in _LISTS:
        changes: tuple[Change, ...] = getattr(comparison, name)
        sheet.blank()
        sheet.put(say(f"compare.{name}", count=len(changes)), style=_STYLES[name])
        for change in changes:
            item = change.after or change.before
            assert item is not None  # a change has at least one side
            severity = say(f"report.severity_{item.severity}")
            lead = f"  {severity}  "
            sheet.put(f"{plain(item.name)}  {item.rule}  {_states(change, language)}", lead=lead)
            if name in ("added", "remaining"):
                sheet.put(plain(item.message), indent=4, style="faint")
    return sheet.text()


def _states(change: Change, language: Language) -> str:
    def state(item: Item | None) -> str:
        key = "compare.absent" if item is None else f"engine.state_{item.state}"
        return text(key).of(language)

    return text("compare.states", before=state(change.before), after=state(change.after)).of(language)


def render_json(comparison: Comparison) -> str:
    """Return the comparison as JSON: both reports, and the lists ``new``, ``remaining``, ``resolved``, ``dropped``."""
    value: dict[str, Any] = {"schema": SCHEMA_ID}
    for name, each in (("old_report", comparison.old), ("new_report", comparison.new)):
        value[name] = {
            "path": each.path,
            "verdict": each.verdict.value,
            **({"label": each.label} if each.label else {}),
        }
    for name in _LISTS:
        changes: tuple[Change, ...] = getattr(comparison, name)
        value["new" if name == "added" else name] = [_change(change) for change in changes]
    return dumps(value)


def _change(change: Change) -> dict[str, Any]:
    item = change.after or change.before
    assert item is not None  # a change has at least one side
    return {
        "rule": item.rule,
        "name": item.name,
        "severity": item.severity.value,
        "before": None if change.before is None else change.before.state.value,
        "after": None if change.after is None else change.after.state.value,
        "message": item.message,
        "fingerprint": item.fingerprint,
    }
