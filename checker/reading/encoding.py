"""Bytes to text: the byte order mark, then strict UTF-8, then whichever encoding makes the most plausible Chinese.

A declaration inside the file (``<meta charset>``) is not asked: pages copied from one system to another keep the old
one. GB18030 decodes nearly any bytes, Big5 and damaged UTF-8 included, but into rare characters; so the candidates
are compared by their share of common ones.
"""

from __future__ import annotations

import codecs
import re

from checker.frozen import dataclass
from checker.reading.content import CONTROLS, tidy
from checker.reading.source import Source
from checker.regex import regex
from checker.texts import Text, text

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (b"\x84\x31\x95\x33", "gb18030"),
)
_CANDIDATES = ("utf-8", "gb18030", "big5hkscs", "utf-16-le", "utf-16-be")
_NAMES = {"utf-8": "UTF-8", "gb18030": "GB18030", "big5hkscs": "Big5", "utf-16-le": "UTF-16", "utf-16-be": "UTF-16"}
_TELLING = regex(rb"[\x00\x80-\xff]")
_PLAIN = regex(r"[\t\n\r\x20-\x7e]+")
_IMPOSSIBLE = r"[\x00-\x1f\x7f-\x9f\ufffd-\uffff\ud800-\uf8ff]+"
_UNTIDY_BYTES = bytes({*range(0x20), 0x7F} - set(b"\t\n"))
_SECOND_CONTROLS = regex(rb"\xc2[\x80-\x9f]")
_NO_CHARACTERS = regex(rb"\xef[\xb7\xbf][\x90-\xbf]")
_SAMPLE = 8 * 1024
_LOST = "\ufffd"
_MOST_NOISE = 0.1  # of all characters; what has more is no text
_SOME_NOISE = 4  # which any text may have
_DOUBTFUL = 0.4
_LINES_SHOWN = 5


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text of a file, its line ends as line feeds, and what a reader must know of the decoding.

    *utf8* is the text in UTF-8 where that was at hand, perhaps with a byte order mark before it.
    """

    text: str
    encoding: str
    notes: tuple[Text, ...] = ()
    utf8: bytes | None = None

    def as_utf8(self) -> bytes:
        """Return the text in UTF-8."""
        return self.text.encode("utf-8") if self.utf8 is None else self.utf8


def decode(source: Source) -> Decoded:
    """Return *source* as text. Raises ReadError where it is no text or has more characters than the limit."""
    raw, encoding, doubtful = _decoded(source.data)
    if len(raw) > source.limits.characters:
        raise source.error("too_long", count=len(raw), limit=source.limits.characters)
    utf8 = _tidied(source.data, raw) if encoding == "utf-8" else None
    if utf8 is None:
        content = tidy(raw)
        noise = 0 if content is raw else sum(1 for _ in CONTROLS.finditer(raw))
    else:
        content = raw if utf8 is source.data else raw.replace("\r\n", "\n")
        noise = 0
    lost = content.count(_LOST) if _LOST in content else 0
    if noise + lost > max(len(content) * _MOST_NOISE, _SOME_NOISE) or (doubtful and b"\0" in source.data):
        raise source.error("unknown_format")
    notes: list[Text] = []
    if doubtful:
        notes.append(text("reading.note.encoding", encoding=_NAMES[encoding]))
    if lost:
        notes.append(text("reading.note.undecodable", count=lost, lines=_lines_with(_LOST, content)))
    if noise:
        notes.append(text("reading.note.controls", count=noise))
    return Decoded(content, encoding, tuple(notes), utf8)


def _decoded(data: bytes) -> tuple[str, str, bool]:
    """Return (text without its byte order mark, codec, whether that is a guess that may be wrong)."""
    for mark, codec in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(codec, errors="replace"), codec, False
    if b"\0" not in data or not data.isascii():  # plain ASCII with zero bytes may be UTF-16
        try:
            return data.decode("utf-8"), "utf-8", False
        except UnicodeDecodeError:
            pass  # one of the other candidates, or UTF-8 with damage: plausibility tells
    found = _TELLING.search(data)
    begin = max((found.start() if found else 0) - 64, 0) & ~1  # even, so that UTF-16 stays in step
    sample = data[begin : begin + _SAMPLE]
    scores = {codec: _plausibility(sample.decode(codec, errors="replace")) for codec in _CANDIDATES}
    best = max(_CANDIDATES, key=scores.__getitem__)
    return data.decode(best, errors="replace"), best, scores[best][0] < _DOUBTFUL


def _tidied(data: bytes, raw: str) -> bytes | None:
    """Return UTF-8 *data*, which is *raw*, tidied, None where that takes more than line feeds for CR LF.

    What ``tidy`` does for text, seen in half the time in bytes.
    """
    tidied = data.replace(b"\r\n", b"\n") if b"\r" in data else data
    is_tidy = (
        len(tidied.translate(None, _UNTIDY_BYTES)) == len(tidied)
        and "\u2028" not in raw
        and "\u2029" not in raw
        and (b"\xc2" not in data or _SECOND_CONTROLS.search(data) is None)
        and _NO_CHARACTERS.search(data) is None
    )
    return tidied if is_tidy else None


def _plausibility(sample: str) -> tuple[float, int]:
    """Return how common the characters that are not plain ASCII are, 1 at most, and how many are common.

    A character that no text has counts against two common ones.
    """
    from checker.reading.common_characters import COMMON  # not needed for UTF-8, as most files are

    others = _PLAIN.sub("", sample)
    rare = re.sub(f"[{COMMON}]+", "", others)
    impossible = len(rare) - len(re.sub(_IMPOSSIBLE, "", rare))
    common = len(others) - len(rare)
    return (common - 2 * impossible + 1) / (len(others) + 1), common


def _lines_with(character: str, content: str) -> str:
    lines = [number for number, line in enumerate(content.split("\n"), 1) if character in line]
    shown = ", ".join(map(str, lines[:_LINES_SHOWN]))
    return shown + " …" if len(lines) > _LINES_SHOWN else shown
