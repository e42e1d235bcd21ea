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
    "content.hollow": (
        "标题“{title}”下没有{section}的实质内容",
        "nothing of substance stands under the heading “{title}” ({section})",
    ),
    "content.too_little": ("{section}只是一带而过，没有实质内容", "{section} is only touched on, without substance"),
    "content.optional": ("没有{section}，本项可以没有", "there is no {section}, which need not be there"),
    "content.how.chapter": ("独立成章", "a chapter of its own"),
    "content.how.part": ("写在其他章内的小节", "a part of another chapter"),
    "content.how.themes": ("按主题分章叙述", "told in chapters by theme"),
    "content.how.passage": ("没有标题，在正文段落中", "a passage without a heading"),
    "content.how.sentence": ("没有标题，在正文语句中", "sentences without a heading"),
    "content.why.nothing": (
        "标题、正文段落和语句中都没有找到",
        "looked for in headings, passages and sentences; nothing was found",
    ),
    "content.why.found": (
        "计入 {points} 处、{characters} 字，依据的词语：{words}",
        "{points} statements in {characters} characters counted, by the words: {words}",
    ),
    "title.complete": ("标题要素齐全", "the title has all its parts"),
    "title.lacks": ("标题缺少：{parts}", "the title lacks: {parts}"),
    "title.none": ("没有找到报告标题", "no title of a report was found"),
    "title.why": ("标题应有：{parts}", "a title must have: {parts}"),
    "years.none": ("看不出报告年度，请用 --year 指定", "the report year cannot be told; give it with --year"),
    "years.differ": (
        "报告年度是 {year} 年，文中又写作 {others} 年",
        "the report year is {year}, but the text says {others}",
    ),
    "years.agree": ("标题与正文都是 {year} 年", "title and text agree on {year}"),
    "years.once": ("正文写明 {year} 年", "the text says {year}"),
    "years.why": (
        "比对标题、开头语和首章标题中的报告年度",
        "compares the report year in title, opening sentence and first chapter heading",
    ),
    "target_year.why": (
        "比对该部分标题和语句中写明的年份",
        "compares the years named in the headings and sentences of that part",
    ),
    "target_year.no_section": ("没有{section}，无从比对年份", "there is no {section} whose year could be compared"),
    "target_year.wrong": (
        "{section}写的是 {found} 年，应为 {due} 年",
        "{section} speaks of {found}, but should speak of {due}",
    ),
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
    # reports
    "summary.files": ("共 {count} 份：", "Files: {count} · "),
    "summary.verdict": ("结论", "verdict"),
    "summary.coverage": ("覆盖", "cover"),
    "summary.minimum": ("最弱", "weakest"),
    "summary.must": ("必须", "must"),
    "summary.should": ("建议", "should"),
    "summary.file": ("文件", "file"),
    "report.verdict_ready": ("可报送", "READY"),
    "report.verdict_revise": ("需修改", "REVISE"),
    "report.verdict_blocked": ("不可报送", "BLOCKED"),
    "report.verdict_not_a_report": ("不是年度报告", "NOT A REPORT"),
    "report.verdict_cannot_judge": ("无法判定", "CANNOT JUDGE"),
    "report.severity_must": ("必须", "must"),
    "report.severity_should": ("建议", "should"),
    "report.severity_info": ("信息", "info"),
    "report.untitled": ("（没有找到标题）", "(no title found)"),
    "report.source": ("{path} · 规则包 {pack}", "{path} · pack {pack}"),
    "report.issuer": ("单位 {value}（{source}）", "issuer {value} ({source})"),
    "report.issuer_unknown": ("单位未识别", "issuer unknown"),
    "report.level": ("层级 {value}（{source}）", "level {value} ({source})"),
    "report.level_unknown": ("层级未识别", "level unknown"),
    "report.year": ("年度 {value}（{source}）", "year {value} ({source})"),
    "report.year_unknown": ("年度未识别", "year unknown"),
    "report.date": ("{role} {iso}（{place}）", "{role} {iso} ({place})"),
    "report.date_incomplete": ("{role}“{quote}”数字不全", "{role} “{quote}”, digits lost"),
    "report.date_unknown": ("日期未识别", "date unknown"),
    "report.date_signed": ("成文", "signed"),
    "report.date_published": ("发布", "published"),
    "report.source_title": ("标题", "title"),
    "report.source_addressee": ("主送机关", "addressee"),
    "report.source_opening": ("开头", "opening"),
    "report.source_heading": ("章节标题", "heading"),
    "report.source_signature": ("落款", "signature"),
    "report.source_metadata": ("文件属性", "metadata"),
    "report.source_body": ("正文", "body"),
    "report.source_option": ("命令行指定", "given on the command line"),
    "report.page": ("第{number}页", "page {number}"),
    "report.pages": ("第{first}至{last}页", "pages {first} to {last}"),
    "report.paragraph": ("第{number}段", "paragraph {number}"),
    "report.paragraphs": ("第{first}至{last}段", "paragraphs {first} to {last}"),
    "report.line": ("第{number}行", "line {number}"),
    "report.column": ("第{number}列", "column {number}"),
    "report.place_joiner": (" ", ", "),
    "report.unverified": ("（待核）", " (unverified)"),
    "report.total": ("合计", "total"),
    "report.weakest": ("最弱", "weakest"),
    "report.weakest_is": ("最弱 {figure}", "weakest {figure}"),
    "report.not_scored": ("未计分", "not scored"),
    "report.findings": (
        "须处理 {count} 项：必须 {must} · 建议 {should}",
        "To act on: {count} (must {must}, should {should})",
    ),
    "report.quote": ("原文", "quote"),
    "report.quoted": ("“{quote}”", "“{quote}”"),
    "report.nearest": ("最接近", "nearest"),
    "report.more_places": ("另有 {count} 处", "further places: {count}"),
    "report.basis": ("依据", "basis"),
    "report.advice": ("建议", "advice"),
    "report.why": ("判断", "why"),
    "report.remark": ("信息", "remark"),
    "report.remarked": ("{name}（{rule}）：{message}", "{name} ({rule}): {message}"),
    "report.manual": ("人工确认", "to confirm"),
    "report.waived": ("已豁免", "waived"),
    "report.not_applicable": ("不适用", "not applicable"),
    "report.passed": ("已通过", "passed"),
    "report.passed_group": ("{name} {count}", "{name} {count}"),
    "report.passed_group_at": ("{name} {count}（{where}）", "{name} {count} ({where})"),
    "report.rule_named": ("{name}（{rule}）", "{name} ({rule})"),
    "report.counted": ("{count} 项：", "{count}: "),
    "report.joiner": ("、", ", "),
    "report.notes": ("说明", "notes"),
    "report.outline": ("读到的大纲（{count} 个标题）", "Outline as read ({count} headings)"),
    # rulebook: what is wrong with a pack
    "pack.broken": ("规则包不能使用：共 {count} 处错误", "the rule pack cannot be used; mistakes: {count}"),
    "problems.error": ("错误", "error"),
    "problems.hint": ("提示：{hint}", "hint: {hint}"),
    "rulebook.no-pack": ("没有名为“{name}”的规则包", "there is no rule pack “{name}”"),
    "rulebook.no-pack.hint": (
        "现有规则包：{names}；也可以写规则包文件夹的路径。",
        "Packs: {names}. The path of a pack's folder will do as well.",
    ),
    "rulebook.no-pack-file": ("文件夹里没有 pack.yaml", "the folder holds no pack.yaml"),
    "rulebook.no-pack-file.hint": (
        "规则包文件夹里要有 pack.yaml，写明 id、version、name 和 template。",
        "A pack's folder has a pack.yaml that states id, version, name and template.",
    ),
    "rulebook.no-default": (
        "读不到默认规则包的名称：{reason}",
        "the name of the default pack cannot be read: {reason}",
    ),
    "rulebook.no-rules": ("规则包里没有一条规则", "the pack holds no rule"),
    "rulebook.no-template": ("没有名为“{name}”的模板", "there is no template “{name}”"),
    "rulebook.no-template.hint": (
        "模板是名为“{name}”的文件夹，放在规则包文件夹的 templates 里，或与规则包文件夹并列的 templates 里。",
        "A template is a folder “{name}” in the folder “templates” of the pack or beside the pack.",
    ),
    "rulebook.requires": (
        "规则包要求 {wanted}，当前程序是 {version}；请更新程序",
        "the pack asks for {wanted}, this program is {version}; update the program",
    ),
    "rulebook.file-name": (
        "这个文件不会被读取：文件名应以 .yaml 结尾",
        "this file is not read: its name must end in .yaml",
    ),
    "rulebook.stray-folder": (
        "子文件夹里的规则不会被读取：请把 .yaml 文件移到规则包文件夹里",
        "rules in a folder below are not read: move the .yaml files into the folder of the pack",
    ),
    "rulebook.not-a-file": ("这不是普通文件，不能读取", "this is no ordinary file and is not read"),
    "rulebook.unreadable": ("读不到：{reason}", "cannot be read: {reason}"),
    "rulebook.too-many-files": (
        "文件太多：一个文件夹最多 {limit} 个",
        "too many files: a folder holds at most {limit}",
    ),
    "rulebook.too-large": (
        "文件太大：最多 {limit} KB；请拆成几个文件",
        "the file is too large: at most {limit} kB; split it",
    ),
    "rulebook.not-utf8": (
        "文件不是 UTF-8 编码（看来是{encoding}）",
        "the file is not in UTF-8 (it seems to be {encoding})",
    ),
    "rulebook.not-utf8.hint": (
        "用记事本打开，选“另存为”，编码选 UTF-8。",
        "Open it in a text editor and save it again with the encoding UTF-8.",
    ),
    "rulebook.encoding-unknown": ("不明编码", "something unknown"),
    "rulebook.control-character": (
        "有看不见的控制字符（{code}），请删去",
        "there is an invisible control character ({code}); delete it",
    ),
    "rulebook.empty-file": ("文件是空的", "the file is empty"),
    "rulebook.second-document": (
        "一个文件只能有一份内容：请删去这一行“---”及其后的部分，或另存为一个文件",
        "one file holds one document: delete this “---” and what follows, or make it a file of its own",
    ),
    "rulebook.alias": (
        "“{name}”在 YAML 里是引用记号，这里不能用；如果是文字，请加引号",
        "“{name}” is a YAML reference, which is not allowed here; if it is text, put it in quotes",
    ),
    "rulebook.tag": (
        "“{name}”在 YAML 里是类型记号，这里不能用；如果是文字，请加引号",
        "“{name}” is a YAML tag, which is not allowed here; if it is text, put it in quotes",
    ),
    "rulebook.too-deep": ("层次太深：最多 {limit} 层", "nested too deeply: at most {limit} levels"),
    "rulebook.bad-key": ("这里应该是一个键，不能是列表或另一组键", "a key must stand here, not a list or a mapping"),
    "rulebook.duplicate-key": (
        "“{name}”写了两次（前一次在第 {line} 行）",
        "“{name}” is written twice (first in line {line})",
    ),
    "rulebook.yaml-syntax": ("写法有误：{what}", "this is not valid YAML: {what}"),
    "rulebook.yaml.colon-inside": ("一行里有两个“: ”", "there are two “: ” in one line"),
    "rulebook.yaml.no-colon": ("缺少“: ”", "a “: ” is missing"),
    "rulebook.yaml.bad-start": ("文字不能以这个符号开头", "text cannot begin with this sign"),
    "rulebook.yaml.no-closing-quote": ("引号或括号没有结束", "a quote or bracket is not closed"),
    "rulebook.yaml.escape": (
        "双引号里的“\\”后面跟了不认识的字符；请改用单引号",
        "in double quotes “\\” is followed by an unknown character; use single quotes",
    ),
    "rulebook.yaml.no-bracket": ("方括号或花括号里缺少逗号或右括号", "a comma or a closing bracket is missing"),
    "rulebook.yaml.indent": ("缩进里有制表符或全角空格", "there is a tab or a full-width space in the indentation"),
    "rulebook.yaml.other": ("这一行与上一行接不上", "this line does not go with the one before"),
    "rulebook.yaml.hint-indent": (
        "缩进只能用半角空格，不能用制表符或全角空格。",
        "Indent with ordinary spaces only, not with tabs or full-width spaces.",
    ),
    "rulebook.yaml.hint-wide-colon": (
        "键后面要用半角冒号加一个空格“: ”，不能用全角冒号“：”。",
        "A key is followed by a half-width colon and a space “: ”, not by the full-width “：”.",
    ),
    "rulebook.yaml.hint-quote": (
        "文字以“{sign}”开头时，整段要加单引号，如 '{sign}…'。",
        "Text that begins with “{sign}” must stand in single quotes: '{sign}…'.",
    ),
    "rulebook.yaml.hint-general": (
        "请看这一行和上一行：缩进要对齐，键后面是“: ”，含“: ”或“#”的文字要加引号。",
        "Look at this line and the one before: align the indentation, write “: ” after a key, and put text that "
        "holds “: ” or “#” in quotes.",
    ),
    "rulebook.did-you-mean": ("是否想写“{name}”？", "Did you mean “{name}”?"),
    "rulebook.known": ("可用的有：{names}", "Known here: {names}"),
    "rulebook.none-known": ("这里没有可用的名称", "Nothing is known here"),
    "rulebook.pattern": ("应符合 {pattern}", "It must match {pattern}"),
    "rulebook.quote-it": ("加上引号就是文字：'{value}'", "In quotes it is text: '{value}'"),
    "rulebook.whole-file": ("整个文件", "the whole file"),
    "rulebook.item": ("“{parent}”的第 {number} 项", "item {number} of “{parent}”"),
    "rulebook.unknown-key": ("不认识的键“{name}”", "unknown key “{name}”"),
    "rulebook.missing-key": ("{where}缺少{names}", "{where} lacks {names}"),
    "rulebook.one-of-keys": ("{where}至少要写出其中一个：{names}", "{where} needs at least one of: {names}"),
    "rulebook.unknown-value": ("{name}的值“{value}”不可用", "{name} cannot be “{value}”"),
    "rulebook.bad-form": ("{name}的写法“{value}”不对", "“{value}” is not written as {name} must be"),
    "rulebook.bad-name": (
        "名称“{name}”里不能有空格和尖括号",
        "the name “{name}” must not hold spaces or angle brackets",
    ),
    "rulebook.wrong-type": ("{name}应为{expected}，现在是{actual}", "{name} must be {expected}, but is {actual}"),
    "rulebook.repeated-item": ("{name}里有重复的项", "{name} holds something twice"),
    "rulebook.empty": ("{name}不能为空", "{name} must not be empty"),
    "rulebook.too-small": ("{name}不得小于 {limit}", "{name} must be at least {limit}"),
    "rulebook.not-above": ("{name}必须大于 {limit}", "{name} must be more than {limit}"),
    "rulebook.too-large-number": ("{name}不得大于 {limit}", "{name} must be at most {limit}"),
    "rulebook.not-below": ("{name}必须小于 {limit}", "{name} must be less than {limit}"),
    "rulebook.too-few": ("{name}太少：至少 {limit}", "{name} is too short: at least {limit}"),
    "rulebook.too-many": ("{name}太多：最多 {limit}", "{name} is too long: at most {limit}"),
    "rulebook.invalid": ("{name}不合要求（{what}）", "{name} is not as required ({what})"),
    "rulebook.type.object": ("一组“键: 值”", "a set of “key: value”"),
    "rulebook.type.array": ("列表（每项以“- ”开头）", "a list (each item begins with “- ”)"),
    "rulebook.type.string": ("文字", "text"),
    "rulebook.type.number": ("数字", "a number"),
    "rulebook.type.integer": ("整数", "a whole number"),
    "rulebook.type.boolean": ("true 或 false", "true or false"),
    "rulebook.type.null": ("空", "empty"),
    "rulebook.sort.rule": ("规则", "rule"),
    "rulebook.sort.concept": ("词组", "concept"),
    "rulebook.sort.section": ("章节", "section"),
    "rulebook.sort.group": ("分组", "group"),
    "rulebook.sort.level": ("层级", "level"),
    "rulebook.sort.example": ("示例", "example"),
    "rulebook.sort.key": ("键", "key"),
    "rulebook.duplicate-id": (
        "{what}“{name}”重复定义，前一处在 {place}",
        "{what} “{name}” is defined a second time; first at {place}",
    ),
    "rulebook.unknown-reference": ("没有名为“{name}”的{what}", "there is no {what} “{name}”"),
    "rulebook.concept-circle": ("词组互相引用成环：{names}", "concepts refer to each other in a circle: {names}"),
    "rulebook.section-circle": (
        "章节互相套在里面，永远找不到：{names}",
        "sections lie inside each other and can never be found: {names}",
    ),
    "rulebook.phrase.no-parenthesis": ("短语里的括号“(”和“)”不成对", "“(” and “)” in the phrase do not pair"),
    "rulebook.phrase.no-bracket": ("短语里的方括号“[”和“]”不成对", "“[” and “]” in the phrase do not pair"),
    "rulebook.phrase.no-argument": (
        "短语里的“?”“*”“+”前面没有文字；要符号本身，请写全角的",
        "“?”, “*” or “+” in the phrase has nothing before it; write the full-width sign for the sign itself",
    ),
    "rulebook.phrase.repetition": ("短语里重复次数的写法不对", "the number of repetitions in the phrase is not right"),
    "rulebook.phrase.class": ("短语里方括号中的范围不对", "the range in square brackets in the phrase is not right"),
    "rulebook.phrase.escape": (
        "短语里“\\”后面跟了不认识的字符",
        "“\\” in the phrase is followed by an unknown character",
    ),
    "rulebook.phrase.group": (
        "短语里“(?”这种写法不能用（没有向前、向后看）",
        "this “(?” cannot be used in a phrase (there is no looking ahead or behind)",
    ),
    "rulebook.phrase.too-big": ("短语重复得太多，无法编译", "the phrase repeats too much to be compiled"),
    "rulebook.empty-phrase": (
        "短语可以什么都不匹配：每个部分都是可有可无的",
        "the phrase also matches nothing at all: every part of it is optional",
    ),
    "rulebook.phrase-too-big": (
        "短语连同引用的词组展开后超过 {limit} 个字",
        "with the concepts it names the phrase is longer than {limit} characters",
    ),
    "rulebook.missing-template-key": ("模板的各个文件里都没有“{name}”", "no file of the template has “{name}”"),
    "rulebook.template-id": (
        "模板的 id 是“{name}”，与文件夹名“{folder}”不一致",
        "the id of the template is “{name}”, its folder is “{folder}”",
    ),
    "rulebook.years": (
        "since（{since}）晚于 until（{until}），这条规则永远用不上",
        "since ({since}) is after until ({until}): the rule never applies",
    ),
    "rulebook.related-to-itself": ("规则不能与自己相关", "a rule cannot be related to itself"),
    "rulebook.no-passing-example": (
        "示例里没有一个应当通过的（expect: pass 或 not_applicable）",
        "no example is expected to pass (expect: pass or not_applicable)",
    ),
    "rulebook.no-failing-example": (
        "示例里没有一个应当查出问题的（expect: fail、partial 或 manual）",
        "no example is expected to be found wanting (expect: fail, partial or manual)",
    ),
    "rulebook.bad-braces": (
        "花括号里只能写 {finding}（检查得出的话）；要写花括号本身，请写两个",
        "only {finding} (what the check says) may stand in braces; write two braces for one",
    ),
    # rulebook: what editors show for each key
    "schema.rule-id": (
        "规则编号：大写字母和数字，用“-”分段，如 AB-TITLE-01",
        "id of the rule: capitals and digits in parts joined by “-”, such as AB-TITLE-01",
    ),
    "schema.name": ("名称：{zh: 中文, en: English}，或只写一句", "name: {zh: 中文, en: English}, or one for both"),
    "schema.severity": (
        "严重程度：must 必须（不满足则不可报送）、should 建议、info 提示",
        "how much it weighs: must blocks, should asks for revision, info decides nothing",
    ),
    "schema.group": ("计分时归入的章节或分组的 id", "id of the section or group under which it is scored"),
    "schema.weight": ("权重，0 或更大，默认 1", "weight, 0 or more, 1 if left out"),
    "schema.levels": ("适用的层级；不写则全部适用", "the levels it applies to; all if left out"),
    "schema.years": (
        "适用的报告年度：since 起、until 止（都含本年）",
        "the report years it applies to: since and until, both included",
    ),
    "schema.check": ("检查方式及其参数", "the kind of check and its parameters"),
    "schema.kind": ("检查方式", "kind of check"),
    "schema.basis": ("依据", "what the rule rests on"),
    "schema.norm": ("规范名称", "name of the norm"),
    "schema.article": ("条款，如 第二十四条", "article"),
    "schema.verified": ("条款是否已核对原文", "whether the article was compared with the original"),
    "schema.rank": (
        "party_reg 党内法规、law 法律、admin_reg 行政法规、nat_std 国标、policy 政策文件、local 地方、practice 惯例",
        "rank: party_reg, law, admin_reg, nat_std, policy, local, practice",
    ),
    "schema.messages": (
        "各种结果下的说法，代替检查方式自带的；可以写 {finding}",
        "what to say for each state instead of what the check says; {finding} may be used",
    ),
    "schema.advice": ("修改建议", "what to do about it"),
    "schema.explanation": ("解释：为什么有这条规则", "why the rule exists"),
    "schema.related": ("相关规则的编号", "ids of related rules"),
    "schema.examples": (
        "示例：至少一个应当通过、一个应当查出问题",
        "examples: at least one that passes and one that is found wanting",
    ),
    "schema.example-name": ("示例名称", "name of the example"),
    "schema.expect": ("应当得出的结果", "the state it must get"),
    "schema.example-text": ("示例文字（用虚构的地名）", "text of the example (with invented places)"),
    "schema.example-level": ("按这个层级检查", "the level to check it as"),
    "schema.example-year": ("按这个报告年度检查", "the report year to check it as"),
    "schema.pack-id": ("规则包的 id：小写字母和数字", "id of the pack: small letters and digits"),
    "schema.version": ("版本号，如 '2025.1'", "version, such as '2025.1'"),
    "schema.template": ("使用的模板的 id（模板文件夹名）", "id of the template (the name of its folder)"),
    "schema.requires": ("要求的程序版本，如 checker>=0.1", "the program it needs, such as checker>=0.1"),
    "schema.template-id": ("模板的 id，与文件夹同名", "id of the template, the same as its folder's name"),
    "schema.recognition": ("怎样认出这一类报告", "how a report of this type is recognised"),
    "schema.titles": ("标题的写法（短语）", "how its title reads (phrases)"),
    "schema.openings": ("开头的写法（短语）", "how it opens (phrases)"),
    "schema.not-titles": ("标题里有这些就不是报告本身（短语）", "what shows a title to be no report's (phrases)"),
    "schema.subject": ("正文必须谈到的词组", "the concept that the body must speak of"),
    "schema.organs": ("发文机关名称的结尾", "endings of names of issuing bodies"),
    "schema.unranked": (
        "看名称定不了层级的机构的结尾，如 开发区",
        "endings of bodies whose level their name does not tell",
    ),
    "schema.others": ("其他文种，按先后判断", "other kinds of documents, in order of precedence"),
    "schema.template-levels": ("层级", "administrative levels"),
    "schema.endings": ("名称的结尾", "how names of this level end"),
    "schema.level-names": ("列出这一层级地名的词组", "the concept that lists places of this level"),
    "schema.self-names": ("自称，如 我镇", "how such a body speaks of itself"),
    "schema.is-body": ("这种结尾是机关名（局），不是地名（镇）", "such an ending names a body, not a place"),
    "schema.sections": ("章节", "sections"),
    "schema.section-headings": ("标题的词组", "concept for headings"),
    "schema.section-openers": (
        "没有标题时开头句的词组",
        "concept for sentences that open the part where it has no heading",
    ),
    "schema.section-statements": ("算作一点内容的句子的词组", "concept for sentences that count as a point"),
    "schema.section-unless": ("使句子不算数的词组", "concept that disqualifies a sentence"),
    "schema.section-actors": (
        "没有标题时必须是主语的词组",
        "concept for who must be the subject where no heading says so",
    ),
    "schema.section-mentions": ("说明差一点就找到的词组", "concept for words that show a near miss"),
    "schema.takes-unclaimed": ("没有归属的章归入这里", "chapters that no section claims count here"),
    "schema.tail": ("只在全文末尾算数", "openers count only where no further account follows"),
    "schema.within": ("只在这个章节里找", "only looked for inside this section"),
    "schema.not-in": ("在这些章节里提到不算数", "a mention in these sections counts for nothing"),
    "schema.groups": ("不属于任何章节的计分分组", "groups for rules that belong to no section"),
    "schema.vocabulary": (
        "词组：名称 → 短语的列表，或 phrases 与 unless",
        "concepts: name → phrases, or phrases and unless",
    ),
}
