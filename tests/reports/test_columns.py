"""Terminal columns: nothing from a document has power over the terminal, and lines end where they should."""

import pytest

from checker.reports.columns import NEVER_FIRST, Sheet, clip, flow, pad, plain, width, wrap


@pytest.mark.parametrize(
    ("text", "harmless"),
    [
        ("一切正常 as it is.", "一切正常 as it is."),
        ("\x1b[31m红\x1b[0m", "␛[31m红␛[0m"),
        ("\x1b]8;;http://x\x07链接", "␛]8;;http://x␇链接"),
        ("\x9b31m", "�31m"),
        ("删\x08\x7f除", "删␈␡除"),
        ("两\r\n行\t和\u2028段", "两  行 和 段"),
        ("零\u200b宽\ufeff与\u202e反\u2066向", "零宽与反向"),
        ("坏\udc80名", "坏\\udc80名"),
    ],
)
def test_controls_become_visible_and_the_invisible_is_dropped(text: str, harmless: str) -> None:
    assert plain(text) == harmless


def test_no_character_of_any_text_reaches_the_terminal_as_a_control() -> None:
    everything = plain("".join(map(chr, range(0x3000))))
    assert not any(character < " " or "\x7f" <= character < "\xa0" for character in everything)
    assert not set(everything) & set("\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


@pytest.mark.parametrize(
    ("text", "columns"), [("", 0), ("abc", 3), ("中文", 4), ("，", 2), ("e\u0301", 1), ("“甲”", 4), ("𠮷", 2)]
)
def test_east_asian_characters_take_two_columns(text: str, columns: int) -> None:
    assert width(text) == columns
    assert width(pad(text, 9)) == 9


@pytest.mark.parametrize(
    ("text", "columns", "lines"),
    [
        ("", 10, [""]),
        ("一二三四五六", 6, ["一二三", "四五六"]),
        ("一二三，四五", 6, ["一二", "三，四", "五"]),
        ("一二（三四）", 6, ["一二", "（三", "四）"]),
        ("共 128 件和 report 一", 8, ["共 128", "件和", "report", "一"]),
        ("supercalifragilistic", 8, ["supercal", "ifragili", "stic"]),
        ("一二三。。。。", 6, ["一二", "三。。", "。。"]),
        ("甲\n乙", 10, ["甲 乙"]),
        ("一二三 ", 6, ["一二三"]),
    ],
)
def test_wraps_by_columns(text: str, columns: int, lines: list[str]) -> None:
    assert wrap(text, columns) == lines


def test_no_line_begins_with_a_closing_mark_and_none_is_too_wide() -> None:
    text = "本县全年办理案件（含调解）38件，办结率100%；其中“一件事”改革、行政复议、普法等，均按期完成。" * 3
    for columns in range(20, 90):
        lines = wrap(text, columns)
        assert "".join(lines).replace(" ", "") == text
        assert not [line for line in lines if line[0] in NEVER_FIRST]
        assert not [line for line in lines if width(line) > columns]


def test_parts_are_kept_whole_where_they_fit() -> None:
    assert flow(["单位 甲县", "年度 2023", "一二三四五六七八九十"], " · ", 12) == [
        "单位 甲县 ·",
        "年度 2023 ·",
        "一二三四五六",
        "七八九十",
    ]
    assert flow(["one two three", "four"], ", ", 12) == ["one two", "three, four"]
    assert flow(["甲", "乙"], "、", 12) == ["甲、乙"]
    assert flow([], "、", 12) == [""]


def test_clips_with_an_ellipsis() -> None:
    assert clip("一二三四", 8) == "一二三四"
    assert clip("一二三四五", 8) == "一二三…"
    assert clip("\x1b[2J一", 8) == "␛[2J一"


def test_a_sheet_hangs_lines_under_the_first_character_and_styles_only_in_colour() -> None:
    without, with_colour = Sheet(20, False), Sheet(20, True)
    for sheet in (without, with_colour):
        sheet.put("一二三四五六七", lead="依据  ", lead_style="faint", indent=2)
        sheet.blank()
        sheet.blank()
    assert without.lines == ["  依据  一二三四五六", "        七", ""]
    assert with_colour.lines == ["  \x1b[2m依据  \x1b[0m一二三四五六", "        七", ""]
