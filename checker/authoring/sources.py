"""A pack as its author wrote it: the files with the places of everything in them, beside the pack they make."""

from __future__ import annotations

from pathlib import Path

from checker.errors import PackError, Problem
from checker.frozen import dataclass
from checker.rule import Pack
from checker.rulebook import load_pack
from checker.rulebook.home import PACK_FILE, SourceFile
from checker.rulebook.layers import Layer, gather
from checker.rulebook.locate import pack_home
from checker.rulebook.material import Entry, Material, ParsedTemplate
from checker.rulebook.positions import YamlFile, read_yaml
from checker.rulebook.references import Marked, marked
from checker.rulebook.schema import check_schemas, pack_schema, rules_schema
from checker.rulebook.template_schema import template_schema


@dataclass(frozen=True)
class Source:
    """One pack. *pack* is None where it is broken; then *problems* say why.

    *material* holds its own files only, without those of packs it extends; *marks* are the strings in them that the
    schemas mark (names of concepts, phrases, texts).
    """

    pack: Pack | None
    problems: tuple[Problem, ...]
    layer: Layer
    material: Material
    marks: tuple[Marked, ...]

    def entry(self, rule_id: str) -> Entry | None:
        """Return where this pack defines the rule, or else changes it; None where it does neither."""
        own = (each for each in self.material.rules() if each.string("id") == rule_id)
        changes = (each for each in self.material.changes() if each.string("rule") == rule_id)
        return next(own, None) or next(changes, None)


def read_source(name_or_path: str | Path) -> Source:
    """Return the pack *name_or_path* as written. Raises UsageError where there is none."""
    layer = gather(pack_home(name_or_path))
    problems: tuple[Problem, ...] = ()
    pack: Pack | None = None
    try:
        pack = load_pack(name_or_path)
    except PackError as error:
        problems = error.problems
    return source_of(layer, pack, problems)


def source_of(layer: Layer, pack: Pack | None, problems: tuple[Problem, ...] = ()) -> Source:
    """Return a pack that has been read as *layer* and makes *pack*, as written."""
    material = _material(layer)
    checks = check_schemas()
    schemas = {"rules": rules_schema(list(checks)), "pack": pack_schema(), "template": template_schema()}
    return Source(pack, problems, layer, material, tuple(marked(material, schemas, checks)))


def _material(layer: Layer) -> Material:
    files = {file.name: _parsed(file) for file in layer.files}
    # A template that another one extends is the matter of the packs that name it.
    templates = tuple(
        ParsedTemplate(each.id, each.extends, tuple(filter(None, map(_parsed, each.files))))
        for each in layer.templates[-1:]
    )
    rule_files = tuple(file for name, file in files.items() if name != PACK_FILE and file is not None)
    return Material(files.get(PACK_FILE), rule_files, templates, rules_whole=True, template_whole=True)


def _parsed(file: SourceFile) -> YamlFile | None:
    return read_yaml(file.shown, file.data)[0]
