"""Warnings about words: concepts that nothing uses, phrases that can never be found, phrases that are there twice."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from itertools import groupby

from checker.authoring.patterns import branches, contained, crosses_line, language
from checker.authoring.remarks import Remark, note, warning
from checker.authoring.sources import Source
from checker.authoring.uses import REFERENCE, inner_names, named
from checker.matching.fold import fold
from checker.matching.phrases import SearchText, compile_pattern, expand
from checker.matching.syntax import UnknownPatternError
from checker.model import Block, BlockKind, Document
from checker.rule import Pack
from checker.rulebook.material import adds
from checker.rulebook.references import Marked
from checker.structure.normalise import normalise
from checker.texts import text
from checker.vocabulary import Vocabulary


def word_remarks(source: Source, pack: Pack) -> Iterator[Remark]:
    """Yield what is to be said of the concepts and phrases that the pack has written itself."""
    phrases = [mark for mark in source.marks if mark.mark == "x-phrase"]
    yield from _unused(source, pack, phrases)
    for phrase in phrases:
        yield from _phrase(phrase, pack.template.vocabulary)
    # Places are compared with whole names, in which one is no part of another; and where other phrases fill a concept
    # in, what stands behind it begins where each of its phrases ends.
    names = {mark.value for mark in source.marks if mark.mark == "x-refers-to" and mark.path[0] == "levels"}
    names |= {name for concept in pack.template.vocabulary.values() for name in inner_names(concept)}
    names |= {name for phrase in phrases for name in REFERENCE.findall(phrase.value)}
    for (_, path), group in groupby(phrases, key=lambda each: (each.file.path, each.path[:-1])):
        yield from _twice(list(group), pack.template.vocabulary, whole=bool(names & set(path)))


# Concepts -----------------------------------------------------------------------------------------------------------


def _unused(source: Source, pack: Pack, phrases: list[Marked]) -> Iterator[Remark]:
    used = {name for rule in pack.rules for name in named(rule, "concept")}
    used |= {mark.value for mark in source.marks if mark.mark == "x-refers-to" and mark.meaning == "concept"}
    used |= {name for phrase in phrases if phrase.path[0] != "vocabulary" for name in REFERENCE.findall(phrase.value)}
    vocabulary = pack.template.vocabulary
    own = {str(entry.path[-1]): entry for entry in source.material.concepts() if not adds(entry.value)}
    # What only an unused concept fills in is told with that concept, not a second time.
    for name, concept in vocabulary.items():
        used |= {inner for inner in inner_names(concept) if name != inner}
    for name, entry in own.items():
        if name not in used:
            yield warning(entry.problem("unused-concept", text("lint.unused_concept", name=name), at_key=True))


# Phrases ------------------------------------------------------------------------------------------------------------


def _phrase(phrase: Marked, vocabulary: Vocabulary) -> Iterator[Remark]:
    written = phrase.value
    space = next((index for index, sign in enumerate(written) if sign.isspace()), None)
    if space is not None:
        yield _warn(phrase, "phrase-space", space)
    folded = next((i for i, sign in enumerate(written) if _is_word(sign) and fold(sign) != sign), None)
    if folded is not None:
        yield _warn(phrase, "phrase-folded", folded, sign=written[folded], plain=fold(written[folded]))
    pattern = expand(written, vocabulary)
    try:
        tried = branches(pattern)
        crosses = crosses_line(expand(REFERENCE.sub("", written), vocabulary))
    except UnknownPatternError:
        return
    if crosses:
        yield _warn(phrase, "phrase-crosses", 0)
    alone = "<" not in written and len(tried) > 1
    dead = [samples for samples in tried if not any(_is_found(pattern, sample) for sample in samples)]
    if dead and (alone or len(dead) == len(tried)):
        yield _warn(phrase, "phrase-dead", 0, sample=dead[0][0])


def _is_word(sign: str) -> bool:
    return unicodedata.category(sign)[0] in "LN" or sign in "○◯"


def _is_found(pattern: str, sample: str) -> bool:
    """Whether *pattern* finds a text that is written exactly as it wants."""
    lines = [line for line in sample.split("\n") if line]
    words, blocks = "", []
    for number, line in enumerate(lines, start=1):
        blocks.append(Block(BlockKind.PARAGRAPH, len(words), len(words) + len(line), number))
        words += line + "\n"
    if not blocks:
        return True  # nothing but line ends, which every text has
    text_ = normalise(Document("", "txt", "", words, tuple(blocks))).text
    found = compile_pattern(pattern)
    # A title is matched alone, a line with its end.
    return any(found.search(SearchText(each).data) is not None for each in (text_, text_.strip("\n"), f"\n{text_}"))


def _twice(phrases: list[Marked], vocabulary: Vocabulary, *, whole: bool) -> Iterator[Remark]:
    """Yield phrases of one list that another one makes superfluous. *whole*: nothing is found inside a longer one."""
    known = [(phrase, language(expand(phrase.value, vocabulary))) for phrase in phrases]
    finite = [(phrase, words) for phrase, words in known if words]
    for index, (phrase, words) in enumerate(finite):
        same = next((other for other, others in finite[:index] if set(words) <= set(others)), None)
        if same is not None:
            yield _warn(phrase, "phrase-repeated", 0, other=same.value)
            continue
        if whole or "unless" in phrase.path or "add_unless" in phrase.path:
            continue  # a longer exception reaches further
        wider = next((other for other, others in finite if other is not phrase and contained(words, others)), None)
        if wider is not None:
            message = text("lint.phrase-contained", phrase=phrase.value, other=wider.value)
            yield note(phrase.file.problem("phrase-contained", message, phrase.path))


def _warn(phrase: Marked, code: str, offset: int, **values: object) -> Remark:
    message = text(f"lint.{code}", phrase=phrase.value, **values)
    return warning(phrase.file.problem(code, message, phrase.path, offset=offset))
