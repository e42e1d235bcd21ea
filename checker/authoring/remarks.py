"""One thing to say about a pack, and how much it weighs."""

from __future__ import annotations

from enum import StrEnum

from checker.errors import Problem
from checker.frozen import dataclass


class Level(StrEnum):
    """An error keeps the pack from being used, a warning should be mended, a note is worth knowing."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Remark:
    """A problem with its weight."""

    level: Level
    problem: Problem


def warning(problem: Problem) -> Remark:
    """Return *problem* as a warning."""
    return Remark(Level.WARNING, problem)


def note(problem: Problem) -> Remark:
    """Return *problem* as a note."""
    return Remark(Level.NOTE, problem)
