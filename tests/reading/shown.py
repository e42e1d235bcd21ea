"""What tests compare: the blocks of a document as (kind, level, text), and errors and notes as users read them."""

from __future__ import annotations

import pytest

from checker.errors import ReadError
from checker.model import Document
from checker.reading import DEFAULT, Limits, read_bytes

Shown = tuple[str, int | None, str]


def shown(document: Document) -> list[Shown]:
    """The blocks of *document*; their places are checked on the way."""
    previous = 0
    for block in document.blocks:
        assert previous <= block.start < block.end <= len(document.text)
        previous = block.end
    return [(block.kind.value, block.level, document.text[block.start : block.end]) for block in document.blocks]


def texts(document: Document) -> list[str]:
    return [text for _, _, text in shown(document)]


def notes(document: Document) -> list[str]:
    return [note.zh for note in document.notes]


def furniture(document: Document) -> list[str]:
    return [document.text[span.start : span.end] for span in document.furniture]


def refusal(data: bytes, name: str, limits: Limits = DEFAULT) -> str:
    """The first line of what a user is told when *data* is not read; there is always a hint, in both languages."""
    with pytest.raises(ReadError) as caught:
        read_bytes(data, name, limits)
    assert [len(caught.value.lines(language)) for language in ("zh", "en")] == [2, 2]
    return caught.value.lines("zh")[0]
