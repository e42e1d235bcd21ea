"""A report gives the same answers in every format it travels in, with quotes that a person finds where they are said
to stand.

The files are made by other programs than those that read them: reportlab typesets the PDF, LibreOffice (where it is
installed) saves .doc, .odt, .rtf and a PDF of its own, the standard library writes the encodings.
"""

from __future__ import annotations

import subprocess
from functools import cache
from pathlib import Path

import pytest
import yaml
from pypdfium2 import PdfDocument

from checker.api import check, load_pack
from checker.model import Document, Report
from checker.reading import libreoffice, read_bytes, read_path

from .reading.build import docx, paragraph
from .reading.build_ofd import SIZE, line, ofd
from .reading.build_pdf import typeset

SEEDS = Path(__file__).parent.parent / "seeds"
DOCUMENTS = yaml.safe_load((SEEDS / "manifest.yaml").read_text(encoding="utf-8"))["documents"]
REPORTS = [entry["file"] for entry in DOCUMENTS if entry["kind"] != "other"]
COPIES = ("county_2025_web_copy.txt", "street_summary_2024.txt", "township_2024_one_line.txt")
CONTENTS = "FZ-CONT-"
_COLUMNS, _LINES = 28, 22  # of a page as ruled for official documents


@cache
def source(file: str) -> tuple[str, ...]:
    """The paragraphs of a sample, its title first."""
    document = read_path(SEEDS / file)
    lines = (document.text[block.start : block.end] for block in document.blocks)
    return tuple(" ".join(text.split()) for text in lines)


def as_text(encoding: str) -> object:
    return lambda lines: "\n".join(lines).encode(encoding)


def as_page(lines: tuple[str, ...]) -> bytes:
    body = "".join(f"<p>{text.replace('&', '&amp;').replace('<', '&lt;')}</p>" for text in lines[1:])
    menu = "<div class='nav'><a href='/'>首页</a><a href='/a'>要闻</a><a href='/b'>公开</a></div>"
    head = f"<html><head><title>{lines[0]}</title></head><body>{menu}<h1>{lines[0]}</h1>"
    return f"{head}<div>{body}</div></body></html>".encode()


def as_word(lines: tuple[str, ...]) -> bytes:
    return docx("".join(paragraph(text) for text in lines))


def as_pdf(lines: tuple[str, ...]) -> bytes:
    return typeset(lines[0], lines[1:], head="送审稿")


def as_ofd(lines: tuple[str, ...]) -> bytes:
    """Lines are filled by width, as a converter gets them from an office program."""
    rows: list[str] = []
    for text in lines:
        row, used = "　　", 2.0
        for letter in text:
            width = 1 if ord(letter) > 0x2000 else 0.5
            if used + width > _COLUMNS:
                rows.append(row)
                row, used = "", 0.0
            row, used = row + letter, used + width
        rows.append(row)
    pages = [rows[start : start + _LINES] for start in range(0, len(rows), _LINES)]
    return ofd(
        [
            "".join(
                line(row.lstrip("　"), 28 + SIZE * (len(row) - len(row.lstrip("　"))), 47 + 10 * index)
                for index, row in enumerate(page)
            )
            + line(f"— {number} —", 96, 280, 4.2)
            for number, page in enumerate(pages, 1)
        ]
    )


FORMATS = {
    "utf-8.txt": as_text("utf-8"),
    "gb18030.txt": as_text("gb18030"),
    "utf-16.txt": as_text("utf-16"),
    "a.html": as_page,
    "a.docx": as_word,
    "a.pdf": as_pdf,
    "a.ofd": as_ofd,
}


@cache
def report_on(file: str, name: str) -> Report:
    return check(read_bytes(FORMATS[name](source(file)), name), load_pack())  # type: ignore[operator]


def states(report: Report) -> dict[str, str]:
    return {item.rule: item.state.value for item in report.outcomes if item.rule.startswith(CONTENTS)}


def squeezed(text: str) -> str:
    return "".join(text.split())


def assert_quotes_stand_where_they_are_said_to(report: Report, document: Document) -> None:
    for outcome in report.outcomes:
        for item in outcome.evidence:
            assert document.text[item.start : item.end] == item.quote
            block = document.block_at(item.start)
            assert block is not None
            assert (item.paragraph, item.page) == (block.paragraph, document.page_at(item.start))


@pytest.mark.parametrize("file", REPORTS)
@pytest.mark.parametrize("name", FORMATS)
def test_a_report_is_judged_alike_in_every_format(file: str, name: str) -> None:
    plain, other = report_on(file, "utf-8.txt"), report_on(file, name)
    assert states(other) == states(plain)
    facts = [
        (report.profile.kind, report.profile.report_year and report.profile.report_year.value, report.verdict.code)
        for report in (plain, other)
    ]
    assert facts[0] == facts[1]
    assert_quotes_stand_where_they_are_said_to(other, other.document)


# In the copies the page around the report was copied, too, or all of it stands on one line: their lines are none.
@pytest.mark.parametrize("file", [file for file in REPORTS if file not in COPIES])
@pytest.mark.parametrize("name", FORMATS)
def test_the_paragraphs_are_those_that_were_written(file: str, name: str) -> None:
    document = report_on(file, name).document
    read = [squeezed(document.text[block.start : block.end]) for block in document.blocks]
    assert read == [squeezed(text) for text in source(file)]


@pytest.mark.parametrize("file", REPORTS)
def test_quotes_of_a_pdf_stand_on_the_page_given(file: str) -> None:
    report = report_on(file, "a.pdf")
    with PdfDocument(as_pdf(source(file))) as pdf:
        pages = [squeezed(page.get_textpage().get_text_range()) for page in pdf]
    for outcome in report.outcomes:
        for item in outcome.evidence:
            assert item.page is not None
            # A quote may run on to the next page, but it begins on this one.
            page, beginning = pages[item.page - 1], squeezed(item.quote)[:4]
            assert beginning in page or any(page.endswith(beginning[:count]) for count in (1, 2, 3))


@pytest.mark.skipif(libreoffice.found() is None, reason="LibreOffice is not installed")
@pytest.mark.parametrize("file", REPORTS[:2])
@pytest.mark.parametrize("suffix", ["doc", "odt", "rtf", "pdf"])
def test_what_libreoffice_saves_is_judged_alike(file: str, suffix: str, tmp_path: Path) -> None:
    if suffix == "pdf" and not subprocess.run(["fc-list", ":lang=zh"], capture_output=True, check=False).stdout:
        pytest.skip("no font of Chinese is installed")
    path = tmp_path / "draft.docx"
    path.write_bytes(as_word(source(file)))
    program = libreoffice.found()
    assert program is not None
    subprocess.run(
        [
            program,
            f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}",
            "--headless",
            "--convert-to",
            suffix,
            "--outdir",
            str(tmp_path),
            str(path),
        ],
        capture_output=True,
        timeout=120,
        check=True,
    )
    document = read_path(tmp_path / f"draft.{suffix}")
    report = check(document, load_pack())
    assert document.format == suffix
    assert states(report) == states(report_on(file, "utf-8.txt"))
    assert_quotes_stand_where_they_are_said_to(report, document)
