from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

from checker.api import check, load_pack
from checker.cli import main as run_main
from checker.reading import read_bytes
from checker.rule import Pack
from checker.word.fix import fix
from tests.reading.build import docx, paragraph, run
from tests.word.marked import W, main, parts

TITLE = "云溪县人民政府2025年度法治政府建设情况报告"
BOLD = "<w:rPr><w:b/></w:rPr>"


@pytest.fixture(scope="module")
def pack() -> Pack:
    return load_pack("default")


def fixed(pack: Pack, *paragraphs: str) -> tuple[bytes, list[tuple[str, str, bool]]]:
    """The corrected document, and for each change what it was, what it is, whether it was made."""
    data = docx(paragraph(TITLE) + "".join(map(paragraph, paragraphs)))
    document = read_bytes(data, "a.docx")
    content, changes = fix(data, check(document, pack), pack, "zh")
    return content, [(document.text[c.span.start : c.span.end], c.replacement, c.made) for c in changes]


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
    ],
)
def test_slips_are_put_right(before: str, after: str, pack: Pack) -> None:
    content, changes = fixed(pack, before)
    assert shown(content) == after
    assert changes
    assert all(made for _, _, made in changes)


def test_a_change_is_tracked_and_rejecting_it_gives_back_the_draft(pack: Pack) -> None:
    content, changes = fixed(pack, run("建设法", BOLD) + run("制政府,取得成效。", BOLD))
    root = main(content)
    revisions = [
        (each.tag.removeprefix(W), each.get(W + "author"), "".join(each.itertext()), each.find(f".//{W}b") is not None)
        for each in root.iter(W + "ins", W + "del")
    ]
    assert revisions == [
        ("del", "年报校核", "制", True),
        ("ins", "年报校核", "治", True),
        ("del", "年报校核", ",", True),
        ("ins", "年报校核", "，", True),
    ]
    assert len(changes) == 2
    identities = [each.get(W + "id") for each in root.iter(W + "ins", W + "del")]
    assert len(set(identities)) == len(identities)
    for each in list(root.iter(W + "ins")):
        parent = each.getparent()
        assert parent is not None
        parent.remove(each)
    assert "".join(root.itertext(W + "t", W + "delText")) == TITLE + "建设法制政府,取得成效。"


@pytest.mark.parametrize(
    "words",
    [
        "覆盖1,260人次，评查12:30",
        "全年办理案件38,其中调解9件。",
        "2025617日召开会议。",
        "做到四个维护。",
        "一是，。二是",
    ],
)
def test_figures_and_what_is_no_slip_are_never_touched(words: str, pack: Pack) -> None:
    _, changes = fixed(pack, words)
    assert changes == []


def test_what_stands_in_another_persons_revision_is_left_and_told(pack: Pack) -> None:
    content, changes = fixed(pack, f'<w:ins w:id="9" w:author="李四">{run("建设法制政府。")}</w:ins>')
    assert changes == [("法制政府", "法治政府", False)]
    assert shown(content) == "建设法制政府。"


def test_all_other_parts_stay_byte_for_byte(pack: Pack) -> None:
    data = docx(paragraph(TITLE) + paragraph("建设法制政府。"))
    content, _ = fix(data, check(read_bytes(data, "a.docx"), pack), pack, "zh")
    before, after = parts(data), parts(content)
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
    assert told.out == "第2行第3列 “法制政府”→“法治政府”　FZ-REF-TERM\n"
    assert told.err == f"已写 1 处修订：{output}\n"
    assert draft.read_bytes() == data
    assert run_main(["fix", str(draft), "-o", str(draft)]) == 2
    text = tmp_path / "a.txt"
    text.write_text(TITLE, encoding="utf-8")
    assert run_main(["fix", str(text), "-o", str(tmp_path / "c.docx")]) == 2
    assert "只能改正 .docx 文件" in capsys.readouterr().err
