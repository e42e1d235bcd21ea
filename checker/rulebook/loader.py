"""A pack's name or folder → the pack, through the cache."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import checker
from checker.errors import Problem
from checker.rule import Pack
from checker.rulebook import cache as kept
from checker.rulebook import locate
from checker.rulebook.build import build_pack


def load(name_or_path: str | Path, *, cache: bool) -> Pack:
    """Return the pack. Raises UsageError where there is none, PackError with every problem of one that is broken."""
    folder = locate.pack_folder(name_or_path)
    pack_files, problems = locate.read_files(folder)
    template_id = locate.template_named(pack_files)
    if template_id is None:
        template_id = _template_id(pack_files)
    template_files = None
    template = locate.template_folder(folder, template_id) if template_id else None
    if template is not None:
        template_files, more = locate.read_files(template)
        problems += more
    content = locate.digest(pack_files, template_files or ())
    key = _key(content) if cache and not problems else None
    compiled = kept.load(key) if key else None
    if compiled is None:
        compiled = _compile(pack_files, template_files, template_id, problems)
        if key:
            kept.store(key, compiled)
    return build_pack(compiled, content, {file.name: file.shown for file in pack_files})


def _template_id(pack_files: list[locate.SourceFile]) -> str | None:
    from checker.rulebook.compile import parse

    parsed, _ = parse(pack_files[:1])
    named = parsed[0].value.get("template") if parsed and isinstance(parsed[0].value, dict) else None
    return named if isinstance(named, str) and locate.is_name(named) else None


def _compile(
    pack_files: list[locate.SourceFile],
    template_files: list[locate.SourceFile] | None,
    template_id: str | None,
    problems: list[Problem],
) -> dict[str, Any]:
    from checker.rulebook.compile import compile_pack

    return compile_pack(pack_files, template_files, template_id, problems)


def _key(content: str) -> str:
    from checker.rulebook.schema import check_schemas, pack_schema, rules_schema, template_schema

    checks = check_schemas()
    schemas = {
        "checks": checks,
        "rules": rules_schema(list(checks)),
        "pack": pack_schema(),
        "template": template_schema(),
    }
    return kept.key(content, checker.__version__, schemas)
