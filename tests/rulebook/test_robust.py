"""No value in any place makes the loader do anything but return a pack or say what is wrong."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from checker.errors import PackError
from checker.reports.problems import pack_error_lines
from checker.rulebook import load_pack

from .packs import CITY, PACK, RULES, TEMPLATE, write, write_city
from .test_extends import CHANGES, LEVEL
from .test_loader import FULL_RULE

ODD = (
    None,
    True,
    -1,
    10**14,
    0.5,
    "",
    "<",
    "<bridge",
    "{",
    "\t",
    "〈x〉",
    [],
    {},
    [[]],
    [{}],
    [None],
    {"k": None},
    {"": []},
)

STEP = 7


def places(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    yield path
    if isinstance(value, dict):
        for key, item in value.items():
            yield from places(item, (*path, key))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from places(item, (*path, index))


def with_odd(value: Any, path: tuple[Any, ...], odd: Any) -> Any:
    if not path:
        return odd
    changed = copy.deepcopy(value)
    inner = changed
    for step in path[:-1]:
        inner = inner[step]
    inner[path[-1]] = odd
    return changed


@pytest.mark.parametrize("name", ["pack", "rules", "template"])
def test_an_odd_value_anywhere_is_a_problem_or_harmless(tmp_path: Path, name: str) -> None:
    sources = {"pack": PACK, "rules": RULES + FULL_RULE.partition("rules:\n")[2], "template": TEMPLATE}
    whole = yaml.safe_load(sources[name])
    refused = 0
    for number, path in enumerate(places(whole)):
        for odd in ODD[number % STEP :: STEP]:  # all at every place would take half a minute
            changed = yaml.safe_dump(with_odd(whole, path, odd), allow_unicode=True)
            folder = write(tmp_path, **{**sources, name: changed})
            try:
                load_pack(folder, cache=False)
            except PackError as error:
                refused += 1
                assert pack_error_lines(error, "zh")
                assert pack_error_lines(error, "en")
    assert refused >= 20


@pytest.mark.parametrize("name", ["pack", "rules", "template"])
def test_an_odd_value_anywhere_in_an_extending_pack_is_a_problem_or_harmless(tmp_path: Path, name: str) -> None:
    pack = CITY + "template: wider\nvocabulary: {bridge: {add: [造桥], add_unless: [桥头]}, road: [路]}\n"
    own = RULES.replace("P-WORK-01", "P-OWN-01").replace(
        "group: work", "group: work\n    when: {finding: {rule: P-SOFT-01, states: [fail]}, kinds: [annual_report]}"
    )
    off = "  - {rule: P-WORK-01, off: {reason: 因}}\n"
    sources = {"rules": CHANGES + off + own, "pack": pack, "template": LEVEL}
    whole = yaml.safe_load(sources[name])
    refused = 0
    for number, path in enumerate(places(whole)):
        for odd in ODD[number % STEP :: STEP]:
            changed = yaml.safe_dump(with_odd(whole, path, odd), allow_unicode=True)
            folder = write_city(tmp_path, **{**sources, name: changed})
            try:
                load_pack(folder, cache=False)
            except PackError as error:
                refused += 1
                assert pack_error_lines(error, "zh")
                assert pack_error_lines(error, "en")
    assert refused >= 20
