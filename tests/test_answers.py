"""A file of answers is read as it was written, and every mistake in it is shown at its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker.answers import load_answers
from checker.api import load_pack
from checker.cli import main
from checker.errors import AnswersError, ReadError
from checker.model import Answer

SEED = Path(__file__).parent.parent / "seeds" / "county_2025.txt"
GOOD = """answers:
  - rule: FZ-MANUAL-SUBMIT
    document: {path: seeds/county_2025.txt}
    answer: yes
    by: 张某
    date: 2026-02-10
    note: 已报县委
  - {rule: FZ-MANUAL-SECRECY, document: {sha256: %s}, answer: not_applicable, by: 李某, date: 2026-02-11}
""".replace("%s", "a" * 64)


@pytest.fixture
def write(tmp_path: Path):  # type: ignore[no-untyped-def]
    def written(content: str) -> Path:
        path = tmp_path / "answers.yaml"
        path.write_text(content, encoding="utf-8")
        return path

    return written


def problems(path: Path) -> list[tuple[str, int]]:
    with pytest.raises(AnswersError) as caught:
        load_answers(path, load_pack())
    return [(problem.code, problem.line) for problem in caught.value.problems]


def test_answers_are_read_in_order(write) -> None:  # type: ignore[no-untyped-def]
    assert load_answers(write(GOOD), load_pack()) == (
        Answer("FZ-MANUAL-SUBMIT", "yes", "张某", "2026-02-10", "已报县委", path="seeds/county_2025.txt"),
        Answer("FZ-MANUAL-SECRECY", "not_applicable", "李某", "2026-02-11", sha256="a" * 64),
    )


@pytest.mark.parametrize(
    ("right", "wrong", "line"),
    [
        ("FZ-MANUAL-SUBMIT", "FZ-MANUAL-SENT", 2),
        ("FZ-MANUAL-SUBMIT", "FZ-CONT-C1", 2),
        ("{path: seeds/county_2025.txt}", "{}", 3),
        ("{path: seeds/county_2025.txt}", "{file: county_2025.txt}", 3),
        ("answer: yes", "answer: true", 4),
        ("    by: 张某\n", "", 2),
        ("2026-02-10", "2026-02-30", 6),
        ("2026-02-10", "10.2.2026", 6),
        ("note:", "notes:", 7),
    ],
)
def test_each_mistake_is_shown_at_its_line(write, right: str, wrong: str, line: int) -> None:  # type: ignore[no-untyped-def]
    assert [place for _, place in problems(write(GOOD.replace(right, wrong, 1)))] == [line]


def test_what_is_no_yaml_is_told(write) -> None:  # type: ignore[no-untyped-def]
    assert problems(write("answers: [\n"))


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(ReadError) as caught:
        load_answers(tmp_path / "none.yaml", load_pack())
    assert caught.value.where == str(tmp_path / "none.yaml")


def test_the_command_line_takes_answers(write, capfd: pytest.CaptureFixture[str]) -> None:  # type: ignore[no-untyped-def]
    path = write(GOOD.replace("answer: yes", "answer: no"))
    main(["check", str(SEED), "--answers", str(path), "--format", "json"])
    assert "张某于 2026-02-10 答：否（已报县委）" in capfd.readouterr().out


def test_a_broken_file_of_answers_ends_the_run(write, capfd: pytest.CaptureFixture[str]) -> None:  # type: ignore[no-untyped-def]
    assert main(["check", str(SEED), "--answers", str(write(GOOD.replace("yes", "perhaps")))]) == 2
    assert "答复文件不能使用：共 1 处错误" in capfd.readouterr().err


def test_last_years_report_goes_with_one_file(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(SEED), str(SEED.with_name("street_2025.txt")), "--previous", str(SEED)]) == 2
    assert "--previous 只能与一个文件一起用" in capfd.readouterr().err
    assert main(["check", str(SEED), "--previous", str(tmp_path / "none.txt")]) == 2
