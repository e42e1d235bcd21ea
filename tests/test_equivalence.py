"""A report gives the same outcomes for its contents whatever a copy has done to its lines and its punctuation."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from checker.api import check, load_pack
from checker.model import Document
from checker.reading import read_bytes, read_path

SEEDS = Path(__file__).parent.parent / "seeds"
DOCUMENTS = yaml.safe_load((SEEDS / "manifest.yaml").read_text(encoding="utf-8"))["documents"]
REPORTS = [entry["file"] for entry in DOCUMENTS if entry["kind"] != "other"]
CONTENTS = ("FZ-CONT-C1", "FZ-CONT-C2A", "FZ-CONT-C2B", "FZ-CONT-C3", "FZ-CONT-C4")
COPIES = {
    "one line after the title": lambda lines: lines[0] + "\n" + "".join(lines[1:]),
    "wide spaces for line ends": "　".join,
    "half-width punctuation": lambda lines: "\n".join(lines).translate(str.maketrans("，：；（）", ",:;()")),
    "decoration inside words": lambda lines: "\n".join("★".join((line[:9], line[9:])) for line in lines),
    "blank lines": "\n\n  ".join,
}


def states(document: Document) -> dict[str, str]:
    found = {outcome.rule: outcome.state.value for outcome in check(document, load_pack()).outcomes}
    return {rule: found[rule] for rule in CONTENTS}


@pytest.mark.parametrize("file", REPORTS)
@pytest.mark.parametrize("copy", COPIES)
def test_a_copy_gives_the_same_outcomes(file: str, copy: str) -> None:
    document = read_path(SEEDS / file)
    lines = [document.text[block.start : block.end] for block in document.blocks]
    assert states(read_bytes(COPIES[copy](lines).encode(), "copy.txt")) == states(document)
