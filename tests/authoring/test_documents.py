"""Mutation starts from reports that somebody, or the pack itself, has called ready."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker.authoring.documents import good_documents
from checker.errors import ReadError, UsageError
from checker.rule import Pack

from . import packs


@pytest.fixture
def pack(tmp_path: Path) -> Pack:
    return packs.demo(tmp_path)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    home = tmp_path / "reports"
    home.mkdir()
    (home / "good.txt").write_text(packs.REPORT, encoding="utf-8")
    (home / "bad.txt").write_text("雁滩镇2025年水利工作报告\n一、主要成效\n修渠3条。", encoding="utf-8")
    (home / "note.txt").write_text("关于放假的通知\n明天放假。", encoding="utf-8")
    (home / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    return home


def names(pack: Pack, folder: Path) -> list[str]:
    return [good.name for good in good_documents(pack, folder)]


def test_without_a_manifest_the_pack_decides(pack: Pack, folder: Path) -> None:
    assert names(pack, folder) == ["good.txt"]


def test_a_manifest_has_the_last_word(pack: Pack, folder: Path) -> None:
    manifest = "documents:\n- {file: bad.txt, verdict: ready}\n- {file: good.txt, verdict: revise}\n"
    (folder / "manifest.yaml").write_text(manifest, encoding="utf-8")
    assert names(pack, folder) == ["bad.txt"]


@pytest.mark.parametrize("manifest", ["[", "documents: 3", "documents: [a.txt]", "documents: [{verdict: ready}]"])
def test_a_manifest_that_cannot_be_used_is_named(pack: Pack, folder: Path, manifest: str) -> None:
    (folder / "manifest.yaml").write_text(manifest, encoding="utf-8")
    with pytest.raises(UsageError) as caught:
        names(pack, folder)
    assert caught.value.lines("zh") == [
        f"{folder / 'manifest.yaml'}: manifest.yaml 读不出，或者没有写成 documents: 列表"
    ]


def test_a_listed_file_that_is_not_there_is_told(pack: Pack, folder: Path) -> None:
    (folder / "manifest.yaml").write_text("documents:\n- {file: lost.txt, verdict: ready}\n", encoding="utf-8")
    with pytest.raises(ReadError):
        names(pack, folder)


def test_no_folder_and_nothing_good_are_wrong_usage(pack: Pack, tmp_path: Path) -> None:
    hint = "  用 --documents 指定一个文件夹，内有合格的报告；有 manifest.yaml 的，以其中 verdict: ready 的为准"
    with pytest.raises(UsageError) as caught:
        names(pack, tmp_path / "nowhere")
    assert caught.value.lines("zh") == [f"{tmp_path / 'nowhere'}: 没有这个文件夹", hint]
    empty = tmp_path / "empty"
    empty.mkdir()
    with pytest.raises(UsageError) as caught:
        names(pack, empty)
    assert caught.value.lines("zh") == [f"{empty}: 文件夹里没有合格的报告", hint]
