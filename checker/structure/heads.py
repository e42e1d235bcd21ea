"""Headers, footers and watermarks as text in which phrases can be looked for; they are no part of the report."""

from __future__ import annotations

from checker.frozen import replace
from checker.model import Block, BlockKind
from checker.structure.analysis import Analysis
from checker.structure.normalise import NormalText, normalise


def heads(analysis: Analysis) -> NormalText:
    """Return what stands in headers, footers and watermarks, each line once, however many pages repeat it.

    Offsets lead back to the text of the document, as those of its own normalised text do.
    """
    return analysis.once("heads", lambda: _read(analysis))


def _read(analysis: Analysis) -> NormalText:
    document = analysis.document
    lines = {document.text[span.start : span.end]: span for span in reversed(document.heads)}
    spans = sorted(lines.values(), key=lambda span: span.start)
    blocks = tuple(Block(BlockKind.PARAGRAPH, span.start, span.end, number) for number, span in enumerate(spans, 1))
    return normalise(replace(document, blocks=blocks))
