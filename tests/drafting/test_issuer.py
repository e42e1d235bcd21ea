"""A name on the command line is taken for a unit's unless it cannot be one, or is one of another level."""

from __future__ import annotations

import pytest

from checker.drafting.issuer import LONGEST, checked
from checker.errors import UsageError

from .small import template


@pytest.mark.parametrize(
    ("name", "level", "expected"),
    [
        ("竹屏镇公所", "town", ("竹屏镇公所",)),
        ("  竹屏镇公所\n", "town", ("竹屏镇公所",)),
        ("竹屏镇委员会、竹屏镇公所", "town", ("竹屏镇委员会", "竹屏镇公所")),
        ("榆埠（西岸）园区委员会", "county", ("榆埠（西岸）园区委员会",)),
        ("某某所", "bureau", ("某某所",)),
        ("榆埠市公所", "county", ("榆埠市公所",)),
    ],
)
def test_a_name_is_taken_as_it_is_where_nothing_speaks_against_it(
    name: str, level: str, expected: tuple[str, ...]
) -> None:
    assert checked(name, level, template()) == expected


@pytest.mark.parametrize(
    ("name", "level", "sentence"),
    [
        ("", "town", "--issuer 是空的，请写单位名称"),
        (" 、 ", "town", "--issuer 是空的，请写单位名称"),
        ("长" * (LONGEST + 1), "town", "--issuer 有 61 个字，单位名称不超过 60 个字"),
        ("竹屏镇<br>", "town", "--issuer “竹屏镇<br>”里有单位名称不会有的字符“<”"),
        ("竹屏镇{year}", "town", "--issuer “竹屏镇{year}”里有单位名称不会有的字符“{”"),
        ("竹屏镇公所", "bureau", "“竹屏镇公所”看名称是乡镇，不是 --level 指定的部门"),
        ("竹屏镇公所 竹屏镇水利局", "town", "“竹屏镇水利局”看名称是部门，不是 --level 指定的乡镇"),
    ],
)
def test_a_name_that_cannot_be_right_is_told_in_one_sentence(name: str, level: str, sentence: str) -> None:
    with pytest.raises(UsageError) as caught:
        checked(name, level, template())
    assert caught.value.message.zh == sentence
