"""The explicit list of check kinds. A kind is one module with ``KIND``, ``SCHEMA`` and ``check()``.

``SCHEMA`` is the JSON Schema (draft 2020-12) of the kind's parameters: an object with ``properties``, ``required`` and
``additionalProperties: False``. A string that names something elsewhere says so with ``x-refers-to``: ``section``,
``concept`` or ``rule``; ``x-phrase: True`` marks a phrase, ``x-rewrite`` the pattern of a correction (its value is the
key of the replacement beside it). ``x-stricter`` (``more`` or ``less``) says which values ask for more, of mappings
compared by the keys in ``x-order``: only such values of a legal requirement may be changed by a pack that extends
another, and only upwards. The rulebook assembles the schema of rule files from these fragments and follows those marks
in its semantic pass.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, MutableMapping
from importlib import import_module
from typing import TYPE_CHECKING, Any, Protocol, cast

if TYPE_CHECKING:
    from checker.checks.result import Result
    from checker.rule import Rule
    from checker.structure.analysis import Analysis


class CheckKind(Protocol):
    """What a module of this room offers."""

    KIND: str
    SCHEMA: Mapping[str, Any]

    def check(self, analysis: Analysis, rule: Rule) -> Result:
        """Say what *rule* finds in the document. Pure; raises nothing for any document."""
        ...


_KINDS = (
    "content",
    "title",
    "years",
    "target_year",
    "date_limit",
    "forbidden",
    "required",
    "coverage",
    "facts",
    "manual",
    "response",
    "similarity",
    "balance",
    "table_shape",
    "table_equations",
    "norm_names",
    "superseded",
    "anachronism",
    "expected",
    "terms",
    "arithmetic",
    "attachments",
    "date_form",
    "doubled_marks",
    "numbering",
    "other_place",
    "pairs",
    "paragraph_end",
    "personal_data",
    "width",
    "layout",
)
"""Every kind; its module is called like it."""

NEED_LAYOUT = frozenset({"layout"})
"""The kinds that ask how a document is set, which is not read otherwise."""


class _Kinds(MutableMapping[str, CheckKind]):
    """The kinds by name; a module is loaded when its kind is first asked for: few documents need them all."""

    def __init__(self, names: tuple[str, ...]) -> None:
        self._kinds: dict[str, CheckKind | None] = dict.fromkeys(names)

    def __getitem__(self, name: str) -> CheckKind:
        kind = self._kinds[name]
        if kind is None:
            kind = self._kinds[name] = cast("CheckKind", import_module(f"checker.checks.{name}"))
        return kind

    def __setitem__(self, name: str, kind: CheckKind) -> None:
        self._kinds[name] = kind

    def __delitem__(self, name: str) -> None:
        del self._kinds[name]

    def __contains__(self, name: object) -> bool:
        return name in self._kinds

    def __iter__(self) -> Iterator[str]:
        return iter(self._kinds)

    def __len__(self) -> int:
        return len(self._kinds)


CHECKS: MutableMapping[str, CheckKind] = _Kinds(_KINDS)
