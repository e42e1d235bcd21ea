"""``checker check -f docx`` from the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker.cli import main
from checker.reading import read_path
from tests.reading.build import docx, paragraph
from tests.word.marked import comments

DRAFT = "云溪县人民政府2025年度法治政府建设情况报告"


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    path = tmp_path / "draft.docx"
    path.write_bytes(docx(paragraph(DRAFT) + paragraph("全年办理案件38件。")))
    return path


def test_the_name_of_the_output_asks_for_comments_and_the_draft_stays_as_it_was(draft: Path) -> None:
    before = draft.read_bytes()
    output = draft.with_name("out.docx")
    main(["check", str(draft), "-o", str(output)])
    assert draft.read_bytes() == before
    assert read_path(output).text == read_path(draft).text
    assert comments(output.read_bytes())[0][0] == "年报校核"


@pytest.mark.parametrize(
    ("names", "said"),
    [
        (["draft.docx"], "--output 指向了要检查的文件，原件不可改动"),
        (["draft.docx", "draft.docx2"], "-f docx 一次只能批注一份文件，这里有 2 份"),
        (["none.docx"], "文件没有读成，无法批注"),
    ],
)
def test_what_cannot_be_annotated_is_told_in_one_sentence(
    draft: Path, names: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    output = draft if names == ["draft.docx"] else draft.with_name("out.docx")
    before = draft.read_bytes()
    code = main(["check", *(str(draft.with_name(name)) for name in names), "-f", "docx", "-o", str(output)])
    assert code == 2
    assert said in capsys.readouterr().err
    assert draft.read_bytes() == before
    assert not draft.with_name("out.docx").exists()
