"""What every mutator works with: a document that is in order, and one requirement of it broken."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from checker.authoring.edits import Edit, Edited, edited
from checker.engine import analyse, run
from checker.frozen import dataclass
from checker.model import Answer, Document, Outcome, Span, State
from checker.rule import Example, Pack, Rule
from checker.structure.analysis import Analysis
from checker.structure.place import Place
from checker.structure.units import Unit
from checker.texts import Text

NOTICED = frozenset({State.FAIL, State.PARTIAL, State.CANNOT_TELL})
"""The states in which a rule has noticed that something is wrong."""

FILLER = "这方面"  # tells nothing and belongs to no list of words
_ROUNDS = 30
_ENDS = "。;!?"
_TAIL = 60


@dataclass(frozen=True)
class Good:
    """A document that is in order, with what every rule says of it. *level* and *year* overrule what it says."""

    name: str
    pack: Pack
    document: Document
    analysis: Analysis
    outcomes: Mapping[str, Outcome]
    level: str | None = None
    year: int | None = None

    def analysed(self, document: Document, *, year: int | None = None) -> Analysis:
        """Return the analysis of a changed *document*, read under the same level and year."""
        return analyse(document, self.pack.template, level=self.level, year=year or self.year)

    @property
    def report_year(self) -> int | None:
        """The year the report is on."""
        fact = self.analysis.profile.report_year
        return None if fact is None else int(fact.value)

    @property
    def report_level(self) -> str | None:
        """The level of the issuer."""
        fact = self.analysis.profile.level
        return None if fact is None else fact.value


@dataclass(frozen=True)
class Mutant:
    """A document in which one requirement is broken. *what* was done, in one sentence.

    *donor*: the example that words were taken from; *year*: the report year that the document now states;
    *answers*: what a person says of it; *previous*: last year's report.
    """

    what: Text
    edited: Edited
    donor: Example | None = None
    year: int | None = None
    answers: tuple[Answer, ...] = ()
    previous: Document | None = None


Mutator = Callable[[Good, Rule], Iterator[Mutant]]


def good_of(name: str, document: Document, pack: Pack, *, level: str | None = None, year: int | None = None) -> Good:
    """Return *document* with what *pack* says of it."""
    analysis = analyse(document, pack.template, level=level, year=year)
    outcomes = {outcome.rule: outcome for outcome in run(pack, analysis)}
    return Good(name, pack, document, analysis, outcomes, level, year)


def take_out(
    good: Good, find: Callable[[Analysis], Iterable[Span]], *, first: Iterable[Edit] = (), filler: str = ""
) -> Edited | None:
    """Return the document without what *find* finds (spans of normalised text), again and again until it finds nothing.

    What is taken out can bring words together that count anew. *first* are edits to begin with, whose new words stay.
    *filler* takes the place of words out of the middle of a sentence, which would leave 、、 behind. None where nothing
    was changed, or where there is no end to it.
    """
    edits = list(first)
    for _ in range(_ROUNDS):
        changed = edited(good.document, edits)
        analysis = good.analysed(changed.document) if edits else good.analysis
        places = [
            without_ends(analysis, span) for span in find(analysis) if analysis.text[span.start : span.end].strip("\n")
        ]
        old = [place for place in places if not any(new.start <= place.start < new.end for new in changed.inserted)]
        if not old:
            return changed if edits else None
        edits += [Edit(changed.back(place.start), changed.back(place.end - 1) + 1, filler) for place in old]
    return None


def without_ends(analysis: Analysis, span: Span) -> Span:
    """Return where normalised *span* stands in the original, without the line ends at its edges."""
    words = analysis.text[span.start : span.end]
    begin = len(words) - len(words.lstrip("\n"))
    return analysis.normal.original(Span(span.start + begin, span.start + max(begin, len(words.rstrip("\n")))))


def replaced(analysis: Analysis, span: Span, new: str = "") -> Edit:
    """Return the edit that puts *new* in the place of normalised *span*."""
    place = without_ends(analysis, span)
    return Edit(place.start, place.end, new)


def sentence_at(analysis: Analysis, start: int, end: int) -> Span:
    """Return the whole sentences, to the next full stop or line end, around ``[start, end)`` of normalised text."""
    text = analysis.text
    while end > start and text[end - 1] == "\n":
        end -= 1
    while start > 0 and text[start - 1] not in "。!?\n":
        start -= 1
    while end < len(text) and text[end] != "\n" and text[end - 1] not in "。!?":
        end += 1
    return Span(start, end)


def end_of_sentences(analysis: Analysis, units: Sequence[Unit]) -> int | None:
    """Return where the last full sentence of *units* ends in the original: what follows it is a signature."""
    for unit in reversed(units):
        if analysis.text[unit.start : unit.end].rstrip("\n”)》").endswith("。"):
            return without_ends(analysis, Span(unit.start, unit.end)).end
    return None


def below(analysis: Analysis, place: Place, last: int) -> Iterator[Span]:
    """Yield what *place* says, its own heading left out but not those inside it, up to the signature at *last*."""
    if place.node < 0:
        for unit in place.units:
            if unit.start < last:
                yield Span(unit.start, min(unit.end, last))
        return
    node = analysis.nodes[place.node]
    begin = node.start if node.sentence else node.title_end
    while not node.sentence and begin < len(analysis.text) and analysis.text[begin] in "。:;,]":
        begin += 1
    yield Span(begin, min(place.span.end, last))


def signature(analysis: Analysis) -> int:
    """Return where the lines of the signature begin: they stand below the last part and belong to none."""
    profile = analysis.profile
    facts = [fact.evidence for fact in (profile.issuer, *profile.dates) if fact is not None and fact.evidence]
    places = [analysis.normal.position(evidence.start) for evidence in facts]
    begin = len(analysis.text)
    for unit in reversed(analysis.units):
        words = analysis.text[unit.start : unit.end].strip("\n")
        if unit.is_title or len(words) > _TAIL or words[-1:] in _ENDS:
            break
        if any(unit.start <= place < unit.end for place in places):
            begin = unit.start
    return begin
