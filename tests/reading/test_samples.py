"""What fuzzing begins with can be read, and what it once found does no harm."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker.errors import ReadError
from checker.reading import libreoffice
from checker.reading.bundles import read_each
from checker.reading.limits import DEFAULT
from checker.reading.source import Skipped, Source

from .samples import samples

CORPUS = Path(__file__).parent.parent / "fuzz" / "corpus"
FOUND = sorted(path for path in CORPUS.iterdir() if path.suffix != ".md")


@pytest.mark.parametrize("name", sorted(set(samples()) - {"b.pdf"}))
def test_a_sample_is_read(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(libreoffice, "found", lambda: None)
    found = [item for item in read_each(Source(samples()[name], name, DEFAULT)) if not isinstance(item, Skipped)]
    assert found
    assert [item for item in found if isinstance(item, ReadError)] == []


@pytest.mark.parametrize("path", FOUND, ids=lambda path: path.name)
def test_what_once_broke_a_reader_gives_a_document_or_an_error(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(libreoffice, "found", lambda: None)
    for item in read_each(Source(path.read_bytes(), path.name, DEFAULT)):
        assert isinstance(item, (Skipped, ReadError)) or item.blocks
