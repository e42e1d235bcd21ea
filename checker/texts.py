"""The catalogue: every sentence a user may see, in Chinese and in English.

A sentence is a :class:`Text`. Those of the program stand in ``checker.catalogue``, one module a room (add yours there);
those written by rule authors come from YAML as the same type. Nothing else in ``checker`` holds user-facing prose.
"""

from __future__ import annotations

from typing import Literal

from checker.catalogue import CATALOGUE
from checker.frozen import dataclass

__all__ = ["CATALOGUE", "Language", "Text", "text"]

Language = Literal["zh", "en"]


@dataclass(frozen=True, slots=True)
class Text:
    """One sentence in both languages."""

    zh: str
    en: str

    def of(self, language: Language) -> str:
        """Return the sentence in *language*."""
        return self.zh if language == "zh" else self.en

    def filled(self, **values: object) -> Text:
        """Return the sentence with each ``{name}`` replaced; a value that is a :class:`Text` is taken by language.

        Braces inside values are left alone, because values come from documents. Raises KeyError for a missing name.
        """
        zh = en = values
        if any(isinstance(value, Text) for value in values.values()):
            zh = {key: value.zh if isinstance(value, Text) else value for key, value in values.items()}
            en = {key: value.en if isinstance(value, Text) else value for key, value in values.items()}
        return Text(self.zh.format_map(zh), self.en.format_map(en))


def text(key: str, **values: object) -> Text:
    """Return the catalogue's sentence *key*, filled with *values*. Raises KeyError for an unknown key."""
    zh, en = CATALOGUE[key]
    return Text(zh, en).filled(**values) if values else Text(zh, en)
