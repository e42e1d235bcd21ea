"""Zip archives that may be hostile: nothing is unpacked beyond what is declared, and what is declared is bounded."""

from __future__ import annotations

import struct
import zlib
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from checker.errors import ReadError
from checker.reading.source import Source
from checker.texts import text

_END_OF_DIRECTORY = b"PK\x05\x06"
_END_SIZE = 22
_LONGEST_COMMENT = 0xFFFF
_DIRECTORY_BYTES = 4 * 1024 * 1024  # some 50,000 entries; a document has a few dozen
_SMALL = 10 * 1024 * 1024  # harmless however tightly a part is packed; long tables repeat themselves a hundredfold
_ENCRYPTED = 0x1
_UTF8 = 0x800


class Archive:
    """A zip archive in memory; *names* are the paths of its parts, with ``/`` between folders."""

    def __init__(self, source: Source) -> None:
        """Read the directory of *source*. Raises ReadError where it is damaged or too large."""
        self._source = source
        self._unpacked = 0
        self._check_directory()
        try:
            self._zip = ZipFile(BytesIO(source.data))
        except (BadZipFile, EOFError, ValueError, NotImplementedError, struct.error) as error:
            raise self._damaged("zip") from error
        # Some programs write the separators of Windows.
        self._entries = {entry.filename.replace("\\", "/").lstrip("/"): entry for entry in self._zip.infolist()}
        self.names = frozenset(self._entries)
        self.in_order = tuple(self._entries)

    def size(self, name: str) -> int:
        """Return how many bytes the part *name* has unpacked, as it declares."""
        return self._entries[name].file_size

    def shown_name(self, name: str) -> str:
        """Return how *name* was meant: programs of Windows write names in its own encoding and do not say so."""
        if self._entries[name].flag_bits & _UTF8:
            return name
        try:
            raw = name.encode("cp437")
        except UnicodeEncodeError:  # it was said in some other way
            return name
        for encoding in ("utf-8", "gb18030"):
            try:
                return raw.decode(encoding)
            except UnicodeDecodeError:
                continue
        return name

    def read(self, name: str) -> bytes:
        """Return the part *name*, unpacked. Raises ReadError where it is missing, damaged, encrypted or too large."""
        entry = self._entries.get(name)
        if entry is None:
            raise self._damaged("missing_part", part=name)
        if entry.flag_bits & _ENCRYPTED:
            raise self._source.error("encrypted")
        if entry.compress_type not in (ZIP_STORED, ZIP_DEFLATED):  # all that office formats allow
            raise self._damaged("part", part=name)
        self._check_size(entry)
        try:
            with self._zip.open(entry) as part:
                # Asked for a number, zipfile unpacks no more; a part that declares too little fails its checksum.
                data = part.read(entry.file_size + 1)
        except (BadZipFile, EOFError, ValueError, NotImplementedError, OSError, zlib.error, struct.error) as error:
            raise self._damaged("part", part=name) from error
        self._unpacked += len(data)
        return data

    def _check_size(self, entry: ZipInfo) -> None:
        limits = self._source.limits
        too_tight = entry.file_size > _SMALL and entry.file_size > limits.ratio * max(entry.compress_size, 1)
        if too_tight or self._unpacked + entry.file_size > limits.unpacked_bytes:
            raise self._source.error("inflates")

    def _check_directory(self) -> None:
        """Refuse a directory that would cost gigabytes to list, before it is listed."""
        data = self._source.data
        at = data.rfind(_END_OF_DIRECTORY, max(len(data) - _END_SIZE - _LONGEST_COMMENT, 0))
        if at < 0 or at + _END_SIZE > len(data):
            raise self._damaged("zip")
        (size,) = struct.unpack_from("<L", data, at + 12)
        if size > _DIRECTORY_BYTES:
            raise self._source.error("inflates")

    def _damaged(self, reason: str, **values: object) -> ReadError:
        return self._source.error("damaged", reason=text(f"reading.reason.{reason}", **values))
