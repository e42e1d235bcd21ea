"""The good reports that mutation starts from: those that a manifest calls ready."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import checker
from checker.authoring.mutants import Good, good_of
from checker.engine import needs_layout
from checker.errors import CheckerError, UsageError
from checker.model import VerdictCode
from checker.reading import Limits, read_path
from checker.rule import Pack
from checker.texts import text

MANIFEST = "manifest.yaml"


def good_documents(pack: Pack, folder: Path | None) -> list[Good]:
    """Return the good documents of *folder* (of ``seeds/`` beside the program where None), by name.

    They are those that ``manifest.yaml`` calls ready; without a manifest, those that *pack* itself calls ready. Raises
    UsageError where there is no such folder or nothing good in it, ReadError where a file cannot be read.
    """
    found = Path(checker.__file__).resolve().parent.parent / "seeds" if folder is None else folder
    if not found.is_dir():
        raise UsageError(text("mutation.no_documents"), where=str(found), hint=text("mutation.no_documents.hint"))
    goods = list(_listed(found, pack) if (found / MANIFEST).is_file() else _judged(found, pack))
    if not goods:
        raise UsageError(text("mutation.none_good"), where=str(found), hint=text("mutation.no_documents.hint"))
    return goods


def _listed(folder: Path, pack: Pack) -> Iterator[Good]:
    for name in _ready(folder / MANIFEST):
        path = folder / name
        yield good_of(name, read_path(path, Limits(layout=needs_layout(pack))), pack)


def _ready(manifest: Path) -> list[str]:
    import yaml

    try:
        value: Any = yaml.safe_load(manifest.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise UsageError(text("mutation.bad_manifest"), where=str(manifest)) from error
    entries = value.get("documents") if isinstance(value, dict) else None
    if not isinstance(entries, list) or not all(isinstance(each, dict) and "file" in each for each in entries):
        raise UsageError(text("mutation.bad_manifest"), where=str(manifest))
    return [str(each["file"]) for each in entries if each.get("verdict") == VerdictCode.READY]


def _judged(folder: Path, pack: Pack) -> Iterator[Good]:
    from checker.verdict import decide

    for path in sorted(folder.iterdir()):
        if not path.is_file() or path.name.startswith("."):
            continue
        try:
            good = good_of(path.name, read_path(path, Limits(layout=needs_layout(pack))), pack)
        except CheckerError:
            continue  # a folder of reports may hold other things
        profile = good.analysis.profile
        if decide(profile.kind, profile.looks_like, tuple(good.outcomes.values())).code is VerdictCode.READY:
            yield good
