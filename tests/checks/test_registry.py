"""The kinds of checks are known without being loaded."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import checker.checks
from checker.checks.registry import CHECKS, NEED_LAYOUT


def test_every_kind_is_a_module_of_its_name() -> None:
    assert {name: kind.KIND for name, kind in CHECKS.items()} == {name: name for name in CHECKS}


def test_every_module_that_is_a_kind_is_listed() -> None:
    folder = Path(checker.checks.__file__ or "").parent
    kinds = {path.stem for path in folder.glob("*.py") if "\nKIND = " in path.read_text(encoding="utf-8")}
    assert kinds == set(CHECKS)
    assert kinds >= NEED_LAYOUT


def test_a_kind_is_loaded_when_it_is_asked_for() -> None:
    code = (
        "import sys; from checker.checks.registry import CHECKS; kinds = len(CHECKS); 'title' in CHECKS;"
        "print([name for name in sys.modules if name in ('checker.checks.title', 'checker.checks.layout')]);"
        "CHECKS['title']; print('checker.checks.title' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split("\n") == ["[]", "True", ""]
