"""What a YAML syntax error means for somebody who is no programmer: one sentence, and the likeliest slip as a hint.

Parsers report where they gave up, which is often the line after the mistake; the hint looks at both lines.
"""

from __future__ import annotations

from checker.errors import Problem
from checker.regex import regex
from checker.rulebook.positions import Place, problem_at
from checker.texts import Text, text

# Pieces of what libyaml and PyYAML's own parser say → key of the catalogue.
_MEANINGS = (
    ("mapping values are not allowed", "colon-inside"),
    ("could not find expected ':'", "no-colon"),
    ("cannot start any token", "bad-start"),
    ("unexpected end of stream", "no-closing-quote"),
    ("unexpected document", "no-closing-quote"),
    ("escape", "escape"),
    ("',' or ']'", "no-bracket"),
    ("',' or '}'", "no-bracket"),
    ("expected node content", "no-bracket"),
    ("tab character", "indent"),
    ("alphabetic or numeric character", "bad-start"),
    ("expected whitespace", "bad-start"),
)
_ODD_INDENT = regex("^ *[\t\u3000\xa0]")
_WIDE_COLON = regex(r"^[\s-]*[\"']?[\w-]+[\"']?(?=：)")
_SPECIAL_START = regex(r"(?:^|[:-] |\[)\s*([@`%&*!|>{}\[\]])")


def explain(path: str, lines: tuple[str, ...], place: Place, reported: str) -> Problem:
    """Return the problem for what the parser *reported* at *place*."""
    if place.line > len(lines):  # the end of a file without a last line end
        place = Place(len(lines), len(lines[-1]) + 1)
    numbers = [number for number in (place.line, place.line - 1) if 0 < number <= len(lines)]
    for pattern, name, hint in ((_ODD_INDENT, "indent", "hint-indent"), (_WIDE_COLON, "no-colon", "hint-wide-colon")):
        for number in numbers:
            slip = pattern.match(lines[number - 1])
            if slip:
                # The parser went on until nothing made sense; this is where it went wrong.
                column = slip.end() if name == "indent" else slip.end() + 1
                return _problem(path, lines, Place(number, column), name, text(f"rulebook.yaml.{hint}"))
    name = next((name for piece, name in _MEANINGS if piece in reported), "other")
    special = next((found for number in numbers if (found := _SPECIAL_START.search(lines[number - 1]))), None)
    if special and name in ("bad-start", "other"):
        return _problem(path, lines, place, name, text("rulebook.yaml.hint-quote", sign=special.group(1)))
    return _problem(path, lines, place, name, text("rulebook.yaml.hint-general"))


def _problem(path: str, lines: tuple[str, ...], place: Place, name: str, hint: Text) -> Problem:
    message = text("rulebook.yaml-syntax", what=text(f"rulebook.yaml.{name}"))
    return problem_at(path, lines, place, "yaml-syntax", message, hint=hint)
