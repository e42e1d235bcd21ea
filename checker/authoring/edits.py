"""Changes to a document that has been read: words taken out, replaced or put in, with its blocks kept in step.

The blocks of a web page or a Word document carry more than its text does (headings, tables), so a change is made to
the document and not to the file it came from.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence

from checker.frozen import dataclass, replace
from checker.model import Block, BlockKind, Document, Span


@dataclass(frozen=True, slots=True)
class Edit:
    """``Document.text[start:end]`` becomes *new*; *paragraph*: *new* is a block of its own after what stands before."""

    start: int
    end: int
    new: str = ""
    paragraph: bool = False


@dataclass(frozen=True)
class Edited:
    """A changed document. *inserted* is where new words stand in it."""

    document: Document
    edits: tuple[Edit, ...]
    inserted: tuple[Span, ...]

    @property
    def touched(self) -> tuple[Span, ...]:
        """The stretches of the original that were taken out or replaced."""
        return tuple(Span(edit.start, edit.end) for edit in self.edits if edit.end > edit.start)

    def back(self, offset: int) -> int:
        """Return where *offset* of the changed text stood in the original; for new words, where they were put in."""
        shift = 0
        for edit in self.edits:
            begin = edit.start + shift
            length = len(edit.new) + edit.paragraph
            if offset < begin:
                break
            if offset < begin + length:
                return edit.start
            shift += length - (edit.end - edit.start)
        return offset - shift


def edited(document: Document, edits: Iterable[Edit]) -> Edited:
    """Return *document* with *edits* made. Edits that overlap count as one: the union goes, their words follow.

    Blocks of which nothing is left disappear; paragraph numbers stay those of the original.
    """
    ordered = _united(edits)
    text, position = "", 0
    inserted: list[Span] = []
    for edit in ordered:
        text += document.text[position : edit.start]
        new = f"\n{edit.new}" if edit.paragraph else edit.new
        if edit.new:
            inserted.append(Span(len(text) + len(new) - len(edit.new), len(text) + len(new)))
        text += new
        position = edit.end
    text += document.text[position:]
    blocks = tuple(_blocks(document, ordered, text))
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    furniture = tuple(Span(_moved(ordered, each.start), _moved(ordered, each.end)) for each in document.furniture)
    changed = replace(document, text=text, blocks=blocks, furniture=furniture, sha256=digest)
    return Edited(changed, ordered, tuple(inserted))


def _united(edits: Iterable[Edit]) -> tuple[Edit, ...]:
    united: list[Edit] = []
    for edit in sorted(edits, key=lambda each: (each.start, each.end)):
        last = united[-1] if united else None
        if last is not None and edit.start < last.end:
            united[-1] = replace(last, end=max(last.end, edit.end), new=last.new + edit.new)
        else:
            united.append(edit)
    return tuple(united)


def _moved(edits: Sequence[Edit], offset: int) -> int:
    """Return where *offset* of the original stands after the edits; inside what went, where that stood."""
    shift = 0
    for edit in edits:
        if edit.start >= offset:
            break
        shift += len(edit.new) + edit.paragraph
        shift -= min(edit.end, offset) - edit.start
    return offset + shift


def _blocks(document: Document, edits: Sequence[Edit], text: str) -> Iterable[Block]:
    for block in document.blocks:
        start, end = _moved(edits, block.start), _moved(edits, block.end)
        # Words put in right at the end of a block belong to it.
        end += sum(len(edit.new) for edit in edits if edit.start == edit.end == block.end and not edit.paragraph)
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        if start < end:
            yield replace(block, start=start, end=end)
        for edit in edits:
            if edit.paragraph and edit.start == block.end:
                begin = _moved(edits, edit.start) + 1
                yield Block(BlockKind.PARAGRAPH, begin, begin + len(edit.new), block.paragraph, page=block.page)
