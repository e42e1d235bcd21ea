from __future__ import annotations

from checker.reading import read_bytes

from .shown import furniture, shown

REPORT = """---
title: 工作报告
---
# 青禾镇工作报告 #

<!-- 送审稿，
勿外传 -->
镇政府把**制度建设**摆在首位。<!-- 待核 -->
## 一、主要举措
**（一）完善决策。**
- 修订规则
* [x] 备案文件
1. 第一项
2) 第二项
> 引用的话

| 事项 | 数量 |
|:-----|-----:|
| 备案 | 12 |

二、存在问题
============
小节
----
***
```text
# 不是标题
```
####### 七个井号不是标题
#没有空格也不是
##
落款
"""


def test_marks_are_left_out_of_blocks_and_the_text_stays_as_it_is() -> None:
    document = read_bytes(REPORT.encode(), "报告.md")
    assert (document.format, document.text, document.notes) == ("md", REPORT, ())
    assert shown(document) == [
        ("heading", 1, "青禾镇工作报告"),
        ("paragraph", None, "镇政府把**制度建设**摆在首位。"),
        ("heading", 2, "一、主要举措"),
        ("paragraph", None, "（一）完善决策。"),
        ("list_item", None, "修订规则"),
        ("list_item", None, "备案文件"),
        ("list_item", None, "1. 第一项"),
        ("list_item", None, "2) 第二项"),
        ("paragraph", None, "引用的话"),
        ("table", None, "| 事项 | 数量 |\n|:-----|-----:|\n| 备案 | 12 |"),
        ("heading", 1, "二、存在问题"),
        ("heading", 2, "小节"),
        ("paragraph", None, "# 不是标题"),
        ("paragraph", None, "####### 七个井号不是标题"),
        ("paragraph", None, "#没有空格也不是"),
        ("paragraph", None, "落款"),
    ]
    assert [block.paragraph for block in document.blocks] == list(range(1, 17))


def test_what_shows_nothing_is_furniture() -> None:
    document = read_bytes(REPORT.encode(), "报告.md")
    assert furniture(document) == [
        "---\ntitle: 工作报告\n---",
        "<!-- 送审稿，\n勿外传 -->",
        "<!-- 待核 -->",
        "============",
        "----",
        "***",
        "```text",
        "```",
    ]


def test_only_the_name_tells_markdown_from_text() -> None:
    assert shown(read_bytes("# 标题".encode(), "a.txt")) == [("paragraph", None, "# 标题")]
    assert shown(read_bytes("# 标题".encode(), "-")) == [("paragraph", None, "# 标题")]
    assert shown(read_bytes("# 标题".encode(), "A.MARKDOWN")) == [("heading", 1, "标题")]


def test_a_fence_that_is_never_closed_runs_to_the_end() -> None:
    assert shown(read_bytes("~~~\n# 一\n| 甲 |\n|---|".encode(), "a.md")) == [
        ("paragraph", None, "# 一"),
        ("paragraph", None, "| 甲 |"),
        ("paragraph", None, "|---|"),
    ]


def test_front_matter_that_is_never_closed_is_text() -> None:
    assert shown(read_bytes("---\n甲".encode(), "a.md")) == [("paragraph", None, "甲")]


def test_a_bar_in_a_sentence_makes_no_table() -> None:
    assert shown(read_bytes("甲|乙\n丙".encode(), "a.md")) == [("paragraph", None, "甲|乙"), ("paragraph", None, "丙")]
