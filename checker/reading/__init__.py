"""Reading: bytes become a document, whatever they are named; what could not be read is said, never left out silently.

``read_path`` and ``read_bytes`` are the room's doors. What readers of formats share stands in ``source`` (bytes and
limits), ``content`` (blocks), ``encoding``, ``archive`` and ``xml``; ``formats`` lists the formats.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.reading.limits import DEFAULT, Limits

if TYPE_CHECKING:
    from pathlib import Path

    from checker.model import Document

__all__ = ["DEFAULT", "Limits", "read_bytes", "read_path"]


def read_path(path: Path, limits: Limits = DEFAULT) -> Document:
    """Read the file at *path*. Raises ReadError for whatever keeps it from being read."""
    from checker.reading.source import read_error

    try:
        with path.open("rb") as file:
            data = file.read(limits.file_bytes + 1)
    except FileNotFoundError as error:
        raise read_error(str(path), "missing") from error
    except IsADirectoryError as error:
        raise read_error(str(path), "folder") from error
    except PermissionError as error:
        raise read_error(str(path), "forbidden") from error
    except OSError as error:
        raise read_error(str(path), "unreadable", reason=error.strerror or str(error)) from error
    return read_bytes(data, str(path), limits)


def read_bytes(data: bytes, name: str, limits: Limits = DEFAULT) -> Document:
    """Read *data*; *name* is what the document is called in reports, ``-`` for standard input.

    Raises ReadError for data that is empty, over a limit, in a format that is not read, damaged, encrypted or
    without text.
    """
    import hashlib

    from checker.model import Document
    from checker.reading.formats import mismatch, recognise
    from checker.reading.source import Source

    source = Source(data, name, limits)
    if not data:
        raise source.error("empty")
    if len(data) > limits.file_bytes:
        raise source.error("too_large", limit=limits.file_bytes // (1024 * 1024))
    found = recognise(source)
    reader = found.reader
    if reader is None:
        key = found.id if found.id in ("encrypted", "image", "archive") else "unsupported"
        raise source.error(key, format=found.name)
    content = reader.read(source)
    if len(content.text) > limits.characters:
        raise source.error("too_long", count=len(content.text), limit=limits.characters)
    if not content.blocks:
        raise source.error("no_text")
    note = mismatch(source, found)
    return Document(
        path=name,
        format=found.id,
        sha256=hashlib.sha256(data).hexdigest(),
        text=content.text,
        blocks=content.blocks,
        furniture=content.furniture,
        notes=content.notes if note is None else (note, *content.notes),
        unread_pages=content.unread_pages,
    )
