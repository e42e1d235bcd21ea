"""Measures what reading a web page, a Word document and a PDF costs, each against its library reading the same bytes.

Yardsticks: a page is decoded and parsed by lxml; of a Word document lxml parses the main part and gives the text of its
paragraphs; of a PDF pypdfium2 gives the text of its pages. Both sides are measured in turn, in process CPU time.
"""

from __future__ import annotations

import subprocess
import sys
import time
import zipfile
from collections.abc import Callable
from html import escape
from io import BytesIO
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from checker.reading import libreoffice, read_bytes  # noqa: E402
from tests.reading.build import docx, paragraph  # noqa: E402

GOALS = {"html": 3.0, "docx": 3.0, "pdf": 1.5}
LINKS = 50  # in each of the menu, the list beside the article and the foot of the page
_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def measure_readers(text: str, folder: Path, repeats: int) -> None:
    """Print how long reading *text* takes in three formats, in readings by the library alone."""
    lines = [line for line in text.splitlines() if line]
    word = docx("".join(paragraph(line) for line in lines))
    print("\n3. Warm process: reading a file, in CPU time")
    for name, data, yardstick in (
        ("html", page(lines), bare_page),
        ("docx", word, bare_word),
        ("pdf", portable(word, folder), bare_pages),
    ):
        if data is None:
            print(f"   {name:4}  not measured: LibreOffice, which makes the file, is not installed")
            continue
        alone, whole = measured(yardstick, data, name, repeats)
        ratio = f"ratio {whole / alone:5.2f}     goal: at most {GOALS[name]:g}"
        print(f"   {name:4}  library {alone * 1000:7.2f} ms   checker {whole * 1000:7.2f} ms   {ratio}")


def measured(yardstick: Callable[[bytes], object], data: bytes, name: str, repeats: int) -> tuple[float, float]:
    """Return the median CPU seconds that *yardstick* and the reader take for *data*, one after the other in turn."""
    pairs: list[tuple[float, float]] = []
    for _ in range(10 * repeats):
        began = time.process_time_ns()
        yardstick(data)
        middle = time.process_time_ns()
        read_bytes(data, f"a.{name}")
        pairs.append((middle - began, time.process_time_ns() - middle))
    warm = pairs[len(pairs) // 10 :]
    return median(first for first, _ in warm) / 1e9, median(second for _, second in warm) / 1e9


def page(lines: list[str]) -> bytes:
    """Return *lines* as the page of a government's site: its first line as title, menus and lists of links around."""
    title, *body = map(escape, lines)
    menu = "".join(f'<li><a href="/zwgk/c{n}/index.html" target="_blank">栏目名称{n}</a></li>\n' for n in range(LINKS))
    beside = "".join(
        f'<li><span class="date">2025-03-{n % 28 + 1:02}</span><a href="/art/2025/{n}.html" title="关于某某事项的通知'
        f'第{n}号">关于某某事项的通知第{n}号</a></li>\n'
        for n in range(LINKS)
    )
    foot = "".join(f'<a href="http://site{n}.example/">友情链接{n}</a> |\n' for n in range(LINKS))
    article = "".join(f'<p style="text-indent:2em">&emsp;&emsp;{line}</p>\n' for line in body)
    return (
        f'<!DOCTYPE html><html><head><meta charset="utf-8"><title>{title}_青禾县人民政府</title>\n'
        f'<meta name="ArticleTitle" content="{title}"><script>var a = 1;</script></head><body>\n'
        f'<div class="top"><a href="#">登录</a> | <a href="#">无障碍</a></div><div class="nav"><ul>{menu}</ul></div>\n'
        '<div class="crumb">当前位置：<a href="/">首页</a> &gt; <a href="/zwgk/">政务公开</a></div><div class="main">\n'
        f'<div class="title">{title}</div><div class="info"><span>发布时间：2026-02-26</span></div>\n'
        f'<div id="zoom">{article}</div><div class="share"><a>微信</a><a>微博</a></div></div>\n'
        f'<div class="right"><h3>相关信息</h3><ul>{beside}</ul></div>\n'
        f'<div class="footer">{foot}<p>主办：县政府办公室</p></div></body></html>'
    ).encode()


def portable(word: bytes, folder: Path) -> bytes | None:
    """Return the Word document *word* as PDF, None where LibreOffice is not installed."""
    program = libreoffice.found()
    if program is None:
        return None
    (folder / "one.docx").write_bytes(word)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [program, profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(folder / "one.docx")]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    return (folder / "one.pdf").read_bytes()


def bare_page(data: bytes) -> object:
    """Parse a page."""
    from lxml.html import document_fromstring

    return document_fromstring(data.decode("utf-8"))


def bare_word(data: bytes) -> object:
    """Parse the main part of a Word document and return the text of its paragraphs."""
    from lxml import etree

    with zipfile.ZipFile(BytesIO(data)) as archive:
        root = etree.fromstring(archive.read("word/document.xml"))
    return ["".join(run.text or "" for run in line.iter(_WORD + "t")) for line in root.iter(_WORD + "p")]


def bare_pages(data: bytes) -> object:
    """Return the text of the pages of a PDF."""
    from pypdfium2 import PdfDocument

    with PdfDocument(data) as document:
        return [sheet.get_textpage().get_text_range() for sheet in document]
