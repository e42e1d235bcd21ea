from __future__ import annotations

import pytest

from checker.reading import read_bytes

from .shown import notes, refusal, shown, texts

PROSE = "镇政府坚持制度先行，完善决策程序，规范执法行为，推动各项任务落到实处。"
MORE = "全年受理事项一千余件，办结率保持高位；群众评议满意度稳步提升，没有发生重大差错。"
NAVIGATION = "".join(f'<li><a href="/{index}.html">栏目{index}</a></li>' for index in range(12))

PAGE = f"""<!DOCTYPE html>
<html><head><meta charset="utf-8"><title>青禾镇2024年度工作报告_云岭县人民政府</title>
<style>p {{ color: red }}</style><script>var text = "<p>{PROSE}</p>";</script></head>
<body>
<div class="top"><a href="/">首页</a> 今天是2025年3月8日 星期六</div>
<div class="header"><h1 class="logo"><a href="/">云岭县人民政府</a></h1></div>
<div class="nav"><ul>{NAVIGATION}</ul></div>
<div class="wrap">
 <div class="dqwz">当前位置：<a href="/">首页</a> &gt; <a href="/z/">政务公开</a> &gt; 正文</div>
 <div class="main">
  <div class="tit"><h2>青禾镇2024年度工作报告</h2></div>
  <div class="info">发布日期：2025-02-28 来源：青禾镇人民政府 【字体：<a>大</a> <a>中</a> <a>小</a>】
   <div class="bdsharebuttonbox"><a>微信</a><a>微博</a><a>空间</a></div></div>
  <div id="zoom"><div class="TRS_Editor">
   <!-- 正文开始 -->
   <p style="text-indent: 2em">{PROSE}</p>
   <p><strong><span style="font-family: 黑体">一、主要</span><span>举措</span></strong></p>
   <p>　　{MORE}<br>{PROSE}</p>
   <table border="1"><caption>办理情况</caption><tr><th>事项</th><th>数量</th></tr>
    <tr><td><p>备案</p><p>审查</p></td><td>12</td></tr></table>
   <ul><li>修订规则</li><li>清理文件</li></ul>
   <p>附件：<a href="1.docx">统计表.docx</a></p>
   <p style="text-align: right">青禾镇人民政府</p><p style="text-align: right">2025年2月20日</p>
  </div></div>
  <div class="share">分享到：<a>微信</a></div>
  <p>上一篇：<a href="/a">关于假期值班的通知</a></p>
 </div>
 <div class="right"><h3>相关信息</h3><ul>{NAVIGATION}</ul></div>
</div>
<div class="footer"><p>主办：云岭县人民政府办公室</p><p>版权所有，未经许可，不得转载。</p></div>
</body></html>"""

ARTICLE = [
    ("heading", 2, "青禾镇2024年度工作报告"),
    ("paragraph", None, "发布日期：2025-02-28 来源：青禾镇人民政府 【字体：大 中 小】"),
    ("paragraph", None, PROSE),
    ("paragraph", None, "一、主要举措"),
    ("paragraph", None, MORE),
    ("paragraph", None, PROSE),
    ("paragraph", None, "办理情况"),
    ("table", None, "事项\t数量\n备案 审查\t12"),
    ("list_item", None, "修订规则"),
    ("list_item", None, "清理文件"),
    ("paragraph", None, "附件：统计表.docx"),
    ("paragraph", None, "青禾镇人民政府"),
    ("paragraph", None, "2025年2月20日"),
]


def read(page: str, name: str = "a.html") -> list[tuple[str, int | None, str]]:
    return shown(read_bytes(page.encode(), name))


def body(content: str, title: str = "门户网站") -> list[str]:
    page = f"<html><head><title>{title}</title></head><body>{content}</body></html>"
    return texts(read_bytes(page.encode(), "a.html"))


def test_an_article_is_kept_whole_and_the_page_around_it_is_left_out() -> None:
    document = read_bytes(PAGE.encode(), "a.html")
    assert document.format == "html"
    assert shown(document) == ARTICLE
    assert document.text == "\n".join(text for _, _, text in ARTICLE)
    assert [block.paragraph for block in document.blocks] == list(range(1, 14))
    assert notes(document) == ["网页中有 11 处导航、页眉页脚等内容未计入正文"]


@pytest.mark.parametrize("encoding", ["gbk", "utf-16", "utf-8-sig"])
def test_the_declared_encoding_may_be_wrong(encoding: str) -> None:
    assert shown(read_bytes(PAGE.encode(encoding), "a.html")) == ARTICLE


def test_a_page_of_line_breaks_in_one_element_is_read_line_by_line() -> None:
    assert body(
        '<div><a href="1">首页</a>|<a href="2">新闻</a>|<a href="3">公开</a></div><div class="bt">青禾镇工作报告</div>'
        f"<div>来源：镇办公室 时间：2025-01-02</div><div>{PROSE}<br><br>　　一、举措<br/>{MORE}"
        "<br>青禾镇<br>2025年1月2日</div>"
        "<div>版权所有 青禾镇人民政府</div>"
    ) == ["青禾镇工作报告", "来源：镇办公室 时间：2025-01-02", PROSE, "一、举措", MORE, "青禾镇", "2025年1月2日"]


def test_a_page_laid_out_with_tables_is_read_as_text() -> None:
    assert body(
        '<table><tr><td><a href="1">首页</a> <a href="2">公开</a> <a href="3">服务</a></td></tr><tr><td><table>'
        "<tr><td><b>青禾镇2024年度工作报告</b></td></tr><tr><td>发布日期：2025-01-09</td></tr>"
        f"<tr><td><p>{PROSE}</p><table><tr><td>事项</td><td>12</td></tr></table><p>{MORE}</p></td></tr></table></td>"
        f"<td><ul>{NAVIGATION}</ul></td></tr></table>"
    ) == ["青禾镇2024年度工作报告", "发布日期：2025-01-09", PROSE, "事项\t12", MORE]


def test_cells_that_span_several_columns_or_rows_are_written_once() -> None:
    assert body(
        f"<p>{PROSE}</p><table><tr><th colspan=2>合计</th><th>件</th></tr>"
        "<tr><td rowspan=2>镇</td><td>1</td><td>2</td></tr><tr><td>3</td><td>4</td></tr></table>"
    ) == [PROSE, "合计\t\t件\n镇\t1\t2\n\t3\t4"]


def test_a_form_with_prose_in_its_cells_is_read_as_prose() -> None:
    form = f"<table><tr><td>主要举措</td><td><p>{PROSE * 3}</p><p>{MORE * 3}</p></td></tr></table>"
    assert body(form) == ["主要举措", PROSE * 3, MORE * 3]


def test_the_register_before_the_title_is_kept_for_its_dates() -> None:
    assert read(
        "<html><title>青禾镇关于2024年度工作的报告</title><div class=xxgk><table><tr><td>索引号：</td><td>000</td>"
        f"<td>成文日期：</td><td>2025-01-20</td></tr></table></div><h1>青禾镇关于<br>2024年度工作的报告</h1><div><p>{PROSE}</p></div>"
    ) == [
        ("table", None, "索引号：\t000\t成文日期：\t2025-01-20"),
        ("heading", 1, "青禾镇关于\n2024年度工作的报告"),
        ("paragraph", None, PROSE),
    ]


def test_a_title_in_the_head_of_the_page_is_kept_when_the_page_is_called_so() -> None:
    assert body(
        f'<div class="header"><p>青禾镇2024年度工作报告</p></div><div class="nav"><ul>{NAVIGATION}</ul></div>'
        f'<div class="toolbar">日期：2025-02-08 <a>打印</a></div><p>{PROSE}</p>',
        "青禾镇2024年度工作报告 - 云岭县",
    ) == ["青禾镇2024年度工作报告", "日期：2025-02-08 打印", PROSE]


def test_a_title_of_several_lines_above_the_article_and_in_it_is_kept_with_what_stands_between() -> None:
    title = "青禾镇人民政府关于2024年度工作的报告"
    assert body(
        f'<ul>{NAVIGATION}</ul><div class="bt">{title}</div><div>文章来源： 发布时间：2025年1月13日</div>'
        "<div id=zoom><p>青禾镇人民政府</p><p>关于2024年度工作的报告</p><p>（2025年1月8日）</p>"
        f"<p>{PROSE}</p></div>",
        title + "_云岭县",
    ) == [
        title,
        "文章来源： 发布时间：2025年1月13日",
        "青禾镇人民政府",
        "关于2024年度工作的报告",
        "（2025年1月8日）",
        PROSE,
    ]


def test_a_document_number_above_the_title_is_kept() -> None:
    title = "青禾镇人民政府关于2024年度工作的报告"
    assert body(
        f"<ul>{NAVIGATION}</ul><div id=zoom><p>青政〔2025〕3号</p><p>{title}</p><p>{PROSE}</p></div>", title
    ) == ["青政〔2025〕3号", title, PROSE]


def test_attachments_and_signature_belong_to_the_article() -> None:
    files = "".join(f'<p><a href="{index}">{index}.表.docx</a></p>' for index in (1, 2, 3))
    assert body(f"<div id=zoom><p>{PROSE}</p><p>附件：</p>{files}<p>青禾镇</p></div><ul>{NAVIGATION}</ul>") == [
        PROSE,
        "附件：",
        "1.表.docx",
        "2.表.docx",
        "3.表.docx",
        "青禾镇",
    ]


def test_the_article_ends_where_a_list_of_links_begins() -> None:
    links = "".join(f"<div><a href={index}>某局召开第{index}次会议</a></div>" for index in range(5))
    assert body(f"<p>{PROSE}</p><p>落款</p>{links}<p>热点</p>") == [PROSE, "落款"]


def test_the_record_below_the_article_is_kept() -> None:
    assert body(
        f"<div id=zoom><p>{PROSE}</p><p>{MORE}</p></div><div class=share>分享到：<a>微信</a></div>"
        f"<div>发布日期：2025-03-01</div><div>其他</div><ul>{NAVIGATION}</ul><div>日期：2025-03-02</div>"
    ) == [PROSE, MORE, "发布日期：2025-03-01"]


def test_links_around_paragraphs_and_pictures_in_tables_are_looked_through() -> None:
    picture = "<table><tr><td><img src=1></td><td></td></tr></table>"
    page = f"<p>{PROSE}</p><a href=1><p>甲</p><div>乙</div></a>{picture}<p>{MORE}</p>"
    document = read_bytes(page.encode(), "a.html")
    assert texts(document) == [PROSE, "甲", "乙", MORE]
    assert notes(document) == ["文中有 1 个图片或图表，其中的文字没有检查"]


def test_several_articles_are_all_kept() -> None:
    assert read(f"<article><h2>甲</h2><p>{PROSE}</p></article><article><h2>乙</h2><p>{MORE}{PROSE}</p></article>") == [
        ("heading", 2, "甲"),
        ("paragraph", None, PROSE),
        ("heading", 2, "乙"),
        ("paragraph", None, MORE + PROSE),
    ]


def test_chapters_in_containers_of_their_own_are_all_kept() -> None:
    assert body(
        f"<section><h3>一、甲</h3><p>{PROSE * 9}</p></section><section><h3>二、乙</h3><p>{MORE * 2}</p></section>"
    ) == ["一、甲", PROSE * 9, "二、乙", MORE * 2]


def test_a_name_of_furniture_counts_for_nothing_where_the_text_stands() -> None:
    assert body(f'<form class="nav-content"><header><p>{PROSE}</p><p>{MORE}</p></header></form>') == [PROSE, MORE]


def test_a_page_of_nothing_but_links_is_read_and_told() -> None:
    document = read_bytes(f"<html><body><ul>{NAVIGATION}</ul></body></html>".encode(), "a.html")
    assert texts(document) == [f"栏目{index}" for index in range(12)]
    assert notes(document) == ["网页中没有找到正文，读到的是页面上的其余文字"]


def test_pages_shown_in_frames_and_pictures_are_told() -> None:
    document = read_bytes(b"<html><body><p>\xe7\x9f\xad</p><iframe src=x></iframe></body></html>", "a.html")
    assert notes(document) == [
        "网页中没有找到正文，读到的是页面上的其余文字",
        "网页嵌有 1 个子页面，其内容不在文件里，没有检查",
    ]
    document = read_bytes(f"<p>{PROSE}</p><p><img src=1><img src=2></p><p>{MORE}</p>".encode(), "a.html")
    assert texts(document) == [PROSE, MORE]
    assert notes(document) == ["文中有 2 个图片或图表，其中的文字没有检查"]


def test_a_picture_in_a_table_with_a_caption_is_told_once() -> None:
    table = "<table><caption>表一</caption><tr><td>图</td><td><img src=1></td></tr></table>"
    document = read_bytes(f"<p>{PROSE}</p>{table}<p>{MORE}</p>".encode(), "a.html")
    assert texts(document) == [PROSE, "表一", "图", MORE]
    assert notes(document) == ["文中有 1 个图片或图表，其中的文字没有检查"]


def test_line_ends_of_any_system_are_blanks() -> None:
    page = f"<p>{PROSE}</p>\n<p>甲\n乙</p>\n<pre>丙\n丁</pre>\n"
    expected = [PROSE, "甲 乙", "丙", "丁"]
    assert [body(page.replace("\n", end)) for end in ("\n", "\r\n", "\r")] == [expected] * 3


def test_what_no_reader_sees_is_not_read() -> None:
    assert body(
        f"<p>{PROSE}</p><script>document.write('<p>假</p>')</script><p hidden>藏</p><p style='display: none'>藏</p>"
        "<noscript>无</noscript><template><p>模板</p></template><select><option>选项</select><button>按钮</button>"
        "<p>尾<span style='color:red; VISIBILITY:hidden'>藏</span>声<!-- 注 --></p>"
        "<table><tr><td>甲<script>1</script></td><td>乙</td></tr></table>"
    ) == [PROSE, "尾声", "甲\t乙"]


def test_a_long_text_that_is_hidden_is_told() -> None:
    page = f"<p>{PROSE}</p><div style='display:none'><p hidden>{MORE * 9}</p></div><div hidden>{PROSE}</div>"
    document = read_bytes(page.encode(), "a.html")
    assert texts(document) == [PROSE]
    assert notes(document) == ["文中有 1 处隐藏文字，读者看不到，没有检查"]


def test_blanks_are_shown_as_a_browser_shows_them() -> None:
    assert body(f"<p>{PROSE}</p><p>\n 甲 \t 乙\n<b> 丙</b>　　丁&nbsp;戊 </p><pre>己\n  庚\n\n</pre>") == [
        PROSE,
        "甲 乙 丙　　丁\xa0戊",
        "己",
        "庚",
    ]


def test_a_fragment_needs_no_frame() -> None:
    assert read(f"<p>标题</p><p>{PROSE}</p><p>落款</p>", "-") == [
        ("paragraph", None, "标题"),
        ("paragraph", None, PROSE),
        ("paragraph", None, "落款"),
    ]


def test_broken_pages_are_read_as_far_as_they_go() -> None:
    page = f"<html><body><div></span><p>{PROSE}<p>二、<b>乙<p>{MORE}</div"
    assert read(page) == [("paragraph", None, PROSE), ("paragraph", None, "二、乙"), ("paragraph", None, MORE)]


def test_tags_that_are_never_closed_do_not_cut_the_text_off() -> None:
    lines = [f"第{index}句话说的是制度，也说程序。" for index in range(600)]
    assert body("".join(f"<div>{line}" for line in lines)) == lines


def test_tags_inside_each_other_are_looked_through_once() -> None:
    # Every <i> holds a block at its very bottom: looked through from each of them anew, this would never end.
    inner = "<i>" + "<b>、</b>" * 100
    assert body(f"<p>{PROSE}</p>{inner * 1500}<div>{MORE}</div>")[-1] == MORE


def test_control_characters_written_as_references_are_harmless() -> None:
    assert (
        body(f"<p>{PROSE}</p><p>甲&#27;乙&#0;丙&#x85;丁</p>")[1]
        .replace("\ufffd", "\u200b")
        .startswith("甲\u200b乙\u200b丙")
    )


@pytest.mark.parametrize(
    "page",
    [
        "<!-- 注 --><html></html>",
        "<html><body></body></html>",
        "<frameset><frame src=x></frameset>",
        "<p ",
        "<title>只有标题</title>",
    ],
)
def test_a_page_without_text_says_so(page: str) -> None:
    assert refusal(page.encode(), "a.html") == "a.html: 文件里没有读到文字"
