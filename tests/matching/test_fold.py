"""Folding gives characters that mean the same one spelling, and changes no length."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from checker.matching.fold import fold


def test_widths_dashes_quotes_and_variants_meet() -> None:
    assert fold("（２０２１－２０２５年）「一」二○二五⼈區") == "(2021-2025年)“一”二〇二五人区"


def test_enclosed_numbers_stay_heading_marks() -> None:
    assert fold("①⑴") == "①⑴"


@given(st.text())
def test_no_length_changes(text: str) -> None:
    assert len(fold(text)) == len(text)


@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)
