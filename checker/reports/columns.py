"""Text in terminal columns: made harmless, measured, wrapped, clipped; and the sheet that reports are written on.

Chinese characters take two columns. What comes from a document can hold escape sequences or reverse the direction
of writing; everything that reaches a :class:`Sheet` passes :func:`plain` first.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence

from checker.frozen import dataclass, field
from checker.regex import regex

_UNSAFE = regex(
    "[\x00-\x1f\x7f-\x9f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff"
    "\ud800-\udfff\U000e0000-\U000e007f]"
)
_BREAKS = "\t\n\r\v\f\x85\u2028\u2029"
_UNIT = regex(r"[!-~]+|\s+|.", re.DOTALL)

NEVER_FIRST = frozenset("。，、；：？！）》」』】〕〉〗”’…—％‰℃·～,.;:?!)]}%")
NEVER_LAST = frozenset("（《「『【〔〈〖“‘([{")

_STYLES = {
    "strong": "1",
    "faint": "2",
    "good": "32",
    "warn": "33",
    "bad": "31",
    "other": "35",
    "strong good": "1;32",
    "strong warn": "1;33",
    "strong bad": "1;31",
    "strong other": "1;35",
}


def plain(text: str) -> str:
    """Return *text* on one line and without power over a terminal: controls visible, invisible ones dropped."""
    return _UNSAFE.sub(_harmless, text)


def _harmless(match: re.Match[str]) -> str:
    character = match[0]
    code = ord(character)
    if character in _BREAKS:
        return " "
    if code < 0x20:
        return chr(0x2400 + code)
    if code == 0x7F:
        return "\u2421"
    if code < 0xA0:
        return "\ufffd"
    return f"\\u{code:04x}" if 0xD800 <= code <= 0xDFFF else ""


def width(text: str) -> int:
    """Return how many columns *text* takes."""
    return sum(map(_columns, text))


def _columns(character: str) -> int:
    if character < "\u0300":
        return 1
    if unicodedata.category(character) in ("Mn", "Me"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in ("W", "F") else 1


def pad(text: str, columns: int) -> str:
    """Return *text* filled up with spaces to *columns*."""
    return text + " " * (columns - width(text))


def clip(text: str, columns: int) -> str:
    """Return harmless *text*, cut with an ellipsis where it is wider than *columns*."""
    text = plain(text)
    if width(text) <= columns:
        return text
    used = 0
    for index, character in enumerate(text):
        used += _columns(character)
        if used > columns - 1:
            return text[:index] + "…"
    return text


def wrap(text: str, columns: int) -> list[str]:
    """Return harmless *text* as lines of at most *columns*; words stay whole, no line begins with 。，、）.

    Only a word or a run of punctuation that is itself too wide is cut anywhere. Empty text gives one empty line.
    """
    lines: list[str] = []
    line, used = "", 0
    for piece in _pieces(plain(text)):
        if used + width(piece) <= columns:
            line, used = line + piece, used + width(piece)
            continue
        if line:
            lines.append(line.rstrip())
        line, used = "", 0
        for character in piece.lstrip():
            if used + _columns(character) > columns and line:
                lines.append(line)
                line, used = "", 0
            line, used = line + character, used + _columns(character)
    return [*lines, line.rstrip()] if line or not lines else lines


def flow(parts: Sequence[str], joiner: str, columns: int) -> list[str]:
    """Return harmless *parts* joined on lines of at most *columns*; a part is broken only where it fills a line."""
    lines: list[str] = []
    line = ""
    for index, part in enumerate(map(plain, parts)):
        piece = part + joiner if index < len(parts) - 1 else part
        if line and width((line + piece).rstrip()) > columns:
            lines.append(line.rstrip())
            line = ""
        line += piece
        if width(line.rstrip()) > columns:
            *full, rest = wrap(line, columns)
            lines += full
            line = rest + line[len(line.rstrip()) :]
    return [*lines, line.rstrip()] if line or not lines else lines


def _pieces(text: str) -> Iterator[str]:
    """Yield the parts between which a line may end."""
    held: list[str] = []
    for unit in _UNIT.findall(text):
        glued = held and (
            (unit[0] in NEVER_FIRST and not held[-1].isspace()) or held[-1][-1] in NEVER_LAST or not _columns(unit[0])
        )
        if held and not glued:
            yield "".join(held)
            held = []
        held.append(unit)
    if held:
        yield "".join(held)


@dataclass
class Sheet:
    """Lines being written, *width* columns wide, with colour or without."""

    width: int
    color: bool
    lines: list[str] = field(default_factory=list)

    def paint(self, style: str, text: str) -> str:
        """Return *text* in *style* (``strong``, ``faint``, ``good``, ``warn``, ``bad`` …), if there is colour."""
        return f"\x1b[{_STYLES[style]}m{text}\x1b[0m" if self.color and style and text else text

    def blank(self) -> None:
        """Add an empty line, unless there is one already."""
        if self.lines and self.lines[-1]:
            self.lines.append("")

    def put(self, body: str, *, lead: str = "", lead_style: str = "", style: str = "", indent: int = 0) -> None:
        """Add *body*, wrapped, after *lead*; further lines stand under its first character."""
        start = indent + width(lead)
        self._hang(wrap(body, max(self.width - start, 10)), lead, lead_style, style, indent)

    def put_parts(self, parts: Sequence[str], joiner: str, *, lead: str = "", style: str = "", indent: int = 0) -> None:
        """Add *parts*, joined, after a faint *lead*; lines end between parts where they can."""
        start = indent + width(lead)
        self._hang(flow(parts, joiner, max(self.width - start, 10)), lead, "faint", style, indent)

    def _hang(self, lines: Sequence[str], lead: str, lead_style: str, style: str, indent: int) -> None:
        for number, line in enumerate(lines):
            before = self.paint(lead_style, lead) if number == 0 else " " * width(lead)
            self.lines.append((" " * indent + before + self.paint(style, line)).rstrip())

    def text(self) -> str:
        """Return all lines, each ended, without empty ones at the end."""
        return "\n".join(self.lines).rstrip("\n") + "\n"
