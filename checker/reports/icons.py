"""Small drawings for verdicts and states: each its own shape, so that none is told by colour alone."""

from __future__ import annotations

from checker.model import State, VerdictCode
from checker.reports.markup import Markup, tag

_DISC = "M12 1.5a10.5 10.5 0 1 0 0 21a10.5 10.5 0 1 0 0-21z"
_SHAPES = {
    "check": (_DISC, "M7 12.4l3.4 3.4L17 9"),
    "cross": ("M8 1.8h8L22.2 8v8L16 22.2H8L1.8 16V8z", "M8.3 8.3l7.4 7.4M15.7 8.3l-7.4 7.4"),
    "warning": ("M12 2L23 21.5H1z", "M12 9v5.5M12 17.6v.6"),
    "ring": (_DISC, "M7.5 12h9"),
    "question": (
        "M12 1L23 12L12 23L1 12z",
        "M9.6 10a2.4 2.4 0 1 1 3.6 2.1c-.8.5-1.2.9-1.2 1.9M12 16.6v.6",
    ),
}
_OF: dict[str, str] = {
    VerdictCode.READY: "check",
    VerdictCode.REVISE: "warning",
    VerdictCode.BLOCKED: "cross",
    VerdictCode.NOT_A_REPORT: "ring",
    VerdictCode.CANNOT_JUDGE: "question",
    State.PASS: "check",
    State.FAIL: "cross",
    State.PARTIAL: "warning",
    State.CANNOT_TELL: "question",
    State.MANUAL: "question",
    State.WAIVED: "ring",
    State.NOT_APPLICABLE: "ring",
}


def sprite() -> Markup:
    """Return the hidden element that holds every drawing once."""
    drawn = [
        tag(
            "symbol",
            tag("path", d=ground, fill="currentColor"),
            tag("path", d=sign, fill="none", stroke="#fff", stroke_width="2.2", stroke_linecap="round"),
            id=f"i-{name}",
            viewBox="0 0 24 24",
        )
        for name, (ground, sign) in _SHAPES.items()
    ]
    return tag("svg", drawn, class_="sprite", width=0, height=0, aria_hidden="true")


def icon(code: str) -> Markup:
    """Return the drawing for a verdict or state. Raises KeyError."""
    return tag("svg", tag("use", href=f"#i-{_OF[code]}"), class_="icon", viewBox="0 0 24 24", aria_hidden="true")
