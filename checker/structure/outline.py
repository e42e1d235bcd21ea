"""The tree of headings, recovered from the text alone: 一、 （一） 1. （1） 一是 …

Headings are known by three things together: the mark, what stands before it, and whether its number continues the
numbers before. That works where lines are kept and where a copy has put a whole report on one line; there a mark in
the middle of a sentence is believed only if it is the very number that is due. Where a heading ends and its text
begins is then found from the next mark, the end of the line or sentence, or words that open a text.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import Protocol

from checker.frozen import dataclass
from checker.model import BlockKind, Document
from checker.regex import HAN, regex
from checker.structure.normalise import NormalText
from checker.structure.numerals import in_chinese, numeral

_CN = "一二三四五六七八九十"
_CAPITAL = "壹贰叁肆伍陆柒捌玖拾"
_MARK = regex(
    rf"(?=[第(\d①-⑳{_CN}{_CAPITAL}])(?:"  # what all marks begin with: most places are passed over after one look
    rf"(?P<part>第[{_CN}]{{1,3}}(?:部分|章))[:、,]?"
    rf"|(?P<first>[{_CN}]{{1,3}})[、.](?![{_CN}]+[、是])"
    rf"|(?P<capital>(?<![^\n])[{_CAPITAL}])[、.,:·]?(?=[^\n]{{2,40}}(?:\n|$))"
    rf"|(?P<item>(?:第?[{_CN}]{{1,2}})(?:是(?!否)|来,|则,|要(?={HAN})))"
    rf"|\(?(?P<second>[{_CN}]{{1,3}})\)[、.]?"
    r"|(?<![\d.])(?P<third>\d{1,2})[.、](?!\d)"
    r"|\((?P<fourth>\d{1,2})\)[、.]?|(?P<circled>[①-⑳]))"
)
_ORDERS = {"part": 0, "capital": 0, "first": 1, "second": 2, "third": 3, "fourth": 4, "circled": 4, "item": 5}
ITEM_RANK = 5
_PLAIN = str.maketrans(_CAPITAL, _CN)
_STOP = regex(r"[。;!?:]")
_SENTENCE_END = regex(r"[。!?][”)]?")
_TITLE_LENGTH = 45
_PART_TITLE_LENGTH = 30
_LONG_LINE = 400
_BRACKETED = regex(r"(?:(?<=\n)|(?<=[。!?”)])|^)\[([^\[\]\n]{2,20})\]")
_OPENS_TEXT = regex(
    r"(?<=..)(?=20\d\d年|[今本去]年|一年来|近年来|我[局镇县区市省街乡办委州旗]|一是|全年|年内|先后|累计|根据|按照|截至|截止|为(?:深入|全面|进一步|切实|认真)"
    r"|在看到|坚持以|始终坚持|下一步,|总体来看|总体上|当前,|目前,|虽然)"
)


class KnownHeadings(Protocol):
    """What the template knows of headings; both look into a short text."""

    def end(self, words: str) -> int:
        """Return where a known heading in *words* ends, 0 where there is none."""
        ...

    def standing_alone(self, words: str) -> int:
        """Return where a heading ends that *words* begin with and that needs no mark, 0 where there is none."""
        ...


@dataclass(frozen=True, slots=True)
class Node:
    """A heading and what stands under it; all offsets point into the normalised text.

    *rank* 1 (一、) to 5 (一是); 第一部分 has 1 as well, also where 一、 stands below it. The title is at *title_start*
    to *title_end*, the text under it at *body* to *end*, where the next heading of the same or a higher rank begins.
    *parent* is an index into the list of nodes, -1 for none. *sentence* is true where the "title" is a whole numbered
    sentence: content rather than a heading, so that *body* begins with it.
    """

    rank: int
    mark: str
    title: str
    start: int
    title_start: int
    title_end: int
    body: int
    end: int
    parent: int
    sentence: bool


@dataclass(frozen=True, slots=True)
class _Mark:
    order: int  # the rank, but 0 for 第一部分, which may have 一、 below it
    text: str
    start: int
    end: int

    @property
    def rank(self) -> int:
        return max(self.order, 1)


def outline(document: Document, normal: NormalText, known: KnownHeadings) -> tuple[Node, ...]:
    """Return the headings of *document* in order.

    *known* decides about lines without a mark, about marks in the middle of a sentence, and about where a heading ends
    that runs into its text.
    """
    marks = sorted(
        [*_Numbering(normal, known).marks(), *_unnumbered(document, normal, known)],
        key=lambda mark: mark.start,
    )
    marks = _on_one_level(_without_overlaps(marks))
    nexts = [*marks[1:], None][: len(marks)]
    gaps = sorted(normal.gaps)
    titles = [_title(normal.text, gaps, mark, after, known) for mark, after in zip(marks, nexts, strict=True)]
    ends = _ends(marks, len(normal.text))
    nodes: list[Node] = []
    stack: list[int] = []
    for index, (mark, (title_end, body, sentence)) in enumerate(zip(marks, titles, strict=True)):
        while stack and marks[stack[-1]].order >= mark.order:
            stack.pop()
        title = normal.text[mark.end : title_end].strip("。:;、,. \n")
        nodes.append(
            Node(
                mark.rank,
                mark.text,
                title,
                mark.start,
                mark.end,
                title_end,
                body,
                ends[index],
                stack[-1] if stack else -1,
                sentence,
            )
        )
        stack.append(index)
    return tuple(nodes)


def _ends(marks: list[_Mark], length: int) -> list[int]:
    """Return for each mark where the next one of the same or a higher rank begins."""
    ends: list[int] = []
    begins = dict.fromkeys(range(ITEM_RANK + 1), length)
    for mark in reversed(marks):
        ends.append(min(begins[order] for order in range(mark.order + 1)))
        begins[mark.order] = mark.start
    return ends[::-1]


def _on_one_level(marks: list[_Mark]) -> list[_Mark]:
    """Return *marks* with 第一部分 beside headings without a mark, not above them, where no 一、 stands between."""
    if any(mark.order == 1 and mark.text and mark.text != "[" for mark in marks):
        return marks
    return [_Mark(mark.rank, mark.text, mark.start, mark.end) for mark in marks]


def _without_overlaps(marks: list[_Mark]) -> list[_Mark]:
    kept: list[_Mark] = []
    for mark in marks:
        if not kept or mark.start >= kept[-1].end:
            kept.append(mark)
    return kept


class _Numbering:
    """Which numbers have been seen at each rank, and so which one is due."""

    def __init__(self, normal: NormalText, known: KnownHeadings) -> None:
        self._normal = normal
        self._known = known
        self._last = dict.fromkeys(range(ITEM_RANK + 1), 0)
        self._last_end = -1000
        self._part_is_open = False

    def marks(self) -> list[_Mark]:
        """Return the marks of the text that are believed, in order."""
        accepted: list[_Mark] = []
        for found in _MARK.finditer(self._normal.text):
            kind = found.lastgroup or ""
            number = numeral(found.group(kind).translate(_PLAIN))
            if number is None or not self._is_mark(found, kind, number):
                continue
            order = _ORDERS[kind]
            accepted.append(_Mark(order, found.group(), *found.span()))
            self._last[order], self._last_end = number, found.end()
            self._part_is_open = order == 0
            for deeper in range(order + 1, ITEM_RANK + 1):
                if deeper != 3 or order <= 1:  # 1. 2. 3. may run on through the （一） （二） of a chapter
                    self._last[deeper] = 0
        return accepted

    def _is_mark(self, found: re.Match[str], kind: str, number: int) -> bool:
        text, (start, end) = self._normal.text, found.span()
        before = text[start - 1] if start else "\n"
        if end >= len(text) or text[end] in "。;,、!?)\n”":
            return False
        last = self._last[_ORDERS[kind]]
        if kind == "item":
            continues = number in (1, last, last + 1) or before in "\n。;"
            after_title = number == 1 and start - self._last_end <= _TITLE_LENGTH and before not in "统唯单专同之第万划"
            return continues and (before in "\n。;:,!?”)》、" or (after_title and _is_word(before)))
        if before == "\n":
            return True
        if before in "。;!?:" or start in self._normal.gaps:
            return _ORDERS[kind] <= 1 or number in (1, last, last + 1, last + 2)
        return self._continues(kind, number, before, found)

    def _continues(self, kind: str, number: int, before: str, found: re.Match[str]) -> bool:
        """Whether a mark in the middle of a sentence is one: only the number that is due, where a heading may end."""
        text, (start, end) = self._normal.text, found.span()
        due = number == self._last[_ORDERS[kind]] + 1
        if kind == "first" and number == 1 and self._last[0] and start - self._last_end <= _PART_TITLE_LENGTH:
            return self._part_is_open and _is_word(before)
        if kind in ("first", "part"):
            return due and (self._known.end(text[end : end + 25]) > 0 or (before in "”)》]" and number > 1))
        if before in "第的等与和及,、(" or before.isdigit() or not _is_word(text[end]):
            return False
        after_heading = start - self._last_end <= _TITLE_LENGTH + 15
        continues = (due and number > 1) or (number == 1 and after_heading)
        if kind == "second":
            # A first mark that is not (一) is believed where its next one begins a sentence.
            leads = after_heading and not self._last[2] and text.find(f"。({in_chinese(number + 1)})", end) > 0
            return (continues or leads) and text[end] not in "项款条期类级"
        return continues and (_is_word(before) or before in ")”》%")


def _is_word(character: str) -> bool:
    return "\u4e00" <= character <= "\u9fff" or character in "“《(" or character.isalpha()


def _unnumbered(document: Document, normal: NormalText, known: KnownHeadings) -> list[_Mark]:
    """Return headings without a mark: those the source format declares, and short lines that the template knows."""
    declared = [block for block in document.blocks if block.kind is BlockKind.HEADING and block.level]
    # The first heading of the highest level is the title of the whole where no other has that level.
    levels = sorted({block.level or 0 for block in declared})
    if len(levels) > 1 and sum(block.level == levels[0] for block in declared) == 1:
        declared = [block for block in declared if block.level != levels[0]]
        levels = levels[1:]
    marks = [
        _Mark(1, "[", bracket.start(), bracket.start() + 1)
        for bracket in (_BRACKETED.finditer(normal.text) if "[" in normal.text else ())
        if known.end(bracket.group(1))
    ]
    declared_at = {block.start: min((block.level or 1) - levels[0] + 1, 4) for block in declared}
    lines = list(re.finditer(r"[^\n]+", normal.text))
    seen_text = False
    for line in lines:
        content = line.group()
        if _MARK.match(content):
            seen_text = True
            continue
        start = line.start()
        rank = declared_at.get(normal.origin[start])
        is_short = len(content) <= 30 and content[-1] not in "。;,、!?" and content[0] + content[-1] != "()"
        is_short = is_short and ":" not in content  # 上一篇:2024年工作总结
        if rank is not None and len(content) <= 60:
            marks.append(_Mark(rank, "", start, start))
        elif seen_text and is_short and known.end(content) * 2 >= len(content):
            marks.append(_Mark(1, "", start, start))
        if len(content) > _LONG_LINE:
            marks += _run_in(normal.text, line, known)
        seen_text = seen_text or len(content) > 60
    return marks


def _run_in(text: str, line: re.Match[str], known: KnownHeadings) -> list[_Mark]:
    """Return headings without a mark in a line that holds many sentences: a sentence begins with them."""
    return [
        _Mark(1, "", stop.end(), stop.end())
        for stop in _SENTENCE_END.finditer(text, line.start(), line.end() - 1)
        if known.standing_alone(text[stop.end() : stop.end() + 30])
    ]


def _title(
    text: str, gaps: list[int], mark: _Mark, next_mark: _Mark | None, known: KnownHeadings
) -> tuple[int, int, bool]:
    """Return (end of the title, start of the body, whether the title is really a numbered sentence)."""
    begin, until = mark.end, next_mark.start if next_mark else len(text)
    has_parts = next_mark is not None and mark.order < next_mark.order < ITEM_RANK
    line_end = text.find("\n", begin)
    limit = min(until, line_end if line_end >= 0 else len(text))
    after = bisect_left(gaps, begin + 2)
    if after < len(gaps) and gaps[after] <= begin + _TITLE_LENGTH:
        limit = min(limit, gaps[after])
    if mark.text == "[":
        close = text.index("]", begin)
        return close, close + 1, False
    stop = _STOP.search(text, begin, limit)
    first = stop.start() if stop else limit
    if mark.rank == ITEM_RANK:
        return min(first, begin + _TITLE_LENGTH), begin, True
    only = first == limit or (stop is not None and stop.end() == limit)
    if only and limit - begin <= 60 and (stop is None or first - begin <= 30):
        # Nothing but the title stands between this mark and the next, or the end of the line. Where it is a full
        # sentence with nothing below, neither text nor parts, it is what is said there.
        says_all = stop is not None and text[first] in "。;!?" and not text[limit:until].strip() and not has_parts
        return first, begin if says_all else limit, says_all
    alone = known.standing_alone(text[begin : begin + 30]) if not mark.text else 0
    run_on = begin + alone if alone else _run_on(text, begin, first, known)
    if run_on is not None:
        return run_on, run_on, False
    if first - begin <= _TITLE_LENGTH:
        sentence = first - begin > 30 or (stop is not None and text[first] == ";")
        return first, begin if sentence else first + 1, sentence
    comma = text.find(",", begin, begin + _TITLE_LENGTH)
    return (comma if comma > 0 else min(limit, begin + 30)), begin, True


def _run_on(text: str, begin: int, first: int, known: KnownHeadings) -> int | None:
    """Return where a title ends that runs into its text without any mark, None where it does not."""
    window = text[begin : min(first, begin + _TITLE_LENGTH)]
    opened = _OPENS_TEXT.search(window, 2)
    known_end = known.end(window[:30])
    if opened is not None and (known_end or "," not in window[: opened.start()]):
        return begin + opened.start()
    if known_end and first - begin > known_end + 8 and "," in text[begin + known_end : first]:
        return begin + known_end
    return None
