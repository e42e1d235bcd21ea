"""Sentences about what checks find: key → (Chinese, English)."""

TEXTS: dict[str, tuple[str, str]] = {
    "content.found": (
        "{section}：{how}，有 {points} 处实质内容",
        "{section}: {how}, with {points} substantive statements",
    ),
    "content.of_each": (
        "{said}；{other} {listed} 条，{having} 条写到，没有写到的：{named}",
        "{said}; {other}: {listed} items, {having} of them with one; without: {named}",
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
    "content.off_topic": (
        "写了{section}，但写的是别的事，没有一句与本报告的主题有关",
        "there is {section}, but about something else: no sentence of it concerns the subject of the report",
    ),
    "content.outdated": (
        "写的是 {found} 年的事，没有 {due} 年的内容，像是沿用了上一年的文稿",
        "it is for {found} throughout and says nothing of {due}, as a text taken over from the year before would",
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
    "content.why.ranked": ("{why}。{how}", "{why}; {how}"),
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
    "date.on_the_day": (
        "{date} {day} 正是期限当天，“之前”不含当天，请核对",
        "{date} {day} is the day of the limit itself, which “before” does not include; check it",
    ),
    "date.early": ("{date} {day} 不晚于 {limit}", "{date} {day} is not after {limit}"),
    "date.kept": ("{date} {day} 符合期限", "{date} {day} keeps the limit"),
    "forbidden.clean": ("没有出现", "does not occur"),
    "forbidden.found": ("出现 {count} 处：{words}", "occurs {count} times: {words}"),
    "forbidden.found_in_heads": (
        "出现 {count} 处：{words}（其中 {heads} 处在页眉、页脚或水印里）",
        "occurs {count} times: {words} ({heads} of them in headers, footers or watermarks)",
    ),
    "forbidden.why": ("在全文查找不应出现的写法", "looks through the text for what must not stand there"),
}
