"""Sentences about waivers, baselines, comparisons, settings and watching: key → (Chinese, English)."""

TEXTS: dict[str, tuple[str, str]] = {
    "waivers.broken": ("豁免文件不能使用：共 {count} 处错误", "the file of waivers cannot be used; mistakes: {count}"),
    "waivers.unreadable": ("豁免文件读不出：{reason}", "the file of waivers cannot be read: {reason}"),
    "waivers.no_rule": ("规则包 {pack} 没有 {rule} 这条规则", "the pack {pack} has no rule {rule}"),
    "waivers.no_date": ("没有 {date} 这一天", "there is no day {date}"),
    "waivers.too_wide": (
        "这条豁免没有限定范围，会豁免所有文档的 {rule}",
        "this waiver has no limits: it would waive {rule} in every document",
    ),
    "waivers.too_wide.hint": (
        "写明 document、pattern 或 fingerprint；整条规则不用，应在规则包里停用",
        "give document, pattern or fingerprint; a rule that nobody needs is switched off in a pack",
    ),
    "waivers.bare_fingerprint": (
        "凡是找不到 {rule} 所要求内容的文档，指纹都是 {fingerprint}",
        "every document in which nothing is found for {rule} has the fingerprint {fingerprint}",
    ),
    "waivers.bare_fingerprint.hint": ("再用 document 写明是哪份文档", "name the document too, with document"),
    "waivers.why": (
        "已豁免：{reason}（{owner}{until}，见 {place}）。原结果：{finding}",
        "waived: {reason} ({owner}{until}; {place}). Without it: {finding}",
    ),
    "waivers.until": ("，至 {day} 止", ", until {day}"),
    "waivers.expired": (
        "豁免已过期，不再有效：{rule}，{day} 到期，{owner}，见 {place}",
        "a waiver has expired and waives nothing: {rule}, until {day}, {owner}; {place}",
    ),
    "waivers.undecided": (
        "无法判定的项目不能豁免：{rule}，见 {place}",
        "what could not be told cannot be waived: {rule}; {place}",
    ),
    "waivers.partly": (
        "豁免不能涵盖 {rule} 的全部位置，问题保留，见 {place}；要豁免整项，请写 fingerprint: {fingerprint}",
        "a waiver does not cover every place of {rule}, which stays; {place}; "
        "to waive all of it give fingerprint: {fingerprint}",
    ),
    "waivers.unneeded": (
        "豁免已不需要：{rule} 已通过，见 {place}",
        "a waiver is no longer needed: {rule} is met; {place}",
    ),
    "waivers.unmatched": (
        "豁免没有对上任何问题：{rule}，见 {place}",
        "a waiver matches no finding: {rule}; {place}",
    ),
    "help.waivers": ("豁免清单（YAML），每条须写理由和责任人", "waivers (YAML), each with its reason and owner"),
}
