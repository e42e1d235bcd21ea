"""Values: the standard library's data classes, made faster."""

from __future__ import annotations

import copy
import dataclasses
import inspect
import pickle
from functools import cached_property

import pytest

from checker.frozen import dataclass, field, replace


@dataclass(frozen=True, slots=True)
class Place:
    """A value as most of the program's are."""

    name: str
    lines: tuple[int, ...] = ()
    marks: dict[str, int] = field(default_factory=dict, compare=False)


@dataclass(frozen=True)
class Text:
    """A value with something that is worked out once."""

    words: str = "稻溪镇"

    @cached_property
    def length(self) -> int:
        return len(self.words)


@dataclass(frozen=True)
class Titled(Text):
    """A value with the fields of another and one of its own."""

    title: str = "报告"


@dataclass(slots=True)
class Row:
    """A value that may be changed."""

    items: list[int] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Lone:
    """A value that says itself how it is hashed."""

    number: int

    def __hash__(self) -> int:
        return 7


def test_fields_are_given_by_place_or_name_and_have_defaults() -> None:
    place = Place("a", lines=(1, 2))
    assert (place.name, place.lines, place.marks) == ("a", (1, 2), {})
    assert Place("a").marks is not Place("a").marks
    assert Titled() == Titled("稻溪镇", "报告")


@pytest.mark.parametrize("arguments", [(), ("a", (), {}, "too many")])
def test_wrong_arguments_are_refused(arguments: tuple[object, ...]) -> None:
    with pytest.raises(TypeError, match="__init__"):
        Place(*arguments)  # type: ignore[arg-type]


def test_values_are_equal_by_what_is_compared_and_only_to_their_own_class() -> None:
    assert Place("a", (1,), {"x": 1}) == Place("a", (1,))
    assert Place("a") != Place("b")
    assert Text() != Titled()
    assert len({Place("a"), Place("a", marks={"x": 1}), Place("b")}) == 2
    assert hash(Lone(1)) == 7


@pytest.mark.parametrize("value", [Place("a"), Text()])
def test_frozen_values_cannot_be_changed(value: Place | Text) -> None:
    name = dataclasses.fields(value)[0].name
    with pytest.raises(dataclasses.FrozenInstanceError, match=f"field '{name}' of"):
        setattr(value, name, "b")
    with pytest.raises(dataclasses.FrozenInstanceError):
        delattr(value, name)


def test_other_values_can_be_changed_and_have_no_hash() -> None:
    row = Row()
    row.items = [1]
    assert row == Row([1])
    with pytest.raises(TypeError, match="unhashable"):
        hash(row)


def test_slots_leave_no_room_for_anything_else() -> None:
    assert not hasattr(Place("a"), "__dict__")
    with pytest.raises(AttributeError):
        Row().other = 1  # type: ignore[attr-defined]


def test_what_is_worked_out_once_is_kept() -> None:
    text = Text("芦汀镇")
    assert text.length == 3
    assert vars(text) == {"words": "芦汀镇", "length": 3}


def test_values_show_their_fields() -> None:
    assert repr(Place("a", (1,))) == "Place(name='a', lines=(1,), marks={})"


def test_values_are_replaced_copied_and_pickled() -> None:
    place = Place("a", (1,), {"x": 1})
    assert replace(place, name="b") == dataclasses.replace(place, name="b") == Place("b", (1,))
    assert replace(place, name="b").marks is place.marks
    for same in (copy.copy(place), copy.deepcopy(place), pickle.loads(pickle.dumps(place))):
        assert (same, same.marks) == (place, {"x": 1})


def test_the_standard_library_knows_them() -> None:
    assert dataclasses.is_dataclass(Place)
    assert [each.name for each in dataclasses.fields(Titled)] == ["words", "title"]
    assert dataclasses.asdict(Place("a")) == {"name": "a", "lines": (), "marks": {}}

    @dataclasses.dataclass(frozen=True)
    class Longer(Text):
        more: str = ""

    assert dataclasses.astuple(Longer(more="b")) == ("稻溪镇", "b")


def test_init_has_its_parameters_once_a_value_was_made() -> None:
    Place("a")
    assert list(inspect.signature(Place).parameters) == ["name", "lines", "marks"]
