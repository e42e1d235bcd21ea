"""What each paragraph of a Word document is to a reader: by place and shape, never by how it is set."""

from __future__ import annotations

from checker.reading import Limits, read_bytes
from checker.structure.analyse import analyse
from checker.structure.roles import by_role

from ..checks.build import template_with
from ..reading.build import docx, paragraph, run, table

ASKED = Limits(layout=True)
REPORT = (
    "秘密文件〔2025〕3号",
    "柳浦街道2025年法治政府建设情况报告",
    "榆埠县委、县人民政府：",
    "现将2025年法治政府建设情况报告如下：",
    "一、主要举措和成效",
    "（一）规范行政执法",
    "1.开展案卷评查",
    "全年评查案卷8份，组织培训3期；办理案件12件。",
    "一是抓学习，全年组织会前学法6次，举办讲座2期。",
    "2025年行政处罚案件办理情况（单位：件）",
    "附件：1.统计表",
    "柳浦街道党工委",
    "柳浦街道办事处",
    "2026年1月20日",
    "（此件公开发布，联系人：街道司法所，全年有效。）",
)


def font(name: str) -> str:
    return f'<w:rPr><w:rFonts w:eastAsia="{name}"/></w:rPr>'


def roles(body: str) -> dict[str, list[str]]:
    document = read_bytes(docx(body), "a.docx", ASKED)
    found = by_role(analyse(document, template_with()))
    return {role: [document.text[each.span.start : each.span.end] for each in placed] for role, placed in found.items()}


def test_each_paragraph_has_the_role_that_its_place_gives_it() -> None:
    assert roles("".join(map(paragraph, REPORT))) == {
        "title": ["柳浦街道2025年法治政府建设情况报告"],
        "addressee": ["榆埠县委、县人民政府："],
        "heading1": ["一、主要举措和成效"],
        "heading2": ["（一）规范行政执法"],
        "heading3": ["1.开展案卷评查"],
        "body": [
            "现将2025年法治政府建设情况报告如下：",
            "全年评查案卷8份，组织培训3期；办理案件12件。",
            "一是抓学习，全年组织会前学法6次，举办讲座2期。",
        ],
        "attachment": ["附件：1.统计表"],
        "signature": ["柳浦街道党工委", "柳浦街道办事处"],
        "date": ["2026年1月20日"],
    }


def test_a_title_over_two_paragraphs_is_one_title() -> None:
    lines = ("雁滩镇人民政府", "关于2025年法治政府建设情况的报告", *REPORT[3:5], REPORT[7])
    assert roles("".join(map(paragraph, lines)))["title"] == list(lines[:2])


def test_a_heading_that_runs_into_its_text_is_heading_and_body_each_set_in_its_own_way() -> None:
    heading, text = "（一）规范行政执法。", "全年评查案卷8份，组织培训3期；办理案件12件，没有投诉。"
    lines = [paragraph(line) for line in REPORT[1:5]]
    body = "".join(lines) + paragraph(run(heading, font("楷体")) + run(text, font("仿宋")))
    found = by_role(analyse(read_bytes(docx(body), "a.docx", ASKED), template_with()))
    assert [each.setting.font for each in found["heading2"]] == ["楷体"]
    assert [each.setting.font for each in found["body"]] == [None, "仿宋"]


def test_words_in_tables_and_before_the_title_have_no_role() -> None:
    cells = (
        "<w:tr>"
        + "".join(f"<w:tc>{paragraph('全年办理行政处罚案件12件，评查案卷8份。')}</w:tc>" for _ in "12")
        + "</w:tr>"
    )
    lead = paragraph("本报讯：全年办理行政处罚案件12件，评查案卷8份。")
    found = roles(lead + paragraph(REPORT[1]) + table(cells) + paragraph(REPORT[7]))
    assert found == {"title": [REPORT[1]], "body": [REPORT[7]]}


def test_a_document_that_was_read_without_its_layout_has_no_roles() -> None:
    document = read_bytes(docx("".join(map(paragraph, REPORT))), "a.docx")
    assert by_role(analyse(document, template_with())) == {}
