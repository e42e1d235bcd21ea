"""Versions are compared as numbers."""

from __future__ import annotations

import pytest

from checker.rulebook.versions import at_least


@pytest.mark.parametrize(
    ("have", "need", "expected"),
    [
        ("1.2", "1.2", True),
        ("1.2", "1.2.0", True),
        ("1.10", "1.9", True),
        ("1.9", "1.10", False),
        ("2", "1.99", True),
        ("0.9.9", "1", False),
        ("1.0rc1", "1.0", True),
        ("1.rc", "1.1", False),
        ("9" * 5000, "1", True),
    ],
)
def test_a_version_is_as_new_as_its_numbers(have: str, need: str, expected: bool) -> None:
    assert at_least(have, need) is expected
