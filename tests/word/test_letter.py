from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from checker.api import load_pack
from checker.cli import main
from checker.errors import UsageError
from checker.reading import read_bytes, read_path
from checker.rulebook.locate import home
from checker.word.letter import FIELDS, ITEM_FIELDS, as_text, as_word, letter, parse
from tests.reports.samples import BLOCKED, CAUSES, quote, same

SHORT = """# 意见：{title}
{issuer}：共 {count} 项（{must}/{should}）
{items}
{number}.【{severity}】{message}
依据：{basis}
建议：{advice}
位置：{place}｜{quote}
{/items}
> 〔盖章〕
"""


def made(template: str = SHORT) -> str:
    return as_text([letter(parse(template, "a.txt"), BLOCKED, "zh")])


def test_every_finding_becomes_a_numbered_item_with_place_basis_and_advice() -> None:
    assert made() == (
        "意见：云溪县人民政府2023年度法治政府建设情况报告\n"
        "云溪县人民政府：共 3 项（2/1）\n"
        "1.【必须】没有找到主要负责人上一年度履行职责的内容。\n"
        "依据：示范县报告办法 第八条（待核）；示范县考核细则（待核）\n"
        "建议：单列一节，写明听取汇报、批示、督办的次数。\n"
        "位置：全文没有找到｜\n"
        "2.【必须】写了不足，没有写原因。\n"
        "依据：示范县报告办法 第七条第二项\n"
        "建议：对每条不足说明原因，例如制度、人员、经费上的原因。\n"
        "位置：第5段 第5行 第1列（二、存在的不足）｜基层执法力量不强，部分干部学法不够。\n"
        "3.【建议】只有 1 处数据。\n"
        "位置：第3段 第3行 第19列（一、主要举措和成效 › （一）依法履职）｜38件\n"
        "〔盖章〕\n"
    )


def test_a_line_of_an_item_with_nothing_to_say_is_left_out_and_braces_in_documents_stay() -> None:
    odd = replace(CAUSES, message=same("缺{advice}"), advice=same(""), evidence=(quote("38件"),))
    report = replace(BLOCKED, outcomes=(odd,))
    lines = letter(parse("{items}\n{message}\n建议：{advice}\n{/items}", "a.txt"), report, "zh")
    assert [line.text for line in lines] == ["缺{advice}"]


NO_LIST = "a.txt: 意见模板里要有而且只能有一处问题清单"


@pytest.mark.parametrize(
    ("template", "said"),
    [
        ("没有清单", NO_LIST),
        ("{/items}\n{items}", NO_LIST),
        ("{isuer}\n{items}\n{/items}", "a.txt:1: 意见模板里的 {isuer} 不认识"),
        ("{items}\n{/items}\n{advice}", "a.txt:3: 意见模板里的 {advice} 不认识"),
    ],
)
def test_a_mistake_in_a_template_is_told_with_its_place(template: str, said: str) -> None:
    with pytest.raises(UsageError) as raised:
        parse(template, "a.txt")
    assert raised.value.lines("zh")[0] == said


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_shipped_templates_are_sound_and_leave_the_deadline_blank(language: str) -> None:
    path = home("templates") / "letters" / f"return.{language}.txt"
    template = parse(path.read_text(encoding="utf-8"), str(path))
    assert template.item
    assert any("　　月　　日" in line or "____" in line for line in template.closing)


def test_every_field_is_filled() -> None:
    template = "".join(f"{{{name}}}" for name in FIELDS)
    item = "".join(f"[{{{name}}}]" for name in ITEM_FIELDS)
    assert "{" not in made(f"{template}\n{{items}}\n{item}\n{{/items}}")


def test_as_a_word_document_each_letter_begins_a_page() -> None:
    one = letter(parse(SHORT, "a.txt"), BLOCKED, "zh")
    data = as_word([one, one], load_pack("default").template, "年报校核")
    document = read_bytes(data, "a.docx")
    assert document.text == "\n".join(line.text for line in (*one, *one))
    assert as_word([one, one], load_pack("default").template, "年报校核") == data
    assert data.count(b"<w:pageBreakBefore/>") == 1


DRAFT = "云溪县人民政府2025年度法治政府建设情况报告\n一、主要举措和成效\n全年办理行政复议案件38件。\n"


def test_the_command_writes_one_letter_a_draft_from_the_template_given(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    draft, template = tmp_path / "a.txt", tmp_path / "own.txt"
    draft.write_text(DRAFT, encoding="utf-8")
    template.write_text("# 补正：{title}\n{items}\n{number} {rule}\n{/items}\n", encoding="utf-8")
    text, word = tmp_path / "out.txt", tmp_path / "out.docx"
    assert main(["letter", str(draft), "-o", str(text), "--template", str(template)]) == 0
    assert text.read_text(encoding="utf-8").startswith("补正：云溪县人民政府2025年度法治政府建设情况报告\n1 ")
    assert main(["letter", str(draft), "-o", str(word)]) == 0
    assert read_path(word).text.startswith("关于退回修改年度报告的意见\n云溪县人民政府：\n你单位报来的")
    assert capsys.readouterr().err == f"已写 1 份意见：{text}\n已写 1 份意见：{word}\n"


@pytest.mark.parametrize("name", ["a.txt", "own.txt", "out.pdf"])
def test_neither_the_draft_nor_the_template_is_overwritten(name: str, tmp_path: Path) -> None:
    for each in ("a.txt", "own.txt"):
        (tmp_path / each).write_text(DRAFT, encoding="utf-8")
    given = ["letter", str(tmp_path / "a.txt"), "--template", str(tmp_path / "own.txt"), "-o", str(tmp_path / name)]
    assert main(given) == 2
    assert [each.read_text(encoding="utf-8") for each in sorted(tmp_path.iterdir())] == [DRAFT, DRAFT]


def test_the_addressee_stands_without_indent_as_documents_want_it() -> None:
    for language in ("zh", "en"):
        template = (Path(__file__).parents[2] / "templates" / "letters" / f"return.{language}.txt").read_text("utf-8")
        lines = letter(parse(template, "t"), BLOCKED, language)  # type: ignore[arg-type]
        assert [line.text for line in lines if line.role == "addressee"] == [
            "云溪县人民政府：" if language == "zh" else "To 云溪县人民政府:"
        ]
        assert "D-CAUSE" not in "".join(line.text for line in lines)
