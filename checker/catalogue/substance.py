"""What checks say of what a report tells: matters, topics, facts, answers to shortcomings, copied text, tables."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {
    "required.found": ("写到了{name}", "{name}: told"),
    "required.thin": (
        "{name}写得少：只有 {count} 句（写 {enough} 句为宜）",
        "{name}: only {count} sentences ({enough} would do)",
    ),
    "required.few": (
        "{name}写得太少：只有 {count} 句，应有 {least} 句",
        "{name}: {count} sentences; {least} are asked",
    ),
    "required.missing": ("没有写到{name}", "{name}: not told anywhere"),
    "required.elsewhere": (
        "{name}没有写在{sections}里，只在别处提到，不能算做过的事",
        "{name}: not told in {sections}, only mentioned elsewhere, which is no account",
    ),
    "required.nowhere": (
        "没有找到{sections}，本项无从检查",
        "{sections} was not found, so there is nothing to look into",
    ),
    "required.why": ("在{sections}里找到：{words}", "found in {sections}: {words}"),
    "required.why.nothing": ("在{sections}里没有找到", "looked into {sections}; nothing was found"),
    "required.anywhere": ("全文", "the whole report"),
    "coverage.complete": ("{asked} 项都写到了", "all {asked} are told"),
    "coverage.missing": (
        "{asked} 项写到 {covered} 项，没有写到：{missing}",
        "{covered} of {asked} are told; not told: {missing}",
    ),
    "coverage.optional": (
        "{asked} 项都写到了；另可考虑：{unasked}",
        "all {asked} are told; what else could be told: {unasked}",
    ),
    "coverage.both": (
        "{asked} 项写到 {covered} 项，没有写到：{missing}；另可考虑：{unasked}",
        "{covered} of {asked} are told; not told: {missing}; what else could be told: {unasked}",
    ),
    "coverage.none_asked": ("对这一级没有要求", "nothing is asked of this level"),
    "coverage.other_title": ("标题表明本项不适用", "by its title this does not apply"),
    "coverage.why": ("在{sections}里逐项查找", "looked into {sections} for each of them"),
    "facts.found": ("{name}：{counted}", "{name}: {counted}"),
    "facts.none": ("{sections}里没有{name}", "{name}: none in {sections}"),
    "facts.absent": ("{sections}里没有写到{name}，不作判断", "{name}: not told in {sections}; nothing is judged"),
    "facts.unstated": (
        "写到了{name}，但没有都写明数量，不据此判定",
        "{name}: told, but not always with a number, which is not held against the report",
    ),
    "facts.short.facts": ("{name}只有 {found} 句，应有 {least} 句", "{name}: {found} sentences; {least} are asked"),
    "facts.short.figures": (
        "{name}：写明数量的有 {found} 处，宜有 {least} 处以上",
        "{name}: {found} with a number; {least} would do",
    ),
    "facts.short.total": ("{name}合计 {found}，少于 {least}", "{name}: {found} in all, fewer than {least}"),
    "facts.why": (
        "{facts} 句写到，{figures} 处写明数量",
        "sentences that tell of it: {facts}; with a number: {figures}",
    ),
    "facts.why_total": (
        "{facts} 句写到，{figures} 处写明数量，合计 {total}",
        "sentences that tell of it: {facts}; with a number: {figures}; total: {total}",
    ),
    "manual.why": ("须由人回答：{question}", "for a person to answer: {question}"),
    "manual.open": ("请人工确认：{question}", "a person must confirm: {question}"),
    "manual.outdated": (
        "请重新确认：{question}（原答复针对的是另一版本）",
        "a person must confirm again: {question} (the answer given was about another version)",
    ),
    "manual.answered": ("{question}{by}于 {date} 答：{answer}{note}", "{question} {by} on {date}: {answer}{note}"),
    "manual.yes": ("是", "yes"),
    "manual.no": ("否", "no"),
    "manual.not_applicable": ("不适用", "not applicable"),
    "manual.note": ("（{note}）", " ({note})"),
    "answers.broken": ("答复文件不能使用：共 {count} 处错误", "the file of answers cannot be used; mistakes: {count}"),
    "answers.unreadable": ("答复文件读不出：{reason}", "the file of answers cannot be read: {reason}"),
    "answers.no_question": (
        "规则包 {pack} 里没有须人工回答的规则 {rule}",
        "pack {pack} has no rule {rule} that asks a person",
    ),
    "answers.no_date": ("没有 {date} 这一天", "there is no day {date}"),
    "cli.previous_several": ("--previous 只能与一个文件一起用", "--previous goes with one file only"),
    "cli.previous_several.hint": (
        "请逐份检查，各给上一年度的报告",
        "check one file at a time, each with its own report of last year",
    ),
    "response.all": (
        "{shortcomings}写了 {count} 条，在{measures}里都有对应",
        "{shortcomings}: {count} named, each answered in {measures}",
    ),
    "response.missing": (
        "{shortcomings}写了 {count} 条，其中 {unanswered} 条在{measures}里没有看到对应的措施",
        "{shortcomings}: of {count} named, {unanswered} have no measure that answers them in {measures}",
    ),
    "response.nothing": ("没有找到{section}，无从对应", "{section} was not found, so nothing can be compared"),
    "response.why": (
        "逐条比对{shortcomings}与{measures}说的是不是同一件事（去掉“加强”“工作”之类的套话以后看用词）",
        "compares each item of {shortcomings} with the words of {measures}, stock phrases left out",
    ),
    "response.links": ("{why}。{how}：\n{links}", "{why}; {how}:\n{links}"),
    "response.link": (
        "“{item}”（第{line}行） → “{measure}”（第{there}行，{score}）",
        "“{item}” (line {line}) → “{measure}” (line {there}, {score})",
    ),
    "response.link_nearest": (
        "“{item}”（第{line}行） 没有看到对应的措施，最接近的是“{measure}”（第{there}行，{score}）",
        "“{item}” (line {line}): no measure seen; the nearest is “{measure}” (line {there}, {score})",
    ),
    "response.link_nothing": (
        "“{item}”（第{line}行） 没有看到对应的措施",
        "“{item}” (line {line}): no measure seen",
    ),
    "response.link_short": (
        "“{item}”（第{line}行） 文字太少，没有比对",
        "“{item}” (line {line}): too short to be compared",
    ),
    "similarity.no_previous": (
        "没有给出上一年度的报告（--previous），无从比较",
        "last year's report was not given (--previous), so nothing can be compared",
    ),
    "similarity.no_report": (
        "用来比较的 {path} 不是年度报告",
        "{path}, given for comparison, is no annual report",
    ),
    "similarity.how": (
        "与上一年度报告比较相同的文字和带数字的语句",
        "compares wording and sentences with figures with last year's report",
    ),
    "similarity.share": ("{section} {share}", "{section} {share}"),
    "similarity.own": ("与上一年度报告相同的文字：{shares}", "wording shared with last year's report: {shares}"),
    "similarity.copied": (
        "{sections}大部分沿用上一年度的文字；相同的文字：{shares}",
        "mostly last year's wording: {sections}; shared: {shares}",
    ),
    "similarity.stale": (
        "{stale} 句带数字的话与上一年度一字不差，请核对是否忘了更新；相同的文字：{shares}",
        "sentences with figures that are last year's word for word: {stale}; were they updated? shared: {shares}",
    ),
    "similarity.both": (
        "{sections}大部分沿用上一年度的文字，{stale} 句带数字的话一字不差；相同的文字：{shares}",
        "mostly last year's wording: {sections}; sentences with figures that are the same: {stale}; shared: {shares}",
    ),
    "similarity.where": ("{finding}；上年见第 {lines} 行", "{finding}; last year in lines {lines}"),
    "similarity.pairs": ("{how}\n{pairs}", "{how}\n{pairs}"),
    "similarity.pair": (
        "本年第 {line} 行“{here}” ↔ 上年第 {other} 行“{there}”",
        "this year, line {line} “{here}” ↔ last year, line {other} “{there}”",
    ),
    "balance.nothing": ("没有找到{section}，无从统计", "{section} was not found, so nothing can be counted"),
    "balance.measured": (
        "{section} {length} 字，占全文 {share}；每千字 {density} 个数字",
        "{section}: {length} characters, {share} of the report; figures per thousand characters: {density}",
    ),
    "balance.short": (
        "{section}只有 {length} 字，占全文 {share}，篇幅很短（没有规定要求，仅供参考）",
        "{section} has only {length} characters, {share} of the report (demanded by no rule; for information)",
    ),
    "balance.few_figures": (
        "每千字只有 {density} 个数字，可核对的事实偏少（没有规定要求，仅供参考）",
        "figures per thousand characters: {density}, which is few (demanded by no rule; for information)",
    ),
    "balance.why": (
        "统计篇幅和数字的多少，没有规定要求达到多少",
        "counts characters and figures; no rule demands any amount",
    ),
    "table.why": (
        "在文档的表格里按表头、行名和表上一行的文字查找",
        "looks at the heads, row names and captions of the document's tables",
    ),
    "table.missing": ("没有找到表格：{name}", "there is no such table: {name}"),
    "table.lacks": ("表格缺少：{parts}", "the table lacks: {parts}"),
    "table.words": ("表格中有 {count} 处应填数字而没有填数字", "cells that should hold a number and do not: {count}"),
    "table.complete": ("表格齐全：{rows} 行 {columns} 列", "the table is complete: {rows} rows, {columns} columns"),
    "equations.right": ("{tried} 处勾稽关系都成立", "all relations hold: {tried}"),
    "equations.wrong": (
        "{tried} 处勾稽关系有 {count} 处不成立：{names}",
        "of {tried} relations, {count} do not hold: {names}",
    ),
    "equations.label": ("{name}（{place}）", "{name} ({place})"),
    "equations.line": ("{label}：{calculation}", "{label}: {calculation}"),
    "equations.suspect": ("{finding}；最先核对：{place}（{value}）", "{finding}; look first at {place} ({value})"),
    "equations.untried": (
        "表格缺行缺列或有文字，无法核对：{names}",
        "rows or columns are missing or hold words, so this cannot be told: {names}",
    ),
    "equations.tried": ("核对了 {tried} 处勾稽关系", "relations tried: {tried}"),
}
