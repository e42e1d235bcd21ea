"""The rooms of the package stand on each other in one order, and no module outgrows a sitting."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "checker"
LONGEST_MODULE = 500


def lint_imports(folder: Path) -> subprocess.CompletedProcess[str]:
    """Run import-linter in *folder*, on the contract of the pyproject.toml there."""
    command = Path(sys.executable).with_name("lint-imports")
    return subprocess.run([command, "--no-cache"], cwd=folder, capture_output=True, text=True, check=False)


def layers() -> list[str]:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    (contract,) = settings["tool"]["importlinter"]["contracts"]
    return [str(layer) for layer in contract["layers"]]


def rooms(layer: str) -> list[str]:
    return [room.strip(" ()") for room in layer.replace(":", "|").split("|")]


def test_each_room_uses_only_rooms_below_it() -> None:
    run = lint_imports(ROOT)
    assert run.returncode == 0, run.stdout + run.stderr


def test_every_room_has_its_place_in_the_order() -> None:
    modules = {path.stem for path in PACKAGE.glob("*.py")} - {"__init__", "__main__"}
    packages = {path.parent.name for path in PACKAGE.glob("*/__init__.py")}
    placed = {room for layer in layers() for room in rooms(layer)}
    assert modules | packages <= placed


def test_an_import_from_a_room_above_breaks_the_order(tmp_path: Path) -> None:
    lowest, highest = rooms(layers()[-1])[0], rooms(layers()[0])[0]
    package = tmp_path / "checker"
    for room in {room for layer in layers() for room in rooms(layer)}:
        (package / room).mkdir(parents=True)
        (package / room / "__init__.py").touch()
    (package / "__init__.py").touch()
    (tmp_path / "pyproject.toml").write_bytes((ROOT / "pyproject.toml").read_bytes())
    assert lint_imports(tmp_path).returncode == 0

    (package / lowest / "__init__.py").write_text(f"import checker.{highest}\n", encoding="utf-8")
    run = lint_imports(tmp_path)
    assert run.returncode == 1
    assert f"checker.{lowest} -> checker.{highest}" in run.stdout


@pytest.mark.parametrize("path", sorted(PACKAGE.rglob("*.py")), ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_no_module_is_too_long_to_read_at_once(path: Path) -> None:
    with path.open(encoding="utf-8") as lines:
        assert sum(1 for _ in lines) <= LONGEST_MODULE
