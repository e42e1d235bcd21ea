"""A draft in Markdown: headings where they belong, all that is said beside the text in comments."""

from __future__ import annotations

from checker.drafting.markdown import draft
from checker.drafting.plan import Line, lines
from checker.texts import Text

from .small import template

TOWN = """\
<!--
报送前请填完【】处，并删去全部批注。
-->

# 竹屏镇公所关于2026年修路情况的报告

<!--
写明年份。
-->

【】现将2026年情况报告如下：

## 一、2026年做的事

<!--
分量：约占全文的 89%，供安排篇幅参考，没有规定
-->

### （一）修路
"""


def test_headings_and_text_stand_in_order_with_comments_below_them() -> None:
    assert draft(lines(template(), "town", 2026, "竹屏镇公所"), "zh").startswith(TOWN)


def test_comments_speak_the_language_asked_for() -> None:
    made = draft(lines(template(), "town", 2026, "竹屏镇公所"), "en")
    assert "<!--\nName the year.\n-->" in made
    assert "写明" not in made


def test_nothing_that_is_said_can_end_its_comment() -> None:
    note = Text("-->x<!--", "")
    assert draft([Line("body", "甲", (note,))], "zh").endswith("甲\n\n<!--\n‐‐＞x<!‐‐\n-->\n")
