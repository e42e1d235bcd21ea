"""The schema of template files, and of the vocabulary that a pack may add to."""

from __future__ import annotations

from checker.model import Kind
from checker.rulebook.draft_schema import draft_schema
from checker.rulebook.fragments import (
    NAME_ID,
    RANKS,
    VERSION,
    Schema,
    described,
    listed,
    mapping,
    one_of,
    phrases,
    refers,
    sentence,
    string,
    weight,
    year,
)
from checker.rulebook.rule_schema import basis_schema

DAY = r"^[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$"
TEMPLATE_NEEDS = ("id", "version", "name", "recognition", "levels", "sections")


def template_schema() -> Schema:
    """Return the schema of one file of a template; what all files together must hold is :data:`TEMPLATE_NEEDS`."""
    properties = {
        "id": described("template-id", string(NAME_ID)),
        "version": described("version", string(VERSION)),
        "name": described("name", sentence()),
        "extends": described("extends-template", string(NAME_ID)),
        "recognition": described("recognition", _recognition()),
        "levels": described("template-levels", listed(_level())),
        "sections": described("sections", listed(_section())),
        "groups": described("groups", listed(_group())),
        "vocabulary": described("vocabulary", vocabulary_schema()),
        "norms": described("norms", listed(_norm())),
        "meetings": described("meetings", listed(_meeting())),
        "other_norms": described("other-norms", listed(string(), unique=True)),
        "draft": described("draft", draft_schema(basis_schema())),
    }
    return {**mapping(properties, []), "minProperties": 1}


def _recognition() -> Schema:
    kinds = {kind.value: phrases() for kind in Kind if kind is not Kind.OTHER}
    other = {
        "id": string(NAME_ID),
        "name": sentence(),
        "titles": described("titles", phrases()),
        "openings": described("openings", phrases()),
    }
    properties = {
        "titles": described("titles", mapping(kinds, [])),
        "openings": described("openings", mapping(kinds, [])),
        "not_titles": described("not-titles", phrases()),
        "subject": described("subject", refers("concept")),
        "organs": described("organs", listed(string(), unique=True)),
        "unranked": described("unranked", listed(string(), unique=True)),
        "others": described("others", listed(mapping(other, ["id", "name"]))),
    }
    return mapping(properties, ["titles", "openings", "subject", "organs"])


def _level() -> Schema:
    properties = {
        "id": string(NAME_ID),
        "name": sentence(),
        "endings": described("endings", listed(string(), unique=True)),
        "names": described("level-names", refers("concept")),
        "self_names": described("self-names", listed(string(), unique=True)),
        "clues": described("level-clues", refers("concept")),
        "is_body": described("is-body", {"type": "boolean"}),
    }
    return mapping(properties, ["id", "name"])


def _section() -> Schema:
    concepts = (
        "headings",
        "hints",
        "signs",
        "openers",
        "statements",
        "unless",
        "actors",
        "other_actors",
        "mentions",
        "about",
    )
    properties = {
        "id": string(NAME_ID),
        "name": sentence(),
        "weight": weight(),
        **{concept: described(f"section-{concept}", refers("concept")) for concept in concepts},
        "takes_unclaimed": described("takes-unclaimed", {"type": "boolean"}),
        "tail": described("tail", {"type": "boolean"}),
        "within": described("within", refers("section")),
        "not_in": described("not-in", listed(refers("section"), unique=True)),
    }
    return mapping(properties, ["id", "name"])


def _group() -> Schema:
    return mapping({"id": string(NAME_ID), "name": sentence(), "weight": weight()}, ["id", "name"])


def vocabulary_schema() -> Schema:
    """Return the schema of a vocabulary: concepts, and additions to those of what is extended."""
    properties = {
        "phrases": phrases(),
        "unless": phrases(),
        "add": described("add", phrases()),
        "add_unless": described("add-unless", phrases()),
    }
    concept = {
        **mapping(properties, []),
        "anyOf": [{"required": [key]} for key in ("phrases", "add", "add_unless")],
        "type": ["array", "object"],
        "items": phrases()["items"],
        "minItems": 1,
    }
    return {"type": "object", "propertyNames": {"pattern": r"^[^<>\s]+$"}, "additionalProperties": concept}


def _norm() -> Schema:
    day = string(DAY)
    names = listed(string(), unique=True)
    revision = {"adopted": day, "in_force": day, "verified": described("dates-verified", {"type": "boolean"})}
    properties = {
        "id": described("norm-id", string(NAME_ID)),
        "name": described("norm-name", string()),
        "rank": described("rank", one_of(RANKS)),
        "verified": described("dates-verified", {"type": "boolean"}),
        "source": described("norm-source", string()),
        "short": described("norm-short", names),
        "wrong": described("norm-wrong", names),
        "issuer": described("norm-issuer", string()),
        "number": described("norm-number", string()),
        "adopted": described("norm-adopted", day),
        "published": described("norm-published", day),
        "in_force": described("norm-in-force", day),
        "repealed": described("norm-repealed", day),
        "successor": described("norm-successor", refers("norm")),
        "period": described("norm-period", mapping({"since": year(), "until": year()}, ["since", "until"])),
        "revisions": described("norm-revisions", listed(mapping(revision, ["verified"]))),
        "namesakes": described("norm-namesakes", {"type": "boolean"}),
    }
    return mapping(properties, ["id", "name", "rank", "verified"])


def _meeting() -> Schema:
    properties = {
        "id": string(NAME_ID),
        "name": described("name", sentence()),
        "phrases": described("meeting-phrases", phrases()),
        "held": described("meeting-held", string(DAY)),
        "verified": described("dates-verified", {"type": "boolean"}),
    }
    return mapping(properties, ["id", "name", "phrases", "held", "verified"])
