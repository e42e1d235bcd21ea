"""One file that holds several drafts: a .zip of them, a message with attachments. Each is read under a name like
``drafts.zip!/青禾镇.docx``; what cannot be read is an error of its own and hides none of the others.

Nothing is written to disk, so paths in an archive lead nowhere. An archive or message inside another is opened, one
inside that is not.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

from checker.errors import ReadError
from checker.frozen import replace
from checker.model import Document
from checker.reading import read_source
from checker.reading.formats import BUNDLES, DRAFTS, recognise
from checker.reading.source import Skipped, Source

_INSIDE = "!/"
_DEEPEST = 2
_OF_A_MAC = "__MACOSX/"
_HIDDEN = (".", "~$")
_LONG_BODY = 500  # characters of a message beside attached drafts that are no mere cover note
_BODIES = {"text/plain": "body.txt", "text/html": "body.html"}

_Read = Document | ReadError


def read_each(source: Source, depth: int = 0) -> Iterator[_Read | Skipped]:
    """Yield what *source* holds, one document for a plain file. Raises nothing: errors are yielded."""
    try:
        kind = recognise(source).id if source.data else ""
        if kind not in BUNDLES:
            yield read_source(source)
            return
        if depth == _DEEPEST:
            raise source.error("nested")
        members = _zipped(source) if kind == "zip" else _sent(source)
        found = 0
        for member in members:
            found += not isinstance(member, Skipped)
            if isinstance(member, Source):
                yield from read_each(member, depth + 1)
            else:
                yield member
        if not found:
            raise source.error("no_drafts")
    except ReadError as error:
        yield error


def _zipped(source: Source) -> Iterator[Source | ReadError | Skipped]:
    limits = source.limits
    archive = replace(source, limits=replace(limits, unpacked_bytes=limits.bundle_bytes)).archive
    names = [name for name in archive.in_order if not name.endswith("/")]
    if len(names) > limits.files:
        raise source.error("too_many_files", count=len(names), limit=limits.files)
    for name in names:
        shown = archive.shown_name(name)
        inside = source.name + _INSIDE + posixpath.normpath("/" + shown).lstrip("/")
        if not _is_draft(shown):
            yield Skipped(inside)
            continue
        try:
            if archive.size(name) > limits.file_bytes:
                raise source.error("too_large", limit=limits.file_bytes // (1024 * 1024))
            data = archive.read(name)
        except ReadError as error:
            yield ReadError(error.message, where=inside, hint=error.hint)
        else:
            yield Source(data, inside, limits)


def _sent(source: Source) -> Iterator[Source | ReadError | Skipped]:
    from checker.reading.mail import Part, parts

    bodies: list[Part] = []
    attached = 0
    for part in parts(source):
        if part.name is None:
            if part.kind in _BODIES:
                bodies.append(part)
            continue
        inside = source.name + _INSIDE + part.name
        if not _is_draft(part.name):
            yield Skipped(inside)
            continue
        attached += 1
        if attached > source.limits.files:
            raise source.error("too_many_files", count=attached, limit=source.limits.files)
        yield Source(part.data, inside, source.limits)
    for part in sorted(bodies, key=lambda part: part.kind != "text/plain")[:1]:
        inside = source.name + _INSIDE + _BODIES[part.kind]
        if part.data.strip() and (not attached or len(part.data) > 3 * _LONG_BODY):
            yield Source(part.data, inside, source.limits)
        else:
            yield Skipped(inside)


def _is_draft(name: str) -> bool:
    """Return whether a file may be a draft by its name; one without any ending may."""
    base = posixpath.basename(name)
    if name.startswith(_OF_A_MAC) or base.startswith(_HIDDEN):
        return False
    suffix = posixpath.splitext(base)[1].lower()
    return not suffix or suffix in DRAFTS
