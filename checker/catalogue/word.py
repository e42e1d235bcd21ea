"""Sentences of Word documents that are handed back: key → (Chinese, English)."""

TEXTS: dict[str, tuple[str, str]] = {
    "word.author": ("年报校核", "Report checker"),
    "word.initials": ("校", "RC"),
    "word.head": ("【{severity} {rule}】{message}", "[{severity} {rule}] {message}"),
    "word.untold": ("（无法判定）{message}", "(cannot tell) {message}"),
    "word.basis": ("依据：{norms}", "Basis: {norms}"),
    "word.joiner": ("；", "; "),
    "word.corrected": ("改为：{correction}", "Correct: {correction}"),
    "word.advice": ("建议：{advice}", "Advice: {advice}"),
    "word.nearest": ("最接近的内容：“{quote}”（{place}）", "Nearest: “{quote}” ({place})"),
    "word.missing": ("位置：全文没有找到，应写在此处之后。", "Place: found nowhere; it should follow here."),
    "word.nowhere": (
        "位置：全文没有找到，批注放在标题处。",
        "Place: found nowhere, so the comment stands at the title.",
    ),
    "word.belongs": ("位置：没有找到对应内容，应写在此处。", "Place: not found; it belongs here."),
    "word.again": ("（同一问题第 {number} 处，共 {count} 处）", "(place {number} of {count} of this finding)"),
    "word.most": ("共 {count} 处，批注前 {shown} 处。", "Places: {count}, of which the first {shown} are marked."),
    "word.verdict": ("【结论：{verdict}】{reason}", "[Verdict: {verdict}] {reason}"),
    "word.coverage": ("覆盖：平均 {mean}，最弱 {weakest}", "Coverage: mean {mean}, weakest {weakest}"),
    "word.counts": (
        "必须处理 {must} 项，建议处理 {should} 项，提示 {info} 项，待人工确认 {manual} 项",
        "Must be mended: {must}; should be mended: {should}; remarks: {info}; to be confirmed: {manual}",
    ),
    "word.pack": ("规则包：{pack}", "Pack: {pack}"),
    "word.from_text": (
        "本文件由原稿的文字生成，版式不是原稿的版式。",
        "This document was made of the draft's text; its layout is not that of the draft.",
    ),
    "word.one": (
        "-f docx 一次只能批注一份文件，这里有 {count} 份",
        "-f docx annotates one file at a time, given: {count}",
    ),
    "word.one.hint": ("请逐份运行", "run it file by file"),
    "word.untraceable": (
        "无法确定文字在文件中的位置，没有生成批注",
        "where the text stands in the file cannot be told, so no comments were written",
    ),
    "word.untraceable.hint": (
        "请在 WPS 或 Word 中另存为 .docx 后重试",
        "save it as .docx in Word or WPS and try once more",
    ),
    "word.no_report": ("文件没有读成，无法批注", "the file could not be read, so there is nothing to annotate"),
}
