"""One spelling for characters that mean the same, so that phrases need to be written once.

Folding is one character to one character and never changes a length: full width to half width, compatibility forms
and Kangxi radicals to the plain character, traditional to simplified, one kind of quotation mark and dash.
"""

from __future__ import annotations

import unicodedata
from typing import Any

_PLAIN: dict[int, str] = {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
_PLAIN.update(
    {
        ord("\u3000"): " ",
        ord("\xa0"): " ",
        ord("｡"): "。",
        ord("﹒"): ".",
        ord("○"): "〇",
        ord("◯"): "〇",
        ord("零"): "零",
        **dict.fromkeys(map(ord, "–—―－﹣−‐‑‒─━"), "-"),
        **dict.fromkeys(map(ord, "「『〝＂"), "“"),
        **dict.fromkeys(map(ord, "」』〞"), "”"),
        **dict.fromkeys(map(ord, "〈＜﹤"), "<"),
        **dict.fromkeys(map(ord, "〉＞﹥"), ">"),
        **dict.fromkeys(map(ord, "【［"), "["),
        **dict.fromkeys(map(ord, "】］"), "]"),
        **dict.fromkeys(map(ord, "~～∼"), "~"),
        **dict.fromkeys(map(ord, "·•・‧"), "·"),
    }
)


class _Table(dict[int, str]):
    """A translation table that works out what it has not met yet, and remembers it."""

    def __missing__(self, code: int) -> str:
        folded = chr(code)
        if code > 0x7F:
            compatible = unicodedata.normalize("NFKC", folded)
            if len(compatible) == 1 and not "①" <= folded <= "⓿":  # enclosed numbers are heading marks
                folded = compatible
            if "\u3400" <= folded <= "\u9fff" and _may_be_traditional(folded):
                folded = _simplified(folded)
        self[code] = folded
        return folded


def _may_be_traditional(character: str) -> bool:
    # GB 2312 holds the simplified characters in common use, Big5 the traditional ones: what is in the first or not in
    # the second needs no table of 2,600 pairs.
    return not _is_in(character, "gb2312") and _is_in(character, "big5")


def _is_in(character: str, encoding: str) -> bool:
    try:
        character.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


def _simplified(character: str) -> str:
    global _converter  # noqa: PLW0603 - loading the dictionary costs 30 ms and few documents need it
    if _converter is None:
        from opencc import OpenCC

        _converter = OpenCC("t2s")
    converted = str(_converter.convert(character))
    return converted if len(converted) == 1 else character


_converter: Any = None
_TABLE = _Table(_PLAIN)


def fold(text: str) -> str:
    """Return *text* in the one spelling; the result has the same length."""
    changed = {character: folded for character in set(text) if (folded := _TABLE[ord(character)]) != character}
    if not changed.keys().isdisjoint(changed.values()):
        return text.translate(_TABLE)
    for character, folded in changed.items():  # few characters change, so this takes a fraction of str.translate
        text = text.replace(character, folded)
    return text
