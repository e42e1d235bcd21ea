"""Reading: bytes become a document, whatever they are named; what could not be read is said, never left out silently.

``read_path``, ``read_bytes`` and ``read_all`` are the room's doors, ``isolation`` does the same in another process.
What readers of formats share stands in ``source`` (bytes and limits), ``content`` (blocks), ``encoding``, ``archive``,
``xml``, ``layout`` and ``paging`` (text placed on pages); ``formats`` lists the formats, ``bundles`` opens archives.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.reading.limits import DEFAULT, Limits

if TYPE_CHECKING:
    from pathlib import Path

    from checker.errors import ReadError
    from checker.model import Document
    from checker.reading.source import Source

__all__ = ["DEFAULT", "Limits", "read_all", "read_bytes", "read_file", "read_path", "read_source"]


def read_path(path: Path, limits: Limits = DEFAULT) -> Document:
    """Read the file at *path*. Raises ReadError for whatever keeps it from being read."""
    return read_bytes(read_file(path, limits), str(path), limits)


def read_all(path: Path, limits: Limits = DEFAULT) -> list[Document | ReadError]:
    """Read every draft in the file at *path*: one, or those in an archive or message, each under its own name.

    Errors are values here, so that one draft that cannot be read hides none of the others.
    """
    from checker.errors import ReadError
    from checker.reading.bundles import read_each
    from checker.reading.source import Skipped, Source

    try:
        data = read_file(path, limits)
    except ReadError as error:
        return [error]
    return [found for found in read_each(Source(data, str(path), limits)) if not isinstance(found, Skipped)]


def read_file(path: Path, limits: Limits = DEFAULT) -> bytes:
    """Return the bytes of the file at *path*, one more than the limit at most. Raises ReadError."""
    from checker.reading.source import read_error

    try:
        with path.open("rb") as file:
            return file.read(limits.file_bytes + 1)
    except FileNotFoundError as error:
        raise read_error(str(path), "missing") from error
    except IsADirectoryError as error:
        raise read_error(str(path), "folder") from error
    except PermissionError as error:
        raise read_error(str(path), "forbidden") from error
    except OSError as error:
        raise read_error(str(path), "unreadable", reason=error.strerror or str(error)) from error


def read_bytes(data: bytes, name: str, limits: Limits = DEFAULT) -> Document:
    """Read *data*; *name* is what the document is called in reports, ``-`` for standard input.

    Raises ReadError for data that is empty, over a limit, in a format that is not read, damaged, encrypted or
    without text.
    """
    from checker.reading.source import Source

    return read_source(Source(data, name, limits))


def read_source(source: Source) -> Document:
    """Read *source*, of which the format may have been told already. Raises ReadError as ``read_bytes`` does."""
    import hashlib

    from checker.model import Document
    from checker.reading.formats import mismatch, recognise

    data, limits = source.data, source.limits
    if not data:
        raise source.error("empty")
    if len(data) > limits.file_bytes:
        raise source.error("too_large", limit=limits.file_bytes // (1024 * 1024))
    found = recognise(source)
    reader = found.reader
    if reader is None:
        own = {"encrypted": "encrypted", "image": "image", "archive": "archive", "zip": "archive", "eml": "archive"}
        key = own.get(found.id, "unsupported")
        raise source.error(key, format=found.name)
    content = reader.read(source)
    if len(content.text) > limits.characters:
        raise source.error("too_long", count=len(content.text), limit=limits.characters)
    if not content.blocks:
        raise source.error("no_text")
    note = mismatch(source, found)
    return Document(
        path=source.name,
        format=found.id,
        sha256=hashlib.sha256(data).hexdigest(),
        text=content.text,
        blocks=content.blocks,
        furniture=content.furniture,
        notes=content.notes if note is None else (note, *content.notes),
        unread_pages=content.unread_pages,
        left_out=content.left_out,
        page_breaks=content.page_breaks,
        heads=content.heads,
        recognised=content.recognised,
        layout=content.layout,
    )
