"""Anachronism: the account of a year claims what only came later.

Three sorts: a meeting that had not been held; a norm that did not exist; a norm, or its revised text, that was not yet
in force but is said to be applied. What came in the first months of the next year may be known to who writes the
report and is left alone, unless it is said to be in force.

Parameters:
    not_in: sections in which nothing is claimed of the report year (the plan).
    unless: concept of sentences that look ahead (将, 下一步).
    claims: concept of words that claim that a norm is applied; they must stand in the same clause.
    revised: concept of words that, in the same clause, show that the revised text is meant (新修订).
    preparing: concept of words that, in this clause or the one before, show that a norm is prepared for (学习, 宣传).
    drafting: concept of sentences on a norm in the making (草案, 征求意见).
    awaiting: concept of words that, in the same clause, show that a meeting is awaited (迎接).

Passes:  report of 2025: 组织学习宣传《行政执法监督条例》
Fails:   report of 2025: 《行政执法监督条例》施行以来          (in force from 1 February 2026)
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from checker.checks.result import Result
from checker.frozen import dataclass
from checker.matching.phrases import compile_phrases
from checker.model import Span, State
from checker.rule import Meeting, Norm, Rule
from checker.structure.analysis import Analysis
from checker.structure.citations import Mention, clause, first_day, latest_year, norm_index
from checker.structure.sections import find_section
from checker.texts import Text, text

KIND = "anachronism"
_CONCEPT = {"type": "string", "x-refers-to": "concept"}
SCHEMA: Mapping[str, Any] = {
    "type": "object",
    "properties": {
        "not_in": {"type": "array", "minItems": 1, "items": {"type": "string", "x-refers-to": "section"}},
        **dict.fromkeys(("unless", "claims", "revised", "preparing", "drafting", "awaiting"), _CONCEPT),
    },
    "required": ["claims", "revised", "preparing", "drafting", "awaiting"],
    "additionalProperties": False,
}
_SHOWN = 20


@dataclass(frozen=True, slots=True)
class _Claim:
    said: Text
    span: Span


def check(analysis: Analysis, rule: Rule) -> Result:
    """Point at every claim of something that came after the report year."""
    why = text("anachronism.why")
    if analysis.profile.report_year is None:
        return Result(State.CANNOT_TELL, text("years.none"), why)
    year = int(analysis.profile.report_year.value)
    account = _Account(analysis, rule.parameters, year)
    claims = sorted([*_norms(account), *_meetings(account)], key=lambda claim: claim.span.start)
    if not claims:
        return Result(State.PASS, text("anachronism.clean"), why)
    said = list(dict.fromkeys(claim.said for claim in claims))
    message = text(
        "anachronism.found", year=year, said=Text("；".join(s.zh for s in said), "; ".join(s.en for s in said))
    )
    return Result(State.FAIL, message, why, tuple(analysis.evidence(claim.span) for claim in claims[:_SHOWN]))


class _Account:
    """What the report says of its own year."""

    def __init__(self, analysis: Analysis, parameters: Mapping[str, Any], year: int) -> None:
        self.analysis = analysis
        self.parameters = parameters
        self.year_end = f"{year}-12-31"
        self.known_end = f"{year + 1}-03-31"
        self._year = year
        self._elsewhere: list[Span] | None = None

    def says(self, concept: str, span: Span) -> bool:
        """Whether *span* holds a hit of the concept that the parameter *concept* names."""
        return bool(self.analysis.hits_within(self.parameters.get(concept), span))

    def clause(self, span: Span) -> Span:
        return clause(self.analysis.text, span)

    def sentence(self, span: Span) -> Span:
        unit = next((unit for unit in self.analysis.units if unit.start <= span.start < unit.end), None)
        return Span(unit.start, unit.end) if unit else self.clause(span)

    def tells(self, span: Span) -> bool:
        """Whether *span* stands in the account: outside the plan, looking neither ahead nor back from later."""
        sentence = self.sentence(span)
        later = latest_year(self.analysis, sentence) > self._year
        return not (later or self.says("unless", sentence) or self._stands_elsewhere(span))

    def _stands_elsewhere(self, span: Span) -> bool:
        sections = self.parameters.get("not_in", ())
        if self.analysis.section_claims(self.analysis.node_at(span.start)) & set(sections):
            return True
        if self._elsewhere is None:
            found = [find_section(self.analysis, self.analysis.template.section(section)) for section in sections]
            self._elsewhere = [place.span for each in found for place in each.places]
        return any(place.start <= span.start < place.end for place in self._elsewhere)


def _norms(account: _Account) -> Iterator[_Claim]:
    index = norm_index(account.analysis.template.norms)
    later = {norm.id: _sort(norm, account) for norm in index.by_id.values()}
    wanted = [norm for norm in index.by_id.values() if later[norm.id]]
    for mention in index.mentions(account.analysis, wanted):
        sentence = account.sentence(mention.span)
        if mention.draft or account.says("drafting", sentence) or not account.tells(mention.span):
            continue
        sort = later[mention.norm.id]
        if sort == "unborn" or _claims_force(account, mention, revised=sort == "revised"):
            yield _Claim(_said(mention.norm, sort or ""), account.clause(mention.span))


def _sort(norm: Norm, account: _Account) -> str | None:
    """Return in which way *norm* came too late: ``unborn``, ``in_force``, ``revised``; None where it did not."""
    born = norm.adopted or norm.published
    if born is not None and first_day(born) > account.known_end:
        # Where places have had norms of that name for long, the name does not show that this one is meant.
        return None if norm.namesakes else "unborn"
    if norm.in_force is not None and first_day(norm.in_force) > account.year_end:
        return "in_force"
    if norm.revisions:
        last = next((each for each in norm.revisions if first_day(each.in_force or "0000") > account.year_end), None)
        if last is not None and last.adopted is not None and first_day(last.adopted) <= account.known_end:
            return "revised"
    return None


def _claims_force(account: _Account, mention: Mention, *, revised: bool) -> bool:
    around = account.clause(mention.span)
    if revised and not account.says("revised", around):
        return False
    begin = account.clause(Span(around.start - 1, around.start - 1)).start if around.start else 0
    before = Span(max(begin, account.sentence(mention.span).start), around.end)
    return account.says("claims", around) and not account.says("preparing", before)


def _said(norm: Norm, sort: str) -> Text:
    if sort == "revised":
        day = next(each.in_force for each in reversed(norm.revisions))
    else:
        day = norm.in_force if sort == "in_force" else norm.adopted or norm.published
    return text(f"anachronism.{sort}", norm=norm.name, day=day or "")


def _meetings(account: _Account) -> Iterator[_Claim]:
    analysis = account.analysis
    vocabulary = analysis.template.vocabulary
    for meeting in analysis.template.meetings:
        if first_day(meeting.held) <= account.known_end:
            continue
        pattern = compile_phrases(meeting.phrases, vocabulary)
        for span in analysis.normal.searched.find(pattern) if pattern is not None else ():
            if account.tells(span) and not account.says("awaiting", account.clause(span)):
                yield _Claim(_meeting_said(meeting), span)


def _meeting_said(meeting: Meeting) -> Text:
    return text("anachronism.meeting", meeting=meeting.name, day=meeting.held)
