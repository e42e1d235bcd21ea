"""The text that phrases are matched against, with the way back to the original.

Folding (``matching.fold``) changes single characters; this module leaves out what is noise to a reader (white space,
zero-width characters, decoration such as ◆★■ inside words), joins lines that were only wrapped, and remembers for each
remaining character where it stood.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left

from checker.frozen import dataclass
from checker.matching.fold import fold
from checker.matching.phrases import SearchText
from checker.model import Block, BlockKind, Document, Span
from checker.regex import regex

_INVISIBLE = "\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\u00ad\ufe0e\ufe0f"
_DECORATION = "◆◇★☆■□▲△▼▽◎※♦♣♠♥●❖✦✧▪▫◼◻⬛"
_DROPPED = regex(rf"(?:[\s{_INVISIBLE}{_DECORATION}]|\*\*)+")
_WORD = regex(r"[A-Za-z0-9]")
_WIDE_GAP = regex(r"\u3000|[ \t\xa0]{2,}")
_CLOSED = "。;!?:…”)》]、,"
_NUMERAL = "一二三四五六七八九十"
_BEGINS_PART = regex(rf"(?:第?[{_NUMERAL}]{{1,3}}[、.是)部章]|\(?[{_NUMERAL}\d]{{1,3}}\)|\d{{1,2}}[.、]|[①-⑳#])")


@dataclass(frozen=True)
class NormalText:
    """Folded text without noise. Blocks end in a line feed.

    ``origin[i]`` is the code point of ``Document.text`` where character *i* came from; one more entry stands for the
    end. *gaps* are positions where the source had wide white space, which often stands for a line end that was lost.
    """

    text: str
    origin: array[int]
    gaps: frozenset[int]
    searched: SearchText

    def original(self, span: Span) -> Span:
        """Return the place in the original of *span*, without noise at its edges."""
        if span.start >= span.end:
            return Span(self.origin[span.start], self.origin[span.start])
        return Span(self.origin[span.start], self.origin[span.end - 1] + 1)

    def position(self, original: int) -> int:
        """Return the first position here whose character stood at or after *original*."""
        return bisect_left(self.origin, original)


def normalise(document: Document) -> NormalText:
    """Return the text of *document*'s blocks for matching."""
    pieces: list[str] = []
    origin: array[int] = array("L")
    gaps: set[int] = set()
    length = 0
    places = _places(len(document.text))
    joined = _wrapped_lines(document)
    for index, block in enumerate(document.blocks):
        for start, end, wide in _kept(document.text, block):
            if wide:
                gaps.add(length)
            pieces.append(document.text[start:end])
            origin += places[start:end]
            length += end - start
        if index not in joined:
            pieces.append("\n")
            origin.append(block.end)
            length += 1
    origin.append(document.blocks[-1].end if document.blocks else 0)
    text = _points_to_full_stops(fold("".join(pieces)))
    return NormalText(text, origin, frozenset(gaps), SearchText(text))


_KEPT_PLACES = 2**17
_counted: array[int] = array("L")


def _places(length: int) -> array[int]:
    """Return 0, 1, 2 … up to *length* at least; copying runs of it costs a tenth of counting."""
    global _counted  # noqa: PLW0603 - always replaced whole, so that threads may share it
    counted = _counted
    if len(counted) < length:
        counted = array("L", range(length))
        if length <= _KEPT_PLACES:
            _counted = counted
    return counted


def _kept(text: str, block: Block) -> list[tuple[int, int, bool]]:
    """Return (start, end, wide gap before) of the stretches of *block* that are no noise."""
    kept: list[tuple[int, int, bool]] = []
    position, wide = block.start, False
    for noise in _DROPPED.finditer(text, block.start, block.end):
        start, end = noise.span()
        if start > position:
            kept.append((position, start, wide))
            wide = False
        # One space inside a run of Latin words is kept: "Word 2016" is two words, 第 3 次 is one.
        if block.start < start and end < block.end and _WORD.match(text, start - 1) and _WORD.match(text, end):
            space = start + max(noise.group().find(" "), 0)
            if text[space] in " \t\xa0":
                kept.append((space, space + 1, False))
        wide = (
            wide or bool(_WIDE_GAP.search(noise.group())) or (block.kind is BlockKind.TABLE and "\n" in noise.group())
        )
        position = end
    if position < block.end:
        kept.append((position, block.end, wide))
    return kept


def _points_to_full_stops(text: str) -> str:
    """Return *text* with the points that end Chinese sentences as full stops; those of numbers and marks stay."""
    pieces: list[str] = []
    position = 0
    point = text.find(".", 1)
    while point >= 0:
        before, after = text[point - 1], text[point + 1 : point + 2]
        ends = (_is_chinese(before) or before in "”》)%") and (not after or _is_chinese(after) or after in "“《(\n")
        is_mark = before in _NUMERAL and (point == 1 or text[point - 2] in "\n。;:" + _NUMERAL)
        if ends and not is_mark:
            pieces += (text[position:point], "。")
            position = point + 1
        point = text.find(".", point + 1)
    return "".join((*pieces, text[position:]))


def _is_chinese(character: str) -> bool:
    return "\u4e00" <= character <= "\u9fff"


def _wrapped_lines(document: Document) -> frozenset[int]:
    """Return the blocks whose line end only wraps a paragraph: all lines are cut at about the same width."""
    blocks = document.blocks
    if len(blocks) < 8:
        return frozenset()
    lengths = sorted(block.end - block.start for block in blocks)
    width = lengths[len(lengths) * 9 // 10]
    if not 16 <= width <= 60:
        return frozenset()

    def is_cut(index: int) -> bool:
        block, after = blocks[index], blocks[index + 1]
        return (
            block.kind is after.kind is BlockKind.PARAGRAPH
            and width * 0.85 <= block.end - block.start <= width * 1.15
            and fold(document.text[block.end - 1]) not in _CLOSED
            and not _BEGINS_PART.match(fold(document.text[after.start : after.start + 6].lstrip()))
        )

    cut = [index for index in range(len(blocks) - 1) if is_cut(index)]
    return frozenset(cut) if len(cut) * 3 >= len(blocks) else frozenset()
