from __future__ import annotations

import pytest

from checker.reading import Limits, read_bytes

from .build import archive
from .build_ofd import SIZE, line, lines, ofd, page
from .build_pdf import wrapped
from .shown import furniture, notes, refusal, shown, texts

ONE = "镇政府坚持制度先行，完善决策程序，规范执法行为，推动各项任务落到实处，群众满意度进一步提升。"
TWO = "全年办理行政复议答复12件，行政诉讼应诉3件，均按期办结，没有发生败诉的情形，较上年减少2件。"
SCAN = '<ofd:ImageObject ID="3" Boundary="0 0 210 297" ResourceID="4"/>'


def body(*pages: str) -> list[str]:
    return texts(read_bytes(ofd(pages), "a.ofd"))


def test_lines_become_paragraphs_across_pages() -> None:
    flow = wrapped(ONE * 3, "一、主要举措", TWO * 2)
    data = ofd([lines(*flow[:4]) + line("— 1 —", 98, 285, 4), lines(*flow[4:]) + line("— 2 —", 98, 285, 4)])
    document = read_bytes(data, "a.ofd")
    assert texts(document) == [ONE * 3, "一、主要举措", TWO * 2]
    assert [block.page for block in document.blocks] == [1, 2, 2]
    assert (document.format, furniture(document), document.notes) == ("ofd", ["— 1 —", "— 2 —"], ())


def test_text_is_read_from_top_to_bottom_whatever_its_order_in_the_file() -> None:
    assert body(line("丙", 28, 80) + line("乙。", 60, 50) + line("甲", 28, 50)) == ["甲 乙。", "丙"]


def test_letters_placed_one_by_one_make_lines() -> None:
    letters = "".join(line(letter, 28 + SIZE * index, 50) for index, letter in enumerate("工作报告"))
    codes = (
        '<ofd:TextObject Boundary="28 60 100 6" Size="5"><ofd:TextCode X="0" Y="5">法</ofd:TextCode>'
        '<ofd:TextCode X="5">治</ofd:TextCode><ofd:TextCode X="10" Y="5">a b</ofd:TextCode></ofd:TextObject>'
    )
    assert body(letters + codes) == ["工作报告", "法治a b"]


def test_groups_of_distances_are_understood_and_a_wide_one_divides_cells() -> None:
    cells = "".join(
        line(text, 28, 50 + 10 * row, deltas=steps)
        for row, (text, steps) in enumerate([("事项数量", "5.6 50 5.6"), ("复议十件", "g 1 5.6 50 g 1 5.6")])
    )
    assert shown(read_bytes(ofd([cells]), "a.ofd")) == [("table", None, "事项\t数量\n复议\t十件")]


def test_a_matrix_moves_and_scales_what_it_belongs_to() -> None:
    moved = line("第一行", 28, 40, 1, more='CTM="5.6 0 0 5.6 0 0"')
    turned = line("水印", 28, 150, 20, more='CTM="0.7 0.7 -0.7 0.7 0 0"')
    document = read_bytes(ofd([line("第二行", 28, 60) + moved + turned]), "a.ofd")
    assert (texts(document), furniture(document)) == (["第一行", "第二行"], ["水印"])


def test_templates_belong_to_the_pages_that_use_them() -> None:
    used = page(
        lines(*wrapped(ONE)), '<ofd:Template TemplateID="t" ZOrder="Background"/><ofd:Template TemplateID="u"/>'
    )
    data = ofd([used, used, lines(TWO[:20])], templates={"t": line("青禾镇人民政府文件", 60, 15)})
    document = read_bytes(data, "a.ofd")
    assert texts(document) == [ONE, ONE, TWO[:20]]
    assert furniture(document) == ["青禾镇人民政府文件"] * 2


def test_what_is_not_visible_is_not_read() -> None:
    assert body(line("看得见", 28, 50) + line("看不见", 28, 60, more='Visible="false"')) == ["看得见"]


def test_pages_that_are_pictures_or_glyphs_are_named() -> None:
    document = read_bytes(ofd([lines(ONE[:20]), SCAN, lines("\ue000\ue001¤¤")]), "a.ofd")
    assert document.unread_pages == (2, 3)
    assert notes(document) == [
        "第 2 页是图片，没有可读的文字，没有检查",
        "第 3 页的字体没有字符对照表，文字读不出，没有检查",
    ]
    assert refusal(ofd([SCAN]), "a.ofd") == "a.ofd: 各页都是图片，没有可读的文字（扫描件）"
    assert refusal(ofd([lines("¤¤")]), "a.ofd") == "a.ofd: 字体没有字符对照表，文字无法读出（只见乱码）"
    assert refusal(ofd([""]), "a.ofd") == "a.ofd: 文件里没有读到文字"


def test_pictures_and_attachments_are_told() -> None:
    seal = '<ofd:ImageObject Boundary="120 200 40 40"/>'
    document = (
        '<D><CommonData/><Pages><Page BaseLoc="/Doc_0/Pages/Page_0/Content.xml"/></Pages>'
        "<Attachments>Attachs/List.xml</Attachments></D>"
    )
    more = {"Doc_0/Document.xml": document, "Doc_0/Attachs/List.xml": "<L><Attachment/><Attachment/></L>"}
    assert notes(read_bytes(ofd([lines(ONE[:20]) + seal], more=more), "a.ofd")) == [
        "文中有 1 个图片或图表，其中的文字没有检查",
        "文中嵌入了 2 个其他文件，其内容没有检查",
    ]


@pytest.mark.parametrize(
    ("text_object", "text_code"),
    [
        ("", ""),
        ('Boundary="a b" Size="x" CTM="1"', 'X="y" DeltaX="g g g"'),
        ('Boundary="0 0 1 1" Size="nan" CTM="0 0 0 0 0 0"', 'DeltaX="g 1e300 1"'),
        ('Boundary="0 0 inf 1" Size="-4"', 'DeltaX="g 999999999 1" DeltaY="1"'),
    ],
)
def test_nonsense_in_numbers_does_no_harm(text_object: str, text_code: str) -> None:
    content = f"<ofd:TextObject {text_object}><ofd:TextCode {text_code}>甲</ofd:TextCode></ofd:TextObject>"
    assert body(content) == ["甲"]


def test_damage_encryption_and_limits_have_a_sentence_each() -> None:
    assert refusal(archive({"OFD.xml": "<OFD"}), "a.ofd") == "a.ofd: 文件已损坏：OFD.xml 无法解析"
    assert refusal(archive({"OFD.xml": "<OFD/>"}), "a.ofd") == "a.ofd: 文件里没有读到文字"
    gone = {"Doc_0/Document.xml": '<D><Pages><Page BaseLoc="../../etc/passwd"/></Pages></D>'}
    assert refusal(ofd([], more=gone), "a.ofd") == "a.ofd: 文件已损坏：缺少 etc/passwd"
    assert refusal(ofd(["x"], more={"Encryptions.xml": "<e/>"}), "a.ofd") == "a.ofd: 文件有打开密码，无法读取"
    data = ofd([lines(ONE[:20])] * 3)
    assert refusal(data, "a.ofd", Limits(pages=2)) == "a.ofd: 有 3 页，超过 2 页的上限"
    assert refusal(data, "a.ofd", Limits(characters=30)) == "a.ofd: 文字有 40 个字符，超过 30 个字符的上限"
    assert refusal(data, "a.ofd", Limits(seconds=-1)) == "a.ofd: 读取超过 -1 秒的上限，已停止"
