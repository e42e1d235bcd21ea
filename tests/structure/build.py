"""What several tests of this room make."""

from __future__ import annotations

from checker.matching.phrases import finder
from checker.structure.figures import Units
from checker.vocabulary import Vocabulary


def units(*words: str, alike: str = "") -> Units:
    """Return units that are *words*; *alike* is a pattern of those that are used for one another."""
    none = Vocabulary({})
    return Units(finder(words, none), [finder((alike,), none)] if alike else [])
