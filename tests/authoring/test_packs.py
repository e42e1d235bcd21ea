"""Packs are listed where they lie and shown with what they change and why; what cannot be used is listed too."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from checker.authoring.packs import listed, shown, shown_json, table, table_json
from checker.rulebook import load_pack, locate

PACK = "id: probe\nversion: '1.2'\nname: {zh: 试验, en: Probe}\ntemplate: plain\n"
RULES = """\
rules:
  - id: P-ONE-01
    name: {zh: 不写甲, en: No A}
    severity: should
    group: work
    check: {kind: forbidden, concept: alpha}
    basis: [{norm: 通行做法, verified: false, rank: practice}]
    advice: {zh: 删去, en: Delete}
    examples:
      - {name: 没有, expect: pass, text: 乙}
      - {name: 有, expect: fail, text: 甲}
  - id: P-TWO-01
    name: {zh: 不写丙, en: No C}
    severity: info
    group: work
    check: {kind: forbidden, concept: alpha}
    advice: {zh: 删去, en: Delete}
    examples:
      - {name: 没有, expect: pass, text: 乙}
      - {name: 有, expect: fail, text: 甲}
"""
TEMPLATE = """\
id: plain
version: '1'
name: {zh: 简报, en: Brief}
recognition: {titles: {annual_report: [.*简报]}, openings: {}, subject: alpha, organs: [公所]}
levels: [{id: town, name: {zh: 乡镇, en: town}, endings: [镇]}]
sections: [{id: work, name: {zh: 工作, en: Work}}]
vocabulary: {alpha: [甲]}
"""
CITY = """\
id: city
version: '3'
name: {zh: 市, en: City}
extends: probe
vocabulary: {alpha: {add: [乙甲]}, beta: [丁]}
"""
CHANGES = """\
changes:
  - {rule: P-ONE-01, severity: info, weight: 2, reason: {zh: 本地少见, en: Rare here}}
  - {rule: P-TWO-01, off: {reason: {zh: 另有规定, en: Settled otherwise}}}
rules:
  - id: C-OWN-01
    name: {zh: 不写丁, en: No D}
    severity: must
    group: work
    check: {kind: forbidden, concept: beta}
    advice: {zh: 删去, en: Delete}
    examples:
      - {name: 没有, expect: pass, text: 乙}
      - {name: 有, expect: fail, text: 丁}
"""


@pytest.fixture
def working(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working directory beside an installation with the pack ``probe`` and a user's folder with ``city``."""
    for variable in ("XDG_CACHE_HOME", "XDG_CONFIG_HOME"):
        monkeypatch.setenv(variable, str(tmp_path / variable))
        (tmp_path / variable).mkdir()
    monkeypatch.setattr(locate, "home", lambda what: tmp_path / "installed" / what)
    write(tmp_path / "installed" / "rules" / "probe", {"pack.yaml": PACK, "r.yaml": RULES})
    write(tmp_path / "installed" / "templates" / "plain", {"t.yaml": TEMPLATE})
    write(tmp_path / "XDG_CONFIG_HOME" / "checker" / "packs" / "city", {"pack.yaml": CITY, "c.yaml": CHANGES})
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    return tmp_path / "here"


def write(folder: Path, files: dict[str, str]) -> None:
    folder.mkdir(parents=True)
    for name, content in files.items():
        (folder / name).write_text(content, encoding="utf-8")


def test_every_pack_that_a_name_can_mean_is_listed(working: Path) -> None:
    shutil.copytree(working.parent / "installed" / "rules" / "probe", working / "rules" / "probe")
    write(
        working / "broken",
        {
            "pack.yaml": "id: broken\nversion: '1'\nname: 坏\ntemplate: plain\n",
            "r.yaml": RULES.replace("info", "infoo"),
        },
    )
    (working / "notes.zip").write_bytes(b"PK")
    root = working.parent
    assert (
        table(listed(), "zh", columns=300).replace(str(root), "")
        == """\
probe 1.2  试验
           规则 2 条
           当前文件夹 rules/probe
broken     不能使用：1 处错误（用 packs show 查看）
           当前文件夹 broken
city 3     市
           规则 3 条 · 继承 probe 1.2
           用户文件夹 /XDG_CONFIG_HOME/checker/packs/city
probe 1.2  试验
           规则 2 条
           随程序安装 /installed/rules/probe · 按名称“probe”先找到上面那一个
"""
    )


def test_the_list_is_there_for_machines(working: Path) -> None:
    base = load_pack("probe", cache=False).ref
    places = working.parent
    assert json.loads(table_json(listed())) == [
        {
            "id": "city",
            "version": "3",
            "name": {"zh": "市", "en": "City"},
            "extends": [{"id": "probe", "version": "1.2", "sha256": base.sha256}],
            "place": "user",
            "path": str(places / "XDG_CONFIG_HOME" / "checker" / "packs" / "city"),
            "hidden": False,
            "rules": 3,
            "problems": 0,
        },
        {
            "id": "probe",
            "version": "1.2",
            "name": {"zh": "试验", "en": "Probe"},
            "extends": [],
            "place": "installed",
            "path": str(places / "installed" / "rules" / "probe"),
            "hidden": False,
            "rules": 2,
            "problems": 0,
        },
    ]


def test_an_archive_among_the_users_packs_is_listed_even_if_it_is_broken(working: Path) -> None:
    (working.parent / "XDG_CONFIG_HOME" / "checker" / "packs" / "odd.zip").write_bytes(b"PK")
    assert [(each.name, each.problems) for each in listed()] == [("city", 0), ("odd", 1), ("probe", 0)]


def test_no_pack_at_all_is_said(working: Path) -> None:
    assert table([], "en") == "no pack was found\n"


def test_a_pack_is_shown_with_what_it_changes_and_why(working: Path) -> None:
    pack = load_pack("city", cache=False)
    at = "pack city, /c.yaml"
    told = shown(pack, "en", columns=400)
    for longer, shorter in (
        (f"{pack.where}/", "/"),
        (pack.where, "@"),
        (str(working.parent), ""),
        (pack.ref.sha256, "1"),
        (pack.bases[0].sha256, "2"),
    ):
        told = told.replace(longer, shorter)
    assert (
        told
        == f"""\
city 3  City

where        @
extends      probe 1.2  sha256 2
template     plain
             /installed/templates/plain
SHA-256      1
rules        3, 1 of its own: must 1 · should 0 · info 1 · off 1
own rules    must  C-OWN-01  No D
changes      P-ONE-01 No A: severity from “should” to “info” ({at}:2): Rare here
             P-ONE-01 No A: weight from “1” to “2” ({at}:2): Rare here
             P-TWO-01 No C: switched off ({at}:3): Settled otherwise
added words  alpha: 乙甲
             beta: 丁
"""
    )


def test_a_pack_is_shown_to_machines(working: Path) -> None:
    pack = load_pack("city", cache=False)
    made = json.loads(shown_json(pack))
    folder = str(working.parent / "XDG_CONFIG_HOME" / "checker" / "packs" / "city")
    assert (made["id"], made["sha256"], made["template"]["id"]) == ("city", pack.ref.sha256, "plain")
    assert [
        (rule["id"], rule["severity"], rule["original_severity"], rule["off"], rule["pack"]) for rule in made["rules"]
    ] == [
        ("P-ONE-01", "info", "should", False, "probe"),
        ("P-TWO-01", "info", "info", True, "probe"),
        ("C-OWN-01", "must", "must", False, "city"),
    ]
    assert made["changes"][:2] == [
        {
            "rule": "P-ONE-01",
            "field": field,
            "before": before,
            "after": after,
            "reason": {"zh": "本地少见", "en": "Rare here"},
            "path": f"{folder}/c.yaml",
            "line": 2,
        }
        for field, before, after in (("severity", "should", "info"), ("weight", 1, 2))
    ]
    assert made["vocabulary"] == {"alpha": ["乙甲"], "beta": ["丁"]}
