"""Sentences of letters and corrections, and of the commands that write them: key → (Chinese, English)."""

TEXTS: dict[str, tuple[str, str]] = {
    "help.letter": (
        "写退回修改意见：每个问题的位置、依据和建议，按可以自己改的模板排好。没有需要修改的问题时不写。",
        "Writes the letter that sends a draft back: place, basis and advice of every finding, arranged by a template "
        "that can be changed. Where nothing has to be mended none is written.",
    ),
    "help.letter.output": ("写到哪个文件：.docx 或 .txt", "the file to write: .docx or .txt"),
    "help.letter.template": (
        "意见的模板（文本文件，写法见 templates/letters）",
        "the template of the letter (a text file like those in templates/letters)",
    ),
    "help.fix": (
        "把可以机械改正的地方（标点的成对、全角和重复，误写的规范名称和固定用语，日期、发文字号和序号的写法）改成修订，"
        "由人接受或拒绝。每一处都先试改再检查，改不好的、会带出新问题的不改，并说明原因。数值从不改动，原件不动。"
        "只用于 .docx。",
        "Puts right what is mechanical (marks that lack a partner, have the wrong width or come twice; misspelt titles "
        "and terms; the form of dates, document numbers and numbered headings) as tracked changes for a person to "
        "accept or reject. Each is tried and checked first; what mends nothing or breaks something is left and told. "
        "No figure changes its value, and the draft stays as it is. For .docx only.",
    ),
    "help.fix.file": ("要改正的 .docx 文件", "the .docx to be put right"),
    "help.fix.output": ("写到哪个 .docx 文件", "the .docx to write"),
    "fix.output": ("请用 -o 指定写到哪个 .docx 文件", "name the .docx to write with -o"),
    "fix.kind": (
        "只能改正 .docx 文件（不含带宏的和模板）",
        "only a .docx can be put right, not one with macros nor a template",
    ),
    "fix.change": ("{place} “{old}”→“{new}”　{rule}", "{place} “{old}” → “{new}”  {rule}"),
    "fix.not_made": (
        "{place} “{old}”→“{new}”　{rule}（没有改：{why}）",
        "{place} “{old}” → “{new}”  {rule} (not made: {why})",
    ),
    "fix.unreachable": (
        "在自动编号、文本框、脚注、他人的修订里，或者跨着超链接",
        "inside an automatic number, a box, a note or another revision, or across the end of a link",
    ),
    "fix.harmful": ("改了以后 {rule} 会查出新的问题", "{rule} would then find something new"),
    "fix.useless": ("改了也不能消除问题", "the finding would stay"),
    "fix.overlaps": ("与另一处改正重叠，接受那一处后再运行一次", "it overlaps another; accept that and run again"),
    "fix.differs": (
        "写出的文件与应有的文字不一致，没有写文件",
        "what was written does not read as it should, so no file was written",
    ),
    "fix.none": ("没有可以机械改正的地方，没有写文件", "nothing can be put right mechanically, so no file was written"),
    "fix.written": ("已写 {count} 处修订：{path}", "Tracked changes written: {count}, to {path}"),
    "letter.list": (
        "意见模板里要有而且只能有一处问题清单",
        "the template of a letter must hold exactly one list of findings",
    ),
    "letter.list.hint": (
        "清单以单独一行 {begin} 开始，以单独一行 {end} 结束",
        "the list begins with a line {begin} and ends with a line {end}",
    ),
    "letter.field": ("意见模板里的 {field} 不认识", "the template of a letter names an unknown field {field}"),
    "letter.no_issuer": ("（单位）", "(issuer)"),
    "letter.nowhere": ("全文没有找到", "found nowhere in the text"),
    "letter.place": ("{place}（{heading}）", "{place} ({heading})"),
    "letter.more": ("等共 {count} 处", "{count} places in all"),
    "letter.output": ("请用 -o 指定写到哪个 .docx 或 .txt 文件", "name the file to write with -o, a .docx or .txt"),
    "letter.unreadable": ("意见模板无法读取：{reason}", "the template of the letter cannot be read: {reason}"),
    "letter.none": (
        "{path}：没有需要修改的问题，不写意见",
        "{path}: nothing has to be mended, so no letter is written",
    ),
    "letter.written": ("已写 {count} 份意见：{path}", "Letters written: {count}, to {path}"),
}
