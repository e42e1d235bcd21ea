from __future__ import annotations

from datetime import UTC, datetime

import pytest

from checker.api import check, load_pack
from checker.model import Report
from checker.reading import read_bytes
from checker.rule import Pack
from checker.word.annotate import annotate
from tests.reading.build import docx, level, numbered, paragraph, part, row, run, table
from tests.word.marked import anchors, comments, main, parts, read, report, without_comments

BOLD = "<w:rPr><w:b/></w:rPr>"


@pytest.fixture(scope="module")
def pack() -> Pack:
    return load_pack("default")


def annotated(data: bytes, pack: Pack, *quotes: str) -> bytes:
    return annotate(report(data, *quotes), pack, "zh", original=data)


def marked(data: bytes, pack: Pack, *quotes: str) -> list[str]:
    """What the comments on *quotes* stand at; the one at the title is left out."""
    return [words for _, words in anchors(annotated(data, pack, *quotes))][1:]


def test_a_comment_stands_at_the_exact_characters_and_says_what_why_and_what_to_do(pack: Pack) -> None:
    data = docx(paragraph("云溪县工作报告") + paragraph("全年办理案件38件，其中调解9件。"))
    made = annotated(data, pack, "38件")
    assert anchors(made) == [("0", "云溪县工作报告"), ("1", "38件")]
    assert comments(made) == [
        (
            "年报校核",
            [
                "【结论：不可报送】必须项“不足的原因”未通过（D-CAUSE），另有 1 项必须项未通过。",
                "覆盖：平均 43.3，最弱 0",
                "必须处理 1 项，建议处理 0 项，提示 0 项，待人工确认 0 项",
                "规则包：demo 1.2.0",
                "[checker:summary]",
            ],
        ),
        (
            "年报校核",
            [
                "【必须 D-1】写了不足，没有写原因。",
                "依据：示范县报告办法 第七条第二项",
                "建议：对每条不足说明原因，例如制度、人员、经费上的原因。",
                "[checker:0a1b]",
            ],
        ),
    ]


def test_characters_are_found_wherever_the_file_keeps_them(pack: Pack) -> None:
    inner = {
        "链接": f'<w:hyperlink r:id="x">{run("见政府网站公告栏")}</w:hyperlink>',
        "插入": f'<w:ins w:id="7" w:author="甲">{run("新增执法人员四名")}</w:ins>',
        "控件": f"<w:sdt><w:sdtPr/><w:sdtContent>{run('由司法局牵头落实')}</w:sdtContent></w:sdt>",
    }
    parents = {"链接": "hyperlink", "插入": "ins", "控件": "sdtContent"}
    data = docx("".join(paragraph(run(f"{name}：") + xml) for name, xml in inner.items()))
    wanted = ["政府网站", "执法人员", "司法局"]
    made = annotated(data, pack, *wanted)
    assert [words for _, words in anchors(made)][1:] == wanted
    starts = list(main(made).iter("{*}commentRangeStart"))[1:]
    ends = list(main(made).iter("{*}commentRangeEnd"))[1:]
    tags = [each.getparent().tag.rsplit("}")[-1] for each in (*starts, *ends)]  # type: ignore[union-attr]
    assert tags == [*parents.values(), *parents.values()]


def test_runs_are_split_with_their_setting_and_only_where_needed(pack: Pack) -> None:
    data = docx(paragraph(run("全年 办理案件", BOLD) + run("三件")))
    made = annotated(data, pack, "办理", "案件", "全年 办理案件三件")
    texts = [("".join(each.itertext()), each.find("{*}rPr/{*}b") is not None) for each in main(made).iter("{*}r")]
    assert [each for each in texts if each[0]] == [("全年 ", True), ("办理", True), ("案件", True), ("三件", False)]
    assert read(made).text == "全年 办理案件三件"
    untouched = annotated(data, pack, "三件")
    texts = [("".join(each.itertext()), each.find("{*}rPr/{*}b") is not None) for each in main(untouched).iter("{*}r")]
    assert [each for each in texts if each[0]] == [("全年 办理案件", True), ("三件", False)]


def test_a_range_may_span_runs_and_paragraphs_but_not_rows(pack: Pack) -> None:
    content = (
        paragraph(run("甲乙") + run("丙丁", BOLD)) + paragraph("戊己") + table(row("收到", "12"), row("办结", "9"))
    )
    data = docx(content)
    quotes = ["乙丙", "丁\n戊", "到\t1", "12\n办结"]
    assert sorted(marked(data, pack, *quotes)) == sorted(["乙丙", "丁戊", "到1", "12"])


def test_what_cannot_hold_a_comment_gets_it_at_what_stands_for_it(pack: Pack) -> None:
    box = f"<w:pict><v:textbox><w:txbxContent>{paragraph('框中文字')}</w:txbxContent></v:textbox></w:pict>"
    formula = "<m:oMath><m:r><m:t>a+b</m:t></m:r></m:oMath>"
    note = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    data = docx(
        paragraph(run("正文") + f"<w:r>{box}</w:r>") + paragraph(run("公式") + formula) + paragraph(run("数据") + note),
        footnotes=f'<w:footnote w:id="2">{paragraph("来自统计")}</w:footnote>',
    )
    made = annotated(data, pack, "框中", "a+b", "统计")
    held = []
    for start in list(main(made).iter("{*}commentRangeStart"))[1:]:
        inside = start.getnext()
        assert inside is not None
        assert start.getparent().tag.endswith("}p")  # type: ignore[union-attr]
        held.append((inside[0] if len(inside) else inside).tag.rsplit("}")[-1])
    assert held == ["pict", "r", "footnoteReference"]
    assert read(made).text == read(data).text


def test_numbers_that_word_generates_are_no_place_for_a_comment_but_their_paragraph_is(pack: Pack) -> None:
    numbering = (
        f'<w:abstractNum w:abstractNumId="1">{level(0, "chineseCountingThousand", "%1、")}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    )
    data = docx(numbered("主要成效", 1) + paragraph("落款"), numbering=numbering)
    assert read(data).text == "一、主要成效\n落款"
    assert marked(data, pack, "一、", "一、主要") == ["主", "主要"]


OTHERS = part(
    "comments",
    '<w:comment w:id="0" w:author="李四"><w:p><w:r><w:t>请核对</w:t></w:r></w:p></w:comment>'
    '<w:comment w:id="4" w:author="年报校核"><w:p><w:r><w:t>本人另有说明</w:t></w:r></w:p></w:comment>',
)


def commented() -> bytes:
    """A document in which persons have written two comments, one under the program's name."""
    inner = (
        '<w:commentRangeStart w:id="0"/>' + run("全年办理案件38件") + '<w:commentRangeEnd w:id="0"/>'
        '<w:r><w:commentReference w:id="0"/></w:r><w:commentRangeStart w:id="4"/>' + run("属实。")
        + '<w:commentRangeEnd w:id="4"/><w:r><w:commentReference w:id="4"/></w:r>'
    )  # fmt: skip
    types = parts(docx(""))["[Content_Types].xml"].decode()
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
    override = f'<Override PartName="/word/comments.xml" ContentType="{kind}"/></Types>'
    relationships = parts(docx("", styles=" "))["word/_rels/document.xml.rels"].decode().replace("styles", "comments")
    more = {
        "word/comments.xml": OTHERS,
        "[Content_Types].xml": types.replace("</Types>", override),
        "word/_rels/document.xml.rels": relationships,
    }
    return docx(paragraph(inner), more=more)


def test_a_second_run_replaces_its_own_comments_and_touches_nobody_elses(pack: Pack) -> None:
    data = commented()
    theirs = comments(data)
    first = annotated(data, pack, "办理", "38件")
    assert comments(first)[:2] == theirs
    assert sorted(words for _, words in anchors(first)) == sorted(
        ["全年办理案件38件", "属实。", "全年办理案件38件属实。", "办理", "38件"]
    )
    assert annotated(first, pack, "办理", "38件") == first
    english = annotate(report(first, "案件"), pack, "en", original=first)
    assert [author for author, _ in comments(english)] == ["李四", "年报校核", "Report checker", "Report checker"]
    assert sorted(words for _, words in anchors(english)) == sorted(
        ["全年办理案件38件", "属实。", "全年办理案件38件属实。", "案件"]
    )


@pytest.mark.parametrize("data", [commented(), docx(paragraph("全年办理案件38件，其中调解9件。"))])
def test_all_but_the_comments_stays_as_it_was(data: bytes, pack: Pack) -> None:
    before, after = parts(data), parts(annotated(data, pack, "办理", "38件"))
    changed = {name for name in after if before.get(name) != after[name]}
    new = set() if "word/comments.xml" in before else {"[Content_Types].xml", "word/_rels/document.xml.rels"}
    assert changed == {"word/document.xml", "word/comments.xml"} | new
    made = annotated(data, pack, "办理", "38件")
    assert without_comments(main(made)) == without_comments(main(data))


def test_the_same_document_gives_the_same_bytes_and_a_time_only_where_one_is_given(pack: Pack) -> None:
    data = docx(paragraph("全年办理案件38件"))
    assert annotated(data, pack, "38件") == annotated(data, pack, "38件")
    assert b"w:date" not in parts(annotated(data, pack, "38件"))["word/comments.xml"]
    time = datetime(2026, 3, 1, 9, 30, tzinfo=UTC)
    dated = annotate(report(data, "38件"), pack, "zh", original=data, time=time)
    assert parts(dated)["word/comments.xml"].count(b'w:date="2026-03-01T09:30:00+00:00"') == 2


MISSING = """云溪县人民政府2025年度法治政府建设情况报告
一、主要举措和成效
（一）依法履职。全年办理行政复议案件38件，制定规范性文件4件，开展执法检查120次。
二、存在的不足和原因
基层执法力量不强，部分干部学法不够，主要是培训安排偏少、人员流动较大。
云溪县人民政府
2026年2月8日
"""


def checked(words: str, pack: Pack) -> Report:
    return check(read_bytes(words.encode(), "draft.txt"), pack)


def test_what_is_missing_is_said_where_it_should_stand(pack: Pack) -> None:
    made = annotate(checked(MISSING, pack), pack, "zh")
    places = dict(anchors(made))
    said = {lines[0].split("】")[0][1:]: (number, lines) for number, (_, lines) in enumerate(comments(made))}
    shown = {
        rule: (places[str(said[rule][0])], said[rule][1][-2]) for rule in ("必须 FZ-CONT-C4", "建议 FZ-TOPIC-DECISION")
    }
    assert shown == {
        "必须 FZ-CONT-C4": ("二、存在的不足和原因", "位置：全文没有找到，应写在此处之后。"),
        "建议 FZ-TOPIC-DECISION": (
            "云溪县人民政府2025年度法治政府建设情况报告",
            "位置：全文没有找到，批注放在标题处。",
        ),
    }


@pytest.mark.parametrize(
    "words",
    [
        MISSING,
        MISSING.replace("\n", ""),
        "甲\t乙\n\n  丙 丁 \x07戊<&>\n" + MISSING,
        "# 标题\n\n|甲|乙|\n|-|-|\n|1|2|\n",
    ],
)
def test_other_formats_become_a_document_of_the_same_text(words: str, pack: Pack) -> None:
    before = checked(words, pack)
    made = annotate(before, pack, "zh")
    assert "".join(read(made).text.split()) == "".join(before.document.text.split())
    assert comments(made)[0][1][-2] == "本文件由原稿的文字生成，版式不是原稿的版式。"
