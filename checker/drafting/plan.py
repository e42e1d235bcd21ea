"""A template's draft for one level, year and issuer: its lines in order, headings numbered, guidance beside them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checker.drafting.issuer import checked
from checker.errors import UsageError
from checker.frozen import dataclass, replace
from checker.model import Basis
from checker.rule import Draft, DraftPart, Template
from checker.structure.numerals import in_chinese
from checker.texts import Text, text

_NUMBERS = {"heading1": "{}、", "heading2": "（{}）", "heading3": "{}.", "heading4": "（{}）"}
_DIGITS = ("heading3", "heading4")


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph of the draft with what is said beside it. *role* is one of :data:`checker.rule.ROLES`.

    A line feed in its *text* is where it may be broken if one line does not hold it.
    """

    role: str
    text: str
    notes: tuple[Text, ...] = ()


def lines(template: Template, level: str, year: int, issuer: str) -> tuple[Line, ...]:
    """Return the lines of the blank draft on *year* by *issuer*, a body of *level* (an id of the template's levels).

    Raises UsageError where the template has no draft, or *issuer* cannot be the name of such a body.
    """
    draft = template.draft
    if draft is None:
        raise UsageError(text("draft.none", template=template.id))
    names = checked(issuer, level, template)
    values = {"issuer": " ".join(names), "year": str(year), "next": str(year + 1)}
    made = _Plan(template, draft, level, year, values).lines()
    return tuple(single for line in made for single in _signatures(line, names))


def _signatures(line: Line, names: Sequence[str]) -> Iterator[Line]:
    """Yield a joint signature as one line a body."""
    if line.role != "signature" or line.text != " ".join(names):
        yield line
        return
    yield replace(line, text=names[0])
    yield from (Line(line.role, name) for name in names[1:])


@dataclass(frozen=True, slots=True)
class _Plan:
    template: Template
    draft: Draft
    level: str
    year: int
    values: dict[str, str]

    def lines(self) -> Iterator[Line]:
        """Yield the lines of all parts."""
        parts = self._asked(self.draft.parts)
        whole = sum(self._weight(part) for part in parts)
        return self._lines(parts, whole, {})

    def _lines(self, parts: Sequence[DraftPart], whole: float, counts: dict[str, int]) -> Iterator[Line]:
        for part in parts:
            number = ""
            if part.role in _NUMBERS:
                counts[part.role] = counts.get(part.role, 0) + 1
                count = counts[part.role]
                number = _NUMBERS[part.role].format(count if part.role in _DIGITS else in_chinese(count))
            yield Line(part.role, number + part.text.format_map(self.values), self._notes(part, whole))
            yield from (Line("body", blank.format_map(self.values)) for blank in part.blank)
            yield from self._lines(self._asked(part.parts), whole, {})

    def _asked(self, parts: Sequence[DraftPart]) -> list[DraftPart]:
        """Return those of *parts* that the level has, or may have."""
        return [part for part in parts if not part.levels or self.level in part.levels | part.optional]

    def _weight(self, part: DraftPart) -> float:
        inner = self._asked(part.parts)
        return sum(map(self._weight, inner)) if inner else part.weight

    def _notes(self, part: DraftPart, whole: float) -> tuple[Text, ...]:
        notes = [] if part.guidance is None else [part.guidance]
        if self.level in part.optional:
            notes.append(text("draft.optional"))
        share = round(100 * self._weight(part) / whole) if whole and part.role in _NUMBERS else 0
        if share:
            notes.append(text("draft.share", share=share))
        notes += [self._basis(basis) for basis in part.basis if basis.holds_in(self.year)]
        return tuple(notes)

    def _basis(self, basis: Basis) -> Text:
        sentence = text("draft.basis", norm=basis.norm, article=basis.article)
        if not basis.verified:
            sentence = text("draft.unverified", basis=sentence)
        register = (norm for norm in self.template.norms if f"《{norm.name}》" == basis.norm)
        period = next((norm.period for norm in register if norm.period is not None), None)
        if period is not None and not period[0] <= self.year <= period[1]:
            return text("draft.period_over", basis=sentence, since=period[0], until=period[1])
        return sentence
