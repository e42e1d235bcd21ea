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
    "forbidden.clean": ("没有出现", "does not occur"),
    "forbidden.found": ("出现 {count} 处：{words}", "occurs {count} times: {words}"),
    "forbidden.why": ("在全文查找不应出现的写法", "looks through the text for what must not stand there"),
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
    "rulebook.joiner": ("、", ", "),
    "rulebook.or": ("或", " or "),
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
    # reports: one rule explained
    "explain.asks": ("要求", "asks"),
    "explain.applies": ("适用", "applies to"),
    "explain.all_levels": ("所有层级", "all levels"),
    "explain.all_years": ("所有年度", "all years"),
    "explain.since": ("{since} 年度起", "{since} and later"),
    "explain.until": ("{until} 年度及以前", "{until} and earlier"),
    "explain.between": ("{since} 至 {until} 年度", "{since} to {until}"),
    "explain.basis": ("依据", "basis"),
    "explain.no_basis": ("没有写明依据", "none given"),
    "explain.advice": ("建议", "advice"),
    "explain.headings": ("标题写法", "headings"),
    "explain.headings_of": ("〔{section}〕", "[{section}]"),
    "explain.no_headings": ("不看标题", "not known by headings"),
    "explain.passing": ("合格的例子", "passes"),
    "explain.failing": ("不合格的例子", "fails"),
    "explain.example": ("〔{name}〕", "[{name}]"),
    "explain.related": ("相关规则", "related"),
    "explain.origin": ("写在", "written in"),
    "explain.written": (
        "规则包 {pack} · 计入“{group}” · 权重 {weight} · 检查方式 {kind}",
        "pack {pack} · scored under “{group}” · weight {weight} · kind of check {kind}",
    ),
    # authoring: examples
    "examples.no_passing": ("没有合格的例子，请补写一个", "no passing example; add one"),
    "examples.no_failing": ("没有不合格的例子，请补写一个", "no failing example; add one"),
    "examples.unreadable": ("例子无法读取：{reason}", "the example cannot be read: {reason}"),
    "examples.differs": (
        "应为 {expected}，实为 {got}：{message}（{why}）",
        "expected {expected}, got {got}: {message} ({why})",
    ),
    "examples.named": ("“{name}”：", "“{name}”: "),
    "examples.total": (
        "规则 {rules} 条，例子 {examples} 个，有问题的规则 {broken} 条",
        "rules: {rules}, examples: {examples}, rules with problems: {broken}",
    ),
    # cli
    "cli.unknown_value": ("{option} 不认识“{value}”", "{option} does not know {value!r}"),
    "cli.nearest": ("是不是“{value}”？", "did you mean {value!r}?"),
    "cli.known": ("可用的有：{values}", "known are: {values}"),
    "cli.no_option": ("没有 {option} 这个选项", "there is no option {option}"),
    "cli.bad_option": (
        "选项 {option} 的写法不对，可能缺少取值",
        "option {option} is not used as it should be; perhaps its value is missing",
    ),
    "cli.bad_value": ("{option} 的取值不对", "the value of {option} cannot be used"),
    "cli.bad_usage": ("命令写法不对：{reason}", "the command cannot be understood: {reason}"),
    "cli.no_command": ("没有 {command} 这个命令", "there is no command {command!r}"),
    "cli.see_help": ("用 --help 查看用法", "--help shows how to use it"),
    "cli.no_files": ("没有指定要检查的文件", "no file to check was given"),
    "cli.bad_year": ("--year 应是四位年份，不是 {year}", "--year takes a year of four digits, not {year}"),
    "cli.empty_folder": ("文件夹里没有可以检查的文档", "the folder holds no document to check"),
    "cli.empty_folder.hint": (
        "可检查 docx、html、txt、md 等格式；隐藏文件不计",
        "docx, html, txt, md and others are checked; hidden files are left out",
    ),
    "cli.skipped": (
        "跳过 {count} 个不是文档的文件：{names}",
        "files left out because they are no documents: {count} ({names})",
    ),
    "cli.output_is_input": (
        "--output 指向了要检查的文件，原件不可改动",
        "--output names a file to be checked, which must not be changed",
    ),
    "cli.cannot_write": ("无法写入：{reason}", "cannot be written: {reason}"),
    "cli.internal": (
        "检查时程序出错，此文件未被判断：{reason}",
        "the program failed on this file, which was not judged: {reason}",
    ),
    "cli.internal.hint": (
        "这是程序的错误，请加 --verbose 重试并把输出告诉维护者",
        "this is a fault of the program; run again with --verbose and tell the maintainers",
    ),
    "cli.interrupted": ("已中断，没有给出结论", "interrupted; no verdict was given"),
    "help": (
        "检查年度报告草稿能否报送：缺什么、在哪里、依据是什么。全程离线，不改动原件。",
        "Checks whether the draft of an annual report may be submitted: what is missing, where, on what basis. "
        "Offline; never changes the original.",
    ),
    "help.usage": ("用法：", "Usage: "),
    "help.options": ("[选项]", "[OPTIONS]"),
    "help.command": ("命令 …", "COMMAND ..."),
    "help.commands": ("命令：", "Commands:"),
    "help.arguments": ("参数：", "Arguments:"),
    "help.options_of": ("选项：", "Options:"),
    "help.check": (
        "检查文件，逐份给出结论、证据、依据和建议。\n"
        "退出码：0 没有达到 --fail-on 的问题；1 有；2 无法判定、不是年度报告、文件读不出或用法不对；130 被中断。",
        "Check files and give for each the verdict, evidence, basis and advice.\n"
        "Exit codes: 0 nothing at or above --fail-on; 1 findings; 2 could not judge, no annual report, "
        "unreadable file or wrong usage; 130 interrupted.",
    ),
    "help.schema": (
        "打印 JSON Schema：report 为检查结果，rule 为规则文件",
        "Print a JSON Schema: report for results, rule for rule files",
    ),
    "help.rules": ("给规则编写人的命令", "Commands for authors of rules"),
    "help.rules.test": (
        "运行规则自带的例子；有例子不符或规则缺少例子时退出码为 1",
        "Run the examples that rules carry; exit code 1 where one differs or is missing",
    ),
    "help.files": ("文件、文件夹，或 - 表示标准输入", "files, folders, or - for standard input"),
    "help.format": ("输出格式：text（默认）、json", "output format: text (default), json"),
    "help.output": ("把结果写入文件（UTF-8）", "write the result to a file (UTF-8)"),
    "help.fail_on": (
        "哪一级问题使退出码为 1：must（默认）、should、never",
        "which findings give exit code 1: must (default), should, never",
    ),
    "help.level": (
        "指定报告单位的层级（代号或名称），不由文档判断",
        "the issuer's level (id or name), instead of what the document says",
    ),
    "help.year": ("指定报告年度，不由文档判断", "the report year, instead of what the document says"),
    "help.pack": ("规则包的名称或文件夹", "name or folder of the rule pack"),
    "help.explain": ("说明一条规则后退出", "explain a rule and exit"),
    "help.verbose": ("列出通过的项目、全部证据和读到的大纲", "show passes, all evidence and the outline as read"),
    "help.no_color": ("不用颜色（环境变量 NO_COLOR 亦可）", "no colour (so does the variable NO_COLOR)"),
    "help.lang": ("语言：zh（默认）、en", "language: zh (default), en"),
    "help.name": ("report（默认）或 rule", "report (default) or rule"),
    "help.version": ("显示版本后退出", "show the version and exit"),
    "help.help": ("显示本说明后退出", "show this and exit"),
    "help.install_completion": ("为当前 shell 安装补全", "install completion for this shell"),
    "help.show_completion": ("打印当前 shell 的补全脚本", "print the completion script of this shell"),
    # reading
    "reading.missing": ("找不到这个文件", "no such file"),
    "reading.missing_hint": ("请核对路径和文件名", "check the path and the name"),
    "reading.folder": ("这是文件夹，不是文件", "this is a folder, not a file"),
    "reading.folder_hint": ("请指定其中的文件", "name the files in it"),
    "reading.forbidden": ("没有读取这个文件的权限", "no permission to read this file"),
    "reading.forbidden_hint": (
        "请修改文件权限，或复制一份到有权限的文件夹",
        "change its permissions or copy it to where you may read",
    ),
    "reading.unreadable": ("读取文件时系统报错：{reason}", "the system cannot read this file: {reason}"),
    "reading.unreadable_hint": ("请把文件复制到本机磁盘后重试", "copy the file to a local disk and try again"),
    "reading.empty": ("文件是空的，没有任何内容", "the file is empty"),
    "reading.empty_hint": ("请核对是否选错文件，或重新导出", "check that it is the right file, or export it again"),
    "reading.too_large": ("文件超过 {limit} MB 的上限", "the file is larger than the limit of {limit} MB"),
    "reading.too_large_hint": (
        "请删去文件中的图片和附件，只留报告正文",
        "remove pictures and attachments and keep the report itself",
    ),
    "reading.too_long": (
        "文字有 {count} 个字符，超过 {limit} 个字符的上限",
        "the text has {count} characters, more than the limit of {limit}",
    ),
    "reading.too_long_hint": ("请核对文件，一份报告一个文件", "check the file: one report a file"),
    "reading.inflates": (
        "文件解压或展开后大得不正常，为安全起见没有读取",
        "the file unpacks to an abnormal size and was not read, for safety",
    ),
    "reading.inflates_hint": (
        "请把正文复制到新建文档，另存为 .docx 后重试",
        "copy the text into a new document, save it as .docx and try again",
    ),
    "reading.unsupported": ("{format}目前还不能直接检查", "{format}: cannot be checked directly yet"),
    "reading.unsupported_hint": (
        "请用 Word 或 WPS 打开，另存为 .docx（或 .txt）后再检查",
        "open it in Word or WPS, save it as .docx (or .txt) and check that",
    ),
    "reading.image": ("{format}里没有可供检查的文字", "{format}: holds no text that could be checked"),
    "reading.image_hint": (
        "请提供报告的电子文稿（.docx 或 .txt），不要用扫描件或照片",
        "provide the report itself as .docx or .txt, not a scan or photograph",
    ),
    "reading.archive": ("{format}里的文件需要先取出", "{format}: the files in it must be taken out first"),
    "reading.archive_hint": ("请解压后检查其中的报告文件", "unpack it and check the report in it"),
    "reading.encrypted": ("文件有打开密码，无法读取", "the file is protected by a password and cannot be read"),
    "reading.encrypted_hint": (
        "请在 Word 或 WPS 中取消打开密码，保存后重试",
        "remove the password in Word or WPS, save it and try again",
    ),
    "reading.damaged": ("文件已损坏：{reason}", "the file is damaged: {reason}"),
    "reading.damaged_hint": (
        "请重新下载或重新导出；若能用 Word 或 WPS 打开，请另存为 .docx 后重试",
        "download or export it again; if Word or WPS opens it, save it as .docx and try again",
    ),
    "reading.unknown_format": ("不认识的文件格式，也不是文本文件", "an unknown format, and no text either"),
    "reading.unknown_format_hint": (
        "请另存为 .docx、.txt、.md 或 .html 后再检查",
        "save it as .docx, .txt, .md or .html and check that",
    ),
    "reading.no_text": ("文件里没有读到文字", "no text was found in the file"),
    "reading.no_text_hint": (
        "如果正文是图片或扫描件，请提供可编辑的电子文稿",
        "if the report is a picture or a scan, provide the editable document",
    ),
    "reading.reason.zip": ("压缩结构不完整", "its zip structure is incomplete"),
    "reading.reason.missing_part": ("缺少 {part}", "{part} is missing"),
    "reading.reason.part": ("{part} 无法解析", "{part} cannot be read"),
    "reading.reason.nesting": ("标签嵌套过深", "its tags are nested too deeply"),
    "reading.note.mismatch": (
        "文件名以 {suffix} 结尾，内容实际是{format}，已按实际格式读取",
        "the name ends in {suffix}, but the content is in another format, by which it was read: {format}",
    ),
    "reading.note.encoding": (
        "文字编码不能确定，按 {encoding} 读取，如有乱码请另存为 UTF-8",
        "the encoding is uncertain and was taken for {encoding}; if the text looks garbled, save it as UTF-8",
    ),
    "reading.note.undecodable": (
        "有 {count} 处字符无法识别（第 {lines} 行），以“\ufffd”代替，请核对原文",
        "unreadable characters: {count} (line {lines}), shown as “\ufffd”; check the original",
    ),
    "reading.note.controls": (
        "有 {count} 个不可见的控制字符，检查时已忽略",
        "invisible control characters were ignored: {count}",
    ),
    "reading.note.revisions": (
        "文中有 {count} 处修订尚未接受或拒绝，按全部接受后的内容检查",
        "tracked changes that are still open: {count}; the text was checked as if all were accepted",
    ),
    "reading.note.comments": (
        "文中留有 {count} 条批注，报送前请删除",
        "comments left in the document: {count}; remove them before submitting",
    ),
    "reading.note.hidden": (
        "文中有 {count} 处隐藏文字，读者看不到，没有检查",
        "hidden text in {count} places was not checked, because no reader sees it",
    ),
    "reading.note.pictures": (
        "文中有 {count} 个图片或图表，其中的文字没有检查",
        "pictures or charts: {count}; text in them was not checked",
    ),
    "reading.note.embedded": (
        "文中嵌入了 {count} 个其他文件，其内容没有检查",
        "other files embedded in the document: {count}; they were not checked",
    ),
    "reading.note.furniture": (
        "网页中有 {count} 处导航、页眉页脚等内容未计入正文",
        "parts of the page taken for navigation, header or footer and left out: {count}",
    ),
    "reading.note.no_main_text": (
        "网页中没有找到正文，读到的是页面上的其余文字",
        "no main text was found in the page; what was read is its other text",
    ),
    "reading.note.frames": (
        "网页嵌有 {count} 个子页面，其内容不在文件里，没有检查",
        "pages embedded by reference: {count}; they are not in the file and were not checked",
    ),
    "reading.format.txt": ("纯文本", "plain text"),
    "reading.format.md": ("Markdown 文本", "Markdown"),
    "reading.format.html": ("网页（HTML）", "a web page (HTML)"),
    "reading.format.docx": ("Word 文档（.docx）", "a Word document (.docx)"),
    "reading.format.doc": ("旧版 Word 或 WPS 文档（.doc、.wps）", "an old Word or WPS document (.doc, .wps)"),
    "reading.format.pdf": ("PDF 文件", "a PDF file"),
    "reading.format.ofd": ("OFD 版式文件", "an OFD file"),
    "reading.format.rtf": ("RTF 文档", "an RTF document"),
    "reading.format.odt": ("OpenDocument 文档（.odt）", "an OpenDocument text (.odt)"),
    "reading.format.mhtml": ("单文件网页（MHTML）", "a web archive (MHTML)"),
    "reading.format.word_xml": ("Word XML 文档", "a Word XML document"),
    "reading.format.xml": ("XML 文件", "an XML file"),
    "reading.format.workbook": ("电子表格", "a workbook"),
    "reading.format.slides": ("演示文稿", "a presentation"),
    "reading.format.image": ("图片文件", "a picture"),
    "reading.format.archive": ("压缩包", "an archive"),
    "reading.format.encrypted": ("加密的 Office 文档", "an encrypted Office document"),
    "reading.format.ole": ("旧版 Office 文件", "an old Office file"),
}
