"""Sentences about figures: key → (Chinese, English)."""

TEXTS: dict[str, tuple[str, str]] = {
    "arithmetic.what.sum": ("分项与合计", "parts and their totals"),
    "arithmetic.what.part": ("部分与整体", "parts and wholes"),
    "arithmetic.what.rate": ("比率与其两个数", "rates and their two numbers"),
    "arithmetic.what.growth": ("增减与增减率", "changes and their rates"),
    "arithmetic.what.same": ("同一指标的前后数字", "numbers of one indicator"),
    "arithmetic.none": ("文中没有可以核对的{what}", "the text has no {what} that could be compared"),
    "arithmetic.right": ("核对 {count} 处，均相符", "compared {count} times, all agree"),
    "arithmetic.why": ("核对{what}", "compares {what}"),
    "arithmetic.checked": ("{why}：{shown}", "{why}: {shown}"),
    "arithmetic.more": ("{said}；共 {count} 处", "{said}; places in all: {count}"),
    "arithmetic.sum": (
        "{calculation}，文中写 {stated}，相差 {off}",
        "{calculation}, but the text says {stated}: off by {off}",
    ),
    "arithmetic.sum_unsure": (
        "{calculation}，文中写 {stated}，相差 {off}；没有列全的，应写明“等”",
        "{calculation}, but the text says {stated}: off by {off}; if the list is not complete, it should say so (等)",
    ),
    "arithmetic.sum_over": (
        "{calculation}，文中写 {stated}，相差 {off}；分项有重叠的，应予说明",
        "{calculation}, but the text says {stated}: off by {off}; where parts share members, it should say so",
    ),
    "arithmetic.part": (
        "部分大于总数：{calculation}，多 {off}",
        "a part is greater than its whole: {calculation}, by {off}",
    ),
    "arithmetic.part_unsure": (
        "“其中”的数大于紧接在前的 {whole}：{calculation}，多 {off}；说的是更前面的数的，应当写明",
        "what is told as a part (其中) is greater than the {whole} right before it: {calculation}, by {off}; "
        "where it is a part of another number, it should say so",
    ),
    "arithmetic.rate": (
        "{calculation}，文中写 {stated}，相差 {off} 个百分点",
        "{calculation}, but the text says {stated}: off by {off} points",
    ),
    "arithmetic.growth": (
        "{calculation}，文中写 {stated}，相差 {off} 个百分点",
        "{calculation}, but the text says {stated}: off by {off} points",
    ),
    "arithmetic.points": (
        "{calculation}，文中写 {stated}，相差 {off}",
        "{calculation}, but the text says {stated}: off by {off}",
    ),
    "arithmetic.negative": (
        "增加的数大于现有的数：{calculation}",
        "the increase is greater than what there is: {calculation}",
    ),
    "arithmetic.direction": (
        "升降写反：{calculation}",
        "said to rise where it falls, or the other way round: {calculation}",
    ),
    "arithmetic.same": (
        "同一指标前后不一：{calculation}，相差 {off}",
        "one indicator has two values: {calculation}, off by {off}",
    ),
    "arithmetic.suspect": (
        "{said}（其余数字另有印证，先查“{quote}”）",
        "{said} (other numbers confirm the rest; check “{quote}” first)",
    ),
    "arithmetic.suspect_instead": (
        "{said}（其余数字另有印证，先查“{quote}”，应为 {instead}）",
        "{said} (other numbers confirm the rest; check “{quote}” first, it should be {instead})",
    ),
}
