"""Documents and errors as JSON, for the pipe between this program and a process that reads for it.

A frozen value is written as its class and its fields, a tuple as a list. Only the classes named here are ever made, so
that a process which a hostile file has taken over can hand back wrong text but nothing else.
"""

from __future__ import annotations

import dataclasses
import json
from enum import StrEnum
from typing import Any

from checker import model
from checker.errors import ReadError
from checker.model import Document
from checker.reading.limits import Limits
from checker.reading.source import Skipped
from checker.texts import Text

_Value = Document | ReadError | Skipped | Limits

_CLASSES: dict[str, type] = {
    item.__name__: item
    for item in (*vars(model).values(), Text, Skipped, Limits)
    if isinstance(item, type) and (dataclasses.is_dataclass(item) or issubclass(item, StrEnum))
}
_ERROR = "ReadError"


def dumps(value: _Value) -> str:
    """Return *value* as one line of ASCII."""
    return json.dumps(_plain(value), ensure_ascii=True, separators=(",", ":"))


def loads(line: str) -> Any:
    """Return the value that *line* was made of. Raises ValueError for anything else."""
    try:
        return _made(json.loads(line))
    except (TypeError, KeyError, RecursionError, AttributeError) as error:
        raise ValueError("no value of ours") from error


def _plain(value: Any) -> Any:
    if isinstance(value, StrEnum):
        return {"": type(value).__name__, "value": value.value}
    if isinstance(value, ReadError):
        return {"": _ERROR, "message": _plain(value.message), "where": value.where, "hint": _plain(value.hint)}
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        fields = {item.name: _plain(getattr(value, item.name)) for item in dataclasses.fields(value) if item.init}
        return {"": type(value).__name__, **fields}
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if value is None or isinstance(value, (str, int, float)):
        return value
    raise TypeError(f"cannot be sent: {type(value).__name__}")


def _made(value: Any) -> Any:
    if isinstance(value, list):
        return tuple(map(_made, value))
    if not isinstance(value, dict):
        return value
    fields = {name: _made(item) for name, item in value.items() if name}
    if value[""] == _ERROR:
        return ReadError(fields["message"], where=fields["where"], hint=fields["hint"])
    return _CLASSES[value[""]](**fields)
