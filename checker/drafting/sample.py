"""A short text set in Word as a template's draft is, but for what is asked to be otherwise: for trying rules on it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from checker.drafting.package import Form, Paragraph, word_document
from checker.frozen import replace
from checker.model import Page, Setting
from checker.rule import Draft, ExampleLayout

# How a text shows what its lines are. The first line is the title.
_ROLES = (
    ("heading1", re.compile(r"[一二三四五六七八九十]+、")),
    ("heading2", re.compile(r"（[一二三四五六七八九十]+）")),
    ("heading3", re.compile(r"\d+\.(?!\d)")),
    ("heading4", re.compile(r"（\d+）")),
    ("attachment", re.compile(r"附件[：\d]")),
    ("date", re.compile(r"\d{4}年\d{1,2}月\d{1,2}日$")),
    ("addressee", re.compile(r"[^。；]{2,30}：$")),
)
_LONGEST_SIGNATURE = 30
_NO_DRAFT = Draft((), Page(), {"body": Setting()})


def word_sample(text: str, draft: Draft | None, otherwise: ExampleLayout) -> bytes:
    """Return *text*, a paragraph a line, as a .docx set like *draft* but for what is *otherwise*."""
    usual = draft or _NO_DRAFT
    paragraphs = _paragraphs([line for line in text.split("\n") if line.strip()])
    number = usual.page_number if otherwise.page_number is None else otherwise.page_number
    form = Form(replace(usual.page, **otherwise.page), _settings(usual, otherwise.settings), number)
    return word_document(paragraphs, form, "checker")


def _settings(draft: Draft, otherwise: Mapping[str, Mapping[str, Any]]) -> dict[str, Setting]:
    settings = dict(draft.settings)
    for role, values in otherwise.items():
        settings[role] = replace(settings.get(role, settings["body"]), **values)
    return settings


def _paragraphs(lines: list[str]) -> list[Paragraph]:
    paragraphs = [Paragraph("title" if index == 0 else _role(line), line) for index, line in enumerate(lines)]
    for index in range(len(paragraphs) - 1, 0, -1):
        before, line = paragraphs[index - 1], paragraphs[index]
        is_short = before.role == "body" and len(before.text) <= _LONGEST_SIGNATURE and before.text[-1] not in "。；："
        if line.role == "date" and is_short:
            paragraphs[index - 1] = replace(before, role="signature")
    return paragraphs


def _role(line: str) -> str:
    return next((role for role, shape in _ROLES if shape.match(line)), "body")
