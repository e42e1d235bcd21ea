"""A slip in YAML is told in one sentence, at the line where it was made, with what to do."""

from __future__ import annotations

import pytest

from checker.rulebook.positions import read_yaml

from .packs import said

COLON = " | 键后面要用半角冒号加一个空格“: ”，不能用全角冒号“：”。"
INDENT = " | 缩进只能用半角空格，不能用制表符或全角空格。"
GENERAL = " | 请看这一行和上一行：缩进要对齐，键后面是“: ”，含“: ”或“#”的文字要加引号。"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("id：P-01\nname: 甲\n", "a.yaml:1:3 yaml-syntax 写法有误：缺少“: ”" + COLON),
        ("a:\n  - id: 1\n    name：甲\n    c: 2\n", "a.yaml:3:9 yaml-syntax 写法有误：缺少“: ”" + COLON),
        ("a:\n\tb: 1\n", "a.yaml:2:1 yaml-syntax 写法有误：缩进里有制表符或全角空格" + INDENT),
        ("a:\n  b: 1\n　　c\n", "a.yaml:3:1 yaml-syntax 写法有误：缩进里有制表符或全角空格" + INDENT),
        ("a: 甲: 乙\n", "a.yaml:1:5 yaml-syntax 写法有误：一行里有两个“: ”" + GENERAL),
        ("a: [甲, 乙\nb: 1\n", "a.yaml:2:2 yaml-syntax 写法有误：方括号或花括号里缺少逗号或右括号" + GENERAL),
        ("a: {b: 1\nc\n", "a.yaml:3:1 yaml-syntax 写法有误：方括号或花括号里缺少逗号或右括号" + GENERAL),
        ("a: {b: 1", "a.yaml:1:9 yaml-syntax 写法有误：方括号或花括号里缺少逗号或右括号" + GENERAL),
        ("a: '甲\nb: 1\n", "a.yaml:3:1 yaml-syntax 写法有误：引号或括号没有结束" + GENERAL),
        ('a: "甲\\d"\n', "a.yaml:1:6 yaml-syntax 写法有误：双引号里的“\\”后面跟了不认识的字符；请改用单引号" + GENERAL),
        (
            "a: @甲\n",
            "a.yaml:1:4 yaml-syntax 写法有误：文字不能以这个符号开头 | 文字以“@”开头时，整段要加单引号，如 '@…'。",
        ),
        (
            "a: *\n",
            "a.yaml:1:5 yaml-syntax 写法有误：文字不能以这个符号开头 | 文字以“*”开头时，整段要加单引号，如 '*…'。",
        ),
        (
            "a:\n  - [甲乙]丙\n",
            "a.yaml:2:9 yaml-syntax 写法有误：这一行与上一行接不上 | 文字以“[”开头时，整段要加单引号，如 '[…'。",
        ),
        (
            "a: !重要\n",
            "a.yaml:1:5 yaml-syntax 写法有误：文字不能以这个符号开头 | 文字以“!”开头时，整段要加单引号，如 '!…'。",
        ),
        ("a:\n  - 1\n b: 2\n", "a.yaml:3:2 yaml-syntax 写法有误：这一行与上一行接不上" + GENERAL),
    ],
)
def test_a_slip_is_told_where_it_was_made(text: str, expected: str) -> None:
    file, problems = read_yaml("a.yaml", text.encode())
    assert file is None
    assert said(problems) == [expected]
