"""A changed document is what reading the changed text would give, and leads back to the original."""

from __future__ import annotations

import pytest

from checker.authoring.edits import Edit, edited
from checker.model import Document, Span
from checker.reading import read_bytes

TEXT = "题目\n\n第一段有两句。第二句在此。\n第二段。\n"


def document(text: str = TEXT) -> Document:
    return read_bytes(text.encode("utf-8"), "a.txt")


def at(words: str, new: str = "") -> Edit:
    start = TEXT.index(words)
    return Edit(start, start + len(words), new)


@pytest.mark.parametrize(
    ("edits", "text"),
    [
        ([], TEXT),
        ([at("第二句在此。")], "题目\n\n第一段有两句。\n第二段。\n"),
        ([at("两", "三百")], "题目\n\n第一段有三百句。第二句在此。\n第二段。\n"),
        ([at("第二段。"), at("题目", "新题目")], "新题目\n\n第一段有两句。第二句在此。\n\n"),
        ([at("第一段有两句。"), at("两句。第二句", "一句")], "题目\n\n一句在此。\n第二段。\n"),
        ([Edit(11, 11, "插入。")], "题目\n\n第一段有两句。插入。第二句在此。\n第二段。\n"),
        ([Edit(17, 17, "续写。")], "题目\n\n第一段有两句。第二句在此。续写。\n第二段。\n"),
        ([Edit(17, 17, "新的一段。", paragraph=True)], "题目\n\n第一段有两句。第二句在此。\n新的一段。\n第二段。\n"),
    ],
)
def test_text_and_blocks_are_those_of_the_changed_file(edits: list[Edit], text: str) -> None:
    changed = edited(document(), edits).document
    read = document(text)
    assert changed.text == text
    assert [(block.start, block.end) for block in changed.blocks] == [(b.start, b.end) for b in read.blocks]
    assert changed.sha256 == read.sha256


def test_what_was_touched_and_put_in_is_known() -> None:
    changed = edited(document(), [at("两", "三百"), at("第二段。")])
    assert changed.touched == (Span(8, 9), Span(18, 22))
    assert [changed.document.text[new.start : new.end] for new in changed.inserted] == ["三百"]


def test_every_place_leads_back_to_where_it_stood() -> None:
    changed = edited(document(), [at("第一段", "首段"), at("第二句在此。"), Edit(22, 22, "末段。", paragraph=True)])
    kept = [(changed.document.text.index(sign), TEXT.index(sign)) for sign in ("题", "有", "两", "二段")]
    assert [changed.back(new) for new, _ in kept] == [old for _, old in kept]
    assert changed.back(changed.document.text.index("首段") + 1) == TEXT.index("第一段")
    assert changed.back(changed.document.text.index("末段")) == 22
