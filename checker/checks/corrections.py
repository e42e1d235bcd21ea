"""Which kinds of check can put right what they find, and how."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from checker.checks import doubled_marks, norm_names, pairs, terms, width
from checker.checks.result import Correction
from checker.rule import Rule
from checker.structure.analysis import Analysis

CORRECTIONS: dict[str, Callable[[Analysis, Rule], Iterator[Correction]]] = {
    each.KIND: each.corrections for each in (doubled_marks, norm_names, pairs, terms, width)
}
"""By kind of check; what is no slip of the pen is left to a person, and no figure is ever touched."""
