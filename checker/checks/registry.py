"""The explicit list of check kinds. A kind is one module with ``KIND``, ``SCHEMA`` and ``check()``.

``SCHEMA`` is the JSON Schema (draft 2020-12) of the kind's parameters: an object with ``properties``, ``required`` and
``additionalProperties: False``. A string that names something elsewhere says so with ``x-refers-to``: ``section``,
``concept`` or ``rule``; ``x-phrase: True`` marks a phrase. ``x-stricter`` (``more`` or ``less``) says which values ask
for more, of mappings compared by the keys in ``x-order``: only such values of a legal requirement may be changed by a
pack that extends another, and only upwards. The rulebook assembles the schema of rule files from these
fragments and follows those marks in its semantic pass.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Protocol

from checker.checks import (
    anachronism,
    arithmetic,
    attachments,
    balance,
    content,
    coverage,
    date_form,
    date_limit,
    doubled_marks,
    expected,
    facts,
    forbidden,
    layout,
    manual,
    norm_names,
    numbering,
    other_place,
    pairs,
    paragraph_end,
    personal_data,
    required,
    response,
    similarity,
    superseded,
    table_equations,
    table_shape,
    target_year,
    terms,
    title,
    width,
    years,
)
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


_KINDS: tuple[CheckKind, ...] = (
    content,
    title,
    years,
    target_year,
    date_limit,
    forbidden,
    required,
    coverage,
    facts,
    manual,
    response,
    similarity,
    balance,
    table_shape,
    table_equations,
    norm_names,
    superseded,
    anachronism,
    expected,
    terms,
    arithmetic,
    attachments,
    date_form,
    doubled_marks,
    numbering,
    other_place,
    pairs,
    paragraph_end,
    personal_data,
    width,
    layout,
)
CHECKS: dict[str, CheckKind] = {kind.KIND: kind for kind in _KINDS}
