"""One indicator, told twice: 全年调解矛盾纠纷412件 … 全镇调解矛盾纠纷421件.

Two numbers are only held against each other where both stand at the beginning of a sentence, speak of the whole unit or
the whole year, and say the same thing in the same words: an office counts its own cases, and so does a quarter.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from checker.model import Span
from checker.regex import regex
from checker.structure.figures import Figure, Sentence
from checker.structure.relations import Form, Relation, number, show

_MARK = r"(?:\(?[一二三四五六七八九十\d]{1,3}[)、.是])?"
_PERIOD = r"全年|本年度|年内|今年(?:以来)?|一年来|20\d\d年度?(?:以来)?"
_FILLER = r"共计|总计|总共|一共|共|累计|先后|已|,"
_TOGETHER = regex(rf"(?:{_FILLER})$")
_YEAR = regex(r"20\d\d")
_REACH = 60


def repeats(
    text: str,
    sentences: Sequence[Sentence],
    indicators: Sequence[Span],
    self_names: Sequence[str],
    this_year: str,
) -> Iterator[Relation]:
    """Return what is said more than once of the same indicator.

    *indicators*: where one is named (行政复议案件); *self_names*: how the unit speaks of itself (全镇, 我县);
    *this_year*: the year that is meant where none is named.
    """
    whole = "|".join((_PERIOD, *map(re.escape, sorted(self_names, key=len, reverse=True))))
    head = re.compile(
        rf"{_MARK}(?P<scope>(?:{whole}|{_FILLER})*(?:{whole})(?:{whole}|{_FILLER})*)(?P<act>[^\d,;:。、()“”]*)"
    )
    ends = {indicator.end for indicator in indicators}
    known: dict[tuple[str, str, str], Figure] = {}
    for sentence in sentences:
        figure = sentence.figures[0]
        if not figure.exact or not figure.unit or figure.start - sentence.start > _REACH:
            continue
        words = text[sentence.start : figure.start]
        words = words[: len(words) - len(found.group())] if (found := _TOGETHER.search(words)) else words
        read = head.fullmatch(words)
        if read is None or sentence.start + len(words) not in ends:
            continue
        year = next(iter(_YEAR.findall(read["scope"])), this_year)
        earlier = known.setdefault((year, read["act"], figure.kind), figure)
        if earlier is not figure:
            yield _compared(earlier, figure)


def _compared(first: Figure, second: Figure) -> Relation:
    off = abs(first.value - second.value)
    holds = off <= first.slack + second.slack
    calculation = f"{number(first)}{'=' if holds else '≠'}{number(second)}"
    return Relation(Form.SAME, (first, second), second, calculation, show(off, second), holds)
