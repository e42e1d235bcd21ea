"""Sentences about phrases of rule authors: key → (Chinese, English)."""

TEXTS: dict[str, tuple[str, str]] = {
    "phrase.gap": ("间隔“…{length}”应在 1 到 200 之间", "a gap of {length} is not between 1 and 200"),
    "phrase.circle": ("词组互相引用成环：{names}", "concepts refer to each other in a circle: {names}"),
    "phrase.unknown": ("没有名为“{name}”的词组", "there is no concept {name!r}"),
    "phrase.bad": ("写法无法使用：{reason}", "the pattern cannot be used: {reason}"),
}
