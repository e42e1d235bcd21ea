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
import sys
from collections.abc import Mapping
from functools import lru_cache

import re2

from checker.frozen import dataclass
from checker.matching.fold import fold
from checker.model import Span
from checker.regex import regex
from checker.texts import Text, text
from checker.vocabulary import Concept, Sought, Vocabulary

_ENDS = str.maketrans("。；;！!？", "\n" * 6)
_SENTENCE_ENDS = "。;!?"
_GAP = 20
_LONGEST_HIT = 200
_WORTH_SHARING = 300  # characters; what a shorter text begins with is sooner listed than looked up in a long list
_TOKEN = regex(r"…(\d{0,3})|<([^<>]*)>|([\uff01-\uff5e\u3000])|(\s+)")
_OPTIONS = re2.Options()
_OPTIONS.log_errors = False
_OPTIONS.never_capture = True


# Two neighbouring characters as one number, which is quicker to look up than a string of two.
_PAIRS = f"utf-16-{sys.byteorder[0]}e"
# Words by the number of how they begin: that beginning, and the words, the longest first.
_Groups = dict[int, tuple[str, tuple[str, ...]]]


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


@lru_cache(maxsize=4096)
def finder(phrases: tuple[str, ...], vocabulary: Vocabulary) -> Finder:
    """Return what finds any of *phrases*. Raises PhraseError."""
    from checker.matching.sought import sought

    return Finder(sought(expand(phrase, vocabulary) for phrase in phrases))


@lru_cache(maxsize=4096)
def _known(found: Sought) -> Finder:
    return Finder(found)


def finder_of(concept: Concept, vocabulary: Vocabulary) -> Finder:
    """Return what finds the phrases of *concept*, exceptions left aside."""
    return finder(concept.phrases, vocabulary) if concept.found is None else _known(concept.found)


class Finder:
    """Finds what some phrases look for: words one by one, the rest by its pattern where a needle says it may be there.

    Hits do not overlap. Of words that begin at one place the longest counts; of a word and the rest the word, unless it
    is listed after a pattern. Raises PhraseError when a pattern that cannot be compiled is needed.
    """

    __slots__ = ("_groups", "_late", "_needles", "_pattern", "_sought")

    def __init__(self, found: Sought) -> None:
        self._sought = found
        self._groups = _by_beginning(found.words)
        self._needles = _by_beginning(found.needles)
        self._late = frozenset(_listed(found.late))
        self._pattern: re2._Regexp | None = None

    def spans(self, searched: SearchText) -> list[Span]:
        """Return the hits in order, in code points."""
        words = searched.words(self._groups)
        pattern = self._needed(searched)
        if pattern is None:
            return _apart(words)
        return self._merged(searched, words, pattern) if words else searched.find(pattern)

    def first(self, searched: SearchText) -> Span | None:
        """Return the first hit: cheaper than all where there are many."""
        word = searched.first_word(self._groups)
        pattern = self._needed(searched)
        other = None if pattern is None else searched.next(pattern, 0)
        if word is None or other is None:
            return word or other
        return other if self._counts_before(other, word, searched) else word

    def begins(self, searched: SearchText) -> bool:
        """Whether a hit stands at the beginning of the text: cheaper than to ask for all."""
        lines = searched.lines
        groups = (self._groups.get(_number(lines[:length])) for length in (2, 1))
        if any(lines.startswith(group[1]) for group in groups if group):
            return True
        pattern = self._needed(searched)
        return pattern is not None and pattern.match(searched.data) is not None

    @property
    def words(self) -> tuple[str, ...]:
        """The words among what is looked for, the longest first."""
        return tuple(sorted(_listed(self._sought.words), key=len, reverse=True))

    def rest_at(self, lines: str, position: int) -> int:
        """Return how long the hit is that is none of the words and begins at *position* of ``SearchText.lines``."""
        if not self._sought.rest:
            return 0
        rest = lines[position : position + _LONGEST_HIT].encode("utf-8", "surrogatepass")
        hit = self._compiled().match(rest)
        return len(rest[: hit.end()].decode("utf-8", "surrogatepass")) if hit else 0

    def is_whole(self, word: str) -> bool:
        """Whether *word* is one of the words, or the rest matches the whole of it."""
        return word in self.words or (bool(word) and self.rest_at(word, 0) == len(word))

    def _needed(self, searched: SearchText) -> re2._Regexp | None:
        """Return the pattern of the rest where the text may match it."""
        if not self._sought.rest or (self._needles and not searched.holds(self._needles)):
            return None
        return self._compiled()

    def _compiled(self) -> re2._Regexp:
        if self._pattern is None:
            self._pattern = compile_pattern(self._sought.rest)
        return self._pattern

    def _merged(self, searched: SearchText, words: list[Span], pattern: re2._Regexp) -> list[Span]:
        """Return the hits of *words* and *pattern* together; as one search would, it goes on where a hit ended."""
        found: list[Span] = []
        end = 0
        others = searched.find(pattern)
        position = 0
        for word in (*words, None):
            while position < len(others):
                other = others[position]
                if other.start < end:
                    position += 1
                    if other.end > end:  # the last hit took its beginning away: there may be another behind
                        again = searched.next(pattern, end)
                        if again is not None and again not in others[position : position + 1]:
                            others.insert(position, again)
                elif word is None or self._counts_before(other, word, searched):
                    found.append(other)
                    end = other.end
                else:
                    break
            if word is not None and end <= word.start:
                found.append(word)
                end = word.end
        return found

    def _counts_before(self, other: Span, word: Span, searched: SearchText) -> bool:
        if other.start != word.start:
            return other.start < word.start
        return searched.lines[word.start : word.end] in self._late


def _listed(words: str) -> list[str]:
    """Return the words that ``Sought`` keeps as one string; a line feed inside a word is a part of it."""
    return words.split(" ") if words else []


def _number(beginning: str) -> int:
    return int.from_bytes(beginning.encode(_PAIRS, "surrogatepass"), sys.byteorder)


def _by_beginning(words: str) -> _Groups:
    """Return *words* by the number of their first two characters, the longest first."""
    groups: dict[int, tuple[str, list[str]]] = {}
    for word in sorted(_listed(words), key=len, reverse=True):
        beginning = word.encode(_PAIRS, "surrogatepass")[:4].decode(_PAIRS, "surrogatepass")
        groups.setdefault(_number(beginning), (beginning, []))[1].append(word)
    return {key: (beginning, tuple(group)) for key, (beginning, group) in groups.items()}


def _apart(spans: list[Span]) -> list[Span]:
    """Return those of the ordered *spans* that do not begin inside one that counts."""
    found: list[Span] = []
    end = 0
    for span in spans:
        if span.start >= end:
            found.append(span)
            end = span.end
    return found


@dataclass(frozen=True, slots=True)
class Matcher:
    """What finds a concept in a text: hits of its phrases that do not begin inside a hit of its exceptions."""

    concept: Concept
    vocabulary: Vocabulary

    def spans(self, searched: SearchText, base: int = 0) -> tuple[Span, ...]:
        """Return the hits in order, as code points of the searched text, which begins at *base* of a longer one."""
        hits = finder_of(self.concept, self.vocabulary).spans(searched)
        if hits and self.concept.unless:
            barred = self._exceptions().spans(searched)
            hits = [hit for hit in hits if not any(bar.start <= hit.start < bar.end for bar in barred)]
        return tuple(Span(hit.start + base, hit.end + base) for hit in hits) if base else tuple(hits)

    def begins(self, searched: SearchText) -> bool:
        """Whether a hit of the phrases, exceptions left aside, stands at the beginning of the text."""
        return finder_of(self.concept, self.vocabulary).begins(searched)

    def first(self, searched: SearchText) -> Span | None:
        """Return the first hit: cheaper than all where there are many."""
        if self.concept.unless:
            return next(iter(self.spans(searched)), None)
        return finder_of(self.concept, self.vocabulary).first(searched)

    def _exceptions(self) -> Finder:
        barred = self.concept.barred
        return finder(self.concept.unless, self.vocabulary) if barred is None else _known(barred)


def matcher(concept: Concept, vocabulary: Vocabulary) -> Matcher:
    """Return what finds *concept*."""
    return Matcher(concept, vocabulary)


def as_lines(words: str) -> str:
    """Return normalised *words* as patterns see them: a sentence end is a line feed, so that a gap is a plain dot."""
    for end in _SENTENCE_ENDS:  # a tenth of what str.translate takes
        words = words.replace(end, "\n")
    return words


class SearchText:
    """A text in which phrases are looked for. Sentence ends are line feeds to them, so that a gap is a plain dot."""

    __slots__ = ("_beginnings", "_data", "_lines", "_passed", "_within", "text")

    def __init__(self, text: str, within: SearchText | None = None) -> None:
        """Hold *text*; where it is made of pieces of a longer one that was searched, that is *within*."""
        self.text = text
        self._within = within
        self._lines: str | None = None
        self._beginnings: set[int] | None = None
        self._data: bytes | None = None
        self._passed = (0, 0)

    @property
    def lines(self) -> str:
        """The text as phrases see it, character by character."""
        if self._lines is None:
            self._lines = as_lines(self.text)
        return self._lines

    @property
    def data(self) -> bytes:
        """What patterns are run on: the lines in UTF-8."""
        if self._data is None:
            self._data = self.lines.encode("utf-8", "surrogatepass")
        return self._data

    @property
    def beginnings(self) -> set[int]:
        """What words in the text may begin with: the numbers of all characters and of all two side by side.

        Pieces of a longer text have no others than it, but for line ends, which no word has there.
        """
        if self._within is not None and len(self.text) > _WORTH_SHARING:
            return self._within.beginnings
        if self._beginnings is None:
            units = self.lines.encode(_PAIRS, "surrogatepass")
            whole = len(units) // 4 * 4
            rest = (len(units) - 2) // 4 * 4 + 2
            self._beginnings = {
                *memoryview(units).cast("H"),
                *memoryview(units[:whole]).cast("I"),
                *memoryview(units[2:rest]).cast("I"),
            }
        return self._beginnings

    def words(self, groups: _Groups) -> list[Span]:
        """Return where words of *groups* occur, in order, the longest at each place."""
        lines = self.lines
        ends: dict[int, int] = {}
        for key in groups.keys() & self.beginnings:
            beginning, group = groups[key]
            at = lines.find(beginning)
            while at >= 0:
                for word in group:
                    if lines.startswith(word, at):
                        ends[at] = max(at + len(word), ends.get(at, 0))
                        break
                at = lines.find(beginning, at + 1)
        return [Span(start, ends[start]) for start in sorted(ends)]

    def first_word(self, groups: _Groups) -> Span | None:
        """Return where a word of *groups* occurs first, the longest there."""
        lines = self.lines
        first: Span | None = None
        stop = len(lines)
        for key in groups.keys() & self.beginnings:
            beginning, group = groups[key]
            at = lines.find(beginning, 0, stop + len(beginning))
            while at >= 0:
                word = next((word for word in group if lines.startswith(word, at)), "")
                if word:
                    if first is None or (at, -len(word)) < (first.start, first.start - first.end):
                        first = Span(at, at + len(word))
                        stop = at
                    break
                at = lines.find(beginning, at + 1, stop + len(beginning))
        return first

    def holds(self, groups: _Groups) -> bool:
        """Whether a word of *groups* occurs."""
        lines = self.lines
        return any(word in lines for key in groups.keys() & self.beginnings for word in groups[key][1])

    def find(self, pattern: re2._Regexp) -> list[Span]:
        """Return the non-empty, non-overlapping hits of *pattern* from left to right, in code points."""
        data = self.data
        found: list[Span] = []
        last, point = 0, 0
        for hit in pattern.finditer(data):
            start, end = hit.span()
            if start < end:
                # Hits rise, so each piece between two of them is decoded once.
                begin = point + len(data[last:start].decode("utf-8", "surrogatepass"))
                point = begin + len(data[start:end].decode("utf-8", "surrogatepass"))
                last = end
                found.append(Span(begin, point))
        return found

    def next(self, pattern: re2._Regexp, point: int) -> Span | None:
        """Return the first non-empty hit of *pattern* that begins at *point* (code points) or after it."""
        data = self.data
        passed, offset = self._passed if self._passed[0] <= point else (0, 0)
        offset += len(self.lines[passed:point].encode("utf-8", "surrogatepass"))
        hit = next((hit for hit in pattern.finditer(data, offset) if hit.start() < hit.end()), None)
        if hit is None:
            return None
        begin = point + len(data[offset : hit.start()].decode("utf-8", "surrogatepass"))
        end = begin + len(data[hit.start() : hit.end()].decode("utf-8", "surrogatepass"))
        self._passed = (end, hit.end())
        return Span(begin, end)
