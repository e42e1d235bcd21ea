"""Where each character of a Word document's text came from: recorded while it is read, where somebody asks for it.

Blanks are not traced, because reading adds, drops and joins them; every other character has exactly one source. So the
sources in reading order and the visible characters of the text in theirs are the same sequence, whatever became of the
blanks between them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lxml import etree

from checker.frozen import dataclass
from checker.reading.content import CONTROLS, INVISIBLE
from checker.reading.docx_names import MATH_TEXT, NO_BREAK_HYPHEN, SYMBOL, T
from checker.regex import regex

SOURCES = (T, SYMBOL, NO_BREAK_HYPHEN, MATH_TEXT)
"""The elements that visible characters come from."""

VISIBLE = regex(rf"[^\s{INVISIBLE}{CONTROLS.pattern[1:-1]}]")

MAIN = "document"

Source = tuple[etree._Element | None, str]
"""An element, None for what Word generates, and the text it shows."""


@dataclass(frozen=True, slots=True)
class Place:
    """The source of one visible character: the *ordinal*-th of element number *index* among the part's ``SOURCES``.

    *part* is ``document``, ``footnotes`` or ``endnotes``, *note* the id of the note. *index* is None for what Word
    generates: the number of a paragraph.
    """

    part: str
    note: str
    index: int | None
    ordinal: int


class Trace:
    """Collects sources in reading order; a reader calls :meth:`enter` at each part, before it changes the tree."""

    def __init__(self) -> None:
        self._places: list[Place] = []
        self._characters: list[str] = []
        self._part = MAIN
        self._numbers: dict[etree._Element, int] = {}
        self.note = ""

    def enter(self, part: str, root: etree._Element) -> None:
        """Begin with *part*, whose tree is still whole."""
        self._part, self.note = part, ""
        self._numbers = {element: number for number, element in enumerate(root.iter(*SOURCES))}

    def leave(self) -> None:
        """End with the parts whose characters can be found again; what is added now is taken for generated."""
        self._part, self.note = MAIN, ""
        self._numbers = {}

    def add(self, sources: Iterable[Source]) -> None:
        """Take what was put into the text, in order."""
        for element, shown in sources:
            number = None if element is None else self._numbers.get(element)
            for ordinal, character in enumerate(VISIBLE.findall(shown)):
                self._places.append(Place(self._part, self.note, number, ordinal))
                self._characters.append(character)

    def places(self, text: str) -> tuple[Place | None, ...] | None:
        """Return the source of each character of *text*, None for blanks; None where *text* is not what was read."""
        visible = list(VISIBLE.finditer(text))
        if [match[0] for match in visible] != self._characters:
            return None
        placed: list[Place | None] = [None] * len(text)
        for match, place in zip(visible, self._places, strict=True):
            placed[match.start()] = place
        return tuple(placed)


def offsets(shown: str) -> Iterator[int]:
    """Yield where the visible characters of *shown* stand in it."""
    return (match.start() for match in VISIBLE.finditer(shown))
