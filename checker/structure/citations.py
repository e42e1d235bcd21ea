"""Titles cited between 《》, what they are stripped of qualifiers, and which norm of the register they name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from checker.frozen import dataclass
from checker.matching.fold import fold
from checker.model import Span
from checker.regex import regex
from checker.rule import Norm, Norms
from checker.structure.analysis import Analysis

_CITED = regex(r"《([^《》\n]{2,120})》")
_NESTED = regex(r"<([^<>]{2,100})>")
_PERIOD = regex(r"\(?(20\d\d)年?[-~至到]*(20\d\d)年?\)?$")
_QUALIFIER = regex(r"\(([^()]*)\)$")
_DRAFT = regex("草案|征求意见|送审|讨论稿|修改稿|建议稿")
_CLAUSE_END = regex(r"[,。;:!?\n]")
_YEAR = regex(r"(?<![-~\d])20\d\d(?=年)")
_SHORTEST_BARE = 5
# What stands right before or after a name without 《》 and shows that another, longer name is meant.
_PLACE_BEFORE = "省市县区州盟旗镇乡局厅我本该条例法"
_LONGER_NAME = regex("实施(?:条例|办法|细则|意见|方案|规定)|(?:条例|办法|细则)")

Period = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Title:
    """A title without its qualifiers ((修订), (2024年版)). *period*: the years it bears; *draft*: it is none yet."""

    core: str
    period: Period | None
    draft: bool


@dataclass(frozen=True, slots=True)
class Citation:
    """A title in a text; *span* is where it stands, without its brackets, in normalised text."""

    title: Title
    span: Span


@dataclass(frozen=True, slots=True)
class Mention:
    """A norm of the register that a text names, with or without 《》; *span* leaves brackets out."""

    norm: Norm
    span: Span
    draft: bool = False


def reduce_title(written: str) -> Title:
    """Return what a title (folded, without spaces) says apart from its qualifiers."""
    core, period, draft = written, None, False
    while True:
        if years := _PERIOD.search(core):
            period = (years.group(1), years.group(2))
            core = core[: years.start()]
        elif qualifier := _QUALIFIER.search(core):
            draft = draft or bool(_DRAFT.search(qualifier.group(1)))
            core = core[: qualifier.start()]
        else:
            return Title(core, period, draft)


def citations(text: str) -> Iterator[Citation]:
    """Yield the titles between 《》 in normalised *text*, and those that stand inside another title."""
    for cited in _CITED.finditer(text):
        start, end = cited.span(1)
        yield Citation(reduce_title(cited.group(1)), Span(start, end))
        for nested in _NESTED.finditer(text, start, end):
            yield Citation(reduce_title(nested.group(1)), Span(*nested.span(1)))


def citations_of(analysis: Analysis) -> tuple[Citation, ...]:
    """Return the titles that a document cites, looked for once."""
    return analysis.once("citations", lambda: tuple(citations(analysis.text)))


def clause(text: str, span: Span) -> Span:
    """Return the clause (between commas) that *span* stands in."""
    start = max((end.end() for end in _CLAUSE_END.finditer(text, max(0, span.start - 200), span.start)), default=None)
    end = _CLAUSE_END.search(text, span.end)
    return Span(max(0, span.start - 200) if start is None else start, end.start() if end else len(text))


def latest_year(analysis: Analysis, span: Span) -> int:
    """Return the latest year that *span* names outside titles and periods (2021-2025年); 0 for none."""
    titles = [cited.span for cited in citations_of(analysis)]
    years = [
        int(year.group())
        for year in _YEAR.finditer(analysis.text, span.start, span.end)
        if not any(title.start <= year.start() < title.end for title in titles)
    ]
    return max(years, default=0)


def first_day(written: str) -> str:
    """Return the earliest day that a date of the register (``2024``, ``2024-04``, ``2024-04-07``) may mean."""
    return written + "0000-01-01"[len(written) :]


class NormIndex:
    """The register by name. *names* are all right names without their qualifiers."""

    def __init__(self, norms: Norms) -> None:
        by_core: dict[str, list[tuple[Norm, Period | None]]] = {}
        bare: dict[str, set[str]] = {}
        wrong: dict[str, Norm] = {}
        self.by_id: Mapping[str, Norm] = {norm.id: norm for norm in norms}
        for norm in norms:
            for name in (norm.name, *norm.short):
                title = _title_of(name)
                by_core.setdefault(title.core, []).append((norm, title.period))
                if len(title.core) >= _SHORTEST_BARE and not norm.namesakes:
                    bare.setdefault(norm.id, set()).add(title.core)
            wrong.update((_title_of(name).core, norm) for name in norm.wrong)
        self._by_core = by_core
        self._bare = bare
        self.wrong: Mapping[str, Norm] = wrong

    @property
    def names(self) -> Iterable[str]:
        """All right names."""
        return self._by_core.keys()

    def named(self, core: str) -> Norm:
        """Return the first norm with the name *core*. Raises KeyError."""
        return self._by_core[core][0][0]

    def norm(self, title: Title) -> Norm | None:
        """Return the norm that *title* names; None where it is unknown or, lacking its years, not the only one."""
        entries = self._by_core.get(title.core, ())
        meant = {norm.id: norm for norm, years in entries if title.period is None or years in (None, title.period)}
        return next(iter(meant.values())) if len(meant) == 1 else None

    def mentions(self, analysis: Analysis, wanted: Iterable[Norm]) -> Iterator[Mention]:
        """Yield where the document names one of *wanted*, first those in 《》."""
        ids = {norm.id for norm in wanted}
        if not ids:
            return
        text, cited = analysis.text, citations_of(analysis)
        for citation in cited:
            norm = self.norm(citation.title)
            if norm is not None and norm.id in ids:
                yield Mention(norm, citation.span, citation.title.draft)
        taken = [(citation.span.start, citation.span.end) for citation in cited]
        for core in sorted({core for each in ids for core in self._bare.get(each, ())}):
            for span, period in bare(text, core) if core in text else ():
                norm = self.norm(Title(core, period, draft=False))
                inside = any(start <= span.start < end for start, end in taken)
                if norm is not None and norm.id in ids and not inside and not self._in_longer(text, span, core):
                    yield Mention(norm, span)

    def _in_longer(self, text: str, span: Span, core: str) -> bool:
        """Whether what looks like *core* at *span* is part of another, longer name."""
        around = text[max(0, span.start - 40) : span.end + 40]
        return any(core in name and name != core and name in around for name in self._by_core)


def bare(text: str, core: str) -> Iterator[tuple[Span, Period | None]]:
    """Yield where *core* stands in *text* without belonging to a longer name, with the years that follow it."""
    position = text.find(core)
    while position >= 0:
        end = position + len(core)
        years = re.compile(_PERIOD.pattern.removesuffix("$")).match(text, end)
        longer = _LONGER_NAME.match(text, end) or (position > 0 and text[position - 1] in _PLACE_BEFORE)
        if not longer:
            period = (years.group(1), years.group(2)) if years else None
            yield Span(position, years.end() if years else end), period
        position = text.find(core, end)


def _title_of(name: str) -> Title:
    return reduce_title("".join(fold(name).split()))


@lru_cache(maxsize=8)
def norm_index(norms: Norms) -> NormIndex:
    """Return the index of a register, made once."""
    return NormIndex(norms)
