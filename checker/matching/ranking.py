"""Which of several passages comes nearest to what is looked for: by meaning where that may be asked, else by words.

Ranking shows a person where to look. It decides no outcome, so that the same document gets the same verdict on every
machine, whatever is installed there.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import StrEnum

from checker.errors import UsageError
from checker.frozen import dataclass
from checker.matching.meaning import Encoder, MeaningError, encoder, installed
from checker.model import Method, Rank
from checker.texts import Text, text

Rows = Sequence[Sequence[float]]
"""A row for each thing that is looked for: how near each passage comes to it."""

_MOST = 200  # passages and things looked for; what has more is no report, and must not take minutes
_DIGITS = 3  # beyond which two processors may differ


class Semantic(StrEnum):
    """Whether meaning may be asked."""

    OFF = "off"
    AUTO = "auto"  # where the extra is installed and a person is to act on what is shown
    ON = "on"  # wherever something is ranked; without the extra that is an error


@dataclass(frozen=True, slots=True)
class Ranking:
    """How near each passage comes, by which *method*, and *how* that is to be told to a person."""

    method: Method
    how: Text
    scores: Rows

    def best(self, row: int) -> tuple[int, Rank] | None:
        """Return the passage nearest to the thing number *row*, the first of equals; None where none has a score."""
        scores = [round(score, _DIGITS) for score in self.scores[row]]
        top = max(scores, default=0.0)
        return (scores.index(top), Rank(self.method, top)) if top > 0 else None


class Ranker:
    """Ranks passages as *semantic* allows. *load* gives the model and is not called before it is needed."""

    def __init__(self, semantic: Semantic = Semantic.OFF, load: Callable[[], Encoder] | None = None) -> None:
        self.semantic = semantic
        self._load = load

    def rank(
        self, wanted: Sequence[str], passages: Sequence[str], by_tokens: Callable[[], Rows], *, acts: bool
    ) -> Ranking:
        """Return how near each of *passages* comes to each of *wanted*.

        *by_tokens* gives the rows where meaning is not asked. *acts*: a person is to act on what is shown. Raises
        MeaningError where meaning must be asked and cannot be.
        """
        reason: Text | None = None
        asked = self.semantic is Semantic.ON or (acts and self.semantic is Semantic.AUTO and self._there())
        if asked and len(wanted) + len(passages) > _MOST:
            reason = text("semantic.too_many", count=len(wanted) + len(passages), most=_MOST)
        elif asked:
            try:
                model = (self._load or encoder)()
                scores = model.cosines(wanted, passages)
                return Ranking(Method.SEMANTIC, text("semantic.by_meaning", model=model.name), scores)
            except MeaningError as error:
                if self.semantic is Semantic.ON:
                    raise
                reason = error.message
        how = text("semantic.by_tokens") if reason is None else text("semantic.by_tokens_as", reason=reason)
        return Ranking(Method.TOKENS, how, by_tokens())

    def _there(self) -> bool:
        return self._load is not None or installed()


BY_TOKENS = Ranker()
"""Never asks for meaning."""


def ranker(semantic: str) -> Ranker:
    """Return what ranks as ``--semantic`` says. Raises UsageError where the model that it needs is not installed."""
    mode = Semantic(semantic)
    if mode is Semantic.ON and not installed():
        raise UsageError(text("semantic.missing"), hint=text("semantic.install"))
    return Ranker(mode)
