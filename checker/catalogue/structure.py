"""Sentences about what a document is: key → (Chinese, English)."""

TEXTS: dict[str, tuple[str, str]] = {
    "kind.annual_report.title": ("标题“{title}”是年度报告的标题", "the title “{title}” is that of an annual report"),
    "kind.work_summary.title": ("标题“{title}”是工作总结的标题", "the title “{title}” is that of a work summary"),
    "kind.opening": ("没有标题，开头写明“{quote}”", "no title; the opening says “{quote}”"),
    "kind.other.title": ("标题“{title}”不是年度报告的标题", "the title “{title}” is not that of an annual report"),
    "kind.other.opening": ("开头“{quote}”不是年度报告的写法", "the opening “{quote}” is not that of an annual report"),
    "kind.none": ("没有找到年度报告的标题或开头", "no title or opening of an annual report was found"),
}
