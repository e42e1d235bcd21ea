"""The numbers that Word puts in front of paragraphs: they stand nowhere in the text, yet every reader sees them.

Definitions are those of the numbering part (ECMA-376 Part 1, 17.9). Paragraphs count on in the abstract list that
their number instance names, so that instances of one list continue each other unless one overrides the start.
"""

from __future__ import annotations

import re

from lxml import etree

from checker.frozen import dataclass
from checker.reading.docx_names import ILVL, NUM_ID, VAL, child, child_value, is_on, number_of, w
from checker.reading.docx_numerals import UNNUMBERED, numeral
from checker.regex import regex

_LEVELS = 9
_REFERENCE = regex(r"%([1-9])")
_CLOSED = tuple("、，。．；：）】〕」』》")


@dataclass(frozen=True, slots=True)
class Label:
    """What stands before a numbered paragraph, white space included; empty for a bullet."""

    text: str
    is_bullet: bool


@dataclass(frozen=True, slots=True)
class _Level:
    """One level of a list. *restart* is the level (1-based) after which it starts anew, 0 for never, None for any."""

    start: int
    number_format: str
    text: str
    suffix: str
    restart: int | None
    legal: bool
    style: str | None


@dataclass(frozen=True, slots=True)
class _List:
    """One number instance: levels with its own overrides, counted together with all instances of *abstract*."""

    abstract: str
    levels: dict[int, _Level]
    starts: dict[int, int]


class Numbering:
    """Counts through the lists of one document. Ask for labels in the order in which paragraphs stand."""

    def __init__(self, root: etree._Element | None) -> None:
        """Take the *root* of the numbering part; None numbers nothing."""
        self._instances: dict[str, etree._Element] = {}
        self._abstracts: dict[str, etree._Element] = {}
        self._linked: dict[str, str] = {}
        self._lists: dict[str, _List | None] = {}
        self._counts: dict[str, list[int | None]] = {}
        self._started: set[tuple[str, int]] = set()
        for element in root.iterchildren(w("abstractNum")) if root is not None else ():
            identity = element.get(w("abstractNumId"), "")
            self._abstracts[identity] = element
            if link := child_value(element, w("styleLink")):
                self._linked[link] = identity
        for element in root.iterchildren(w("num")) if root is not None else ():
            self._instances[element.get(NUM_ID, "")] = element

    def label(self, instance: str, level: int | None, style: str | None) -> Label | None:
        """Return the next label of *instance*, None where it defines none.

        A *level* of None is found through *style*, the paragraph style that a level of the list is linked to.
        """
        found = self._list(instance)
        if found is None:
            return None
        if level is None:
            level = next((index for index, known in found.levels.items() if known.style == style and style), 0)
        definition = found.levels.get(level)
        if definition is None:
            return None
        counts = self._count(instance, found, level)
        if definition.number_format == "bullet":
            return Label("", is_bullet=True)

        def shown(reference: re.Match[str]) -> str:
            index = int(reference.group(1)) - 1
            other = found.levels.get(index)
            if other is None or other.number_format in UNNUMBERED:
                return ""
            number = counts[index]
            number_format = "decimal" if definition.legal else other.number_format
            return numeral(found.starts.get(index, other.start) if number is None else number, number_format)

        return Label(_REFERENCE.sub(shown, definition.text) + _gap(definition), is_bullet=False)

    def _count(self, instance: str, found: _List, level: int) -> list[int | None]:
        counts = self._counts.setdefault(found.abstract, [None] * _LEVELS)
        if level in found.starts and (instance, level) not in self._started:
            self._started.add((instance, level))
            counts[level] = None
        previous = counts[level]
        counts[level] = found.starts.get(level, found.levels[level].start) if previous is None else previous + 1
        for deeper in range(level + 1, _LEVELS):
            restart = found.levels[deeper].restart if deeper in found.levels else None
            if restart is None or level < restart:
                counts[deeper] = None
        return counts

    def _list(self, instance: str) -> _List | None:
        if instance not in self._lists:
            self._lists[instance] = self._read_list(instance)
        return self._lists[instance]

    def _read_list(self, instance: str) -> _List | None:
        element = self._instances.get(instance)
        if element is None:
            return None
        abstract = child_value(element, w("abstractNumId"))
        definition = self._abstracts.get(abstract)
        link = child_value(definition, w("numStyleLink"))
        if link in self._linked:
            abstract = self._linked[link]
            definition = self._abstracts[abstract]
        if definition is None:
            return None
        levels = dict(_levels(definition))
        starts: dict[int, int] = {}
        for override in element.iterchildren(w("lvlOverride")):
            levels.update(_levels(override))
            index, start = _index_of(override), number_of(child(override, w("startOverride")))
            if index is not None and start is not None:
                starts[index] = start
        return _List(abstract, levels, starts)


def _gap(level: _Level) -> str:
    """A reader sees a gap after 1. but none after 一、, whatever is stored."""
    return "" if level.suffix == "nothing" or not level.text.strip() or level.text.rstrip().endswith(_CLOSED) else " "


def _levels(parent: etree._Element) -> list[tuple[int, _Level]]:
    found: list[tuple[int, _Level]] = []
    for element in parent.iterchildren(w("lvl")):
        index = _index_of(element)
        if index is None:
            continue
        # A format that only newer programs know stands beside a plain one in mc:AlternateContent.
        formats = [name for known in element.iter(w("numFmt")) if (name := known.get(VAL)) and name != "custom"]
        start = number_of(child(element, w("start")))
        found.append(
            (
                index,
                _Level(
                    start=0 if start is None else start,
                    number_format=formats[-1] if formats else "decimal",
                    text=child_value(element, w("lvlText")),
                    suffix=child_value(element, w("suff")) or "tab",
                    restart=number_of(child(element, w("lvlRestart"))),
                    legal=is_on(child(element, w("isLgl"))),
                    style=child_value(element, w("pStyle")) or None,
                ),
            )
        )
    return found


def _index_of(element: etree._Element) -> int | None:
    value = element.get(ILVL, "")
    return int(value) if value.isascii() and value.isdigit() and int(value) < _LEVELS else None
