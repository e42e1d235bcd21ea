"""The catalogue: every sentence a user may see, in Chinese and in English.

A sentence is a :class:`Text`. Those written by the program stand in :data:`CATALOGUE`, keyed ``room.what``;
those written by rule authors come from YAML as the same type. Nothing else in ``checker`` holds user-facing prose.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

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
        return Text(
            self.zh.format_map({key: value.zh if isinstance(value, Text) else value for key, value in values.items()}),
            self.en.format_map({key: value.en if isinstance(value, Text) else value for key, value in values.items()}),
        )


def text(key: str, **values: object) -> Text:
    """Return the catalogue's sentence *key*, filled with *values*. Raises KeyError for an unknown key."""
    zh, en = CATALOGUE[key]
    return Text(zh, en).filled(**values) if values else Text(zh, en)


CATALOGUE: dict[str, tuple[str, str]] = {
    # matching
    "phrase.gap": ("间隔“…{length}”应在 1 到 200 之间", "a gap of {length} is not between 1 and 200"),
    "phrase.circle": ("词组互相引用成环：{names}", "concepts refer to each other in a circle: {names}"),
    "phrase.unknown": ("没有名为“{name}”的词组", "there is no concept {name!r}"),
    "phrase.bad": ("写法无法使用：{reason}", "the pattern cannot be used: {reason}"),
}
