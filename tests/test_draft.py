"""``checker draft`` writes a new file or Markdown to the screen, and tells what it cannot do in one sentence."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker.cli import main

ASKED = ("draft", "--level", "street", "--year", "2026", "--issuer", "柳浦街道办事处")


@pytest.fixture(autouse=True)
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_without_a_file_markdown_goes_to_the_screen(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(ASKED) == 0
    out, error = capsys.readouterr()
    assert "\n# 柳浦街道办事处关于2026年法治政府建设情况的报告\n" in out
    assert error == ""


def test_levels_are_known_by_name_too(capsys: pytest.CaptureFixture[str]) -> None:
    main(ASKED)
    by_id = capsys.readouterr().out
    assert main(("draft", "--level", "街道", *ASKED[3:])) == 0
    assert capsys.readouterr().out == by_id


@pytest.mark.parametrize(("name", "begins"), [("a.md", b"<!--"), ("b.docx", b"PK"), ("c.DOCX", b"PK")])
def test_the_name_of_the_file_says_what_is_written(
    name: str, begins: bytes, elsewhere: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main((*ASKED, "-o", name)) == 0
    assert (elsewhere / name).read_bytes().startswith(begins)
    out, error = capsys.readouterr()
    assert (out, error) == ("", "已写出空白稿；批注是写法和依据，【】处待填写，报送前请填完并删去全部批注\n")


def test_the_file_and_the_screen_hold_the_same_markdown(elsewhere: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(ASKED)
    shown = capsys.readouterr().out
    main((*ASKED, "-o", "a.md"))
    assert (elsewhere / "a.md").read_text(encoding="utf-8") == shown


def test_guidance_is_given_in_english_where_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    assert main((*ASKED, "--lang", "en")) == 0
    assert "Name the unit, the year, the matter and the kind of document." in capsys.readouterr().out


def test_a_file_that_is_there_is_never_overwritten(elsewhere: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (elsewhere / "a.docx").write_text("filled in by somebody", encoding="utf-8")
    assert main((*ASKED, "-o", "a.docx")) == 2
    assert (elsewhere / "a.docx").read_text(encoding="utf-8") == "filled in by somebody"
    assert capsys.readouterr().err == "a.docx: 文件已经存在；空白稿不覆盖已有的文件\n  换一个文件名\n"


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("draft",), "要写空白稿，还需要 --level\n  用 --help 查看用法\n"),
        (ASKED[:5], "要写空白稿，还需要 --issuer\n  用 --help 查看用法\n"),
        (("draft", "--level", "steet", *ASKED[3:]), "--level 不认识“steet”\n  是不是“street”？\n"),
        ((*ASKED[:3], "--year", "26", *ASKED[5:]), "--year 应是四位年份，不是 26\n"),
        ((*ASKED[:3], "--year", "今年", *ASKED[5:]), "--year 的取值不对\n  用 --help 查看用法\n"),
        (
            (*ASKED[:6], "雁滩镇人民政府"),
            "“雁滩镇人民政府”看名称是乡镇，不是 --level 指定的街道\n  改用 --level township，或者核对 --issuer\n",
        ),
        ((*ASKED[:6], "街道\x1b[31m"), "--issuer “街道␛[31m”里有单位名称不会有的字符“␛”\n"),
        ((*ASKED, "-o", "a.pdf"), "a.pdf: 只能写成 .docx 或 .md，不能写成“.pdf”\n"),
        ((*ASKED, "-o", "nowhere/a.md"), "nowhere/a.md: 无法写入：No such file or directory\n"),
    ],
)
def test_what_cannot_be_written_is_told_in_one_sentence(
    arguments: tuple[str, ...], sentence: str, elsewhere: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(arguments) == 2
    assert capsys.readouterr().err == sentence
    assert list(elsewhere.iterdir()) == []
