"""OFD files (GB/T 33190-2016): the text of their pages and page templates, put together into paragraphs.

Places are millimetres in the file and points here. A text object says where its first character stands and how far it
is from each to the next (7.6, 11.3); pictures and seals are not looked into.
"""

from __future__ import annotations

import math
import posixpath
from collections.abc import Iterator

from lxml import etree

from checker.frozen import dataclass, field
from checker.reading import xml
from checker.reading.content import Builder, Content
from checker.reading.layout import WIDE_GAP, Piece, glued, sane
from checker.reading.limits import listed
from checker.reading.paging import Page, add_pages
from checker.reading.source import Source
from checker.regex import regex
from checker.texts import text

_MAIN = "OFD.xml"
_POINTS = 72 / 25.4  # in a millimetre
_A4 = (0.0, 0.0, 210.0, 297.0)
_WIDE = regex(r"[\u2e80-\u9fff\uf900-\ufaff\uff01-\uff60\u2014\u2018-\u201d\u2026]")
_UNKNOWN = regex(r"[\ue000-\uf8ff\ufffd\u00a4]")
_GARBAGE = 0.2
_SMALLEST = 0.1
_FEW = 20
_MANY_PATHS = 60
_COVERED = 0.3
_Matrix = tuple[float, float, float, float, float, float]
_NO_CHANGE: _Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
_DEEPEST_DELTA = 100_000  # characters that one group of distances may stand for


@dataclass(slots=True)
class _Found:
    """What a page or template holds. *covered* is the area of its pictures, square millimetres."""

    pieces: list[Piece] = field(default_factory=list)
    pictures: int = 0
    paths: int = 0
    covered: float = 0.0


def read(source: Source) -> Content:
    """Return what *source* shows. Raises ReadError where it is damaged, encrypted, over a limit or without any text."""
    if any(posixpath.basename(name) == "Encryptions.xml" for name in source.archive.names):
        raise source.error("encrypted")
    reader = _Reader(source)
    for root in _texts(xml.part(source, _MAIN), "DocRoot"):
        reader.document(_resolve("", root))
    if not reader.pages and (reader.scans or reader.garbled):
        raise source.error("scanned" if reader.scans else "no_character_map")
    builder = Builder()
    add_pages(builder, reader.pages)
    for key, numbers in (("scans", reader.scans), ("garbled", reader.garbled)):
        if numbers:
            builder.notes.append(text(f"reading.note.{key}", pages=listed(numbers)))
    for key, count in (("pictures", reader.pictures), ("embedded", reader.attached)):
        if count:
            builder.notes.append(text(f"reading.note.{key}", count=count))
    return builder.content(unread_pages=tuple(sorted((*reader.scans, *reader.garbled))))


class _Reader:
    """Reads the documents of one file; pages are numbered through all of them."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._templates: dict[str, str] = {}
        self._read_templates: dict[str, _Found] = {}
        self._count = 0
        self._characters = 0
        self.pages: list[Page] = []
        self.scans: list[int] = []
        self.garbled: list[int] = []
        self.pictures = 0
        self.attached = 0

    def document(self, name: str) -> None:
        """Read the document whose root is the part *name*."""
        root = xml.part(self._source, name)
        folder = posixpath.dirname(name)
        self._templates = {
            template.get("ID", ""): _resolve(folder, template.get("BaseLoc", ""))
            for template in root.iter("{*}TemplatePage")
        }
        self._read_templates = {}
        usual = _box(next(_texts(root, "PhysicalBox"), "")) or _A4
        for attachments in _texts(root, "Attachments"):
            part = _resolve(folder, attachments)
            if part in self._source.archive.names:
                self.attached += sum(1 for _ in xml.part(self._source, part).iter("{*}Attachment"))
        for pages in root.iterchildren("{*}Pages"):
            for page in pages.iterchildren("{*}Page"):
                self._page(_resolve(folder, page.get("BaseLoc", "")), usual)

    def _page(self, name: str, usual: tuple[float, ...]) -> None:
        self._source.check_time()
        self._count += 1
        limits = self._source.limits
        if self._count > limits.pages:
            raise self._source.error("too_many_pages", count=self._count, limit=limits.pages)
        root = xml.part(self._source, name)
        box = _box(next(_texts(root, "PhysicalBox"), "")) or usual
        found = _found(root)
        for used in root.iterchildren("{*}Template"):
            template = self._template(used.get("TemplateID", ""))
            if template is not None:
                found.pieces[:0] = template.pieces
                found.pictures += template.pictures
                found.covered += template.covered
        characters = "".join(piece.text for piece in found.pieces)
        self._characters += len(characters)
        if self._characters > limits.characters:
            raise self._source.error("too_long", count=self._characters, limit=limits.characters)
        if len(_UNKNOWN.findall(characters)) > _GARBAGE * len(characters):
            self.garbled.append(self._count)
        elif (len(characters) < _FEW and found.covered > _COVERED * box[2] * box[3]) or (
            not characters and found.paths >= _MANY_PATHS
        ):
            self.scans.append(self._count)
        elif characters:
            self.pictures += found.pictures
            moved = [_moved(piece, box) for piece in found.pieces]
            self.pages.append(Page(self._count, box[2] * _POINTS, box[3] * _POINTS, glued(moved)))

    def _template(self, identity: str) -> _Found | None:
        name = self._templates.get(identity)
        if name is None:
            return None
        if identity not in self._read_templates:
            self._read_templates[identity] = _found(xml.part(self._source, name))
        return self._read_templates[identity]


def _resolve(folder: str, location: str) -> str:
    """Return the path of a part named by *location*, seen from *folder*; none leads out of the archive."""
    return posixpath.normpath(posixpath.join("/", folder, location.strip())).lstrip("/")


def _texts(root: etree._Element, name: str) -> Iterator[str]:
    return ((element.text or "").strip() for element in root.iter(f"{{*}}{name}") if element.text)


def _numbers(value: str | None) -> list[float]:
    """Return the numbers of a list; nothing where any of them is none."""
    try:
        found = [float(word) for word in (value or "").split()]
    except ValueError:
        return []
    return found if all(map(math.isfinite, found)) else []


def _box(value: str | None) -> tuple[float, float, float, float] | None:
    numbers = _numbers(value)
    return (numbers[0], numbers[1], numbers[2], numbers[3]) if len(numbers) == 4 and min(numbers[2:]) > 0 else None


def _found(root: etree._Element) -> _Found:
    found = _Found()
    for element in root.iter("{*}TextObject", "{*}ImageObject", "{*}PathObject"):
        if element.get("Visible", "").lower() == "false":
            continue
        kind = str(element.tag).rpartition("}")[2]
        if kind == "TextObject":
            found.pieces.extend(_pieces(element))
        elif kind == "PathObject":
            found.paths += 1
        else:
            box = _box(element.get("Boundary"))
            found.pictures += 1
            found.covered += box[2] * box[3] if box else 0.0
    return found


def _moved(piece: Piece, box: tuple[float, ...]) -> Piece:
    """Return *piece* in points from the upper left corner of its page."""
    left, top = box[0], box[1]
    return Piece(
        piece.text,
        sane((piece.left - left) * _POINTS),
        sane((piece.top - top) * _POINTS),
        sane((piece.right - left) * _POINTS),
        sane((piece.bottom - top) * _POINTS),
        sane(piece.size * _POINTS) or 1.0,
        piece.is_slanted,
    )


def _pieces(element: etree._Element) -> Iterator[Piece]:
    """Yield the stretches of one text object, in millimetres; the base line of its characters is their lower edge."""
    boundary = _numbers(element.get("Boundary"))
    matrix = _numbers(element.get("CTM"))
    a, b, c, d, e, f = matrix if len(matrix) == 6 else _NO_CHANGE
    origin = boundary[:2] if len(boundary) == 4 else [0.0, 0.0]
    size = max(next(iter(_numbers(element.get("Size"))), 1.0), _SMALLEST)
    scale = math.hypot(c, d) or 1.0
    is_slanted = abs(b) > abs(a) / 10 and abs(a) > abs(b) / 10
    x = y = 0.0
    for code in element.iter("{*}TextCode"):
        x = next(iter(_numbers(code.get("X"))), x)
        y = next(iter(_numbers(code.get("Y"))), y)
        characters = "".join(map(str, code.itertext())).strip("\n\r\t")
        steps = _distances(code.get("DeltaX")), _distances(code.get("DeltaY"))
        for stretch, begin, end in _stretches(characters, steps, size):
            place = x + begin[0], y + begin[1]
            far = x + end[0], y + end[1]
            corners = [
                (origin[0] + px * a + py * c + e, origin[1] + px * b + py * d + f)
                for px, py in (place, far, (place[0], place[1] - size), (far[0], far[1] - size))
            ]
            yield Piece(
                stretch,
                min(px for px, _ in corners),
                min(py for _, py in corners),
                max(px for px, _ in corners),
                max(py for _, py in corners),
                size * scale,
                is_slanted,
            )


def _distances(value: str | None) -> list[float]:
    """Return the distances between characters; ``g 3 2.5`` stands for 2.5 three times."""
    words = iter((value or "").split())
    found: list[float] = []
    for word in words:
        if word != "g":
            found.extend(_numbers(word))
            continue
        count, step = _numbers(next(words, "")), _numbers(next(words, ""))
        if count and step:
            found.extend(step * int(min(max(count[0], 0), _DEEPEST_DELTA - len(found))))
    return found


_Point = tuple[float, float]


def _stretches(
    characters: str, steps: tuple[list[float], list[float]], size: float
) -> Iterator[tuple[str, _Point, _Point]]:
    """Yield (text, where it begins, where it ends), cut where a gap is too wide for a blank."""
    across, down = steps
    x = y = 0.0
    begin, start = 0, (0.0, 0.0)
    for index, character in enumerate(characters):
        width = size if _WIDE.match(character) else size / 2
        end = x + width, y
        step = across[index] if index < len(across) else 0.0 if index < len(down) else width
        if index + 1 == len(characters):
            yield characters[begin:], start, end
        elif step - width > WIDE_GAP * size:
            yield characters[begin : index + 1], start, end
            begin, start = index + 1, (x + step, y)
        x += step
        y += down[index] if index < len(down) else 0.0
