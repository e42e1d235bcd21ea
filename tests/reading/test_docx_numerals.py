from __future__ import annotations

import pytest

from checker.reading.docx_numerals import numeral


@pytest.mark.parametrize(
    ("number_format", "expected"),
    [
        ("decimal", "1 2 9 10 11 19 20 25 99 100 105 1234"),
        ("decimalZero", "01 02 09 10 11 19 20 25 99 100 105 1234"),
        ("chineseCounting", "一 二 九 十 十一 十九 二十 二十五 九十九 一〇〇 一〇五 一二三四"),
        ("chineseCountingThousand", "一 二 九 十 十一 十九 二十 二十五 九十九 一百 一百零五 一千二百三十四"),
        ("japaneseCounting", "一 二 九 十 十一 十九 二十 二十五 九十九 一百 一百零五 一千二百三十四"),
        ("ideographDigital", "一 二 九 一〇 一一 一九 二〇 二五 九九 一〇〇 一〇五 一二三四"),
        ("chineseLegalSimplified", "壹 贰 玖 壹拾 壹拾壹 壹拾玖 贰拾 贰拾伍 玖拾玖 壹佰 壹佰零伍 壹仟贰佰叁拾肆"),
        ("ideographLegalTraditional", "壹 貳 玖 壹拾 壹拾壹 壹拾玖 貳拾 貳拾伍 玖拾玖 壹佰 壹佰零伍 壹仟貳佰參拾肆"),
        ("ideographTraditional", "甲 乙 壬 癸 11 19 20 25 99 100 105 1234"),
        ("ideographZodiac", "子 丑 申 酉 戌 19 20 25 99 100 105 1234"),
        ("ideographZodiacTraditional", "甲子 乙丑 壬申 癸酉 甲戌 壬午 癸未 戊子 壬寅 癸卯 戊申 丁酉"),
        ("lowerRoman", "i ii ix x xi xix xx xxv xcix c cv mccxxxiv"),
        ("upperRoman", "I II IX X XI XIX XX XXV XCIX C CV MCCXXXIV"),
        ("decimalEnclosedCircleChinese", "① ② ⑨ ⑩ ⑪ ⑲ ⑳ ㉕ 99 100 105 1234"),
        ("decimalEnclosedParen", "⑴ ⑵ ⑼ ⑽ ⑾ ⒆ ⒇ 25 99 100 105 1234"),
        ("decimalEnclosedFullstop", "⒈ ⒉ ⒐ ⒑ ⒒ ⒚ ⒛ 25 99 100 105 1234"),
        ("ideographEnclosedCircle", "㊀ ㊁ ㊈ ㊉ 11 19 20 25 99 100 105 1234"),
        ("decimalFullWidth", "１ ２ ９ １０ １１ １９ ２０ ２５ ９９ １００ １０５ １２３４"),
        ("ordinal", "1st 2nd 9th 10th 11th 19th 20th 25th 99th 100th 105th 1234th"),
        ("aFormatOfTomorrow", "1 2 9 10 11 19 20 25 99 100 105 1234"),
    ],
)
def test_numbers_are_written_as_word_shows_them(number_format: str, expected: str) -> None:
    numbers = (1, 2, 9, 10, 11, 19, 20, 25, 99, 100, 105, 1234)
    assert " ".join(numeral(number, number_format) for number in numbers) == expected


@pytest.mark.parametrize(
    ("number", "number_format", "expected"),
    [
        (1, "lowerLetter", "a"),
        (26, "lowerLetter", "z"),
        (27, "upperLetter", "AA"),
        (52, "upperLetter", "ZZ"),
        (55, "upperLetter", "CCC"),
        (7, "numberInDash", "- 7 -"),
        (1003, "chineseCountingThousand", "一千零三"),
        (1010, "chineseCountingThousand", "一千零一十"),
        (0, "chineseCounting", "0"),
        (10_000, "upperRoman", "10000"),
        (-3, "decimal", "-3"),
    ],
)
def test_edges(number: int, number_format: str, expected: str) -> None:
    assert numeral(number, number_format) == expected
