"""How much a file may ask of the machine before reading it is refused."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Upper bounds for one file; each is far above what a report needs.

    *file_bytes* is the size of the file itself, *characters* that of its text in code points. Of a packed file (.docx),
    *unpacked_bytes* bounds all parts read together and *ratio* how many times larger than its packed form a part may
    be. *tags* bounds the marks ``<`` of one HTML page or XML part: each costs far more memory than it has bytes.
    """

    file_bytes: int = 50 * 1024 * 1024
    characters: int = 20_000_000
    unpacked_bytes: int = 100 * 1024 * 1024
    ratio: int = 100
    tags: int = 1_000_000


DEFAULT = Limits()
