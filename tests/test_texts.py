"""Every sentence that a user may see stands in the catalogue, in both languages, and is asked for by its name."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest

from checker.texts import CATALOGUE, Text, text

PACKAGE = Path(__file__).resolve().parent.parent / "checker"
CHINESE = re.compile(r"[\u3400-\u9fff]")

# These hold Chinese that nobody is shown: characters and shapes of words that are recognised or normalised.
DATA = (
    "structure/",
    "matching/",
    "reading/",
    "checks/years.py",
    "checks/target_year.py",
    "drafting/sample.py",
    "rulebook/validate.py",
    "authoring/mutants/",
    "authoring/patterns.py",
    "reports/equations.py",
    "catalogue/",
)
MODULES = sorted(path for path in PACKAGE.rglob("*.py"))


def named(path: Path) -> str:
    return path.relative_to(PACKAGE).as_posix()


def strings(tree: ast.AST) -> Iterator[ast.Constant]:
    """Yield the string literals of a module that are no docstrings."""
    prose = set()
    for node in ast.walk(tree):
        body = getattr(node, "body", None)
        if isinstance(body, list):
            prose |= {id(entry.value) for entry in body if isinstance(entry, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in prose:
            yield node


@pytest.mark.parametrize("path", [path for path in MODULES if not named(path).startswith(DATA)], ids=named)
def test_no_module_speaks_chinese_by_itself(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    assert [f"line {node.lineno}: {node.value}" for node in strings(tree) if CHINESE.search(node.value)] == []


def asked_for() -> Iterator[tuple[str, str]]:
    for path in MODULES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Name)
                and node.func.id == "text"
                and node.args
                and isinstance(node.args[0], ast.Constant)
            ):
                yield f"{named(path)}:{node.lineno}", node.args[0].value


def test_every_sentence_that_is_asked_for_exists() -> None:
    asked = list(asked_for())
    assert len(asked) > 50
    assert [(place, key) for place, key in asked if key not in CATALOGUE] == []


def test_both_languages_are_filled_with_the_same_values() -> None:
    def fields(sentence: str) -> set[str]:
        return {name for _, name, _, _ in Formatter().parse(sentence) if name is not None}

    assert [key for key, (zh, en) in CATALOGUE.items() if fields(zh) != fields(en)] == []


def test_english_holds_no_chinese() -> None:
    """But words of the documents themselves, which stand in quotes or parentheses."""
    spoken = {key: re.sub(r"“[^”]*”|\([^)]*\)|\{[^}]*\}", "", en) for key, (_, en) in CATALOGUE.items()}
    assert {key: en for key, en in spoken.items() if CHINESE.search(en)} == {}


def test_values_are_filled_in_by_language_and_braces_in_them_stay() -> None:
    sentence = Text("“{name}”{what}", "“{name}” {what}").filled(name="{what}", what=Text("不全", "is incomplete"))
    assert sentence == Text("“{what}”不全", "“{what}” is incomplete")


def test_an_unknown_sentence_is_an_error() -> None:
    with pytest.raises(KeyError):
        text("no.such")
