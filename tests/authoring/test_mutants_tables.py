"""Tables and layouts are broken in memory: a cell, a name, a property at a time, each by a little too much."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker.authoring.mutants import MUTATORS, good_of
from checker.authoring.mutation import mutate
from checker.drafting.sample import word_sample
from checker.model import Layout, Page, Setting
from checker.reading import Limits, read_bytes
from checker.rule import Draft, ExampleLayout

from . import packs
from .breaking import EXAMPLE, WORDS, broken

TABLE = "收支情况\n项目\t东片\t西片\n收入\t9\t4\n结余\t1\t0\n支出\t10\t4\n"
NAMES = "  income: [收入]\n  kept: [结余]\n  spent: [支出]\n  balance: [收支]\n"
TEXT = packs.REPORT.replace("全年修渠3条，巡河96次。\n", f"全年修渠3条。\n{TABLE}")


def equation(relation: str, right: str = ", right: [spent]") -> str:
    sides = f"left: [income, kept], relation: {relation}{right}"
    return (
        f"{{kind: table_equations, table: [balance], equations: [{{name: {{zh: 平, en: a}}, over: columns, {sides}}}]}}"
    )


def cells(folder: Path, check: str, monkeypatch: pytest.MonkeyPatch) -> list[object]:
    monkeypatch.setattr(packs, "TEMPLATE", packs.TEMPLATE + NAMES)
    return broken(folder, check, text=TEXT)


def changed(row: str, new: str) -> list[str]:
    return [f"-{row}", f"+{new}"]


def test_an_equation_is_broken_on_either_side_in_every_column(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert cells(tmp_path, equation("equal"), monkeypatch) == [
        ("表中“结余 × 东片”改为 2", changed("结余\t1\t0", "结余\t2\t0")),
        ("表中“结余 × 东片”改为 0", changed("结余\t1\t0", "结余\t0\t0")),
        ("表中“支出 × 东片”改为 11", changed("支出\t10\t4", "支出\t11\t4")),
        ("表中“结余 × 西片”改为 1", changed("结余\t1\t0", "结余\t1\t1")),
        ("表中“结余 × 西片”改为 -1", changed("结余\t1\t0", "结余\t1\t-1")),
        ("表中“支出 × 西片”改为 5", changed("支出\t10\t4", "支出\t10\t5")),
        ("表中“收入 × 东片”改为 若干", changed("收入\t9\t4", "收入\t若干\t4")),
    ]


@pytest.mark.parametrize(
    ("relation", "right", "told"),
    [
        ("at_most", ", right: [spent]", ["2", "1"]),
        ("at_least", ", right: [spent]", ["0", "-1"]),
        ("between", ", right: [spent]", ["2", "0", "1", "-1"]),
        ("highest", ", right: [spent]", ["2", "1"]),
        ("lowest", ", right: [spent]", ["0", "-1"]),
        ("implies", ", right: [spent]", ["1", "1"]),
        ("not_average", ", right: [income, spent]", ["0.5"]),
        ("not_negative", "", ["-1", "-1"]),
    ],
)
def test_each_relation_is_broken_by_what_it_rules_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, relation: str, right: str, told: list[str]
) -> None:
    found = [what for what, _ in cells(tmp_path, equation(relation, right), monkeypatch)]  # type: ignore[misc]
    assert [what.rpartition(" ")[2] for what in found if not what.endswith("若干")] == told


def test_a_table_loses_its_names_and_its_figures(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rows = "rows: [{name: {zh: 结余, en: a}, concept: kept}]"
    assert cells(tmp_path, f"{{kind: table_shape, table: [balance], {rows}, figures: true}}", monkeypatch) == [
        ("删去说明“结余”的词语", changed("结余\t1\t0", "这方面\t1\t0")),
        ("删去说明“试验”的词语", changed("收支情况", "这方面情况")),
        ("表中“收入 × 东片”改为 若干", changed("收入\t9\t4", "收入\t若干\t4")),
    ]


DRAFT = Draft(
    (),
    Page(width=210, height=297, top=37, bottom=35, left=28, right=26),
    {"body": Setting(font="仿宋", size=16.0, line=29.0, line_rule="exact", first_line=2.0, left=0.0)},
    page_number="#",
)


def layouts(folder: Path, check: str) -> list[tuple[str, Layout]]:
    """Return what each mutant of a Word document says it is, with its layout."""
    rule = EXAMPLE.format(check=check, expect="fail", failing="雁滩镇2025年水利工作报告\\n修渠3条。")
    pack = packs.demo(folder, rules="rules:\n" + rule, template=packs.TEMPLATE + WORDS)
    text = packs.REPORT.replace("加强队伍建设。", "加强队伍建设，完善制度，落实全部责任。")
    document = read_bytes(word_sample(text, DRAFT, ExampleLayout({}, {}, None)), "a.docx", Limits(layout=True))
    good, tested = good_of("a.docx", document, pack), pack.rule("D-TEST")
    results = mutate(pack, [good], [tested]).results
    assert {result.fate.value for result in results} == {"killed"}
    found = []
    for way in MUTATORS["layout"]:
        for mutant in way.make(good, tested):
            assert mutant.edited.document.layout is not None
            found.append((mutant.what.zh, mutant.edited.document.layout))
    return found


def test_a_property_goes_just_beyond_what_is_allowed_everywhere_and_in_one_place(tmp_path: Path) -> None:
    demand = "{property: first_line, value: 2, tolerance: 0.3}"
    found = layouts(tmp_path, f"{{kind: layout, role: body, demands: [{demand}]}}")
    assert [what for what, _ in found] == [
        "正文的首行缩进都改为1.6 字",
        "一处正文的首行缩进改为1.6 字",
        "正文的首行缩进都改为2.4 字",
        "一处正文的首行缩进改为2.4 字",
    ]
    indents = [[each.setting.first_line for each in layout.paragraphs] for _, layout in found]
    assert [len([each for each in row if each in (1.6, 2.4)]) for row in indents] == [2, 1, 2, 1]


def test_margins_fonts_lines_and_page_numbers_are_changed(tmp_path: Path) -> None:
    page = "{kind: layout, role: page, demands: [{property: text_width, value: 156, tolerance: 1}]}"
    assert [(what, layout.pages[0].right) for what, layout in layouts(tmp_path / "a", page)] == [
        ("页面的版心宽度都改为154.9 毫米", pytest.approx(27.1, abs=0.05)),
        ("页面的版心宽度都改为157.1 毫米", pytest.approx(24.9, abs=0.05)),
    ]
    fonts = (
        "{kind: layout, role: body, demands: [{property: font, one_of: [仿宋]}, {property: line, from: 28, to: 29}]}"
    )
    assert [what for what, _ in layouts(tmp_path / "b", fonts) if what.startswith("正文")] == [
        "正文的字体都改为某体",
        "正文的行距都改为27.9 磅",
        "正文的行距都改为29.1 磅",
        "正文的行距都改为1.5 倍行距",
    ]
    number = "{kind: layout, role: page_number, required: true}"
    assert [(what, layout.page_numbers) for what, layout in layouts(tmp_path / "c", number)] == [("去掉页码", ())]


def test_a_document_without_a_layout_offers_no_place(tmp_path: Path) -> None:
    assert broken(tmp_path, "{kind: layout, role: page_number, required: true}") == []
