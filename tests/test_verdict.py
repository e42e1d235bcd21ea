"""The one decision, as a table; and what may never happen to it."""

from itertools import product

import pytest

from checker.model import GroupScore, Kind, Outcome, Score, Severity, State, Verdict, VerdictCode
from checker.texts import Text
from checker.verdict import decide, score

MUST, SHOULD, INFO = Severity.MUST, Severity.SHOULD, Severity.INFO


def outcome(
    severity: Severity, state: State, rule: str = "R-1", *, group: str = "body", weight: float = 1.0, name: str = "甲"
) -> Outcome:
    empty = Text("", "")
    return Outcome(rule, Text(name, name.upper()), state, severity, group, weight, empty, empty, empty, "f" * 16)


@pytest.mark.parametrize(
    ("states", "code", "reason"),
    [
        ([(MUST, "pass"), (SHOULD, "pass")], "ready", "没有发现需要处理的问题。"),
        ([(MUST, "waived"), (SHOULD, "waived")], "ready", "除已豁免的 2 项外，没有发现需要处理的问题。"),
        ([(MUST, "pass"), (SHOULD, "manual")], "ready", "没有发现需要处理的问题，另有 1 项须人工确认。"),
        ([(MUST, "pass"), (INFO, "fail"), (INFO, "manual")], "ready", "没有发现需要处理的问题。"),
        ([(MUST, "pass"), (MUST, "not_applicable")], "ready", "没有发现需要处理的问题。"),
        ([(MUST, "pass"), (SHOULD, "fail")], "revise", "建议项“甲”未通过（R-2）。"),
        ([(MUST, "pass"), (SHOULD, "partial")], "revise", "建议项“甲”只部分达到（R-2）。"),
        ([(MUST, "pass"), (SHOULD, "cannot_tell")], "revise", "建议项“甲”无法判定（R-2）。"),
        ([(SHOULD, "fail"), (MUST, "partial")], "revise", "必须项“甲”只部分达到（R-2），另有 1 项需要处理。"),
        ([(SHOULD, "partial"), (SHOULD, "fail")], "revise", "建议项“甲”未通过（R-2），另有 1 项需要处理。"),
        ([(MUST, "partial"), (MUST, "cannot_tell")], "cannot_judge", "必须项“甲”无法判定（R-2）。"),
        (
            [(MUST, "cannot_tell"), (MUST, "cannot_tell")],
            "cannot_judge",
            "必须项“甲”无法判定（R-1），另有 1 项必须项无法判定。",
        ),
        ([(MUST, "cannot_tell"), (MUST, "fail"), (SHOULD, "fail")], "blocked", "必须项“甲”未通过（R-2）。"),
        (
            [(MUST, "fail"), (MUST, "fail"), (MUST, "fail")],
            "blocked",
            "必须项“甲”未通过（R-1），另有 2 项必须项未通过。",
        ),
        ([], "cannot_judge", "没有一条必须项或建议项得出结果，不能据此认定合格。"),
        ([(INFO, "pass")], "cannot_judge", "没有一条必须项或建议项得出结果，不能据此认定合格。"),
        (
            [(MUST, "manual"), (MUST, "not_applicable")],
            "cannot_judge",
            "没有一条必须项或建议项得出结果，不能据此认定合格。",
        ),
    ],
)
def test_decides_by_the_worst_that_counts(states: list[tuple[Severity, str]], code: str, reason: str) -> None:
    outcomes = [
        outcome(severity, State(state), f"R-{number}") for number, (severity, state) in enumerate(states, start=1)
    ]
    verdict = decide(Kind.ANNUAL_REPORT, None, outcomes)
    assert (verdict.code.value, verdict.reason.zh) == (code, reason)


def test_names_the_weightiest_failure_first() -> None:
    outcomes = [outcome(MUST, State.FAIL, "R-1", weight=1), outcome(MUST, State.FAIL, "R-2", weight=3, name="b")]
    assert decide(Kind.ANNUAL_REPORT, None, outcomes) == Verdict(
        VerdictCode.BLOCKED,
        Text(
            "必须项“b”未通过（R-2），另有 1 项必须项未通过。",
            "Required item “B” is not met (R-2); further required items not met: 1.",
        ),
    )


def test_another_kind_of_document_is_no_report_whatever_the_rules_say() -> None:
    passed = [outcome(MUST, State.PASS)]
    assert decide(Kind.OTHER, Text("新闻稿", "a news item"), passed) == Verdict(
        VerdictCode.NOT_A_REPORT,
        Text("文档看来是新闻稿，不是年度报告。", "The document looks like a news item, not like an annual report."),
    )
    assert decide(Kind.OTHER, None, passed).reason.zh == "标题、开头和正文都看不出这是一份年度报告。"


def test_a_work_summary_is_judged_like_a_report() -> None:
    failed = [outcome(MUST, State.FAIL)]
    assert decide(Kind.WORK_SUMMARY, None, failed) == decide(Kind.ANNUAL_REPORT, None, failed)


GOODNESS = [
    VerdictCode.NOT_A_REPORT,
    VerdictCode.BLOCKED,
    VerdictCode.CANNOT_JUDGE,
    VerdictCode.REVISE,
    VerdictCode.READY,
]
SINGLE = [outcome(severity, state) for severity, state in product(Severity, State)]
SMALL = [list(chosen) for length in range(3) for chosen in product(SINGLE, repeat=length)]


@pytest.mark.parametrize("kind", list(Kind))
def test_a_further_failing_must_never_makes_a_verdict_better(kind: Kind) -> None:
    for outcomes, place in product(SMALL, range(3)):
        worse = [*outcomes[:place], outcome(MUST, State.FAIL, "R-9"), *outcomes[place:]]
        before, after = decide(kind, None, outcomes).code, decide(kind, None, worse).code
        assert GOODNESS.index(after) <= GOODNESS.index(before), (outcomes, before, after)


def test_info_never_changes_a_verdict() -> None:
    for outcomes, state in product(SMALL, State):
        assert decide(Kind.ANNUAL_REPORT, None, [*outcomes, outcome(INFO, state, "R-9")]) == decide(
            Kind.ANNUAL_REPORT, None, outcomes
        )


def test_only_documents_without_an_open_must_or_should_are_ready() -> None:
    for outcomes in SMALL:
        open_items = [item for item in outcomes if item.is_finding and item.severity is not INFO]
        if open_items:
            assert decide(Kind.ANNUAL_REPORT, None, outcomes).code is not VerdictCode.READY


BODY, DATES, REST = Text("正文", "Body"), Text("日期", "Dates"), Text("其他", "Rest")
GROUPS = [("body", BODY, 3.0), ("dates", DATES, 1.0), ("rest", REST, 5.0)]


def test_scores_states_by_weight_and_shows_the_weakest_group() -> None:
    outcomes = [
        outcome(MUST, State.PASS, weight=2),
        outcome(MUST, State.FAIL, weight=1),
        outcome(SHOULD, State.WAIVED, weight=1),
        outcome(SHOULD, State.PARTIAL, group="dates"),
        outcome(SHOULD, State.CANNOT_TELL, group="dates"),
        outcome(MUST, State.MANUAL, group="dates", weight=50),
        outcome(MUST, State.NOT_APPLICABLE, group="body", weight=50),
        outcome(INFO, State.FAIL, group="body", weight=50),
        outcome(MUST, State.MANUAL, group="rest"),
    ]
    assert score(Kind.ANNUAL_REPORT, outcomes, GROUPS) == Score(
        (75.0 * 3 + 25.0) / 4,
        25.0,
        (
            GroupScore("body", BODY, 75.0, 3.0),
            GroupScore("dates", DATES, 25.0, 1.0),
            GroupScore("rest", REST, None, 5.0),
        ),
    )


def test_nothing_to_score_gives_no_figure_rather_than_zero_or_a_hundred() -> None:
    assert score(Kind.ANNUAL_REPORT, [], GROUPS[:1]) == Score(None, None, (GroupScore("body", BODY, None, 3.0),))


def test_another_kind_of_document_is_not_scored() -> None:
    assert score(Kind.OTHER, [outcome(MUST, State.PASS)], GROUPS) == Score(None, None)


def test_an_outcome_of_no_known_group_cannot_slip_out_of_the_score() -> None:
    with pytest.raises(KeyError, match="elsewhere"):
        score(Kind.ANNUAL_REPORT, [outcome(MUST, State.PASS, group="elsewhere")], GROUPS)
