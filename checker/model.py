"""What flows through the program: a document as read, what it says it is, what each rule said of it, the report.

All values are frozen. Offsets are code points: into :attr:`Document.text` wherever a person may see them.
The JSON report (``checker schema report``) is a view of :class:`Report`.
"""

from __future__ import annotations

from bisect import bisect_right
from enum import StrEnum
from functools import cached_property
from itertools import accumulate

from checker.frozen import dataclass, field
from checker.recognised import Recognised
from checker.texts import Text, text


class Kind(StrEnum):
    """What a document is."""

    ANNUAL_REPORT = "annual_report"
    WORK_SUMMARY = "work_summary"  # the same duty under another name: checked, and told so
    OTHER = "other"


class State(StrEnum):
    """What one rule said of one document."""

    PASS = "pass"
    PARTIAL = "partial"
    FAIL = "fail"
    NOT_APPLICABLE = "not_applicable"
    CANNOT_TELL = "cannot_tell"
    MANUAL = "manual"
    WAIVED = "waived"


class Severity(StrEnum):
    """How much a rule weighs: a failing MUST blocks, a failing SHOULD asks for revision, INFO decides nothing."""

    MUST = "must"
    SHOULD = "should"
    INFO = "info"


class VerdictCode(StrEnum):
    """The one decision about a document."""

    READY = "ready"
    REVISE = "revise"
    BLOCKED = "blocked"
    NOT_A_REPORT = "not_a_report"
    CANNOT_JUDGE = "cannot_judge"


class BlockKind(StrEnum):
    """What a block is in its source."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    LIST_ITEM = "list_item"
    TABLE = "table"


@dataclass(frozen=True, slots=True)
class Span:
    """A half-open range of code points; which text it points into is said where it is used."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading, list item or table: ``Document.text[start:end]``, without its line end.

    *paragraph* counts from 1 as a person counts in the source. *level* is the heading level that the source format
    itself declares (h2, Word's 标题 2): 1 to 9, or None. *page* counts from 1 where the format has pages.
    """

    kind: BlockKind
    start: int
    end: int
    paragraph: int
    level: int | None = None
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """The paper of one section and its margins, in millimetres; None where the file does not say.

    *left* includes the gutter; *footer* is the distance of the page number from the lower edge. *lines* and
    *characters* are how many a page and a line are ruled for. A page on its side is given as if it stood upright.
    """

    width: float | None = None
    height: float | None = None
    top: float | None = None
    bottom: float | None = None
    left: float | None = None
    right: float | None = None
    footer: float | None = None
    lines: int | None = None
    characters: int | None = None
    landscape: bool = False


@dataclass(frozen=True, slots=True)
class Setting:
    """How words are set; None where nothing says it.

    *font* is that of Chinese characters, *latin* that of Latin letters and digits, *size* in points. *alignment* is
    ``left``, ``center``, ``right``, ``both``, ``distribute`` or, of page numbers, ``outside``. *line* is the distance
    of lines, in points where *line_rule* is ``exact`` or ``at_least``, in lines where it is ``auto``. Indents are in
    characters: *first_line* goes beyond *left* and is negative where it hangs.
    """

    font: str | None = None
    latin: str | None = None
    size: float | None = None
    bold: bool | None = None
    alignment: str | None = None
    line: float | None = None
    line_rule: str | None = None
    first_line: float | None = None
    left: float | None = None
    right: float | None = None


@dataclass(frozen=True, slots=True)
class ParagraphLayout:
    """How one paragraph is set. *paragraph* is the number in :attr:`Block.paragraph`.

    *setting* is that of most of its characters, *opening* that of the first: a heading may run into its text.
    """

    paragraph: int
    setting: Setting
    opening: Setting


@dataclass(frozen=True, slots=True)
class PageNumber:
    """A page number in header or footer. *pages* is ``all``, ``odd``, ``even`` or ``first``; *text* has # for it."""

    pages: str
    text: str
    setting: Setting


@dataclass(frozen=True, slots=True)
class Layout:
    """How a document is laid out: its sections, the paragraphs of its body in order, its page numbers."""

    pages: tuple[Page, ...] = ()
    paragraphs: tuple[ParagraphLayout, ...] = ()
    page_numbers: tuple[PageNumber, ...] = ()


@dataclass(frozen=True)
class Document:
    """One report after reading.

    *text* is what a reader of the source sees, kept as it stands there; blocks are ordered, do not overlap, and leave
    out what the reader took for furniture (navigation, share buttons), whose places are in *furniture*.
    *notes* say what reading could not do or had to guess. *unread_pages* are the numbers of pages that hold something
    that could not be read, in order; what is missing from the text may stand there. *left_out* is what the reader took
    for furniture and did not keep in the text. *page_breaks* are (offset, page) where a block runs on to that page.
    *layout* is there where it was asked for and the format has one. *heads* are those of *furniture* that stand in
    headers, footers or watermarks: no part of the report, but what must not be published may stand there. *recognised*
    is text that no file holds as text; it may have errors and gaps.
    """

    path: str
    format: str
    sha256: str
    text: str
    blocks: tuple[Block, ...]
    furniture: tuple[Span, ...] = ()
    notes: tuple[Text, ...] = ()
    unread_pages: tuple[int, ...] = ()
    layout: Layout | None = None
    left_out: tuple[str, ...] = ()
    page_breaks: tuple[tuple[int, int], ...] = ()
    heads: tuple[Span, ...] = ()
    recognised: tuple[Recognised, ...] = ()

    @cached_property
    def _line_starts(self) -> list[int]:
        *lines, _ = self.text.split("\n")
        return list(accumulate((len(line) + 1 for line in lines), initial=0))

    def line_column(self, offset: int) -> tuple[int, int]:
        """Return the 1-based line and column of *offset* in :attr:`text`."""
        line = bisect_right(self._line_starts, offset)
        return line, offset - self._line_starts[line - 1] + 1

    @cached_property
    def _block_starts(self) -> list[int]:
        return [block.start for block in self.blocks]

    def block_at(self, offset: int) -> Block | None:
        """Return the block that holds *offset*, or the last one before it; None before the first."""
        index = bisect_right(self._block_starts, offset) - 1
        return self.blocks[index] if index >= 0 else None

    def page_at(self, offset: int) -> int | None:
        """Return the page on which *offset* stands, None where the format has no pages."""
        block = self.block_at(offset)
        index = bisect_right(self.page_breaks, offset, key=lambda item: item[0]) - 1
        if index >= 0 and block is not None and self.page_breaks[index][0] > block.start:
            return self.page_breaks[index][1]
        return block.page if block is not None else None


class Role(StrEnum):
    """Why a piece of evidence is shown."""

    MATCH = "match"  # what the outcome rests on
    FOUND = "found"  # what is there of a requirement that is not wholly met: nothing is wrong with it
    NEAR_MISS = "near_miss"  # the closest thing found for a requirement that is not met


class Method(StrEnum):
    """By what candidates were ranked."""

    TOKENS = "tokens"  # words and characters in common
    SEMANTIC = "semantic"  # meaning, as a language model sees it


@dataclass(frozen=True, slots=True)
class Rank:
    """Why a piece of evidence was shown before others. Scores (0 to 1) of different methods cannot be compared."""

    method: Method
    score: float


@dataclass(frozen=True, slots=True)
class Evidence:
    """A quote and where it stands in the original: ``Document.text[start:end] == quote``.

    *rank* is there where it was chosen among several by likeness. *head*: it stands in a header, footer or watermark,
    which is on no one page and in no paragraph. *confidence* is there where it was recognised in a picture, 0 to 1.
    """

    quote: str
    start: int
    end: int
    line: int
    column: int
    page: int | None = None
    paragraph: int | None = None
    heading: tuple[str, ...] = ()
    role: Role = Role.MATCH
    rank: Rank | None = None
    head: bool = False
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class Heading:
    """One entry of the outline. *start* points into the original text; *number* is the marker as written (一、)."""

    level: int
    number: str
    title: str
    start: int


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing the document says of itself, where it says it, and how that was found.

    *source* is ``title``, ``addressee``, ``opening``, ``heading``, ``signature``, ``metadata``, ``body`` or ``option``.
    *name* is how to show a *value* that is an id (a level).
    """

    value: str
    source: str
    evidence: Evidence | None = None
    name: Text | None = None


@dataclass(frozen=True, slots=True)
class DateFact:
    """A date with its part: ``published``, ``signed``. *iso* is YYYY-MM-DD, or None where digits were lost."""

    role: str
    iso: str | None
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Profile:
    """What the document says it is. *looks_like* names, for kind OTHER, what it seems to be instead."""

    kind: Kind
    kind_reason: Text
    looks_like: Text | None = None
    title: Fact | None = None
    report_year: Fact | None = None
    issuer: Fact | None = None
    level: Fact | None = None
    dates: tuple[DateFact, ...] = ()


@dataclass(frozen=True, slots=True)
class Basis:
    """A norm that a rule rests on. *rank*: party_reg, law, admin_reg, nat_std, policy, local or practice.

    *in_force* is the first day it holds, *repealed* the first day it holds no more, as ``YYYY-MM-DD``; None where that
    is not known or does not matter.
    """

    norm: str
    article: str
    verified: bool
    rank: str
    in_force: str | None = None
    repealed: str | None = None

    def holds_in(self, year: int) -> bool:
        """Return whether the norm is in force for a report on *year*: on that year's last day."""
        day = f"{year:04}-12-31"
        return (self.in_force is None or self.in_force <= day) and (self.repealed is None or day < self.repealed)


@dataclass(frozen=True, slots=True)
class Correction:
    """What a slip should read as: the words at *span* of the original text become *replacement*."""

    span: Span
    replacement: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one rule said of one document. *why* tells what matched, what was missing, where it was looked for.

    *known*: the finding stands in the baseline that the run was given. *corrections* are in order and do not overlap;
    a finding may have none, or fewer than places, because only what is certain is corrected.
    """

    rule: str
    name: Text
    state: State
    severity: Severity
    group: str
    weight: float
    message: Text
    advice: Text
    why: Text
    fingerprint: str
    evidence: tuple[Evidence, ...] = ()
    basis: tuple[Basis, ...] = ()
    related: tuple[str, ...] = ()
    known: bool = False
    corrections: tuple[Correction, ...] = ()

    @property
    def is_finding(self) -> bool:
        """Whether the outcome asks somebody to act."""
        return self.state in (State.FAIL, State.PARTIAL, State.CANNOT_TELL)


@dataclass(frozen=True, slots=True)
class Answer:
    """What a person has answered to a question that no text answers: *value* is yes, no or not_applicable.

    It holds for the document named by *sha256* (this very version) or by *path* (any version of the file, matched by
    its last parts). *by*, *date* (YYYY-MM-DD) and *note* are kept as given.
    """

    rule: str
    value: str
    by: str
    date: str
    note: str = ""
    sha256: str | None = None
    path: str | None = None


@dataclass(frozen=True, slots=True)
class Waiver:
    """A finding of *rule* that somebody accepts, why, and who answers for it.

    It holds where everything given holds: *document* is a pattern for the last parts of a path (``drafts/*.docx``) or a
    SHA-256, *pattern* a text that the quoted place contains, *fingerprint* that of the finding. *expires* (YYYY-MM-DD)
    is the last day on which it holds. *place* is where it is written, for messages.
    """

    rule: str
    reason: str
    owner: str
    place: str
    document: str | None = None
    pattern: str | None = None
    fingerprint: str | None = None
    expires: str | None = None


@dataclass(frozen=True, slots=True)
class Verdict:
    """The decision and the one reason that decides.

    *label* is what a pack that judges one aspect only calls it instead of the usual name, *scope* what was judged.
    """

    code: VerdictCode
    reason: Text
    label: Text | None = None
    scope: Text | None = None

    @property
    def name(self) -> Text:
        """What the verdict is called."""
        return text(f"report.verdict_{self.code}") if self.label is None else self.label


@dataclass(frozen=True, slots=True)
class Wording:
    """What the verdicts of a pack that judges one aspect only are called; *scope* says in a sentence what it judges.

    Without a word of its own a verdict keeps its usual name.
    """

    scope: Text
    ready: Text
    revise: Text | None = None
    blocked: Text | None = None


@dataclass(frozen=True, slots=True)
class GroupScore:
    """Coverage (0..100) of one part of the template; None where nothing in it could be scored."""

    id: str
    name: Text
    coverage: float | None
    weight: float


@dataclass(frozen=True, slots=True)
class Score:
    """Weighted mean and weakest group, 0..100; None for a document that is not scored."""

    coverage: float | None
    minimum: float | None
    groups: tuple[GroupScore, ...] = ()


@dataclass(frozen=True, slots=True)
class PackRef:
    """Which rules were used: *sha256* is of the pack's and template's content."""

    id: str
    version: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Gone:
    """A finding of a baseline that is there no more: its *state* then was FAIL or PARTIAL."""

    rule: str
    state: State
    fingerprint: str


@dataclass(frozen=True, slots=True)
class Report:
    """The answer about one document, from which every output format is made.

    *gone* are the findings of the baseline that are not found any more, or are worse; None where none was given.
    """

    document: Document
    profile: Profile
    outline: tuple[Heading, ...]
    pack: PackRef
    template: str
    verdict: Verdict
    score: Score
    outcomes: tuple[Outcome, ...]
    notes: tuple[Text, ...] = ()
    tool_version: str = field(default="")
    gone: tuple[Gone, ...] | None = None

    def counts(self) -> dict[str, dict[str, int]]:
        """Return how many outcomes of each severity are in each state (every state listed, zeros included)."""
        table = {severity.value: {state.value: 0 for state in State} for severity in Severity}
        for outcome in self.outcomes:
            table[outcome.severity.value][outcome.state.value] += 1
        return table
