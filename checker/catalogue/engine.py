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
}
