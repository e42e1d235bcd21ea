"""Words are cut by a dictionary that is kept where only the user can write."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from checker.matching import tokens


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    tokens._tokenizer.cache_clear()
    yield tmp_path
    tokens._tokenizer.cache_clear()


def test_terms_of_the_field_stay_whole(home: Path) -> None:
    text = "健全三项制度，规范裁量权基准"
    assert tokens.words(text, ("三项制度", "裁量权基准")) == ["健全", "三项制度", "，", "规范", "裁量权基准"]
    assert "三项制度" not in tokens.words(text)


def test_content_words_are_longer_than_a_character_and_not_generic(home: Path) -> None:
    assert tokens.content_words("加强了执法队伍的培训12次", generic=["加强"]) == {"执法", "队伍", "培训"}


def test_the_dictionary_is_kept_in_the_users_folder(home: Path) -> None:
    tokens.words("执法")
    assert [path.name for path in (home / "checker").iterdir()] == ["jieba.cache"]


@pytest.mark.skipif(os.name == "nt", reason="POSIX permissions")
def test_a_folder_that_others_may_write_is_not_used(home: Path) -> None:
    (home / "checker").mkdir(mode=0o777)
    (home / "checker").chmod(0o777)
    assert tokens.words("执法") == ["执法"]
    assert list((home / "checker").iterdir()) == []


def test_a_check_does_not_load_the_dictionary() -> None:
    seed = Path(__file__).parents[2] / "seeds" / "county_2025.txt"
    program = (
        "import sys; from pathlib import Path; from checker.api import check, load_pack; "
        "from checker.reading import read_path; "
        f"check(read_path(Path({str(seed)!r})), load_pack()); print('jieba' in sys.modules)"
    )
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "False"
