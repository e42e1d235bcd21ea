"""Places are read out of the names of bodies, from the highest to the lowest."""

from __future__ import annotations

import pytest

from checker.api import load_pack
from checker.structure.numerals import in_chinese, numeral
from checker.structure.places import places_in, stem


@pytest.mark.parametrize(
    ("name", "places"),
    [
        ("榆埠县稻溪镇人民政府", ["榆埠县", "稻溪镇"]),
        ("屏北区人民政府柳浦街道办事处", ["屏北区", "柳浦街道"]),
        ("中共砚川县苇渡镇委员会砚川县苇渡镇人民政府", ["砚川县", "苇渡镇", "砚川县", "苇渡镇"]),
        ("青禾县水利局", ["青禾县"]),
        ("云岭省澜江市青禾县", ["云岭省", "澜江市", "青禾县"]),
        ("司法局", []),
    ],
)
def test_the_places_in_the_name_of_a_body(name: str, places: list[str]) -> None:
    assert places_in(name, load_pack().template) == places


def test_the_stem_is_what_stands_before_the_longest_ending() -> None:
    assert [stem(name, ["街", "街道", "镇"]) for name in ("柳浦街道", "柳浦街", "芦汀镇", "青禾县")] == [
        "柳浦",
        "柳浦",
        "芦汀",
        "青禾县",
    ]


def test_numbers_are_written_as_they_are_read() -> None:
    assert [in_chinese(number) for number in (1, 10, 12, 20, 99)] == ["一", "十", "十二", "二十", "九十九"]
    assert [numeral(in_chinese(number)) for number in range(1, 100)] == list(range(1, 100))
