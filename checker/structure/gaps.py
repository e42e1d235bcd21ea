"""What may stand for a missing number of a heading or item: copies lose marks, and writers choose other words."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

from checker.model import BlockKind
from checker.regex import regex
from checker.structure.analysis import Analysis
from checker.structure.numerals import NUMERALS, in_chinese

_LINE = regex(r"\n([^\n]+)")
_IMPRINT = regex(r"[^。;]{1,40}:[^。;]{1,60}")
_HEADING_LINE = regex(r"(?<=\n)[^\n]{2,45}(?<![。;:,、!?])(?=\n)")
_CAPTION = regex(rf"^附?[表图][{NUMERALS}\d]|单位:")
_COUNTED = "年月日个项件次条季级审届轮大"  # 二月, 三年来: a numeral that is no mark
_ORDINALS = {  # words that make up for the mark of an item
    1: "|首先|第一|其一|一方面",
    2: "|其次|第二|其二|另一方面",
    3: "|再次|第三|其三|此外|最后",
}


class Gaps:
    """The stretches of a text between its marks.

    *in_turn* holds where marks begin that stand where their own enumeration wants them: （二） between （一） and
    （三） stands for nothing else. *begin* is where the text may have its first heading.
    """

    def __init__(self, analysis: Analysis) -> None:
        self._analysis = analysis
        self._text = analysis.text
        self._marked = {node.start for node in analysis.nodes if node.mark}
        self._unmarked = [node.start for node in analysis.nodes if not node.mark]
        self.in_turn: set[int] = set()
        self.begin = _head_end(analysis)

    def may_hold(self, numbers: range, start: int, end: int, *, words: bool) -> bool:
        """Whether *numbers* may stand in ``[start, end)`` in some other form; *words*: 其次, 最后 are forms of them."""
        return any(self._holds(number, start, end, words=words) for number in numbers) or (
            self.headings(start, end) >= len(numbers)
        )

    def _holds(self, number: int, start: int, end: int, *, words: bool) -> bool:
        word = in_chinese(number)
        forms = rf"第?{word}(?:[是要来则、.)]|部分|章)|(?<![\d.]){number}[.、)](?!\d)"
        if number > 1:  # 二存在的问题, which has lost its sign
            forms += rf"|(?<=[。!?\n]){word}(?![{_COUNTED}])"
        if words:
            forms += _ORDINALS.get(number, "")
        places = (start + hit.start() for hit in re.finditer(forms, self._text[start:end]))
        return any(not self.in_turn & {place - 1, place} for place in places)

    def headings(self, start: int, end: int) -> int:
        """Return how many headings without a mark there may be: lines that look like one, and known ones in a line."""
        lines = _HEADING_LINE.finditer(self._text, max(start - 1, 0), end)
        places = {line.start() for line in lines if line.start() > start and self._may_be_heading(line)}
        first, last = bisect_right(self._unmarked, start), bisect_left(self._unmarked, end)
        return len(places.union(self._unmarked[first:last]))

    def _may_be_heading(self, line: re.Match[str]) -> bool:
        is_caption = _CAPTION.search(line[0]) is not None
        return line.start() not in self._marked and not is_caption and not in_table(self._analysis, line.start())


def in_table(analysis: Analysis, position: int) -> bool:
    """Whether *position* of the normalised text stands in a table."""
    block = analysis.document.block_at(analysis.normal.origin[position])
    return block is not None and block.kind is BlockKind.TABLE


def _head_end(analysis: Analysis) -> int:
    """Return where the title ends, with the lines below it that repeat it or say who published it; 0 for no title."""
    title = analysis.profile.title
    if title is None or title.source != "title" or title.evidence is None:
        return 0
    begin, end = (analysis.normal.position(place) for place in (title.evidence.start, title.evidence.end))
    words = analysis.text[begin:end].replace("\n", "")
    while (line := _LINE.match(analysis.text, end)) and (line[1] in words or _IMPRINT.fullmatch(line[1])):
        end = line.end()
    return end
