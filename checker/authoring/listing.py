"""The rules of a pack in a table, narrowed down by what an author asks for."""

from __future__ import annotations

import json
from collections.abc import Sequence

from checker.authoring.explanation import group_name, groups_of
from checker.authoring.explanation_text import code, escaped
from checker.errors import UsageError
from checker.frozen import dataclass
from checker.model import Severity
from checker.options import nearest, one_of
from checker.reports.columns import Sheet, pad, width
from checker.rule import Pack, Rule
from checker.texts import Language, text


@dataclass(frozen=True, slots=True)
class Filter:
    """What rules are asked for; None asks for all. *level* and *group* are ids or names, *year* a report year."""

    severity: str | None = None
    level: str | None = None
    year: int | None = None
    kind: str | None = None
    group: str | None = None
    unverified: bool = False


def chosen(pack: Pack, asked: Filter) -> list[Rule]:
    """Return the rules that *asked* describes, in the order of *pack*. Raises UsageError for a value nothing has."""
    template = pack.template
    if asked.severity is not None:
        one_of("--severity", asked.severity, [severity.value for severity in Severity])
    if asked.kind is not None:
        one_of("--kind", asked.kind, sorted({rule.kind for rule in pack.rules}))
    levels = {name: each.id for each in template.levels for name in (each.name.zh, each.name.en, each.id)}
    groups = {word: group for group, name in groups_of(pack).items() for word in (name.zh, name.en, group)}
    level = None if asked.level is None else levels[one_of("--level", asked.level, levels)]
    group = None if asked.group is None else groups[one_of("--group", asked.group, groups)]
    return [
        rule
        for rule in pack.rules
        if (asked.severity is None or rule.severity == asked.severity)
        and (level is None or not rule.levels or level in rule.levels)
        and (asked.year is None or _holds_in(rule, asked.year))
        and (asked.kind is None or rule.kind == asked.kind)
        and (group is None or rule.group == group)
        and (not asked.unverified or not all(basis.verified for basis in rule.basis) or not rule.basis)
    ]


def _holds_in(rule: Rule, year: int) -> bool:
    within = (rule.since or year) <= year <= (rule.until or year)
    return within and (not rule.basis or any(basis.holds_in(year) for basis in rule.basis))


def rule_named(pack: Pack, rule_id: str, option: str) -> Rule:
    """Return the rule *rule_id*, in whatever case it is written. Raises UsageError with the nearest id."""
    known = {rule.id.casefold(): rule for rule in pack.rules}
    rule = known.get(rule_id.casefold())
    if rule is None:
        hint = nearest(rule_id, [each.id for each in pack.rules])
        raise UsageError(text("cli.unknown_value", option=option, value=rule_id), hint=hint)
    return rule


def table(pack: Pack, rules: Sequence[Rule], language: Language, *, columns: int = 80, color: bool = False) -> str:
    """Return one line a rule: severity, id, name, kind, group, years, how well its basis is known."""
    sheet = Sheet(columns, color)
    ids = max((width(rule.id) for rule in rules), default=0)
    severities = [text(f"report.severity_{rule.severity}").of(language) for rule in rules]
    column = max(map(width, severities), default=0)
    for rule, severity in zip(rules, severities, strict=True):
        style = {"must": "bad", "should": "warn"}.get(rule.severity, "")
        facts = [rule.kind, group_name(rule.group, pack).of(language), _years(rule), _basis(rule, language)]
        lead = f"{pad(severity, column)}  {pad(rule.id, ids)}  "
        sheet.put(f"{rule.name.of(language)}  {' · '.join(filter(None, facts))}", lead=lead, lead_style=style)
    sheet.blank()
    sheet.put(text("listing.total", count=len(rules), all=len(pack.rules)).of(language), style="strong")
    return sheet.text()


def table_json(rules: Sequence[Rule]) -> str:
    """Return the rules as a JSON list of objects."""
    values = [
        {
            "id": rule.id,
            "name": {"zh": rule.name.zh, "en": rule.name.en},
            "severity": rule.severity.value,
            "kind": rule.kind,
            "group": rule.group,
            "weight": rule.weight,
            "levels": sorted(rule.levels),
            "since": rule.since,
            "until": rule.until,
            "basis": [
                {"norm": basis.norm, "article": basis.article, "rank": basis.rank, "verified": basis.verified}
                for basis in rule.basis
            ],
            "related": list(rule.related),
            "off": rule.off is not None,
            "origin": None
            if rule.origin is None
            else {"pack": rule.origin.pack, "path": rule.origin.path, "line": rule.origin.line},
        }
        for rule in rules
    ]
    return json.dumps(values, ensure_ascii=False, indent=1) + "\n"


def table_markdown(pack: Pack, rules: Sequence[Rule], language: Language, *, links: bool = False) -> str:
    """Return the rules as a Markdown table; *links* lead from each id to its own page."""
    heads = [text(f"listing.{name}").of(language) for name in ("rule", "name", "severity", "group", "years", "basis")]
    lines = [f"| {' | '.join(heads)} |", "| " + " | ".join("---" for _ in heads) + " |"]
    for rule in rules:
        shown = f"[{rule.id}]({rule.id}.md)" if links else code(rule.id)
        cells = [
            shown,
            escaped(rule.name.of(language)),
            text(f"report.severity_{rule.severity}").of(language),
            escaped(group_name(rule.group, pack).of(language)),
            _years(rule),
            _basis(rule, language),
        ]
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines) + "\n"


def _years(rule: Rule) -> str:
    if rule.since is None and rule.until is None:
        return ""
    return f"{rule.since or ''}–{rule.until or ''}"


def _basis(rule: Rule, language: Language) -> str:
    if rule.off is not None:
        return text("listing.off").of(language)
    if not rule.basis:
        return text("listing.no_basis").of(language)
    return "" if all(basis.verified for basis in rule.basis) else text("listing.unverified").of(language)
