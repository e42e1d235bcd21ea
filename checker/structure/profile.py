"""What a document says it is: kind, title, report year, issuer, level and dates, each from where it stands.

The title may be broken over several lines, repeated, run into the text, or missing; then the opening sentence, the
first headings and the signature speak. What counts as a title, an opening, an issuing body is data of the template.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from checker.matching.phrases import SearchText, compile_phrases
from checker.model import Document, Fact, Kind, Profile, Span
from checker.rule import Level, Template
from checker.structure.analysis import evidence_at
from checker.structure.dates import dates
from checker.structure.normalise import NormalText
from checker.structure.outline import Node
from checker.texts import Text, text

_YEAR = re.compile(r"(20\d\d)年?")
_YEAR_OF_REPORT = re.compile(r"(20\d\d)年(?!\d{1,2}月)")
_RUN_ON_END = re.compile("报告|(?:情况|总结|小结|汇报)(?!的?(?:工作)?报告|[暨及和与])")
_HEAD_LINES = 60
_TITLE_LINES = 3
_TITLE_LENGTH = 90
_OPENING = 700
_CN = "\u4e00-\u9fff"


@dataclass(frozen=True, slots=True)
class _Title:
    kind: Kind
    span: Span
    issuer: Span | None
    year: Span | None


def profile(
    document: Document,
    normal: NormalText,
    nodes: Sequence[Node],
    template: Template,
    level: str | None = None,
    year: int | None = None,
) -> Profile:
    """Return what *document* says it is; *level* and *year*, where given, overrule what was found."""
    return _Reader(document, normal, nodes, template).profile(level, year)


class _Reader:
    def __init__(self, document: Document, normal: NormalText, nodes: Sequence[Node], template: Template) -> None:
        self.document = document
        self.normal = normal
        self.text = normal.text
        self.nodes = nodes
        self.template = template
        self.opening_end = self._opening_end()

    def profile(self, level: str | None, year: int | None) -> Profile:
        title = self._title()
        kind, reason, looks_like = self._kind(title)
        year_fact = Fact(str(year), "option") if year is not None else self._year(title)
        # Who issued a document of another kind is not asked: its first lines would only be guessed at.
        issuer = self._issuer(title) if kind is not Kind.OTHER else None
        found = self._level(issuer) if kind is not Kind.OTHER else None
        level_fact = Fact(level, "option") if level is not None else found
        return Profile(
            kind=kind,
            kind_reason=reason,
            looks_like=looks_like,
            title=self._fact(title.span, "title") if title else self._first_line_fact(),
            report_year=year_fact,
            issuer=issuer,
            level=level_fact,
            dates=dates(self.document, self.normal),
        )

    # --- title and kind

    def _title(self) -> _Title | None:
        """Return the best candidate among the first lines: one that names issuer and year, then the shortest."""
        titles = [title for span in self._candidates() if (title := self._as_title(span)) is not None]
        return max(titles, key=_worth, default=None)

    def _candidates(self) -> Iterator[Span]:
        lines = [match.span() for match in re.finditer(r"[^\n]+", self.text[: self.opening_end])][:_HEAD_LINES]
        for index, (start, _) in enumerate(lines):
            for last in lines[index : index + _TITLE_LINES]:
                if last[1] - start > _TITLE_LENGTH:
                    break
                yield Span(start, last[1])
        # A title that runs into its text: the shortest beginning of a long line that is a title.
        for start, end in lines:
            if end - start > _TITLE_LENGTH:
                for stop in _RUN_ON_END.finditer(self.text, start, min(end, start + _TITLE_LENGTH)):
                    yield Span(start, stop.end())

    def _as_title(self, span: Span) -> _Title | None:
        words = self.text[span.start : span.end].replace("\n", "")
        recognition = self.template.recognition
        for kind in (Kind.ANNUAL_REPORT, Kind.WORK_SUMMARY):
            if _is_match(self.template, recognition.titles.get(kind, ()), words) and not _is_found(
                self.template, recognition.not_titles, words
            ):
                issuer, year = self._title_parts(span)
                return _Title(kind, span, issuer, year)
        return None

    def _title_parts(self, span: Span) -> tuple[Span | None, Span | None]:
        """Return where in a title the issuer and the year stand."""
        words = self.text[span.start : span.end]
        year_hit = _YEAR.search(words)
        year = Span(span.start + year_hit.start(1), span.start + year_hit.end(1)) if year_hit else None
        subject = _search(self.template, (f"<{self.template.recognition.subject}>",), words)
        about = words.find("关于")
        ends = [place for place in (about, year_hit.start() if year_hit else -1, subject) if place is not None and place >= 0]
        before = self._trimmed(span.start, span.start + min(ends, default=0))
        if before is not None:
            return before, year
        if year_hit and subject is not None and subject > year_hit.end():
            return self._trimmed(span.start + year_hit.end(), span.start + subject), year
        if about == 0 and year_hit:
            return self._trimmed(span.start + 2, span.start + year_hit.start()), year
        return None, year

    def _trimmed(self, start: int, end: int) -> Span | None:
        """Return the name of a body in ``[start, end)`` without words around it, None where there is none."""
        words = self.text[start:end]
        lead = re.match(r"[^\u4e00-\u9fff]*(?:标题:|度|报送|上报)?\n?", words)
        start += lead.end() if lead else 0
        trail = re.search(r"(?:关于|深入|全面|持续|推进|加强|落实|的|\n|[^\u4e00-\u9fff)])*$", self.text[start:end])
        end -= len(trail.group()) if trail else 0
        name = self.text[start:end].replace("\n", "")
        return Span(start, end) if len(name) >= 2 and self._level_of(name) is not _NOT_A_BODY else None

    def _kind(self, title: _Title | None) -> tuple[Kind, Text, Text | None]:
        recognition = self.template.recognition
        if title is not None:
            words = self._written(title.span)
            return title.kind, text(f"kind.{title.kind}.title", title=words), None
        head = self.text[: self.opening_end]
        lines = [line for line in head.split("\n") if line][:_HEAD_LINES]
        for other in recognition.others:
            for line in lines:
                if other.titles and len(line) <= _TITLE_LENGTH and _is_match(self.template, other.titles, line):
                    return Kind.OTHER, text("kind.other.title", title=line), other.name
        for kind in (Kind.ANNUAL_REPORT, Kind.WORK_SUMMARY):
            hit = _find(self.template, recognition.openings.get(kind, ()), head)
            if hit is not None:
                return kind, text("kind.opening", quote=self._written(hit)), None
        for other in recognition.others:
            hit = _find(self.template, other.openings, head)
            if hit is not None:
                return Kind.OTHER, text("kind.other.opening", quote=self._written(hit)), other.name
        return Kind.OTHER, text("kind.none"), None

    # --- year, issuer, level

    def _year(self, title: _Title | None) -> Fact | None:
        if title is not None and title.year is not None:
            return self._fact(title.year, "title")
        recognition = self.template.recognition
        head = self.text[: self.opening_end]
        opening = _find(self.template, tuple(p for found in recognition.openings.values() for p in found), head)
        places = [
            *([(opening.start, opening.end, "opening")] if opening else []),
            *((node.title_start, node.title_end, "heading") for node in self.nodes[:1]),
            (0, self.opening_end, "opening"),
        ]
        for start, end, source in places:
            hit = _YEAR_OF_REPORT.search(self.text, start, end)
            if hit:
                return self._fact(Span(*hit.span(1)), source)
        return None

    def _issuer(self, title: _Title | None) -> Fact | None:
        named = self._fact(title.issuer, "title") if title and title.issuer else None
        if named is not None and self._is_full_name(named.value):
            return named
        signature = self._signature()
        if signature is not None and (named is None or self._same_place(named.value, signature.value)):
            return signature
        return named or self._issuer_in_opening()

    def _is_full_name(self, name: str) -> bool:
        level = self._level_of(name)
        return name.endswith(self.template.recognition.organs) or (
            isinstance(level, Level) and level.is_body and not name.endswith("街")
        )

    @staticmethod
    def _same_place(name: str, signature: str) -> bool:
        stem = name[:-1] if len(name) > 2 else name
        return stem in signature

    def _signature(self) -> Fact | None:
        """Return the body that signs: a short line of its own, or the words before the last date."""
        ending = "|".join(map(re.escape, self._endings()))
        begin = max(self.opening_end, len(self.text) * 2 // 3)
        pattern = re.compile(
            rf"(?:(?<=\n)|(?<=[。!;”)])|(?<=来源:))(?P<name>(?:中共)?[{_CN}]{{1,38}}(?:{ending}))"
            r"(?=\n|20\d\d年\d|二[〇一二三四五六七八九]{3}年|$)"
        )
        hits = [hit for hit in pattern.finditer(self.text, begin) if self._level_of(hit["name"]) is not _NOT_A_BODY]
        signed = [hit for hit in hits if self.text[hit.end() : hit.end() + 1] != "" and not hit["name"].startswith("我")]
        return self._fact(Span(*signed[-1].span("name")), "signature") if signed else None

    def _issuer_in_opening(self) -> Fact | None:
        ending = "|".join(map(re.escape, self._endings()))
        pattern = re.compile(
            rf"(?:^|[\n,。:;]|年度?,?|以来,?|现将|现就|指导下,|领导下,)(?P<name>(?![我本全各该在为按根认深坚市区县省党])[{_CN}]{{1,20}}?(?:{ending}))"
            rf"(?![{_CN}]{{0,2}}(?:关于|的(?:领导|指导)|坚强|正确))(?=[{_CN},])"
        )
        for hit in pattern.finditer(self.text, 0, self.opening_end):
            if isinstance(self._level_of(hit["name"]), Level) and len(hit["name"]) >= 3:
                return self._fact(Span(*hit.span("name")), "opening")
        return None

    def _endings(self) -> tuple[str, ...]:
        return _endings(self.template)

    def _level(self, issuer: Fact | None) -> Fact | None:
        if issuer is not None:
            level = self._level_of(issuer.value)
            if isinstance(level, Level):
                return Fact(level.id, issuer.source, issuer.evidence)
        counts = {
            level.id: sum(self.text.count(name) for name in level.self_names)
            for level in self.template.levels
            if level.self_names
        }
        best = max(counts, key=lambda key: counts[key], default=None)
        if best is None or counts[best] < 2:
            return None
        level_found = next(level for level in self.template.levels if level.id == best)
        first = min(place for name in level_found.self_names if (place := self.text.find(name)) >= 0)
        return Fact(best, "body", evidence_at(self.document, self.normal.original(Span(first, first + 2))))

    def _level_of(self, name: str) -> Level | object | None:
        """Return the level of a body's name; None for a body of no level; _NOT_A_BODY where it is no body at all."""
        return level_of(name, self.template)

    # --- helpers

    def _opening_end(self) -> int:
        """Return where the opening ends: at the first numbered heading, but not before the text has begun."""
        first = next((node.start for node in self.nodes if node.start > 30), len(self.text))
        return min(first, _OPENING + self._chrome_length(), len(self.text))

    def _chrome_length(self) -> int:
        """Return how many characters stand in short lines before the first long one."""
        length = 0
        for line in self.text.split("\n"):
            if len(line) > _TITLE_LENGTH:
                break
            length += len(line) + 1
        return min(length, 3000)

    def _written(self, span: Span) -> str:
        original = self.normal.original(span)
        return "".join(self.document.text[original.start : original.end].split())

    def _fact(self, span: Span, source: str) -> Fact:
        evidence = evidence_at(self.document, self.normal.original(span))
        return Fact(self._value(span), source, evidence)

    def _value(self, span: Span) -> str:
        return self.text[span.start : span.end].replace("\n", "")

    def _first_line_fact(self) -> Fact | None:
        for line in re.finditer(r"[^\n]+", self.text[: self.opening_end]):
            if 6 <= len(line.group()) <= 60 and line.group()[-1] not in "。;:,":
                return self._fact(Span(*line.span()), "body")
        return None


def _worth(title: _Title) -> tuple[bool, bool, int]:
    return title.issuer is not None, title.year is not None, title.span.start - title.span.end


_NOT_A_BODY = object()


def level_of(name: str, template: Template) -> Level | object | None:
    """Return the level of a body called *name*: by listed names, then by the longest ending of any level.

    None stands for a body whose level cannot be told (a development zone), ``_NOT_A_BODY`` for words that name none.
    """
    stem, is_organ = name, False
    for organ in sorted(template.recognition.organs, key=len, reverse=True):
        if stem.endswith(organ) and len(stem) > len(organ):
            stem, is_organ = stem[: -len(organ)], True
            break
    for level in template.levels:
        if level.names is not None and stem.endswith(template.vocabulary[level.names].phrases):
            return level
    if stem.endswith(template.recognition.unranked):
        return None
    # 发展和改革委员会 is a body of its own: cutting its organ off leaves no place, so the whole name is asked again.
    for candidate in (stem, name):
        endings = [
            (len(ending), level)
            for level in template.levels
            for ending in level.endings
            if candidate.endswith(ending) and len(candidate) > len(ending)
        ]
        if endings:
            return max(endings, key=lambda pair: pair[0])[1]
    return None if is_organ else _NOT_A_BODY


@lru_cache(maxsize=8)
def _endings_of(organs: tuple[str, ...], levels: tuple[Level, ...]) -> tuple[str, ...]:
    return tuple(sorted({*organs, *(ending for level in levels for ending in level.endings)}, key=len, reverse=True))


def _endings(template: Template) -> tuple[str, ...]:
    return _endings_of(template.recognition.organs, template.levels)


def _is_match(template: Template, phrases: tuple[str, ...], words: str) -> bool:
    pattern = compile_phrases(phrases, template.vocabulary)
    return pattern is not None and pattern.fullmatch(words.encode("utf-8", "surrogatepass")) is not None


def _is_found(template: Template, phrases: tuple[str, ...], words: str) -> bool:
    return _find(template, phrases, words) is not None


def _search(template: Template, phrases: tuple[str, ...], words: str) -> int | None:
    span = _find(template, phrases, words)
    return span.start if span else None


def _find(template: Template, phrases: tuple[str, ...], words: str) -> Span | None:
    pattern = compile_phrases(phrases, template.vocabulary)
    if pattern is None:
        return None
    hits = SearchText(words).find(pattern)
    return hits[0] if hits else None
