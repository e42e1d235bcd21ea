"""Some questions only a person can answer; the answer is taken, and no other document's."""

from __future__ import annotations

from dataclasses import replace

import pytest

from checker.checks import manual
from checker.model import Answer, State
from tests.checks.build import analysis_of, document_of, rule_of

CONTENT = "青禾县2025年法治政府建设情况报告\n全年开展活动9件。\n"
SHA = document_of(CONTENT).sha256
RULE = rule_of("manual", question={"zh": "是否已报送？", "en": "Was it sent?"})
YES = Answer("T-ONE", "yes", "张某", "2026-02-10", path="draft.txt")


def say(*answers: Answer, path: str = "draft.txt") -> tuple[State, str]:
    result = manual.check(analysis_of(CONTENT, answers=answers, path=path), RULE)
    return result.state, result.message.zh


def test_without_an_answer_a_person_is_asked() -> None:
    assert say() == (State.MANUAL, "请人工确认：是否已报送？")


def test_an_answer_decides() -> None:
    no = replace(YES, value="no", note="尚未报人大")
    assert say(YES) == (State.PASS, "是否已报送？张某于 2026-02-10 答：是")
    assert say(no) == (State.FAIL, "是否已报送？张某于 2026-02-10 答：否（尚未报人大）")
    assert say(replace(YES, value="not_applicable"))[0] is State.NOT_APPLICABLE


def test_the_last_answer_holds() -> None:
    assert say(YES, replace(YES, value="no"))[0] is State.FAIL


@pytest.mark.parametrize(
    ("answered", "checked", "state"),
    [
        ("drafts/draft.txt", "/home/a/drafts/draft.txt", State.PASS),
        ("drafts\\draft.txt", "drafts/draft.txt", State.PASS),
        ("draft.txt", "last-draft.txt", State.MANUAL),
        ("other/draft.txt", "drafts/draft.txt", State.MANUAL),
        ("/home/a/drafts/draft.txt", "draft.txt", State.MANUAL),
    ],
)
def test_a_path_names_the_document_by_its_last_parts(answered: str, checked: str, state: State) -> None:
    assert say(replace(YES, path=answered), path=checked)[0] is state


def test_an_answer_to_another_rule_counts_for_nothing() -> None:
    assert say(replace(YES, rule="T-TWO"))[0] is State.MANUAL


def test_an_answer_may_hold_for_one_version_only() -> None:
    assert say(replace(YES, path=None, sha256=SHA))[0] is State.PASS
    assert say(replace(YES, sha256="0" * 64)) == (
        State.MANUAL,
        "请重新确认：是否已报送？（原答复针对的是另一版本）",
    )
