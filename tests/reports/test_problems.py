"""A problem is drawn with its lines and a caret under the spot, whatever the width of what stands before it."""

from __future__ import annotations

from checker.errors import PackError, Problem
from checker.reports.problems import pack_error_lines, problem_lines
from checker.texts import Text

SAID = Text("不认识的键“重”", "unknown key “重”")
HINT = Text("是否想写“weight”？", "Did you mean “weight”?")


def problem(*source: str, line: int = 2, column: int = 3, first: int = 1, hint: Text | None = None) -> Problem:
    return Problem("unknown-key", SAID, "a.yaml", line, column, tuple(enumerate(source, first)), hint)


def test_place_sentence_lines_caret_and_hint() -> None:
    found = problem("rules:", "- 重: 1", "  id: A-1", hint=HINT)
    assert problem_lines(found, "zh") == [
        "a.yaml:2:3 错误 [unknown-key] 不认识的键“重”",
        "  1 | rules:",
        "  2 | - 重: 1",
        "    |   ^",
        "  3 |   id: A-1",
        "  提示：是否想写“weight”？",
    ]
    assert problem_lines(found, "en") == [
        "a.yaml:2:3 error [unknown-key] unknown key “重”",
        "  1 | rules:",
        "  2 | - 重: 1",
        "    |   ^",
        "  3 |   id: A-1",
        "  hint: Did you mean “weight”?",
    ]


def test_the_caret_stands_under_the_spot_after_wide_characters_and_tabs() -> None:
    assert problem_lines(problem("k: 甲ｂ乙c", line=1, column=7), "zh")[1:] == [
        "  1 | k: 甲ｂ乙c",
        "    |    　　　^",
    ]
    assert problem_lines(problem("\ta\t乙c", line=1, column=5), "zh")[1:] == [
        "  1 |     a    乙c",
        "    |          　^",
    ]


def test_combining_marks_take_no_room() -> None:
    assert problem_lines(problem("e\u0301x", line=1, column=3), "zh")[2] == "    |  ^"


def test_line_numbers_are_aligned() -> None:
    lines = problem_lines(problem("a", "b", "c", "d", first=8, line=10, column=1), "zh")
    assert lines[1:] == ["   8 | a", "   9 | b", "  10 | c", "     | ^", "  11 | d"]


def test_a_long_line_is_cut_around_the_spot() -> None:
    line = "甲" * 500 + "x" + "乙" * 500
    lines = problem_lines(problem("短", line, "短", column=501), "zh")
    assert lines[1:] == [
        "  1 | 短",
        "  2 | " + "甲" * 50 + "x" + "乙" * 49,
        "    | " + "　" * 50 + "^",
        "  3 | 短",
    ]


def test_a_problem_of_a_whole_file_has_no_lines() -> None:
    assert problem_lines(Problem("empty-file", Text("文件是空的", "the file is empty"), "b.yaml"), "zh") == [
        "b.yaml 错误 [empty-file] 文件是空的"
    ]
    assert problem_lines(Problem("not-utf8", Text("编码", "encoding"), "b.yaml", 3), "en") == [
        "b.yaml:3 error [not-utf8] encoding"
    ]


def test_nothing_in_a_file_can_steer_the_terminal() -> None:
    odd = Problem("x", Text("键“\x1b[2J”", "key “\x1b[2J”"), "a\x1b.yaml", 1, 2, ((1, "a\x1b[31m\u202eb\u200b"),), HINT)
    assert problem_lines(odd, "zh")[:3] == [
        "a�.yaml:1:2 错误 [x] 键“�[2J”",
        "  1 | a�[31m�b�",
        "    |  ^",
    ]


def test_colour_is_added_on_request_and_changes_no_word() -> None:
    found = problem("rules:", "- 重: 1", hint=HINT)
    coloured = "\n".join(problem_lines(found, "zh", color=True))
    assert "\x1b[31m错误\x1b[0m" in coloured
    for code in ("\x1b[31m", "\x1b[1m", "\x1b[2m", "\x1b[0m"):
        coloured = coloured.replace(code, "")
    assert [line.rstrip() for line in coloured.split("\n")] == problem_lines(found, "zh")


def test_a_broken_pack_lists_every_problem_and_counts_them() -> None:
    error = PackError([problem("rules:", "- 重: 1"), Problem("empty-file", Text("空", "empty"), "b.yaml")])
    assert pack_error_lines(error, "zh") == [
        "a.yaml:2:3 错误 [unknown-key] 不认识的键“重”",
        "  1 | rules:",
        "  2 | - 重: 1",
        "    |   ^",
        "",
        "b.yaml 错误 [empty-file] 空",
        "",
        "规则包不能使用：共 2 处错误",
    ]
    assert pack_error_lines(error, "en")[-1] == "the rule pack cannot be used; mistakes: 2"
