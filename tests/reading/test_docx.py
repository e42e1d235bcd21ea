from __future__ import annotations

from checker.model import Block, BlockKind
from checker.reading import read_bytes

from .build import WORD, archive, cell, docx, level, numbered, paragraph, part, row, run, style, styled, table
from .shown import furniture, notes, shown, texts

LONG = "镇政府坚持制度先行，完善决策程序，规范执法行为，推动各项任务落到实处。" * 3
PAGE = "<w:r><w:lastRenderedPageBreak/></w:r>"
STYLES = (
    style("a", "Normal", default=True)
    + style("1", "heading 1", based_on="a", properties='<w:outlineLvl w:val="0"/>')
    + style("2", "heading 2", based_on="1", properties='<w:outlineLvl w:val="1"/>')
    + style("3", "heading 3", based_on="a")
    + style("mine", "小标题", based_on="2")
    + style("plain", "正文标题", based_on="1", properties='<w:outlineLvl w:val="9"/>')
    + style("t", "Title", based_on="a")
    + style("toc1", "toc 1", based_on="a")
    + style("round", "round", based_on="about")
    + style("about", "about", based_on="round")
)


def field(instruction: str, result: str) -> str:
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve">{instruction}</w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run(result)}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def body(*parts: str) -> list[str]:
    return texts(read_bytes(docx("".join(parts)), "a.docx"))


def test_paragraphs_and_tables_stand_in_order_and_are_numbered_together() -> None:
    content = paragraph("工作报告") + paragraph() + table(row("事项", "数量"), row("备案", "12")) + paragraph("落款")
    document = read_bytes(docx(content), "a.docx")
    assert document.text == "工作报告\n事项\t数量\n备案\t12\n落款"
    assert document.blocks == (
        Block(BlockKind.PARAGRAPH, 0, 4, 1),
        Block(BlockKind.TABLE, 5, 16, 2),
        Block(BlockKind.PARAGRAPH, 17, 19, 3),
    )
    assert (document.format, document.notes, document.furniture) == ("docx", (), ())


def test_tabs_breaks_and_hyphens_are_read_as_a_reader_sees_them() -> None:
    inner = (
        "<w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t><w:noBreakHyphen/><w:t>丙</w:t><w:softHyphen/><w:t>丁</w:t></w:r>"
        '<w:r><w:br/><w:t>戊</w:t><w:cr/><w:t>己</w:t><w:ptab/><w:t>庚</w:t><w:sym w:font="Wingdings" w:char="F0FE"/>'
        '<w:sym w:font="Wingdings" w:char="F04A"/></w:r>'
    )
    stops = '<w:tabs><w:tab w:val="left" w:pos="420"/></w:tabs>'
    document = read_bytes(docx(paragraph(inner, stops) + paragraph("末")), "a.docx")
    assert shown(document) == [
        ("paragraph", None, "甲\t乙-丙丁"),
        ("paragraph", None, "戊"),
        ("paragraph", None, "己\t庚☑"),
        ("paragraph", None, "末"),
    ]
    assert [block.paragraph for block in document.blocks] == [1, 1, 1, 2]


def test_blanks_at_the_edge_of_a_run_count_only_where_the_file_keeps_them() -> None:
    kept = '<w:r><w:t xml:space="preserve">甲 </w:t></w:r>'
    assert body(paragraph(kept + "<w:r><w:t> 乙\n丙 </w:t></w:r>" + run("丁"))) == ["甲 乙 丙丁"]


def test_tracked_changes_are_read_as_if_accepted_and_told() -> None:
    content = paragraph(
        run("共办理")
        + '<w:del w:id="1"><w:r><w:delText>12</w:delText></w:r></w:del><w:ins w:id="2">'
        + run("15")
        + "</w:ins>"
        + run("件")
        + "<w:moveFrom>"
        + run("旧处")
        + "</w:moveFrom><w:moveTo>"
        + run("新处")
        + "</w:moveTo>"
    )
    document = read_bytes(docx(content), "a.docx")
    assert texts(document) == ["共办理15件新处"]
    assert notes(document) == ["文中有 4 处修订尚未接受或拒绝，按全部接受后的内容检查"]


def test_a_deleted_paragraph_mark_joins_two_paragraphs() -> None:
    mark = "<w:rPr><w:del/></w:rPr>"
    content = paragraph("上半句，", mark) + paragraph("下半句。") + paragraph("末尾", mark)
    assert body(content) == ["上半句，下半句。", "末尾"]


def test_a_deleted_row_is_gone() -> None:
    content = table(row("甲", "1"), row("乙", "2", properties="<w:del/>"), row("丙", "3"))
    assert body(content) == ["甲\t1\n丙\t3"]


def test_comments_hidden_text_pictures_and_embedded_files_are_told() -> None:
    content = (
        paragraph(run("甲") + '<w:r><w:commentReference w:id="0"/></w:r><w:r><w:commentReference w:id="1"/></w:r>')
        + paragraph(run("乙", "<w:rPr><w:vanish/></w:rPr>") + run("丙", '<w:rPr><w:vanish w:val="0"/></w:rPr>'))
        + paragraph('<w:r><w:drawing><a:blip r:embed="r9"/></w:drawing></w:r>')
        + '<w:altChunk r:id="r8"/>'
    )
    document = read_bytes(docx(content), "a.docx")
    assert texts(document) == ["甲", "丙"]
    assert notes(document) == [
        "文中留有 2 条批注，报送前请删除",
        "文中有 1 处隐藏文字，读者看不到，没有检查",
        "文中有 1 个图片或图表，其中的文字没有检查",
        "文中嵌入了 1 个其他文件，其内容没有检查",
    ]


def test_content_controls_links_and_tags_are_looked_through() -> None:
    inner = (
        f"<w:hyperlink>{run('链')}</w:hyperlink><w:smartTag>{run('签')}</w:smartTag>"
        f"<w:sdt><w:sdtContent>{run('控')}</w:sdtContent></w:sdt>"
        f"<w:ruby><w:rt>{run('zi')}</w:rt><w:rubyBase>{run('字')}</w:rubyBase></w:ruby>"
        "<m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>"
    )
    wrapped = f"<w:customXml>{table(row('甲', '乙'))}</w:customXml>"
    nested = f"<w:sdt><w:sdtPr/><w:sdtContent>{paragraph('块')}{wrapped}</w:sdtContent></w:sdt>"
    assert body(paragraph(inner), nested, f"<w:ins>{paragraph('末')}</w:ins>") == ["链签控字x", "块", "甲\t乙", "末"]


def test_results_of_fields_are_read_and_their_instructions_are_not() -> None:
    nested = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        + run("IF ")
        + field("MERGEFIELD 级别", "镇")
        + '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        + run("镇级")
        + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    assert body(
        paragraph(run("于") + field("DATE", "2025年2月8日") + run("印发")),
        paragraph(f'<w:fldSimple w:instr="PAGE">{run("7")}</w:fldSimple>'),
        paragraph(nested + run("完")),
    ) == ["于2025年2月8日印发", "7", "镇级完"]


def test_a_field_may_run_through_paragraphs() -> None:
    opening = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>X</w:instrText></w:r>'
    assert body(
        paragraph(opening + run("指令")),
        paragraph(run("还是指令") + '<w:r><w:fldChar w:fldCharType="separate"/></w:r>' + run("结果一")),
        paragraph(run("结果二") + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'),
        paragraph("之后"),
    ) == ["结果一", "结果二", "之后"]


def test_half_a_field_hides_nothing() -> None:
    assert body(
        paragraph('<w:r><w:fldChar w:fldCharType="begin"/></w:r>' + run("甲")),
        paragraph('<w:r><w:fldChar w:fldCharType="begin"/></w:r>' + run("乙") + field("PAGE", "1")),
        paragraph("丙"),
    ) == ["甲", "乙1", "丙"]
    assert body(paragraph('<w:r><w:fldChar w:fldCharType="end"/></w:r>' + run("丁"))) == ["丁"]


def test_a_text_box_is_read_once_behind_its_paragraph() -> None:
    box = f"<w:txbxContent>{paragraph('框内')}{paragraph('第二段')}</w:txbxContent>"
    alternate = (
        f"<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:txbx>{box}</wps:txbx></w:drawing>"
        "</mc:Choice>"
        f"<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    old = f"<w:r><w:pict><v:textbox><w:txbxContent>{paragraph('旧式框')}</w:txbxContent></v:textbox></w:pict></w:r>"
    assert body(paragraph(run("锚") + alternate + run("点")), paragraph(old), paragraph("后")) == [
        "锚点",
        "框内",
        "第二段",
        "旧式框",
        "后",
    ]


def test_text_boxes_in_text_boxes_and_in_tables_are_read() -> None:
    def boxed(content: str) -> str:
        return f"<w:r><w:pict><v:textbox><w:txbxContent>{content}</w:txbxContent></v:textbox></w:pict></w:r>"

    assert body(
        paragraph(run("外") + boxed(paragraph(run("中") + boxed(paragraph("内"))))),
        table(row(cell(paragraph(run("格") + boxed(paragraph("框")))), "乙")),
    ) == ["外", "中", "内", "格\t乙", "框"]


def test_footnotes_and_endnotes_stand_at_the_end() -> None:
    def note(identity: int, text: str) -> str:
        return f'<w:footnote w:id="{identity}">{paragraph(text)}</w:footnote>'

    content = paragraph(run("正文") + '<w:r><w:footnoteReference w:id="3"/></w:r>') + paragraph(
        run("末段") + '<w:r><w:footnoteReference w:id="2"/></w:r>'
    )
    footnotes = (
        '<w:footnote w:type="separator" w:id="-1"/>' + note(2, "脚注二") + note(3, "脚注三") + note(4, "无人引用")
    )
    assert texts(read_bytes(docx(content, footnotes=footnotes), "a.docx")) == ["正文", "末段", "脚注三", "脚注二"]


def test_headings_are_known_by_the_level_of_their_style_or_their_own() -> None:
    content = (
        styled("工作报告", "t")
        + styled("一、举措", "1")
        + styled("（一）决策", "2")
        + styled("1.备案", "3")
        + styled("继承", "mine")
        + styled("不是标题", "plain")
        + paragraph("自定级别", '<w:outlineLvl w:val="1"/>')
        + styled("取消级别", "1", '<w:outlineLvl w:val="9"/>')
        + styled("循环样式", "round")
        + styled("未知样式", "nowhere")
        + paragraph("正文")
    )
    assert shown(read_bytes(docx(content, styles=STYLES), "a.docx")) == [
        ("heading", None, "工作报告"),
        ("heading", 1, "一、举措"),
        ("heading", 2, "（一）决策"),
        ("heading", 3, "1.备案"),
        ("heading", 2, "继承"),
        ("paragraph", None, "不是标题"),
        ("heading", 2, "自定级别"),
        ("paragraph", None, "取消级别"),
        ("paragraph", None, "循环样式"),
        ("paragraph", None, "未知样式"),
        ("paragraph", None, "正文"),
    ]


def test_styles_of_other_kinds_are_passed_over() -> None:
    other = '<w:style w:type="{}" w:styleId="1"><w:name w:val="x"/><w:tblStylePr/></w:style>'
    for styles in (
        other.format("table") + STYLES + other.format("character"),
        STYLES + '<w:style w:styleId="last"/>',
        STYLES.replace("<w:style ", "<w:style  ") + other.format("numbering"),
    ):
        document = read_bytes(docx(styled("一、举措", "1"), styles=styles), "a.docx")
        assert shown(document) == [("heading", 1, "一、举措")]


def test_a_heading_of_two_lines_is_one_heading() -> None:
    content = styled(run("青禾镇人民政府") + "<w:r><w:br/></w:r>" + run("2024年度工作报告"), "1")
    assert shown(read_bytes(docx(content, styles=STYLES), "a.docx")) == [
        ("heading", 1, "青禾镇人民政府\n2024年度工作报告")
    ]


def test_a_table_of_contents_is_kept_as_furniture() -> None:
    gallery = '<w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr>'
    content = (
        f"<w:sdt>{gallery}<w:sdtContent>{paragraph('目录')}</w:sdtContent></w:sdt>"
        + styled("一、举措\t1", "toc1")
        + paragraph("一、举措")
    )
    document = read_bytes(docx(content, styles=STYLES), "a.docx")
    assert (texts(document), furniture(document)) == (["一、举措"], ["目录", "一、举措\t1"])


def test_merged_cells_are_written_once_where_they_begin() -> None:
    content = table(
        row(cell("合计", properties='<w:gridSpan w:val="2"/>'), "9"),
        row(cell("镇", properties='<w:vMerge w:val="restart"/>'), "甲", "4"),
        row(cell("", properties="<w:vMerge/>"), "乙", "5"),
        row("右边", properties='<w:gridBefore w:val="2"/>'),
    )
    assert body(content) == ["合计\t\t9\n镇\t甲\t4\n\t乙\t5\n\t\t右边"]


def test_several_paragraphs_and_nested_tables_of_a_cell_stand_on_its_line() -> None:
    assert body(table(row(cell("甲", "乙"), cell(table(row("丙", "丁")), "戊")))) == ["甲 乙\t丙 丁 戊"]


def test_a_table_that_frames_prose_is_read_as_prose() -> None:
    form = table(row("主要举措", cell(LONG, "一、举措", LONG)), row("存在问题", cell(LONG)))
    assert body(form) == ["主要举措", LONG, "一、举措", LONG, "存在问题", LONG]
    assert body(table(row("主要举措", cell(LONG * 6)))) == ["主要举措", LONG * 6]
    assert body(table(row(cell("单列", "两段")), row("第二行"))) == ["单列", "两段", "第二行"]


def test_a_table_without_text_is_no_table() -> None:
    assert body(paragraph("甲"), table(row("", ""), row("", "")), "<w:tbl/>", paragraph("乙")) == ["甲", "乙"]


def test_pages_are_those_that_word_stored() -> None:
    content = (
        paragraph("第一页")
        + paragraph(run("跨") + PAGE + run("页"))
        + paragraph(PAGE + run("第三页"))
        + paragraph('<w:r><w:br w:type="page"/></w:r>')
        + paragraph(PAGE + run("第四页"))
        + paragraph(PAGE + run("第五页"), "<w:pageBreakBefore/>")
        + paragraph(run("上") + '<w:r><w:br w:type="page"/></w:r>' + run("第六页"))
        + table(row(cell(paragraph(PAGE + run("第七页"))), "乙"))
    )
    document = read_bytes(docx(content), "a.docx")
    pages = [(document.text[block.start : block.end], block.page) for block in document.blocks]
    assert pages == [
        ("第一页", 1),
        ("跨页", 1),
        ("第三页", 3),
        ("第四页", 4),
        ("第五页", 5),
        ("上", 5),
        ("第六页", 6),
        ("第七页\t乙", 7),
    ]


def test_explicit_breaks_alone_do_not_tell_the_page() -> None:
    content = paragraph("甲") + paragraph('<w:r><w:br w:type="page"/></w:r>') + paragraph("乙")
    assert [block.page for block in read_bytes(docx(content), "a.docx").blocks] == [None, None]


def test_a_main_part_of_another_name_is_found_through_the_package() -> None:
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
    relationships = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="r1" Type="{office}" Target="/word/document2.xml"/></Relationships>'
    )
    data = archive(
        {
            "_rels/.rels": relationships,
            "word/document2.xml": part("document", f"<w:body>{styled('一、举措', '1')}</w:body>"),
            "word/styles.xml": part("styles", STYLES),
        }
    )
    assert shown(read_bytes(data, "a.docx")) == [("heading", 1, "一、举措")]


def test_the_strict_variant_is_read_alike() -> None:
    strict = part("document", f"<w:body>{paragraph('严格格式')}</w:body>").replace(
        WORD, "http://purl.oclc.org/ooxml/wordprocessingml/main"
    )
    assert texts(read_bytes(archive({"word/document.xml": strict}), "a.docx")) == ["严格格式"]


def test_headers_and_footers_that_no_section_has_are_left_out() -> None:
    more = {"word/header1.xml": part("hdr", paragraph("页眉")), "word/footer1.xml": part("ftr", paragraph("页脚"))}
    assert texts(read_bytes(docx(paragraph("正文"), more=more), "a.docx")) == ["正文"]


def test_numbered_paragraphs_of_a_table_keep_their_numbers() -> None:
    numbering = f'<w:abstractNum w:abstractNumId="0">{level(0, "decimal", "%1")}</w:abstractNum>' + (
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    content = table(row(cell(numbered("", 1)), "甲"), row(cell(numbered("", 1)), "乙"))
    assert texts(read_bytes(docx(content, numbering=numbering), "a.docx")) == ["1\t甲\n2\t乙"]
