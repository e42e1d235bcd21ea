"""Norm names, terms, manual: a right word of the report is put wrong, a question is answered with no."""

from __future__ import annotations

from collections.abc import Iterator

from checker.authoring.edits import edited
from checker.authoring.mutants.base import Good, Mutant, replaced
from checker.matching.fold import fold
from checker.model import Answer, Span
from checker.regex import regex
from checker.rule import Rule
from checker.structure.citations import citations_of, norm_index
from checker.texts import text

_LITERAL = regex(r"[\u4e00-\u9fff]+")
_TRIED = 3


def confused(good: Good, rule: Rule) -> Iterator[Mutant]:
    """Put a character for one that it is easily confused with, in titles of known norms that the report cites."""
    analysis = good.analysis
    names = norm_index(good.pack.template.norms).names
    groups = rule.parameters.get("confusable", ())
    tried: set[str] = set()
    for citation in citations_of(analysis):
        core, start = citation.title.core, citation.span.start
        if core not in names or core in tried or len(tried) >= _TRIED:
            continue
        swap = next(((i, g) for i, sign in enumerate(core) for g in groups if sign in g), None)
        if swap is not None and analysis.text.startswith(core, start):
            tried.add(core)
            index, group = swap
            new = next(sign for sign in group if sign != core[index])
            edit = replaced(analysis, Span(start + index, start + index + 1), new)
            wrong = core[:index] + new + core[index + 1 :]
            yield Mutant(text("mutants.slip", right=core, wrong=wrong), edited(good.document, [edit]))


def miswritten(good: Good, rule: Rule) -> Iterator[Mutant]:
    """Write a fixed term of the report in one of its wrong forms."""
    analysis = good.analysis
    for term in rule.parameters["terms"]:
        wrong = next((form for form in term["wrong"] if _LITERAL.fullmatch(form)), None)
        at = analysis.text.find(fold(term["right"]))
        if wrong is not None and at >= 0:
            edit = replaced(analysis, Span(at, at + len(term["right"])), wrong)
            yield Mutant(text("mutants.slip", right=term["right"], wrong=wrong), edited(good.document, [edit]))


def refused(good: Good, rule: Rule) -> Iterator[Mutant]:
    """Let a person answer the question with no."""
    answer = Answer(rule.id, "no", "-", "2000-01-01", "", path=good.document.path, sha256=None)
    yield Mutant(text("mutants.answer"), edited(good.document, ()), answers=(answer,))
