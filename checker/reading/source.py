"""The bytes to be read, with the name they are shown under and the bounds that hold for them."""

from __future__ import annotations

from functools import cached_property
from os.path import splitext
from time import monotonic
from typing import TYPE_CHECKING

from checker.errors import ReadError
from checker.frozen import dataclass, field
from checker.reading.limits import Limits
from checker.texts import text

if TYPE_CHECKING:
    from checker.reading.archive import Archive
    from checker.reading.encoding import Decoded


@dataclass(frozen=True)
class Source:
    """One file in memory. What is decoded or unpacked for recognising its format is kept for reading it."""

    data: bytes
    name: str
    limits: Limits
    started: float = field(default_factory=monotonic, compare=False)

    @property
    def suffix(self) -> str:
        """The name's ending in lower case, ``.docx``; empty for standard input."""
        return splitext(self.name)[1].lower()  # noqa: PTH122 - a path costs ten times as much

    @cached_property
    def decoded(self) -> Decoded:
        """The bytes as text. Raises ReadError where they are no text or too long."""
        from checker.reading.encoding import decode

        return decode(self)

    @cached_property
    def archive(self) -> Archive:
        """The bytes as a zip archive. Raises ReadError where it is damaged."""
        from checker.reading.archive import Archive

        return Archive(self)

    def check_time(self) -> None:
        """Raise ReadError where reading has taken longer than the limit."""
        if monotonic() - self.started > self.limits.seconds:
            raise self.error("too_slow", limit=f"{self.limits.seconds:g}")

    def error(self, key: str, **values: object) -> ReadError:
        """Return the catalogue's error ``reading.<key>`` about this file, with its hint ``reading.<key>_hint``."""
        return read_error(self.name, key, **values)


@dataclass(frozen=True, slots=True)
class Skipped:
    """A file in an archive or message that is no draft, by the name it would be read under."""

    name: str


def read_error(name: str, key: str, **values: object) -> ReadError:
    """Return the catalogue's error ``reading.<key>`` about the file *name*, with its hint."""
    return ReadError(text(f"reading.{key}", **values), where=name, hint=text(f"reading.{key}_hint", **values))
