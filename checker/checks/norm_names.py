"""Norm names: a title between 《》 that is nearly, but not quite, that of a norm of the register.

Only shapes of misspelling count that are no other norm's name: one character put for another, lost or added, two lost
from a long title, two neighbours swapped, or characters that are easily confused. A changed beginning or ending (the
name of a place, 办法 for 条例) means another norm.

Parameters:
    ranks: ranks of norms whose titles are searched for all these shapes; of others only for confused characters.
    prefixes: words before a title that make no difference.
    confusable: groups of characters that are easily confused.

Passes:  《行政处罚法》, 《澜江市重大行政决策程序规定》
Fails:   a title that lacks two characters of 《重大行政决策程序暂行条例》
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

from checker.checks.result import Result
from checker.checks.slips import difference, is_slip
from checker.matching.fold import fold
from checker.model import Correction, Span, State
from checker.rule import Norm, Norms, Rule
from checker.structure.analysis import Analysis
from checker.structure.citations import citations_of, norm_index, reduce_title
from checker.texts import Text, text

KIND = "norm_names"
_STRINGS = {"type": "array", "minItems": 1, "uniqueItems": True, "items": {"type": "string", "minLength": 1}}
SCHEMA: Mapping[str, Any] = {
    "type": "object",
    "properties": {"ranks": _STRINGS, "prefixes": _STRINGS, "confusable": _STRINGS},
    "required": ["ranks"],
    "additionalProperties": False,
}
_SHOWN = 20
_LAW = "law"
# The shortest titles (characters) in which a change of so many characters is not another norm's name. A law's short
# title has few neighbours, all of which the register can list; regulations have namesakes everywhere.
_SHORTEST_LAW = {(1, 1): 5, (1, 0): 6, (0, 1): 7, (2, 2): 5, (2, 0): 12}
_SHORTEST = {(1, 1): 7, (1, 0): 7, (0, 1): 7, (2, 2): 7, (2, 0): 12}


def check(analysis: Analysis, rule: Rule) -> Result:
    """Point at every title that is a known one misspelt."""
    template = analysis.template
    parameters = (tuple(rule.parameters.get(key, ())) for key in ("ranks", "prefixes", "confusable"))
    names = _names(template.norms, template.other_norms, *parameters)
    found: dict[str, tuple[str, list[Span]]] = {}
    for citation in citations_of(analysis):
        right = names.meant(citation.title.core)
        if right is not None:
            found.setdefault(citation.title.core, (right, []))[1].append(citation.span)
    why = text("norm_names.why", count=len(template.norms))
    if not found:
        return Result(State.PASS, text("norm_names.right"), why)
    pairs = [text("norm_names.pair", wrong=wrong, right=right) for wrong, (right, _) in found.items()]
    message = text("norm_names.wrong", pairs=Text("；".join(p.zh for p in pairs), "; ".join(p.en for p in pairs)))
    spans = sorted((span for _, places in found.values() for span in places), key=lambda span: span.start)
    evidence = tuple(map(analysis.evidence, spans[:_SHOWN]))
    return Result(State.FAIL, message, why, evidence, tuple(_corrections(analysis, names)))


def _corrections(analysis: Analysis, names: _Names) -> Iterator[Correction]:
    """Yield the right title where the written one stands once between its brackets, without noise in it."""
    for citation in citations_of(analysis):
        core = citation.title.core
        right = names.meant(core)
        span = analysis.normal.original(citation.span)
        written = analysis.document.text[span.start : span.end]
        if right is None or written.count(core) != 1:
            continue
        wanted = names.like(core, right)
        if is_slip(core, wanted):
            start = span.start + written.index(core)
            yield Correction(Span(start, start + len(core)), wanted)


class _Names:
    """Titles without prefixes: which are right, and which is meant by one that is not."""

    def __init__(
        self,
        norms: Norms,
        others: tuple[str, ...],
        ranks: tuple[str, ...],
        prefixes: tuple[str, ...],
        confusable: tuple[str, ...],
    ) -> None:
        self._prefixes = tuple(sorted(prefixes, key=len, reverse=True))
        self._plain = str.maketrans({other: group[0] for group in confusable for other in group[1:]})
        index = norm_index(norms)
        self._wrong = {self._bare(core): norm.name for core, norm in index.wrong.items()}
        self._right = {self._bare(reduce_title("".join(fold(name).split())).core) for name in others}
        self._by_plain: dict[str, str] = {}
        self._by_ends: dict[str, list[tuple[str, Norm]]] = {}
        for core in index.names:
            norm, name = index.named(core), self._bare(core)
            self._right.add(name)
            self._by_plain.setdefault(name.translate(self._plain), name)
            if norm.rank in ranks:
                self._by_ends.setdefault(name[0] + name[-1], []).append((name, norm))

    def meant(self, core: str) -> str | None:
        """Return the right title that *core* is a misspelling of, None where it is none."""
        title = self._bare(core)
        if not title or title in self._right:
            return None
        if title in self._wrong:
            return self._wrong[title]
        confused = self._by_plain.get(title.translate(self._plain))
        return confused or next(self._near(title), None)

    def like(self, core: str, right: str) -> str:
        """Return the title *right* with what *core* has before it."""
        bare = self._bare(core)
        return core.removesuffix(bare) + self._bare(reduce_title("".join(fold(right).split())).core)

    def _near(self, title: str) -> Iterator[str]:
        for name, norm in self._by_ends.get(title[0] + title[-1], ()):
            shortest = _SHORTEST_LAW if norm.rank == _LAW else _SHORTEST
            lost, put = difference(name, title)
            shape = (len(lost), len(put))
            if len(name) >= shortest.get(shape, len(name) + 1) and (shape != (2, 2) or lost == put[::-1]):
                yield name

    def _bare(self, core: str) -> str:
        stripped = next((core.removeprefix(prefix) for prefix in self._prefixes if core.startswith(prefix)), core)
        return stripped or core


@lru_cache(maxsize=8)
def _names(norms: Norms, others: tuple[str, ...], *parameters: tuple[str, ...]) -> _Names:
    return _Names(norms, others, *parameters)
