"""Watching: a saved file is checked again, a broken one is told and waited for, and only an interruption ends it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from checker import watching
from checker.checking import Order
from checker.cli import main
from checker.watching import watch

SEED = Path(__file__).parent.parent / "seeds" / "county_2025.txt"


def run(order: Order, *steps: Callable[[], object]) -> None:
    """Watch; each wait does the next step, and the last one interrupts."""
    left = iter(steps)

    def wait(seconds: float) -> None:
        step = next(left, None)
        if step is None:
            raise KeyboardInterrupt
        step()

    with pytest.raises(KeyboardInterrupt):
        watch(order, "zh", wait=wait)


def test_a_saved_file_is_checked_again(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    draft = tmp_path / "a.txt"
    draft.write_bytes(SEED.read_bytes())
    run(Order((str(draft),)), lambda: draft.write_bytes(SEED.read_bytes() + b"\n\n"), lambda: None)
    told = capfd.readouterr()
    assert told.out.count(str(draft)) == 2
    assert told.err.count("正在等待文件改动") == 2


def test_a_new_file_in_the_folder_is_checked_and_a_missing_one_waited_for(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    draft, other = tmp_path / "a.txt", tmp_path / "b.txt"
    draft.write_bytes(SEED.read_bytes())
    run(
        Order((str(tmp_path),)),
        lambda: other.write_bytes(SEED.read_bytes()),
        lambda: (draft.unlink(), other.unlink()),
        lambda: draft.write_bytes(SEED.read_bytes()),
    )
    told = capfd.readouterr()
    assert "文件夹里没有可以检查的文档" in told.err
    assert told.err.count("正在等待文件改动") == 4


def test_a_broken_file_of_waivers_is_told_and_waited_for(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    waivers = tmp_path / "waivers.yaml"
    waivers.write_text("waivers: []\n", encoding="utf-8")
    run(Order((str(SEED),), waivers=waivers), lambda: waivers.write_text("waiver: []\n", encoding="utf-8"))
    told = capfd.readouterr()
    assert "豁免文件不能使用" in told.err
    assert told.err.count("正在等待文件改动") == 2


def test_an_interruption_ends_the_program_with_130(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    def interrupt(order: Order, language: str) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(watching, "run_check", interrupt)
    assert main(["check", str(SEED), "--watch"]) == 130


def test_standard_input_is_not_watched(capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "-", "--watch"]) == 2
    assert "--watch 不能用于标准输入" in capfd.readouterr().err
