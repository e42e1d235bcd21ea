"""The title of a report: on one line or broken over several, repeated, or run into its text."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from checker.frozen import dataclass
from checker.model import Kind, Span
from checker.regex import NOT_HAN, regex
from checker.rule import Template
from checker.structure.bodies import NOT_A_BODY, find, is_whole, level_of
from checker.structure.numerals import NUMERALS

_YEAR = regex(r"(20\d\d)年?")
_RUN_ON_END = regex("报告(?!如下)|(?:情况|总结|小结|汇报)(?!的?(?:工作)?报告|[暨及和与]|如下)")
_GAPS_WITHIN = 400
_CRUMB = regex("[>|]")
_LEAD = regex(rf"{NOT_HAN}*(?:标题:|度|报送|上报)?\n?")
_TRAIL = regex(rf"(?:关于|深入|全面|持续|推进|加强|落实|的|\n|(?!\)){NOT_HAN})*$")
_NEXT_LINE = regex(rf"\n(?!第?[{NUMERALS}壹]+[、.部章]|\([{NUMERALS}]|\d+[.、])([^\n]{{1,40}})(?=\n|$)")  # no heading
_HEAD_LINES = 60
_TITLE_LINES = 3
TITLE_LENGTH = 90


@dataclass(frozen=True, slots=True)
class Title:
    """A title with the places where it names issuer and year, in normalised text."""

    kind: Kind
    span: Span
    issuer: Span | None
    year: Span | None


def find_title(text: str, head: int, template: Template, gaps: Collection[int] = ()) -> Title | None:
    """Return the best title in ``text[:head]``: one that names issuer and year before others, then the shortest."""
    titles = [title for span in candidates(text, head, gaps) if (title := _as_title(text, span, template)) is not None]
    return max(titles, key=_worth, default=None)


def _worth(title: Title) -> tuple[bool, bool, int]:
    return title.issuer is not None, title.year is not None, title.span.start - title.span.end


def head_lines(text: str, head: int) -> list[Span]:
    """Return the first lines of ``text[:head]``."""
    return [Span(*line.span()) for line in re.finditer(r"[^\n]+", text[:head])][:_HEAD_LINES]


def candidates(text: str, head: int, gaps: Collection[int] = ()) -> Iterator[Span]:
    """Return the stretches at the beginning of *text* that may be a title.

    They are lines, runs of two or three lines, and beginnings of a line that goes on with the text; *gaps* are places
    inside a line where one may begin as well.
    """
    lines = head_lines(text, head)
    for index, first in enumerate(lines):
        for last in lines[index : index + _TITLE_LINES]:
            if last.end - first.start > TITLE_LENGTH:
                break
            yield Span(first.start, last.end)
    within = min(head, _GAPS_WITHIN)
    breaks = {gap for gap in gaps if gap < within} | {crumb.end() for crumb in _CRUMB.finditer(text, 0, within)}
    for start in sorted(breaks | {line.start for line in lines}):
        for stop in _RUN_ON_END.finditer(text, start, start + TITLE_LENGTH):
            line_end = text.find("\n", stop.end())
            goes_on = line_end < 0 or line_end - stop.end() > TITLE_LENGTH
            if goes_on and text.count("\n", start, stop.end()) < _TITLE_LINES:
                yield Span(start, stop.end())


def _as_title(text: str, span: Span, template: Template) -> Title | None:
    span = _bare(text, span)
    words = text[span.start : span.end].replace("\n", "")
    recognition = template.recognition
    for kind in (Kind.ANNUAL_REPORT, Kind.WORK_SUMMARY):
        if is_whole(template, recognition.titles.get(kind, ()), words):
            if find(template, recognition.not_titles, words) is not None or _goes_on_as_other(text, span, template):
                return None
            return Title(kind, span, *_parts(text, span, template))
    return None


def _goes_on_as_other(text: str, span: Span, template: Template) -> bool:
    """Whether the next line, no heading, makes another kind's title of it (关于做好…年度报告 / 报送工作的通知)."""
    next_line = _NEXT_LINE.match(text, span.end, span.end + 60)
    if next_line is None:
        return False
    words = text[span.start : span.end].replace("\n", "")
    longer = words + next_line[1]
    others = (other.titles for other in template.recognition.others if other.titles)
    return any(is_whole(template, titles, longer) and not is_whole(template, titles, words) for titles in others)


def _bare(text: str, span: Span) -> Span:
    """Return *span* without marks around a title: 《…》, #."""
    start, end = span.start, span.end
    while start < end and text[start] in "#* 《“<":
        start += 1
    while end > start and text[end - 1] in "*》”>":
        end -= 1
    return Span(start, end)


def _parts(text: str, span: Span, template: Template) -> tuple[Span | None, Span | None]:
    """Return where in a title the issuer and the year stand."""
    words = text[span.start : span.end]
    year_hit = _YEAR.search(words)
    year = Span(span.start + year_hit.start(1), span.start + year_hit.end(1)) if year_hit else None
    subject = find(template, (f"<{template.recognition.subject}>",), words)
    about = words.find("关于")
    ends = [about, year_hit.start() if year_hit else -1, subject.start if subject else -1]
    before = _name(text, span.start, span.start + min((end for end in ends if end >= 0), default=0), template)
    if before is not None:
        return before, year
    if year_hit and subject is not None and subject.start > year_hit.end():
        return _name(text, span.start + year_hit.end(), span.start + subject.start, template), year
    if about == 0 and year_hit:
        return _name(text, span.start + 2, span.start + year_hit.start(), template), year
    return None, year


def _name(text: str, start: int, end: int, template: Template) -> Span | None:
    """Return the name of a body in ``text[start:end]`` without the words around it, None where there is none."""
    lead = _LEAD.match(text, start, end)
    start = lead.end() if lead else start
    start = max(start, text.rfind(">", start, end) + 1, text.rfind(":", start, end) + 1)
    trail = _TRAIL.search(text[start:end])
    end -= len(trail.group()) if trail else 0
    name = text[start:end].replace("\n", "")
    return Span(start, end) if len(name) >= 2 and level_of(name, template) is not NOT_A_BODY else None
