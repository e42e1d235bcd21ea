"""Packs and templates are found where they are said to be; whatever would be overlooked in silence is a problem."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from checker.errors import UsageError
from checker.rulebook import load_pack, locate, pack_names
from checker.rulebook.home import shown
from checker.rulebook.limits import MAX_FILES
from checker.texts import Text

from .packs import PACK, RULES, TEMPLATE, codes, problems, said, write


@pytest.fixture
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An installation with the pack ``probe``, which is the default one."""
    home = tmp_path / "installed"
    folder = write(home / "rules")
    shutil.move(folder / "templates", home / "templates")
    (home / "rules" / "default.txt").write_text("probe\n", encoding="utf-8")
    monkeypatch.setattr(locate, "home", lambda what: home / what)
    empty = tmp_path / "working"
    empty.mkdir()
    monkeypatch.chdir(empty)
    return home


def test_a_pack_is_found_by_its_name_by_default_and_by_path(installed: Path) -> None:
    by_name = load_pack("probe", cache=False)
    folder = installed / "rules" / "probe"
    others = [load_pack(cache=False), load_pack(folder, cache=False), load_pack(folder / "pack.yaml", cache=False)]
    assert pack_names() == ["probe"]
    assert [(other.ref, other.rules) for other in others] == [(by_name.ref, by_name.rules)] * 3


def test_a_name_is_looked_for_here_then_among_the_users_packs_then_among_the_installed(
    installed: Path, config_home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = tmp_path / "here"
    here.mkdir()
    monkeypatch.chdir(here)
    seen = [load_pack("probe", cache=False).ref.version]
    for place, version in ((config_home / "checker" / "packs", 2), (here, 3), (here / "rules", 4)):
        write(place, pack=PACK.replace("'1.2'", f"'{version}'"))
        seen.append(load_pack("probe", cache=False).ref.version)
    assert seen == ["1.2", "2", "3", "4"]


def test_the_default_pack_is_an_installed_one_whatever_lies_in_the_working_directory(
    installed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path / "here", pack=PACK.replace("id: probe", "id: other"))
    monkeypatch.chdir(tmp_path / "here")
    assert [load_pack(name, cache=False).ref.id for name in ("default", "probe", "./probe")] == [
        "probe",
        "other",
        "other",
    ]


def test_a_template_is_looked_for_in_the_pack_then_beside_it_then_among_the_installed(installed: Path) -> None:
    folder = installed / "rules" / "probe"
    seen = [load_pack(folder, cache=False).template.version]
    for place, version in ((folder.parent, "2"), (folder, "3")):
        home = place / "templates" / "plain"
        home.mkdir(parents=True)
        (home / "t.yaml").write_text(TEMPLATE.replace("version: '1'", f"version: '{version}'"), encoding="utf-8")
        seen.append(load_pack(folder, cache=False).template.version)
    assert seen == ["1", "2", "3"]


def test_a_template_that_is_nowhere_is_a_problem_of_the_pack(tmp_path: Path) -> None:
    folder = write(tmp_path, pack=PACK.replace("template: plain", "template: plian"))
    assert said(problems(folder)) == [
        "pack.yaml:4:11 unknown-template 没有名为“plian”的模板 | 模板是名为“plian”的文件夹，"
        "放在规则包文件夹的 templates 里，或与规则包文件夹并列的 templates 里。"
    ]


def test_the_name_of_a_template_leads_nowhere_else(tmp_path: Path) -> None:
    folder = write(tmp_path, pack=PACK.replace("template: plain", "template: ../templates/plain"))
    assert codes(problems(folder)) == ["pack.yaml:4:11 bad-form"]


def test_a_pack_that_is_nowhere_is_told_with_those_there_are(installed: Path, tmp_path: Path) -> None:
    with pytest.raises(UsageError) as caught:
        load_pack("prob")
    assert caught.value.message == Text("没有名为“prob”的规则包", "there is no rule pack “prob”")
    assert caught.value.hint == Text(
        "现有规则包：probe；也可以写规则包文件夹的路径。",
        "Packs: probe. The path of a pack's folder will do as well.",
    )


def test_a_folder_without_a_pack_file_is_told_what_it_lacks(tmp_path: Path) -> None:
    with pytest.raises(UsageError) as caught:
        load_pack(tmp_path)
    assert (caught.value.message.zh, caught.value.where) == ("文件夹里没有 pack.yaml", str(tmp_path))


def test_an_installation_without_a_default_says_so(installed: Path) -> None:
    (installed / "rules" / "default.txt").unlink()
    with pytest.raises(UsageError, match="the name of the default pack cannot be read"):
        load_pack()


def test_what_would_be_overlooked_is_a_problem(tmp_path: Path) -> None:
    folder = write(tmp_path)
    (folder / "more.yml").write_text(RULES, encoding="utf-8")
    (folder / "MORE.YAML").write_text(RULES, encoding="utf-8")
    (folder / "old").mkdir()
    (folder / "old" / "rules.yaml").write_text(RULES, encoding="utf-8")
    (folder / "pipe.yaml").symlink_to(tmp_path / "nowhere")
    os.mkfifo(folder / "queue.yaml")
    found = said(problems(folder))
    assert sorted(found) == [
        "MORE.YAML:0:0 file-name 这个文件不会被读取：文件名应以 .yaml 结尾",
        "more.yml:0:0 file-name 这个文件不会被读取：文件名应以 .yaml 结尾",
        "old:0:0 stray-folder 子文件夹里的规则不会被读取：请把 .yaml 文件移到规则包文件夹里",
        "pipe.yaml:0:0 unreadable 读不到：No such file or directory",
        "queue.yaml:0:0 not-a-file 这不是普通文件，不能读取",
    ]


def test_notes_and_hidden_files_are_left_alone(tmp_path: Path) -> None:
    folder = write(tmp_path)
    for name in ("README.md", ".draft.yaml", "~$rules.yaml"):
        (folder / name).write_text("不是规则", encoding="utf-8")
    assert len(load_pack(folder, cache=False).rules) == 1


def test_the_number_of_files_is_bounded(tmp_path: Path) -> None:
    folder = write(tmp_path)
    for number in range(MAX_FILES):
        (folder / f"x{number:03}.yaml").write_text("rules: []\n", encoding="utf-8")
    assert codes(problems(folder)) == ["probe:0:0 too-many-files"]


def test_paths_are_shown_as_seen_from_the_working_directory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = write(tmp_path)
    monkeypatch.chdir(tmp_path)
    origin = load_pack("./probe", cache=False).rules[0].origin
    assert origin is not None
    assert (origin.path, shown(folder / "pack.yaml")) == ("probe/rules.yaml", "probe/pack.yaml")
    monkeypatch.chdir(folder / "templates")
    assert shown(folder / "pack.yaml") == str(folder / "pack.yaml")
