"""Numbering and punctuation: a number is miscounted, a mark is lost, doubled or taken from the wrong width."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from checker.authoring.edits import Edit, edited
from checker.authoring.mutants.base import Good, Mutant, replaced
from checker.matching.fold import fold
from checker.model import BlockKind, Span
from checker.rule import Rule
from checker.structure.numerals import numeral
from checker.structure.outline import ITEM_RANK
from checker.texts import text

_PAIRS = re.compile(
    r"《[^《》\n]{2,30}(?P<book>》)|“[^“”\n]{2,30}(?P<quote>”)|(?<=[\u4e00-\u9fff])\([^()\n]{2,30}(?P<round>\))"
)
_NUMERALS = "一二三四五六七八九十"
_FORMS = ((re.compile(r"[一二三四五六七八九十]+(、)"), "."), (re.compile(r"\([一二三四五六七八九十]+(\))"), ")、"))
_BETWEEN = re.compile(r"(?<=[\u4e00-\u9fff])[，。；：、！？](?=[\u4e00-\u9fff])")
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


def miscounted(good: Good, rule: Rule) -> Iterator[Mutant]:
    """Count a number twice, and leave one out: once for each form of mark."""
    analysis = good.analysis
    done: set[tuple[str, str]] = set()
    for index, node in enumerate(analysis.nodes):
        signs = [i for i, sign in enumerate(node.mark) if sign in _NUMERALS]
        number = numeral("".join(node.mark[i] for i in signs)) if signs else None
        begins_line = node.rank == ITEM_RANK or analysis.text[node.start - 1 : node.start] == "\n"
        if number is None or not 2 <= number < len(_NUMERALS) or not begins_line:
            continue  # inside a line the outline itself goes by the numbers
        form = node.mark.translate({ord(sign): None for sign in _NUMERALS})
        later = any(each.parent == node.parent and each.rank == node.rank for each in analysis.nodes[index + 1 :])
        fault, new = ("repeated", number - 1) if later else ("missing", number + 1)
        if fault in rule.parameters["faults"] and (form, fault) not in done:
            done.add((form, fault))
            place = Span(node.start + signs[0], node.start + signs[-1] + 1)
            edit = replaced(analysis, place, _NUMERALS[new - 1])
            what = text("mutants.count", mark=node.mark + node.title[:12], new=_NUMERALS[new - 1])
            yield Mutant(what, edited(good.document, [edit]))


def misformed(good: Good, rule: Rule) -> Iterator[Mutant]:
    """Write one mark of each form as it should not be written: 一. for 一、 and （一）、 for （一）."""
    analysis = good.analysis
    if "form" not in rule.parameters["faults"]:
        return
    for form, new in _FORMS:
        node = next((node for node in analysis.nodes if form.fullmatch(node.mark)), None)
        sign = None if node is None else form.fullmatch(node.mark)
        if node is not None and sign is not None:
            edit = replaced(analysis, Span(node.start + sign.start(1), node.start + sign.end(1)), new)
            yield Mutant(text("mutants.form", mark=node.mark + node.title[:12]), edited(good.document, [edit]))


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
