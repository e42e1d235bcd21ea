"""YAML becomes plain values with places; whatever could surprise its author or flood the program is refused."""

from __future__ import annotations

import pytest

from checker.rulebook.limits import MAX_BYTES, MAX_DEPTH
from checker.rulebook.positions import Place, YamlFile, read_yaml
from checker.texts import Text

from .packs import said


def read(text: str) -> YamlFile:
    file, problems = read_yaml("a.yaml", text.encode())
    assert file is not None
    assert problems == []
    return file


def refused(data: str | bytes) -> list[str]:
    file, problems = read_yaml("a.yaml", data.encode() if isinstance(data, str) else data)
    assert file is None
    return said(problems)


def test_keys_and_values_know_their_places() -> None:
    file = read("名称: 甲\nlist:\n  - {k: 1}\n  - 'two'\n")
    assert file.value == {"名称": "甲", "list": [{"k": 1}, "two"]}
    assert file.keys == {("名称",): Place(1, 1), ("list",): Place(2, 1), ("list", 0, "k"): Place(3, 6)}
    assert file.values == {
        (): Place(1, 1),
        ("名称",): Place(1, 5),
        ("list",): Place(3, 3),
        ("list", 0): Place(3, 5),
        ("list", 0, "k"): Place(3, 9),
        ("list", 1): Place(4, 5),
    }


def test_the_place_of_what_is_not_there_is_that_of_what_is_around_it() -> None:
    assert read("a:\n  b: 1\n").place(("a", "c", 4)) == Place(2, 3)


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("yes", "yes"),
        ("No", "No"),
        ("12:30", "12:30"),
        ("2024-01-01", "2024-01-01"),
        ("007", "007"),
        ("0x1F", "0x1F"),
        ("1_000", "1_000"),
        ("1e999", "1e999"),
        (".inf", ".inf"),
        ("9" * 5000, "9" * 5000),
        ("'3'", "3"),
        ('"true"', "true"),
        ("true", True),
        ("False", False),
        ("3", 3),
        ("-12", -12),
        ("0.5", 0.5),
        ("~", None),
        ("null", None),
        ("", None),
    ],
)
def test_plain_words_are_read_as_a_person_would(written: str, value: object) -> None:
    assert read(f"k: {written}").value == {"k": value}


def test_keys_are_always_text() -> None:
    assert read("2024: a\ntrue: b\n").value == {"2024": "a", "true": "b"}


def test_a_byte_order_mark_and_windows_line_ends_do_no_harm() -> None:
    file, problems = read_yaml("a.yaml", b"\xef\xbb\xbfa: 1\r\nb: 2\r\n")
    assert problems == []
    assert file is not None
    assert (file.value, file.lines, file.place(("b",))) == ({"a": 1, "b": 2}, ("a: 1", "b: 2", ""), Place(2, 4))


def test_a_key_written_twice_is_a_problem_of_a_file_that_can_be_used() -> None:
    file, problems = read_yaml("a.yaml", "甲: 1\n乙: 2\n甲: 3\n".encode())
    assert file is not None
    assert said(problems) == ["a.yaml:3:1 duplicate-key “甲”写了两次（前一次在第 1 行）"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ["a.yaml:0:0 empty-file 文件是空的"]),
        ("# nothing\n", ["a.yaml:0:0 empty-file 文件是空的"]),
        (
            "a: &x 1\nb: *x\n",
            [
                "a.yaml:1:4 alias “&x”在 YAML 里是引用记号，这里不能用；如果是文字，请加引号",
                "a.yaml:2:4 alias “*x”在 YAML 里是引用记号，这里不能用；如果是文字，请加引号",
            ],
        ),
        (
            "*x : 1\n",
            ["a.yaml:1:1 alias “*x”在 YAML 里是引用记号，这里不能用；如果是文字，请加引号"],
        ),
        (
            "a: !!python/object:os.system ls\n",
            [
                "a.yaml:1:4 tag “tag:yaml.org,2002:python/object:os.system”在 YAML 里是类型记号，这里不能用；"
                "如果是文字，请加引号"
            ],
        ),
        (
            "a: 1\n---\nb: 2\n",
            [
                "a.yaml:2:1 second-document 一个文件只能有一份内容：请删去这一行“---”及其后的部分，或另存为一个文件",
            ],
        ),
        ("? [a, b]\n: 1\n", ["a.yaml:1:3 bad-key 这里应该是一个键，不能是列表或另一组键"]),
        ("甲: 一\x07二\n", ["a.yaml:1:5 control-character 有看不见的控制字符（U+0007），请删去"]),
    ],
)
def test_what_cannot_be_used_is_refused_with_its_place(text: str, expected: list[str]) -> None:
    assert refused(text) == expected


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ("名称: 规则\n".encode("gb18030"), "a.yaml:1:0 not-utf8 文件不是 UTF-8 编码（看来是GBK）"),
        ("名称: 规则\n".encode("utf-16"), "a.yaml:1:0 not-utf8 文件不是 UTF-8 编码（看来是UTF-16）"),
        (b"a: 1\nb: \xff\n", "a.yaml:2:0 not-utf8 文件不是 UTF-8 编码（看来是不明编码）"),
    ],
)
def test_another_encoding_is_named(data: bytes, expected: str) -> None:
    assert refused(data) == [expected + " | 用记事本打开，选“另存为”，编码选 UTF-8。"]


def test_depth_and_size_are_bounded() -> None:
    assert refused("[" * (MAX_DEPTH + 1) + "]" * (MAX_DEPTH + 1)) == [
        f"a.yaml:1:{MAX_DEPTH + 1} too-deep 层次太深：最多 {MAX_DEPTH} 层"
    ]
    assert refused("[" * 100_000) == [f"a.yaml:1:{MAX_DEPTH + 1} too-deep 层次太深：最多 {MAX_DEPTH} 层"]
    assert refused(b"a" * (MAX_BYTES + 1)) == ["a.yaml:0:0 too-large 文件太大：最多 1000 KB；请拆成几个文件"]


def test_a_problem_shows_two_lines_before_and_one_after() -> None:
    _, problems = read_yaml("a.yaml", b"a: 1\nb: 2\nc: 3\na: 4\nd: 5\ne: 6\n")
    assert [problem.source for problem in problems] == [((2, "b: 2"), (3, "c: 3"), (4, "a: 4"), (5, "d: 5"))]


def test_an_offset_is_counted_inside_plain_and_quoted_text_only() -> None:
    file = read("a: 甲乙\nb: '甲乙'\nc: \"甲\\u4e59\"\n")
    places = [file.problem("code", Text("", ""), (key,), offset=1) for key in "abc"]
    assert [(place.line, place.column) for place in places] == [(1, 5), (2, 6), (3, 4)]
