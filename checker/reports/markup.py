"""HTML and XML, built so that nothing gets in unescaped: what is no :class:`Markup` is escaped, always.

A report repeats what strangers wrote. Every string of a page passes :func:`escape`, be it through :func:`tag`; only
this module makes Markup.
"""

from __future__ import annotations

import html
from collections.abc import Iterable
from typing import TypeAlias

from checker.regex import regex
from checker.reports.columns import plain

_VOID = frozenset({"meta", "br"})
_NAME = regex(r"[A-Za-z][A-Za-z0-9:-]*")


class Markup(str):
    """Text that is markup already: made here, of escaped parts."""

    __slots__ = ()


Child: TypeAlias = "str | Iterable[Child] | None"


def escape(text: str) -> Markup:
    """Return *text* as character data, also fit for an attribute: on one line, without controls, inert.

    Invisible characters that turn the direction of writing or hide text are dropped.
    """
    return text if isinstance(text, Markup) else Markup(html.escape(plain(text)))


def join(*children: Child) -> Markup:
    """Return *children* one after the other; None and nested lists are allowed."""
    parts: list[str] = []
    for child in children:
        if isinstance(child, str):
            parts.append(escape(child))
        elif child is not None:
            parts.append(join(*child))
    return Markup("".join(parts))


def tag(name: str, /, *children: Child, **attributes: str | int | bool | None) -> Markup:
    """Return an element. ``class_="a"`` is ``class="a"``, ``aria_label`` is ``aria-label``; None and False leave out.

    Raises ValueError for a name that is none: names never come from a document.
    """
    written = []
    for key, value in attributes.items():
        if value is None or value is False:
            continue
        attribute = key.rstrip("_").replace("_", "-")
        if not _NAME.fullmatch(attribute):
            raise ValueError(attribute)
        written.append(f" {attribute}" if value is True else f' {attribute}="{escape(str(value))}"')
    if not _NAME.fullmatch(name):
        raise ValueError(name)
    start = f"<{name}{''.join(written)}>"
    return Markup(start if name in _VOID else f"{start}{join(*children)}</{name}>")


def style(sheet: str) -> Markup:
    """Return a style element that holds *sheet*, one of the program's own. Raises ValueError where it could be left."""
    if "<" in sheet:
        raise ValueError(sheet)
    return Markup(f"<style>{sheet}</style>")


def lines(*texts: str) -> Markup:
    """Return *texts* escaped, each on a line of its own."""
    return Markup("\n".join(map(escape, texts)))
