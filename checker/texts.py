"""The catalogue: every sentence a user may see, in Chinese and in English.

A sentence is a :class:`Text`. Those written by the program stand in :data:`CATALOGUE`, keyed ``room.what``;
those written by rule authors come from YAML as the same type. Nothing else in ``checker`` holds user-facing prose.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Language = Literal["zh", "en"]


@dataclass(frozen=True, slots=True)
class Text:
    """One sentence in both languages."""

    zh: str
    en: str

    def of(self, language: Language) -> str:
        """Return the sentence in *language*."""
        return self.zh if language == "zh" else self.en

    def filled(self, **values: object) -> Text:
        """Return the sentence with each ``{name}`` replaced; a value that is a :class:`Text` is taken by language.

        Braces inside values are left alone, because values come from documents. Raises KeyError for a missing name.
        """
        return Text(
            self.zh.format_map({key: value.zh if isinstance(value, Text) else value for key, value in values.items()}),
            self.en.format_map({key: value.en if isinstance(value, Text) else value for key, value in values.items()}),
        )


def text(key: str, **values: object) -> Text:
    """Return the catalogue's sentence *key*, filled with *values*. Raises KeyError for an unknown key."""
    zh, en = CATALOGUE[key]
    return Text(zh, en).filled(**values) if values else Text(zh, en)


CATALOGUE: dict[str, tuple[str, str]] = {
    # matching
    "phrase.gap": ("间隔“…{length}”应在 1 到 200 之间", "a gap of {length} is not between 1 and 200"),
    "phrase.circle": ("词组互相引用成环：{names}", "concepts refer to each other in a circle: {names}"),
    "phrase.unknown": ("没有名为“{name}”的词组", "there is no concept {name!r}"),
    "phrase.bad": ("写法无法使用：{reason}", "the pattern cannot be used: {reason}"),
    # verdict
    "verdict.ready": ("没有发现需要处理的问题。", "Nothing was found that asks for action."),
    "verdict.ready_manual": (
        "没有发现需要处理的问题，另有 {count} 项须人工确认。",
        "Nothing was found that asks for action; items that a person must confirm: {count}.",
    ),
    "verdict.other": (
        "文档看来是{looks_like}，不是年度报告。",
        "The document looks like {looks_like}, not like an annual report.",
    ),
    "verdict.other_unknown": (
        "标题、开头和正文都看不出这是一份年度报告。",
        "Neither title, opening nor body shows that this is an annual report.",
    ),
    "verdict.nothing_judged": (
        "没有一条必须项或建议项得出结果，不能据此认定合格。",
        "No required or recommended item could be judged, which is no pass.",
    ),
    "verdict.first": ("{severity}“{name}”{state}（{rule}）", "{severity} “{name}” {state} ({rule})"),
    "verdict.first_must": ("必须项", "Required item"),
    "verdict.first_should": ("建议项", "Recommended item"),
    "verdict.first_fail": ("未通过", "is not met"),
    "verdict.first_partial": ("只部分达到", "is only partly met"),
    "verdict.first_cannot_tell": ("无法判定", "could not be judged"),
    "verdict.alone": ("{first}。", "{first}."),
    "verdict.more_blocked": (
        "{first}，另有 {count} 项必须项未通过。",
        "{first}; further required items not met: {count}.",
    ),
    "verdict.more_cannot_judge": (
        "{first}，另有 {count} 项必须项无法判定。",
        "{first}; further required items that could not be judged: {count}.",
    ),
    "verdict.more_revise": ("{first}，另有 {count} 项需要处理。", "{first}; further items to act on: {count}."),
    "verdict.work_summary": (
        "本文题为工作总结而不是年度报告，已按年度报告的要求检查。",
        "This is titled a work summary, not an annual report; it was checked as an annual report.",
    ),
    # structure
    "kind.annual_report.title": ("标题“{title}”是年度报告的标题", "the title “{title}” is that of an annual report"),
    "kind.work_summary.title": ("标题“{title}”是工作总结的标题", "the title “{title}” is that of a work summary"),
    "kind.opening": ("没有标题，开头写明“{quote}”", "no title; the opening says “{quote}”"),
    "kind.other.title": ("标题“{title}”不是年度报告的标题", "the title “{title}” is not that of an annual report"),
    "kind.other.opening": ("开头“{quote}”不是年度报告的写法", "the opening “{quote}” is not that of an annual report"),
    "kind.none": ("没有找到年度报告的标题或开头", "no title or opening of an annual report was found"),
    # checks
    "content.found": (
        "{section}：{how}，有 {points} 处实质内容",
        "{section}: {how}, with {points} substantive statements",
    ),
    "content.thin": (
        "{section}内容单薄：{how}，只有 {points} 处实质内容、{characters} 字",
        "{section} is thin: {how}, with {points} substantive statements in {characters} characters",
    ),
    "content.missing": ("没有找到{section}", "{section} was not found"),
    "content.hollow": ("标题“{title}”下没有{section}的实质内容", "nothing of substance stands under the heading “{title}” ({section})"),
    "content.too_little": ("{section}只是一带而过，没有实质内容", "{section} is only touched on, without substance"),
    "content.optional": ("没有{section}，本项可以没有", "there is no {section}, which need not be there"),
    "content.how.chapter": ("独立成章", "a chapter of its own"),
    "content.how.part": ("写在其他章内的小节", "a part of another chapter"),
    "content.how.themes": ("按主题分章叙述", "told in chapters by theme"),
    "content.how.passage": ("没有标题，在正文段落中", "a passage without a heading"),
    "content.how.sentence": ("没有标题，在正文语句中", "sentences without a heading"),
    "content.why.nothing": ("标题、正文段落和语句中都没有找到", "looked for in headings, passages and sentences; nothing was found"),
    "content.why.found": (
        "计入 {points} 处、{characters} 字，依据的词语：{words}",
        "{points} statements in {characters} characters counted, by the words: {words}",
    ),
    "title.complete": ("标题要素齐全", "the title has all its parts"),
    "title.lacks": ("标题缺少：{parts}", "the title lacks: {parts}"),
    "title.none": ("没有找到报告标题", "no title of a report was found"),
    "title.why": ("标题应有：{parts}", "a title must have: {parts}"),
    "years.none": ("看不出报告年度，请用 --year 指定", "the report year cannot be told; give it with --year"),
    "years.differ": ("报告年度是 {year} 年，文中又写作 {others} 年", "the report year is {year}, but the text says {others}"),
    "years.agree": ("标题与正文都是 {year} 年", "title and text agree on {year}"),
    "years.once": ("正文写明 {year} 年", "the text says {year}"),
    "years.why": ("比对标题、开头语和首章标题中的报告年度", "compares the report year in title, opening sentence and first chapter heading"),
    "target_year.why": ("比对该部分标题和语句中写明的年份", "compares the years named in the headings and sentences of that part"),
    "target_year.no_section": ("没有{section}，无从比对年份", "there is no {section} whose year could be compared"),
    "target_year.wrong": ("{section}写的是 {found} 年，应为 {due} 年", "{section} speaks of {found}, but should speak of {due}"),
    "target_year.right": ("{section}写明 {due} 年", "{section} speaks of {due}"),
    "target_year.unstated": ("{section}没有写错年份（应为 {due} 年）", "{section} names no wrong year ({due} is due)"),
    "date.published": ("发布日期", "date of publication"),
    "date.signed": ("成文日期", "date of signature"),
    "date.why": ("看{date}", "looks at the {date}"),
    "date.asked": ("期限：{limits}", "limit: {limits}"),
    "date.none": ("文中没有{date}，请人工核对", "the document shows no {date}; a person must check it"),
    "date.damaged": ("{date}“{quote}”缺字，无法判定", "the {date} “{quote}” has lost characters and cannot be read"),
    "date.late": ("{date} {day} 不早于期限 {limit}", "{date} {day} is not before the limit {limit}"),
    "date.early": ("{date} {day} 不晚于 {limit}", "{date} {day} is not after {limit}"),
    "date.kept": ("{date} {day} 符合期限", "{date} {day} keeps the limit"),
    # engine
    "engine.level": ("本项不适用于{level}", "does not apply to this level: {level}"),
    "engine.since": ("本项适用于 {year} 年度及以后的报告", "applies to reports of {year} and later"),
    "engine.until": ("本项适用于 {year} 年度及以前的报告", "applies to reports of {year} and earlier"),
    "engine.level_unknown": (
        "{finding}；但看不出报告单位的层级，不知本项是否适用，请用 --level 指定",
        "{finding}; but the issuer's level cannot be told, so it is open whether this applies; give it with --level",
    ),
    "engine.year_unknown": (
        "{finding}；但看不出报告年度，不知本项是否适用，请用 --year 指定",
        "{finding}; but the report year cannot be told, so it is open whether this applies; give it with --year",
    ),
    "engine.other": ("文档不是年度报告，没有检查本项", "the document is no annual report; this was not checked"),
    # api
    "note.no_level": ("没有看出报告单位的层级", "the issuer's level could not be told"),
    "note.no_year": ("没有看出报告年度", "the report year could not be told"),
}
