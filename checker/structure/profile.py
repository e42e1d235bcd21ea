"""What a document says it is: kind, title, report year, issuer, level and dates, each from where it stands.

Where there is no title, the opening sentence, the first headings and the signature speak. What counts as a title, an
opening, an issuing body is data of the template.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from checker.frozen import replace
from checker.matching.fold import fold
from checker.matching.phrases import matcher
from checker.model import Document, Fact, Kind, Profile, Span
from checker.regex import HAN, regex
from checker.rule import Level, Template
from checker.structure.analysis import evidence_at
from checker.structure.bodies import NOT_A_BODY, endings, find, is_listed, is_whole, level_of, place_of
from checker.structure.dates import dates
from checker.structure.normalise import NormalText
from checker.structure.outline import Node
from checker.structure.places import places_in
from checker.structure.titles import TITLE_LENGTH, Title, candidates, find_title
from checker.texts import Text, text

_YEAR_OF_REPORT = regex(r"(20\d\d)年(?!\d{1,2}月)")
_OPENING = 700


def profile(
    document: Document,
    normal: NormalText,
    nodes: Sequence[Node],
    template: Template,
    *,
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
        title = find_title(self.text, self.opening_end, self.template, self.normal.gaps)
        kind, reason, looks_like = self._kind(title)
        year_fact = Fact(str(year), "option") if year is not None else self._year(title)
        # Who issued a document of another kind is not asked: its first lines would only be guessed at.
        issuer = self._issuer(title) if kind is not Kind.OTHER else None
        found = self._level(issuer) if kind is not Kind.OTHER else None
        level_fact = Fact(level, "option", name=self._level_name(level)) if level is not None else found
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

    # --- kind

    def _kind(self, title: Title | None) -> tuple[Kind, Text, Text | None]:
        recognition = self.template.recognition
        if title is not None:
            words = self._written(title.span)
            return title.kind, text(f"kind.{title.kind}.title", title=words), None
        head = self.text[: self.opening_end]
        # A line of crumbs (首页>工作总结) leads to a document and names none.
        spans = [
            span
            for span in candidates(self.text, self.opening_end)
            if span.end - span.start <= TITLE_LENGTH and ">" not in self.text[span.start : span.end]
        ]
        for other in recognition.others:
            for span in spans if other.titles else ():
                if is_whole(self.template, other.titles, self.text[span.start : span.end].replace("\n", "")):
                    return Kind.OTHER, text("kind.other.title", title=self._written(span)), other.name
        for kind in (Kind.ANNUAL_REPORT, Kind.WORK_SUMMARY):
            hit = find(self.template, recognition.openings.get(kind, ()), head)
            if hit is not None:
                return kind, text("kind.opening", quote=self._written(hit)), None
        for other in recognition.others:
            hit = find(self.template, other.openings, head)
            if hit is not None:
                return Kind.OTHER, text("kind.other.opening", quote=self._written(hit)), other.name
        return Kind.OTHER, text("kind.none"), None

    # --- year, issuer, level

    def _year(self, title: Title | None) -> Fact | None:
        if title is not None and title.year is not None:
            return self._folded(title.year, "title")
        recognition = self.template.recognition
        head = self.text[: self.opening_end]
        opening = find(self.template, tuple(p for found in recognition.openings.values() for p in found), head)
        places = [
            *([(opening.start, opening.end, "opening")] if opening else []),
            *((node.title_start, node.title_end, "heading") for node in self.nodes[:1]),
            (0, self.opening_end, "opening"),
        ]
        for start, end, source in places:
            hit = _YEAR_OF_REPORT.search(self.text, start, end)
            if hit:
                return self._folded(Span(*hit.span(1)), source)
        return None

    def _issuer(self, title: Title | None) -> Fact | None:
        named = self._fact(title.issuer, "title") if title and title.issuer else None
        if named is not None and self._is_full_name(named.value):
            return self._with_place(named, title) or named
        signature = self._byline(title) or self._signature()
        if signature is not None and (named is None or self._same_place(named.value, signature.value)):
            return signature
        return named or self._issuer_in_opening()

    def _with_place(self, named: Fact, title: Title | None) -> Fact | None:
        """Return the body whose name ends in *named*, where that begins without a place: 市水务局 → 云陵市水务局."""
        name = fold(named.value)
        begins = tuple(end for level in self.template.levels for end in level.endings if len(end) == 1)
        if not name.startswith(begins) or places_in(name, self.template):
            return None
        for other in (self._byline(title), self._signature()):
            if other is not None and other.value != named.value and fold(other.value).endswith(name):
                return other
        longer = re.compile(rf"(?:[\n,。:;]|现将|现就)(?P<name>(?!现[将就]){HAN}{{2,12}}{re.escape(name)})")
        hit = longer.search(self.text, 0, self.opening_end)
        return None if hit is None else self._fact(Span(*hit.span("name")), "opening")

    def _is_full_name(self, name: str) -> bool:
        level = level_of(fold(name), self.template)
        return fold(name).endswith(self.template.recognition.organs) or (isinstance(level, Level) and level.is_body)

    def _same_place(self, name: str, signature: str) -> bool:
        stem = name[:-1] if len(name) > 2 else name
        return stem in signature or name.endswith(place_of(signature, self.template))

    def _byline(self, title: Title | None) -> Fact | None:
        """Return the body named on a line of its own right below the title."""
        if title is None:
            return None
        line = re.match(r"\n+([^\n]{3,40})\n", self.text[title.span.end : title.span.end + 60])
        if line is None or not self._is_full_name(line.group(1)):
            return None
        start = title.span.end + line.start(1)
        return self._fact(Span(start, start + len(line.group(1))), "title")

    def _signature(self) -> Fact | None:
        """Return the body that signs: a short line of its own, or the words before the last date."""
        ending = "|".join(map(re.escape, endings(self.template.recognition.organs, self.template.levels)))
        begin = max(self.opening_end, len(self.text) * 2 // 3)
        pattern = re.compile(
            rf"(?:(?<=\n)|(?<=[。!;”)])|(?<=来源:))(?P<name>(?:中共)?{HAN}{{1,38}}(?:{ending}))"
            r"(?=\n|20\d\d[年./-]\d|二[〇一二三四五六七八九]{3}年|$)"
        )
        signed = [
            hit
            for hit in pattern.finditer(self.text, begin)
            if level_of(hit["name"], self.template) is not NOT_A_BODY and not hit["name"].startswith("我")
        ]
        return self._fact(Span(*signed[-1].span("name")), "signature") if signed else None

    def _issuer_in_opening(self) -> Fact | None:
        ending = "|".join(map(re.escape, endings(self.template.recognition.organs, self.template.levels)))
        pattern = re.compile(
            rf"(?:^|[\n,。:;]|年度?,?|以来,?|现将|现就|指导下,|领导下,)(?P<name>(?![我本全各该在为按根认深坚市区县省党]){HAN}{{1,20}}?(?:{ending}))"
            rf"(?!{HAN}{{0,2}}(?:关于|的(?:领导|指导)|坚强|正确))(?=,|{HAN})"
        )
        for hit in pattern.finditer(self.text, 0, self.opening_end):
            if isinstance(level_of(hit["name"], self.template), Level) and len(hit["name"]) >= 3:
                return self._fact(Span(*hit.span("name")), "opening")
        return None

    def _level(self, issuer: Fact | None) -> Fact | None:
        if issuer is not None:
            level = level_of(fold(issuer.value), self.template)
            if isinstance(level, Level):
                level = self._by_clues(level, fold(issuer.value))
                return Fact(level.id, issuer.source, issuer.evidence, level.name)
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
        return Fact(
            best, "body", evidence_at(self.document, self.normal.original(Span(first, first + 2))), level_found.name
        )

    def _by_clues(self, level: Level, name: str) -> Level:
        """Return the level that the text's way of speaking of lower levels shows, where the name alone leaves doubt."""
        if level.clues is None or is_listed(name, level, self.template):
            return level
        rivals = [entry for entry in self.template.levels if entry.clues is not None]
        counts = {entry.id: len(self._hits(entry.clues)) for entry in rivals}
        best = max(rivals, key=lambda entry: counts[entry.id])
        if counts[level.id] or not counts[best.id] or not self._may_be_either(name):
            return level
        return best

    def _may_be_either(self, name: str) -> bool:
        """Whether places called like *name* are listed at more than one level."""
        place = place_of(name, self.template)
        listed = [entry for entry in self.template.levels if entry.names is not None and entry.clues is not None]
        return all(
            any(known.endswith(place[-1]) for known in self.template.vocabulary[entry.names or ""].phrases)
            for entry in listed
        )

    def _hits(self, concept: str | None) -> tuple[Span, ...]:
        vocabulary = self.template.vocabulary
        return matcher(vocabulary[concept], vocabulary).spans(self.normal.searched) if concept else ()

    def _level_name(self, level_id: str) -> Text | None:
        return next((level.name for level in self.template.levels if level.id == level_id), None)

    # --- helpers

    def _opening_end(self) -> int:
        """Return where the opening ends: at the first numbered heading, but not before the text has begun."""
        first = next((node.start for node in self.nodes if node.start > 30), len(self.text))
        return min(first, _OPENING + self._chrome_length(), len(self.text))

    def _chrome_length(self) -> int:
        """Return how many characters stand in short lines before the first long one."""
        length = 0
        for line in self.text.split("\n"):
            if len(line) > TITLE_LENGTH:
                break
            length += len(line) + 1
        return min(length, 3000)

    def _written(self, span: Span) -> str:
        original = self.normal.original(span)
        return "".join(self.document.text[original.start : original.end].split())

    def _fact(self, span: Span, source: str) -> Fact:
        evidence = evidence_at(self.document, self.normal.original(span))
        return Fact(self._value(span), source, evidence)

    def _folded(self, span: Span, source: str) -> Fact:
        return replace(self._fact(span, source), value=self.text[span.start : span.end])

    def _value(self, span: Span) -> str:
        """Return the words at *span* as the document writes them, without noise, spaces and line ends."""
        places = (place for place in range(span.start, span.end) if self.text[place] != "\n")
        return "".join(self.document.text[self.normal.origin[place]] for place in places)

    def _first_line_fact(self) -> Fact | None:
        for line in re.finditer(r"[^\n]+", self.text[: self.opening_end]):
            if 6 <= len(line.group()) <= 60 and line.group()[-1] not in "。;:,":
                return self._fact(Span(*line.span()), "body")
        return None
