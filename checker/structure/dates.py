"""Dates in a report: when it was published, when it was signed, and dates that lost characters in copying."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from checker.model import DateFact, Document, Span
from checker.regex import regex
from checker.structure.analysis import evidence_at
from checker.structure.normalise import NormalText
from checker.structure.numerals import numeral

_YMD = r"(?P<y>20\d\d)[-/.年](?P<m>\d{1,2})[-/.月](?P<d>\d{1,2})日?"
_CN_YMD = (
    r"(?P<cy>二[〇一二三四五六七八九]{3})年(?P<cm>[一二三四五六七八九十]{1,2})月(?P<cd>[一二三四五六七八九十]{1,3})日"
)
_LABELLED = regex(rf"(?:日期|时间)[:为]?\[?(?:{_YMD})", re.ASCII)
_LABELS = frozenset(
    ["发布", "公开", "发文", "刊发", "上传", "更新", "印发", "生成", "公布", "成文", "录入", "添加", "创建"]
)
_SIGNED_LINE = regex(rf"(?:^|[\n。;!”)])[^\n。;,]{{0,40}}?(?:{_YMD}|{_CN_YMD})(?=[\n(]|$)")
_DAMAGED_LINE = regex(
    r"(?:^|\n)(?P<lost>20\d\d年?\d{2,4}月?日?|20\d\d年?\d{1,2}月\d{1,2}|20\d\d\d{1,2}月\d{1,2}日)(?=\n|$)"
)
_PUBLISHING = ("发布", "公开", "公布", "刊发", "上传", "生成", "")
_BARE = regex(_YMD)
_WEB_WORD = regex("来源|浏览|点击|字号|字体|阅读|作者|www")
_COMPLETE = regex(r".*日|\d+([-/.])\d+\1\d+")
_HEAD = 1500
_SHORT_LINE = 90
_TAIL = 400

_Labelled = tuple[str, re.Match[str]]


def is_complete(written: str) -> bool:
    """Return whether a date (normalised) has lost nothing: 2026年1月5 may be another day than it says."""
    return _COMPLETE.fullmatch(written) is not None


def in_words(iso: str) -> str:
    """Return the date *iso* (YYYY-MM-DD) as documents write it: 2026年1月5日."""
    year, month, day = map(int, iso.split("-"))
    return f"{year}年{month}月{day}日"


def dates(document: Document, normal: NormalText) -> tuple[DateFact, ...]:
    """Return the dates of publication and signature that the document shows, in that order."""
    labelled = [(_label(normal.text, hit.start()), hit) for hit in _LABELLED.finditer(normal.text)]
    return (*_published(document, normal, labelled), *_signed(document, normal, labelled))


def _label(text: str, end: int) -> str:
    """Return the word before 日期 or 时间 that says whose date it is, empty for none."""
    word = text[max(end - 2, 0) : end]
    return word if word in _LABELS else ""


def _published(document: Document, normal: NormalText, labelled: Sequence[_Labelled]) -> Iterator[DateFact]:
    found = dict(reversed(labelled))
    for label in (*_PUBLISHING, "更新"):
        if label in found:
            yield _fact(document, normal, "published", found[label])
            return
    # A line above the text that holds a date in figures, or a date beside words of a web page.
    for line in normal.text[:_HEAD].split("\n"):
        if len(line) > _SHORT_LINE:
            return
        start = normal.text.index(line)
        hit = _BARE.search(normal.text, start, start + len(line))
        if hit and (hit.group()[4] in "-/." or _WEB_WORD.search(line)):
            yield _fact(document, normal, "published", hit)
            return


def _signed(document: Document, normal: NormalText, labelled: Sequence[_Labelled]) -> Iterator[DateFact]:
    text = normal.text
    # The signature stands at the end, but a web page may put any amount of chrome after it.
    begin = len(text) // 2
    written = next((hit for label, hit in labelled if label == "成文"), None)
    if written is not None:
        yield _fact(document, normal, "signed", written)
        return
    hits = [hit for hit in _SIGNED_LINE.finditer(text, begin) if _stands_as_signature(text, hit)]
    if hits:
        yield _fact(document, normal, "signed", hits[-1])
        return
    lost = list(_DAMAGED_LINE.finditer(text, begin))
    if lost:
        span = Span(lost[-1].start("lost"), lost[-1].end("lost"))
        yield DateFact("signed", None, evidence_at(document, normal.original(span)))


def _stands_as_signature(text: str, hit: re.Match[str]) -> bool:
    line_start = text.rfind("\n", 0, hit.end()) + 1
    line_end = text.find("\n", hit.end())
    alone = hit.end() - line_start <= 45 and not re.search(r"[,。:]", text[line_start : hit.end()])
    at_end = len(text.rstrip()) - hit.end() <= 30 or (line_end >= 0 and len(text) - hit.end() <= _TAIL)
    return alone or at_end


def _fact(document: Document, normal: NormalText, role: str, hit: re.Match[str]) -> DateFact:
    groups = hit.groupdict()
    if groups.get("y"):
        numbers = [int(groups[key]) for key in "ymd"]
        start, end = hit.start("y"), hit.end()
    else:
        year = int("".join(str("〇一二三四五六七八九".index(digit)) for digit in groups["cy"]))
        numbers = [year, numeral(groups["cm"]) or 0, numeral(groups["cd"]) or 0]
        start, end = hit.start("cy"), hit.end()
    try:
        iso = date(*numbers).isoformat()
    except ValueError:  # 2025年2月30日: shown as a date that cannot be used
        iso = None
    return DateFact(role, iso, evidence_at(document, normal.original(Span(start, end))))
