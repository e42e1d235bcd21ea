from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

from checker.api import check, load_pack
from checker.cli import main as run_main
from checker.reading import read_bytes
from checker.rule import Pack
from checker.word.fix import fix
from tests.reading.build import docx, level, numbered, paragraph, run
from tests.word.marked import W, main, parts

TITLE = "云溪县人民政府2025年度法治政府建设情况报告"
BOLD = "<w:rPr><w:b/></w:rPr>"


@pytest.fixture(scope="module")
def pack() -> Pack:
    return load_pack("default")


def fixed(pack: Pack, *paragraphs: str) -> tuple[bytes, list[tuple[str, str, str]]]:
    """The corrected document, and for each correction what it was, what it is, what became of it."""
    data = docx(paragraph(TITLE) + "".join(map(paragraph, paragraphs)))
    document = read_bytes(data, "a.docx")
    done = fix(data, check(document, pack), pack, "zh")
    changes = [(change, "made") for change in done.made]
    changes += [(change, "unreachable") for change in done.unreachable]
    changes += [(each.change, "refused") for each in done.refused]
    changes.sort(key=lambda each: each[0].correction.span.start)
    spans = [(change.correction, became) for change, became in changes]
    return done.content, [(document.text[c.span.start : c.span.end], c.replacement, became) for c, became in spans]


def revisions(root: etree._Element) -> list[tuple[str, str]]:
    """What was struck and what was written, in order."""
    return [(each.tag.removeprefix(W), "".join(each.itertext())) for each in root.iter(W + "ins", W + "del")]


def rejected(root: etree._Element) -> str:
    """The text of the document once every change is rejected."""
    for each in list(root.iter(W + "ins")):
        parent = each.getparent()
        assert parent is not None
        parent.remove(each)
    return "".join(root.itertext(W + "t", W + "delText"))


def shown(data: bytes) -> str:
    return read_bytes(data, "a.docx").text.split("\n", 1)[1]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("认真学习,研究部署;抓好落实。", "认真学习，研究部署；抓好落实。"),
        ("组织开展培训，，评查案卷。", "组织开展培训，评查案卷。"),
        ("一)坚持党的领导。", "（一）坚持党的领导。"),
        ("开展“法治体检“活动，服务企业。", "开展“法治体检”活动，服务企业。"),
        ("落实第一人责任的要求。", "落实第一责任人的要求。"),
        ("建设法制政府取得成效。", "建设法治政府取得成效。"),
        ("落实《重大行政决策程序暂条例》的要求。", "落实《重大行政决策程序暂行条例》的要求。"),
        ("落实国办发[2023]27号文件。", "落实国办发〔2023〕27号文件。"),
        ("落实国办发【2023】第027号、国办发（2022）2号文件。", "落实国办发〔2023〕27号、国办发〔2022〕2号文件。"),
        ("2025.3.1召开会议，2025年06月培训2期。", "2025年3月1日召开会议，2025年6月培训2期。"),
        ("一是抓学习。二是抓培训。二是抓考核。", "一是抓学习。二是抓培训。三是抓考核。"),
        ("一是抓学习。二是抓培训。二是抓考核。三是抓通报。", "一是抓学习。二是抓培训。三是抓考核。四是抓通报。"),
        ("走访企业、商户、等120家。", "走访企业、商户等120家。"),
    ],
)
def test_slips_are_put_right(before: str, after: str, pack: Pack) -> None:
    content, changes = fixed(pack, before)
    assert shown(content) == after
    assert {became for _, _, became in changes} == {"made"}


@pytest.mark.parametrize(
    "written", ["二〇二六年一月五日", "2026.1.5", "2026-1-5", "2026年01月05日", "2026 年 01 月 05 日"]
)
def test_the_date_of_signature_gets_its_form(written: str, pack: Pack) -> None:
    content, changes = fixed(pack, "全县调解纠纷96件。", "云溪县人民政府", written)
    assert "".join(shown(content).split("\n")[-1].split()) == "2026年1月5日"
    assert [became for _, _, became in changes] == ["made"]


def test_only_the_characters_that_differ_are_struck(pack: Pack) -> None:
    content, _ = fixed(pack, "全县调解纠纷96件，落实国办发[2023]第027号文件。", "云溪县人民政府", "2026.01.5")
    assert revisions(main(content)) == [
        *(("del", "["), ("ins", "〔"), ("del", "]第0"), ("ins", "〕")),
        *(("del", ".0"), ("ins", "年"), ("del", "."), ("ins", "月"), ("ins", "日")),
    ]


def test_headings_are_renumbered_to_the_end(pack: Pack) -> None:
    content, _ = fixed(
        *(pack, "一、主要举措和成效", "全年调解纠纷96件，开展培训9期。", "二、存在的不足和原因", "执法力量不足。"),
        *("四、下一步工作安排", "2026年，将加强执法人员培训。"),
    )
    assert "三、下一步工作安排" in shown(content)
    content, changes = fixed(pack, "（一）、学习", "读书4次。", "（二）、培训", "培训2期。", "1、讲座", "3场。")
    assert shown(content).split("\n")[::2] == ["（一）学习", "（二）培训", "1.讲座"]
    assert len(changes) == 3


def test_a_change_is_tracked_and_rejecting_it_gives_back_the_draft(pack: Pack) -> None:
    content, changes = fixed(pack, run("建设法", BOLD) + run("制政府,取得成效。", BOLD))
    root = main(content)
    found = [
        (each.tag.removeprefix(W), each.get(W + "author"), "".join(each.itertext()), each.find(f".//{W}b") is not None)
        for each in root.iter(W + "ins", W + "del")
    ]
    assert found == [
        ("del", "年报校核", "制", True),
        ("ins", "年报校核", "治", True),
        ("del", "年报校核", ",", True),
        ("ins", "年报校核", "，", True),
    ]
    assert len(changes) == 2
    identities = [each.get(W + "id") for each in root.iter(W + "ins", W + "del")]
    assert len(set(identities)) == len(identities)
    assert rejected(root) == TITLE + "建设法制政府,取得成效。"


@pytest.mark.parametrize(
    "words",
    [
        "覆盖1,260人次，评查12:30",
        "全年办理案件38,其中调解9件。",
        "2025617日召开会议。",
        "做到四个维护。",
        "一是，。二是",
        "落实国办发〔23〕27号文件。",
        "受理（2025）云0199行初12号案件。",
        "一是抓学习。三是抓考核。二是抓培训。",
        "三是抓学习。四是抓考核。",
        "一是抓学习。首先读书，二是讲座。二是抓培训。",
    ],
)
def test_figures_and_what_is_no_slip_are_never_touched(words: str, pack: Pack) -> None:
    _, changes = fixed(pack, words)
    assert changes == []


def test_what_stands_in_another_persons_revision_is_left_and_told(pack: Pack) -> None:
    content, changes = fixed(pack, f'<w:ins w:id="9" w:author="李四">{run("建设法制政府。")}</w:ins>')
    assert changes == [("法制政府", "法治政府", "unreachable")]
    assert shown(content) == "建设法制政府。"


@pytest.mark.parametrize(
    "body",
    [
        "".join(run(sign) for sign in "国办发[2023]第027号"),
        run("国办发[20") + '<w:bookmarkStart w:id="4" w:name="a"/>' + run("23", BOLD) + run("]第027号"),
        f'<w:hyperlink w:anchor="a">{run("国办发[2023]第027号")}</w:hyperlink>',
        run("国办发[2023]第") + f'<w:ins w:id="9" w:author="李四">{run("")}</w:ins>' + run("027号"),
        run("国办发[2023") + f'<w:hyperlink w:anchor="a">{run("]第0")}</w:hyperlink>' + run("27号"),
        f"<w:sdt><w:sdtContent>{run('国办发[2023]第027号')}</w:sdtContent></w:sdt>",
    ],
    ids=["a run a character", "bold and a bookmark", "a link", "an insertion between", "across a link", "a control"],
)
def test_however_the_runs_are_cut_it_is_the_same(body: str, pack: Pack) -> None:
    content, changes = fixed(pack, run("落实") + body + run("文件。"))
    assert shown(content) == "落实国办发〔2023〕27号文件。"
    assert [became for _, _, became in changes] == ["made"]
    assert rejected(main(content)) == TITLE + "落实国办发[2023]第027号文件。"


def test_cells_of_a_table_are_put_right_each_for_itself(pack: Pack) -> None:
    cells = ("落实国办发[2023]27号", "国办发(2022)2号")
    row = "".join(f"<w:tc>{paragraph(cell)}</w:tc>" for cell in cells)
    data = docx(paragraph(TITLE) + f"<w:tbl><w:tr>{row}</w:tr></w:tbl>" + paragraph("全县调解纠纷96件。"))
    done = fix(data, check(read_bytes(data, "a.docx"), pack), pack, "zh")
    assert (len(done.made), done.unreachable, done.refused) == (2, (), ())
    assert revisions(main(done.content)) == [
        *(("del", "["), ("ins", "〔"), ("del", "]"), ("ins", "〕")),
        *(("del", "("), ("ins", "〔"), ("del", ")"), ("ins", "〕")),
    ]


def test_one_place_is_put_right_beside_another_of_the_same_slip_that_cannot_be(pack: Pack) -> None:
    inserted = f'<w:ins w:id="9" w:author="李四">{run("仍在推进法制政府建设。")}</w:ins>'
    content, changes = fixed(pack, "建设法制政府。", inserted)
    assert [became for _, _, became in changes] == ["made", "unreachable"]
    assert shown(content) == "建设法治政府。\n仍在推进法制政府建设。"


def test_a_correction_that_reaches_out_of_a_link_at_one_spot_is_left(pack: Pack) -> None:
    body = run("二〇") + f'<w:hyperlink w:anchor="a">{run("二六")}</w:hyperlink>' + run("年一月五日")
    content, changes = fixed(pack, "全县调解纠纷96件。", "云溪县人民政府", body)
    assert changes == [("二〇二六年一月五日", "2026年1月5日", "unreachable")]
    assert revisions(main(content)) == []


def test_numbers_that_word_generates_are_left_and_told(pack: Pack) -> None:
    levels = level(0, "decimal", "%1、")
    instance = '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    numbering = f'<w:abstractNum w:abstractNumId="0">{levels}</w:abstractNum>{instance}'
    body = (
        paragraph(TITLE) + paragraph("一、主要举措和成效") + numbered("评查案卷120份。", 1) + numbered("培训9期。", 1)
    )
    data = docx(body, numbering=numbering)
    done = fix(data, check(read_bytes(data, "a.docx"), pack), pack, "zh")
    assert (done.made, done.refused) == ((), ())
    assert [change.correction.replacement for change in done.unreachable] == ["1.", "2."]


def test_all_other_parts_stay_byte_for_byte(pack: Pack) -> None:
    data = docx(paragraph(TITLE) + paragraph("建设法制政府。"))
    done = fix(data, check(read_bytes(data, "a.docx"), pack), pack, "zh")
    before, after = parts(data), parts(done.content)
    assert [name for name in after if after[name] != before.get(name)] == ["word/document.xml"]
    assert etree.fromstring(after["word/document.xml"]) is not None


def test_the_command_lists_what_it_changed_and_leaves_the_draft(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    draft, output = tmp_path / "a.docx", tmp_path / "b.docx"
    data = docx(paragraph(TITLE) + paragraph("建设法制政府。"))
    draft.write_bytes(data)
    assert run_main(["fix", str(draft), "-o", str(output)]) == 0
    told = capsys.readouterr()
    assert told.out == "第2段 第2行 第3列 “法制政府”→“法治政府”　FZ-REF-TERM\n"
    assert told.err == f"已写 1 处修订：{output}\n"
    assert draft.read_bytes() == data
    assert run_main(["fix", str(draft), "-o", str(draft)]) == 2
    text = tmp_path / "a.txt"
    text.write_text(TITLE, encoding="utf-8")
    assert run_main(["fix", str(text), "-o", str(tmp_path / "c.docx")]) == 2
    assert "只能改正 .docx 文件" in capsys.readouterr().err
