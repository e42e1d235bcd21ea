"""Reads an HTML report as a browser would: what it shows, its ids and links, its tags."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

_BLOCKS = """
article aside blockquote dd dl div dt figcaption figure footer h1 h2 h3 h4 header li nav ol p
section summary table tr ul details caption
"""
BLOCKS = frozenset(_BLOCKS.split())
EMPTY = frozenset(("meta", "br"))


@dataclass
class Page(HTMLParser):
    """A page: its visible lines, every id, every link, every tag with its attributes. Wrong nesting is an error."""

    source: str
    lines: list[str] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    tags: list[tuple[str, dict[str, str | None]]] = field(default_factory=list)
    marked: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._open: list[str] = []
        self._marks: list[str] = []
        self._line = ""
        self.feed(self.source)
        self.close()
        assert self._open == []
        self._end()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = dict(attrs)
        assert len(attributes) == len(attrs)
        self.tags.append((tag, attributes))
        if tag not in EMPTY:
            self._open.append(tag)
        if tag in BLOCKS:
            self._end()
        if tag in ("td", "th", "span", "code", "small") and self._line:
            self._line += " "
        identity = attributes.get("id")
        if identity is not None:
            self.ids.append(identity)
            if tag == "mark":
                self.marked[identity] = ""
                self._marks.append(identity)
        if tag == "a":
            self.links.append(attributes["href"] or "")

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag
        if tag in BLOCKS:
            self._end()
        if tag == "mark":
            self._marks = []

    def handle_data(self, data: str) -> None:
        if self._open[-1:] in (["style"], ["title"]):
            return
        self._line += data
        for mark in self._marks:
            self.marked[mark] += data

    def _end(self) -> None:
        line = re.sub(r"\s+", " ", self._line).strip()
        if line:
            self.lines.append(line)
        self._line = ""
