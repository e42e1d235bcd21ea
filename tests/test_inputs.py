"""Which files are read, by which process, and within which limits."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from checker.cli import main
from checker.errors import UsageError
from checker.inputs import Inputs, collect, limits_of, reader
from checker.reading import DEFAULT
from checker.reading.isolation import Isolated

from .reading.build import archive, docx, paragraph

DRAFT = docx(paragraph("工作报告"))


@pytest.mark.parametrize(
    ("names", "isolate", "elsewhere"),
    [
        (("甲.docx",), None, False),
        (("甲.docx",), True, True),
        (("甲.docx", "乙.docx"), None, True),
        (("甲.docx", "乙.docx"), False, False),
        (("丙.zip",), None, True),
    ],
)
def test_several_drafts_are_read_in_another_process(
    names: tuple[str, ...],
    isolate: bool | None,
    elsewhere: bool,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name in names:
        (tmp_path / name).write_bytes(archive({"甲.docx": DRAFT}) if name.endswith(".zip") else DRAFT)
    inputs = collect([str(tmp_path / name) for name in names])
    used: list[str] = []
    monkeypatch.setattr(Isolated, "read_path", lambda self, path: iter(used.append(path.name) or ()))
    with reader(inputs, isolate=isolate) as read:
        for path in inputs.paths:
            list(read(path))
    assert used == (list(names) if elsewhere else [])


def test_archives_and_messages_in_folders_are_read_and_pictures_are_not(tmp_path: Path) -> None:
    for name in ("甲.zip", "乙.eml", "丙.rar", "丁.png", "戊.pdf"):
        (tmp_path / name).touch()
    found = collect([str(tmp_path)])
    assert [Path(path).name for path in found.paths] == ["乙.eml", "戊.pdf", "甲.zip"]
    assert [Path(path).name for path in found.skipped] == ["丁.png", "丙.rar"]
    assert isinstance(found, Inputs)


def test_limits_are_given_by_name() -> None:
    changed = limits_of(["pages=5", "size=3", "seconds=2", "memory=100"])
    assert (changed.pages, changed.file_bytes, changed.seconds) == (5, 3 * 1024 * 1024, 2)
    assert (changed.memory_bytes, changed.characters) == (100 * 1024 * 1024, DEFAULT.characters)
    assert limits_of(["size=200"]).unpacked_bytes == 400 * 1024 * 1024


@pytest.mark.parametrize("given", ["pages", "pages=", "pages=0", "pages=-1", "pages=x", "rows=5", "pages=²"])
def test_what_is_no_limit_is_wrong_usage(given: str) -> None:
    with pytest.raises(UsageError) as caught:
        limits_of([given])
    assert caught.value.lines("zh")[0].endswith(f"不是“{given}”")


def test_a_limit_on_the_command_line_holds(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "a.txt"
    path.write_text("工作报告", encoding="utf-8")
    assert main(["check", str(path), "--limit", "characters=3"]) == 2
    assert capsys.readouterr().err.startswith(f"{path}: 文字有 4 个字符，超过 3 个字符的上限")


def test_each_draft_of_an_archive_is_checked_and_what_was_left_out_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "a.zip"
    path.write_bytes(archive({"甲.docx": DRAFT, "乙.docx": DRAFT[:99], "图.png": b"x"}))
    assert main(["check", str(path), "--format", "json"]) == 2
    done = capsys.readouterr()
    assert [item["document"]["path"] for item in json.loads(done.out)] == [f"{path}!/甲.docx", f"{path}!/乙.docx"]
    assert f"跳过 {path} 中 1 个不是文档的文件：!/图.png" in done.err
