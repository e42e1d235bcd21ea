"""What is built is what works: the wheel carries its rules and runs away from the source tree."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tomllib
import venv
import zipfile
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
VERSION = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
SAMPLE = """栗溪县人民政府2025年法治政府建设情况报告

2025年，栗溪县坚持以习近平法治思想为指导，扎实推进法治政府建设。现将有关情况报告如下：

一、主要举措和成效
（一）提升依法决策水平。全年审查重大行政决策事项12件，提出法律意见31条。
（二）规范行政执法。评查行政执法案卷146份，整改问题9个。

二、存在的不足和原因
一是执法力量不足，原因在于乡镇编制紧张；二是部分干部运用法治方式的能力不强。

三、党政主要负责人履行推进法治建设第一责任人职责情况
县委、县政府主要负责人全年主持召开专题会议4次，研究解决法治建设重点难点问题7个。

四、2026年工作安排
下一步，我县将加强执法队伍培训，健全行政复议工作机制。

栗溪县人民政府
2026年2月10日
"""


@dataclass(frozen=True, slots=True)
class Installation:
    """A wheel, and a virtual environment that holds it and what it needs, nothing else."""

    wheel: Path
    python: Path

    @property
    def checker(self) -> Path:
        return self.python.with_name("checker")


def run(*command: object, cwd: Path, **variables: str) -> subprocess.CompletedProcess[bytes]:
    """Run *command* in *cwd*, with no module path but that in *variables* and with a cache of its own."""
    kept = {key: value for key, value in os.environ.items() if key not in ("PYTHONPATH", "VIRTUAL_ENV")}
    environment = kept | {"XDG_CACHE_HOME": str(cwd / "cache")} | variables
    return subprocess.run([str(part) for part in command], cwd=cwd, env=environment, capture_output=True, check=False)


def pip(python: Path, *arguments: object, cwd: Path) -> None:
    """Run pip; skip the test where pip can get nothing at all, fail it where only ours cannot be had."""
    done = run(python, "-m", "pip", *arguments, cwd=cwd)
    if done.returncode == 0:
        return
    probe = run(python, "-m", "pip", "download", "--no-deps", "--no-cache-dir", "--dest", "probe", "pyyaml", cwd=cwd)
    if probe.returncode != 0:
        pytest.skip("pip reaches no package index here, so a fresh installation cannot be tried")
    pytest.fail(done.stderr.decode(errors="replace"))


def files_below(folder: str) -> set[str]:
    return {path.relative_to(ROOT).as_posix() for path in (ROOT / folder).rglob("*") if path.is_file()}


@pytest.fixture(scope="module")
def installation(tmp_path_factory: pytest.TempPathFactory) -> Installation:
    folder = tmp_path_factory.mktemp("installation")
    venv.create(folder / "venv", with_pip=True, symlinks=os.name != "nt")
    python = folder / "venv" / ("Scripts" if os.name == "nt" else "bin") / "python"
    pip(python, "wheel", "--no-deps", "--wheel-dir", folder / "dist", ROOT, cwd=folder)
    (wheel,) = (folder / "dist").glob("*.whl")
    pip(python, "install", wheel, cwd=folder)
    return Installation(wheel, python)


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    path = tmp_path / "栗溪县2025年报告.txt"
    path.write_text(SAMPLE, encoding="utf-8")
    return path


@pytest.mark.slow
def test_the_wheel_carries_rules_and_templates_and_nothing_foreign(installation: Installation) -> None:
    with zipfile.ZipFile(installation.wheel) as archive:
        names = {name for name in archive.namelist() if ".dist-info/" not in name}
    data = {name.removeprefix("checker/data/") for name in names if name.startswith("checker/data/")}
    shipped = files_below("rules") | files_below("templates")
    assert {"rules", "templates"} == {name.split("/")[0] for name in shipped}
    assert data == shipped
    assert {name.split("/")[0] for name in names} == {"checker"}


@pytest.mark.slow
def test_an_installed_program_says_its_version(installation: Installation, tmp_path: Path) -> None:
    done = run(installation.checker, "--version", cwd=tmp_path)
    assert (done.returncode, done.stdout.decode().split(), done.stderr) == (0, ["checker", VERSION], b"")


@pytest.mark.slow
def test_an_installed_program_judges_as_the_source_tree_does(installation: Installation, sample: Path) -> None:
    arguments = ("check", sample.name, "--format", "json", "--semantic", "off")  # the extra may be here and not there
    installed = run(installation.checker, *arguments, cwd=sample.parent)
    ours = run(sys.executable, "-m", "checker", *arguments, cwd=sample.parent, PYTHONPATH=str(ROOT))
    report, expected = json.loads(installed.stdout), json.loads(ours.stdout)
    assert report.pop("tool") == {"name": "checker", "version": VERSION}
    expected.pop("tool")  # a source tree need not be installed, and then knows no version
    assert report == expected
    assert (installed.returncode, installed.stderr) == (ours.returncode, b"")
    assert (report["document"]["kind"], report["document"]["issuer"]) == ("annual_report", "栗溪县人民政府")
    assert report["outcomes"]


@pytest.mark.slow
def test_without_the_extras_the_answer_is_the_same(installation: Installation, sample: Path) -> None:
    arguments = ("check", sample.name, "--format", "json")
    answers = []
    for command in ((installation.checker,), (sys.executable, "-m", "checker")):
        report = json.loads(run(*command, *arguments, cwd=sample.parent, PYTHONPATH=str(ROOT)).stdout)
        said = [(each["rule"], each["state"], each["message"], each["fingerprint"]) for each in report["outcomes"]]
        answers.append((report["verdict"], report["score"], said))
    assert answers[0] == answers[1]
    needed = run(installation.checker, *arguments, "--semantic", "on", cwd=sample.parent)
    assert (needed.returncode, needed.stdout) == (2, b"")
    assert "checker[semantic]" in needed.stderr.decode("utf-8")
