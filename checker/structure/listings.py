"""Lists of numbers that follow a total: 其中镇级62件、村级164件; (新制定5件,修改4件); 分别为3件、4件.

What is read here says how the words stand; whether the numbers agree is asked in ``structure.sums``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from checker.frozen import dataclass, field
from checker.matching.phrases import SearchText
from checker.regex import regex
from checker.structure.figures import PERCENT, POINTS, Figure, Sentence, Units, sentences

_OPENS = regex(
    r"(?P<among>其中)(?:包括|包含|有)?[:,]?|(?P<each>分别[为是有]|分为):?|包括:?|包含:?"
    r"|(?P<bracket>\()(?:其中|包括|包含|含)?[:,]?|:"
)
_STEP = regex(
    r"(?P<tail>[^\d,;:。、()]{0,14}?)(?P<mark>[、,;]|以及|和|及|与)(?:以及|和|及)?(?P<label>[^\d,;:。()]{0,24})"
)
_LEAD = regex(r"[^\d,;:。()]{0,24}")
_SHARE = regex(r"[,、]?约?占(?:比|(?:[^\d,;:。()]{0,10}的)?(?:比[例重])?)(?:为|达|是)?")
_BRACKETS = regex(r"\([^()]*\)")
_OPEN_LEAD = regex(r"主要|重点|仅|有的|部分|以|较|不含|不包括|不计|除|另")
_OPEN_END = regex(r"[^,;。\n()\d]{0,6}等|以及|及其他|、|和|及")
_REST = regex(r"其[他它余]|剩余")
_KINDS = regex(r"([两二三四五六七八九])(?:大?[类种]|级)")
_STOPS = regex(r"[,;:。\n]")
_MOST = 12
_LOOKED_AT = 40
_REACH = 200


@dataclass(frozen=True, slots=True)
class Listing:
    """One list as it stands.

    *start*: where its words begin. *items* with the words (*labels*) before each. *further*: what comes after the list
    and may belong to it (镇级52件、村级164件,移送10件). *companions*: second numbers of the items (12批30人次: the
    30人次), as many as items, or none. *shares*: items with what part of the total they are said to be.
    *total*: the figure that the list seems to divide, None where the words leave that open; *totals*: the figures of
    the same kind before the list, any of which may be meant; *companion_totals*: the same for the companions.
    *by_comma*: items are set apart by commas, so that where the list ends is a guess. *is_open*: the list says that it
    leaves things out; *is_closed*: it says that it does not. *among*: it begins with 其中; *in_brackets*: it stands in
    brackets behind its total, without any such word.
    """

    start: int
    items: tuple[Figure, ...]
    labels: tuple[str, ...]
    further: tuple[Figure, ...]
    companions: tuple[Figure, ...]
    shares: tuple[tuple[Figure, Figure], ...]
    total: Figure | None
    totals: tuple[Figure, ...]
    companion_totals: tuple[Figure, ...]
    by_comma: bool
    is_open: bool
    is_closed: bool
    among: bool
    in_brackets: bool


@lru_cache(maxsize=4)
def listings(searched: SearchText, units: Units) -> tuple[Listing, ...]:
    """Return the lists of a text that have a figure before them, in order."""
    text = searched.text
    return tuple(listing for sentence in sentences(searched, units) for listing in _in_sentence(text, sentence))


def without_brackets(words: str) -> str:
    """Return *words* without what stands in round brackets; a bracket without its fellow stays."""
    while "(" in words:
        shorter = _BRACKETS.sub("", words)
        if shorter == words:
            break
        words = shorter
    return words


def step(words: str) -> re.Match[str] | None:
    """Return how *words* lead from one item to the next (``tail``, ``mark``, ``label``), None where they do not."""
    return _STEP.fullmatch(words)


def is_idiom(figure: Figure) -> bool:
    """Whether the figure may be part of a set phrase (一件事, 十件实事) rather than a count."""
    return figure.spelled and len(figure.written) == 1


def _in_sentence(text: str, sentence: Sentence) -> Iterator[Listing]:
    figures = sentence.figures
    first = 0
    for opening in _OPENS.finditer(text, sentence.start, sentence.end):
        while first < len(figures) and figures[first].start < opening.end():
            first += 1
        before = [
            figure
            for figure in figures[max(first - _MOST, 0) : first]
            if opening.start() - _REACH < figure.end <= opening.start()
        ]
        if first < len(figures) and before:
            row = _row(text, opening.end(), figures[first : first + _LOOKED_AT])
            if row is not None and (not opening["bracket"] or text.startswith(")", row.end)):
                yield _listing(text, opening, before, row)


@dataclass(slots=True)
class _Row:
    """What is read of a list while it is read. *end*: behind its last item; *marks*: what sets items apart."""

    items: list[Figure]
    labels: list[str]
    end: int
    marks: list[str] = field(default_factory=list)
    further: list[Figure] = field(default_factory=list)
    companions: list[Figure] = field(default_factory=list)
    shares: list[tuple[Figure, Figure]] = field(default_factory=list)

    @property
    def kind(self) -> str:
        return self.items[0].kind

    @property
    def by_comma(self) -> bool:
        return bool(self.marks) and self.marks[0] in ",;"


def _row(text: str, start: int, after: Sequence[Figure]) -> _Row | None:
    """Read the items that begin at *start*, the first of which is the first of *after*; None where it is no item."""
    first = after[0]
    lead = without_brackets(text[start : min(first.start, start + _REACH)])
    if first.start > start + _REACH or not _LEAD.fullmatch(lead) or first.unit in (PERCENT, POINTS):
        return None
    row = _Row([first], [lead], first.end)
    end = first.end
    for figure in after[1:]:
        words = without_brackets(text[end : min(figure.start, end + _REACH)])
        if "(" in words:
            continue  # stands inside brackets
        if not words and figure.kind != row.kind:
            row.companions.append(figure)
        elif figure.unit == PERCENT and _SHARE.fullmatch(words):
            row.shares.append((row.items[-1], figure))
        else:
            found = step(words) if figure.kind == row.kind or not row.kind else None
            if found is None or len(row.items) == _MOST or figure.unit in (PERCENT, POINTS):
                break
            # After 、 a comma ends the list, or it does not: 镇级52件、村级164件,调解成功210件.
            if row.further or (row.marks and not row.by_comma and found["mark"] in ",;"):
                row.further.append(figure)
            else:
                row.items.append(figure)
                row.labels.append(found["label"] or found["tail"])
                row.marks.append(found["mark"])
        end = figure.end
        row.end = row.end if row.further else end
    return row


def _listing(text: str, opening: re.Match[str], before: Sequence[Figure], row: _Row) -> Listing:
    kind = next((item.kind for item in row.items if item.kind), "")
    total = _total(text, opening, before, kind)
    totals = _of_kind(before, kind or (total.kind if total else ""))
    if opening["bracket"]:
        totals = (total,) if total else ()
    paired = len(row.companions) == len(row.items) and len({figure.kind for figure in row.companions}) == 1
    announced = _kinds(text[max(opening.start() - 40, 0) : opening.start()], row.labels)
    return Listing(
        start=opening.end(),
        items=tuple(row.items),
        labels=tuple(row.labels),
        further=tuple(row.further),
        companions=tuple(row.companions) if paired else (),
        shares=tuple(row.shares),
        total=total,
        totals=totals,
        companion_totals=_of_kind(before, row.companions[0].kind) if paired else (),
        by_comma=row.by_comma,
        is_open=bool(_OPEN_LEAD.match(row.labels[0]) or _OPEN_END.match(text, row.end)),
        is_closed=bool(opening["each"] or _REST.search(row.labels[-1])) or announced == len(row.items),
        among=bool(opening["among"]),
        in_brackets=opening.group() == "(",
    )


def _of_kind(before: Sequence[Figure], kind: str) -> tuple[Figure, ...]:
    return tuple(figure for figure in before if figure.kind == kind and not is_idiom(figure))


def _kinds(words: str, labels: Sequence[str]) -> int:
    """Return how many kinds, or levels where *labels* name some, the words before a list announce; 0 for none."""
    named = list(_KINDS.finditer(re.split(r"[。;\n]", words)[-1]))
    if not named or (named[-1].group().endswith("级") and not all("级" in label for label in labels)):
        return 0
    return max(2, "二三四五六七八九".find(named[-1][1]) + 2)


def _total(text: str, opening: re.Match[str], before: Sequence[Figure], kind: str) -> Figure | None:
    """Return the figure that the list divides: the last count before it, if nothing else comes between."""
    candidate: Figure | None = None
    for index in range(len(before) - 1, -1, -1):
        figure = before[index]
        if ")" in without_brackets(text[figure.end : opening.start()]):
            continue  # inside brackets
        if figure.kind and (figure.kind == kind or (not kind and not _is_passed_over(figure))):
            candidate = figure
            break
        pair = index > 0 and before[index - 1].end == figure.start  # 12批30人次
        if not pair and not _is_passed_over(figure):
            return None
    if candidate is None or is_idiom(candidate):
        return None
    first, *clauses = _STOPS.split(without_brackets(text[candidate.end : opening.start()]))
    # A clause without a figure may name what the list is about: 召开会议3次,全年开展检查,其中…
    said_more = any(clause and not (opening["among"] and re.search(r"\d", clause)) for clause in clauses)
    return None if said_more or len(first) > 14 else candidate


def _is_passed_over(figure: Figure) -> bool:
    """Whether a figure between total and list says something else of the total: its rate, the sum of money."""
    return figure.unit in (PERCENT, POINTS) or figure.unit.endswith("元")
