"""Sentences about the verdict: key → (Chinese, English)."""

TEXTS: dict[str, tuple[str, str]] = {
    "verdict.ready": ("没有发现需要处理的问题。", "Nothing was found that asks for action."),
    "verdict.ready_manual": (
        "没有发现需要处理的问题，另有 {count} 项须人工确认。",
        "Nothing was found that asks for action; items that a person must confirm: {count}.",
    ),
    "verdict.ready_waived": (
        "除已豁免的 {waived} 项外，没有发现需要处理的问题。",
        "Nothing was found that asks for action, except what was waived: {waived}.",
    ),
    "verdict.ready_waived_manual": (
        "除已豁免的 {waived} 项外，没有发现需要处理的问题，另有 {count} 项须人工确认。",
        "Nothing was found that asks for action, except what was waived: {waived}; "
        "items that a person must confirm: {count}.",
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
    "verdict.unread_pages": (
        "第 {pages} 页没有读到文字，缺少的内容可能写在其中，不能据此下结论。",
        "Pages {pages} could not be read; what is missing may stand there, so nothing can be concluded.",
    ),
    "verdict.maybe_unread": (
        "第 {pages} 页没有读到文字，不能确定：{finding}",
        "pages {pages} could not be read, so this is uncertain: {finding}",
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
    "verdict.scoped": ("{reason}{scope}", "{reason} {scope}"),
    "verdict.work_summary": (
        "本文题为工作总结而不是年度报告，已按年度报告的要求检查。",
        "This is titled a work summary, not an annual report; it was checked as an annual report.",
    ),
}
