"""A pack that is right, laid over what it extends → plain data: rules with the origin of every value, one template."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from checker.rulebook.changes import Changed
from checker.rulebook.conditions import canonical
from checker.rulebook.layers import Layer
from checker.rulebook.material import Compiled, Entry, Material, adds
from checker.rulebook.plain import packed
from checker.rulebook.positions import YamlFile

_LISTS = ("levels", "sections", "groups", "norms", "meetings", "other_norms")
_NESTED = ("check", "messages", "when")


class Files:
    """Numbers for the files that rules come from, so that thousands of origins stay small.

    A file is kept as the number of its pack, the lowest first, and its name there; paths differ from load to load.
    """

    def __init__(self, layer: Layer, base: Compiled | None) -> None:
        """Take the files of *layer* after those of *base*."""
        below = [] if base is None else base["files"]
        pack = 0 if base is None else len(base["packs"])
        self.plain: list[list[Any]] = [*below, *([pack, file.name] for file in layer.files)]
        self._numbers = {file.shown: number for number, file in enumerate(layer.files, len(below))}

    def number(self, file: YamlFile) -> int:
        """Return the number of one of the pack's own files."""
        return self._numbers[file.path]


def merged(material: Material, changed: Mapping[str, Changed], files: Files) -> dict[str, Any]:
    """Return the pack as plain data. *material* has no problems."""
    assert material.pack is not None  # without it there were problems
    pack = {key: material.pack.value[key] for key in ("id", "version", "name")}
    below = [] if material.base is None else material.base["rules"]
    rules = [changed[rule["value"]["id"]].rule if rule["value"]["id"] in changed else rule for rule in below]
    return {
        "pack": pack,
        "packs": [*([] if material.base is None else material.base["packs"]), pack],
        "files": files.plain,
        "template": _template(material),
        "verdict": material.pack.value.get("verdict", (material.base or {}).get("verdict")),
        "added": _added(material),
        "rules": [*rules, *(_rule(rule, files) for rule in material.rules())],
    }


def _added(material: Material) -> dict[str, list[str]]:
    """Return the phrases that the pack adds to what it extends, by concept; none where it stands alone."""
    below = material.base_vocabulary()
    added = {
        name: concept.phrases[len(below[name].phrases) if name in below else 0 :]
        for name, concept in material.vocabulary().items()
    }
    return {name: list(phrases) for name, phrases in added.items() if phrases and material.base is not None}


def _rule(rule: Entry, files: Files) -> dict[str, Any]:
    file = files.number(rule.file)
    examples = rule.value["examples"]
    lines = (rule.place("examples", index).line for index in range(len(examples)))
    return {
        "value": {key: value for key, value in canonical(rule.value).items() if key != "examples"},
        "at": [file, rule.place().line],
        "examples": packed(zip(examples, ([file, line] for line in lines), strict=True)),
        "origins": " ".join(
            f"{name}={rule.file.place((*rule.path, *steps), at_key=True).line}" for name, steps in _fields(rule)
        ),
        "changes": [],
    }


def _fields(rule: Entry) -> list[tuple[str, tuple[str, ...]]]:
    """Return the fields of a rule as ``Rule.origins`` names them, and where they are written."""
    fields: list[tuple[str, tuple[str, ...]]] = []
    for key, value in rule.value.items():
        if key not in _NESTED:
            fields.append((key, (key,)))
            continue
        fields += [(name if key == "when" else f"{key}.{name}", (key, name)) for name in value]
    return fields


def _template(material: Material) -> dict[str, Any]:
    template: dict[str, Any] = {} if material.base is None else dict(material.base["template"])
    vocabulary: dict[str, Any] = dict(template.get("vocabulary", {}))
    for each in material.templates:
        for file in each.files:
            for key, value in file.value.items():
                if key in _LISTS:
                    template[key] = [*template.get(key, []), *value]
                elif key not in ("vocabulary", "extends"):
                    template[key] = value
    for entry in material.concepts():
        _lay(vocabulary, str(entry.path[-1]), entry.value)
    return {**template, "vocabulary": vocabulary}


def _lay(vocabulary: dict[str, Any], name: str, value: Any) -> None:
    if not adds(value):
        vocabulary[name] = value
        return
    old = vocabulary[name]
    parts = old if isinstance(old, dict) else {"phrases": old, "unless": []}
    vocabulary[name] = {
        "phrases": [*parts["phrases"], *value.get("add", [])],
        "unless": [*parts.get("unless", []), *value.get("add_unless", [])],
    }
