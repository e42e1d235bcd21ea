"""The catalogue of a pack's rules as Markdown: an index by group, one page a rule. One pack gives the same bytes."""

from __future__ import annotations

from checker.authoring.explanation import explanation, groups_of
from checker.authoring.explanation_text import escaped, markdown
from checker.authoring.listing import table_markdown
from checker.frozen import dataclass
from checker.rule import Pack
from checker.texts import Language, text

INDEX = "index.md"


@dataclass(frozen=True, slots=True)
class Page:
    """One file of the catalogue."""

    name: str
    content: str


def pages(pack: Pack, language: Language) -> list[Page]:
    """Return the pages of *pack*, the index first, then the rules in its order."""
    rules = [
        Page(f"{rule.id}.md", markdown(explanation(rule, pack, language), language, places=False))
        for rule in pack.rules
    ]
    return [Page(INDEX, _index(pack, language)), *rules]


def _index(pack: Pack, language: Language) -> str:
    head = text("pages.head", name=escaped(pack.name.of(language)), id=pack.ref.id, version=pack.ref.version)
    lines = [f"# {text('pages.title').of(language)}", "", head.of(language), ""]
    lines += [text("pages.count", count=len(pack.rules)).of(language)]
    for group, name in groups_of(pack).items():
        rules = [rule for rule in pack.rules if rule.group == group]
        if rules:
            lines += ["", f"## {escaped(name.of(language))}", ""]
            lines += [table_markdown(pack, rules, language, links=True).rstrip("\n")]
    return "\n".join(lines) + "\n"
