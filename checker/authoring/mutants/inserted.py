"""Whatever must not stand in a report: the sentences that make an example fail are put into a good report."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checker.authoring.edits import Edit, edited
from checker.authoring.examples import analysis_of, document_of
from checker.authoring.mutants.base import (
    NOTICED,
    Good,
    Mutant,
    below,
    end_of_sentences,
    replaced,
    sentence_at,
    signature,
    without_ends,
)
from checker.engine import analyse, run_rule
from checker.errors import CheckerError
from checker.model import Role, Span
from checker.rule import Example, Rule, Section
from checker.structure.analysis import Analysis
from checker.structure.place import Place
from checker.structure.sections import find_section
from checker.texts import text

_ENDS = "。！？；!?;"
_NAME = 3  # so many characters in common with the issuer's name are its own


def inserted(good: Good, rule: Rule) -> Iterator[Mutant]:
    """Put the telling sentences of each failing example at the end of the first part where they may count.

    Examples that would not fail in this report, because of its year or level, are passed over.
    """
    at = _place(good, rule)
    if at is None:
        return
    paragraph = any(block.end == at for block in good.document.blocks)
    for example in rule.examples:
        words = donated(rule, example, good)
        # What stands on a line of its own (a lone date) is no such thing inside a sentence.
        if words and (paragraph or words[-1] in _ENDS):
            edit = Edit(at, at, words, paragraph=paragraph)
            yield Mutant(text("mutants.inserted", example=example.name), edited(good.document, [edit]), donor=example)


def peers_named(good: Good, rule: Rule) -> Iterator[Mutant]:
    """Put in sentences that speak of another body of the very rank of the one that has issued the report."""
    issuer, level = good.analysis.profile.issuer, good.report_level
    own = "" if issuer is None else issuer.value
    for mutant in inserted(good, rule):
        assert mutant.donor is not None  # that is where the words come from
        of = analysis_of(mutant.donor, rule, good.pack).profile.level
        words = mutant.edited.edits[0].new
        names_itself = any(words[start : start + _NAME] in own for start in range(len(words) - _NAME + 1))
        if of is not None and of.value == level and not names_itself:
            yield mutant


def donated(rule: Rule, example: Example, good: Good) -> str:
    """Return the sentences of *example* on which its failure rests; empty where there is none in *good*'s year."""
    analysis = analysed(example, rule, good)
    if analysis is None:
        return ""
    outcome = run_rule(rule, analysis, good.pack)
    if outcome.state not in NOTICED:
        return ""
    position = analysis.normal.position
    spans = [
        sentence_at(analysis, position(item.start), position(item.end))
        for item in outcome.evidence
        if item.role is Role.MATCH
    ]
    told = sorted({without_ends(analysis, span) for span in spans}, key=lambda span: span.start)
    return "".join(analysis.document.text[span.start : span.end].strip() for span in told)


def analysed(example: Example, rule: Rule, good: Good) -> Analysis | None:
    """Return *example* as if it were a report of the year and level of *good*; None where it cannot be read."""
    try:
        document = document_of(example, rule, good.pack.template.draft)
    except CheckerError:
        return None  # the examples' own run says so
    return analyse(document, good.pack.template, level=good.report_level, year=good.report_year)


def swapped(
    good: Good, rule: Rule, section_ids: Sequence[str], *, headed: bool = False
) -> Iterator[tuple[Section, Example, list[Edit]]]:
    """Yield the edits that let one part say what it says in a failing example: of each example the first that can.

    *headed*: under the heading that it has there.
    """
    for example in rule.examples:
        donor = analysed(example, rule, good) if example.expect in NOTICED else None
        if donor is None:
            continue
        for section_id in section_ids:
            section = good.pack.template.section(section_id)
            own, others = (find_section(analysis, section).places for analysis in (good.analysis, donor))
            if own and others:
                words = "".join(_written(donor, place) for place in others)
                spans = [span for place in own for span in below(good.analysis, place, signature(good.analysis))]
                edits = [replaced(good.analysis, s, "" if i else words) for i, s in enumerate(spans)]
                if headed:
                    edits += _retitled(good.analysis, own[0], donor, others[0])
                yield section, example, edits
                break


def _retitled(analysis: Analysis, place: Place, donor: Analysis, other: Place) -> Iterator[Edit]:
    """Yield the edit that gives the heading of *place* the words of that of the *other*, behind its own mark."""
    if place.node >= 0 and other.node >= 0:
        old, new = analysis.nodes[place.node], donor.nodes[other.node]
        words = donor.as_written(Span(new.title_start, new.title_end))
        yield replaced(analysis, Span(old.title_start, old.title_end), words)


def _written(analysis: Analysis, place: Place) -> str:
    spans = (without_ends(analysis, Span(unit.start, unit.end)) for unit in place.units)
    return "".join(analysis.document.text[span.start : span.end] for span in spans)


def _place(good: Good, rule: Rule) -> int | None:
    """Return where to put words: behind the last sentence of the first section that counts, as an original offset."""
    wanted = rule.parameters.get("sections", ())
    for section in good.pack.template.sections:
        if (wanted and section.id not in wanted) or section.within is not None:
            continue
        for place in find_section(good.analysis, section).places:
            end = end_of_sentences(good.analysis, place.units)
            if end is not None:
                return end
    return None if wanted else end_of_sentences(good.analysis, good.analysis.units)
