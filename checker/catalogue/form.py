"""Sentences about form and what must not be published: key → (Chinese, English)."""

TEXTS: dict[str, tuple[str, str]] = {
    "numbering.none": ("没有序号", "there are no numbers"),
    "numbering.right": ("序号连续", "the numbers follow each other"),
    "numbering.found": ("序号有 {count} 处问题：{faults}", "slips in the numbering: {count}: {faults}"),
    "numbering.why": (
        "逐个核对标题和“一是、二是”的序号，共 {count} 个",
        "counts the numbers of headings and enumerations: {count}",
    ),
    "numbering.repeated": ("“{mark}”重复", "“{mark}” comes twice"),
    "numbering.missing": ("“{before}”之后直接是“{mark}”，中间缺号", "“{mark}” follows “{before}”, a number is missing"),
    "numbering.out_of_order": ("“{before}”之后是“{mark}”，次序不对", "“{mark}” comes after “{before}”, out of order"),
    "numbering.begins": ("从“{mark}”开始，前面缺号", "begins with “{mark}”, the numbers before are missing"),
    "numbering.inverted": ("“{mark}”写在“{before}”之下，层次颠倒", "“{mark}” stands below “{before}”, a lower level"),
    "numbering.form": ("“{mark}”不是规范写法", "“{mark}” is not the standard form"),
    "pairs.right": ("括号、引号、书名号成对", "brackets and quotation marks stand in pairs"),
    "pairs.found": ("括号、引号或书名号有 {count} 处不成对：{faults}", "marks without a partner: {count}: {faults}"),
    "pairs.markers": ("序号缺前括号 {count} 处：{words}", "numbers that lack their first bracket: {count}: {words}"),
    "pairs.unclosed": ("“{words}”里的 {sign} 没有另一半", "{sign} in “{words}” is not closed"),
    "pairs.unopened": ("“{words}”里的 {sign} 没有前一半", "{sign} in “{words}” was not opened"),
    "pairs.turned": ("“{words}”里的 {sign} 方向不对", "{sign} in “{words}” is turned the wrong way"),
    "pairs.odd": ("“{words}”里的直引号不成对", "a straight quotation mark in “{words}” has no partner"),
    "pairs.why": (
        "逐段核对书名号、引号、括号是否成对",
        "pairs book-title marks, quotation marks and brackets in each paragraph",
    ),
}
