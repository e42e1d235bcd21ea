"""The register of norms is built as it is written, and its mistakes are told at their place."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker.rule import Meeting, Norm, Revision
from checker.rulebook import load_pack
from checker.texts import Text

from .packs import TEMPLATE, codes, problems, said, write

NORMS = """\
norms:
  - {id: roads, name: 道路法, rank: law, verified: true, source: 官报}
  - id: plan
    name: 纲要（2021—2025年）
    short: [纲要]
    wrong: [刚要]
    rank: policy
    issuer: 公所
    number: 公发〔2021〕3号
    adopted: 2021-07
    published: 2021-08-11
    in_force: '2021'
    repealed: 2026-01-01
    successor: roads
    period: {since: 2021, until: 2025}
    revisions: [{adopted: 2022-01-22, in_force: 2022-07-15, verified: false}]
    namesakes: true
    verified: false
meetings:
  - {id: first, name: 一次会, phrases: [一次会], held: 2024-04, verified: true}
other_norms: [桥梁法]
"""


def test_a_register_is_built_as_it_is_written(tmp_path: Path) -> None:
    template = load_pack(write(tmp_path, template=TEMPLATE + NORMS), cache=False).template
    assert list(template.norms) == [
        Norm("roads", "道路法", "law", verified=True, source="官报"),
        Norm(
            "plan",
            "纲要（2021—2025年）",
            "policy",
            verified=False,
            short=("纲要",),
            wrong=("刚要",),
            issuer="公所",
            number="公发〔2021〕3号",
            adopted="2021-07",
            published="2021-08-11",
            in_force="2021",
            repealed="2026-01-01",
            successor="roads",
            period=(2021, 2025),
            revisions=(Revision("2022-01-22", "2022-07-15"),),
            namesakes=True,
        ),
    ]
    assert template.meetings == (Meeting("first", Text("一次会", "一次会"), ("一次会",), "2024-04", verified=True),)
    assert template.other_norms == ("桥梁法",)


def test_a_template_needs_no_register(tmp_path: Path) -> None:
    template = load_pack(write(tmp_path), cache=False).template
    assert (len(template.norms), template.meetings, template.other_norms) == (0, (), ())


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("successor: roads", "successor: raods", ["template.yaml:31:16 unknown-norm"]),
        ("id: plan\n", "id: roads\n", ["template.yaml:20:9 duplicate-id"]),
        ("2021-08-11", "2021-13-11", ["template.yaml:28:16 bad-form"]),
        ("2021-08-11", "2021年8月", ["template.yaml:28:16 bad-form"]),
        ("rank: policy", "rank: plan", ["template.yaml:24:11 unknown-value"]),
        ("phrases: [一次会]", "phrases: ['一次(会']", ["template.yaml:37:38 bad-phrase"]),
    ],
)
def test_mistakes_are_told_at_their_place(tmp_path: Path, old: str, new: str, expected: list[str]) -> None:
    assert NORMS.count(old) == 1
    assert codes(problems(write(tmp_path, template=TEMPLATE + NORMS.replace(old, new)))) == expected


def test_two_meetings_have_two_names(tmp_path: Path) -> None:
    twice = NORMS.replace(
        "other_norms", "  - {id: first, name: 又, phrases: [又], held: 2024-05, verified: true}\nother_norms"
    )
    found = said(problems(write(tmp_path, template=TEMPLATE + twice)))
    assert [each.split(" ")[1] for each in found] == ["duplicate-id"]
    assert "会议" in found[0]
