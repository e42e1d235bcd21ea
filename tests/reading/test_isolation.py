from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

import pytest

from checker.errors import ReadError
from checker.model import Document
from checker.reading import DEFAULT, Limits, read_path
from checker.reading.isolation import Isolated
from checker.reading.source import Skipped
from checker.reading.wire import dumps, loads

from .build import archive, docx, paragraph, row, table
from .build_pdf import lines, pdf, scan


def instead(script: str) -> tuple[str, ...]:
    """A program that takes the reader's place."""
    return (sys.executable, "-c", script)


def told(results: list[Document | ReadError | Skipped]) -> list[str]:
    return [item.lines("zh")[0] if isinstance(item, ReadError) else type(item).__name__ for item in results]


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    path = tmp_path / "甲.docx"
    path.write_bytes(docx(paragraph("工作报告") + table(row("事项", "数量"), row("复议", "3"))))
    return path


def test_a_document_is_the_same_as_when_it_is_read_here(draft: Path, tmp_path: Path) -> None:
    partly = tmp_path / "乙.pdf"
    partly.write_bytes(pdf(lines("工作报告"), scan))
    with Isolated() as other:
        assert list(other.read_path(draft)) == [read_path(draft)]
        assert list(other.read_path(partly)) == [read_path(partly)]
        assert list(other.read_bytes(draft.read_bytes(), "-")) == [replace(read_path(draft), path="-")]


def test_errors_and_bundles_come_through(draft: Path, tmp_path: Path) -> None:
    bundle = tmp_path / "a.zip"
    bundle.write_bytes(archive({"甲.docx": draft.read_bytes(), "乙.docx": b"", "丙.png": b"x"}))
    with Isolated() as other:
        assert told(list(other.read_path(bundle))) == [
            "Document",
            f"{bundle}!/乙.docx: 文件是空的，没有任何内容",
            "Skipped",
        ]
        (missing,) = other.read_path(tmp_path / "没有.docx")
    assert isinstance(missing, ReadError)
    assert missing.lines("en")[0].endswith("no such file")


def test_a_reader_that_dies_costs_one_file(draft: Path) -> None:
    with Isolated(command=instead("import os; os.abort()")) as other:
        message = f"{draft}: 读取进程被这个文件弄崩了，文件没有读取，其余文件不受影响"
        assert told(list(other.read_path(draft))) == [message]
        assert told(list(other.read_path(draft))) == [message]


def test_the_run_goes_on_with_another_process(draft: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Isolated() as other:
        good = other._command
        monkeypatch.setattr(other, "_command", instead("import sys; sys.stdin.readline(); print('{', end='')"))
        assert "弄崩了" in told(list(other.read_path(draft)))[0]
        monkeypatch.setattr(other, "_command", good)
        assert told(list(other.read_path(draft))) == ["Document"]


def test_a_reader_that_hangs_is_ended(draft: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("checker.reading.isolation._GRACE", 0.1)
    monkeypatch.setattr("checker.reading.isolation._START", 0.1)
    script = "import time; time.sleep(60)"
    with Isolated(Limits(seconds=0.2), instead(script)) as other:
        assert told(list(other.read_path(draft))) == [f"{draft}: 读取超过 0.2 秒的上限，已停止"]


@pytest.mark.skipif(sys.platform != "linux", reason="other systems do not bound the memory of a process")
def test_memory_is_bounded(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("正文\n".encode() * 2_000_000)
    with Isolated(replace(DEFAULT, memory_bytes=150 * 1024 * 1024)) as other:
        assert told(list(other.read_path(path))) == [f"{path}: 读取需要的内存超过 150 MB 的上限，已停止"]


def test_what_is_no_answer_is_not_believed(draft: Path) -> None:
    for answer in ("[]x", '{"": "Popen", "args": "ls"}', '{"": "Document"}', "é"):
        script = f"import sys; sys.stdin.readline(); sys.stdout.buffer.write({answer!r}.encode() + b'\\n')"
        with Isolated(command=instead(script)) as other:
            assert "弄崩了" in told(list(other.read_path(draft)))[-1]


def test_values_survive_the_pipe(draft: Path) -> None:
    document = replace(read_path(draft), path="\udc80\n甲")
    assert loads(dumps(document)) == document
    assert loads(dumps(DEFAULT)) == DEFAULT
