"""Words of a Chinese text, for comparing what two passages speak of.

The dictionary takes most of a second to load, so nothing is loaded before the first call, and no rule that runs by
default makes one (docs/decisions.md says why). What it caches lies in the user's own cache folder: the library's
default is the shared temporary folder, where anybody could leave a file for others to load.
"""

from __future__ import annotations

import tempfile
import warnings
from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from checker.cachefolder import folder

_SHORTEST = 2
_FREQUENCY = 100_000  # of added terms: high enough that they are kept whole


def words(text: str, terms: tuple[str, ...] = ()) -> list[str]:
    """Return the words of *text* in order, punctuation included; *terms* are words of the field that stay whole."""
    return [str(word) for word in _tokenizer(terms).lcut(text)]


def content_words(text: str, terms: tuple[str, ...] = (), generic: Iterable[str] = ()) -> frozenset[str]:
    """Return the words of two or more Chinese characters in *text* that are not *generic*."""
    left_out = frozenset(generic)
    return frozenset(
        word
        for word in words(text, terms)
        if len(word) >= _SHORTEST and word not in left_out and all("\u4e00" <= each <= "\u9fff" for each in word)
    )


@lru_cache(maxsize=8)
def _tokenizer(terms: tuple[str, ...]) -> Any:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the library's own: an old way to find its files, escapes in its patterns
        import jieba
    jieba.setLogLevel("ERROR")
    tokenizer = jieba.Tokenizer()
    private = folder()
    if private is not None:
        tokenizer.tmp_dir = str(private)
        tokenizer.initialize()
    else:  # nowhere to keep anything: what the library writes is thrown away
        with tempfile.TemporaryDirectory() as passing:
            tokenizer.tmp_dir = passing
            tokenizer.initialize()
    for term in terms:
        tokenizer.add_word(term, freq=_FREQUENCY)
    return tokenizer
