"""A small template, rules and analyses for the tests of check kinds: nothing depends on the packs that are shipped."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from checker.matching.ranking import BY_TOKENS, Ranker
from checker.model import Answer, Document, Evidence, Severity
from checker.reading import read_bytes
from checker.rule import Level, Recognition, Rule, Section, Template
from checker.structure.analyse import analyse
from checker.structure.analysis import Analysis
from checker.texts import Text
from checker.vocabulary import Concept, Vocabulary

Phrases = Sequence[str] | Concept

WORDS: dict[str, Phrases] = {
    "matter": ["法治政府建设"],
    "h_results": ["主要举措和成效", "工作情况"],
    "h_shortcomings": ["存在的?(问题|不足)"],
    "h_duties": ["第一责任人"],
    "h_plan": ["下一步|主要安排"],
    "o_plan": ["下一步,…将"],
    "done": [r"已|全年|\d+(件|次|场|期|个|名)|开展|主持"],
    "future": ["将|要进一步|计划"],
    "deficiency": ["不够|不足|薄弱|有待|单一|滞后"],
    "measure": ["加强|完善|健全|开展|推进|制定|配齐|提升|规范|落实"],
    "leader": ["主要负责人|镇长|党委书记"],
    "duty_act": ["主持|听取|批示|督办|述法"],
    "street_places": ["柳浦街道"],
}


def text(words: str) -> Text:
    return Text(words, words)


def template_with(words: Mapping[str, Phrases] | None = None) -> Template:
    """Return a template with four sections and the concepts *words* beside those of :data:`WORDS`."""
    concepts = {
        name: value if isinstance(value, Concept) else Concept(name, tuple(value))
        for name, value in {**WORDS, **(words or {})}.items()
    }
    return Template(
        id="sample",
        name=text("样本"),
        version="1",
        recognition=Recognition(
            titles={"annual_report": (".{0,40}<matter>.{0,20}报告",), "work_summary": (".{0,40}<matter>.{0,20}总结",)},
            openings={"annual_report": (), "work_summary": ()},
            not_titles=(),
            subject="matter",
            organs=("人民政府",),
            unranked=(),
        ),
        levels=(
            Level("county", text("县级"), endings=("县",)),
            Level("township", text("乡镇"), endings=("镇", "乡")),
            Level("street", text("街道"), endings=("街道",)),
        ),
        sections=(
            Section(
                "results",
                text("成效"),
                1,
                headings="h_results",
                takes_unclaimed=True,
                statements="done",
                unless="future",
                not_in=("shortcomings", "plan", "duties"),
            ),
            Section("shortcomings", text("不足"), 1, headings="h_shortcomings", statements="deficiency"),
            Section(
                "duties",
                text("履职"),
                1,
                headings="h_duties",
                actors="leader",
                statements="duty_act",
                unless="future",
                not_in=("shortcomings", "plan"),
            ),
            Section("plan", text("安排"), 1, headings="h_plan", openers="o_plan", tail=True, statements="measure"),
        ),
        groups=(),
        vocabulary=Vocabulary(concepts),
    )


def document_of(content: str, path: str = "draft.txt") -> Document:
    return read_bytes(content.encode(), path)


def analysis_of(
    content: str,
    words: Mapping[str, Phrases] | None = None,
    *,
    level: str | None = None,
    year: int | None = None,
    previous: str | None = None,
    answers: tuple[Answer, ...] = (),
    path: str = "draft.txt",
    ranker: Ranker = BY_TOKENS,
) -> Analysis:
    """Return the analysis of a text file with *content*, with the concepts *words* beside the sample's own."""
    return analyse(
        document_of(content, path),
        template_with(words),
        level=level,
        year=year,
        previous=None if previous is None else document_of(previous, "last.txt"),
        answers=answers,
        ranker=ranker,
    )


def rule_of(kind: str, name: str = "某事", **parameters: Any) -> Rule:
    """Return a rule of *kind*; its parameters are those given."""
    return Rule(
        id="T-ONE",
        name=text(name),
        severity=Severity.SHOULD,
        kind=kind,
        parameters=parameters,
        group="results",
        weight=1,
        advice=text("照办。"),
    )


def quotes(evidence: Sequence[Evidence]) -> list[tuple[str, str]]:
    """Return role and quote of each piece of evidence."""
    return [(item.role.value, item.quote) for item in evidence]
