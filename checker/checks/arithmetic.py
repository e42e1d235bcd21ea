"""Arithmetic: numbers that the text itself relates to each other agree.

Parameters:
    relation: ``sum`` (parts and their total), ``part`` (a part is not greater than its whole), ``rate`` (a rate and its
        two numbers), ``growth`` (a change, its rate, its direction), ``same`` (one indicator has one value).
    measures: the words that count (件, 人次, 元); what is followed by no such word is no figure.
    alike: groups of those that are used for one another (件, 起, 宗).
    overlapping: words for parts that may share members (涉企); lists with one of them need not add up.
    remainders: words for what is left when the other parts are taken away (继续有效): such a list is complete.
    rates, counts: rates whose base is beyond dispute (办结率), and what they count (办结).
    other_base: words that let a rate rest on numbers which the sentence does not give (结转, 到期).
    subsets: words for what cannot be more than the number before it (调解成功).
    indicators: what is counted once for the whole unit (行政复议案件).

Passes:  调解纠纷216件,其中镇级调解52件、村级调解164件
Fails:   立案查处19件,其中违法建设6件、占道经营5件、其他2件       6+5+2=13
A list that does not say that it is complete, but is so near to its total that a slip is likelier, is partial. A text
without such numbers is not applicable.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any

from checker.checks.result import Result
from checker.matching.phrases import finder_of
from checker.model import Evidence, Span, State
from checker.rule import Rule
from checker.structure.analysis import Analysis
from checker.structure.figures import Figure, Sentence, Units, clause_start, sentences
from checker.structure.growth import growth
from checker.structure.listings import Listing, listings
from checker.structure.rates import rates, subsets
from checker.structure.relations import Relation, Suspect, suspect
from checker.structure.repeats import repeats
from checker.structure.sums import parts, shares, sums
from checker.texts import Text, text
from checker.vocabulary import Vocabulary

KIND = "arithmetic"
_WORDS = ("overlapping", "remainders", "rates", "counts", "other_base", "subsets", "indicators")
_CONCEPT: Mapping[str, Any] = {"type": "string", "x-refers-to": "concept"}
SCHEMA: Mapping[str, Any] = {
    "type": "object",
    "properties": {
        "relation": {"enum": ["sum", "part", "rate", "growth", "same"]},
        "measures": _CONCEPT,
        "alike": {"type": "array", "minItems": 1, "items": _CONCEPT},
        **dict.fromkeys(_WORDS, _CONCEPT),
    },
    "required": ["relation", "measures"],
    "additionalProperties": False,
}
_SHOWN = 3
_SHOWN_WHERE_RIGHT = 5
_POINTED_AT = 10
_LABEL = 16


def check(analysis: Analysis, rule: Rule) -> Result:
    """Work out every relation of the wanted sort that the text claims."""
    numbers = _Numbers(analysis, rule.parameters)
    relation = rule.parameters["relation"]
    found = list(dict.fromkeys(numbers.of(relation)))
    broken = [one for one in found if not one.holds]
    why = text("arithmetic.why", what=text(f"arithmetic.what.{relation}"))
    if not found:
        return Result(State.NOT_APPLICABLE, text("arithmetic.none", what=text(f"arithmetic.what.{relation}")), why)
    if not broken:
        shown = "；".join(dict.fromkeys(one.calculation for one in found[:_SHOWN_WHERE_RIGHT]))
        checked = text("arithmetic.checked", why=why, shown=shown)
        return Result(State.PASS, text("arithmetic.right", count=len(found)), checked, evidence_of(analysis, found[:1]))
    others = [one for sort in ("sum", "rate", "growth", "same") for one in numbers.of(sort)]
    sentence = _joined([_said(analysis, one, suspect(one, others)) for one in broken[:_SHOWN]])
    if len(broken) > _SHOWN:
        sentence = text("arithmetic.more", said=sentence, count=len(broken))
    shown = "；".join(one.calculation for one in broken[:_POINTED_AT])
    state = State.FAIL if any(one.certain for one in broken) else State.PARTIAL
    return Result(
        state, sentence, text("arithmetic.checked", why=why, shown=shown), evidence_of(analysis, broken[:_POINTED_AT])
    )


def relations(analysis: Analysis, rule: Rule) -> tuple[Relation, ...]:
    """Return every relation that *rule* is about, in order, whether it holds or not."""
    return tuple(dict.fromkeys(_Numbers(analysis, rule.parameters).of(rule.parameters["relation"])))


@lru_cache(maxsize=16)
def _units(vocabulary: Vocabulary, measures: str, alike: tuple[str, ...]) -> Units:
    return Units(
        finder_of(vocabulary[measures], vocabulary), [finder_of(vocabulary[name], vocabulary) for name in alike]
    )


class _Numbers:
    """The relations of one document; each sort is worked out when it is asked for."""

    def __init__(self, analysis: Analysis, parameters: Mapping[str, Any]) -> None:
        units = _units(analysis.template.vocabulary, parameters["measures"], tuple(parameters.get("alike", ())))
        searched = analysis.normal.searched
        self._analysis = analysis
        self._parameters = parameters
        self._sentences: tuple[Sentence, ...] = sentences(searched, units)
        self._lists: tuple[Listing, ...] = listings(searched, units)

    def of(self, sort: str) -> Iterator[Relation]:
        """Return the relations that a rule with ``relation: sort`` is about."""
        text_ = self._analysis.text
        if sort == "sum":
            yield from sums(text_, self._sentences, self._lists, self._hits("overlapping"), self._hits("remainders"))
        elif sort == "part":
            yield from parts(text_, self._lists)
            named = self._hits("subsets")
            for sentence in self._sentences if named else ():
                yield from subsets(text_, sentence, named)
        elif sort == "rate":
            yield from shares(text_, self._lists)
            names, counts, barred = self._hits("rates"), self._hits("counts"), self._hits("other_base")
            for sentence in self._sentences:
                yield from rates(text_, sentence, names, counts, barred)
        elif sort == "growth":
            for sentence in self._sentences:
                yield from growth(text_, sentence)
        else:
            levels = self._analysis.template.levels
            names_of_self = [name for level in levels for name in level.self_names]
            year = self._analysis.profile.report_year
            this_year = year.value if year else ""
            yield from repeats(text_, self._sentences, self._hits("indicators"), names_of_self, this_year)

    def _hits(self, word: str) -> Sequence[Span]:
        concept = self._parameters.get(word)
        return self._analysis.hits(concept) if concept else ()


def _said(analysis: Analysis, broken: Relation, doubt: Suspect | None) -> Text:
    """Return what is wrong with one relation, in one sentence."""
    stated = broken.stated
    unsure = "" if broken.certain else "_over" if _is_over(broken) else "_unsure"
    key = broken.form.value + unsure
    values = {
        "stated": analysis.as_written(Span(stated.start, stated.end)),
        "whole": analysis.as_written(Span(broken.figures[0].start, broken.figures[0].end)),
        "calculation": broken.calculation,
        "off": broken.difference,
    }
    said = text(f"arithmetic.{key}", **values)
    if doubt is None:
        return said
    quote = analysis.as_written(_with_words(analysis.text, doubt.figure))
    if doubt.instead is None:
        return text("arithmetic.suspect", said=said, quote=quote)
    return text("arithmetic.suspect_instead", said=said, quote=quote, instead=doubt.instead)


def _is_over(broken: Relation) -> bool:
    return sum(figure.value for figure in broken.figures) > 2 * broken.stated.value


def _joined(sentences_: Sequence[Text]) -> Text:
    return Text("；".join(one.zh for one in sentences_), "; ".join(one.en for one in sentences_))


def evidence_of(analysis: Analysis, relations_: Iterable[Relation]) -> tuple[Evidence, ...]:
    """Return every number of *relations_* with the words before it, each once."""
    figures = list(dict.fromkeys(figure for relation in relations_ for figure in relation.figures))
    ends = sorted(figure.end for figure in figures)
    found = []
    for figure in figures:
        before = bisect_right(ends, figure.start)
        span = _with_words(analysis.text, figure)
        found.append(analysis.evidence(Span(max(span.start, ends[before - 1] if before else 0), span.end)))
    return tuple(found)


def _with_words(text_: str, figure: Figure) -> Span:
    return Span(max(clause_start(text_, figure), figure.start - _LABEL), figure.end)
