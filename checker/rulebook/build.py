"""Validated plain values → the frozen values of :mod:`checker.rule`. Trusts its input: see :mod:`compile`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from checker.model import Basis, Kind, PackRef, Severity, State, Wording
from checker.rule import (
    Change,
    Example,
    Examples,
    Group,
    Level,
    Meeting,
    Norm,
    Norms,
    Origin,
    Origins,
    OtherKind,
    OtherRule,
    Pack,
    Recognition,
    Revision,
    Rule,
    Section,
    Template,
)
from checker.rulebook.drafts import build_draft, build_example_layout
from checker.rulebook.home import shown as shown_path
from checker.rulebook.layers import Layer
from checker.rulebook.plain import unpacked
from checker.texts import Text
from checker.vocabulary import Concept, Sought, Vocabulary

Plain = Mapping[str, Any]

_SEVERITIES = {severity.value: severity for severity in Severity}


def build_pack(compiled: Plain, layer: Layer) -> Pack:
    """Return the pack that *layer* was compiled to; paths are those it was read from now."""
    layers = layer.chain()
    packs = compiled["packs"]
    shown = [{file.name: file.shown for file in each.files} for each in layers]
    files = [(packs[pack]["id"], shown[pack][name]) for pack, name in compiled["files"]]
    refs = [PackRef(pack["id"], pack["version"], each.digest) for pack, each in zip(packs, layers, strict=True)]
    return Pack(
        ref=refs[-1],
        name=_text(compiled["pack"]["name"]),
        template=_template(compiled["template"], compiled["sought"]),
        rules=tuple(_rule(rule, files) for rule in compiled["rules"]),
        bases=tuple(reversed(refs[:-1])),
        where=shown_path(layer.home.path),
        templates=tuple(each.where for below in reversed(layers) for each in reversed(below.templates)),
        wording=_wording(compiled["verdict"]),
        added=tuple(Concept(name, tuple(phrases)) for name, phrases in compiled["added"].items()),
    )


def _wording(value: Plain | None) -> Wording | None:
    return None if value is None else Wording(**{name: _text(words) for name, words in value.items()})


def _text(value: Plain) -> Text:
    return Text(value["zh"], value["en"])


def _rule(rule: Plain, files: Sequence[tuple[str, str]]) -> Rule:
    value = rule["value"]
    when = value.get("when", {})
    years = when.get("years", {})
    check = dict(value["check"])
    return Rule(
        id=value["id"],
        name=_text(value["name"]),
        severity=_SEVERITIES[value["severity"]],
        kind=check.pop("kind"),
        parameters=check,
        group=value["group"],
        weight=float(value.get("weight", 1)),
        advice=_text(value["advice"]),
        levels=frozenset(when.get("levels", ())),
        since=years.get("since"),
        until=years.get("until"),
        info_in=frozenset(value.get("info_in", ())),
        basis=tuple(_basis(basis) for basis in value.get("basis", ())),
        messages={state: _text(message) for state, message in value.get("messages", {}).items()},
        explanation=_text(value["explanation"]) if "explanation" in value else None,
        related=tuple(value.get("related", ())),
        examples=Examples(partial(_examples, rule, files)),
        origin=_origin(rule["at"], files),
        kinds=frozenset(map(Kind, when.get("kinds", ()))),
        formats=frozenset(when.get("formats", ())),
        depends=tuple(
            OtherRule(other["rule"], frozenset(map(State, other["states"])), absent=key == "no_finding")
            for key in ("finding", "no_finding")
            for other in when.get(key, ())
        ),
        off=_text(rule["off"]) if "off" in rule else None,
        changes=tuple(
            Change(field, before, after, _text(reason), _origin(at, files))
            for field, before, after, reason, *at in rule["changes"]
        ),
        origins=Origins(rule["origins"], files, rule["at"][0]),
    )


def _origin(at: Sequence[int], files: Sequence[tuple[str, str]]) -> Origin:
    file, line = at
    return Origin(*files[file], line)


def _basis(value: Plain) -> Basis:
    return Basis(
        norm=value["norm"],
        article=value.get("article", ""),
        verified=value["verified"],
        rank=value["rank"],
        in_force=value.get("in_force"),
        repealed=value.get("repealed"),
    )


def _examples(rule: Plain, files: Sequence[tuple[str, str]]) -> list[Example]:
    return [_example(value, _origin(at, files)) for value, at in unpacked(rule["examples"])]


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
        format=value.get("format"),
        layout=build_example_layout(value["layout"]) if "layout" in value else None,
        corrected=value.get("corrected"),
    )


def _template(value: Plain, sought: Plain) -> Template:
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
        vocabulary=Vocabulary(
            {
                name: _concept(name, concept, [Sought(*each) for each in sought[name]])
                for name, concept in value.get("vocabulary", {}).items()
            }
        ),
        norms=Norms(_norm(norm) for norm in value.get("norms", ())),
        meetings=tuple(_meeting(meeting) for meeting in value.get("meetings", ())),
        other_norms=tuple(value.get("other_norms", ())),
        draft=build_draft(value["draft"], _basis) if "draft" in value else None,
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
    # The schema is closed: whatever else stands there is a field, as it was written.
    read = {"id", "name", "weight", "not_in"}
    written = {key: given for key, given in value.items() if key not in read}
    return Section(
        id=value["id"],
        name=_text(value["name"]),
        weight=float(value.get("weight", 1)),
        not_in=tuple(value.get("not_in", ())),
        **written,
    )


def _concept(name: str, value: Any, sought: Sequence[Sought]) -> Concept:
    if isinstance(value, list):
        return Concept(name, tuple(value), (), *sought)
    return Concept(name, tuple(value["phrases"]), tuple(value.get("unless", ())), *sought)


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
