"""Sentences about which rules apply, and notes on a report: key → (Chinese, English)."""

TEXTS: dict[str, tuple[str, str]] = {
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
    "engine.info_in": (
        "{why}。{format} 文本常在复制、转换时造成这类问题，本项只作提示",
        "{why}. Copying into {format} does such damage by itself, so that this is information only",
    ),
    "engine.other": ("文档不是年度报告，没有检查本项", "the document is no annual report; this was not checked"),
    "note.no_level": ("没有看出报告单位的层级", "the issuer's level could not be told"),
    "note.no_year": ("没有看出报告年度", "the report year could not be told"),
    "engine.off": ("规则包停用了本项：{reason}", "switched off by the pack: {reason}"),
    "engine.kind": ("本项不适用于{kind}", "does not apply to this kind of document: {kind}"),
    "engine.kind_annual_report": ("年度报告", "annual report"),
    "engine.kind_work_summary": ("工作总结", "work summary"),
    "engine.format": ("本项不适用于 {format} 格式的文件", "does not apply to files of the format {format}"),
    "engine.not_in_force": (
        "依据{norm}自 {day} 起施行，不约束 {year} 年度的报告",
        "{norm} is in force from {day} and does not bind reports on {year}",
    ),
    "engine.repealed": (
        "依据{norm}自 {day} 起废止，不约束 {year} 年度的报告",
        "{norm} is repealed from {day} and does not bind reports on {year}",
    ),
    "engine.rule_state": (
        "“{name}”（{rule}）的结果是{state}，本项不适用",
        "does not apply where “{name}” ({rule}) is: {state}",
    ),
    "engine.rule_no_state": (
        "“{name}”（{rule}）的结果是{state}，本项不适用",
        "does not apply, because “{name}” ({rule}) is: {state}",
    ),
    "engine.rule_unknown": (
        "{finding}；但“{name}”（{rule}）尚无定论，不知本项是否适用",
        "{finding}; but “{name}” ({rule}) is not settled, so it is open whether this applies",
    ),
    "engine.state_pass": ("通过", "met"),
    "engine.state_partial": ("部分满足", "partly met"),
    "engine.state_fail": ("不满足", "not met"),
    "engine.state_not_applicable": ("不适用", "not applicable"),
    "engine.state_cannot_tell": ("无法判定", "cannot be told"),
    "engine.state_manual": ("待人工确认", "left to a person"),
    "engine.state_waived": ("已豁免", "waived"),
}
