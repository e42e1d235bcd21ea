"""``dataclass``, ``field`` and ``replace`` of the standard library, for a program that starts often and ends soon.

The standard decorator compiles six functions for each class and loads ``inspect``: with a hundred classes that is a
third of the time that ``checker check`` takes for one file. Here only ``__init__`` is compiled, when the first value is
made and once for all classes of one shape, and it fills slots directly. To type checkers it is the standard decorator;
so it is to ``dataclasses.fields``, ``replace``, ``copy`` and ``pickle``. Only the options that this program uses are
there.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from operator import attrgetter
from types import CodeType, FunctionType
from typing import TYPE_CHECKING, Any, Never

__all__ = ["dataclass", "field", "replace"]

_MISSING: Any = object()


class _Field:
    """What :func:`field` says of one field."""

    __slots__ = ("compare", "default", "default_factory")

    def __init__(self, *, default: Any = _MISSING, default_factory: Any = _MISSING, compare: bool = True) -> None:
        self.default = default
        self.default_factory = default_factory
        self.compare = compare


_Fields = dict[str, _Field]


def _dataclass(cls: type | None = None, /, *, frozen: bool = False, slots: bool = False) -> Any:
    """Give a class fields by its annotations; without arguments, or as a decorator with them."""
    if cls is None:
        return lambda cls: _made(cls, frozen=frozen, slots=slots)
    return _made(cls, frozen=frozen, slots=slots)


def _replace(instance: Any, /, **changes: Any) -> Any:
    """Return a copy of *instance* with *changes*."""
    kept = {name: getattr(instance, name) for name in instance.__match_args__ if name not in changes}
    return type(instance)(**kept, **changes)


def _made(cls: type, *, frozen: bool, slots: bool) -> type:
    own = {name: _declared(cls.__dict__.get(name, _MISSING)) for name in cls.__annotations__}
    inherited = [base.__dict__["_own_fields"] for base in cls.__mro__[:0:-1] if "_own_fields" in base.__dict__]
    fields: _Fields = {}
    for declared in (*inherited, own):
        fields |= declared
    given = {name: value for name, value in _methods(fields, frozen=frozen).items() if cls.__dict__.get(name) is None}
    given |= {name: each.default for name, each in own.items() if each.default is not _MISSING and not slots}
    owner: list[type] = []
    given |= {"_own_fields": own, "__init__": _init_when_needed(owner, fields, frozen=frozen)}
    if slots:
        left_out = {"__dict__", "__weakref__", *own}
        body = {name: value for name, value in cls.__dict__.items() if name not in left_out}
        made = type(cls)(cls.__name__, cls.__bases__, {**body, **given, "__slots__": tuple(own)})
        made.__qualname__ = cls.__qualname__
    else:
        made = cls
        for name in own:
            if name in cls.__dict__:
                delattr(cls, name)
        for name, value in given.items():
            setattr(cls, name, value)
    owner.append(made)
    return made


def _declared(value: Any) -> _Field:
    return value if isinstance(value, _Field) else _Field(default=value)


def _init_when_needed(owner: list[Any], fields: _Fields, *, frozen: bool) -> Callable[..., None]:
    def __init__(self: Any, *arguments: Any, **named: Any) -> None:  # noqa: N807 - it stands in for the real one
        cls = owner[0]
        cls.__init__ = _compiled_init(cls, fields, frozen=frozen)
        cls.__init__(self, *arguments, **named)

    return __init__


def _compiled_init(cls: Any, fields: _Fields, *, frozen: bool) -> Callable[..., None]:
    """Return ``__init__`` for *cls*: one that was compiled for its shape, with its own names and values put in."""
    setters = [getattr(getattr(cls, name, None), "__set__", None) for name in fields] if frozen else []
    shape = tuple(
        (field.default_factory is not _MISSING, frozen and setters[place] is not None)
        for place, field in enumerate(fields.values())
    )
    code = _code_for(shape, frozen=frozen)
    names = tuple(fields)
    known: dict[str, Any] = {"_missing": _MISSING}
    known |= {f"_make_{place}": field.default_factory for place, field in enumerate(fields.values())}
    known |= {f"_set_{place}": setter for place, setter in enumerate(setters)}
    put = {f"_{place}": name for place, name in enumerate(names)}
    code = code.replace(
        co_name="__init__",
        co_qualname=f"{cls.__qualname__}.__init__",
        co_varnames=tuple(put.get(name, name) for name in code.co_varnames),
        co_names=tuple(put.get(name, name) for name in code.co_names),
        co_consts=tuple(put.get(value, value) if isinstance(value, str) else value for value in code.co_consts),
    )
    defaults = tuple(
        _MISSING if field.default_factory is not _MISSING else field.default
        for field in fields.values()
        if field.default_factory is not _MISSING or field.default is not _MISSING
    )
    return FunctionType(code, known, "__init__", defaults)


@cache
def _code_for(shape: tuple[tuple[bool, bool], ...], *, frozen: bool) -> CodeType:
    """Compile an ``__init__`` for fields that are called ``_0``, ``_1`` and so on.

    *shape* says of each whether its default is made by a factory, and whether it has a slot, which is set directly.
    Classes of one shape share the code, which is a tenth of the work of compiling one for each.
    """
    lines = ["_values = self.__dict__"] if frozen and not all(in_slot for _, in_slot in shape) else []
    for place, (is_made, in_slot) in enumerate(shape):
        value = f"_make_{place}() if _{place} is _missing else _{place}" if is_made else f"_{place}"
        if not frozen:
            lines.append(f"self._{place} = {value}")
        elif in_slot:
            lines.append(f"_set_{place}(self, {value})")
        else:
            lines.append(f"_values['_{place}'] = {value}")
    parameters = ", ".join(["self", *(f"_{place}" for place in range(len(shape)))])
    body = "\n    ".join(lines or ["pass"])
    names: dict[str, Any] = {}
    exec(f"def __init__({parameters}):\n    {body}", names)
    code: CodeType = names["__init__"].__code__
    return code


def _methods(fields: _Fields, *, frozen: bool) -> dict[str, Any]:
    """Return what a class gets that does not say it itself."""
    values = _values([name for name, declared in fields.items() if declared.compare])

    def __eq__(self: Any, other: object) -> Any:  # noqa: N807
        return values(self) == values(other) if other.__class__ is self.__class__ else NotImplemented

    methods: dict[str, Any] = {
        "__eq__": __eq__,
        "__hash__": None,
        "__repr__": _repr,
        "__match_args__": tuple(fields),
        "__dataclass_fields__": _Standard("__dataclass_fields__", fields, frozen=frozen),
        "__dataclass_params__": _Standard("__dataclass_params__", fields, frozen=frozen),
    }
    if frozen:
        methods |= {
            "__hash__": lambda self: hash(values(self)),
            "__setattr__": _refuse,
            "__delattr__": _refuse,
            "__getstate__": _state,
            "__setstate__": _set_state,
        }
    return methods


def _values(names: list[str]) -> Callable[[Any], tuple[Any, ...]]:
    if len(names) > 1:
        return attrgetter(*names)
    return lambda value: tuple(getattr(value, name) for name in names)


def _repr(self: Any) -> str:
    shown = ", ".join(f"{name}={getattr(self, name)!r}" for name in self.__match_args__)
    return f"{type(self).__qualname__}({shown})"


def _refuse(self: Any, name: str, *_: Any) -> Never:
    from dataclasses import FrozenInstanceError

    raise FrozenInstanceError(f"cannot change field {name!r} of {type(self).__qualname__}")


def _state(self: Any) -> list[Any]:
    return [getattr(self, name) for name in self.__match_args__]


def _set_state(self: Any, state: list[Any]) -> None:
    for name, value in zip(self.__match_args__, state, strict=True):
        object.__setattr__(self, name, value)


class _Standard:
    """What the standard library keeps at a class of its own, made when somebody asks."""

    def __init__(self, name: str, fields: _Fields, *, frozen: bool) -> None:
        self._name = name
        self._fields = fields
        self._frozen = frozen
        self._kept: Any = None

    def __get__(self, instance: object, owner: type) -> Any:
        if self._kept is None:
            import dataclasses

            types: dict[str, Any] = {}
            for cls in reversed(owner.__mro__):
                types |= cls.__annotations__ if hasattr(cls, "__annotations__") else {}
            said: list[tuple[str, Any, Any]] = []
            for name, declared in self._fields.items():
                given = {key: getattr(declared, key) for key in ("default", "default_factory")}
                given = {key: value for key, value in given.items() if value is not _MISSING}
                said.append((name, types[name], dataclasses.field(**given, compare=declared.compare)))
            alike = dataclasses.make_dataclass(owner.__name__, said, frozen=self._frozen)
            self._kept = getattr(alike, self._name)
        return self._kept


if TYPE_CHECKING:
    from dataclasses import dataclass, field, replace
else:
    dataclass, field, replace = _dataclass, _Field, _replace
