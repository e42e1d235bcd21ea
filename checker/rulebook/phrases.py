"""Whether phrases can be used: concepts they name, circles of concepts, patterns that do not compile or are too big.

Bounds are checked before anything is expanded, because a few short concepts that name each other twice over grow
without limit.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from checker.errors import Problem
from checker.regex import regex
from checker.rulebook.limits import MAX_EXPANDED
from checker.rulebook.material import Entry, Material
from checker.rulebook.references import Marked
from checker.rulebook.validate import nearest
from checker.texts import Text, text
from checker.vocabulary import Concept

if TYPE_CHECKING:
    from checker.matching.phrases import PhraseError

# What RE2 says, which knows no Chinese → key of the catalogue.
_MEANINGS = (
    ("missing )", "no-parenthesis"),
    ("unexpected )", "no-parenthesis"),
    ("missing ]", "no-bracket"),
    ("no argument for repetition operator", "no-argument"),
    ("invalid repetition size", "repetition"),
    ("bad repetition operator", "repetition"),
    ("invalid character class", "class"),
    ("invalid escape sequence", "escape"),
    ("trailing \\", "escape"),
    ("invalid perl operator", "group"),
    ("invalid named capture group", "group"),
    ("pattern too large", "too-big"),
)
_REFERENCE = regex(r"<([^<>]*)>")


def phrase_problems(material: Material, found: Iterable[Marked]) -> Iterator[Problem]:
    """Yield what is wrong with each marked phrase; silent about concepts where a template file is missing."""
    vocabulary = material.vocabulary()
    circles = _circles(vocabulary)
    own: dict[str, Entry] = {}
    for entry in material.concepts():
        own.setdefault(str(entry.path[-1]), entry)
    for circle in circles.values():
        # What a pack adds may close a circle through concepts of its base.
        guilty = next((own[name] for name in circle if name in own), None)
        if guilty is not None:
            message = text("rulebook.concept-circle", names=" → ".join(circle))
            yield guilty.problem("concept-circle", message, at_key=True)
    sizes = _Sizes(vocabulary, {name for circle in circles.values() for name in circle})
    phrases = [each for each in found if each.mark == "x-phrase" and each.value]
    problems = [
        problem for each in phrases for problem in _problems_of(each, vocabulary, sizes, whole=material.template_whole)
    ]
    yield from problems
    if not problems:
        yield from _swollen(material.base_vocabulary(), own, vocabulary, sizes)


def _swollen(
    base: Mapping[str, Concept], own: Mapping[str, Entry], vocabulary: Mapping[str, Concept], sizes: _Sizes
) -> Iterator[Problem]:
    """Yield the additions that make a phrase of the base too big to be used."""
    from checker.matching.phrases import PhraseError, compile_pattern, expand

    for name, concept in base.items():
        reached = _reached(name, vocabulary)
        guilty = next((own[each] for each in reached if each in own), None)
        for phrase in concept.phrases if guilty is not None else ():
            size = sizes.of_phrase(phrase)
            if guilty is None or size is None:
                continue  # a circle, which was told
            try:
                usable = size <= MAX_EXPANDED and compile_pattern(expand(phrase, vocabulary)) is not None
            except PhraseError:
                usable = False
            if not usable:
                message = text("rulebook.phrase-swollen", name=name)
                yield guilty.problem("phrase-too-big", message, at_key=True)
                break


def _reached(start: str, vocabulary: Mapping[str, Concept]) -> list[str]:
    """Return the concepts that *start* names, and those that they name, *start* left out."""
    reached: dict[str, None] = {}
    pending = [start]
    while pending:
        for name in _named(vocabulary[pending.pop()]):
            if name in vocabulary and name not in reached:
                reached[name] = None
                pending.append(name)
    return list(reached)


def _problems_of(each: Marked, vocabulary: Mapping[str, Concept], sizes: _Sizes, *, whole: bool) -> Iterator[Problem]:
    from checker.matching.phrases import PhraseError, compile_pattern, expand

    unknown = [name for name in _REFERENCE.finditer(each.value) if name.group(1) not in vocabulary]
    for name in unknown if whole else ():
        message = text("rulebook.unknown-reference", what=text("rulebook.sort.concept"), name=name.group(1))
        hint = nearest(name.group(1), vocabulary)
        yield each.file.problem("unknown-concept", message, each.path, hint=hint, offset=name.start())
    size = sizes.of_phrase(each.value)
    if unknown or size is None:
        return
    if size > MAX_EXPANDED:
        message = text("rulebook.phrase-too-big", limit=MAX_EXPANDED)
        yield each.file.problem("phrase-too-big", message, each.path)
        return
    try:
        compiled = compile_pattern(expand(each.value, vocabulary))
    except PhraseError as error:
        yield each.file.problem("bad-phrase", meaning(error), each.path, offset=error.offset)
        return
    if compiled.fullmatch(b"") is not None:
        yield each.file.problem("empty-phrase", text("rulebook.empty-phrase"), each.path)


def meaning(error: PhraseError) -> Text:
    """Return what *error* means to an author."""
    meant = next((key for said, key in _MEANINGS if said in error.message.en), None)
    return text(f"rulebook.phrase.{meant}") if meant else error.message


def _named(concept: Concept) -> list[str]:
    return [name for phrase in concept.phrases for name in _REFERENCE.findall(phrase)]


def _circles(vocabulary: Mapping[str, Concept]) -> dict[str, tuple[str, ...]]:
    """Return each circle of concepts once, by the name it is reported at."""
    circles: dict[str, tuple[str, ...]] = {}
    done: set[str] = set()
    for start in vocabulary:
        # Depth first without recursion: the trail is the path walked, each step with the names still to be tried.
        trail: list[tuple[str, Iterator[str]]] = [] if start in done else [(start, iter(_named(vocabulary[start])))]
        while trail:
            name = next(trail[-1][1], None)
            names = [step for step, _ in trail]
            if name is None:
                done.add(trail.pop()[0])
            elif name in names:
                circles[name] = (*names[names.index(name) :], name)
            elif name in vocabulary and name not in done:
                trail.append((name, iter(_named(vocabulary[name]))))
    return circles


class _Sizes:
    """How long a phrase becomes; None where it leads into a circle or to something unknown."""

    def __init__(self, vocabulary: Mapping[str, Concept], circular: Iterable[str]) -> None:
        self._sizes: dict[str, int | None] = dict.fromkeys(circular)
        pending = [name for name in vocabulary if name not in self._sizes]
        while pending:
            name = pending[-1]
            if name in self._sizes:
                pending.pop()
                continue
            missing = [each for each in _named(vocabulary[name]) if each in vocabulary and each not in self._sizes]
            if missing:
                pending.append(missing[0])
                continue
            sizes = [self.of_phrase(phrase) for phrase in vocabulary[name].phrases]
            known = [size for size in sizes if size is not None]
            usable = bool(known) and len(known) == len(sizes)
            self._sizes[name] = min(sum(known) + len(known), 10 * MAX_EXPANDED) if usable else None

    def of_phrase(self, phrase: str) -> int | None:
        """Return the length of *phrase* with its concepts filled in."""
        total = len(phrase)
        for name in _REFERENCE.findall(phrase):
            size = self._sizes.get(name)
            if size is None:
                return None
            total += size
        return total
