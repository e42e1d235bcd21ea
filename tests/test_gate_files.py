"""The files by which other tools call the program name what the program knows, and keep its exit codes."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from checker.commands import app

ROOT = Path(__file__).resolve().parent.parent
ACTION = ROOT / ".github" / "actions" / "checker" / "action.yml"
GITLAB = ROOT / ".gitlab" / "checker.gitlab-ci.yml"
SEEDS = ROOT / "seeds"


def read(path: Path) -> Any:
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def options() -> set[str]:
    from typer.main import get_command

    check = get_command(app).commands["check"]  # type: ignore[attr-defined]
    return {name for parameter in check.params for name in parameter.opts}


def test_the_hook_takes_drafts_and_nothing_else() -> None:
    (hook,) = read(ROOT / ".pre-commit-hooks.yaml")
    assert (hook["id"], hook["entry"], hook["language"]) == ("checker", "checker check", "python")
    names = ["drafts/a.docx", "a/drafts/b/c.html", "README.md", "drafts/a.png", "mydrafts/a.txt"]
    assert [name for name in names if re.search(hook["files"], name)] == names[:2]


@pytest.mark.parametrize("path", [ACTION, GITLAB, ROOT / "docs" / "gate.md"], ids=lambda path: path.name)
def test_no_option_is_named_that_does_not_exist(path: Path) -> None:
    words = re.findall(
        r"(?<=\s|\()--[a-z][a-z-]*",
        "\n".join(
            line for line in path.read_text(encoding="utf-8").split("\n") if "podman" not in line and "pip" not in line
        ),
    )
    assert words
    assert set(words) <= options()


def test_every_input_of_the_action_reaches_the_program() -> None:
    action = read(ACTION)
    step = action["runs"]["steps"][-1]
    assert {f"${{{{ inputs.{name} }}}}" for name in action["inputs"]} == set(step["env"].values())
    assert all(f'"${name}"' in step["run"] for name in step["env"])
    assert "${{" not in step["run"]


@pytest.mark.skipif(shutil.which("bash") is None, reason="needs bash")
@pytest.mark.parametrize(
    ("files", "fail_on", "code"),
    [
        ("county_2025.txt", "must", 0),
        ("county_2025.txt\ntownship_2024_empty_shortcomings.txt\n", "must", 1),
        ("township_2024_empty_shortcomings.txt", "never", 0),
        ("other_news_feature.txt", "never", 2),
        ("$(touch ran); a.txt", "must", 2),
    ],
)
def test_the_action_ends_with_the_exit_code_of_the_program(tmp_path: Path, files: str, fail_on: str, code: int) -> None:
    program = tmp_path / "bin" / "checker"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m checker "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    for name in files.split("\n"):
        if (SEEDS / name).is_file():
            shutil.copy(SEEDS / name, tmp_path)
    sarif = tmp_path / "out.sarif"
    environment = {
        **os.environ,
        "PATH": f"{program.parent}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": str(ROOT),
        "FILES": files,
        "FAIL_ON": fail_on,
        "PACK": "default",
        "SARIF": str(sarif),
        "OPTIONS": "",
    }
    script = read(ACTION)["runs"]["steps"][-1]["run"]
    done = subprocess.run(["bash", "-e", "-c", script], cwd=tmp_path, env=environment, capture_output=True, check=False)
    assert done.returncode == code, done.stderr.decode()
    assert sarif.is_file()
    assert not (tmp_path / "ran").exists()


def test_the_container_copies_what_the_package_is_built_from() -> None:
    recipe = (ROOT / ".container" / "Containerfile").read_text(encoding="utf-8")
    copied = {name for line in re.findall(r"^COPY (.+) \S+$", recipe, re.MULTILINE) for name in line.split()}
    assert {"pyproject.toml", "README.md", "checker", "rules", "templates"} == copied
    assert all((ROOT / name).exists() for name in copied)
