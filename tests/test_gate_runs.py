"""The files by which other tools call the program are run as those tools run them, with a fresh installation."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
import venv
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml
from lxml import etree

from tests.test_packaging import pip, run

ROOT = Path(__file__).resolve().parent.parent
ACTION = ROOT / ".github" / "actions" / "checker"
CONTAINER = ROOT / ".container" / "Containerfile"
GOOD, BAD = "county_2025.txt", "township_2024_empty_shortcomings.txt"

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(os.name == "nt" or shutil.which("bash") is None, reason="these files are for POSIX shells"),
]


@pytest.fixture
def drafts(tmp_path: Path) -> Path:
    """A folder with a good and a bad draft under ``drafts`` and something else beside them."""
    folder = tmp_path / "work"
    (folder / "drafts").mkdir(parents=True)
    for name in (GOOD, BAD):
        shutil.copy(ROOT / "seeds" / name, folder / "drafts" / name)
    (folder / "README.md").write_text("# 说明\n", encoding="utf-8")
    return folder


def programs(python: Path) -> dict[str, str]:
    """Return the variables of a shell in which the installation of *python* comes first."""
    return {"PATH": f"{python.parent}{os.pathsep}{os.environ['PATH']}"}


def in_shell(
    script: str, folder: Path, python: Path, variables: Mapping[str, str]
) -> subprocess.CompletedProcess[bytes]:
    """Run *script* in *folder* as runners do, with the programs of *python*'s environment."""
    shell = ("bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script)
    return run(*shell, cwd=folder, **programs(python), **variables)


def fresh(folder: Path) -> Path:
    """Return the interpreter of a new virtual environment in *folder*."""
    venv.create(folder, with_pip=True, symlinks=True)
    return folder / "bin" / "python"


# --- GitHub


def steps(inputs: Mapping[str, str]) -> Iterator[tuple[str, dict[str, str]]]:
    """Yield the script and the variables of each step of the action, as a runner fills them in."""
    action = yaml.safe_load((ACTION / "action.yml").read_text(encoding="utf-8"))
    given = {name: inputs.get(name, each.get("default", "")) for name, each in action["inputs"].items()}
    assert set(inputs) <= set(given)
    contexts = {"github.action_path": str(ACTION), **{f"inputs.{name}": value for name, value in given.items()}}
    for step in action["runs"]["steps"]:
        assert step["shell"] == "bash"
        assert "${{" not in step["run"]
        variables = {
            name: re.sub(r"\$\{\{ *([\w.-]+) *\}\}", lambda match: contexts[match[1]], value)
            for name, value in step["env"].items()
        }
        yield step["run"], variables


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the interpreter of an environment into which the action's first step has installed the program."""
    folder = tmp_path_factory.mktemp("gate")
    python = fresh(folder / "venv")
    pip(python, "download", "--no-deps", "--dest", "probe", "pyyaml", cwd=folder)
    (script, variables), _ = steps({"files": "drafts"})
    done = in_shell(script, folder, python, variables)
    assert done.returncode == 0, done.stderr.decode()
    assert python.with_name("checker").is_file()
    return python


@pytest.mark.parametrize(
    ("inputs", "code", "told"),
    [
        ({"files": f"drafts/{GOOD}"}, 0, ""),
        ({"files": f"drafts/{GOOD}\ndrafts/{BAD}\n", "sarif": "out/found.sarif"}, 1, "::error file=drafts/"),
        ({"files": "drafts", "fail-on": "never", "options": "--lang\nen\n"}, 0, "::error file=drafts/"),
        ({"files": "missing"}, 2, ""),
        ({"files": "drafts", "pack": "no-such-pack"}, 2, ""),
    ],
)
def test_the_action_annotates_and_ends_as_the_program_does(
    inputs: dict[str, str], code: int, told: str, drafts: Path, installed: Path
) -> None:
    (drafts / "out").mkdir()
    _, (script, variables) = steps(inputs)
    done = in_shell(script, drafts, installed, variables)
    assert done.returncode == code, done.stderr.decode()
    assert told in done.stdout.decode()
    assert (drafts / "out" / "found.sarif").is_file() is ("sarif" in inputs)


# --- GitLab


@pytest.mark.parametrize(("reports", "code"), [(None, 1), (f"drafts/{GOOD}", 0), ("README.md", 2)])
def test_the_job_shows_the_report_and_leaves_the_other(
    reports: str | None, code: int, drafts: Path, installed: Path
) -> None:
    job = yaml.safe_load((ROOT / ".gitlab" / "checker.gitlab-ci.yml").read_text(encoding="utf-8"))["checker"]
    variables = {**job["variables"], **({} if reports is None else {"REPORTS": reports})}
    done = in_shell("\n".join(job["script"]), drafts, installed, variables)
    assert done.returncode == code, done.stderr.decode()
    assert done.stdout
    suites = etree.parse(drafts / job["artifacts"]["reports"]["junit"]).getroot()
    assert suites.tag == "testsuites"
    broken = int(suites.get("failures", "0")) + int(suites.get("errors", "0"))
    assert (broken > 0) is (code != 0)


# --- pre-commit


@dataclass(frozen=True, slots=True)
class Hooks:
    """pre-commit in an environment of its own, what it installs in *home*, and a repository that holds the hook."""

    python: Path
    home: Path
    repository: Path

    def run_on(self, folder: Path, *files: str) -> subprocess.CompletedProcess[bytes]:
        """Set *folder* up as the guide says and run the hook on *files*."""
        hook = {"repo": str(self.repository), "rev": "v1", "hooks": [{"id": "checker", "args": ["--lang", "en"]}]}
        (folder / ".pre-commit-config.yaml").write_text(yaml.safe_dump({"repos": [hook]}), encoding="utf-8")
        git("init", "--quiet", folder=folder)
        git("add", ".", folder=folder)
        variables = {**programs(self.python), "PRE_COMMIT_HOME": str(self.home)}
        return run(self.python.with_name("pre-commit"), "run", "--files", *files, cwd=folder, **variables)


def git(*arguments: str, folder: Path) -> bytes:
    settings = ("-c", "user.name=test", "-c", "user.email=test@example.invalid")
    return subprocess.run(["git", *settings, *arguments], cwd=folder, check=True, capture_output=True).stdout


@pytest.fixture(scope="module")
def hooks(tmp_path_factory: pytest.TempPathFactory) -> Hooks:
    if shutil.which("git") is None or not (ROOT / ".git").exists():
        pytest.skip("pre-commit installs from a repository, and this is none")
    folder = tmp_path_factory.mktemp("pre-commit")
    python = fresh(folder / "venv")
    pip(python, "install", "pre-commit", cwd=folder)
    repository = folder / "repository"
    tracked = git("ls-files", "-z", "--cached", "--others", "--exclude-standard", folder=ROOT).decode().split("\0")
    for name in filter(None, tracked):
        if (ROOT / name).is_file():  # not what was just removed
            (repository / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, repository / name)
    for arguments in (("init", "--quiet"), ("add", "."), ("commit", "--quiet", "-m", "x"), ("tag", "v1")):
        git(*arguments, folder=repository)
    return Hooks(python, folder / "home", repository)


@pytest.mark.parametrize(
    ("files", "code", "told"),
    [
        ([f"drafts/{GOOD}"], 0, "Passed"),
        ([f"drafts/{GOOD}", f"drafts/{BAD}"], 1, "BLOCKED"),
        (["README.md"], 0, "(no files to check)Skipped"),
    ],
)
def test_the_hook_stops_what_may_not_be_submitted(
    files: list[str], code: int, told: str, drafts: Path, hooks: Hooks
) -> None:
    done = hooks.run_on(drafts, *files)
    assert done.returncode == code, done.stdout.decode() + done.stderr.decode()
    assert told in done.stdout.decode()


# --- container


def instructions() -> list[tuple[str, str]]:
    """Return the instructions of the container file in order."""
    lines = CONTAINER.read_text(encoding="utf-8").replace("\\\n", " ").split("\n")
    return [(line.split(" ", 1)[0], line.split(" ", 1)[1]) for line in lines if line and not line.startswith("#")]


def built(base: str) -> tuple[list[str], list[str]]:
    """Return the shell commands that build what the file says in *base*, and what starts it with ``--``."""
    commands: list[str] = []
    user, start, work = "root", [], "/"
    for name, value in instructions():
        if name == "COPY":
            *sources, target = value.split()
            commands.append(f"mkdir -p {base}{target if target.endswith('/') else Path(target).parent}")
            commands += [f"cp -r {shlex.quote(str(ROOT / source))} {base}{target}" for source in sources]
        elif name == "RUN":
            commands.append(f"chroot --userspec={user} {base} env {variables(user)} sh -c {shlex.quote(value)}")
        elif name == "USER":
            user = value
        elif name == "WORKDIR":
            work = value
            commands.append(f"mkdir -p {base}{work}")
        elif name == "ENTRYPOINT":
            start = ["chroot", f"--userspec={user}", base, "env", f"--chdir={work}", *variables(user).split()]
            start += yaml.safe_load(value)
        else:
            assert name in ("FROM", "CMD")
    return commands, start


def variables(user: str) -> str:
    """Return what ``env`` needs to know of *user*."""
    return f"-u XDG_CACHE_HOME HOME={'/root' if user == 'root' else f'/home/{user}'}"


def can_layer() -> bool:
    """Whether a folder can be laid over this machine's own system, as a container engine does."""
    if os.name == "nt" or shutil.which("unshare") is None or os.geteuid() != 0:
        return False
    return subprocess.run(["unshare", "-mn", "true"], capture_output=True, check=False).returncode == 0


@pytest.mark.skipif(not can_layer(), reason="needs the rights to mount, which containers are made with")
def test_the_container_is_built_and_checks_without_network_or_rights(drafts: Path, tmp_path: Path) -> None:
    """Every instruction is run; this machine's Python stands in for that of the image it begins from."""
    layers, base = tmp_path / "layers", str(tmp_path / "layers" / "merged")
    commands, start = built(base)
    python = "/opt/base"
    before = f"export PATH={python}/bin:$PATH"
    prepare = [
        f"mkdir -p {layers} && mount -t tmpfs none {layers} && mkdir {layers}/upper {layers}/work {base}",
        f"mount -t overlay none -o lowerdir=/,upperdir={layers}/upper,workdir={layers}/work {base}",
        f"mount -t tmpfs none {base}/tmp && mount --rbind /dev {base}/dev && mount -t proc none {base}/proc",
        # The stand-in's own files may be readable by the superuser alone; a published image's never are.
        *(f"chmod a+rx {base}{folder}" for folder in Path(sys.base_prefix).parents if str(folder) != "/"),
        f"chroot {base} {sys.base_prefix}/bin/python3 -m venv {python}",
    ]
    checks = [
        f"mount --bind -o ro {drafts} {base}/work && mount -o remount,bind,ro {base}/work",
        f"unshare -n {shlex.join([*start, 'check', f'drafts/{GOOD}'])}; echo good=$?",
        f"unshare -n {shlex.join([*start, 'check', 'drafts', '--format', 'json'])} >/dev/null; echo all=$?",
        f"unshare -n {shlex.join([*start, 'check', f'drafts/{GOOD}', '-o', 'out.html'])}; echo written=$?",
        f"ls {base}/home/checker/.cache/checker | wc -l; test -e {base}/source || echo clean",
    ]
    script = "\n".join(["set -e", before, *prepare, *commands, "set +e", *checks])
    done = _in_namespace(script, tmp_path)
    told = done.stdout.decode()
    assert "good=0" in told, told + done.stderr.decode()
    assert "all=1" in told
    assert "written=2" in told  # the drafts are mounted read-only
    assert told.split()[-2:] == ["1", "clean"]
    assert not (drafts / "out.html").exists()
    assert not Path("/source").exists()


def _in_namespace(script: str, folder: Path) -> subprocess.CompletedProcess[bytes]:
    """Run *script* where what it mounts is seen by nobody else and gone afterwards."""
    command: Sequence[Any] = ("unshare", "--mount", "--propagation", "private", "sh", "-c", script)
    return run(*command, cwd=folder)
