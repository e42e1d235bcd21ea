"""Figures: numbers with their units as they stand in a report, and the sentences that hold them.

``1,234件``, ``3.2万件``, ``1.5亿元``, ``三十二件``, ``百分之五``, ``12.5%``, ``5个百分点``. A number that only says
about how many (余, 约, 近, 超, 以上, a range, 数十) is kept and marked: nothing may be calculated with it. Years,
ordinals, document numbers, figures inside titles of works and numbers followed by an unknown word are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from checker.frozen import dataclass
from checker.matching.phrases import Finder, SearchText
from checker.regex import regex

MILLION = 1_000_000
PERCENT, POINTS = "%", "个百分点"
_POINTS_SHORT = "百分点"

_SPELLED = "一二两三四五六七八九十百千万亿〇零"
_ARABIC = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_POWERS = r"万亿|百亿|千亿|百万|千万|万|亿|千|百"
_READ = regex(
    rf"(?P<percent>百分之)?(?:(?P<arabic>{_ARABIC})(?P<more>[余多来])?(?:(?P<power>{_POWERS})(?!分[点之]))?|(?P<spelled>(?:(?!百分[点之])[{_SPELLED}])+))"
    r"(?P<rest>[余多来])?",
    re.ASCII,
)
_ABOUT_BEFORE = (
    *"约近超逾几<>≥≤≈",
    *("超过", "不少于", "不低于", "不超过", "不高于", "至少", "最多", "不足", "不到", "接近", "突破"),
    *("高于", "低于", "大于", "小于", "多于", "少于"),
)
_ABOUT_AFTER = regex(r"余|多|以上|以下|左右|以内|上下|之多|不等|\+|[-~][\d一二三四五六七八九十]")
_LONGEST_POWER = 2
_SOME = "数几上成"
_NOT_A_COUNT = "第每"
_RANGE_BEFORE = regex(r"[\d%][-~至到]")
_BOUNDARY = regex(r"(?:[。!?]|(?<![、,;])(?<!其中:)\n)[。!?\n”)》]*(?![。!?\n”)》]|其中)")
_CLAUSE = ",;:。!?、\n("
CLAUSE_LENGTH = 40
"""How far the words before a figure reach at most, in characters."""
_AFTER_BARE = ",、;。:()”\n"  # what may follow a number without a unit; a year or a document number has its word there
_DIGITS = {character: value for value, character in enumerate("〇一二三四五六七八九")} | {"零": 0, "两": 2}
_TENS = {"十": 10, "百": 100, "千": 1000}
_POWER = {**_TENS, "万": 10**4, "亿": 10**8}


class Units:
    """Which words count, and which of them are used for one another.

    What a writer calls 件 in one clause he calls 起 or 条 in the next: each of *alike* finds one such group.
    """

    def __init__(self, words: Finder, alike: Sequence[Finder] = ()) -> None:
        self._finder = words
        self._alike = alike
        self._kinds: dict[str, str] = {}
        self._by_first: dict[str, list[str]] = {}
        for word in (_POINTS_SHORT, POINTS, PERCENT, *words.words):
            self._by_first.setdefault(word[0], []).append(word)
        for group in self._by_first.values():
            group.sort(key=len, reverse=True)  # 人次 is no 人

    def length_at(self, text: str, position: int) -> int:
        """Return the length of the longest unit that begins at *position*, 0 for none."""
        for word in self._by_first.get(text[position : position + 1], ()):
            if text.startswith(word, position):
                return max(len(word), self._finder.rest_at(text, position))
        return self._finder.rest_at(text, position)

    def kind(self, unit: str) -> str:
        """Return what stands for all units that are used for *unit*."""
        known = self._kinds.get(unit)
        if known is None:
            groups = (index for index, group in enumerate(self._alike) if group.is_whole(unit))
            known = self._kinds[unit] = next((f"group {index}" for index in groups), unit)
        return known


@dataclass(frozen=True, slots=True)
class Figure:
    """One number with its unit: ``text[start:end]`` of the normalised text.

    *value* is in millionths of the unit with 万 and 亿 worked in; *slack* is half of the last digit shown, 0 where
    every unit is counted. *scale* is the power that was written (1, or 10⁴ for 万 …), *decimals* how many digits
    follow the point. *written* is the number without its unit; *kind* is the unit, or what stands for all that are
    used for it.
    """

    start: int
    end: int
    value: int
    slack: int
    scale: int
    decimals: int
    written: str
    unit: str
    kind: str
    exact: bool
    spelled: bool

    def __hash__(self) -> int:
        """Return a hash of the place alone: no two figures of a text share it."""
        return hash((self.start, self.end))


@dataclass(frozen=True, slots=True)
class Sentence:
    """``text[start:end]`` and its figures in order; one that goes on with 其中, or after a comma, is one."""

    start: int
    end: int
    figures: tuple[Figure, ...]


@lru_cache(maxsize=4)
def sentences(searched: SearchText, units: Units) -> tuple[Sentence, ...]:
    """Return the sentences of *searched* that hold a figure."""
    text = searched.text
    found: list[Sentence] = []
    waiting = figures(searched, units)
    position = 0
    start = 0
    for stop in (*(boundary.end() for boundary in _BOUNDARY.finditer(text)), len(text)):
        first = position
        while position < len(waiting) and waiting[position].start < stop:
            position += 1
        if position > first:
            found.append(Sentence(start, stop, waiting[first:position]))
        start = stop
    return tuple(found)


def figures(searched: SearchText, units: Units) -> tuple[Figure, ...]:
    """Return the figures of *searched* in order."""
    return tuple(_figures(searched, units))


def clause_start(text: str, figure: Figure) -> int:
    """Return where the words before *figure* begin in its own clause, CLAUSE_LENGTH before it at most."""
    begin = max(figure.start - CLAUSE_LENGTH, 0)
    return begin + max(text[begin : figure.start].rfind(mark) for mark in _CLAUSE) + 1


def _figures(searched: SearchText, units: Units) -> Iterator[Figure]:
    text = searched.text
    passed = 0
    for read in _READ.finditer(text):
        start = read.start()
        if start < passed:
            continue  # the 百 of 5个百分点
        stop = _end(text, read, units)
        number = _read(read) if stop and _stands_alone(text, start) else None
        if number is None:
            continue
        passed = stop
        unit = PERCENT if read["percent"] else text[read.end() : stop].rstrip(_AFTER_BARE)
        unit = POINTS if unit.endswith(_POINTS_SHORT) else unit
        end = stop if unit else read.end()
        before, after = text[max(start - 6, 0) : start], text[end : end + 2]
        group = "spelled" if read["spelled"] else "arabic"
        value, slack, scale, decimals = number
        yield Figure(
            start=start,
            end=end,
            value=value,
            slack=slack,
            scale=scale,
            decimals=decimals,
            written=text[read.start(group) : read.end("power" if read["power"] else group)],
            unit=unit,
            kind=units.kind(unit),
            exact=not (read["more"] or read["rest"] or _is_about(read, value, before, after)),
            spelled=group == "spelled",
        )


def _end(text: str, read: re.Match[str], units: Units) -> int:
    """Return where the unit behind a number ends; 0 where it is followed by something else, as years are."""
    end = read.end()
    if read["percent"]:
        return end
    length = units.length_at(text, end)
    if length:
        return end + length
    if not read["spelled"]:
        if text[end : end + 1] in _AFTER_BARE:  # the end of the text, too
            return end + 1
        begin = read.start("power")
    else:
        begin = read.start("spelled") + 1
    # What was read as a power may be the beginning of a unit: 三千克.
    for start in range(end - 1, max(begin, end - _LONGEST_POWER) - 1, -1) if begin > 0 else ():
        length = units.length_at(text, start)
        if start + length > end:
            return start + length
    return 0


def _is_about(read: re.Match[str], value: int, before: str, after: str) -> bool:
    line = before.removesuffix("\n")
    if line.endswith(_ABOUT_BEFORE) or _ABOUT_AFTER.match(after) or _RANGE_BEFORE.fullmatch(line[-2:]):
        return True
    word = read["spelled"] or ""
    if before[-1:] in _SOME and before:  # 数十件, 数10件; but 案件数12件
        return bool(word) or value in (10 * MILLION, 100 * MILLION, 1000 * MILLION)
    return word[:1] in ("百", "千", "万", "亿")


def _stands_alone(text: str, start: int) -> bool:
    """Whether a number begins at *start*: no piece of another or of a word, no ordinal, not in the title of a work."""
    before = text[max(start - 2, 0) : start]
    last = before[-1:]
    if last and (last in _NOT_A_COUNT or last in "./·" or (last.isascii() and last.isalnum())):
        return False
    if last == " " and before[0].isdigit():
        return False  # 1 234: thousands set apart by spaces, or two cells of a table
    opened = text.rfind("《", max(start - 60, 0), start)
    return opened < 0 or text.find("》", opened, start) >= 0


def _read(read: re.Match[str]) -> tuple[int, int, int, int] | None:
    """Return value and slack in millionths, the power written, the digits after the point; None for no number."""
    if read["spelled"] is not None:
        whole = spelled(read["spelled"])
        return None if whole is None else (whole * MILLION, 0, 1, 0)
    digits, _, fraction = read["arabic"].replace(",", "").partition(".")
    if len(digits) > 15 or len(fraction) > 6:
        return None
    if not fraction and not read["power"]:
        return int(digits) * MILLION, 0, 1, 0
    scale = 1
    for power in read["power"] or "":
        scale *= _POWER[power]
    value = (int(digits) * MILLION + int(fraction.ljust(6, "0"))) * scale
    rounded = bool(fraction) or scale > 1
    slack = scale * 10 ** (6 - len(fraction)) // 2 if rounded else 0
    return value, slack, scale, len(fraction)


def spelled(numeral: str) -> int | None:
    """Return the value of a number in Chinese characters, None for what is none.

    ``三百二十`` → 320, ``一万五千`` → 15000, ``二〇二五`` → 2025.
    """
    if len(numeral) > 1 and all(character in _DIGITS for character in numeral):
        return int("".join(str(_DIGITS[character]) for character in numeral))
    total, section, digit = 0, 0, 0
    last = 10**9
    for character in numeral:
        if character in _DIGITS:
            if digit:
                return None
            digit = _DIGITS[character]
        elif character in _TENS:
            if _TENS[character] >= last:
                return None
            last = _TENS[character]
            section += (digit or 1) * last
            digit = 0
        else:
            section += digit
            total = total + (section or 1) * 10**4 if character == "万" else (total + section or 1) * 10**8
            section, digit, last = 0, 0, 10**9
    return total + section + digit if numeral else None
