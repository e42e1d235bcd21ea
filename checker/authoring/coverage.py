"""What the examples and the good reports exercise: which states of each rule, which phrases of each concept.

A phrase that no text has ever matched may be misspelt as well as rare; nobody knows.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from checker.authoring.uses import concepts_of
from checker.errors import CheckerError
from checker.frozen import dataclass
from checker.matching.phrases import SearchText, compile_pattern, expand
from checker.model import State
from checker.reading import read_bytes
from checker.reports.columns import Sheet, pad, width
from checker.rule import Pack, Rule
from checker.structure.normalise import normalise
from checker.texts import Language, text

_ORDER = tuple(State)


@dataclass(frozen=True, slots=True)
class ConceptCoverage:
    """How many phrases of a concept some text has matched, and those that none has."""

    name: str
    phrases: int
    unmatched: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Coverage:
    """*states* by rule, in the order of the model; *concepts* that the rules go by, in the vocabulary's order."""

    states: tuple[tuple[str, tuple[State, ...]], ...]
    concepts: tuple[ConceptCoverage, ...]
    texts: int


def coverage_of(pack: Pack, rules: Sequence[Rule], documents: Iterable[SearchText]) -> Coverage:
    """Measure what the examples of *rules* and *documents* exercise."""
    searched = [*_example_texts(rules), *documents]
    states = tuple(
        (rule.id, tuple(sorted({example.expect for example in rule.examples}, key=_ORDER.index))) for rule in rules
    )
    names = {concept.name for rule in rules for concept in concepts_of(rule, pack)}
    vocabulary = pack.template.vocabulary
    found = []
    for name, concept in vocabulary.items():
        if name in names:
            unmatched = tuple(
                phrase for phrase in concept.phrases if not _matched(expand(phrase, vocabulary), searched)
            )
            found.append(ConceptCoverage(name, len(concept.phrases), unmatched))
    return Coverage(states, tuple(found), len(searched))


def _matched(pattern: str, searched: Sequence[SearchText]) -> bool:
    compiled = compile_pattern(pattern)
    return any(compiled.search(each.data) is not None for each in searched)


def _example_texts(rules: Sequence[Rule]) -> list[SearchText]:
    texts: dict[str, SearchText] = {}
    for rule in rules:
        for example in rule.examples:
            if example.text not in texts:
                try:
                    document = read_bytes(example.text.encode("utf-8"), f"{rule.id}.txt")
                except CheckerError:
                    continue  # the run of the examples says so
                texts[example.text] = normalise(document).searched
    return list(texts.values())


def coverage_table(found: Coverage, language: Language, *, columns: int = 80, color: bool = False) -> str:
    """Return the states of each rule, then the phrases of each concept, with those that nothing has matched."""
    sheet = Sheet(columns, color)
    sheet.put(text("coverage_of.states").of(language), style="strong")
    column = max((width(rule) for rule, _ in found.states), default=0)
    for rule, states in found.states:
        shown = " ".join(text(f"engine.state_{state}").of(language) for state in states)
        sheet.put(shown or "-", lead=f"{pad(rule, column)}  ")
    sheet.blank()
    sheet.put(text("coverage_of.phrases").of(language), style="strong")
    column = max((width(concept.name) for concept in found.concepts), default=0)
    for concept in found.concepts:
        matched = concept.phrases - len(concept.unmatched)
        sheet.put(f"{matched}/{concept.phrases}", lead=f"{pad(concept.name, column)}  ")
        for phrase in concept.unmatched:
            sheet.put(phrase, lead="- ", indent=4, style="faint")
    total = sum(concept.phrases for concept in found.concepts)
    missed = sum(len(concept.unmatched) for concept in found.concepts)
    sheet.blank()
    values = {"texts": found.texts, "phrases": total, "matched": total - missed}
    sheet.put(text("coverage_of.total", **values).of(language), style="strong")
    return sheet.text()
