"""Sentences about blank drafts: key → (Chinese, English)."""

TEXTS: dict[str, tuple[str, str]] = {
    "draft.none": (
        "模板 {template} 没有空白稿，不能用它写",
        "the template {template} holds no blank draft to write",
    ),
    "draft.missing": ("要写空白稿，还需要 {option}", "a blank draft also needs {option}"),
    "draft.no_issuer": ("--issuer 是空的，请写单位名称", "--issuer is empty; give the name of the unit"),
    "draft.long_issuer": (
        "--issuer 有 {count} 个字，单位名称不超过 {limit} 个字",
        "--issuer has {count} characters; a unit's name has at most {limit}",
    ),
    "draft.odd_issuer": (
        "--issuer “{name}”里有单位名称不会有的字符“{sign}”",
        "--issuer “{name}” holds “{sign}”, which no unit's name does",
    ),
    "draft.other_level": (
        "“{name}”看名称是{found}，不是 --level 指定的{wanted}",
        "“{name}” is by its name of level {found}, not {wanted} as --level says",
    ),
    "draft.other_level.hint": (
        "改用 --level {level}，或者核对 --issuer",
        "use --level {level}, or see whether --issuer is right",
    ),
    "draft.exists": (
        "文件已经存在；空白稿不覆盖已有的文件",
        "the file exists; a blank draft overwrites nothing",
    ),
    "draft.exists.hint": ("换一个文件名", "choose another name"),
    "draft.suffix": (
        "只能写成 .docx 或 .md，不能写成“{suffix}”",
        "drafts are written as .docx or .md, not “{suffix}”",
    ),
    "draft.written": (
        "已写出空白稿；批注是写法和依据，【】处待填写，报送前请填完并删去全部批注",
        "the blank draft is written; comments tell how to fill it in and why, 【】 is what to fill in; "
        "before it is sent, fill in all and delete every comment",
    ),
    "draft.share": (
        "分量：约占全文的 {share}%，供安排篇幅参考，没有规定",
        "Room: some {share}% of the whole, as a guide; there is no rule",
    ),
    "draft.optional": (
        "本层级可以不写：没有这项工作的，连标题一起删去",
        "May be left out at this level: delete it, heading and all, where there is nothing to tell",
    ),
    "draft.basis": ("依据：{norm}{article}", "Basis: {norm}{article}"),
    "draft.unverified": ("{basis}（条款待核）", "{basis} (article unverified)"),
    "draft.period_over": (
        "{basis}（{since}—{until}年的文件，新文件印发后按新文件）",
        "{basis} (for {since}-{until}; follow its successor once there is one)",
    ),
    "draft.remove": (
        "报送前请填完【】处，并删去全部批注。",
        "Before it is sent, fill in what stands in 【】 and delete every comment.",
    ),
    "help.draft": (
        "按层级写一份空白稿：推荐的结构，旁边是写法和依据。\n"
        "写成 .docx 时用公文的纸张、字体和行距；不写 -o 时在屏幕上写出 Markdown。已有的文件不覆盖。",
        "Write a blank draft for a level: the structure that is recommended, with guidance and basis beside it.\n"
        "A .docx has the paper, fonts and spacing of official papers; without -o Markdown is written to the screen. "
        "No file is overwritten.",
    ),
    "help.draft.level": ("单位的层级（代号或名称），如 street 或 街道", "the unit's level (id or name)"),
    "help.draft.year": ("报告年度，如 2026", "the report year, such as 2026"),
    "help.draft.issuer": (
        "单位名称；联合报告的写两个，用空格隔开",
        "name of the unit; two, with a space between, for a joint report",
    ),
    "help.draft.output": ("写到这个文件：.docx 或 .md", "the file to write: .docx or .md"),
}
