"""Plain text: each line that shows something is a block."""

from __future__ import annotations

from checker.model import Block, BlockKind
from checker.reading.content import Content, trimmed
from checker.reading.source import Source


def read(source: Source) -> Content:
    """Return the lines of *source*. Paragraph numbers count the lines that are not blank."""
    text = source.decoded.text
    blocks: list[Block] = []
    begin = 0
    for line in text.split("\n"):
        start, end = trimmed(text, begin, begin + len(line))
        if start < end:
            blocks.append(Block(BlockKind.PARAGRAPH, start, end, len(blocks) + 1))
        begin += len(line) + 1
    return Content(text, tuple(blocks), notes=source.decoded.notes)
