"""What comes nearest is told by meaning where that may be asked, else by words; how is always said."""

from __future__ import annotations

import pytest

from checker.errors import UsageError
from checker.matching import ranking
from checker.matching.meaning import MeaningError
from checker.matching.ranking import Ranker, Ranking, Semantic, ranker
from checker.model import Method, Rank
from checker.texts import Text
from tests.matching.fake import FakeEncoder, broken

WANTED = ["执法人手紧张"]
PASSAGES = ["办好庙会", "配齐队伍"]
SAME = ("人手", "队伍")
BY_WORDS = "哪些内容相近，按用词判断，只供查找，不影响结论"


def ranked(semantic: Semantic, model: FakeEncoder | None, *, acts: bool = True) -> Ranking:
    return Ranker(semantic, model).rank(WANTED, PASSAGES, lambda: [[0.25, 0.0]], acts=acts)


def told(found: Ranking) -> tuple[Method, tuple[int, Rank] | None]:
    return found.method, found.best(0)


MEANING = (Method.SEMANTIC, (1, Rank(Method.SEMANTIC, 0.9)))
WORDS = (Method.TOKENS, (0, Rank(Method.TOKENS, 0.25)))


@pytest.mark.parametrize(
    ("semantic", "acts", "expected"),
    [
        (Semantic.OFF, True, WORDS),
        (Semantic.AUTO, True, MEANING),
        (Semantic.AUTO, False, WORDS),
        (Semantic.ON, True, MEANING),
        (Semantic.ON, False, MEANING),
    ],
)
def test_meaning_is_asked_as_the_setting_allows(
    semantic: Semantic, acts: bool, expected: tuple[Method, tuple[int, Rank]]
) -> None:
    model = FakeEncoder(SAME)
    assert told(ranked(semantic, model, acts=acts)) == expected
    assert model.asked == (expected is MEANING)


def test_how_it_was_ranked_is_said() -> None:
    meaning = ranked(Semantic.AUTO, FakeEncoder(SAME)).how
    assert (meaning.zh, ranked(Semantic.OFF, None).how.zh) == (
        "哪些内容相近，按语义判断（fake 1），只供查找，不影响结论",
        BY_WORDS,
    )


def test_where_the_model_is_not_installed_words_are_compared(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ranking, "installed", lambda: False)
    found = ranked(Semantic.AUTO, None)
    assert (told(found), found.how.zh) == (WORDS, BY_WORDS)


def test_a_model_that_cannot_be_used_is_named_and_replaced() -> None:
    found = Ranker(Semantic.AUTO, broken).rank(WANTED, PASSAGES, lambda: [[0.25, 0.0]], acts=True)
    assert told(found) == WORDS
    assert found.how.zh == "哪些内容相近，按用词判断（处理器太旧），只供查找，不影响结论"


def test_a_model_that_must_be_used_and_cannot_is_an_error() -> None:
    with pytest.raises(MeaningError):
        Ranker(Semantic.ON, broken).rank(WANTED, PASSAGES, lambda: [[0.25, 0.0]], acts=True)


def test_what_would_take_minutes_is_left_to_words() -> None:
    model = FakeEncoder(SAME)
    many = ["配齐队伍"] * 200
    found = Ranker(Semantic.ON, model).rank(WANTED, many, lambda: [[0.0] * 200], acts=True)
    assert (found.method, found.best(0), model.asked) == (Method.TOKENS, None, 0)
    assert "要排序的内容有 201 条，超过 200 条" in found.how.zh


def test_the_first_of_equals_is_the_nearest_and_processors_differ_in_no_digit_that_counts() -> None:
    how = Text("", "")
    found = Ranking(Method.SEMANTIC, how, [[0.88, 0.90012, 0.90044]])
    assert found.best(0) == (1, Rank(Method.SEMANTIC, 0.9))
    assert Ranking(Method.TOKENS, how, [[]]).best(0) is None


def test_the_setting_on_needs_the_model(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ranking, "installed", lambda: False)
    assert [ranker(each).semantic for each in ("off", "auto")] == [Semantic.OFF, Semantic.AUTO]
    with pytest.raises(UsageError) as caught:
        ranker("on")
    assert caught.value.lines("zh") == [
        "没有安装语义模型，--semantic on 不能用",
        "  用 pip install 'checker[semantic]' 安装（约 91 MB，支持 Linux 和 macOS），或者改用 --semantic auto",
    ]
