"""Validated plain values → the frozen values of :mod:`checker.rule`. Trusts its input: see :mod:`compile`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from checker.model import Basis, PackRef, Severity, State
from checker.rule import (
    Concept,
    Example,
    Group,
    Level,
    Meeting,
    Norm,
    Norms,
    Origin,
    OtherKind,
    Pack,
    Recognition,
    Revision,
    Rule,
    Section,
    Template,
    Vocabulary,
)
from checker.texts import Text

Plain = Mapping[str, Any]


def build_pack(compiled: Plain, sha256: str, shown: Mapping[str, str]) -> Pack:
    """Return the pack; *shown* maps the names of rule files to the paths that people are shown."""
    pack = compiled["pack"]
    return Pack(
        ref=PackRef(pack["id"], pack["version"], sha256),
        name=_text(pack["name"]),
        template=_template(compiled["template"]),
        rules=tuple(
            _rule(rule["value"], pack["id"], shown[rule["file"]], rule["line"], rule["examples"])
            for rule in compiled["rules"]
        ),
    )


def _text(value: Plain) -> Text:
    return Text(value["zh"], value["en"])


def _rule(value: Plain, pack: str, path: str, line: int, example_lines: Sequence[int]) -> Rule:
    years = value.get("years", {})
    check = dict(value["check"])
    return Rule(
        id=value["id"],
        name=_text(value["name"]),
        severity=Severity(value["severity"]),
        kind=check.pop("kind"),
        parameters=check,
        group=value["group"],
        weight=float(value.get("weight", 1)),
        advice=_text(value["advice"]),
        levels=frozenset(value.get("levels", ())),
        since=years.get("since"),
        until=years.get("until"),
        info_in=frozenset(value.get("info_in", ())),
        basis=tuple(
            Basis(basis["norm"], basis.get("article", ""), basis["verified"], basis["rank"])
            for basis in value.get("basis", ())
        ),
        messages={state: _text(message) for state, message in value.get("messages", {}).items()},
        explanation=_text(value["explanation"]) if "explanation" in value else None,
        related=tuple(value.get("related", ())),
        examples=tuple(
            _example(example, Origin(pack, path, at))
            for example, at in zip(value["examples"], example_lines, strict=True)
        ),
        origin=Origin(pack, path, line),
    )


def _example(value: Plain, origin: Origin) -> Example:
    return Example(
        name=value["name"],
        expect=State(value["expect"]),
        text=value["text"],
        level=value.get("level"),
        year=value.get("year"),
        previous=value.get("previous"),
        answer=value.get("answer"),
        origin=origin,
    )


def _template(value: Plain) -> Template:
    return Template(
        id=value["id"],
        name=_text(value["name"]),
        version=value["version"],
        recognition=_recognition(value["recognition"]),
        levels=tuple(_level(level) for level in value["levels"]),
        sections=tuple(_section(section) for section in value["sections"]),
        groups=tuple(
            Group(group["id"], _text(group["name"]), float(group.get("weight", 1))) for group in value.get("groups", ())
        ),
        vocabulary=Vocabulary({name: _concept(name, concept) for name, concept in value.get("vocabulary", {}).items()}),
        norms=Norms(_norm(norm) for norm in value.get("norms", ())),
        meetings=tuple(_meeting(meeting) for meeting in value.get("meetings", ())),
        other_norms=tuple(value.get("other_norms", ())),
    )


def _recognition(value: Plain) -> Recognition:
    return Recognition(
        titles={kind: tuple(phrases) for kind, phrases in value["titles"].items()},
        openings={kind: tuple(phrases) for kind, phrases in value["openings"].items()},
        not_titles=tuple(value.get("not_titles", ())),
        subject=value["subject"],
        organs=tuple(value["organs"]),
        unranked=tuple(value.get("unranked", ())),
        others=tuple(
            OtherKind(
                other["id"], _text(other["name"]), tuple(other.get("titles", ())), tuple(other.get("openings", ()))
            )
            for other in value.get("others", ())
        ),
    )


def _level(value: Plain) -> Level:
    return Level(
        id=value["id"],
        name=_text(value["name"]),
        endings=tuple(value.get("endings", ())),
        names=value.get("names"),
        self_names=tuple(value.get("self_names", ())),
        clues=value.get("clues"),
        is_body=value.get("is_body", False),
    )


def _section(value: Plain) -> Section:
    named = {
        key: value[key]
        for key in (
            "headings",
            "openers",
            "statements",
            "unless",
            "actors",
            "other_actors",
            "mentions",
            "within",
            "takes_unclaimed",
            "tail",
        )
        if key in value
    }
    return Section(
        id=value["id"],
        name=_text(value["name"]),
        weight=float(value.get("weight", 1)),
        not_in=tuple(value.get("not_in", ())),
        **named,
    )


def _concept(name: str, value: Any) -> Concept:
    if isinstance(value, list):
        return Concept(name, tuple(value))
    return Concept(name, tuple(value["phrases"]), tuple(value.get("unless", ())))


def _norm(value: Plain) -> Norm:
    period = value.get("period")
    optional = ("issuer", "number", "adopted", "published", "in_force", "repealed", "successor", "namesakes", "source")
    return Norm(
        id=value["id"],
        name=value["name"],
        rank=value["rank"],
        verified=value["verified"],
        short=tuple(value.get("short", ())),
        wrong=tuple(value.get("wrong", ())),
        period=(period["since"], period["until"]) if period else None,
        revisions=tuple(Revision(**revision) for revision in value.get("revisions", ())),
        **{key: value[key] for key in optional if key in value},
    )


def _meeting(value: Plain) -> Meeting:
    return Meeting(value["id"], _text(value["name"]), tuple(value["phrases"]), value["held"], value["verified"])
