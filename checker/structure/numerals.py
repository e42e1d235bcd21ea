"""Numbers as they are written in Chinese and on headings."""

from __future__ import annotations

NUMERALS = "一二三四五六七八九十"
"""The characters of a number on a heading."""

_DIGITS = {character: value for value, character in enumerate("〇一二三四五六七八九")}


def numeral(written: str) -> int | None:
    """Return the value of a short number: ``十二`` → 12, ``7`` → 7, ``③`` → 3; None where it is none.

    Ordinal words around it (第…部分) are passed over. Understands up to ninety-nine.
    """
    written = written.strip("第部分章是来则要,")
    if written.isascii():
        return int(written) if written.isdigit() else None
    if len(written) == 1 and "①" <= written <= "⑳":
        return ord(written) - ord("①") + 1
    tens, ten, ones = written.rpartition("十")
    if not set(tens + ones) <= _DIGITS.keys() or len(tens) > 1 or len(ones) > 1:
        return None
    value = _DIGITS[ones] if ones else 0
    return value if not ten else (_DIGITS[tens] if tens else 1) * 10 + value


def in_chinese(number: int) -> str:
    """Return *number*, 1 to 99, as headings write it: 12 → ``十二``."""
    tens, ones = divmod(number, 10)
    ten = "" if not tens else "十" if tens == 1 else NUMERALS[tens - 1] + "十"
    return ten + (NUMERALS[ones - 1] if ones else "")
