"""Cells of tables in the normalised text, which runs through them without a mark."""

from __future__ import annotations

from checker.model import BlockKind, Span
from checker.structure.analysis import Analysis

_ENDS = "\t\n"


def within_cell(analysis: Analysis, span: Span, core: Span) -> Span:
    """Return *span* without what stands in other cells than *core*, which lies inside it; outside tables all of it."""
    document, origin = analysis.document, analysis.normal.origin
    block = document.block_at(origin[core.start])
    if block is None or block.kind is not BlockKind.TABLE:
        return span

    def ends_behind(position: int) -> bool:
        between = document.text[origin[position] + 1 : origin[position + 1]]
        return any(sign in between for sign in _ENDS)

    start = next((each + 1 for each in range(core.start - 1, span.start - 1, -1) if ends_behind(each)), span.start)
    end = next((each + 1 for each in range(core.end - 1, span.end - 1) if ends_behind(each)), span.end)
    return Span(start, end)
