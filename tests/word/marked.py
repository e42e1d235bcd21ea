"""Word documents with comments, shown as tests read them: each comment with exactly the text it stands at."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from io import BytesIO
from zipfile import ZipFile

from lxml import etree

from checker.model import Document, Evidence, Outcome, Report, Role
from checker.reading import read_bytes
from tests.reports.samples import BLOCKED, CAUSES

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def read(data: bytes) -> Document:
    return read_bytes(data, "draft.docx")


def evidence(document: Document, words: str, role: Role = Role.MATCH) -> Evidence:
    start = document.text.index(words)
    line, column = document.line_column(start)
    return Evidence(words, start, start + len(words), line, column, role=role)


def finding(document: Document, *quotes: str, rule: str = "D-CAUSE", fingerprint: str = "0a1b") -> Outcome:
    found = tuple(evidence(document, words) for words in quotes)
    return replace(CAUSES, rule=rule, fingerprint=fingerprint, evidence=found)


def report(data: bytes, *quotes: str) -> Report:
    """A report with a finding for each of *quotes*, in the document *data*."""
    document = read(data)
    outcomes = tuple(finding(document, words, rule=f"D-{number}") for number, words in enumerate(quotes, 1))
    return replace(BLOCKED, document=document, outcomes=outcomes, profile=replace(BLOCKED.profile, title=None))


def parts(data: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def main(data: bytes) -> etree._Element:
    return etree.fromstring(parts(data)["word/document.xml"])


def comments(data: bytes) -> list[tuple[str, list[str]]]:
    """The comments in order: who wrote each, and its paragraphs."""
    root = etree.fromstring(parts(data)["word/comments.xml"])
    return [(each.get(W + "author", ""), ["".join(p.itertext(W + "t")) for p in each.iter(W + "p")]) for each in root]


def anchors(data: bytes) -> list[tuple[str, str]]:
    """For each comment in the text, in order of where it begins: its id and the text between its markers."""
    opened: dict[str, list[str]] = {}
    order: list[str] = []
    done: set[str] = set()
    for element in main(data).iter():
        identity = element.get(W + "id", "")
        if element.tag == W + "commentRangeStart":
            opened[identity] = []
            order.append(identity)
        elif element.tag == W + "commentRangeEnd":
            done.add(identity)
        elif element.tag == W + "t":
            for each, pieces in opened.items():
                if each not in done:
                    pieces.append(element.text or "")
    assert done == set(order)
    return [(identity, "".join(opened[identity])) for identity in order]


def without_comments(root: etree._Element) -> bytes:
    """The tree without markers of comments, adjacent runs that are set alike taken together."""
    for element in list(root.iter(W + "commentRangeStart", W + "commentRangeEnd", W + "commentReference")):
        parent = element.getparent()
        assert parent is not None
        parent.remove(element)
        if parent.tag == W + "r" and not len(parent):
            above = parent.getparent()
            assert above is not None
            above.remove(parent)
    for run in list(root.iter(W + "r")):
        before = run.getprevious()
        if before is not None and before.tag == W + "r" and _set(before) == _set(run):
            for child in [child for child in run if child.tag != W + "rPr"]:
                last = before[-1] if len(before) else None
                if child.tag == W + "t" and last is not None and last.tag == W + "t":
                    last.text = (last.text or "") + (child.text or "")
                else:
                    before.append(child)
            above = run.getparent()
            assert above is not None
            above.remove(run)
            # What follows is compared with the run that has grown.
            run_after = before.getnext()
            assert run_after is None or run_after is not run
    for words in root.iter(W + "t"):
        words.attrib.pop("{http://www.w3.org/XML/1998/namespace}space", None)
    return etree.tostring(root, method="c14n", exclusive=True)


def _set(run: etree._Element) -> tuple[Mapping[str, str], bytes]:
    properties = run.find(W + "rPr")
    return dict(run.attrib), b"" if properties is None else etree.tostring(properties, method="c14n", exclusive=True)
