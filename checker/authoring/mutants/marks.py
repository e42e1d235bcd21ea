"""Punctuation: a mark is lost, doubled or taken from the wrong width."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from checker.authoring.edits import Edit, edited
from checker.authoring.mutants.base import Good, Mutant, replaced
from checker.matching.fold import fold
from checker.model import BlockKind, Span
from checker.regex import regex
from checker.rule import Rule
from checker.texts import text

_PAIRS = regex(
    r"《[^《》\n]{2,30}(?P<book>》)|“[^“”\n]{2,30}(?P<quote>”)|(?<=[\u4e00-\u9fff])\([^()\n]{2,30}(?P<round>\))"
)
_BETWEEN = regex(r"(?<=[\u4e00-\u9fff])[，。；：、！？](?=[\u4e00-\u9fff])")
_TRIED = 3


def unclosed(good: Good, _: Rule) -> Iterator[Mutant]:
    """Lose the closing mark of one pair of each sort."""
    analysis = good.analysis
    lost: set[str] = set()
    for pair in _PAIRS.finditer(analysis.text):
        sort = str(pair.lastgroup)
        if sort not in lost:
            lost.add(sort)
            mark = Span(*pair.span(sort))
            quote = analysis.as_written(Span(*pair.span()))
            yield Mutant(text("mutants.mark", quote=quote), edited(good.document, [replaced(analysis, mark)]))


def doubled(good: Good, rule: Rule) -> Iterator[Mutant]:
    """Double the first mark of each sort between two Chinese characters."""
    yield from _first_of_each(good, rule, lambda sign: sign * 2)


def narrowed(good: Good, rule: Rule) -> Iterator[Mutant]:
    """Write the first mark of each sort between two Chinese characters half width."""
    yield from _first_of_each(good, rule, fold)


def _first_of_each(good: Good, rule: Rule, change: Callable[[str], str]) -> Iterator[Mutant]:
    document = good.document
    tried: set[str] = set()
    for block in document.blocks:
        for hit in _BETWEEN.finditer(document.text, block.start, block.end):
            sign = hit.group()
            if sign not in tried and len(tried) < _TRIED and fold(sign) in rule.parameters["marks"]:
                tried.add(sign)
                around = document.text[max(hit.start() - 6, block.start) : min(hit.end() + 6, block.end)]
                edit = Edit(*hit.span(), change(sign))
                yield Mutant(text("mutants.sign", quote=around, new=change(sign)), edited(document, [edit]))


def unended(good: Good, rule: Rule) -> Iterator[Mutant]:
    """Lose the full stop at the end of the longest paragraph."""
    document = good.document
    ended = [
        block
        for block in document.blocks
        if block.kind is BlockKind.PARAGRAPH
        and document.text[block.end - 1] == "。"
        and block.end - block.start > rule.parameters["at_least"]
    ]
    if ended:
        block = max(ended, key=lambda each: each.end - each.start)
        quote = document.text[block.end - 10 : block.end]
        yield Mutant(text("mutants.unended", quote=quote), edited(document, [Edit(block.end - 1, block.end)]))
