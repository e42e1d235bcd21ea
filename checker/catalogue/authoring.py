"""Sentences about what rule authors run: key → (Chinese, English)."""

TEXTS: dict[str, tuple[str, str]] = {
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
}
