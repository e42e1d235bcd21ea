from __future__ import annotations

import sys
from pathlib import Path

import pytest

from checker.reading import Limits, libreoffice, read_bytes, read_path

from .build import archive
from .shown import notes, refusal, shown, texts

FILES = Path(__file__).parent / "files"
RTF = (
    rb"{\rtf1\ansi\ansicpg936\deff0{\fonttbl{\f0 SimSun;}}\f0\fs32"
    + b"".join(rf"\u{ord(letter)}?".encode() for letter in "青禾镇工作报告")
    + rb"\par "
    + b"".join(rf"\u{ord(letter)}?".encode() for letter in "一、主要举措")
    + rb"\par}"
)
installed = pytest.mark.skipif(libreoffice.found() is None, reason="LibreOffice is not installed")


def instead(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, script: str) -> None:
    """Let a small program take LibreOffice's place."""
    program = tmp_path / "soffice"
    program.write_text(f"#!{sys.executable}\n{script}", encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setattr(libreoffice, "found", lambda: str(program))


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (RTF, "RTF 文档"),
        (
            archive({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<c/>"}),
            "OpenDocument 文档（.odt）",
        ),
        (
            b'<?xml version="1.0"?><w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml"/>',
            "Word XML 文档",
        ),
    ],
)
def test_without_it_the_user_is_told_what_to_do(data: bytes, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(libreoffice, "found", lambda: None)
    assert refusal(data, "a.doc") == f"a.doc: {name}要经 LibreOffice 转换才能读取，本机没有找到它"


@installed
def test_rich_text_is_read() -> None:
    document = read_bytes(RTF, "a.rtf")
    assert (document.format, texts(document)) == ("rtf", ["青禾镇工作报告", "一、主要举措"])
    assert notes(document) == ["此文件经本机的 LibreOffice 转换后读取"]


@installed
def test_generated_numbers_of_an_old_document_are_read() -> None:
    assert texts(read_path(FILES / "numbered.doc")) == ["一、主要举措", "正文", "二、不足"]


@installed
def test_what_it_cannot_open_is_damaged_and_not_taken_for_text() -> None:
    data = archive({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<c/>"})
    assert refusal(data, "a.odt") == "a.odt: 文件已损坏：LibreOffice 打不开它"


@pytest.mark.skipif(sys.platform == "win32", reason="the program in its place is a script")
def test_it_is_ended_with_its_children_when_it_takes_too_long(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    script = "import subprocess, sys; subprocess.run([sys.executable, '-c', 'import time; time.sleep(60)'])"
    instead(monkeypatch, tmp_path, script)
    assert refusal(RTF, "a.rtf", Limits(seconds=0.5)) == "a.rtf: 读取超过 0.5 秒的上限，已停止"


@pytest.mark.skipif(sys.platform == "win32", reason="the program in its place is a script")
def test_it_runs_for_itself_and_leaves_nothing_behind(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    report = tmp_path / "seen.txt"
    script = (
        "import os, pathlib, sys, urllib.parse\n"
        "profile = next(a for a in sys.argv if a.startswith('-env:')).partition('file://')[2]\n"
        "settings = pathlib.Path(urllib.parse.unquote(profile), 'user', 'registrymodifications.xcu').read_text()\n"
        f"pathlib.Path({str(report)!r}).write_text(os.getcwd() + '\\n' + settings)\n"
    )
    instead(monkeypatch, tmp_path, script)
    assert refusal(RTF, "a.rtf") == "a.rtf: 文件已损坏：LibreOffice 打不开它"
    folder, settings = report.read_text(encoding="utf-8").split("\n", 1)
    assert not Path(folder).exists()
    assert 'oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value>' in settings
    assert 'oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value>' in settings


@installed
def test_a_converted_document_is_like_any_other() -> None:
    assert shown(read_bytes(RTF, "a.rtf"))[0] == ("paragraph", None, "青禾镇工作报告")
