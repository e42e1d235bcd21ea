"""A rule explained, for the terminal and as Markdown."""

from __future__ import annotations

from collections.abc import Iterable

from checker.authoring.explanation import Explanation
from checker.reports.columns import Sheet, pad, width
from checker.texts import Language, text

_LABELS = (
    "off",
    "asks",
    "applies",
    "basis",
    "advice",
    "values",
    "changes",
    "messages",
    "examples",
    "words",
    "unless",
    "related",
    "origin",
    "origins",
)
_LINES = 8
_PHRASES = 12
_SPECIAL = str.maketrans({sign: f"\\{sign}" for sign in "\\`*_[]<>|#"})


def draw(told: Explanation, language: Language, *, columns: int = 80, color: bool = False) -> str:
    """Return *told* as lines of at most *columns*; long lists and examples are cut."""
    return _Drawing(language, Sheet(columns, color)).drawn(told)


class _Drawing:
    def __init__(self, language: Language, sheet: Sheet) -> None:
        self.language, self.sheet = language, sheet
        self.column = 2 + max(width(self.say(label)) for label in _LABELS)

    def say(self, what: str, **values: object) -> str:
        return text(f"explain.{what}", **values).of(self.language)

    def field(self, label: str, bodies: Iterable[str]) -> None:
        lead = pad(self.say(label), self.column)
        for body in filter(None, bodies):
            self.sheet.put(body, lead=lead, lead_style="faint")
            lead = " " * self.column

    def cut(self, bodies: Iterable[str], most: int) -> list[str]:
        listed = list(bodies)
        rest = len(listed) - most
        return [*listed[:most], self.say("more", count=rest)] if rest > 0 else listed

    def drawn(self, told: Explanation) -> str:
        lead = f"{told.severity_name}  "
        self.sheet.put(f"{told.name}  {told.id}", lead=lead, lead_style="strong", style="strong")
        self.sheet.blank()
        self.field("off", [told.off])
        self.field("asks", [told.asks])
        self.field("applies", [told.applies])
        self.field("basis", [f"{basis.citation} · {basis.rank}" for basis in told.bases] or [self.say("no_basis")])
        self.field("advice", [told.advice])
        self.field("messages", [self.say("message", state=state, message=words) for state, words in told.messages])
        self.field("values", [value.line for value in told.values])
        self.field("changes", told.changes)
        for example in told.examples:
            head = self.say("example_state", name=example.name, state=example.state)
            self.field("examples", [head, *self.cut(example.lines, _LINES)])
        for words in told.words:
            self.field("words", [self.say("concept", name=words.name), *self.cut(words.phrases, _PHRASES)])
            self.field("unless", self.cut(words.unless, _PHRASES))
        self.field("related", [f"{rule}  {name}" for rule, name in told.related])
        written = self.say("written_in", group=told.group, kind=told.kind)
        self.field("origin", [f"{written} · {told.origin}" if told.origin else written])
        self.field("origins", told.origins)
        return self.sheet.text()


def markdown(told: Explanation, language: Language, *, places: bool = True) -> str:
    """Return *told* as Markdown, whole. *places*: with the files and lines that values come from."""

    def say(what: str, **values: object) -> str:
        return text(f"explain.{what}", **values).of(language)

    def head_of(label: str) -> list[str]:
        return ["", f"## {say(label).capitalize()}", ""]

    def listed(label: str, items: Iterable[str]) -> list[str]:
        found = list(items)
        return [*head_of(label), *(f"- {item}" for item in found)] if found else []

    summary = f"`{told.id}` · {told.severity_name} · {escaped(told.group)} · {escaped(told.applies)}"
    lines = [f"# {escaped(told.name)}", "", summary]
    lines += ["", f"**{say('off')}** {escaped(told.off)}"] if told.off else []
    lines += ["", escaped(told.asks)] if told.asks else []
    lines += listed("basis", (f"{escaped(basis.citation)} · {basis.rank}" for basis in told.bases))
    lines += [*head_of("basis"), say("no_basis").capitalize()] if not told.bases else []
    lines += [*head_of("advice"), escaped(told.advice)] if told.advice else []
    lines += listed("messages", (say("message", state=state, message=escaped(words)) for state, words in told.messages))
    lines += [*head_of("values"), say("kind_of_check", kind=f"`{told.kind}`").capitalize(), ""]
    lines += [
        f"- `{value.name}`: {code(value.written)}" + (f" ({escaped(value.where)})" if places else "")
        for value in told.values
    ]
    lines += listed("changes", map(escaped, told.changes))
    for example in told.examples:
        lines += ["", f"## {say('example_title', name=escaped(example.name), state=example.state)}", ""]
        lines += fenced(example.lines)
    for words in told.words:
        lines += ["", f"## {say('words_title', name=code(words.name))}", ""]
        lines += [f"- {code(phrase)}" for phrase in words.phrases]
        lines += (
            ["", say("unless").capitalize(), "", *(f"- {code(phrase)}" for phrase in words.unless)]
            if words.unless
            else []
        )
    lines += listed("related", (f"[{rule}]({rule}.md) {escaped(name)}" for rule, name in told.related))
    return "\n".join(lines) + "\n"


def escaped(words: str) -> str:
    """Return *words* so that Markdown shows them as they are."""
    return words.translate(_SPECIAL)


def code(words: str) -> str:
    """Return *words* as code, whatever backticks are in them."""
    fence = "`"
    while fence in words:
        fence += "`"
    space = " " if "`" in words else ""
    return f"{fence}{space}{words}{space}{fence}"


def fenced(lines: Iterable[str]) -> list[str]:
    """Return *lines* as a block of code that none of them can end."""
    shown = list(lines)
    fence = "```"
    while any(fence in line for line in shown):
        fence += "`"
    return [fence + "text", *shown, fence]
