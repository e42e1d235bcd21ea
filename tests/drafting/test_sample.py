"""A short text for trying rules on is set like the template's draft, but for what is asked to be otherwise."""

from __future__ import annotations

from checker.drafting.sample import word_sample
from checker.model import Layout
from checker.reading import Limits, read_bytes
from checker.rule import ExampleLayout

from .small import DRAFT

TEXT = """竹屏镇公所关于2026年修路情况的报告
竹屏镇委：
一、做的事
（一）修路
全年修路三条，共12公里。

竹屏镇公所
2027年1月20日
"""


def layout(otherwise: ExampleLayout) -> Layout:
    found = read_bytes(word_sample(TEXT, DRAFT, otherwise), "a.docx", Limits(layout=True)).layout
    assert found is not None
    return found


def fonts(found: Layout) -> list[str | None]:
    return [each.setting.font for each in found.paragraphs]


def test_each_line_is_set_as_what_it_is() -> None:
    found = layout(ExampleLayout())
    assert fonts(found) == ["小标宋", "仿宋", "黑体", "楷体", "仿宋", "仿宋", "仿宋"]
    assert [each.setting.right for each in found.paragraphs] == [0, 0, 0, 0, 0, 4, 4]
    assert [(round(page.top or 0), round(page.left or 0)) for page in found.pages] == [(37, 28)]
    assert [number.text for number in found.page_numbers] == ["— # —"] * 2


def test_only_what_is_asked_for_is_otherwise() -> None:
    found = layout(ExampleLayout({"left": 20}, {"body": {"font": "宋体"}, "heading1": {"size": 12}}, ""))
    assert fonts(found) == ["小标宋", "宋体", "黑体", "楷体", "宋体", "仿宋", "仿宋"]
    assert found.paragraphs[2].setting.size == 12
    assert [(round(page.top or 0), round(page.left or 0)) for page in found.pages] == [(37, 20)]
    assert found.page_numbers == ()


def test_without_a_draft_nothing_is_said_of_how_it_is_set() -> None:
    data = word_sample(TEXT, None, ExampleLayout())
    found = read_bytes(data, "a.docx", Limits(layout=True)).layout
    assert found is not None
    assert set(fonts(found)) == {None}
