"""A pack that judges one aspect only never says more than that, in any format and in packs that extend it."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from checker.api import load_pack
from checker.cli import main
from checker.model import Kind, Outcome, Severity, State, Verdict, VerdictCode, Wording
from checker.outputs import WORD
from checker.reports.formats import FORMATS
from checker.reports.json import schema
from checker.texts import Text
from checker.verdict import decide

from .drafting.filled import filled_word
from .test_gongwen import draft

SEED = Path(__file__).parent.parent / "seeds" / "street_2025.docx"
READY, SCOPE = "版式符合要求", "本结论只就版面而言，没有检查内容。"
MORE_THAN_JUDGED = ("可报送", "READY")


@pytest.fixture
def conforming(tmp_path: Path) -> Path:
    path = tmp_path / "good.docx"
    path.write_bytes(filled_word(draft("street")))
    return path


def same(words: str) -> Text:
    return Text(words, words)


WORDING = Wording(same("只看版面。"), same("版面合格"), blocked=same("版面不合格"))


@pytest.mark.parametrize(
    ("state", "severity", "code", "name"),
    [
        (State.PASS, Severity.SHOULD, VerdictCode.READY, "版面合格"),
        (State.FAIL, Severity.SHOULD, VerdictCode.REVISE, "需修改"),
        (State.FAIL, Severity.MUST, VerdictCode.BLOCKED, "版面不合格"),
        (State.CANNOT_TELL, Severity.MUST, VerdictCode.CANNOT_JUDGE, "无法判定"),
    ],
)
def test_the_code_stays_and_the_words_are_the_packs(
    state: State, severity: Severity, code: VerdictCode, name: str
) -> None:
    empty = Text("", "")
    outcome = Outcome("R-1", same("甲"), state, severity, "body", 1.0, empty, empty, empty, "f" * 16)
    usual = decide(Kind.ANNUAL_REPORT, None, [outcome])
    worded = decide(Kind.ANNUAL_REPORT, None, [outcome], wording=WORDING)
    assert (usual.code, worded.code, worded.name.zh) == (code, code, name)
    judged = code is not VerdictCode.CANNOT_JUDGE
    assert worded.reason.zh == (f"{usual.reason.zh}只看版面。" if judged else usual.reason.zh)
    assert worded.scope == (WORDING.scope if judged else None)


def test_another_kind_of_document_is_called_what_it_is() -> None:
    usual = decide(Kind.OTHER, None, [])
    assert decide(Kind.OTHER, None, [], wording=WORDING) == usual == Verdict(usual.code, usual.reason)


def texts_of(data: bytes) -> str:
    """Return what is written in a file, in its parts where it is an archive."""
    if not data.startswith(b"PK"):
        return data.decode("utf-8")
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return "\n".join(archive.read(name).decode("utf-8", "replace") for name in archive.namelist())


@pytest.mark.parametrize("name", [*FORMATS, WORD])
def test_no_format_says_that_it_may_be_submitted(name: str, conforming: Path, tmp_path: Path) -> None:
    output = tmp_path / "out"
    assert main(["check", str(conforming), "--pack", "gongwen", "-f", name, "-o", str(output)]) == 0
    told = texts_of(output.read_bytes())
    assert [words for words in MORE_THAN_JUDGED if words in told] == []
    if name not in ("github", "rdjson", "line"):  # these list findings only
        assert SCOPE in told


@pytest.mark.parametrize("name", ["text", "html", "markdown", "xlsx", "json", WORD])
def test_formats_for_people_show_the_packs_word(name: str, conforming: Path, tmp_path: Path) -> None:
    output = tmp_path / "out"
    main(["check", str(conforming), "--pack", "gongwen", "-f", name, "-o", str(output)])
    assert READY in texts_of(output.read_bytes())


def test_many_files_are_listed_in_those_words(conforming: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(conforming), str(SEED), "--pack", "gongwen", "--fail-on", "should"]) == 1
    told = capfd.readouterr().out
    assert "共 2 份：√ 版式符合要求 1 · ▲ 版式需调整 1" in told
    assert "可报送" not in told


def test_the_json_report_keeps_its_code_and_says_what_was_judged(
    conforming: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    main(["check", str(conforming), "--pack", "gongwen", "--format", "json"])
    report = json.loads(capfd.readouterr().out)
    Draft202012Validator(schema()).validate(report)
    assert report["verdict"] == {
        "code": "ready",
        "reason": f"没有发现需要处理的问题。{SCOPE}",
        "label": READY,
        "scope": SCOPE,
    }


def test_a_pack_that_judges_whole_reports_has_no_words_of_its_own(capfd: pytest.CaptureFixture[str]) -> None:
    main(["check", str(SEED), "--format", "json"])
    assert set(json.loads(capfd.readouterr().out)["verdict"]) == {"code", "reason"}


def test_the_letter_and_the_comparison_use_them_too(
    conforming: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    letter = tmp_path / "letter.txt"
    main(["letter", str(SEED), "--pack", "gongwen", "-o", str(letter)])
    assert "结论为“版式需调整”" in letter.read_text(encoding="utf-8")
    main(["compare", str(SEED), str(conforming), "--pack", "gongwen"])
    assert capfd.readouterr().out.splitlines()[:2] == [
        f"旧稿 {SEED}：版式需调整",
        f"新稿 {conforming}：版式符合要求",
    ]


LOCAL = "id: local\nversion: '1'\nname: {zh: 本地, en: Local}\nextends: gongwen\n"
OWN = "verdict: {scope: {zh: 只看版面和本地要求。, en: Layout and local.}, ready: {zh: 两项都合格, en: BOTH FINE}}\n"


@pytest.mark.parametrize(
    ("own", "name", "scope"), [("", READY, SCOPE), (OWN, "两项都合格", "只看版面和本地要求。")], ids=["inherits", "own"]
)
def test_a_pack_that_extends_one_says_no_more_unless_it_says_what_it_judges(
    own: str, name: str, scope: str, tmp_path: Path
) -> None:
    home = tmp_path / "local"
    home.mkdir()
    (home / "pack.yaml").write_text(LOCAL + own, encoding="utf-8")
    wording = load_pack(home, cache=False).wording
    assert wording is not None
    assert (wording.ready.zh, wording.scope.zh) == (name, scope)


def test_a_pack_that_adds_to_whole_reports_judges_whole_reports() -> None:
    assert [load_pack(name).wording for name in ("fazhi", "lanjiang")] == [None, None]


@pytest.mark.parametrize(
    "broken", ["verdict: {ready: {zh: 好, en: Fine}}\n", "verdict: {scope: {zh: 只看甲。, en: Only A.}}\n"]
)
def test_words_without_what_they_are_about_are_a_mistake(
    broken: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    home = tmp_path / "local"
    home.mkdir()
    (home / "pack.yaml").write_text(LOCAL + broken, encoding="utf-8")
    assert main(["check", str(SEED), "--pack", str(home)]) == 2
    assert "pack.yaml:5:" in capfd.readouterr().err


def test_the_pack_shows_its_words(capfd: pytest.CaptureFixture[str]) -> None:
    main(["packs", "show", "gongwen"])
    told = capfd.readouterr().out
    assert f"结论        {SCOPE}" in told
    assert "版式符合要求、版式需调整、版式不符合要求" in told
