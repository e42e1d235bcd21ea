"""Corrections in rule files: mistakes are told where they stand."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker.checks import forbidden
from checker.checks.registry import CHECKS
from checker.rulebook import load_pack

from .packs import RULES, problems, said, write

CORRECTING = """\
    check:
      kind: forbidden
      concept: bridge
      corrections:
        - {pattern: '(架)桥', replacement: '\\1路'}
"""


@pytest.fixture(autouse=True)
def with_forbidden(kinds: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(CHECKS, "forbidden", forbidden)


def rules(old: str = "", new: str = "") -> str:
    assert old in CORRECTING
    check = "    check: {kind: mention, section: work, words: [修路, <bridge>]}\n"
    return RULES.replace(check, CORRECTING.replace(old, new))


def test_a_correction_that_can_be_made_is_loaded(tmp_path: Path) -> None:
    (rule,) = load_pack(write(tmp_path, rules=rules())).rules
    assert rule.parameters["corrections"] == [{"pattern": "(架)桥", "replacement": "\\1路"}]


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("(架)桥", "(架桥", "rules.yaml:10:21 bad-phrase 短语里的括号“(”和“)”不成对"),
        (
            "(架)桥",
            "(架)<bridge>",
            "rules.yaml:10:25 concept-in-correction 改正的写法里不能引用词组 <bridge>，请直接写出来",
        ),
        (r"\1路", r"\2路", "rules.yaml:10:42 bad-replacement 改成什么里写了 \\2，写法里只有 1 个括号"),
        (
            r"\1路",
            r"路\d",
            "rules.yaml:10:44 bad-replacement 改成什么里，“\\”后面只能是数字：\\1 是第一个括号里的文字",
        ),
    ],
)
def test_one_that_cannot_is_told_with_its_place(old: str, new: str, told: str, tmp_path: Path) -> None:
    assert said(problems(write(tmp_path, rules=rules(old, new)))) == [told]
