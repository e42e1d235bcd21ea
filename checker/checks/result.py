"""What a check hands back."""

from __future__ import annotations

from checker.frozen import dataclass
from checker.model import Evidence, Span, State
from checker.texts import Text


@dataclass(frozen=True, slots=True)
class Result:
    """The state of one requirement. *message* is the finding in one sentence; *why* what was looked for and found."""

    state: State
    message: Text
    why: Text
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Correction:
    """Words that a slip should read as; *span* points into the original text."""

    span: Span
    replacement: str
