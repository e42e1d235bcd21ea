"""What a run of the examples gave, as JSON (``checker-examples/1``) for programs that look after packs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from checker.authoring.collateral import Change
from checker.authoring.coverage import Coverage
from checker.authoring.examples import ExampleResult
from checker.authoring.mutation import MutationRun
from checker.model import State
from checker.reports.json import dumps
from checker.rule import Pack
from checker.texts import Language

SCHEMA_ID = "checker-examples/1"


def examples_json(
    results: Sequence[ExampleResult],
    pack: Pack,
    language: Language,
    *,
    coverage: Coverage | None = None,
    mutation: MutationRun | None = None,
) -> str:
    """Return the results by rule, in the order they were run; ``examples.schema.json`` describes them.

    *coverage* and *mutation* are added where they were asked for.
    """
    by_rule: dict[str, list[ExampleResult]] = {}
    for result in results:
        by_rule.setdefault(result.rule, []).append(result)
    value: dict[str, Any] = {
        "schema": SCHEMA_ID,
        "pack": {"id": pack.ref.id, "version": pack.ref.version, "sha256": pack.ref.sha256},
        "rules": [_rule(group, language) for group in by_rule.values()],
        "counts": {
            "rules": len(by_rule),
            "examples": sum(result.expected is not None for result in results),
            "broken": sum(any(result.problem for result in group) for group in by_rule.values()),
        },
    }
    if coverage is not None:
        value["coverage"] = _coverage(coverage)
    if mutation is not None:
        value["mutation"] = _mutation(mutation, language)
    return dumps(value)


def _rule(group: Sequence[ExampleResult], language: Language) -> dict[str, Any]:
    lacking = [each.problem.of(language) for each in group if each.expected is None and each.problem is not None]
    return {
        "rule": group[0].rule,
        "name": group[0].rule_name.of(language),
        "examples": [_example(each, each.expected, language) for each in group if each.expected is not None],
        "lacking": lacking,
    }


def _example(result: ExampleResult, expected: State, language: Language) -> dict[str, Any]:
    return {
        "name": result.name,
        "expected": expected.value,
        "got": None if result.got is None else result.got.value,
        "problem": None if result.problem is None else result.problem.of(language),
        "place": result.place,
    }


def _coverage(coverage: Coverage) -> dict[str, Any]:
    return {
        "texts": coverage.texts,
        "rules": [{"rule": rule, "states": [state.value for state in states]} for rule, states in coverage.states],
        "concepts": [
            {"name": each.name, "phrases": each.phrases, "unmatched": list(each.unmatched)}
            for each in coverage.concepts
        ],
    }


def _mutation(run: MutationRun, language: Language) -> dict[str, Any]:
    return {
        "documents": list(run.documents),
        "mutants": len(run.results),
        "killed": run.killed,
        "handed_on": run.handed_on,
        "survived": run.survived,
        "results": [
            {
                "rule": each.rule,
                "document": each.document,
                "what": each.what.of(language),
                "fate": each.fate.value,
                "before": each.before.value,
                "after": each.after.value,
                "message": each.message.of(language),
                "collateral": [_change(change) for change in each.collateral],
            }
            for each in run.results
        ],
        "untried": [{"rule": each.rule, "kind": each.kind, "why": each.why.value} for each in run.untried],
    }


def _change(change: Change) -> dict[str, Any]:
    return {"rule": change.rule, "before": change.before.value, "after": change.after.value}
