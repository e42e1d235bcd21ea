"""Shipped YAML is read alike by PyYAML with and without its C library."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).resolve().parent.parent.parent
FILES = sorted([*ROOT.glob("rules/**/*.yaml"), *ROOT.glob("templates/**/*.yaml")])


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_file_is_plain_yaml(path: Path) -> None:
    content = path.read_text(encoding="utf-8")
    assert yaml.load(content, Loader=yaml.SafeLoader) == yaml.load(content, Loader=yaml.CSafeLoader)
