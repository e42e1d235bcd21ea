"""Markdown: what a document holds neither formats the text nor becomes a link, a picture or HTML."""

from dataclasses import replace

import pytest

from checker.reports.markdown import escape, render
from checker.texts import Text

from .samples import BLOCKED, CAUSES, READY


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("云溪县2024年2月8日", "云溪县2024年2月8日"),
        ("**粗** _斜_ ~~删~~ `码`", r"\*\*粗\*\* \_斜\_ \~\~删\~\~ \`码\`"),
        ("[点](javascript:alert(1))", r"\[点\](javascript:alert(1))"),
        ("![图](http://example.invalid/a.png)", r"!\[图\](http:\//example.invalid/a.png)"),
        ("<script>alert(1)</script>", r"\<script\>alert(1)\</script\>"),
        ("a|b", r"a\|b"),
        ("&lt;b&gt;", r"\&lt;b\&gt;"),
        ("$x$ {y}", r"\$x\$ \{y\}"),
        ("# 标题", r"\# 标题"),
        ("- 项", r"\- 项"),
        ("+ 项", r"\+ 项"),
        ("=====", r"\====="),
        ("1. 项", r"1\. 项"),
        ("1) 项", r"1\) 项"),
        ("43.3", "43.3"),
        ("2024-02-08", "2024-02-08"),
        ("www.example.invalid", r"www\.example.invalid"),
        ("HTTP://example.invalid", r"HTTP:\//example.invalid"),
        ("a\\", r"a\\"),
        ("甲\n\n# 乙", "甲  # 乙"),
        ("    码", "码"),
    ],
)
def test_text_stays_text(text: str, escaped: str) -> None:
    assert escape(text) == escaped


def test_a_hostile_title_stays_on_its_line() -> None:
    title = replace(READY.profile.title, value="甲\n\n<img src=x>\n# 乙")  # type: ignore[type-var]
    made = render([replace(READY, profile=replace(READY.profile, title=title))], "zh")
    assert made.splitlines()[0] == r"# √ 可报送　甲  \<img src=x\> # 乙"


def test_a_table_row_stays_a_row() -> None:
    report = replace(READY, document=replace(READY.document, path="a|b\n|c.txt"))
    made = render([report, READY], "zh")
    assert made.splitlines()[4] == r"| √ 可报送 | a\|b \|c.txt | 100 | 100 | 0 | 0 |"


def test_of_many_places_a_few_are_quoted_and_the_others_counted() -> None:
    outcome = replace(CAUSES, evidence=CAUSES.evidence * 5)
    made = render([replace(BLOCKED, outcomes=(outcome,))], "zh")
    assert made.count("- 原文 ") == 3
    assert "- 另有 2 处\n" in made


def test_english_on_request() -> None:
    outcome = replace(CAUSES, message=Text("", "Shortcomings_"))
    made = render([replace(BLOCKED, outcomes=(outcome,))], "en")
    assert "Shortcomings\\_\n" in made
    assert "**1. must · not met: Causes of shortcomings** (D-CAUSE)\n" in made
