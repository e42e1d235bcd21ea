"""Numbers as Word writes them in front of a paragraph: 一、 （二） 3. iv) ⑤ …

Formats are named as in ST_NumberFormat (ECMA-376 Part 1, 17.18.59). One that is not known here is written in decimal,
as Word itself does for formats of languages that are not installed.
"""

from __future__ import annotations

from collections.abc import Callable

_DIGITS = "〇一二三四五六七八九"
_COUNTING = "零一二三四五六七八九", "十百千"
_LEGAL_SIMPLIFIED = "零壹贰叁肆伍陆柒捌玖", "拾佰仟"
_LEGAL_TRADITIONAL = "零壹貳參肆伍陸柒捌玖", "拾佰仟"
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_ROMAN = (
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
)
_MOST = 9999

UNNUMBERED = frozenset({"bullet", "none"})
"""Formats that show no number, and that print nothing where a deeper level refers to them."""


def numeral(number: int, number_format: str) -> str:
    """Return *number* in *number_format*; decimal where that format cannot write it."""
    write = _FORMATS.get(number_format)
    return write(number) if write is not None and 0 < number <= _MOST else str(number)


def _roman(number: int) -> str:
    written = ""
    for value, letters in _ROMAN:
        count, number = divmod(number, value)
        written += letters * count
    return written


def _letters(number: int) -> str:
    """Word repeats the letter after z: aa, bb, cc."""
    repeats, index = divmod(number - 1, 26)
    return chr(ord("a") + index) * (repeats + 1)


def _digits(number: int) -> str:
    return "".join(_DIGITS[int(digit)] for digit in str(number))


def _spelt(number: int, digits: str, units: str) -> str:
    """Return *number* below 10,000 with units between its digits: 一百二十三, 一百零五."""
    figures = str(number)
    written = ""
    for index, figure in enumerate(figures):
        place = len(figures) - index - 1
        if figure != "0":
            written += digits[int(figure)] + (units[place - 1] if place else "")
        elif written and not written.endswith(digits[0]) and int(figures[index:]):
            written += digits[0]
    return written


def _counted(number: int) -> str:
    """Ten is 十 and fifteen 十五; from a hundred on, chineseCounting writes digit after digit."""
    if number >= 100:
        return _digits(number)
    return _counted_by_thousands(number)


def _counted_by_thousands(number: int) -> str:
    written = _spelt(number, *_COUNTING)
    return written[1:] if 10 <= number < 20 else written


def _legal(digits: str, units: str) -> Callable[[int], str]:
    return lambda number: _spelt(number, digits, units)


def _one_of(characters: str) -> Callable[[int], str]:
    return lambda number: characters[number - 1] if number <= len(characters) else str(number)


def _range(first: str, count: int) -> str:
    return "".join(chr(ord(first) + index) for index in range(count))


def _ordinal(number: int) -> str:
    teens = 10 <= number % 100 <= 20
    return f"{number}{'th' if teens else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}"


def _full_width(number: int) -> str:
    return "".join(chr(ord("０") + int(digit)) for digit in str(number))


_circled = _one_of(_range("①", 20) + _range("㉑", 15) + _range("㊱", 15))

_FORMATS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": lambda number: f"{number:02}",
    "decimalFullWidth": _full_width,
    "decimalFullWidth2": _full_width,
    "decimalHalfWidth": str,
    "upperRoman": lambda number: _roman(number).upper(),
    "lowerRoman": _roman,
    "upperLetter": lambda number: _letters(number).upper(),
    "lowerLetter": _letters,
    "ordinal": _ordinal,
    "numberInDash": lambda number: f"- {number} -",
    "decimalEnclosedCircle": _circled,
    "decimalEnclosedCircleChinese": _circled,
    "decimalEnclosedFullstop": _one_of(_range("⒈", 20)),
    "decimalEnclosedParen": _one_of(_range("⑴", 20)),
    "ideographEnclosedCircle": _one_of(_range("㊀", 10)),
    "ideographTraditional": _one_of(_STEMS),
    "ideographZodiac": _one_of(_BRANCHES),
    "ideographZodiacTraditional": lambda number: _STEMS[(number - 1) % 10] + _BRANCHES[(number - 1) % 12],
    "ideographDigital": _digits,
    "japaneseDigitalTenThousand": _digits,
    "taiwaneseDigital": _digits,
    "chineseCounting": _counted,
    "taiwaneseCounting": _counted,
    "chineseCountingThousand": _counted_by_thousands,
    "taiwaneseCountingThousand": _counted_by_thousands,
    "japaneseCounting": _counted_by_thousands,
    "koreanCounting": _counted_by_thousands,
    "chineseLegalSimplified": _legal(*_LEGAL_SIMPLIFIED),
    "ideographLegalTraditional": _legal(*_LEGAL_TRADITIONAL),
}
