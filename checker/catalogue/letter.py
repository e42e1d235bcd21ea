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
