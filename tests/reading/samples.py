"""One small file of every format that is read here, by a name that tells its format: what fuzzing begins with."""

from __future__ import annotations

from email.message import EmailMessage
from functools import cache
from pathlib import Path

from .build import (
    abstract_numbering,
    archive,
    docx,
    field,
    numbered,
    paragraph,
    row,
    run,
    style,
    styled,
    table,
    with_heads,
)
from .build_ofd import line, lines, ofd, page
from .build_pdf import at, centred, pdf, picture, scan, slanted, without_character_map, wrapped
from .build_pdf import lines as pdf_lines

PROSE = "镇政府坚持制度先行，完善决策程序，规范执法行为，推动各项任务落到实处，群众满意度进一步提升。"
FILES = Path(__file__).parent / "files"


@cache
def samples() -> dict[str, bytes]:
    """The files by name."""
    word = _word()
    text = f"青禾镇工作报告\n　　{PROSE}\n一、主要举措\n（一）{PROSE}\n"
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = "a@example.invalid", "b@example.invalid", "报送报告"
    mail.set_content(PROSE)
    mail.add_attachment(word, maintype="application", subtype="octet-stream", filename="报告.docx")
    return {
        "a.txt": text.encode(),
        "gbk.txt": text.encode("gbk"),
        "utf16.txt": text.encode("utf-16"),
        "a.md": f"---\na: b\n---\n# 报告\n\n{PROSE}\n\n- 甲\n\n|一|二|\n|---|---|\n|1|2|\n<!-- x -->\n".encode(),
        "a.html": _page(),
        "a.docx": word,
        "b.docx": _headed(),
        "a.pdf": _pdf(),
        "b.pdf": without_character_map(bytes(range(1, 61))),
        "a.ofd": _ofd(),
        "a.doc": (FILES / "mixed.doc").read_bytes(),
        "b.doc": (FILES / "numbered.doc").read_bytes(),
        "a.eml": mail.as_bytes(),
        "a.mht": _web_archive(),
        "a.zip": archive({"甲.docx": word, "乙/丙.txt": text, "丁.zip": archive({"戊.txt": text}), "己.png": b"x"}),
    }


def _word() -> bytes:
    numbering = abstract_numbering()
    body = (
        styled("工作报告", "1")
        + numbered("主要举措", 1)
        + paragraph(run(PROSE) + f'<w:ins w:id="1">{run("插入")}</w:ins><w:del w:id="2">{run("删去")}</w:del>')
        + paragraph(run("于") + field("DATE", "2025年") + '<w:r><w:footnoteReference w:id="2"/></w:r>')
        + table(row("事项", "数量"), row("复议", "3"))
        + paragraph(
            f"<w:r><w:pict><v:textbox><w:txbxContent>{paragraph('框')}</w:txbxContent></v:textbox></w:pict></w:r>"
        )
    )
    styles = style("1", "heading 1", properties='<w:outlineLvl w:val="0"/>')
    footnotes = f'<w:footnote w:id="2">{paragraph("脚注")}</w:footnote>'
    return docx(body, styles=styles, numbering=numbering, footnotes=footnotes)


def _headed() -> bytes:
    watermark = '<w:r><w:pict><v:shape><v:textpath string="草稿"/></v:shape></w:pict></w:r>'
    heads = {"header default": paragraph(run("内部资料") + watermark), "footer even": paragraph(field("PAGE", "1"))}
    return with_heads(paragraph(PROSE), heads, both_sides=True)


def _page() -> bytes:
    menu = "<div class='nav'><ul>" + "".join(f"<li><a href='/{n}'>栏目</a></li>" for n in range(4)) + "</ul></div>"
    cells = "<table><tr><td colspan=2>事项</td></tr><tr><td>复议</td><td>3</td></tr></table>"
    return (
        f"<!DOCTYPE html><html><head><title>报告</title></head><body>{menu}<h1>报告</h1><div><p>{PROSE}</p>"
        f"<p>{PROSE}<br>一、<b>举措</b></p>{cells}<p hidden>藏</p><img src=x></div></body></html>"
    ).encode()


def _pdf() -> bytes:
    cells = [at(90 + 150 * column, 500 - 25 * line, text) for line in (0, 1) for column, text in enumerate("甲乙")]
    return pdf(
        [centred("工作报告", 780), pdf_lines(*wrapped(PROSE * 2)), *cells, slanted("水印"), at(280, 40, "— 1 —", 12)],
        [pdf_lines(*wrapped(PROSE, columns=12), x=60), pdf_lines(*wrapped(PROSE, columns=12), x=320)],
        scan,
        [pdf_lines(PROSE[:20]), picture(100, 100, 50, 50)],
    )


def _ofd() -> bytes:
    used = page(lines(*wrapped(PROSE)), '<ofd:Template TemplateID="t"/>')
    moved = line("表", 28, 40, 1, more='CTM="5 0 0 5 0 0"') + line("甲乙", 28, 90, deltas="g 1 50")
    return ofd([used, lines(PROSE[:20]) + moved], templates={"t": line("页眉", 60, 15)})


def _web_archive() -> bytes:
    return (
        b"From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=y\r\n\r\n--y\r\n"
        b"Content-Type: text/html\r\nContent-Transfer-Encoding: 8bit\r\n\r\n" + _page() + b"\r\n--y--\r\n"
    )
