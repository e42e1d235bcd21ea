"""The register that is shipped agrees with itself: names, dates, successors, sources."""

from __future__ import annotations

import pytest

from checker.checks.norm_names import check
from checker.engine import run_rule
from checker.matching.fold import fold
from checker.model import State
from checker.reading import read_bytes
from checker.rule import Norm, Pack
from checker.rulebook import load_pack
from checker.structure.analyse import analyse
from checker.structure.citations import first_day, norm_index, reduce_title


@pytest.fixture(scope="module")
def pack() -> Pack:
    return load_pack(cache=False)


def test_it_holds_the_norms_that_reports_cite(pack: Pack) -> None:
    assert len(pack.template.norms) >= 90
    assert len(pack.template.meetings) >= 10


def test_no_right_title_is_taken_for_a_misspelling_of_another(pack: Pack) -> None:
    template = pack.template
    names = [name for norm in template.norms for name in (norm.name, *norm.short)]
    cited = "".join(f"《{name}》" for name in (*names, *template.other_norms))
    cited += "".join(f"《中华人民共和国{name}》" for name in template.other_norms if name.endswith("法"))
    document = read_bytes(f"雁滩镇2025年度法治政府建设工作报告\n学习{cited}。".encode(), "draft.txt")
    result = check(analyse(document, template), pack.rule("FZ-REF-NAME"))
    assert (result.state, result.message.zh) == (State.PASS, "书名号里的法规、文件名称没有发现误写")


def test_each_name_belongs_to_one_norm(pack: Pack) -> None:
    index = norm_index(pack.template.norms)
    lost = [
        (norm.id, name)
        for norm in pack.template.norms
        for name in (norm.name, *norm.short)
        if (found := index.norm(reduce_title("".join(fold(name).split())))) is None or found.id != norm.id
    ]
    assert lost == []


def dates(norm: Norm) -> list[str]:
    born = norm.adopted or norm.published
    texts = [(born, norm.in_force), *((each.adopted, each.in_force) for each in norm.revisions)]
    return [first_day(day) for pair in texts for day in pair if day is not None]


def test_dates_follow_each_other(pack: Pack) -> None:
    # These provisions were made public three weeks after they had come into force.
    late = {"supervision-of-duties-provisions"}
    norms = [norm for norm in pack.template.norms if norm.id not in late]
    assert [norm.id for norm in norms if dates(norm) != sorted(dates(norm))] == []
    assert [
        norm.id for norm in norms if norm.repealed and dates(norm) and first_day(norm.repealed) < dates(norm)[-1]
    ] == []


def test_what_is_verified_names_its_source(pack: Pack) -> None:
    verified = [norm for norm in pack.template.norms if norm.verified or any(each.verified for each in norm.revisions)]
    assert len(verified) >= 20
    assert [norm.id for norm in verified if not norm.source] == []


def test_a_norm_that_was_replaced_was_not_replaced_by_itself_or_by_a_dead_one(pack: Pack) -> None:
    norms = {norm.id: norm for norm in pack.template.norms}
    followed = [norm for norm in norms.values() if norm.successor]
    assert [norm.id for norm in followed if norms[str(norm.successor)].repealed] == []
    assert [norm.id for norm in followed if norm.successor == norm.id] == []


def test_every_report_year_has_an_outline_in_force(pack: Pack) -> None:
    rule = pack.rule("FZ-REF-OLD-OUTLINE")
    for year in range(2016, 2026):
        years = "2015—2020" if year <= 2020 else "2021—2025"
        text = f"雁滩镇{year}年度法治政府建设工作报告\n对照《法治政府建设实施纲要（{years}年）》，细化任务42项。"
        analysis = analyse(read_bytes(text.encode(), "draft.txt"), pack.template)
        assert run_rule(rule, analysis).state in (State.PASS, State.NOT_APPLICABLE)
