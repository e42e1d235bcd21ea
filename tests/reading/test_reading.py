from __future__ import annotations

import hashlib
import subprocess
import sys
from pathlib import Path

import pytest

from checker.errors import ReadError
from checker.reading import Limits, read_path

from .build import docx, paragraph
from .shown import refusal, texts


def refused(path: Path) -> list[str]:
    with pytest.raises(ReadError) as caught:
        read_path(path)
    assert caught.value.where == str(path)
    return [line.removeprefix(f"{path}: ") for line in caught.value.lines("zh")]


def test_a_file_is_read_under_its_path_and_the_hash_of_its_bytes(tmp_path: Path) -> None:
    path = tmp_path / "报告.txt"
    path.write_bytes("工作报告".encode("gbk"))
    document = read_path(path)
    assert (document.path, document.format, texts(document)) == (str(path), "txt", ["工作报告"])
    assert document.sha256 == hashlib.sha256("工作报告".encode("gbk")).hexdigest()


def test_the_file_is_not_changed(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(docx(paragraph("正文")))
    before = path.read_bytes(), path.stat().st_mtime_ns
    read_path(path)
    assert (path.read_bytes(), path.stat().st_mtime_ns) == before


def test_what_is_no_file_is_told(tmp_path: Path) -> None:
    assert refused(tmp_path / "没有.txt") == ["找不到这个文件", "  请核对路径和文件名"]
    assert refused(tmp_path) == ["这是文件夹，不是文件", "  请指定其中的文件"]
    inside = tmp_path / "a.txt"
    inside.write_text("甲", encoding="utf-8")
    assert refused(inside / "b.txt")[0].startswith("读取文件时系统报错：")


def test_a_file_that_may_not_be_read_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def forbidden(self: Path, mode: str) -> object:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", forbidden)
    assert refused(tmp_path / "a.txt")[0] == "没有读取这个文件的权限"


def test_a_file_without_content_is_told() -> None:
    assert refusal(b"", "a.docx") == "a.docx: 文件是空的，没有任何内容"
    assert refusal(b"\xef\xbb\xbf \r\n\t", "a.txt") == "a.txt: 文件里没有读到文字"
    assert refusal(docx(paragraph()), "a.docx") == "a.docx: 文件里没有读到文字"


def test_a_file_over_the_limit_is_not_read_to_its_end(tmp_path: Path) -> None:
    limits = Limits(file_bytes=1024 * 1024)
    assert refusal(b"x" * (1024 * 1024 + 1), "a.txt", limits) == "a.txt: 文件超过 1 MB 的上限"
    path = tmp_path / "a.txt"
    with path.open("wb") as file:
        file.truncate(1 << 40)
    with pytest.raises(ReadError) as caught:
        read_path(path, limits)
    assert caught.value.lines("zh")[0] == f"{path}: 文件超过 1 MB 的上限"


@pytest.mark.parametrize(
    ("data", "name"),
    [("正文" * 60, "a.txt"), ("正文" * 60, "a.md"), (f"<p>{'正文' * 60}</p>", "a.html")],
)
def test_a_text_over_the_limit_is_refused(data: str, name: str) -> None:
    limits = Limits(characters=100)
    assert "个字符，超过 100 个字符的上限" in refusal(data.encode(), name, limits)


def test_a_word_text_over_the_limit_is_refused() -> None:
    message = refusal(docx(paragraph("正文" * 60)), "a.docx", Limits(characters=100))
    assert message == "a.docx: 文字有 120 个字符，超过 100 个字符的上限"


def test_a_text_file_is_read_without_the_modules_of_other_formats() -> None:
    script = (
        "import sys; from checker.reading import read_bytes; read_bytes('报告'.encode(), 'a.txt');"
        "print([name for name in ('lxml', 'zipfile', 'checker.reading.html') if name in sys.modules])"
    )
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"
