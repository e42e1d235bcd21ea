"""Sentences about the command line: key → (Chinese, English)."""

TEXTS: dict[str, tuple[str, str]] = {
    "cli.unknown_value": ("{option} 不认识“{value}”", "{option} does not know {value!r}"),
    "cli.nearest": ("是不是“{value}”？", "did you mean {value!r}?"),
    "cli.known": ("可用的有：{values}", "known are: {values}"),
    "cli.no_option": ("没有 {option} 这个选项", "there is no option {option}"),
    "cli.bad_option": (
        "选项 {option} 的写法不对，可能缺少取值",
        "option {option} is not used as it should be; perhaps its value is missing",
    ),
    "cli.bad_value": ("{option} 的取值不对", "the value of {option} cannot be used"),
    "cli.bad_usage": ("命令写法不对：{reason}", "the command cannot be understood: {reason}"),
    "cli.no_command": ("没有 {command} 这个命令", "there is no command {command!r}"),
    "cli.see_help": ("用 --help 查看用法", "--help shows how to use it"),
    "cli.no_files": ("没有指定要检查的文件", "no file to check was given"),
    "cli.bad_year": ("--year 应是四位年份，不是 {year}", "--year takes a year of four digits, not {year}"),
    "cli.empty_folder": ("文件夹里没有可以检查的文档", "the folder holds no document to check"),
    "cli.empty_folder.hint": (
        "可检查 docx、html、txt、md 等格式；隐藏文件不计",
        "docx, html, txt, md and others are checked; hidden files are left out",
    ),
    "cli.skipped": (
        "跳过 {count} 个不是文档的文件：{names}",
        "files left out because they are no documents: {count} ({names})",
    ),
    "cli.output_is_input": (
        "--output 指向了要检查的文件，原件不可改动",
        "--output names a file to be checked, which must not be changed",
    ),
    "cli.two_on_stdout": (
        "有不止一种格式没有指定文件：{formats}",
        "more than one format has no file to go to: {formats}",
    ),
    "cli.two_on_stdout.hint": (
        "在格式后面用 -o 指定文件，例如 -f html -o a.html",
        "name a file behind the format with -o, for example: -f html -o a.html",
    ),
    "cli.binary_on_terminal": ("{format} 不能显示在终端上", "{format} cannot be shown on a terminal"),
    "cli.same_output": ("两种格式写到了同一个文件", "two formats are to be written to one file"),
    "cli.bad_time": ("--time 看不懂“{value}”", "--time does not understand {value!r}"),
    "cli.bad_time.hint": (
        "写 now，或像 2026-01-05T10:30 这样的时间",
        "give now, or a time such as 2026-01-05T10:30",
    ),
    "cli.written": ("已写入 {path}：{verdict}", "written to {path}: {verdict}"),
    "cli.written_several": ("已写入 {path}：共 {count} 份", "written to {path}: {count} documents"),
    "cli.cannot_write": ("无法写入：{reason}", "cannot be written: {reason}"),
    "cli.internal": (
        "检查时程序出错，此文件未被判断：{reason}",
        "the program failed on this file, which was not judged: {reason}",
    ),
    "cli.internal.hint": (
        "这是程序的错误，请加 --verbose 重试并把输出告诉维护者",
        "this is a fault of the program; run again with --verbose and tell the maintainers",
    ),
    "cli.interrupted": ("已中断，没有给出结论", "interrupted; no verdict was given"),
    "help": (
        "检查年度报告草稿能否报送：缺什么、在哪里、依据是什么。全程离线，不改动原件。",
        "Checks whether the draft of an annual report may be submitted: what is missing, where, on what basis. "
        "Offline; never changes the original.",
    ),
    "help.usage": ("用法：", "Usage: "),
    "help.options": ("[选项]", "[OPTIONS]"),
    "help.command": ("命令 …", "COMMAND ..."),
    "help.commands": ("命令：", "Commands:"),
    "help.arguments": ("参数：", "Arguments:"),
    "help.options_of": ("选项：", "Options:"),
    "help.check": (
        "检查文件，逐份给出结论、证据、依据和建议。\n"
        "退出码：0 没有达到 --fail-on 的问题；1 有；2 无法判定、不是年度报告、文件读不出或用法不对；130 被中断。",
        "Check files and give for each the verdict, evidence, basis and advice.\n"
        "Exit codes: 0 nothing at or above --fail-on; 1 findings; 2 could not judge, no annual report, "
        "unreadable file or wrong usage; 130 interrupted.",
    ),
    "help.schema": (
        "打印 JSON Schema",
        "Print a JSON Schema",
    ),
    "help.schema.name": (
        "report 检查结果（默认）、rule 规则文件、comparison 比较结果、config 设置、baseline 基线、examples 示例结果、"
        "lint 规则检查结果",
        "report (default) of results, rule of rule files, comparison, config, baseline, examples, lint of what "
        "those commands give",
    ),
    "help.rules": ("给规则编写人的命令", "Commands for authors of rules"),
    "help.packs": ("查看规则包", "Look at rule packs"),
    "help.packs.list": (
        "列出能按名称找到的规则包\n依次在当前文件夹、用户文件夹和随程序安装的规则包里找。",
        "List the packs that can be found by name\n"
        "They are looked for in the working directory, the user's folder and among those installed.",
    ),
    "help.packs.show": (
        "查看一个规则包：规则、改动及理由、模板、SHA-256",
        "Show a pack: its rules, its changes and why, its template, its SHA-256",
    ),
    "help.packs.show.pack": ("规则包的名称、文件夹或 zip 压缩包", "name, folder or zip archive of the pack"),
    "help.packs.list.format": ("输出格式：text（默认）、json", "output format: text (default), json"),
    "help.packs.show.format": ("输出格式：text（默认）、json", "output format: text (default), json"),
    "help.files": ("文件、文件夹，或 - 表示标准输入", "files, folders, or - for standard input"),
    "help.format": (
        "输出格式：text（默认）、line、html、markdown、xlsx、json、sarif、junit、github、rdjson、"
        "docx（在原件上加批注）；可重复，各配一个 -o",
        "output format: text (default), line, html, markdown, xlsx, json, sarif, junit, github, rdjson, "
        "docx (the draft with comments); may be repeated, each with its -o",
    ),
    "help.output": (
        "把前面 -f 的结果写入文件；没有 -f 时由文件名的后缀决定格式",
        "write the -f before it to a file; without one, the name's suffix tells the format",
    ),
    "help.time": (
        "写进报告的校核时间：now 或 ISO 8601 时间；不指定则报告中没有时间，同样的输入得到同样的文件",
        "the time to stand in reports: now, or ISO 8601; without it the same input gives the same bytes",
    ),
    "help.fail_on": (
        "哪一级问题使退出码为 1：must（默认）、should、never",
        "which findings give exit code 1: must (default), should, never",
    ),
    "help.level": (
        "指定报告单位的层级（代号或名称），不由文档判断",
        "the issuer's level (id or name), instead of what the document says",
    ),
    "help.year": ("指定报告年度，不由文档判断", "the report year, instead of what the document says"),
    "help.pack": ("规则包的名称、文件夹或 zip 压缩包", "name, folder or zip archive of the rule pack"),
    "help.explain": ("说明一条规则后退出", "explain a rule and exit"),
    "help.previous": ("上一年度的报告，用来查找沿用的文字", "last year's report, to find text taken over from it"),
    "help.answers": ("人工确认事项的答复（YAML）", "answers to the questions for a person (YAML)"),
    "help.verbose": ("列出通过的项目、全部证据和读到的大纲", "show passes, all evidence and the outline as read"),
    "help.no_color": ("不用颜色（环境变量 NO_COLOR 亦可）", "no colour (so does the variable NO_COLOR)"),
    "help.lang": ("语言：zh（默认）、en", "language: zh (default), en"),
    "help.name": ("report（默认）或 rule", "report (default) or rule"),
    "help.version": ("显示版本后退出", "show the version and exit"),
    "help.help": ("显示本说明后退出", "show this and exit"),
    "help.install_completion": ("为当前 shell 安装补全", "install completion for this shell"),
    "help.show_completion": ("打印当前 shell 的补全脚本", "print the completion script of this shell"),
}
