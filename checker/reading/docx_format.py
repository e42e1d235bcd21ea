"""How a Word document sets its words: styles, defaults and themes resolved (ECMA-376 Part 1, 17.7.2).

Later ones win: document defaults, the paragraph's style and those it is based on, the character style, what is said at
the place itself. What numbering and table styles say is left out.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping

from lxml import etree

from checker.model import ParagraphLayout, Setting
from checker.reading.docx_names import NUM_ID, NUM_PR, PPR, STYLE, VAL, P, R, T, child, child_value, w
from checker.regex import regex

_RPR, _RFONTS, _SIZE, _BOLD, _RUN_STYLE = w("rPr"), w("rFonts"), w("sz"), w("b"), w("rStyle")
_SPACING, _INDENT, _ALIGNMENT = w("spacing"), w("ind"), w("jc")
_BASED_ON, _DEFAULTS, _DEFAULT, _STYLE_ID = w("basedOn"), w("docDefaults"), w("default"), w("styleId")
_THEME = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_CHINESE = regex(r"[\u3400-\u9fff\U00020000-\U0002fa1f]")
_ALIGNMENTS = {"start": "left", "end": "right", "thaiDistribute": "distribute"}
_ALIGNMENTS |= {same: same for same in ("left", "center", "right", "both", "distribute")}
_LINE_RULES = {"exact": "exact", "atLeast": "at_least"}
_SIDES = {"left": "left", "start": "left", "right": "right", "end": "right"}
_DEFAULT_SIZE = 10.0  # points, where nothing says anything
_LINE = 240  # how many units of an automatic distance are one line
_OFF = ("0", "false", "off")

_Values = dict[str, str]


class Formats:
    """The styles of one document. *styles* and *theme* are the roots of their parts, None where there are none."""

    def __init__(self, styles: etree._Element | None, theme: etree._Element | None) -> None:
        self._theme = theme
        self._styles: dict[str, etree._Element] = {}
        self._default: str | None = None
        self._resolved: dict[tuple[str | None, bool], _Values] = {}
        defaults = child(styles, _DEFAULTS)
        self._base: _Values = {
            **self._run(child(child(defaults, w("rPrDefault")), _RPR)),
            **_paragraph(child(child(defaults, w("pPrDefault")), PPR)),
        }
        for style in styles.iterchildren(w("style")) if styles is not None else ():
            self._styles[style.get(_STYLE_ID, "")] = style
            if style.get(w("type")) == "paragraph" and style.get(_DEFAULT) in ("1", "true", "on"):
                self._default = style.get(_STYLE_ID)

    def paragraph(self, paragraph: etree._Element, number: int) -> ParagraphLayout:
        """Return how *paragraph*, which counts as *number*, is set."""
        properties = child(paragraph, PPR)
        values = {**self._style_values(child_value(properties, STYLE) or self._default), **_paragraph(properties)}
        runs = [(run, words) for run in paragraph.iter(R) if (words := _words(run)) and _own(run, paragraph)]
        whole = "".join(words for _, words in runs)
        counts: Counter[Setting] = Counter()
        opening: Setting | None = None
        for run, words in runs:
            chinese = len(_CHINESE.findall(words))
            setting = self._setting({**values, **self._run_values(run)})
            counts[setting] += chinese or (0 if _CHINESE.search(whole) else len(words))
            if opening is None and (chinese or not _CHINESE.search(whole)):
                opening = setting
        most = counts.most_common(1)[0][0] if counts else self._setting(values)
        layout = _placed(values, most.size or _DEFAULT_SIZE, whole, numbered=_is_numbered(properties, values))
        return ParagraphLayout(number, _joined(most, layout), _joined(opening or most, layout))

    def run_setting(self, run: etree._Element, paragraph: etree._Element) -> Setting:
        """Return how *run*, a run of *paragraph*, is set."""
        properties = child(paragraph, PPR)
        values = {**self._style_values(child_value(properties, STYLE) or self._default), **_paragraph(properties)}
        setting = self._setting({**values, **self._run_values(run)})
        return _joined(setting, _placed(values, setting.size or _DEFAULT_SIZE, "", numbered=False))

    def _style_values(self, identity: str | None, *, of_runs: bool = False) -> _Values:
        """Return what a style and those it is based on say; of a paragraph's, with the defaults of the document."""
        found = self._resolved.get((identity, of_runs))
        if found is None:
            found = {} if of_runs else dict(self._base)
            for style in reversed(list(self._chain(identity))):
                properties = child(style, PPR)
                found |= {**self._run(child(style, _RPR)), **_paragraph(properties)}
                if child(properties, NUM_PR) is not None:
                    found["numbered"] = child_value(child(properties, NUM_PR), NUM_ID) or "1"
            self._resolved[identity, of_runs] = found
        return found

    def _chain(self, identity: str | None) -> Iterator[etree._Element]:
        seen: set[str] = set()
        while identity is not None and identity in self._styles and identity not in seen:
            seen.add(identity)
            yield self._styles[identity]
            identity = child_value(self._styles[identity], _BASED_ON) or None

    def _run_values(self, run: etree._Element) -> _Values:
        properties = child(run, _RPR)
        named = child_value(properties, _RUN_STYLE)
        return {**(self._style_values(named, of_runs=True) if named else {}), **self._run(properties)}

    def _run(self, properties: etree._Element | None) -> _Values:
        """Return what run properties say of font, size and weight."""
        values: _Values = {}
        fonts = child(properties, _RFONTS)
        for name in ("eastAsia", "ascii") if fonts is not None else ():
            themed = fonts.get(w(f"{name}Theme")) if fonts is not None else None
            written = fonts.get(w(name)) if fonts is not None else None
            font = self._themed(themed) if themed else written
            if font:
                values[name] = font
        for name, tag in (("size", _SIZE), ("bold", _BOLD)):
            element = child(properties, tag)
            if element is not None:
                values[name] = element.get(VAL, "1")
        return values

    def _themed(self, name: str) -> str | None:
        """Return the font that a theme gives *name*, such as ``minorEastAsia``; for Chinese where it knows scripts."""
        if self._theme is None:
            return None
        fonts = next(self._theme.iter(_THEME + ("majorFont" if name.startswith("major") else "minorFont")), None)
        if not name.endswith("EastAsia"):
            return _typeface(child(fonts, _THEME + "latin"))
        scripts = fonts.iterchildren(_THEME + "font") if fonts is not None else ()
        hans = next((font for font in scripts if font.get("script") == "Hans"), None)
        return _typeface(child(fonts, _THEME + "ea")) or _typeface(hans)

    def _setting(self, values: Mapping[str, str]) -> Setting:
        half_points = values.get("size", "")
        return Setting(
            font=values.get("eastAsia"),
            latin=values.get("ascii"),
            size=float(half_points) / 2 if half_points.isdigit() else _DEFAULT_SIZE,
            bold=values.get("bold", "0") not in _OFF,
        )


def _typeface(element: etree._Element | None) -> str | None:
    return (element.get("typeface") or None) if element is not None else None


def _words(run: etree._Element) -> str:
    return "".join(text.text or "" for text in run.iterchildren(T))


def _own(run: etree._Element, paragraph: etree._Element) -> bool:
    """Return whether *run* belongs to *paragraph* itself rather than to one inside a shape in it."""
    return next(run.iterancestors(P)) is paragraph


def _paragraph(properties: etree._Element | None) -> _Values:
    """Return what paragraph properties say of lines, indents and alignment, each attribute under its own name."""
    values: _Values = {}
    for tag in (_SPACING, _INDENT):
        element = child(properties, tag)
        for name, value in element.attrib.items() if element is not None else ():
            values[str(name).rpartition("}")[2]] = str(value)
    alignment = child_value(properties, _ALIGNMENT)
    if alignment:
        values["jc"] = _ALIGNMENTS.get(alignment, "left")
    return values


def _is_numbered(properties: etree._Element | None, values: Mapping[str, str]) -> bool:
    direct = child(properties, NUM_PR)
    number = values.get("numbered", "0") if direct is None else child_value(direct, NUM_ID)
    return number not in ("", "0")


def _placed(values: Mapping[str, str], size: float, words: str, *, numbered: bool) -> Setting:
    """Return alignment, lines and indents. Blanks at the edges of *words* count: many are indented with them.

    The indents of a *numbered* paragraph are those of its numbering, which is not looked at.
    """
    line = values.get("line", "")
    rule = _LINE_RULES.get(values.get("lineRule", ""), "auto")
    distance = float(line) if line.isdigit() else float(_LINE)
    indents = _indents(values, size)
    lead = words[: len(words) - len(words.lstrip())]
    trail = words[len(words.rstrip()) :]
    if numbered or "\t" in lead:
        indents = dict.fromkeys(indents)
    first, right = indents["first_line"], indents["right"]
    return Setting(
        alignment=values.get("jc", "left"),
        line=distance / (_LINE if rule == "auto" else 20),
        line_rule=rule,
        first_line=None if first is None else first + _blanks(lead),
        left=indents["left"],
        right=None if right is None else right + _blanks(trail),
    )


def _indents(values: Mapping[str, str], size: float) -> dict[str, float | None]:
    """Return the indents in characters; those given in characters go before those in twentieths of a point."""

    def length(name: str) -> float:
        characters = _number(values.get(f"{name}Chars"))
        return characters / 100 if characters else _number(values.get(name)) / 20 / size

    found: dict[str, float | None] = {"left": 0.0, "right": 0.0}
    for name, side in _SIDES.items():
        if name in values or f"{name}Chars" in values:
            found[side] = length(name)
    hanging = length("hanging")
    found["first_line"] = -hanging if hanging else length("firstLine")
    return found


def _number(value: str | None) -> int:
    return int(value) if value is not None and re.fullmatch(r"-?\d{1,9}", value) else 0


def _blanks(blanks: str) -> float:
    """Return how many characters wide *blanks* are."""
    return sum(1.0 if blank == "\u3000" else 0.5 for blank in blanks)


def _joined(characters: Setting, paragraph: Setting) -> Setting:
    return Setting(
        font=characters.font,
        latin=characters.latin,
        size=characters.size,
        bold=characters.bold,
        alignment=paragraph.alignment,
        line=paragraph.line,
        line_rule=paragraph.line_rule,
        first_line=paragraph.first_line,
        left=paragraph.left,
        right=paragraph.right,
    )
