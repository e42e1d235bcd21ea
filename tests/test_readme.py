"""What the README shows is what the program says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from checker.cli import main

ROOT = Path(__file__).resolve().parent.parent


@pytest.mark.parametrize("name", ["README.md", "README.zh-CN.md"])
def test_the_report_shown_is_the_real_one(
    name: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    shown = re.search(r"```\n\$ checker (.*)\n((?:.*\n)*?)```\n", (ROOT / name).read_text(encoding="utf-8"))
    assert shown is not None
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("NO_COLOR", "1")
    main(shown.group(1).split())
    assert capsys.readouterr().out.strip() == shown.group(2).strip()
