from __future__ import annotations

import pytest

from checker.reading import read_bytes
from checker.reading.formats import FORMATS

from .build import archive, docx, ole, paragraph
from .shown import notes, refusal, texts

SAVE_AS = "目前还不能直接检查"


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (ole("Workbook"), f"电子表格{SAVE_AS}"),
        (ole("PowerPoint Document"), f"演示文稿{SAVE_AS}"),
        (ole("Something"), f"旧版 Office 文件{SAVE_AS}"),
        (ole("EncryptionInfo", "EncryptedPackage"), "文件有打开密码，无法读取"),
        (archive({"xl/workbook.xml": "<w/>"}), f"电子表格{SAVE_AS}"),
        (archive({"ppt/presentation.xml": "<p/>"}), f"演示文稿{SAVE_AS}"),
        (archive({"报告.docx": b"x", "说明.txt": b"y"}), "压缩包（.zip）里的文件需要先取出"),
        (archive({}), "压缩包（.zip）里的文件需要先取出"),
        (b"Rar!\x1a\x07\x00", "压缩包里的文件需要先取出"),
        (b"7z\xbc\xaf\x27\x1c", "压缩包里的文件需要先取出"),
        (b"\x1f\x8b\x08\x00", "压缩包里的文件需要先取出"),
        (b"\x89PNG\r\n\x1a\n", "图片文件里没有可供检查的文字"),
        (b"\xff\xd8\xff\xe0", "图片文件里没有可供检查的文字"),
        (b"GIF89a", "图片文件里没有可供检查的文字"),
        (b"II*\0", "图片文件里没有可供检查的文字"),
        (b"BM\x36\x00\x10\x00\0\0\0\0", "图片文件里没有可供检查的文字"),
        (b"RIFF\x10\x00\x00\x00WEBPVP8 ", "图片文件里没有可供检查的文字"),
        (b'<?xml version="1.0"?><answer/>', f"XML 文件{SAVE_AS}"),
    ],
)
def test_a_format_that_is_not_read_is_named(data: bytes, expected: str) -> None:
    assert refusal(data, "报告.docx") == f"报告.docx: {expected}"


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("<!DOCTYPE html><p>甲</p>", "a.txt", "html"),
        ("\ufeff\n<HTML><body>甲</body></HTML>", "-", "html"),
        (
            '<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0"><html><body>甲</body></html>',
            "a",
            "html",
        ),
        ("<!-- 甲 --><!-- 乙 -->\n<div>甲</div>", "a", "html"),
        ('<%@ page language="java" %><html><body>甲</body></html>', "a", "html"),
        ("甲<br>乙", "a.html", "txt"),
        ("甲<p>乙</p>", "a.html", "html"),
        ("网页如下<p>甲</p><p>乙</p><div>丙</div><div>丁</div><p>戊</p>", "a.txt", "html"),
        ("<甲>不是标签", "a.txt", "txt"),
        ("# 甲\n<div>乙</div>", "a.md", "md"),
        ("<html><body>甲</body></html>", "a.md", "html"),
    ],
)
def test_tags_tell_a_page_from_text(text: str, name: str, expected: str) -> None:
    assert read_bytes(text.encode(), name).format == expected


@pytest.mark.parametrize("name", ["报告.wps", "报告.doc", "报告.txt", "报告.pdf"])
def test_a_word_document_is_read_whatever_its_name_and_the_name_is_told(name: str) -> None:
    document = read_bytes(docx(paragraph("正文")), name)
    assert (document.format, texts(document)) == ("docx", ["正文"])
    suffix = name[2:]
    assert notes(document) == [f"文件名以 {suffix} 结尾，内容实际是Word 文档（.docx），已按实际格式读取"]


@pytest.mark.parametrize("name", ["报告.docx", "报告.DOCM", "报告.dotx", "报告", "-", "报告.bak"])
def test_a_fitting_or_unknown_name_needs_no_note(name: str) -> None:
    assert read_bytes(docx(paragraph("正文")), name).notes == ()


def test_many_comments_before_text_are_passed_at_once() -> None:
    assert read_bytes(b"<!-- x -->" * 50_000 + b"text", "a.txt").format == "txt"


def test_every_format_has_a_name_in_both_languages() -> None:
    assert all(known.name.zh and known.name.en for known in FORMATS.values())
    assert [known.id for known in FORMATS.values() if known.reader] == [
        "txt",
        "md",
        "html",
        "docx",
        "doc",
        "pdf",
        "ofd",
        "rtf",
        "odt",
        "mhtml",
        "word_xml",
    ]
