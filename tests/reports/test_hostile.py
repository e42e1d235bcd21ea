"""A draft that holds scripts: in its title, headings, tables, quotes and file name, none of them runs.

What the page is made of is looked at by a parser, and once more by a real browser: without the content security policy,
so that nothing but the escaping keeps the scripts from running.
"""

from __future__ import annotations

import re
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from checker.errors import ReadError
from checker.model import Basis, Block, BlockKind, Document, Evidence, Fact, Heading, Report, Role, State
from checker.reports.failure import Failure
from checker.reports.html import render
from checker.texts import Text

from .page import Page
from .payloads import PAYLOADS
from .samples import BLOCKED, CAUSES, COPIED, PACK

BROWSER = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
_ELEMENTS = """
html head meta title style body svg symbol path use rect article section header footer aside nav div
p h1 h2 h3 h4 span small b a code mark ul ol li dl dt dd table caption thead tbody tr th td figure
figcaption blockquote details summary br
"""
ELEMENTS = frozenset(_ELEMENTS.split())
_ATTRIBUTES = """
lang charset name content http-equiv class id href title open width height viewbox
preserveaspectratio d fill stroke stroke-width stroke-linecap scope colspan tabindex aria-hidden
aria-label
"""
ATTRIBUTES = frozenset(_ATTRIBUTES.split())


def hostile(payload: str) -> Report:
    """Return a report that says *payload* wherever a report says anything."""
    words = Text(payload, payload)
    parts = [payload, f"一、{payload}", f"{payload}\t{payload}\n38\t{payload}", f"全年{payload}共9件，其中{payload}6件"]
    kinds = [BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.TABLE, BlockKind.LIST_ITEM]
    text, made = "", []
    for number, (part, kind) in enumerate(zip(parts, kinds, strict=True), start=1):
        made.append(Block(kind, len(text), len(text) + len(part), number))
        text += part + "\n"
    document = Document(f"{payload}.txt", payload, payload, text, tuple(made), notes=(words,), unread_pages=(1,))
    middle = len(payload) // 2
    evidence = [
        Evidence(text[start:end], start, end, 1, 1, None, 1, (payload, payload), role)
        for block in made
        for role in Role
        # A mark from the middle of one payload to the middle of another tears both apart.
        for start, end in [(block.start, block.end), (block.start + middle, block.end - middle // 2)]
    ]
    fact = Fact(payload, payload, evidence[0], words)
    outcome = replace(
        CAUSES,
        rule=payload,
        name=words,
        group=payload,
        message=words,
        advice=words,
        why=Text(f"{payload}：1+2=3", f"{payload}: 1+2=3"),
        fingerprint=payload,
        evidence=tuple(evidence),
        basis=(Basis(payload, payload, False, payload),),
        related=(payload, payload),
    )
    profile = replace(
        BLOCKED.profile,
        kind_reason=words,
        looks_like=words,
        title=fact,
        issuer=replace(fact, evidence=evidence[2]),
        level=replace(fact, evidence=evidence[4]),
        report_year=fact,
        dates=tuple(replace(date, role=payload, iso=None, evidence=evidence[6]) for date in BLOCKED.profile.dates * 2),
    )
    group = replace(BLOCKED.score.groups[1], id=payload, name=words)
    return replace(
        BLOCKED,
        document=document,
        profile=profile,
        outline=(Heading(1, payload, payload, 0), Heading(2, "一、", payload, made[1].start)),
        pack=replace(PACK, id=payload, version=payload, sha256=payload),
        verdict=replace(BLOCKED.verdict, reason=words),
        score=replace(BLOCKED.score, groups=(group,)),
        outcomes=(
            *(replace(outcome, state=state) for state in State),
            replace(COPIED, name=words, evidence=outcome.evidence),
        ),
        notes=(words,),
        tool_version=payload,
    )


def failing(payload: str) -> Failure:
    words = Text(payload, payload)
    return Failure(f"{payload}.txt", ReadError(words, where=payload, hint=words), PACK, payload)


def test_there_are_fifty_payloads_and_no_two_are_the_same() -> None:
    assert (len(PAYLOADS), len(set(PAYLOADS))) == (50, 50)


@pytest.mark.parametrize("payload", PAYLOADS)
def test_a_parser_finds_nothing_on_the_page_that_the_program_did_not_write(payload: str) -> None:
    page = Page(render([hostile(payload), failing(payload)], "zh", several=True))
    assert {tag for tag, _ in page.tags} <= ELEMENTS
    assert {name for _, attributes in page.tags for name in attributes} <= ATTRIBUTES
    assert all(re.fullmatch(r"#[a-z0-9-]+", link) for link in page.links)
    assert len(page.ids) == len(set(page.ids))


def loaded(page: Path, tmp_path: Path) -> str:
    """Return the document that a browser has made of *page* once its scripts have had their time."""
    assert BROWSER is not None
    command = [BROWSER, "--headless=new", "--no-sandbox", "--disable-gpu", f"--user-data-dir={tmp_path / 'profile'}"]
    command += ["--virtual-time-budget=3000", "--dump-dom", page.as_uri()]
    done = subprocess.run(command, capture_output=True, timeout=120, check=True)
    return done.stdout.decode("utf-8", "replace")


def has_run(dom: str) -> bool:
    return re.search(r"<html[^>]*\sdata-ran=", dom) is not None


needs_browser = pytest.mark.skipif(BROWSER is None, reason="no Chromium is installed")


@pytest.mark.slow
@needs_browser
def test_a_browser_runs_none_of_them(tmp_path: Path) -> None:
    results = [each for payload in PAYLOADS for each in (hostile(payload), failing(payload))]
    whole = render(results, "zh", several=True)
    unguarded = re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", whole)
    assert unguarded != whole
    page = tmp_path / "page.html"
    page.write_text(unguarded, encoding="utf-8", errors="backslashreplace")
    dom = loaded(page, tmp_path)
    assert "</footer>" in dom
    assert not has_run(dom)


@pytest.mark.slow
@needs_browser
def test_the_browser_would_run_them_if_they_were_not_escaped_and_the_policy_alone_would_stop_them(
    tmp_path: Path,
) -> None:
    page = tmp_path / "page.html"
    bare = "".join(f"<div>{payload}</div>" for payload in PAYLOADS[16:23])
    page.write_text(f"<!DOCTYPE html><html><body>{bare}</body></html>", encoding="utf-8")
    assert has_run(loaded(page, tmp_path))
    whole = render([hostile("甲")], "zh")
    page.write_text(whole.replace("</body>", f"{bare}</body>"), encoding="utf-8")
    assert not has_run(loaded(page, tmp_path))
