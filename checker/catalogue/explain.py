"""Sentences about one rule explained: key → (Chinese, English)."""

TEXTS: dict[str, tuple[str, str]] = {
    "explain.asks": ("要求", "asks"),
    "explain.applies": ("适用", "applies to"),
    "explain.all_levels": ("所有层级", "all levels"),
    "explain.all_years": ("所有年度", "all years"),
    "explain.since": ("{since} 年度起", "{since} and later"),
    "explain.until": ("{until} 年度及以前", "{until} and earlier"),
    "explain.info_in": ("在 {formats} 中只作提示", "information only in {formats}"),
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
}
