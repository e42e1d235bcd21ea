"""What each paragraph is to a reader: title, addressee, heading of a level, body, signature, date.

Only documents that were read with their layout are asked, and only for how their parts are set: nothing here decides
what a part says. Paragraphs in tables, before the title and after the date have no role.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from checker.frozen import dataclass
from checker.model import Block, BlockKind, ParagraphLayout, Setting, Span
from checker.regex import regex
from checker.structure.analysis import Analysis
from checker.structure.outline import ITEM_RANK, Node

_NUMBERED = regex(r"[(第]?[一二三四五六七八九十\d]")
_ADDRESSEE = regex(r"[^。；;\n]{2,60}[：:]")
_ATTACHMENT = regex(r"附件\s*[：:\d]")
_CLAUSES = regex(r"[。；;：:，,]")
_SAYS = regex(r"[。；;！？]|[：:]$")  # captions and lists of names say nothing
_SHORTEST_BODY = 15
_GOES_ON = 6  # characters behind a heading that are more than its full stop
_LONGEST_SIGNATURE = 40
_LONGEST_DATE = 30
_SIGNATURES = 3


@dataclass(frozen=True, slots=True)
class Placed:
    """A paragraph in one of its roles: how it is set there, and where it stands in the original text.

    *opening*: only its beginning has that role, a heading that runs into its text.
    """

    setting: Setting
    span: Span
    paragraph: int
    opening: bool = False


def by_role(analysis: Analysis) -> Mapping[str, tuple[Placed, ...]]:
    """Return the paragraphs of each role, in order; empty where the layout was not read."""
    return analysis.once("roles", lambda: _Roles(analysis).found())


class _Roles:
    def __init__(self, analysis: Analysis) -> None:
        self._analysis = analysis
        self._text = analysis.document.text
        layout = analysis.document.layout
        self._layouts = {} if layout is None else {each.paragraph: each for each in layout.paragraphs}
        self._spans: dict[int, Span] = {}
        for block in analysis.document.blocks:
            if block.paragraph in self._layouts and block.kind is not BlockKind.TABLE:
                known = self._spans.get(block.paragraph)
                self._spans[block.paragraph] = Span(known.start if known else block.start, block.end)
        self._roles: dict[str, list[Placed]] = {}
        self._taken: set[int] = set()

    def found(self) -> dict[str, tuple[Placed, ...]]:
        first = self._title()
        last = self._signed(first)
        self._headings(first, last)
        between = [number for number in self._spans if first < number < last and number not in self._taken]
        if between and _ADDRESSEE.fullmatch(self._words(between[0])) and "如下" not in self._words(between[0]):
            self._give("addressee", between.pop(0))
        for number in between:
            words = self._words(number)
            if _ATTACHMENT.match(words):
                self._give("attachment", number)
            elif len(words) >= _SHORTEST_BODY and _SAYS.search(words):
                self._give("body", number)
        ordered = {role: sorted(placed, key=lambda each: each.span.start) for role, placed in self._roles.items()}
        return {role: tuple(placed) for role, placed in ordered.items()}

    def _title(self) -> int:
        """Give the title its role and return the number of its last paragraph, 0 where there is none."""
        title = self._analysis.profile.title
        if title is None or title.source != "title" or title.evidence is None:
            return 0
        span = title.evidence
        numbers = [number for number, each in self._spans.items() if each.start < span.end and span.start < each.end]
        for number in numbers:
            self._give("title", number)
        return max(numbers, default=0)

    def _signed(self, first: int) -> int:
        """Give date and signature their roles and return the number of the first of them; behind the last for none."""
        dates = [date.evidence for date in self._analysis.profile.dates if date.role == "signed"]
        block = self._analysis.document.block_at(dates[-1].start) if dates else None
        if block is None or not self._is_line(block, _LONGEST_DATE) or block.paragraph <= first:
            return max(self._spans, default=0) + 1
        self._give("date", block.paragraph)
        last = block.paragraph
        for number in sorted((each for each in self._spans if first < each < last), reverse=True)[:_SIGNATURES]:
            words = self._words(number)
            if len(words) > _LONGEST_SIGNATURE or _CLAUSES.search(words):
                break
            self._give("signature", number)
            last = number
        return last

    def _is_line(self, block: Block, longest: int) -> bool:
        return block.paragraph in self._spans and len(self._words(block.paragraph)) <= longest

    def _headings(self, first: int, last: int) -> None:
        for node, block in self._numbered():
            number = block.paragraph
            if not first < number < last or number not in self._spans or number in self._taken:
                continue
            span = self._spans[number]
            end = self._analysis.normal.original(Span(node.start, node.title_end)).end
            runs_on = span.end - end >= _GOES_ON
            self._give(f"heading{node.rank}", number, Span(span.start, end), opening=runs_on)
            if runs_on:
                self._taken.discard(number)  # what follows the heading is body

    def _numbered(self) -> Iterator[tuple[Node, Block]]:
        """Yield the headings that a paragraph begins with."""
        analysis = self._analysis
        for node in analysis.nodes:
            if node.rank >= ITEM_RANK or node.sentence or not _NUMBERED.match(node.mark):
                continue
            start = analysis.normal.origin[node.start]
            block = analysis.document.block_at(start)
            if block is not None and not self._text[block.start : start].strip():
                yield node, block

    def _words(self, number: int) -> str:
        span = self._spans[number]
        return self._text[span.start : span.end]

    def _give(self, role: str, number: int, span: Span | None = None, *, opening: bool = False) -> None:
        layout: ParagraphLayout = self._layouts[number]
        setting = layout.opening if opening else layout.setting
        self._roles.setdefault(role, []).append(Placed(setting, span or self._spans[number], number, opening))
        self._taken.add(number)
