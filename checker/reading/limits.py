"""How much a file may ask of the machine before reading it is refused, and whether more is read than its text."""

from __future__ import annotations

from collections.abc import Sequence

from checker.frozen import dataclass
from checker.texts import Text

OCR_SECONDS = 600.0
"""How long recognising the pictures of one file may take; pages that are left then stay unread."""


@dataclass(frozen=True, slots=True)
class Limits:
    """Upper bounds for one file; each is far above what a report needs.

    *file_bytes* is the size of the file itself, *characters* that of its text in code points. Of a packed file (.docx),
    *unpacked_bytes* bounds all parts read together and *ratio* how many times larger than its packed form a part may
    be. *tags* bounds the marks ``<`` of one HTML page or XML part: each costs far more memory than it has bytes.
    *pages* bounds formats that have pages, *seconds* the time that reading takes, *files* the drafts in one archive or
    message, *bundle_bytes* all of them together; *memory_bytes* the memory of a process that reads for another.
    *layout* is no bound: whether how the document is set is read too, which few packs look at. *ocr* is the seconds
    that recognising text in pictures of pages may take beside *seconds*, 0 for not at all.
    """

    file_bytes: int = 50 * 1024 * 1024
    characters: int = 20_000_000
    unpacked_bytes: int = 100 * 1024 * 1024
    ratio: int = 100
    tags: int = 1_000_000
    pages: int = 2_000
    seconds: float = 60.0
    files: int = 1_000
    bundle_bytes: int = 500 * 1024 * 1024
    memory_bytes: int = 2 * 1024 * 1024 * 1024
    layout: bool = False
    ocr: float = 0.0


DEFAULT = Limits()


def listed(numbers: Sequence[int]) -> Text:
    """Return ordered page numbers as a person writes them: 3, 5–7."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1][1:] = [number]
        else:
            runs.append([number])
    shown = ["–".join(map(str, run)) for run in runs]
    return Text("、".join(shown), ", ".join(shown))
