"""What rule authors write, as frozen values: rules, their bases and examples, templates, vocabularies, packs.

``rulebook`` makes these from YAML that has passed the JSON Schema; ``structure`` and ``checks`` read them.
A *phrase* is an RE2 pattern over normalised text with three additions (see ``matching.phrases``):
``…`` up to 20 characters inside one sentence, ``…8`` up to 8, ``<name>`` any phrase of the concept *name*.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, overload

from checker.frozen import dataclass, field
from checker.model import Basis, Kind, PackRef, Page, Setting, Severity, State, Wording
from checker.texts import Text
from checker.vocabulary import Concept, Vocabulary

ROLES = (
    "title",
    "addressee",
    "heading1",
    "heading2",
    "heading3",
    "heading4",
    "body",
    "attachment",
    "signature",
    "date",
    "page_number",
)
"""What a paragraph is to a reader; each is set in a way of its own."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a value was written: pack id, file, 1-based line."""

    pack: str
    path: str
    line: int


class Origins(Mapping[str, Origin]):
    """Where each field of a rule was written: ``severity``, ``check.before``, ``messages.fail`` …

    Keeps one string and reads it when asked: a pack has thousands of fields and hardly one is looked at.
    """

    __slots__ = ("_file", "_files", "_written")

    def __init__(self, written: str, files: Sequence[tuple[str, str]], file: int = 0) -> None:
        """Take *written* as ``name=line`` or ``name=file:line``, in words; *files* as ``(pack id, path)``.

        Where no file is named it is the one with the number *file*.
        """
        self._written = written
        self._files = files
        self._file = file

    def _places(self) -> dict[str, str]:
        return dict(word.split("=") for word in self._written.split())

    def __getitem__(self, name: str) -> Origin:
        file, _, line = self._places()[name].rpartition(":")
        return Origin(*self._files[int(file) if file else self._file], int(line))

    def __iter__(self) -> Iterator[str]:
        return iter(self._places())

    def __len__(self) -> int:
        return len(self._places())

    def __repr__(self) -> str:
        return f"Origins({dict(self)!r})"


@dataclass(frozen=True, slots=True)
class Section:
    """One part that a report must have, and how its content is known.

    *headings*: a heading that matches claims what stands under it. *hints*: a heading that matches does so where what
    stands under it bears it out; *signs* must occur there, or in a chapter that is known by its sentences alone.
    *takes_unclaimed*: chapters that no section claims count for this one. *openers*: a sentence that matches opens a
    passage without a heading; with *tail* it counts only where no further account follows. *statements*: what a
    sentence must say to count as a point of the section, *unless* what disqualifies it, *actors* who must be its
    subject where no heading says so; a sentence after theirs still speaks of them unless *other_actors* occur in it.
    *within*: only looked for inside another section. *not_in*: sections in which a mention counts for nothing.
    *mentions*: words that show a near miss. *about*: one sentence at least must be about this, else the part is about
    something else. Values are names of concepts.
    """

    id: str
    name: Text
    weight: float
    headings: str | None = None
    hints: str | None = None
    signs: str | None = None
    takes_unclaimed: bool = False
    openers: str | None = None
    tail: bool = False
    statements: str | None = None
    unless: str | None = None
    actors: str | None = None
    other_actors: str | None = None
    mentions: str | None = None
    about: str | None = None
    within: str | None = None
    not_in: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class OtherKind:
    """Something that is no report of this type: its name and the phrases that give it away."""

    id: str
    name: Text
    titles: tuple[str, ...] = ()
    openings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Level:
    """One administrative level: its name and how an issuer of it is named.

    *endings*: how the name of the body ends (organs such as 人民政府 are cut off first); *names*: a concept that lists
    places which belong here whatever they end in; *self_names*: how such a body speaks of itself (我镇, 全镇).
    *clues*: a concept that shows which of two levels with the same ending (市) is meant.
    *is_body*: whether such an ending names a body (局) rather than a place that has one (镇).
    """

    id: str
    name: Text
    endings: tuple[str, ...] = ()
    names: str | None = None
    self_names: tuple[str, ...] = ()
    clues: str | None = None
    is_body: bool = False


@dataclass(frozen=True, slots=True)
class Recognition:
    """How a report of the template's type is recognised.

    *titles*, *openings* by kind (``annual_report``, ``work_summary``); *others* in order of precedence.
    *subject*: the concept that a body must speak of. *organs*: endings of names of issuing bodies (人民政府).
    Titles are matched whole, *not_titles* anywhere in them: words that show a title to be about a report (听取, 通知).
    *unranked*: endings of bodies whose level their name does not tell (开发区).
    """

    titles: Mapping[str, tuple[str, ...]]
    openings: Mapping[str, tuple[str, ...]]
    not_titles: tuple[str, ...]
    subject: str
    organs: tuple[str, ...]
    unranked: tuple[str, ...]
    others: tuple[OtherKind, ...] = ()


@dataclass(frozen=True, slots=True)
class Group:
    """A heading under which rules are scored that belong to no section (title, dates …)."""

    id: str
    name: Text
    weight: float


@dataclass(frozen=True, slots=True)
class Revision:
    """A revised text of a norm. Dates as in :class:`Norm`."""

    adopted: str | None = None
    in_force: str | None = None
    verified: bool = False


@dataclass(frozen=True, slots=True)
class Norm:
    """A law, regulation, outline or other document that reports cite.

    *name* is the official title without 《》, *short* what it may be called as well, *wrong* what it is called by
    mistake. Dates are ``YYYY-MM-DD`` or, where the day is not known, ``YYYY-MM`` or ``YYYY``; a date that is not known
    is None. *repealed* is the day from which it is no basis any more, for *successor* (an id) or for nothing.
    *period* are the report years, first and last, that a plan belongs to. *revisions* are later texts under the same
    name, in order. *namesakes*: local norms bear the same name, so that the name alone does not prove which is meant.
    *rank* as in :class:`checker.model.Basis`. *verified*: its dates and number were compared with *source*.
    """

    id: str
    name: str
    rank: str
    verified: bool
    short: tuple[str, ...] = ()
    wrong: tuple[str, ...] = ()
    issuer: str | None = None
    number: str | None = None
    adopted: str | None = None
    published: str | None = None
    in_force: str | None = None
    repealed: str | None = None
    successor: str | None = None
    period: tuple[int, int] | None = None
    revisions: tuple[Revision, ...] = ()
    namesakes: bool = False
    source: str | None = None


@dataclass(frozen=True, slots=True)
class Meeting:
    """A meeting or campaign that reports say they follow. *held* is its first day, written like a norm's dates."""

    id: str
    name: Text
    phrases: tuple[str, ...]
    held: str
    verified: bool


class Norms(Sequence[Norm]):
    """The register of norms. Compared by identity, so that an index can be kept beside it."""

    __slots__ = ("_norms",)
    __hash__ = object.__hash__

    def __init__(self, norms: Iterable[Norm] = ()) -> None:
        self._norms = tuple(norms)

    @overload
    def __getitem__(self, index: int) -> Norm: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Norm]: ...
    def __getitem__(self, index: int | slice) -> Norm | Sequence[Norm]:
        return self._norms[index]

    def __len__(self) -> int:
        return len(self._norms)

    def __eq__(self, other: object) -> bool:
        return self is other


@dataclass(frozen=True, slots=True)
class DraftPart:
    """One part of a blank draft; *text* may hold ``{issuer}``, ``{year}`` and ``{next}``, the year after.

    *role* is one of :data:`ROLES`. A heading has *blank* paragraphs to be filled in under it, or *parts*. *levels*
    empty means all; for those in *optional* it may be left out. *weight* says how much room it deserves among the
    others; that of a part with *parts* is theirs. *section* is what it belongs to, *guidance* how to fill it in.
    """

    role: str
    text: str
    blank: tuple[str, ...] = ()
    section: str | None = None
    weight: float = 0
    levels: frozenset[str] = frozenset()
    optional: frozenset[str] = frozenset()
    guidance: Text | None = None
    basis: tuple[Basis, ...] = ()
    parts: tuple[DraftPart, ...] = ()


@dataclass(frozen=True, slots=True)
class Draft:
    """The blank draft of a report: its parts in order, its paper, how each role is set, and the page number's text."""

    parts: tuple[DraftPart, ...]
    page: Page
    settings: Mapping[str, Setting]
    page_number: str | None = None


@dataclass(frozen=True, slots=True)
class Template:
    """What a report of one type must look like. A rule's ``group`` is the id of a section or of a group.

    *norms* and *meetings* are what such reports cite, with dates; *other_norms* are right names of further works.
    *draft* is what a report begins as.
    """

    id: str
    name: Text
    version: str
    recognition: Recognition
    levels: tuple[Level, ...]
    sections: tuple[Section, ...]
    groups: tuple[Group, ...]
    vocabulary: Vocabulary
    norms: Norms = field(default_factory=Norms)
    meetings: tuple[Meeting, ...] = ()
    other_norms: tuple[str, ...] = ()
    draft: Draft | None = None

    def section(self, section_id: str) -> Section:
        """Return the section *section_id*. Raises KeyError."""
        for section in self.sections:
            if section.id == section_id:
                return section
        raise KeyError(section_id)


@dataclass(frozen=True, slots=True)
class ExampleLayout:
    """Where the setting of an example departs from that of the template's draft: values by name, settings by role.

    *page_number* is the text of the page number, empty for none, None for that of the draft.
    """

    page: Mapping[str, Any] = field(default_factory=dict)
    settings: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    page_number: str | None = None


@dataclass(frozen=True, slots=True)
class Example:
    """A text and the state that the rule must give it; *level* and *year* overrule the profile.

    *previous* is the text of last year's report, *answer* what a person answers to the rule's question.
    *format* is the one that the text is taken to be read from; plain text unless said. Where there is a *layout*, the
    text is set in Word as the template's draft is, but for what the layout says otherwise, and read back.
    *corrected* is what the text reads as once everything that the rule knows to correct is corrected.
    """

    name: str
    expect: State
    text: str
    level: str | None = None
    year: int | None = None
    origin: Origin | None = None
    previous: str | None = None
    answer: str | None = None
    format: str | None = None
    layout: ExampleLayout | None = None
    corrected: str | None = None


class Examples(Sequence[Example]):
    """The examples of a rule, made when they are first asked for: a check never looks at them."""

    __slots__ = ("_made", "_make")

    def __init__(self, make: Callable[[], Sequence[Example]]) -> None:
        self._make = make
        self._made: tuple[Example, ...] | None = None

    def _all(self) -> tuple[Example, ...]:
        if self._made is None:
            self._made = tuple(self._make())
        return self._made

    @overload
    def __getitem__(self, index: int) -> Example: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Example]: ...
    def __getitem__(self, index: int | slice) -> Example | Sequence[Example]:
        return self._all()[index]

    def __len__(self) -> int:
        return len(self._all())

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and self._all() == tuple(other)

    def __hash__(self) -> int:
        return hash(self._all())

    def __repr__(self) -> str:
        return repr(self._all())


@dataclass(frozen=True, slots=True)
class OtherRule:
    """What another rule must have said for a rule to apply: one of *states* or, where *absent*, none of them."""

    rule: str
    states: frozenset[State]
    absent: bool = False


@dataclass(frozen=True, slots=True)
class Change:
    """One value of a rule that an extending pack has changed, and why.

    *field* is named as in :attr:`Rule.origins`; *before* and *after* are as written in YAML, None where there is no
    value. A rule switched off has a change of the field ``off``.
    """

    field: str
    before: Any
    after: Any
    reason: Text
    origin: Origin


@dataclass(frozen=True, slots=True)
class Rule:
    """One checkable requirement.

    *parameters* are those of the check kind, already validated against its schema. *levels* empty means all;
    *since* and *until* are report years, inclusive. *messages* by state overrule what the check would say.
    *info_in*: formats of documents in which a finding is only information, because copying a text into them does such
    damage by itself. *kinds* and *formats* of documents empty mean all; *depends* must all hold. *off* is the reason
    why an extending pack has switched the rule off, *changes* what such packs have changed, the first of them first.
    """

    id: str
    name: Text
    severity: Severity
    kind: str
    parameters: Mapping[str, Any]
    group: str
    weight: float
    advice: Text
    levels: frozenset[str] = frozenset()
    since: int | None = None
    until: int | None = None
    info_in: frozenset[str] = frozenset()
    basis: tuple[Basis, ...] = ()
    messages: Mapping[str, Text] = field(default_factory=dict)
    explanation: Text | None = None
    related: tuple[str, ...] = ()
    examples: Sequence[Example] = ()
    origin: Origin | None = None
    kinds: frozenset[Kind] = frozenset()
    formats: frozenset[str] = frozenset()
    depends: tuple[OtherRule, ...] = ()
    off: Text | None = None
    changes: tuple[Change, ...] = ()
    origins: Mapping[str, Origin] = field(default_factory=dict)

    @property
    def original_severity(self) -> Severity:
        """The severity that the rule's own pack gave it, whatever extending packs have made of it."""
        first = next((change for change in self.changes if change.field == "severity"), None)
        return self.severity if first is None else Severity(first.before)


@dataclass(frozen=True, slots=True)
class Pack:
    """A folder or zip archive of rules with its template, ready to be run.

    *bases* are the packs it extends, the nearest first. *where* is the folder or archive, *templates* the folders of
    its template and of those that it extends, as shown to people. *added* holds the phrases that this pack itself, not
    one of its bases, has added to the vocabulary. *wording* is None for a pack that judges whole reports.
    """

    ref: PackRef
    name: Text
    template: Template
    rules: tuple[Rule, ...]
    bases: tuple[PackRef, ...] = ()
    where: str = ""
    templates: tuple[str, ...] = ()
    added: tuple[Concept, ...] = ()
    wording: Wording | None = None

    def rule(self, rule_id: str) -> Rule:
        """Return the rule *rule_id*. Raises KeyError."""
        for rule in self.rules:
            if rule.id == rule_id:
                return rule
        raise KeyError(rule_id)
