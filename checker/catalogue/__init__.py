"""Every sentence a user may see, in Chinese and in English: one module a room, keyed ``room.what``."""

from __future__ import annotations

from checker.catalogue import (
    authoring,
    checks,
    cli,
    drafting,
    engine,
    explain,
    exports,
    figures,
    form,
    gate,
    html,
    layout,
    letter,
    matching,
    ocr,
    packs,
    reading,
    references,
    reports,
    rulebook,
    schema,
    semantic,
    structure,
    substance,
    verdict,
    word,
)

_ROOMS = (
    authoring,
    checks,
    cli,
    drafting,
    engine,
    explain,
    exports,
    figures,
    form,
    gate,
    html,
    layout,
    letter,
    matching,
    ocr,
    packs,
    reading,
    references,
    reports,
    rulebook,
    schema,
    semantic,
    structure,
    substance,
    verdict,
    word,
)

CATALOGUE: dict[str, tuple[str, str]] = {key: sentence for room in _ROOMS for key, sentence in room.TEXTS.items()}

# A key that two rooms define would silently lose one of its sentences.
assert len(CATALOGUE) == sum(len(room.TEXTS) for room in _ROOMS), "a key stands in two rooms"
