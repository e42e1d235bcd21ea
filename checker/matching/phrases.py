"""Phrases of rule authors → RE2 patterns, which run in linear time whatever their author wrote.

A phrase is an RE2 pattern over folded text without spaces, in which every sentence end (。；！？) is a line feed: ``.``
stays inside a sentence. There are three additions:

- ``…`` stands for up to 20 characters within one sentence, ``…8`` for up to 8;
- ``<name>`` stands for any phrase of the concept *name*;
- punctuation may be written full width: it stands for itself, never for an operator.

Example: ``存在(的)?(主要)?(问题|不足)``, ``听取…汇报``, ``<leader>…12主持``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

import re2

from checker.frozen import dataclass
from checker.matching.fold import fold
from checker.model import Span
from checker.rule import Concept, Vocabulary
from checker.texts import Text, text

_ENDS = str.maketrans("。；;！!？", "\n" * 6)
_SENTENCE_ENDS = "。;!?"
_GAP = 20
_TOKEN = re.compile(r"…(\d{0,3})|<([^<>]*)>|([\uff01-\uff5e\u3000])|(\s+)")
_OPTIONS = re2.Options()
_OPTIONS.log_errors = False
_OPTIONS.never_capture = True


class PhraseError(ValueError):
    """A phrase that cannot be compiled: *message* says why, *offset* is where in the phrase (code points)."""

    def __init__(self, message: Text, offset: int) -> None:
        super().__init__(message.en)
        self.message = message
        self.offset = offset


def expand(phrase: str, vocabulary: Mapping[str, Concept], _within: tuple[str, ...] = ()) -> str:
    """Return the RE2 pattern for *phrase*. Raises PhraseError (unknown or circular concept, bad gap)."""
    parts: list[str] = []
    position = 0
    for token in _TOKEN.finditer(phrase):
        parts.append(fold(phrase[position : token.start()].translate(_ENDS)))
        position = token.end()
        gap, name, wide, space = token.groups()
        if gap is not None:
            length = int(gap) if gap else _GAP
            if not 0 < length <= 200:
                raise PhraseError(text("phrase.gap", length=length), token.start())
            parts.append(f".{{0,{length}}}?")
        elif name is not None:
            parts.append(_expand_name(name, vocabulary, _within, token.start()))
        elif wide is not None:
            parts.append(re.escape(fold(wide.translate(_ENDS))))
        # white space is left out of a phrase as it is left out of the text
        del space
    parts.append(fold(phrase[position:].translate(_ENDS)))
    return "".join(parts)


def _expand_name(name: str, vocabulary: Mapping[str, Concept], within: tuple[str, ...], offset: int) -> str:
    if name in within:
        raise PhraseError(text("phrase.circle", names=" → ".join((*within, name))), offset)
    if name not in vocabulary:
        raise PhraseError(text("phrase.unknown", name=name), offset)
    inner = (expand(phrase, vocabulary, (*within, name)) for phrase in vocabulary[name].phrases)
    return "(?:" + "|".join(inner) + ")"


@lru_cache(maxsize=4096)
def _compiled(pattern: str) -> re2._Regexp:
    return re2.compile(pattern.encode(), _OPTIONS)


def compile_pattern(pattern: str) -> re2._Regexp:
    """Return the RE2 object for an expanded *pattern*, for bytes in UTF-8. Raises PhraseError."""
    try:
        return _compiled(pattern)
    except re2.error as error:
        raise rejected(error) from None


def rejected(error: re2.error) -> PhraseError:
    """Return the error for a pattern that RE2 refuses."""
    reason = error.args[0] if error.args else ""
    return PhraseError(text("phrase.bad", reason=reason.decode() if isinstance(reason, bytes) else reason), 0)


@lru_cache(maxsize=4096)
def compile_phrases(phrases: tuple[str, ...], vocabulary: Vocabulary) -> re2._Regexp | None:
    """Return one RE2 object that finds any of *phrases*; None for no phrases. Raises PhraseError."""
    if not phrases:
        return None
    return compile_pattern("|".join(f"(?:{expand(phrase, vocabulary)})" for phrase in phrases))


@dataclass(frozen=True, slots=True)
class Matcher:
    """What finds a concept in a text: hits of its phrases that do not begin inside a hit of its exceptions.

    Patterns are compiled when a text first holds one of the needles. Raises PhraseError then.
    """

    concept: Concept
    vocabulary: Vocabulary

    @property
    def pattern(self) -> re2._Regexp:
        """What finds the phrases, exceptions left aside."""
        pattern = compile_phrases(self.concept.phrases, self.vocabulary)
        assert pattern is not None  # the schema asks for at least one phrase
        return pattern

    def may_occur(self, searched: SearchText) -> bool:
        """Whether the text holds a needle, or none is known."""
        needles = self.concept.needles
        return not needles or any(map(searched.text.__contains__, needles))

    def spans(self, searched: SearchText, base: int = 0) -> tuple[Span, ...]:
        """Return the hits in order, as code points of the searched text, which begins at *base* of a longer one."""
        concept = self.concept
        if not self.may_occur(searched):
            return ()
        hits = searched.find(self.pattern, base)
        unless = compile_phrases(concept.unless, self.vocabulary) if hits else None
        if unless is None:
            return tuple(hits)
        barred = searched.find(unless, base)
        return tuple(hit for hit in hits if not any(bar.start <= hit.start < bar.end for bar in barred))


def matcher(concept: Concept, vocabulary: Vocabulary) -> Matcher:
    """Return what finds *concept*."""
    return Matcher(concept, vocabulary)


def for_patterns(words: str) -> bytes:
    """Return normalised *words* as patterns see them, in UTF-8."""
    # A sentence end is a line feed to patterns: a gap is then a plain dot, which RE2 compiles far smaller.
    for end in _SENTENCE_ENDS:  # a tenth of what str.translate takes
        words = words.replace(end, "\n")
    return words.encode("utf-8", "surrogatepass")


class SearchText:
    """A text with its UTF-8 bytes, so that RE2 runs on bytes and hits come back in code points."""

    __slots__ = ("_data", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self._data: bytes | None = None  # many a text is only looked through for needles

    @property
    def data(self) -> bytes:
        """What patterns are run on."""
        if self._data is None:
            self._data = for_patterns(self.text)
        return self._data

    def find(self, pattern: re2._Regexp, base: int = 0) -> list[Span]:
        """Return the non-empty, non-overlapping hits of *pattern* from left to right, moved by *base*."""
        data = self.data
        found: list[Span] = []
        last, point = 0, base
        for hit in pattern.finditer(data):
            start, end = hit.span()
            if start < end:
                # Hits rise, so each piece between two of them is decoded once.
                begin = point + len(data[last:start].decode("utf-8", "surrogatepass"))
                point = begin + len(data[start:end].decode("utf-8", "surrogatepass"))
                last = end
                found.append(Span(begin, point))
        return found
