"""Every test of this room sees three check kinds made for it, and folders of its own for cache and packs."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import pytest

from checker.checks.registry import CHECKS

_MENTION = {
    "type": "object",
    "properties": {
        "section": {"type": "string", "x-refers-to": "section"},
        "words": {"type": "array", "minItems": 1, "items": {"type": "string", "x-phrase": True}},
        "at_least": {"type": "integer", "minimum": 1},
        "label": {"$ref": "#/$defs/text"},
    },
    "required": ["section", "words"],
    "additionalProperties": False,
}
_DATED = {
    "type": "object",
    "properties": {
        "before": {"type": "string", "pattern": "^[0-9]{2}-[0-9]{2}$"},
        "after": {"type": "string", "pattern": "^[0-9]{2}-[0-9]{2}$"},
        "by": {"anyOf": [{"type": "integer", "minimum": 1}, {"type": "string", "x-refers-to": "concept"}]},
    },
    "anyOf": [{"required": ["before"]}, {"required": ["after"]}],
    "additionalProperties": False,
}

_LIMIT = {
    "type": "object",
    "properties": {
        "at_least": {"type": "integer", "x-stricter": "more"},
        "day": {
            "type": "object",
            "properties": {
                "month": {"type": "integer", "minimum": 1, "maximum": 12},
                "day": {"type": "integer", "minimum": 1, "maximum": 31},
            },
            "required": ["month", "day"],
            "additionalProperties": False,
            "x-stricter": "less",
            "x-order": ["month", "day"],
        },
        "label": {"$ref": "#/$defs/text"},
    },
    "required": ["at_least", "day"],
    "additionalProperties": False,
}


@pytest.fixture(autouse=True)
def kinds(monkeypatch: pytest.MonkeyPatch) -> None:
    for kind in list(CHECKS):
        monkeypatch.delitem(CHECKS, kind)
    for kind, schema in (("mention", _MENTION), ("dated", _DATED), ("limit", _LIMIT)):
        monkeypatch.setitem(CHECKS, kind, SimpleNamespace(KIND=kind, SCHEMA=schema))


@pytest.fixture(autouse=True)
def cache_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    home = tmp_path_factory.mktemp("cache")
    monkeypatch.setenv("XDG_CACHE_HOME", str(home))
    return home


@pytest.fixture(autouse=True)
def config_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    home = tmp_path_factory.mktemp("config")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(home))
    return home
