"""Attachments: what the note below the text lists is numbered well and agrees with what is attached.

Parameters: none.

Passes:  附件：1.重大行政决策目录 / 2.法律顾问名册 … 附件1 / 重大行政决策目录 … 附件2 / 法律顾问名册
Fails:   附件：1、重大行政决策目录；       a mark of another form, a name that ends in a punctuation mark
         附件：重大行政决策目录 … 附件1 / … 附件2 / …      one listed, two attached
         详见附件                             and nothing is listed or attached

Where only the note is there, nothing is said of what it lists: attachments are often files of their own.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from checker.checks.result import Result
from checker.model import Span, State
from checker.regex import regex
from checker.rule import Rule
from checker.structure.analysis import Analysis
from checker.structure.attachments import Attachments, Listed, find_attachments
from checker.texts import Text, text

KIND = "attachments"
SCHEMA: Mapping[str, Any] = {"type": "object", "properties": {}, "required": [], "additionalProperties": False}

_RIGHT_MARK = regex(r"\d{1,2}\.")
_PUNCTUATION = "。;,、.:"
_PLAIN = regex(r"[^\w]")


def check(analysis: Analysis, rule: Rule) -> Result:  # noqa: ARG001 - every kind takes a rule
    """Compare note, attachments and mentions."""
    found = find_attachments(analysis.text)
    why = text("attachments.why", listed=len(found.listed), attached=len(found.attached))
    if not found.listed and not found.attached and found.mention is None:
        return Result(State.NOT_APPLICABLE, text("attachments.none"), why)
    faults = [*_faults_of_list(analysis, found.listed), *_differences(analysis, found)]
    if not faults:
        return Result(State.PASS, text("attachments.right"), why)
    told = [fault for fault, _ in faults]
    message = Text("；".join(fault.zh for fault in told), "; ".join(fault.en for fault in told))
    evidence = tuple(analysis.evidence(span) for span in dict.fromkeys(span for _, span in faults))
    return Result(State.FAIL, message, why, evidence)


def _faults_of_list(analysis: Analysis, listed: tuple[Listed, ...]) -> Iterator[tuple[Text, Span]]:
    if len(listed) > 1:
        odd = [each for each in listed if not _RIGHT_MARK.fullmatch(each.mark)]
        if odd:
            yield text("attachments.mark", mark=odd[0].mark or "—"), odd[0].name
        elif [each.number for each in listed] != list(range(1, len(listed) + 1)):
            yield text("attachments.numbers"), listed[0].name
    for each in listed:
        if analysis.text[each.name.end - 1] in _PUNCTUATION:
            yield text("attachments.punctuation", name=analysis.as_written(each.name)), each.name


def _differences(analysis: Analysis, found: Attachments) -> Iterator[tuple[Text, Span]]:
    listed, attached = found.listed, found.attached
    if not listed and not attached:
        assert found.mention is not None  # there is something
        yield text("attachments.dangling", words=analysis.as_written(found.mention)), found.mention
    elif not listed:
        yield text("attachments.unlisted", count=len(attached)), attached[0].head
    elif attached and len(attached) != len(listed):
        yield text("attachments.count", listed=len(listed), attached=len(attached)), attached[-1].head
    else:
        for each, one in zip(listed, attached, strict=False):
            if one.title is not None and not _agree(analysis, each.name, one.title):
                names = {"name": analysis.as_written(each.name), "title": analysis.as_written(one.title)}
                yield text("attachments.title", **names), one.title


def _agree(analysis: Analysis, name: Span, title: Span) -> bool:
    """Whether a listed name and a title are the same but for marks, or one is the other with something added."""
    plain = [_PLAIN.sub("", analysis.text[span.start : span.end]) for span in (name, title)]
    return plain[0] in plain[1] or plain[1] in plain[0]
