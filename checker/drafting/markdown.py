"""A blank draft as Markdown: guidance and basis in comments that no reader of the text sees."""

from __future__ import annotations

from collections.abc import Sequence

from checker.drafting.plan import Line
from checker.texts import Language, text

_MARKS = {"title": "# ", "heading1": "## ", "heading2": "### ", "heading3": "#### ", "heading4": "##### "}


def draft(lines: Sequence[Line], language: Language) -> str:
    """Return *lines* as Markdown, what is said beside them in *language*."""
    pieces = [_comment([text("draft.remove").of(language)])]
    for line in lines:
        pieces.append(_MARKS.get(line.role, "") + line.text.replace("\n", ""))
        if line.notes:
            pieces.append(_comment([note.of(language) for note in line.notes]))
    return "\n\n".join(pieces) + "\n"


def _comment(sentences: Sequence[str]) -> str:
    # Two hyphens would end a comment in some programs, and names come from the command line.
    inner = "\n".join(sentences).replace("--", "‐‐").replace(">", "＞")
    return f"<!--\n{inner}\n-->"
