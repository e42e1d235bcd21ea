"""What a check hands back."""

from __future__ import annotations

from checker.frozen import dataclass
from checker.model import Correction, Evidence, State
from checker.texts import Text


@dataclass(frozen=True, slots=True)
class Result:
    """The state of one requirement. *message* is the finding in one sentence; *why* what was looked for and found.

    *corrections* say how the finding is put right, wherever in the text that is certain and mechanical. A kind of
    check that knows gives them for every place, those that *evidence* does not show included. They never change a
    figure, only how it is written.
    """

    state: State
    message: Text
    why: Text
    evidence: tuple[Evidence, ...] = ()
    corrections: tuple[Correction, ...] = ()
