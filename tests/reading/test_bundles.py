from __future__ import annotations

import base64
import zipfile
from dataclasses import replace
from email.message import EmailMessage
from io import BytesIO
from pathlib import Path

from checker.errors import ReadError
from checker.reading import DEFAULT, Limits, read_all, read_bytes
from checker.reading.bundles import read_each
from checker.reading.source import Skipped, Source

from .build import archive, docx, paragraph
from .shown import notes, refusal, texts

DRAFT = docx(paragraph("工作报告"))
PROSE = "镇政府坚持制度先行，完善决策程序，规范执法行为，推动各项任务落到实处。"


def found(data: bytes, name: str = "a.zip", limits: Limits = DEFAULT) -> list[str]:
    """What a bundle holds: names of documents with their text, errors, names of what is no draft."""
    shown = []
    for item in read_each(Source(data, name, limits)):
        if isinstance(item, Skipped):
            shown.append(f"({item.name})")
        elif isinstance(item, ReadError):
            shown.append(item.lines("zh")[0])
        else:
            shown.append(f"{item.path} {'|'.join(texts(item))}")
    return shown


def test_every_draft_in_an_archive_is_read_under_its_own_name() -> None:
    data = archive({"甲.docx": DRAFT, "夹/乙.txt": "第二份", "夹/": b"", "图.png": b"x", "__MACOSX/._甲.docx": b"y"})
    assert found(data) == [
        "a.zip!/甲.docx 工作报告",
        "a.zip!/夹/乙.txt 第二份",
        "(a.zip!/图.png)",
        "(a.zip!/__MACOSX/._甲.docx)",
    ]


def test_one_draft_that_cannot_be_read_hides_no_other(tmp_path: Path) -> None:
    path = tmp_path / "稿.zip"
    path.write_bytes(archive({"坏.docx": DRAFT[:200], "空.txt": b"", "好.docx": DRAFT}))
    results = read_all(path)
    assert [item.lines("zh")[0] if isinstance(item, ReadError) else item.path for item in results] == [
        f"{path}!/坏.docx: 文件已损坏：压缩结构不完整",
        f"{path}!/空.txt: 文件是空的，没有任何内容",
        f"{path}!/好.docx",
    ]


def test_a_plain_file_is_one_draft_and_a_missing_one_an_error(tmp_path: Path) -> None:
    path = tmp_path / "甲.docx"
    path.write_bytes(DRAFT)
    assert [texts(item) for item in read_all(path) if not isinstance(item, ReadError)] == [["工作报告"]]
    (missing,) = read_all(tmp_path / "乙.docx")
    assert isinstance(missing, ReadError)


def test_names_written_by_windows_are_shown_as_they_were_meant() -> None:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as packed:
        packed.writestr(zipfile.ZipInfo("甲镇.txt".encode("gbk").decode("cp437")), "正文")
    data = buffer.getvalue()
    # The library marks such names as UTF-8; programs of Windows write the bytes of their own encoding, unmarked.
    name = "甲镇.txt".encode("gbk").decode("cp437").encode()
    raw = data.replace(name, "甲镇.txt".encode("gbk") + b"_" * (len(name) - 8))
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = raw.find(signature) + offset
        raw = raw[:at] + b"\0\0" + raw[at + 2 :]
    assert found(raw)[0].startswith("(a.zip!/甲镇.txt_") or found(raw)[0].startswith("a.zip!/甲镇.txt")


def test_paths_lead_nowhere() -> None:
    data = archive({"../../etc/甲.txt": "正文", "/abs/乙.txt": "正文"})
    assert found(data) == ["a.zip!/etc/甲.txt 正文", "a.zip!/abs/乙.txt 正文"]


def test_an_archive_in_an_archive_is_opened_and_one_in_that_is_not() -> None:
    inner = archive({"甲.txt": "正文"})
    assert found(archive({"内.zip": inner})) == ["a.zip!/内.zip!/甲.txt 正文"]
    deepest = archive({"内.zip": archive({"更内.zip": inner})})
    assert found(deepest) == ["a.zip!/内.zip!/更内.zip: 压缩包或邮件套了太多层，没有读取"]


def test_an_archive_without_drafts_is_told() -> None:
    assert found(archive({})) == ["a.zip: 里面没有可以检查的文档"]
    assert found(archive({"a.png": b"x"})) == ["(a.zip!/a.png)", "a.zip: 里面没有可以检查的文档"]


def test_a_password_is_told_for_each_draft() -> None:
    data = bytearray(archive({"甲.txt": "正文"}))
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.find(signature) + offset] |= 1
    assert found(bytes(data)) == ["a.zip!/甲.txt: 文件有打开密码，无法读取"]


def test_bombs_are_refused_by_number_and_by_size() -> None:
    many = archive({f"{number}.txt": "字" for number in range(20)})
    assert found(many, limits=replace(DEFAULT, files=10)) == ["a.zip: 里面有 20 个文件，超过 10 个的上限"]
    large = archive({"甲.txt": "字" * 1000, "乙.txt": "字"})
    assert found(large, limits=replace(DEFAULT, file_bytes=2000)) == [
        "a.zip!/甲.txt: 文件超过 0 MB 的上限",
        "a.zip!/乙.txt 字",
    ]
    assert found(large, limits=replace(DEFAULT, bundle_bytes=2000))[0] == (
        "a.zip!/甲.txt: 文件解压或展开后大得不正常，为安全起见没有读取"
    )


def message(body: str = "请查收附件。", **attachments: bytes) -> EmailMessage:
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = "a@example.invalid", "b@example.invalid", "报送报告"
    mail.set_content(body)
    for name, data in attachments.items():
        mail.add_attachment(data, maintype="application", subtype="octet-stream", filename=name.replace("_", "."))
    return mail


def test_the_attachments_of_a_message_are_read_and_a_cover_note_is_not() -> None:
    data = message(甲镇_docx=DRAFT, 照片_png=b"x").as_bytes()
    assert found(data, "a.eml") == ["a.eml!/甲镇.docx 工作报告", "(a.eml!/照片.png)", "(a.eml!/body.txt)"]


def test_the_text_of_a_message_is_read_where_it_is_the_report() -> None:
    assert found(message(PROSE).as_bytes(), "a.eml") == [f"a.eml!/body.txt {PROSE}"]
    long = "\n".join([PROSE] * 30)
    assert found(message(long, 甲_docx=DRAFT).as_bytes(), "报告.txt")[1].startswith("报告.txt!/body.txt 镇政府")


def test_names_of_attachments_are_decoded_however_they_are_written() -> None:
    data = base64.b64encode(DRAFT).decode()
    head = "From: a@example.invalid\nTo: b@example.invalid\nContent-Type: multipart/mixed; boundary=x\n\n--x\n"
    name = base64.b64encode("甲镇.docx".encode("gbk")).decode()
    for given in (f'filename="=?GBK?B?{name}?="', "filename*=UTF-8''%E7%94%B2%E9%95%87.docx"):
        part = f"Content-Disposition: attachment; {given}\nContent-Transfer-Encoding: base64\n\n{data}\n--x--\n"
        assert found((head + part).encode(), "a.eml") == ["a.eml!/甲镇.docx 工作报告"]


def test_a_message_attached_to_a_message_is_opened() -> None:
    outer = message()
    outer.add_attachment(message(甲_docx=DRAFT))
    assert "a.eml!/message.eml!/甲.docx 工作报告" in found(outer.as_bytes(), "a.eml")


def test_a_web_archive_is_read_as_its_page() -> None:
    page = f"<html><body><div><p>{PROSE}</p><p>{PROSE}</p></div></body></html>"
    body = base64.b64encode(page.encode("gbk")).decode()
    data = (
        "From: <Saved by Blink>\r\nSubject: x\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/related; type="text/html"; boundary="y"\r\n\r\n--y\r\n'
        'Content-Type: text/html; charset="gb2312"\r\nContent-Transfer-Encoding: base64\r\n\r\n'
        f"{body}\r\n--y\r\nContent-Type: image/png\r\n\r\nx\r\n--y--\r\n"
    ).encode()
    document = read_bytes(data, "a.mht")
    assert (document.format, texts(document), notes(document)) == ("mhtml", [PROSE, PROSE], [])
    assert refusal(data.replace(b"text/html", b"text/xxxx"), "a.mht") == "a.mht: 文件已损坏：邮件结构不完整"


def test_messages_made_to_confuse_give_an_error() -> None:
    head = "From: a@example.invalid\nTo: b\n"
    for body in (
        "Content-Type: multipart/mixed; boundary=x\n\n" + "--x\nContent-Type: multipart/mixed; boundary=y\n\n" * 500,
        "Content-Type: multipart/mixed; boundary=x\n\n--x\nContent-Transfer-Encoding: base64\n"
        'Content-Disposition: attachment; filename="=?none?B?!!!?=.txt"\n\n!!!!\n--x--\n',
        "Content-Type: message/rfc822\n\n",
        "Content-Type: ;;;\n\n",
    ):
        assert found((head + body).encode(), "a.eml")


def test_a_single_document_cannot_be_made_of_a_bundle() -> None:
    assert refusal(archive({"甲.txt": "正文"}), "a.zip") == "a.zip: 压缩包（.zip）里的文件需要先取出"
    assert refusal(message().as_bytes(), "a.eml") == "a.eml: 邮件（.eml）里的文件需要先取出"
